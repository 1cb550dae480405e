// SPDX-License-Identifier: GPL-3.0-or-later
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { go, useQuery } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading } from '../shell/Parts.tsx';
import { Labelled } from './Labelled.tsx';

export default function LogIn() {
  const { say, language } = useSpeech();
  const { logIn } = useWorld();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const [busy, setBusy] = useState(false);
  const back = useQuery().get('back') ?? '/registers';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await logIn(name, password);
      go(back.startsWith('/') && !back.startsWith('//') ? back : '/registers', true);
    } catch (refused) {
      setError(asServerError(refused));
      setBusy(false);
    }
  };
  return (
    <div className="narrow">
      <Heading title={say('session.in')} />
      <p className="soft">{say('session.lead')}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Labelled label={say('session.name')}>
          {(id) => (
            <Input
              id={id}
              value={name}
              autoComplete="username"
              required
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={say('session.password')} error={error?.sentence(language)}>
          {(id, described) => (
            <Input.Password
              id={id}
              aria-describedby={described}
              status={error ? 'error' : ''}
              value={password}
              autoComplete="current-password"
              required
              visibilityToggle={false}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Labelled>
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('session.in')}
        </Button>
      </form>
    </div>
  );
}

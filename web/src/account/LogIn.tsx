// SPDX-License-Identifier: GPL-3.0-or-later
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { go, useQuery } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading } from '../shell/Parts.tsx';
import { NameField, PasswordField } from './Fields.tsx';
import { OutsideButton } from './OutsideButton.tsx';

export default function LogIn() {
  const { say, language } = useSpeech();
  const { logIn } = useWorld();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const [busy, setBusy] = useState(false);
  const back = useQuery().get('back') ?? '/registers';
  const here = back.startsWith('/') && !back.startsWith('//') ? back : '/registers';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await logIn(name, password);
      go(here, true);
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
        <NameField value={name} change={setName} />
        <PasswordField value={password} change={setPassword} error={error?.sentence(language)} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('session.in')}
        </Button>
      </form>
      <OutsideButton purpose={{ back: here }} />
      <p className="way-on">
        <a href="/register">{say('organisation.register')}</a>
      </p>
    </div>
  );
}

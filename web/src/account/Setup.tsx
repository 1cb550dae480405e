// SPDX-License-Identifier: GPL-3.0-or-later
// Opened by the one-time link on the terminal: /setup#TOKEN. What follows # never reaches a log.
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { go } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Trouble } from '../shell/Parts.tsx';
import { Labelled } from './Labelled.tsx';

const shortest = 12;

export default function Setup() {
  const { say } = useSpeech();
  const [link] = useState(() => location.hash.slice(1));
  return (
    <div className="narrow">
      <Heading title={say('setup.title')} />
      <p className="soft">{say(link ? 'setup.lead' : 'setup.none')}</p>
      {link && <SetupForm link={link} />}
    </div>
  );
}

function NewPassword(props: {
  label: string;
  help?: string;
  error: string | false;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <Labelled label={props.label} help={props.help} error={props.error}>
      {(id, described) => (
        <Input.Password
          id={id}
          aria-describedby={described}
          autoComplete="new-password"
          visibilityToggle={false}
          value={props.value}
          onChange={(event) => props.change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

function SetupForm({ link }: { link: string }) {
  const { say } = useSpeech();
  const { again } = useWorld();
  const [draft, setDraft] = useState({ name: '', password: '', twice: '' });
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const short = draft.password.length < shortest;
  const differ = draft.password !== draft.twice;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || differ) return;
    try {
      await ask('/v1/setup', { method: 'POST', body: { link, name: draft.name, password: draft.password } });
      again();
      go('/registers', true);
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Labelled label={say('session.name')}>
        {(id) => (
          <Input
            id={id}
            required
            autoComplete="username"
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Labelled>
      <NewPassword
        label={say('session.password')}
        help={say('setup.short')}
        error={tried && short && say('setup.short')}
        value={draft.password}
        change={(password) => set({ password })}
      />
      <NewPassword
        label={say('setup.again')}
        error={tried && !short && differ && say('setup.differ')}
        value={draft.twice}
        change={(twice) => set({ twice })}
      />
      {error && <Trouble error={error} />}
      <Button type="primary" htmlType="submit">
        {say('setup.make')}
      </Button>
    </form>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Opened by the one-time link on the terminal: /setup#TOKEN. What follows # never reaches a log.
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { go } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Trouble } from '../shell/Parts.tsx';
import { NameField, PasswordField } from './Fields.tsx';

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
      <NameField value={draft.name} change={(name) => set({ name })} />
      <PasswordField
        fresh
        help={say('setup.short')}
        error={tried && short && say('setup.short')}
        value={draft.password}
        change={(password) => set({ password })}
      />
      <PasswordField
        fresh
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

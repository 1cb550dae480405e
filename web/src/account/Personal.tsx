// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of who is logged in: taken along, and erased.
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { useWorld } from '../session.tsx';
import { Heading, Trouble } from '../shell/Parts.tsx';
import { PasswordField } from './Fields.tsx';
import { download } from './personal.ts';

export default function PersonalPage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const [erased, setErased] = useState(false);
  return (
    <>
      <Heading title={say('personal.title')} />
      {erased ? (
        <p className="panel" role="status">
          {say('personal.erased')}
        </p>
      ) : session ? (
        <div className="personal">
          <Take />
          <Erase done={() => setErased(true)} />
        </div>
      ) : (
        <p className="empty">{say('personal.login')}</p>
      )}
    </>
  );
}

function Take() {
  const { say } = useSpeech();
  const [error, setError] = useState<ServerError | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    setError(await download('/v1/me/data').then(() => null, asServerError));
    setBusy(false);
  };
  return (
    <section>
      <h2>{say('personal.take')}</h2>
      <p>{say('personal.take.lead')}</p>
      {error && <Trouble error={error} />}
      <Button type="primary" loading={busy} onClick={() => void take()}>
        {say('personal.take.go')}
      </Button>
    </section>
  );
}

const goes = ['personal.goes.name', 'personal.goes.access', 'personal.goes.own'] as const;
const stays = ['personal.stays.changes', 'personal.stays.records'] as const;

function Erase({ done }: { done: () => void }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const list = (title: 'personal.goes' | 'personal.stays', keys: readonly Parameters<typeof say>[0][]) => (
    <>
      <h3>{say(title)}</h3>
      <ul>
        {keys.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </>
  );
  return (
    <section>
      <h2>{say('personal.erase')}</h2>
      <p>{say('personal.erase.lead')}</p>
      {list('personal.goes', goes)}
      {list('personal.stays', stays)}
      {open ? (
        <Confirm done={done} cancel={() => setOpen(false)} />
      ) : (
        <Button danger onClick={() => setOpen(true)}>
          {say('personal.erase.open')}
        </Button>
      )}
    </section>
  );
}

function Confirm({ done, cancel }: { done: () => void; cancel: () => void }) {
  const { say, language } = useSpeech();
  const { again } = useWorld();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await ask('/v1/me/erasure', { method: 'POST', body: { password: password || null } });
      done();
      again();
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  const atPassword = error?.problem.place === '/password';
  return (
    <form className="panel stack" noValidate onSubmit={(event) => void erase(event)}>
      <PasswordField
        help={say('personal.erase.password')}
        error={atPassword && error?.sentence(language)}
        value={password}
        change={setPassword}
      />
      {error && !atPassword && <Trouble error={error} />}
      <div className="actions">
        <Button danger type="primary" htmlType="submit">
          {say('personal.erase.go')}
        </Button>
        <Button onClick={cancel}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

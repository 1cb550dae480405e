// SPDX-License-Identifier: GPL-3.0-or-later
// Opened by an invitation's link: /invited#LINK. What follows # never reaches a log.
import { Button, Radio } from 'antd';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import type { Invitation } from '../model.ts';
import { go } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { NameField, PasswordField } from './Fields.tsx';
import { OutsideButton } from './OutsideButton.tsx';
import { useRoles } from './roles.ts';

const shortest = 12;

export default function Invited() {
  const { say, read } = useSpeech();
  const roles = useRoles();
  const [link] = useState(() => location.hash.slice(1));
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [error, setError] = useState<ServerError | null>(null);
  useEffect(() => {
    ask<Invitation>('/v1/invitations/look', { method: 'POST', body: { link } }).then(
      ({ body }) => setInvitation(body),
      (refused) => setError(asServerError(refused)),
    );
  }, [link]);
  return (
    <div className="narrow">
      <Heading title={say('invited.title')} />
      {error ? (
        <Trouble error={error} />
      ) : !invitation ? (
        <Reading />
      ) : (
        <>
          <p className="lead">
            {say('invited.lead', read(invitation.organisation.name), roles(invitation.role))}{' '}
            <span className="soft">{say('invited.until', instant(invitation.expires))}</span>
          </p>
          <Answer link={link} />
        </>
      )}
    </div>
  );
}

/** With the account that is logged in, one that logs in here, or a new one. */
function Answer({ link }: { link: string }) {
  const { say } = useSpeech();
  const { session, again } = useWorld();
  const [error, setError] = useState<ServerError | null>(null);
  const join = useCallback(async () => {
    try {
      await ask('/v1/invitations/accept', { method: 'POST', body: { link } });
      again();
      go('/organisation', true);
    } catch (refused) {
      setError(asServerError(refused));
    }
  }, [link, again]);
  if (!session)
    return (
      <>
        <Credentials link={link} />
        <OutsideButton purpose={{ back: '/organisation', link }} />
      </>
    );
  return (
    <>
      {error && <Trouble error={error} />}
      <Button type="primary" onClick={() => void join()}>
        {say('invited.join', session.account.name)}
      </Button>
    </>
  );
}

function Credentials({ link }: { link: string }) {
  const { say, language } = useSpeech();
  const { logIn, again } = useWorld();
  const [known, setKnown] = useState(false);
  const [draft, setDraft] = useState({ name: '', password: '' });
  const [error, setError] = useState<ServerError | null>(null);
  const [tried, setTried] = useState(false);
  const short = !known && draft.password.length < shortest;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    try {
      if (known) return await logIn(draft.name, draft.password);
      await ask('/v1/setup', { method: 'POST', body: { link, ...draft } });
      again();
      go('/organisation', true);
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <fieldset className="field">
        <legend className="hidden">{say('invited.how')}</legend>
        <Radio.Group
          value={known}
          onChange={(event) => setKnown(Boolean(event.target.value))}
          options={[
            { value: false, label: say('invited.new') },
            { value: true, label: say('invited.known') },
          ]}
        />
      </fieldset>
      <NameField value={draft.name} change={(name) => setDraft({ ...draft, name })} />
      <PasswordField
        fresh={!known}
        help={known ? undefined : say('setup.short')}
        error={tried && short ? say('setup.short') : error?.sentence(language)}
        value={draft.password}
        change={(password) => setDraft({ ...draft, password })}
      />
      <Button type="primary" htmlType="submit">
        {say(known ? 'session.in' : 'invited.make')}
      </Button>
    </form>
  );
}

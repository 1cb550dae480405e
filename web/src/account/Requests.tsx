// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations that ask to be registered, for who decides: regulators and administrators.
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { OrganisationRequest, OrganisationRequestDecided, OrganisationRequests } from '../api.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import type { MessageKey } from '../messages/app.ts';
import { address, To } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';
import { Secret } from './Secret.tsx';

export default function RequestsPage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const may = session && (session.administrator || session.regulator);
  return (
    <>
      <Heading title={say('requests.title')} />
      <p className="lead">{say('requests.lead')}</p>
      {may ? <All /> : <p className="empty">{say(session ? 'requests.authority' : 'requests.login')}</p>}
    </>
  );
}

function All() {
  const { say } = useSpeech();
  const [waiting, setWaiting] = useState(true);
  const [before, setBefore] = useState('');
  const [done, setDone] = useState<OrganisationRequestDecided | null>(null);
  const query = new URLSearchParams({ ...(waiting && { state: 'asked' }), ...(before && { before }) });
  const { reply, error, again } = useLoad<OrganisationRequests>(`/v1/organisation-requests?${query}`);
  const decided = (decision: OrganisationRequestDecided) => {
    setDone(decision);
    again();
  };
  const choose = (only: boolean) => {
    setWaiting(only);
    setBefore('');
  };
  return (
    <div className="decisions">
      <fieldset className="field">
        <legend className="hidden">{say('requests.which')}</legend>
        <Radio.Group
          value={waiting}
          onChange={(event) => choose(Boolean(event.target.value))}
          options={[
            { value: true, label: say('requests.waiting') },
            { value: false, label: say('requests.all') },
          ]}
        />
      </fieldset>
      {done && <Done decision={done} close={() => setDone(null)} />}
      {error ? (
        <Trouble error={error} again={again} />
      ) : !reply ? (
        <Reading />
      ) : (
        <>
          {reply.body.items.map((request) => (
            <One key={request.id} request={request} decided={decided} />
          ))}
          {!reply.body.items.length && (
            <p className="empty">{say(waiting ? 'requests.none' : 'requests.none.all')}</p>
          )}
          {reply.body.next && <Button onClick={() => setBefore(reply.body.next!)}>{say('requests.more')}</Button>}
        </>
      )}
    </div>
  );
}

/** What became of a decision: the link, where no mail takes it. */
function Done({ decision, close }: { decision: OrganisationRequestDecided; close: () => void }) {
  const { say } = useSpeech();
  const { request, link, mailed } = decision;
  const { name, email } = request.contact;
  if (link)
    return (
      <Secret
        words={say('requests.link', `${name}, ${email}`)}
        secret={`${location.origin}/invited#${link}`}
        done={close}
      />
    );
  return (
    <p className="panel" role="status">
      {mailed ? say('requests.mailed', request.number, email) : say('requests.done', request.number)}
    </p>
  );
}

function Facts({ request }: { request: OrganisationRequest }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const { organisation, contact, account } = request;
  const kinds = registerOf(registers, 'organisation')?.fields.find(({ name }) => name === 'kind')?.choices ?? [];
  const kind = kinds.find(({ value }) => value === organisation.kind);
  const names = Object.values(organisation.name).join(' · ');
  const by = request.decided_by?.name;
  const decided = request.decided && instant(request.decided);
  const told: [MessageKey, ReactNode][] = [
    ['request.organisation', names],
    ['request.code', organisation.code],
    ['request.kind', kind ? read(kind.title) : organisation.kind],
    ['request.country', organisation.country],
    ['request.address', read(organisation.address ?? null)],
    ['request.website', organisation.website],
    ['request.contact', `${contact.name}, ${contact.email}`],
    ['requests.account', account ? (account.name ?? account.id) : say('requests.account.none')],
    ['request.message', request.message],
    ['request.created', instant(request.created)],
    ['request.state', say(`request.state.${request.state}` as MessageKey)],
    ['request.decided', decided && by ? say('requests.by', decided, by) : decided],
    ['request.reason', request.reason],
  ];
  return (
    <dl className="facts">
      {told.map(
        ([key, value]) =>
          value && (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface OneProps {
  request: OrganisationRequest;
  decided: (decision: OrganisationRequestDecided) => void;
}

function One({ request, decided }: OneProps) {
  const { say, read } = useSpeech();
  return (
    <section className="request" data-state={request.state}>
      <h2>
        {say('request.number', request.number)} <span className="soft">{read(request.organisation.name)}</span>
      </h2>
      <Facts request={request} />
      {request.registered && (
        <p>
          <To href={address('organisations', request.registered)}>{say('request.open')}</To>
        </p>
      )}
      {request.state === 'asked' && <Decide request={request} decided={decided} />}
    </section>
  );
}

/** Approve, or refuse with a reason; a name that is taken is asked about. */
function Decide({ request, decided }: OneProps) {
  const { say } = useSpeech();
  const [refusing, setRefusing] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/v1/organisation-requests/${encodeURIComponent(request.id)}`;
  const decide = async (what: 'approval' | 'refusal', body: { namesake?: boolean; reason?: string }) => {
    setBusy(true);
    setError(null);
    try {
      decided((await ask<OrganisationRequestDecided>(`${path}/${what}`, { method: 'POST', body })).body);
    } catch (refused) {
      setError(asServerError(refused));
      setBusy(false);
    }
  };
  if (refusing)
    return (
      <Refuse
        error={error}
        busy={busy}
        refuse={(reason) => void decide('refusal', { reason })}
        cancel={() => setRefusing(false)}
      />
    );
  return (
    <>
      {error && <Trouble error={error} />}
      <div className="actions">
        {error?.problem.title === 'REQUEST_NAMESAKE' ? (
          <Button type="primary" loading={busy} onClick={() => void decide('approval', { namesake: true })}>
            {say('requests.namesake')}
          </Button>
        ) : (
          <Button type="primary" loading={busy} onClick={() => void decide('approval', {})}>
            {say('requests.approve')}
          </Button>
        )}
        <Button onClick={() => setRefusing(true)}>{say('requests.refuse')}</Button>
      </div>
    </>
  );
}

interface RefuseProps {
  error: ServerError | null;
  busy: boolean;
  refuse: (reason: string) => void;
  cancel: () => void;
}

function Refuse({ error, busy, refuse, cancel }: RefuseProps) {
  const { say, language } = useSpeech();
  const [reason, setReason] = useState('');
  const atReason = error?.problem.place === '/reason';
  const send = (event: FormEvent) => {
    event.preventDefault();
    refuse(reason.trim());
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <Labelled
        label={say('requests.why')}
        help={say('requests.why.help')}
        error={atReason && error?.sentence(language)}
      >
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Labelled>
      {error && !atReason && <Trouble error={error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('requests.refuse.send')}
        </Button>
        <Button onClick={cancel}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

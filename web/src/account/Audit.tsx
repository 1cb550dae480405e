// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote what, and what happened to sessions, the latest first: for administrators and regulators. The address
// holds what is asked.
import { Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Change, Changes, RecordLink, SessionEvent, SessionEvents } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import type { MessageKey } from '../messages/app.ts';
import { LinkPicker } from '../registers/LinkPicker.tsx';
import { address, go, To, useQuery } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { DayInput } from '../shell/Time.tsx';
import { instant, isDay } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';

const actions = ['create', 'update', 'remove'] as const;
const kinds = [
  'log_in',
  'log_in_refused',
  'log_out',
  'password_set',
  'link_made',
  'token_made',
  'token_ended',
  'provider_connected',
  'provider_removed',
] as const;

/** What an address may ask of either list; "name" is the account's, for the reader. */
const ofChanges = ['account', 'register', 'record', 'action', 'request', 'from', 'until'];
const ofSessions = ['account', 'kind', 'from', 'until'];

export default function AuditPage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const query = useQuery();
  const sessions = query.get('of') === 'sessions';
  const may = session && (session.administrator || session.regulator);
  return (
    <>
      <Heading title={say('audit.title')} />
      <p className="lead">{say('audit.lead')}</p>
      {!may ? (
        <p className="empty">{say(session ? 'audit.authority' : 'audit.login')}</p>
      ) : (
        <>
          <nav className="tabs" aria-label={say('audit.title')}>
            <To href="/audit" aria-current={sessions ? undefined : 'page'}>
              {say('audit.changes')}
            </To>
            <To href="/audit?of=sessions" aria-current={sessions ? 'page' : undefined}>
              {say('audit.sessions')}
            </To>
          </nav>
          <Asked key={query.toString()} sessions={sessions} />
          {sessions ? <Sessions query={query} /> : <ChangeList query={query} />}
        </>
      )}
    </>
  );
}

/** What is asked, written into the address. */
function Asked({ sessions }: { sessions: boolean }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const [draft, setDraft] = useState(() => Object.fromEntries(new URLSearchParams(location.search)));
  const set = (part: Record<string, string | undefined>) => setDraft({ ...draft, ...part } as typeof draft);
  const wrong = (day: string | undefined) => Boolean(day) && !isDay(day!) && say('form.error.day');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong(draft.from) || wrong(draft.until)) return;
    const kept = Object.entries(draft).filter(([key, value]) => value && key !== 'before');
    go(`/audit?${new URLSearchParams(kept as [string, string][])}`);
  };
  const choice = (name: string, label: MessageKey, options: { value: string; label: string }[]) => (
    <Labelled label={say(label)}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder={say('audit.any')}
          value={draft[name] ?? null}
          options={options}
          onChange={(value: string | undefined) => set({ [name]: value })}
        />
      )}
    </Labelled>
  );
  const named = (prefix: 'audit.action' | 'audit.kind', words: readonly string[]) =>
    words.map((value) => ({ value, label: say(`${prefix}.${value}` as MessageKey) }));
  return (
    <form className="panel inline" noValidate onSubmit={submit}>
      <Labelled label={say('audit.who')}>
        {(id) => (
          <LinkPicker
            id={id}
            to="account"
            link={draft.account ? { id: draft.account, title: draft.name ?? draft.account } : null}
            choose={(link) => set({ account: link?.id, name: link?.title ?? undefined })}
          />
        )}
      </Labelled>
      {sessions ? (
        choice('kind', 'audit.what', named('audit.kind', kinds))
      ) : (
        <>
          {choice(
            'register',
            'audit.register',
            registers.map(({ name, titles }) => ({ value: name, label: read(titles) })),
          )}
          {choice('action', 'audit.what', named('audit.action', actions))}
        </>
      )}
      <DayInput
        label={say('audit.from')}
        error={wrong(draft.from)}
        value={draft.from ?? ''}
        change={(from) => set({ from })}
      />
      <DayInput
        label={say('audit.until')}
        error={wrong(draft.until)}
        value={draft.until ?? ''}
        change={(until) => set({ until })}
      />
      <button type="submit" className="button first">
        {say('audit.show')}
      </button>
      {draft.record && (
        <p className="soft">
          {say('audit.of.record')} <To href="/audit">{say('audit.all')}</To>
        </p>
      )}
    </form>
  );
}

function pathOf(base: string, query: URLSearchParams, names: string[]): string {
  const asked = [...names, 'before'].flatMap((name) => {
    const value = query.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  return `${base}${new URLSearchParams(asked)}`;
}

interface ListProps<Item> {
  page: { items: Item[]; next?: string | null } | undefined;
  headings: MessageKey[];
  line: (item: Item) => ReactNode;
}

function Lines<Item>({ page, headings, line }: ListProps<Item>) {
  const { say } = useSpeech();
  const query = useQuery();
  if (!page) return <Reading />;
  const more = new URLSearchParams(query);
  if (page.next) more.set('before', page.next);
  return (
    <>
      {page.items.length ? (
        <table className="sheet audit">
          <caption className="hidden">{say('audit.title')}</caption>
          <thead>
            <tr>
              {headings.map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{page.items.map(line)}</tbody>
        </table>
      ) : (
        <p className="empty">{say(page.next ? 'audit.none.here' : 'audit.none')}</p>
      )}
      {page.next && (
        <p>
          <To className="button" href={`/audit?${more}`}>
            {say('audit.more')}
          </To>
        </p>
      )}
    </>
  );
}

function Who({ link, none }: { link: RecordLink | null | undefined; none: MessageKey }) {
  const { say } = useSpeech();
  if (!link?.id) return <span className="soft">{say(none)}</span>;
  return <To href={address('accounts', link.id)}>{link.title ?? link.id}</To>;
}

function ChangeList({ query }: { query: URLSearchParams }) {
  const { reply, error, again } = useLoad<Changes>(pathOf('/v1/changes?order=newest&', query, ofChanges));
  if (error) return <Trouble error={error} again={again} />;
  return (
    <Lines
      page={reply?.body}
      headings={['audit.when', 'audit.who', 'audit.what', 'audit.record', 'audit.reason', 'audit.request']}
      line={(change) => <ChangeLine key={change.n} change={change} />}
    />
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const register = registerOf(registers, change.register);
  const title = change.title ?? change.record;
  return (
    <tr>
      <td data-label={say('audit.when')} title={change.instant}>
        {change.instant && instant(change.instant)}
      </td>
      <td data-label={say('audit.who')}>
        <Who link={change.account} none="audit.program" />
        {change.token && <span className="soft"> {say('audit.by.token', change.token.title ?? '')}</span>}
      </td>
      <td data-label={say('audit.what')}>{say(`audit.action.${change.action}` as MessageKey)}</td>
      <td data-label={say('audit.record')}>
        <span className="soft">{register ? read(register.title) : change.register}</span>{' '}
        {register && change.action !== 'remove' ? (
          <To href={address(register.plural, change.record)}>{title}</To>
        ) : (
          title
        )}
      </td>
      <td data-label={say('audit.reason')} className={change.reason ? undefined : 'none'}>
        {change.reason}
      </td>
      <td data-label={say('audit.request')} className={change.request ? 'mono' : 'mono none'}>
        {change.request}
      </td>
    </tr>
  );
}

function Sessions({ query }: { query: URLSearchParams }) {
  const { reply, error, again } = useLoad<SessionEvents>(pathOf('/v1/session-events?', query, ofSessions));
  if (error) return <Trouble error={error} again={again} />;
  return (
    <Lines
      page={reply?.body}
      headings={['audit.when', 'audit.who', 'audit.what', 'audit.address', 'audit.request']}
      line={(event) => <SessionLine key={event.n} event={event} />}
    />
  );
}

function SessionLine({ event }: { event: SessionEvent }) {
  const { say } = useSpeech();
  return (
    <tr>
      <td data-label={say('audit.when')} title={event.instant}>
        {instant(event.instant)}
      </td>
      <td data-label={say('audit.who')}>
        <Who link={event.account} none="audit.nobody" />
        {event.actor && <span className="soft"> {say('audit.by', event.actor.title ?? '')}</span>}
      </td>
      <td data-label={say('audit.what')}>
        {say(`audit.kind.${event.kind}` as MessageKey)}
        {event.token && <span className="soft"> {event.token.title}</span>}
      </td>
      <td data-label={say('audit.address')} className={event.address ? undefined : 'none'}>
        {event.address}
      </td>
      <td data-label={say('audit.request')} className={event.request ? 'mono' : 'mono none'}>
        {event.request}
      </td>
    </tr>
  );
}

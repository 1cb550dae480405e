// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks of an organisation: its managers say where its programs are told of what.
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Hook, Hooks } from '../api.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import { titlesOf, type Link, type NoticeChoices } from '../model.ts';
import { LinkPicker } from '../registers/LinkPicker.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';
import { useRemoval } from './removal.tsx';
import { Secret } from './Secret.tsx';

export default function HooksPage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const managed = (session?.members ?? []).filter(({ role }) => role === 'manager').map((each) => each.organisation);
  const [chosen, setChosen] = useState<Link | null>(managed[0] ?? null);
  const may = session && (session.administrator || managed.length > 0);
  return (
    <>
      <Heading title={say('hooks.title')} />
      <p className="lead">{say('hooks.lead')}</p>
      {may ? (
        <>
          <Whose managed={managed} chosen={chosen} choose={setChosen} />
          {chosen && <OfOrganisation key={chosen.id} organisation={chosen.id} />}
        </>
      ) : (
        <p className="empty">{say(session ? 'hooks.managers' : 'hooks.login')}</p>
      )}
    </>
  );
}

interface WhoseProps {
  managed: Link[];
  chosen: Link | null;
  choose: (organisation: Link | null) => void;
}

/** An administrator keeps those of any organisation, a manager those of their own. */
function Whose({ managed, chosen, choose }: WhoseProps) {
  const { say } = useSpeech();
  const { session } = useWorld();
  return (
    <div className="hooks-whose">
      <Labelled label={say('hooks.organisation')}>
        {(id) =>
          session?.administrator ? (
            <LinkPicker id={id} to="organisation" link={chosen} choose={choose} />
          ) : (
            <Select
              id={id}
              value={chosen?.id ?? null}
              options={managed.map((each) => ({ value: each.id, label: each.title ?? each.id }))}
              onChange={(value: string) => choose(managed.find((each) => each.id === value) ?? null)}
            />
          )
        }
      </Labelled>
    </div>
  );
}

function OfOrganisation({ organisation }: { organisation: string }) {
  const { say } = useSpeech();
  const hooks = useLoad<Hooks>(`/v1/hooks?organisation=${encodeURIComponent(organisation)}`);
  const choices = useLoad<NoticeChoices>('/v1/notices/choices');
  const [making, setMaking] = useState(false);
  const error = hooks.error ?? choices.error;
  if (error) return <Trouble error={error} again={hooks.again} />;
  if (!hooks.reply || !choices.reply) return <Reading />;
  const { items } = hooks.reply.body;
  const events = choices.reply.body.items;
  const done = () => {
    setMaking(false);
    hooks.again();
  };
  return (
    <>
      {items.length > 0 ? (
        <HookTable hooks={items} events={events} again={hooks.again} />
      ) : (
        !making && <p className="empty">{say('hooks.none')}</p>
      )}
      {making ? (
        <NewHook organisation={organisation} events={events} done={done} />
      ) : (
        <p className="hooks-new">
          <Button type="primary" onClick={() => setMaking(true)}>
            {say('hooks.new')}
          </Button>
        </p>
      )}
    </>
  );
}

type Events = NoticeChoices['items'];

function HookTable({ hooks, events, again }: { hooks: Hook[]; events: Events; again: () => void }) {
  const { say, read, language } = useSpeech();
  const { remove, told } = useRemoval(again);
  const titleOf = (name: string) => {
    const found = events.find(({ event }) => event === name);
    return found ? read(titlesOf(found)) : name;
  };
  const end = ({ id, url }: Hook) =>
    remove(`/v1/hooks/${encodeURIComponent(id)}`, say('hooks.remove.sure', url), say('hooks.remove'));
  return (
    <>
      {told}
      <table className="sheet hooks">
        <caption className="hidden">{say('hooks.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('hooks.url')}</th>
            <th scope="col">{say('hooks.events')}</th>
            <th scope="col">{say('hooks.created')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {hooks.map((hook) => (
            <tr key={hook.id}>
              <th scope="row">{hook.url}</th>
              <td data-label={say('hooks.events')}>
                {hook.events.map(titleOf).join(language === 'zh' ? '；' : '; ')}
              </td>
              <td data-label={say('hooks.created')} className="nowrap">
                {instant(hook.created)}
              </td>
              <td className="end">
                <Button size="small" onClick={() => void end(hook)}>
                  {say('hooks.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function NewHook({ organisation, events, done }: { organisation: string; events: Events; done: () => void }) {
  const { say, read, language } = useSpeech();
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setError(null);
    if (!chosen.length) return;
    const body = { organisation, url: url.trim(), events: chosen };
    try {
      setSecret((await ask<Hook>('/v1/hooks', { method: 'POST', body })).body.secret ?? '');
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  if (secret)
    return (
      <div className="hooks-new">
        <Secret words={say('hooks.secret')} secret={secret} done={done} />
      </div>
    );
  const atUrl = error?.problem.place === '/url';
  const flip = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  return (
    <form className="panel stack hooks-new" noValidate onSubmit={(event) => void make(event)}>
      <Labelled label={say('hooks.url')} help={say('hooks.url.help')} error={atUrl && error?.sentence(language)}>
        {(id, described) => (
          <Input
            id={id}
            type="url"
            placeholder="https://"
            aria-describedby={described}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        )}
      </Labelled>
      <fieldset className="field">
        <legend>{say('hooks.events')}</legend>
        {events.map((each) => (
          <label key={each.event} className="check">
            <input type="checkbox" checked={chosen.includes(each.event)} onChange={() => flip(each.event)} />
            {read(titlesOf(each))}
          </label>
        ))}
        {tried && !chosen.length && (
          <p className="field-error" role="alert">
            {say('hooks.events.none')}
          </p>
        )}
      </fieldset>
      {error && !atUrl && <Trouble error={error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit">
          {say('hooks.make')}
        </Button>
        <Button onClick={done}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// "As of" and "as known on": what held on a day, and what was known of it on another.
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import { isDay } from '../values/date.ts';

export interface Moment {
  asOf: string;
  knownAt: string;
}

export const momentOf = (query: URLSearchParams): Moment => ({
  asOf: query.get('as_of') ?? '',
  knownAt: query.get('known_at') ?? '',
});

const isMoment = (text: string) => isDay(text) || /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

/** The moment as the server's query, '' for now. */
export function momentQuery({ asOf, knownAt }: Moment): string {
  const query = new URLSearchParams();
  if (asOf) query.set('as_of', asOf);
  if (knownAt) query.set('known_at', knownAt.includes('T') ? knownAt : `${knownAt}T23:59:59.999Z`);
  const text = query.toString();
  return text && `?${text}`;
}

/** Says that this is not today's view, and leads back. */
export function MomentNotice({ moment, change }: { moment: Moment; change: (moment: Moment) => void }) {
  const { say } = useSpeech();
  const { asOf } = moment;
  const knownAt = moment.knownAt.slice(0, 16).replace('T', ' ');
  if (!asOf && !knownAt) return null;
  const sentence = !knownAt
    ? say('time.shown', asOf)
    : asOf
      ? say('time.shown.known', asOf, knownAt)
      : say('time.known.only', knownAt);
  return (
    <p className="notice then" role="status">
      <span>{sentence}</span>
      <button type="button" className="button" onClick={() => change({ asOf: '', knownAt: '' })}>
        {say('time.now')}
      </button>
    </p>
  );
}

function MomentInput(props: {
  label: string;
  help: string;
  error: string | false;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <Labelled label={props.label} help={props.help} error={props.error}>
      {(id, described) => (
        <Input
          id={id}
          className="date-input"
          aria-describedby={described}
          placeholder="2026-03-02"
          value={props.value}
          onChange={(event) => props.change(event.target.value.trim())}
        />
      )}
    </Labelled>
  );
}

export function MomentForm({ moment, change }: { moment: Moment; change: (moment: Moment) => void }) {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(moment);
  const [tried, setTried] = useState(false);
  const wrong = (text: string) => tried && text !== '' && !isMoment(text) && say('form.error.day');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ([draft.asOf, draft.knownAt].every((text) => text === '' || isMoment(text))) change(draft);
  };
  return (
    <form className="panel inline" onSubmit={apply}>
      <MomentInput
        label={say('time.as_of')}
        help={say('time.as_of.help')}
        error={wrong(draft.asOf)}
        value={draft.asOf}
        change={(asOf) => setDraft({ ...draft, asOf })}
      />
      <MomentInput
        label={say('time.known_at')}
        help={say('time.known_at.help')}
        error={wrong(draft.knownAt)}
        value={draft.knownAt}
        change={(knownAt) => setDraft({ ...draft, knownAt })}
      />
      <Button htmlType="submit">{say('time.apply')}</Button>
    </form>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// One control for the day of every page that can show the past, and the line that says so.
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import { isDated, isThen, momentOf, now, withMoment, type Moment } from '../moment.ts';
import { go, To, usePath, useQuery } from '../router.tsx';
import { isDay } from '../values/date.ts';

const isMoment = (text: string) => text === '' || isDay(text) || /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

function show(moment: Moment) {
  const next = withMoment(new URLSearchParams(location.search), moment);
  go(location.pathname + (next.size ? `?${next}` : ''));
}

/** The button in the bar. */
export function TimeButton({ open, flip }: { open: boolean; flip: () => void }) {
  const { say } = useSpeech();
  const moment = momentOf(useQuery());
  if (!isDated(usePath())) return null;
  const then = isThen(moment);
  return (
    <button
      type="button"
      className={then ? 'quiet time-button then' : 'quiet time-button'}
      aria-expanded={open}
      aria-controls="time"
      onClick={flip}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor">
        <circle cx="8" cy="8" r="6.5" />
        <path d="M8 4v4l3 2" />
      </svg>
      <span className="bar-word">{say('time.as_of.set')}</span>
    </button>
  );
}

/** Says that this is not today's view, and leads back. */
export function TimeNotice() {
  const { say } = useSpeech();
  const { asOf, ...moment } = momentOf(useQuery());
  const dated = isDated(usePath());
  const knownAt = moment.knownAt.slice(0, 16).replace('T', ' ');
  if (!dated || (!asOf && !knownAt)) return null;
  const sentence = !knownAt
    ? say('time.shown', asOf)
    : asOf
      ? say('time.shown.known', asOf, knownAt)
      : say('time.known.only', knownAt);
  return (
    <p className="notice then" role="status">
      <b>{sentence}</b>
      <button type="button" className="button" onClick={() => show(now)}>
        {say('time.now')}
      </button>
    </p>
  );
}

/** Where two days of what this page shows are compared. */
function comparison(path: string): string | null {
  return /^\/registers\/./.test(path) ? `${path}/changes` : null;
}

/** Opened below the bar by its button. */
export function TimePanel({ close }: { close: () => void }) {
  const { say } = useSpeech();
  const path = usePath();
  const moment = momentOf(useQuery());
  const [draft, setDraft] = useState(moment);
  const [tried, setTried] = useState(false);
  const wrong = (text: string) => tried && !isMoment(text) && say('form.error.day');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (![draft.asOf, draft.knownAt].every(isMoment)) return;
    close();
    show(draft);
  };
  const escape = (event: KeyboardEvent) => event.key === 'Escape' && close();
  const compare = comparison(path);
  return (
    <form id="time" className="time-panel" noValidate onSubmit={apply} onKeyDown={escape}>
      <DayInput
        label={say('time.as_of')}
        help={say('time.as_of.help')}
        error={wrong(draft.asOf)}
        value={draft.asOf}
        change={(asOf) => setDraft({ ...draft, asOf })}
      />
      <DayInput
        label={say('time.known_at')}
        help={say('time.known_at.help')}
        error={wrong(draft.knownAt)}
        value={draft.knownAt}
        change={(knownAt) => setDraft({ ...draft, knownAt })}
      />
      <button type="submit" className="button first">
        {say('time.apply')}
      </button>
      {compare && (
        <To href={compare} onClick={close}>
          {say('changes.open')}
        </To>
      )}
    </form>
  );
}

interface DayProps {
  label: string;
  help?: string;
  error: string | false;
  value: string;
  change: (value: string) => void;
}

export function DayInput({ label, help, error, value, change }: DayProps) {
  return (
    <Labelled label={label} help={help} error={error}>
      {(id, described) => (
        <input
          id={id}
          className="day-input"
          aria-describedby={described}
          aria-invalid={Boolean(error)}
          placeholder="2026-03-02"
          value={value}
          onChange={(event) => change(event.target.value.trim())}
        />
      )}
    </Labelled>
  );
}

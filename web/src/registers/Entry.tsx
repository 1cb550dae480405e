// SPDX-License-Identifier: GPL-3.0-or-later
// A field to be filled in, by its kind.
import { Input, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Field } from '../model.ts';
import { Labelled } from '../account/Labelled.tsx';
import { ask, ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import type { MessageKey } from '../messages/app.ts';
import type { Draft } from './draft.ts';
import { unitText } from '../values/unit.ts';
import { LinkPicker, useSettled } from './LinkPicker.tsx';
import { optionsOf } from './options.ts';

interface Props {
  field: Field;
  draft: Draft;
  error: string | undefined;
  /** Of an uncertainty: the unit of x, as it stands in the form. */
  unitOfX?: string | undefined;
  change: (draft: Draft) => void;
}

/** What a screen reader says of the state of a field. */
const ariaOf = (field: Field, error: string | undefined) => ({
  'aria-required': Boolean(field.required),
  'aria-invalid': Boolean(error),
});

interface ControlProps extends Props {
  id: string;
  described: string | undefined;
}

export function Entry(props: Props) {
  const { field, error } = props;
  const { read, say } = useSpeech();
  const counted = field.unit && (field.kind === 'integer' || field.kind === 'real');
  const label = (
    <>
      {read(field.title)}
      {counted && <span className="soft"> / {unitText(field.unit)}</span>}
      {field.required && <span className="required">{say('form.required')}</span>}
    </>
  );
  return (
    <Labelled label={label} help={read(field.help)} error={error}>
      {(id, described) => <Control {...props} id={id} described={described} />}
    </Labelled>
  );
}

function Control(props: ControlProps): ReactNode {
  const { field, draft, change, id, described, error } = props;
  const { say } = useSpeech();
  const status = error ? 'error' : '';
  switch (field.kind) {
    case 'link':
      return (
        <LinkPicker
          id={id}
          described={described}
          to={field.link}
          wrong={Boolean(error)}
          required={Boolean(field.required)}
          link={draft['id'] ? { id: draft['id'], title: draft['title'] ?? '' } : null}
          choose={(link) => change({ id: link?.id ?? '', title: link?.title ?? '' })}
        />
      );
    case 'choice':
    case 'boolean':
      return <Chooser {...props} />;
    case 'texts':
      return <Languages {...props} />;
    case 'quantity':
      return (
        <Parts
          {...props}
          parts={[
            ['value', 'form.quantity.value', 'grow'],
            ['unit', 'form.quantity.unit', 'short'],
          ]}
        />
      );
    case 'money':
      return (
        <Parts
          {...props}
          parts={[
            ['amount', 'form.money.amount', 'grow'],
            ['currency', 'form.money.currency', 'short'],
          ]}
        />
      );
    case 'uncertainty':
      return <Statement {...props} />;
    case 'document':
      return <p className="soft">{say('form.document')}</p>;
    case 'text':
    case 'integer':
    case 'real':
    case 'date':
    case 'instant':
      return (
        <Input
          id={id}
          aria-describedby={described}
          {...ariaOf(field, error)}
          status={status}
          className={field.kind === 'text' ? '' : 'number-input'}
          placeholder={field.kind === 'date' ? say('form.date.hint') : ''}
          value={draft['text'] ?? ''}
          onChange={(event) => change({ text: event.target.value })}
        />
      );
  }
}

function Chooser({ field, draft, change, id, described, error }: ControlProps) {
  const { read, say } = useSpeech();
  return (
    <Select
      id={id}
      className="choice"
      aria-describedby={described}
      {...ariaOf(field, error)}
      status={error ? 'error' : ''}
      allowClear={!field.required}
      placeholder={say('form.choose')}
      value={draft['text'] || null}
      options={optionsOf(field, { read, say })}
      onChange={(value: string | null | undefined) => change({ text: value ?? '' })}
    />
  );
}

/** Several inputs of one field, each with its own name for who cannot see them. */
function Parts({
  draft,
  change,
  id,
  described,
  error,
  field,
  parts,
}: ControlProps & { parts: [string, MessageKey, string][] }) {
  const { say, read } = useSpeech();
  return (
    <div className="parts">
      {parts.map(([part, key, className], n) => (
        <Input
          key={part}
          id={n === 0 ? id : `${id}-${part}`}
          aria-label={`${read(field.title)}, ${say(key)}`}
          aria-describedby={described}
          {...ariaOf(field, error)}
          status={error ? 'error' : ''}
          className={className}
          placeholder={say(key)}
          value={draft[part] ?? ''}
          onChange={(event) => change({ ...draft, [part]: event.target.value })}
        />
      ))}
    </div>
  );
}

/** English and Chinese always; other languages where the record has them. */
function Languages({ draft, change, id, described, error, field }: ControlProps) {
  const { say, read } = useSpeech();
  const names: Record<string, string> = { en: say('form.text.en'), zh: say('form.text.zh') };
  return (
    <div className="languages">
      {Object.keys(draft).map((language, n) => (
        <div key={language}>
          <span aria-hidden="true">{names[language] ?? language}</span>
          <Input
            id={n === 0 ? id : `${id}-${language}`}
            lang={language}
            aria-label={`${read(field.title)}, ${names[language] ?? language}`}
            aria-describedby={described}
            {...ariaOf(field, error)}
            status={error ? 'error' : ''}
            value={draft[language] ?? ''}
            onChange={(event) => change({ ...draft, [language]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}

/** U(x): the server, which knows units, says while one types whether it is understood. */
function Statement(props: ControlProps) {
  const { draft, change, id, described, error, field, unitOfX } = props;
  const { say } = useSpeech();
  return (
    <div className="statement">
      <Input
        id={id}
        aria-label={say('form.ux.text')}
        aria-describedby={[described, `${id}-live`].filter(Boolean).join(' ')}
        {...ariaOf(field, error)}
        status={error ? 'error' : ''}
        placeholder={say('form.ux.hint')}
        value={draft['text'] ?? ''}
        onChange={(event) => change({ ...draft, text: event.target.value })}
      />
      <div className="parts">
        {(['k', 'p'] as const).map((part) => (
          <label key={part} className="short">
            <i>{part}</i> =
            <Input
              value={draft[part] ?? ''}
              onChange={(event) => change({ ...draft, [part]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <p id={`${id}-live`} className="live" aria-live="polite">
        <StatementCheck text={draft['text'] ?? ''} unit={unitOfX?.trim() ?? ''} />
      </p>
    </div>
  );
}

/** Without the unit of x there is nothing to hold a statement against. */
function StatementCheck({ text, unit }: { text: string; unit: string }) {
  const { say, language } = useSpeech();
  const settled = useSettled(text.trim(), 400);
  const [state, setState] = useState<{ of: string; good: string; bad: string }>({
    of: '',
    good: '',
    bad: '',
  });
  useEffect(() => {
    if (!settled || !unit) return;
    const stop = new AbortController();
    const told = (good: string, bad: string) => setState({ of: settled, good, bad });
    ask<{ text: string }>('/v1/measure/uncertainty', {
      method: 'POST',
      body: { text: settled, unit },
      signal: stop.signal,
    }).then(
      ({ body }) => told(body.text, ''),
      (refused: unknown) => {
        // Any other failure says nothing about the statement; saving will tell.
        if (refused instanceof ServerError && refused.problem.status === 422)
          told('', refused.sentence(language));
      },
    );
    return () => stop.abort();
  }, [settled, unit, language]);
  if (!text.trim() || state.of !== text.trim()) return null;
  return state.bad ? (
    <span className="field-error">{state.bad}</span>
  ) : state.good ? (
    <>{say('form.ux.good', state.good)}</>
  ) : null;
}

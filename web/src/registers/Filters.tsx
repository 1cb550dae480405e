// SPDX-License-Identifier: GPL-3.0-or-later
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Field, Register, Stored, Texts } from '../model.ts';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { registerOf, useWorld } from '../session.tsx';
import { LinkPicker } from './LinkPicker.tsx';
import { optionsOf } from './options.ts';
import { filterable, operatorKey, operators, type Condition, type Operator, type Way } from './query.ts';

const needsValue = (op: Operator) => op !== 'null' && op !== 'notnull';

function ValueInput(props: { id: string; field: Field; value: string; change: (value: string) => void }) {
  const { id, field, value, change } = props;
  const { say, read } = useSpeech();
  const [title, setTitle] = useState('');
  if (field.kind === 'link')
    return (
      <LinkPicker
        id={id}
        to={field.link}
        link={value ? { id: value, title } : null}
        choose={(link) => {
          setTitle(link?.title ?? '');
          change(link?.id ?? '');
        }}
      />
    );
  if (field.kind === 'choice' || field.kind === 'boolean') {
    return (
      <Select
        id={id}
        placeholder={say('form.choose')}
        value={value || null}
        options={optionsOf(field, { read, say })}
        onChange={(chosen: string | null) => change(chosen ?? '')}
      />
    );
  }
  const hint = field.kind === 'date' ? '2026-03-02' : undefined;
  return (
    <Input id={id} value={value} placeholder={hint} onChange={(event) => change(event.target.value.trim())} />
  );
}

/** Makes one more condition. */
export function FilterForm({ register, add }: { register: Register; add: (condition: Condition) => void }) {
  const { say, read } = useSpeech();
  const fields = filterable(register);
  const [name, setName] = useState(fields[0]?.name ?? '');
  const [op, setOp] = useState<Operator>('eq');
  const [value, setValue] = useState('');
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) return null;
  const choose = (chosen: string) => {
    setName(chosen);
    setOp(operators(fields.find((candidate) => candidate.name === chosen)!.kind)[0]!);
    setValue('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needsValue(op) && !value) return;
    add({ field: name, op, value });
    setValue('');
  };
  return (
    <form className="panel inline" onSubmit={submit}>
      <Labelled label={say('list.filter.field')}>
        {(id) => (
          <Select
            id={id}
            value={name}
            onChange={choose}
            options={fields.map((each) => ({ value: each.name, label: read(each.title) }))}
          />
        )}
      </Labelled>
      <Labelled label={say('list.filter.op')}>
        {(id) => (
          <Select
            id={id}
            value={op}
            onChange={setOp}
            options={operators(field.kind).map((each) => ({
              value: each,
              label: say(operatorKey(each, field.kind)),
            }))}
          />
        )}
      </Labelled>
      {needsValue(op) && (
        <Labelled label={say('list.filter.value')}>
          {(id) => <ValueInput key={name} id={id} field={field} value={value} change={setValue} />}
        </Labelled>
      )}
      <Button htmlType="submit">{say('list.filter.add')}</Button>
    </form>
  );
}

/** The title of a linked record, which the address knows by its id only. */
function LinkedTitle({ id, to }: { id: string; to: string | null | undefined }) {
  const register = registerOf(useWorld().registers, to);
  const { reply } = useLoad<Stored>(register ? `/v1/${register.plural}/${encodeURIComponent(id)}` : null);
  return <>{reply?.body.title ?? id}</>;
}

/** A choice's word, or several of them, in the reader's language. */
function worded(field: Field | null, value: string, read: (texts: Texts | null | undefined) => string): string {
  const title = (word: string) => read(field?.choices?.find((each) => each.value === word)?.title) || word;
  return value.split(',').map(title).join(', ');
}

function WayText({ way }: { way: Way }) {
  const { say, read } = useSpeech();
  const { field, titles, op, value } = way;
  if (!field)
    return (
      <>
        {say('list.holds_on')} <b>{value}</b>
      </>
    );
  return (
    <>
      {titles.map(read).join(' › ')} {say(operatorKey(op, field.kind))}{' '}
      <b>
        {!needsValue(op) ? null : field.kind === 'link' ? (
          <LinkedTitle id={value} to={field.link} />
        ) : (
          worded(field, value, read)
        )}
      </b>
    </>
  );
}

/** The conditions that hold, each of which can be taken away. */
export function FilterChips(props: {
  register: Register;
  conditions: Condition[];
  ways: Way[];
  drop: (way: Way) => void;
  remove: (condition: Condition) => void;
  clear: () => void;
}) {
  const { register, conditions, ways, drop, remove, clear } = props;
  const { say, read } = useSpeech();
  if (!conditions.length && !ways.length) return null;
  return (
    <ul className="chips">
      {conditions.map((condition) => {
        const field = register.fields.find((each) => each.name === condition.field)!;
        const title = read(field.title);
        return (
          <li key={condition.field + condition.op}>
            <span>
              {title} {say(operatorKey(condition.op, field.kind))}{' '}
              <b>
                {field.kind === 'link' && condition.value ? (
                  <LinkedTitle id={condition.value} to={field.link} />
                ) : (
                  worded(field, condition.value, read)
                )}
              </b>
            </span>
            <button
              type="button"
              onClick={() => remove(condition)}
              aria-label={say('list.filter.remove', title)}
            >
              ×
            </button>
          </li>
        );
      })}
      {ways.map((way) => (
        <li key={way.name}>
          <span>
            <WayText way={way} />
          </span>
          <button type="button" onClick={() => drop(way)} aria-label={say('list.filter.remove', way.name)}>
            ×
          </button>
        </li>
      ))}
      <li className="bare">
        <button type="button" className="quiet" onClick={clear}>
          {say('list.filter.clear')}
        </button>
      </li>
    </ul>
  );
}

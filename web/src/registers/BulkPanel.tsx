// SPDX-License-Identifier: GPL-3.0-or-later
// One field for all records that are picked, and what became of each.
import { Button, Select } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import type { Register, Value } from '../model.ts';
import { address, To } from '../router.tsx';
import { changeAll, safeFields, type Result } from './bulk.ts';
import { ChangeQuestion, noChange, type Change } from './ChangeQuestion.tsx';
import { badDay, fromDraft, toDraft, type Draft } from './draft.ts';
import { Entry } from './Entry.tsx';
import type { Picks } from './RecordTable.tsx';

interface Props {
  register: Register;
  picks: Picks;
  pick: (picks: Picks) => void;
  /** Reads the list anew. */
  again: () => void;
}

export function BulkPanel({ register, picks, pick, again }: Props) {
  const { say } = useSpeech();
  const [results, setResults] = useState<Result[]>([]);
  const [total, setTotal] = useState(0);
  const stopped = useRef(false);
  const run = async (name: string, value: Value, change: Change) => {
    const field = safeFields(register).find((each) => each.name === name)!;
    stopped.current = false;
    setResults([]);
    setTotal(picks.size);
    const asked = { register, field, value, change };
    const all = await changeAll(asked, [...picks.values()], () => stopped.current, setResults);
    const left = all.filter(({ what }) => what === 'refused' || what === 'stopped').map(({ record }) => record);
    pick(new Map(left.map((record) => [record.id, record])));
    setTotal(0);
    again();
  };
  return (
    <section className="panel bulk" aria-label={say('bulk.open')}>
      <p className="soft small">{say('bulk.lead')}</p>
      <p role="status">
        <b>{picks.size === 1 ? say('bulk.picked.one') : say('bulk.picked', picks.size)}</b>
      </p>
      {total > 0 ? (
        <div className="actions">
          <progress aria-label={say('bulk.open')} value={results.length} max={total} />
          <span>{say('bulk.doing', results.length, total)}</span>
          <Button onClick={() => (stopped.current = true)}>{say('bulk.stop')}</Button>
        </div>
      ) : (
        <Asking register={register} many={picks.size} run={(name, value, change) => void run(name, value, change)} />
      )}
      {total === 0 && results.length > 0 && <Outcome register={register} results={results} />}
    </section>
  );
}

interface AskingProps {
  register: Register;
  many: number;
  run: (name: string, value: Value, change: Change) => void;
}

function Asking({ register, many, run }: AskingProps) {
  const { say, read } = useSpeech();
  const fields = safeFields(register);
  const [name, setName] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft>({});
  const [empty, setEmpty] = useState(false);
  const [change, setChange] = useState<Change>(noChange);
  const [tried, setTried] = useState(false);
  const field = fields.find((each) => each.name === name);
  // A field that was left empty by oversight is not to be emptied in all of them.
  const found = field && (empty ? { value: null } : fromDraft({ ...field, required: true }, draft));
  const dayError = change.kind === 'from' ? badDay(change.day) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (field && found && 'value' in found && !dayError && many) run(field.name, found.value, change);
  };
  const choose = (chosen: string) => {
    setName(chosen);
    setDraft(toDraft(fields.find((each) => each.name === chosen)!, null));
    setEmpty(false);
    setTried(false);
  };
  return (
    <form noValidate className="stack" onSubmit={submit}>
      <Labelled label={say('bulk.field')} error={tried && !many && say('bulk.none')}>
        {(id) => (
          <Select
            id={id}
            className="choice"
            placeholder={say('form.choose')}
            value={name}
            options={fields.map((each) => ({ value: each.name, label: read(each.title) }))}
            onChange={choose}
          />
        )}
      </Labelled>
      {field && !empty && (
        <Entry
          key={field.name}
          field={{ ...field, required: false }}
          draft={draft}
          error={tried && found && 'error' in found ? say(found.error) : undefined}
          change={setDraft}
        />
      )}
      {field && !field.required && (
        <label className="check">
          <input type="checkbox" checked={empty} onChange={(event) => setEmpty(event.target.checked)} />
          {say('bulk.empty')}
        </label>
      )}
      {field && (
        <ChangeQuestion
          change={change}
          set={setChange}
          error={tried && dayError ? say(dayError) : undefined}
        />
      )}
      <Button type="primary" htmlType="submit" disabled={!field}>
        {many === 1 ? say('bulk.apply.one') : say('bulk.apply', many)}
      </Button>
    </form>
  );
}

function Outcome({ register, results }: { register: Register; results: Result[] }) {
  const { say, language } = useSpeech();
  const bad = results.filter(({ what }) => what !== 'changed');
  const good = results.length - bad.length;
  const why = ({ what, error }: Result) =>
    what === 'meanwhile' || what === 'stopped' ? say(`bulk.${what}`) : error?.sentence(language);
  return (
    <div className={bad.length ? 'problem' : 'bulk-done'} role="status">
      <h2>{bad.length ? say('bulk.done', good, bad.length) : say('bulk.done.all', good)}</h2>
      {bad.length > 0 && (
        <ul>
          {bad.map((result) => (
            <li key={result.record.id}>
              <To href={address(register.plural, result.record.id)}>{result.record.title}</To>: {why(result)}
            </li>
          ))}
        </ul>
      )}
      {bad.some(({ what }) => what !== 'meanwhile') && <p className="soft small">{say('bulk.left')}</p>}
    </div>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two days: in a register, or in one record of it.
import { useState, type FormEvent, type ReactNode } from 'react';
import { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { useLoad, type Loaded } from '../load.ts';
import type { Page, Register, Row, Stored } from '../model.ts';
import { address, go, To, useQuery } from '../router.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { DayInput } from '../shell/Time.tsx';
import { daysAgo, isDay, today } from '../values/date.ts';
import { compared, differences, listReadings, most, readings, titleOf } from './compare.ts';
import type { Compared, Days, Difference } from './compare.ts';
import { Crumbs } from './record.tsx';
import { isEmpty, Shown } from './Shown.tsx';

const MONTH = 30;

export default function ChangesPage({ register, id }: { register: Register; id: string | null }) {
  const { read, say } = useSpeech();
  const query = useQuery();
  const days: Days = { from: query.get('from') ?? daysAgo(MONTH), to: query.get('to') ?? today() };
  const good = isDay(days.from) && isDay(days.to) && days.from < days.to;
  return (
    <>
      <Heading
        title={say('changes.title', read(id ? register.title : register.titles))}
        above={<Way register={register} id={id} />}
      />
      <p className="lead">{say('changes.lead')}</p>
      <DaysForm key={`${days.from} ${days.to}`} days={days} />
      {good && id && <OfRecord register={register} id={id} days={days} />}
      {good && !id && <OfRegister register={register} days={days} />}
    </>
  );
}

function Way({ register, id }: { register: Register; id: string | null }) {
  const { reply } = useLoad<Stored>(id && `/v1/${register.plural}/${encodeURIComponent(id)}`);
  return (
    <Crumbs register={register}>
      {id && (
        <>
          {' › '}
          <To href={address(register.plural, id)}>{reply?.body.title ?? id}</To>
        </>
      )}
    </Crumbs>
  );
}

function DaysForm({ days }: { days: Days }) {
  const { say } = useSpeech();
  const [draft, setDraft] = useState(days);
  const wrong = (day: string) => !isDay(day) && say('form.error.day');
  const late = isDay(draft.from) && draft.to <= draft.from && say('changes.order');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong(draft.from) && !wrong(draft.to) && !late)
      go(`${location.pathname}?${new URLSearchParams({ ...draft })}`, true);
  };
  return (
    <form className="panel inline" noValidate onSubmit={submit}>
      <DayInput
        label={say('changes.from')}
        error={wrong(draft.from)}
        value={draft.from}
        change={(from) => setDraft({ ...draft, from })}
      />
      <DayInput
        label={say('changes.to')}
        error={wrong(draft.to) || late}
        value={draft.to}
        change={(to) => setDraft({ ...draft, to })}
      />
      <button type="submit" className="button first">
        {say('changes.compare')}
      </button>
    </form>
  );
}

/** The first refusal of several readings, or none where all are there. */
function Together({ loaded, children }: { loaded: Loaded<unknown>[]; children: () => ReactNode }) {
  const refused = loaded.find(({ error }) => error);
  if (refused?.error) return <Trouble error={refused.error} again={refused.again} />;
  return loaded.every(({ reply }) => reply) ? children() : <Reading />;
}

function OfRegister({ register, days }: { register: Register; days: Days }) {
  const { say } = useSpeech();
  const [before, between, after] = listReadings(register, days) as [string, string, string];
  const loaded = [useLoad<Page>(before), useLoad<Page>(between), useLoad<Page>(after)];
  return (
    <Together loaded={loaded}>
      {() => {
        const pages = loaded.map(({ reply }) => reply!.body);
        return (
          <>
            {pages.some(({ next }) => next) && <p className="notice">{say('changes.many', most)}</p>}
            <Differences register={register} days={days} records={compared(register, pages)} />
          </>
        );
      }}
    </Together>
  );
}

/** A record that did not hold on a day is no failure here. */
function useReading(path: string): Loaded<Stored | null> {
  const loaded = useLoad<Stored | null>(path);
  const absent = loaded.error instanceof ServerError && loaded.error.problem.status === 404;
  return absent ? { ...loaded, error: null, reply: { body: null, etag: null } } : loaded;
}

function OfRecord({ register, id, days }: { register: Register; id: string; days: Days }) {
  const path = `/v1/${register.plural}/${encodeURIComponent(id)}`;
  const [before, between, after] = readings(days).map((reading) => `${path}?${reading}`) as [string, string, string];
  const loaded = [useReading(before), useReading(between), useReading(after)];
  return (
    <Together loaded={loaded}>
      {() => {
        const [a, b, c] = loaded.map(({ reply }) => reply!.body) as [Stored | null, Stored | null, Stored | null];
        const three = { before: a, between: b, after: c };
        const all = differences(register, three);
        const records = all.length ? [{ id, title: '', three, differences: all }] : [];
        return <Differences register={register} days={days} records={records} single />;
      }}
    </Together>
  );
}

interface TableProps {
  register: Register;
  days: Days;
  records: Compared[];
  /** The record needs no column of its own. */
  single?: boolean;
}

function Differences({ register, days, records, single }: TableProps) {
  const { say, read } = useSpeech();
  if (!records.length) return <p className="empty">{say('changes.none')}</p>;
  const heads = [
    ...(single ? [] : [say('changes.record')]),
    say('changes.field'),
    say('changes.what'),
    say('changes.on', days.from),
    say('changes.on', days.to),
  ];
  return (
    <div className="wide">
      <table className="sheet differences">
        <caption className="hidden">{say('changes.title', read(register.titles))}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {records.map((record) => (
          <tbody key={record.id}>
            {record.differences.map((difference, n) => (
              <Line key={n} days={days} difference={difference}>
                {!single && (n === 0 ? <Named register={register} days={days} record={record} /> : <td />)}
              </Line>
            ))}
            {!record.differences.length && (
              <tr>
                <Named register={register} days={days} record={record} />
                <td colSpan={4}>
                  {say('changes.rows')}:{' '}
                  <To href={`${address(register.plural, record.id, 'changes')}?${new URLSearchParams({ ...days })}`}>
                    {say('changes.rows.see')}
                  </To>
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The record on the second day, or on the first where it is no more. */
function Named({ register, days, record }: { register: Register; days: Days; record: Compared }) {
  const asOf = record.three.after ? days.to : days.from;
  const known = record.three.after || record.three.between ? '' : `&known_at=${days.from}`;
  const then = asOf === today() && !known ? '' : `?as_of=${asOf}${known}`;
  return (
    <th scope="row">
      <To href={address(register.plural, record.id) + then}>{record.title}</To>
    </th>
  );
}

function Line(props: { days: Days; difference: Difference; children: ReactNode }) {
  const { days, difference } = props;
  const { say, read } = useSpeech();
  const { what } = difference;
  const title = read(titleOf(difference));
  const sided = title ? undefined : 'none';
  return (
    <tr>
      {props.children}
      <td data-label={say('changes.field')}>{title || say('changes.whole')}</td>
      <td data-label={say('changes.what')}>
        <span className={`what ${what}`}>{say(`changes.${what}`)}</span>
      </td>
      <td data-label={say('changes.on', days.from)} className={sided}>
        <Side difference={difference} value={difference.from} />
      </td>
      <td data-label={say('changes.on', days.to)} className={sided}>
        <Side difference={difference} value={difference.to} />
      </td>
    </tr>
  );
}

function Side({ difference, value }: { difference: Difference; value: unknown }) {
  const { field, child } = difference;
  if (field) return <Shown field={field} value={value as Row[string]} />;
  if (!child) return null;
  return (value as Row[]).map((row, n) => (
    <div key={n}>
      {child.fields
        .filter(({ name }) => !isEmpty(row[name]))
        .map((each, i) => (
          <span key={each.name}>
            {i > 0 && ', '}
            <Shown field={each} value={row[each.name]} />
          </span>
        ))}
    </div>
  ));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a page of a list, a row each.
import type { Field, Register, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { address, To } from '../router.tsx';
import { columnsOf } from './columns.ts';
import type { Change } from './ListTools.tsx';
import { afresh } from './query.ts';
import { cellClass, isEmpty, isNumeric, Shown } from './Shown.tsx';

function SortHead({
  register,
  field,
  query,
  change,
}: {
  register: Register;
  field: Field;
  query: URLSearchParams;
  change: Change;
}) {
  const { read, say } = useSpeech();
  const sort = query.get('sort') ?? register.sort;
  const up = sort === field.name;
  const down = sort === `-${field.name}`;
  const next = afresh(query);
  next.set('sort', up ? `-${field.name}` : field.name);
  const className = isNumeric(field) ? 'end' : '';
  if (!field.sortable)
    return (
      <th scope="col" className={className}>
        {read(field.title)}
      </th>
    );
  return (
    <th scope="col" className={className} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" className="sort" onClick={() => change(next, true)}>
        {read(field.title)}
        <span aria-hidden="true">{up ? '↑' : down ? '↓' : '↕'}</span>
        {(up || down) && <span className="hidden">{say(up ? 'list.sort.up' : 'list.sort.down')}</span>}
      </button>
    </th>
  );
}

/** Records that are picked, by id; where nothing is picked there is no column for it. */
export type Picks = Map<string, Stored>;

interface Props {
  register: Register;
  query: URLSearchParams;
  items: Stored[];
  change: Change;
  picks: Picks | null;
  pick: (picks: Picks) => void;
}

interface PickProps {
  items: Stored[];
  picks: Picks;
  pick: (picks: Picks) => void;
  label: string;
}

/** Checks a record, or all of the page. */
function PickBox({ items, picks, pick, label }: PickProps) {
  const all = items.every(({ id }) => picks.has(id));
  const flip = () => {
    const next = new Map(picks);
    for (const item of items) {
      if (all) next.delete(item.id);
      else next.set(item.id, item);
    }
    pick(next);
  };
  return <input type="checkbox" aria-label={label} checked={all} onChange={flip} />;
}

export function RecordTable({ register, query, items, change, picks, pick }: Props) {
  const { read, say } = useSpeech();
  const columns = columnsOf(register, query);
  return (
    <table className={picks ? 'sheet picking' : 'sheet'}>
      <caption className="hidden">{read(register.titles)}</caption>
      <thead>
        <tr>
          {picks && (
            <td className="pick" data-label={say('bulk.pick.all')}>
              <PickBox items={items} picks={picks} pick={pick} label={say('bulk.pick.all')} />
            </td>
          )}
          {columns.map((field) => (
            <SortHead key={field.name} register={register} field={field} query={query} change={change} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            {picks && (
              <td className="pick">
                <PickBox items={[item]} picks={picks} pick={pick} label={say('bulk.pick', item.title)} />
              </td>
            )}
            {columns.map((field, n) =>
              n === 0 ? (
                <th key={field.name} scope="row">
                  <To href={address(register.plural, item.id)}>
                    {isEmpty(item[field.name]) || field.kind === 'link' ? (
                      item.title
                    ) : (
                      <Shown field={field} value={item[field.name]} />
                    )}
                  </To>
                </th>
              ) : (
                <td
                  key={field.name}
                  data-label={read(field.title)}
                  className={cellClass(field, item[field.name])}
                >
                  <Shown field={field} value={item[field.name]} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

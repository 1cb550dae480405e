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

export function RecordTable(props: { register: Register; query: URLSearchParams; items: Stored[]; change: Change }) {
  const { register, query, items, change } = props;
  const { read } = useSpeech();
  const columns = columnsOf(register, query);
  return (
    <table className="sheet">
      <caption className="hidden">{read(register.titles)}</caption>
      <thead>
        <tr>
          {columns.map((field) => (
            <SortHead key={field.name} register={register} field={field} query={query} change={change} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
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

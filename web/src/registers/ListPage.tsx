// SPDX-License-Identifier: GPL-3.0-or-later
// The list of any register, from its schema.
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Field, Page, Register, Stored } from '../model.ts';
import { ImportButton } from '../certificate/ImportButton.tsx';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { address, go, To, useQuery } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { count } from '../values/number.ts';
import { FilterChips, FilterForm } from './Filters.tsx';
import { afresh, conditions, filterable, listPath, ways, withCondition, withoutCondition, type Way } from './query.ts';
import { cellClass, isEmpty, isNumeric, Shown } from './Shown.tsx';
import { MomentForm, MomentNotice, momentOf, momentQuery, type Moment } from './When.tsx';

const pageSize = 50;

type Change = (next: URLSearchParams, replace?: boolean) => void;

export default function ListPage({ register }: { register: Register }) {
  const { say, read } = useSpeech();
  const query = useQuery();
  const [refused, setRefused] = useState<ServerError | null>(null);
  // Certificates come as files; the form is for those that exist on paper only.
  const imports = register.may.create && register.name === 'certificate';
  const { reply, error, loading, again } = useLoad<Page>(listPath(register, query, pageSize));
  const change: Change = (next, replace) =>
    go(`${address(register.plural)}${next.size ? `?${next}` : ''}`, replace);
  return (
    <>
      <Heading title={read(register.titles)}>
        {imports && <ImportButton refused={setRefused} />}
        {register.may.create && (
          <Button onClick={() => go(address(register.plural, 'import'))}>{say('rows.open')}</Button>
        )}
        {register.may.create && (
          <Button type={imports ? 'default' : 'primary'} onClick={() => go(address(register.plural, 'new'))}>
            {say('list.new')}
          </Button>
        )}
      </Heading>
      {refused && <Trouble error={refused} />}
      <p className="lead">{read(register.help)}</p>
      <Tools register={register} query={query} change={change} />
      {error ? (
        <Trouble error={error} again={again} />
      ) : !reply ? (
        <Reading />
      ) : reply.body.items.length ? (
        <div aria-busy={loading} className={loading ? 'stale' : ''}>
          <div className="wide">
            <RecordTable register={register} query={query} items={reply.body.items} change={change} />
          </div>
          <Foot page={reply.body} query={query} change={change} />
        </div>
      ) : (
        <EmptyList register={register} query={query} />
      )}
    </>
  );
}

function Tools({ register, query, change }: { register: Register; query: URLSearchParams; change: Change }) {
  const { say, read } = useSpeech();
  const [open, setOpen] = useState<'filter' | 'when' | null>(null);
  const [words, setWords] = useState(query.get('q') ?? '');
  const set = (name: string, value: string, base = afresh(query)) => {
    if (value) base.set(name, value);
    else base.delete(name);
    return base;
  };
  const setMoment = ({ asOf, knownAt }: Moment) => {
    // Search knows the present only.
    const next = set('known_at', knownAt, set('as_of', asOf));
    if (asOf || knownAt) next.delete('q');
    change(next);
    setOpen(null);
  };
  const held = conditions(register, query);
  const others = ways(useWorld().registers, register, query);
  const drop = (base: URLSearchParams, { name }: Way) => {
    const next = afresh(base);
    next.delete(name);
    return next;
  };
  const toggle = (which: 'filter' | 'when') => setOpen(open === which ? null : which);
  const then = query.has('as_of') || query.has('known_at');
  return (
    <div className="tools">
      <div className="tools-line">
        {!then && register.fields.some((field) => field.searched) && (
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              change(set('q', words.trim()));
            }}
          >
            <Input
              className="search-input"
              aria-label={say('list.search', read(register.titles))}
              placeholder={say('list.search.hint')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <Button htmlType="submit">{say('list.search.go')}</Button>
          </form>
        )}
        {filterable(register).length > 0 && (
          <Button aria-expanded={open === 'filter'} onClick={() => toggle('filter')}>
            {say('list.filter')}
          </Button>
        )}
        <Button aria-expanded={open === 'when'} onClick={() => toggle('when')}>
          {say('time.as_of.set')}
        </Button>
      </div>
      {open === 'filter' && (
        <FilterForm register={register} add={(condition) => change(withCondition(query, condition))} />
      )}
      {open === 'when' && <MomentForm moment={momentOf(query)} change={setMoment} />}
      <FilterChips
        register={register}
        conditions={held}
        ways={others}
        drop={(way) => change(drop(query, way))}
        remove={(condition) => change(withoutCondition(query, condition))}
        clear={() => change(others.reduce(drop, held.reduce(withoutCondition, query)))}
      />
      <MomentNotice moment={momentOf(query)} change={setMoment} />
    </div>
  );
}

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

function RecordTable(props: { register: Register; query: URLSearchParams; items: Stored[]; change: Change }) {
  const { register, query, items, change } = props;
  const { read } = useSpeech();
  const columns = register.list.flatMap((name) => register.fields.filter((field) => field.name === name));
  const then = momentQuery(momentOf(query));
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
                  <To href={address(register.plural, item.id) + then}>
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

function Foot({ page, query, change }: { page: Page; query: URLSearchParams; change: Change }) {
  const { say } = useSpeech();
  const { total, next } = page;
  const cursor = query.get('cursor');
  const sum =
    total &&
    (total.capped
      ? say('list.total.capped', count(total.count))
      : total.count === 1
        ? say('list.total.one')
        : say('list.total', count(total.count)));
  const forward = () => {
    const asked = new URLSearchParams(query);
    asked.set('cursor', next!);
    change(asked);
  };
  return (
    <div className="foot">
      <span className="soft">{sum}</span>
      {(next || cursor) && (
        <nav aria-label={say('list.pages')}>
          <Button disabled={!cursor} onClick={() => change(afresh(query))}>
            {say('list.first')}
          </Button>
          <Button disabled={!next} onClick={forward}>
            {say('list.next')}
          </Button>
        </nav>
      )}
    </div>
  );
}

/** Says what to do next. */
function EmptyList({ register, query }: { register: Register; query: URLSearchParams }) {
  const { say } = useSpeech();
  const { session } = useWorld();
  const asked = query.has('q') || conditions(register, query).length > 0;
  const next = asked
    ? 'list.empty.filtered.next'
    : register.may.create
      ? 'list.empty.create'
      : session
        ? null
        : 'list.empty.public';
  return (
    <div className="empty">
      <p>{say(asked ? 'list.empty.filtered' : 'list.empty')}</p>
      {next && <p className="soft">{say(next)}</p>}
    </div>
  );
}

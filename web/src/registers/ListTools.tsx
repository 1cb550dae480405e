// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above a list: its search, and panels for filters, columns and views.
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Register } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { isThen, momentOf } from '../moment.ts';
import { useWorld } from '../session.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { FilterChips, FilterForm } from './Filters.tsx';
import { afresh, conditions, filterable, ways, withCondition, withoutCondition, type Way } from './query.ts';
import { ViewsPanel } from './ViewsPanel.tsx';

/** Goes to another question about the same register. */
export type Change = (next: URLSearchParams, replace?: boolean) => void;

interface Props {
  register: Register;
  query: URLSearchParams;
  change: Change;
}

type Panel = 'filter' | 'columns' | 'views';

const titles = {
  filter: 'list.filter',
  columns: 'columns.open',
  views: 'views.open',
} as const;

export function ListTools({ register, query, change }: Props) {
  const { say, read } = useSpeech();
  const { registers, session } = useWorld();
  const [open, setOpen] = useState<Panel | null>(null);
  const [words, setWords] = useState(query.get('q') ?? '');
  const find = () => {
    const next = afresh(query);
    if (words.trim()) next.set('q', words.trim());
    else next.delete('q');
    change(next);
  };
  const held = conditions(register, query);
  const others = ways(registers, register, query);
  const drop = (base: URLSearchParams, { name }: Way) => {
    const next = afresh(base);
    next.delete(name);
    return next;
  };
  const panels: Panel[] = ['columns'];
  if (filterable(register).length > 0) panels.unshift('filter');
  if (session) panels.push('views');
  const then = isThen(momentOf(query)); // search knows the present only
  return (
    <div className="tools">
      <div className="tools-line">
        {!then && register.fields.some((field) => field.searched) && (
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              find();
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
        {panels.map((panel) => (
          <Button
            key={panel}
            aria-expanded={open === panel}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            {say(titles[panel])}
          </Button>
        ))}
      </div>
      {open === 'filter' && (
        <FilterForm register={register} add={(condition) => change(withCondition(query, condition))} />
      )}
      {open === 'columns' && <ColumnsPanel register={register} query={query} change={change} />}
      {open === 'views' && <ViewsPanel register={register} query={query} />}
      <FilterChips
        register={register}
        conditions={held}
        ways={others}
        drop={(way) => change(drop(query, way))}
        remove={(condition) => change(withoutCondition(query, condition))}
        clear={() => change(others.reduce(drop, held.reduce(withoutCondition, query)))}
      />
    </div>
  );
}

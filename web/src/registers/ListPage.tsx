// SPDX-License-Identifier: GPL-3.0-or-later
// The list of any register, from its schema.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Page, Register } from '../model.ts';
import { ImportButton } from '../certificate/ImportButton.tsx';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { address, go, useQuery } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { isThen, momentOf } from '../moment.ts';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { count } from '../values/number.ts';
import { safeFields } from './bulk.ts';
import { BulkPanel } from './BulkPanel.tsx';
import { ListTools, type Change } from './ListTools.tsx';
import { afresh, conditions, listPath } from './query.ts';
import { RecordTable, type Picks } from './RecordTable.tsx';

const pageSize = 50;

export default function ListPage({ register }: { register: Register }) {
  const { say, read } = useSpeech();
  const query = useQuery();
  const [refused, setRefused] = useState<ServerError | null>(null);
  const [picks, setPicks] = useState<Picks | null>(null);
  // What is not on the page is not changed unseen.
  const asked = String(query);
  useEffect(() => setPicks((before) => before && new Map()), [asked]);
  // Certificates come as files; the form is for those that exist on paper only.
  const imports = register.may.create && register.name === 'certificate';
  const { reply, error, loading, again } = useLoad<Page>(listPath(register, query, pageSize));
  const change: Change = (next, replace) =>
    go(`${address(register.plural)}${next.size ? `?${next}` : ''}`, replace);
  return (
    <>
      <Heading title={read(register.titles)}>
        {imports && <ImportButton refused={setRefused} />}
        {!isThen(momentOf(query)) && safeFields(register).length > 0 && (
          <Button aria-pressed={picks !== null} onClick={() => setPicks(picks ? null : new Map())}>
            {say('bulk.open')}
          </Button>
        )}
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
      <ListTools register={register} query={query} change={change} />
      {picks && !isThen(momentOf(query)) && (
        <BulkPanel register={register} picks={picks} pick={setPicks} again={again} />
      )}
      {error ? (
        <Trouble error={error} again={again} />
      ) : !reply ? (
        <Reading />
      ) : reply.body.items.length ? (
        <div aria-busy={loading} className={loading ? 'stale' : ''}>
          <div className="wide">
            <RecordTable
              register={register}
              query={query}
              items={reply.body.items}
              change={change}
              picks={isThen(momentOf(query)) ? null : picks}
              pick={setPicks}
            />
          </div>
          <Foot page={reply.body} query={query} change={change} />
        </div>
      ) : (
        <EmptyList register={register} query={query} />
      )}
    </>
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

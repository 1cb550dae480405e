// SPDX-License-Identifier: GPL-3.0-or-later
// Budgets of one's organisation: to open one here, and to keep this one there. Visitors have none.
import { useEffect, type ReactNode } from 'react';
import type { Page, Register, Row, Session, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { handOver } from '../registers/handover.ts';
import { budgetAddress, go, useQuery } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { Trouble } from '../shell/Parts.tsx';
import type { Budget } from './ask.ts';

const most = 100; // budgets to choose from: the register's own page has them all

/** What the register keeps of a budget beside its text: its name, and the results as they are reported. */
function rowOf(text: string, budget: Budget, isNew: boolean, session: Session | null): Row {
  const only = session?.members.length === 1 ? session.members[0]!.organisation : undefined;
  const result = budget.outputs.map((output) => output.statement.en).join('; ');
  const name = budget.title && { name: { en: budget.title.en, zh: budget.title.zh } };
  return { text, result, ...name, ...(isNew && { state: 'draft', ...(only && { organisation: only }) }) };
}

/** The record in the address; its text goes into the editor once it has come. */
function useOpened(register: Register, setText: (text: string) => void): [Stored | null, ReactNode] {
  const id = useQuery().get('budget');
  const { reply, error, again } = useLoad<Stored>(id ? `/v1/${register.plural}/${encodeURIComponent(id)}` : null);
  const record = reply && reply.body.id === id ? reply.body : null;
  useEffect(() => {
    if (record) setText(String(record['text'] ?? ''));
  }, [record?.id, record?.rev]);
  return [record, error ? <Trouble error={error} again={again} /> : null];
}

function Budgets({ register, text, setText, budget }: Props & { register: Register }) {
  const { say } = useSpeech();
  const { session } = useWorld();
  const { reply } = useLoad<Page>(`/v1/${register.plural}?limit=${most}`);
  const [record, trouble] = useOpened(register, setText);
  const items = reply?.body.items ?? [];
  const keep = (id: string | null) =>
    budget && handOver(register.plural, id, rowOf(text, budget, id === null, session));
  return (
    <div className="workbench-kept">
      {items.length > 0 && (
        <label>
          {say('workbench.open')}{' '}
          <select
            value={record?.id ?? ''}
            onChange={(event) => event.target.value && go(budgetAddress(event.target.value))}
          >
            <option value="">{say('workbench.open.none')}</option>
            {items.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {record && register.may.update && (
        <button type="button" className="button" disabled={!budget} onClick={() => keep(record.id)}>
          {say('workbench.keep.again', String(record['number'] ?? record.title))}
        </button>
      )}
      {register.may.create && (
        <button type="button" className="button" disabled={!budget} onClick={() => keep(null)}>
          {say('workbench.keep')}
        </button>
      )}
      {trouble}
    </div>
  );
}

interface Props {
  text: string;
  setText: (text: string) => void;
  budget: Budget | null;
}

export function Kept(props: Props) {
  const { session, registers } = useWorld();
  const register = registerOf(registers, 'uncertainty_budget');
  return session && register ? <Budgets {...props} register={register} /> : null;
}

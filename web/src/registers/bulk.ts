// SPDX-License-Identifier: GPL-3.0-or-later
// One field of several records changed, each by a write of its own that holds only for the revision that was read.
import { ask, type ServerError } from '../client.ts';
import { asServerError } from '../load.ts';
import type { Field, FieldKind, Register, Stored, Value } from '../model.ts';
import { changePath, type Change } from './ChangeQuestion.tsx';

/** Kinds that several records may share a value of; what is measured or worded belongs to one. */
const kinds: FieldKind[] = ['choice', 'boolean', 'date', 'instant', 'link', 'text', 'integer'];

/** Fields that do not say which record it is: no keys, no titles, nothing fixed; and no accounts or roles. */
export function safeFields(register: Register): Field[] {
  const { key, title_fields, may, group, fields } = register;
  if (!may.update || group === 'accounts') return [];
  const identity = new Set([...key, ...title_fields]);
  return fields.filter(
    ({ name, kind, fixed, secret, may_write }) =>
      kinds.includes(kind) && !fixed && !secret && may_write !== false && !identity.has(name),
  );
}

export interface Result {
  record: Stored;
  what: 'changed' | 'meanwhile' | 'refused' | 'stopped';
  error?: ServerError;
}

export interface BulkChange {
  register: Register;
  field: Field;
  value: Value;
  change: Change;
}

async function changeOne({ register, field, value, change }: BulkChange, record: Stored): Promise<Result> {
  const body = { [field.name]: value, ...(change.reason && { reason: change.reason }) };
  try {
    await ask(changePath(register, record, change), { method: 'PUT', body, ifMatch: `"${record.rev}"` });
    return { record, what: 'changed' };
  } catch (thrown) {
    const error = asServerError(thrown);
    return { record, what: error.problem.status === 412 ? 'meanwhile' : 'refused', error };
  }
}

/** One after another, so that who stops it knows where; each result is told as it comes. */
export async function changeAll(
  asked: BulkChange,
  records: Stored[],
  stopped: () => boolean,
  tell: (results: Result[]) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const record of records) {
    results.push(stopped() ? { record, what: 'stopped' } : await changeOne(asked, record));
    tell([...results]);
  }
  return results;
}

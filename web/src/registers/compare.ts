// SPDX-License-Identifier: GPL-3.0-or-later
// Two days of a record compared. Between what held on the first day as known then, and what held on the
// second as known then, stands a third reading: the first day as known on the second. What differs up to it
// was corrected, what differs from it on has changed.
import type { Child, Field, Page, Register, Row, Stored, Texts } from '../model.ts';
import { endOf } from '../moment.ts';

export interface Days {
  from: string;
  to: string;
}

/** A record as of the first day, the same as known on the second, and as of the second. */
export interface Three {
  before: Stored | null;
  between: Stored | null;
  after: Stored | null;
}

export type What = 'changed' | 'corrected' | 'began' | 'entered' | 'ended' | 'removed';

/** One line of the answer: a field, the rows of a child, or (with neither) the whole record. */
export interface Difference {
  what: What;
  field?: Field;
  child?: Child;
  from?: unknown;
  to?: unknown;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const rowsOf = (record: Row, { name }: Child) => (record[name] as Row[] | undefined) ?? [];

const without = (rows: Row[], others: Row[]) => rows.filter((row) => !others.some((other) => same(row, other)));

function step(register: Register, from: Stored, to: Stored, what: 'changed' | 'corrected'): Difference[] {
  const fields = register.fields
    .filter(({ name }) => !same(from[name], to[name]))
    .map((field) => ({ what, field, from: from[field.name], to: to[field.name] }));
  const children = register.children.flatMap((child) => {
    const [old, fresh] = [rowsOf(from, child), rowsOf(to, child)];
    const [gone, come] = [without(old, fresh), without(fresh, old)];
    return gone.length || come.length ? [{ what, child, from: gone, to: come }] : [];
  });
  return [...fields, ...children];
}

/** All that differs; corrections first, since what changed is told against what they left. */
export function differences(register: Register, { before, between, after }: Three): Difference[] {
  const corrected: Difference[] = before
    ? between
      ? step(register, before, between, 'corrected')
      : [{ what: 'removed' }]
    : between
      ? [{ what: 'entered' }]
      : [];
  const changed: Difference[] = between
    ? after
      ? step(register, between, after, 'changed')
      : [{ what: 'ended' }]
    : after
      ? [{ what: 'began' }]
      : [];
  return [...corrected, ...changed];
}

/** The three readings, as the query of each. */
export function readings({ from, to }: Days): string[] {
  const reading = (asOf: string, knownAt: string) => new URLSearchParams({ as_of: asOf, known_at: endOf(knownAt) });
  return [reading(from, from), reading(from, to), reading(to, to)].map(String);
}

export const most = 500;

/** Where the three readings of a register are asked for: only of records that can differ. */
export function listReadings({ plural }: Register, days: Days): string[] {
  const filter = new URLSearchParams({
    changed_after: endOf(days.from),
    changed_until: endOf(days.to),
    sort: 'id',
    limit: String(most),
  });
  return readings(days).map((reading) => `/v1/${plural}?${filter}&${reading}`);
}

export interface Compared {
  id: string;
  title: string;
  three: Three;
  differences: Difference[];
}

/** Records of three pages put beside each other, those that do not differ left out. */
export function compared(register: Register, pages: Page[]): Compared[] {
  const [before, between, after] = pages.map(({ items }) => new Map(items.map((item) => [item.id, item])));
  const ids = new Set([before, between, after].flatMap((records) => [...records!.keys()]));
  return [...ids]
    .map((id) => {
      const [a, b, c] = [before, between, after].map((records) => records!.get(id) ?? null);
      const three: Three = { before: a!, between: b!, after: c! };
      return { id, title: (c ?? b ?? a)!.title, three, differences: differences(register, three) };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}

export const titleOf = ({ field, child }: Difference): Texts | null => field?.title ?? child?.title ?? null;

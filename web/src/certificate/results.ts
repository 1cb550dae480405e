// SPDX-License-Identifier: GPL-3.0-or-later
// Results of a certificate as tables: lists of equal length become the columns of one table, as
// the certificate printed them; single values become its rows.
import type { Link, Quantity, Row, Texts } from '../model.ts';

export interface ResultValue {
  value: Quantity | null;
  uncertainty: Quantity | null;
  k: string | null;
  p: string | null;
}

export interface Result {
  path: string;
  name: Texts | null;
  role: string | null;
  quantity_kind: Link | null;
  conformity: string | null;
  values: ResultValue[];
}

export type Sheet = { kind: 'columns'; results: Result[] } | { kind: 'rows'; results: Result[] };

const widest = 8;

/** The results in their order, put together into tables. */
export function sheets(rows: Row[]): Sheet[] {
  const out: Sheet[] = [];
  for (const result of rows as unknown as Result[]) {
    const last = out.at(-1);
    const length = result.values.length;
    const kind = length > 1 ? 'columns' : 'rows';
    const fits =
      last?.kind === kind &&
      (kind === 'rows' || (last.results[0]!.values.length === length && last.results.length < widest));
    if (fits) last.results.push(result);
    else out.push({ kind, results: [result] });
  }
  return out;
}

/** The one value that all have in common; null when there is none, or more than one. */
export function common<T>(all: T[]): T | null {
  return all.length > 0 && all.every((each) => each === all[0]) ? all[0]! : null;
}

export const given = (values: ResultValue[]) => values.filter(({ uncertainty }) => uncertainty);

/** The unit of a column of values, and of its uncertainties; null where rows differ. */
export const unitOf = (values: ResultValue[]) =>
  common(values.flatMap(({ value }) => (value ? [value.unit] : [])));
export const uncertaintyUnitOf = (values: ResultValue[]) =>
  common(given(values).map(({ uncertainty }) => uncertainty!.unit));

/** k and p of these values, where they agree. */
export function coverageOf(values: ResultValue[]): { k: string | null; p: string | null; some: boolean } {
  const stated = given(values);
  return {
    k: common(stated.map(({ k }) => k)),
    p: common(stated.map(({ p }) => p)),
    some: stated.length > 0,
  };
}

/** k = 1: a standard uncertainty, written u and, where the digits allow, in brackets. */
export const isStandard = (k: string | null) => k !== null && Number(k) === 1;

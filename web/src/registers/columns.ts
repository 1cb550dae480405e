// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a list has, in which order. The choice lives in the address beside the question.
import type { Field, Register } from '../model.ts';

const parameter = 'columns';

const named = (register: Register, names: string[]): Field[] =>
  names.flatMap((name) => register.fields.filter((field) => field.name === name));

/** Fields that can stand in a column. */
export const possible = (register: Register): Field[] => register.fields.filter(({ secret }) => !secret);

/** The columns asked for in the address, else those of the declaration; never none. */
export function columnsOf(register: Register, query: URLSearchParams): Field[] {
  const asked = [...new Set(query.get(parameter)?.split(',') ?? [])];
  const chosen = named(register, asked).filter(({ secret }) => !secret);
  return chosen.length ? chosen : named(register, register.list);
}

/** The same question with other columns; the preset ones need not be said. */
export function withColumns(register: Register, query: URLSearchParams, names: string[]): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete(parameter);
  const preset = named(register, register.list).map(({ name }) => name);
  if (names.length && names.join() !== preset.join()) next.set(parameter, names.join());
  return next;
}

/** The question without what concerns the page alone: the server knows nothing of columns. */
export function withoutColumns(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete(parameter);
  return next;
}

/** A name moved by one place. */
export function moved(names: string[], from: number, by: 1 | -1): string[] {
  const next = [...names];
  const [name] = next.splice(from, 1);
  next.splice(from + by, 0, name!);
  return next;
}

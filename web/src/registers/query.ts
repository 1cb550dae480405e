// SPDX-License-Identifier: GPL-3.0-or-later
// A list's question to the server. It lives in the address, so that a view can be sent on.
import type { Field, FieldKind, Register, Texts } from '../model.ts';
import type { MessageKey } from '../messages/app.ts';
import { endOf } from '../moment.ts';
import { withoutColumns } from './columns.ts';

export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'starts' | 'in' | 'null' | 'notnull';

export interface Condition {
  field: string;
  op: Operator;
  value: string;
}

const ordered: Operator[] = ['eq', 'ge', 'le', 'gt', 'lt'];

/** The comparisons that make sense for a kind of field. */
export function operators(kind: FieldKind): Operator[] {
  switch (kind) {
    case 'text':
    case 'texts':
      return ['eq', 'starts', 'ne', 'null', 'notnull'];
    case 'integer':
    case 'real':
    case 'quantity':
    case 'money':
    case 'date':
    case 'instant':
      return [...ordered, 'null', 'notnull'];
    case 'choice':
      return ['eq', 'ne', 'null', 'notnull'];
    case 'link':
      return ['eq', 'null', 'notnull'];
    case 'boolean':
      return ['eq'];
    case 'uncertainty':
    case 'document':
      return ['null', 'notnull'];
  }
}

/** Dates are before and after, numbers less and more. */
export function operatorKey(op: Operator, kind: FieldKind): MessageKey {
  const dated =
    (kind === 'date' || kind === 'instant') && (op === 'lt' || op === 'le' || op === 'gt' || op === 'ge');
  return dated ? `list.op.${op}.date` : `list.op.${op}`;
}

export const filterable = (register: Register): Field[] => register.fields.filter((field) => field.indexed);

const parameter = ({ field, op, value }: Condition): [string, string] =>
  op === 'null'
    ? [`${field}.null`, '1']
    : op === 'notnull'
      ? [`${field}.null`, '0']
      : [op === 'eq' ? field : `${field}.${op}`, value];

const written: string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'starts', 'in', 'null'];
const isOperator = (word: string) => written.includes(word);

/** A condition that goes by links or rows, "organisation.cluster", or by the day on which records hold:
 * made by whoever linked here, shown and taken away, not edited. */
export interface Way {
  name: string;
  titles: Texts[];
  field: Field | null;
  op: Operator;
  value: string;
}

function wayOf(registers: Register[], register: Register, name: string, value: string): Way | null {
  const words = name.split('.');
  const child = register.children.find(({ name: plural }) => plural === words[0]);
  let fields = child ? child.fields : register.fields;
  const titles: Texts[] = child ? [child.title] : [];
  let field: Field | null = null;
  for (const word of child ? words.slice(1) : words) {
    const next = fields.find((each) => each.name === word);
    if (!next) {
      if (!field || !isOperator(word)) return null;
      const empty = value === '0' || value === 'false' ? 'notnull' : 'null';
      return { name, titles, field, op: word === 'null' ? empty : (word as Operator), value };
    }
    field = next;
    titles.push(next.title);
    fields = registers.find((each) => each.name === next.link)?.fields ?? [];
  }
  return { name, titles, field, op: 'eq', value };
}

/** The ways in an address; simple conditions are not among them. */
export function ways(registers: Register[], register: Register, query: URLSearchParams): Way[] {
  return [...query].flatMap(([name, value]) => {
    if (name === 'holds_on') return [{ name, titles: [], field: null, op: 'eq' as const, value }];
    const [first, second] = name.split('.');
    const simple = register.fields.some((field) => field.name === first) && (!second || isOperator(second));
    const way = simple || !name.includes('.') ? null : wayOf(registers, register, name, value);
    return way ? [way] : [];
  });
}

/** The conditions in an address. */
export function conditions(register: Register, query: URLSearchParams): Condition[] {
  const found: Condition[] = [];
  for (const [name, value] of query) {
    const [field = '', op = 'eq', ...rest] = name.split('.');
    if (!register.fields.some((known) => known.name === field)) continue;
    if (rest.length || !isOperator(op)) continue;
    const given = value === '0' || value === 'false';
    if (op === 'null') found.push({ field, op: given ? 'notnull' : 'null', value: '' });
    else found.push({ field, op: op as Operator, value });
  }
  return found;
}

export function withCondition(query: URLSearchParams, condition: Condition): URLSearchParams {
  const next = afresh(query);
  const [name, value] = parameter(condition);
  next.set(name, value);
  return next;
}

export function withoutCondition(query: URLSearchParams, condition: Condition): URLSearchParams {
  const next = afresh(query);
  next.delete(parameter(condition)[0]);
  return next;
}

/** The same question from its first page: a cursor belongs to one question only. */
export function afresh(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  return next;
}

/** The path to ask for a page of the list. */
export function listPath(register: Register, query: URLSearchParams, limit: number): string {
  const asked = withoutColumns(query);
  const known = asked.get('known_at');
  if (known) asked.set('known_at', endOf(known));
  asked.set('limit', String(limit));
  asked.set('total', '1');
  return `/v1/${register.plural}?${asked}`;
}

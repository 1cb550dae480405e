// SPDX-License-Identifier: GPL-3.0-or-later
// Between a record as the server holds it and what stands in a form's fields, kind by kind.
// Numbers stay the digits that were typed.
import type {
  Child,
  Field,
  Link,
  Money,
  Quantity,
  Row,
  Texts,
  UncertaintyStatement,
  Value,
} from '../model.ts';
import type { MessageKey } from '../messages/app.ts';
import { isDay, isPartialDate } from '../values/date.ts';

/** What stands in a field: named parts, all text; a link also knows the title to show. */
export type Draft = { [part: string]: string };
/** A record, or a row that lives with one: the form is the same for both. */
export interface RowDraft {
  fields: { [field: string]: Draft };
  children: { [child: string]: RowDraft[] };
}
/** What a register and its children have in common. */
export interface Shape {
  fields: Field[];
  children: Child[];
}

const whole = (text: unknown): Draft => ({ text: text === null || text === undefined ? '' : String(text) });

/** Digits after the point of a currency: 2 for CNY, 0 for JPY. */
function minorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount in minor units as people write it, exactly: 123450 CNY is 1234.50. */
export function moneyText({ minor, currency }: Money): string {
  const places = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(places + 1, '0');
  const point = text.length - places;
  return (minor < 0 ? '-' : '') + (places ? `${text.slice(0, point)}.${text.slice(point)}` : text);
}

function minorOf(amount: string, currency: string): number | null {
  const places = minorDigits(currency);
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!found || !/^[A-Z]{3}$/.test(currency) || (found[3]?.length ?? 0) > places) return null;
  const minor = Number(found[2]! + (found[3] ?? '').padEnd(places, '0'));
  return Number.isSafeInteger(minor) ? (found[1] ? -minor : minor) : null;
}

export function toDraft(field: Field, value: Value | Row[] | undefined): Draft {
  switch (field.kind) {
    case 'texts':
      return { en: '', zh: '', ...((value as Texts | null | undefined) ?? {}) };
    case 'link': {
      const link = value as Link | null | undefined;
      return { id: link?.id ?? '', title: link?.title ?? '' };
    }
    case 'quantity': {
      const quantity = value as Quantity | null | undefined;
      return { value: quantity?.value ?? '', unit: quantity?.unit ?? field.unit ?? '' };
    }
    case 'uncertainty': {
      const statement = value as UncertaintyStatement | null | undefined;
      return { text: statement?.text ?? '', k: statement?.k ?? '2', p: statement?.p ?? '0.95' };
    }
    case 'money': {
      const money = value as Money | null | undefined;
      return { amount: money ? moneyText(money) : '', currency: money?.currency ?? 'CNY' };
    }
    case 'document':
      return {};
    case 'text':
    case 'integer':
    case 'real':
    case 'boolean':
    case 'date':
    case 'instant':
    case 'choice':
      return whole(value);
  }
}

export type Read = { value: Value } | { error: MessageKey };

/** Whether nothing was entered: a default of k, unit or currency alone is nothing. */
function isBlank(field: Field, draft: Draft): boolean {
  const telling = {
    texts: Object.keys(draft),
    link: ['id'],
    quantity: ['value'],
    uncertainty: ['text'],
    money: ['amount'],
  };
  const parts = telling[field.kind as keyof typeof telling] ?? ['text'];
  return parts.every((part) => !draft[part]?.trim());
}

/** What a field holds, as the server takes it; or what is wrong with it. */
export function fromDraft(field: Field, draft: Draft): Read {
  if (isBlank(field, draft)) return field.required ? { error: 'form.error.required' } : { value: null };
  const text = draft['text']?.trim() ?? '';
  switch (field.kind) {
    case 'texts':
      return { value: Object.fromEntries(Object.entries(draft).filter(([, words]) => words.trim())) };
    case 'link':
      return { value: { id: draft['id']!, title: draft['title'] ?? '' } };
    case 'quantity':
      return readQuantity(draft);
    case 'uncertainty':
      return { value: { text, k: draft['k']?.trim() || null, p: draft['p']?.trim() || null } };
    case 'money': {
      const currency = draft['currency']!.trim().toUpperCase();
      const minor = minorOf(draft['amount']!, currency);
      return minor === null ? { error: 'form.error.money' } : { value: { minor, currency } };
    }
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : { error: 'form.error.integer' };
    case 'real':
      return isNumber(text) ? { value: Number(text) } : { error: 'form.error.number' };
    case 'boolean':
      return { value: text === 'true' };
    case 'date':
      return isPartialDate(text) ? { value: text } : { error: 'form.error.date' };
    case 'text':
    case 'instant':
    case 'choice':
      return { value: text };
    case 'document':
      return { value: null };
  }
}

const isNumber = (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

function readQuantity(draft: Draft): Read {
  const value = draft['value']!.trim();
  const unit = draft['unit']!.trim();
  if (!isNumber(value)) return { error: 'form.error.number' };
  return unit ? { value: { value, unit } } : { error: 'form.error.unit' };
}

export function rowDraft(shape: Shape, row: Row = {}): RowDraft {
  const rows = (child: Child) =>
    ((row[child.name] as Row[] | undefined) ?? []).map((each) => rowDraft(child, each));
  return {
    fields: Object.fromEntries(shape.fields.map((field) => [field.name, toDraft(field, row[field.name])])),
    children: Object.fromEntries(shape.children.map((child) => [child.name, rows(child)])),
  };
}

/** What a form may send. A document is filed by importing; what is fixed is given only when the
 * record is made. */
export const isWritable = (field: Field, isNew: boolean) =>
  field.kind !== 'document' && field.may_write !== false && (isNew || !field.fixed);
export const isEditable = (child: Child, isNew: boolean) => isNew || !child.insert_only;

/** Messages by place, the server's own: `/serial`, `/states/2/from`. */
export type Errors = { [place: string]: string };
type Faults = { [place: string]: MessageKey };

/** A link that may not be seen stands empty in the form, and empty it is sent back: the server keeps it,
 * or says that it is required. */
const asked = (field: Field, isNew: boolean): Field =>
  field.kind === 'link' && !isNew ? { ...field, required: false } : field;

/** The body to send, or the faults that keep it from being sent. */
export function rowBody(
  shape: Shape,
  draft: RowDraft,
  isNew: boolean,
  place = '',
): { body: Row; faults: Faults } {
  const faults: Faults = {};
  const body: Row = {};
  for (const field of shape.fields.filter((each) => isWritable(each, isNew))) {
    const read = fromDraft(asked(field, isNew), draft.fields[field.name] ?? {});
    if ('error' in read) faults[`${place}/${field.name}`] = read.error;
    else body[field.name] = read.value;
  }
  for (const child of shape.children.filter((each) => isEditable(each, isNew))) {
    body[child.name] = (draft.children[child.name] ?? []).map((row, n) => {
      // The rows of a child are written whole, so each of them is new.
      const inner = rowBody(child, row, true, `${place}/${child.name}/${n}`);
      Object.assign(faults, inner.faults);
      return inner.body;
    });
  }
  return { body, faults };
}

/** The place of the field that a server's place lies in: `/low/unit` lies in `/low`. */
export function fieldPlace(shape: Shape, place: string): string | null {
  const [first, row, ...rest] = place.split('/').filter(Boolean);
  if (!first) return null;
  if (shape.fields.some((field) => field.name === first)) return `/${first}`;
  const child = shape.children.find(({ name }) => name === first);
  if (!child) return null;
  const inner = fieldPlace(child, rest.join('/'));
  return inner ? `/${first}/${row}${inner}` : `/${first}`;
}

/** What a place is called: the titles on the way to it, and the numbers of rows. */
export function placeTitles(shape: Shape, place: string): { title: Field['title']; row: number | null }[] {
  const [first, row, ...rest] = place.split('/').filter(Boolean);
  const field = shape.fields.find((each) => each.name === first);
  if (field) return [{ title: field.title, row: null }];
  const child = shape.children.find((each) => each.name === first);
  if (!child) return [];
  return [
    { title: child.title, row: row === undefined ? null : Number(row) },
    ...placeTitles(child, rest.join('/')),
  ];
}

/** A day for "true from a date". */
export const badDay = (text: string): MessageKey | null => (isDay(text.trim()) ? null : 'form.error.day');

// SPDX-License-Identifier: GPL-3.0-or-later
// What the server sends and takes, under /v1. Measured numbers are strings, as written.

export type Language = 'en' | 'zh';
export type Texts = { [language: string]: string };

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: number;
  detail: string;
  detail_en?: string;
  detail_zh?: string;
  /** Where in the input: a JSON Pointer such as /results/3/unit. */
  place?: string;
  request?: string;
}

export type FieldKind =
  | 'text'
  | 'texts'
  | 'integer'
  | 'real'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'choice'
  | 'link'
  | 'quantity'
  | 'uncertainty'
  | 'money'
  | 'document';

export interface Choice {
  value: string;
  title: Texts;
}

export interface Field {
  name: string;
  kind: FieldKind;
  title: Texts;
  help?: Texts;
  required?: boolean;
  searched?: boolean;
  indexed?: boolean;
  sortable?: boolean;
  /** The register that a link leads to, by its plural. */
  link?: string | null;
  choices?: Choice[] | null;
  unit?: string | null;
  /** Given when the record is made, never changed. */
  fixed?: boolean;
  /** Only written, never answered. */
  secret?: boolean;
  may_write?: boolean;
}

export interface Child {
  name: string;
  title: Texts;
  help?: Texts;
  /** Given when the record is made, never changed. */
  insert_only?: boolean;
  fields: Field[];
  children: Child[];
}

export interface Register {
  name: string;
  plural: string;
  /** Of one record, and of many. */
  title: Texts;
  titles: Texts;
  help?: Texts;
  key: string[];
  title_fields: string[];
  list: string[];
  /** Of lists that ask for none, such as `-issued`. */
  sort: string;
  fields: Field[];
  children: Child[];
  may: { create: boolean; update: boolean; remove: boolean };
}

export interface Schema {
  registers: Register[];
}

/** Null where the reader may not see the other record. */
export interface Link {
  id: string | null;
  title: string | null;
}

export interface Quantity {
  value: string;
  unit: string;
  double?: number;
}

export interface UncertaintyStatement {
  text: string;
  k?: string | null;
  p?: string | null;
}

export interface Money {
  minor: number;
  currency: string;
}

export interface StoredDocument {
  id: string;
  media_type: string;
  size: number;
  sha256: string;
}

export type Value =
  | string
  | number
  | boolean
  | null
  | Texts
  | Link
  | Quantity
  | UncertaintyStatement
  | Money
  | StoredDocument;

export type Row = { [field: string]: Value | Row[] | undefined };

export interface Stored extends Row {
  id: string;
  rev: number;
  title: string;
  recorded_from: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface Page {
  items: Stored[];
  next: string | null;
  total?: { count: number; capped: boolean };
}

export interface HistoryEntry {
  rev: number;
  change: 'create' | 'update' | 'remove' | string;
  recorded_from: string;
  recorded_to: string | null;
  valid_from: string | null;
  valid_to: string | null;
  account?: Link | null;
  reason?: string | null;
  record?: Stored;
}

export interface Session {
  account: { id: string; name: string };
  members: { organisation: Link; role: string }[];
  administrator: boolean;
  regulator: boolean;
  csrf: string;
  demonstration: boolean;
}

export interface Token {
  id: string;
  name: string;
  write: boolean;
  registers: string[];
  created: string;
  expires: string | null;
  last_used?: string | null;
}

export type Answer = 'pass' | 'warn' | 'fail' | 'unknown';

export interface Finding {
  answer: Answer;
  code?: string;
  place?: string | null;
  reason: Texts;
}

export interface Claim {
  name: string;
  title: Texts;
  answer: Answer;
  reason: Texts;
  place?: string | null;
  findings?: Finding[];
}

export interface Verdict {
  verdict: Answer;
  checked: number;
  of: number;
  claims: Claim[];
  not_checked: string[];
}

export interface CheckedFile extends Verdict {
  file?: string | null;
  sha256: string;
  format: string | null;
  certificate?: CheckedCertificate | null;
}

export interface CheckedCertificate {
  number?: string | null;
  issuer?: string | null;
  item?: string | null;
  customer?: string | null;
  issued?: string | null;
  performed_from?: string | null;
  performed_to?: string | null;
  results?: number | unknown[];
}

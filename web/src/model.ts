// SPDX-License-Identifier: GPL-3.0-or-later
// What the server sends, as the client reads it: the generated types, with their closed sets of
// words, and records, whose fields the schema tells. Measured numbers are strings, as written.
import type * as api from './api.ts';

export type { Session, Token, Tokens } from './api.ts';
export type Language = 'en' | 'zh';
export type Texts = api.RecordTexts;
/** A problem document; one made here, of no answer at all, has fewer members. */
type Told = 'detail_en' | 'detail_zh' | 'request';
export type Problem = Omit<api.Problem, Told> & Partial<Pick<api.Problem, Told>>;
export type Choice = api.SchemaChoice;
export type Link = api.RecordLink;
export type Quantity = Omit<api.RecordQuantity, 'double'>;
export type UncertaintyStatement = api.RecordUncertainty;
export type Money = api.RecordMoney;
export type StoredDocument = Required<api.RecordDocument>;

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

export type Field = Omit<api.SchemaField, 'kind'> & { kind: FieldKind };
export type Child = Omit<api.SchemaChild, 'fields' | 'children'> & { fields: Field[]; children: Child[] };
export type Register = Omit<api.SchemaRegister, 'fields' | 'children'> & {
  fields: Field[];
  children: Child[];
};
export type Schema = { registers: Register[] };

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

export interface Revision {
  rev: number;
  change: 'create' | 'update' | 'remove';
  recorded_from: string;
  recorded_to: string | null;
  valid_from: string | null;
  valid_to: string | null;
  account?: Link | null;
  reason?: string | null;
}

export type History = { items: Revision[] };

export type Answer = 'pass' | 'warn' | 'fail' | 'unknown';
export type Finding = Omit<api.Finding, 'answer'> & { answer: Answer };
export type Claim = Omit<api.Claim, 'answer' | 'findings'> & { answer: Answer; findings: Finding[] };
export type Verdict = Omit<api.Verdict, 'verdict' | 'claims' | 'certificate'> & {
  verdict: Answer;
  claims: Claim[];
  certificate?: CertificateSummary | null;
};

/** What a checked file says of itself, as far as it could be read. */
export interface CertificateSummary {
  number?: string | null;
  issuer?: string | null;
  item?: string | null;
  customer?: string | null;
  issued?: string | null;
  performed_from?: string | null;
  performed_to?: string | null;
  results?: number;
}

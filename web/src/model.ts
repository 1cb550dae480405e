// SPDX-License-Identifier: GPL-3.0-or-later
// What the server sends, as the client reads it: the generated types, with their closed sets of
// words, and records, whose fields the schema tells. Measured numbers are strings, as written.
import type * as api from './api.ts';

export type { Notice, NoticeChoices, Notices } from './api.ts';
export type { Provider, ProviderWay, Subject, Subjects } from './api.ts';
export type { Invitation, Invitations, Session, Token, Tokens } from './api.ts';
export type Language = 'en' | 'zh';
export type Texts = api.RecordTexts;

/** Titles that an answer gives as two members. */
export function titlesOf(of: { title_en: string; title_zh: string }): Texts {
  return { en: of.title_en, zh: of.title_zh };
}

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
export type Group = api.SchemaGroup;
export type Schema = { groups: Group[]; registers: Register[] };

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

/** A version of a record in both its times, and the change that wrote it. */
export interface Version {
  rev: number;
  recorded_from: string;
  valid_from: string | null;
  valid_to: string | null;
  recorded_to: string | null;
  change: {
    action: 'create' | 'update' | 'remove';
    /** An account's id; null to the public. */
    account: string | null;
    reason: string | null;
    instant: string;
  };
}

export type History = { items: Version[] };

export type Answer = 'pass' | 'warn' | 'fail' | 'unknown';
export type Finding = Omit<api.Finding, 'answer'> & { answer: Answer };
export type Claim = Omit<api.Claim, 'answer' | 'reason' | 'findings'> & {
  answer: Answer;
  /** Absent where nothing was found that needs saying. */
  reason?: Texts;
  findings: Finding[];
  /** Findings beyond those listed. */
  omitted?: number;
};
export type Verdict = Omit<api.Verdict, 'verdict' | 'claims' | 'certificate'> & {
  verdict: Answer;
  claims: Claim[];
  certificate?: CertificateSummary | null;
};

/** A value set in type by the server, with its unit. */
export interface SummaryValue {
  value: string;
  unit: string | null;
  typeset: string | null;
  /** The expanded uncertainty's digits, or the standard one's. */
  u?: string | null;
  standard?: string | null;
  u_typeset?: string | null;
  k?: string | null;
}

/** What a checked file says of itself, as far as it could be read. */
export interface CertificateSummary {
  number: string | null;
  issuer: { name?: string | null; code?: string | null };
  customer: string | null;
  item: { name?: string | null; manufacturer?: string | null; model?: string | null; serial?: string | null };
  issued: string | null;
  performed: { begun?: string | null; ended?: string | null };
  results: { name: { en: string | null; zh: string | null }; values: SummaryValue[] }[];
}

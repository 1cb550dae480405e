// SPDX-License-Identifier: GPL-3.0-or-later
// A value to be read, by the kind of its field.
import type {
  Field,
  Link,
  Money,
  Quantity,
  Row,
  StoredDocument,
  Texts,
  UncertaintyStatement,
  Value,
} from '../model.ts';
import { useSpeech } from '../language.tsx';
import { address, To } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { instant } from '../values/date.ts';
import { digits, size, withUnit } from '../values/number.ts';
import { statementText, unitText } from '../values/unit.ts';
import { moneyText } from './draft.ts';

export const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** Of a table's cell: numbers end right, and a narrow card leaves out what is empty. */
export const cellClass = (field: Field, value: unknown) =>
  `${isNumeric(field) ? 'end' : ''}${isEmpty(value) ? ' none' : ''}`.trim();

export function LinkTo({ link, to }: { link: Link; to: string | null | undefined }) {
  const { registers } = useWorld();
  const register = registerOf(registers, to);
  const title = link.title || link.id;
  return register ? <To href={address(register.plural, link.id)}>{title}</To> : <>{title}</>;
}

export function QuantityText({ value, unit }: { value: string; unit: string | null | undefined }) {
  return <span className="nowrap">{withUnit(digits(value), unitText(unit))}</span>;
}

export function Download({ document }: { document: StoredDocument }) {
  const { say } = useSpeech();
  return (
    <>
      <a href={`/v1/documents/${encodeURIComponent(document.id)}`} download>
        {say('document.download')}
      </a>{' '}
      <span className="soft nowrap">
        {document.media_type}, {size(document.size)}
      </span>
    </>
  );
}

function Statement({ statement }: { statement: UncertaintyStatement }) {
  return (
    <>
      <span>{statementText(statement.text)}</span>{' '}
      {statement.k && (
        <span className="soft nowrap">
          (<i>k</i> = {statement.k})
        </span>
      )}
    </>
  );
}

export function Shown({ field, value }: { field: Field; value: Value | Row[] | undefined }) {
  const { read, say } = useSpeech();
  if (isEmpty(value))
    return (
      <span className="soft" aria-label={say('record.none')}>
        –
      </span>
    );
  switch (field.kind) {
    case 'texts':
      return <>{read(value as Texts)}</>;
    case 'choice':
      return <>{read(field.choices?.find((choice) => choice.value === value)?.title) || String(value)}</>;
    case 'boolean':
      return <>{say(value ? 'form.yes' : 'form.no')}</>;
    case 'link':
      return <LinkTo link={value as Link} to={field.link} />;
    case 'quantity':
      return <QuantityText {...(value as Quantity)} />;
    case 'uncertainty':
      return <Statement statement={value as UncertaintyStatement} />;
    case 'money':
      return (
        <span className="nowrap">{`${(value as Money).currency}\u202f${moneyText(value as Money)}`}</span>
      );
    case 'instant':
      return <time dateTime={String(value)}>{instant(String(value))}</time>;
    case 'date':
      return (
        <time dateTime={String(value)} className="nowrap">
          {String(value)}
        </time>
      );
    case 'document':
      return <Download document={value as StoredDocument} />;
    case 'integer':
    case 'real':
      return <span className="nowrap">{withUnit(digits(String(value)), unitText(field.unit))}</span>;
    case 'text':
      return <>{String(value)}</>;
  }
}

/** Whether a column of these reads better from the right. */
export const isNumeric = (field: Field) =>
  field.kind === 'integer' || field.kind === 'real' || field.kind === 'money';

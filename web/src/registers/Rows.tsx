// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that live with a record: read as a table, filled in as a list of small forms.
import { Button } from 'antd';
import type { Child, Row } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { isEditable, isWritable, rowDraft, type Errors, type RowDraft, type Shape } from './draft.ts';
import { Entry } from './Entry.tsx';
import { cellClass, isNumeric, Shown } from './Shown.tsx';

const inner = (row: Row, child: Child) => (row[child.name] as Row[] | undefined) ?? [];

export function RowTable({ child, rows }: { child: Child; rows: Row[] }) {
  const { read, say } = useSpeech();
  if (!rows.length) return <p className="soft">{say('record.rows.none')}</p>;
  return (
    <table className="sheet">
      <caption className="hidden">{read(child.title)}</caption>
      <thead>
        <tr>
          {child.fields.map((field) => (
            <th key={field.name} scope="col" className={isNumeric(field) ? 'end' : ''}>
              {read(field.title)}
            </th>
          ))}
          {child.children.map((below) => (
            <th key={below.name} scope="col">
              {read(below.title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n}>
            {child.fields.map((field) => (
              <td
                key={field.name}
                data-label={read(field.title)}
                className={cellClass(field, row[field.name])}
              >
                <Shown field={field} value={row[field.name]} />
              </td>
            ))}
            {child.children.map((below) => (
              <td key={below.name} data-label={read(below.title)}>
                {inner(row, below).map((each, m) => (
                  <div key={m}>
                    {below.fields
                      .filter((field) => each[field.name])
                      .map((field, i) => (
                        <span key={field.name}>
                          {i > 0 && ', '}
                          <Shown field={field} value={each[field.name]} />
                        </span>
                      ))}
                  </div>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EntriesProps {
  child: Child;
  rows: RowDraft[];
  /** Where these rows lie: `/states`, `/results/0/values`. */
  place: string;
  errors: Errors;
  change: (rows: RowDraft[]) => void;
}

export function RowEntries({ child, rows, place, errors, change }: EntriesProps) {
  const { read, say } = useSpeech();
  const title = read(child.title);
  return (
    <section className="rows">
      <h2>{title}</h2>
      <p className="soft">{read(child.help)}</p>
      {errors[place] && <p className="field-error">{errors[place]}</p>}
      {rows.map((row, n) => (
        <fieldset key={n} className="row-entry">
          <legend>{say('form.row', title, n + 1)}</legend>
          <RowFields
            shape={child}
            row={row}
            isNew
            place={`${place}/${n}`}
            errors={errors}
            change={(changed) => change(rows.map((old, m) => (m === n ? changed : old)))}
          />
          <Button size="small" onClick={() => change(rows.filter((_, m) => m !== n))}>
            {say('form.row.remove', n + 1)}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => change([...rows, rowDraft(child)])}>{say('form.row.add')}</Button>
    </section>
  );
}

interface FieldsProps {
  shape: Shape;
  row: RowDraft;
  isNew: boolean;
  place: string;
  errors: Errors;
  change: (row: RowDraft) => void;
}

/** The fields of a record or of a row, and below them the rows that live with it. */
export function RowFields({ shape, row, isNew, place, errors, change }: FieldsProps) {
  return (
    <>
      <div className="row-fields">
        {shape.fields
          .filter((field) => isWritable(field, isNew))
          .map((field) => (
            <Entry
              key={field.name}
              field={field}
              draft={row.fields[field.name] ?? {}}
              error={errors[`${place}/${field.name}`]}
              unitOfX={field.of && row.fields[field.of]?.['unit']}
              change={(draft) => change({ ...row, fields: { ...row.fields, [field.name]: draft } })}
            />
          ))}
      </div>
      {shape.children
        .filter((child) => isEditable(child, isNew))
        .map((child) => (
          <RowEntries
            key={child.name}
            child={child}
            rows={row.children[child.name] ?? []}
            place={`${place}/${child.name}`}
            errors={errors}
            change={(rows) => change({ ...row, children: { ...row.children, [child.name]: rows } })}
          />
        ))}
    </>
  );
}

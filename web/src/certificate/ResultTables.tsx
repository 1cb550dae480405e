// SPDX-License-Identifier: GPL-3.0-or-later
import type { Row } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { alignedAtPoint, digits, inBrackets, withUnit } from '../values/number.ts';
import { unitText } from '../values/unit.ts';
import { Plot } from './Plot.tsx';
import {
  coverageOf,
  isStandard,
  sheets,
  uncertaintyUnitOf,
  unitOf,
  type Result,
  type ResultValue,
  type Sheet,
} from './results.ts';

export function ResultTables({ rows }: { rows: Row[] }) {
  const { say } = useSpeech();
  if (!rows.length) return <p className="soft">{say('certificate.results.none')}</p>;
  return sheets(rows).map((sheet, n) => (
    <div key={n} className="result">
      {sheet.kind === 'columns' ? <Columns sheet={sheet} /> : <Singles results={sheet.results} />}
      <Coverage values={sheet.results.flatMap(({ values }) => values)} />
      <Plot sheet={sheet} />
    </div>
  ));
}

/** What a result is called: its name, else its kind of quantity, else where it stands. */
export function useResultName(): (result: Result) => string {
  const { read } = useSpeech();
  return (result) => read(result.name) || result.quantity_kind?.title || result.role || result.path;
}

/** A sentence with its symbols of quantities in italics, as they are printed. */
export function Symbols({ text }: { text: string }) {
  const parts = text.split(/\b([Uukp])\b(?=\s*[=:：(（)）])/);
  return parts.map((part, n) => (n % 2 ? <i key={n}>{part}</i> : part));
}

/** What U means in the table above. */
function Coverage({ values }: { values: ResultValue[] }) {
  const { say } = useSpeech();
  const { k, p, some } = coverageOf(values);
  if (!some) return null;
  if (isStandard(k))
    return (
      <p className="coverage">
        <Symbols text={say('certificate.standard')} />
      </p>
    );
  const parts = [
    k ? `k = ${k}` : say('certificate.coverage.row'),
    p && say('certificate.coverage.p', p),
  ].filter(Boolean);
  return (
    <p className="coverage">
      <Symbols text={say('certificate.coverage', parts.join(', '))} />
    </p>
  );
}

const texts = (values: ResultValue[], which: 'value' | 'uncertainty') =>
  values.map((value) => value[which]?.value ?? '');

/** Lists of equal length, side by side, each with its uncertainty. */
function Columns({ sheet }: { sheet: Sheet }) {
  const { say } = useSpeech();
  const nameOf = useResultName();
  const columns = sheet.results.flatMap((result) => {
    const { values } = result;
    const some = coverageOf(values).some;
    const k = coverageOf(values).k;
    const first = {
      title: nameOf(result),
      symbol: false,
      unit: unitOf(values),
      values,
      which: 'value' as const,
    };
    const second = {
      title: say(isStandard(k) ? 'certificate.u' : 'certificate.U'),
      symbol: true,
      unit: uncertaintyUnitOf(values),
      values,
      which: 'uncertainty' as const,
    };
    return some ? [first, second] : [first];
  });
  const cells = columns.map(({ values, which, unit }) => {
    const aligned = alignedAtPoint(texts(values, which));
    return aligned.map((text, n) =>
      unit === null && values[n]?.[which] ? withUnit(text.trimEnd(), unitText(values[n][which].unit)) : text,
    );
  });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('certificate.results')}>
      <table className="numbers">
        <thead>
          <tr>
            {columns.map(({ title, symbol, unit }, n) => (
              <th key={n} scope="col">
                {symbol ? <i>{title}</i> : title}
                {unit !== null && unitText(unit) && <span className="unit">{unitText(unit)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells[0]!.map((_, row) => (
            <tr key={row}>
              {cells.map((column, n) => (
                <td key={n}>{column[row]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `(23.1 ± 0.5) °C`, or `20.0012(15) V` for a standard uncertainty. */
export function quantityText({ value, uncertainty, k }: ResultValue): string {
  if (!value) return '–';
  const unit = unitText(value.unit);
  if (!uncertainty) return withUnit(digits(value.value), unit);
  if (uncertainty.unit !== value.unit) {
    const own = withUnit(digits(uncertainty.value), unitText(uncertainty.unit));
    return `${withUnit(digits(value.value), unit)}, ${isStandard(k) ? 'u' : 'U'} = ${own}`;
  }
  const brackets = isStandard(k) ? inBrackets(value.value, uncertainty.value) : null;
  if (brackets) return withUnit(brackets, unit);
  const both = `${digits(value.value)} ± ${digits(uncertainty.value)}`;
  return unit ? withUnit(`(${both})`, unit) : both;
}

function Singles({ results }: { results: Result[] }) {
  const { say } = useSpeech();
  const nameOf = useResultName();
  const all = results.flatMap(({ values }) => values);
  const perRow = coverageOf(all).some && coverageOf(all).k === null;
  const conforms = results.some(({ conformity }) => conformity);
  return (
    <table className="sheet">
      <caption className="hidden">{say('certificate.results')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('certificate.quantity')}</th>
          <th scope="col">{say('certificate.value')}</th>
          {perRow && (
            <th scope="col">
              <i>k</i>
            </th>
          )}
          {conforms && <th scope="col">{say('certificate.conformity')}</th>}
        </tr>
      </thead>
      <tbody>
        {results.map((result, n) => (
          <tr key={n}>
            <th scope="row">{nameOf(result)}</th>
            <td data-label={say('certificate.value')} className="nowrap">
              {result.values[0] ? quantityText(result.values[0]) : '–'}
            </td>
            {perRow && <td data-label="k">{result.values[0]?.k}</td>}
            {conforms && <td data-label={say('certificate.conformity')}>{result.conformity}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

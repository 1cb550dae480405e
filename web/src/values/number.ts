// SPDX-License-Identifier: GPL-3.0-or-later
// Measured numbers are text, and stay the digits that were written: nothing here rounds.

const minus = '\u2212';
const thin = '\u202f'; // a thin space that does not break
const figure = '\u2007'; // as wide as a digit
const pointWide = '\u2008'; // as wide as a point

/** The digits with a true minus sign and a power of ten in place of E. */
export function digits(text: string): string {
  const found = /^([+-]?[\d.]+)[eE]\+?(-?)0*(\d+)$/.exec(text.trim());
  const signed = (part: string) => part.replace(/^-/, minus);
  if (!found) return signed(text.trim());
  const [, mantissa = '', sign = '', exponent = ''] = found;
  return `${signed(mantissa)}${thin}×${thin}10${superscript(sign + exponent)}`;
}

const superscript = (text: string) =>
  Array.from(text, (c) => (c === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? c))).join('');

/** Value, thin space, unit; no space before the signs of plane angle (SI Brochure §5.4.3). */
export function withUnit(value: string, unit: string): string {
  if (!unit) return value;
  return /^[°′″]$/.test(unit) ? value + unit : value + thin + unit;
}

/** Number of decimals written, or null where a power of ten was used. */
function decimals(text: string): number | null {
  const found = /^[+-]?\d+(?:\.(\d*))?$/.exec(text.trim());
  return found ? (found[1]?.length ?? 0) : null;
}

/** `20.0012(15)`: the standard uncertainty in units of the last digit, where both are written to
 * the same decimal (GUM §7.2.2); null where they are not, or the digits would mislead. */
export function inBrackets(value: string, standard: string): string | null {
  const places = decimals(value);
  if (places === null || places !== decimals(standard)) return null;
  const inside = standard
    .replace(/^\+/, '')
    .replace('.', '')
    .replace(/^0+(?=\d)/, '');
  if (inside.length > 3 || inside === '0') return null;
  return `${digits(value)}(${inside})`;
}

/** Pads a column on the right so that its decimal points stand under one another. */
export function alignedAtPoint(column: readonly string[]): string[] {
  const tail = (text: string) => (/^[^.]*$/.test(text) ? -1 : text.length - text.indexOf('.') - 1);
  const plain = column.filter((text) => decimals(text) !== null);
  const longest = Math.max(-1, ...plain.map(tail));
  return column.map((text) => {
    if (decimals(text) === null) return digits(text);
    const missing = longest - Math.max(tail(text), 0);
    const point = tail(text) < 0 && longest > 0 ? pointWide : '';
    return digits(text) + point + figure.repeat(Math.max(0, missing));
  });
}

/** A count for reading: thin spaces between groups of three from 10 000 on. */
export function count(n: number): string {
  const text = String(n);
  return text.length < 5 ? text : text.replace(/\B(?=(\d{3})+$)/g, thin);
}

/** Bytes in a unit that leaves one to three digits. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes}${thin}B`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)}${thin}${unit}`;
}

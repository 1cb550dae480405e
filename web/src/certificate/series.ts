// SPDX-License-Identifier: GPL-3.0-or-later
// What of the results can be plotted. Numbers are made of the digits here, for the eye only.
import type { Result, ResultValue, Sheet } from './results.ts';
import { given, uncertaintyUnitOf, unitOf } from './results.ts';

export interface Axis {
  /** Index into the sheet's results; -1 is the number of the point. */
  index: number;
  unit: string;
}

export interface Point {
  x: number;
  y: number;
  /** Half the length of the bar; 0 without one. */
  bar: number;
  /** As written, for reading. */
  text: { x: string; y: string; bar: string };
}

const number = (text: string | undefined) => (text === undefined ? NaN : Number(text));

/** A list all of whose values are numbers in one unit. */
export function isPlottable(result: Result): boolean {
  return (
    unitOf(result.values) !== null &&
    result.values.every(({ value }) => Number.isFinite(number(value?.value)))
  );
}

/** A bar is drawn only in the value's own unit: nothing is converted here. */
function barOf({ value, uncertainty }: ResultValue): number {
  if (!value || !uncertainty || value.unit !== uncertainty.unit) return 0;
  const half = Math.abs(Number(uncertainty.value));
  return Number.isFinite(half) ? half : 0;
}

export const hasBars = (result: Result) =>
  given(result.values).length > 0 && uncertaintyUnitOf(result.values) === unitOf(result.values);

/** What to show first: the last list with uncertainties, against the first one that is not it. */
export function firstChoice(sheet: Sheet): { y: number; x: number } | null {
  if (sheet.kind !== 'columns') return null;
  const able = sheet.results.flatMap((result, n) => (isPlottable(result) ? [n] : []));
  const y = [...able].reverse().find((n) => hasBars(sheet.results[n]!)) ?? able.at(-1);
  if (y === undefined) return null;
  return {
    y,
    x:
      able.find(
        (n) => n !== y && new Set(sheet.results[n]!.values.map(({ value }) => value?.value)).size > 1,
      ) ?? -1,
  };
}

export function points(sheet: Sheet, y: number, x: number): Point[] {
  const ys = sheet.results[y]!.values;
  const xs = x < 0 ? null : sheet.results[x]!.values;
  return ys.map((value, n) => {
    const xText = xs ? (xs[n]?.value?.value ?? '') : String(n + 1);
    return {
      x: Number(xText),
      y: number(value.value?.value),
      bar: barOf(value),
      text: { x: xText, y: value.value?.value ?? '', bar: value.uncertainty?.value ?? '' },
    };
  });
}

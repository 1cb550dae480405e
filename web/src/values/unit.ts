// SPDX-License-Identifier: GPL-3.0-or-later
// How a unit is set in type. What was written stays what it is; this is only for the eye, after
// the SI Brochure, 9th edition, §5.4: product by a half-high dot, powers raised, a space before it.

const prefixes: Record<string, string> = {
  quetta: 'Q',
  ronna: 'R',
  yotta: 'Y',
  zetta: 'Z',
  exa: 'E',
  peta: 'P',
  tera: 'T',
  giga: 'G',
  mega: 'M',
  kilo: 'k',
  hecto: 'h',
  deca: 'da',
  deci: 'd',
  centi: 'c',
  milli: 'm',
  micro: 'µ',
  nano: 'n',
  pico: 'p',
  femto: 'f',
  atto: 'a',
  zepto: 'z',
  yocto: 'y',
  ronto: 'r',
  quecto: 'q',
};

const names: Record<string, string> = {
  metre: 'm',
  kilogram: 'kg',
  second: 's',
  ampere: 'A',
  kelvin: 'K',
  mole: 'mol',
  candela: 'cd',
  gram: 'g',
  hertz: 'Hz',
  newton: 'N',
  pascal: 'Pa',
  joule: 'J',
  watt: 'W',
  coulomb: 'C',
  volt: 'V',
  farad: 'F',
  ohm: 'Ω',
  siemens: 'S',
  weber: 'Wb',
  tesla: 'T',
  henry: 'H',
  degreecelsius: '°C',
  lumen: 'lm',
  lux: 'lx',
  becquerel: 'Bq',
  sievert: 'Sv',
  gray: 'Gy',
  katal: 'kat',
  radian: 'rad',
  steradian: 'sr',
  degree: '°',
  arcminute: '′',
  arcsecond: '″',
  minute: 'min',
  hour: 'h',
  day: 'd',
  litre: 'L',
  tonne: 't',
  hectare: 'ha',
  bar: 'bar',
  mmhg: 'mmHg',
  electronvolt: 'eV',
  dalton: 'Da',
  astronomicalunit: 'au',
  percent: '%',
  permille: '‰',
  ppm: 'ppm',
  one: '1',
  bit: 'bit',
  byte: 'B',
  neper: 'Np',
  bel: 'B',
  decibel: 'dB',
};

const powers: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '.': '·',
};
const raised = (digits: string) => Array.from(digits, (digit) => powers[digit] ?? digit).join('');

/** D-SI's `\kilo\metre\second\tothe{-1}` as `km·s⁻¹`. */
function fromMacros(text: string): string {
  const factors: string[] = [];
  let prefix = '';
  let below = false;
  for (const [, word = '', argument] of text.matchAll(/\\([a-zA-Z]+)(?:\{([^}]*)\})?/g)) {
    const last = factors.length - 1;
    if (word === 'per') below = true;
    else if (word === 'tothe') factors[last] += raised(argument ?? '');
    else if (prefixes[word]) prefix = prefixes[word];
    else {
      factors.push(`${below ? '/' : ''}${prefix}${names[word] ?? word}`);
      prefix = '';
      below = false;
    }
  }
  return factors.join('·').replaceAll('·/', '/');
}

/** Typed units: `uV`, `m/s^2`, `kg*m2`, `Cel`. */
function fromTyped(text: string): string {
  return text
    .replace(/\s*[*·.](?=[A-Za-zµΩ°%])\s*/g, '·')
    .replace(/\bu(?=[A-Z]|[mgsLl]\b)/g, 'µ')
    .replace(/\b(?:Cel|degC)\b/g, '°C')
    .replace(/\bOhm\b|\bohm\b/g, 'Ω')
    .replace(/(?:\^|\*\*)\(?(-?\d+)\)?/g, (_, digits: string) => raised(digits))
    .replace(/(?<=[A-Za-zΩ])(-?\d)(?![\d.])/g, (_, digits: string) => raised(digits));
}

/** A statement U(x) with its units as the eye wants them, otherwise as written. */
export function statementText(text: string): string {
  return text.replace(/(?<=[\d\s/])u(?=[A-Zmgs])/g, 'µ').replace(/(?<=[\d\s/kMµm])Ohm\b/g, 'Ω');
}

/** A unit as the eye wants it; '' for a pure number. */
export function unitText(unit: string | null | undefined): string {
  const text = unit?.trim() ?? '';
  const shown = text.includes('\\') ? fromMacros(text) : fromTyped(text);
  return shown === '1' ? '' : shown;
}

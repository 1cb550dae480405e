// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { alignedAtPoint, count, digits, inBrackets, size, withUnit } = await source('values/number.ts');
const { statementText, unitText } = await source('values/unit.ts');
const { isDay, isPartialDate } = await source('values/date.ts');

test('units are set as the SI Brochure sets them', () => {
  const cases = {
    '\\kelvin': 'K',
    '\\degreecelsius': '°C',
    '\\milli\\volt': 'mV',
    '\\kilogram\\metre\\tothe{2}\\second\\tothe{-2}': 'kg·m²·s⁻²',
    '\\metre\\per\\second\\tothe{2}': 'm/s²',
    '\\one': '',
    1: '',
    '': '',
    uV: 'µV',
    'uV/V': 'µV/V',
    um: 'µm',
    unit: 'unit',
    'm/s2': 'm/s²',
    'm/s^2': 'm/s²',
    'kg*m^-3': 'kg·m⁻³',
    Cel: '°C',
    '%': '%',
    kOhm: 'kOhm',
    Ohm: 'Ω',
    kN: 'kN',
  };
  for (const [written, set] of Object.entries(cases)) assert.equal(unitText(written), set, written);
});

test('a statement keeps all but the spelling of micro and ohm', () => {
  assert.equal(statementText('12 uV + 3.0 uV/V'), '12 µV + 3.0 µV/V');
  assert.equal(statementText('Q[0.3 um, 2e-6 L]'), 'Q[0.3 µm, 2e-6 L]');
  assert.equal(statementText('5 ppm + 2 digit of full output'), '5 ppm + 2 digit of full output');
  assert.equal(statementText('3 mOhm'), '3 mΩ');
});

test('a number keeps its digits', () => {
  assert.equal(digits('1.50'), '1.50');
  assert.equal(digits('-0.0090'), '\u22120.0090');
  assert.equal(digits('1.20e-6'), '1.20\u202f×\u202f10⁻⁶');
  assert.equal(digits('-1E+07'), '\u22121\u202f×\u202f10⁷');
});

test('a unit stands a thin space from its value, but for signs of angle', () => {
  assert.equal(withUnit('20.0', 'V'), '20.0\u202fV');
  assert.equal(withUnit('20.0', '°C'), '20.0\u202f°C');
  assert.equal(withUnit('45', '°'), '45°');
  assert.equal(withUnit('0.5', ''), '0.5');
});

test('brackets hold the uncertainty in units of the last digit', () => {
  assert.equal(inBrackets('20.0012', '0.0015'), '20.0012(15)');
  assert.equal(inBrackets('-3.0', '0.4'), '\u22123.0(4)');
  assert.equal(inBrackets('20.001', '0.0015'), null, 'not to the same decimal');
  assert.equal(inBrackets('1e3', '1'), null, 'a power of ten');
  assert.equal(inBrackets('20.00120', '12.00150'), null, 'more digits than anyone reads');
});

test('columns stand at their decimal point', () => {
  assert.deepEqual(alignedAtPoint(['0.072', '-0.1', '12']), [
    '0.072',
    '\u22120.1\u2007\u2007',
    '12\u2008\u2007\u2007\u2007',
  ]);
  assert.deepEqual(alignedAtPoint(['3', '45']), ['3', '45']);
  assert.deepEqual(alignedAtPoint(['', '1e-3']), ['', '1\u202f×\u202f10⁻³']);
});

test('counts and sizes read easily', () => {
  assert.equal(count(9999), '9999');
  assert.equal(count(1234567), '1\u202f234\u202f567');
  assert.equal(size(999), '999\u202fB');
  assert.equal(size(48213), '48\u202fkB');
});

test('days exist', () => {
  assert.ok(isDay('2024-02-29'));
  for (const wrong of ['2023-02-29', '2026-13-01', '2026-3-2', '02.03.2026', ''])
    assert.ok(!isDay(wrong), wrong);
  for (const right of ['2026', '2026-03', '2026-03-02']) assert.ok(isPartialDate(right), right);
  assert.ok(!isPartialDate('2026-13'));
});

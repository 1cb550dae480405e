// SPDX-License-Identifier: GPL-3.0-or-later
// Two days of a record: the third reading, the first day as known on the second, tells corrections from changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { compared, differences, readings } = await source('registers/compare.ts');
const { endOf, isDated, keptMoment, withMoment } = await source('moment.ts');

const register = {
  fields: ['name', 'state'].map((name) => ({ name, title: { en: name } })),
  children: [{ name: 'rows', title: { en: 'rows' }, fields: [], children: [] }],
};
const record = (name, state, ...rows) => ({ id: 'a', title: 'A', rev: 1, name, state, rows });
const told = (before, between, after) =>
  differences(register, { before, between, after }).map(
    ({ what, field, child, from, to }) =>
      `${what} ${(field ?? child)?.name ?? ''} ${JSON.stringify(from) ?? ''} ${JSON.stringify(to) ?? ''}`.trim(),
  );

test('what differs up to the third reading was corrected, what differs from it has changed', () => {
  const [x, y, z] = ['x', 'y', 'z'].map((name) => record(name, 's'));
  assert.deepEqual(told(x, x, x), []);
  assert.deepEqual(told(x, y, y), ['corrected name "x" "y"']);
  assert.deepEqual(told(x, x, y), ['changed name "x" "y"']);
  assert.deepEqual(told(x, y, z), ['corrected name "x" "y"', 'changed name "y" "z"']);
  assert.deepEqual(told(x, y, x), ['corrected name "x" "y"', 'changed name "y" "x"']);
  assert.deepEqual(told(x, record('x', 't'), record('y', 't')), ['corrected state "s" "t"', 'changed name "x" "y"']);
});

test('a record comes and goes in either time', () => {
  const x = record('x', 's');
  assert.deepEqual(told(null, null, x), ['began']);
  assert.deepEqual(told(null, x, x), ['entered']);
  assert.deepEqual(told(null, x, record('y', 's')), ['entered', 'changed name "x" "y"']);
  assert.deepEqual(told(x, null, null), ['removed']);
  assert.deepEqual(told(x, x, null), ['ended']);
  assert.deepEqual(told(x, null, x), ['removed', 'began'], 'it turned out to hold from later on');
});

test('of rows only those are told that came or went', () => {
  const [one, two, three] = [1, 2, 3].map((n) => ({ n }));
  assert.deepEqual(told(record('x', 's', one, two), record('x', 's', two, one), record('x', 's', one, three)), [
    'changed rows [{"n":2}] [{"n":3}]',
  ]);
});

test('the three pages of a register are put beside each other', () => {
  const page = (...items) => ({ items, next: null });
  const item = (id, name) => ({ ...record(name, 's'), id, title: id });
  const all = compared(register, [page(item('b', 'x')), page(item('b', 'x')), page(item('a', 'y'), item('b', 'z'))]);
  assert.deepEqual(
    all.map(({ id, differences: lines }) => [id, lines.map(({ what }) => what)]),
    [
      ['a', ['began']],
      ['b', ['changed']],
    ],
  );
});

test('a day ends where the reader is, and a link keeps the day', () => {
  assert.equal(new Date(endOf('2026-03-02')).toLocaleTimeString('en-GB'), '23:59:59');
  assert.equal(endOf('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00Z');
  assert.deepEqual(
    readings({ from: '2026-01-01', to: '2026-02-01' }).map((query) => new URLSearchParams(query).get('as_of')),
    ['2026-01-01', '2026-01-01', '2026-02-01'],
  );
  const then = new URLSearchParams('as_of=2024-01-01&q=word&cursor=x');
  assert.equal(String(withMoment(then, { asOf: '2025-01-01', knownAt: '' })), 'as_of=2025-01-01');
  assert.equal(keptMoment('/registers/sites?sort=code', then), '/registers/sites?sort=code&as_of=2024-01-01');
  const others = ['/tokens', '/registers/sites/new', '/registers/sites/1/edit', '/registers/sites?as_of=2020-01-01'];
  for (const href of others) assert.equal(keptMoment(href, then), href);
  for (const path of ['/registers', '/registers/sites', '/registers/sites/1', '/plans', '/plans/1'])
    assert.ok(isDated(path), path);
  for (const path of ['/registers/sites/import', '/registers/sites/changes', '/search', '/'])
    assert.ok(!isDated(path), path);
});

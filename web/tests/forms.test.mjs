// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { fieldPlace, fromDraft, moneyText, placeTitles, rowBody, rowDraft, toDraft } =
  await source('registers/draft.ts');
const { conditions, operatorKey, withCondition, withoutCondition } = await source('registers/query.ts');
const { changesOf } = await source('registers/changes.ts');
const { sheets } = await source('certificate/results.ts');
const { firstChoice, points } = await source('certificate/series.ts');

const field = (name, kind, more = {}) => ({ name, kind, title: { en: name, zh: name }, ...more });

test('what a record holds goes through a form unchanged', () => {
  const values = {
    text: 'E2-014',
    integer: 12,
    real: 1.5,
    boolean: false,
    date: '2026-03',
    choice: 'valid',
    texts: { en: 'Mass', zh: '质量', de: 'Masse' },
    link: { id: 'a', title: 'A' },
    quantity: { value: '1.50', unit: 'V' },
    uncertainty: { text: '12 uV + 3.0 uV/V', k: '2', p: '0.95' },
    money: { minor: -123450, currency: 'CNY' },
  };
  for (const [kind, value] of Object.entries(values))
    assert.deepEqual(fromDraft(field('x', kind), toDraft(field('x', kind), value)), { value }, kind);
});

test('a required link that may not be seen is sent back empty, but not left out of a new record', () => {
  const shape = { name: 'x', fields: [field('owner', 'link', { link: 'account', required: true })], children: [] };
  const draft = rowDraft(shape, { owner: null });
  assert.deepEqual(rowBody(shape, draft, false), { body: { owner: null }, faults: {} });
  assert.deepEqual(rowBody(shape, draft, true).faults, { '/owner': 'form.error.required' });
});

test('an empty field is null, and a fault only where it is required', () => {
  for (const kind of [
    'text',
    'texts',
    'integer',
    'date',
    'link',
    'quantity',
    'uncertainty',
    'money',
    'boolean',
  ]) {
    assert.deepEqual(
      fromDraft(field('x', kind, { unit: 'V' }), toDraft(field('x', kind, { unit: 'V' }), null)),
      { value: null },
      kind,
    );
    assert.deepEqual(
      fromDraft(field('x', kind, { required: true }), toDraft(field('x', kind), null)),
      { error: 'form.error.required' },
      kind,
    );
  }
});

test('money is exact, with the decimals of its currency', () => {
  assert.equal(moneyText({ minor: 5, currency: 'CNY' }), '0.05');
  assert.equal(moneyText({ minor: 1500, currency: 'JPY' }), '1500');
  assert.deepEqual(fromDraft(field('x', 'money'), { amount: '0.1', currency: 'CNY' }), {
    value: { minor: 10, currency: 'CNY' },
  });
  for (const [amount, currency] of [
    ['1.005', 'CNY'],
    ['1.5', 'JPY'],
    ['1,000', 'CNY'],
    ['9'.repeat(20), 'CNY'],
  ])
    assert.deepEqual(
      fromDraft(field('x', 'money'), { amount, currency }),
      { error: 'form.error.money' },
      amount,
    );
});

const register = {
  fields: [
    field('number', 'text', { required: true, fixed: true }),
    field('state', 'text'),
    field('document', 'document'),
  ],
  children: [
    {
      name: 'results',
      title: { en: 'Results' },
      insert_only: true,
      fields: [field('name', 'text', { required: true })],
      children: [{ name: 'values', title: {}, fields: [field('value', 'quantity')], children: [] }],
    },
    {
      name: 'states',
      title: { en: 'States' },
      fields: [field('since', 'date', { required: true, fixed: true })],
      children: [],
    },
  ],
};

test('a change sends neither what is fixed nor what is only inserted', () => {
  const draft = rowDraft(register, {
    number: 'N',
    state: 's',
    results: [{ name: 'r', values: [{ value: { value: '1.0', unit: 'V' } }] }],
    states: [{ since: '2026' }],
  });
  assert.deepEqual(rowBody(register, draft, false).body, { state: 's', states: [{ since: '2026' }] });
  assert.deepEqual(rowBody(register, draft, true).body.results, [
    { name: 'r', values: [{ value: { value: '1.0', unit: 'V' } }] },
  ]);
});

test('faults and refusals have their place', () => {
  const draft = rowDraft(register, { results: [{ values: [{ value: { value: 'x', unit: 'V' } }] }] });
  assert.deepEqual(rowBody(register, draft, true).faults, {
    '/number': 'form.error.required',
    '/results/0/name': 'form.error.required',
    '/results/0/values/0/value': 'form.error.number',
  });
  assert.equal(fieldPlace(register, '/results/3/values/1/value/unit'), '/results/3/values/1/value');
  assert.equal(fieldPlace(register, '/results/3'), '/results');
  assert.equal(fieldPlace(register, '/nothing'), null);
  assert.deepEqual(placeTitles(register, '/results/2/name'), [
    { title: { en: 'Results' }, row: 2 },
    { title: { en: 'name', zh: 'name' }, row: null },
  ]);
});

test('conditions live in the address', () => {
  const of = { fields: [field('issued', 'date')] };
  const query = withCondition(new URLSearchParams('cursor=x&q=a'), {
    field: 'issued',
    op: 'ge',
    value: '2026',
  });
  assert.equal(String(query), 'q=a&issued.ge=2026');
  assert.deepEqual(conditions(of, query), [{ field: 'issued', op: 'ge', value: '2026' }]);
  assert.equal(String(withoutCondition(query, { field: 'issued', op: 'ge', value: '2026' })), 'q=a');
  assert.equal(operatorKey('ge', 'date'), 'list.op.ge.date');
  assert.equal(operatorKey('ge', 'real'), 'list.op.ge');
});

const value = (text, U) => ({
  value: { value: text, unit: 'K' },
  uncertainty: U ? { value: U, unit: 'K' } : null,
  k: U ? '2' : null,
  p: null,
});
const result = (...values) => ({ name: null, values });

test('lists of one length become one table, single values another', () => {
  const list = result(value('1'), value('2'));
  assert.deepEqual(
    sheets([list, list, result(value('1'), value('2'), value('3')), result(value('1')), result(), list]).map(
      ({ kind, results }) => `${kind} ${results.length}`,
    ),
    ['columns 2', 'columns 1', 'rows 2', 'columns 1'],
  );
});

test('the plot shows the list with uncertainties against the one that varies', () => {
  const [sheet] = sheets([
    result(value('5'), value('5')),
    result(value('1.0'), value('2.0')),
    result(value('0.1', '0.02'), value('-0.3', '0.04')),
  ]);
  assert.deepEqual(firstChoice(sheet), { y: 2, x: 1 });
  assert.deepEqual(
    points(sheet, 2, 1).map(({ x, y, bar }) => [x, y, bar]),
    [
      [1, 0.1, 0.02],
      [2, -0.3, 0.04],
    ],
  );
  const [words] = sheets([result(value('low'), value('high'))]);
  assert.equal(firstChoice(words), null);
});

test('a history tells changes, not versions', () => {
  const version = (rev, action, valid_from, valid_to) => ({
    rev,
    recorded_from: `2026-0${rev}-01T00:00:00Z`,
    valid_from,
    valid_to,
    change: { action, account: null, reason: null },
  });
  const versions = [
    version(3, 'update', '2026-06-01', null),
    version(2, 'update', '2026-06-01', null),
    version(2, 'update', null, '2026-06-01'),
    version(1, 'create', null, null),
  ];
  assert.deepEqual(
    changesOf(versions).map(({ rev, what, from }) => `${rev} ${what} ${from}`),
    ['3 correct 2026-06-01', '2 update 2026-06-01', '1 create null'],
  );
});

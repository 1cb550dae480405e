// SPDX-License-Identifier: GPL-3.0-or-later
// One field of several records changed from their list: each by itself, what became of each told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { csrfOf, logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 60_000 };
const open = {
  en: 'Change several',
  zh: '批量修改',
};

async function opened(options = {}) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  await all.page.goto('/registers/organisations?kind=laboratory');
  await all.page.locator('tbody tr').first().waitFor();
  await all.page.getByRole('button', { name: open[options.language ?? 'en'] }).click();
  return all;
}

async function field(page, name) {
  await page.getByLabel('Field', { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: name }).click();
}

const laboratories = async (page) =>
  (await (await page.request.get('/v1/organisations?kind=laboratory&sort=code')).json()).items;

test('a field of the chosen records is changed, with the reason, in those alone', limit, async () => {
  const { page, context, faults } = await opened();
  const before = await laboratories(page);
  await page.getByRole('checkbox', { name: 'Choose all of this page' }).check();
  await page.locator('tbody input[type=checkbox]').first().uncheck();
  await page.getByText(`${before.length - 1} records chosen`).waitFor();
  await field(page, 'Website');
  await page.getByRole('button', { name: `Change ${before.length - 1} records` }).click();
  await page.locator('.bulk .field-error').waitFor(); // nothing was entered
  await page.getByRole('textbox', { name: 'Website' }).fill('https://labs.example');
  await page.getByLabel('Reason').fill('one site for all');
  await page.getByRole('button', { name: `Change ${before.length - 1} records` }).click();
  await page.getByText(`All ${before.length - 1} changed`).waitFor();
  const after = await laboratories(page);
  assert.equal(after[0].rev, before[0].rev);
  for (const [n, { website, rev, country }] of after.entries())
    if (n) assert.deepEqual([website, rev, country], ['https://labs.example', before[n].rev + 1, before[n].country]);
  const { items } = await (await page.request.get(`/v1/organisations/${after[1].id}/history`)).json();
  assert.equal(items[0].change.reason, 'one site for all');
  assert.deepEqual(faults, []);
  await context.close();
});

test('what cannot be changed is told row by row and stays as it is', limit, async () => {
  const { page, context } = await opened();
  const [first, second, third] = await laboratories(page);
  for (const { title } of [first, second, third])
    await page.getByRole('checkbox', { name: `Choose ${title}` }).check();
  const faster = await page.request.put(`/v1/organisations/${second.id}`, {
    data: { email: 'faster@example.org' },
    headers: { 'If-Match': `"${second.rev}"`, ...(await csrfOf(page)) },
  });
  assert.ok(faster.ok());
  await field(page, 'Part of'); // nobody is part of itself
  const link = page.locator('.bulk').getByLabel('Part of');
  await link.click();
  await link.fill(third.code);
  await page.locator('.ant-select-item-option', { hasText: third.title }).click();
  await page.getByRole('button', { name: 'Change 3 records' }).click();
  await page.getByText('1 changed, 2 not changed').waitFor();
  const told = await page.locator('.bulk .problem li').allInnerTexts();
  assert.match(told[0], new RegExp(`${second.title}: somebody changed it meanwhile`));
  assert.match(told[1], new RegExp(`${third.title}: .*back to this record`));
  const after = await laboratories(page);
  assert.deepEqual(
    after.slice(0, 3).map(({ parent }) => parent?.id ?? null),
    [third.id, null, null],
  );
  assert.equal(after[1].email, 'faster@example.org');
  await page.getByText('1 record chosen').waitFor(); // the one that was refused
  await context.close();
});

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`several are chosen in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened({ language, width });
      await page.locator('tbody input[type=checkbox]').first().check();
      await page.locator('.bulk .ant-select').first().click();
      await page.locator('.ant-select-item-option').first().click();
      await looked(page, `bulk-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('neither keys nor names nor accounts are offered, and nothing of the past', limit, async () => {
  const { page, context } = await opened();
  await page.getByLabel('Field', { exact: true }).click();
  const offered = await page.locator('.ant-select-item-option').allInnerTexts();
  assert.ok(offered.includes('Country'));
  for (const name of ['Code', 'Name']) assert.ok(!offered.includes(name), name);
  for (const path of ['/registers/accounts', '/registers/members', '/registers/organisations?as_of=2026-01-01']) {
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.getByRole('button', { name: 'Change several' }).count(), 0, path);
  }
  await context.close();
});

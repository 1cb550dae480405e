// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a list, and views that the account keeps: there on another computer, and sent on by their address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, languages, openPage, sideways, widths } from './browser.mjs';
import { looked, shots, stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 600_000 };
const heads = (page) => page.locator('.sheet thead th').allInnerTexts();
const words = (texts) => texts.map((text) => text.replace(/[↑↓↕\s]+(sorted.*)?$/s, '').trim());

async function list(options, address = '/registers/organisations') {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  await all.page.goto(address);
  await all.page.locator('tbody tr').first().waitFor();
  return all;
}

test('columns are chosen, ordered, and stand in the address', limit, async () => {
  const { page, context, faults } = await list({});
  const preset = words(await heads(page));
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Website' }).check();
  await page.locator('label:has(input:focus)', { hasText: 'Website' }).waitFor(); // it moved, and the focus with it
  await page.getByRole('checkbox', { name: 'Country' }).uncheck();
  await page.getByRole('button', { name: 'Move Website forward' }).click();
  await page.getByRole('button', { name: 'Move Website forward' }).click();
  assert.deepEqual(words(await heads(page)), ['Code', 'Name', 'Website', 'Kind', 'Part of']);
  assert.match(page.url(), /columns=code%2Cname%2Cwebsite%2Ckind%2Cparent/);
  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  assert.deepEqual(words(await heads(page)), ['Code', 'Name', 'Website', 'Kind', 'Part of']);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'As preset' }).click();
  assert.deepEqual(words(await heads(page)), preset);
  assert.doesNotMatch(page.url(), /columns/);
  assert.deepEqual(faults, []);
  await context.close();
});

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`a view is kept for the account in ${language}, ${width} pixels wide`, limit, async () => {
      const question = 'kind=laboratory&sort=-code&columns=code,name,website';
      const { page, context, faults } = await list({ language, width }, `/registers/organisations?${question}`);
      const name = `Labs ${language} ${size}`;
      const panel = page.locator('.views');
      const open = page.locator('.tools-line button', { hasText: /^(Views|视图)$/ });
      await open.click();
      await panel.locator('input').fill(name);
      await panel.locator('form button').click();
      await panel.getByRole('link', { name }).waitFor();
      await looked(page, `views-${language}-${size}`);
      await page.locator('.tools-line button', { hasText: /^(Columns|列)$/ }).click();
      await page.screenshot({ path: `${shots}columns-${language}-${size}.png`, fullPage: true });
      assert.deepEqual(await axeFindings(page), []);
      assert.ok((await sideways(page)) <= 0, 'scrolls sideways');
      await context.close();
      // another computer
      const other = await list({ language, width });
      await other.page.locator('.tools-line button', { hasText: /^(Views|视图)$/ }).click();
      await other.page.locator('.views').getByRole('link', { name }).click();
      await other.page.waitForURL((url) => url.searchParams.get('kind') === 'laboratory');
      await other.page.locator('.chips').waitFor();
      assert.equal((await heads(other.page)).length, 3);
      await other.page.locator('.views li', { hasText: name }).getByRole('button').click();
      await other.page.locator('.views').getByRole('link', { name }).waitFor({ state: 'detached' });
      assert.deepEqual([...faults, ...other.faults], []);
      await other.context.close();
    });

test('two windows keep both of their views', limit, async () => {
  const { page, context } = await list({});
  const other = await context.newPage();
  await other.goto('/registers/organisations');
  for (const [window, name] of [
    [page, 'First'],
    [other, 'Second'],
  ]) {
    await window.getByRole('button', { name: 'Views' }).click();
    await window.locator('.views input').waitFor();
    await window.locator('.views input').fill(name);
  }
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('link', { name: 'First' }).waitFor();
  await other.getByRole('button', { name: 'Keep' }).click();
  await other.getByRole('link', { name: 'Second' }).waitFor();
  assert.equal(await other.getByRole('link', { name: 'First' }).count(), 1);
  await context.close();
});

test('a visitor chooses columns and keeps no views', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/registers/organisations?columns=name,secret,nothing');
  await page.locator('tbody tr').first().waitFor();
  assert.deepEqual(words(await heads(page)), ['Name']);
  assert.equal(await page.getByRole('button', { name: 'Views' }).count(), 0);
  await context.close();
});

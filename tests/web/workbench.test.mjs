// SPDX-License-Identifier: GPL-3.0-or-later
// The workbench: published budgets and a gauge study done again in the browser, faults marked where they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, comesTo, languages, openPage, widths } from './browser.mjs';
import { looked, shots, stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();

async function opened(options) {
  const { page, context, faults } = await openPage(here.browser, here.world.base, options);
  await page.goto('/workbench');
  const begin = (n) => page.locator('.workbench-examples button').nth(n).click();
  return { page, context, faults, begin };
}

const statement = (page, text) => page.locator('.statement', { hasText: text }).waitFor();

test('GUM H.1 is worked out while one types', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await opened();
  await statement(page, 'U = 0.000\u2009092\u2009mm (k = 2.92');
  const text = page.getByRole('textbox');
  const budget = await text.inputValue();
  await text.fill(budget.replace('p: 99 %', 'k: 2'));
  await statement(page, 'U = 0.000\u2009063\u2009mm (k = 2');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a fault is marked at its line and leads there', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await opened();
  await statement(page, 'mm');
  const text = page.getByRole('textbox');
  await text.fill((await text.inputValue()).replace('215 nm', '215 nmm'));
  await page.locator('.editor-gutter .at').waitFor();
  const line = Number(await page.locator('.editor-gutter .at').innerText());
  await page.getByRole('button', { name: `line ${line}` }).click();
  const chosen = () => text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  await comesTo(chosen, /215 nmm/);
  await context.close();
});

test('JCGM 101 9.3 is simulated, and the first order is not confirmed', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults, begin } = await opened();
  await begin(2);
  await statement(page, 'dm = 1.23');
  await page.locator('.workbench-draws button').first().click();
  await page.locator('.histogram svg').waitFor();
  await page.getByText('Monte Carlo does not confirm the first order').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a linear budget goes without sampling, and says so', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await opened();
  await statement(page, 'mm');
  const inputs = ['a', 'b', 'c'].map((name) => `  ${name}: {value: 1, rectangular: 1}`).join('\n');
  await page.getByRole('textbox').fill(`model: y = a + b + c\npropagation: automatic\ninputs:\n${inputs}\n`);
  await page.getByText('by numerical convolution, as the model is linear').waitFor();
  await page.getByText('The propagation of distributions').waitFor();
  await page.screenshot({ path: `${shots}workbench-propagation.png`, fullPage: true });
  assert.deepEqual(faults, []);
  await context.close();
});

test('correlations that cannot hold together are mended, and it is said', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await opened();
  await statement(page, 'mm');
  const inputs = ['a', 'b', 'c'].map((name) => `  ${name}: {value: 1, u: 1}`).join('\n');
  const budget = `model: y = a + b + c\ncorrelations: [[a, b, 1], [b, c, 1]]\ninputs:\n${inputs}\n`;
  await page.getByRole('textbox').fill(budget);
  await page.getByText('not positive semidefinite').first().waitFor();
  await page.getByRole('textbox').fill(`${budget}conventions: {correlation: nearest}\n`);
  await page.getByText('the nearest correlation matrix took their place').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a gauge study is answered', { skip, timeout: 600_000 }, async () => {
  const { page, context, begin } = await opened();
  await begin(5);
  await page.locator('tr', { hasText: 'GRR, % of study variation' }).getByText('27.8606').waitFor();
  await context.close();
});

/** Chooses the first record that an empty search finds for a link. */
async function pickFirst(page, label) {
  await page.getByLabel(label).first().click();
  await page.locator('.ant-select-item-option').first().click();
}

test('a budget is kept in the register, opened from there and changed', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  await page.goto('/workbench');
  await statement(page, 'k = 2.92');
  await page.getByRole('button', { name: 'Keep as a budget of my organisation' }).click();
  const number = `B-${Date.now().toString(36)}`;
  await page.getByLabel('Number').fill(number);
  await comesTo(() => page.getByLabel('Result').inputValue(), /k = 2\.92/);
  await pickFirst(page, 'Organisation');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/uncertainty_budgets\/[^/]+$/);
  await page.getByRole('link', { name: 'Open in the workbench' }).click();
  await statement(page, 'k = 2.92');
  const text = page.getByRole('textbox');
  const again = page.getByRole('button', { name: `Keep the changes of ${number}` });
  await again.waitFor();
  await text.fill((await text.inputValue()).replace('p: 99 %', 'k: 2'));
  await statement(page, 'k = 2');
  await page.screenshot({ path: `${shots}workbench-kept.png`, fullPage: true });
  await again.click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/uncertainty_budgets\/[^/]+$/);
  await page.locator('.record-main', { hasText: 'k: 2' }).waitFor();
  await page.goto('/workbench');
  const choice = page.getByLabel('Open a budget that is kept');
  const option = await choice.locator('option', { hasText: number }).innerText();
  await choice.selectOption({ label: option });
  await statement(page, 'k = 2)');
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`the workbench in ${language}, ${width} pixels wide`, { skip, timeout: 600_000 }, async () => {
      const { page, context, faults } = await opened({ language, width });
      await statement(page, '50.000');
      await page.locator('.workbench-draws button').first().click();
      await page.locator('.histogram svg').waitFor();
      await looked(page, `workbench-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

// SPDX-License-Identifier: GPL-3.0-or-later
// A record's life in the browser: entered, found, linked to, corrected, contested, removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, comesTo, openPage } from './browser.mjs';
import { stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();
const code = `WEB-${Date.now().toString(36)}`;

async function administrator() {
  const opened = await openPage(here.browser, here.world.base);
  await logIn(opened.page, here.world);
  return opened;
}

const save = (page) => page.getByRole('button', { name: 'Save' }).click();

/** Opens a select and takes the option with this text. */
async function choose(page, label, option) {
  await page.getByLabel(label).first().click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

async function findOrganisation(page) {
  await page.goto(`/registers/organisations?q=${code}`);
  await page.locator('tbody a', { hasText: code }).click();
  await page.locator('h1').waitFor();
}

test(
  'what is missing is named at its field, then the record is stored',
  { skip, timeout: 600_000 },
  async () => {
    const { page, context, faults } = await administrator();
    await page.goto('/registers/organisations/new');
    await save(page);
    await page.locator('.problem').waitFor();
    assert.match(await page.locator('.problem').innerText(), /Code/);
    await comesTo(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), 'true');
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Code').fill(code);
    await page.getByLabel('Name, English').fill('Pier Laboratory');
    await page.getByLabel('Name, Chinese').fill('码头实验室');
    await choose(page, 'Kind', 'Laboratory');
    await save(page);
    await page.waitForURL(/organisations\/[^/]+$/);
    await page.locator('h1', { hasText: 'Pier Laboratory' }).waitFor();
    await page.locator('.history').getByText('Entered').first().waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  },
);

test(
  'a list finds it by word, by filter, and says when it finds nothing',
  { skip, timeout: 600_000 },
  async () => {
    const { page, context, faults } = await administrator();
    await page.goto('/registers/organisations');
    await page.getByLabel('Search in Organisations').fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.locator('tbody tr', { hasText: code }).first().waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await choose(page, 'Field', 'Kind');
    await choose(page, 'Value', 'University');
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.locator('.empty').waitFor();
    assert.match(await page.locator('.empty').innerText(), /Take a filter away/);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Remove the filter Kind' }).click();
    await page.locator('tbody tr').first().waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  },
);

test('a correction and a fact from a date stand in the history', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await administrator();
  await findOrganisation(page);
  const record = page.url();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Name, English').fill('Pier Metrology Laboratory');
  await page.getByLabel('Reason').fill('名称录错');
  await save(page);
  await page.waitForURL(record);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Name, English').fill('Quay Laboratory');
  await page.getByText('True from a date').click();
  await save(page);
  await page.locator('.field-error').first().waitFor();
  await page.getByRole('textbox', { name: 'From' }).fill('2026-06-01');
  await save(page);
  await page.waitForURL(record);
  const history = page.locator('.history');
  await history.getByText('holds from 2026-06-01').waitFor();
  await history.getByText('名称录错').first().waitFor();
  await page.getByRole('button', { name: 'As of a date' }).click();
  await page.getByLabel('As of', { exact: true }).fill('2026-05-31');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.locator('.notice.then').waitFor();
  await page.locator('h1', { hasText: 'Pier Metrology Laboratory' }).waitFor();
  await context.close();
});

test('who saves second is told what the first one saved', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await administrator();
  await findOrganisation(page);
  const record = page.url();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Country').fill('CN');
  const other = await context.newPage();
  await other.goto(record);
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByLabel('Country').fill('FR');
  await save(other);
  await other.waitForURL(record);
  await save(page);
  await page.getByText('Somebody changed this record meanwhile').waitFor();
  await page.locator('.problem', { hasText: 'Country: it now says FR' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Keep my entries and save' }).click();
  await page.waitForURL(record);
  await page.locator('.facts', { hasText: 'CN' }).waitFor();
  await context.close();
});

test('a link is chosen by searching', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await administrator();
  await page.goto('/registers/instruments/new');
  const owner = page.getByLabel(/^Owner/).first();
  await owner.click();
  await owner.fill(code);
  const option = page.locator('.ant-select-item-option', { hasText: 'Laboratory' }).first();
  await option.waitFor();
  await option.click();
  await page.locator('.ant-select', { hasText: 'Laboratory' }).first().waitFor();
  await context.close();
});

test('a removed record is gone and its list says so', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await administrator();
  await findOrganisation(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('entered for a test');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL(/registers\/organisations$/);
  await page.goto(`/registers/organisations?q=${code}`);
  await page.locator('.empty').waitFor();
  await context.close();
});

test('a statement U(x) is read while one types, given the unit of x', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await administrator();
  await page.goto('/registers/capabilities/new');
  const text = page.getByLabel('U(x), as the laboratory writes it');
  const told = page.locator('.statement .live');
  await text.fill('12 uV + 3.0 uV/V');
  await page.getByLabel('From, unit').fill('V');
  await told.getByText('Understood: 12 µV + 3.0 µV/V').waitFor();
  await text.fill('12 uA');
  await told.getByText('“12 uA” does not come out in V').waitFor();
  await page.getByLabel('From, unit').fill('A');
  await told.getByText('Understood: 12 µA').waitFor();
  await context.close();
});

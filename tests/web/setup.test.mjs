// SPDX-License-Identifier: GPL-3.0-or-later
// The one-time link from the terminal makes the first administrator, and nobody after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, openPage } from './browser.mjs';
import { stage } from './stage.mjs';
import { logIn, skip as notHere, startEmptyWorld } from './world.mjs';

const skip = notHere || (process.env.ZHUN_URL ? 'it needs an empty database, not ZHUN_URL' : false);
const here = stage({ start: startEmptyWorld, skip });

async function fill(page, { name, password }, again = password) {
  const fields = page.locator('main form input');
  await fields.nth(0).fill(name);
  await fields.nth(1).fill(password);
  await fields.nth(2).fill(again);
  await page.locator('main form button[type=submit]').click();
}

test('the link makes the first administrator, once', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto(here.world.setup);
  await fill(page, here.world.account, 'something else');
  assert.match(await page.locator('.field-error').innerText(), /not the same/);
  assert.deepEqual(await axeFindings(page), []);
  await fill(page, here.world.account);
  await page.waitForURL((url) => url.pathname === '/registers');
  await page.getByText(here.world.account.name).first().waitFor();
  await context.close();

  const second = await openPage(here.browser, here.world.base);
  await second.page.goto(here.world.setup);
  await fill(second.page, { name: 'another', password: 'another long password' });
  await second.page.locator('.problem').waitFor();
  await logIn(second.page, here.world);
  assert.deepEqual(faults, []);
  await second.context.close();
});

test('an empty register says what to do next', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/registers/certificates');
  assert.match(await page.locator('.empty').innerText(), /log in/);
  await logIn(page, here.world);
  await page.goto('/registers/certificates');
  await page.locator('.empty').waitFor();
  assert.match(await page.locator('.empty').innerText(), /button above/);
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});

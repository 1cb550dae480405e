// SPDX-License-Identifier: GPL-3.0-or-later
// A manager invites; who opens the link makes an account with it and is a member.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, openPage } from './browser.mjs';
import { stage } from './stage.mjs';
import { logIn, skip as notHere } from './world.mjs';

const skip = notHere || (process.env.ZHUN_URL ? 'it needs a world of its own, not ZHUN_URL' : false);
const here = stage({ skip });
const manager = { account: { name: 'brightcell', password: 'example-city' } };

test('a manager invites, and the invited one joins', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/login');
  await logIn(page, { ...here.world, ...manager });
  await page.goto('/organisation');
  await page.getByRole('heading', { level: 1, name: 'My organisation' }).waitFor();
  await page.locator('main form input').first().fill('the new engineer');
  await page.locator('main form button[type=submit]').click();
  const link = await page.locator('code.secret').innerText();
  assert.match(link, /\/invited#zhi_/);
  await page.getByText('the new engineer').waitFor();
  assert.deepEqual(await axeFindings(page), []);

  const other = await openPage(here.browser, here.world.base);
  await other.page.goto(link);
  await other.page.getByText('You are invited to').waitFor();
  assert.deepEqual(await axeFindings(other.page), []);
  const fields = other.page.locator('main form input:not([type=radio])');
  await fields.nth(0).fill('newcomer');
  await fields.nth(1).fill('short');
  await other.page.locator('main form button[type=submit]').click();
  await other.page.locator('.field-error').waitFor();
  await fields.nth(1).fill('a long enough phrase');
  await other.page.locator('main form button[type=submit]').click();
  await other.page.waitForURL((url) => url.pathname === '/organisation');
  await other.page.getByText('Staff').first().waitFor();

  await other.page.goto('/');
  await other.page.goto(link);
  await other.page.locator('.problem').waitFor();
  assert.deepEqual(faults, []);
  assert.deepEqual(other.faults, []);
  await context.close();
  await other.context.close();
});

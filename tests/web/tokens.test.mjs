// SPDX-License-Identifier: GPL-3.0-or-later
// A token is ended from its page; one that was ended elsewhere meanwhile is told as such, not passed over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './browser.mjs';
import { stage } from './stage.mjs';
import { csrfOf, logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 120_000 };

test('a token is ended, and a refusal to end one is shown', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  const headers = await csrfOf(page);
  const made = [];
  for (const name of ['first', 'second']) {
    const answer = await page.request.post('/v1/tokens', { headers, data: { name, write: false, days: 1 } });
    assert.equal(answer.status(), 201);
    made.push((await answer.json()).id);
  }
  await page.goto('/tokens');
  const end = async (name) => {
    await page.locator('tbody tr', { hasText: name }).getByRole('button').click();
    await page.locator('.ant-modal .ant-btn-primary').click();
  };
  await end('first');
  await page.locator('tbody tr', { hasText: 'first' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.problem').count(), 0);
  await page.request.delete(`/v1/tokens/${made[1]}`, { headers });
  await end('second');
  await page.locator('.problem').waitFor();
  await page.locator('.empty').waitFor();
  await context.close();
});

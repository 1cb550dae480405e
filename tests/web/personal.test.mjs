// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a person: downloaded, erased by themselves with their password, and by an administrator for a reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { comesTo, languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { csrfOf, logIn, skip as notHere } from './world.mjs';

const skip = notHere || (process.env.ZHUN_URL ? 'it needs a world of its own, not ZHUN_URL' : false);
const limit = { skip, timeout: 600_000 };
const here = stage({ skip });
const password = 'a long enough phrase';

/** An account of a person's own, made by the administrator whose page it is. */
async function newcomer(page, name) {
  const headers = await csrfOf(page);
  const data = { name, full_name: `Full ${name}` };
  const { id } = await (await page.request.post('/v1/accounts', { headers, data })).json();
  const { link } = await (await page.request.post(`/v1/accounts/${id}/link`, { headers })).json();
  const setup = await fetch(`${here.world.base}/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ link, name, password }),
  });
  assert.equal(setup.status, 200);
  return id;
}

async function downloaded(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  assert.equal(file.suggestedFilename(), 'personal-data.json');
  return JSON.parse(readFileSync(await file.path(), 'utf8'));
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths)) {
    const name = `person.${language}.${size}`;
    test(`an account is told and erased in ${language}, ${width} pixels wide`, limit, async () => {
      const staff = await openPage(here.browser, here.world.base);
      await logIn(staff.page, here.world);
      const id = await newcomer(staff.page, name);
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      await logIn(page, { account: { name, password } });
      await page.goto('/data');
      const kept = await downloaded(page, page.locator('.personal section').nth(0).getByRole('button'));
      assert.equal(kept.account.name, name);
      assert.equal(kept.account.full_name, `Full ${name}`);
      assert.ok(kept.sessions.length >= 1);

      const erase = page.locator('.personal section').nth(1);
      await erase.getByRole('button').click();
      await erase.locator('input').fill('not the password');
      await erase.locator('button[type=submit]').click();
      await erase.locator('.field-error').waitFor();
      await looked(page, `personal-${language}-${size}`);
      await erase.locator('input').fill(password);
      await erase.locator('button[type=submit]').click();
      await page.locator('main [role=status]').waitFor();
      await comesTo(async () => (await page.request.get('/v1/session')).status(), 401);
      await looked(page, `personal-erased-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();

      await staff.page.goto(`/registers/accounts/${id}`);
      await staff.page.getByRole('heading', { level: 1, name: `erased-${id}` }).waitFor();
      assert.ok(!(await staff.page.locator('main').innerText()).includes(name), 'its history says no name');
      await staff.context.close();
    });
  }

for (const [size, width] of Object.entries(widths))
  test(`an administrator answers a letter, ${width} pixels wide`, limit, async () => {
    const { page, context, faults } = await openPage(here.browser, here.world.base, { language: 'zh', width });
    await logIn(page, here.world);
    const name = `writer.${size}`;
    const id = await newcomer(page, name);
    await page.goto(`/registers/accounts/${id}`);
    const kept = await downloaded(page, page.getByRole('button', { name: '下载个人信息' }));
    assert.equal(kept.account.id, id);
    const open = page.getByRole('button', { name: '删除个人信息…' });
    await open.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '永久删除' }).click();
    await dialog.locator('.field-error').waitFor(); // no reason was given
    await dialog.locator('input').fill('应书面请求');
    assert.equal(await dialog.locator('.field-error').count(), 0);
    await looked(page, `personal-of-${size}`);
    await dialog.getByRole('button', { name: '永久删除' }).click();
    await page.getByRole('heading', { level: 1, name: `erased-${id}` }).waitFor();
    await open.waitFor({ state: 'detached' });
    assert.ok((await page.locator('main').innerText()).includes('应书面请求'));
    assert.deepEqual(faults, []);
    await context.close();
  });

test('a visitor is told to log in', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/data');
  await page.locator('.empty', { hasText: 'Log in' }).waitFor();
  await context.close();
});

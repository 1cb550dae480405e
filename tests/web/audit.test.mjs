// SPDX-License-Identifier: GPL-3.0-or-later
// The audit: who wrote what, asked by account, register and day; log-ins beside it; from a record to its writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { csrfOf, firstOf, logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 120_000 };

/** One write, with a reason that is found again. */
async function written(page, reason) {
  const { id } = await firstOf(page, 'organisations');
  const was = await page.request.get(`/v1/organisations/${id}`);
  const answer = await page.request.put(`/v1/organisations/${id}`, {
    headers: { ...(await csrfOf(page)), 'If-Match': was.headers().etag, 'X-Reason': reason },
    data: { ...(await was.json()), website: `https://example.org/?${encodeURIComponent(reason)}` },
  });
  return { id, status: answer.status() };
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`writes and log-ins are shown in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      await logIn(page, here.world);
      const reason = `seen in ${language} ${size}`;
      const { id, status } = await written(page, reason);
      assert.equal(status, 200);
      await page.goto('/audit');
      const first = page.locator('.sheet.audit tbody tr').first();
      await first.getByText(reason).waitFor();
      await looked(page, `audit-${language}-${size}`);
      await page.goto(`/registers/organisations/${id}`);
      await page.locator('.history a[href^="/audit"]').click();
      await page.locator('.sheet.audit tbody tr', { hasText: reason }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('record'), id);
      await page.goto('/audit?action=remove&register=area');
      await page.locator('.empty').waitFor();
      await page.locator('.tabs a').nth(1).click();
      await page.locator('.sheet.audit tbody tr').first().waitFor();
      await looked(page, `audit-sessions-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('what is asked stands in the address, and a page follows', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  await page.goto('/audit');
  await page.getByLabel('From day').fill('2026-13-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.locator('.field-error').waitFor();
  await page.getByLabel('From day').fill('2020-01-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL((url) => url.searchParams.get('from') === '2020-01-01');
  const last = page.locator('.sheet.audit tbody tr').last();
  await last.waitFor();
  await page.getByRole('link', { name: 'Earlier ones' }).click();
  await page.waitForURL((url) => url.searchParams.has('before'));
  await last.waitFor();
  await context.close();
});

test('the audit is not for everybody', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/audit');
  await page.locator('.empty').waitFor();
  await logIn(page, { account: { name: 'brightcell', password: 'example-city' } });
  await page.goto('/audit');
  await page.getByText('for regulators and administrators').waitFor();
  await context.close();
});

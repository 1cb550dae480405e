// SPDX-License-Identifier: GPL-3.0-or-later
// The page of webhooks: made by who may, with its secret shown once, refused where it leads inside, and removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, languages, openPage, widths } from './browser.mjs';
import { looked, shots, stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 60_000 };

async function opened(options) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  await all.page.goto('/hooks');
  const whose = all.page.locator('.hooks-whose input');
  await whose.click();
  await whose.fill('lab-a');
  await all.page.locator('.ant-select-item-option').first().click();
  return all;
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`a webhook is made and removed in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened({ language, width });
      const make = page.locator('.hooks-new .ant-btn-primary');
      const url = `https://programs.example.org/told/${language}/${size}`;
      await page.locator('.empty').waitFor();
      await make.click();
      await page.locator('form.hooks-new input[type=url]').fill('https://127.0.0.1/inside');
      await make.click();
      await page.locator('.hooks-new .field-error').waitFor(); // no event was chosen
      await page.locator('.hooks-new input[type=checkbox]').nth(0).check();
      await page.locator('.hooks-new input[type=checkbox]').nth(3).check();
      await make.click();
      await page.locator('.field.wrong', { hasText: /public|公共/ }).waitFor();
      await page.screenshot({ path: `${shots}hook-new-${language}-${size}.png`, fullPage: true });
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('form.hooks-new input[type=url]').fill(url);
      await make.click();
      assert.match(await page.locator('.secret').innerText(), /^whsec_[\w+/=]{40,}$/);
      await page.locator('.hooks-new button').click();
      const row = page.locator('.hooks tbody tr', { hasText: url });
      await row.waitFor();
      assert.equal(await page.locator('.secret').count(), 0, 'shown this once');
      await looked(page, `hooks-${language}-${size}`);
      await row.getByRole('button').click();
      await page.getByRole('dialog').locator('.ant-btn-primary').click();
      await page.locator('.empty').waitFor();
      assert.deepEqual(faults, []);
      await context.close();
    });

test('who keeps none is told who does', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/hooks');
  await page.locator('.empty', { hasText: 'Log in' }).waitFor();
  assert.equal(await page.locator('#rail', { hasText: 'Webhooks' }).count(), 0);
  await context.close();
});

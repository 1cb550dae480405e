// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a plan: its figures, clusters and projects, each number beside the records behind it, on any day; in
// the demonstration, where the plan is a real city's and the records are not. Screenshots go to build/web-shots.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, comesTo, languages, openPage, sideways, widths } from './browser.mjs';
import { shots, stage } from './stage.mjs';
import { skip } from './world.mjs';

const here = stage();

async function opened(language, width) {
  const all = await openPage(here.browser, here.world.base, { language, width });
  await all.page.goto('/plans');
  await all.page.locator('.plan-projects').first().waitFor();
  return all;
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`the plan in ${language}, ${width} pixels wide`, { skip, timeout: 600_000 }, async () => {
      const { page, context, faults } = await opened(language, width);
      await page.screenshot({ path: `${shots}plan-${language}-${size}.png`, fullPage: true });
      assert.equal(await page.locator('.plan-figures tbody tr').count(), 55);
      assert.equal(await page.locator('.plan-projects li').count(), 45);
      assert.equal(await page.locator('.plan-cluster').count(), 4);
      assert.equal(await page.locator('.plan-invented').count(), 1);
      assert.ok((await sideways(page)) <= 0, 'scrolls sideways');
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('a number opens the records behind it', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await opened('en', widths.wide);
  const row = page.locator('.plan-figures tr', { hasText: 'F004' });
  const number = Number(await row.locator('a.plan-number').innerText());
  assert.ok(number > 0);
  await row.locator('a.plan-number').click();
  await page.locator('.sheet tbody tr').first().waitFor();
  assert.match(page.url(), /\/registers\/capabilities\?activity=calibration&accreditation\.null=false&holds_on=/);
  const holders = await page.locator('.sheet tbody td[data-label="Organisation"]').allInnerTexts();
  assert.equal(new Set(holders).size, number);
  assert.match(await page.locator('.chips').innerText(), /Holds on/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('no target is evaluated beside invented records', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await opened('en', widths.wide);
  assert.match(await page.locator('.plan-legend').innerText(), /16\s+unknown/);
  await page.goto('/plans?as_of=2001-01-01');
  await page.getByRole('heading', { name: 'Targets on 2001-01-01' }).waitFor();
  const row = page.locator('.plan-figures tr', { hasText: 'F004' });
  await comesTo(() => row.locator('.plan-number').last().innerText(), '0');
  await page.emulateMedia({ media: 'print' });
  await comesTo(() => page.locator('.rail').isVisible(), false);
  assert.equal(await page.locator('.plan-figures').first().isVisible(), true);
  await context.close();
});

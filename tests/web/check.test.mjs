// SPDX-License-Identifier: GPL-3.0-or-later
// The public page: a file in, claims out, by mouse, by keyboard, by dropping.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { axeFindings, comesTo, focused, languages, openPage, sideways, widths } from './browser.mjs';
import { shots, stage } from './stage.mjs';
import { skip } from './world.mjs';

const certificate = fileURLToPath(new URL('certificate.xml', import.meta.url));
const here = stage();

async function opened(options) {
  const { page, context, faults } = await openPage(here.browser, here.world.base, options);
  await page.goto('/check');
  return { page, context, faults };
}

for (const language of Object.keys(languages)) {
  for (const [size, width] of Object.entries(widths)) {
    test(`claims are read out in ${language}, ${width} pixels wide`, { skip, timeout: 600_000 }, async () => {
      const { page, context, faults } = await opened({ language, width });
      assert.deepEqual(await axeFindings(page), [], 'before');
      await page.screenshot({ path: `${shots}check-before-${language}-${size}.png`, fullPage: true });
      await page.setInputFiles('#file', certificate);
      await page.locator('.verdict h2').waitFor();
      await page.screenshot({ path: `${shots}check-after-${language}-${size}.png`, fullPage: true });
      await comesTo(() => page.evaluate(() => document.activeElement?.tagName), 'H2'); // the answer has the focus
      assert.ok((await page.locator('.claims > li').count()) >= 3);
      assert.ok((await page.locator('.unchecked li').count()) >= 1, 'what was not checked is listed');
      assert.deepEqual(await axeFindings(page), [], 'after');
      assert.ok((await sideways(page)) <= 0);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
}

test('the keyboard alone reaches the answer', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await opened();
  page.on('filechooser', () => {}); // choosers are caught from here on, before the key that opens one
  await page.keyboard.press('Tab');
  await comesTo(() => page.evaluate(() => document.activeElement?.className), 'skip');
  for (let n = 0; n < 8; n++) {
    if ((await focused(page)) === 'file') break;
    await page.keyboard.press('Tab');
  }
  assert.equal(await focused(page), 'file');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(certificate);
  await page.locator('.verdict h2').waitFor();
  await comesTo(() => page.locator('[role=status]').innerText(), /Checked: .*of 9/);
  await context.close();
});

test('a file may be dropped', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await opened();
  const text = readFileSync(certificate, 'utf8');
  await page.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.xml', { type: 'application/xml' }));
    document
      .getElementById('drop')
      .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  }, text);
  await page.locator('.verdict h2').waitFor();
  assert.match(await page.locator('.outcome .facts').innerText(), /dropped\.xml/);
  await context.close();
});

test(
  'another date asks again; a date that does not exist is refused',
  { skip, timeout: 600_000 },
  async () => {
    const { page, context } = await opened();
    await page.setInputFiles('#file', certificate);
    await page.locator('.verdict h2').waitFor();
    await page.fill('#as-of', '2026-02-30');
    await page.getByRole('button', { name: 'Check again' }).click();
    assert.match(await page.locator('#as-of-wrong').innerText(), /year-month-day/);
    await comesTo(() => focused(page), 'as-of');
    await page.fill('#as-of', '2020-01-01');
    await page.keyboard.press('Enter');
    await page.locator('.verdict .of', { hasText: 'as of 2020-01-01' }).waitFor();
    await context.close();
  },
);

test(
  'an empty file is refused at once, a page of words with a reason',
  { skip, timeout: 600_000 },
  async () => {
    const { page, context, faults } = await opened();
    await page.setInputFiles('#file', {
      name: 'empty.xml',
      mimeType: 'application/xml',
      buffer: Buffer.alloc(0),
    });
    assert.match(await page.locator('.problem').innerText(), /empty/);
    await page.setInputFiles('#file', {
      name: 'words.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from('no certificate'),
    });
    const outcome = page.locator('.verdict.fail, .problem:not(:has-text("empty"))').first();
    await outcome.waitFor();
    assert.ok((await outcome.innerText()).length > 10);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(faults, []);
    await context.close();
  },
);

test('the language changes in place and is kept', { skip, timeout: 600_000 }, async () => {
  const { page, context } = await opened();
  await page.setInputFiles('#file', certificate);
  await page.locator('.verdict h2').waitFor();
  await page.locator('#language').click();
  await comesTo(() => page.locator('h1').innerText(), '核查证书');
  await comesTo(() => page.locator('.verdict').innerText(), /9 项中/);
  await page.reload();
  await comesTo(() => page.evaluate(() => document.documentElement.lang), 'zh-CN');
  await context.close();
});

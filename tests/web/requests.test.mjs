// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation asks to be registered at /register; a regulator refuses it with a reason, or approves it, and who
// asked becomes its manager by the link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { logIn, skip as notHere } from './world.mjs';

const skip = notHere || (process.env.ZHUN_URL ? 'it needs a world of its own, not ZHUN_URL' : false);
const here = stage({ skip });
const limit = { skip, timeout: 120_000 };

/** A unified social credit code with its check character (GB 32100-2015, 5.4). */
function creditCode(n) {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `9144030088888${String(n).padStart(4, '0')}`;
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += letters.indexOf(body[i]) * weight;
  return body + letters[(31 - (sum % 31)) % 31];
}

async function fill(page, code, name) {
  await page.locator('#code').fill(code);
  await page.locator('#zh').fill(name);
  await page.locator('#kind').selectOption({ index: 1 });
  await page.locator('#person').fill('Wan Lin');
  await page.locator('#email').fill('wan.lin@example.org');
}

/** Asks as a visitor; the address by which the request is seen. */
async function asked(page, code, name) {
  await page.goto('/register');
  await fill(page, code, name);
  await page.locator('form button[type=submit]').click();
  const made = page.locator('.made');
  while (!(await made.isVisible())) {
    const often = page.locator('.problem'); // an address that asks often waits some seconds
    await made.or(often).first().waitFor();
    if (!(await often.isVisible())) break;
    await page.waitForTimeout(2000);
    await page.locator('form button[type=submit]').click();
  }
  await made.waitFor();
  return page.locator('.made .secret').innerText();
}

let codes = 100;
for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`a request is sent, refused and seen in ${language}, ${width} pixels wide`, limit, async () => {
      const name = `新机构 ${language} ${size}`;
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      await page.goto('/register');
      await page.locator('#code').waitFor();
      await looked(page, `register-${language}-${size}`);
      await fill(page, '914403008888800000', name);
      await page.locator('form button[type=submit]').click();
      await page.locator('#code-wrong').waitFor(); // its check character is another
      faults.length = 0; // the refusal is told in the console, too
      const seen = await asked(page, creditCode(codes++), name);
      await looked(page, `register-made-${language}-${size}`);

      const other = await openPage(here.browser, here.world.base, { language, width });
      await logIn(other.page, here.world);
      await other.page.goto('/requests');
      const request = other.page.locator('.request', { hasText: name });
      await request.waitFor();
      await looked(other.page, `requests-${language}-${size}`);
      await request.locator('.actions button').nth(1).click();
      await request.locator('form input').fill('Only a test');
      await request.locator('form button[type=submit]').click();
      await other.page.locator('.panel').waitFor();
      await request.waitFor({ state: 'detached' });
      await other.context.close();

      await page.goto('about:blank');
      await page.goto(seen);
      await page.getByText('Only a test').waitFor();
      await looked(page, `register-refused-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('an approval registers the organisation, and its link makes a manager', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await asked(page, creditCode(1), 'Harbour Metrology');
  await context.close();
  const other = await openPage(here.browser, here.world.base);
  await logIn(other.page, here.world);
  await other.page.goto('/requests');
  await other.page.locator('.request', { hasText: 'Harbour Metrology' }).locator('.actions button').first().click();
  const link = await other.page.locator('code.secret').innerText();
  await other.context.close();
  const manager = await openPage(here.browser, here.world.base);
  await manager.page.goto(link);
  await manager.page.getByText('Harbour Metrology').waitFor();
  const fields = manager.page.locator('main form input:not([type=radio])');
  await fields.nth(0).fill('wan.lin');
  await fields.nth(1).fill('a long enough phrase');
  await manager.page.locator('main form button[type=submit]').click();
  await manager.page.waitForURL((url) => url.pathname === '/organisation');
  await manager.page.getByText('Manager').first().waitFor();
  await manager.context.close();
});

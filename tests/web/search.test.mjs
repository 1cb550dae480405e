// SPDX-License-Identifier: GPL-3.0-or-later
// The public home page and its search: by typing, by address, by keyboard; in both languages, wide and narrow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesTo, focused, languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 600_000 };

/** What is found by typing, once it is there. */
async function type(page, words) {
  await page.locator('#q').fill(words);
  await page.locator('.group, .none').first().waitFor();
}

async function fine(page, name, faults) {
  await looked(page, name);
  assert.deepEqual(faults, [], name);
}

for (const language of Object.keys(languages)) {
  for (const [size, width] of Object.entries(widths)) {
    test(`home and search in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      const kind = `${language}-${size}`;
      await page.goto('/');
      await page.locator('.counts li').first().waitFor();
      await fine(page, `public-home-${kind}`, faults);
      await type(page, language === 'zh' ? '校准' : 'calibration');
      await fine(page, `search-${kind}`, faults);
      await page.goto('/search?q=nowhereatall');
      await page.locator('.none').waitFor();
      await fine(page, `search-none-${kind}`, faults);
      await context.close();
    });
  }
}

test('what is found is marked, counted, and can be sent on', limit, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/');
  await type(page, 'lab-a');
  const hit = page.locator('.group', { hasText: 'Organisations' }).locator('li').first();
  assert.match(await hit.innerText(), /Harbour Electrical/);
  assert.match(await hit.innerText(), /exactly/);
  await type(page, 'calibration laboratory');
  await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === 'calibration laboratory');
  // the address changes before the answer to it is there
  await page.locator('.hit mark', { hasText: /calibration/i }).first().waitFor();
  const marks = await page.locator('.hit').first().locator('mark').allInnerTexts();
  assert.deepEqual(marks.map((text) => text.toLowerCase()), ['calibration', 'laboratory']);
  await page.reload();
  await page.locator('.group').first().waitFor();
  assert.equal(await page.locator('#q').inputValue(), 'calibration laboratory');
  await page.locator('.hit').first().click();
  await page.waitForURL('**/registers/organisations/*');
  await page.locator('h1', { hasText: 'Laboratory' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the keyboard goes into the box, through what is found, and on', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/search?q=laboratory');
  await page.locator('.hit').first().waitFor();
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('/');
  await comesTo(() => focused(page), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const at = () => page.evaluate(() => [...document.querySelectorAll('.hit')].indexOf(document.activeElement));
  await comesTo(at, 1);
  await page.keyboard.press('ArrowUp');
  await comesTo(at, 0);
  await page.keyboard.press('ArrowUp');
  await comesTo(() => focused(page), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/registers/**');
  await context.close();
});

test('all of one register, page by page, and back', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  await page.goto('/search?q=multimeter');
  const group = page.locator('.group', { hasText: 'Instruments' });
  await group.locator('.more').click();
  await page.waitForURL((url) => url.searchParams.get('register') === 'instrument');
  await page.locator('.group').waitFor();
  assert.equal(await page.locator('.group').count(), 1);
  assert.ok((await page.locator('.hit').count()) > 5);
  await page.getByRole('link', { name: 'All registers' }).click();
  await page.locator('.hit').first().waitFor();
  assert.doesNotMatch(page.url(), /register=/);
  await context.close();
});

test('nobody reads what is not theirs; its owner finds it', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  const answer = await page.request.get('/v1/instruments?limit=1&shared=false');
  const [hidden] = (await answer.json()).items;
  const found = async () => {
    await page.goto(`/search?q=${encodeURIComponent(hidden.number)}&register=instrument`);
    await page.locator('.hit, .none').first().waitFor();
    return page.locator(`.hit[href$="${hidden.id}"]`).count();
  };
  assert.equal(await found(), 1);
  await page.context().clearCookies();
  assert.equal(await found(), 0);
  await context.close();
});

test('the box in the application leads to the search', limit, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/registers');
  await page.locator('h1').waitFor();
  await page.keyboard.press('/');
  await comesTo(() => focused(page), 'bar-q');
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=harbour');
  await page.locator('.group').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a search begun on a page about the past says so, and opens records of that day', limit, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/registers/organisations?as_of=2026-06-30');
  await page.locator('#bar-q').fill('laboratory');
  await page.locator('#bar-q').press('Enter');
  await page.locator('.day', { hasText: '2026-06-30' }).waitFor();
  await page.locator('.hit').first().waitFor();
  await fine(page, 'search-day', faults);
  assert.match(await page.locator('.hit').first().getAttribute('href'), /as_of=2026-06-30$/);
  await page.locator('.day a').click();
  await page.locator('.hit').first().waitFor();
  assert.equal(await page.locator('.day').count(), 0);
  assert.doesNotMatch(await page.locator('.hit').first().getAttribute('href'), /as_of/);
  await context.close();
});

// SPDX-License-Identifier: GPL-3.0-or-later
// The day of a page: one control, which goes along from page to page; and two days compared, what changed told apart
// from what was corrected.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, languages, openPage, widths } from './browser.mjs';
import { looked, shots, stage } from './stage.mjs';
import { csrfOf, logIn, skip } from './world.mjs';

const DAY = 86_400_000;
const limit = { skip, timeout: 60_000 };
let harbour;

/** A day of the reader's zone, which is that of the test's browser. */
const day = (ago) => new Date(Date.now() + 8 * 3_600_000 - ago * DAY).toISOString().slice(0, 10);

async function api(page, method, path, data, headers = {}) {
  const answer = await page.request.fetch(path, { method, data, headers: { ...(await csrfOf(page)), ...headers } });
  assert.ok(answer.ok(), `${method} ${path}: ${await answer.text()}`);
  return answer.json();
}

/** A laboratory entered today that moved ten days ago. */
async function move(page) {
  const made = await api(page, 'POST', '/v1/organisations', {
    code: 'TIME-1',
    name: { en: 'Harbour Works', zh: '海港工场' },
    kind: 'laboratory',
    country: 'FR',
  });
  const path = `/v1/organisations/${made.id}`;
  const moved = { website: 'https://new.example', arrangements: [{ name: 'CIPM MRA', since: '2020' }] };
  await api(page, 'PUT', `${path}?effective=${day(10)}`, moved, { 'If-Match': '"1"' });
  return made.id;
}

const here = stage({
  made: async ({ browser, world }) => {
    if (skip) return;
    const { page, context } = await openPage(browser, world.base);
    await logIn(page, world);
    harbour = await move(page);
    await context.close();
  },
});

async function opened(address, options) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  await all.page.goto(address);
  await all.page.locator('h1').waitFor();
  return all;
}

test('the day goes along from the registers to a list, a record and back to today', limit, async () => {
  const { page, context, faults } = await opened('/registers');
  await page.getByRole('button', { name: 'As of a date' }).click();
  await page.getByLabel('As of', { exact: true }).fill('yesterday');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.locator('.field-error').waitFor();
  await page.getByLabel('As of', { exact: true }).fill(day(11));
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const banner = page.locator('.notice.then');
  await banner.waitFor();
  await page.locator('main').getByRole('link', { name: 'Organisations', exact: true }).click();
  await page.waitForURL(`**/registers/organisations?as_of=${day(11)}`);
  await page.goto(`/registers/organisations?as_of=${day(11)}&code=TIME-1`);
  await page.locator('tbody a').first().click();
  await page.waitForURL(`**/registers/organisations/${harbour}?as_of=${day(11)}`);
  await banner.waitFor();
  assert.doesNotMatch(await page.locator('.facts').innerText(), /new\.example/);
  assert.equal(await page.getByRole('button', { name: 'Edit' }).count(), 0, 'the past is only read');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await page.locator('.facts', { hasText: 'new.example' }).waitFor();
  assert.equal(await banner.count(), 0);
  await page.goto('/registers/organisations/new');
  assert.equal(await page.getByRole('button', { name: 'As of a date' }).count(), 0, 'a form is about now');
  assert.deepEqual(faults, []);
  await context.close();
});

test('what was not yet known is left out', limit, async () => {
  const { page, context } = await opened('/registers/organisations?code=TIME-1');
  await page.locator('tbody a').first().waitFor();
  await page.getByRole('button', { name: 'As of a date' }).click();
  await page.getByLabel('As known on').fill(day(1));
  await page.keyboard.press('Enter');
  await page.locator('.empty').waitFor();
  await context.close();
});

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`two days of a register in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened('/registers/organisations', { language, width });
      await page.locator('.time-button').click();
      await page.screenshot({ path: `${shots}time-${language}-${size}.png` });
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('.time-panel a').click();
      await page.waitForURL('**/registers/organisations/changes');
      const lines = page.locator('.differences tbody', { hasText: /Harbour Works|海港工场/ }).locator('tr');
      await lines.first().waitFor();
      // entered in between, it had always held as of the first day; then its address changed
      assert.deepEqual(
        await lines.locator('.what').evaluateAll((all) => all.map(({ className }) => className)),
        ['what entered', 'what changed'],
      );
      assert.match(await lines.nth(1).innerText(), /new\.example/);
      await looked(page, `changes-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('one record is compared with its rows', limit, async () => {
  const { page, context, faults } = await opened(`/registers/organisations/${harbour}`);
  await page.goto(`/registers/organisations/${harbour}/changes?from=${day(11)}&to=${day(0)}`);
  const whats = page.locator('.differences .what');
  await whats.first().waitFor();
  assert.deepEqual(await whats.allInnerTexts(), ['Entered', 'Changed', 'Changed']);
  await page.locator('.differences', { hasText: 'CIPM MRA' }).waitFor();
  await page.getByLabel('From the end of').fill(day(9));
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForURL((url) => url.searchParams.get('from') === day(9));
  await whats.nth(1).waitFor({ state: 'detached' }); // it had moved before
  assert.deepEqual(await whats.allInnerTexts(), ['Entered']);
  await page.getByLabel('To the end of').fill('2001-01-01');
  await page.locator('.field-error', { hasText: 'must come after' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

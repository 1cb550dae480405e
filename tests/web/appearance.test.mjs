// SPDX-License-Identifier: GPL-3.0-or-later
// Light and dark: as the system has it or as chosen, on the pages of the application and on the public ones; every
// text readable by its contrast. And the keys, which never act while somebody types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, languages, openPage, sideways, widths } from './browser.mjs';
import { contrasts } from './contrast.mjs';
import { shots, stage } from './stage.mjs';
import { firstOf, logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 60_000 };
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const white = 'rgb(255, 255, 255)';

async function opened(options) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  return all;
}

async function readable(page, name, scheme) {
  const { seen, found } = await contrasts(page);
  assert.ok(seen > 5, `${name}: only ${seen} texts`);
  assert.deepEqual(found, [], `${name}, ${scheme}`);
}

const pages = {
  registers: '/registers',
  list: '/registers/organisations?kind=laboratory',
  form: '/registers/capabilities/new',
  import: '/registers/organisations/import',
  plan: '/plans',
  notices: '/notices',
  tokens: '/tokens',
  workbench: '/workbench',
  home: '/',
  search: '/search?q=laboratory',
  check: '/check',
};

for (const scheme of ['dark', 'light'])
  test(`every text of every kind of page can be read, ${scheme}`, { skip, timeout: 120_000 }, async () => {
    const { page, context, faults } = await opened({ width: scheme === 'dark' ? widths.wide : widths.narrow });
    await page.emulateMedia({ colorScheme: scheme });
    const certificate = await firstOf(page, 'certificates');
    const all = { ...pages, certificate: `/registers/certificates/${certificate.id}` };
    for (const [name, path] of Object.entries(all)) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `${shots}${scheme}-${name}.png` });
      assert.equal((await ground(page)) === white, scheme === 'light', name);
      await readable(page, name, scheme);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });

test('what opens over a page can be read in the dark', limit, async () => {
  const { page, context, faults } = await opened({});
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/registers/organisations/new');
  await page.getByLabel(/^Kind/).click();
  await page.locator('.ant-select-item-option').first().waitFor();
  await readable(page, 'options', 'dark');
  assert.deepEqual(await axeFindings(page), []);
  const organisation = await firstOf(page, 'organisations');
  await page.goto(`/registers/organisations/${organisation.id}`);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').waitFor();
  await readable(page, 'dialog', 'dark');
  await page.screenshot({ path: `${shots}dark-dialog.png` });
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a choice outlives the page, and the public pages follow it', limit, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await page.goto('/registers');
  const choice = page.getByLabel('Appearance');
  assert.equal(await ground(page), white);
  await choice.selectOption('Dark');
  assert.notEqual(await ground(page), white);
  for (const path of ['/registers', '/', '/check']) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    assert.notEqual(await ground(page), white, path);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/registers');
  await choice.selectOption('Light');
  assert.equal(await ground(page), white);
  await choice.selectOption('As the system');
  assert.notEqual(await ground(page), white);
  await page.emulateMedia({ colorScheme: 'light' }); // the system changes while one looks
  await page.waitForFunction((day) => getComputedStyle(document.body).backgroundColor === day, white);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  assert.equal(await ground(page), white, 'on paper it is day');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a plot is drawn again in the other colours', limit, async () => {
  const { page, context } = await opened({});
  const { items } = await (await page.request.get('/v1/certificates?limit=1&kind=calibration')).json();
  await page.goto(`/registers/certificates/${items[0].id}`);
  const canvas = page.locator('.canvas canvas').first();
  await canvas.waitFor();
  /** How many points are of the accent's colour, as it is now and as it is by day. */
  const inked = () =>
    canvas.evaluate((element) => {
      const of = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
      const now = of(getComputedStyle(document.documentElement).getPropertyValue('--z-c-accent').trim());
      const { data } = element.getContext('2d').getImageData(0, 0, element.width, element.height);
      const near = (at, [r, g, b]) =>
        data[at + 3] > 200 && Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 12;
      const count = (ink) => data.filter((_, at) => at % 4 === 0 && near(at, ink)).length;
      return { now: count(now), day: count(of('#1f3f8f')) };
    });
  await page.waitForFunction((element) => element.width > 0, await canvas.elementHandle());
  const day = await inked();
  assert.ok(day.now > 20 && day.now === day.day, JSON.stringify(day));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const night = await inked();
  assert.ok(night.now > 20 && night.day === 0, JSON.stringify(night));
  await context.close();
});

for (const [language, width] of [
  ['en', widths.wide],
  ['zh', widths.narrow],
])
  test(`the keys are listed in ${language}`, limit, async () => {
    const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
    await page.goto('/registers');
    await page.locator('h1').waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    assert.ok((await dialog.locator('dt').count()) >= 8);
    await page.screenshot({ path: `${shots}keys-${language}.png` });
    assert.ok((await sideways(page)) <= 0);
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    assert.match(page.url(), /\/registers$/, 'nothing happens below a dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
    await context.close();
  });

test('keys lead on, and never while somebody types', limit, async () => {
  const { page, context } = await opened({});
  await page.goto('/registers/organisations');
  await page.locator('tbody tr').first().waitFor();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'bar-q');
  await page.keyboard.type('gp n?');
  assert.equal(await page.locator('#bar-q').inputValue(), 'gp n?');
  assert.match(page.url(), /\/registers\/organisations$/);
  await page.locator('h1').click();
  await page.keyboard.press('Control+n');
  await page.keyboard.press('n');
  await page.waitForURL('**/registers/organisations/new');
  await page.locator('h1').click();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.waitForURL('**/notices');
  await page.locator('h1').click();
  await page.keyboard.press('n'); // no register is open
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/registers');
  await context.close();
});

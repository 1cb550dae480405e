// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of page, in both languages, narrow and wide: nothing that axe finds against WCAG 2.2
// AA, no sideways scrolling, no report by the content security policy. Screenshots of all of them
// go to build/web-shots, to be looked at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, comesTo, languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { firstOf, logIn, skip } from './world.mjs';

let addresses;

/** The pages to visit; some need the id of a record there is. */
async function addressesOf(page) {
  const certificate = await firstOf(page, 'certificates');
  const organisation = await firstOf(page, 'organisations');
  const accreditation = await firstOf(page, 'accreditations');
  return {
    home: '/registers',
    login: '/login',
    setup: '/setup#not-a-token',
    tokens: '/tokens',
    list: '/registers/certificates',
    filtered: '/registers/certificates?kind=calibration&sort=number',
    scopes: '/registers/capabilities',
    empty: '/registers/organisations?q=nowhereatall',
    then: '/registers/organisations?as_of=2024-01-01',
    certificate: `/registers/certificates/${certificate.id}`,
    detail: `/registers/accreditations/${accreditation.id}`,
    form: '/registers/capabilities/new',
    edit: `/registers/organisations/${organisation.id}/edit`,
    unknown: '/registers/organisations/0000',
    nowhere: '/registers/nothing',
  };
}

const here = stage({
  made: async ({ browser, world }) => {
    const { page, context } = await openPage(browser, world.base);
    await logIn(page, world);
    addresses = await addressesOf(page);
    await context.close();
  },
});

async function look(page, name, address, kind, faults) {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.locator('h1, [role=alert] h2').first().waitFor();
  await looked(page, `${name}-${kind}`);
  assert.deepEqual(faults, [], name);
}

for (const language of Object.keys(languages)) {
  for (const [size, width] of Object.entries(widths)) {
    test(`pages in ${language}, ${width} pixels wide`, { skip, timeout: 600_000 }, async () => {
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      await logIn(page, here.world);
      for (const [name, address] of Object.entries(addresses)) {
        await look(page, name, address, `${language}-${size}`, faults);
      }
      await context.close();
    });
  }
}

test('a visitor reads what is public', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await look(page, 'visitor', '/registers', 'en-wide', faults);
  await look(page, 'visitor-list', '/registers/organisations', 'en-wide', faults);
  assert.equal(
    await page.getByRole('button', { name: 'New', exact: true }).count(),
    0,
    'a visitor may not create',
  );
  await context.close();
});

test('the menu opens on a narrow screen and leads on', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base, { width: widths.narrow });
  await page.goto('/registers');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await comesTo(() => menu.getAttribute('aria-expanded'), 'true');
  assert.deepEqual(await axeFindings(page), []);
  await page.locator('#rail summary', { hasText: 'Organisations and people' }).click();
  await page.locator('#rail').getByRole('link', { name: 'Organisations', exact: true }).click();
  await page.waitForURL('**/registers/organisations');
  await page.locator('h1:focus', { hasText: 'Organisations' }).waitFor(); // the focus follows
  await comesTo(() => menu.getAttribute('aria-expanded'), 'false');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a token for no register in particular is for all, and listed so', { skip, timeout: 600_000 }, async () => {
  const { page, context, faults } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  await page.goto('/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('What it is for').fill('everything');
  await page.getByRole('button', { name: 'New token' }).last().click();
  const secret = await page.locator('code.secret').textContent();
  const told = await fetch(`${here.world.base}/v1/notices/choices`, { headers: { Authorization: `Bearer ${secret}` } });
  assert.equal(told.status, 200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.locator('tr', { hasText: 'everything' }).getByText('All that you may see').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

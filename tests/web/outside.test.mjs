// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in by a real identity provider: an account is connected, entered by it, and disconnected; a stranger is told
// what to do; an invitation is accepted with a new account.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { csrfOf, logIn, skip as notHere, startWorld } from './world.mjs';

const folder = fileURLToPath(new URL('../oidc/', import.meta.url));
const installed = existsSync(`${folder}node_modules`);
const elsewhere = process.env.ZHUN_URL && 'a server that runs has no provider';
const skip = notHere || elsewhere || (!installed && 'tests/oidc is not installed');
const limit = { skip, timeout: 120_000 };

/** The address must be known before the server runs: the provider sends browsers there. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startProvider(base) {
  const child = spawn('node', [`${folder}provider.mjs`, `${base}/signed-in`], { stdio: ['pipe', 'pipe', 'ignore'] });
  const told = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(line)));
    child.once('exit', () => reject(new Error('the provider did not start')));
  });
  return { told, end: () => child.stdin.end() };
}

async function start() {
  const base = `http://127.0.0.1:${await freePort()}`;
  const provider = await startProvider(base);
  const world = await startWorld({
    ZHUN_LISTEN: base.slice('http://'.length),
    ZHUN_PUBLIC_URL: base,
    ZHUN_OIDC_ISSUER: provider.told.issuer,
    ZHUN_OIDC_CLIENT: provider.told.client,
    ZHUN_OIDC_SECRET: provider.told.secret,
    ZHUN_OIDC_NAME: 'Example City',
    no_proxy: '127.0.0.1',
  });
  return { ...world, end: async () => (provider.end(), world.end()) };
}

const here = stage({ start, skip });
const way = (page) => page.locator('.outside-way button');

/** What the person does at the provider. */
async function atProvider(page, person) {
  await page.locator('input[name=login]').fill(person);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`an account is connected and entered in ${language}, ${width} pixels wide`, limit, async () => {
      const person = `lin-${language}-${size}`;
      const { page, context, faults } = await openPage(here.browser, here.world.base, { language, width });
      await page.goto('/login');
      await way(page).waitFor();
      await looked(page, `outside-login-${language}-${size}`);
      await way(page).click();
      await atProvider(page, person);
      await page.locator('main', { hasText: /invitation|邀请/ }).waitFor();
      await looked(page, `outside-strange-${language}-${size}`);
      faults.length = 0; // the refusal is told in the console, too
      await logIn(page, here.world);
      await page.goto('/outside');
      await page.locator('.empty').waitFor();
      await way(page).click();
      await page.waitForURL((url) => url.pathname === '/outside'); // the provider knows the person by now
      await page.locator('tbody tr').waitFor();
      await looked(page, `outside-${language}-${size}`);
      await page.request.delete('/v1/session', { headers: await csrfOf(page) });
      await page.goto('/login?back=%2Foutside');
      await way(page).click();
      await page.waitForURL((url) => url.pathname === '/outside');
      await page.locator('tbody .end button').click();
      await page.locator('.ant-modal .ant-btn-primary').click();
      await page.locator('.empty').waitFor();
      assert.deepEqual(faults, []);
      await context.close();
    });

test('an invitation is accepted by a log-in from outside', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await logIn(page, here.world);
  const [organisation] = (await (await page.request.get('/v1/organisations?limit=1')).json()).items;
  const made = await page.request.post(`/v1/organisations/${organisation.id}/invitations`, {
    headers: await csrfOf(page), data: { role: 'staff' } });
  const { link } = await made.json();
  await context.close();
  const guest = await openPage(here.browser, here.world.base);
  await guest.page.goto(`/invited#${link}`);
  await way(guest.page).click();
  await atProvider(guest.page, 'mara');
  await guest.page.waitForURL((url) => url.pathname === '/organisation');
  await guest.page.locator('.who', { hasText: 'mara' }).waitFor();
  await guest.context.close();
});

// SPDX-License-Identifier: GPL-3.0-or-later
// The page of notices: what happened, its link, what is read; of what one is told and how; an address for mails,
// confirmed by the link that a real mail server was handed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { csrfOf, logIn, skip as notHere, startWorld } from './world.mjs';

// an address of the loopback that no other test has, so that the port is free
const post = `127.${1 + (process.pid % 250)}.${Math.floor(process.pid / 250) % 250}.7:2525`;
const skip = notHere || (process.env.ZHUN_URL ? 'needs a server that sends mails' : false);
const limit = { skip, timeout: 60_000 };
let mails = '';

async function start() {
  const sink = ['-m', 'aiosmtpd', '-n', '-l', post, '-c', 'aiosmtpd.handlers.Debugging', 'stdout'];
  const env = { ...process.env, PYTHONUNBUFFERED: '1' };
  const child = spawn('/usr/bin/python3', sink, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (chunk) => (mails += chunk));
  Object.assign(process.env, {
    ZHUN_SMTP_URL: `smtp://${post}`,
    ZHUN_SMTP_FROM: 'zhun@example.org',
    ZHUN_SMTP_TLS: 'no',
    // on the loopback, where the demonstration's accounts may log in; links are opened where the server listens
    ZHUN_PUBLIC_URL: 'http://127.0.0.1:1',
  });
  const world = await startWorld();
  const end = async () => {
    await world.end();
    child.kill();
  };
  return { ...world, end };
}

const here = stage({ start, skip });

async function opened(options) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  return all;
}

async function until(what, found) {
  for (let n = 0; n < 300; n++) {
    const answer = await found();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come within 30 s`);
}

/** A notice to the account that asks: an import that was finished in the background. */
async function happen(page, code) {
  const unread = async () => (await (await page.request.get('/v1/notices')).json()).unread;
  const before = await unread();
  const answer = await page.request.post('/v1/organisations/rows', {
    data: Buffer.from(`code,name.en,kind\n${code},House ${code},laboratory\n`),
    headers: { ...(await csrfOf(page)), Prefer: 'respond-async', 'Content-Type': 'application/octet-stream' },
  });
  assert.equal(answer.status(), 202);
  await until('the notice', async () => (await unread()) > before);
}

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`what happened in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened({ language, width });
      await happen(page, `N-${language}-${size}`);
      await page.goto('/notices');
      await page.locator('.notices li.fresh').first().waitFor();
      assert.match(await page.locator('.notices li').first().innerText(), /House|Organisations|机构/);
      const count = page.locator('.bell .count');
      await count.waitFor();
      await looked(page, `notices-${language}-${size}`);
      await page.locator('main .ant-btn', { hasText: /Mark all|全部标为/ }).click();
      await page.locator('.notices li.fresh').first().waitFor({ state: 'detached' });
      await count.waitFor({ state: 'detached' });
      assert.deepEqual(faults, []);
      await context.close();
    });

test('a choice is kept, and what is not to be shown is not', limit, async () => {
  const { page, context } = await opened();
  await page.goto('/notices');
  const row = page.locator('.sheet tr', { hasText: 'import' }).first();
  const title = (await row.locator('td').first().innerText()).trim();
  const shown = page.getByRole('checkbox', { name: `${title}: Here` });
  const press = async () => {
    const kept = page.waitForResponse((r) => r.url().includes('/v1/notices/choices') && r.request().method() !== 'GET');
    await shown.click();
    assert.ok((await kept).ok());
  };
  await press();
  await page.reload();
  await row.waitFor();
  assert.equal(await shown.isChecked(), false);
  await press();
  await context.close();
});

test('mails go to an address once its link was opened', limit, async () => {
  const { page, context, faults } = await opened();
  await page.goto('/notices');
  await page.getByLabel('Mails go to').fill('warden@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('The link is on its way.').waitFor();
  const [, link] = await until('the mail', () => /\/notices#(zhm_[\w-]+)/.exec(mails.replace(/=\r?\n/g, '')));
  await page.goto('/tokens');
  await page.goto(`/notices#${link}`);
  await page.getByText('The address is confirmed').waitFor();
  await page.goto('/notices');
  await page.getByText('This address is confirmed.').waitFor();
  assert.equal(await page.getByLabel('Mails go to').inputValue(), 'warden@example.org');
  await page.goto('/tokens');
  await page.goto('/notices#zhm_nothing');
  await page.locator('.problem').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a notice leads to the page of its record', limit, async () => {
  const { page, context } = await opened();
  const { csrf, account } = await (await page.request.get('/v1/session')).json();
  const headers = { 'X-CSRF-Token': csrf };
  const make = async (plural, data) => {
    const answer = await page.request.post(`/v1/${plural}`, { data, headers });
    assert.ok(answer.ok(), await answer.text());
    return (await answer.json()).id;
  };
  const [laboratory, body] = await Promise.all(
    ['N-LAB', 'N-BODY'].map((code) =>
      make('organisations', { code, kind: 'laboratory', name: { en: code, zh: code } }),
    ),
  );
  await make('members', { account: account.id, organisation: laboratory, role: 'staff' });
  const number = 'N-77';
  const accreditation = await make('accreditations', { number, body, organisation: laboratory, kind: 'accreditation' });
  const suspended = { states: [{ state: 'suspended', since: '2026-01-01' }] };
  const changed = await page.request.put(`/v1/accreditations/${accreditation}`, {
    data: suspended,
    headers: { ...headers, 'If-Match': '"1"' },
  });
  assert.ok(changed.ok(), await changed.text());
  await until('the notice', async () => {
    const { items } = await (await page.request.get('/v1/notices')).json();
    return items.some(({ path }) => path?.endsWith(accreditation));
  });
  await page.goto('/notices');
  await page.locator('.notices a', { hasText: number }).first().click();
  await page.waitForURL(`**/registers/accreditations/${accreditation}`);
  await page.locator('h1', { hasText: number }).waitFor();
  await context.close();
});

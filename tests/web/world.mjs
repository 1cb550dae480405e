// SPDX-License-Identifier: GPL-3.0-or-later
// The server under test: the program on a database of its own with a small demonstration world,
// or one that runs already (ZHUN_URL, with ZHUN_LOGIN=name:password of an administrator).
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = ['build/zhun', 'build/dev/src/zhun/zhun'].map((path) => join(root, path));
const program = process.env.ZHUN ?? built.find((path) => existsSync(path)) ?? built[0];

/** Why the tests of this folder cannot run here, or false. */
export const skip =
  process.env.ZHUN_URL || existsSync(program) ? false : `${program} is not built, and ZHUN_URL is not set`;

/** Of the demonstration world, and one that the setup link makes. */
const demonstrator = { name: 'admin', password: 'example-city' };
const founder = { name: 'warden', password: 'a quiet standard of mass' };

function running() {
  const [name, ...password] = (process.env.ZHUN_LOGIN ?? 'admin:example-city').split(':');
  const account = { name, password: password.join(':') };
  return { base: process.env.ZHUN_URL.replace(/\/$/, ''), account, end: async () => {} };
}

const patience = 120_000;

/** Resolves to what the program prints that matches each pattern, while it goes on serving. */
function heard(child, patterns) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`nothing like ${patterns.join(' and ')} within ${patience} ms:\n${said}`)),
      patience,
    );
    const hear = (chunk) => {
      said += chunk;
      const found = patterns.map((pattern) => pattern.exec(said));
      if (!found.every(Boolean)) return;
      clearTimeout(timer);
      resolve(found.map(([, word]) => word));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

async function untilReady(base) {
  for (let n = 0; n < patience / 100; n++) {
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become ready');
}

/** A server on a database of its own, made by `prepare`; resolves once it serves, to what it said of `patterns`. */
async function serve(prepare, settings, ...patterns) {
  const folder = mkdtempSync(join(tmpdir(), 'zhun-web-'));
  const database = `sqlite:${join(folder, 'zhun.db')}`;
  const env = { ...process.env, ZHUN_LISTEN: '127.0.0.1:0', ZHUN_DATABASE: database, ...settings };
  prepare(env);
  const child = spawn(program, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = async () => {
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const [base, ...found] = await heard(child, [/listening on (http:\/\/127\.0\.0\.1:\d+)/, ...patterns]);
  await untilReady(base);
  return { base, found, end };
}

/** The demonstration world, with its administrator. */
export async function startWorld(settings = {}) {
  if (process.env.ZHUN_URL) return running();
  const generate = ['demo', 'generate', '--certificates', '60', '--seed', '7'];
  const { base, end } = await serve((env) => execFileSync(program, generate, { env, stdio: 'pipe' }), settings);
  return { base, account: demonstrator, end };
}

/** An empty world, and the link that its first administrator is to open. */
export async function startEmptyWorld() {
  const { base, found, end } = await serve(() => {}, {}, /(\/setup#[\w.~-]+)/);
  return { base, account: founder, setup: found[0], end };
}

export async function logIn(page, { account }) {
  await page.goto('/login');
  await page.locator('main form input').nth(0).fill(account.name);
  await page.locator('main form input').nth(1).fill(account.password);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/registers');
}

/** The header that a request which writes must carry, for the page's session. */
export async function csrfOf(page) {
  const { csrf } = await (await page.request.get('/v1/session')).json();
  return { 'X-CSRF-Token': csrf };
}

/** A record of a register as the API gives it to the page's session. */
export async function firstOf(page, plural) {
  const answer = await page.request.get(`/v1/${plural}?limit=1`);
  const { items } = await answer.json();
  return items[0];
}

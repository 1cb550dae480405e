// SPDX-License-Identifier: GPL-3.0-or-later
// The server under test: the program on a database of its own with a small demonstration world,
// or one that runs already (ZHUN_URL, with ZHUN_LOGIN=name:password of an administrator).
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = ['build/zhun', 'build/dev/src/zhun/zhun'].map((path) => join(root, path));
const program = process.env.ZHUN ?? built.find((path) => existsSync(path)) ?? built[0];

/** Why the tests of this folder cannot run here, or false. */
export const skip =
  process.env.ZHUN_URL || existsSync(program) ? false : `${program} is not built, and ZHUN_URL is not set`;

const administrator = { name: 'warden', password: 'a quiet standard of mass' };

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function running() {
  const [name, ...password] = (process.env.ZHUN_LOGIN ?? 'chen:demo').split(':');
  const account = { name, password: password.join(':') };
  return { base: process.env.ZHUN_URL.replace(/\/$/, ''), account, setup: null, end: async () => {} };
}

/** Resolves to the one-time link's token, once the program has printed it and serves. */
function started(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no one-time link within 30 s:\n${said}`)), 30_000);
    const hear = (chunk) => {
      said += chunk;
      const [, token] = /\/setup#([\w.~-]+)/.exec(said) ?? [];
      if (token) {
        clearTimeout(timer);
        resolve(token);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

async function untilReady(base) {
  for (let n = 0; n < 100; n++) {
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become ready');
}

/** Starts the world. `setup` is the token of the administrator's link, still unused. */
export async function startWorld() {
  if (process.env.ZHUN_URL) return running();
  const folder = mkdtempSync(join(tmpdir(), 'zhun-web-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const env = { ...process.env, ZHUN_LISTEN: listen, ZHUN_DATABASE: `sqlite:${join(folder, 'zhun.db')}` };
  execFileSync(program, ['demo', 'generate', '--certificates', '60', '--seed', '7'], { env, stdio: 'pipe' });
  const child = spawn(program, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = async () => {
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const setup = await started(child);
  const base = `http://${listen}`;
  await untilReady(base);
  return { base, account: administrator, setup, end };
}

/** The first administrator, made as the operator makes it: by the link from the terminal. */
export async function setUp(page, world) {
  if (!world.setup) return;
  await page.goto(`/setup#${world.setup}`);
  await page.locator('form input').nth(0).fill(world.account.name);
  await page.locator('form input').nth(1).fill(world.account.password);
  await page.locator('form input').nth(2).fill(world.account.password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/');
  world.setup = null;
}

export async function logIn(page, { account }) {
  await page.goto('/login');
  await page.locator('form input').nth(0).fill(account.name);
  await page.locator('form input').nth(1).fill(account.password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** A record of a register as the API gives it to the page's session. */
export async function firstOf(page, plural) {
  const answer = await page.request.get(`/v1/${plural}?limit=1`);
  const { items } = await answer.json();
  return items[0];
}

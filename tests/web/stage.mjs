// SPDX-License-Identifier: GPL-3.0-or-later
// What a test file stands on: a server, one Chromium, and a folder for its screenshots.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { axeFindings, openBrowser, sideways } from './browser.mjs';
import { skip as notHere, startWorld } from './world.mjs';

export const shots = fileURLToPath(new URL('../../build/web-shots/', import.meta.url));

/** Fills as the tests of the file begin, and is taken down after them; `made` sees it first. */
export function stage({ start = startWorld, skip = notHere, made = async () => {} } = {}) {
  const here = {};
  before(async () => {
    if (skip) return;
    mkdirSync(shots, { recursive: true });
    here.world = await start();
    Object.assign(here, await openBrowser());
    await made(here);
  });
  after(async () => {
    await here.close?.();
    await here.world?.end();
  });
  return here;
}

/** A picture of the whole page under that name, which does not scroll sideways and in which axe finds no fault. */
export async function looked(page, name) {
  await page.screenshot({ path: `${shots}${name}.png`, fullPage: true });
  assert.ok((await sideways(page)) <= 0, `${name} scrolls sideways`);
  assert.deepEqual(await axeFindings(page), [], name);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// One Chromium for a test file, and pages that keep what must never happen: a report by the
// content security policy, an error in the console, an exception.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
export const { default: AxeBuilder } = require('@axe-core/playwright');

export const widths = { narrow: 390, wide: 1440 };
export const languages = { en: 'en-GB', zh: 'zh-CN' };

/** How long a page may take to come to something: a busy machine is slow. */
const patience = 120_000;

const flags = [
  '--no-sandbox', // Chromium refuses to run as root with it
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'zhun-chromium-'));
  const executablePath = process.env.ZHUN_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, HOME: folder },
  });
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { browser, close };
}

/** A page of its own, with nothing kept from another; `faults` fills as it is used. */
export async function openPage(browser, base, { language = 'en', width = widths.wide } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    locale: languages[language],
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: width < 700 ? 844 : 900 },
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults = [];
  await page.exposeFunction('zhunPolicyReport', (text) => faults.push(`policy: ${text}`));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.zhunPolicyReport(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      ),
    ),
  );
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // A refusal by the server is part of a test; the browser writes each to the console.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`);
  });
  return { page, context, faults };
}

/** Waits until what is asked of a page gives what is wanted; a match is enough where that is a pattern. */
export async function comesTo(ask, wanted) {
  const end = Date.now() + patience;
  const good = (got) => (wanted instanceof RegExp ? wanted.test(got) : Object.is(got, wanted));
  let got = await ask();
  while (!good(got) && Date.now() < end) {
    await pause(50);
    got = await ask();
  }
  if (wanted instanceof RegExp) assert.match(got, wanted);
  else assert.equal(got, wanted);
}

/** The id of the element that has the focus. */
export const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** What axe finds against WCAG 2.2 at levels A and AA, a line for each. */
export async function axeFindings(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

/** By how many pixels the page scrolls sideways, which it must not. */
export const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

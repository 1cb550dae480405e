// SPDX-License-Identifier: GPL-3.0-or-later
// One Chromium for a test file, and pages that keep what must never happen: a report by the
// content security policy, an error in the console, an exception.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
export const { default: AxeBuilder } = require('@axe-core/playwright');

export const widths = { narrow: 390, wide: 1440 };
export const languages = { en: 'en-GB', zh: 'zh-CN' };

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

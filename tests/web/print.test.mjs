// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and records on paper: what is read stays, what is pressed goes, and it says from where.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { languages, openPage } from './browser.mjs';
import { shots, stage } from './stage.mjs';
import { firstOf, logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 120_000 };

/** Of an A4 page without its margins, in pixels. */
const paper = { width: 680, height: 1000 };

for (const language of Object.keys(languages))
  test(`a list and a record are printed in ${language}`, limit, async () => {
    const { page, context } = await openPage(here.browser, here.world.base, { language });
    await logIn(page, here.world);
    const { id } = await firstOf(page, 'instruments');
    for (const [name, path] of [
      ['list', '/registers/instruments?as_of=2026-06-30'],
      ['record', `/registers/instruments/${id}`],
    ]) {
      await page.goto(path);
      await page.locator(name === 'list' ? '.sheet tbody tr' : '.facts').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(paper);
      for (const gone of ['.bar', '.rail', '.heading-actions', '.tools', '.crumbs'])
        for (const part of await page.locator(gone).all()) assert.equal(await part.isVisible(), false, gone);
      assert.ok(await page.locator('h1').isVisible());
      assert.ok((await page.locator('.printed').innerText()).includes(path));
      if (name === 'list') {
        assert.ok(await page.locator('.sheet thead').isVisible(), 'the heads of columns');
        assert.ok(await page.locator('.notice.then').isVisible(), 'the day it is about');
      }
      writeFileSync(`${shots}print-${name}-${language}.pdf`, await page.pdf({ format: 'A4' }));
      await page.emulateMedia({ media: 'screen' });
      assert.equal(await page.locator('.printed').isVisible(), false);
    }
    await context.close();
  });

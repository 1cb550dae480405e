// SPDX-License-Identifier: GPL-3.0-or-later
// A table imported in the browser: tried first, told row by row, filed in the background or given up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, openPage, widths } from './browser.mjs';
import { looked, stage } from './stage.mjs';
import { logIn, skip } from './world.mjs';

const here = stage();
const limit = { skip, timeout: 600_000 };

async function opened({ register = 'organisations', ...options } = {}) {
  const all = await openPage(here.browser, here.world.base, options);
  await logIn(all.page, here.world);
  await all.page.goto(`/registers/${register}/import`);
  await all.page.locator('input[type=file]').waitFor();
  return all;
}

const given = (page, buffer) =>
  page.locator('input[type=file]').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer });

async function checked(page, buffer) {
  await given(page, buffer);
  await page.locator('.rows-form button[type=submit]').click();
  await page.locator('#outcome').waitFor();
}

const counts = (page) =>
  page.locator('.rows-counts dd').evaluateAll((all) => all.map(({ textContent }) => Number(textContent)));

/** Chinese as GB18030 writes it: 码头 and 灯塔. */
const gb18030 = Buffer.concat([
  Buffer.from('code,name.en,name.zh,kind\r\nIMP-1,Pier,'),
  Buffer.from([0xc2, 0xeb, 0xcd, 0xb7]),
  Buffer.from(',laboratory\r\nIMP-2,Lighthouse,'),
  Buffer.from([0xb5, 0xc6, 0xcb, 0xfe]),
  Buffer.from(',university\r\n'),
]);
const faulty = Buffer.from('code,name.en,kind\nIMP-3,Quay,laboratory\nIMP-4,Wharf,harbour\n,Nameless,university\n');

test('rows are tried, filed and found again unchanged', limit, async () => {
  const { page, context, faults } = await opened();
  await checked(page, gb18030);
  assert.deepEqual(await counts(page), [2, 2, 0, 0, 0]);
  await page.getByText('Read as GB18030.').waitFor();
  await page.getByLabel('Reason').fill('annual return');
  assert.equal((await (await page.request.get('/v1/organisations?code=IMP-1')).json()).items.length, 0, 'only tried');
  await page.getByRole('button', { name: 'File 2 rows' }).click();
  await page.locator('#outcome', { hasText: /^Filed$/ }).waitFor();
  await page.reload(); // the address leads back to the report
  await page.locator('#outcome', { hasText: /^Filed$/ }).waitFor();
  await page.getByRole('link', { name: 'To the register' }).click();
  const [pier] = (await (await page.request.get('/v1/organisations?code=IMP-1')).json()).items;
  assert.equal(pier.name.zh, '码头');
  await page.goto('/registers/organisations?code=IMP-1');
  await page.locator('tbody a').first().click();
  await page.locator('.facts', { hasText: 'Pier' }).waitFor();
  await page.locator('.history', { hasText: 'annual return' }).waitFor();
  await page.goto('/registers/organisations/import');
  await checked(page, gb18030);
  assert.deepEqual(await counts(page), [2, 0, 0, 2, 0]);
  await page.getByText('there is nothing to file').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`faults are told by row and place in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened({ language, width });
      await checked(page, faulty);
      assert.deepEqual(await counts(page), [3, 1, 0, 0, 2]);
      const rows = await page.locator('.rows-faults tbody tr').allInnerTexts();
      assert.match(rows[0], /3[\s\S]*(Kind|类型|类别)/);
      assert.match(rows[1], /4[\s\S]*(Code|代码)/);
      assert.equal(/[\u4e00-\u9fff]/.test(rows[0].replace(/行|位置|错误/g, '')), language === 'zh');
      assert.equal(await page.locator('.rows-report button').count(), 0, 'a faulty file is not filed');
      await looked(page, `import-${language}-${size}`);
      assert.deepEqual(faults, []);
      await context.close();
    });

// A code of its own for each run, so that each finds something new.
const goods = (chapter) =>
  Buffer.from(
    `section,hscode,description,parent,level\nTOTAL,TOTAL,All goods,,0\nXXI,${chapter},Works of art,TOTAL,2\n`,
  );
let chapter = 970;
for (const language of Object.keys(languages))
  for (const [size, width] of Object.entries(widths))
    test(`a file as its publisher gives it, in ${language}, ${width} pixels wide`, limit, async () => {
      const { page, context, faults } = await opened({ register: 'product_categories', language, width });
      const code = String((chapter += 1));
      await page.getByLabel(/Form of the file|文件形式/).click();
      await page.locator('.ant-select-item-option', { hasText: /Harmonized System|商品名称及编码协调制度/ }).click();
      assert.equal(await page.locator('a[download]').count(), 0, 'it is no table of the register');
      await checked(page, goods(code));
      const [rows, , , , refused] = await counts(page);
      assert.deepEqual([rows, refused], [2, 0]);
      await looked(page, `import-from-${language}-${size}`);
      await page.locator('.rows-report button').first().click();
      await page.locator('#outcome', { hasText: /^(Filed|已入册)$/ }).waitFor();
      const found = await (await page.request.get(`/v1/product_categories?scheme=hs&code=${code}`)).json();
      assert.equal(found.items.length, 1);
      assert.deepEqual(faults, []);
      await context.close();
    });

test('an import that runs is given up, and nothing of it stays', limit, async () => {
  const { page, context } = await opened();
  const rows = Array.from({ length: 30_000 }, (_, n) => `MANY-${n},Many ${n},laboratory`);
  await given(page, Buffer.from(`code,name.en,kind\n${rows.join('\n')}\n`));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.getByText('Cancelled: nothing was filed').waitFor();
  assert.equal((await (await page.request.get('/v1/organisations?code=MANY-0')).json()).items.length, 0);
  await context.close();
});

test('who may not write is not led to it', limit, async () => {
  const { page, context } = await openPage(here.browser, here.world.base);
  await page.goto('/registers/organisations');
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Import a table' }).count(), 0);
  await context.close();
});

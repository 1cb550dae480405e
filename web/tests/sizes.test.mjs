// SPDX-License-Identifier: GPL-3.0-or-later
// How much a first visit fetches, as sent with gzip. The public page has a promise to keep.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const kB = 1024;

/** Limits in bytes: the public page's is a promise, the others keep growth in sight. */
const limits = { 'home.html': 25 * kB, 'check.html': 25 * kB, 'register.html': 25 * kB, 'index.html': 150 * kB };
const largest = { script: 190 * kB };

const read = (path) => readFileSync(new URL(path, dist));
const weight = (path) => gzipSync(read(path), { level: 9 }).length;

/** The scripts a page loads before anything is clicked, through all their static imports. */
function scripts(page) {
  const html = read(page).toString();
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const code = read(path).toString();
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(`assets/${name}`);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) visit(path);
  return [...found];
}

const skip = existsSync(new URL('check.html', dist)) ? false : 'web/dist is not built';

for (const [page, limit] of Object.entries(limits)) {
  test(`script of ${page} is at most ${limit / kB} KiB`, { skip }, (t) => {
    const all = scripts(page);
    assert.ok(all.length > 0, 'no script found');
    const total = all.reduce((sum, path) => sum + weight(path), 0);
    t.diagnostic(`${page}: ${total} bytes in ${all.length} files`);
    assert.ok(total <= limit, `${total} bytes: ${all.join(', ')}`);
  });
}

test('no script is larger than the chart', { skip }, async (t) => {
  const { readdirSync } = await import('node:fs');
  const all = readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.js'));
  for (const name of all) {
    const bytes = weight(`assets/${name}`);
    if (bytes > 10 * kB) t.diagnostic(`${name}: ${bytes} bytes`);
    assert.ok(bytes <= largest.script, `${name}: ${bytes} bytes`);
  }
});

test('the pages name no other host and carry no script or style inside', { skip }, () => {
  for (const page of Object.keys(limits)) {
    const html = read(page).toString();
    assert.doesNotMatch(html, /https?:\/\//);
    assert.doesNotMatch(html, /<style|style=|<script(?![^>]*\bsrc=)/);
  }
});

// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generated } from '../tools/api.mjs';

test('the types of the API are those of the OpenAPI document', () => {
  const kept = readFileSync(new URL('../src/api.ts', import.meta.url), 'utf8');
  assert.equal(kept, generated(), 'run: node web/tools/api.mjs');
});

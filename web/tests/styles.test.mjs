// SPDX-License-Identifier: GPL-3.0-or-later
// Every Ant Design component in use is among those whose styles are extracted while building.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const src = new URL('../src/', import.meta.url);
const sources = readdirSync(src, { recursive: true }).filter((name) => /\.tsx?$/.test(name));

test('each component of Ant Design in use has its styles extracted', () => {
  const specimens = readFileSync(new URL('../tools/ant.tsx', import.meta.url), 'utf8');
  const used = sources.flatMap((name) =>
    [...readFileSync(new URL(name, src), 'utf8').matchAll(/import \{([^}]+)\} from 'antd'/g)].flatMap(
      ([, list]) => list.split(',').map((each) => each.trim()),
    ),
  );
  assert.ok(used.includes('Button'), 'no import of antd was found at all');
  for (const name of new Set(used)) {
    if (name !== 'ConfigProvider') assert.match(specimens, new RegExp(`^    ${name}: \\[`, 'm'), name);
  }
});

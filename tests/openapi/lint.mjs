// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI document, judged by a public linter (Redocly's recommended rules); the rules left out
// below say why. Usage: node lint.mjs FILE; prints one test line.
import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const leftOut = {
  // The server's address is the operator's; the document names "/" and is right everywhere.
  'no-server-example.com': 'off',
  'no-empty-servers': 'off',
};

const path = process.argv[2];
const config = await createConfig({ extends: ['recommended'], rules: leftOut });
const problems = await lintFromString({ source: readFileSync(path, 'utf8'), absoluteRef: path, config });
for (const p of problems) {
  console.log(`# ${p.severity} ${p.ruleId}: ${p.message} (${p.location[0]?.pointer ?? ''})`);
}
const operations = Object.values(JSON.parse(readFileSync(path, 'utf8')).paths).flatMap(Object.keys).length;
console.log(`${problems.length ? 'not ok' : 'ok'} openapi: ${operations} operations, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;

// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the import benchmark: lines of JSON into the same tables of the same empty database (made by
// `zhun db migrate`), with a look for the key, the history, the row of the audit and the search index, in
// one transaction.
// usage: node import.mjs DATABASE FILE.jsonl
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";

const [database, file] = process.argv.slice(2);
const db = new Database(database);
db.pragma("journal_mode = WAL");
db.pragma("foreign_keys = ON");

const known = db.prepare("SELECT id FROM standard WHERE number = ?");
const change = db.prepare(`INSERT INTO change (instant, register, record, rev, action)
  VALUES (?, 'standard', ?, 1, 'create')`);
const insert = db.prepare(`INSERT INTO standard (id, rev, change, recorded_from, valid_from, number, name_en, name_zh,
  kind, state) VALUES (?, 1, ?, ?, '0001-01-01', ?, ?, ?, ?, ?)`);
const version = db.prepare(`INSERT INTO standard_history (id, rev, change, recorded_from, recorded_to, valid_from,
  valid_to, number, name_en, name_zh, kind, state)
  VALUES (?, 1, ?, ?, '9999-12-31', '0001-01-01', '9999-12-31', ?, ?, ?, ?, ?)`);
const search = db.prepare(`INSERT INTO search (n, register, record, key, readers, title, words)
  SELECT coalesce(max(n), 0) + 1, 'standard', ?, ?, '', ?, '' FROM search`);

function uuid7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Neighbouring characters, each character, and words. */
function tokens(text) {
  const out = [], alone = [];
  for (const run of fold(text).match(/[\u3400-\u9fff]+|[a-z]+|[0-9]+/g) ?? []) {
    if (run[0] < "\u3400") {
      out.push(run);
      continue;
    }
    for (let i = 0; i + 1 < run.length; i++) out.push(run.slice(i, i + 2));
    alone.push(...run);
  }
  return [...out, ...alone].join(" ");
}

function put(r) {
  if (!r.number || !r.kind || !r.state || known.get(r.number)) throw new Error(`refused: ${r.number}`);
  const id = uuid7(), now = new Date().toISOString();
  const n = change.run(now, id).lastInsertRowid;
  const cells = [r.number, r.name.en, r.name.zh, r.kind, r.state];
  insert.run(id, n, now, ...cells);
  version.run(id, n, now, ...cells);
  const key = fold(r.number).replace(/[^a-z0-9]/g, "");
  search.run(id, key, [r.number, r.name.en, r.name.zh].map(tokens).join(" \u00b6 "));
}

db.exec("BEGIN IMMEDIATE");
for await (const line of createInterface({ input: createReadStream(file) })) if (line) put(JSON.parse(line));
db.exec("COMMIT");
db.close();

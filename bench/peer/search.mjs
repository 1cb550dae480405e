// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the search and list benchmarks: Fastify and better-sqlite3 answering from the same SQLite
// file, with the same index of neighbouring characters, the same order, counts and marks.
// usage: node search.mjs DATABASE PORT
import Database from "better-sqlite3";
import Fastify from "fastify";

const [database, port] = process.argv.slice(2);
const db = new Database(database, { readonly: true });
db.pragma("mmap_size = 268435456");

const COLUMNS = `t.id, t.rev, t.recorded_from, t.valid_from, t.number, t.name_en, t.name_zh, t.kind, t.mandatory,
  t.edition, t.stage, t.state, t.published, t.in_force, t.withdrawn`;
const found = db.prepare(`SELECT ${COLUMNS}, f.rowid AS place FROM search_index f CROSS JOIN search s ON s.n = f.rowid
  CROSS JOIN standard t ON t.id = s.record WHERE search_index MATCH ? ORDER BY f.rowid LIMIT ?`);
const counted = db.prepare(`SELECT count(*) AS n FROM
  (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1001)`);
const exact = db.prepare("SELECT count(*) AS n FROM search WHERE key = ? AND register = 'standard'");
const listed = db.prepare(`SELECT ${COLUMNS} FROM standard t WHERE t.state = ? ORDER BY t.number, t.id LIMIT 51`);
const total = db.prepare("SELECT count(*) AS n FROM (SELECT 1 FROM standard LIMIT 10001)");

const pairs = (word) => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)).join(" ");
const title = (r) => `${r.number} · ${r.name_en ?? r.name_zh}`;

function marks(text, word) {
  const places = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push([at, at + word.length]);
  return places;
}

function item(r, word) {
  const text = title(r);
  const shown = [["name", r.name_en], ["name", r.name_zh]]
    .filter(([, s]) => s && !text.includes(s) && s.includes(word));
  return {
    id: r.id, title: { text, marks: marks(text, word) }, exact: false,
    found: shown.map(([field, s]) => ({ field, title: "Title", text: s, marks: marks(s, word) })),
  };
}

const record = (r) => ({
  id: r.id, rev: r.rev, title: title(r), number: r.number, name: { en: r.name_en, zh: r.name_zh }, kind: r.kind,
  mandatory: r.mandatory, edition: r.edition, stage: r.stage, state: r.state, published: r.published,
  in_force: r.in_force, withdrawn: r.withdrawn, recorded_from: r.recorded_from, valid_from: r.valid_from,
});

const app = Fastify();
app.get("/v1/search", (request, reply) => {
  const word = request.query.q;
  const titles = `{title} : "${pairs(word)}"`;
  const others = `({title words} : "${pairs(word)}") NOT (${titles})`;
  const keys = exact.get(word).n;
  let rows = found.all(titles, 6);
  if (rows.length < 6) rows = rows.concat(found.all(others, 6 - rows.length));
  if (rows.length === 0) return reply.send({ groups: [] });
  const n = counted.get(`{title words} : "${pairs(word)}"`).n + keys;
  return reply.send({ groups: [{
    register: "standard", title: "Standards", items: rows.slice(0, 5).map((r) => item(r, word)),
    count: { count: Math.min(n, 1000), capped: n > 1000 }, next: rows.length > 5 ? `1.${rows[4].place}` : null,
  }] });
});
app.get("/v1/standards", (request, reply) => {
  if (request.query.total) {
    const n = total.get().n;
    return reply.send({ items: listed.all("in_force").slice(0, 1).map(record), next: null,
                        total: { count: Math.min(n, 10000), capped: n > 10000 } });
  }
  const rows = listed.all(request.query.state);
  const next = rows.length > 50 ? Buffer.from(`${rows[49].number}|${rows[49].id}`).toString("base64url") : null;
  return reply.send({ items: rows.slice(0, 50).map(record), next });
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("ready");

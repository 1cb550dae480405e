// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the HTTP benchmarks: Fastify and better-sqlite3 answering from the same SQLite file the
// two requests that are measured, with the same rows, joins and public predicate, written the way a
// careful user of both would: prepared statements, one query a table.
// usage: node server.mjs DATABASE PORT
import Database from "better-sqlite3";
import Fastify from "fastify";

const [database, port] = process.argv.slice(2);
const db = new Database(database, { readonly: true });
db.pragma("mmap_size = 268435456");

const COLUMNS = `c.id, c.rev, c.recorded_from, c.valid_from, c.number, c.kind, c.item_name, c.item_serial,
  c.issued, c.performed, c.performed_until, c.valid_until, c.signatory, c.state, c.published, c.format,
  c.issuer, io.name_en AS issuer_en, io.name_zh AS issuer_zh,
  c.customer, co.name_en AS customer_en, co.name_zh AS customer_zh,
  c.item, it.number AS item_number, it.name_en AS item_name_en,
  c.accreditation, ac.number AS accreditation_number, c.document`;
const FROM = `FROM certificate c JOIN organisation io ON io.id = c.issuer
  LEFT JOIN organisation co ON co.id = c.customer LEFT JOIN instrument it ON it.id = c.item
  LEFT JOIN accreditation ac ON ac.id = c.accreditation`;

const one = db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE c.id = ? AND c.published = 1`);
const states = db.prepare("SELECT * FROM certificate_state WHERE record = ? ORDER BY n");
const results = db.prepare("SELECT * FROM certificate_result WHERE record = ? ORDER BY n");
const values = db.prepare("SELECT * FROM certificate_result_value WHERE record = ? ORDER BY n, m");
const evidence = db.prepare(`SELECT e.*, p.number AS certificate_title FROM certificate_evidence e
  LEFT JOIN certificate p ON p.id = e.certificate WHERE e.record = ? ORDER BY e.n`);
const list = db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE c.issuer = ? AND c.published = 1
  ORDER BY c.issued_first DESC, c.id DESC LIMIT 51`);

const link = (id, en, zh) => (id ? { id, title: en ?? zh } : null);
const quantity = (text, double, unit) => (text === null ? null : { value: text, unit, double });

function record(r) {
  return {
    id: r.id, rev: r.rev, title: `${r.number} · ${r.issuer_en ?? r.issuer_zh}`, number: r.number,
    issuer: link(r.issuer, r.issuer_en, r.issuer_zh), kind: r.kind,
    customer: link(r.customer, r.customer_en, r.customer_zh), item: link(r.item, r.item_number, r.item_name_en),
    item_name: r.item_name, item_serial: r.item_serial, issued: r.issued, performed: r.performed,
    performed_until: r.performed_until, valid_until: r.valid_until,
    accreditation: link(r.accreditation, r.accreditation_number), signatory: r.signatory, state: r.state,
    published: r.published === 1, format: r.format, document: r.document,
    recorded_from: r.recorded_from, valid_from: r.valid_from,
  };
}

function valuesByResult(id) {
  const byResult = new Map();
  for (const v of values.all(id)) {
    if (!byResult.has(v.n)) byResult.set(v.n, []);
    byResult.get(v.n).push({
      value: quantity(v.value, v.value_value, v.value_unit),
      uncertainty: quantity(v.uncertainty, v.uncertainty_value, v.uncertainty_unit),
      k: v.k, p: v.p, distribution: v.distribution,
    });
  }
  return byResult;
}

function whole(r) {
  const byResult = valuesByResult(r.id);
  return {
    ...record(r),
    states: states.all(r.id).map((s) => ({ state: s.state, since: s.since, reason: s.reason })),
    results: results.all(r.id).map((s) => ({
      path: s.path, name: { en: s.name_en, zh: s.name_zh }, role: s.role, conformity: s.conformity,
      values: byResult.get(s.n) ?? [],
    })),
    evidence: evidence.all(r.id).map((e) => ({
      name: e.name, serial: e.serial, certificate_number: e.certificate_number, issuer_name: e.issuer_name,
      used: e.used, certificate: link(e.certificate, e.certificate_title),
    })),
  };
}

const app = Fastify();
app.get("/v1/certificates/:id", (request, reply) => {
  const r = one.get(request.params.id);
  if (!r) return reply.code(404).send({ status: 404 });
  reply.header("etag", `"${r.rev}"`);
  return reply.send(whole(r));
});
app.get("/v1/certificates", (request, reply) => {
  const rows = list.all(request.query.issuer);
  const next = rows.length > 50 ? Buffer.from(`${rows[49].issued}|${rows[49].id}`).toString("base64url") : null;
  return reply.send({ items: rows.slice(0, 50).map(record), next });
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("ready");

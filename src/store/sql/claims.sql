-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the registers know that a certificate is judged by, and what an import looks up.

-- name: organisation_by_name  params: name text  access: read
-- two rows: the name does not say which
SELECT id, name_en, name_zh FROM organisation WHERE name_en = $1 OR name_zh = $1 ORDER BY id LIMIT 2;

-- name: organisation_by_code  params: code text  access: read
SELECT id, name_en, name_zh FROM organisation WHERE code = $1;

-- name: organisation_by_accreditation  params: number text  access: read
SELECT o.id, o.name_en, o.name_zh FROM accreditation a JOIN organisation o ON o.id = a.organisation
WHERE a.number = $1 ORDER BY o.id LIMIT 2;

-- name: claim_accreditations  params: organisation text  access: read
SELECT a.id, a.number, COALESCE(o.name_en, o.name_zh), a.valid_until_last
FROM accreditation a JOIN organisation o ON o.id = a.body WHERE a.organisation = $1 ORDER BY a.number, a.id;

-- name: claim_accreditation_states  params: accreditation text  access: read
SELECT state, since_first, until_last FROM accreditation_state WHERE record = $1 ORDER BY since_first, n;

-- name: claim_capabilities  params: organisation text  access: read
-- what is measured; the scope lines of tests and certifications are not compared with values
SELECT c.accreditation, c.line, q.code, c.low, c.low_unit, c.high, c.high_unit, c.uncertainty, c.uncertainty_k,
	c.uncertainty_p, c.since_first, c.until_last
FROM capability c LEFT JOIN quantity_kind q ON q.id = c.quantity_kind
WHERE c.organisation = $1 AND c.activity IN ('calibration', 'verification', 'reference_material')
ORDER BY c.line, c.id;

-- name: claim_certificate  params: issuer text, number text  access: read
SELECT c.id, c.state, c.valid_until_last, c.issued_first, COALESCE(c.performed_until_last, c.performed_last, c.issued_last),
	i.interval_months, d.sha256
FROM certificate c LEFT JOIN instrument i ON i.id = c.item LEFT JOIN document d ON d.id = c.document
WHERE c.issuer = $1 AND c.number = $2;

-- name: claim_certificate_states  params: certificate text  access: read
SELECT state, since_first FROM certificate_state WHERE record = $1 ORDER BY since_first, n;

-- name: claim_certificate_document  params: certificate text  access: read
SELECT d.bytes, d.name FROM certificate c JOIN document d ON d.id = c.document WHERE c.id = $1;

-- name: certificate_by_number  params: number text  access: read
SELECT c.id, c.issuer, COALESCE(o.name_en, ''), COALESCE(o.name_zh, '')
FROM certificate c JOIN organisation o ON o.id = c.issuer WHERE c.number = $1 ORDER BY c.id LIMIT 20;

-- name: instrument_by_serial  params: serial text  access: read
SELECT id, owner, manufacturer, model FROM instrument WHERE serial = $1 ORDER BY id LIMIT 20;

-- name: evidence_unresolved  params: number text  access: read
-- where this certificate was cited before it came
SELECT e.record, e.n, COALESCE(e.issuer_name, '') FROM certificate_evidence e
WHERE e.certificate_number = $1 AND e.certificate IS NULL ORDER BY e.record, e.n LIMIT 1000;

-- name: quantity_kind_id  params: code text  access: read
SELECT id FROM quantity_kind WHERE code = $1;

-- name: organisation_count  access: read
SELECT count(*) FROM organisation;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- one row a write: the audit, and what other processes follow
CREATE TABLE change (
	n INTEGER PRIMARY KEY AUTOINCREMENT, -- rises with each write
	instant TEXT NOT NULL, -- when
	account TEXT, -- who; NULL: the program
	token TEXT, -- by which API token
	request TEXT, -- in which request
	reason TEXT, -- why, as given
	register TEXT NOT NULL, -- which register
	record TEXT NOT NULL, -- which record
	rev INTEGER NOT NULL, -- the revision it made
	action TEXT NOT NULL -- create, update, remove
) STRICT;
CREATE INDEX change_by_record ON change (record, n);
-- what was received or issued, as it came; never changed
CREATE TABLE document (
	id TEXT NOT NULL, -- UUID version 7
	sha256 TEXT NOT NULL, -- digest of the bytes, lower-case hexadecimal
	media_type TEXT NOT NULL, -- for example application/xml
	name TEXT, -- file name, where one was given
	size INTEGER NOT NULL, -- number of bytes
	recorded_from TEXT NOT NULL, -- when it came
	bytes BLOB NOT NULL, -- the bytes
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX document_by_sha256 ON document (sha256);
-- Who may log in.
CREATE TABLE account (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	name TEXT NOT NULL, -- What is typed to log in; no two accounts share one.
	full_name TEXT, -- The person's name; it can be erased while the account's changes stay.
	administrator INTEGER, -- May read and change everything.
	regulator INTEGER, -- Reads everything and keeps the public registers.
	demonstration INTEGER, -- Made for trying out; refused when the server is reachable from other machines.
	closed INTEGER, -- Can no longer log in; its tokens and sessions end.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX account_by_key ON account (name);
CREATE INDEX account_by_name ON account (name, id);
CREATE INDEX account_by_full_name ON account (full_name, id);
CREATE INDEX account_by_administrator ON account (administrator, name, id);
CREATE INDEX account_by_regulator ON account (regulator, name, id);
CREATE INDEX account_by_demonstration ON account (demonstration, name, id);
CREATE INDEX account_by_closed ON account (closed, name, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('account', 'account_by_administrator', '1000000 1000000 100 1'),
	('account', 'account_by_regulator', '1000000 1000000 100 1'),
	('account', 'account_by_demonstration', '1000000 1000000 100 1'),
	('account', 'account_by_closed', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE account_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	name TEXT,
	full_name TEXT,
	administrator INTEGER,
	regulator INTEGER,
	demonstration INTEGER,
	closed INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX account_history_by_name ON account_history (name, id);
CREATE INDEX account_history_by_full_name ON account_history (full_name, id);
-- Accreditations and authorisations with their states.
CREATE TABLE accreditation (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	number TEXT NOT NULL, -- As printed on the certificate of accreditation; unique with its body.
	body TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The accreditation body or authority.
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation that holds it.
	kind TEXT NOT NULL, -- By which right it was granted.
	criteria TEXT, -- The document it was assessed against, for example ISO/IEC 17025:2017.
	valid_until TEXT, -- Last day printed on it; a month ends with its last day.
	valid_until_first TEXT,
	valid_until_last TEXT,
	territory TEXT, -- Where a statutory authorisation holds.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX accreditation_by_key ON accreditation (body, number);
CREATE INDEX accreditation_by_number ON accreditation (number, id);
CREATE INDEX accreditation_by_body ON accreditation (body, number, id);
CREATE INDEX accreditation_by_organisation ON accreditation (organisation, number, id);
CREATE INDEX accreditation_by_kind ON accreditation (kind, number, id);
CREATE INDEX accreditation_by_criteria ON accreditation (criteria, number, id);
CREATE INDEX accreditation_by_valid_until_first ON accreditation (valid_until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('accreditation', 'accreditation_by_key', '1000000 1000 1'),
	('accreditation', 'accreditation_by_body', '1000000 1000 100 1'),
	('accreditation', 'accreditation_by_organisation', '1000000 1000 100 1'),
	('accreditation', 'accreditation_by_kind', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE accreditation_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	number TEXT,
	body TEXT,
	organisation TEXT,
	kind TEXT,
	criteria TEXT,
	valid_until TEXT,
	valid_until_first TEXT,
	valid_until_last TEXT,
	territory TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX accreditation_history_by_number ON accreditation_history (number, id);
CREATE INDEX accreditation_history_by_body ON accreditation_history (body, id);
CREATE INDEX accreditation_history_by_organisation ON accreditation_history (organisation, id);
CREATE INDEX accreditation_history_by_valid_until_first ON accreditation_history (valid_until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('accreditation_history', 'accreditation_history_by_body', '1000000 1000 1'),
	('accreditation_history', 'accreditation_history_by_organisation', '1000000 1000 1');
-- What it was granted, extended, suspended or withdrawn from which day.
CREATE TABLE accreditation_state (
	record TEXT NOT NULL REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	state TEXT NOT NULL, -- What it became.
	since TEXT NOT NULL, -- First day on which the state holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	until TEXT, -- Last day on which it holds; empty until the next state.
	until_first TEXT,
	until_last TEXT,
	reason TEXT, -- As the body stated it.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX accreditation_state_by_state ON accreditation_state (state, record);
CREATE INDEX accreditation_state_by_since_first ON accreditation_state (since_first, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('accreditation_state', 'accreditation_state_by_state', '1000000 1000000 1');
-- rows that a later revision replaced
CREATE TABLE accreditation_state_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	state TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	reason TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Scope lines: who is able to do what, in which range, how well.
CREATE TABLE capability (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who is able.
	line TEXT NOT NULL, -- Number of the scope line; unique in the organisation.
	accreditation TEXT REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED, -- Whose scope the line belongs to; empty for a claim of one's own.
	activity TEXT NOT NULL, -- Verification is not calibration.
	object_en TEXT, -- What is measured, tested or certified.
	object_zh TEXT,
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- The kind of quantity measured.
	low TEXT, -- Lower end of the range; it belongs to the range.
	low_value REAL,
	low_unit TEXT,
	low_canonical REAL,
	low_canonical_unit TEXT,
	high TEXT, -- Upper end of the range; it belongs to the range.
	high_value REAL,
	high_unit TEXT,
	high_canonical REAL,
	high_canonical_unit TEXT,
	uncertainty TEXT, -- As the scope states it, for example 12 uV + 3.0 uV/V, with k and probability.
	uncertainty_k TEXT,
	uncertainty_p TEXT,
	accuracy TEXT, -- For verification and testing, where no uncertainty is stated.
	method TEXT, -- Standard or procedure, for example JJG 146.
	edition TEXT, -- Year or edition of the method.
	place TEXT, -- Where it is done.
	since TEXT, -- First day of the line; empty: as long as its accreditation.
	since_first TEXT,
	since_last TEXT,
	until TEXT, -- Last day of the line.
	until_first TEXT,
	until_last TEXT,
	price_minor INTEGER, -- For one item, before tax.
	price_currency TEXT,
	lead_days INTEGER, -- Working days from receipt to certificate.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX capability_by_key ON capability (organisation, line);
CREATE INDEX capability_by_organisation ON capability (organisation, line, id);
CREATE INDEX capability_by_line ON capability (line, id);
CREATE INDEX capability_by_accreditation ON capability (accreditation, line, id);
CREATE INDEX capability_by_activity ON capability (activity, line, id);
CREATE INDEX capability_by_object_en ON capability (object_en, id);
CREATE INDEX capability_by_object_zh ON capability (object_zh, id);
CREATE INDEX capability_by_quantity_kind ON capability (quantity_kind, line, id);
CREATE INDEX capability_by_low_canonical ON capability (low_canonical, line, id);
CREATE INDEX capability_by_high_canonical ON capability (high_canonical, line, id);
CREATE INDEX capability_by_method ON capability (method, line, id);
CREATE INDEX capability_by_place ON capability (place, line, id);
CREATE INDEX capability_by_since_first ON capability (since_first, line, id);
CREATE INDEX capability_by_until_first ON capability (until_first, line, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability', 'capability_by_key', '1000000 1000 1'),
	('capability', 'capability_by_organisation', '1000000 1000 100 1'),
	('capability', 'capability_by_accreditation', '1000000 1000 100 1'),
	('capability', 'capability_by_activity', '1000000 1000000 100 1'),
	('capability', 'capability_by_quantity_kind', '1000000 1000 100 1'),
	('capability', 'capability_by_place', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE capability_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	organisation TEXT,
	line TEXT,
	accreditation TEXT,
	activity TEXT,
	object_en TEXT,
	object_zh TEXT,
	quantity_kind TEXT,
	low TEXT,
	low_value REAL,
	low_unit TEXT,
	low_canonical REAL,
	low_canonical_unit TEXT,
	high TEXT,
	high_value REAL,
	high_unit TEXT,
	high_canonical REAL,
	high_canonical_unit TEXT,
	uncertainty TEXT,
	uncertainty_k TEXT,
	uncertainty_p TEXT,
	accuracy TEXT,
	method TEXT,
	edition TEXT,
	place TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	price_minor INTEGER,
	price_currency TEXT,
	lead_days INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX capability_history_by_organisation ON capability_history (organisation, id);
CREATE INDEX capability_history_by_line ON capability_history (line, id);
CREATE INDEX capability_history_by_accreditation ON capability_history (accreditation, id);
CREATE INDEX capability_history_by_object_en ON capability_history (object_en, id);
CREATE INDEX capability_history_by_object_zh ON capability_history (object_zh, id);
CREATE INDEX capability_history_by_quantity_kind ON capability_history (quantity_kind, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability_history', 'capability_history_by_organisation', '1000000 1000 1'),
	('capability_history', 'capability_history_by_accreditation', '1000000 1000 1'),
	('capability_history', 'capability_history_by_quantity_kind', '1000000 1000 1');
-- texts in further languages
CREATE TABLE capability_text (
	record TEXT NOT NULL REFERENCES capability (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE capability_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Certificates and reports with results, evidence and the original.
CREATE TABLE certificate (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	number TEXT NOT NULL, -- Unique with its issuer.
	issuer TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who issued it.
	kind TEXT NOT NULL, -- What it attests.
	customer TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- For whom it was issued.
	customer_name TEXT, -- As the certificate names it.
	item TEXT REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED, -- The instrument it is about, where it is registered.
	item_name TEXT, -- As the certificate names it.
	item_serial TEXT, -- As the certificate gives it.
	issued TEXT NOT NULL, -- Date of issue.
	issued_first TEXT NOT NULL,
	issued_last TEXT NOT NULL,
	performed TEXT, -- First day of the work.
	performed_first TEXT,
	performed_last TEXT,
	performed_until TEXT, -- Last day of the work.
	performed_until_first TEXT,
	performed_until_last TEXT,
	valid_until TEXT, -- Where the certificate states one; a calibration states none.
	valid_until_first TEXT,
	valid_until_last TEXT,
	accreditation TEXT REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED, -- Under whose scope it claims to be issued.
	signatory TEXT, -- As the certificate names the signatory.
	state TEXT NOT NULL, -- What it is today; the dated states are below.
	superseded_by TEXT REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- The certificate that replaces it.
	published INTEGER, -- Everybody may read it.
	format TEXT, -- Of the original, for example DCC 3.2.1.
	document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, -- The bytes as they came.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX certificate_by_key ON certificate (issuer, number);
CREATE INDEX certificate_by_number ON certificate (number, id);
CREATE INDEX certificate_by_issuer ON certificate (issuer, issued_first, id);
CREATE INDEX certificate_by_kind ON certificate (kind, issued_first, id);
CREATE INDEX certificate_by_customer ON certificate (customer, issued_first, id);
CREATE INDEX certificate_by_item ON certificate (item, issued_first, id);
CREATE INDEX certificate_by_item_serial ON certificate (item_serial, issued_first, id);
CREATE INDEX certificate_by_issued_first ON certificate (issued_first, id);
CREATE INDEX certificate_by_performed_first ON certificate (performed_first, issued_first, id);
CREATE INDEX certificate_by_valid_until_first ON certificate (valid_until_first, id);
CREATE INDEX certificate_by_accreditation ON certificate (accreditation, issued_first, id);
CREATE INDEX certificate_by_state ON certificate (state, issued_first, id);
CREATE INDEX certificate_by_superseded_by ON certificate (superseded_by, issued_first, id);
CREATE INDEX certificate_by_published ON certificate (published, issued_first, id);
CREATE INDEX certificate_by_document ON certificate (document);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('certificate', 'certificate_by_key', '1000000 1000 1'),
	('certificate', 'certificate_by_issuer', '1000000 1000 100 1'),
	('certificate', 'certificate_by_kind', '1000000 1000000 100 1'),
	('certificate', 'certificate_by_customer', '1000000 1000 100 1'),
	('certificate', 'certificate_by_item', '1000000 1000 100 1'),
	('certificate', 'certificate_by_accreditation', '1000000 1000 100 1'),
	('certificate', 'certificate_by_state', '1000000 1000000 100 1'),
	('certificate', 'certificate_by_superseded_by', '1000000 1000 100 1'),
	('certificate', 'certificate_by_published', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE certificate_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	number TEXT,
	issuer TEXT,
	kind TEXT,
	customer TEXT,
	customer_name TEXT,
	item TEXT,
	item_name TEXT,
	item_serial TEXT,
	issued TEXT,
	issued_first TEXT,
	issued_last TEXT,
	performed TEXT,
	performed_first TEXT,
	performed_last TEXT,
	performed_until TEXT,
	performed_until_first TEXT,
	performed_until_last TEXT,
	valid_until TEXT,
	valid_until_first TEXT,
	valid_until_last TEXT,
	accreditation TEXT,
	signatory TEXT,
	state TEXT,
	superseded_by TEXT,
	published INTEGER,
	format TEXT,
	document TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX certificate_history_by_number ON certificate_history (number, id);
CREATE INDEX certificate_history_by_issuer ON certificate_history (issuer, id);
CREATE INDEX certificate_history_by_customer ON certificate_history (customer, id);
CREATE INDEX certificate_history_by_item ON certificate_history (item, id);
CREATE INDEX certificate_history_by_issued_first ON certificate_history (issued_first, id);
CREATE INDEX certificate_history_by_valid_until_first ON certificate_history (valid_until_first, id);
CREATE INDEX certificate_history_by_accreditation ON certificate_history (accreditation, id);
CREATE INDEX certificate_history_by_superseded_by ON certificate_history (superseded_by, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('certificate_history', 'certificate_history_by_issuer', '1000000 1000 1'),
	('certificate_history', 'certificate_history_by_customer', '1000000 1000 1'),
	('certificate_history', 'certificate_history_by_item', '1000000 1000 1'),
	('certificate_history', 'certificate_history_by_accreditation', '1000000 1000 1'),
	('certificate_history', 'certificate_history_by_superseded_by', '1000000 1000 1');
-- What it became on which day.
CREATE TABLE certificate_state (
	record TEXT NOT NULL REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	state TEXT NOT NULL, -- What it became.
	since TEXT NOT NULL, -- First day on which the state holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	reason TEXT, -- As the issuer stated it.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE certificate_state_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	state TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	reason TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- What was measured or found.
CREATE TABLE certificate_result (
	record TEXT NOT NULL REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	path TEXT, -- Where it stands in the original.
	name_en TEXT, -- What the certificate calls it.
	name_zh TEXT,
	role TEXT, -- What the type references say, for example basic_referenceValue.
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- Its kind, where it is known.
	conformity TEXT, -- The statement of conformity, as written.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_result_by_quantity_kind ON certificate_result (quantity_kind, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('certificate_result', 'certificate_result_by_quantity_kind', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE certificate_result_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	path TEXT,
	name_en TEXT,
	name_zh TEXT,
	role TEXT,
	quantity_kind TEXT,
	conformity TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- The numbers of one result, in the order written.
CREATE TABLE certificate_result_value (
	record TEXT NOT NULL REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	m INTEGER NOT NULL, -- its place under row n, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	value TEXT, -- Digits and unit as the certificate writes them.
	value_value REAL,
	value_unit TEXT,
	value_canonical REAL,
	value_canonical_unit TEXT,
	uncertainty TEXT, -- Expanded uncertainty, in its own unit.
	uncertainty_value REAL,
	uncertainty_unit TEXT,
	uncertainty_canonical REAL,
	uncertainty_canonical_unit TEXT,
	k TEXT, -- As written.
	p TEXT, -- As written, for example 0.95.
	distribution TEXT, -- As written, for example normal.
	PRIMARY KEY (record, n, m)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE certificate_result_value_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	m INTEGER NOT NULL, -- its place under row n, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	value TEXT,
	value_value REAL,
	value_unit TEXT,
	value_canonical REAL,
	value_canonical_unit TEXT,
	uncertainty TEXT,
	uncertainty_value REAL,
	uncertainty_unit TEXT,
	uncertainty_canonical REAL,
	uncertainty_canonical_unit TEXT,
	k TEXT,
	p TEXT,
	distribution TEXT,
	PRIMARY KEY (record, n, m, rev)
) STRICT, WITHOUT ROWID;
-- Items used as references, as stated, each with its certificate where it is known.
CREATE TABLE certificate_evidence (
	record TEXT NOT NULL REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	name TEXT NOT NULL, -- As the certificate names it.
	serial TEXT, -- As the certificate gives it.
	certificate_number TEXT, -- Number of the certificate cited.
	issuer_name TEXT, -- Who issued the certificate cited.
	sha256 TEXT, -- SHA-256 of the certificate cited, where it is given.
	used TEXT, -- The day it served as reference.
	used_first TEXT,
	used_last TEXT,
	certificate TEXT REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- Resolved; empty until it is found here.
	instrument TEXT REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED, -- Resolved; empty until it is found here.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_evidence_by_certificate_number ON certificate_evidence (certificate_number, record);
CREATE INDEX certificate_evidence_by_certificate ON certificate_evidence (certificate, record);
CREATE INDEX certificate_evidence_by_instrument ON certificate_evidence (instrument, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('certificate_evidence', 'certificate_evidence_by_certificate', '1000000 1000 1'),
	('certificate_evidence', 'certificate_evidence_by_instrument', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE certificate_evidence_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	name TEXT,
	serial TEXT,
	certificate_number TEXT,
	issuer_name TEXT,
	sha256 TEXT,
	used TEXT,
	used_first TEXT,
	used_last TEXT,
	certificate TEXT,
	instrument TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Instruments, measurement standards and reference materials: what carries values.
CREATE TABLE instrument (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	owner TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation that uses it and answers for it.
	number TEXT NOT NULL, -- The owner's inventory number; unique with the owner.
	name_en TEXT, -- What it is.
	name_zh TEXT,
	kind TEXT NOT NULL, -- Its place in the hierarchy of standards.
	manufacturer TEXT, -- As on its name plate.
	model TEXT, -- Type designation on its name plate.
	serial TEXT, -- The maker's number; certificates are matched by it.
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- The kind of quantity it measures or embodies.
	low TEXT, -- Lower end of the measuring interval.
	low_value REAL,
	low_unit TEXT,
	low_canonical REAL,
	low_canonical_unit TEXT,
	high TEXT, -- Upper end of the measuring interval.
	high_value REAL,
	high_unit TEXT,
	high_canonical REAL,
	high_canonical_unit TEXT,
	accuracy TEXT, -- Class or maximum permissible error, as stated.
	interval_months INTEGER, -- The owner's interval; it decides how long a calibration holds.
	compulsory INTEGER, -- Whether the law asks for its verification.
	place TEXT, -- Where it stands.
	state TEXT NOT NULL, -- Whether it is in use.
	shared INTEGER, -- Everybody may find it and ask for its use.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX instrument_by_key ON instrument (owner, number);
CREATE INDEX instrument_by_owner ON instrument (owner, number, id);
CREATE INDEX instrument_by_number ON instrument (number, id);
CREATE INDEX instrument_by_name_en ON instrument (name_en, id);
CREATE INDEX instrument_by_name_zh ON instrument (name_zh, id);
CREATE INDEX instrument_by_kind ON instrument (kind, number, id);
CREATE INDEX instrument_by_serial ON instrument (serial, number, id);
CREATE INDEX instrument_by_quantity_kind ON instrument (quantity_kind, number, id);
CREATE INDEX instrument_by_compulsory ON instrument (compulsory, number, id);
CREATE INDEX instrument_by_state ON instrument (state, number, id);
CREATE INDEX instrument_by_shared ON instrument (shared, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('instrument', 'instrument_by_key', '1000000 1000 1'),
	('instrument', 'instrument_by_owner', '1000000 1000 100 1'),
	('instrument', 'instrument_by_kind', '1000000 1000000 100 1'),
	('instrument', 'instrument_by_quantity_kind', '1000000 1000 100 1'),
	('instrument', 'instrument_by_compulsory', '1000000 1000000 100 1'),
	('instrument', 'instrument_by_state', '1000000 1000000 100 1'),
	('instrument', 'instrument_by_shared', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE instrument_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	owner TEXT,
	number TEXT,
	name_en TEXT,
	name_zh TEXT,
	kind TEXT,
	manufacturer TEXT,
	model TEXT,
	serial TEXT,
	quantity_kind TEXT,
	low TEXT,
	low_value REAL,
	low_unit TEXT,
	low_canonical REAL,
	low_canonical_unit TEXT,
	high TEXT,
	high_value REAL,
	high_unit TEXT,
	high_canonical REAL,
	high_canonical_unit TEXT,
	accuracy TEXT,
	interval_months INTEGER,
	compulsory INTEGER,
	place TEXT,
	state TEXT,
	shared INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX instrument_history_by_owner ON instrument_history (owner, id);
CREATE INDEX instrument_history_by_number ON instrument_history (number, id);
CREATE INDEX instrument_history_by_name_en ON instrument_history (name_en, id);
CREATE INDEX instrument_history_by_name_zh ON instrument_history (name_zh, id);
CREATE INDEX instrument_history_by_quantity_kind ON instrument_history (quantity_kind, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('instrument_history', 'instrument_history_by_owner', '1000000 1000 1'),
	('instrument_history', 'instrument_history_by_quantity_kind', '1000000 1000 1');
-- texts in further languages
CREATE TABLE instrument_text (
	record TEXT NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE instrument_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Which accounts act for which organisation.
CREATE TABLE member (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, -- Who belongs to the organisation.
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- To which organisation.
	role TEXT NOT NULL, -- What the account may do for the organisation.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX member_by_key ON member (account, organisation);
CREATE INDEX member_by_account ON member (account, role, id);
CREATE INDEX member_by_organisation ON member (organisation, role, id);
CREATE INDEX member_by_role ON member (role, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('member', 'member_by_key', '1000000 1000 1'),
	('member', 'member_by_account', '1000000 1000 100 1'),
	('member', 'member_by_organisation', '1000000 1000 100 1'),
	('member', 'member_by_role', '1000000 1000000 1');
-- every version, never changed
CREATE TABLE member_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	account TEXT,
	organisation TEXT,
	role TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX member_history_by_account ON member_history (account, id);
CREATE INDEX member_history_by_organisation ON member_history (organisation, id);
CREATE INDEX member_history_by_role ON member_history (role, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('member_history', 'member_history_by_account', '1000000 1000 1'),
	('member_history', 'member_history_by_organisation', '1000000 1000 1'),
	('member_history', 'member_history_by_role', '1000000 1000000 1');
-- Laboratories, institutes, bodies, enterprises and authorities.
CREATE TABLE organisation (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- Registration number or short code; no two organisations share one.
	name_en TEXT, -- Full name in each language the organisation uses.
	name_zh TEXT,
	kind TEXT NOT NULL, -- What the organisation is in the quality infrastructure.
	parent TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation that this one belongs to.
	country TEXT, -- Two letters of ISO 3166-1, for example CN.
	address_en TEXT, -- Registered postal address.
	address_zh TEXT,
	website TEXT, -- Public address on the web.
	email TEXT, -- Where notices for the organisation go; its members read it.
	zone TEXT, -- Decides which day it is for the organisation, for example Asia/Shanghai.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX organisation_by_key ON organisation (code);
CREATE INDEX organisation_by_code ON organisation (code, id);
CREATE INDEX organisation_by_name_en ON organisation (name_en, id);
CREATE INDEX organisation_by_name_zh ON organisation (name_zh, id);
CREATE INDEX organisation_by_kind ON organisation (kind, code, id);
CREATE INDEX organisation_by_parent ON organisation (parent, code, id);
CREATE INDEX organisation_by_country ON organisation (country, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_kind', '1000000 1000000 100 1'),
	('organisation', 'organisation_by_parent', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE organisation_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	kind TEXT,
	parent TEXT,
	country TEXT,
	address_en TEXT,
	address_zh TEXT,
	website TEXT,
	email TEXT,
	zone TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX organisation_history_by_code ON organisation_history (code, id);
CREATE INDEX organisation_history_by_name_en ON organisation_history (name_en, id);
CREATE INDEX organisation_history_by_name_zh ON organisation_history (name_zh, id);
CREATE INDEX organisation_history_by_parent ON organisation_history (parent, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_history', 'organisation_history_by_parent', '1000000 1000 1');
-- texts in further languages
CREATE TABLE organisation_text (
	record TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE organisation_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Recognition arrangements that the organisation has signed.
CREATE TABLE organisation_arrangement (
	record TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	name TEXT NOT NULL, -- For example ILAC MRA or CIPM MRA.
	activity TEXT, -- What the signature covers, for example calibration.
	since TEXT NOT NULL, -- First day on which it holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	until TEXT, -- Last day on which it holds; empty while it goes on.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE organisation_arrangement_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	name TEXT,
	activity TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Classes of products, instruments and industries.
CREATE TABLE product_category (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	scheme TEXT NOT NULL, -- Whose classification it is.
	code TEXT NOT NULL, -- As the scheme writes it, leading zeros kept.
	name_en TEXT, -- What belongs to it.
	name_zh TEXT,
	broader TEXT REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED, -- The category that holds this one.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX product_category_by_key ON product_category (scheme, code);
CREATE INDEX product_category_by_scheme ON product_category (scheme, code, id);
CREATE INDEX product_category_by_code ON product_category (code, id);
CREATE INDEX product_category_by_name_en ON product_category (name_en, id);
CREATE INDEX product_category_by_name_zh ON product_category (name_zh, id);
CREATE INDEX product_category_by_broader ON product_category (broader, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category', 'product_category_by_key', '1000000 1000000 1'),
	('product_category', 'product_category_by_scheme', '1000000 1000000 100 1'),
	('product_category', 'product_category_by_broader', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE product_category_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	scheme TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	broader TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX product_category_history_by_code ON product_category_history (code, id);
CREATE INDEX product_category_history_by_name_en ON product_category_history (name_en, id);
CREATE INDEX product_category_history_by_name_zh ON product_category_history (name_zh, id);
CREATE INDEX product_category_history_by_broader ON product_category_history (broader, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category_history', 'product_category_history_by_broader', '1000000 1000 1');
-- texts in further languages
CREATE TABLE product_category_text (
	record TEXT NOT NULL REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE product_category_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Kinds of quantities with their coherent unit.
CREATE TABLE quantity_kind (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- A word in small letters, for example length.
	name_en TEXT, -- As ISO/IEC 80000 names it.
	name_zh TEXT,
	symbol TEXT, -- Customary symbol.
	unit TEXT NOT NULL, -- Coherent SI unit; its dimension is the kind's.
	broader TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- The kind of which this is a special case.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX quantity_kind_by_key ON quantity_kind (code);
CREATE INDEX quantity_kind_by_code ON quantity_kind (code, id);
CREATE INDEX quantity_kind_by_name_en ON quantity_kind (name_en, id);
CREATE INDEX quantity_kind_by_name_zh ON quantity_kind (name_zh, id);
CREATE INDEX quantity_kind_by_broader ON quantity_kind (broader, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('quantity_kind', 'quantity_kind_by_broader', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE quantity_kind_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	symbol TEXT,
	unit TEXT,
	broader TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX quantity_kind_history_by_code ON quantity_kind_history (code, id);
CREATE INDEX quantity_kind_history_by_name_en ON quantity_kind_history (name_en, id);
CREATE INDEX quantity_kind_history_by_name_zh ON quantity_kind_history (name_zh, id);
CREATE INDEX quantity_kind_history_by_broader ON quantity_kind_history (broader, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('quantity_kind_history', 'quantity_kind_history_by_broader', '1000000 1000 1');
-- texts in further languages
CREATE TABLE quantity_kind_text (
	record TEXT NOT NULL REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE quantity_kind_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Where organisations work.
CREATE TABLE site (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Whose site it is.
	code TEXT NOT NULL, -- Unique in the organisation.
	name_en TEXT, -- What people call it.
	name_zh TEXT,
	address_en TEXT, -- Where to send things and people.
	address_zh TEXT,
	latitude REAL, -- Degrees north of the equator (WGS 84).
	longitude REAL, -- Degrees east of Greenwich (WGS 84).
	since TEXT, -- First day of work there.
	since_first TEXT,
	since_last TEXT,
	until TEXT, -- Last day of work there; empty while it goes on.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX site_by_key ON site (organisation, code);
CREATE INDEX site_by_organisation ON site (organisation, code, id);
CREATE INDEX site_by_code ON site (code, id);
CREATE INDEX site_by_name_en ON site (name_en, id);
CREATE INDEX site_by_name_zh ON site (name_zh, id);
CREATE INDEX site_by_latitude ON site (latitude, code, id);
CREATE INDEX site_by_longitude ON site (longitude, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('site', 'site_by_key', '1000000 1000 1'),
	('site', 'site_by_organisation', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE site_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	organisation TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	address_en TEXT,
	address_zh TEXT,
	latitude REAL,
	longitude REAL,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX site_history_by_organisation ON site_history (organisation, id);
CREATE INDEX site_history_by_code ON site_history (code, id);
CREATE INDEX site_history_by_name_en ON site_history (name_en, id);
CREATE INDEX site_history_by_name_zh ON site_history (name_zh, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('site_history', 'site_history_by_organisation', '1000000 1000 1');
-- texts in further languages
CREATE TABLE site_text (
	record TEXT NOT NULL REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE site_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX change_by_record ON change (record, instant, n);
CREATE INDEX change_by_instant ON change (instant, n);
CREATE INDEX change_by_account ON change (account, n);
CREATE INDEX change_by_account_instant ON change (account, instant, n);
CREATE INDEX change_by_register ON change (register, instant, n);
CREATE INDEX change_by_action ON change (action, instant, n);
CREATE INDEX change_by_request ON change (request, instant, n);
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
-- Alliances of organisations for standards, technology and testing.
CREATE TABLE alliance (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- A short word that no other alliance has.
	name_en TEXT, -- What it calls itself.
	name_zh TEXT,
	kind TEXT NOT NULL, -- For what it was founded.
	lead TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation that leads it.
	field TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- The field it works in.
	cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- The cluster it belongs to, if any.
	founded TEXT, -- When it was founded.
	founded_first TEXT,
	founded_last TEXT,
	ended TEXT, -- When it was dissolved; empty while it works.
	ended_first TEXT,
	ended_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX alliance_by_key ON alliance (code);
CREATE INDEX alliance_by_code ON alliance (code, id);
CREATE INDEX alliance_by_name_en ON alliance (name_en, id);
CREATE INDEX alliance_by_name_zh ON alliance (name_zh, id);
CREATE INDEX alliance_by_kind ON alliance (kind, code, id);
CREATE INDEX alliance_by_lead ON alliance (lead, code, id);
CREATE INDEX alliance_by_field ON alliance (field, code, id);
CREATE INDEX alliance_by_cluster ON alliance (cluster, code, id);
CREATE INDEX alliance_by_founded_first ON alliance (founded_first, id);
CREATE INDEX alliance_by_ended_first ON alliance (ended_first, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('alliance', 'alliance_by_kind', '1000000 1000000 100 1'),
	('alliance', 'alliance_by_lead', '1000000 1000 100 1'),
	('alliance', 'alliance_by_field', '1000000 1000 100 1'),
	('alliance', 'alliance_by_cluster', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE alliance_history (
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
	lead TEXT,
	field TEXT,
	cluster TEXT,
	founded TEXT,
	founded_first TEXT,
	founded_last TEXT,
	ended TEXT,
	ended_first TEXT,
	ended_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX alliance_history_by_code ON alliance_history (code, id);
CREATE INDEX alliance_history_by_name_en ON alliance_history (name_en, id);
CREATE INDEX alliance_history_by_name_zh ON alliance_history (name_zh, id);
CREATE INDEX alliance_history_by_lead ON alliance_history (lead, id);
CREATE INDEX alliance_history_by_field ON alliance_history (field, id);
CREATE INDEX alliance_history_by_cluster ON alliance_history (cluster, id);
CREATE INDEX alliance_history_by_founded_first ON alliance_history (founded_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('alliance_history', 'alliance_history_by_lead', '1000000 1000 1'),
	('alliance_history', 'alliance_history_by_field', '1000000 1000 1'),
	('alliance_history', 'alliance_history_by_cluster', '1000000 1000 1');
-- texts in further languages
CREATE TABLE alliance_text (
	record TEXT NOT NULL REFERENCES alliance (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE alliance_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Who belongs to it.
CREATE TABLE alliance_member (
	record TEXT NOT NULL REFERENCES alliance (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- A member of the alliance.
	since TEXT, -- First day of its membership.
	since_first TEXT,
	since_last TEXT,
	until TEXT, -- Last day of its membership.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX alliance_member_by_organisation ON alliance_member (organisation, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('alliance_member', 'alliance_member_by_organisation', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE alliance_member_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	organisation TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Countries, provinces, cities and districts.
CREATE TABLE area (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- Of the country's statistics, for example 440303; leading zeros kept.
	name_en TEXT, -- Its official name.
	name_zh TEXT,
	level TEXT NOT NULL, -- Its place in the administration.
	parent TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- The area that holds it.
	parent_code TEXT, -- The code of the area that holds it, as the source gives it.
	origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- The published source that it was imported from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX area_by_key ON area (code);
CREATE INDEX area_by_code ON area (code, id);
CREATE INDEX area_by_name_en ON area (name_en, id);
CREATE INDEX area_by_name_zh ON area (name_zh, id);
CREATE INDEX area_by_level ON area (level, code, id);
CREATE INDEX area_by_parent ON area (parent, code, id);
CREATE INDEX area_by_parent_code ON area (parent_code, code, id);
CREATE INDEX area_by_origin ON area (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area', 'area_by_level', '1000000 1000000 100 1'),
	('area', 'area_by_parent', '1000000 1000 100 1'),
	('area', 'area_by_origin', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE area_history (
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
	level TEXT,
	parent TEXT,
	parent_code TEXT,
	origin TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX area_history_by_code ON area_history (code, id);
CREATE INDEX area_history_by_name_en ON area_history (name_en, id);
CREATE INDEX area_history_by_name_zh ON area_history (name_zh, id);
CREATE INDEX area_history_by_parent ON area_history (parent, id);
CREATE INDEX area_history_by_origin ON area_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area_history', 'area_history_by_parent', '1000000 1000 1'),
	('area_history', 'area_history_by_origin', '1000000 1000 1');
-- texts in further languages
CREATE TABLE area_text (
	record TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE area_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
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
	field TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- The field of industry it serves.
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
CREATE INDEX capability_by_field ON capability (field, line, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability', 'capability_by_key', '1000000 1000 1'),
	('capability', 'capability_by_organisation', '1000000 1000 100 1'),
	('capability', 'capability_by_accreditation', '1000000 1000 100 1'),
	('capability', 'capability_by_activity', '1000000 1000000 100 1'),
	('capability', 'capability_by_quantity_kind', '1000000 1000 100 1'),
	('capability', 'capability_by_place', '1000000 1000000 100 1'),
	('capability', 'capability_by_field', '1000000 1000 100 1');
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
	field TEXT,
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
CREATE INDEX capability_history_by_field ON capability_history (field, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability_history', 'capability_history_by_organisation', '1000000 1000 1'),
	('capability_history', 'capability_history_by_accreditation', '1000000 1000 1'),
	('capability_history', 'capability_history_by_quantity_kind', '1000000 1000 1'),
	('capability_history', 'capability_history_by_field', '1000000 1000 1');
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
-- Places where a plan gathers quality infrastructure.
CREATE TABLE cluster (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED, -- The plan that names it.
	code TEXT NOT NULL, -- Unique in the plan.
	name_en TEXT, -- As the plan names it.
	name_zh TEXT,
	area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- The district it lies in.
	role_en TEXT, -- What the plan wants it to be.
	role_zh TEXT,
	services_en TEXT, -- What it is to offer.
	services_zh TEXT,
	target_year INTEGER, -- By when its targets are to be met.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX cluster_by_key ON cluster (plan, code);
CREATE INDEX cluster_by_plan ON cluster (plan, code, id);
CREATE INDEX cluster_by_code ON cluster (code, id);
CREATE INDEX cluster_by_name_en ON cluster (name_en, id);
CREATE INDEX cluster_by_name_zh ON cluster (name_zh, id);
CREATE INDEX cluster_by_area ON cluster (area, code, id);
CREATE INDEX cluster_by_target_year ON cluster (target_year, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('cluster', 'cluster_by_key', '1000000 1000 1'),
	('cluster', 'cluster_by_plan', '1000000 1000 100 1'),
	('cluster', 'cluster_by_area', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE cluster_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	plan TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	area TEXT,
	role_en TEXT,
	role_zh TEXT,
	services_en TEXT,
	services_zh TEXT,
	target_year INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX cluster_history_by_plan ON cluster_history (plan, id);
CREATE INDEX cluster_history_by_code ON cluster_history (code, id);
CREATE INDEX cluster_history_by_name_en ON cluster_history (name_en, id);
CREATE INDEX cluster_history_by_name_zh ON cluster_history (name_zh, id);
CREATE INDEX cluster_history_by_area ON cluster_history (area, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('cluster_history', 'cluster_history_by_plan', '1000000 1000 1'),
	('cluster_history', 'cluster_history_by_area', '1000000 1000 1');
-- texts in further languages
CREATE TABLE cluster_text (
	record TEXT NOT NULL REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE cluster_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- What it is to serve.
CREATE TABLE cluster_industry (
	record TEXT NOT NULL REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	name_en TEXT, -- As the plan names it.
	name_zh TEXT,
	field TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- The field it corresponds to, where there is one.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_industry_by_field ON cluster_industry (field, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('cluster_industry', 'cluster_industry_by_field', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE cluster_industry_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	name_en TEXT,
	name_zh TEXT,
	field TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Technical committees, subcommittees and working groups.
CREATE TABLE committee (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- As its organisation writes it, for example ISO/TC 213/WG 10.
	name_en TEXT, -- What it works on.
	name_zh TEXT,
	level TEXT NOT NULL, -- For which part of the world its standards are made.
	kind TEXT NOT NULL, -- Its place in the organisation.
	parent TEXT REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED, -- The committee that set it up.
	secretariat TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who keeps its secretariat, where it is registered.
	secretariat_name TEXT, -- As the organisation publishes it.
	area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- Where the secretariat sits.
	founded TEXT, -- When it was set up.
	founded_first TEXT,
	founded_last TEXT,
	disbanded TEXT, -- When it was dissolved; empty while it works.
	disbanded_first TEXT,
	disbanded_last TEXT,
	state TEXT, -- As its organisation reports it.
	participating INTEGER, -- National bodies that take part and vote (P-members).
	observing INTEGER, -- National bodies that follow its work (O-members).
	number TEXT, -- In the database of its organisation.
	scope_en TEXT, -- What it may standardise.
	scope_zh TEXT,
	source TEXT, -- From which publication the entry was taken, with its licence and date.
	origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- The published source that it was imported from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX committee_by_key ON committee (code);
CREATE INDEX committee_by_code ON committee (code, id);
CREATE INDEX committee_by_name_en ON committee (name_en, id);
CREATE INDEX committee_by_name_zh ON committee (name_zh, id);
CREATE INDEX committee_by_level ON committee (level, code, id);
CREATE INDEX committee_by_kind ON committee (kind, code, id);
CREATE INDEX committee_by_parent ON committee (parent, code, id);
CREATE INDEX committee_by_secretariat ON committee (secretariat, code, id);
CREATE INDEX committee_by_area ON committee (area, code, id);
CREATE INDEX committee_by_disbanded_first ON committee (disbanded_first, code, id);
CREATE INDEX committee_by_state ON committee (state, code, id);
CREATE INDEX committee_by_number ON committee (number, code, id);
CREATE INDEX committee_by_origin ON committee (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee', 'committee_by_level', '1000000 1000000 100 1'),
	('committee', 'committee_by_kind', '1000000 1000000 100 1'),
	('committee', 'committee_by_parent', '1000000 1000 100 1'),
	('committee', 'committee_by_secretariat', '1000000 1000 100 1'),
	('committee', 'committee_by_area', '1000000 1000 100 1'),
	('committee', 'committee_by_state', '1000000 1000000 100 1'),
	('committee', 'committee_by_origin', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE committee_history (
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
	level TEXT,
	kind TEXT,
	parent TEXT,
	secretariat TEXT,
	secretariat_name TEXT,
	area TEXT,
	founded TEXT,
	founded_first TEXT,
	founded_last TEXT,
	disbanded TEXT,
	disbanded_first TEXT,
	disbanded_last TEXT,
	state TEXT,
	participating INTEGER,
	observing INTEGER,
	number TEXT,
	scope_en TEXT,
	scope_zh TEXT,
	source TEXT,
	origin TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX committee_history_by_code ON committee_history (code, id);
CREATE INDEX committee_history_by_name_en ON committee_history (name_en, id);
CREATE INDEX committee_history_by_name_zh ON committee_history (name_zh, id);
CREATE INDEX committee_history_by_parent ON committee_history (parent, id);
CREATE INDEX committee_history_by_secretariat ON committee_history (secretariat, id);
CREATE INDEX committee_history_by_area ON committee_history (area, id);
CREATE INDEX committee_history_by_origin ON committee_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee_history', 'committee_history_by_parent', '1000000 1000 1'),
	('committee_history', 'committee_history_by_secretariat', '1000000 1000 1'),
	('committee_history', 'committee_history_by_area', '1000000 1000 1'),
	('committee_history', 'committee_history_by_origin', '1000000 1000 1');
-- texts in further languages
CREATE TABLE committee_text (
	record TEXT NOT NULL REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE committee_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Figures and targets of a plan, each with how it is counted.
CREATE TABLE figure (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED, -- The plan that states it.
	code TEXT NOT NULL, -- Unique in the plan.
	name_en TEXT, -- What is counted.
	name_zh TEXT,
	area TEXT NOT NULL, -- What it is about.
	cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- The cluster whose target it is.
	unit TEXT, -- Of the numbers below.
	baseline_comparator TEXT, -- As the plan words it; empty where it states no baseline.
	baseline_low REAL, -- The number, or the lower end of a range.
	baseline_high REAL, -- Of a range.
	baseline_year INTEGER, -- At the end of which year; empty where the plan does not say.
	baseline_words_en TEXT, -- Where it is more than the number: nearly 700, over 900.
	baseline_words_zh TEXT,
	target_comparator TEXT, -- As the plan words it; empty where it sets no target.
	target_low REAL, -- The number, or the lower end of a range.
	target_high REAL, -- Of a range.
	target_words_en TEXT, -- As the plan words it: at least 3, about 40; a batch, where it gives no number.
	target_words_zh TEXT,
	tolerance REAL, -- By how much a number may miss an “about” and still be taken as met.
	target_year INTEGER, -- By the end of which year.
	section TEXT, -- Where the plan states it.
	measure TEXT NOT NULL, -- Counted from a register as it stands, or entered by hand with its source.
	register TEXT, -- The register that is counted, by its plural name.
	filter TEXT, -- As in the address of a list, for example kind=public&holds_on={day}; {day} is the day asked for, {year} the last year that had ended by it, {plan} and {cluster} are those of the figure.
	summed TEXT, -- The number or amount that is added up.
	once_by TEXT, -- The field whose different values are counted, for example organisation; empty: the records.
	undecided TEXT, -- A filter for records of which it is not known whether they count.
	note_en TEXT, -- What a reader must know: gaps and contradictions of the plan are named here.
	note_zh TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX figure_by_key ON figure (plan, code);
CREATE INDEX figure_by_plan ON figure (plan, code, id);
CREATE INDEX figure_by_code ON figure (code, id);
CREATE INDEX figure_by_name_en ON figure (name_en, id);
CREATE INDEX figure_by_name_zh ON figure (name_zh, id);
CREATE INDEX figure_by_area ON figure (area, code, id);
CREATE INDEX figure_by_cluster ON figure (cluster, code, id);
CREATE INDEX figure_by_target_comparator ON figure (target_comparator, code, id);
CREATE INDEX figure_by_target_year ON figure (target_year, code, id);
CREATE INDEX figure_by_measure ON figure (measure, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('figure', 'figure_by_key', '1000000 1000 1'),
	('figure', 'figure_by_plan', '1000000 1000 100 1'),
	('figure', 'figure_by_area', '1000000 1000000 100 1'),
	('figure', 'figure_by_cluster', '1000000 1000 100 1'),
	('figure', 'figure_by_target_comparator', '1000000 1000000 100 1'),
	('figure', 'figure_by_measure', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE figure_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	plan TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	area TEXT,
	cluster TEXT,
	unit TEXT,
	baseline_comparator TEXT,
	baseline_low REAL,
	baseline_high REAL,
	baseline_year INTEGER,
	baseline_words_en TEXT,
	baseline_words_zh TEXT,
	target_comparator TEXT,
	target_low REAL,
	target_high REAL,
	target_words_en TEXT,
	target_words_zh TEXT,
	tolerance REAL,
	target_year INTEGER,
	section TEXT,
	measure TEXT,
	register TEXT,
	filter TEXT,
	summed TEXT,
	once_by TEXT,
	undecided TEXT,
	note_en TEXT,
	note_zh TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX figure_history_by_plan ON figure_history (plan, id);
CREATE INDEX figure_history_by_code ON figure_history (code, id);
CREATE INDEX figure_history_by_name_en ON figure_history (name_en, id);
CREATE INDEX figure_history_by_name_zh ON figure_history (name_zh, id);
CREATE INDEX figure_history_by_cluster ON figure_history (cluster, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('figure_history', 'figure_history_by_plan', '1000000 1000 1'),
	('figure_history', 'figure_history_by_cluster', '1000000 1000 1');
-- texts in further languages
CREATE TABLE figure_text (
	record TEXT NOT NULL REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE figure_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Fields of industry that plans, clusters and platforms speak of.
CREATE TABLE industry_field (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- A short word that no other field has.
	name_en TEXT, -- As the plan or the industry names it.
	name_zh TEXT,
	broader TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- The field that holds this one.
	emerging INTEGER, -- Whether the state counts it among its strategic emerging industries.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX industry_field_by_key ON industry_field (code);
CREATE INDEX industry_field_by_code ON industry_field (code, id);
CREATE INDEX industry_field_by_name_en ON industry_field (name_en, id);
CREATE INDEX industry_field_by_name_zh ON industry_field (name_zh, id);
CREATE INDEX industry_field_by_broader ON industry_field (broader, code, id);
CREATE INDEX industry_field_by_emerging ON industry_field (emerging, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('industry_field', 'industry_field_by_broader', '1000000 1000 100 1'),
	('industry_field', 'industry_field_by_emerging', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE industry_field_history (
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
	broader TEXT,
	emerging INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX industry_field_history_by_code ON industry_field_history (code, id);
CREATE INDEX industry_field_history_by_name_en ON industry_field_history (name_en, id);
CREATE INDEX industry_field_history_by_name_zh ON industry_field_history (name_zh, id);
CREATE INDEX industry_field_history_by_broader ON industry_field_history (broader, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('industry_field_history', 'industry_field_history_by_broader', '1000000 1000 1');
-- texts in further languages
CREATE TABLE industry_field_text (
	record TEXT NOT NULL REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE industry_field_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Classes of industries and products that belong to it.
CREATE TABLE industry_field_class (
	record TEXT NOT NULL REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	category TEXT NOT NULL REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED, -- A class of industry or product that belongs to the field.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX industry_field_class_by_category ON industry_field_class (category, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('industry_field_class', 'industry_field_class_by_category', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE industry_field_class_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	category TEXT,
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
-- Public measurement standards and highest standards of enterprises.
CREATE TABLE measurement_standard (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	number TEXT NOT NULL, -- Of its examination certificate; unique in the organisation.
	name_en TEXT, -- As its examination certificate names it (JJF 1033).
	name_zh TEXT,
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who keeps it.
	kind TEXT NOT NULL, -- Whom it serves.
	authority TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The authority that examined it.
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- The kind of quantity it realises.
	low TEXT, -- Lower end of its measuring interval.
	low_value REAL,
	low_unit TEXT,
	low_canonical REAL,
	low_canonical_unit TEXT,
	high TEXT, -- Upper end of its measuring interval.
	high_value REAL,
	high_unit TEXT,
	high_canonical REAL,
	high_canonical_unit TEXT,
	uncertainty TEXT, -- As stated, with k and probability.
	uncertainty_k TEXT,
	uncertainty_p TEXT,
	accuracy TEXT, -- Class or maximum permissible error, where no uncertainty is stated.
	established TEXT, -- First day of its first examination certificate.
	established_first TEXT,
	established_last TEXT,
	reexamine_by TEXT, -- Last day of the examination certificate in force.
	reexamine_by_first TEXT,
	reexamine_by_last TEXT,
	state TEXT NOT NULL, -- What it is today; the dated states are below.
	shared INTEGER, -- Whether others may have their instruments measured against it.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX measurement_standard_by_key ON measurement_standard (organisation, number);
CREATE INDEX measurement_standard_by_number ON measurement_standard (number, id);
CREATE INDEX measurement_standard_by_name_en ON measurement_standard (name_en, id);
CREATE INDEX measurement_standard_by_name_zh ON measurement_standard (name_zh, id);
CREATE INDEX measurement_standard_by_organisation ON measurement_standard (organisation, number, id);
CREATE INDEX measurement_standard_by_kind ON measurement_standard (kind, number, id);
CREATE INDEX measurement_standard_by_authority ON measurement_standard (authority, number, id);
CREATE INDEX measurement_standard_by_quantity_kind ON measurement_standard (quantity_kind, number, id);
CREATE INDEX measurement_standard_by_established_first ON measurement_standard (established_first, id);
CREATE INDEX measurement_standard_by_reexamine_by_first ON measurement_standard (reexamine_by_first, id);
CREATE INDEX measurement_standard_by_state ON measurement_standard (state, number, id);
CREATE INDEX measurement_standard_by_shared ON measurement_standard (shared, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('measurement_standard', 'measurement_standard_by_key', '1000000 1000 1'),
	('measurement_standard', 'measurement_standard_by_organisation', '1000000 1000 100 1'),
	('measurement_standard', 'measurement_standard_by_kind', '1000000 1000000 100 1'),
	('measurement_standard', 'measurement_standard_by_authority', '1000000 1000 100 1'),
	('measurement_standard', 'measurement_standard_by_quantity_kind', '1000000 1000 100 1'),
	('measurement_standard', 'measurement_standard_by_state', '1000000 1000000 100 1'),
	('measurement_standard', 'measurement_standard_by_shared', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE measurement_standard_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	number TEXT,
	name_en TEXT,
	name_zh TEXT,
	organisation TEXT,
	kind TEXT,
	authority TEXT,
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
	established TEXT,
	established_first TEXT,
	established_last TEXT,
	reexamine_by TEXT,
	reexamine_by_first TEXT,
	reexamine_by_last TEXT,
	state TEXT,
	shared INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX measurement_standard_history_by_number ON measurement_standard_history (number, id);
CREATE INDEX measurement_standard_history_by_name_en ON measurement_standard_history (name_en, id);
CREATE INDEX measurement_standard_history_by_name_zh ON measurement_standard_history (name_zh, id);
CREATE INDEX measurement_standard_history_by_organisation ON measurement_standard_history (organisation, id);
CREATE INDEX measurement_standard_history_by_authority ON measurement_standard_history (authority, id);
CREATE INDEX measurement_standard_history_by_quantity_kind ON measurement_standard_history (quantity_kind, id);
CREATE INDEX measurement_standard_history_by_established_first ON measurement_standard_history (established_first, id);
CREATE INDEX measurement_standard_history_by_reexamine_by_first ON measurement_standard_history (reexamine_by_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('measurement_standard_history', 'measurement_standard_history_by_organisation', '1000000 1000 1'),
	('measurement_standard_history', 'measurement_standard_history_by_authority', '1000000 1000 1'),
	('measurement_standard_history', 'measurement_standard_history_by_quantity_kind', '1000000 1000 1');
-- texts in further languages
CREATE TABLE measurement_standard_text (
	record TEXT NOT NULL REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE measurement_standard_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Establishment, suspension and abolition with their dates.
CREATE TABLE measurement_standard_state (
	record TEXT NOT NULL REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	state TEXT NOT NULL, -- What it became.
	since TEXT NOT NULL, -- First day on which the state holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	reason TEXT, -- As the authority stated it.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE measurement_standard_state_history (
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
-- The instruments that make up the standard.
CREATE TABLE measurement_standard_part (
	record TEXT NOT NULL REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	instrument TEXT NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED, -- An instrument it consists of.
	main INTEGER, -- Whether it carries the value; others are auxiliary.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX measurement_standard_part_by_instrument ON measurement_standard_part (instrument, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('measurement_standard_part', 'measurement_standard_part_by_instrument', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE measurement_standard_part_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	instrument TEXT,
	main INTEGER,
	PRIMARY KEY (record, n, rev)
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
-- What a project is to reach by which day.
CREATE TABLE milestone (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	project TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED, -- The project it belongs to.
	code TEXT NOT NULL, -- Unique in the project.
	name_en TEXT, -- What is to be reached.
	name_zh TEXT,
	due TEXT NOT NULL, -- By when.
	due_first TEXT NOT NULL,
	due_last TEXT NOT NULL,
	reached TEXT, -- When it was; empty while it is not.
	reached_first TEXT,
	reached_last TEXT,
	note_en TEXT, -- Obstacles and what is done about them.
	note_zh TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX milestone_by_key ON milestone (project, code);
CREATE INDEX milestone_by_project ON milestone (project, due_first, id);
CREATE INDEX milestone_by_code ON milestone (code, id);
CREATE INDEX milestone_by_name_en ON milestone (name_en, id);
CREATE INDEX milestone_by_name_zh ON milestone (name_zh, id);
CREATE INDEX milestone_by_due_first ON milestone (due_first, id);
CREATE INDEX milestone_by_reached_first ON milestone (reached_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('milestone', 'milestone_by_key', '1000000 1000 1'),
	('milestone', 'milestone_by_project', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE milestone_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	project TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	due TEXT,
	due_first TEXT,
	due_last TEXT,
	reached TEXT,
	reached_first TEXT,
	reached_last TEXT,
	note_en TEXT,
	note_zh TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX milestone_history_by_project ON milestone_history (project, id);
CREATE INDEX milestone_history_by_code ON milestone_history (code, id);
CREATE INDEX milestone_history_by_name_en ON milestone_history (name_en, id);
CREATE INDEX milestone_history_by_name_zh ON milestone_history (name_zh, id);
CREATE INDEX milestone_history_by_due_first ON milestone_history (due_first, id);
CREATE INDEX milestone_history_by_reached_first ON milestone_history (reached_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('milestone_history', 'milestone_history_by_project', '1000000 1000 1');
-- texts in further languages
CREATE TABLE milestone_text (
	record TEXT NOT NULL REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE milestone_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Values of figures that are entered by hand, with their source.
CREATE TABLE observation (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	figure TEXT NOT NULL REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED, -- What was observed.
	day TEXT NOT NULL, -- The day, month or year it holds for.
	day_first TEXT NOT NULL,
	day_last TEXT NOT NULL,
	value REAL, -- In the figure's unit; empty for one in words.
	judgement TEXT, -- Of a target in words, with its reason below.
	grounds_en TEXT, -- Why it was judged so.
	grounds_zh TEXT,
	source TEXT NOT NULL, -- Where the number comes from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX observation_by_key ON observation (figure, day);
CREATE INDEX observation_by_figure ON observation (figure, day_first, id);
CREATE INDEX observation_by_day_first ON observation (day_first, id);
CREATE INDEX observation_by_judgement ON observation (judgement, day_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('observation', 'observation_by_key', '1000000 1000 1'),
	('observation', 'observation_by_figure', '1000000 1000 100 1'),
	('observation', 'observation_by_judgement', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE observation_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	figure TEXT,
	day TEXT,
	day_first TEXT,
	day_last TEXT,
	value REAL,
	judgement TEXT,
	grounds_en TEXT,
	grounds_zh TEXT,
	source TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX observation_history_by_figure ON observation_history (figure, id);
CREATE INDEX observation_history_by_day_first ON observation_history (day_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('observation_history', 'observation_history_by_figure', '1000000 1000 1');
-- texts in further languages
CREATE TABLE observation_text (
	record TEXT NOT NULL REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE observation_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
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
	area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- The district it is registered in.
	cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- The cluster it belongs to; from which day, its history says.
	listed INTEGER, -- Whether its shares are traded on an exchange.
	high_tech INTEGER, -- Whether the state recognises it as one.
	international INTEGER, -- Whether it works under a name known in many countries.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX organisation_by_key ON organisation (code);
CREATE INDEX organisation_by_code ON organisation (code, id);
CREATE INDEX organisation_by_name_en ON organisation (name_en, id);
CREATE INDEX organisation_by_name_zh ON organisation (name_zh, id);
CREATE INDEX organisation_by_kind ON organisation (kind, code, id);
CREATE INDEX organisation_by_parent ON organisation (parent, code, id);
CREATE INDEX organisation_by_country ON organisation (country, code, id);
CREATE INDEX organisation_by_area ON organisation (area, code, id);
CREATE INDEX organisation_by_cluster ON organisation (cluster, code, id);
CREATE INDEX organisation_by_listed ON organisation (listed, code, id);
CREATE INDEX organisation_by_high_tech ON organisation (high_tech, code, id);
CREATE INDEX organisation_by_international ON organisation (international, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_kind', '1000000 1000000 100 1'),
	('organisation', 'organisation_by_parent', '1000000 1000 100 1'),
	('organisation', 'organisation_by_area', '1000000 1000 100 1'),
	('organisation', 'organisation_by_cluster', '1000000 1000 100 1'),
	('organisation', 'organisation_by_listed', '1000000 1000000 100 1'),
	('organisation', 'organisation_by_high_tech', '1000000 1000000 100 1'),
	('organisation', 'organisation_by_international', '1000000 1000000 100 1');
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
	area TEXT,
	cluster TEXT,
	listed INTEGER,
	high_tech INTEGER,
	international INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX organisation_history_by_code ON organisation_history (code, id);
CREATE INDEX organisation_history_by_name_en ON organisation_history (name_en, id);
CREATE INDEX organisation_history_by_name_zh ON organisation_history (name_zh, id);
CREATE INDEX organisation_history_by_parent ON organisation_history (parent, id);
CREATE INDEX organisation_history_by_area ON organisation_history (area, id);
CREATE INDEX organisation_history_by_cluster ON organisation_history (cluster, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_history', 'organisation_history_by_parent', '1000000 1000 1'),
	('organisation_history', 'organisation_history_by_area', '1000000 1000 1'),
	('organisation_history', 'organisation_history_by_cluster', '1000000 1000 1');
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
-- What an organisation earned, employed and owned in a year.
CREATE TABLE organisation_year (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Whose figures they are.
	year INTEGER NOT NULL, -- Calendar year; stocks are those of its last day.
	domain TEXT NOT NULL, -- The business the figures are about; one row each, so that nothing is counted twice.
	revenue_minor INTEGER, -- Main-business revenue of the year, before tax.
	revenue_currency TEXT,
	staff INTEGER, -- All who work in the domain.
	technical_staff INTEGER, -- Of these, those who measure, test, inspect or assess.
	floor_area TEXT, -- Of laboratories and offices used for the domain.
	floor_area_value REAL,
	floor_area_unit TEXT,
	floor_area_canonical REAL,
	floor_area_canonical_unit TEXT,
	equipment INTEGER, -- Measurement standards, instruments and test equipment.
	equipment_value_minor INTEGER, -- What the equipment cost when it was bought.
	equipment_value_currency TEXT,
	source TEXT, -- Where the figures come from, for example the annual statistical return.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX organisation_year_by_key ON organisation_year (organisation, year, domain);
CREATE INDEX organisation_year_by_organisation ON organisation_year (organisation, year, id);
CREATE INDEX organisation_year_by_year ON organisation_year (year, id);
CREATE INDEX organisation_year_by_domain ON organisation_year (domain, year, id);
CREATE INDEX organisation_year_by_revenue_minor ON organisation_year (revenue_minor, year, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_year', 'organisation_year_by_key', '1000000 1000 100 1'),
	('organisation_year', 'organisation_year_by_organisation', '1000000 1000 100 1'),
	('organisation_year', 'organisation_year_by_domain', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE organisation_year_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	organisation TEXT,
	year INTEGER,
	domain TEXT,
	revenue_minor INTEGER,
	revenue_currency TEXT,
	staff INTEGER,
	technical_staff INTEGER,
	floor_area TEXT,
	floor_area_value REAL,
	floor_area_unit TEXT,
	floor_area_canonical REAL,
	floor_area_canonical_unit TEXT,
	equipment INTEGER,
	equipment_value_minor INTEGER,
	equipment_value_currency TEXT,
	source TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX organisation_year_history_by_organisation ON organisation_year_history (organisation, id);
CREATE INDEX organisation_year_history_by_year ON organisation_year_history (year, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_year_history', 'organisation_year_history_by_organisation', '1000000 1000 1');
-- People who measure, sign, assess and draft; read by their organisation only.
CREATE TABLE person (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Where the person works.
	number TEXT NOT NULL, -- The organisation's number for the person, not a state identity number; unique in the organisation.
	name_en TEXT, -- As it stands on certificates.
	name_zh TEXT,
	position_en TEXT, -- Post or professional title.
	position_zh TEXT,
	email TEXT, -- At work.
	since TEXT, -- First day at the organisation.
	since_first TEXT,
	since_last TEXT,
	until TEXT, -- Last day there; empty while it goes on.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX person_by_key ON person (organisation, number);
CREATE INDEX person_by_organisation ON person (organisation, number, id);
CREATE INDEX person_by_number ON person (number, id);
CREATE INDEX person_by_name_en ON person (name_en, id);
CREATE INDEX person_by_name_zh ON person (name_zh, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('person', 'person_by_key', '1000000 1000 1'),
	('person', 'person_by_organisation', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE person_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	organisation TEXT,
	number TEXT,
	name_en TEXT,
	name_zh TEXT,
	position_en TEXT,
	position_zh TEXT,
	email TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX person_history_by_organisation ON person_history (organisation, id);
CREATE INDEX person_history_by_number ON person_history (number, id);
CREATE INDEX person_history_by_name_en ON person_history (name_en, id);
CREATE INDEX person_history_by_name_zh ON person_history (name_zh, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('person_history', 'person_history_by_organisation', '1000000 1000 1');
-- texts in further languages
CREATE TABLE person_text (
	record TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE person_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Plans for quality infrastructure, with figures, projects and clusters.
CREATE TABLE plan (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- A short word that no other plan has.
	name_en TEXT, -- Its title.
	name_zh TEXT,
	area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- For which area it was made.
	authority TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who answers for it.
	since TEXT NOT NULL, -- First day or year of its term.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	until TEXT NOT NULL, -- Last day or year of its term.
	until_first TEXT NOT NULL,
	until_last TEXT NOT NULL,
	baseline TEXT, -- The year or day of its baseline figures; empty where it states none.
	invented INTEGER, -- The registers that are counted hold invented records: the counts say nothing about the place.
	note_en TEXT, -- What a reader of its figures must know.
	note_zh TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX plan_by_key ON plan (code);
CREATE INDEX plan_by_code ON plan (code, id);
CREATE INDEX plan_by_name_en ON plan (name_en, id);
CREATE INDEX plan_by_name_zh ON plan (name_zh, id);
CREATE INDEX plan_by_area ON plan (area, since_first, id);
CREATE INDEX plan_by_authority ON plan (authority, since_first, id);
CREATE INDEX plan_by_since_first ON plan (since_first, id);
CREATE INDEX plan_by_until_first ON plan (until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('plan', 'plan_by_area', '1000000 1000 100 1'),
	('plan', 'plan_by_authority', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE plan_history (
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
	area TEXT,
	authority TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	baseline TEXT,
	invented INTEGER,
	note_en TEXT,
	note_zh TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX plan_history_by_code ON plan_history (code, id);
CREATE INDEX plan_history_by_name_en ON plan_history (name_en, id);
CREATE INDEX plan_history_by_name_zh ON plan_history (name_zh, id);
CREATE INDEX plan_history_by_area ON plan_history (area, id);
CREATE INDEX plan_history_by_authority ON plan_history (authority, id);
CREATE INDEX plan_history_by_since_first ON plan_history (since_first, id);
CREATE INDEX plan_history_by_until_first ON plan_history (until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('plan_history', 'plan_history_by_area', '1000000 1000 1'),
	('plan_history', 'plan_history_by_authority', '1000000 1000 1');
-- texts in further languages
CREATE TABLE plan_text (
	record TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE plan_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Centres, stations, key laboratories and public platforms approved by a government.
CREATE TABLE platform (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- A short word that no other platform has.
	name_en TEXT, -- As its approval names it.
	name_zh TEXT,
	kind TEXT NOT NULL, -- What it is.
	level TEXT NOT NULL, -- Who approved it.
	organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation that runs it.
	field TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED, -- The field it serves.
	cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- The cluster it belongs to, if any.
	area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, -- Where it stands.
	state TEXT NOT NULL, -- How far it has come.
	approved TEXT, -- When it was approved.
	approved_first TEXT,
	approved_last TEXT,
	opened TEXT, -- First day of operation.
	opened_first TEXT,
	opened_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX platform_by_key ON platform (code);
CREATE INDEX platform_by_code ON platform (code, id);
CREATE INDEX platform_by_name_en ON platform (name_en, id);
CREATE INDEX platform_by_name_zh ON platform (name_zh, id);
CREATE INDEX platform_by_kind ON platform (kind, code, id);
CREATE INDEX platform_by_level ON platform (level, code, id);
CREATE INDEX platform_by_organisation ON platform (organisation, code, id);
CREATE INDEX platform_by_field ON platform (field, code, id);
CREATE INDEX platform_by_cluster ON platform (cluster, code, id);
CREATE INDEX platform_by_area ON platform (area, code, id);
CREATE INDEX platform_by_state ON platform (state, code, id);
CREATE INDEX platform_by_approved_first ON platform (approved_first, id);
CREATE INDEX platform_by_opened_first ON platform (opened_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('platform', 'platform_by_kind', '1000000 1000000 100 1'),
	('platform', 'platform_by_level', '1000000 1000000 100 1'),
	('platform', 'platform_by_organisation', '1000000 1000 100 1'),
	('platform', 'platform_by_field', '1000000 1000 100 1'),
	('platform', 'platform_by_cluster', '1000000 1000 100 1'),
	('platform', 'platform_by_area', '1000000 1000 100 1'),
	('platform', 'platform_by_state', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE platform_history (
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
	level TEXT,
	organisation TEXT,
	field TEXT,
	cluster TEXT,
	area TEXT,
	state TEXT,
	approved TEXT,
	approved_first TEXT,
	approved_last TEXT,
	opened TEXT,
	opened_first TEXT,
	opened_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX platform_history_by_code ON platform_history (code, id);
CREATE INDEX platform_history_by_name_en ON platform_history (name_en, id);
CREATE INDEX platform_history_by_name_zh ON platform_history (name_zh, id);
CREATE INDEX platform_history_by_organisation ON platform_history (organisation, id);
CREATE INDEX platform_history_by_field ON platform_history (field, id);
CREATE INDEX platform_history_by_cluster ON platform_history (cluster, id);
CREATE INDEX platform_history_by_area ON platform_history (area, id);
CREATE INDEX platform_history_by_approved_first ON platform_history (approved_first, id);
CREATE INDEX platform_history_by_opened_first ON platform_history (opened_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('platform_history', 'platform_history_by_organisation', '1000000 1000 1'),
	('platform_history', 'platform_history_by_field', '1000000 1000 1'),
	('platform_history', 'platform_history_by_cluster', '1000000 1000 1'),
	('platform_history', 'platform_history_by_area', '1000000 1000 1');
-- texts in further languages
CREATE TABLE platform_text (
	record TEXT NOT NULL REFERENCES platform (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE platform_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
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
	note_en TEXT, -- What the scheme says to belong to it, or not.
	note_zh TEXT,
	quantity TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- Of a measuring instrument: what it measures.
	quantity_code TEXT, -- The kind's code in Zhun's own table, where it has one.
	origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- The published source that it was imported from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX product_category_by_key ON product_category (scheme, code);
CREATE INDEX product_category_by_scheme ON product_category (scheme, code, id);
CREATE INDEX product_category_by_code ON product_category (code, id);
CREATE INDEX product_category_by_name_en ON product_category (name_en, id);
CREATE INDEX product_category_by_name_zh ON product_category (name_zh, id);
CREATE INDEX product_category_by_broader ON product_category (broader, code, id);
CREATE INDEX product_category_by_quantity ON product_category (quantity, code, id);
CREATE INDEX product_category_by_quantity_code ON product_category (quantity_code, code, id);
CREATE INDEX product_category_by_origin ON product_category (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category', 'product_category_by_key', '1000000 1000000 1'),
	('product_category', 'product_category_by_scheme', '1000000 1000000 100 1'),
	('product_category', 'product_category_by_broader', '1000000 1000 100 1'),
	('product_category', 'product_category_by_quantity', '1000000 1000 100 1'),
	('product_category', 'product_category_by_origin', '1000000 1000 100 1');
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
	note_en TEXT,
	note_zh TEXT,
	quantity TEXT,
	quantity_code TEXT,
	origin TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX product_category_history_by_code ON product_category_history (code, id);
CREATE INDEX product_category_history_by_name_en ON product_category_history (name_en, id);
CREATE INDEX product_category_history_by_name_zh ON product_category_history (name_zh, id);
CREATE INDEX product_category_history_by_broader ON product_category_history (broader, id);
CREATE INDEX product_category_history_by_quantity ON product_category_history (quantity, id);
CREATE INDEX product_category_history_by_origin ON product_category_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category_history', 'product_category_history_by_broader', '1000000 1000 1'),
	('product_category_history', 'product_category_history_by_quantity', '1000000 1000 1'),
	('product_category_history', 'product_category_history_by_origin', '1000000 1000 1');
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
-- Documents made for this category.
CREATE TABLE product_category_rule (
	record TEXT NOT NULL REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	number TEXT NOT NULL, -- Its number without the edition, for example OIML R 76.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_category_rule_by_number ON product_category_rule (number, record);
-- rows that a later revision replaced
CREATE TABLE product_category_rule_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	number TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Projects of a plan: what is built, by whom, and how far it has come.
CREATE TABLE project (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED, -- The plan that names it.
	code TEXT NOT NULL, -- Unique in the plan.
	name_en TEXT, -- As the plan names it.
	name_zh TEXT,
	other_name_en TEXT, -- Where the plan uses a second one.
	other_name_zh TEXT,
	category TEXT NOT NULL, -- What it is for.
	kind_en TEXT, -- For example national quality inspection centre.
	kind_zh TEXT,
	place TEXT, -- The box or section that names it.
	cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, -- Where the plan puts it in one.
	organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who builds it; empty where the plan names nobody.
	budget_minor INTEGER, -- Empty where none is stated.
	budget_currency TEXT,
	state TEXT, -- How far it has come; empty where it is not known.
	started TEXT, -- When work began.
	started_first TEXT,
	started_last TEXT,
	completed TEXT, -- When it went into operation.
	completed_first TEXT,
	completed_last TEXT,
	platform TEXT REFERENCES platform (id) DEFERRABLE INITIALLY DEFERRED, -- What it became.
	note_en TEXT, -- What a reader must know.
	note_zh TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX project_by_key ON project (plan, code);
CREATE INDEX project_by_plan ON project (plan, code, id);
CREATE INDEX project_by_code ON project (code, id);
CREATE INDEX project_by_name_en ON project (name_en, id);
CREATE INDEX project_by_name_zh ON project (name_zh, id);
CREATE INDEX project_by_category ON project (category, code, id);
CREATE INDEX project_by_place ON project (place, code, id);
CREATE INDEX project_by_cluster ON project (cluster, code, id);
CREATE INDEX project_by_organisation ON project (organisation, code, id);
CREATE INDEX project_by_state ON project (state, code, id);
CREATE INDEX project_by_started_first ON project (started_first, code, id);
CREATE INDEX project_by_completed_first ON project (completed_first, code, id);
CREATE INDEX project_by_platform ON project (platform, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('project', 'project_by_key', '1000000 1000 1'),
	('project', 'project_by_plan', '1000000 1000 100 1'),
	('project', 'project_by_category', '1000000 1000000 100 1'),
	('project', 'project_by_cluster', '1000000 1000 100 1'),
	('project', 'project_by_organisation', '1000000 1000 100 1'),
	('project', 'project_by_state', '1000000 1000000 100 1'),
	('project', 'project_by_platform', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE project_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	plan TEXT,
	code TEXT,
	name_en TEXT,
	name_zh TEXT,
	other_name_en TEXT,
	other_name_zh TEXT,
	category TEXT,
	kind_en TEXT,
	kind_zh TEXT,
	place TEXT,
	cluster TEXT,
	organisation TEXT,
	budget_minor INTEGER,
	budget_currency TEXT,
	state TEXT,
	started TEXT,
	started_first TEXT,
	started_last TEXT,
	completed TEXT,
	completed_first TEXT,
	completed_last TEXT,
	platform TEXT,
	note_en TEXT,
	note_zh TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX project_history_by_plan ON project_history (plan, id);
CREATE INDEX project_history_by_code ON project_history (code, id);
CREATE INDEX project_history_by_name_en ON project_history (name_en, id);
CREATE INDEX project_history_by_name_zh ON project_history (name_zh, id);
CREATE INDEX project_history_by_cluster ON project_history (cluster, id);
CREATE INDEX project_history_by_organisation ON project_history (organisation, id);
CREATE INDEX project_history_by_platform ON project_history (platform, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('project_history', 'project_history_by_plan', '1000000 1000 1'),
	('project_history', 'project_history_by_cluster', '1000000 1000 1'),
	('project_history', 'project_history_by_organisation', '1000000 1000 1'),
	('project_history', 'project_history_by_platform', '1000000 1000 1');
-- texts in further languages
CREATE TABLE project_text (
	record TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE project_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- How far it had come on which day.
CREATE TABLE project_state (
	record TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	state TEXT NOT NULL, -- What it became.
	since TEXT NOT NULL, -- First day on which the state holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	reason TEXT, -- Why.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE project_state_history (
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
-- What people are entitled to do, in which scope and until when.
CREATE TABLE qualification (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	kind TEXT NOT NULL, -- What it entitles to.
	number TEXT NOT NULL, -- As printed on it; unique with its issuer.
	issuer TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who granted it.
	person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- Who holds it; empty when the person was erased.
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- For which it is used; a signatory signs for this one.
	scope_en TEXT, -- What it covers, as stated.
	scope_zh TEXT,
	since TEXT NOT NULL, -- First day on which it holds.
	since_first TEXT NOT NULL,
	since_last TEXT NOT NULL,
	until TEXT, -- Last day on which it holds; empty for one without end.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX qualification_by_key ON qualification (issuer, number);
CREATE INDEX qualification_by_kind ON qualification (kind, since_first, id);
CREATE INDEX qualification_by_number ON qualification (number, id);
CREATE INDEX qualification_by_issuer ON qualification (issuer, since_first, id);
CREATE INDEX qualification_by_person ON qualification (person, since_first, id);
CREATE INDEX qualification_by_organisation ON qualification (organisation, since_first, id);
CREATE INDEX qualification_by_since_first ON qualification (since_first, id);
CREATE INDEX qualification_by_until_first ON qualification (until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('qualification', 'qualification_by_key', '1000000 1000 1'),
	('qualification', 'qualification_by_kind', '1000000 1000000 100 1'),
	('qualification', 'qualification_by_issuer', '1000000 1000 100 1'),
	('qualification', 'qualification_by_person', '1000000 1000 100 1'),
	('qualification', 'qualification_by_organisation', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE qualification_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	kind TEXT,
	number TEXT,
	issuer TEXT,
	person TEXT,
	organisation TEXT,
	scope_en TEXT,
	scope_zh TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX qualification_history_by_number ON qualification_history (number, id);
CREATE INDEX qualification_history_by_issuer ON qualification_history (issuer, id);
CREATE INDEX qualification_history_by_person ON qualification_history (person, id);
CREATE INDEX qualification_history_by_organisation ON qualification_history (organisation, id);
CREATE INDEX qualification_history_by_since_first ON qualification_history (since_first, id);
CREATE INDEX qualification_history_by_until_first ON qualification_history (until_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('qualification_history', 'qualification_history_by_issuer', '1000000 1000 1'),
	('qualification_history', 'qualification_history_by_person', '1000000 1000 1'),
	('qualification_history', 'qualification_history_by_organisation', '1000000 1000 1');
-- texts in further languages
CREATE TABLE qualification_text (
	record TEXT NOT NULL REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE qualification_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- What it became on which day.
CREATE TABLE qualification_state (
	record TEXT NOT NULL REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
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
CREATE TABLE qualification_state_history (
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
-- Reference materials with their batches and certified values.
CREATE TABLE reference_material (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- The producer's or the national code, for example GBW 08110; unique with its producer.
	name_en TEXT, -- Matrix and property.
	name_zh TEXT,
	producer TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who produces it and answers for its values.
	class TEXT NOT NULL, -- How its values were assigned and examined.
	matrix_en TEXT, -- What it is made of.
	matrix_zh TEXT,
	shared INTEGER, -- Whether it can be ordered.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX reference_material_by_key ON reference_material (producer, code);
CREATE INDEX reference_material_by_code ON reference_material (code, id);
CREATE INDEX reference_material_by_name_en ON reference_material (name_en, id);
CREATE INDEX reference_material_by_name_zh ON reference_material (name_zh, id);
CREATE INDEX reference_material_by_producer ON reference_material (producer, code, id);
CREATE INDEX reference_material_by_class ON reference_material (class, code, id);
CREATE INDEX reference_material_by_shared ON reference_material (shared, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('reference_material', 'reference_material_by_key', '1000000 1000 1'),
	('reference_material', 'reference_material_by_producer', '1000000 1000 100 1'),
	('reference_material', 'reference_material_by_class', '1000000 1000000 100 1'),
	('reference_material', 'reference_material_by_shared', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE reference_material_history (
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
	producer TEXT,
	class TEXT,
	matrix_en TEXT,
	matrix_zh TEXT,
	shared INTEGER,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX reference_material_history_by_code ON reference_material_history (code, id);
CREATE INDEX reference_material_history_by_name_en ON reference_material_history (name_en, id);
CREATE INDEX reference_material_history_by_name_zh ON reference_material_history (name_zh, id);
CREATE INDEX reference_material_history_by_producer ON reference_material_history (producer, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('reference_material_history', 'reference_material_history_by_producer', '1000000 1000 1');
-- texts in further languages
CREATE TABLE reference_material_text (
	record TEXT NOT NULL REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE reference_material_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- What was produced at once, with its values and expiry.
CREATE TABLE reference_material_batch (
	record TEXT NOT NULL REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	number TEXT NOT NULL, -- As printed on the label.
	certified TEXT, -- Day of certification.
	certified_first TEXT,
	certified_last TEXT,
	valid_until TEXT, -- Last day on which its values hold unopened.
	valid_until_first TEXT,
	valid_until_last TEXT,
	units INTEGER, -- Bottles or pieces.
	certificate TEXT REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED, -- Its certificate, where it is registered.
	state TEXT NOT NULL, -- Whether it is sold; a recalled batch must not be used.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_material_batch_by_number ON reference_material_batch (number, record);
CREATE INDEX reference_material_batch_by_valid_until_first ON reference_material_batch (valid_until_first, record);
CREATE INDEX reference_material_batch_by_certificate ON reference_material_batch (certificate, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('reference_material_batch', 'reference_material_batch_by_certificate', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE reference_material_batch_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	number TEXT,
	certified TEXT,
	certified_first TEXT,
	certified_last TEXT,
	valid_until TEXT,
	valid_until_first TEXT,
	valid_until_last TEXT,
	units INTEGER,
	certificate TEXT,
	state TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Values of the batch with their uncertainties.
CREATE TABLE reference_material_batch_value (
	record TEXT NOT NULL REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	m INTEGER NOT NULL, -- its place under row n, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	property_en TEXT, -- For example mass fraction of lead.
	property_zh TEXT,
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- Its kind.
	value TEXT NOT NULL, -- Digits and unit as certified.
	value_value REAL NOT NULL,
	value_unit TEXT NOT NULL,
	value_canonical REAL,
	value_canonical_unit TEXT,
	uncertainty TEXT, -- Expanded uncertainty of the certified value.
	uncertainty_value REAL,
	uncertainty_unit TEXT,
	uncertainty_canonical REAL,
	uncertainty_canonical_unit TEXT,
	k TEXT, -- As written.
	traceability_en TEXT, -- To what the value is traceable, as stated.
	traceability_zh TEXT,
	PRIMARY KEY (record, n, m)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_material_batch_value_by_quantity_kind ON reference_material_batch_value (quantity_kind, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('reference_material_batch_value', 'reference_material_batch_value_by_quantity_kind', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE reference_material_batch_value_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	m INTEGER NOT NULL, -- its place under row n, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	property_en TEXT,
	property_zh TEXT,
	quantity_kind TEXT,
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
	traceability_en TEXT,
	traceability_zh TEXT,
	PRIMARY KEY (record, n, m, rev)
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
-- Vocabularies and catalogues of others that records were taken from, with licence and dates.
CREATE TABLE source (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	code TEXT NOT NULL, -- The word by which it is imported, for example ics.
	name_en TEXT, -- What is published.
	name_zh TEXT,
	publisher TEXT, -- Who publishes it.
	address TEXT, -- Where it is published.
	licence TEXT, -- Under which its publisher gives it; the imports say what held for each.
	attribution TEXT, -- The words that the licence asks to be shown.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX source_by_key ON source (code);
CREATE INDEX source_by_code ON source (code, id);
CREATE INDEX source_by_name_en ON source (name_en, id);
CREATE INDEX source_by_name_zh ON source (name_zh, id);
CREATE INDEX source_by_licence ON source (licence, code, id);
-- every version, never changed
CREATE TABLE source_history (
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
	publisher TEXT,
	address TEXT,
	licence TEXT,
	attribution TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX source_history_by_code ON source_history (code, id);
CREATE INDEX source_history_by_name_en ON source_history (name_en, id);
CREATE INDEX source_history_by_name_zh ON source_history (name_zh, id);
-- texts in further languages
CREATE TABLE source_text (
	record TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE source_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- What was taken in, and when.
CREATE TABLE source_import (
	record TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	imported TEXT NOT NULL, -- The day on which the files were taken in.
	imported_first TEXT NOT NULL,
	imported_last TEXT NOT NULL,
	version TEXT, -- As who imported it states: an edition, a date, a commit.
	address TEXT, -- Where these files were taken from.
	licence TEXT NOT NULL, -- That held for these files.
	files INTEGER NOT NULL, -- How many were read.
	records INTEGER NOT NULL, -- How many they hold, those that came twice once.
	digest TEXT NOT NULL, -- SHA-256 of the file; of several, of their digests one after another by name.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE source_import_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	imported TEXT,
	imported_first TEXT,
	imported_last TEXT,
	version TEXT,
	address TEXT,
	licence TEXT,
	files INTEGER,
	records INTEGER,
	digest TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Standards and technical regulations, one record an edition.
CREATE TABLE standard (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	number TEXT NOT NULL, -- Designation with its edition, for example ISO 376:2011; no two standards share one.
	name_en TEXT, -- In each language in which it is published.
	name_zh TEXT,
	kind TEXT NOT NULL, -- Who agreed on it.
	mandatory INTEGER, -- Whether the law asks for it as a whole.
	edition TEXT, -- Number of the edition, as written.
	stage TEXT, -- Harmonised stage code, for example 60.60.
	state TEXT NOT NULL, -- What it is today; the dates below decide any other day.
	published TEXT, -- Date of publication; a year or a month where no more is known.
	published_first TEXT,
	published_last TEXT,
	in_force TEXT, -- First day on which it applies.
	in_force_first TEXT,
	in_force_last TEXT,
	withdrawn TEXT, -- First day on which it no longer applies.
	withdrawn_first TEXT,
	withdrawn_last TEXT,
	publisher TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who published it, where registered.
	publisher_name TEXT, -- As the catalogue names it.
	committee TEXT REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED, -- The committee responsible for it.
	committee_name TEXT, -- As the catalogue names it.
	document_type TEXT, -- As its publisher classes it, for example technical-report.
	languages TEXT, -- In which it is published: tags with blanks between, for example en fr.
	ccs TEXT, -- Code of the Chinese Classification for Standards, for example A50.
	address TEXT, -- Where its publisher shows it.
	lead TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation of this register that led its drafting.
	abstract_en TEXT, -- What it is about, as its publisher summarises it.
	abstract_zh TEXT,
	source TEXT, -- From which catalogue the entry was taken, with its licence and date.
	origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- The published source that it was imported from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX standard_by_key ON standard (number);
CREATE INDEX standard_by_number ON standard (number, id);
CREATE INDEX standard_by_name_en ON standard (name_en, id);
CREATE INDEX standard_by_name_zh ON standard (name_zh, id);
CREATE INDEX standard_by_kind ON standard (kind, number, id);
CREATE INDEX standard_by_mandatory ON standard (mandatory, number, id);
CREATE INDEX standard_by_stage ON standard (stage, number, id);
CREATE INDEX standard_by_state ON standard (state, number, id);
CREATE INDEX standard_by_published_first ON standard (published_first, id);
CREATE INDEX standard_by_in_force_first ON standard (in_force_first, id);
CREATE INDEX standard_by_withdrawn_first ON standard (withdrawn_first, id);
CREATE INDEX standard_by_publisher ON standard (publisher, number, id);
CREATE INDEX standard_by_publisher_name ON standard (publisher_name, number, id);
CREATE INDEX standard_by_committee ON standard (committee, number, id);
CREATE INDEX standard_by_committee_name ON standard (committee_name, number, id);
CREATE INDEX standard_by_document_type ON standard (document_type, number, id);
CREATE INDEX standard_by_ccs ON standard (ccs, number, id);
CREATE INDEX standard_by_lead ON standard (lead, number, id);
CREATE INDEX standard_by_origin ON standard (origin, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard', 'standard_by_kind', '1000000 1000000 100 1'),
	('standard', 'standard_by_mandatory', '1000000 1000000 100 1'),
	('standard', 'standard_by_state', '1000000 1000000 100 1'),
	('standard', 'standard_by_publisher', '1000000 1000 100 1'),
	('standard', 'standard_by_committee', '1000000 1000 100 1'),
	('standard', 'standard_by_lead', '1000000 1000 100 1'),
	('standard', 'standard_by_origin', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE standard_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	number TEXT,
	name_en TEXT,
	name_zh TEXT,
	kind TEXT,
	mandatory INTEGER,
	edition TEXT,
	stage TEXT,
	state TEXT,
	published TEXT,
	published_first TEXT,
	published_last TEXT,
	in_force TEXT,
	in_force_first TEXT,
	in_force_last TEXT,
	withdrawn TEXT,
	withdrawn_first TEXT,
	withdrawn_last TEXT,
	publisher TEXT,
	publisher_name TEXT,
	committee TEXT,
	committee_name TEXT,
	document_type TEXT,
	languages TEXT,
	ccs TEXT,
	address TEXT,
	lead TEXT,
	abstract_en TEXT,
	abstract_zh TEXT,
	source TEXT,
	origin TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX standard_history_by_number ON standard_history (number, id);
CREATE INDEX standard_history_by_name_en ON standard_history (name_en, id);
CREATE INDEX standard_history_by_name_zh ON standard_history (name_zh, id);
CREATE INDEX standard_history_by_published_first ON standard_history (published_first, id);
CREATE INDEX standard_history_by_in_force_first ON standard_history (in_force_first, id);
CREATE INDEX standard_history_by_withdrawn_first ON standard_history (withdrawn_first, id);
CREATE INDEX standard_history_by_publisher ON standard_history (publisher, id);
CREATE INDEX standard_history_by_committee ON standard_history (committee, id);
CREATE INDEX standard_history_by_lead ON standard_history (lead, id);
CREATE INDEX standard_history_by_origin ON standard_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_history', 'standard_history_by_publisher', '1000000 1000 1'),
	('standard_history', 'standard_history_by_committee', '1000000 1000 1'),
	('standard_history', 'standard_history_by_lead', '1000000 1000 1'),
	('standard_history', 'standard_history_by_origin', '1000000 1000 1');
-- texts in further languages
CREATE TABLE standard_text (
	record TEXT NOT NULL REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE standard_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Fields of standardisation it belongs to.
CREATE TABLE standard_field (
	record TEXT NOT NULL REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	category TEXT REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED, -- Field of the International Classification for Standards.
	code TEXT NOT NULL, -- As the catalogue gives it.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX standard_field_by_category ON standard_field (category, record);
CREATE INDEX standard_field_by_code ON standard_field (code, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_field', 'standard_field_by_category', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE standard_field_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	category TEXT,
	code TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- How it stands to other standards.
CREATE TABLE standard_relation (
	record TEXT NOT NULL REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	kind TEXT NOT NULL, -- How this standard stands to the other.
	number TEXT NOT NULL, -- Its number, as the source writes it.
	standard TEXT REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- Resolved; empty until it is found here.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX standard_relation_by_number ON standard_relation (number, record);
CREATE INDEX standard_relation_by_standard ON standard_relation (standard, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_relation', 'standard_relation_by_standard', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE standard_relation_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	kind TEXT,
	number TEXT,
	standard TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Further names by which catalogues refer to it.
CREATE TABLE standard_identifier (
	record TEXT NOT NULL REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	value TEXT NOT NULL, -- Another name that no other standard has, for example urn:iso:std:iso:376 or iso:45381 (the number in its publisher's database).
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX standard_identifier_by_value ON standard_identifier (value, record);
-- rows that a later revision replaced
CREATE TABLE standard_identifier_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	value TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Organisations of this register that took part.
CREATE TABLE standard_drafter (
	record TEXT NOT NULL REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- An organisation that took part in its drafting.
	leads INTEGER, -- Whether it leads the work.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX standard_drafter_by_organisation ON standard_drafter (organisation, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_drafter', 'standard_drafter_by_organisation', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE standard_drafter_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	organisation TEXT,
	leads INTEGER,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Terms of vocabularies that others publish: services, stages, quantities, units.
CREATE TABLE term (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	scheme TEXT NOT NULL, -- Whose term it is.
	code TEXT NOT NULL, -- As the vocabulary writes it, leading zeros kept.
	name_en TEXT, -- In each language that the vocabulary has.
	name_zh TEXT,
	broader TEXT REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED, -- The term that holds this one.
	state TEXT NOT NULL, -- Whether the vocabulary still uses it.
	level TEXT, -- Its place in the vocabulary, as that calls it.
	number TEXT, -- In the publisher's database.
	symbol TEXT, -- Of a unit, as the vocabulary writes it.
	factor TEXT, -- Of a unit, to other units, as the vocabulary writes it.
	unit TEXT, -- The unit meant, as Zhun writes it, where it is known.
	dimension TEXT, -- As the vocabulary writes it.
	kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- The kind of quantity that it means, where that is registered.
	kind_code TEXT, -- The kind's code in Zhun's own table, where it has one.
	note_en TEXT, -- What the vocabulary says about it.
	note_zh TEXT,
	origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- The published source that it was imported from.
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX term_by_key ON term (scheme, code);
CREATE INDEX term_by_scheme ON term (scheme, code, id);
CREATE INDEX term_by_code ON term (code, id);
CREATE INDEX term_by_name_en ON term (name_en, id);
CREATE INDEX term_by_name_zh ON term (name_zh, id);
CREATE INDEX term_by_broader ON term (broader, code, id);
CREATE INDEX term_by_state ON term (state, code, id);
CREATE INDEX term_by_level ON term (level, code, id);
CREATE INDEX term_by_number ON term (number, code, id);
CREATE INDEX term_by_unit ON term (unit, code, id);
CREATE INDEX term_by_kind ON term (kind, code, id);
CREATE INDEX term_by_kind_code ON term (kind_code, code, id);
CREATE INDEX term_by_origin ON term (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('term', 'term_by_key', '1000000 1000000 1'),
	('term', 'term_by_scheme', '1000000 1000000 100 1'),
	('term', 'term_by_broader', '1000000 1000 100 1'),
	('term', 'term_by_state', '1000000 1000000 100 1'),
	('term', 'term_by_kind', '1000000 1000 100 1'),
	('term', 'term_by_origin', '1000000 1000 100 1');
-- every version, never changed
CREATE TABLE term_history (
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
	state TEXT,
	level TEXT,
	number TEXT,
	symbol TEXT,
	factor TEXT,
	unit TEXT,
	dimension TEXT,
	kind TEXT,
	kind_code TEXT,
	note_en TEXT,
	note_zh TEXT,
	origin TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX term_history_by_code ON term_history (code, id);
CREATE INDEX term_history_by_name_en ON term_history (name_en, id);
CREATE INDEX term_history_by_name_zh ON term_history (name_zh, id);
CREATE INDEX term_history_by_broader ON term_history (broader, id);
CREATE INDEX term_history_by_kind ON term_history (kind, id);
CREATE INDEX term_history_by_origin ON term_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('term_history', 'term_history_by_broader', '1000000 1000 1'),
	('term_history', 'term_history_by_kind', '1000000 1000 1'),
	('term_history', 'term_history_by_origin', '1000000 1000 1');
-- texts in further languages
CREATE TABLE term_text (
	record TEXT NOT NULL REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE term_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- Quantities that a service measures or a unit is for.
CREATE TABLE term_quantity (
	record TEXT NOT NULL REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	code TEXT NOT NULL, -- Of the SI reference point, for example LENG.
	quantity TEXT REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED, -- Resolved; empty until it is found here.
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_quantity_by_code ON term_quantity (code, record);
CREATE INDEX term_quantity_by_quantity ON term_quantity (quantity, record);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('term_quantity', 'term_quantity_by_quantity', '1000000 1000 1');
-- rows that a later revision replaced
CREATE TABLE term_quantity_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	code TEXT,
	quantity TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Who trains metrologists, standards staff, inspectors and operators.
CREATE TABLE training_organisation (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Who teaches.
	number TEXT NOT NULL, -- Of its approval; unique in the organisation.
	subject_en TEXT, -- What it teaches.
	subject_zh TEXT,
	state TEXT NOT NULL, -- Whether it may teach.
	since TEXT, -- First day of its approval.
	since_first TEXT,
	since_last TEXT,
	until TEXT, -- Last day of its approval.
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX training_organisation_by_key ON training_organisation (organisation, number);
CREATE INDEX training_organisation_by_organisation ON training_organisation (organisation, number, id);
CREATE INDEX training_organisation_by_number ON training_organisation (number, id);
CREATE INDEX training_organisation_by_subject_en ON training_organisation (subject_en, id);
CREATE INDEX training_organisation_by_subject_zh ON training_organisation (subject_zh, id);
CREATE INDEX training_organisation_by_state ON training_organisation (state, number, id);
CREATE INDEX training_organisation_by_since_first ON training_organisation (since_first, id);
CREATE INDEX training_organisation_by_until_first ON training_organisation (until_first, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('training_organisation', 'training_organisation_by_key', '1000000 1000 1'),
	('training_organisation', 'training_organisation_by_organisation', '1000000 1000 100 1'),
	('training_organisation', 'training_organisation_by_state', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE training_organisation_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	organisation TEXT,
	number TEXT,
	subject_en TEXT,
	subject_zh TEXT,
	state TEXT,
	since TEXT,
	since_first TEXT,
	since_last TEXT,
	until TEXT,
	until_first TEXT,
	until_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX training_organisation_history_by_organisation ON training_organisation_history (organisation, id);
CREATE INDEX training_organisation_history_by_number ON training_organisation_history (number, id);
CREATE INDEX training_organisation_history_by_subject_en ON training_organisation_history (subject_en, id);
CREATE INDEX training_organisation_history_by_subject_zh ON training_organisation_history (subject_zh, id);
CREATE INDEX training_organisation_history_by_since_first ON training_organisation_history (since_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('training_organisation_history', 'training_organisation_history_by_organisation', '1000000 1000 1');
-- texts in further languages
CREATE TABLE training_organisation_text (
	record TEXT NOT NULL REFERENCES training_organisation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE training_organisation_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;
-- What it offers.
CREATE TABLE training_organisation_course (
	record TEXT NOT NULL REFERENCES training_organisation (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	name_en TEXT, -- What is taught.
	name_zh TEXT,
	hours INTEGER, -- Length of the course.
	fee_minor INTEGER, -- For one person.
	fee_currency TEXT,
	PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE training_organisation_course_history (
	record TEXT NOT NULL, -- the record they live with
	n INTEGER NOT NULL, -- its place, from 1
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	name_en TEXT,
	name_zh TEXT,
	hours INTEGER,
	fee_minor INTEGER,
	fee_currency TEXT,
	PRIMARY KEY (record, n, rev)
) STRICT, WITHOUT ROWID;
-- Uncertainty budgets of an organisation, as texts that can be evaluated again.
CREATE TABLE uncertainty_budget (
	id TEXT NOT NULL, -- UUID version 7
	rev INTEGER NOT NULL, -- revision, from 1
	change INTEGER NOT NULL, -- the write that made it
	recorded_from TEXT NOT NULL, -- since when it is known
	valid_from TEXT NOT NULL, -- the day from which it is true; 0001-01-01: always
	number TEXT NOT NULL, -- Unique within its organisation.
	name_en TEXT, -- What is measured, and how.
	name_zh TEXT,
	organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- Whose budget it is; its members see it.
	text TEXT NOT NULL, -- The budget itself, YAML or JSON (docs/guide/budget.md).
	result TEXT, -- As it was reported: value, U, k.
	quantity_kind TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED, -- What is measured.
	instrument TEXT REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED, -- What is calibrated, where it is one item.
	state TEXT NOT NULL, -- How far it has come.
	evaluated TEXT, -- Day of the evaluation.
	evaluated_first TEXT,
	evaluated_last TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX uncertainty_budget_by_key ON uncertainty_budget (organisation, number);
CREATE INDEX uncertainty_budget_by_number ON uncertainty_budget (number, id);
CREATE INDEX uncertainty_budget_by_name_en ON uncertainty_budget (name_en, id);
CREATE INDEX uncertainty_budget_by_name_zh ON uncertainty_budget (name_zh, id);
CREATE INDEX uncertainty_budget_by_organisation ON uncertainty_budget (organisation, number, id);
CREATE INDEX uncertainty_budget_by_quantity_kind ON uncertainty_budget (quantity_kind, number, id);
CREATE INDEX uncertainty_budget_by_instrument ON uncertainty_budget (instrument, number, id);
CREATE INDEX uncertainty_budget_by_state ON uncertainty_budget (state, number, id);
CREATE INDEX uncertainty_budget_by_evaluated_first ON uncertainty_budget (evaluated_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('uncertainty_budget', 'uncertainty_budget_by_key', '1000000 1000 1'),
	('uncertainty_budget', 'uncertainty_budget_by_organisation', '1000000 1000 100 1'),
	('uncertainty_budget', 'uncertainty_budget_by_quantity_kind', '1000000 1000 100 1'),
	('uncertainty_budget', 'uncertainty_budget_by_instrument', '1000000 1000 100 1'),
	('uncertainty_budget', 'uncertainty_budget_by_state', '1000000 1000000 100 1');
-- every version, never changed
CREATE TABLE uncertainty_budget_history (
	id TEXT NOT NULL, -- of the record
	rev INTEGER NOT NULL, -- revision: names the content
	change INTEGER NOT NULL, -- the write that stated this interval
	recorded_from TEXT NOT NULL, -- known from then on
	recorded_to TEXT NOT NULL, -- until a later write; 9999-12-31: still
	valid_from TEXT NOT NULL, -- true from this day; 0001-01-01: always
	valid_to TEXT NOT NULL, -- true before this day; 9999-12-31: without end
	number TEXT,
	name_en TEXT,
	name_zh TEXT,
	organisation TEXT,
	text TEXT,
	result TEXT,
	quantity_kind TEXT,
	instrument TEXT,
	state TEXT,
	evaluated TEXT,
	evaluated_first TEXT,
	evaluated_last TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX uncertainty_budget_history_by_number ON uncertainty_budget_history (number, id);
CREATE INDEX uncertainty_budget_history_by_name_en ON uncertainty_budget_history (name_en, id);
CREATE INDEX uncertainty_budget_history_by_name_zh ON uncertainty_budget_history (name_zh, id);
CREATE INDEX uncertainty_budget_history_by_organisation ON uncertainty_budget_history (organisation, id);
CREATE INDEX uncertainty_budget_history_by_quantity_kind ON uncertainty_budget_history (quantity_kind, id);
CREATE INDEX uncertainty_budget_history_by_instrument ON uncertainty_budget_history (instrument, id);
CREATE INDEX uncertainty_budget_history_by_evaluated_first ON uncertainty_budget_history (evaluated_first, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('uncertainty_budget_history', 'uncertainty_budget_history_by_organisation', '1000000 1000 1'),
	('uncertainty_budget_history', 'uncertainty_budget_history_by_quantity_kind', '1000000 1000 1'),
	('uncertainty_budget_history', 'uncertainty_budget_history_by_instrument', '1000000 1000 1');
-- texts in further languages
CREATE TABLE uncertainty_budget_text (
	record TEXT NOT NULL REFERENCES uncertainty_budget (id) DEFERRABLE INITIALLY DEFERRED, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language)
) STRICT, WITHOUT ROWID;
-- rows that a later revision replaced
CREATE TABLE uncertainty_budget_text_history (
	record TEXT NOT NULL, -- the record they live with
	rev INTEGER NOT NULL, -- the revision that brought the row
	rev_to INTEGER NOT NULL, -- the revision that no longer has it
	field TEXT NOT NULL, -- the field's name
	language TEXT NOT NULL, -- its tag (BCP 47)
	text TEXT NOT NULL, -- the text
	PRIMARY KEY (record, field, language, rev)
) STRICT, WITHOUT ROWID;

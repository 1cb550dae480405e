-- SPDX-License-Identifier: GPL-3.0-or-later
-- one row a write: the audit, and what other processes follow
CREATE TABLE change (
	n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
	instant TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C",
	token TEXT COLLATE "C",
	request TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	register TEXT COLLATE "C" NOT NULL,
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	action TEXT COLLATE "C" NOT NULL
);
COMMENT ON TABLE change IS 'one row a write: the audit, and what other processes follow';
COMMENT ON COLUMN change.n IS 'rises with each write';
COMMENT ON COLUMN change.xid IS 'the transaction: readers wait until all older ones ended';
COMMENT ON COLUMN change.instant IS 'when';
COMMENT ON COLUMN change.account IS 'who; NULL: the program';
COMMENT ON COLUMN change.token IS 'by which API token';
COMMENT ON COLUMN change.request IS 'in which request';
COMMENT ON COLUMN change.reason IS 'why, as given';
COMMENT ON COLUMN change.register IS 'which register';
COMMENT ON COLUMN change.record IS 'which record';
COMMENT ON COLUMN change.rev IS 'the revision it made';
COMMENT ON COLUMN change.action IS 'create, update, remove';
CREATE INDEX change_by_record ON change (record, instant, n);
CREATE INDEX change_by_instant ON change (instant, n);
CREATE INDEX change_by_account ON change (account, n);
CREATE INDEX change_by_account_instant ON change (account, instant, n);
CREATE INDEX change_by_register ON change (register, instant, n);
CREATE INDEX change_by_action ON change (action, instant, n);
CREATE INDEX change_by_request ON change (request, instant, n);
CREATE INDEX change_by_xid ON change (xid, n);
-- what was received or issued, as it came; never changed
CREATE TABLE document (
	id TEXT COLLATE "C" NOT NULL,
	sha256 TEXT COLLATE "C" NOT NULL,
	media_type TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C",
	size BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	bytes BYTEA NOT NULL,
	PRIMARY KEY (id)
);
COMMENT ON TABLE document IS 'what was received or issued, as it came; never changed';
COMMENT ON COLUMN document.id IS 'UUID version 7';
COMMENT ON COLUMN document.sha256 IS 'digest of the bytes, lower-case hexadecimal';
COMMENT ON COLUMN document.media_type IS 'for example application/xml';
COMMENT ON COLUMN document.name IS 'file name, where one was given';
COMMENT ON COLUMN document.size IS 'number of bytes';
COMMENT ON COLUMN document.recorded_from IS 'when it came';
COMMENT ON COLUMN document.bytes IS 'the bytes';
CREATE UNIQUE INDEX document_by_sha256 ON document (sha256);
-- Who may log in.
CREATE TABLE account (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	full_name TEXT COLLATE "C",
	administrator BIGINT,
	regulator BIGINT,
	demonstration BIGINT,
	closed BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE account IS 'Who may log in.';
COMMENT ON COLUMN account.id IS 'UUID version 7';
COMMENT ON COLUMN account.rev IS 'revision, from 1';
COMMENT ON COLUMN account.change IS 'the write that made it';
COMMENT ON COLUMN account.recorded_from IS 'since when it is known';
COMMENT ON COLUMN account.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN account.name IS 'What is typed to log in; no two accounts share one.';
COMMENT ON COLUMN account.full_name IS 'The person''s name; it can be erased while the account''s changes stay.';
COMMENT ON COLUMN account.administrator IS 'May read and change everything.';
COMMENT ON COLUMN account.regulator IS 'Reads everything and keeps the public registers.';
COMMENT ON COLUMN account.demonstration IS 'Made for trying out; refused when the server is reachable from other machines.';
COMMENT ON COLUMN account.closed IS 'Can no longer log in; its tokens and sessions end.';
CREATE UNIQUE INDEX account_by_key ON account (name);
CREATE INDEX account_by_name ON account (name, id);
CREATE INDEX account_by_full_name ON account (full_name, id);
CREATE INDEX account_by_administrator ON account (administrator, name, id);
CREATE INDEX account_by_regulator ON account (regulator, name, id);
CREATE INDEX account_by_demonstration ON account (demonstration, name, id);
CREATE INDEX account_by_closed ON account (closed, name, id);
-- every version, never changed
CREATE TABLE account_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C",
	full_name TEXT COLLATE "C",
	administrator BIGINT,
	regulator BIGINT,
	demonstration BIGINT,
	closed BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE account_history IS 'every version, never changed';
COMMENT ON COLUMN account_history.id IS 'of the record';
COMMENT ON COLUMN account_history.rev IS 'revision: names the content';
COMMENT ON COLUMN account_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN account_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN account_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN account_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN account_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX account_history_by_name ON account_history (name, id);
CREATE INDEX account_history_by_full_name ON account_history (full_name, id);
-- Accreditations and authorisations with their states.
CREATE TABLE accreditation (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	body TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	criteria TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	territory TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE accreditation IS 'Accreditations and authorisations with their states.';
COMMENT ON COLUMN accreditation.id IS 'UUID version 7';
COMMENT ON COLUMN accreditation.rev IS 'revision, from 1';
COMMENT ON COLUMN accreditation.change IS 'the write that made it';
COMMENT ON COLUMN accreditation.recorded_from IS 'since when it is known';
COMMENT ON COLUMN accreditation.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN accreditation.number IS 'As printed on the certificate of accreditation; unique with its body.';
COMMENT ON COLUMN accreditation.body IS 'The accreditation body or authority.';
COMMENT ON COLUMN accreditation.organisation IS 'The organisation that holds it.';
COMMENT ON COLUMN accreditation.kind IS 'By which right it was granted.';
COMMENT ON COLUMN accreditation.criteria IS 'The document it was assessed against, for example ISO/IEC 17025:2017.';
COMMENT ON COLUMN accreditation.valid_until IS 'Last day printed on it; a month ends with its last day.';
COMMENT ON COLUMN accreditation.territory IS 'Where a statutory authorisation holds.';
CREATE UNIQUE INDEX accreditation_by_key ON accreditation (body, number);
CREATE INDEX accreditation_by_number ON accreditation (number, id);
CREATE INDEX accreditation_by_body ON accreditation (body, number, id);
CREATE INDEX accreditation_by_organisation ON accreditation (organisation, number, id);
CREATE INDEX accreditation_by_kind ON accreditation (kind, number, id);
CREATE INDEX accreditation_by_criteria ON accreditation (criteria, number, id);
CREATE INDEX accreditation_by_valid_until_first ON accreditation (valid_until_first, id);
-- every version, never changed
CREATE TABLE accreditation_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C",
	body TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	criteria TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	territory TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE accreditation_history IS 'every version, never changed';
COMMENT ON COLUMN accreditation_history.id IS 'of the record';
COMMENT ON COLUMN accreditation_history.rev IS 'revision: names the content';
COMMENT ON COLUMN accreditation_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN accreditation_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN accreditation_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN accreditation_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN accreditation_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX accreditation_history_by_number ON accreditation_history (number, id);
CREATE INDEX accreditation_history_by_body ON accreditation_history (body, id);
CREATE INDEX accreditation_history_by_organisation ON accreditation_history (organisation, id);
CREATE INDEX accreditation_history_by_valid_until_first ON accreditation_history (valid_until_first, id);
-- What it was granted, extended, suspended or withdrawn from which day.
CREATE TABLE accreditation_state (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE accreditation_state IS 'What it was granted, extended, suspended or withdrawn from which day.';
COMMENT ON COLUMN accreditation_state.record IS 'the record they live with';
COMMENT ON COLUMN accreditation_state.n IS 'its place, from 1';
COMMENT ON COLUMN accreditation_state.rev IS 'the revision that brought the row';
COMMENT ON COLUMN accreditation_state.state IS 'What it became.';
COMMENT ON COLUMN accreditation_state.since IS 'First day on which the state holds.';
COMMENT ON COLUMN accreditation_state.until IS 'Last day on which it holds; empty until the next state.';
COMMENT ON COLUMN accreditation_state.reason IS 'As the body stated it.';
CREATE INDEX accreditation_state_by_state ON accreditation_state (state, record);
CREATE INDEX accreditation_state_by_since_first ON accreditation_state (since_first, record);
-- rows that a later revision replaced
CREATE TABLE accreditation_state_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE accreditation_state_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN accreditation_state_history.record IS 'the record they live with';
COMMENT ON COLUMN accreditation_state_history.n IS 'its place, from 1';
COMMENT ON COLUMN accreditation_state_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN accreditation_state_history.rev_to IS 'the revision that no longer has it';
-- Alliances of organisations for standards, technology and testing.
CREATE TABLE alliance (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C" NOT NULL,
	lead TEXT COLLATE "C",
	field TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	founded TEXT COLLATE "C",
	founded_first TEXT COLLATE "C",
	founded_last TEXT COLLATE "C",
	ended TEXT COLLATE "C",
	ended_first TEXT COLLATE "C",
	ended_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE alliance IS 'Alliances of organisations for standards, technology and testing.';
COMMENT ON COLUMN alliance.id IS 'UUID version 7';
COMMENT ON COLUMN alliance.rev IS 'revision, from 1';
COMMENT ON COLUMN alliance.change IS 'the write that made it';
COMMENT ON COLUMN alliance.recorded_from IS 'since when it is known';
COMMENT ON COLUMN alliance.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN alliance.code IS 'A short word that no other alliance has.';
COMMENT ON COLUMN alliance.name_en IS 'What it calls itself.';
COMMENT ON COLUMN alliance.kind IS 'For what it was founded.';
COMMENT ON COLUMN alliance.lead IS 'The organisation that leads it.';
COMMENT ON COLUMN alliance.field IS 'The field it works in.';
COMMENT ON COLUMN alliance.cluster IS 'The cluster it belongs to, if any.';
COMMENT ON COLUMN alliance.founded IS 'When it was founded.';
COMMENT ON COLUMN alliance.ended IS 'When it was dissolved; empty while it works.';
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
-- every version, never changed
CREATE TABLE alliance_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	lead TEXT COLLATE "C",
	field TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	founded TEXT COLLATE "C",
	founded_first TEXT COLLATE "C",
	founded_last TEXT COLLATE "C",
	ended TEXT COLLATE "C",
	ended_first TEXT COLLATE "C",
	ended_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE alliance_history IS 'every version, never changed';
COMMENT ON COLUMN alliance_history.id IS 'of the record';
COMMENT ON COLUMN alliance_history.rev IS 'revision: names the content';
COMMENT ON COLUMN alliance_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN alliance_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN alliance_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN alliance_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN alliance_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX alliance_history_by_code ON alliance_history (code, id);
CREATE INDEX alliance_history_by_name_en ON alliance_history (name_en, id);
CREATE INDEX alliance_history_by_name_zh ON alliance_history (name_zh, id);
CREATE INDEX alliance_history_by_lead ON alliance_history (lead, id);
CREATE INDEX alliance_history_by_field ON alliance_history (field, id);
CREATE INDEX alliance_history_by_cluster ON alliance_history (cluster, id);
CREATE INDEX alliance_history_by_founded_first ON alliance_history (founded_first, id);
-- texts in further languages
CREATE TABLE alliance_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE alliance_text IS 'texts in further languages';
COMMENT ON COLUMN alliance_text.record IS 'the record they live with';
COMMENT ON COLUMN alliance_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN alliance_text.field IS 'the field''s name';
COMMENT ON COLUMN alliance_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN alliance_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE alliance_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE alliance_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN alliance_text_history.record IS 'the record they live with';
COMMENT ON COLUMN alliance_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN alliance_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN alliance_text_history.field IS 'the field''s name';
COMMENT ON COLUMN alliance_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN alliance_text_history.text IS 'the text';
-- Who belongs to it.
CREATE TABLE alliance_member (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE alliance_member IS 'Who belongs to it.';
COMMENT ON COLUMN alliance_member.record IS 'the record they live with';
COMMENT ON COLUMN alliance_member.n IS 'its place, from 1';
COMMENT ON COLUMN alliance_member.rev IS 'the revision that brought the row';
COMMENT ON COLUMN alliance_member.organisation IS 'A member of the alliance.';
COMMENT ON COLUMN alliance_member.since IS 'First day of its membership.';
COMMENT ON COLUMN alliance_member.until IS 'Last day of its membership.';
CREATE INDEX alliance_member_by_organisation ON alliance_member (organisation, record);
-- rows that a later revision replaced
CREATE TABLE alliance_member_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	organisation TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE alliance_member_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN alliance_member_history.record IS 'the record they live with';
COMMENT ON COLUMN alliance_member_history.n IS 'its place, from 1';
COMMENT ON COLUMN alliance_member_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN alliance_member_history.rev_to IS 'the revision that no longer has it';
-- Countries, provinces, cities and districts.
CREATE TABLE area (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	level TEXT COLLATE "C" NOT NULL,
	parent TEXT COLLATE "C",
	parent_code TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE area IS 'Countries, provinces, cities and districts.';
COMMENT ON COLUMN area.id IS 'UUID version 7';
COMMENT ON COLUMN area.rev IS 'revision, from 1';
COMMENT ON COLUMN area.change IS 'the write that made it';
COMMENT ON COLUMN area.recorded_from IS 'since when it is known';
COMMENT ON COLUMN area.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN area.code IS 'Of the country''s statistics, for example 440303; leading zeros kept.';
COMMENT ON COLUMN area.name_en IS 'Its official name.';
COMMENT ON COLUMN area.level IS 'Its place in the administration.';
COMMENT ON COLUMN area.parent IS 'The area that holds it.';
COMMENT ON COLUMN area.parent_code IS 'The code of the area that holds it, as the source gives it.';
COMMENT ON COLUMN area.origin IS 'The published source that it was imported from.';
CREATE UNIQUE INDEX area_by_key ON area (code);
CREATE INDEX area_by_code ON area (code, id);
CREATE INDEX area_by_name_en ON area (name_en, id);
CREATE INDEX area_by_name_zh ON area (name_zh, id);
CREATE INDEX area_by_level ON area (level, code, id);
CREATE INDEX area_by_parent ON area (parent, code, id);
CREATE INDEX area_by_parent_code ON area (parent_code, code, id);
CREATE INDEX area_by_origin ON area (origin, code, id);
-- every version, never changed
CREATE TABLE area_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	level TEXT COLLATE "C",
	parent TEXT COLLATE "C",
	parent_code TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE area_history IS 'every version, never changed';
COMMENT ON COLUMN area_history.id IS 'of the record';
COMMENT ON COLUMN area_history.rev IS 'revision: names the content';
COMMENT ON COLUMN area_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN area_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN area_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN area_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN area_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX area_history_by_code ON area_history (code, id);
CREATE INDEX area_history_by_name_en ON area_history (name_en, id);
CREATE INDEX area_history_by_name_zh ON area_history (name_zh, id);
CREATE INDEX area_history_by_parent ON area_history (parent, id);
CREATE INDEX area_history_by_origin ON area_history (origin, id);
-- texts in further languages
CREATE TABLE area_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE area_text IS 'texts in further languages';
COMMENT ON COLUMN area_text.record IS 'the record they live with';
COMMENT ON COLUMN area_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN area_text.field IS 'the field''s name';
COMMENT ON COLUMN area_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN area_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE area_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE area_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN area_text_history.record IS 'the record they live with';
COMMENT ON COLUMN area_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN area_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN area_text_history.field IS 'the field''s name';
COMMENT ON COLUMN area_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN area_text_history.text IS 'the text';
-- Scope lines: who is able to do what, in which range, how well.
CREATE TABLE capability (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	line TEXT COLLATE "C" NOT NULL,
	accreditation TEXT COLLATE "C",
	activity TEXT COLLATE "C" NOT NULL,
	object_en TEXT COLLATE "C",
	object_zh TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_k TEXT COLLATE "C",
	uncertainty_p TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	method TEXT COLLATE "C",
	edition TEXT COLLATE "C",
	place TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	field TEXT COLLATE "C",
	price_minor BIGINT,
	price_currency TEXT COLLATE "C",
	lead_days BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE capability IS 'Scope lines: who is able to do what, in which range, how well.';
COMMENT ON COLUMN capability.id IS 'UUID version 7';
COMMENT ON COLUMN capability.rev IS 'revision, from 1';
COMMENT ON COLUMN capability.change IS 'the write that made it';
COMMENT ON COLUMN capability.recorded_from IS 'since when it is known';
COMMENT ON COLUMN capability.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN capability.organisation IS 'Who is able.';
COMMENT ON COLUMN capability.line IS 'Number of the scope line; unique in the organisation.';
COMMENT ON COLUMN capability.accreditation IS 'Whose scope the line belongs to; empty for a claim of one''s own.';
COMMENT ON COLUMN capability.activity IS 'Verification is not calibration.';
COMMENT ON COLUMN capability.object_en IS 'What is measured, tested or certified.';
COMMENT ON COLUMN capability.quantity_kind IS 'The kind of quantity measured.';
COMMENT ON COLUMN capability.low IS 'Lower end of the range; it belongs to the range.';
COMMENT ON COLUMN capability.high IS 'Upper end of the range; it belongs to the range.';
COMMENT ON COLUMN capability.uncertainty IS 'As the scope states it, for example 12 uV + 3.0 uV/V, with k and probability.';
COMMENT ON COLUMN capability.accuracy IS 'For verification and testing, where no uncertainty is stated.';
COMMENT ON COLUMN capability.method IS 'Standard or procedure, for example JJG 146.';
COMMENT ON COLUMN capability.edition IS 'Year or edition of the method.';
COMMENT ON COLUMN capability.place IS 'Where it is done.';
COMMENT ON COLUMN capability.since IS 'First day of the line; empty: as long as its accreditation.';
COMMENT ON COLUMN capability.until IS 'Last day of the line.';
COMMENT ON COLUMN capability.field IS 'The field of industry it serves.';
COMMENT ON COLUMN capability.price_minor IS 'For one item, before tax.';
COMMENT ON COLUMN capability.lead_days IS 'Working days from receipt to certificate.';
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
-- every version, never changed
CREATE TABLE capability_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	line TEXT COLLATE "C",
	accreditation TEXT COLLATE "C",
	activity TEXT COLLATE "C",
	object_en TEXT COLLATE "C",
	object_zh TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_k TEXT COLLATE "C",
	uncertainty_p TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	method TEXT COLLATE "C",
	edition TEXT COLLATE "C",
	place TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	field TEXT COLLATE "C",
	price_minor BIGINT,
	price_currency TEXT COLLATE "C",
	lead_days BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE capability_history IS 'every version, never changed';
COMMENT ON COLUMN capability_history.id IS 'of the record';
COMMENT ON COLUMN capability_history.rev IS 'revision: names the content';
COMMENT ON COLUMN capability_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN capability_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN capability_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN capability_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN capability_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX capability_history_by_organisation ON capability_history (organisation, id);
CREATE INDEX capability_history_by_line ON capability_history (line, id);
CREATE INDEX capability_history_by_accreditation ON capability_history (accreditation, id);
CREATE INDEX capability_history_by_object_en ON capability_history (object_en, id);
CREATE INDEX capability_history_by_object_zh ON capability_history (object_zh, id);
CREATE INDEX capability_history_by_quantity_kind ON capability_history (quantity_kind, id);
CREATE INDEX capability_history_by_field ON capability_history (field, id);
-- texts in further languages
CREATE TABLE capability_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE capability_text IS 'texts in further languages';
COMMENT ON COLUMN capability_text.record IS 'the record they live with';
COMMENT ON COLUMN capability_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN capability_text.field IS 'the field''s name';
COMMENT ON COLUMN capability_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN capability_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE capability_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE capability_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN capability_text_history.record IS 'the record they live with';
COMMENT ON COLUMN capability_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN capability_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN capability_text_history.field IS 'the field''s name';
COMMENT ON COLUMN capability_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN capability_text_history.text IS 'the text';
-- Certificates and reports with results, evidence and the original.
CREATE TABLE certificate (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	issuer TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	customer TEXT COLLATE "C",
	customer_name TEXT COLLATE "C",
	item TEXT COLLATE "C",
	item_name TEXT COLLATE "C",
	item_serial TEXT COLLATE "C",
	issued TEXT COLLATE "C" NOT NULL,
	issued_first TEXT COLLATE "C" NOT NULL,
	issued_last TEXT COLLATE "C" NOT NULL,
	performed TEXT COLLATE "C",
	performed_first TEXT COLLATE "C",
	performed_last TEXT COLLATE "C",
	performed_until TEXT COLLATE "C",
	performed_until_first TEXT COLLATE "C",
	performed_until_last TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	accreditation TEXT COLLATE "C",
	signatory TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	superseded_by TEXT COLLATE "C",
	published BIGINT,
	format TEXT COLLATE "C",
	document TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE certificate IS 'Certificates and reports with results, evidence and the original.';
COMMENT ON COLUMN certificate.id IS 'UUID version 7';
COMMENT ON COLUMN certificate.rev IS 'revision, from 1';
COMMENT ON COLUMN certificate.change IS 'the write that made it';
COMMENT ON COLUMN certificate.recorded_from IS 'since when it is known';
COMMENT ON COLUMN certificate.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN certificate.number IS 'Unique with its issuer.';
COMMENT ON COLUMN certificate.issuer IS 'Who issued it.';
COMMENT ON COLUMN certificate.kind IS 'What it attests.';
COMMENT ON COLUMN certificate.customer IS 'For whom it was issued.';
COMMENT ON COLUMN certificate.customer_name IS 'As the certificate names it.';
COMMENT ON COLUMN certificate.item IS 'The instrument it is about, where it is registered.';
COMMENT ON COLUMN certificate.item_name IS 'As the certificate names it.';
COMMENT ON COLUMN certificate.item_serial IS 'As the certificate gives it.';
COMMENT ON COLUMN certificate.issued IS 'Date of issue.';
COMMENT ON COLUMN certificate.performed IS 'First day of the work.';
COMMENT ON COLUMN certificate.performed_until IS 'Last day of the work.';
COMMENT ON COLUMN certificate.valid_until IS 'Where the certificate states one; a calibration states none.';
COMMENT ON COLUMN certificate.accreditation IS 'Under whose scope it claims to be issued.';
COMMENT ON COLUMN certificate.signatory IS 'As the certificate names the signatory.';
COMMENT ON COLUMN certificate.state IS 'What it is today; the dated states are below.';
COMMENT ON COLUMN certificate.superseded_by IS 'The certificate that replaces it.';
COMMENT ON COLUMN certificate.published IS 'Everybody may read it.';
COMMENT ON COLUMN certificate.format IS 'Of the original, for example DCC 3.2.1.';
COMMENT ON COLUMN certificate.document IS 'The bytes as they came.';
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
-- every version, never changed
CREATE TABLE certificate_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C",
	issuer TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	customer TEXT COLLATE "C",
	customer_name TEXT COLLATE "C",
	item TEXT COLLATE "C",
	item_name TEXT COLLATE "C",
	item_serial TEXT COLLATE "C",
	issued TEXT COLLATE "C",
	issued_first TEXT COLLATE "C",
	issued_last TEXT COLLATE "C",
	performed TEXT COLLATE "C",
	performed_first TEXT COLLATE "C",
	performed_last TEXT COLLATE "C",
	performed_until TEXT COLLATE "C",
	performed_until_first TEXT COLLATE "C",
	performed_until_last TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	accreditation TEXT COLLATE "C",
	signatory TEXT COLLATE "C",
	state TEXT COLLATE "C",
	superseded_by TEXT COLLATE "C",
	published BIGINT,
	format TEXT COLLATE "C",
	document TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE certificate_history IS 'every version, never changed';
COMMENT ON COLUMN certificate_history.id IS 'of the record';
COMMENT ON COLUMN certificate_history.rev IS 'revision: names the content';
COMMENT ON COLUMN certificate_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN certificate_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN certificate_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN certificate_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN certificate_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX certificate_history_by_number ON certificate_history (number, id);
CREATE INDEX certificate_history_by_issuer ON certificate_history (issuer, id);
CREATE INDEX certificate_history_by_customer ON certificate_history (customer, id);
CREATE INDEX certificate_history_by_item ON certificate_history (item, id);
CREATE INDEX certificate_history_by_issued_first ON certificate_history (issued_first, id);
CREATE INDEX certificate_history_by_valid_until_first ON certificate_history (valid_until_first, id);
CREATE INDEX certificate_history_by_accreditation ON certificate_history (accreditation, id);
CREATE INDEX certificate_history_by_superseded_by ON certificate_history (superseded_by, id);
-- What it became on which day.
CREATE TABLE certificate_state (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE certificate_state IS 'What it became on which day.';
COMMENT ON COLUMN certificate_state.record IS 'the record they live with';
COMMENT ON COLUMN certificate_state.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_state.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_state.state IS 'What it became.';
COMMENT ON COLUMN certificate_state.since IS 'First day on which the state holds.';
COMMENT ON COLUMN certificate_state.reason IS 'As the issuer stated it.';
-- rows that a later revision replaced
CREATE TABLE certificate_state_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE certificate_state_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN certificate_state_history.record IS 'the record they live with';
COMMENT ON COLUMN certificate_state_history.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_state_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_state_history.rev_to IS 'the revision that no longer has it';
-- What was measured or found.
CREATE TABLE certificate_result (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	path TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	role TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	conformity TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE certificate_result IS 'What was measured or found.';
COMMENT ON COLUMN certificate_result.record IS 'the record they live with';
COMMENT ON COLUMN certificate_result.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_result.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_result.path IS 'Where it stands in the original.';
COMMENT ON COLUMN certificate_result.name_en IS 'What the certificate calls it.';
COMMENT ON COLUMN certificate_result.role IS 'What the type references say, for example basic_referenceValue.';
COMMENT ON COLUMN certificate_result.quantity_kind IS 'Its kind, where it is known.';
COMMENT ON COLUMN certificate_result.conformity IS 'The statement of conformity, as written.';
CREATE INDEX certificate_result_by_quantity_kind ON certificate_result (quantity_kind, record);
-- rows that a later revision replaced
CREATE TABLE certificate_result_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	path TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	role TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	conformity TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE certificate_result_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN certificate_result_history.record IS 'the record they live with';
COMMENT ON COLUMN certificate_result_history.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_result_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_result_history.rev_to IS 'the revision that no longer has it';
-- The numbers of one result, in the order written.
CREATE TABLE certificate_result_value (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	m BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	value TEXT COLLATE "C",
	value_value DOUBLE PRECISION,
	value_unit TEXT COLLATE "C",
	value_canonical DOUBLE PRECISION,
	value_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_value DOUBLE PRECISION,
	uncertainty_unit TEXT COLLATE "C",
	uncertainty_canonical DOUBLE PRECISION,
	uncertainty_canonical_unit TEXT COLLATE "C",
	k TEXT COLLATE "C",
	p TEXT COLLATE "C",
	distribution TEXT COLLATE "C",
	PRIMARY KEY (record, n, m)
);
COMMENT ON TABLE certificate_result_value IS 'The numbers of one result, in the order written.';
COMMENT ON COLUMN certificate_result_value.record IS 'the record they live with';
COMMENT ON COLUMN certificate_result_value.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_result_value.m IS 'its place under row n, from 1';
COMMENT ON COLUMN certificate_result_value.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_result_value.value IS 'Digits and unit as the certificate writes them.';
COMMENT ON COLUMN certificate_result_value.uncertainty IS 'Expanded uncertainty, in its own unit.';
COMMENT ON COLUMN certificate_result_value.k IS 'As written.';
COMMENT ON COLUMN certificate_result_value.p IS 'As written, for example 0.95.';
COMMENT ON COLUMN certificate_result_value.distribution IS 'As written, for example normal.';
-- rows that a later revision replaced
CREATE TABLE certificate_result_value_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	m BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	value TEXT COLLATE "C",
	value_value DOUBLE PRECISION,
	value_unit TEXT COLLATE "C",
	value_canonical DOUBLE PRECISION,
	value_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_value DOUBLE PRECISION,
	uncertainty_unit TEXT COLLATE "C",
	uncertainty_canonical DOUBLE PRECISION,
	uncertainty_canonical_unit TEXT COLLATE "C",
	k TEXT COLLATE "C",
	p TEXT COLLATE "C",
	distribution TEXT COLLATE "C",
	PRIMARY KEY (record, n, m, rev)
);
COMMENT ON TABLE certificate_result_value_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN certificate_result_value_history.record IS 'the record they live with';
COMMENT ON COLUMN certificate_result_value_history.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_result_value_history.m IS 'its place under row n, from 1';
COMMENT ON COLUMN certificate_result_value_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_result_value_history.rev_to IS 'the revision that no longer has it';
-- Items used as references, as stated, each with its certificate where it is known.
CREATE TABLE certificate_evidence (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	serial TEXT COLLATE "C",
	certificate_number TEXT COLLATE "C",
	issuer_name TEXT COLLATE "C",
	sha256 TEXT COLLATE "C",
	used TEXT COLLATE "C",
	used_first TEXT COLLATE "C",
	used_last TEXT COLLATE "C",
	certificate TEXT COLLATE "C",
	instrument TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE certificate_evidence IS 'Items used as references, as stated, each with its certificate where it is known.';
COMMENT ON COLUMN certificate_evidence.record IS 'the record they live with';
COMMENT ON COLUMN certificate_evidence.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_evidence.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_evidence.name IS 'As the certificate names it.';
COMMENT ON COLUMN certificate_evidence.serial IS 'As the certificate gives it.';
COMMENT ON COLUMN certificate_evidence.certificate_number IS 'Number of the certificate cited.';
COMMENT ON COLUMN certificate_evidence.issuer_name IS 'Who issued the certificate cited.';
COMMENT ON COLUMN certificate_evidence.sha256 IS 'SHA-256 of the certificate cited, where it is given.';
COMMENT ON COLUMN certificate_evidence.used IS 'The day it served as reference.';
COMMENT ON COLUMN certificate_evidence.certificate IS 'Resolved; empty until it is found here.';
COMMENT ON COLUMN certificate_evidence.instrument IS 'Resolved; empty until it is found here.';
CREATE INDEX certificate_evidence_by_certificate_number ON certificate_evidence (certificate_number, record);
CREATE INDEX certificate_evidence_by_certificate ON certificate_evidence (certificate, record);
CREATE INDEX certificate_evidence_by_instrument ON certificate_evidence (instrument, record);
-- rows that a later revision replaced
CREATE TABLE certificate_evidence_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	name TEXT COLLATE "C",
	serial TEXT COLLATE "C",
	certificate_number TEXT COLLATE "C",
	issuer_name TEXT COLLATE "C",
	sha256 TEXT COLLATE "C",
	used TEXT COLLATE "C",
	used_first TEXT COLLATE "C",
	used_last TEXT COLLATE "C",
	certificate TEXT COLLATE "C",
	instrument TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE certificate_evidence_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN certificate_evidence_history.record IS 'the record they live with';
COMMENT ON COLUMN certificate_evidence_history.n IS 'its place, from 1';
COMMENT ON COLUMN certificate_evidence_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN certificate_evidence_history.rev_to IS 'the revision that no longer has it';
-- Places where a plan gathers quality infrastructure.
CREATE TABLE cluster (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C",
	role_en TEXT COLLATE "C",
	role_zh TEXT COLLATE "C",
	services_en TEXT COLLATE "C",
	services_zh TEXT COLLATE "C",
	target_year BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE cluster IS 'Places where a plan gathers quality infrastructure.';
COMMENT ON COLUMN cluster.id IS 'UUID version 7';
COMMENT ON COLUMN cluster.rev IS 'revision, from 1';
COMMENT ON COLUMN cluster.change IS 'the write that made it';
COMMENT ON COLUMN cluster.recorded_from IS 'since when it is known';
COMMENT ON COLUMN cluster.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN cluster.plan IS 'The plan that names it.';
COMMENT ON COLUMN cluster.code IS 'Unique in the plan.';
COMMENT ON COLUMN cluster.name_en IS 'As the plan names it.';
COMMENT ON COLUMN cluster.area IS 'The district it lies in.';
COMMENT ON COLUMN cluster.role_en IS 'What the plan wants it to be.';
COMMENT ON COLUMN cluster.services_en IS 'What it is to offer.';
COMMENT ON COLUMN cluster.target_year IS 'By when its targets are to be met.';
CREATE UNIQUE INDEX cluster_by_key ON cluster (plan, code);
CREATE INDEX cluster_by_plan ON cluster (plan, code, id);
CREATE INDEX cluster_by_code ON cluster (code, id);
CREATE INDEX cluster_by_name_en ON cluster (name_en, id);
CREATE INDEX cluster_by_name_zh ON cluster (name_zh, id);
CREATE INDEX cluster_by_area ON cluster (area, code, id);
CREATE INDEX cluster_by_target_year ON cluster (target_year, code, id);
-- every version, never changed
CREATE TABLE cluster_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C",
	role_en TEXT COLLATE "C",
	role_zh TEXT COLLATE "C",
	services_en TEXT COLLATE "C",
	services_zh TEXT COLLATE "C",
	target_year BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE cluster_history IS 'every version, never changed';
COMMENT ON COLUMN cluster_history.id IS 'of the record';
COMMENT ON COLUMN cluster_history.rev IS 'revision: names the content';
COMMENT ON COLUMN cluster_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN cluster_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN cluster_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN cluster_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN cluster_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX cluster_history_by_plan ON cluster_history (plan, id);
CREATE INDEX cluster_history_by_code ON cluster_history (code, id);
CREATE INDEX cluster_history_by_name_en ON cluster_history (name_en, id);
CREATE INDEX cluster_history_by_name_zh ON cluster_history (name_zh, id);
CREATE INDEX cluster_history_by_area ON cluster_history (area, id);
-- texts in further languages
CREATE TABLE cluster_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE cluster_text IS 'texts in further languages';
COMMENT ON COLUMN cluster_text.record IS 'the record they live with';
COMMENT ON COLUMN cluster_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN cluster_text.field IS 'the field''s name';
COMMENT ON COLUMN cluster_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN cluster_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE cluster_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE cluster_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN cluster_text_history.record IS 'the record they live with';
COMMENT ON COLUMN cluster_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN cluster_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN cluster_text_history.field IS 'the field''s name';
COMMENT ON COLUMN cluster_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN cluster_text_history.text IS 'the text';
-- What it is to serve.
CREATE TABLE cluster_industry (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	field TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE cluster_industry IS 'What it is to serve.';
COMMENT ON COLUMN cluster_industry.record IS 'the record they live with';
COMMENT ON COLUMN cluster_industry.n IS 'its place, from 1';
COMMENT ON COLUMN cluster_industry.rev IS 'the revision that brought the row';
COMMENT ON COLUMN cluster_industry.name_en IS 'As the plan names it.';
COMMENT ON COLUMN cluster_industry.field IS 'The field it corresponds to, where there is one.';
CREATE INDEX cluster_industry_by_field ON cluster_industry (field, record);
-- rows that a later revision replaced
CREATE TABLE cluster_industry_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	field TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE cluster_industry_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN cluster_industry_history.record IS 'the record they live with';
COMMENT ON COLUMN cluster_industry_history.n IS 'its place, from 1';
COMMENT ON COLUMN cluster_industry_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN cluster_industry_history.rev_to IS 'the revision that no longer has it';
-- Technical committees, subcommittees and working groups.
CREATE TABLE committee (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	level TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	parent TEXT COLLATE "C",
	secretariat TEXT COLLATE "C",
	secretariat_name TEXT COLLATE "C",
	area TEXT COLLATE "C",
	founded TEXT COLLATE "C",
	founded_first TEXT COLLATE "C",
	founded_last TEXT COLLATE "C",
	disbanded TEXT COLLATE "C",
	disbanded_first TEXT COLLATE "C",
	disbanded_last TEXT COLLATE "C",
	state TEXT COLLATE "C",
	participating BIGINT,
	observing BIGINT,
	number TEXT COLLATE "C",
	scope_en TEXT COLLATE "C",
	scope_zh TEXT COLLATE "C",
	source TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE committee IS 'Technical committees, subcommittees and working groups.';
COMMENT ON COLUMN committee.id IS 'UUID version 7';
COMMENT ON COLUMN committee.rev IS 'revision, from 1';
COMMENT ON COLUMN committee.change IS 'the write that made it';
COMMENT ON COLUMN committee.recorded_from IS 'since when it is known';
COMMENT ON COLUMN committee.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN committee.code IS 'As its organisation writes it, for example ISO/TC 213/WG 10.';
COMMENT ON COLUMN committee.name_en IS 'What it works on.';
COMMENT ON COLUMN committee.level IS 'For which part of the world its standards are made.';
COMMENT ON COLUMN committee.kind IS 'Its place in the organisation.';
COMMENT ON COLUMN committee.parent IS 'The committee that set it up.';
COMMENT ON COLUMN committee.secretariat IS 'Who keeps its secretariat, where it is registered.';
COMMENT ON COLUMN committee.secretariat_name IS 'As the organisation publishes it.';
COMMENT ON COLUMN committee.area IS 'Where the secretariat sits.';
COMMENT ON COLUMN committee.founded IS 'When it was set up.';
COMMENT ON COLUMN committee.disbanded IS 'When it was dissolved; empty while it works.';
COMMENT ON COLUMN committee.state IS 'As its organisation reports it.';
COMMENT ON COLUMN committee.participating IS 'National bodies that take part and vote (P-members).';
COMMENT ON COLUMN committee.observing IS 'National bodies that follow its work (O-members).';
COMMENT ON COLUMN committee.number IS 'In the database of its organisation.';
COMMENT ON COLUMN committee.scope_en IS 'What it may standardise.';
COMMENT ON COLUMN committee.source IS 'From which publication the entry was taken, with its licence and date.';
COMMENT ON COLUMN committee.origin IS 'The published source that it was imported from.';
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
-- every version, never changed
CREATE TABLE committee_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	level TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	parent TEXT COLLATE "C",
	secretariat TEXT COLLATE "C",
	secretariat_name TEXT COLLATE "C",
	area TEXT COLLATE "C",
	founded TEXT COLLATE "C",
	founded_first TEXT COLLATE "C",
	founded_last TEXT COLLATE "C",
	disbanded TEXT COLLATE "C",
	disbanded_first TEXT COLLATE "C",
	disbanded_last TEXT COLLATE "C",
	state TEXT COLLATE "C",
	participating BIGINT,
	observing BIGINT,
	number TEXT COLLATE "C",
	scope_en TEXT COLLATE "C",
	scope_zh TEXT COLLATE "C",
	source TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE committee_history IS 'every version, never changed';
COMMENT ON COLUMN committee_history.id IS 'of the record';
COMMENT ON COLUMN committee_history.rev IS 'revision: names the content';
COMMENT ON COLUMN committee_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN committee_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN committee_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN committee_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN committee_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX committee_history_by_code ON committee_history (code, id);
CREATE INDEX committee_history_by_name_en ON committee_history (name_en, id);
CREATE INDEX committee_history_by_name_zh ON committee_history (name_zh, id);
CREATE INDEX committee_history_by_parent ON committee_history (parent, id);
CREATE INDEX committee_history_by_secretariat ON committee_history (secretariat, id);
CREATE INDEX committee_history_by_area ON committee_history (area, id);
CREATE INDEX committee_history_by_origin ON committee_history (origin, id);
-- texts in further languages
CREATE TABLE committee_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE committee_text IS 'texts in further languages';
COMMENT ON COLUMN committee_text.record IS 'the record they live with';
COMMENT ON COLUMN committee_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN committee_text.field IS 'the field''s name';
COMMENT ON COLUMN committee_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN committee_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE committee_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE committee_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN committee_text_history.record IS 'the record they live with';
COMMENT ON COLUMN committee_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN committee_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN committee_text_history.field IS 'the field''s name';
COMMENT ON COLUMN committee_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN committee_text_history.text IS 'the text';
-- Figures and targets of a plan, each with how it is counted.
CREATE TABLE figure (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C" NOT NULL,
	cluster TEXT COLLATE "C",
	unit TEXT COLLATE "C",
	baseline_comparator TEXT COLLATE "C",
	baseline_low DOUBLE PRECISION,
	baseline_high DOUBLE PRECISION,
	baseline_year BIGINT,
	baseline_words_en TEXT COLLATE "C",
	baseline_words_zh TEXT COLLATE "C",
	target_comparator TEXT COLLATE "C",
	target_low DOUBLE PRECISION,
	target_high DOUBLE PRECISION,
	target_words_en TEXT COLLATE "C",
	target_words_zh TEXT COLLATE "C",
	tolerance DOUBLE PRECISION,
	target_year BIGINT,
	section TEXT COLLATE "C",
	measure TEXT COLLATE "C" NOT NULL,
	register TEXT COLLATE "C",
	filter TEXT COLLATE "C",
	summed TEXT COLLATE "C",
	once_by TEXT COLLATE "C",
	undecided TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE figure IS 'Figures and targets of a plan, each with how it is counted.';
COMMENT ON COLUMN figure.id IS 'UUID version 7';
COMMENT ON COLUMN figure.rev IS 'revision, from 1';
COMMENT ON COLUMN figure.change IS 'the write that made it';
COMMENT ON COLUMN figure.recorded_from IS 'since when it is known';
COMMENT ON COLUMN figure.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN figure.plan IS 'The plan that states it.';
COMMENT ON COLUMN figure.code IS 'Unique in the plan.';
COMMENT ON COLUMN figure.name_en IS 'What is counted.';
COMMENT ON COLUMN figure.area IS 'What it is about.';
COMMENT ON COLUMN figure.cluster IS 'The cluster whose target it is.';
COMMENT ON COLUMN figure.unit IS 'Of the numbers below.';
COMMENT ON COLUMN figure.baseline_comparator IS 'As the plan words it; empty where it states no baseline.';
COMMENT ON COLUMN figure.baseline_low IS 'The number, or the lower end of a range.';
COMMENT ON COLUMN figure.baseline_high IS 'Of a range.';
COMMENT ON COLUMN figure.baseline_year IS 'At the end of which year; empty where the plan does not say.';
COMMENT ON COLUMN figure.baseline_words_en IS 'Where it is more than the number: nearly 700, over 900.';
COMMENT ON COLUMN figure.target_comparator IS 'As the plan words it; empty where it sets no target.';
COMMENT ON COLUMN figure.target_low IS 'The number, or the lower end of a range.';
COMMENT ON COLUMN figure.target_high IS 'Of a range.';
COMMENT ON COLUMN figure.target_words_en IS 'As the plan words it: at least 3, about 40; a batch, where it gives no number.';
COMMENT ON COLUMN figure.tolerance IS 'By how much a number may miss an “about” and still be taken as met.';
COMMENT ON COLUMN figure.target_year IS 'By the end of which year.';
COMMENT ON COLUMN figure.section IS 'Where the plan states it.';
COMMENT ON COLUMN figure.measure IS 'Counted from a register as it stands, or entered by hand with its source.';
COMMENT ON COLUMN figure.register IS 'The register that is counted, by its plural name.';
COMMENT ON COLUMN figure.filter IS 'As in the address of a list, for example kind=public&holds_on={day}; {day} is the day asked for, {year} the last year that had ended by it, {plan} and {cluster} are those of the figure.';
COMMENT ON COLUMN figure.summed IS 'The number or amount that is added up.';
COMMENT ON COLUMN figure.once_by IS 'The field whose different values are counted, for example organisation; empty: the records.';
COMMENT ON COLUMN figure.undecided IS 'A filter for records of which it is not known whether they count.';
COMMENT ON COLUMN figure.note_en IS 'What a reader must know: gaps and contradictions of the plan are named here.';
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
-- every version, never changed
CREATE TABLE figure_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	unit TEXT COLLATE "C",
	baseline_comparator TEXT COLLATE "C",
	baseline_low DOUBLE PRECISION,
	baseline_high DOUBLE PRECISION,
	baseline_year BIGINT,
	baseline_words_en TEXT COLLATE "C",
	baseline_words_zh TEXT COLLATE "C",
	target_comparator TEXT COLLATE "C",
	target_low DOUBLE PRECISION,
	target_high DOUBLE PRECISION,
	target_words_en TEXT COLLATE "C",
	target_words_zh TEXT COLLATE "C",
	tolerance DOUBLE PRECISION,
	target_year BIGINT,
	section TEXT COLLATE "C",
	measure TEXT COLLATE "C",
	register TEXT COLLATE "C",
	filter TEXT COLLATE "C",
	summed TEXT COLLATE "C",
	once_by TEXT COLLATE "C",
	undecided TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE figure_history IS 'every version, never changed';
COMMENT ON COLUMN figure_history.id IS 'of the record';
COMMENT ON COLUMN figure_history.rev IS 'revision: names the content';
COMMENT ON COLUMN figure_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN figure_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN figure_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN figure_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN figure_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX figure_history_by_plan ON figure_history (plan, id);
CREATE INDEX figure_history_by_code ON figure_history (code, id);
CREATE INDEX figure_history_by_name_en ON figure_history (name_en, id);
CREATE INDEX figure_history_by_name_zh ON figure_history (name_zh, id);
CREATE INDEX figure_history_by_cluster ON figure_history (cluster, id);
-- texts in further languages
CREATE TABLE figure_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE figure_text IS 'texts in further languages';
COMMENT ON COLUMN figure_text.record IS 'the record they live with';
COMMENT ON COLUMN figure_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN figure_text.field IS 'the field''s name';
COMMENT ON COLUMN figure_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN figure_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE figure_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE figure_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN figure_text_history.record IS 'the record they live with';
COMMENT ON COLUMN figure_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN figure_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN figure_text_history.field IS 'the field''s name';
COMMENT ON COLUMN figure_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN figure_text_history.text IS 'the text';
-- Fields of industry that plans, clusters and platforms speak of.
CREATE TABLE industry_field (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	emerging BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE industry_field IS 'Fields of industry that plans, clusters and platforms speak of.';
COMMENT ON COLUMN industry_field.id IS 'UUID version 7';
COMMENT ON COLUMN industry_field.rev IS 'revision, from 1';
COMMENT ON COLUMN industry_field.change IS 'the write that made it';
COMMENT ON COLUMN industry_field.recorded_from IS 'since when it is known';
COMMENT ON COLUMN industry_field.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN industry_field.code IS 'A short word that no other field has.';
COMMENT ON COLUMN industry_field.name_en IS 'As the plan or the industry names it.';
COMMENT ON COLUMN industry_field.broader IS 'The field that holds this one.';
COMMENT ON COLUMN industry_field.emerging IS 'Whether the state counts it among its strategic emerging industries.';
CREATE UNIQUE INDEX industry_field_by_key ON industry_field (code);
CREATE INDEX industry_field_by_code ON industry_field (code, id);
CREATE INDEX industry_field_by_name_en ON industry_field (name_en, id);
CREATE INDEX industry_field_by_name_zh ON industry_field (name_zh, id);
CREATE INDEX industry_field_by_broader ON industry_field (broader, code, id);
CREATE INDEX industry_field_by_emerging ON industry_field (emerging, code, id);
-- every version, never changed
CREATE TABLE industry_field_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	emerging BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE industry_field_history IS 'every version, never changed';
COMMENT ON COLUMN industry_field_history.id IS 'of the record';
COMMENT ON COLUMN industry_field_history.rev IS 'revision: names the content';
COMMENT ON COLUMN industry_field_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN industry_field_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN industry_field_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN industry_field_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN industry_field_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX industry_field_history_by_code ON industry_field_history (code, id);
CREATE INDEX industry_field_history_by_name_en ON industry_field_history (name_en, id);
CREATE INDEX industry_field_history_by_name_zh ON industry_field_history (name_zh, id);
CREATE INDEX industry_field_history_by_broader ON industry_field_history (broader, id);
-- texts in further languages
CREATE TABLE industry_field_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE industry_field_text IS 'texts in further languages';
COMMENT ON COLUMN industry_field_text.record IS 'the record they live with';
COMMENT ON COLUMN industry_field_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN industry_field_text.field IS 'the field''s name';
COMMENT ON COLUMN industry_field_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN industry_field_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE industry_field_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE industry_field_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN industry_field_text_history.record IS 'the record they live with';
COMMENT ON COLUMN industry_field_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN industry_field_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN industry_field_text_history.field IS 'the field''s name';
COMMENT ON COLUMN industry_field_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN industry_field_text_history.text IS 'the text';
-- Classes of industries and products that belong to it.
CREATE TABLE industry_field_class (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	category TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE industry_field_class IS 'Classes of industries and products that belong to it.';
COMMENT ON COLUMN industry_field_class.record IS 'the record they live with';
COMMENT ON COLUMN industry_field_class.n IS 'its place, from 1';
COMMENT ON COLUMN industry_field_class.rev IS 'the revision that brought the row';
COMMENT ON COLUMN industry_field_class.category IS 'A class of industry or product that belongs to the field.';
CREATE INDEX industry_field_class_by_category ON industry_field_class (category, record);
-- rows that a later revision replaced
CREATE TABLE industry_field_class_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	category TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE industry_field_class_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN industry_field_class_history.record IS 'the record they live with';
COMMENT ON COLUMN industry_field_class_history.n IS 'its place, from 1';
COMMENT ON COLUMN industry_field_class_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN industry_field_class_history.rev_to IS 'the revision that no longer has it';
-- Instruments, measurement standards and reference materials: what carries values.
CREATE TABLE instrument (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	owner TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C" NOT NULL,
	manufacturer TEXT COLLATE "C",
	model TEXT COLLATE "C",
	serial TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	interval_months BIGINT,
	compulsory BIGINT,
	place TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	shared BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE instrument IS 'Instruments, measurement standards and reference materials: what carries values.';
COMMENT ON COLUMN instrument.id IS 'UUID version 7';
COMMENT ON COLUMN instrument.rev IS 'revision, from 1';
COMMENT ON COLUMN instrument.change IS 'the write that made it';
COMMENT ON COLUMN instrument.recorded_from IS 'since when it is known';
COMMENT ON COLUMN instrument.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN instrument.owner IS 'The organisation that uses it and answers for it.';
COMMENT ON COLUMN instrument.number IS 'The owner''s inventory number; unique with the owner.';
COMMENT ON COLUMN instrument.name_en IS 'What it is.';
COMMENT ON COLUMN instrument.kind IS 'Its place in the hierarchy of standards.';
COMMENT ON COLUMN instrument.manufacturer IS 'As on its name plate.';
COMMENT ON COLUMN instrument.model IS 'Type designation on its name plate.';
COMMENT ON COLUMN instrument.serial IS 'The maker''s number; certificates are matched by it.';
COMMENT ON COLUMN instrument.quantity_kind IS 'The kind of quantity it measures or embodies.';
COMMENT ON COLUMN instrument.low IS 'Lower end of the measuring interval.';
COMMENT ON COLUMN instrument.high IS 'Upper end of the measuring interval.';
COMMENT ON COLUMN instrument.accuracy IS 'Class or maximum permissible error, as stated.';
COMMENT ON COLUMN instrument.interval_months IS 'The owner''s interval; it decides how long a calibration holds.';
COMMENT ON COLUMN instrument.compulsory IS 'Whether the law asks for its verification.';
COMMENT ON COLUMN instrument.place IS 'Where it stands.';
COMMENT ON COLUMN instrument.state IS 'Whether it is in use.';
COMMENT ON COLUMN instrument.shared IS 'Everybody may find it and ask for its use.';
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
-- every version, never changed
CREATE TABLE instrument_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	owner TEXT COLLATE "C",
	number TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	manufacturer TEXT COLLATE "C",
	model TEXT COLLATE "C",
	serial TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	interval_months BIGINT,
	compulsory BIGINT,
	place TEXT COLLATE "C",
	state TEXT COLLATE "C",
	shared BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE instrument_history IS 'every version, never changed';
COMMENT ON COLUMN instrument_history.id IS 'of the record';
COMMENT ON COLUMN instrument_history.rev IS 'revision: names the content';
COMMENT ON COLUMN instrument_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN instrument_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN instrument_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN instrument_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN instrument_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX instrument_history_by_owner ON instrument_history (owner, id);
CREATE INDEX instrument_history_by_number ON instrument_history (number, id);
CREATE INDEX instrument_history_by_name_en ON instrument_history (name_en, id);
CREATE INDEX instrument_history_by_name_zh ON instrument_history (name_zh, id);
CREATE INDEX instrument_history_by_quantity_kind ON instrument_history (quantity_kind, id);
-- texts in further languages
CREATE TABLE instrument_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE instrument_text IS 'texts in further languages';
COMMENT ON COLUMN instrument_text.record IS 'the record they live with';
COMMENT ON COLUMN instrument_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN instrument_text.field IS 'the field''s name';
COMMENT ON COLUMN instrument_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN instrument_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE instrument_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE instrument_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN instrument_text_history.record IS 'the record they live with';
COMMENT ON COLUMN instrument_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN instrument_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN instrument_text_history.field IS 'the field''s name';
COMMENT ON COLUMN instrument_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN instrument_text_history.text IS 'the text';
-- Public measurement standards and highest standards of enterprises.
CREATE TABLE measurement_standard (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	organisation TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	authority TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_k TEXT COLLATE "C",
	uncertainty_p TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	established TEXT COLLATE "C",
	established_first TEXT COLLATE "C",
	established_last TEXT COLLATE "C",
	reexamine_by TEXT COLLATE "C",
	reexamine_by_first TEXT COLLATE "C",
	reexamine_by_last TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	shared BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE measurement_standard IS 'Public measurement standards and highest standards of enterprises.';
COMMENT ON COLUMN measurement_standard.id IS 'UUID version 7';
COMMENT ON COLUMN measurement_standard.rev IS 'revision, from 1';
COMMENT ON COLUMN measurement_standard.change IS 'the write that made it';
COMMENT ON COLUMN measurement_standard.recorded_from IS 'since when it is known';
COMMENT ON COLUMN measurement_standard.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN measurement_standard.number IS 'Of its examination certificate; unique in the organisation.';
COMMENT ON COLUMN measurement_standard.name_en IS 'As its examination certificate names it (JJF 1033).';
COMMENT ON COLUMN measurement_standard.organisation IS 'Who keeps it.';
COMMENT ON COLUMN measurement_standard.kind IS 'Whom it serves.';
COMMENT ON COLUMN measurement_standard.authority IS 'The authority that examined it.';
COMMENT ON COLUMN measurement_standard.quantity_kind IS 'The kind of quantity it realises.';
COMMENT ON COLUMN measurement_standard.low IS 'Lower end of its measuring interval.';
COMMENT ON COLUMN measurement_standard.high IS 'Upper end of its measuring interval.';
COMMENT ON COLUMN measurement_standard.uncertainty IS 'As stated, with k and probability.';
COMMENT ON COLUMN measurement_standard.accuracy IS 'Class or maximum permissible error, where no uncertainty is stated.';
COMMENT ON COLUMN measurement_standard.established IS 'First day of its first examination certificate.';
COMMENT ON COLUMN measurement_standard.reexamine_by IS 'Last day of the examination certificate in force.';
COMMENT ON COLUMN measurement_standard.state IS 'What it is today; the dated states are below.';
COMMENT ON COLUMN measurement_standard.shared IS 'Whether others may have their instruments measured against it.';
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
-- every version, never changed
CREATE TABLE measurement_standard_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	authority TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	low TEXT COLLATE "C",
	low_value DOUBLE PRECISION,
	low_unit TEXT COLLATE "C",
	low_canonical DOUBLE PRECISION,
	low_canonical_unit TEXT COLLATE "C",
	high TEXT COLLATE "C",
	high_value DOUBLE PRECISION,
	high_unit TEXT COLLATE "C",
	high_canonical DOUBLE PRECISION,
	high_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_k TEXT COLLATE "C",
	uncertainty_p TEXT COLLATE "C",
	accuracy TEXT COLLATE "C",
	established TEXT COLLATE "C",
	established_first TEXT COLLATE "C",
	established_last TEXT COLLATE "C",
	reexamine_by TEXT COLLATE "C",
	reexamine_by_first TEXT COLLATE "C",
	reexamine_by_last TEXT COLLATE "C",
	state TEXT COLLATE "C",
	shared BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE measurement_standard_history IS 'every version, never changed';
COMMENT ON COLUMN measurement_standard_history.id IS 'of the record';
COMMENT ON COLUMN measurement_standard_history.rev IS 'revision: names the content';
COMMENT ON COLUMN measurement_standard_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN measurement_standard_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN measurement_standard_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN measurement_standard_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN measurement_standard_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX measurement_standard_history_by_number ON measurement_standard_history (number, id);
CREATE INDEX measurement_standard_history_by_name_en ON measurement_standard_history (name_en, id);
CREATE INDEX measurement_standard_history_by_name_zh ON measurement_standard_history (name_zh, id);
CREATE INDEX measurement_standard_history_by_organisation ON measurement_standard_history (organisation, id);
CREATE INDEX measurement_standard_history_by_authority ON measurement_standard_history (authority, id);
CREATE INDEX measurement_standard_history_by_quantity_kind ON measurement_standard_history (quantity_kind, id);
CREATE INDEX measurement_standard_history_by_established_first ON measurement_standard_history (established_first, id);
CREATE INDEX measurement_standard_history_by_reexamine_by_first ON measurement_standard_history (reexamine_by_first, id);
-- texts in further languages
CREATE TABLE measurement_standard_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE measurement_standard_text IS 'texts in further languages';
COMMENT ON COLUMN measurement_standard_text.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_text.field IS 'the field''s name';
COMMENT ON COLUMN measurement_standard_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN measurement_standard_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE measurement_standard_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE measurement_standard_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN measurement_standard_text_history.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN measurement_standard_text_history.field IS 'the field''s name';
COMMENT ON COLUMN measurement_standard_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN measurement_standard_text_history.text IS 'the text';
-- Establishment, suspension and abolition with their dates.
CREATE TABLE measurement_standard_state (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE measurement_standard_state IS 'Establishment, suspension and abolition with their dates.';
COMMENT ON COLUMN measurement_standard_state.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_state.n IS 'its place, from 1';
COMMENT ON COLUMN measurement_standard_state.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_state.state IS 'What it became.';
COMMENT ON COLUMN measurement_standard_state.since IS 'First day on which the state holds.';
COMMENT ON COLUMN measurement_standard_state.reason IS 'As the authority stated it.';
-- rows that a later revision replaced
CREATE TABLE measurement_standard_state_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE measurement_standard_state_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN measurement_standard_state_history.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_state_history.n IS 'its place, from 1';
COMMENT ON COLUMN measurement_standard_state_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_state_history.rev_to IS 'the revision that no longer has it';
-- The instruments that make up the standard.
CREATE TABLE measurement_standard_part (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	instrument TEXT COLLATE "C" NOT NULL,
	main BIGINT,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE measurement_standard_part IS 'The instruments that make up the standard.';
COMMENT ON COLUMN measurement_standard_part.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_part.n IS 'its place, from 1';
COMMENT ON COLUMN measurement_standard_part.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_part.instrument IS 'An instrument it consists of.';
COMMENT ON COLUMN measurement_standard_part.main IS 'Whether it carries the value; others are auxiliary.';
CREATE INDEX measurement_standard_part_by_instrument ON measurement_standard_part (instrument, record);
-- rows that a later revision replaced
CREATE TABLE measurement_standard_part_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	instrument TEXT COLLATE "C",
	main BIGINT,
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE measurement_standard_part_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN measurement_standard_part_history.record IS 'the record they live with';
COMMENT ON COLUMN measurement_standard_part_history.n IS 'its place, from 1';
COMMENT ON COLUMN measurement_standard_part_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN measurement_standard_part_history.rev_to IS 'the revision that no longer has it';
-- Which accounts act for which organisation.
CREATE TABLE member (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	role TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
);
COMMENT ON TABLE member IS 'Which accounts act for which organisation.';
COMMENT ON COLUMN member.id IS 'UUID version 7';
COMMENT ON COLUMN member.rev IS 'revision, from 1';
COMMENT ON COLUMN member.change IS 'the write that made it';
COMMENT ON COLUMN member.recorded_from IS 'since when it is known';
COMMENT ON COLUMN member.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN member.account IS 'Who belongs to the organisation.';
COMMENT ON COLUMN member.organisation IS 'To which organisation.';
COMMENT ON COLUMN member.role IS 'What the account may do for the organisation.';
CREATE UNIQUE INDEX member_by_key ON member (account, organisation);
CREATE INDEX member_by_account ON member (account, role, id);
CREATE INDEX member_by_organisation ON member (organisation, role, id);
CREATE INDEX member_by_role ON member (role, id);
-- every version, never changed
CREATE TABLE member_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	role TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE member_history IS 'every version, never changed';
COMMENT ON COLUMN member_history.id IS 'of the record';
COMMENT ON COLUMN member_history.rev IS 'revision: names the content';
COMMENT ON COLUMN member_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN member_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN member_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN member_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN member_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX member_history_by_account ON member_history (account, id);
CREATE INDEX member_history_by_organisation ON member_history (organisation, id);
CREATE INDEX member_history_by_role ON member_history (role, id);
-- What a project is to reach by which day.
CREATE TABLE milestone (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	project TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	due TEXT COLLATE "C" NOT NULL,
	due_first TEXT COLLATE "C" NOT NULL,
	due_last TEXT COLLATE "C" NOT NULL,
	reached TEXT COLLATE "C",
	reached_first TEXT COLLATE "C",
	reached_last TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE milestone IS 'What a project is to reach by which day.';
COMMENT ON COLUMN milestone.id IS 'UUID version 7';
COMMENT ON COLUMN milestone.rev IS 'revision, from 1';
COMMENT ON COLUMN milestone.change IS 'the write that made it';
COMMENT ON COLUMN milestone.recorded_from IS 'since when it is known';
COMMENT ON COLUMN milestone.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN milestone.project IS 'The project it belongs to.';
COMMENT ON COLUMN milestone.code IS 'Unique in the project.';
COMMENT ON COLUMN milestone.name_en IS 'What is to be reached.';
COMMENT ON COLUMN milestone.due IS 'By when.';
COMMENT ON COLUMN milestone.reached IS 'When it was; empty while it is not.';
COMMENT ON COLUMN milestone.note_en IS 'Obstacles and what is done about them.';
CREATE UNIQUE INDEX milestone_by_key ON milestone (project, code);
CREATE INDEX milestone_by_project ON milestone (project, due_first, id);
CREATE INDEX milestone_by_code ON milestone (code, id);
CREATE INDEX milestone_by_name_en ON milestone (name_en, id);
CREATE INDEX milestone_by_name_zh ON milestone (name_zh, id);
CREATE INDEX milestone_by_due_first ON milestone (due_first, id);
CREATE INDEX milestone_by_reached_first ON milestone (reached_first, id);
-- every version, never changed
CREATE TABLE milestone_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	project TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	due TEXT COLLATE "C",
	due_first TEXT COLLATE "C",
	due_last TEXT COLLATE "C",
	reached TEXT COLLATE "C",
	reached_first TEXT COLLATE "C",
	reached_last TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE milestone_history IS 'every version, never changed';
COMMENT ON COLUMN milestone_history.id IS 'of the record';
COMMENT ON COLUMN milestone_history.rev IS 'revision: names the content';
COMMENT ON COLUMN milestone_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN milestone_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN milestone_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN milestone_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN milestone_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX milestone_history_by_project ON milestone_history (project, id);
CREATE INDEX milestone_history_by_code ON milestone_history (code, id);
CREATE INDEX milestone_history_by_name_en ON milestone_history (name_en, id);
CREATE INDEX milestone_history_by_name_zh ON milestone_history (name_zh, id);
CREATE INDEX milestone_history_by_due_first ON milestone_history (due_first, id);
CREATE INDEX milestone_history_by_reached_first ON milestone_history (reached_first, id);
-- texts in further languages
CREATE TABLE milestone_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE milestone_text IS 'texts in further languages';
COMMENT ON COLUMN milestone_text.record IS 'the record they live with';
COMMENT ON COLUMN milestone_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN milestone_text.field IS 'the field''s name';
COMMENT ON COLUMN milestone_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN milestone_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE milestone_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE milestone_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN milestone_text_history.record IS 'the record they live with';
COMMENT ON COLUMN milestone_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN milestone_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN milestone_text_history.field IS 'the field''s name';
COMMENT ON COLUMN milestone_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN milestone_text_history.text IS 'the text';
-- Values of figures that are entered by hand, with their source.
CREATE TABLE observation (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	figure TEXT COLLATE "C" NOT NULL,
	day TEXT COLLATE "C" NOT NULL,
	day_first TEXT COLLATE "C" NOT NULL,
	day_last TEXT COLLATE "C" NOT NULL,
	value DOUBLE PRECISION,
	judgement TEXT COLLATE "C",
	grounds_en TEXT COLLATE "C",
	grounds_zh TEXT COLLATE "C",
	source TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
);
COMMENT ON TABLE observation IS 'Values of figures that are entered by hand, with their source.';
COMMENT ON COLUMN observation.id IS 'UUID version 7';
COMMENT ON COLUMN observation.rev IS 'revision, from 1';
COMMENT ON COLUMN observation.change IS 'the write that made it';
COMMENT ON COLUMN observation.recorded_from IS 'since when it is known';
COMMENT ON COLUMN observation.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN observation.figure IS 'What was observed.';
COMMENT ON COLUMN observation.day IS 'The day, month or year it holds for.';
COMMENT ON COLUMN observation.value IS 'In the figure''s unit; empty for one in words.';
COMMENT ON COLUMN observation.judgement IS 'Of a target in words, with its reason below.';
COMMENT ON COLUMN observation.grounds_en IS 'Why it was judged so.';
COMMENT ON COLUMN observation.source IS 'Where the number comes from.';
CREATE UNIQUE INDEX observation_by_key ON observation (figure, day);
CREATE INDEX observation_by_figure ON observation (figure, day_first, id);
CREATE INDEX observation_by_day_first ON observation (day_first, id);
CREATE INDEX observation_by_judgement ON observation (judgement, day_first, id);
-- every version, never changed
CREATE TABLE observation_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	figure TEXT COLLATE "C",
	day TEXT COLLATE "C",
	day_first TEXT COLLATE "C",
	day_last TEXT COLLATE "C",
	value DOUBLE PRECISION,
	judgement TEXT COLLATE "C",
	grounds_en TEXT COLLATE "C",
	grounds_zh TEXT COLLATE "C",
	source TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE observation_history IS 'every version, never changed';
COMMENT ON COLUMN observation_history.id IS 'of the record';
COMMENT ON COLUMN observation_history.rev IS 'revision: names the content';
COMMENT ON COLUMN observation_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN observation_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN observation_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN observation_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN observation_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX observation_history_by_figure ON observation_history (figure, id);
CREATE INDEX observation_history_by_day_first ON observation_history (day_first, id);
-- texts in further languages
CREATE TABLE observation_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE observation_text IS 'texts in further languages';
COMMENT ON COLUMN observation_text.record IS 'the record they live with';
COMMENT ON COLUMN observation_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN observation_text.field IS 'the field''s name';
COMMENT ON COLUMN observation_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN observation_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE observation_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE observation_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN observation_text_history.record IS 'the record they live with';
COMMENT ON COLUMN observation_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN observation_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN observation_text_history.field IS 'the field''s name';
COMMENT ON COLUMN observation_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN observation_text_history.text IS 'the text';
-- Laboratories, institutes, bodies, enterprises and authorities.
CREATE TABLE organisation (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C" NOT NULL,
	parent TEXT COLLATE "C",
	country TEXT COLLATE "C",
	address_en TEXT COLLATE "C",
	address_zh TEXT COLLATE "C",
	website TEXT COLLATE "C",
	email TEXT COLLATE "C",
	zone TEXT COLLATE "C",
	area TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	listed BIGINT,
	high_tech BIGINT,
	international BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE organisation IS 'Laboratories, institutes, bodies, enterprises and authorities.';
COMMENT ON COLUMN organisation.id IS 'UUID version 7';
COMMENT ON COLUMN organisation.rev IS 'revision, from 1';
COMMENT ON COLUMN organisation.change IS 'the write that made it';
COMMENT ON COLUMN organisation.recorded_from IS 'since when it is known';
COMMENT ON COLUMN organisation.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN organisation.code IS 'Registration number or short code; no two organisations share one.';
COMMENT ON COLUMN organisation.name_en IS 'Full name in each language the organisation uses.';
COMMENT ON COLUMN organisation.kind IS 'What the organisation is in the quality infrastructure.';
COMMENT ON COLUMN organisation.parent IS 'The organisation that this one belongs to.';
COMMENT ON COLUMN organisation.country IS 'Two letters of ISO 3166-1, for example CN.';
COMMENT ON COLUMN organisation.address_en IS 'Registered postal address.';
COMMENT ON COLUMN organisation.website IS 'Public address on the web.';
COMMENT ON COLUMN organisation.email IS 'Where notices for the organisation go; its members read it.';
COMMENT ON COLUMN organisation.zone IS 'Decides which day it is for the organisation, for example Asia/Shanghai.';
COMMENT ON COLUMN organisation.area IS 'The district it is registered in.';
COMMENT ON COLUMN organisation.cluster IS 'The cluster it belongs to; from which day, its history says.';
COMMENT ON COLUMN organisation.listed IS 'Whether its shares are traded on an exchange.';
COMMENT ON COLUMN organisation.high_tech IS 'Whether the state recognises it as one.';
COMMENT ON COLUMN organisation.international IS 'Whether it works under a name known in many countries.';
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
-- every version, never changed
CREATE TABLE organisation_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	parent TEXT COLLATE "C",
	country TEXT COLLATE "C",
	address_en TEXT COLLATE "C",
	address_zh TEXT COLLATE "C",
	website TEXT COLLATE "C",
	email TEXT COLLATE "C",
	zone TEXT COLLATE "C",
	area TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	listed BIGINT,
	high_tech BIGINT,
	international BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE organisation_history IS 'every version, never changed';
COMMENT ON COLUMN organisation_history.id IS 'of the record';
COMMENT ON COLUMN organisation_history.rev IS 'revision: names the content';
COMMENT ON COLUMN organisation_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN organisation_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN organisation_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN organisation_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN organisation_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX organisation_history_by_code ON organisation_history (code, id);
CREATE INDEX organisation_history_by_name_en ON organisation_history (name_en, id);
CREATE INDEX organisation_history_by_name_zh ON organisation_history (name_zh, id);
CREATE INDEX organisation_history_by_parent ON organisation_history (parent, id);
CREATE INDEX organisation_history_by_area ON organisation_history (area, id);
CREATE INDEX organisation_history_by_cluster ON organisation_history (cluster, id);
-- texts in further languages
CREATE TABLE organisation_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE organisation_text IS 'texts in further languages';
COMMENT ON COLUMN organisation_text.record IS 'the record they live with';
COMMENT ON COLUMN organisation_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN organisation_text.field IS 'the field''s name';
COMMENT ON COLUMN organisation_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN organisation_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE organisation_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE organisation_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN organisation_text_history.record IS 'the record they live with';
COMMENT ON COLUMN organisation_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN organisation_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN organisation_text_history.field IS 'the field''s name';
COMMENT ON COLUMN organisation_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN organisation_text_history.text IS 'the text';
-- Recognition arrangements that the organisation has signed.
CREATE TABLE organisation_arrangement (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	activity TEXT COLLATE "C",
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE organisation_arrangement IS 'Recognition arrangements that the organisation has signed.';
COMMENT ON COLUMN organisation_arrangement.record IS 'the record they live with';
COMMENT ON COLUMN organisation_arrangement.n IS 'its place, from 1';
COMMENT ON COLUMN organisation_arrangement.rev IS 'the revision that brought the row';
COMMENT ON COLUMN organisation_arrangement.name IS 'For example ILAC MRA or CIPM MRA.';
COMMENT ON COLUMN organisation_arrangement.activity IS 'What the signature covers, for example calibration.';
COMMENT ON COLUMN organisation_arrangement.since IS 'First day on which it holds.';
COMMENT ON COLUMN organisation_arrangement.until IS 'Last day on which it holds; empty while it goes on.';
-- rows that a later revision replaced
CREATE TABLE organisation_arrangement_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	name TEXT COLLATE "C",
	activity TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE organisation_arrangement_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN organisation_arrangement_history.record IS 'the record they live with';
COMMENT ON COLUMN organisation_arrangement_history.n IS 'its place, from 1';
COMMENT ON COLUMN organisation_arrangement_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN organisation_arrangement_history.rev_to IS 'the revision that no longer has it';
-- What an organisation earned, employed and owned in a year.
CREATE TABLE organisation_year (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	year BIGINT NOT NULL,
	domain TEXT COLLATE "C" NOT NULL,
	revenue_minor BIGINT,
	revenue_currency TEXT COLLATE "C",
	staff BIGINT,
	technical_staff BIGINT,
	floor_area TEXT COLLATE "C",
	floor_area_value DOUBLE PRECISION,
	floor_area_unit TEXT COLLATE "C",
	floor_area_canonical DOUBLE PRECISION,
	floor_area_canonical_unit TEXT COLLATE "C",
	equipment BIGINT,
	equipment_value_minor BIGINT,
	equipment_value_currency TEXT COLLATE "C",
	source TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE organisation_year IS 'What an organisation earned, employed and owned in a year.';
COMMENT ON COLUMN organisation_year.id IS 'UUID version 7';
COMMENT ON COLUMN organisation_year.rev IS 'revision, from 1';
COMMENT ON COLUMN organisation_year.change IS 'the write that made it';
COMMENT ON COLUMN organisation_year.recorded_from IS 'since when it is known';
COMMENT ON COLUMN organisation_year.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN organisation_year.organisation IS 'Whose figures they are.';
COMMENT ON COLUMN organisation_year.year IS 'Calendar year; stocks are those of its last day.';
COMMENT ON COLUMN organisation_year.domain IS 'The business the figures are about; one row each, so that nothing is counted twice.';
COMMENT ON COLUMN organisation_year.revenue_minor IS 'Main-business revenue of the year, before tax.';
COMMENT ON COLUMN organisation_year.staff IS 'All who work in the domain.';
COMMENT ON COLUMN organisation_year.technical_staff IS 'Of these, those who measure, test, inspect or assess.';
COMMENT ON COLUMN organisation_year.floor_area IS 'Of laboratories and offices used for the domain.';
COMMENT ON COLUMN organisation_year.equipment IS 'Measurement standards, instruments and test equipment.';
COMMENT ON COLUMN organisation_year.equipment_value_minor IS 'What the equipment cost when it was bought.';
COMMENT ON COLUMN organisation_year.source IS 'Where the figures come from, for example the annual statistical return.';
CREATE UNIQUE INDEX organisation_year_by_key ON organisation_year (organisation, year, domain);
CREATE INDEX organisation_year_by_organisation ON organisation_year (organisation, year, id);
CREATE INDEX organisation_year_by_year ON organisation_year (year, id);
CREATE INDEX organisation_year_by_domain ON organisation_year (domain, year, id);
CREATE INDEX organisation_year_by_revenue_minor ON organisation_year (revenue_minor, year, id);
-- every version, never changed
CREATE TABLE organisation_year_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	year BIGINT,
	domain TEXT COLLATE "C",
	revenue_minor BIGINT,
	revenue_currency TEXT COLLATE "C",
	staff BIGINT,
	technical_staff BIGINT,
	floor_area TEXT COLLATE "C",
	floor_area_value DOUBLE PRECISION,
	floor_area_unit TEXT COLLATE "C",
	floor_area_canonical DOUBLE PRECISION,
	floor_area_canonical_unit TEXT COLLATE "C",
	equipment BIGINT,
	equipment_value_minor BIGINT,
	equipment_value_currency TEXT COLLATE "C",
	source TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE organisation_year_history IS 'every version, never changed';
COMMENT ON COLUMN organisation_year_history.id IS 'of the record';
COMMENT ON COLUMN organisation_year_history.rev IS 'revision: names the content';
COMMENT ON COLUMN organisation_year_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN organisation_year_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN organisation_year_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN organisation_year_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN organisation_year_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX organisation_year_history_by_organisation ON organisation_year_history (organisation, id);
CREATE INDEX organisation_year_history_by_year ON organisation_year_history (year, id);
-- People who measure, sign, assess and draft; read by their organisation only.
CREATE TABLE person (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	position_en TEXT COLLATE "C",
	position_zh TEXT COLLATE "C",
	email TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE person IS 'People who measure, sign, assess and draft; read by their organisation only.';
COMMENT ON COLUMN person.id IS 'UUID version 7';
COMMENT ON COLUMN person.rev IS 'revision, from 1';
COMMENT ON COLUMN person.change IS 'the write that made it';
COMMENT ON COLUMN person.recorded_from IS 'since when it is known';
COMMENT ON COLUMN person.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN person.organisation IS 'Where the person works.';
COMMENT ON COLUMN person.number IS 'The organisation''s number for the person, not a state identity number; unique in the organisation.';
COMMENT ON COLUMN person.name_en IS 'As it stands on certificates.';
COMMENT ON COLUMN person.position_en IS 'Post or professional title.';
COMMENT ON COLUMN person.email IS 'At work.';
COMMENT ON COLUMN person.since IS 'First day at the organisation.';
COMMENT ON COLUMN person.until IS 'Last day there; empty while it goes on.';
CREATE UNIQUE INDEX person_by_key ON person (organisation, number);
CREATE INDEX person_by_organisation ON person (organisation, number, id);
CREATE INDEX person_by_number ON person (number, id);
CREATE INDEX person_by_name_en ON person (name_en, id);
CREATE INDEX person_by_name_zh ON person (name_zh, id);
-- every version, never changed
CREATE TABLE person_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	number TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	position_en TEXT COLLATE "C",
	position_zh TEXT COLLATE "C",
	email TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE person_history IS 'every version, never changed';
COMMENT ON COLUMN person_history.id IS 'of the record';
COMMENT ON COLUMN person_history.rev IS 'revision: names the content';
COMMENT ON COLUMN person_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN person_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN person_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN person_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN person_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX person_history_by_organisation ON person_history (organisation, id);
CREATE INDEX person_history_by_number ON person_history (number, id);
CREATE INDEX person_history_by_name_en ON person_history (name_en, id);
CREATE INDEX person_history_by_name_zh ON person_history (name_zh, id);
-- texts in further languages
CREATE TABLE person_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE person_text IS 'texts in further languages';
COMMENT ON COLUMN person_text.record IS 'the record they live with';
COMMENT ON COLUMN person_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN person_text.field IS 'the field''s name';
COMMENT ON COLUMN person_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN person_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE person_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE person_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN person_text_history.record IS 'the record they live with';
COMMENT ON COLUMN person_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN person_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN person_text_history.field IS 'the field''s name';
COMMENT ON COLUMN person_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN person_text_history.text IS 'the text';
-- Plans for quality infrastructure, with figures, projects and clusters.
CREATE TABLE plan (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C",
	authority TEXT COLLATE "C",
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	until TEXT COLLATE "C" NOT NULL,
	until_first TEXT COLLATE "C" NOT NULL,
	until_last TEXT COLLATE "C" NOT NULL,
	baseline TEXT COLLATE "C",
	invented BIGINT,
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE plan IS 'Plans for quality infrastructure, with figures, projects and clusters.';
COMMENT ON COLUMN plan.id IS 'UUID version 7';
COMMENT ON COLUMN plan.rev IS 'revision, from 1';
COMMENT ON COLUMN plan.change IS 'the write that made it';
COMMENT ON COLUMN plan.recorded_from IS 'since when it is known';
COMMENT ON COLUMN plan.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN plan.code IS 'A short word that no other plan has.';
COMMENT ON COLUMN plan.name_en IS 'Its title.';
COMMENT ON COLUMN plan.area IS 'For which area it was made.';
COMMENT ON COLUMN plan.authority IS 'Who answers for it.';
COMMENT ON COLUMN plan.since IS 'First day or year of its term.';
COMMENT ON COLUMN plan.until IS 'Last day or year of its term.';
COMMENT ON COLUMN plan.baseline IS 'The year or day of its baseline figures; empty where it states none.';
COMMENT ON COLUMN plan.invented IS 'The registers that are counted hold invented records: the counts say nothing about the place.';
COMMENT ON COLUMN plan.note_en IS 'What a reader of its figures must know.';
CREATE UNIQUE INDEX plan_by_key ON plan (code);
CREATE INDEX plan_by_code ON plan (code, id);
CREATE INDEX plan_by_name_en ON plan (name_en, id);
CREATE INDEX plan_by_name_zh ON plan (name_zh, id);
CREATE INDEX plan_by_area ON plan (area, since_first, id);
CREATE INDEX plan_by_authority ON plan (authority, since_first, id);
CREATE INDEX plan_by_since_first ON plan (since_first, id);
CREATE INDEX plan_by_until_first ON plan (until_first, id);
-- every version, never changed
CREATE TABLE plan_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	area TEXT COLLATE "C",
	authority TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	baseline TEXT COLLATE "C",
	invented BIGINT,
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE plan_history IS 'every version, never changed';
COMMENT ON COLUMN plan_history.id IS 'of the record';
COMMENT ON COLUMN plan_history.rev IS 'revision: names the content';
COMMENT ON COLUMN plan_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN plan_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN plan_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN plan_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN plan_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX plan_history_by_code ON plan_history (code, id);
CREATE INDEX plan_history_by_name_en ON plan_history (name_en, id);
CREATE INDEX plan_history_by_name_zh ON plan_history (name_zh, id);
CREATE INDEX plan_history_by_area ON plan_history (area, id);
CREATE INDEX plan_history_by_authority ON plan_history (authority, id);
CREATE INDEX plan_history_by_since_first ON plan_history (since_first, id);
CREATE INDEX plan_history_by_until_first ON plan_history (until_first, id);
-- texts in further languages
CREATE TABLE plan_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE plan_text IS 'texts in further languages';
COMMENT ON COLUMN plan_text.record IS 'the record they live with';
COMMENT ON COLUMN plan_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN plan_text.field IS 'the field''s name';
COMMENT ON COLUMN plan_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN plan_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE plan_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE plan_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN plan_text_history.record IS 'the record they live with';
COMMENT ON COLUMN plan_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN plan_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN plan_text_history.field IS 'the field''s name';
COMMENT ON COLUMN plan_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN plan_text_history.text IS 'the text';
-- Centres, stations, key laboratories and public platforms approved by a government.
CREATE TABLE platform (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C" NOT NULL,
	level TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	field TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	area TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	approved TEXT COLLATE "C",
	approved_first TEXT COLLATE "C",
	approved_last TEXT COLLATE "C",
	opened TEXT COLLATE "C",
	opened_first TEXT COLLATE "C",
	opened_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE platform IS 'Centres, stations, key laboratories and public platforms approved by a government.';
COMMENT ON COLUMN platform.id IS 'UUID version 7';
COMMENT ON COLUMN platform.rev IS 'revision, from 1';
COMMENT ON COLUMN platform.change IS 'the write that made it';
COMMENT ON COLUMN platform.recorded_from IS 'since when it is known';
COMMENT ON COLUMN platform.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN platform.code IS 'A short word that no other platform has.';
COMMENT ON COLUMN platform.name_en IS 'As its approval names it.';
COMMENT ON COLUMN platform.kind IS 'What it is.';
COMMENT ON COLUMN platform.level IS 'Who approved it.';
COMMENT ON COLUMN platform.organisation IS 'The organisation that runs it.';
COMMENT ON COLUMN platform.field IS 'The field it serves.';
COMMENT ON COLUMN platform.cluster IS 'The cluster it belongs to, if any.';
COMMENT ON COLUMN platform.area IS 'Where it stands.';
COMMENT ON COLUMN platform.state IS 'How far it has come.';
COMMENT ON COLUMN platform.approved IS 'When it was approved.';
COMMENT ON COLUMN platform.opened IS 'First day of operation.';
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
-- every version, never changed
CREATE TABLE platform_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	level TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	field TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	area TEXT COLLATE "C",
	state TEXT COLLATE "C",
	approved TEXT COLLATE "C",
	approved_first TEXT COLLATE "C",
	approved_last TEXT COLLATE "C",
	opened TEXT COLLATE "C",
	opened_first TEXT COLLATE "C",
	opened_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE platform_history IS 'every version, never changed';
COMMENT ON COLUMN platform_history.id IS 'of the record';
COMMENT ON COLUMN platform_history.rev IS 'revision: names the content';
COMMENT ON COLUMN platform_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN platform_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN platform_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN platform_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN platform_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX platform_history_by_code ON platform_history (code, id);
CREATE INDEX platform_history_by_name_en ON platform_history (name_en, id);
CREATE INDEX platform_history_by_name_zh ON platform_history (name_zh, id);
CREATE INDEX platform_history_by_organisation ON platform_history (organisation, id);
CREATE INDEX platform_history_by_field ON platform_history (field, id);
CREATE INDEX platform_history_by_cluster ON platform_history (cluster, id);
CREATE INDEX platform_history_by_area ON platform_history (area, id);
CREATE INDEX platform_history_by_approved_first ON platform_history (approved_first, id);
CREATE INDEX platform_history_by_opened_first ON platform_history (opened_first, id);
-- texts in further languages
CREATE TABLE platform_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE platform_text IS 'texts in further languages';
COMMENT ON COLUMN platform_text.record IS 'the record they live with';
COMMENT ON COLUMN platform_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN platform_text.field IS 'the field''s name';
COMMENT ON COLUMN platform_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN platform_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE platform_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE platform_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN platform_text_history.record IS 'the record they live with';
COMMENT ON COLUMN platform_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN platform_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN platform_text_history.field IS 'the field''s name';
COMMENT ON COLUMN platform_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN platform_text_history.text IS 'the text';
-- Classes of products, instruments and industries.
CREATE TABLE product_category (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	scheme TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	quantity TEXT COLLATE "C",
	quantity_code TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE product_category IS 'Classes of products, instruments and industries.';
COMMENT ON COLUMN product_category.id IS 'UUID version 7';
COMMENT ON COLUMN product_category.rev IS 'revision, from 1';
COMMENT ON COLUMN product_category.change IS 'the write that made it';
COMMENT ON COLUMN product_category.recorded_from IS 'since when it is known';
COMMENT ON COLUMN product_category.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN product_category.scheme IS 'Whose classification it is.';
COMMENT ON COLUMN product_category.code IS 'As the scheme writes it, leading zeros kept.';
COMMENT ON COLUMN product_category.name_en IS 'What belongs to it.';
COMMENT ON COLUMN product_category.broader IS 'The category that holds this one.';
COMMENT ON COLUMN product_category.note_en IS 'What the scheme says to belong to it, or not.';
COMMENT ON COLUMN product_category.quantity IS 'Of a measuring instrument: what it measures.';
COMMENT ON COLUMN product_category.quantity_code IS 'The kind''s code in Zhun''s own table, where it has one.';
COMMENT ON COLUMN product_category.origin IS 'The published source that it was imported from.';
CREATE UNIQUE INDEX product_category_by_key ON product_category (scheme, code);
CREATE INDEX product_category_by_scheme ON product_category (scheme, code, id);
CREATE INDEX product_category_by_code ON product_category (code, id);
CREATE INDEX product_category_by_name_en ON product_category (name_en, id);
CREATE INDEX product_category_by_name_zh ON product_category (name_zh, id);
CREATE INDEX product_category_by_broader ON product_category (broader, code, id);
CREATE INDEX product_category_by_quantity ON product_category (quantity, code, id);
CREATE INDEX product_category_by_quantity_code ON product_category (quantity_code, code, id);
CREATE INDEX product_category_by_origin ON product_category (origin, code, id);
-- every version, never changed
CREATE TABLE product_category_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	scheme TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	quantity TEXT COLLATE "C",
	quantity_code TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE product_category_history IS 'every version, never changed';
COMMENT ON COLUMN product_category_history.id IS 'of the record';
COMMENT ON COLUMN product_category_history.rev IS 'revision: names the content';
COMMENT ON COLUMN product_category_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN product_category_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN product_category_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN product_category_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN product_category_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX product_category_history_by_code ON product_category_history (code, id);
CREATE INDEX product_category_history_by_name_en ON product_category_history (name_en, id);
CREATE INDEX product_category_history_by_name_zh ON product_category_history (name_zh, id);
CREATE INDEX product_category_history_by_broader ON product_category_history (broader, id);
CREATE INDEX product_category_history_by_quantity ON product_category_history (quantity, id);
CREATE INDEX product_category_history_by_origin ON product_category_history (origin, id);
-- texts in further languages
CREATE TABLE product_category_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE product_category_text IS 'texts in further languages';
COMMENT ON COLUMN product_category_text.record IS 'the record they live with';
COMMENT ON COLUMN product_category_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN product_category_text.field IS 'the field''s name';
COMMENT ON COLUMN product_category_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN product_category_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE product_category_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE product_category_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN product_category_text_history.record IS 'the record they live with';
COMMENT ON COLUMN product_category_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN product_category_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN product_category_text_history.field IS 'the field''s name';
COMMENT ON COLUMN product_category_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN product_category_text_history.text IS 'the text';
-- Documents made for this category.
CREATE TABLE product_category_rule (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE product_category_rule IS 'Documents made for this category.';
COMMENT ON COLUMN product_category_rule.record IS 'the record they live with';
COMMENT ON COLUMN product_category_rule.n IS 'its place, from 1';
COMMENT ON COLUMN product_category_rule.rev IS 'the revision that brought the row';
COMMENT ON COLUMN product_category_rule.number IS 'Its number without the edition, for example OIML R 76.';
CREATE INDEX product_category_rule_by_number ON product_category_rule (number, record);
-- rows that a later revision replaced
CREATE TABLE product_category_rule_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	number TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE product_category_rule_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN product_category_rule_history.record IS 'the record they live with';
COMMENT ON COLUMN product_category_rule_history.n IS 'its place, from 1';
COMMENT ON COLUMN product_category_rule_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN product_category_rule_history.rev_to IS 'the revision that no longer has it';
-- Projects of a plan: what is built, by whom, and how far it has come.
CREATE TABLE project (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	other_name_en TEXT COLLATE "C",
	other_name_zh TEXT COLLATE "C",
	category TEXT COLLATE "C" NOT NULL,
	kind_en TEXT COLLATE "C",
	kind_zh TEXT COLLATE "C",
	place TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	budget_minor BIGINT,
	budget_currency TEXT COLLATE "C",
	state TEXT COLLATE "C",
	started TEXT COLLATE "C",
	started_first TEXT COLLATE "C",
	started_last TEXT COLLATE "C",
	completed TEXT COLLATE "C",
	completed_first TEXT COLLATE "C",
	completed_last TEXT COLLATE "C",
	platform TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE project IS 'Projects of a plan: what is built, by whom, and how far it has come.';
COMMENT ON COLUMN project.id IS 'UUID version 7';
COMMENT ON COLUMN project.rev IS 'revision, from 1';
COMMENT ON COLUMN project.change IS 'the write that made it';
COMMENT ON COLUMN project.recorded_from IS 'since when it is known';
COMMENT ON COLUMN project.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN project.plan IS 'The plan that names it.';
COMMENT ON COLUMN project.code IS 'Unique in the plan.';
COMMENT ON COLUMN project.name_en IS 'As the plan names it.';
COMMENT ON COLUMN project.other_name_en IS 'Where the plan uses a second one.';
COMMENT ON COLUMN project.category IS 'What it is for.';
COMMENT ON COLUMN project.kind_en IS 'For example national quality inspection centre.';
COMMENT ON COLUMN project.place IS 'The box or section that names it.';
COMMENT ON COLUMN project.cluster IS 'Where the plan puts it in one.';
COMMENT ON COLUMN project.organisation IS 'Who builds it; empty where the plan names nobody.';
COMMENT ON COLUMN project.budget_minor IS 'Empty where none is stated.';
COMMENT ON COLUMN project.state IS 'How far it has come; empty where it is not known.';
COMMENT ON COLUMN project.started IS 'When work began.';
COMMENT ON COLUMN project.completed IS 'When it went into operation.';
COMMENT ON COLUMN project.platform IS 'What it became.';
COMMENT ON COLUMN project.note_en IS 'What a reader must know.';
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
-- every version, never changed
CREATE TABLE project_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	plan TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	other_name_en TEXT COLLATE "C",
	other_name_zh TEXT COLLATE "C",
	category TEXT COLLATE "C",
	kind_en TEXT COLLATE "C",
	kind_zh TEXT COLLATE "C",
	place TEXT COLLATE "C",
	cluster TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	budget_minor BIGINT,
	budget_currency TEXT COLLATE "C",
	state TEXT COLLATE "C",
	started TEXT COLLATE "C",
	started_first TEXT COLLATE "C",
	started_last TEXT COLLATE "C",
	completed TEXT COLLATE "C",
	completed_first TEXT COLLATE "C",
	completed_last TEXT COLLATE "C",
	platform TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE project_history IS 'every version, never changed';
COMMENT ON COLUMN project_history.id IS 'of the record';
COMMENT ON COLUMN project_history.rev IS 'revision: names the content';
COMMENT ON COLUMN project_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN project_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN project_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN project_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN project_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX project_history_by_plan ON project_history (plan, id);
CREATE INDEX project_history_by_code ON project_history (code, id);
CREATE INDEX project_history_by_name_en ON project_history (name_en, id);
CREATE INDEX project_history_by_name_zh ON project_history (name_zh, id);
CREATE INDEX project_history_by_cluster ON project_history (cluster, id);
CREATE INDEX project_history_by_organisation ON project_history (organisation, id);
CREATE INDEX project_history_by_platform ON project_history (platform, id);
-- texts in further languages
CREATE TABLE project_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE project_text IS 'texts in further languages';
COMMENT ON COLUMN project_text.record IS 'the record they live with';
COMMENT ON COLUMN project_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN project_text.field IS 'the field''s name';
COMMENT ON COLUMN project_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN project_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE project_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE project_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN project_text_history.record IS 'the record they live with';
COMMENT ON COLUMN project_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN project_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN project_text_history.field IS 'the field''s name';
COMMENT ON COLUMN project_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN project_text_history.text IS 'the text';
-- How far it had come on which day.
CREATE TABLE project_state (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE project_state IS 'How far it had come on which day.';
COMMENT ON COLUMN project_state.record IS 'the record they live with';
COMMENT ON COLUMN project_state.n IS 'its place, from 1';
COMMENT ON COLUMN project_state.rev IS 'the revision that brought the row';
COMMENT ON COLUMN project_state.state IS 'What it became.';
COMMENT ON COLUMN project_state.since IS 'First day on which the state holds.';
COMMENT ON COLUMN project_state.reason IS 'Why.';
-- rows that a later revision replaced
CREATE TABLE project_state_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE project_state_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN project_state_history.record IS 'the record they live with';
COMMENT ON COLUMN project_state_history.n IS 'its place, from 1';
COMMENT ON COLUMN project_state_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN project_state_history.rev_to IS 'the revision that no longer has it';
-- What people are entitled to do, in which scope and until when.
CREATE TABLE qualification (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	issuer TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C",
	organisation TEXT COLLATE "C" NOT NULL,
	scope_en TEXT COLLATE "C",
	scope_zh TEXT COLLATE "C",
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE qualification IS 'What people are entitled to do, in which scope and until when.';
COMMENT ON COLUMN qualification.id IS 'UUID version 7';
COMMENT ON COLUMN qualification.rev IS 'revision, from 1';
COMMENT ON COLUMN qualification.change IS 'the write that made it';
COMMENT ON COLUMN qualification.recorded_from IS 'since when it is known';
COMMENT ON COLUMN qualification.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN qualification.kind IS 'What it entitles to.';
COMMENT ON COLUMN qualification.number IS 'As printed on it; unique with its issuer.';
COMMENT ON COLUMN qualification.issuer IS 'Who granted it.';
COMMENT ON COLUMN qualification.person IS 'Who holds it; empty when the person was erased.';
COMMENT ON COLUMN qualification.organisation IS 'For which it is used; a signatory signs for this one.';
COMMENT ON COLUMN qualification.scope_en IS 'What it covers, as stated.';
COMMENT ON COLUMN qualification.since IS 'First day on which it holds.';
COMMENT ON COLUMN qualification.until IS 'Last day on which it holds; empty for one without end.';
CREATE UNIQUE INDEX qualification_by_key ON qualification (issuer, number);
CREATE INDEX qualification_by_kind ON qualification (kind, since_first, id);
CREATE INDEX qualification_by_number ON qualification (number, id);
CREATE INDEX qualification_by_issuer ON qualification (issuer, since_first, id);
CREATE INDEX qualification_by_person ON qualification (person, since_first, id);
CREATE INDEX qualification_by_organisation ON qualification (organisation, since_first, id);
CREATE INDEX qualification_by_since_first ON qualification (since_first, id);
CREATE INDEX qualification_by_until_first ON qualification (until_first, id);
-- every version, never changed
CREATE TABLE qualification_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C",
	number TEXT COLLATE "C",
	issuer TEXT COLLATE "C",
	person TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	scope_en TEXT COLLATE "C",
	scope_zh TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE qualification_history IS 'every version, never changed';
COMMENT ON COLUMN qualification_history.id IS 'of the record';
COMMENT ON COLUMN qualification_history.rev IS 'revision: names the content';
COMMENT ON COLUMN qualification_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN qualification_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN qualification_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN qualification_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN qualification_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX qualification_history_by_number ON qualification_history (number, id);
CREATE INDEX qualification_history_by_issuer ON qualification_history (issuer, id);
CREATE INDEX qualification_history_by_person ON qualification_history (person, id);
CREATE INDEX qualification_history_by_organisation ON qualification_history (organisation, id);
CREATE INDEX qualification_history_by_since_first ON qualification_history (since_first, id);
CREATE INDEX qualification_history_by_until_first ON qualification_history (until_first, id);
-- texts in further languages
CREATE TABLE qualification_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE qualification_text IS 'texts in further languages';
COMMENT ON COLUMN qualification_text.record IS 'the record they live with';
COMMENT ON COLUMN qualification_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN qualification_text.field IS 'the field''s name';
COMMENT ON COLUMN qualification_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN qualification_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE qualification_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE qualification_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN qualification_text_history.record IS 'the record they live with';
COMMENT ON COLUMN qualification_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN qualification_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN qualification_text_history.field IS 'the field''s name';
COMMENT ON COLUMN qualification_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN qualification_text_history.text IS 'the text';
-- What it became on which day.
CREATE TABLE qualification_state (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C" NOT NULL,
	since_first TEXT COLLATE "C" NOT NULL,
	since_last TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE qualification_state IS 'What it became on which day.';
COMMENT ON COLUMN qualification_state.record IS 'the record they live with';
COMMENT ON COLUMN qualification_state.n IS 'its place, from 1';
COMMENT ON COLUMN qualification_state.rev IS 'the revision that brought the row';
COMMENT ON COLUMN qualification_state.state IS 'What it became.';
COMMENT ON COLUMN qualification_state.since IS 'First day on which the state holds.';
COMMENT ON COLUMN qualification_state.reason IS 'As the issuer stated it.';
-- rows that a later revision replaced
CREATE TABLE qualification_state_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	reason TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE qualification_state_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN qualification_state_history.record IS 'the record they live with';
COMMENT ON COLUMN qualification_state_history.n IS 'its place, from 1';
COMMENT ON COLUMN qualification_state_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN qualification_state_history.rev_to IS 'the revision that no longer has it';
-- Kinds of quantities with their coherent unit.
CREATE TABLE quantity_kind (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	symbol TEXT COLLATE "C",
	unit TEXT COLLATE "C" NOT NULL,
	broader TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE quantity_kind IS 'Kinds of quantities with their coherent unit.';
COMMENT ON COLUMN quantity_kind.id IS 'UUID version 7';
COMMENT ON COLUMN quantity_kind.rev IS 'revision, from 1';
COMMENT ON COLUMN quantity_kind.change IS 'the write that made it';
COMMENT ON COLUMN quantity_kind.recorded_from IS 'since when it is known';
COMMENT ON COLUMN quantity_kind.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN quantity_kind.code IS 'A word in small letters, for example length.';
COMMENT ON COLUMN quantity_kind.name_en IS 'As ISO/IEC 80000 names it.';
COMMENT ON COLUMN quantity_kind.symbol IS 'Customary symbol.';
COMMENT ON COLUMN quantity_kind.unit IS 'Coherent SI unit; its dimension is the kind''s.';
COMMENT ON COLUMN quantity_kind.broader IS 'The kind of which this is a special case.';
CREATE UNIQUE INDEX quantity_kind_by_key ON quantity_kind (code);
CREATE INDEX quantity_kind_by_code ON quantity_kind (code, id);
CREATE INDEX quantity_kind_by_name_en ON quantity_kind (name_en, id);
CREATE INDEX quantity_kind_by_name_zh ON quantity_kind (name_zh, id);
CREATE INDEX quantity_kind_by_broader ON quantity_kind (broader, code, id);
-- every version, never changed
CREATE TABLE quantity_kind_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	symbol TEXT COLLATE "C",
	unit TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE quantity_kind_history IS 'every version, never changed';
COMMENT ON COLUMN quantity_kind_history.id IS 'of the record';
COMMENT ON COLUMN quantity_kind_history.rev IS 'revision: names the content';
COMMENT ON COLUMN quantity_kind_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN quantity_kind_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN quantity_kind_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN quantity_kind_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN quantity_kind_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX quantity_kind_history_by_code ON quantity_kind_history (code, id);
CREATE INDEX quantity_kind_history_by_name_en ON quantity_kind_history (name_en, id);
CREATE INDEX quantity_kind_history_by_name_zh ON quantity_kind_history (name_zh, id);
CREATE INDEX quantity_kind_history_by_broader ON quantity_kind_history (broader, id);
-- texts in further languages
CREATE TABLE quantity_kind_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE quantity_kind_text IS 'texts in further languages';
COMMENT ON COLUMN quantity_kind_text.record IS 'the record they live with';
COMMENT ON COLUMN quantity_kind_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN quantity_kind_text.field IS 'the field''s name';
COMMENT ON COLUMN quantity_kind_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN quantity_kind_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE quantity_kind_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE quantity_kind_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN quantity_kind_text_history.record IS 'the record they live with';
COMMENT ON COLUMN quantity_kind_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN quantity_kind_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN quantity_kind_text_history.field IS 'the field''s name';
COMMENT ON COLUMN quantity_kind_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN quantity_kind_text_history.text IS 'the text';
-- Reference materials with their batches and certified values.
CREATE TABLE reference_material (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	producer TEXT COLLATE "C" NOT NULL,
	class TEXT COLLATE "C" NOT NULL,
	matrix_en TEXT COLLATE "C",
	matrix_zh TEXT COLLATE "C",
	shared BIGINT,
	PRIMARY KEY (id)
);
COMMENT ON TABLE reference_material IS 'Reference materials with their batches and certified values.';
COMMENT ON COLUMN reference_material.id IS 'UUID version 7';
COMMENT ON COLUMN reference_material.rev IS 'revision, from 1';
COMMENT ON COLUMN reference_material.change IS 'the write that made it';
COMMENT ON COLUMN reference_material.recorded_from IS 'since when it is known';
COMMENT ON COLUMN reference_material.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN reference_material.code IS 'The producer''s or the national code, for example GBW 08110; unique with its producer.';
COMMENT ON COLUMN reference_material.name_en IS 'Matrix and property.';
COMMENT ON COLUMN reference_material.producer IS 'Who produces it and answers for its values.';
COMMENT ON COLUMN reference_material.class IS 'How its values were assigned and examined.';
COMMENT ON COLUMN reference_material.matrix_en IS 'What it is made of.';
COMMENT ON COLUMN reference_material.shared IS 'Whether it can be ordered.';
CREATE UNIQUE INDEX reference_material_by_key ON reference_material (producer, code);
CREATE INDEX reference_material_by_code ON reference_material (code, id);
CREATE INDEX reference_material_by_name_en ON reference_material (name_en, id);
CREATE INDEX reference_material_by_name_zh ON reference_material (name_zh, id);
CREATE INDEX reference_material_by_producer ON reference_material (producer, code, id);
CREATE INDEX reference_material_by_class ON reference_material (class, code, id);
CREATE INDEX reference_material_by_shared ON reference_material (shared, code, id);
-- every version, never changed
CREATE TABLE reference_material_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	producer TEXT COLLATE "C",
	class TEXT COLLATE "C",
	matrix_en TEXT COLLATE "C",
	matrix_zh TEXT COLLATE "C",
	shared BIGINT,
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE reference_material_history IS 'every version, never changed';
COMMENT ON COLUMN reference_material_history.id IS 'of the record';
COMMENT ON COLUMN reference_material_history.rev IS 'revision: names the content';
COMMENT ON COLUMN reference_material_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN reference_material_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN reference_material_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN reference_material_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN reference_material_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX reference_material_history_by_code ON reference_material_history (code, id);
CREATE INDEX reference_material_history_by_name_en ON reference_material_history (name_en, id);
CREATE INDEX reference_material_history_by_name_zh ON reference_material_history (name_zh, id);
CREATE INDEX reference_material_history_by_producer ON reference_material_history (producer, id);
-- texts in further languages
CREATE TABLE reference_material_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE reference_material_text IS 'texts in further languages';
COMMENT ON COLUMN reference_material_text.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_text.field IS 'the field''s name';
COMMENT ON COLUMN reference_material_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN reference_material_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE reference_material_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE reference_material_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN reference_material_text_history.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN reference_material_text_history.field IS 'the field''s name';
COMMENT ON COLUMN reference_material_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN reference_material_text_history.text IS 'the text';
-- What was produced at once, with its values and expiry.
CREATE TABLE reference_material_batch (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	certified TEXT COLLATE "C",
	certified_first TEXT COLLATE "C",
	certified_last TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	units BIGINT,
	certificate TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE reference_material_batch IS 'What was produced at once, with its values and expiry.';
COMMENT ON COLUMN reference_material_batch.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_batch.n IS 'its place, from 1';
COMMENT ON COLUMN reference_material_batch.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_batch.number IS 'As printed on the label.';
COMMENT ON COLUMN reference_material_batch.certified IS 'Day of certification.';
COMMENT ON COLUMN reference_material_batch.valid_until IS 'Last day on which its values hold unopened.';
COMMENT ON COLUMN reference_material_batch.units IS 'Bottles or pieces.';
COMMENT ON COLUMN reference_material_batch.certificate IS 'Its certificate, where it is registered.';
COMMENT ON COLUMN reference_material_batch.state IS 'Whether it is sold; a recalled batch must not be used.';
CREATE INDEX reference_material_batch_by_number ON reference_material_batch (number, record);
CREATE INDEX reference_material_batch_by_valid_until_first ON reference_material_batch (valid_until_first, record);
CREATE INDEX reference_material_batch_by_certificate ON reference_material_batch (certificate, record);
-- rows that a later revision replaced
CREATE TABLE reference_material_batch_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	number TEXT COLLATE "C",
	certified TEXT COLLATE "C",
	certified_first TEXT COLLATE "C",
	certified_last TEXT COLLATE "C",
	valid_until TEXT COLLATE "C",
	valid_until_first TEXT COLLATE "C",
	valid_until_last TEXT COLLATE "C",
	units BIGINT,
	certificate TEXT COLLATE "C",
	state TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE reference_material_batch_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN reference_material_batch_history.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_batch_history.n IS 'its place, from 1';
COMMENT ON COLUMN reference_material_batch_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_batch_history.rev_to IS 'the revision that no longer has it';
-- Values of the batch with their uncertainties.
CREATE TABLE reference_material_batch_value (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	m BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	property_en TEXT COLLATE "C",
	property_zh TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	value TEXT COLLATE "C" NOT NULL,
	value_value DOUBLE PRECISION NOT NULL,
	value_unit TEXT COLLATE "C" NOT NULL,
	value_canonical DOUBLE PRECISION,
	value_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_value DOUBLE PRECISION,
	uncertainty_unit TEXT COLLATE "C",
	uncertainty_canonical DOUBLE PRECISION,
	uncertainty_canonical_unit TEXT COLLATE "C",
	k TEXT COLLATE "C",
	traceability_en TEXT COLLATE "C",
	traceability_zh TEXT COLLATE "C",
	PRIMARY KEY (record, n, m)
);
COMMENT ON TABLE reference_material_batch_value IS 'Values of the batch with their uncertainties.';
COMMENT ON COLUMN reference_material_batch_value.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_batch_value.n IS 'its place, from 1';
COMMENT ON COLUMN reference_material_batch_value.m IS 'its place under row n, from 1';
COMMENT ON COLUMN reference_material_batch_value.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_batch_value.property_en IS 'For example mass fraction of lead.';
COMMENT ON COLUMN reference_material_batch_value.quantity_kind IS 'Its kind.';
COMMENT ON COLUMN reference_material_batch_value.value IS 'Digits and unit as certified.';
COMMENT ON COLUMN reference_material_batch_value.uncertainty IS 'Expanded uncertainty of the certified value.';
COMMENT ON COLUMN reference_material_batch_value.k IS 'As written.';
COMMENT ON COLUMN reference_material_batch_value.traceability_en IS 'To what the value is traceable, as stated.';
CREATE INDEX reference_material_batch_value_by_quantity_kind ON reference_material_batch_value (quantity_kind, record);
-- rows that a later revision replaced
CREATE TABLE reference_material_batch_value_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	m BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	property_en TEXT COLLATE "C",
	property_zh TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	value TEXT COLLATE "C",
	value_value DOUBLE PRECISION,
	value_unit TEXT COLLATE "C",
	value_canonical DOUBLE PRECISION,
	value_canonical_unit TEXT COLLATE "C",
	uncertainty TEXT COLLATE "C",
	uncertainty_value DOUBLE PRECISION,
	uncertainty_unit TEXT COLLATE "C",
	uncertainty_canonical DOUBLE PRECISION,
	uncertainty_canonical_unit TEXT COLLATE "C",
	k TEXT COLLATE "C",
	traceability_en TEXT COLLATE "C",
	traceability_zh TEXT COLLATE "C",
	PRIMARY KEY (record, n, m, rev)
);
COMMENT ON TABLE reference_material_batch_value_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN reference_material_batch_value_history.record IS 'the record they live with';
COMMENT ON COLUMN reference_material_batch_value_history.n IS 'its place, from 1';
COMMENT ON COLUMN reference_material_batch_value_history.m IS 'its place under row n, from 1';
COMMENT ON COLUMN reference_material_batch_value_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN reference_material_batch_value_history.rev_to IS 'the revision that no longer has it';
-- Where organisations work.
CREATE TABLE site (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	address_en TEXT COLLATE "C",
	address_zh TEXT COLLATE "C",
	latitude DOUBLE PRECISION,
	longitude DOUBLE PRECISION,
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE site IS 'Where organisations work.';
COMMENT ON COLUMN site.id IS 'UUID version 7';
COMMENT ON COLUMN site.rev IS 'revision, from 1';
COMMENT ON COLUMN site.change IS 'the write that made it';
COMMENT ON COLUMN site.recorded_from IS 'since when it is known';
COMMENT ON COLUMN site.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN site.organisation IS 'Whose site it is.';
COMMENT ON COLUMN site.code IS 'Unique in the organisation.';
COMMENT ON COLUMN site.name_en IS 'What people call it.';
COMMENT ON COLUMN site.address_en IS 'Where to send things and people.';
COMMENT ON COLUMN site.latitude IS 'Degrees north of the equator (WGS 84).';
COMMENT ON COLUMN site.longitude IS 'Degrees east of Greenwich (WGS 84).';
COMMENT ON COLUMN site.since IS 'First day of work there.';
COMMENT ON COLUMN site.until IS 'Last day of work there; empty while it goes on.';
CREATE UNIQUE INDEX site_by_key ON site (organisation, code);
CREATE INDEX site_by_organisation ON site (organisation, code, id);
CREATE INDEX site_by_code ON site (code, id);
CREATE INDEX site_by_name_en ON site (name_en, id);
CREATE INDEX site_by_name_zh ON site (name_zh, id);
CREATE INDEX site_by_latitude ON site (latitude, code, id);
CREATE INDEX site_by_longitude ON site (longitude, code, id);
-- every version, never changed
CREATE TABLE site_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	address_en TEXT COLLATE "C",
	address_zh TEXT COLLATE "C",
	latitude DOUBLE PRECISION,
	longitude DOUBLE PRECISION,
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE site_history IS 'every version, never changed';
COMMENT ON COLUMN site_history.id IS 'of the record';
COMMENT ON COLUMN site_history.rev IS 'revision: names the content';
COMMENT ON COLUMN site_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN site_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN site_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN site_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN site_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX site_history_by_organisation ON site_history (organisation, id);
CREATE INDEX site_history_by_code ON site_history (code, id);
CREATE INDEX site_history_by_name_en ON site_history (name_en, id);
CREATE INDEX site_history_by_name_zh ON site_history (name_zh, id);
-- texts in further languages
CREATE TABLE site_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE site_text IS 'texts in further languages';
COMMENT ON COLUMN site_text.record IS 'the record they live with';
COMMENT ON COLUMN site_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN site_text.field IS 'the field''s name';
COMMENT ON COLUMN site_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN site_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE site_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE site_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN site_text_history.record IS 'the record they live with';
COMMENT ON COLUMN site_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN site_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN site_text_history.field IS 'the field''s name';
COMMENT ON COLUMN site_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN site_text_history.text IS 'the text';
-- Vocabularies and catalogues of others that records were taken from, with licence and dates.
CREATE TABLE source (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	publisher TEXT COLLATE "C",
	address TEXT COLLATE "C",
	licence TEXT COLLATE "C",
	attribution TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE source IS 'Vocabularies and catalogues of others that records were taken from, with licence and dates.';
COMMENT ON COLUMN source.id IS 'UUID version 7';
COMMENT ON COLUMN source.rev IS 'revision, from 1';
COMMENT ON COLUMN source.change IS 'the write that made it';
COMMENT ON COLUMN source.recorded_from IS 'since when it is known';
COMMENT ON COLUMN source.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN source.code IS 'The word by which it is imported, for example ics.';
COMMENT ON COLUMN source.name_en IS 'What is published.';
COMMENT ON COLUMN source.publisher IS 'Who publishes it.';
COMMENT ON COLUMN source.address IS 'Where it is published.';
COMMENT ON COLUMN source.licence IS 'Under which its publisher gives it; the imports say what held for each.';
COMMENT ON COLUMN source.attribution IS 'The words that the licence asks to be shown.';
CREATE UNIQUE INDEX source_by_key ON source (code);
CREATE INDEX source_by_code ON source (code, id);
CREATE INDEX source_by_name_en ON source (name_en, id);
CREATE INDEX source_by_name_zh ON source (name_zh, id);
CREATE INDEX source_by_licence ON source (licence, code, id);
-- every version, never changed
CREATE TABLE source_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	publisher TEXT COLLATE "C",
	address TEXT COLLATE "C",
	licence TEXT COLLATE "C",
	attribution TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE source_history IS 'every version, never changed';
COMMENT ON COLUMN source_history.id IS 'of the record';
COMMENT ON COLUMN source_history.rev IS 'revision: names the content';
COMMENT ON COLUMN source_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN source_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN source_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN source_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN source_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX source_history_by_code ON source_history (code, id);
CREATE INDEX source_history_by_name_en ON source_history (name_en, id);
CREATE INDEX source_history_by_name_zh ON source_history (name_zh, id);
-- texts in further languages
CREATE TABLE source_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE source_text IS 'texts in further languages';
COMMENT ON COLUMN source_text.record IS 'the record they live with';
COMMENT ON COLUMN source_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN source_text.field IS 'the field''s name';
COMMENT ON COLUMN source_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN source_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE source_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE source_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN source_text_history.record IS 'the record they live with';
COMMENT ON COLUMN source_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN source_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN source_text_history.field IS 'the field''s name';
COMMENT ON COLUMN source_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN source_text_history.text IS 'the text';
-- What was taken in, and when.
CREATE TABLE source_import (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	imported TEXT COLLATE "C" NOT NULL,
	imported_first TEXT COLLATE "C" NOT NULL,
	imported_last TEXT COLLATE "C" NOT NULL,
	version TEXT COLLATE "C",
	address TEXT COLLATE "C",
	licence TEXT COLLATE "C" NOT NULL,
	files BIGINT NOT NULL,
	records BIGINT NOT NULL,
	digest TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE source_import IS 'What was taken in, and when.';
COMMENT ON COLUMN source_import.record IS 'the record they live with';
COMMENT ON COLUMN source_import.n IS 'its place, from 1';
COMMENT ON COLUMN source_import.rev IS 'the revision that brought the row';
COMMENT ON COLUMN source_import.imported IS 'The day on which the files were taken in.';
COMMENT ON COLUMN source_import.version IS 'As who imported it states: an edition, a date, a commit.';
COMMENT ON COLUMN source_import.address IS 'Where these files were taken from.';
COMMENT ON COLUMN source_import.licence IS 'That held for these files.';
COMMENT ON COLUMN source_import.files IS 'How many were read.';
COMMENT ON COLUMN source_import.records IS 'How many they hold, those that came twice once.';
COMMENT ON COLUMN source_import.digest IS 'SHA-256 of the file; of several, of their digests one after another by name.';
-- rows that a later revision replaced
CREATE TABLE source_import_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	imported TEXT COLLATE "C",
	imported_first TEXT COLLATE "C",
	imported_last TEXT COLLATE "C",
	version TEXT COLLATE "C",
	address TEXT COLLATE "C",
	licence TEXT COLLATE "C",
	files BIGINT,
	records BIGINT,
	digest TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE source_import_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN source_import_history.record IS 'the record they live with';
COMMENT ON COLUMN source_import_history.n IS 'its place, from 1';
COMMENT ON COLUMN source_import_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN source_import_history.rev_to IS 'the revision that no longer has it';
-- Standards and technical regulations, one record an edition.
CREATE TABLE standard (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C" NOT NULL,
	mandatory BIGINT,
	edition TEXT COLLATE "C",
	stage TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	published TEXT COLLATE "C",
	published_first TEXT COLLATE "C",
	published_last TEXT COLLATE "C",
	in_force TEXT COLLATE "C",
	in_force_first TEXT COLLATE "C",
	in_force_last TEXT COLLATE "C",
	withdrawn TEXT COLLATE "C",
	withdrawn_first TEXT COLLATE "C",
	withdrawn_last TEXT COLLATE "C",
	publisher TEXT COLLATE "C",
	publisher_name TEXT COLLATE "C",
	committee TEXT COLLATE "C",
	committee_name TEXT COLLATE "C",
	document_type TEXT COLLATE "C",
	languages TEXT COLLATE "C",
	ccs TEXT COLLATE "C",
	address TEXT COLLATE "C",
	lead TEXT COLLATE "C",
	abstract_en TEXT COLLATE "C",
	abstract_zh TEXT COLLATE "C",
	source TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE standard IS 'Standards and technical regulations, one record an edition.';
COMMENT ON COLUMN standard.id IS 'UUID version 7';
COMMENT ON COLUMN standard.rev IS 'revision, from 1';
COMMENT ON COLUMN standard.change IS 'the write that made it';
COMMENT ON COLUMN standard.recorded_from IS 'since when it is known';
COMMENT ON COLUMN standard.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN standard.number IS 'Designation with its edition, for example ISO 376:2011; no two standards share one.';
COMMENT ON COLUMN standard.name_en IS 'In each language in which it is published.';
COMMENT ON COLUMN standard.kind IS 'Who agreed on it.';
COMMENT ON COLUMN standard.mandatory IS 'Whether the law asks for it as a whole.';
COMMENT ON COLUMN standard.edition IS 'Number of the edition, as written.';
COMMENT ON COLUMN standard.stage IS 'Harmonised stage code, for example 60.60.';
COMMENT ON COLUMN standard.state IS 'What it is today; the dates below decide any other day.';
COMMENT ON COLUMN standard.published IS 'Date of publication; a year or a month where no more is known.';
COMMENT ON COLUMN standard.in_force IS 'First day on which it applies.';
COMMENT ON COLUMN standard.withdrawn IS 'First day on which it no longer applies.';
COMMENT ON COLUMN standard.publisher IS 'Who published it, where registered.';
COMMENT ON COLUMN standard.publisher_name IS 'As the catalogue names it.';
COMMENT ON COLUMN standard.committee IS 'The committee responsible for it.';
COMMENT ON COLUMN standard.committee_name IS 'As the catalogue names it.';
COMMENT ON COLUMN standard.document_type IS 'As its publisher classes it, for example technical-report.';
COMMENT ON COLUMN standard.languages IS 'In which it is published: tags with blanks between, for example en fr.';
COMMENT ON COLUMN standard.ccs IS 'Code of the Chinese Classification for Standards, for example A50.';
COMMENT ON COLUMN standard.address IS 'Where its publisher shows it.';
COMMENT ON COLUMN standard.lead IS 'The organisation of this register that led its drafting.';
COMMENT ON COLUMN standard.abstract_en IS 'What it is about, as its publisher summarises it.';
COMMENT ON COLUMN standard.source IS 'From which catalogue the entry was taken, with its licence and date.';
COMMENT ON COLUMN standard.origin IS 'The published source that it was imported from.';
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
-- every version, never changed
CREATE TABLE standard_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	mandatory BIGINT,
	edition TEXT COLLATE "C",
	stage TEXT COLLATE "C",
	state TEXT COLLATE "C",
	published TEXT COLLATE "C",
	published_first TEXT COLLATE "C",
	published_last TEXT COLLATE "C",
	in_force TEXT COLLATE "C",
	in_force_first TEXT COLLATE "C",
	in_force_last TEXT COLLATE "C",
	withdrawn TEXT COLLATE "C",
	withdrawn_first TEXT COLLATE "C",
	withdrawn_last TEXT COLLATE "C",
	publisher TEXT COLLATE "C",
	publisher_name TEXT COLLATE "C",
	committee TEXT COLLATE "C",
	committee_name TEXT COLLATE "C",
	document_type TEXT COLLATE "C",
	languages TEXT COLLATE "C",
	ccs TEXT COLLATE "C",
	address TEXT COLLATE "C",
	lead TEXT COLLATE "C",
	abstract_en TEXT COLLATE "C",
	abstract_zh TEXT COLLATE "C",
	source TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE standard_history IS 'every version, never changed';
COMMENT ON COLUMN standard_history.id IS 'of the record';
COMMENT ON COLUMN standard_history.rev IS 'revision: names the content';
COMMENT ON COLUMN standard_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN standard_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN standard_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN standard_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN standard_history.valid_to IS 'true before this day; 9999-12-31: without end';
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
-- texts in further languages
CREATE TABLE standard_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE standard_text IS 'texts in further languages';
COMMENT ON COLUMN standard_text.record IS 'the record they live with';
COMMENT ON COLUMN standard_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_text.field IS 'the field''s name';
COMMENT ON COLUMN standard_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN standard_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE standard_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE standard_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN standard_text_history.record IS 'the record they live with';
COMMENT ON COLUMN standard_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN standard_text_history.field IS 'the field''s name';
COMMENT ON COLUMN standard_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN standard_text_history.text IS 'the text';
-- Fields of standardisation it belongs to.
CREATE TABLE standard_field (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	category TEXT COLLATE "C",
	code TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE standard_field IS 'Fields of standardisation it belongs to.';
COMMENT ON COLUMN standard_field.record IS 'the record they live with';
COMMENT ON COLUMN standard_field.n IS 'its place, from 1';
COMMENT ON COLUMN standard_field.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_field.category IS 'Field of the International Classification for Standards.';
COMMENT ON COLUMN standard_field.code IS 'As the catalogue gives it.';
CREATE INDEX standard_field_by_category ON standard_field (category, record);
CREATE INDEX standard_field_by_code ON standard_field (code, record);
-- rows that a later revision replaced
CREATE TABLE standard_field_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	category TEXT COLLATE "C",
	code TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE standard_field_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN standard_field_history.record IS 'the record they live with';
COMMENT ON COLUMN standard_field_history.n IS 'its place, from 1';
COMMENT ON COLUMN standard_field_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_field_history.rev_to IS 'the revision that no longer has it';
-- How it stands to other standards.
CREATE TABLE standard_relation (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	standard TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE standard_relation IS 'How it stands to other standards.';
COMMENT ON COLUMN standard_relation.record IS 'the record they live with';
COMMENT ON COLUMN standard_relation.n IS 'its place, from 1';
COMMENT ON COLUMN standard_relation.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_relation.kind IS 'How this standard stands to the other.';
COMMENT ON COLUMN standard_relation.number IS 'Its number, as the source writes it.';
COMMENT ON COLUMN standard_relation.standard IS 'Resolved; empty until it is found here.';
CREATE INDEX standard_relation_by_number ON standard_relation (number, record);
CREATE INDEX standard_relation_by_standard ON standard_relation (standard, record);
-- rows that a later revision replaced
CREATE TABLE standard_relation_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	kind TEXT COLLATE "C",
	number TEXT COLLATE "C",
	standard TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE standard_relation_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN standard_relation_history.record IS 'the record they live with';
COMMENT ON COLUMN standard_relation_history.n IS 'its place, from 1';
COMMENT ON COLUMN standard_relation_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_relation_history.rev_to IS 'the revision that no longer has it';
-- Further names by which catalogues refer to it.
CREATE TABLE standard_identifier (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	value TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE standard_identifier IS 'Further names by which catalogues refer to it.';
COMMENT ON COLUMN standard_identifier.record IS 'the record they live with';
COMMENT ON COLUMN standard_identifier.n IS 'its place, from 1';
COMMENT ON COLUMN standard_identifier.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_identifier.value IS 'Another name that no other standard has, for example urn:iso:std:iso:376 or iso:45381 (the number in its publisher''s database).';
CREATE INDEX standard_identifier_by_value ON standard_identifier (value, record);
-- rows that a later revision replaced
CREATE TABLE standard_identifier_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	value TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE standard_identifier_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN standard_identifier_history.record IS 'the record they live with';
COMMENT ON COLUMN standard_identifier_history.n IS 'its place, from 1';
COMMENT ON COLUMN standard_identifier_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_identifier_history.rev_to IS 'the revision that no longer has it';
-- Organisations of this register that took part.
CREATE TABLE standard_drafter (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	leads BIGINT,
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE standard_drafter IS 'Organisations of this register that took part.';
COMMENT ON COLUMN standard_drafter.record IS 'the record they live with';
COMMENT ON COLUMN standard_drafter.n IS 'its place, from 1';
COMMENT ON COLUMN standard_drafter.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_drafter.organisation IS 'An organisation that took part in its drafting.';
COMMENT ON COLUMN standard_drafter.leads IS 'Whether it leads the work.';
CREATE INDEX standard_drafter_by_organisation ON standard_drafter (organisation, record);
-- rows that a later revision replaced
CREATE TABLE standard_drafter_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	organisation TEXT COLLATE "C",
	leads BIGINT,
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE standard_drafter_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN standard_drafter_history.record IS 'the record they live with';
COMMENT ON COLUMN standard_drafter_history.n IS 'its place, from 1';
COMMENT ON COLUMN standard_drafter_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN standard_drafter_history.rev_to IS 'the revision that no longer has it';
-- Terms of vocabularies that others publish: services, stages, quantities, units.
CREATE TABLE term (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	scheme TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	level TEXT COLLATE "C",
	number TEXT COLLATE "C",
	symbol TEXT COLLATE "C",
	factor TEXT COLLATE "C",
	unit TEXT COLLATE "C",
	dimension TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	kind_code TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE term IS 'Terms of vocabularies that others publish: services, stages, quantities, units.';
COMMENT ON COLUMN term.id IS 'UUID version 7';
COMMENT ON COLUMN term.rev IS 'revision, from 1';
COMMENT ON COLUMN term.change IS 'the write that made it';
COMMENT ON COLUMN term.recorded_from IS 'since when it is known';
COMMENT ON COLUMN term.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN term.scheme IS 'Whose term it is.';
COMMENT ON COLUMN term.code IS 'As the vocabulary writes it, leading zeros kept.';
COMMENT ON COLUMN term.name_en IS 'In each language that the vocabulary has.';
COMMENT ON COLUMN term.broader IS 'The term that holds this one.';
COMMENT ON COLUMN term.state IS 'Whether the vocabulary still uses it.';
COMMENT ON COLUMN term.level IS 'Its place in the vocabulary, as that calls it.';
COMMENT ON COLUMN term.number IS 'In the publisher''s database.';
COMMENT ON COLUMN term.symbol IS 'Of a unit, as the vocabulary writes it.';
COMMENT ON COLUMN term.factor IS 'Of a unit, to other units, as the vocabulary writes it.';
COMMENT ON COLUMN term.unit IS 'The unit meant, as Zhun writes it, where it is known.';
COMMENT ON COLUMN term.dimension IS 'As the vocabulary writes it.';
COMMENT ON COLUMN term.kind IS 'The kind of quantity that it means, where that is registered.';
COMMENT ON COLUMN term.kind_code IS 'The kind''s code in Zhun''s own table, where it has one.';
COMMENT ON COLUMN term.note_en IS 'What the vocabulary says about it.';
COMMENT ON COLUMN term.origin IS 'The published source that it was imported from.';
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
-- every version, never changed
CREATE TABLE term_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	scheme TEXT COLLATE "C",
	code TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	broader TEXT COLLATE "C",
	state TEXT COLLATE "C",
	level TEXT COLLATE "C",
	number TEXT COLLATE "C",
	symbol TEXT COLLATE "C",
	factor TEXT COLLATE "C",
	unit TEXT COLLATE "C",
	dimension TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	kind_code TEXT COLLATE "C",
	note_en TEXT COLLATE "C",
	note_zh TEXT COLLATE "C",
	origin TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE term_history IS 'every version, never changed';
COMMENT ON COLUMN term_history.id IS 'of the record';
COMMENT ON COLUMN term_history.rev IS 'revision: names the content';
COMMENT ON COLUMN term_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN term_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN term_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN term_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN term_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX term_history_by_code ON term_history (code, id);
CREATE INDEX term_history_by_name_en ON term_history (name_en, id);
CREATE INDEX term_history_by_name_zh ON term_history (name_zh, id);
CREATE INDEX term_history_by_broader ON term_history (broader, id);
CREATE INDEX term_history_by_kind ON term_history (kind, id);
CREATE INDEX term_history_by_origin ON term_history (origin, id);
-- texts in further languages
CREATE TABLE term_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE term_text IS 'texts in further languages';
COMMENT ON COLUMN term_text.record IS 'the record they live with';
COMMENT ON COLUMN term_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN term_text.field IS 'the field''s name';
COMMENT ON COLUMN term_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN term_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE term_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE term_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN term_text_history.record IS 'the record they live with';
COMMENT ON COLUMN term_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN term_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN term_text_history.field IS 'the field''s name';
COMMENT ON COLUMN term_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN term_text_history.text IS 'the text';
-- Quantities that a service measures or a unit is for.
CREATE TABLE term_quantity (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	code TEXT COLLATE "C" NOT NULL,
	quantity TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE term_quantity IS 'Quantities that a service measures or a unit is for.';
COMMENT ON COLUMN term_quantity.record IS 'the record they live with';
COMMENT ON COLUMN term_quantity.n IS 'its place, from 1';
COMMENT ON COLUMN term_quantity.rev IS 'the revision that brought the row';
COMMENT ON COLUMN term_quantity.code IS 'Of the SI reference point, for example LENG.';
COMMENT ON COLUMN term_quantity.quantity IS 'Resolved; empty until it is found here.';
CREATE INDEX term_quantity_by_code ON term_quantity (code, record);
CREATE INDEX term_quantity_by_quantity ON term_quantity (quantity, record);
-- rows that a later revision replaced
CREATE TABLE term_quantity_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	code TEXT COLLATE "C",
	quantity TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE term_quantity_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN term_quantity_history.record IS 'the record they live with';
COMMENT ON COLUMN term_quantity_history.n IS 'its place, from 1';
COMMENT ON COLUMN term_quantity_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN term_quantity_history.rev_to IS 'the revision that no longer has it';
-- Who trains metrologists, standards staff, inspectors and operators.
CREATE TABLE training_organisation (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	subject_en TEXT COLLATE "C",
	subject_zh TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE training_organisation IS 'Who trains metrologists, standards staff, inspectors and operators.';
COMMENT ON COLUMN training_organisation.id IS 'UUID version 7';
COMMENT ON COLUMN training_organisation.rev IS 'revision, from 1';
COMMENT ON COLUMN training_organisation.change IS 'the write that made it';
COMMENT ON COLUMN training_organisation.recorded_from IS 'since when it is known';
COMMENT ON COLUMN training_organisation.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN training_organisation.organisation IS 'Who teaches.';
COMMENT ON COLUMN training_organisation.number IS 'Of its approval; unique in the organisation.';
COMMENT ON COLUMN training_organisation.subject_en IS 'What it teaches.';
COMMENT ON COLUMN training_organisation.state IS 'Whether it may teach.';
COMMENT ON COLUMN training_organisation.since IS 'First day of its approval.';
COMMENT ON COLUMN training_organisation.until IS 'Last day of its approval.';
CREATE UNIQUE INDEX training_organisation_by_key ON training_organisation (organisation, number);
CREATE INDEX training_organisation_by_organisation ON training_organisation (organisation, number, id);
CREATE INDEX training_organisation_by_number ON training_organisation (number, id);
CREATE INDEX training_organisation_by_subject_en ON training_organisation (subject_en, id);
CREATE INDEX training_organisation_by_subject_zh ON training_organisation (subject_zh, id);
CREATE INDEX training_organisation_by_state ON training_organisation (state, number, id);
CREATE INDEX training_organisation_by_since_first ON training_organisation (since_first, id);
CREATE INDEX training_organisation_by_until_first ON training_organisation (until_first, number, id);
-- every version, never changed
CREATE TABLE training_organisation_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	organisation TEXT COLLATE "C",
	number TEXT COLLATE "C",
	subject_en TEXT COLLATE "C",
	subject_zh TEXT COLLATE "C",
	state TEXT COLLATE "C",
	since TEXT COLLATE "C",
	since_first TEXT COLLATE "C",
	since_last TEXT COLLATE "C",
	until TEXT COLLATE "C",
	until_first TEXT COLLATE "C",
	until_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE training_organisation_history IS 'every version, never changed';
COMMENT ON COLUMN training_organisation_history.id IS 'of the record';
COMMENT ON COLUMN training_organisation_history.rev IS 'revision: names the content';
COMMENT ON COLUMN training_organisation_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN training_organisation_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN training_organisation_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN training_organisation_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN training_organisation_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX training_organisation_history_by_organisation ON training_organisation_history (organisation, id);
CREATE INDEX training_organisation_history_by_number ON training_organisation_history (number, id);
CREATE INDEX training_organisation_history_by_subject_en ON training_organisation_history (subject_en, id);
CREATE INDEX training_organisation_history_by_subject_zh ON training_organisation_history (subject_zh, id);
CREATE INDEX training_organisation_history_by_since_first ON training_organisation_history (since_first, id);
-- texts in further languages
CREATE TABLE training_organisation_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE training_organisation_text IS 'texts in further languages';
COMMENT ON COLUMN training_organisation_text.record IS 'the record they live with';
COMMENT ON COLUMN training_organisation_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN training_organisation_text.field IS 'the field''s name';
COMMENT ON COLUMN training_organisation_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN training_organisation_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE training_organisation_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE training_organisation_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN training_organisation_text_history.record IS 'the record they live with';
COMMENT ON COLUMN training_organisation_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN training_organisation_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN training_organisation_text_history.field IS 'the field''s name';
COMMENT ON COLUMN training_organisation_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN training_organisation_text_history.text IS 'the text';
-- What it offers.
CREATE TABLE training_organisation_course (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	hours BIGINT,
	fee_minor BIGINT,
	fee_currency TEXT COLLATE "C",
	PRIMARY KEY (record, n)
);
COMMENT ON TABLE training_organisation_course IS 'What it offers.';
COMMENT ON COLUMN training_organisation_course.record IS 'the record they live with';
COMMENT ON COLUMN training_organisation_course.n IS 'its place, from 1';
COMMENT ON COLUMN training_organisation_course.rev IS 'the revision that brought the row';
COMMENT ON COLUMN training_organisation_course.name_en IS 'What is taught.';
COMMENT ON COLUMN training_organisation_course.hours IS 'Length of the course.';
COMMENT ON COLUMN training_organisation_course.fee_minor IS 'For one person.';
-- rows that a later revision replaced
CREATE TABLE training_organisation_course_history (
	record TEXT COLLATE "C" NOT NULL,
	n BIGINT NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	hours BIGINT,
	fee_minor BIGINT,
	fee_currency TEXT COLLATE "C",
	PRIMARY KEY (record, n, rev)
);
COMMENT ON TABLE training_organisation_course_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN training_organisation_course_history.record IS 'the record they live with';
COMMENT ON COLUMN training_organisation_course_history.n IS 'its place, from 1';
COMMENT ON COLUMN training_organisation_course_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN training_organisation_course_history.rev_to IS 'the revision that no longer has it';
-- Uncertainty budgets of an organisation, as texts that can be evaluated again.
CREATE TABLE uncertainty_budget (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C" NOT NULL,
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	organisation TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	result TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	instrument TEXT COLLATE "C",
	state TEXT COLLATE "C" NOT NULL,
	evaluated TEXT COLLATE "C",
	evaluated_first TEXT COLLATE "C",
	evaluated_last TEXT COLLATE "C",
	PRIMARY KEY (id)
);
COMMENT ON TABLE uncertainty_budget IS 'Uncertainty budgets of an organisation, as texts that can be evaluated again.';
COMMENT ON COLUMN uncertainty_budget.id IS 'UUID version 7';
COMMENT ON COLUMN uncertainty_budget.rev IS 'revision, from 1';
COMMENT ON COLUMN uncertainty_budget.change IS 'the write that made it';
COMMENT ON COLUMN uncertainty_budget.recorded_from IS 'since when it is known';
COMMENT ON COLUMN uncertainty_budget.valid_from IS 'the day from which it is true; 0001-01-01: always';
COMMENT ON COLUMN uncertainty_budget.number IS 'Unique within its organisation.';
COMMENT ON COLUMN uncertainty_budget.name_en IS 'What is measured, and how.';
COMMENT ON COLUMN uncertainty_budget.organisation IS 'Whose budget it is; its members see it.';
COMMENT ON COLUMN uncertainty_budget.text IS 'The budget itself, YAML or JSON (docs/guide/budget.md).';
COMMENT ON COLUMN uncertainty_budget.result IS 'As it was reported: value, U, k.';
COMMENT ON COLUMN uncertainty_budget.quantity_kind IS 'What is measured.';
COMMENT ON COLUMN uncertainty_budget.instrument IS 'What is calibrated, where it is one item.';
COMMENT ON COLUMN uncertainty_budget.state IS 'How far it has come.';
COMMENT ON COLUMN uncertainty_budget.evaluated IS 'Day of the evaluation.';
CREATE UNIQUE INDEX uncertainty_budget_by_key ON uncertainty_budget (organisation, number);
CREATE INDEX uncertainty_budget_by_number ON uncertainty_budget (number, id);
CREATE INDEX uncertainty_budget_by_name_en ON uncertainty_budget (name_en, id);
CREATE INDEX uncertainty_budget_by_name_zh ON uncertainty_budget (name_zh, id);
CREATE INDEX uncertainty_budget_by_organisation ON uncertainty_budget (organisation, number, id);
CREATE INDEX uncertainty_budget_by_quantity_kind ON uncertainty_budget (quantity_kind, number, id);
CREATE INDEX uncertainty_budget_by_instrument ON uncertainty_budget (instrument, number, id);
CREATE INDEX uncertainty_budget_by_state ON uncertainty_budget (state, number, id);
CREATE INDEX uncertainty_budget_by_evaluated_first ON uncertainty_budget (evaluated_first, id);
-- every version, never changed
CREATE TABLE uncertainty_budget_history (
	id TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	change BIGINT NOT NULL,
	recorded_from TEXT COLLATE "C" NOT NULL,
	recorded_to TEXT COLLATE "C" NOT NULL,
	valid_from TEXT COLLATE "C" NOT NULL,
	valid_to TEXT COLLATE "C" NOT NULL,
	number TEXT COLLATE "C",
	name_en TEXT COLLATE "C",
	name_zh TEXT COLLATE "C",
	organisation TEXT COLLATE "C",
	text TEXT COLLATE "C",
	result TEXT COLLATE "C",
	quantity_kind TEXT COLLATE "C",
	instrument TEXT COLLATE "C",
	state TEXT COLLATE "C",
	evaluated TEXT COLLATE "C",
	evaluated_first TEXT COLLATE "C",
	evaluated_last TEXT COLLATE "C",
	PRIMARY KEY (id, rev, change)
);
COMMENT ON TABLE uncertainty_budget_history IS 'every version, never changed';
COMMENT ON COLUMN uncertainty_budget_history.id IS 'of the record';
COMMENT ON COLUMN uncertainty_budget_history.rev IS 'revision: names the content';
COMMENT ON COLUMN uncertainty_budget_history.change IS 'the write that stated this interval';
COMMENT ON COLUMN uncertainty_budget_history.recorded_from IS 'known from then on';
COMMENT ON COLUMN uncertainty_budget_history.recorded_to IS 'until a later write; 9999-12-31: still';
COMMENT ON COLUMN uncertainty_budget_history.valid_from IS 'true from this day; 0001-01-01: always';
COMMENT ON COLUMN uncertainty_budget_history.valid_to IS 'true before this day; 9999-12-31: without end';
CREATE INDEX uncertainty_budget_history_by_number ON uncertainty_budget_history (number, id);
CREATE INDEX uncertainty_budget_history_by_name_en ON uncertainty_budget_history (name_en, id);
CREATE INDEX uncertainty_budget_history_by_name_zh ON uncertainty_budget_history (name_zh, id);
CREATE INDEX uncertainty_budget_history_by_organisation ON uncertainty_budget_history (organisation, id);
CREATE INDEX uncertainty_budget_history_by_quantity_kind ON uncertainty_budget_history (quantity_kind, id);
CREATE INDEX uncertainty_budget_history_by_instrument ON uncertainty_budget_history (instrument, id);
CREATE INDEX uncertainty_budget_history_by_evaluated_first ON uncertainty_budget_history (evaluated_first, id);
-- texts in further languages
CREATE TABLE uncertainty_budget_text (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language)
);
COMMENT ON TABLE uncertainty_budget_text IS 'texts in further languages';
COMMENT ON COLUMN uncertainty_budget_text.record IS 'the record they live with';
COMMENT ON COLUMN uncertainty_budget_text.rev IS 'the revision that brought the row';
COMMENT ON COLUMN uncertainty_budget_text.field IS 'the field''s name';
COMMENT ON COLUMN uncertainty_budget_text.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN uncertainty_budget_text.text IS 'the text';
-- rows that a later revision replaced
CREATE TABLE uncertainty_budget_text_history (
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	rev_to BIGINT NOT NULL,
	field TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (record, field, language, rev)
);
COMMENT ON TABLE uncertainty_budget_text_history IS 'rows that a later revision replaced';
COMMENT ON COLUMN uncertainty_budget_text_history.record IS 'the record they live with';
COMMENT ON COLUMN uncertainty_budget_text_history.rev IS 'the revision that brought the row';
COMMENT ON COLUMN uncertainty_budget_text_history.rev_to IS 'the revision that no longer has it';
COMMENT ON COLUMN uncertainty_budget_text_history.field IS 'the field''s name';
COMMENT ON COLUMN uncertainty_budget_text_history.language IS 'its tag (BCP 47)';
COMMENT ON COLUMN uncertainty_budget_text_history.text IS 'the text';
ALTER TABLE accreditation ADD FOREIGN KEY (body) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE accreditation ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE accreditation_state ADD FOREIGN KEY (record) REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance ADD FOREIGN KEY (lead) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance ADD FOREIGN KEY (field) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance ADD FOREIGN KEY (cluster) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance_text ADD FOREIGN KEY (record) REFERENCES alliance (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance_member ADD FOREIGN KEY (record) REFERENCES alliance (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE alliance_member ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE area ADD FOREIGN KEY (parent) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE area ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE area_text ADD FOREIGN KEY (record) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (accreditation) REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (field) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability_text ADD FOREIGN KEY (record) REFERENCES capability (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (issuer) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (customer) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (item) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (accreditation) REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (superseded_by) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate ADD FOREIGN KEY (document) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_state ADD FOREIGN KEY (record) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_result ADD FOREIGN KEY (record) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_result ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_result_value ADD FOREIGN KEY (record) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_evidence ADD FOREIGN KEY (record) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_evidence ADD FOREIGN KEY (certificate) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE certificate_evidence ADD FOREIGN KEY (instrument) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cluster ADD FOREIGN KEY (plan) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cluster ADD FOREIGN KEY (area) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cluster_text ADD FOREIGN KEY (record) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cluster_industry ADD FOREIGN KEY (record) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cluster_industry ADD FOREIGN KEY (field) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee ADD FOREIGN KEY (parent) REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee ADD FOREIGN KEY (secretariat) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee ADD FOREIGN KEY (area) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee_text ADD FOREIGN KEY (record) REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE figure ADD FOREIGN KEY (plan) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE figure ADD FOREIGN KEY (cluster) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE figure_text ADD FOREIGN KEY (record) REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE industry_field ADD FOREIGN KEY (broader) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE industry_field_text ADD FOREIGN KEY (record) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE industry_field_class ADD FOREIGN KEY (record) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE industry_field_class ADD FOREIGN KEY (category) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE instrument ADD FOREIGN KEY (owner) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE instrument ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE instrument_text ADD FOREIGN KEY (record) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard ADD FOREIGN KEY (authority) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard_text ADD FOREIGN KEY (record) REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard_state ADD FOREIGN KEY (record) REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard_part ADD FOREIGN KEY (record) REFERENCES measurement_standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measurement_standard_part ADD FOREIGN KEY (instrument) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE member ADD FOREIGN KEY (account) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE member ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE milestone ADD FOREIGN KEY (project) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE milestone_text ADD FOREIGN KEY (record) REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE observation ADD FOREIGN KEY (figure) REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE observation_text ADD FOREIGN KEY (record) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD FOREIGN KEY (parent) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD FOREIGN KEY (area) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD FOREIGN KEY (cluster) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_text ADD FOREIGN KEY (record) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_arrangement ADD FOREIGN KEY (record) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_year ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE person ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE person_text ADD FOREIGN KEY (record) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plan ADD FOREIGN KEY (area) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plan ADD FOREIGN KEY (authority) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plan_text ADD FOREIGN KEY (record) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platform ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platform ADD FOREIGN KEY (field) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platform ADD FOREIGN KEY (cluster) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platform ADD FOREIGN KEY (area) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platform_text ADD FOREIGN KEY (record) REFERENCES platform (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (broader) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (quantity) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category_text ADD FOREIGN KEY (record) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category_rule ADD FOREIGN KEY (record) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project ADD FOREIGN KEY (plan) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project ADD FOREIGN KEY (cluster) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project ADD FOREIGN KEY (platform) REFERENCES platform (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_text ADD FOREIGN KEY (record) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_state ADD FOREIGN KEY (record) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE qualification ADD FOREIGN KEY (issuer) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE qualification ADD FOREIGN KEY (person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE qualification ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE qualification_text ADD FOREIGN KEY (record) REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE qualification_state ADD FOREIGN KEY (record) REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE quantity_kind ADD FOREIGN KEY (broader) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE quantity_kind_text ADD FOREIGN KEY (record) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material ADD FOREIGN KEY (producer) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material_text ADD FOREIGN KEY (record) REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material_batch ADD FOREIGN KEY (record) REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material_batch ADD FOREIGN KEY (certificate) REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material_batch_value ADD FOREIGN KEY (record) REFERENCES reference_material (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE reference_material_batch_value ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE site ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE site_text ADD FOREIGN KEY (record) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE source_text ADD FOREIGN KEY (record) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE source_import ADD FOREIGN KEY (record) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard ADD FOREIGN KEY (publisher) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard ADD FOREIGN KEY (committee) REFERENCES committee (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard ADD FOREIGN KEY (lead) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_text ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_field ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_field ADD FOREIGN KEY (category) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_relation ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_relation ADD FOREIGN KEY (standard) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_identifier ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_drafter ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_drafter ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (broader) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_text ADD FOREIGN KEY (record) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_quantity ADD FOREIGN KEY (record) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_quantity ADD FOREIGN KEY (quantity) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE training_organisation ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE training_organisation_text ADD FOREIGN KEY (record) REFERENCES training_organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE training_organisation_course ADD FOREIGN KEY (record) REFERENCES training_organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (instrument) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget_text ADD FOREIGN KEY (record) REFERENCES uncertainty_budget (id) DEFERRABLE INITIALLY DEFERRED;

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
CREATE INDEX change_by_record ON change (record, n);
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
CREATE UNIQUE INDEX organisation_by_key ON organisation (code);
CREATE INDEX organisation_by_code ON organisation (code, id);
CREATE INDEX organisation_by_name_en ON organisation (name_en, id);
CREATE INDEX organisation_by_name_zh ON organisation (name_zh, id);
CREATE INDEX organisation_by_kind ON organisation (kind, code, id);
CREATE INDEX organisation_by_parent ON organisation (parent, code, id);
CREATE INDEX organisation_by_country ON organisation (country, code, id);
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
CREATE UNIQUE INDEX product_category_by_key ON product_category (scheme, code);
CREATE INDEX product_category_by_scheme ON product_category (scheme, code, id);
CREATE INDEX product_category_by_code ON product_category (code, id);
CREATE INDEX product_category_by_name_en ON product_category (name_en, id);
CREATE INDEX product_category_by_name_zh ON product_category (name_zh, id);
CREATE INDEX product_category_by_broader ON product_category (broader, code, id);
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
ALTER TABLE accreditation ADD FOREIGN KEY (body) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE accreditation ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE accreditation_state ADD FOREIGN KEY (record) REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (accreditation) REFERENCES accreditation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE capability ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
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
ALTER TABLE instrument ADD FOREIGN KEY (owner) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE instrument ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE instrument_text ADD FOREIGN KEY (record) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE member ADD FOREIGN KEY (account) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE member ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD FOREIGN KEY (parent) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_text ADD FOREIGN KEY (record) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_arrangement ADD FOREIGN KEY (record) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (broader) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category_text ADD FOREIGN KEY (record) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE quantity_kind ADD FOREIGN KEY (broader) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE quantity_kind_text ADD FOREIGN KEY (record) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE site ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE site_text ADD FOREIGN KEY (record) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED;

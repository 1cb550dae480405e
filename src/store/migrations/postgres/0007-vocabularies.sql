-- SPDX-License-Identifier: GPL-3.0-or-later
-- Terms of published vocabularies, the sources they come from, and what catalogues of standards say.
-- least: 7
ALTER TABLE area ADD COLUMN origin TEXT COLLATE "C";
COMMENT ON COLUMN area.origin IS 'The published source that it was imported from.';
CREATE INDEX area_by_origin ON area (origin, code, id);
ALTER TABLE area_history ADD COLUMN origin TEXT COLLATE "C";
CREATE INDEX area_history_by_origin ON area_history (origin, id);
ALTER TABLE committee ADD COLUMN state TEXT COLLATE "C";
COMMENT ON COLUMN committee.state IS 'As its organisation reports it.';
ALTER TABLE committee ADD COLUMN participating BIGINT;
COMMENT ON COLUMN committee.participating IS 'National bodies that take part and vote (P-members).';
ALTER TABLE committee ADD COLUMN observing BIGINT;
COMMENT ON COLUMN committee.observing IS 'National bodies that follow its work (O-members).';
ALTER TABLE committee ADD COLUMN number TEXT COLLATE "C";
COMMENT ON COLUMN committee.number IS 'In the database of its organisation.';
ALTER TABLE committee ADD COLUMN origin TEXT COLLATE "C";
COMMENT ON COLUMN committee.origin IS 'The published source that it was imported from.';
CREATE INDEX committee_by_state ON committee (state, code, id);
CREATE INDEX committee_by_number ON committee (number, code, id);
CREATE INDEX committee_by_origin ON committee (origin, code, id);
ALTER TABLE committee_history ADD COLUMN state TEXT COLLATE "C";
ALTER TABLE committee_history ADD COLUMN participating BIGINT;
ALTER TABLE committee_history ADD COLUMN observing BIGINT;
ALTER TABLE committee_history ADD COLUMN number TEXT COLLATE "C";
ALTER TABLE committee_history ADD COLUMN origin TEXT COLLATE "C";
CREATE INDEX committee_history_by_origin ON committee_history (origin, id);
ALTER TABLE product_category ADD COLUMN note_en TEXT COLLATE "C";
COMMENT ON COLUMN product_category.note_en IS 'What the scheme says to belong to it, or not.';
ALTER TABLE product_category ADD COLUMN note_zh TEXT COLLATE "C";
ALTER TABLE product_category ADD COLUMN quantity TEXT COLLATE "C";
COMMENT ON COLUMN product_category.quantity IS 'Of a measuring instrument: what it measures.';
ALTER TABLE product_category ADD COLUMN origin TEXT COLLATE "C";
COMMENT ON COLUMN product_category.origin IS 'The published source that it was imported from.';
CREATE INDEX product_category_by_quantity ON product_category (quantity, code, id);
CREATE INDEX product_category_by_origin ON product_category (origin, code, id);
ALTER TABLE product_category_history ADD COLUMN note_en TEXT COLLATE "C";
ALTER TABLE product_category_history ADD COLUMN note_zh TEXT COLLATE "C";
ALTER TABLE product_category_history ADD COLUMN quantity TEXT COLLATE "C";
ALTER TABLE product_category_history ADD COLUMN origin TEXT COLLATE "C";
CREATE INDEX product_category_history_by_quantity ON product_category_history (quantity, id);
CREATE INDEX product_category_history_by_origin ON product_category_history (origin, id);
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
COMMENT ON COLUMN source_import.digest IS 'SHA-256 of all files, one after another by name.';
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
ALTER TABLE standard ADD COLUMN committee_name TEXT COLLATE "C";
COMMENT ON COLUMN standard.committee_name IS 'As the catalogue names it.';
ALTER TABLE standard ADD COLUMN document_type TEXT COLLATE "C";
COMMENT ON COLUMN standard.document_type IS 'As its publisher classes it, for example technical-report.';
ALTER TABLE standard ADD COLUMN languages TEXT COLLATE "C";
COMMENT ON COLUMN standard.languages IS 'In which it is published: tags with blanks between, for example en fr.';
ALTER TABLE standard ADD COLUMN ccs TEXT COLLATE "C";
COMMENT ON COLUMN standard.ccs IS 'Code of the Chinese Classification for Standards, for example A50.';
ALTER TABLE standard ADD COLUMN address TEXT COLLATE "C";
COMMENT ON COLUMN standard.address IS 'Where its publisher shows it.';
ALTER TABLE standard ADD COLUMN origin TEXT COLLATE "C";
COMMENT ON COLUMN standard.origin IS 'The published source that it was imported from.';
CREATE INDEX standard_by_committee_name ON standard (committee_name, number, id);
CREATE INDEX standard_by_document_type ON standard (document_type, number, id);
CREATE INDEX standard_by_ccs ON standard (ccs, number, id);
CREATE INDEX standard_by_origin ON standard (origin, number, id);
ALTER TABLE standard_history ADD COLUMN committee_name TEXT COLLATE "C";
ALTER TABLE standard_history ADD COLUMN document_type TEXT COLLATE "C";
ALTER TABLE standard_history ADD COLUMN languages TEXT COLLATE "C";
ALTER TABLE standard_history ADD COLUMN ccs TEXT COLLATE "C";
ALTER TABLE standard_history ADD COLUMN address TEXT COLLATE "C";
ALTER TABLE standard_history ADD COLUMN origin TEXT COLLATE "C";
CREATE INDEX standard_history_by_origin ON standard_history (origin, id);
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
ALTER TABLE area ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE committee ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (quantity) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category_rule ADD FOREIGN KEY (record) REFERENCES product_category (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE source_text ADD FOREIGN KEY (record) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE source_import ADD FOREIGN KEY (record) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE standard_identifier ADD FOREIGN KEY (record) REFERENCES standard (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (broader) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term ADD FOREIGN KEY (origin) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_text ADD FOREIGN KEY (record) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_quantity ADD FOREIGN KEY (record) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE term_quantity ADD FOREIGN KEY (quantity) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Terms of published vocabularies, the sources they come from, and what catalogues of standards say.
-- least: 7
ALTER TABLE area ADD COLUMN origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX area_by_origin ON area (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area', 'area_by_origin', '1000000 1000 100 1');
ALTER TABLE area_history ADD COLUMN origin TEXT;
CREATE INDEX area_history_by_origin ON area_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area_history', 'area_history_by_origin', '1000000 1000 1');
ALTER TABLE committee ADD COLUMN state TEXT;
ALTER TABLE committee ADD COLUMN participating INTEGER;
ALTER TABLE committee ADD COLUMN observing INTEGER;
ALTER TABLE committee ADD COLUMN number TEXT;
ALTER TABLE committee ADD COLUMN origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX committee_by_state ON committee (state, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee', 'committee_by_state', '1000000 1000000 100 1');
CREATE INDEX committee_by_number ON committee (number, code, id);
CREATE INDEX committee_by_origin ON committee (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee', 'committee_by_origin', '1000000 1000 100 1');
ALTER TABLE committee_history ADD COLUMN state TEXT;
ALTER TABLE committee_history ADD COLUMN participating INTEGER;
ALTER TABLE committee_history ADD COLUMN observing INTEGER;
ALTER TABLE committee_history ADD COLUMN number TEXT;
ALTER TABLE committee_history ADD COLUMN origin TEXT;
CREATE INDEX committee_history_by_origin ON committee_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee_history', 'committee_history_by_origin', '1000000 1000 1');
ALTER TABLE product_category ADD COLUMN note_en TEXT;
ALTER TABLE product_category ADD COLUMN note_zh TEXT;
ALTER TABLE product_category ADD COLUMN quantity TEXT REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_category ADD COLUMN origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX product_category_by_quantity ON product_category (quantity, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category', 'product_category_by_quantity', '1000000 1000 100 1');
CREATE INDEX product_category_by_origin ON product_category (origin, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category', 'product_category_by_origin', '1000000 1000 100 1');
ALTER TABLE product_category_history ADD COLUMN note_en TEXT;
ALTER TABLE product_category_history ADD COLUMN note_zh TEXT;
ALTER TABLE product_category_history ADD COLUMN quantity TEXT;
ALTER TABLE product_category_history ADD COLUMN origin TEXT;
CREATE INDEX product_category_history_by_quantity ON product_category_history (quantity, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category_history', 'product_category_history_by_quantity', '1000000 1000 1');
CREATE INDEX product_category_history_by_origin ON product_category_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('product_category_history', 'product_category_history_by_origin', '1000000 1000 1');
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
	digest TEXT NOT NULL, -- SHA-256 of all files, one after another by name.
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
ALTER TABLE standard ADD COLUMN committee_name TEXT;
ALTER TABLE standard ADD COLUMN document_type TEXT;
ALTER TABLE standard ADD COLUMN languages TEXT;
ALTER TABLE standard ADD COLUMN ccs TEXT;
ALTER TABLE standard ADD COLUMN address TEXT;
ALTER TABLE standard ADD COLUMN origin TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX standard_by_committee_name ON standard (committee_name, number, id);
CREATE INDEX standard_by_document_type ON standard (document_type, number, id);
CREATE INDEX standard_by_ccs ON standard (ccs, number, id);
CREATE INDEX standard_by_origin ON standard (origin, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard', 'standard_by_origin', '1000000 1000 100 1');
ALTER TABLE standard_history ADD COLUMN committee_name TEXT;
ALTER TABLE standard_history ADD COLUMN document_type TEXT;
ALTER TABLE standard_history ADD COLUMN languages TEXT;
ALTER TABLE standard_history ADD COLUMN ccs TEXT;
ALTER TABLE standard_history ADD COLUMN address TEXT;
ALTER TABLE standard_history ADD COLUMN origin TEXT;
CREATE INDEX standard_history_by_origin ON standard_history (origin, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_history', 'standard_history_by_origin', '1000000 1000 1');
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

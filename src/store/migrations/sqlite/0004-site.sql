-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sites of organisations.
-- least: 4
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

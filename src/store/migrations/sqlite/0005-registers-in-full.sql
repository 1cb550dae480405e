-- SPDX-License-Identifier: GPL-3.0-or-later
-- The registers in full: areas, fields, standards, people, plans and what organisations are.
-- least: 5
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
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX area_by_key ON area (code);
CREATE INDEX area_by_code ON area (code, id);
CREATE INDEX area_by_name_en ON area (name_en, id);
CREATE INDEX area_by_name_zh ON area (name_zh, id);
CREATE INDEX area_by_level ON area (level, code, id);
CREATE INDEX area_by_parent ON area (parent, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area', 'area_by_level', '1000000 1000000 100 1'),
	('area', 'area_by_parent', '1000000 1000 100 1');
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
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX area_history_by_code ON area_history (code, id);
CREATE INDEX area_history_by_name_en ON area_history (name_en, id);
CREATE INDEX area_history_by_name_zh ON area_history (name_zh, id);
CREATE INDEX area_history_by_parent ON area_history (parent, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('area_history', 'area_history_by_parent', '1000000 1000 1');
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
	scope_en TEXT, -- What it may standardise.
	scope_zh TEXT,
	source TEXT, -- From which publication the entry was taken, with its licence and date.
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
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee', 'committee_by_level', '1000000 1000000 100 1'),
	('committee', 'committee_by_kind', '1000000 1000000 100 1'),
	('committee', 'committee_by_parent', '1000000 1000 100 1'),
	('committee', 'committee_by_secretariat', '1000000 1000 100 1'),
	('committee', 'committee_by_area', '1000000 1000 100 1');
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
	scope_en TEXT,
	scope_zh TEXT,
	source TEXT,
	PRIMARY KEY (id, rev, change)
) STRICT;
CREATE INDEX committee_history_by_code ON committee_history (code, id);
CREATE INDEX committee_history_by_name_en ON committee_history (name_en, id);
CREATE INDEX committee_history_by_name_zh ON committee_history (name_zh, id);
CREATE INDEX committee_history_by_parent ON committee_history (parent, id);
CREATE INDEX committee_history_by_secretariat ON committee_history (secretariat, id);
CREATE INDEX committee_history_by_area ON committee_history (area, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('committee_history', 'committee_history_by_parent', '1000000 1000 1'),
	('committee_history', 'committee_history_by_secretariat', '1000000 1000 1'),
	('committee_history', 'committee_history_by_area', '1000000 1000 1');
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
	target_comparator TEXT, -- As the plan words it; empty where it sets no target.
	target_low REAL, -- The number, or the lower end of a range.
	target_high REAL, -- Of a range.
	target_words_en TEXT, -- Where the plan gives no number.
	target_words_zh TEXT,
	tolerance REAL, -- By how much a number may miss an “about” and still be taken as met.
	target_year INTEGER, -- By the end of which year.
	section TEXT, -- Where the plan states it.
	measure TEXT NOT NULL, -- Counted from a register as it stands, or entered by hand with its source.
	register TEXT, -- The register that is counted, by its plural name.
	filter TEXT, -- As in the address of a list, for example kind=public&state=established.
	summed TEXT, -- The number or amount that is added up.
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
ALTER TABLE organisation ADD COLUMN area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD COLUMN cluster TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD COLUMN listed INTEGER;
ALTER TABLE organisation ADD COLUMN high_tech INTEGER;
ALTER TABLE organisation ADD COLUMN international INTEGER;
CREATE INDEX organisation_by_area ON organisation (area, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_area', '1000000 1000 100 1');
CREATE INDEX organisation_by_cluster ON organisation (cluster, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_cluster', '1000000 1000 100 1');
CREATE INDEX organisation_by_listed ON organisation (listed, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_listed', '1000000 1000000 100 1');
CREATE INDEX organisation_by_high_tech ON organisation (high_tech, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_high_tech', '1000000 1000000 100 1');
CREATE INDEX organisation_by_international ON organisation (international, code, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation', 'organisation_by_international', '1000000 1000000 100 1');
ALTER TABLE organisation_history ADD COLUMN area TEXT;
ALTER TABLE organisation_history ADD COLUMN cluster TEXT;
ALTER TABLE organisation_history ADD COLUMN listed INTEGER;
ALTER TABLE organisation_history ADD COLUMN high_tech INTEGER;
ALTER TABLE organisation_history ADD COLUMN international INTEGER;
CREATE INDEX organisation_history_by_area ON organisation_history (area, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_history', 'organisation_history_by_area', '1000000 1000 1');
CREATE INDEX organisation_history_by_cluster ON organisation_history (cluster, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('organisation_history', 'organisation_history_by_cluster', '1000000 1000 1');
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
	lead TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- The organisation of this register that led its drafting.
	abstract_en TEXT, -- What it is about, as its publisher summarises it.
	abstract_zh TEXT,
	source TEXT, -- From which catalogue the entry was taken, with its licence and date.
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
CREATE INDEX standard_by_lead ON standard (lead, number, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard', 'standard_by_kind', '1000000 1000000 100 1'),
	('standard', 'standard_by_mandatory', '1000000 1000000 100 1'),
	('standard', 'standard_by_state', '1000000 1000000 100 1'),
	('standard', 'standard_by_publisher', '1000000 1000 100 1'),
	('standard', 'standard_by_committee', '1000000 1000 100 1'),
	('standard', 'standard_by_lead', '1000000 1000 100 1');
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
	lead TEXT,
	abstract_en TEXT,
	abstract_zh TEXT,
	source TEXT,
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
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('standard_history', 'standard_history_by_publisher', '1000000 1000 1'),
	('standard_history', 'standard_history_by_committee', '1000000 1000 1'),
	('standard_history', 'standard_history_by_lead', '1000000 1000 1');
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

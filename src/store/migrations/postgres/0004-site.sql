-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sites of organisations.
-- least: 4
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
ALTER TABLE site ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE site_text ADD FOREIGN KEY (record) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED;

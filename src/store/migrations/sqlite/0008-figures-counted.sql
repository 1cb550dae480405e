-- SPDX-License-Identifier: GPL-3.0-or-later
-- What figures of a plan are counted by: the field of a capability, revenue, once by a field, undecided records.
-- least: 8
ALTER TABLE capability ADD COLUMN field TEXT REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX capability_by_field ON capability (field, line, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability', 'capability_by_field', '1000000 1000 100 1');
ALTER TABLE capability_history ADD COLUMN field TEXT;
CREATE INDEX capability_history_by_field ON capability_history (field, id);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
	('capability_history', 'capability_history_by_field', '1000000 1000 1');
ALTER TABLE figure ADD COLUMN once_by TEXT;
ALTER TABLE figure ADD COLUMN undecided TEXT;
ALTER TABLE figure_history ADD COLUMN once_by TEXT;
ALTER TABLE figure_history ADD COLUMN undecided TEXT;
CREATE INDEX organisation_year_by_revenue_minor ON organisation_year (revenue_minor, year, id);
ALTER TABLE plan ADD COLUMN invented INTEGER;
ALTER TABLE plan_history ADD COLUMN invented INTEGER;

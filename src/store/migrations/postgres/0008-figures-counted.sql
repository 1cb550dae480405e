-- SPDX-License-Identifier: GPL-3.0-or-later
-- What figures of a plan are counted by: the field of a capability, revenue, once by a field, undecided records.
-- least: 8
ALTER TABLE capability ADD COLUMN field TEXT COLLATE "C";
COMMENT ON COLUMN capability.field IS 'The field of industry it serves.';
ALTER TABLE capability ADD FOREIGN KEY (field) REFERENCES industry_field (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX capability_by_field ON capability (field, line, id);
ALTER TABLE capability_history ADD COLUMN field TEXT COLLATE "C";
CREATE INDEX capability_history_by_field ON capability_history (field, id);
ALTER TABLE figure ADD COLUMN once_by TEXT COLLATE "C";
COMMENT ON COLUMN figure.once_by IS 'The field whose different values are counted, for example organisation; empty: the records.';
ALTER TABLE figure ADD COLUMN undecided TEXT COLLATE "C";
COMMENT ON COLUMN figure.undecided IS 'A filter for records of which it is not known whether they count.';
ALTER TABLE figure_history ADD COLUMN once_by TEXT COLLATE "C";
ALTER TABLE figure_history ADD COLUMN undecided TEXT COLLATE "C";
CREATE INDEX organisation_year_by_revenue_minor ON organisation_year (revenue_minor, year, id);
ALTER TABLE plan ADD COLUMN invented BIGINT;
COMMENT ON COLUMN plan.invented IS 'The registers that are counted hold invented records: the counts say nothing about the place.';
ALTER TABLE plan_history ADD COLUMN invented BIGINT;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Uncertainty budgets of organisations.
-- least: 6
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

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Uncertainty budgets of organisations.
-- least: 6
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
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (quantity_kind) REFERENCES quantity_kind (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget ADD FOREIGN KEY (instrument) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE uncertainty_budget_text ADD FOREIGN KEY (record) REFERENCES uncertainty_budget (id) DEFERRABLE INITIALLY DEFERRED;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Baselines of a plan's figures as worded, and their year.
-- least: 14
ALTER TABLE figure ADD COLUMN baseline_year BIGINT;
COMMENT ON COLUMN figure.baseline_year IS 'At the end of which year; empty where the plan does not say.';
ALTER TABLE figure ADD COLUMN baseline_words_en TEXT COLLATE "C";
COMMENT ON COLUMN figure.baseline_words_en IS 'Where it is more than the number: nearly 700, over 900.';
ALTER TABLE figure ADD COLUMN baseline_words_zh TEXT COLLATE "C";
ALTER TABLE figure_history ADD COLUMN baseline_year BIGINT;
ALTER TABLE figure_history ADD COLUMN baseline_words_en TEXT COLLATE "C";
ALTER TABLE figure_history ADD COLUMN baseline_words_zh TEXT COLLATE "C";

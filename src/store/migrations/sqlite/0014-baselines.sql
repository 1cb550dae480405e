-- SPDX-License-Identifier: GPL-3.0-or-later
-- Baselines of a plan's figures as worded, and their year.
-- least: 14
ALTER TABLE figure ADD COLUMN baseline_year INTEGER;
ALTER TABLE figure ADD COLUMN baseline_words_en TEXT;
ALTER TABLE figure ADD COLUMN baseline_words_zh TEXT;
ALTER TABLE figure_history ADD COLUMN baseline_year INTEGER;
ALTER TABLE figure_history ADD COLUMN baseline_words_en TEXT;
ALTER TABLE figure_history ADD COLUMN baseline_words_zh TEXT;

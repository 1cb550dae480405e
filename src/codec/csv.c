/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/csv.h"

#include "zhun/base/text.h"

static char guess_separator(const char *s, size_t n)
{
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s[i] == ',' || s[i] == ';' || s[i] == '\t'))
			return s[i];
	}
	return ',';
}

enum zhun_code zhun_csv_init(struct zhun_csv *csv, const char *s, size_t n, struct zhun_error *err)
{
	size_t valid = zhun_utf8_valid(s, n);

	if (valid < n)
		return zhun_fail(err, ZHUN_E_UTF8_BAD, NULL, ZHUN_INT(valid + 1));
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	*csv = (struct zhun_csv){.s = s, .n = n, .line = 1, .separator = guess_separator(s, n)};
	return ZHUN_OK;
}

static enum zhun_code fail_bad(const struct zhun_csv *csv, size_t column, const char *what,
			       struct zhun_error *err)
{
	char place[64];

	(void)snprintf(place, sizeof place, "line %u cell %zu", csv->line, column + 1);
	return zhun_fail(err, ZHUN_E_CSV_BAD, place, what);
}

static bool at_row_end(const struct zhun_csv *csv)
{
	return csv->at == csv->n || csv->s[csv->at] == '\n' ||
	       (csv->s[csv->at] == '\r' && (csv->at + 1 == csv->n || csv->s[csv->at + 1] == '\n'));
}

static bool at_cell_end(const struct zhun_csv *csv)
{
	return at_row_end(csv) || csv->s[csv->at] == csv->separator;
}

static void skip_row_end(struct zhun_csv *csv)
{
	if (csv->at < csv->n && csv->s[csv->at] == '\r')
		csv->at++;
	if (csv->at < csv->n && csv->s[csv->at] == '\n')
		csv->at++;
	csv->line++;
}

static enum zhun_code read_bare(struct zhun_csv *csv, struct zhun_arena *a, size_t column,
				const char **ret, struct zhun_error *err)
{
	size_t start = csv->at;

	for (; !at_cell_end(csv); csv->at++) {
		if (csv->s[csv->at] == '"')
			return fail_bad(csv, column, "\"", err);
	}
	*ret = zhun_strndup(a, csv->s + start, csv->at - start);
	return *ret ? ZHUN_OK : zhun_no_memory(a, err);
}

/* The room needed is known beforehand: the cell is never longer than its text with the quotes. */
static enum zhun_code read_quoted(struct zhun_csv *csv, struct zhun_arena *a, size_t column,
				  const char **ret, struct zhun_error *err)
{
	unsigned begun = csv->line;
	size_t start = ++csv->at, len = 0;

	while (csv->at < csv->n && (csv->s[csv->at] != '"' ||
				    (csv->at + 1 < csv->n && csv->s[csv->at + 1] == '"')))
		csv->at += csv->s[csv->at] == '"' ? 2 : 1;
	if (csv->at >= csv->n)
		return fail_bad(csv, column, "…", err);
	char *out = zhun_alloc(a, csv->at - start + 1);
	if (!out)
		return zhun_no_memory(a, err);
	for (size_t i = start; i < csv->at; i++) {
		begun += csv->s[i] == '\n';
		out[len++] = csv->s[i];
		i += csv->s[i] == '"';
	}
	csv->at++;
	if (!at_cell_end(csv))
		return fail_bad(csv, column, "\"…\"", err);
	csv->line = begun;
	*ret = out;
	return ZHUN_OK;
}

static enum zhun_code read_cell(struct zhun_csv *csv, struct zhun_arena *a, size_t column,
				const char **ret, struct zhun_error *err)
{
	if (column == ZHUN_CSV_COLUMNS)
		return zhun_fail(err, ZHUN_E_CSV_COLUMNS, NULL, ZHUN_INT(ZHUN_CSV_COLUMNS));
	if (++csv->cells > ZHUN_CSV_CELLS)
		return zhun_fail(err, ZHUN_E_CSV_CELLS, NULL, ZHUN_INT(ZHUN_CSV_CELLS));
	if (csv->at < csv->n && csv->s[csv->at] == '"')
		return read_quoted(csv, a, column, ret, err);
	return read_bare(csv, a, column, ret, err);
}

/* An upper bound of the cells in the row at hand: separators in quoted cells count too. */
static size_t most_cells(const struct zhun_csv *csv)
{
	size_t most = 1;
	bool quoted = false;

	for (size_t i = csv->at; i < csv->n && most <= ZHUN_CSV_COLUMNS; i++) {
		if (csv->s[i] == '"')
			quoted = !quoted;
		else if (csv->s[i] == '\n' && !quoted)
			break;
		most += csv->s[i] == csv->separator;
	}
	return most;
}

enum zhun_code zhun_csv_next(struct zhun_csv *csv, struct zhun_arena *a, struct zhun_csv_row *ret,
			     struct zhun_error *err)
{
	struct zhun_csv_row row = {0};

	while (csv->at < csv->n && at_row_end(csv))
		skip_row_end(csv);
	if (csv->at < csv->n) {
		row.line = csv->line;
		row.cell = ZHUN_NEW_ARRAY(a, most_cells(csv), const char *);
		if (!row.cell)
			return zhun_no_memory(a, err);
		for (;;) {
			enum zhun_code code = read_cell(csv, a, row.count, &row.cell[row.count], err);
			if (code)
				return code;
			row.count++;
			if (at_row_end(csv))
				break;
			csv->at++;
		}
		skip_row_end(csv);
	}
	*ret = row;
	return ZHUN_OK;
}

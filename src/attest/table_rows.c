/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of results: a row is a point of a quantity. Rows that name the same
 * quantity one after another (or leave the cell blank) are one table; each
 * column of figures in it becomes a quantity, whose values share their index.
 */
#include "attest/table.h"

enum column {
	C_QUANTITY, C_KIND, C_POINT, C_REFERENCE, C_VALUE, C_ERROR, C_LOWER, C_UPPER, C_POINT_UNIT, C_UNIT,
	C_U, C_K, C_P, C_DISTRIBUTION, C_CONFORMITY, C_WHEN, C_LABEL, C_COUNT
};

static const char *const column_names[C_COUNT] = {
	"quantity", "kind", "point", "reference", "value", "error", "lower", "upper", "point_unit", "unit",
	"U", "k", "p", "distribution", "conformity", "when", "label",
};

/* Columns that become quantities, and what these then mean. */
static const struct {
	enum column column;
	enum zhun_cert_meaning meaning;
} figures[] = {
	{C_POINT, ZHUN_MEANS_NOMINAL}, {C_REFERENCE, ZHUN_MEANS_REFERENCE}, {C_VALUE, ZHUN_MEANS_MEASURED},
	{C_ERROR, ZHUN_MEANS_ERROR}, {C_LOWER, ZHUN_MEANS_LIMIT_LOWER}, {C_UPPER, ZHUN_MEANS_LIMIT_UPPER},
};

/* A quantity being filled. */
struct filling {
	struct zhun_cert_quantity *quantity;
	struct zhun_cert_series *series;
	const struct zhun_cert_value **link;
};

struct rows {
	struct zhun_table *t;
	int at[C_COUNT];                     /* which cell holds the column; -1 for none */
	const struct zhun_cert_section **sections;
	const struct zhun_cert_quantity **results;
	size_t groups, index, quantities;    /* tables so far; rows and quantities in this one */
	const char *path, *kind;             /* of this table */
	const struct zhun_cert_text *name;
	struct filling filling[ZHUN_COUNT(figures)];
	struct zhun_cert_statement *statement;
	const struct zhun_cert_word **conformity;
};

static const char *cell(struct rows *rows, enum column column)
{
	return rows->at[column] < 0 ? NULL : zhun_table_cell(rows->t, (size_t)rows->at[column]);
}

static bool has_cell(const struct rows *rows, enum column column)
{
	const struct zhun_csv_row *row = &rows->t->row;
	size_t at = (size_t)rows->at[column], n;
	const char *text;

	if (rows->at[column] < 0 || at >= row->count)
		return false;
	zhun_str_trim(row->cell[at], strlen(row->cell[at]), &text, &n);
	return n > 0;
}

static struct zhun_cert_figure figure(struct rows *rows, enum column column)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(rows->t, room, column_names[column]);

	return zhun_reader_figure(rows->t->r, cell(rows, column), &spot);
}

static void read_columns(struct rows *rows)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_table *t = rows->t;

	memset(rows->at, -1, sizeof rows->at);
	for (size_t i = 0; i < t->row.count; i++) {
		const char *name = zhun_table_cell(t, i);
		bool known = !name;
		for (size_t c = 0; c < C_COUNT && !known; c++) {
			known = zhun_str_equal(column_names[c], name);
			if (known && rows->at[c] < 0)
				rows->at[c] = (int)i;
		}
		struct zhun_spot spot = zhun_table_spot(t, room, name ? name : "");
		if (!known)
			ZHUN_FOUND(t->r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &spot, name);
	}
	struct zhun_spot spot = zhun_table_spot(t, room, "results");
	if (t->row.count && rows->at[C_VALUE] < 0 && rows->at[C_ERROR] < 0)
		ZHUN_FOUND(t->r, ZHUN_CERT_FAIL, ZHUN_E_CSV_HEADER, &spot, "value");
	if (t->row.count && rows->at[C_UNIT] < 0)
		ZHUN_FOUND(t->r, ZHUN_CERT_FAIL, ZHUN_E_CSV_HEADER, &spot, "unit");
}

static const char *path_of(struct rows *rows, const char *prefix, size_t number)
{
	const char *path = zhun_printf(rows->t->r->arena, "%s%s%zu", prefix, *prefix ? "." : "", number);

	if (!path && !rows->t->r->code)
		rows->t->r->code = zhun_no_memory(rows->t->r->arena, rows->t->r->err);
	return path ? path : "";
}

/* A new table: a section with the quantity's name. */
static void begin_group(struct rows *rows)
{
	struct zhun_cert_section *section = ZHUN_READER_NEW(rows->t->r, struct zhun_cert_section);

	memset(rows->filling, 0, sizeof rows->filling);
	rows->index = rows->quantities = 0;
	rows->statement = NULL;
	rows->path = path_of(rows, "", ++rows->groups);
	rows->kind = cell(rows, C_KIND);
	rows->name = rows->at[C_QUANTITY] < 0 ? NULL : zhun_table_text(rows->t, (size_t)rows->at[C_QUANTITY]);
	if (!section)
		return;
	section->path = rows->path;
	section->name = rows->name;
	*rows->sections = section;
	rows->sections = &section->next;
}

static bool begins_group(struct rows *rows)
{
	const char *name = cell(rows, C_QUANTITY);

	if (!rows->groups)
		return true;
	return name && (!rows->name || !zhun_str_equal(rows->name->text, name));
}

static bool begin_filling(struct rows *rows, struct filling *to, enum zhun_cert_meaning meaning)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_reader *r = rows->t->r;

	to->quantity = ZHUN_READER_NEW(r, struct zhun_cert_quantity);
	to->series = ZHUN_READER_NEW(r, struct zhun_cert_series);
	if (!to->quantity || !to->series)
		return false;
	(void)zhun_table_spot(rows->t, room, "results");
	*to->series = (struct zhun_cert_series){.form = ZHUN_FORM_REAL, .readable = true, .list = true};
	*to->quantity = (struct zhun_cert_quantity){
		.path = path_of(rows, rows->path, ++rows->quantities), .table = rows->path,
		.place = zhun_reader_copy(r, room, strlen(room)), .name = rows->name, .meaning = meaning,
		.kind = rows->kind, .series = to->series,
	};
	to->link = &to->series->values;
	*rows->results = to->quantity;
	rows->results = &to->quantity->next;
	return true;
}

static const struct zhun_cert_uncertainty *read_uncertainty(struct rows *rows)
{
	struct zhun_cert_uncertainty *u = has_cell(rows, C_U)
		? ZHUN_READER_NEW(rows->t->r, struct zhun_cert_uncertainty) : NULL;

	if (!u)
		return NULL;
	*u = (struct zhun_cert_uncertainty){
		.spread = ZHUN_SPREAD_EXPANDED, .u = figure(rows, C_U), .k = figure(rows, C_K),
		.p = figure(rows, C_P), .distribution = cell(rows, C_DISTRIBUTION),
	};
	return u;
}

static void check_value(struct rows *rows, struct filling *to, const struct zhun_cert_value *value)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(rows->t, room, "unit");

	if (!value->unit)
		ZHUN_FOUND(rows->t->r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &spot, "unit");
	if (!value->unit || !value->value.number)
		to->series->readable = false;
}

/* The uncertainty is that of the value, or where there is none, of the error. */
static bool has_uncertainty(const struct rows *rows, enum column column)
{
	return column == C_VALUE || (column == C_ERROR && !has_cell(rows, C_VALUE));
}

static void read_figure(struct rows *rows, size_t which)
{
	struct filling *to = &rows->filling[which];
	enum column column = figures[which].column;

	if (!has_cell(rows, column) || (!to->quantity && !begin_filling(rows, to, figures[which].meaning)))
		return;
	struct zhun_cert_value *value = ZHUN_READER_NEW(rows->t->r, struct zhun_cert_value);
	if (!value)
		return;
	value->index = rows->index;
	value->value = figure(rows, column);
	value->unit = column == C_POINT ? cell(rows, C_POINT_UNIT) : NULL;
	value->unit = value->unit ? value->unit : cell(rows, C_UNIT);
	value->label = cell(rows, C_LABEL);
	value->when = cell(rows, C_WHEN);
	if (has_uncertainty(rows, column))
		value->uncertainty = read_uncertainty(rows);
	*to->link = value;
	to->link = &value->next;
	to->series->count++;
	check_value(rows, to, value);
}

/* One statement a table, with a word for each row that has one; it stands on the value's quantity. */
static void read_conformity(struct rows *rows)
{
	const char *text = has_cell(rows, C_CONFORMITY) ? cell(rows, C_CONFORMITY) : NULL;
	struct zhun_cert_word *word = text ? ZHUN_READER_NEW(rows->t->r, struct zhun_cert_word) : NULL;
	struct zhun_cert_quantity *q = NULL;

	for (size_t i = 0; i < ZHUN_COUNT(figures); i++) {
		if (figures[i].column == C_VALUE || (figures[i].column == C_ERROR && !q))
			q = rows->filling[i].quantity;
	}
	if (!word || !q)
		return;
	word->text = text;
	if (!rows->statement) {
		rows->statement = ZHUN_READER_NEW(rows->t->r, struct zhun_cert_statement);
		if (!rows->statement)
			return;
		rows->statement->owner = q->path;
		rows->conformity = &rows->statement->conformity;
		q->statements = rows->statement;
	}
	*rows->conformity = word;
	rows->conformity = &word->next;
}

void zhun_table_rows(struct zhun_table *t)
{
	struct rows rows = {.t = t, .sections = &t->r->cert->sections, .results = &t->r->cert->results};

	zhun_table_next(t);
	read_columns(&rows);
	for (zhun_table_next(t); t->row.count; zhun_table_next(t)) {
		if (begins_group(&rows))
			begin_group(&rows);
		rows.index++;
		for (size_t i = 0; i < ZHUN_COUNT(figures); i++)
			read_figure(&rows, i);
		read_conformity(&rows);
	}
}

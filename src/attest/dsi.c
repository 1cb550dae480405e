/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attest/dsi.h"

/* Where the values being read of one series go. */
struct rows {
	struct zhun_cert_series *series;
	const struct zhun_cert_value **link;
	bool unit_told;      /* that a unit is missing is said once a series */
};

static const char *const quantities[] = {
	"real", "complex", "constant", "hybrid", "list", "realList", "complexList",
	"realListXMLList", "complexListXMLList", "realCS",
};

bool zhun_dsi_is_quantity(const struct zhun_xml *e)
{
	for (size_t i = 0; i < ZHUN_COUNT(quantities); i++) {
		if (zhun_str_equal(e->name, quantities[i]))
			return zhun_str_starts(e->space, "https://ptb.de/si");
	}
	return false;
}

static bool is_named(const struct zhun_xml *e, const char *name)
{
	return zhun_str_equal(e->name, name);
}

struct zhun_cert_figure zhun_dsi_figure(struct zhun_reader *r, const struct zhun_dsi_cells *cells,
					enum zhun_dsi_column column, size_t index)
{
	const struct zhun_dsi_tokens *t = &cells->column[column];
	struct zhun_spot spot = {.element = t->from, .item = t->count > 1 ? index + 1 : 0};

	return zhun_reader_figure(r, zhun_dsi_token(cells, column, index), &spot);
}

/* A column must hold one token or one a value. */
static void check_counts(struct zhun_reader *r, const struct zhun_dsi_cells *cells, size_t values)
{
	for (size_t i = 0; i < ZHUN_DSI_IGNORED; i++) {
		const struct zhun_dsi_tokens *t = &cells->column[i];
		if (t->count > 1 && t->count != values)
			ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_VALUE_COUNT,
				   &((struct zhun_spot){.element = t->from}), t->from->name,
				   ZHUN_INT(t->count), ZHUN_INT(values));
	}
}

static bool is_complex(enum zhun_cert_form form)
{
	return form == ZHUN_FORM_CARTESIAN || form == ZHUN_FORM_POLAR;
}

static void check_row(struct zhun_reader *r, const struct zhun_dsi_cells *cells, struct rows *to,
		      const struct zhun_cert_value *row)
{
	struct zhun_spot spot = {.element = cells->from};

	if (!row->value.number || (is_complex(cells->form) && !row->second.number))
		to->series->readable = false;
	if (is_complex(cells->form) && !row->second.text)
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &spot,
			   cells->form == ZHUN_FORM_POLAR ? "valuePhase" : "valueImag");
	if (row->unit && (cells->form != ZHUN_FORM_POLAR || row->unit_second))
		return;
	to->series->readable = false;
	if (to->unit_told)
		return;
	to->unit_told = true;
	ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &spot, row->unit ? "unitPhase" : "unit");
}

static struct zhun_cert_value *new_row(struct zhun_reader *r, struct rows *to)
{
	struct zhun_cert_value *row = ZHUN_READER_NEW(r, struct zhun_cert_value);

	if (!row)
		return NULL;
	row->index = ++to->series->count;
	*to->link = row;
	to->link = &row->next;
	return row;
}

static const char *token_or(const struct zhun_dsi_cells *cells, const struct zhun_dsi_cells *list,
			    enum zhun_dsi_column column, size_t index)
{
	const char *token = zhun_dsi_token(cells, column, index);

	return token || !list ? token : zhun_dsi_token(list, column, 0);
}

/* The row with that index: what it does not state itself comes from @a list (NULL for none). */
static void read_row(struct zhun_reader *r, struct zhun_dsi_cells *cells, struct zhun_dsi_cells *list,
		     size_t index, struct rows *to)
{
	struct zhun_cert_value *row = new_row(r, to);

	if (!row)
		return;
	row->value = zhun_dsi_figure(r, cells, ZHUN_DSI_VALUE, index);
	row->second = zhun_dsi_figure(r, cells, ZHUN_DSI_SECOND, index);
	row->unit = token_or(cells, list, ZHUN_DSI_UNIT, index);
	row->unit_second = token_or(cells, list, ZHUN_DSI_UNIT_SECOND, index);
	row->label = zhun_dsi_token(cells, ZHUN_DSI_LABEL, index);
	row->when = token_or(cells, list, ZHUN_DSI_WHEN, index);
	row->uncertainty = zhun_dsi_uncertainty(r, cells, index);
	if (!row->uncertainty && list)
		row->uncertainty = zhun_dsi_uncertainty(r, list, 0);
	check_row(r, cells, to, row);
}

static void keep_kind(const struct zhun_dsi_cells *cells, struct zhun_cert_series *series)
{
	if (!series->kind)
		series->kind = zhun_dsi_token(cells, ZHUN_DSI_KIND, 0);
}

/* An element with values of its own: real, complex, constant, realListXMLList, complexListXMLList. */
static void read_leaf(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_cells *list,
		      struct rows *to)
{
	struct zhun_dsi_cells cells = {.from = e};

	zhun_dsi_collect(r, e, &cells);
	if (is_named(e, "constant")) {
		cells.form = ZHUN_FORM_CONSTANT;
		cells.spread = ZHUN_SPREAD_STANDARD;
	}
	if (to->series->form == ZHUN_FORM_NONE)
		to->series->form = cells.form;
	keep_kind(&cells, to->series);
	size_t values = cells.column[ZHUN_DSI_VALUE].count;
	check_counts(r, &cells, values);
	if (values == 0) {
		to->series->readable = false;
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &((struct zhun_spot){.element = e}), "value");
	}
	for (size_t i = 0; i < values && !r->code; i++)
		read_row(r, &cells, list, i, to);
	if (cells.region && !is_complex(cells.form))
		to->series->joint = zhun_dsi_uncertainty(r, cells.region, 0);
}

/* realList, complexList, and the list of D-SI 1.x: children that are values, or lists again. */
static void read_list(struct zhun_reader *r, const struct zhun_xml *e, struct rows *to)
{
	struct zhun_dsi_cells cells = {.from = e};
	bool any = false;

	zhun_dsi_collect(r, e, &cells);
	keep_kind(&cells, to->series);
	if (!to->series->label)
		to->series->label = zhun_dsi_token(&cells, ZHUN_DSI_LABEL, 0);
	for (const struct zhun_xml *c = e->first; c && !r->code; c = c->next) {
		if (!zhun_dsi_is_quantity(c))
			continue;
		any = true;
		if (is_named(c, "list") || is_named(c, "realList") || is_named(c, "complexList"))
			read_list(r, c, to);
		else
			read_leaf(r, c, &cells, to);
	}
	if (!any) {
		to->series->readable = false;
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &((struct zhun_spot){.element = e}), "value");
	}
	if (cells.region && !to->series->joint && !is_complex(to->series->form))
		to->series->joint = zhun_dsi_uncertainty(r, cells.region, 0);
}

/* The comma-separated proposal of D-SI 1.0, which nobody can tell apart into values: kept as text. */
static void read_text(struct zhun_reader *r, const struct zhun_xml *e, struct rows *to)
{
	to->series->form = ZHUN_FORM_WORDS;
	ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &((struct zhun_spot){.element = e}), e->name);
	for (const struct zhun_xml *c = e->first; c; c = c->next) {
		struct zhun_cert_value *row = new_row(r, to);
		if (!row)
			return;
		row->value.text = zhun_reader_copy(r, c->text, strlen(c->text));
	}
	to->series->readable = false;
}

static struct zhun_cert_series *read_series(struct zhun_reader *r, const struct zhun_xml *e)
{
	struct zhun_cert_series *series = ZHUN_READER_NEW(r, struct zhun_cert_series);
	struct rows rows = {.series = series};

	if (!series)
		return NULL;
	rows.link = &series->values;
	series->readable = true;
	series->list = is_named(e, "list") || zhun_str_ends(e->name, "List");
	if (is_named(e, "list") || is_named(e, "realList") || is_named(e, "complexList"))
		read_list(r, e, &rows);
	else if (is_named(e, "realCS"))
		read_text(r, e, &rows);
	else
		read_leaf(r, e, NULL, &rows);
	return series;
}

/* The alternatives of a hybrid as they come: one is chosen, the others are linked. */
struct choice {
	const struct zhun_cert_series *chosen, **link;
	struct zhun_cert_series *first;
};

static void offer(struct choice *choice, struct zhun_cert_series *series)
{
	if (!choice->first)
		choice->first = series;
	if (!choice->chosen && series->readable) {
		choice->chosen = series;
		return;
	}
	*choice->link = series;
	choice->link = &series->next;
}

static const struct zhun_cert_series *read_hybrid(struct zhun_reader *r, const struct zhun_xml *e,
						  const struct zhun_cert_series **ret_others)
{
	struct choice choice = {.link = ret_others};

	for (const struct zhun_xml *c = e->first; c && !r->code; c = c->next) {
		struct zhun_spot spot = {.element = c};
		if (!zhun_dsi_is_quantity(c) || is_named(c, "hybrid")) {
			ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &spot, c->name);
			continue;
		}
		struct zhun_cert_series *series = read_series(r, c);
		if (series)
			offer(&choice, series);
	}
	if (choice.chosen)
		return choice.chosen;
	if (choice.first) {
		*ret_others = choice.first->next;
		choice.first->next = NULL;
		return choice.first;
	}
	ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &((struct zhun_spot){.element = e}), "real");
	return ZHUN_READER_NEW(r, struct zhun_cert_series);
}

const struct zhun_cert_series *zhun_dsi_read(struct zhun_reader *r, const struct zhun_xml *e,
					     const struct zhun_cert_series **ret_others)
{
	return is_named(e, "hybrid") ? read_hybrid(r, e, ret_others) : read_series(r, e);
}

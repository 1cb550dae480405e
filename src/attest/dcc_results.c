/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results: groups (measurementResult) of results, each with data; data holds
 * quantities and lists of quantities, which nest. Every quantity gets an
 * ordinal path; headings become sections. Recursion is bounded by the depth of
 * the tree (ZHUN_XML_DEPTH).
 */
#include "attest/dcc.h"

#include "attest/dsi.h"

static bool is_dcc(const struct zhun_xml *e, const char *name)
{
	return zhun_str_equal(e->name, name) && zhun_str_equal(e->space, ZHUN_DCC_SPACE);
}

/* ---- one quantity ---- */

#define QUANTITY(member) offsetof(struct zhun_cert_quantity, member)

static void read_relative(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_series *others = NULL;

	if (e->first)
		*(const struct zhun_cert_series **)to = zhun_dsi_read(d->r, e->first, &others);
}

static void read_words(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_word *words = NULL;
	struct zhun_cert_series *series = ZHUN_READER_NEW(d->r, struct zhun_cert_series);
	const struct zhun_cert_value **link = series ? &series->values : NULL;

	zhun_dcc_word_list(d, e, &words);
	for (const struct zhun_cert_word *w = words; w && series; w = w->next) {
		struct zhun_cert_value *value = ZHUN_READER_NEW(d->r, struct zhun_cert_value);
		if (!value)
			return;
		value->index = ++series->count;
		value->value.text = w->text;
		*link = value;
		link = &value->next;
	}
	if (series) {
		series->form = ZHUN_FORM_WORDS;
		series->list = true;
	}
	*(const struct zhun_cert_series **)to = series;
}

static const struct zhun_dcc_row quantity_rows[] = {
	{"name", zhun_dcc_text, QUANTITY(name)},
	{"description", zhun_dcc_rich, QUANTITY(description)},
	{"noQuantity", zhun_dcc_rich, QUANTITY(words)},
	{"charsXMLList", read_words, QUANTITY(series)},
	{"relativeUncertainty", read_relative, QUANTITY(relative)},
	{"usedMethods", zhun_dcc_methods, 0},
	{"usedSoftware", zhun_dcc_software, 0},
	{"measuringEquipments", zhun_dcc_equipment, 0},
	{"influenceConditions", zhun_dcc_conditions, 0},
	{"measurementMetaData", zhun_dcc_own_statements, QUANTITY(statements)},
};

static void read_value(struct zhun_dcc *d, const struct zhun_xml *e, struct zhun_cert_quantity *q)
{
	const struct zhun_xml *c = e->first;

	while (c && !zhun_dsi_is_quantity(c))
		c = c->next;
	if (c)
		q->series = zhun_dsi_read(d->r, c, &q->alternatives);
}

static void complete(struct zhun_dcc *d, const struct zhun_xml *e, struct zhun_cert_quantity *q)
{
	if (q->series)
		return;
	q->series = ZHUN_READER_NEW(d->r, struct zhun_cert_series);
	if (!q->words)
		ZHUN_FOUND(d->r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &((struct zhun_spot){.element = e}),
			   "si:real");
}

struct zhun_cert_quantity *zhun_dcc_quantity(struct zhun_dcc *d, const struct zhun_xml *e, const char *path,
					     const char *table)
{
	struct zhun_cert_quantity *q = ZHUN_READER_NEW(d->r, struct zhun_cert_quantity);

	if (!q)
		return NULL;
	q->path = path;
	q->table = table;
	q->place = zhun_dcc_place(d, e);
	q->marks = zhun_dcc_marks(d, e);
	q->meaning = d->meaning;
	q->kind = d->kind;
	zhun_reftype_find(q->marks.ref_type, &q->meaning, &q->kind);
	zhun_dcc_fields(d, e, quantity_rows, ZHUN_COUNT(quantity_rows), q);
	read_value(d, e, q);
	complete(d, e, q);
	if (!q->kind && q->series)
		q->kind = zhun_kind_code(q->series->kind);
	return q;
}

void zhun_dcc_quantities(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_quantity **link = to;
	size_t number = 0;

	for (const struct zhun_xml *c = e->first; c && !d->r->code; c = c->next) {
		if (!zhun_str_ends(c->name, "Quantity"))
			continue;
		struct zhun_cert_quantity *q = zhun_dcc_quantity(d, c, zhun_dcc_path(d, "", ++number), "");
		if (!q)
			return;
		*link = q;
		link = &q->next;
	}
}

/* ---- data: quantities and lists of them ---- */

struct data {
	const char *path, *table;
	bool results;                              /* of a result: lists are sections, paths are owners */
	const struct zhun_cert_quantity **link;    /* where the next quantity goes */
	const struct zhun_cert_text **words;       /* where text goes; NULL: nowhere */
};

static void read_data(struct zhun_dcc *d, const struct zhun_xml *e, struct data *data);

static struct zhun_cert_section *new_section(struct zhun_dcc *d, const struct zhun_xml *e, const char *path)
{
	struct zhun_cert_section *section = ZHUN_READER_NEW(d->r, struct zhun_cert_section);

	if (!section)
		return NULL;
	section->path = path;
	section->marks = zhun_dcc_marks(d, e);
	*d->sections = section;
	d->sections = &section->next;
	return section;
}

static void read_list(struct zhun_dcc *d, const struct zhun_xml *e, struct data *data, const char *path)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_section, name)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_section, description)},
		{"dateTime", zhun_dcc_string, offsetof(struct zhun_cert_section, when)},
		{"dateTimeXMLList", zhun_dcc_string, offsetof(struct zhun_cert_section, when)},
		{"usedMethods", zhun_dcc_methods, 0},
		{"usedSoftware", zhun_dcc_software, 0},
		{"measuringEquipments", zhun_dcc_equipment, 0},
		{"influenceConditions", zhun_dcc_conditions, 0},
		{"measurementMetaData", zhun_dcc_statements, 0},
	};
	const char *outer_path = data->path, *outer_table = data->table;
	struct zhun_cert_section *section = data->results ? new_section(d, e, path)
							  : ZHUN_READER_NEW(d->r, struct zhun_cert_section);
	if (!section)
		return;
	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), section);
	data->path = data->table = path;
	read_data(d, e, data);
	data->path = outer_path;
	data->table = outer_table;
}

static void read_one(struct zhun_dcc *d, const struct zhun_xml *e, struct data *data, const char *path)
{
	struct zhun_cert_quantity *q = zhun_dcc_quantity(d, e, path, data->table);

	if (!q)
		return;
	*data->link = q;
	data->link = &q->next;
}

/* Text, formulas, files and foreign XML stand beside quantities. */
static void read_other(struct zhun_dcc *d, const struct zhun_xml *e, struct data *data)
{
	if (is_dcc(e, "text") && data->words && !*data->words)
		zhun_dcc_rich(d, e, data->words);
	else if (is_dcc(e, "formula") || is_dcc(e, "xml"))
		zhun_dcc_formula_one(d, e);
	else if (is_dcc(e, "byteData"))
		zhun_dcc_file_one(d, e);
}

static void read_data(struct zhun_dcc *d, const struct zhun_xml *e, struct data *data)
{
	const char *owner = d->owner, *prefix = data->path;
	size_t number = 0;

	for (const struct zhun_xml *c = e->first; c && !d->r->code; c = c->next) {
		bool list = is_dcc(c, "list");
		if (!list && !is_dcc(c, "quantity")) {
			read_other(d, c, data);
			continue;
		}
		const char *path = zhun_dcc_path(d, prefix, ++number);
		d->owner = data->results ? path : owner;
		if (list)
			read_list(d, c, data, path);
		else
			read_one(d, c, data, path);
	}
	d->owner = owner;
}

void zhun_dcc_data(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct data data = {.path = "", .table = "", .link = to};

	read_data(d, e, &data);
}

/* ---- results ---- */

static void read_result(struct zhun_dcc *d, const struct zhun_xml *e, const char *path)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_section, name)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_section, description)},
	};
	struct zhun_cert_section *section = new_section(d, e, path);
	const struct zhun_xml *data = zhun_xml_child(e, ZHUN_DCC_SPACE, "data");

	if (!section)
		return;
	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), section);
	if (!data)
		return;
	struct data into = {.path = path, .table = "", .results = true, .link = d->results,
			    .words = &section->words};
	read_data(d, data, &into);
	d->results = into.link;
}

static void read_each_result(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "result");
	const char *group = d->owner;

	(void)to;
	for (size_t number = 1; c && !d->r->code; c = zhun_xml_again(c), number++) {
		d->owner = zhun_dcc_path(d, group, number);
		read_result(d, c, d->owner);
	}
	d->owner = group;
}

static const struct zhun_dcc_row group_rows[] = {
	{"name", zhun_dcc_text, offsetof(struct zhun_cert_section, name)},
	{"description", zhun_dcc_rich, offsetof(struct zhun_cert_section, description)},
	{"usedMethods", zhun_dcc_methods, 0},
	{"usedSoftware", zhun_dcc_software, 0},
	{"measuringEquipments", zhun_dcc_equipment, 0},
	{"influenceConditions", zhun_dcc_conditions, 0},
	{"measurementMetaData", zhun_dcc_statements, 0},
	{"results", read_each_result, 0},
};

void zhun_dcc_results(struct zhun_dcc *d, const struct zhun_xml *e)
{
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "measurementResult");
	struct zhun_cert_section whole = {0};

	zhun_dcc_fields(d, e, group_rows, ZHUN_COUNT(group_rows), &whole);
	for (size_t number = 1; c && !d->r->code; c = zhun_xml_again(c), number++) {
		d->owner = zhun_dcc_path(d, "", number);
		struct zhun_cert_section *section = new_section(d, c, d->owner);
		if (section)
			zhun_dcc_fields(d, c, group_rows, ZHUN_COUNT(group_rows), section);
	}
	d->owner = "";
}

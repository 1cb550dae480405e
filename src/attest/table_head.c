/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows before the results: each key has its reader. */
#include "attest/table.h"

typedef void read_key(struct zhun_table *t, size_t offset);

static void *field(struct zhun_table *t, size_t offset)
{
	return (char *)t->r->cert + offset;
}

static void read_string(struct zhun_table *t, size_t offset)
{
	*(const char **)field(t, offset) = zhun_table_cell(t, 1);
}

static void read_date(struct zhun_table *t, size_t offset)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(t, room, t->row.cell[0]);

	*(struct zhun_cert_date *)field(t, offset) =
		zhun_reader_date(t->r, zhun_table_cell(t, 1), false, &spot);
}

static void read_kind(struct zhun_table *t, size_t offset)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(t, room, t->row.cell[0]);

	*(enum zhun_cert_kind *)field(t, offset) = zhun_reader_kind(t->r, zhun_table_cell(t, 1), &spot);
}

static void read_contact(struct zhun_table *t, size_t offset)
{
	struct zhun_cert_contact *contact = field(t, offset);

	contact->name = zhun_table_text(t, 1);
}

static struct zhun_cert_contact *new_contact(struct zhun_table *t, size_t cell)
{
	const struct zhun_cert_text *name = zhun_table_text(t, cell);
	struct zhun_cert_contact *contact = name ? ZHUN_READER_NEW(t->r, struct zhun_cert_contact) : NULL;

	if (contact)
		contact->name = name;
	return contact;
}

static const struct zhun_cert_identification *new_serial(struct zhun_table *t, size_t cell)
{
	const char *value = zhun_table_cell(t, cell);
	struct zhun_cert_identification *one = value ? ZHUN_READER_NEW(t->r, struct zhun_cert_identification) : NULL;

	if (one)
		*one = (struct zhun_cert_identification){.issuer = "manufacturer", .value = value};
	return one;
}

/* item, name, maker, model, serial number */
static void read_item(struct zhun_table *t, size_t offset)
{
	static const char path[] = "1";
	struct zhun_cert_item *item = ZHUN_READER_NEW(t->r, struct zhun_cert_item);

	(void)offset;
	if (!item)
		return;
	item->path = path;
	item->name = zhun_table_text(t, 1);
	item->manufacturer = new_contact(t, 2);
	item->model = zhun_table_cell(t, 3);
	item->identifications = new_serial(t, 4);
	*t->items = item;
	t->items = &item->next;
}

/* person, name, role */
static void read_person(struct zhun_table *t, size_t offset)
{
	struct zhun_cert_person *person = ZHUN_READER_NEW(t->r, struct zhun_cert_person);

	(void)offset;
	if (!person)
		return;
	person->contact.name = zhun_table_text(t, 1);
	person->role = zhun_table_cell(t, 2);
	*t->persons = person;
	t->persons = &person->next;
}

/* method, name, norm */
static void read_method(struct zhun_table *t, size_t offset)
{
	struct zhun_cert_method *method = ZHUN_READER_NEW(t->r, struct zhun_cert_method);
	const char *norm = zhun_table_cell(t, 2);
	struct zhun_cert_word *word = norm ? ZHUN_READER_NEW(t->r, struct zhun_cert_word) : NULL;

	(void)offset;
	if (!method)
		return;
	method->owner = "";
	method->name = zhun_table_text(t, 1);
	if (word)
		word->text = norm;
	method->norms = word;
	*t->methods = method;
	t->methods = &method->next;
}

/* reference, name, serial number, certificate number, its issuer, date of use */
static void read_reference(struct zhun_table *t, size_t offset)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(t, room, "reference");
	struct zhun_cert_evidence *one = ZHUN_READER_NEW(t->r, struct zhun_cert_evidence);
	const char *number = zhun_table_cell(t, 3);
	struct zhun_cert_reference *cited = number ? ZHUN_READER_NEW(t->r, struct zhun_cert_reference) : NULL;

	(void)offset;
	if (!one)
		return;
	one->owner = one->item.path = "";
	one->standard = true;
	one->item.name = zhun_table_text(t, 1);
	one->item.identifications = new_serial(t, 2);
	if (cited) {
		cited->number = number;
		cited->issuer = zhun_table_text(t, 4);
		one->certificate = cited;
	}
	one->used = zhun_reader_date(t->r, zhun_table_cell(t, 5), false, &spot);
	*t->evidence = one;
	t->evidence = &one->next;
}

static struct zhun_cert_quantity *new_quantity(struct zhun_table *t, size_t value, size_t unit,
					       const struct zhun_spot *spot)
{
	struct zhun_cert_quantity *q = ZHUN_READER_NEW(t->r, struct zhun_cert_quantity);
	struct zhun_cert_series *series = ZHUN_READER_NEW(t->r, struct zhun_cert_series);
	struct zhun_cert_value *v = ZHUN_READER_NEW(t->r, struct zhun_cert_value);

	if (!v || !series || !q)
		return NULL;
	v->index = 1;
	v->value = zhun_reader_figure(t->r, zhun_table_cell(t, value), spot);
	v->unit = zhun_table_cell(t, unit);
	*series = (struct zhun_cert_series){.form = ZHUN_FORM_REAL, .count = 1, .values = v,
					    .readable = v->value.number && v->unit};
	*q = (struct zhun_cert_quantity){.path = "1", .table = "", .place = zhun_reader_copy(t->r, spot->text,
		strlen(spot->text)), .series = series};
	return q;
}

/* condition, name, value, unit */
static void read_condition(struct zhun_table *t, size_t offset)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_spot spot = zhun_table_spot(t, room, "condition");
	struct zhun_cert_condition *one = ZHUN_READER_NEW(t->r, struct zhun_cert_condition);

	(void)offset;
	if (!one)
		return;
	one->owner = "";
	one->name = zhun_table_text(t, 1);
	one->quantities = new_quantity(t, 2, 3, &spot);
	*t->conditions = one;
	t->conditions = &one->next;
}

/* statement, words */
static void read_statement(struct zhun_table *t, size_t offset)
{
	struct zhun_cert_statement *one = ZHUN_READER_NEW(t->r, struct zhun_cert_statement);

	(void)offset;
	if (!one)
		return;
	one->owner = "";
	one->declaration = zhun_table_text(t, 1);
	*t->statements = one;
	t->statements = &one->next;
}

#define CERT(member) offsetof(struct zhun_certificate, member)

static const struct {
	const char *key;
	read_key *read;
	size_t offset;
} keys[] = {
	{"kind", read_kind, CERT(kind)},
	{"number", read_string, CERT(number)},
	{"country", read_string, CERT(country)},
	{"laboratory", read_contact, CERT(laboratory)},
	{"laboratory_code", read_string, CERT(laboratory_code)},
	{"customer", read_contact, CERT(customer)},
	{"received", read_date, CERT(received)},
	{"begun", read_date, CERT(begun)},
	{"ended", read_date, CERT(ended)},
	{"issued", read_date, CERT(issued)},
	{"location", read_string, CERT(location)},
	{"amends", read_string, CERT(amends)},
	{"comment", read_string, CERT(comment)},
	{"item", read_item, 0},
	{"person", read_person, 0},
	{"method", read_method, 0},
	{"reference", read_reference, 0},
	{"condition", read_condition, 0},
	{"statement", read_statement, 0},
};

static void read_row(struct zhun_table *t)
{
	char room[ZHUN_ERROR_PLACE_SIZE];
	const char *key = zhun_table_cell(t, 0);

	for (size_t i = 0; key && i < ZHUN_COUNT(keys); i++) {
		if (zhun_str_equal(keys[i].key, key)) {
			keys[i].read(t, keys[i].offset);
			return;
		}
	}
	struct zhun_spot spot = zhun_table_spot(t, room, key ? key : "");
	if (key)
		ZHUN_FOUND(t->r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &spot, key);
}

void zhun_table_head(struct zhun_table *t)
{
	for (zhun_table_next(t); t->row.count; zhun_table_next(t)) {
		if (zhun_str_equal(zhun_table_cell(t, 0), "results"))
			return;
		read_row(t);
	}
}

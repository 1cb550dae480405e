/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attest/table.h"

void zhun_table_next(struct zhun_table *t)
{
	t->row.count = 0;
	if (!t->r->code)
		t->r->code = zhun_csv_next(&t->csv, t->r->arena, &t->row, t->r->err);
	if (t->r->code)
		t->row.count = 0;
}

const char *zhun_table_cell(struct zhun_table *t, size_t index)
{
	if (index >= t->row.count)
		return NULL;
	return zhun_reader_copy(t->r, t->row.cell[index], strlen(t->row.cell[index]));
}

const struct zhun_cert_text *zhun_table_text(struct zhun_table *t, size_t index)
{
	const char *words = zhun_table_cell(t, index);
	struct zhun_cert_text *text = words ? ZHUN_READER_NEW(t->r, struct zhun_cert_text) : NULL;

	if (text)
		*text = (struct zhun_cert_text){.language = "", .text = words};
	return text;
}

struct zhun_spot zhun_table_spot(const struct zhun_table *t, char room[ZHUN_ERROR_PLACE_SIZE], const char *column)
{
	(void)snprintf(room, ZHUN_ERROR_PLACE_SIZE, "line %u, %.100s", t->row.line, column);
	return (struct zhun_spot){.text = room};
}

enum zhun_code zhun_cert_csv_read(struct zhun_reader *r, struct zhun_bytes file)
{
	struct zhun_certificate *c = r->cert;
	char room[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_table t = {
		.r = r, .items = &c->items, .persons = &c->persons, .methods = &c->methods,
		.conditions = &c->conditions, .evidence = &c->evidence, .statements = &c->statements,
	};
	enum zhun_code code = zhun_csv_init(&t.csv, (const char *)file.ptr, file.len, r->err);

	if (code)
		return code;
	c->format = ZHUN_CERT_CSV;
	zhun_table_next(&t);
	c->version = zhun_table_cell(&t, 1);
	struct zhun_spot spot = zhun_table_spot(&t, room, "zhun-certificate");
	if (!zhun_str_equal(c->version, "1"))
		ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_CERTIFICATE_VERSION, &spot, c->version ? c->version : "", "1");
	zhun_table_head(&t);
	zhun_table_rows(&t);
	return r->code;
}

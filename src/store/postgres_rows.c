/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of one text sent together: "INSERT INTO x (a, b) VALUES ($1, $2)" becomes "INSERT INTO x (a, b) SELECT * FROM
 * unnest($1, $2)", a statement for any number of rows, each parameter an array of a column in PostgreSQL's binary
 * format. Its trip, its planning and its triggers' setting up are paid once. What no array can say (a row that is
 * large, a value of no known kind) goes alone, after what waited. Their answers are read with that of the next
 * statement whose answer is asked for.
 */
#include <string.h>

#include "store/postgres.h"

enum { HEADER_SIZE = 20, ROWS_FIRST = 32, ROWS_MOST = 128, BYTES_MOST = 1 << 20, COLUMN_MOST = 16 << 20 };

struct zhun_gathered {
	const char *text;
	const unsigned char *kinds;     /* of the columns */
	size_t count, rows;
	struct zhun_text *columns;
	struct zhun_gathered *next;
};

static const Oid elements[] = {[ZHUN_V_INT] = PG_INT8, [ZHUN_V_REAL] = PG_FLOAT8, [ZHUN_V_TEXT] = PG_TEXT,
			       [ZHUN_V_BYTES] = PG_BYTEA};
static const Oid arrays[] = {[ZHUN_V_INT] = PG_INT8_ARRAY, [ZHUN_V_REAL] = PG_FLOAT8_ARRAY,
			     [ZHUN_V_TEXT] = PG_TEXT_ARRAY, [ZHUN_V_BYTES] = PG_BYTEA_ARRAY};

/* ---- a row is added ---- */

static bool fits(const struct zhun_composed *row)
{
	size_t bytes = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct zhun_value *v = &row->params[i];
		if (v->as == ZHUN_V_NULL)
			return false;
		bytes += v->kind == ZHUN_V_TEXT ? strlen(v->text) : v->kind == ZHUN_V_BYTES ? v->bytes.len : 8;
	}
	return row->count && bytes < BYTES_MOST;
}

static bool same(const struct zhun_gathered *g, const struct zhun_composed *row)
{
	if (g->count != row->count || strcmp(g->text, row->text) != 0)
		return false;
	for (size_t i = 0; i < g->count; i++)
		if (g->kinds[i] != row->params[i].as)
			return false;
	return true;
}

static struct zhun_gathered *begin(struct zhun_arena *a, const struct zhun_composed *row)
{
	struct zhun_gathered *g = ZHUN_NEW(a, struct zhun_gathered);
	unsigned char *kinds = zhun_alloc(a, row->count);
	if (!g || !kinds)
		return NULL;
	for (size_t i = 0; i < row->count; i++)
		kinds[i] = (unsigned char)row->params[i].as;
	*g = (struct zhun_gathered){.text = zhun_strdup(a, row->text), .kinds = kinds, .count = row->count,
		.columns = ZHUN_NEW_ARRAY(a, row->count, struct zhun_text)};
	if (!g->text || !g->columns)
		return NULL;
	for (size_t i = 0; i < row->count; i++) {
		zhun_text_init(&g->columns[i], a, COLUMN_MOST);
		zhun_text_addn(&g->columns[i], (const char[HEADER_SIZE]){0}, HEADER_SIZE);
	}
	return g;
}

static struct zhun_gathered *find(struct zhun_conn *c, const struct zhun_composed *row)
{
	struct zhun_gathered **at = &c->gathered;
	while (*at && !same(*at, row))
		at = &(*at)->next;
	if (!*at)
		*at = begin(c->waiting, row);
	return *at;
}

static void put_int32(char *at, uint32_t x)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(unsigned char)(x >> (24 - 8 * i));
}

/* A length and what it counts; -1 is NULL. */
static void add_element(struct zhun_text *t, const char *s, uint32_t n)
{
	char length[4];
	put_int32(length, n);
	zhun_text_addn(t, length, sizeof length);
	if (s)
		zhun_text_addn(t, s, n);
}

static void add_eight(struct zhun_text *t, const void *value)
{
	char bytes[8];
	uint64_t x;
	memcpy(&x, value, sizeof x);
	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(unsigned char)(x >> (56 - 8 * i));
	add_element(t, bytes, sizeof bytes);
}

static void add_value(struct zhun_text *t, const struct zhun_value *v)
{
	switch (v->kind) {
	case ZHUN_V_NULL:
		add_element(t, NULL, UINT32_MAX);
		break;
	case ZHUN_V_INT:
		add_eight(t, &v->integer);
		break;
	case ZHUN_V_REAL:
		add_eight(t, &v->real);
		break;
	case ZHUN_V_TEXT:
		add_element(t, v->text, (uint32_t)strlen(v->text));
		break;
	case ZHUN_V_BYTES:
		add_element(t, (const char *)v->bytes.ptr, (uint32_t)v->bytes.len);
		break;
	}
}

static enum zhun_code run_alone(struct zhun_conn *c, const struct zhun_composed *row, struct zhun_error *err)
{
	struct zhun_statement own;
	struct zhun_task task = {.params = row->params, .count = row->count};
	enum zhun_code code = zhun_conn_flush(c, err);
	zhun_arena_reset(c->scratch);
	if (!code)
		code = zhun_statement_composed(c, row, &own, &task.statement, err);
	return code ? code : c->driver->run(c, &task, err);
}

enum zhun_code zhun_postgres_add(struct zhun_conn *c, const struct zhun_composed *row, struct zhun_error *err)
{
	if (!fits(row))
		return run_alone(c, row, err);
	struct zhun_gathered *g = find(c, row);
	if (!g)
		return zhun_no_memory(c->waiting, err);
	for (size_t i = 0; i < row->count; i++) {
		size_t before = g->columns[i].len;
		add_value(&g->columns[i], &row->params[i]);
		c->gathered_bytes += g->columns[i].len - before;
		if (g->columns[i].failed)
			return zhun_no_memory(c->waiting, err);
	}
	g->rows++;
	const size_t most = c->marks ? ROWS_MOST : ROWS_FIRST;   /* few for a server that has nothing to do */
	return g->rows < most && c->gathered_bytes < BYTES_MOST ? ZHUN_OK : zhun_conn_flush(c, err);
}

/* ---- they are sent ---- */

/* Dimensions, whether there may be NULLs, type, length, first index. */
static void write_header(struct zhun_text *t, Oid element, size_t rows)
{
	const uint32_t words[] = {1, 1, element, (uint32_t)rows, 1};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		put_int32(t->ptr + 4 * i, words[i]);
}

static const char *text_of(struct zhun_arena *a, const struct zhun_gathered *g)
{
	const char *values = strstr(g->text, "VALUES ("), *text;
	struct zhun_text t;
	zhun_text_init(&t, a, COLUMN_MOST);
	zhun_text_addn(&t, g->text, values ? (size_t)(values - g->text) : 0);
	zhun_text_add(&t, "SELECT * FROM unnest(");
	for (size_t i = 0; i < g->count; i++)
		zhun_text_addf(&t, "%s$%zu", i ? ", " : "", i + 1);
	zhun_text_addc(&t, ')');
	return zhun_text_done(&t, &text, NULL) ? NULL : text;
}

static bool params_of(struct zhun_arena *a, const struct zhun_gathered *g, struct zhun_postgres_params *p)
{
	*p = (struct zhun_postgres_params){
		.types = ZHUN_NEW_ARRAY(a, g->count, Oid), .values = ZHUN_NEW_ARRAY(a, g->count, const char *),
		.lengths = ZHUN_NEW_ARRAY(a, g->count, int), .formats = ZHUN_NEW_ARRAY(a, g->count, int)};
	if (!p->types || !p->values || !p->lengths || !p->formats)
		return false;
	for (size_t i = 0; i < g->count; i++) {
		write_header(&g->columns[i], elements[g->kinds[i]], g->rows);
		p->types[i] = arrays[g->kinds[i]];
		p->values[i] = g->columns[i].ptr;
		p->lengths[i] = (int)g->columns[i].len;
		p->formats[i] = 1;
	}
	return true;
}

static enum zhun_code send(struct zhun_conn *c, const struct zhun_gathered *g, struct zhun_error *err)
{
	struct zhun_statement own;
	struct zhun_postgres_params p;
	struct zhun_task task = {.count = g->count};
	zhun_arena_reset(c->scratch);
	const char *text = text_of(c->scratch, g);
	struct zhun_value *kinds = ZHUN_NEW_ARRAY(c->scratch, g->count, struct zhun_value);
	if (!text || !kinds || !params_of(c->scratch, g, &p))
		return zhun_no_memory(c->scratch, err);
	for (size_t i = 0; i < g->count; i++)
		kinds[i].as = (enum zhun_value_kind)g->kinds[i];
	enum zhun_code code = zhun_statement_composed(c, &(struct zhun_composed){text, kinds, g->count}, &own,
						      &task.statement, err);
	return code ? code : zhun_postgres_send(c, &task, &p, err);
}

/* A failure of ours among them must not leave what went before without its mark. */
enum zhun_code zhun_postgres_flush(struct zhun_conn *c, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	for (const struct zhun_gathered *g = c->gathered; g && !code; g = g->next)
		code = send(c, g, err);
	if (c->piped && !c->lost) {
		enum zhun_code marked = zhun_postgres_mark(c, code ? NULL : err);
		code = code ? code : marked;
	}
	c->gathered = NULL;
	c->gathered_bytes = 0;
	zhun_arena_reset(c->waiting);
	return code;
}

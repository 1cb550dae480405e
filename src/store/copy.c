/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/copy.h"

#include <string.h>

#include "store/driver.h"

/* A page's rows; one, where a row may hold a document of any size. */
enum { TABLES_MOST = 1000, COLUMNS_MOST = 400, PAGE = 500, SQL_CEILING = 64 * 1024 };

struct listing {
	struct zhun_arena *a;
	enum zhun_engine engine;
	struct zhun_copy_table *tables;
	size_t count;
	const char *name;                      /* of the table being read */
	struct zhun_copy_column columns[COLUMNS_MOST];
	size_t n, key[COLUMNS_MOST], keys;
};

static enum zhun_value_kind kind_of(const char *word)
{
	if (zhun_str_equal(word, "int"))
		return ZHUN_V_INT;
	if (zhun_str_equal(word, "real"))
		return ZHUN_V_REAL;
	return zhun_str_equal(word, "bytes") ? ZHUN_V_BYTES : ZHUN_V_TEXT;
}

static void add_names(struct zhun_text *out, const struct zhun_copy_table *t, bool keys)
{
	size_t n = keys ? t->keys : t->count;
	for (size_t i = 0; i < n; i++)
		zhun_text_addf(out, "%s\"%s\"", i ? ", " : "", t->columns[keys ? t->key[i] : i].name);
}

static void add_places(struct zhun_text *out, size_t n)
{
	for (size_t i = 1; i <= n; i++)
		zhun_text_addf(out, "%s$%zu", i > 1 ? ", " : "", i);
}

static bool holds_bytes(const struct zhun_copy_table *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->columns[i].kind == ZHUN_V_BYTES)
			return true;
	return false;
}

static void say_read(struct zhun_text *out, const struct zhun_copy_table *t, bool after)
{
	zhun_text_add(out, "SELECT ");
	add_names(out, t, false);
	zhun_text_addf(out, " FROM \"%s\"", t->name);
	if (after) {
		zhun_text_add(out, " WHERE (");
		add_names(out, t, true);
		zhun_text_add(out, ") > (");
		add_places(out, t->keys);
		zhun_text_addc(out, ')');
	}
	zhun_text_add(out, " ORDER BY ");
	add_names(out, t, true);
	zhun_text_addf(out, " LIMIT %d", holds_bytes(t) ? 1 : PAGE);
}

/* The number that an identity column would give is the one that came. */
static void say_add(struct zhun_text *out, const struct zhun_copy_table *t, enum zhun_engine engine)
{
	zhun_text_addf(out, "INSERT INTO \"%s\" (", t->name);
	add_names(out, t, false);
	zhun_text_add(out, engine == ZHUN_POSTGRES ? ") OVERRIDING SYSTEM VALUE VALUES (" : ") VALUES (");
	add_places(out, t->count);
	zhun_text_addc(out, ')');
}

static enum zhun_code say_all(struct listing *l, struct zhun_copy_table *t, struct zhun_error *err)
{
	struct zhun_text first, next, add;
	zhun_text_init(&first, l->a, SQL_CEILING);
	zhun_text_init(&next, l->a, SQL_CEILING);
	zhun_text_init(&add, l->a, SQL_CEILING);
	say_read(&first, t, false);
	say_read(&next, t, true);
	say_add(&add, t, l->engine);
	t->clear = zhun_printf(l->a, "DELETE FROM \"%s\"", t->name);
	enum zhun_code code = t->clear ? zhun_text_done(&first, &t->first, err) : zhun_no_memory(l->a, err);
	if (!code)
		code = zhun_text_done(&next, &t->next, err);
	return code ? code : zhun_text_done(&add, &t->add, err);
}

static enum zhun_code end_table(struct listing *l, struct zhun_error *err)
{
	struct zhun_copy_column *columns = ZHUN_NEW_ARRAY(l->a, l->n + 1, struct zhun_copy_column);
	size_t *key = ZHUN_NEW_ARRAY(l->a, l->keys + 1, size_t);
	if (!columns || !key)
		return zhun_no_memory(l->a, err);
	/* without a key there is no order to go on in */
	if (!l->n || !l->keys || l->count == TABLES_MOST)
		return l->n ? zhun_fail(err, ZHUN_E_INTERNAL, NULL, l->name) : ZHUN_OK;
	memcpy(columns, l->columns, l->n * sizeof *columns);
	memcpy(key, l->key, l->keys * sizeof *key);
	struct zhun_copy_table *t = &l->tables[l->count++];
	*t = (struct zhun_copy_table){.name = l->name, .count = l->n, .keys = l->keys, .columns = columns, .key = key};
	l->n = l->keys = 0;
	return say_all(l, t, err);
}

static enum zhun_code add_column(struct listing *l, const struct zhun_value *row, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	if (!zhun_str_equal(l->name, row[0].text))
		code = end_table(l, err);
	l->name = row[0].text;
	if (code || l->n == COLUMNS_MOST)
		return code ? code : zhun_fail(err, ZHUN_E_INTERNAL, NULL, l->name);
	if (row[3].integer > 0 && row[3].integer <= COLUMNS_MOST) {
		l->key[row[3].integer - 1] = l->n;
		l->keys++;
	}
	l->columns[l->n++] = (struct zhun_copy_column){row[1].text, kind_of(row[2].text)};
	return ZHUN_OK;
}

enum zhun_code zhun_copy_tables(struct zhun_conn *c, struct zhun_arena *a, struct zhun_copy *ret,
				struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct listing *l = ZHUN_NEW(a, struct listing);
	if (l)
		*l = (struct listing){.a = a, .engine = zhun_conn_engine(c),
				      .tables = ZHUN_NEW_ARRAY(a, TABLES_MOST, struct zhun_copy_table)};
	if (!l || !l->tables)
		return zhun_no_memory(a, err);
	enum zhun_code code = zhun_store_query(c, &(struct zhun_asked){.sql = ZHUN_SQL_COPY_COLUMNS}, a, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		code = add_column(l, row, err);
	zhun_rows_done(rows);
	if (!code)
		code = end_table(l, err);
	if (!code)
		*ret = (struct zhun_copy){l->tables, l->count};
	return code;
}

const struct zhun_copy_table *zhun_copy_table(const struct zhun_copy *copy, const char *name)
{
	for (size_t i = 0; i < copy->count; i++)
		if (zhun_str_equal(copy->tables[i].name, name))
			return &copy->tables[i];
	return NULL;
}

enum zhun_code zhun_copy_read(struct zhun_conn *c, const struct zhun_copy_table *t, const struct zhun_value *after,
			      struct zhun_arena *a, struct zhun_rows **ret, struct zhun_error *err)
{
	const struct zhun_composed asked = {after ? t->next : t->first, after, after ? t->keys : 0};
	return zhun_store_query_text(c, &asked, a, ret, err);
}

enum zhun_code zhun_copy_clear(struct zhun_conn *c, const struct zhun_copy_table *t, struct zhun_error *err)
{
	return zhun_store_exec_text(c, t->clear, NULL, 0, NULL, err);
}

enum zhun_code zhun_copy_add(struct zhun_conn *c, const struct zhun_copy_table *t, const struct zhun_value *cells,
			     struct zhun_error *err)
{
	return zhun_store_exec_text(c, t->add, cells, t->count, NULL, err);
}

enum zhun_code zhun_copy_settle(struct zhun_conn *c, struct zhun_arena *a, struct zhun_error *err)
{
	const char *texts[TABLES_MOST];
	size_t n = 0;
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_store_query(c, &(struct zhun_asked){.sql = ZHUN_SQL_COPY_NUMBERED}, a, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row && n < TABLES_MOST)
		texts[n++] = row[0].text;
	zhun_rows_done(rows);
	for (size_t i = 0; i < n && !code; i++) {
		code = zhun_store_query_text(c, &(struct zhun_composed){.text = texts[i]}, a, &rows, err);
		if (!code)
			code = zhun_rows_next(rows, &row, err);
		if (!code)
			zhun_rows_done(rows);
	}
	return code;
}

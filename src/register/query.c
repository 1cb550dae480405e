/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/query_part.h"

#include "codec/json.h"

enum { AMONG_SIZE = 16 << 20 };

void zhun_query_begin(struct zhun_query *q)
{
	q->sql.len = q->joins.len = 0;
	q->count = q->cells = 0;
	memset(q->members, 0, sizeof q->members);
}

void zhun_query_init(struct zhun_query *q, struct zhun_arena *a, const struct zhun_viewer *viewer)
{
	*q = (struct zhun_query){.arena = a, .viewer = viewer};
	zhun_text_init(&q->sql, a, ZHUN_QUERY_SIZE);
	zhun_text_init(&q->joins, a, ZHUN_QUERY_SIZE);
}

/* Most statements have a few parameters: room for ZHUN_QUERY_PARAMS would cost more to clear than they to bind. */
static bool grow_params(struct zhun_query *q)
{
	size_t room = q->room ? q->room * 2 : 25;
	struct zhun_value *grown = ZHUN_NEW_ARRAY(q->arena, room, struct zhun_value);

	if (!grown) {
		q->sql.failed = true;
		return false;
	}
	if (q->count)
		memcpy(grown, q->params, q->count * sizeof *grown);
	q->params = grown;
	q->room = room;
	return true;
}

size_t zhun_query_bind(struct zhun_query *q, struct zhun_value v)
{
	if (q->count == ZHUN_QUERY_PARAMS) {
		q->full = true;
		return 1;
	}
	if (q->count == q->room && !grow_params(q))
		return 1;
	q->params[q->count++] = v;
	return q->count;
}

void zhun_part_texts(struct zhun_text *t, const char *const *texts)
{
	for (; *texts; texts++)
		zhun_text_add(t, *texts);
}

void zhun_part_number(struct zhun_text *t, size_t n)
{
	char digits[8];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0 && at > 1);
	digits[--at] = '$';
	zhun_text_addn(t, digits + at, sizeof digits - at);
}

void zhun_part_value(struct zhun_query *q, struct zhun_text *t, struct zhun_value v)
{
	zhun_part_number(t, zhun_query_bind(q, v));
}

void zhun_part_text(struct zhun_query *q, struct zhun_text *t, const char *s)
{
	zhun_part_value(q, t, zhun_v_text(s));
}

/* A list of JSON, whose elements both engines give as rows. */
void zhun_part_among(struct zhun_query *q, const struct zhun_among *among)
{
	struct zhun_json_writer w;
	struct zhun_text list;
	const char *text = NULL;

	zhun_text_init(&list, q->arena, AMONG_SIZE);
	zhun_json_init(&w, &list);
	zhun_json_begin_array(&w);
	for (size_t i = 0; i < among->count; i++)
		zhun_json_string(&w, among->texts[i]);
	zhun_json_end_array(&w);
	if (zhun_text_done(&list, &text, NULL))
		q->sql.failed = true;
	zhun_text_add(&q->sql, " FROM (SELECT value AS column1 FROM ");
	zhun_text_add(&q->sql, among->engine == ZHUN_SQLITE ? "json_each(" : "json_array_elements_text(CAST(");
	zhun_part_text(q, &q->sql, text);
	zhun_text_add(&q->sql, among->engine == ZHUN_SQLITE ? ")) v" : " AS JSON))) v");
}

void zhun_part_joins(struct zhun_query *q)
{
	zhun_text_addn(&q->sql, q->joins.ptr ? q->joins.ptr : "", q->joins.len);
}

/* ---- where from ---- */

bool zhun_source_is_history(const struct zhun_source *s)
{
	return s->as_of || s->known_at;
}

static void add_interval(struct zhun_query *q, const char *alias, const char *name, const char *at)
{
	struct zhun_text *t = &q->sql;

	if (!at) {
		zhun_text_addf(t, "%s.%s_to = '" ZHUN_FOR_EVER "'", alias, name);
		return;
	}
	size_t n = zhun_query_bind(q, zhun_v_text(at));
	zhun_text_addf(t, "%s.%s_from <= $%zu AND %s.%s_to > $%zu", alias, name, n, alias, name, n);
}

/* Who may see a record today may see what it was, if the viewer may see that version too; of a
 * record that is no more, the versions decide alone. */
static void add_source_access(struct zhun_query *q, const struct zhun_source *s, const char *alias)
{
	struct zhun_text *t = &q->sql;

	zhun_part_access(q, t, s->reg, alias);
	if (!zhun_source_is_history(s))
		return;
	zhun_text_addf(t, " AND (EXISTS (SELECT 1 FROM %s c WHERE c.id = %s.id AND ", s->reg->name, alias);
	zhun_part_access(q, t, s->reg, "c");
	zhun_text_addf(t, ") OR NOT EXISTS (SELECT 1 FROM %s c WHERE c.id = %s.id))", s->reg->name, alias);
}

void zhun_part_table(struct zhun_query *q, const struct zhun_source *s, const char *alias)
{
	PUT(&q->sql, " FROM ", s->reg->name, zhun_source_is_history(s) ? "_history " : " ", alias);
}

void zhun_part_where(struct zhun_query *q, const struct zhun_source *s, const char *alias)
{
	bool history = zhun_source_is_history(s);

	zhun_text_add(&q->sql, " WHERE ");
	if (history) {
		add_interval(q, alias, "recorded", s->known_at);
		zhun_text_add(&q->sql, " AND ");
		add_interval(q, alias, "valid", s->as_of);
	}
	if (zhun_access_restricts(s->reg, q->viewer)) {
		zhun_text_add(&q->sql, history ? " AND " : "");
		add_source_access(q, s, alias);
	} else if (!history) {
		zhun_text_add(&q->sql, "1 = 1");
	}
}

/* FROM with joins, and WHERE with the time and the access predicate; a condition may follow. */
static void add_from(struct zhun_query *q, const struct zhun_source *s)
{
	zhun_part_table(q, s, T);
	zhun_part_joins(q);
	zhun_part_where(q, s, T);
}

/* ---- reads ---- */

void zhun_part_record(struct zhun_query *q, const struct zhun_source *s, bool whole, struct zhun_layout *ret)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT " T ".id, " T ".rev, " T ".recorded_from, " T ".valid_from");
	q->cells = ZHUN_CELL_FIELDS;
	zhun_part_fields(q, s->reg, s->reg->fields, whole, ret);
	if (zhun_source_is_history(s)) {
		ret->valid_to = q->cells;
		zhun_part_comma(q);
		zhun_text_add(&q->sql, T ".valid_to");
	}
}

void zhun_query_page(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p,
		     struct zhun_layout *ret)
{
	char column[96];

	zhun_part_record(q, s, false, ret);
	if (p->sort) {
		zhun_part_sort_column(T, p->sort, q->viewer->language, column, sizeof column);
		ret->sort = q->cells;
		zhun_part_comma(q);
		zhun_text_add(&q->sql, column);
	}
	add_from(q, s);
	zhun_part_conditions(q, s, p);
	zhun_part_order(q, p);
}

void zhun_query_count(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p, int64_t cap)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT count(*) FROM (SELECT 1 AS one");
	add_from(q, s);
	zhun_part_conditions(q, s, p);
	zhun_text_add(&q->sql, " LIMIT ");
	zhun_part_value(q, &q->sql, zhun_v_int(cap));
	zhun_text_add(&q->sql, ") counted");
}

/* A sum is a double on both engines: PostgreSQL's of whole numbers is of another type than they are. */
static void add_sum(struct zhun_query *q, const struct zhun_field *f)
{
	const char *unit = f->kind == ZHUN_F_QUANTITY ? "_canonical_unit"
			   : f->kind == ZHUN_F_MONEY  ? "_currency"
						      : NULL;
	struct zhun_text *t = &q->sql;
	char column[96];

	zhun_part_sort_column(T, f, ZHUN_EN, column, sizeof column);
	zhun_text_addf(t, ", count(%s), sum(CAST(%s AS DOUBLE PRECISION))", column, column);
	if (unit)
		PUT(t, ", min(" T ".", f->name, unit, "), max(" T ".", f->name, unit, ")");
	else
		zhun_text_add(t, ", NULL, NULL");
}

void zhun_query_total(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p,
		      const struct zhun_field *summed, const struct zhun_field *distinct)
{
	char column[96];

	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT count(*)");
	if (summed)
		add_sum(q, summed);
	else
		zhun_text_add(&q->sql, ", NULL, NULL, NULL, NULL");
	zhun_text_add(&q->sql, ", ");
	if (distinct) {
		zhun_part_sort_column(T, distinct, ZHUN_EN, column, sizeof column);
		PUT(&q->sql, "count(DISTINCT ", column, ")");
	} else {
		zhun_text_add(&q->sql, "NULL");
	}
	add_from(q, s);
	zhun_part_conditions(q, s, p);
}

void zhun_query_record(struct zhun_query *q, const struct zhun_source *s, const char *id,
		       struct zhun_layout *ret)
{
	zhun_part_record(q, s, true, ret);
	add_from(q, s);
	zhun_text_add(&q->sql, " AND " T ".id = ");
	zhun_part_text(q, &q->sql, id);
}

void zhun_query_versions(struct zhun_query *q, const struct zhun_register *reg, const char *id,
			 struct zhun_layout *ret)
{
	const struct zhun_source s = {.reg = reg, .as_of = ZHUN_ALWAYS};

	zhun_part_record(q, &s, false, ret);
	zhun_text_add(&q->sql, ", " T ".recorded_to, w.n, w.action, w.account, w.reason, w.instant");
	zhun_text_addf(&q->sql, " FROM %s_history " T " JOIN change w ON w.n = " T ".change", reg->name);
	zhun_part_joins(q);
	zhun_text_add(&q->sql, " WHERE " T ".id = ");
	zhun_part_text(q, &q->sql, id);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->sql, " AND ");
		add_source_access(q, &s, T);
	}
	zhun_text_add(&q->sql, " ORDER BY " T ".change DESC, " T ".valid_from DESC LIMIT ");
	zhun_part_value(q, &q->sql, zhun_v_int(ZHUN_VERSIONS_MAX));
}

/* ---- running ---- */

static enum zhun_code finish(struct zhun_query *q, const char **ret, struct zhun_error *err)
{
	if (q->joins.failed)
		return zhun_no_memory(q->arena, err);
	if (q->full)
		return zhun_fail(err, ZHUN_E_ASK_LARGE, NULL);
	return zhun_text_done(&q->sql, ret, err);
}

enum zhun_code zhun_query_run(struct zhun_query *q, struct zhun_conn *conn, struct zhun_rows **ret,
			      struct zhun_error *err)
{
	const char *sql;
	enum zhun_code code = finish(q, &sql, err);

	const struct zhun_composed asked = {sql, q->params, q->count};
	return code ? code : zhun_store_query_text(conn, &asked, q->arena, ret, err);
}

enum zhun_code zhun_query_one(struct zhun_query *q, struct zhun_conn *conn, const struct zhun_value **ret,
			      struct zhun_error *err)
{
	struct zhun_rows *rows;
	enum zhun_code code = zhun_query_run(q, conn, &rows, err);

	if (code == ZHUN_OK) {
		code = zhun_rows_next(rows, ret, err);
		zhun_rows_done(rows);
	}
	return code;
}

enum zhun_code zhun_query_exec(struct zhun_query *q, struct zhun_conn *conn, struct zhun_error *err)
{
	const char *sql;
	enum zhun_code code = finish(q, &sql, err);

	return code ? code : zhun_store_exec_text(conn, sql, q->params, q->count, NULL, err);
}

enum zhun_code zhun_query_add(struct zhun_query *q, struct zhun_conn *conn, struct zhun_error *err)
{
	const char *sql;
	enum zhun_code code = finish(q, &sql, err);

	const struct zhun_composed row = {sql, q->params, q->count};
	return code ? code : zhun_store_add_text(conn, &row, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/query.h"

#include "register/schema.h"

/* What stands for the record in every statement; joined records are jaa, jab … by slot. */
#define T "t"

void zhun_query_begin(struct zhun_query *q)
{
	q->sql.len = q->joins.len = 0;
	q->count = q->cells = q->members = q->managers = 0;
}

void zhun_query_init(struct zhun_query *q, struct zhun_arena *a, const struct zhun_viewer *viewer)
{
	*q = (struct zhun_query){.arena = a, .viewer = viewer};
	zhun_text_init(&q->sql, a, ZHUN_QUERY_SIZE);
	zhun_text_init(&q->joins, a, ZHUN_QUERY_SIZE);
	q->params = ZHUN_NEW_ARRAY(a, ZHUN_QUERY_PARAMS, struct zhun_value);
}

size_t zhun_query_bind(struct zhun_query *q, struct zhun_value v)
{
	if (!q->params || q->count == ZHUN_QUERY_PARAMS) {
		q->full = true;
		return 1;
	}
	q->params[q->count++] = v;
	return q->count;
}

/* Texts one after another: SQL is composed in every call, where printf would cost more than SQLite. */
static void put_texts(struct zhun_text *t, const char *const *texts)
{
	for (; *texts; texts++)
		zhun_text_add(t, *texts);
}
#define PUT(t, ...) put_texts((t), (const char *const[]){__VA_ARGS__, NULL})

/* "$12" */
static void put_number(struct zhun_text *t, size_t n)
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

static void add_value(struct zhun_query *q, struct zhun_text *t, struct zhun_value v)
{
	put_number(t, zhun_query_bind(q, v));
}

static void add_text(struct zhun_query *q, struct zhun_text *t, const char *s)
{
	add_value(q, t, zhun_v_text(s));
}

/* ---- access ---- */

static bool reads_all(const struct zhun_viewer *viewer)
{
	return viewer->administrator || viewer->regulator;
}

bool zhun_access_restricts(const struct zhun_register *reg, const struct zhun_viewer *viewer)
{
	return !reads_all(viewer) && reg->public_when.rule != ZHUN_PUBLIC_ALWAYS;
}

static size_t members_with(const struct zhun_viewer *viewer, enum zhun_role least)
{
	size_t count = 0;

	for (size_t i = 0; i < viewer->count; i++)
		count += viewer->members[i].role >= least;
	return count;
}

/* The organisations in which the viewer has a role, bound once a statement. */
static void add_members(struct zhun_query *q, struct zhun_text *t, enum zhun_role least)
{
	size_t *first = least == ZHUN_ROLE_STAFF ? &q->members : &q->managers;
	size_t count = members_with(q->viewer, least);

	if (*first == 0) {
		*first = q->count + 1;
		for (size_t i = 0; i < q->viewer->count; i++)
			if (q->viewer->members[i].role >= least)
				(void)zhun_query_bind(q, zhun_v_text(q->viewer->members[i].organisation));
	}
	for (size_t i = 0; i < count; i++) {
		zhun_text_add(t, i ? ", " : "(");
		put_number(t, *first + i);
	}
	zhun_text_addc(t, ')');
}

/* "t.accreditation IN (SELECT o.id FROM accreditation o WHERE o.body IN ($1))" for a path. */
static void add_owner(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		      const char *alias, const char *path, enum zhun_role least)
{
	const char *dot = strchr(path, '.');
	size_t n = dot ? (size_t)(dot - path) : strlen(path);

	PUT(t, alias, ".");
	zhun_text_addn(t, path, n);
	zhun_text_add(t, " IN ");
	if (!dot) {
		add_members(q, t, least);
		return;
	}
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (strncmp(f->name, path, n) == 0 && f->name[n] == '\0') {
			PUT(t, "(SELECT o.id FROM ", f->link, " o WHERE ");
			add_owner(q, t, zhun_register_named(f->link), "o", dot + 1, least);
			zhun_text_addc(t, ')');
		}
}

/* Whether the viewer is a member of one of the owners, in a role of at least @a least; only of
 * those that write, where @a writes. */
static void add_owners(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		       const char *alias, enum zhun_role least, bool writes)
{
	const char *or = "(";

	if (members_with(q->viewer, least) > 0)
		for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
			const struct zhun_owner *o = &reg->owners[i];

			if (writes && !o->writes)
				continue;
			zhun_text_add(t, or);
			or = " OR ";
			if (writes && o->unless)
				PUT(t, alias, ".", o->unless, " IS NULL AND ");
			add_owner(q, t, reg, alias, o->path, least);
		}
	zhun_text_add(t, or[0] == '(' ? "1 = 0" : ")");
}

/* The access predicate of one record; nothing where the viewer may see all. */
static void add_access(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		       const char *alias)
{
	zhun_text_addc(t, '(');
	if (reg->public_when.rule == ZHUN_PUBLIC_WHEN)
		PUT(t, alias, ".", reg->public_when.field, " = 1 OR ");
	add_owners(q, t, reg, alias, ZHUN_ROLE_STAFF, false);
	zhun_text_addc(t, ')');
}

/* A field's column as the viewer may read it: empty where its read class is another's. */
static void add_readable(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
			 const struct zhun_field *f, const char *suffix)
{
	bool owner = f->read == ZHUN_READ_MEMBER || f->read == ZHUN_READ_MANAGER;

	if (f->read == ZHUN_READ_ALL || reads_all(q->viewer) || !reg) {
		PUT(t, T ".", f->name, suffix);
		return;
	}
	zhun_text_add(t, "CASE WHEN ");
	if (owner)
		add_owners(q, t, reg, T, f->read == ZHUN_READ_MANAGER ? ZHUN_ROLE_MANAGER : ZHUN_ROLE_STAFF, false);
	else
		zhun_text_add(t, "1 = 0");
	PUT(t, " THEN " T ".", f->name, suffix, " END");
}

/* ---- columns ---- */

/* The parts of a kind that an answer shows: the columns that only serve queries are left out. */
static size_t shown_parts(enum zhun_field_kind kind)
{
	size_t count;

	(void)zhun_field_parts(kind, &count);
	if (kind == ZHUN_F_DATE)
		return 1;
	return kind == ZHUN_F_QUANTITY ? 3 : count;
}

static void add_comma(struct zhun_query *q)
{
	if (q->cells++ > 0)
		zhun_text_add(&q->sql, ", ");
}

/* The text of one title field of the record @a alias, in the viewer's language if there is one. */
static void add_title_cell(struct zhun_query *q, const char *alias, const struct zhun_field *f)
{
	bool zh = q->viewer->language == ZHUN_ZH;

	add_comma(q);
	if (f->kind == ZHUN_F_TEXTS)
		PUT(&q->sql, "COALESCE(", alias, ".", f->name, zh ? "_zh, " : "_en, ", alias, ".", f->name,
		    zh ? "_en)" : "_zh)");
	else
		PUT(&q->sql, alias, ".", f->name);
}

static void add_join(struct zhun_query *q, const struct zhun_register *reg, const char *alias,
		     const char *from, const char *column)
{
	PUT(&q->joins, " LEFT JOIN ", reg->name, " ", alias, " ON ", alias, ".id = ", from, ".", column);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->joins, " AND ");
		add_access(q, &q->joins, reg, alias);
	}
}

/* The cells of the title of the record that is joined as @a alias. A link among its title fields
 * shows the texts of the record it leads to, but not that one's links. */
static void add_title(struct zhun_query *q, const struct zhun_register *reg, const char *alias, bool deeper)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->title_fields[i]; i++) {
		const struct zhun_field *f = zhun_field_named(reg->fields, reg->title_fields[i]);
		char next[8];

		if (f->kind != ZHUN_F_LINK) {
			add_title_cell(q, alias, f);
		} else if (deeper) {
			(void)snprintf(next, sizeof next, "%s%c", alias, (char)('a' + (int)i));
			add_join(q, zhun_register_named(f->link), next, alias, f->name);
			add_title(q, zhun_register_named(f->link), next, false);
		}
	}
}

static void add_link(struct zhun_query *q, struct zhun_slot *slot, size_t n)
{
	const struct zhun_register *reg = zhun_register_named(slot->field->link);
	char alias[4] = {'j', (char)('a' + n / 26), (char)('a' + n % 26), '\0'};

	add_join(q, reg, alias, T, slot->field->name);
	slot->shown = slot->at;
	if (zhun_access_restricts(reg, q->viewer)) {
		slot->shown = q->cells;
		add_comma(q);
		PUT(&q->sql, alias, ".id");
	}
	slot->title = q->cells;
	add_title(q, reg, alias, true);
	slot->titles = q->cells - slot->title;
}

/* A document's bytes stay where they are; what is said of it comes with the record alone. */
static void add_document(struct zhun_query *q, struct zhun_slot *slot, size_t n)
{
	char alias[4] = {'j', (char)('a' + n / 26), (char)('a' + n % 26), '\0'};

	PUT(&q->joins, " LEFT JOIN document ", alias, " ON ", alias, ".id = " T ".", slot->field->name);
	slot->title = q->cells;
	slot->titles = 3;
	q->cells += 3;
	PUT(&q->sql, ", ", alias, ".media_type, ", alias, ".size, ", alias, ".sha256");
}

static void add_field(struct zhun_query *q, const struct zhun_register *reg, struct zhun_slot *slot, size_t n,
		      bool whole)
{
	const struct zhun_field *f = slot->field;
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	slot->at = q->cells;
	for (size_t i = 0; i < shown_parts(f->kind); i++) {
		add_comma(q);
		add_readable(q, &q->sql, reg, f, parts[i].suffix);
	}
	if (f->kind == ZHUN_F_LINK)
		add_link(q, slot, n);
	if (f->kind == ZHUN_F_DOCUMENT && whole)
		add_document(q, slot, n);
}

/* Selects all fields but secret ones; @a reg is NULL for a child's rows, which whoever sees the
 * record may see. */
static void add_fields(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *fields,
		       bool whole, struct zhun_layout *ret)
{
	size_t count = 0;

	for (const struct zhun_field *f = fields; f->name; f++)
		count++;
	*ret = (struct zhun_layout){.slots = ZHUN_NEW_ARRAY(q->arena, count, struct zhun_slot)};
	if (!ret->slots) {
		q->sql.failed = true;
		return;
	}
	for (const struct zhun_field *f = fields; f->name; f++) {
		if (f->secret)
			continue;
		ret->slots[ret->count].field = f;
		add_field(q, reg, &ret->slots[ret->count], ret->count, whole);
		ret->count++;
	}
}

/* ---- conditions ---- */

bool zhun_source_is_history(const struct zhun_source *s)
{
	return s->as_of || s->known_at;
}

static void add_interval(struct zhun_query *q, const char *name, const char *at)
{
	struct zhun_text *t = &q->sql;

	if (!at) {
		zhun_text_addf(t, T ".%s_to = '" ZHUN_FOR_EVER "'", name);
		return;
	}
	size_t n = zhun_query_bind(q, zhun_v_text(at));
	zhun_text_addf(t, T ".%s_from <= $%zu AND " T ".%s_to > $%zu", name, n, name, n);
}

/* Who may see a record today may see what it was, if the viewer may see that version too; of a
 * record that is no more, the versions decide alone. */
static void add_source_access(struct zhun_query *q, const struct zhun_source *s)
{
	struct zhun_text *t = &q->sql;

	add_access(q, t, s->reg, T);
	if (!zhun_source_is_history(s))
		return;
	zhun_text_addf(t, " AND (EXISTS (SELECT 1 FROM %s c WHERE c.id = " T ".id AND ", s->reg->name);
	add_access(q, t, s->reg, "c");
	zhun_text_addf(t, ") OR NOT EXISTS (SELECT 1 FROM %s c WHERE c.id = " T ".id))", s->reg->name);
}

/* FROM with joins, and WHERE with the time and the access predicate; a condition may follow. */
static void add_from(struct zhun_query *q, const struct zhun_source *s)
{
	bool history = zhun_source_is_history(s);
	struct zhun_text *t = &q->sql;

	PUT(t, " FROM ", s->reg->name, history ? "_history " T : " " T);
	zhun_text_addn(t, q->joins.ptr ? q->joins.ptr : "", q->joins.len);
	zhun_text_add(t, " WHERE ");
	if (history) {
		add_interval(q, "recorded", s->known_at);
		zhun_text_add(t, " AND ");
		add_interval(q, "valid", s->as_of);
	}
	if (zhun_access_restricts(s->reg, q->viewer)) {
		zhun_text_add(t, history ? " AND " : "");
		add_source_access(q, s);
	} else if (!history) {
		zhun_text_add(t, "1 = 1");
	}
}

static void sort_column(const struct zhun_field *f, enum zhun_language language, char *out, size_t size)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	(void)snprintf(out, size, T ".%s%s", f->name, parts[zhun_field_sort_part(f->kind, language)].suffix);
}

static void add_prefix(struct zhun_query *q, const char *column, struct zhun_value low, struct zhun_value high)
{
	zhun_text_addf(&q->sql, "(%s >= ", column);
	add_value(q, &q->sql, low);
	if (high.kind == ZHUN_V_TEXT) {
		zhun_text_addf(&q->sql, " AND %s < ", column);
		add_value(q, &q->sql, high);
	}
	zhun_text_addc(&q->sql, ')');
}

static const char *const comparisons[ZHUN_OPS] = {
	[ZHUN_OP_EQ] = "=", [ZHUN_OP_NE] = "<>", [ZHUN_OP_LT] = "<",
	[ZHUN_OP_LE] = "<=", [ZHUN_OP_GT] = ">", [ZHUN_OP_GE] = ">=",
};

/* A date lies in a longer one when both its ends do: "=2026" finds 2026-03-02. It is earlier or
 * later than it by its first day. */
static void add_date(struct zhun_query *q, const struct zhun_filter *f)
{
	const char *name = f->field->name;
	struct zhun_text *t = &q->sql;

	if (f->op == ZHUN_OP_EQ || f->op == ZHUN_OP_NE) {
		size_t low = zhun_query_bind(q, f->low), high = zhun_query_bind(q, f->high);

		zhun_text_addf(t, f->op == ZHUN_OP_EQ ? "(" : "NOT (");
		zhun_text_addf(t, T ".%s_first >= $%zu AND " T ".%s_first <= $%zu AND " T ".%s_last <= $%zu)", name,
			       low, name, high, name, high);
		return;
	}
	zhun_text_addf(t, T ".%s_first %s ", name, comparisons[f->op]);
	add_value(q, t, f->op == ZHUN_OP_LT || f->op == ZHUN_OP_GE ? f->low : f->high);
}

static void add_empty(struct zhun_query *q, const struct zhun_filter *f)
{
	const char *is = f->yes ? "IS NULL" : "IS NOT NULL";
	char column[96];

	sort_column(f->field, ZHUN_EN, column, sizeof column);
	if (f->field->kind == ZHUN_F_TEXTS)
		zhun_text_addf(&q->sql, "COALESCE(%s, " T ".%s_zh) %s", column, f->field->name, is);
	else
		zhun_text_addf(&q->sql, "%s %s", column, is);
}

/* One column compared with one value, or with a prefix. */
static void add_comparison(struct zhun_query *q, const struct zhun_filter *f, enum zhun_language language)
{
	char column[96];

	sort_column(f->field, language, column, sizeof column);
	if (f->op == ZHUN_OP_STARTS) {
		add_prefix(q, column, f->low, f->high);
		return;
	}
	zhun_text_addf(&q->sql, "%s %s ", column, comparisons[f->op]);
	add_value(q, &q->sql, f->low);
	if (f->unit) {
		zhun_text_addf(&q->sql, " AND " T ".%s_canonical_unit = ", f->field->name);
		add_text(q, &q->sql, f->unit);
	}
}

/* A text in several languages is found by either of its columns. */
static void add_texts(struct zhun_query *q, const struct zhun_filter *f)
{
	bool not = f->op == ZHUN_OP_NE;
	struct zhun_filter either = *f;

	if (not)
		either.op = ZHUN_OP_EQ;
	zhun_text_add(&q->sql, not ? "NOT COALESCE(" : "(");
	add_comparison(q, &either, ZHUN_EN);
	zhun_text_add(&q->sql, not ? ", 1 = 0) AND NOT COALESCE(" : " OR ");
	add_comparison(q, &either, ZHUN_ZH);
	zhun_text_add(&q->sql, not ? ", 1 = 0)" : ")");
}

static void add_filter(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_filter *f)
{
	zhun_text_add(&q->sql, " AND ");
	if (f->field->read != ZHUN_READ_ALL && !reads_all(q->viewer)) {
		enum zhun_role least = f->field->read == ZHUN_READ_MEMBER ? ZHUN_ROLE_STAFF : ZHUN_ROLE_MANAGER;

		if (f->field->read == ZHUN_READ_AUTHORITY)
			zhun_text_add(&q->sql, "1 = 0");
		else
			add_owners(q, &q->sql, reg, T, least, false);
		zhun_text_add(&q->sql, " AND ");
	}
	if (f->op == ZHUN_OP_NULL)
		add_empty(q, f);
	else if (f->field->kind == ZHUN_F_DATE)
		add_date(q, f);
	else if (f->field->kind == ZHUN_F_TEXTS)
		add_texts(q, f);
	else
		add_comparison(q, f, ZHUN_EN);
}

/* The records whose key or title has a text that begins so. */
static void add_search(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_page *p)
{
	const char *or = " AND (";

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		enum zhun_language last = f->kind == ZHUN_F_TEXTS ? ZHUN_ZH : ZHUN_EN;

		if (!f->sortable || f->read != ZHUN_READ_ALL || (f->kind != ZHUN_F_TEXT && f->kind != ZHUN_F_TEXTS))
			continue;
		for (enum zhun_language l = ZHUN_EN; l <= last; l++) {
			char column[96];

			sort_column(f, l, column, sizeof column);
			zhun_text_add(&q->sql, or);
			or = " OR ";
			add_prefix(q, column, zhun_v_text(p->prefix), p->prefix_end);
		}
	}
	zhun_text_add(&q->sql, or[0] == ' ' && or[1] == 'A' ? " AND 1 = 0" : ")");
}

static void add_conditions(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_page *p)
{
	for (size_t i = 0; i < p->count; i++)
		add_filter(q, reg, &p->filters[i]);
	if (p->prefix)
		add_search(q, reg, p);
}

bool zhun_sort_may_be_empty(const struct zhun_field *f)
{
	return !f->required || f->later || f->kind == ZHUN_F_TEXTS;
}

/* Where the page begins, and its order. Records without an optional sort value are a part of
 * their own, asked for when the others have ended: so both engines walk an index. */
static void add_order(struct zhun_query *q, const struct zhun_page *p)
{
	const char *than = p->descending ? "<" : ">", *direction = p->descending ? " DESC" : "";
	bool by_value = p->sort && !p->empty_part;
	struct zhun_text *t = &q->sql;
	char column[96] = "";

	if (p->sort)
		sort_column(p->sort, q->viewer->language, column, sizeof column);
	if (p->sort && zhun_sort_may_be_empty(p->sort))
		zhun_text_addf(t, " AND %s IS %sNULL", column, p->empty_part ? "" : "NOT ");
	if (p->after_id && by_value) {
		zhun_text_addf(t, " AND (%s, " T ".id) %s (", column, than);
		add_value(q, t, *p->after);
		zhun_text_add(t, ", ");
		add_text(q, t, p->after_id);
		zhun_text_addc(t, ')');
	} else if (p->after_id) {
		zhun_text_addf(t, " AND " T ".id %s ", than);
		add_text(q, t, p->after_id);
	}
	zhun_text_add(t, " ORDER BY ");
	if (by_value)
		zhun_text_addf(t, "%s%s, ", column, direction);
	zhun_text_addf(t, T ".id%s LIMIT ", direction);
	add_value(q, t, zhun_v_int(p->limit));
}

/* ---- reads ---- */

static void begin_record(struct zhun_query *q, const struct zhun_source *s, bool whole, struct zhun_layout *ret)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT " T ".id, " T ".rev, " T ".recorded_from, " T ".valid_from");
	q->cells = ZHUN_CELL_FIELDS;
	add_fields(q, s->reg, s->reg->fields, whole, ret);
	if (zhun_source_is_history(s)) {
		ret->valid_to = q->cells;
		add_comma(q);
		zhun_text_add(&q->sql, T ".valid_to");
	}
}

void zhun_query_page(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p,
		     struct zhun_layout *ret)
{
	char column[96];

	begin_record(q, s, false, ret);
	if (p->sort) {
		sort_column(p->sort, q->viewer->language, column, sizeof column);
		ret->sort = q->cells;
		add_comma(q);
		zhun_text_add(&q->sql, column);
	}
	add_from(q, s);
	add_conditions(q, s->reg, p);
	add_order(q, p);
}

void zhun_query_count(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p, int64_t cap)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT count(*) FROM (SELECT 1 AS one");
	add_from(q, s);
	add_conditions(q, s->reg, p);
	zhun_text_add(&q->sql, " LIMIT ");
	add_value(q, &q->sql, zhun_v_int(cap));
	zhun_text_add(&q->sql, ") counted");
}

void zhun_query_record(struct zhun_query *q, const struct zhun_source *s, const char *id,
		       struct zhun_layout *ret)
{
	begin_record(q, s, true, ret);
	add_from(q, s);
	zhun_text_add(&q->sql, " AND " T ".id = ");
	add_text(q, &q->sql, id);
}

void zhun_query_versions(struct zhun_query *q, const struct zhun_register *reg, const char *id,
			 struct zhun_layout *ret)
{
	const struct zhun_source s = {.reg = reg, .as_of = ZHUN_ALWAYS};

	begin_record(q, &s, false, ret);
	zhun_text_add(&q->sql, ", " T ".recorded_to, w.n, w.action, w.account, w.reason, w.instant");
	zhun_text_addf(&q->sql, " FROM %s_history " T " JOIN change w ON w.n = " T ".change", reg->name);
	zhun_text_addn(&q->sql, q->joins.ptr ? q->joins.ptr : "", q->joins.len);
	zhun_text_add(&q->sql, " WHERE " T ".id = ");
	add_text(q, &q->sql, id);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->sql, " AND ");
		add_source_access(q, &s);
	}
	zhun_text_add(&q->sql, " ORDER BY " T ".change DESC, " T ".valid_from DESC LIMIT ");
	add_value(q, &q->sql, zhun_v_int(ZHUN_VERSIONS_MAX));
}

/* Rows of a revision: of today's rows those that it had already, and of the replaced ones those
 * that it still had. */
static void add_row_source(struct zhun_query *q, const char *table, const char *record, int64_t rev,
			   const char *columns)
{
	struct zhun_text *t = &q->sql;
	size_t r, v;

	if (rev == 0) {
		zhun_text_addf(t, " FROM %s " T, table);
		return;
	}
	r = zhun_query_bind(q, zhun_v_text(record));
	v = zhun_query_bind(q, zhun_v_int(rev));
	zhun_text_addf(t, " FROM (SELECT %s FROM %s WHERE record = $%zu AND rev <= $%zu UNION ALL "
		       "SELECT %s FROM %s_history WHERE record = $%zu AND rev <= $%zu AND rev_to > $%zu) " T,
		       columns, table, r, v, columns, table, r, v, v);
}

/* The names of all columns of a child's rows, for reading them from two tables at once. */
static const char *row_columns(struct zhun_query *q, const struct zhun_child *child, bool second)
{
	struct zhun_text t;
	const char *text = "";

	zhun_text_init(&t, q->arena, ZHUN_QUERY_SIZE);
	zhun_text_add(&t, second ? "record, n, m" : "record, n");
	for (const struct zhun_field *f = child->fields; f->name; f++) {
		size_t count;
		const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

		for (size_t i = 0; i < count; i++)
			zhun_text_addf(&t, ", %s%s", f->name, parts[i].suffix);
	}
	if (zhun_text_done(&t, &text, NULL) != ZHUN_OK)
		q->sql.failed = true;
	return text;
}

void zhun_query_rows(struct zhun_query *q, const char *table, const struct zhun_child *child, bool second,
		     const char *record, int64_t rev, struct zhun_layout *ret)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, second ? "SELECT " T ".n, " T ".m" : "SELECT " T ".n, 0");
	q->cells = ZHUN_CELL_ROW;
	add_fields(q, NULL, child->fields, true, ret);
	add_row_source(q, table, record, rev, rev ? row_columns(q, child, second) : "");
	zhun_text_addn(&q->sql, q->joins.ptr ? q->joins.ptr : "", q->joins.len);
	zhun_text_add(&q->sql, " WHERE " T ".record = ");
	add_text(q, &q->sql, record);
	zhun_text_add(&q->sql, second ? " ORDER BY " T ".n, " T ".m" : " ORDER BY " T ".n");
}

void zhun_query_texts(struct zhun_query *q, const struct zhun_register *reg, const char *record, int64_t rev)
{
	char table[96];

	(void)snprintf(table, sizeof table, "%s_text", reg->name);
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT " T ".field, " T ".language, " T ".text");
	add_row_source(q, table, record, rev, "record, field, language, text");
	zhun_text_add(&q->sql, " WHERE " T ".record = ");
	add_text(q, &q->sql, record);
	zhun_text_add(&q->sql, " ORDER BY " T ".field, " T ".language");
}

static void begin_identity(struct zhun_query *q, const struct zhun_register *reg)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "SELECT " T ".id, " T ".rev FROM %s " T " WHERE ", reg->name);
}

void zhun_query_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key)
{
	begin_identity(q, reg);
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++) {
		zhun_text_addf(&q->sql, "%s" T ".%s = ", i ? " AND " : "", reg->key[i]);
		add_value(q, &q->sql, key[i]);
	}
}

void zhun_query_visible_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key)
{
	zhun_query_key(q, reg, key);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->sql, " AND ");
		add_access(q, &q->sql, reg, T);
	}
}

void zhun_query_seen(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	begin_identity(q, reg);
	zhun_text_add(&q->sql, T ".id = ");
	add_text(q, &q->sql, id);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->sql, " AND ");
		add_access(q, &q->sql, reg, T);
	}
}

void zhun_query_writable(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	begin_identity(q, reg);
	zhun_text_add(&q->sql, T ".id = ");
	add_text(q, &q->sql, id);
	if (q->viewer->administrator || (q->viewer->regulator && reg->authority_writes))
		return;
	zhun_text_add(&q->sql, " AND ");
	add_owners(q, &q->sql, reg, T, reg->write_role, true);
}

void zhun_query_document_seen(struct zhun_query *q, const struct zhun_register *reg, const char *field,
			      const char *id)
{
	begin_identity(q, reg);
	zhun_text_addf(&q->sql, T ".%s = ", field);
	add_text(q, &q->sql, id);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->sql, " AND ");
		add_access(q, &q->sql, reg, T);
	}
	zhun_text_add(&q->sql, " LIMIT 1");
}

void zhun_query_refers(struct zhun_query *q, const char *table, const char *column, const char *id,
		       const char *but)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "SELECT 1 FROM %s " T " WHERE " T ".%s = ", table, column);
	add_text(q, &q->sql, id);
	zhun_text_addf(&q->sql, " AND " T ".%s <> ", but);
	add_text(q, &q->sql, id);
	zhun_text_add(&q->sql, " LIMIT 1");
}

/* ---- running ---- */

static enum zhun_code finish(struct zhun_query *q, const char **ret, struct zhun_error *err)
{
	if (!q->params || q->joins.failed)
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

	return code ? code : zhun_store_query_text(conn, sql, q->params, q->count, q->arena, ret, err);
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

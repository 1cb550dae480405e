/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists on both engines: every field with every operator, every order in both directions, pages, totals;
 * what is refused. register/ask.c, register/query.c, register/query_columns.c, register/query_filter.c,
 * register/read.c. */
#include "register/ask.h"
#include "unit_world.h"

static const char *const ops[] = {"eq", "ne", "lt", "le", "gt", "ge", "starts", "null", "in"};

/* The same world twice. */
struct both {
	struct unit_store stores[2];
	struct unit_register r[2];
	struct unit_world world[2];
	int count;
};

static void open_both(struct both *b)
{
	b->count = 0;
	for (int i = 0; i < 2; i++) {
		if (!unit_store_open_migrated(&b->stores[i], (enum zhun_engine)i))
			continue;
		unit_register_open(&b->r[i], &b->stores[i]);
		unit_world_make(&b->world[i], &b->r[i], WORLD_RECORDS, 7);
		b->count++;
	}
}

static void close_both(struct both *b)
{
	for (int i = 0; i < b->count; i++) {
		unit_register_close(&b->r[i]);
		unit_store_close(&b->stores[i]);
	}
}

/* The answer, alike on both engines. */
static const char *ask(struct both *b, const struct zhun_register *reg, const char *text)
{
	const char *one = unit_list(&b->r[0], reg->name, text);

	unit_check(b->r[0].code == ZHUN_OK, __FILE__, __LINE__, "%s?%s: %s", reg->plural, text,
		   zhun_error_row(b->r[0].code)->name);
	if (b->count == 2) {
		const char *two = unit_list(&b->r[1], reg->name, text);

		unit_check(strcmp(one, two) == 0, __FILE__, __LINE__, "%s?%s\nSQLite: %s\nPostgreSQL: %s", reg->plural,
			   text, unit_items(&b->r[0], one, "id"), unit_items(&b->r[1], two, "id"));
	}
	return one;
}

static size_t count_items(struct both *b, const char *answer)
{
	const struct zhun_json *items = zhun_json_get(unit_json(&b->r[0], answer), "items");

	return items ? items->count : 0;
}

/* Orders in both directions, with a filter (or "") before them: each, or each fourth in its turn. */
static void walk_orders(struct both *b, const struct zhun_register *reg, const char *filter, bool each)
{
	static size_t turn;

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		if (!f->sortable || (!each && ++turn % 4))
			continue;
		(void)ask(b, reg, unit_text(&b->r[0], "%slimit=500&sort=%s", filter, f->name));
		(void)ask(b, reg, unit_text(&b->r[0], "%slimit=500&sort=-%s", filter, f->name));
	}
	(void)ask(b, reg, unit_text(&b->r[0], "%slimit=500&sort=-id&total=1", filter));
}

/* With one value: equal, not equal and empty are all records; less, equal and greater all that
 * have a value in that unit. */
static void check_law(struct both *b, const struct zhun_register *reg, const struct zhun_field *f, const char *value)
{
	struct unit_register *r = &b->r[0];
	size_t all = count_items(b, ask(b, reg, "limit=500"));
	size_t equal = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s=%s", f->name, value)));
	size_t other = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.ne=%s", f->name, value)));
	size_t empty = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.null=true", f->name)));
	size_t some = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.null=false", f->name)));

	unit_check(empty + some == all, __FILE__, __LINE__, "%s.%s", reg->name, f->name);
	if (f->kind != ZHUN_F_TEXTS && f->kind != ZHUN_F_QUANTITY && f->kind != ZHUN_F_MONEY)
		unit_check(equal + other + empty == all, __FILE__, __LINE__, "%s.%s=%s", reg->name, f->name, value);
	if (zhun_field_has_op(f->kind, ZHUN_OP_LT) && f->kind != ZHUN_F_DATE && f->kind != ZHUN_F_MONEY) {
		size_t below = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.lt=%s", f->name, value)));
		size_t above = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.gt=%s", f->name, value)));
		size_t most = count_items(b, ask(b, reg, unit_text(r, "limit=500&%s.le=%s", f->name, value)));

		unit_check(below + equal == most && most + above == equal + other, __FILE__, __LINE__, "%s.%s=%s",
			   reg->name, f->name, value);
	}
}

/* Every filter is asked, and every order; UNIT_EVERY_FAULT=1 (the full tests) asks each with each. */
static void walk_field(struct both *b, const struct zhun_register *reg, const struct zhun_field *f)
{
	struct unit_register *r = &b->r[0];
	const bool each = getenv("UNIT_EVERY_FAULT") != NULL;

	for (size_t op = 0; op < ZHUN_COUNT(ops); op++) {
		struct zhun_arena_mark mark = zhun_arena_mark(r->arena);
		const char *value = op == ZHUN_OP_NULL ? "true" : unit_world_filter(&b->world[0], r, f);

		if (value && zhun_field_has_op(f->kind, (enum zhun_op)op))
			walk_orders(b, reg, unit_text(r, "%s.%s=%s&", f->name, ops[op], value), each);
		zhun_arena_rewind(r->arena, mark);
	}
	for (int i = 0; i < 3; i++) {
		const char *value = unit_world_filter(&b->world[0], r, f);

		if (value)
			check_law(b, reg, f, value);
	}
}

static void every_field_operator_and_order(void)
{
	struct both b;

	open_both(&b);
	for (size_t n = 0; zhun_registers[n]; n++) {
		walk_orders(&b, zhun_registers[n], "", true);
		for (const struct zhun_field *f = zhun_registers[n]->fields; f->name; f++)
			if (zhun_field_filters(f))
				walk_field(&b, zhun_registers[n], f);
	}
	close_both(&b);
}

static const char *next_of(struct unit_register *r, const char *answer)
{
	return zhun_json_get_string(unit_json(r, answer), "next");
}

/* All ids of a list, page by page. */
static const char *paged(struct both *b, const struct zhun_register *reg, const char *order, int limit)
{
	struct unit_register *r = &b->r[0];
	const char *cursor = "", *ids = "";

	for (int pages = 0; cursor && pages < 100; pages++) {
		const char *answer = ask(b, reg, unit_text(r, "limit=%d&sort=%s%s%s", limit, order,
							   *cursor ? "&cursor=" : "", cursor));
		const char *more = unit_items(r, answer, "id");

		CHECK(*more || !*ids);
		ids = unit_text(r, "%s%s%s", ids, *ids && *more ? " " : "", more);
		cursor = next_of(r, answer);
	}
	return ids;
}

static void check_pages(struct both *b, const struct zhun_register *reg, const char *order)
{
	struct unit_register *r = &b->r[0];
	const char *whole = unit_items(r, ask(b, reg, unit_text(r, "limit=500&sort=%s", order)), "id");

	for (int limit = 1; limit <= WORLD_RECORDS; limit += 5)
		unit_check_text(paged(b, reg, order, limit), whole, reg->name, limit);
}

static void pages_make_the_whole_list(void)
{
	struct both b;

	open_both(&b);
	for (size_t n = 0; zhun_registers[n]; n++) {
		check_pages(&b, zhun_registers[n], "id");
		for (const struct zhun_field *f = zhun_registers[n]->fields; f->name; f++)
			if (f->sortable) {
				check_pages(&b, zhun_registers[n], f->name);
				check_pages(&b, zhun_registers[n], unit_text(&b.r[0], "-%s", f->name));
			}
	}
	close_both(&b);
}

static void histories_list_alike(void)
{
	struct both b;
	const char *known;

	open_both(&b);
	known = unit_text(&b.r[0], "as_of=2026-03-02&known_at=2026-03-02T09:30:00Z&");
	for (size_t n = 0; zhun_registers[n]; n++) {
		walk_orders(&b, zhun_registers[n], known, true);
		CHECK_TEXT(unit_items(&b.r[0], ask(&b, zhun_registers[n], unit_text(&b.r[0],
			"%slimit=500", known)), "id"),
			   unit_items(&b.r[0], ask(&b, zhun_registers[n], "limit=500"), "id"));
		CHECK_TEXT(unit_items(&b.r[0], ask(&b, zhun_registers[n], "known_at=2026-03-02T08:00:00Z"), "id"), "");
	}
	close_both(&b);
}

static void titles_follow_the_language(void)
{
	static const struct zhun_viewer chinese = {.administrator = true, .language = ZHUN_ZH};
	struct both b;

	open_both(&b);
	for (int i = 0; i < b.count; i++)
		b.r[i].viewer = &chinese;
	for (size_t n = 0; zhun_registers[n]; n++)
		walk_orders(&b, zhun_registers[n], "", true);
	close_both(&b);
}

static void check_search(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK(unit_create(&r, "organisation",
		"{'code':'PTB','name':{'en':'Physics','zh':'物理'},'kind':'nmi'}") != NULL);
	CHECK(unit_create(&r, "organisation",
		"{'code':'NPL','name':{'en':'National','zh':'国家物理'},'kind':'nmi'}") != NULL);
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "q=P"), "code"), "PTB");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "q=Nat"), "code"), "NPL");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "q=物"), "code"), "PTB");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "q="), "code"), "NPL PTB");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "q=P&as_of=2026"), "code"), "");
	CHECK_INT(r.code, ZHUN_E_SEARCH_CURRENT);
	CHECK(strstr(unit_list(&r, "organisation", "q=x&total=1"),
		"\"total\":{\"count\":0,\"capped\":false}") != NULL);
	unit_register_close(&r);
}

static void search_finds_beginnings(void)
{
	unit_store_each(check_search, true);
}

struct refusal {
	const char *ask;
	enum zhun_code code;
};

static void check_refusals(struct unit_store *u)
{
	static const struct refusal refusals[] = {
		{"colour=red", ZHUN_E_FILTER_UNKNOWN},
		{"parent.colour=red", ZHUN_E_OPERATOR_UNKNOWN},
		{"parent.website=x", ZHUN_E_FILTER_UNKNOWN},
		{"parent.parent.parent.parent.parent.code=x", ZHUN_E_FILTER_UNKNOWN},
		{"arrangements.colour=x", ZHUN_E_FILTER_UNKNOWN},
		{"arrangements=x", ZHUN_E_FILTER_UNKNOWN},
		{"holds_on=2026", ZHUN_E_FILTER_UNKNOWN},
		{"changed_until=soon", ZHUN_E_INSTANT_BAD},
		{"code.in=a,b", ZHUN_E_OPERATOR_UNKNOWN},
		{"parent.code.like=x", ZHUN_E_OPERATOR_UNKNOWN},
		{"arrangements.since=soon", ZHUN_E_DATE_BAD},
		{"website=x", ZHUN_E_FILTER_UNKNOWN},
		{"code.like=x", ZHUN_E_OPERATOR_UNKNOWN},
		{"kind.starts=x", ZHUN_E_OPERATOR_UNKNOWN},
		{"sort=website", ZHUN_E_SORT_UNKNOWN},
		{"sort=", ZHUN_E_SORT_UNKNOWN},
		{"limit=0", ZHUN_E_LIMIT_BAD},
		{"limit=501", ZHUN_E_LIMIT_BAD},
		{"limit=ten", ZHUN_E_LIMIT_BAD},
		{"cursor=x", ZHUN_E_CURSOR_BAD},
		{"cursor=____", ZHUN_E_CURSOR_BAD},
		{"cursor=Y29kZR90HzEfMg", ZHUN_E_CURSOR_BAD},
		/* a code is no number, which SQLite would bear and PostgreSQL not */
		{"cursor=Y29kZR9pHzAxOGYwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMB81", ZHUN_E_CURSOR_BAD},
		{"cursor=Y29kZR9yHzAxOGYwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMB81LjU", ZHUN_E_CURSOR_BAD},
		{"as_of=tomorrow", ZHUN_E_DATE_BAD},
		{"known_at=now", ZHUN_E_INSTANT_BAD},
		{"parent.null=perhaps", ZHUN_E_FIELD_KIND},
		{"total=many", ZHUN_E_FIELD_KIND},
	};
	struct unit_register r;

	unit_register_open(&r, u);
	for (size_t i = 0; i < ZHUN_COUNT(refusals); i++) {
		CHECK_TEXT(unit_list(&r, "organisation", refusals[i].ask), "");
		unit_check_code(r.code, refusals[i].code, &r.err, refusals[i].ask, 0);
	}
	CHECK_TEXT(unit_list(&r, "capability", "low=1 furlong/"), "");
	CHECK(r.code != ZHUN_OK);
	CHECK_TEXT(unit_get(&r, "organisation", unit_register_id(&r), "sort=x"), "");
	CHECK_INT(r.code, ZHUN_E_PARAMETER_UNKNOWN);
	unit_register_close(&r);
}

static void what_cannot_be_asked_is_refused(void)
{
	unit_store_each(check_refusals, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"every field, operator and order", every_field_operator_and_order},
		{"pages make the whole list", pages_make_the_whole_list},
		{"histories list alike", histories_list_alike},
		{"titles follow the language", titles_follow_the_language},
		{"search finds beginnings", search_finds_beginnings},
		{"what cannot be asked is refused", what_cannot_be_asked_is_refused},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over records, on both engines: what is found, in which order, by whom; and what stays in the
 * index when records change. register/search.c, search_write.c, register/query_search.c,
 * register/counts.c. */
#include "unit_world.h"

#include "register/search.h"
#include "register/token.h"

enum { ROOM = 4 << 20 };

/* The answer, "" where it fails. @a ask: pairs name, value, ended by NULL. */
static const char *search(struct unit_register *r, const char *const *ask)
{
	const struct zhun_reader by = {r->conn, r->arena, r->viewer, NULL};
	struct zhun_param params[8];
	struct zhun_text out;
	const char *text = "";
	size_t n = 0;

	for (; ask[2 * n]; n++)
		params[n] = (struct zhun_param){ask[2 * n], ask[2 * n + 1]};
	zhun_text_init(&out, r->arena, ROOM);
	memset(&r->err, 0, sizeof r->err);
	r->code = zhun_register_search(&by, zhun_registers, &(struct zhun_params){params, n}, &out, &r->err);
	if (!r->code)
		r->code = zhun_text_done(&out, &text, &r->err);
	return r->code ? "" : text;
}
#define SEARCH(r, ...) search((r), (const char *const[]){__VA_ARGS__, NULL, NULL})

static void add_item(struct unit_register *r, struct zhun_text *t, const struct zhun_json *item, bool titles)
{
	const struct zhun_json *title = zhun_json_get(item, "title");

	(void)r;
	zhun_text_addf(t, "%s%s", t->len && t->ptr[t->len - 1] != '[' ? " " : "",
		       titles ? zhun_json_get_string(title, "text") : zhun_json_get_string(item, "id"));
	if (zhun_json_get(item, "exact")->kind == ZHUN_J_TRUE)
		zhun_text_addc(t, '!');
}

/* "register 2[a! b]": the groups with their counts and titles. */
static const char *shape(struct unit_register *r, const char *answer, bool titles)
{
	struct zhun_text t;

	zhun_text_init(&t, r->arena, ROOM);
	zhun_text_add(&t, "");
	if (!*answer)
		return "";
	for (const struct zhun_json *g = zhun_json_get(unit_json(r, answer), "groups")->first; g; g = g->next) {
		zhun_text_addf(&t, "%s %lld[", zhun_json_get_string(g, "register"),
			       (long long)zhun_json_get(zhun_json_get(g, "count"), "count")->integer);
		for (const struct zhun_json *i = zhun_json_get(g, "items")->first; i; i = i->next)
			add_item(r, &t, i, titles);
		zhun_text_add(&t, "]");
	}
	return t.ptr;
}
#define FOUND(r, want, ...) CHECK_TEXT(shape((r), SEARCH((r), __VA_ARGS__), true), (want))

static void fill(struct unit_register *r)
{
	unit_create(r, "standard", "{'number':'GB/T 19001-2016','name':{'zh':'质量管理体系 要求','en':'Quality "
		    "management systems'},'kind':'national','state':'in_force'}");
	unit_create(r, "standard", "{'number':'JJG 146-2011','name':{'zh':'量块检定规程','de':'Parallelendmaße'},"
		    "'kind':'national','state':'in_force'}");
	unit_create(r, "standard", "{'number':'JJF 1059.1-2012','name':{'zh':'测量不确定度评定与表示'},"
		    "'kind':'national','state':'in_force'}");
	unit_create(r, "organisation", "{'code':'L-0042','name':{'zh':'海港电学校准实验室','en':'Harbour "
		    "Calibration'},'kind':'laboratory','country':'CN'}");
	CHECK_CODE(r->code, ZHUN_OK, &r->err);
}

static void test_found(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	fill(&r);
	FOUND(&r, "standard 1[GB/T 19001-2016 · Quality management systems]", "q", "质量");
	FOUND(&r, "standard 3[GB/T 19001-2016 · Quality management systems JJG 146-2011 · 量块检定规程]", "q", "量",
	      "limit", "2", "register", "standard");
	FOUND(&r, "organisation 1[Harbour Calibration]", "q", "校准");
	FOUND(&r, "organisation 1[Harbour Calibration!]", "q", "l0042");
	FOUND(&r, "organisation 1[Harbour Calibration!]", "q", "Ｌ－００４２");
	FOUND(&r, "standard 1[GB/T 19001-2016 · Quality management systems!]", "q", "gbt19001-2016");
	FOUND(&r, "standard 1[GB/T 19001-2016 · Quality management systems]", "q", "GBT 19001");
	FOUND(&r, "standard 1[JJG 146-2011 · 量块检定规程]", "q", "parallelendmasse");
	FOUND(&r, "standard 1[JJF 1059.1-2012 · 测量不确定度评定与表示]", "q", "不确定度评定 1059");
	FOUND(&r, "", "q", "质管");
	FOUND(&r, "", "q", "系要");
	FOUND(&r, "", "q", "质量 校准");
	FOUND(&r, "", "q", " ,");
	FOUND(&r, "", "q", "¶all");
	unit_register_close(&r);
}

/* Of three that hold the word: its key, its title, another field. */
static void test_order_and_pages(struct unit_store *u)
{
	struct unit_register r;
	const struct zhun_json *g;

	unit_register_open(&r, u);
	unit_create(&r, "organisation", "{'code':'A','name':{'en':'House'},'kind':'laboratory','country':'CN'}");
	const char *owner = "'owner':{'key':{'code':'A'}},'kind':'instrument','state':'in_use'";
	static const char *const others[] = {"'number':'1','name':{'en':'A gauge'},'model':'K9 one'",
					     "'number':'2','name':{'en':'Gauge K9'}",
					     "'number':'K9','name':{'en':'Another'}",
					     "'number':'3','name':{'en':'The K-9'}"};
	for (size_t i = 0; i < ZHUN_COUNT(others); i++)
		unit_create(&r, "instrument", unit_text(&r, "{%s,%s}", owner, others[i]));
	CHECK_CODE(r.code, ZHUN_OK, &r.err);
	const char *want = "K9 · Another! 2 · Gauge K9 3 · The K-9 1 · A gauge";
	FOUND(&r, unit_text(&r, "instrument 4[%s]", want), "q", "k9");
	struct zhun_text all;
	const char *cursor = NULL;
	zhun_text_init(&all, r.arena, ROOM);
	do {
		const char *answer = SEARCH(&r, "q", "k9", "register", "instrument", "limit", "1",
					    cursor ? "cursor" : NULL, cursor);
		g = zhun_json_get(unit_json(&r, answer), "groups")->first;
		add_item(&r, &all, zhun_json_get(g, "items")->first, true);
		cursor = zhun_json_get_string(g, "next");
	} while (cursor);
	CHECK_TEXT(all.ptr, want);
	unit_register_close(&r);
}

static void test_answer(struct unit_store *u)
{
	struct unit_register r;
	struct zhun_viewer zh = unit_administrator;

	unit_register_open(&r, u);
	fill(&r);
	const char *answer = SEARCH(&r, "q", "质量 gb/t");
	CHECK(strstr(answer, "\"title\":{\"text\":\"GB/T 19001-2016 · Quality management systems\","
			     "\"marks\":[[0,4]]}"));
	CHECK(strstr(answer, "\"found\":[{\"field\":\"name\",\"title\":\"Title\",\"text\":\"质量管理体系 要求\","
			     "\"marks\":[[0,2]]}]"));
	zh.language = ZHUN_ZH;
	r.viewer = &zh;
	answer = SEARCH(&r, "q", "质量");
	CHECK(strstr(answer, "\"register\":\"standard\",\"title\":\"标准\""));
	CHECK(strstr(answer, "· 质量管理体系 要求\",\"marks\":[[18,20]]}"));
	CHECK(strstr(answer, "\"count\":{\"count\":1,\"capped\":false},\"next\":null"));
	unit_register_close(&r);
}

static void test_refused(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	static const struct { const char *name, *value; enum zhun_code code; } cases[] = {
		{"limit", "0", ZHUN_E_LIMIT_BAD}, {"limit", "101", ZHUN_E_LIMIT_BAD}, {"limit", "x", ZHUN_E_LIMIT_BAD},
		{"register", "nothing", ZHUN_E_SEARCH_REGISTER}, {"register", "member", ZHUN_E_SEARCH_REGISTER},
		{"cursor", "1.5", ZHUN_E_CURSOR_BAD}, {"as_of", "2026", ZHUN_E_SEARCH_CURRENT},
		{"known_at", "2026", ZHUN_E_SEARCH_CURRENT}, {"order", "x", ZHUN_E_PARAMETER_UNKNOWN},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		CHECK_TEXT(SEARCH(&r, "q", "a", cases[i].name, cases[i].value), "");
		CHECK_CODE(r.code, cases[i].code, &r.err);
	}
	static const char *const cursors[] = {"", "3.1", "1", "1.", "1.0", "1.-4", "1.99999999999999", "x.1", "1.1e3x"};
	for (size_t i = 0; i < ZHUN_COUNT(cursors); i++) {
		CHECK_TEXT(SEARCH(&r, "q", "a", "register", "standard", "cursor", cursors[i]), "");
		CHECK_CODE(r.code, ZHUN_E_CURSOR_BAD, &r.err);
	}
	unit_register_close(&r);
}

struct rebuilding {
	struct zhun_arena *arena;
	int64_t built;
};

static enum zhun_code rebuild(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct rebuilding *b = context;

	return zhun_search_rebuild(conn, b->arena, &b->built, err);
}

static void test_changes(struct unit_store *u)
{
	struct unit_register r;
	int64_t rows = 0;

	unit_register_open(&r, u);
	fill(&r);
	const char *id = unit_create(&r, "organisation", "{'code':'X','name':{'zh':'旧名称'},'kind':'laboratory',"
				     "'country':'CN'}");
	FOUND(&r, "organisation 1[旧名称]", "q", "名称");
	CHECK_INT(unit_update(&r, "organisation", id, 1, "{'name':{'zh':'新招牌'}}"), 2);
	FOUND(&r, "", "q", "名称");
	FOUND(&r, "organisation 1[新招牌]", "q", "招牌");
	const char *before = SEARCH(&r, "q", "量");
	rows = unit_store_int(r.conn, "SELECT count(*) FROM search");
	CHECK_INT(rows, 5);
	unit_store_exec(r.conn, "DELETE FROM search WHERE key <> ''");
	FOUND(&r, "", "q", "招牌");
	struct rebuilding again = {.arena = r.arena};
	CHECK_CODE(zhun_store_run(r.conn, ZHUN_WRITE, rebuild, &again, &r.err), ZHUN_OK, &r.err);
	CHECK_INT(again.built, rows);
	CHECK_TEXT(SEARCH(&r, "q", "量"), before);
	CHECK(unit_remove(&r, "organisation", id, 2));
	FOUND(&r, "", "q", "招牌");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM search"), rows - 1);
	unit_register_close(&r);
}

/* What is written while the index rests is found when it goes on. */
static void test_pause(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK_CODE(zhun_search_pause(r.conn, &r.err), ZHUN_OK, &r.err);
	fill(&r);
	CHECK_CODE(zhun_search_resume(r.conn, &r.err), ZHUN_OK, &r.err);
	FOUND(&r, "standard 1[GB/T 19001-2016 · Quality management systems]", "q", "质量");
	unit_create(&r, "organisation", "{'code':'Y','name':{'en':'After'},'kind':'laboratory','country':'CN'}");
	FOUND(&r, "organisation 1[After]", "q", "after");
	unit_register_close(&r);
}

/* ---- who finds what ---- */

/* A text of the record by which it should be found. */
static const char *text_of(const struct zhun_register *reg, const struct zhun_json *record)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		const struct zhun_json *v = zhun_json_get(record, f->name);

		if (zhun_field_searched(f) && f->kind == ZHUN_F_TEXT && v && v->text)
			return v->text;
	}
	return NULL;
}

/* Whether the record is found by its text, on whichever page. */
static bool finds(struct unit_register *r, const struct zhun_register *reg, const char *text, const char *id)
{
	const char *answer = SEARCH(r, "q", text, "register", reg->name, "limit", "100");

	return strstr(answer, unit_text(r, "\"id\":\"%s\"", id)) != NULL;
}

static void walk(struct unit_register *r, const struct unit_world *w, const struct zhun_viewer *viewer)
{
	for (size_t k = 0; zhun_registers[k]; k++)
		for (size_t i = 0; i < w->count[k] && zhun_register_searched(zhun_registers[k]); i++) {
			const struct zhun_register *reg = zhun_registers[k];
			struct zhun_words words = {0};

			r->viewer = &unit_administrator;
			const char *text = text_of(reg, unit_json(r, unit_get(r, reg->name, w->ids[k][i], NULL)));
			if (!text || zhun_words_read(r->arena, text, &words, NULL) || !words.count)
				continue;
			r->viewer = viewer;
			bool sees = *unit_get(r, reg->name, w->ids[k][i], NULL) != '\0';
			unit_check(finds(r, reg, text, w->ids[k][i]) == sees, __FILE__, __LINE__, "%s “%s”: %s",
				   reg->name, text, sees ? "not found" : "found");
		}
}

static void test_access(struct unit_store *u)
{
	struct unit_register r;
	struct unit_world w;

	unit_register_open(&r, u);
	unit_world_make(&w, &r, 12, 5);
	const char *const *houses = w.ids[unit_world_number("organisation")];
	const struct zhun_membership one[] = {{houses[0], ZHUN_ROLE_STAFF}};
	const struct zhun_membership two[] = {{houses[3], ZHUN_ROLE_STAFF}, {houses[4], ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer viewers[] = {
		{.account = NULL}, {.account = "a", .members = one, .count = 1},
		{.account = "b", .members = two, .count = 2},
		{.account = "c", .regulator = true}};
	for (size_t i = 0; i < ZHUN_COUNT(viewers); i++)
		walk(&r, &w, &viewers[i]);
	unit_register_close(&r);
}

/* ---- how many ---- */

static void check_count(struct unit_register *r, const struct zhun_json *c)
{
	const char *name = zhun_json_get_string(c, "register");
	const struct zhun_json *list = unit_json(r, unit_list(r, name, "limit=1&total=1"));

	CHECK_INT(zhun_json_get(c, "count")->integer, zhun_json_get(zhun_json_get(list, "total"), "count")->integer);
	CHECK(zhun_json_get(c, "capped")->kind == ZHUN_J_FALSE);
}

/* Of each register as many as the viewer's list holds. */
static void check_counts(struct unit_register *r, const struct zhun_viewer *viewer)
{
	const struct zhun_reader by = {r->conn, r->arena, viewer, NULL};
	struct zhun_text out;

	r->viewer = viewer;
	zhun_text_init(&out, r->arena, ROOM);
	CHECK_CODE(zhun_register_counts(&by, zhun_registers, &out, &r->err), ZHUN_OK, &r->err);
	const struct zhun_json *g = zhun_json_get(unit_json(r, out.ptr), "groups")->first;
	CHECK(g && g->next);
	for (; g; g = g->next)
		for (const struct zhun_json *c = zhun_json_get(g, "items")->first; c; c = c->next)
			check_count(r, c);
}

static void test_counts(struct unit_store *u)
{
	struct unit_register r;
	struct unit_world w;

	unit_register_open(&r, u);
	unit_world_make(&w, &r, 8, 9);
	const struct zhun_membership one[] = {{w.ids[unit_world_number("organisation")][0], ZHUN_ROLE_STAFF}};
	const struct zhun_viewer public = {.account = NULL}, staff = {.account = "a", .members = one, .count = 1};
	check_counts(&r, &public);
	check_counts(&r, &staff);
	check_counts(&r, &unit_administrator);
	unit_register_close(&r);
}

/* ---- declarations ---- */

static void test_declarations(void)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		for (size_t k = 0; k < i; k++)
			CHECK(zhun_search_base(zhun_registers[i]) != zhun_search_base(zhun_registers[k]));
		for (const struct zhun_field *f = zhun_registers[i]->fields; f->name; f++)
			unit_check(!f->searched || f->kind == ZHUN_F_TEXT || f->kind == ZHUN_F_TEXTS, __FILE__,
				   __LINE__, "%s.%s is searched and no text", zhun_registers[i]->name, f->name);
		CHECK(i < ZHUN_SEARCH_REGISTERS);
	}
}

static void test_found_each(void) { unit_store_each(test_found, true); }
static void test_order_each(void) { unit_store_each(test_order_and_pages, true); }
static void test_answer_each(void) { unit_store_each(test_answer, true); }
static void test_refused_each(void) { unit_store_each(test_refused, true); }
static void test_changes_each(void) { unit_store_each(test_changes, true); }
static void test_pause_each(void) { unit_store_each(test_pause, true); }
static void test_counts_each(void) { unit_store_each(test_counts, true); }
static void test_access_each(void) { unit_store_each(test_access, true); }

static const struct unit_test tests[] = {
	{"search: declarations", test_declarations},
	{"search: what is found", test_found_each},
	{"search: key, title, the rest; page by page", test_order_each},
	{"search: marks and other fields", test_answer_each},
	{"search: what is refused", test_refused_each},
	{"search: follows each write, and is made again", test_changes_each},
	{"search: rests and goes on", test_pause_each},
	{"search: how many there are", test_counts_each},
	{"search: nobody finds what they may not see", test_access_each},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The laws of history: random writes against a model that is a plain array of days, kept after each
 * write; every question of day and state of knowledge must give what stands there. Then faults.
 * register/write.c, register/rows.c, register/query_write.c, register/query_rows.c,
 * register/read.c. */
#include "unit_register.h"
#include "zhun/base/date.h"

enum { DAYS = 40, WRITES = 30 };

/* What holds on each day, as known after one write: 0 is nothing. */
struct known {
	int value[DAYS];
	int latest;  /* the day on which the latest version begins */
	int64_t rev; /* 0: removed */
	const char *instant;
};

struct model {
	struct known after[WRITES];
	int count;
	unsigned long long seed;
	const char *id;
};

static const char *day_text(struct unit_register *r, int day)
{
	char text[ZHUN_DATE_TEXT];

	zhun_day_text(zhun_day_of(2026, 1, 1) + day, text);
	return zhun_strdup(r->arena, text);
}

/* The value in a field of the record and in the rows that live with it. */
static const char *content(struct unit_register *r, int value)
{
	const char *rows = "";

	for (int i = 0; i < value % 4; i++)
		rows = unit_text(r, "%s%s{'name':'%d','since':'2020'}", rows, i ? "," : "", i == 1 ? 1 : value);
	return unit_text(r, "{'country':'%d','name':{'en':'x','de':'%d'},'arrangements':[%s]}", value, value, rows);
}

static void keep_instant(struct unit_register *r, struct known *k)
{
	char text[ZHUN_INSTANT_TEXT];

	zhun_instant_text(r->write.now, text);
	k->instant = zhun_strdup(r->arena, text);
}

static void change_days(struct known *k, int from, int value)
{
	for (int d = from; d < DAYS; d++)
		k->value[d] = value;
}

/* One write of any sort, and what the array is after it. */
static void write_once(struct unit_register *r, struct model *m)
{
	const struct known *before = &m->after[m->count - 1];
	struct known *k = &m->after[m->count];
	int value = m->count + 1, from = (int)(unit_random(&m->seed) % DAYS);
	bool effective = unit_random(&m->seed) % 2 != 0;

	*k = *before;
	r->write.effective = effective ? day_text(r, from) : NULL;
	k->rev = unit_update(r, "organisation", m->id, before->rev, content(r, value));
	CHECK_CODE(r->code, ZHUN_OK, &r->err);
	if (effective)
		k->latest = from;
	change_days(k, k->latest, value);
	keep_instant(r, k);
	m->count++;
}

static void remove_once(struct unit_register *r, struct model *m)
{
	struct known *k = &m->after[m->count];

	*k = m->after[m->count - 1];
	r->write.effective = m->seed % 2 ? day_text(r, 20) : NULL;
	CHECK(unit_remove(r, "organisation", m->id, k->rev));
	change_days(k, r->write.effective ? 20 : 0, 0);
	k->rev = 0;
	keep_instant(r, k);
	m->count++;
}

/* The value that an answer has, in its field, in its rows and in its further text; 0 for none. */
static int value_of(struct unit_register *r, const char *answer)
{
	int value = 0, rows = 0;

	if (!*answer)
		return 0;
	const struct zhun_json *json = unit_json(r, answer), *list = zhun_json_get(json, "arrangements");
	const char *country = zhun_json_get_string(json, "country");

	for (const char *c = country; *c; c++)
		value = 10 * value + (*c - '0');
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(json, "name"), "de"), country);
	CHECK_INT((long long)list->count, value % 4);
	for (const struct zhun_json *row = list->first; row; row = row->next, rows++)
		CHECK_TEXT(zhun_json_get_string(row, "name"), rows == 1 ? "1" : country);
	return value;
}

static void check_model(struct unit_register *r, const struct model *m)
{
	for (int k = 0; k < m->count; k++)
		for (int d = 0; d < DAYS; d += 3) {
			struct zhun_arena_mark mark = zhun_arena_mark(r->arena);
			const char *when = unit_text(r, "as_of=%s&known_at=%s", day_text(r, d), m->after[k].instant);
			int got = value_of(r, unit_get(r, "organisation", m->id, when));

			unit_check(got == m->after[k].value[d], __FILE__, __LINE__, "%s: %d, not %d", when, got,
				   m->after[k].value[d]);
			const char *listed = unit_items(r, unit_list(r, "organisation", when), "country");
			CHECK_TEXT(listed, got ? unit_text(r, "%d", got) : "");
			zhun_arena_rewind(r->arena, mark);
		}
}

/* The rows of the history tell one story: what is believed at one time never overlaps. */
static void check_overlaps(struct unit_register *r)
{
	CHECK_INT(unit_store_int(r->conn, "SELECT count(*) FROM organisation_history a JOIN organisation_history b"
		" ON a.id = b.id AND (a.rev <> b.rev OR a.change <> b.change)"
		" AND a.recorded_from < b.recorded_to AND b.recorded_from < a.recorded_to"
		" AND a.valid_from < b.valid_to AND b.valid_from < a.valid_to"), 0);
	CHECK_INT(unit_store_int(r->conn, "SELECT count(*) FROM organisation_history"
		" WHERE recorded_from >= recorded_to OR valid_from >= valid_to"), 0);
	CHECK_INT(unit_store_int(r->conn, "SELECT count(*) FROM organisation o WHERE NOT EXISTS"
		" (SELECT 1 FROM organisation_history h WHERE h.id = o.id AND h.rev = o.rev AND h.change = o.change"
		" AND h.recorded_to = '9999-12-31' AND h.valid_to = '9999-12-31')"), 0);
}

static void check_story(struct unit_store *u, unsigned long long seed)
{
	struct unit_register r;
	struct model m = {.count = 1, .seed = seed};

	unit_register_open(&r, u);
	m.id = unit_create(&r, "organisation", unit_text(&r, "{'code':'%llu','kind':'nmi',%s", seed,
							content(&r, 1) + 1));
	CHECK_CODE(r.code, ZHUN_OK, &r.err);
	change_days(&m.after[0], 0, 1);
	m.after[0].rev = 1;
	keep_instant(&r, &m.after[0]);
	while (m.count < WRITES - 1)
		write_once(&r, &m);
	remove_once(&r, &m);
	check_model(&r, &m);
	check_overlaps(&r);
	unit_register_close(&r);
}

static void check_stories(struct unit_store *u)
{
	check_story(u, 1);
}

static void check_other_stories(struct unit_store *u)
{
	check_story(u, 2);
}

static void random_writes_agree_with_an_array_of_days(void)
{
	unit_store_each(check_stories, true);
	unit_store_each(check_other_stories, true);
}

/* What was written, began or ended between two instants: now, and of what there was before. */
static void check_changed(struct unit_store *u)
{
	static const struct {
		const char *ask, *codes;
	} cases[] = {
		{"changed_after=2026-03-04T00:00:00Z&changed_until=2026-03-06T00:00:00Z", "A B"},
		{"changed_after=2026-03-03T23:59:59Z&changed_until=2026-03-06T00:00:00Z", "A B D"},
		{"changed_after=2026-03-04T00:00:00Z&changed_until=2026-03-06T00:00:00Z"
		 "&as_of=2026-03-02&known_at=2026-03-03T00:00:00Z", "A B C"},
		{"changed_after=2026-03-06T00:00:00Z&changed_until=2026-03-07T00:00:00Z", ""},
		{"changed_after=2026-03-09T00:00:00Z", "D"},
		{"changed_until=2026-03-01T23:59:59Z", "B"},
		{"changed_until=2026-03-03T00:00:00Z", "A B D E"},
	};
	const int64_t day = INT64_C(24) * 3600 * 1000000;
	const char *id[5];
	struct unit_register r;

	unit_register_open(&r, u);   /* on 2026-03-02 */
	for (int i = 0; i < 5; i++)
		id[i] = unit_create(&r, "organisation", unit_text(&r, "{'code':'%c','name':{'en':'x'},'kind':'nmi'}",
								  'A' + i));
	r.write.now += 3 * day;
	CHECK_INT(unit_update(&r, "organisation", id[0], 1, "{'country':'FR'}"), 2);
	r.write.effective = "2026-03-01";
	CHECK_INT(unit_update(&r, "organisation", id[1], 1, "{'country':'DE'}"), 2);
	r.write.effective = NULL;
	CHECK(unit_remove(&r, "organisation", id[2], 1));
	r.write.now += 5 * day;
	r.write.today = "2026-03-10";
	r.write.effective = "2026-03-04";
	CHECK_INT(unit_update(&r, "organisation", id[3], 1, "{'country':'IT'}"), 2);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", cases[i].ask), "code"), cases[i].codes);
	unit_register_close(&r);
}

static void what_changed_between_two_instants(void)
{
	unit_store_each(check_changed, true);
}

/* A clock that stands still or goes back does not make empty intervals. */
static void check_clock(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	const char *id = unit_create(&r, "organisation", "{'code':'A','name':{'en':'x'},'kind':'nmi'}");
	r.write.now -= 10 * 1000000;
	CHECK_INT(unit_update(&r, "organisation", id, 1, "{'country':'FR'}"), 2);
	CHECK_INT(unit_update(&r, "organisation", id, 2, "{'country':'DE'}"), 3);
	check_overlaps(&r);
	CHECK(strstr(unit_get(&r, "organisation", id, "known_at=2026-03-02T09:00:01.000001Z"), "\"FR\"") != NULL);
	unit_register_close(&r);
}

static void a_clock_may_go_back(void)
{
	unit_store_each(check_clock, true);
}

/* ---- faults ---- */

struct fault {
	struct unit_register *r;
	const char *id;
	struct zhun_arena *a;
};

static enum zhun_code read_with(struct zhun_arena *a, void *context)
{
	static const struct zhun_param items[] = {{"sort", "-name"}, {"country.null", "true"}, {"total", "1"}};
	const struct zhun_params params = {items, ZHUN_COUNT(items)}, none = {NULL, 0};
	struct fault *f = context;
	struct zhun_reader by = {f->r->conn, a, &unit_administrator};
	const struct zhun_register *reg = zhun_register_named("organisation");
	const struct zhun_ref ref = {.reg = reg, .id = f->id};
	struct zhun_text out;
	int64_t rev = 0;
	enum zhun_code code;

	zhun_text_init(&out, a, 1 << 20);
	code = zhun_register_list(&by, reg, &params, &out, NULL);
	if (!code)
		code = zhun_register_get(&by, &ref, &none, &out, &rev, NULL);
	if (!code)
		code = zhun_register_history(&by, &ref, &out, NULL);
	CHECK(code == ZHUN_OK || rev <= 1);
	return code;
}

/* All of a write, then taken back, so that it can be done again. */
static enum zhun_code write_work(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	static const char body[] = "{\"code\":\"B\",\"name\":{\"en\":\"x\",\"de\":\"y\"},\"kind\":\"nmi\","
		"\"arrangements\":[{\"name\":\"a\",\"since\":\"2020\"}]}";
	struct fault *f = context;
	struct zhun_write w = f->r->write;
	const struct zhun_register *reg = zhun_register_named("organisation");
	const struct zhun_json *json;
	int64_t rev;
	enum zhun_code code = zhun_json_parse(f->a, body, strlen(body), &json, err);

	w.by = (struct zhun_reader){conn, f->a, &unit_administrator};
	if (!code)
		code = zhun_register_update(&w, &(struct zhun_ref){reg, f->id, 1}, json, &rev, err);
	if (!code)
		code = zhun_register_remove(&w, &(struct zhun_ref){reg, f->id, 2}, err);
	if (!code)
		code = zhun_register_create(&w, reg, "018f0000-0000-7000-8000-000000000001", json, err);
	return code ? code : ZHUN_E_RECORD_CHANGED;
}

static enum zhun_code write_with(struct zhun_arena *a, void *context)
{
	struct fault *f = context;
	enum zhun_code code;

	f->a = a;
	code = zhun_store_run(f->r->conn, ZHUN_WRITE, write_work, f, NULL);
	return code == ZHUN_E_RECORD_CHANGED ? ZHUN_OK : code;
}

static void check_faults(struct unit_store *u)
{
	struct unit_register r;
	struct fault f = {.r = &r};

	unit_register_open(&r, u);
	f.id = unit_create(&r, "organisation", "{'code':'A','name':{'en':'x','fr':'y'},'kind':'nmi',"
			   "'arrangements':[{'name':'b','since':'2021'}]}");
	unit_fault_loop(read_with, &f);
	unit_fault_loop(write_with, &f);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM change"), 1);
	unit_register_close(&r);
}

static void reads_and_writes_survive_faults(void)
{
	unit_store_each(check_faults, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"random writes agree with an array of days", random_writes_agree_with_an_array_of_days},
		{"a clock may go back", a_clock_may_go_back},
		{"what changed between two instants", what_changed_between_two_instants},
		{"reads and writes survive faults", reads_and_writes_survive_faults},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

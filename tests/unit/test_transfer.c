/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in and out of files, on both engines: register/import.c, register/export.c, register/put.c,
 * register/column.c. */
#include "register/transfer.h"

#include <stdlib.h>

#include "unit.h"
#include "unit_world.h"

enum { ROOM = 64 << 20 };

/* An import in its transaction, rolled back where it did not file. */
struct job {
	struct unit_register *r;
	struct zhun_import in;
	struct zhun_write write;
	struct zhun_arena *row, *page, *last;
	struct zhun_text out;
	bool filed;
};

static enum zhun_code new_id(void *context, char *out, struct zhun_error *err)
{
	struct job *j = context;

	(void)err;
	memcpy(out, unit_register_id(j->r), 37);
	return ZHUN_OK;
}

static enum zhun_code import_work(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct job *j = context;
	enum zhun_code code;

	j->write = j->r->write;
	j->write.by = (struct zhun_reader){.conn = conn, .arena = j->row, .viewer = j->r->viewer};
	zhun_arena_reset(j->last);
	zhun_text_init(&j->out, j->last, 1 << 20);
	code = zhun_register_import(&j->in, &j->out, &j->filed, err);
	return code || j->filed ? code : ZHUN_E_CANCELLED;
}

/* The report of filing @a file, or the name of what it failed with. */
static const char *import(struct unit_register *r, const char *reg, const char *file, enum zhun_transfer_format format,
			  bool dry)
{
	struct job j = {.r = r, .row = zhun_arena_open(ROOM), .page = zhun_arena_open(ROOM),
			.last = zhun_arena_open(ROOM)};
	struct zhun_error err = {0}, none = {0};
	const char *report = NULL;

	r->write.now += 1000000;
	j.in = (struct zhun_import){.write = &j.write, .page = j.page, .arena = j.last, .reg = zhun_register_named(reg),
		.file = {(const unsigned char *)file, strlen(file)}, .format = format, .most = 1000, .dry = dry,
		.new_id = new_id, .context = &j};
	r->code = zhun_store_run(r->conn, ZHUN_WRITE, import_work, &j, &err);
	if (r->code && r->code != ZHUN_E_CANCELLED)
		report = unit_text(r, "%s %s", zhun_error_row(r->code)->name, err.place);
	else if (zhun_text_done(&j.out, &report, &none) == ZHUN_OK)
		report = zhun_strdup(r->arena, report);
	(void)zhun_arena_close(j.row);
	(void)zhun_arena_close(j.page);
	(void)zhun_arena_close(j.last);
	return report ? report : "";
}

static const char *counts(struct unit_register *r, const char *report)
{
	static const char *const names[] = {"rows", "created", "updated", "unchanged", "refused"};
	const char *text = "";

	for (size_t i = 0; i < ZHUN_COUNT(names); i++) {
		const struct zhun_json *n = zhun_json_get(unit_json(r, report), names[i]);

		text = unit_text(r, "%s%s%lld", text, i ? " " : "", n ? (long long)n->integer : -1LL);
	}
	return text;
}

/* "LINE COLUMN CODE" of each fault. */
static const char *faults(struct unit_register *r, const char *report)
{
	const struct zhun_json *list = zhun_json_get(unit_json(r, report), "faults");
	const char *text = "";

	for (const struct zhun_json *f = list ? list->first : NULL; f; f = f->next)
		text = unit_text(r, "%s%s%lld %s %s", text, *text ? "; " : "",
				 (long long)zhun_json_get(f, "line")->integer, zhun_json_get_string(f, "column"),
				 zhun_json_get_string(f, "code"));
	return text;
}

struct reader {
	struct unit_register *r;
	struct zhun_export x;
	struct zhun_text all;
	struct zhun_arena *page, *last;
};

static enum zhun_code take(void *context, const char *s, size_t n, struct zhun_error *err)
{
	struct reader *t = context;

	(void)err;
	zhun_text_addn(&t->all, s, n);
	return ZHUN_OK;
}

static enum zhun_code export_work(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct reader *t = context;

	t->x.by = (struct zhun_reader){conn, t->page, t->r->viewer};
	return zhun_register_export(&t->x, err);
}

static const char *export_when(struct unit_register *r, const char *reg, enum zhun_transfer_format format,
			       const struct zhun_params *params)
{
	struct reader t = {.r = r, .page = zhun_arena_open(ROOM), .last = zhun_arena_open(ROOM)};
	struct zhun_error err = {0};
	const char *s = "";

	zhun_text_init(&t.all, r->arena, ROOM);
	zhun_text_add(&t.all, "");
	t.x = (struct zhun_export){.arena = t.last, .reg = zhun_register_named(reg), .format = format, .params = params,
		.take = take, .context = &t};
	CHECK_CODE(zhun_store_run(r->conn, ZHUN_READ, export_work, &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&t.all, &s, &err), ZHUN_OK, &err);
	(void)zhun_arena_close(t.page);
	(void)zhun_arena_close(t.last);
	return s;
}

static const char *export(struct unit_register *r, const char *reg, enum zhun_transfer_format format)
{
	return export_when(r, reg, format, NULL);
}

static const char organisations[] =
	"\xef\xbb\xbf" "Code,name.en,名称.zh,Kind,上级机构\r\n"
	"B,Beta,\"乙,所\",Laboratory,A\r\n"
	"A,Alpha,甲,institute,\r\n";

static void check_tables(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK_TEXT(counts(&r, import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, true)), "2 2 0 0 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation"), 0);
	/* B stands before the A that it links to */
	CHECK_TEXT(counts(&r, import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, false)), "2 2 0 0 0");
	CHECK_TEXT(counts(&r, import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, false)), "2 0 0 2 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM change"), 2);
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "sort=code"), "title"), "Alpha Beta");
	CHECK_TEXT(counts(&r, import(&r, "organisation", "code,name.en,name.zh,kind\nA,Alpha two,,nmi\n",
				     ZHUN_TRANSFER_CSV, false)), "1 0 1 0 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation WHERE code = 'A' AND name_zh IS NULL"
					 " AND kind = 'nmi' AND name_en = 'Alpha two'"), 1);
	unit_register_close(&r);
}

static void a_table_is_filed_twice_without_doubles(void)
{
	unit_store_each(check_tables, true);
}

static void check_parts(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	(void)import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, false);
	CHECK_TEXT(counts(&r, import(&r, "accreditation", "number,body.code,organisation,kind\nL1,A,B,accreditation\n",
				     ZHUN_TRANSFER_CSV, false)), "1 1 0 0 0");
	CHECK_TEXT(counts(&r, import(&r, "capability",
		"organisation;line;accreditation.number;accreditation.body.code;activity;object.en;low;high;high.unit;"
		"uncertainty;uncertainty.k;uncertainty.p;price.minor;price.currency;lead_days\n"
		"B;1;L1;A;calibration;meters;1.50 V;1000;V;12 uV + 3.0 uV/V;2;0.95;12000;CNY;5\n",
		ZHUN_TRANSFER_CSV, false)), "1 1 0 0 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM capability WHERE low = '1.50' AND low_unit = 'V'"
					 " AND high = '1000' AND price_minor = 12000 AND lead_days = 5"
					 " AND uncertainty_k = '2'"), 1);
	unit_register_close(&r);
}

static void links_and_quantities_have_columns(void)
{
	unit_store_each(check_parts, true);
}

static void check_refused(struct unit_store *u)
{
	static const struct { const char *reg, *file, *faults; } cases[] = {
		{"organisation", "code,name.en,kind\nC,Gamma,cinema\nD,Delta,nmi\nE,,nmi,x,y\n",
		 "2 /kind CHOICE_UNKNOWN; 4  ROW_CELLS"},
		{"organisation", "code,name.en,kind,parent\nC,Gamma,nmi,D\nD,Delta,nmi,C\n",
		 "3 /parent/key LINK_UNKNOWN; 2 /parent/key LINK_UNKNOWN"},
		{"organisation_year", "organisation,year,domain,staff\nA,2020,metrology,many\n", "2 staff NUMBER_BAD"},
		{"organisation_year", "organisation,year,domain,staff\nA,2020,metrology,1.5\n", "2 staff FIELD_KIND"},
	};
	static const struct { const char *file, *failure; } whole[] = {
		{"", "TRANSFER_EMPTY "}, {"code,name.en\n", "TRANSFER_EMPTY "},
		{"code,colour\nA,b\n", "COLUMN_UNKNOWN colour"}, {"name.en\nA\n", "COLUMN_MISSING "},
		{"code,name\nA,b\n", "COLUMN_PART name"}, {"code,code\nA,b\n", "COLUMN_TWICE code"},
		{"code,parent.name\nA,b\n", "COLUMN_PART parent.name"}, {"code,Code\nA,b\n", "COLUMN_TWICE Code"},
		{"code\n\"A\n", "CSV_BAD line 2 cell 1"}, {"code\n\xff\n", "CHARSET_UNKNOWN line 2 cell 1"},
	};
	struct unit_register r;

	unit_register_open(&r, u);
	(void)import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, false);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const char *report = import(&r, cases[i].reg, cases[i].file, ZHUN_TRANSFER_CSV, false);

		CHECK_TEXT(faults(&r, report), cases[i].faults);
	}
	for (size_t i = 0; i < ZHUN_COUNT(whole); i++)
		CHECK_TEXT(import(&r, "organisation", whole[i].file, ZHUN_TRANSFER_CSV, false), whole[i].failure);
	/* all or nothing: the good rows beside a bad one are not there either */
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation"), 2);
	unit_register_close(&r);
}

static void a_bad_row_is_told_and_nothing_stays(void)
{
	unit_store_each(check_refused, true);
}

static void check_formulas(struct unit_store *u)
{
	struct unit_register r;
	const char *table;

	unit_register_open(&r, u);
	(void)unit_create(&r, "organisation", "{'code':'=1+1','name':{'en':'@sum, \\'x\\'','zh':'-甲'},'kind':'nmi'}");
	table = export(&r, "organisation", ZHUN_TRANSFER_CSV);
	CHECK(strstr(table, "\r\n'=1+1,\"'@sum, \"\"x\"\"\",'-甲,nmi,") != NULL);
	CHECK_TEXT(counts(&r, import(&r, "organisation", table, ZHUN_TRANSFER_CSV, false)), "1 0 0 1 0");
	/* an apostrophe that was there before stays, one of no formula is none of ours */
	(void)unit_create(&r, "organisation", "{'code':'Q','name':{'en':'\\u0027=1','zh':'\\u0027甲'},'kind':'nmi'}");
	table = export(&r, "organisation", ZHUN_TRANSFER_CSV);
	CHECK(strstr(table, "\r\nQ,''=1,'甲,nmi,") != NULL);
	CHECK_TEXT(counts(&r, import(&r, "organisation", table, ZHUN_TRANSFER_CSV, false)), "2 0 0 2 0");
	unit_register_close(&r);
}

static void no_cell_is_a_formula(void)
{
	unit_store_each(check_formulas, true);
}

/* A number stays one where a number stands; a unit is words. */
static void check_numbers(struct unit_store *u)
{
	struct unit_register r;
	const char *table;

	unit_register_open(&r, u);
	(void)import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, false);
	CHECK_TEXT(counts(&r, import(&r, "capability", "organisation,line,activity,object.en,low,high\n"
				     "B,-1,calibration,meters,-5 V,+7 V\n", ZHUN_TRANSFER_CSV, false)), "1 1 0 0 0");
	table = export(&r, "capability", ZHUN_TRANSFER_CSV);
	CHECK(strstr(table, "B,'-1,") != NULL && strstr(table, ",-5,V,+7,V,") != NULL);
	CHECK_TEXT(counts(&r, import(&r, "capability", table, ZHUN_TRANSFER_CSV, false)), "1 0 0 1 0");
	unit_register_close(&r);
}

static void numbers_stay_numbers(void)
{
	unit_store_each(check_numbers, true);
}

/* Either form tells of the day and the instant asked for, what was removed since included. */
static void check_earlier(struct unit_store *u)
{
	static const enum zhun_transfer_format formats[] = {ZHUN_TRANSFER_CSV, ZHUN_TRANSFER_JSONL};
	struct zhun_param when[] = {{"as_of", "2024-04-30"}, {"known_at", NULL}};
	const struct zhun_params day = {when, 1}, instant = {when + 1, 1}, both = {when, 2};
	struct unit_register r;
	const char *a, *b, *text;

	unit_register_open(&r, u);
	r.write.effective = "2020-01-01";
	a = unit_create(&r, "organisation", "{'code':'OLD','name':{'en':'Elder'},'kind':'nmi'}");
	b = unit_create(&r, "organisation", unit_text(&r, "{'code':'B','name':{'en':'Branch'},'kind':'laboratory',"
						      "'parent':'%s'}", a));
	r.write.effective = "2024-05-01";
	(void)unit_update(&r, "organisation", a, 1, "{'code':'NEW','name':{'en':'Younger'}}");
	r.write.effective = NULL;
	when[1].value = unit_text(&r, "%s", zhun_json_get_string(unit_json(&r, unit_get(&r, "organisation", a, NULL)),
								 "recorded_from"));
	for (size_t i = 0; i < ZHUN_COUNT(formats); i++) {
		text = export_when(&r, "organisation", formats[i], &day);
		CHECK(strstr(text, "Elder") && !strstr(text, "Younger") && !strstr(text, "NEW"));
	}
	CHECK(unit_remove(&r, "organisation", b, 1));
	CHECK(unit_remove(&r, "organisation", a, 2));
	for (size_t i = 0; i < ZHUN_COUNT(formats); i++) {
		text = export_when(&r, "organisation", formats[i], &instant);
		CHECK(strstr(text, "Younger") && strstr(text, "Branch") && !strstr(text, "OLD"));
		text = export_when(&r, "organisation", formats[i], &both);
		CHECK(strstr(text, "Elder") && strstr(text, "Branch") && !strstr(text, "NEW"));
		CHECK(!strstr(export(&r, "organisation", formats[i]), "Branch"));
	}
	unit_register_close(&r);
}

static void an_earlier_day_is_exported(void)
{
	unit_store_each(check_earlier, true);
}

/* 甲 B CAF7 in GB18030: as Chinese spreadsheets save; and bytes that are neither. */
static void check_encodings(struct unit_store *u)
{
	struct unit_register r;
	const char *report;

	unit_register_open(&r, u);
	report = import(&r, "organisation", "code,name.en,name.zh,kind\r\nG,Gamma,\xbc\xd7,nmi\r\n", ZHUN_TRANSFER_CSV,
			false);
	CHECK_TEXT(counts(&r, report), "1 1 0 0 0");
	CHECK_TEXT(zhun_json_get_string(unit_json(&r, report), "encoding"), "GB18030");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation WHERE name_zh = '甲'"), 1);
	report = import(&r, "organisation", organisations, ZHUN_TRANSFER_CSV, true);
	CHECK_TEXT(zhun_json_get_string(unit_json(&r, report), "encoding"), "UTF-8");
	CHECK_TEXT(import(&r, "organisation", "code,name.en\nG,Caf\xe9,\n", ZHUN_TRANSFER_CSV, false),
		   "CHARSET_UNKNOWN line 2 cell 2");
	unit_register_close(&r);
}

static void encodings_are_recognised(void)
{
	unit_store_each(check_encodings, true);
}

/* The chain c0 ← c1 ← c2 …, c0 at the end of the file and the others each after what it links to; or zigzag, from
 * both ends, where no order of reading finds more than one of them at a time. */
static const char *chain(struct unit_register *r, int n, bool zigzag)
{
	struct zhun_text out;
	struct zhun_error err = {0};
	const char *s = "";

	zhun_text_init(&out, r->arena, ROOM);
	zhun_text_add(&out, "scheme,code,name.en,broader.scheme,broader.code\n");
	for (int i = 1; i <= n; i++) {
		int c = !zigzag ? i % n : i <= n / 2 ? 2 * i - 1 : 2 * (n - i);

		zhun_text_add(&out, unit_text(r, c ? "hs,%d,x,hs,%d\n" : "hs,%d,x,,\n", c, c - 1));
	}
	CHECK_CODE(zhun_text_done(&out, &s, &err), ZHUN_OK, &err);
	return s;
}

/* Each row is read a few times, however many wait. */
static void check_chains(struct unit_store *u)
{
	struct unit_register r;
	int before;

	unit_register_open(&r, u);
	before = r.ids;
	CHECK_TEXT(counts(&r, import(&r, "product_category", chain(&r, 200, false), ZHUN_TRANSFER_CSV, true)),
		   "200 200 0 0 0");
	CHECK(r.ids - before < 4 * 200);
	CHECK_TEXT(counts(&r, import(&r, "product_category", chain(&r, 40, true), ZHUN_TRANSFER_CSV, true)),
		   "40 40 0 0 0");
	before = r.ids;
	CHECK(strstr(import(&r, "product_category", chain(&r, 100, true), ZHUN_TRANSFER_CSV, true), "LINK_UNKNOWN"));
	CHECK(r.ids - before < 70 * 100);
	unit_register_close(&r);
}

static void rows_wait_a_few_times(void)
{
	unit_store_each(check_chains, true);
}

/* A hierarchy is none where it comes back to itself, at whatever depth; on import too. */
static void check_hierarchy(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK_TEXT(counts(&r, import(&r, "product_category", "scheme,code,name.en,broader.scheme,broader.code\n"
				     "hs,1,one,,\nhs,2,two,hs,1\nhs,3,three,hs,2\nhs,4,four,hs,3\n",
				     ZHUN_TRANSFER_CSV, false)), "4 4 0 0 0");
	CHECK_TEXT(faults(&r, import(&r, "product_category", "scheme,code,name.en,broader.scheme,broader.code\n"
				     "hs,4,four,hs,2\nhs,2,two,hs,2\nhs,1,one,hs,4\n", ZHUN_TRANSFER_CSV, false)),
		   "3 /broader LINK_CYCLE; 4 /broader LINK_CYCLE");
	CHECK_TEXT(counts(&r, import(&r, "product_category", "scheme,code,name.en,broader.scheme,broader.code\n"
				     "hs,2,two,,\nhs,1,one,hs,4\n", ZHUN_TRANSFER_CSV, false)), "2 0 2 0 0");
	unit_register_close(&r);
}

static void no_hierarchy_is_a_loop(void)
{
	unit_store_each(check_hierarchy, true);
}

/* One bad row among many: it is told, and none of them stays. */
static void check_many(struct unit_store *u)
{
	enum { MANY = 900, BAD = 777 };
	struct unit_register r;
	struct zhun_text t;
	const char *report, *table = "";

	unit_register_open(&r, u);
	zhun_text_init(&t, r.arena, 1 << 20);
	zhun_text_add(&t, "scheme,code,name.en\n");
	for (int i = 1; i <= MANY; i++)
		zhun_text_addf(&t, i == BAD ? "none,%d,x\n" : "hs,%d,x\n", i);
	CHECK_CODE(zhun_text_done(&t, &table, &r.err), ZHUN_OK, &r.err);
	report = import(&r, "product_category", table, ZHUN_TRANSFER_CSV, false);
	CHECK_TEXT(counts(&r, report), "900 899 0 0 1");
	CHECK_TEXT(faults(&r, report), "778 /scheme CHOICE_UNKNOWN");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM product_category"), 0);
	unit_register_close(&r);
}

static void one_bad_row_keeps_all_out(void)
{
	unit_store_each(check_many, true);
}

/* Two standards that name each other, and one that names what nobody knows. */
static void check_circle(struct unit_store *u)
{
	static const char circle[] =
		"{\"number\":\"A\",\"name\":{\"en\":\"A\"},\"kind\":\"guide\",\"state\":\"superseded\",\"relations\":"
		"[{\"kind\":\"replaced_by\",\"number\":\"the new one\",\"standard\":{\"key\":{\"number\":\"B\"}}}]}\n"
		"{\"number\":\"B\",\"name\":{\"en\":\"B\"},\"kind\":\"guide\",\"state\":\"in_force\",\"relations\":"
		"[{\"kind\":\"replaces\",\"number\":\"A\",\"standard\":{\"key\":{\"number\":\"A\"}}}]}\n";
	static const char astray[] =
		"{\"number\":\"C\",\"name\":{\"en\":\"C\"},\"kind\":\"guide\",\"state\":\"in_force\",\"relations\":"
		"[{\"kind\":\"replaces\",\"number\":\"D\",\"standard\":{\"key\":{\"number\":\"D\"}}}]}\n";
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK_TEXT(counts(&r, import(&r, "standard", circle, ZHUN_TRANSFER_JSONL, false)), "2 2 0 0 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM standard_relation WHERE standard IS NOT NULL"), 2);
	CHECK_TEXT(counts(&r, import(&r, "standard", circle, ZHUN_TRANSFER_JSONL, false)), "2 0 0 2 0");
	CHECK_TEXT(faults(&r, import(&r, "standard", astray, ZHUN_TRANSFER_JSONL, false)),
		   "1 /relations/0/standard/key LINK_UNKNOWN");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM standard"), 2);
	unit_register_close(&r);
}

/* What rows state of later ones is linked as they are filed, at revision 1; the one that is called so may come by
 * whichever of its rows makes it. */
static void check_forward(struct unit_store *u)
{
	static const char rows[] =
		"{\"number\":\"B\",\"name\":{\"en\":\"B\"},\"kind\":\"guide\",\"state\":\"in_force\",\"relations\":"
		"[{\"kind\":\"related\",\"number\":\"Z\",\"standard\":{\"key\":{\"number\":\"Z\"}}}]}\n"
		"{\"number\":\"A\",\"name\":{\"en\":\"A\"},\"kind\":\"guide\",\"state\":\"superseded\",\"relations\":"
		"[{\"kind\":\"replaced_by\",\"number\":\"B\"},{\"kind\":\"related\",\"number\":\"A\"},"
		"{\"kind\":\"related\",\"number\":\"Z\"},{\"kind\":\"related\",\"number\":\"nobody\"}]}\n"
		"{\"number\":\"B\",\"name\":{\"en\":\"B\"},\"kind\":\"guide\",\"state\":\"in_force\"}\n"
		"{\"number\":\"Z\",\"name\":{\"en\":\"Z\"},\"kind\":\"guide\",\"state\":\"in_force\",\"relations\":"
		"[{\"kind\":\"replaces\",\"number\":\"A\"}]}\n";
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK_TEXT(counts(&r, import(&r, "standard", rows, ZHUN_TRANSFER_JSONL, false)), "4 3 1 0 0");
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM standard_relation c JOIN standard o ON o.id = c.standard"
				 " WHERE o.number = c.number"), 5);
	CHECK_INT(unit_store_int(r.conn, "SELECT max(rev) FROM standard WHERE number <> 'B'"), 1);
	CHECK_TEXT(counts(&r, import(&r, "standard", rows, ZHUN_TRANSFER_JSONL, true)), "4 0 0 4 0");
	unit_register_close(&r);
}

static void what_comes_later_is_linked_at_once(void)
{
	unit_store_each(check_forward, true);
}

static void records_may_name_each_other(void)
{
	unit_store_each(check_circle, true);
}

/* ---- law: what goes out comes in the same ---- */

struct exported {
	const char *lines[WORLD_REGISTERS], *table[WORLD_REGISTERS];
};

static void export_world(struct unit_register *r, struct exported *e)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		e->lines[i] = strdup(export(r, zhun_registers[i]->name, ZHUN_TRANSFER_JSONL));
		e->table[i] = strdup(export(r, zhun_registers[i]->name, ZHUN_TRANSFER_CSV));
	}
}

/* Registers link to one another, so those that find their links come first; in the end all have. */
static void import_world(struct unit_register *r, const struct exported *e)
{
	bool done[WORLD_REGISTERS] = {0}, moved = true;

	while (moved) {
		moved = false;
		for (size_t i = 0; zhun_registers[i]; i++) {
			if (done[i] || !*e->lines[i])
				continue;
			(void)import(r, zhun_registers[i]->name, e->lines[i], ZHUN_TRANSFER_JSONL, false);
			done[i] = r->code == ZHUN_OK;
			moved = moved || done[i];
		}
	}
	for (size_t i = 0; zhun_registers[i]; i++)
		unit_check(done[i] || !*e->lines[i], __FILE__, __LINE__, "%s: %s", zhun_registers[i]->name,
			   import(r, zhun_registers[i]->name, e->lines[i], ZHUN_TRANSFER_JSONL, false));
}

static void drop(struct exported *e)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		free((char *)(uintptr_t)e->lines[i]);
		free((char *)(uintptr_t)e->table[i]);
	}
}

static void check_law(struct unit_store *u)
{
	struct unit_store other;
	struct unit_register r, s;
	struct unit_world world;
	struct exported stated, out, again;

	unit_register_open(&r, u);
	unit_world_make(&world, &r, 5, 7);
	export_world(&r, &stated);
	import_world(&r, &stated);   /* what the world states by chance is found: it goes out linked */
	export_world(&r, &out);
	CHECK(unit_store_open_migrated(&other, ZHUN_SQLITE));
	unit_register_open(&s, &other);
	import_world(&s, &out);
	export_world(&s, &again);
	for (size_t i = 0; zhun_registers[i]; i++) {
		const char *report = *out.lines[i] ? import(&s, zhun_registers[i]->name, out.lines[i],
							     ZHUN_TRANSFER_JSONL, false) : NULL;

		unit_check(strlen(out.lines[i]) == strlen(again.lines[i]), __FILE__, __LINE__, "%s: %s\nagain\n%s",
			   zhun_registers[i]->name, out.lines[i], again.lines[i]);
		if (report)
			CHECK_TEXT(faults(&s, report), "");
	}
	drop(&stated);
	drop(&out);
	drop(&again);
	unit_register_close(&s);
	unit_store_close(&other);
	unit_register_close(&r);
}

static void what_goes_out_comes_in_the_same(void)
{
	unit_store_each(check_law, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"transfer: a table is filed twice without doubles", a_table_is_filed_twice_without_doubles},
		{"transfer: links and quantities have columns", links_and_quantities_have_columns},
		{"transfer: a bad row is told and nothing stays", a_bad_row_is_told_and_nothing_stays},
		{"transfer: no cell is a formula", no_cell_is_a_formula},
		{"transfer: numbers stay numbers", numbers_stay_numbers},
		{"transfer: an earlier day is exported", an_earlier_day_is_exported},
		{"transfer: encodings are recognised", encodings_are_recognised},
		{"transfer: rows wait a few times", rows_wait_a_few_times},
		{"transfer: no hierarchy is a loop", no_hierarchy_is_a_loop},
		{"transfer: one bad row keeps all out", one_bad_row_keeps_all_out},
		{"transfer: what comes later is linked at once", what_comes_later_is_linked_at_once},
	{"transfer: records may name each other", records_may_name_each_other},
		{"transfer: what goes out comes in the same", what_goes_out_comes_in_the_same},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

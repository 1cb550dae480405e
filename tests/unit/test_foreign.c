/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others publish (foreign_path.c, foreign_map.c, foreign_read.c; foreign/classes.c, foreign/quantities.c,
 * foreign/relaton.c, foreign/standards.c, foreign/sources.c): the declarations, paths, and own small files of each
 * format beside what they become. With ZHUN_WRITE_GOLDEN set the latter are written anew, to be looked at. */
#include "register/foreign.h"

#include <stdlib.h>

#include "unit.h"

#define FIXTURES "tests/fixtures/foreign/"

enum { ROOM = 64 << 20 };

/* ---- the declarations ---- */

static size_t key_parts(const struct zhun_register *reg)
{
	size_t n = 0;

	while (n < ZHUN_REGISTER_NAMES && reg->key[n])
		n++;
	return n;
}

static bool is_choice(const struct zhun_field *f, const char *value)
{
	for (const struct zhun_choice *c = f->choices; c && c->value; c++)
		if (zhun_str_equal(c->value, value))
			return true;
	return false;
}

/* Every word a choice may become is one of its choices. */
static void check_words(const struct zhun_foreign_field *f, const struct zhun_field *as)
{
	if (as->kind != ZHUN_F_CHOICE)
		return;
	if (f->how == ZHUN_FROM_NOTHING)
		CHECK(is_choice(as, f->from));
	for (const struct zhun_foreign_word *w = f->words; w && w->theirs; w++)
		unit_check(is_choice(as, w->ours), __FILE__, __LINE__, "%s: %s", f->field, w->ours);
}

static void check_field(const struct zhun_foreign *s, const struct zhun_foreign_field *f, const struct zhun_field *as)
{
	unit_check(as != NULL, __FILE__, __LINE__, "%s: there is no field %s", s->name, f->field);
	if (!as)
		return;
	CHECK((as->kind == ZHUN_F_TEXTS) == (f->how == ZHUN_FROM_TEXTS));
	CHECK((as->kind == ZHUN_F_INTEGER) == (f->how == ZHUN_FROM_COUNT));
	CHECK(!f->then || f->between);
	CHECK(!f->by_id || s->id);
	check_words(f, as);
	if (as->kind == ZHUN_F_LINK)
		CHECK_INT(key_parts(zhun_register_named(as->link)), f->scheme ? 2 : 1);
}

static const struct zhun_child *child_of(const struct zhun_register *reg, const char *plural)
{
	for (const struct zhun_child *c = reg->children; c && c->name; c++)
		if (zhun_str_equal(c->plural, plural))
			return c;
	return NULL;
}

static void check_source(const struct zhun_foreign *s)
{
	const struct zhun_register *reg = zhun_register_named(s->reg);

	CHECK(reg && zhun_field_named(reg->fields, "origin"));
	CHECK(s->title[0] && s->title[1] && s->publisher && s->address && s->licence && s->suffix);
	CHECK(strlen(s->name) <= 16 && zhun_foreign_named(s->name) == s);
	for (const struct zhun_foreign_field *f = s->fields; reg && f->field; f++) {
		const struct zhun_child *child = f->how == ZHUN_FROM_ROWS ? child_of(reg, f->field) : NULL;

		if (f->how != ZHUN_FROM_ROWS)
			check_field(s, f, zhun_field_named(reg->fields, f->field));
		else
			CHECK(child && f->rows);
		for (const struct zhun_foreign_field *g = child ? f->rows : NULL; g && g->field; g++)
			check_field(s, g, zhun_field_named(child->fields, g->field));
	}
}

static void every_source_fills_fields_that_are_there(void)
{
	for (size_t i = 0; zhun_foreign_sources[i]; i++) {
		check_source(zhun_foreign_sources[i]);
		CHECK(!i || strcmp(zhun_foreign_sources[i - 1]->name, zhun_foreign_sources[i]->name) < 0);
	}
}

/* ---- paths ---- */

static void a_path_leads_through_lists_and_conditions(void)
{
	static const char record[] =
		"{\"a\":\"one\",\"list\":[{\"t\":\"x\",\"v\":1},{\"t\":\"y\",\"v\":\"two\"},{\"v\":true}],"
		"\"deep\":[[{\"l\":[\"en\"],\"c\":\"E\"},{\"l\":[\"fr\",\"de\"],\"c\":\"F\"}]],\"nothing\":null,"
		"\"r\":[{\"role\":[{\"type\":\"publisher\"}],\"n\":\"P\"},"
		"{\"role\":[{\"type\":\"author\"}],\"n\":\"A\"}]}";
	static const struct { const char *path, *texts; } cases[] = {
		{"a", "one"}, {"b", ""}, {"list/t", "x y"}, {"list/v", "1 two true"}, {"list[t=y]/v", "two"},
		{"list[t!=y]/v", "1 true"}, {"list[t=z]/v", ""}, {"deep[l=de]/c", "F"}, {"deep[l=en][c=E]/c", "E"},
		{"deep[l=en][c=F]/c", ""}, {"nothing", ""}, {"nothing|a", "one"}, {"b|list[t=x]/t|a", "x"},
		{"r[role/type=author]/n", "A"}, {"[a=one]/list/t", "x y"}, {"[a!=one]/list/t", ""}, {"a/b", ""},
	};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *json = NULL;
	struct zhun_error err = {0};

	CHECK_CODE(zhun_json_parse(a, record, strlen(record), &json, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		bool failed = false;
		const char *all = "";

		for (const struct zhun_found *f = zhun_foreign_find(a, json, cases[i].path, &failed); f; f = f->next)
			all = zhun_printf(a, "%s%s%s", all, *all ? " " : "", zhun_foreign_text(a, f->value));
		CHECK_TEXT(all, cases[i].texts);
		CHECK(!failed);
	}
	(void)zhun_arena_close(a);
}

/* ---- files ---- */

struct job {
	const char *source;
	struct zhun_foreign_file files[4];
	size_t count;
	struct zhun_foreign_batch batch;
	struct zhun_arena *lasting, *scratch;
};

static enum zhun_code read_job(struct job *j, struct zhun_error *err)
{
	const struct zhun_foreign_read in = {zhun_foreign_named(j->source), j->files, j->count, j->lasting, j->scratch};

	return zhun_foreign_read(&in, &j->batch, err);
}

static void open_job(struct job *j, const char *source)
{
	*j = (struct job){.source = source, .lasting = zhun_arena_open(ROOM), .scratch = zhun_arena_open(ROOM)};
}

static void close_job(struct job *j)
{
	for (size_t i = 0; i < j->count; i++)
		free((char *)(uintptr_t)j->files[i].bytes.ptr);
	(void)zhun_arena_close(j->lasting);
	(void)zhun_arena_close(j->scratch);
}

static void add_text(struct job *j, const char *name, const char *text)
{
	j->files[j->count++] = (struct zhun_foreign_file){name, {(unsigned char *)strdup(text), strlen(text)}};
}

static void add_file(struct job *j, const char *path)
{
	char *text = unit_read_file(path, NULL);

	CHECK(text != NULL);
	if (text)
		j->files[j->count++] = (struct zhun_foreign_file){path, {(unsigned char *)text, strlen(text)}};
}

static void compare(const char *name, const char *lines)
{
	char path[128];

	(void)snprintf(path, sizeof path, FIXTURES "%s.expected.jsonl", name);
	if (getenv("ZHUN_WRITE_GOLDEN")) {
		FILE *f = fopen(path, "w");

		CHECK(f && fputs(lines, f) >= 0 && fclose(f) == 0);
	}
	char *expected = unit_read_file(path, NULL);
	CHECK_TEXT(lines, expected ? expected : "");
	free(expected);
}

static void each_format_becomes_records(void)
{
	static const struct { const char *source, *files[4]; size_t doubled, left_out; } cases[] = {
		{"ics", {FIXTURES "ics.xml"}, 0, 0},
		{"hs", {FIXTURES "hs.csv"}, 0, 0},
		{"iso_committees", {FIXTURES "iso_committees.jsonl"}, 0, 0},
		{"kcdb", {FIXTURES "kcdb.ttl"}, 0, 2},
		/* the same under two names comes once, as the name without ~ has it */
		{"iso", {FIXTURES "standards/a~1.yaml", FIXTURES "standards/a-1.yaml",
			 FIXTURES "standards/b.yaml"}, 1, 0},
		{"gb", {FIXTURES "gb.xml"}, 0, 0},
		{"iso_open_data", {FIXTURES "iso_open_data.jsonl"}, 0, 0},
		{"oiml_instruments", {FIXTURES "oiml_instruments.tsv"}, 0, 0},
	};

	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_error err = {0};
		struct job j;

		open_job(&j, cases[i].source);
		for (size_t n = 0; cases[i].files[n]; n++)
			add_file(&j, cases[i].files[n]);
		CHECK_CODE(read_job(&j, &err), ZHUN_OK, &err);
		compare(cases[i].source, j.batch.lines.ptr ? j.batch.lines.ptr : "");
		CHECK_INT(j.batch.doubled, cases[i].doubled);
		CHECK_INT(j.batch.left_out, cases[i].left_out);
		CHECK_INT(j.batch.fault_count, 0);
		close_job(&j);
	}
}

/* What is wrong with a file or a row is told with its place; the others are read. */
static void faults_are_told_and_the_rest_is_read(void)
{
	static const struct { const char *source, *texts[3], *faults; size_t records; } cases[] = {
		{"iso", {"docid: [{id: A, primary: true}", "docid: [{id: B, primary: true}]"}, "f0 0 YAML_BAD; ", 1},
		{"iso", {"a: &x 1", "b: 1\nb: 2"}, "f0 0 YAML_REFUSED; f1 0 JSON_DUPLICATE; ", 0},
		{"hs", {"hscode,description,parent\n01,A,\n02\n03,C,\n"}, "f0 3 ROW_CELLS; ", 2},
		{"hs", {"hscode,description\n01,\"A\n"}, "f0 2 CSV_BAD; ", 0},
		{"hs", {"\xff\n"}, "f0 0 UTF8_BAD; ", 0},
		{"iso_committees", {"{\"id\":1,\"reference\":\"A\"}\n{]\n{\"id\":2,\"reference\":\"B\"}\n"},
		 "f0 2 JSON_BAD; ", 2},
		{"ics", {"<fields><field>", "<fields><field><identifier>01</identifier></field></fields>"},
		 "f0 0 XML_BAD; ", 1},
		{"kcdb", {"<a> <b> .", ""}, "f0 0 TURTLE_BAD; ", 0},
	};

	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		static const char *const names[] = {"f0", "f1", "f2"};
		struct zhun_error err = {0};
		const char *told = "";
		struct job j;

		open_job(&j, cases[i].source);
		for (size_t n = 0; cases[i].texts[n]; n++)
			add_text(&j, names[n], cases[i].texts[n]);
		CHECK_CODE(read_job(&j, &err), ZHUN_OK, &err);
		for (const struct zhun_foreign_fault *f = j.batch.faults; f; f = f->next)
			told = zhun_printf(j.lasting, "%s%s %u %s; ", told, f->at.file, f->at.line,
					   zhun_error_row(f->error.code)->name);
		CHECK_TEXT(told, cases[i].faults);
		CHECK_INT(j.batch.records, cases[i].records);
		close_job(&j);
	}
}

/* Law: of random rows as many records come as there are codes, the first of each, and the rest are doubles. */
static void codes_come_once(void)
{
	for (unsigned long long seed = 1; seed <= 20; seed++) {
		unsigned long long random = seed;
		size_t rows = (size_t)(unit_random(&random) % 400), codes = 0;
		bool came[60] = {false};
		struct zhun_error err = {0};
		struct zhun_text t;
		struct job j;

		open_job(&j, "hs");
		zhun_text_init(&t, j.lasting, ROOM);
		zhun_text_add(&t, "hscode,description,parent\n");
		for (size_t i = 0; i < rows; i++) {
			size_t code = (size_t)(unit_random(&random) % ZHUN_COUNT(came));

			zhun_text_addf(&t, "%02zu,\"row, %zu\",\n", code, i);
			codes += !came[code];
			came[code] = true;
		}
		add_text(&j, "rows", t.ptr);
		CHECK_CODE(read_job(&j, &err), ZHUN_OK, &err);
		CHECK_INT(j.batch.records, codes);
		CHECK_INT(j.batch.doubled, rows - codes);
		for (size_t i = 0; i < j.batch.records; i++)
			CHECK(!i || j.batch.places[i - 1].line < j.batch.places[i].line);
		close_job(&j);
	}
}

static enum zhun_code read_again(struct zhun_arena *a, void *context)
{
	struct job *j = context;
	const struct zhun_foreign_batch none = {0};
	struct zhun_error err = {0};

	zhun_arena_reset(j->scratch);
	j->batch = none;
	j->lasting = a;
	enum zhun_code code = read_job(j, &err);
	CHECK(!code == (j->batch.records > 0));
	return code;
}

static void reading_survives_faults(void)
{
	static const char *const files[][2] = {
		{"kcdb", FIXTURES "kcdb.ttl"}, {"iso", FIXTURES "standards/a-1.yaml"}, {"gb", FIXTURES "gb.xml"},
	};

	for (size_t i = 0; i < ZHUN_COUNT(files); i++) {
		struct job j;
		struct zhun_arena *mine;

		open_job(&j, files[i][0]);
		mine = j.lasting;
		add_file(&j, files[i][1]);
		unit_fault_loop(read_again, &j);
		j.lasting = mine;
		close_job(&j);
	}
}

/* The same of what each record is made in. */
static enum zhun_code map_again(struct zhun_arena *a, void *context)
{
	struct job *j = context;
	const struct zhun_foreign_map map = {.source = zhun_foreign_named("iso_open_data"), .arena = a};
	static const char line[] = "{\"id\":1,\"reference\":\"R\",\"currentStage\":6060,"
				   "\"icsCode\":[\"01\"],\"replaces\":[2]}";
	const struct zhun_json *foreign = NULL, *record = NULL;
	struct zhun_error err = {0};

	zhun_arena_reset(j->scratch);
	CHECK_CODE(zhun_json_parse(j->scratch, line, strlen(line), &foreign, &err), ZHUN_OK, &err);
	enum zhun_code code = zhun_foreign_record(&map, foreign, &record, &err);
	CHECK(!code == (record != NULL));
	return code;
}

static void mapping_survives_faults(void)
{
	struct job j;

	open_job(&j, "iso_open_data");
	unit_fault_loop(map_again, &j);
	close_job(&j);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"foreign: every source fills fields that are there", every_source_fills_fields_that_are_there},
		{"foreign: a path leads through lists and conditions", a_path_leads_through_lists_and_conditions},
		{"foreign: each format becomes records", each_format_becomes_records},
		{"foreign: faults are told and the rest is read", faults_are_told_and_the_rest_is_read},
		{"foreign: codes come once", codes_come_once},
		{"foreign: reading survives faults", reading_survives_faults},
		{"foreign: mapping survives faults", mapping_survives_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

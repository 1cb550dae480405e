/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "unit.h"
#include "unit_refused.h"

#include "codec/json.h"

enum { ROOM = 16 << 20 };

static enum zhun_code parse(struct zhun_arena *a, const char *s, const struct zhun_json **ret,
			    struct zhun_error *err)
{
	return zhun_json_parse(a, s, strlen(s), ret, err);
}

static void test_values(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, "{\"b\":[1,-2.5,true,false,null,\"\\u6821\\ud83d\\ude00\"],\"a\":{}}", &root, &err),
		   ZHUN_OK, &err);
	CHECK_INT(root->kind, ZHUN_J_OBJECT);
	CHECK_INT(root->count, 2);
	CHECK_TEXT(root->first->name, "b");
	CHECK_TEXT(root->first->next->name, "a");
	const struct zhun_json *e = zhun_json_get(root, "b")->first;
	CHECK(e->kind == ZHUN_J_INT && e->integer == 1 && e->real > 0.99 && !e->name);
	e = e->next;
	CHECK(e->kind == ZHUN_J_REAL && e->real < -2.49 && e->real > -2.51);
	e = e->next;
	CHECK_INT(e->kind, ZHUN_J_TRUE);
	e = e->next;
	CHECK_INT(e->kind, ZHUN_J_FALSE);
	e = e->next;
	CHECK_INT(e->kind, ZHUN_J_NULL);
	e = e->next;
	CHECK_TEXT(e->text, "校😀");
	CHECK(!e->next);
	CHECK(!zhun_json_get(root, "c") && !zhun_json_get(NULL, "c") && !zhun_json_get(e, "c"));
	CHECK(!zhun_json_get_string(root, "b") && !zhun_json_get_string(root, "c"));
	(void)zhun_arena_close(a);
}

static void test_any_root(void)
{
	static const struct { const char *text; enum zhun_json_kind kind; } cases[] = {
		{"null", ZHUN_J_NULL}, {" 7 ", ZHUN_J_INT}, {"\"x\"", ZHUN_J_STRING},
		{"[]", ZHUN_J_ARRAY}, {"\xef\xbb\xbf{}", ZHUN_J_OBJECT}, {"1e2", ZHUN_J_REAL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_json *root = NULL;
		struct zhun_error err = {0};
		if (CHECK_CODE(parse(a, cases[i].text, &root, &err), ZHUN_OK, &err))
			CHECK_INT(root->kind, cases[i].kind);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	static const struct unit_refused cases[] = {
		{"{\"a\":1,\n \"a\":2}", ZHUN_E_JSON_DUPLICATE, "line 2 column 4", "\"a\""},
		{"{\"a\":1", ZHUN_E_JSON_ENDS, "line 1 column 6", ""},
		{"", ZHUN_E_JSON_ENDS, "line 1 column 0", ""},
		{"{} x", ZHUN_E_JSON_TRAILING, "line 1 column 4", "x"},
		{"[1,]", ZHUN_E_JSON_BAD, "line 1 column 4", "]"},
		{"[NaN]", ZHUN_E_JSON_BAD, "line 1 column 4", "NaN"},
		{"['a']", ZHUN_E_JSON_BAD, "line 1 column 2", "'"},
		{"[1e999]", ZHUN_E_NUMBER_RANGE, "line 1 column 6", "1e999"},
		{"[99999999999999999999]", ZHUN_E_NUMBER_RANGE, "line 1 column 21", "99999999999999999999"},
		{"[\"a\\u0000\"]", ZHUN_E_JSON_NUL, "line 1 column 10", "\"a\\u0000\""},
		{"{\"a\\u0000\":1}", ZHUN_E_JSON_NUL, NULL, NULL},
		{"[\"\xff\"]", ZHUN_E_JSON_UTF8, NULL, NULL},
	};
	unit_check_refused(parse, cases, ZHUN_COUNT(cases));
}

/* @a depth arrays in one another, inside a member. */
static char *nested(struct zhun_arena *a, size_t depth)
{
	struct zhun_text t;
	const char *s = NULL;
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "{\"a/b\":[7,");
	for (size_t i = 0; i < depth; i++)
		zhun_text_addc(&t, '[');
	for (size_t i = 0; i < depth; i++)
		zhun_text_addc(&t, ']');
	zhun_text_add(&t, "]}");
	CHECK_CODE(zhun_text_done(&t, &s, NULL), ZHUN_OK, NULL);
	return t.ptr;
}

static void test_depth(void)
{
	static const struct { size_t depth; enum zhun_code code; } cases[] = {
		{ZHUN_JSON_DEPTH - 2, ZHUN_OK}, {ZHUN_JSON_DEPTH - 1, ZHUN_E_JSON_DEEP}, {900000, ZHUN_E_JSON_DEEP},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_json *root = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, nested(a, cases[i].depth), &root, &err), cases[i].code, &err);
		if (i == 1)
			CHECK(zhun_str_starts(err.place, "/a~1b/1/0/0/"));
		(void)zhun_arena_close(a);
	}
}

static void test_size(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(zhun_json_parse(a, "{}", (size_t)ZHUN_JSON_SIZE + 1, &root, &err), ZHUN_E_TOO_LARGE, &err);
	char *many = zhun_alloc(a, ZHUN_JSON_VALUES + 2);
	memset(many, ',', ZHUN_JSON_VALUES + 1);
	many[0] = '[';
	CHECK_CODE(parse(a, many, &root, &err), ZHUN_E_JSON_MANY, &err);
	CHECK(!root);
	(void)zhun_arena_close(a);
}

static const char *written(struct zhun_arena *a, void (*write)(struct zhun_json_writer *w))
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *s = NULL;
	struct zhun_error err = {0};
	zhun_text_init(&t, a, ROOM);
	zhun_json_init(&w, &t);
	write(&w);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	return s;
}

static void write_all(struct zhun_json_writer *w)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "s", "a\"b\\c\n\x01/校\"é\\\x7f");
	zhun_json_member_string(w, "none", NULL);
	zhun_json_member_int(w, "i", INT64_MIN);
	zhun_json_member_array(w, "list");
	zhun_json_real(w, 0.1);
	zhun_json_real(w, HUGE_VAL);
	zhun_json_begin_object(w);
	zhun_json_end_object(w);
	zhun_json_begin_array(w);
	zhun_json_end_array(w);
	zhun_json_bool(w, true);
	zhun_json_raw(w, "{\"raw\":1}");
	zhun_json_stringn(w, "xyz", 2);
	zhun_json_words(w, " one  two ");
	zhun_json_words(w, " ");
	zhun_json_end_array(w);
	zhun_json_member_object(w, "o");
	zhun_json_member_bool(w, "b", false);
	zhun_json_member_null(w, "n");
	zhun_json_member_real(w, "r", -2.5);
	zhun_json_member_raw(w, "w", "[]");
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

static void write_broken_text(struct zhun_json_writer *w)
{
	zhun_json_string(w, "a\xff\xe6\xa0z\xed\xa0\x80");
}

static void test_write(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	CHECK_TEXT(written(a, write_all),
		   "{\"s\":\"a\\\"b\\\\c\\n\\u0001/校\\\"é\\\\\x7f\",\"none\":null,\"i\":-9223372036854775808,"
		   "\"list\":[0.1,null,{},[],true,{\"raw\":1},\"xy\",[\"one\",\"two\"],[]],"
		   "\"o\":{\"b\":false,\"n\":null,\"r\":-2.5,\"w\":[]}}");
	CHECK_TEXT(written(a, write_broken_text),
		   "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
	(void)zhun_arena_close(a);
}

static void test_write_ceiling(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *s = NULL;
	struct zhun_error err = {0};
	zhun_text_init(&t, a, 10);
	zhun_json_init(&w, &t);
	zhun_json_string(&w, "more than ten bytes");
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_E_TOO_LARGE, &err);
	(void)zhun_arena_close(a);
}

/* What is written reads back, and writes the same again. */
static enum zhun_code round_trip(struct zhun_arena *a, void *context)
{
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *s = NULL;
	enum zhun_code code = parse(a, context, &root, &err);
	if (code) {
		CHECK(!root);
		return code;
	}
	zhun_text_init(&t, a, ROOM);
	zhun_json_init(&w, &t);
	zhun_json_value(&w, root);
	code = zhun_text_done(&t, &s, &err);
	if (!code)
		CHECK_TEXT(s, context);
	return code;
}

static char document[] = "{\"a\":[1,-0.5,\"\\u0001 校准\",null,true,false,{\"\":[[],{}]}],\"z\":\"\"}";

static void test_round_trip(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	CHECK_INT(round_trip(a, document), ZHUN_OK);
	(void)zhun_arena_close(a);
}

/* A tree made of the writer's calls is the one that its text would be read as. */
static enum zhun_code through_tree(struct zhun_arena *a, void *context)
{
	const struct zhun_json *root, *made;
	struct zhun_json_writer w;
	struct zhun_json_tree tree;
	struct zhun_text t;
	struct zhun_error err;
	const char *s;
	enum zhun_code code = zhun_json_parse(a, context, strlen(context), &root, &err);
	if (code)
		return code;
	zhun_json_init_tree(&w, &tree, a);
	zhun_json_value(&w, root);
	if ((code = zhun_json_tree_done(&tree, &made, &err)) != ZHUN_OK)
		return code;
	CHECK_INT(made->count, root->count);
	zhun_text_init(&t, a, ROOM);
	zhun_json_init(&w, &t);
	zhun_json_value(&w, made);
	code = zhun_text_done(&t, &s, &err);
	if (!code)
		CHECK_TEXT(s, context);
	return code;
}

static void test_tree(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *made = NULL;
	struct zhun_json_writer w;
	struct zhun_json_tree tree;
	struct zhun_error err;
	CHECK_INT(through_tree(a, document), ZHUN_OK);
	zhun_json_init_tree(&w, &tree, a);
	zhun_json_stringn(&w, "a\xff" "b\xe6\xa0", 5);
	CHECK_CODE(zhun_json_tree_done(&tree, &made, &err), ZHUN_OK, &err);
	CHECK_TEXT(made->text, "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd");
	zhun_json_init_tree(&w, &tree, a);
	zhun_json_real(&w, (double)INFINITY);
	CHECK_CODE(zhun_json_tree_done(&tree, &made, &err), ZHUN_OK, &err);
	CHECK_INT(made->kind, ZHUN_J_NULL);
	zhun_json_init_tree(&w, &tree, a);
	for (int i = 0; i <= ZHUN_JSON_DEPTH; i++)
		zhun_json_begin_array(&w);
	CHECK_CODE(zhun_json_tree_done(&tree, &made, &err), ZHUN_E_JSON_DEEP, &err);
	(void)zhun_arena_close(a);
}

static void test_faults(void)
{
	unit_fault_loop(round_trip, document);
	unit_fault_loop(through_tree, document);
}

static const struct unit_test tests[] = {
	{"values of every kind, in order", test_values},
	{"any value may stand alone", test_any_root},
	{"what is refused, with its place", test_refused},
	{"nesting has a ceiling", test_depth},
	{"size and number of values have ceilings", test_size},
	{"the writer's commas and escapes", test_write},
	{"the writer stops at its text's ceiling", test_write_ceiling},
	{"reading and writing agree", test_round_trip},
	{"a tree is what its text is read as", test_tree},
	{"json without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

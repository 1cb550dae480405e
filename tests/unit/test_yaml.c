/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"
#include "unit_refused.h"

#include "codec/yaml.h"

enum { ROOM = 16 << 20 };

static enum zhun_code parse(struct zhun_arena *a, const char *s, const struct zhun_json **ret,
			    struct zhun_error *err)
{
	return zhun_yaml_parse(a, s, strlen(s), ret, err);
}

static const char budget[] = "# a comment\n"
			     "title: 量块\n"
			     "inputs:\n"
			     "  l_s: {value: 50.000 623 mm, k: 3.0, dof: 18}\n"
			     "  d:\n"
			     "    readings: [1.50, 1.51,\n"
			     "      '1.52']\n"
			     "    note: \"no\"\n"
			     "    on: no\n"
			     "    gone:\n"
			     "    text: |\n"
			     "      two\n"
			     "      lines\n";

static void test_tree(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, budget, &root, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(root, "title"), "量块");
	const struct zhun_json *inputs = zhun_json_get(root, "inputs");
	const struct zhun_json *ls = zhun_json_get(inputs, "l_s"), *d = zhun_json_get(inputs, "d");
	CHECK_INT(inputs->count, 2);
	CHECK_TEXT(zhun_json_get_string(ls, "value"), "50.000 623 mm");
	CHECK_TEXT(zhun_json_get_string(ls, "k"), "3.0");
	CHECK_INT(zhun_json_get(ls, "dof")->line, 4);
	CHECK_INT(zhun_json_get(ls, "dof")->column, 44);
	const struct zhun_json *third = zhun_json_get(d, "readings")->first->next->next;
	CHECK_TEXT(third->text, "1.52");
	CHECK_INT(third->line, 7);
	CHECK_INT(third->column, 8);
	CHECK_TEXT(zhun_json_get_string(d, "note"), "no");
	CHECK_TEXT(zhun_json_get_string(d, "on"), "no");
	CHECK_INT(zhun_json_get(d, "gone")->kind, ZHUN_J_NULL);
	CHECK_TEXT(zhun_json_get_string(d, "text"), "two\nlines\n");
	CHECK_INT(zhun_json_get(d, "text")->column, 0);
	(void)zhun_arena_close(a);
}

static void test_pointer(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	char out[64], small[12];
	CHECK_CODE(parse(a, "a/b: {c~: [1, 2]}\nlong: {name of a member: 1}\n", &root, &err), ZHUN_OK, &err);
	const struct zhun_json *two = root->first->first->first->next;
	CHECK_INT(zhun_json_pointer(root, two, out, sizeof out), strlen("/a~1b/c~0/1"));
	CHECK_TEXT(out, "/a~1b/c~0/1");
	CHECK_INT(zhun_json_pointer(root, root, out, sizeof out), 0);
	CHECK_INT(zhun_json_pointer(two, root, out, sizeof out), 0);
	CHECK(zhun_json_pointer(root, root->first->next->first, small, sizeof small) < sizeof small);
	CHECK(zhun_str_starts(small, "/long"));
	(void)zhun_arena_close(a);
}

static void test_plain_ends(void)
{
	static const struct {
		const char *text;
		enum zhun_json_kind kind;
	} cases[] = {
		{"", ZHUN_J_NULL},
		{"# only a comment\n", ZHUN_J_NULL},
		{"~", ZHUN_J_NULL},
		{"null", ZHUN_J_NULL},
		{"'null'", ZHUN_J_STRING},
		{"1e3", ZHUN_J_STRING},
		{"[]", ZHUN_J_ARRAY},
		{"{\"a\":1}", ZHUN_J_OBJECT},
		{"--- a\n...\n", ZHUN_J_STRING},
		{"\xef\xbb\xbf{}", ZHUN_J_OBJECT},
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
		{"a: 1\nb: 2\na: 3\n", ZHUN_E_JSON_DUPLICATE, "line 3 column 1", "a"},
		{"a: &x 1\n", ZHUN_E_YAML_REFUSED, "line 1 column 4", NULL},
		{"a: &x {b: 1}\n", ZHUN_E_YAML_REFUSED, "line 1 column 4", NULL},
		{"a: *x\n", ZHUN_E_YAML_REFUSED, "line 1 column 4", "x"},
		{"a: !!str 1\n", ZHUN_E_YAML_REFUSED, "line 1 column 4", NULL},
		{"a: !x [1]\n", ZHUN_E_YAML_REFUSED, "line 1 column 4", NULL},
		{"a:\n  <<: {b: 1}\n", ZHUN_E_YAML_REFUSED, "line 2 column 3", "<<"},
		{"a: 1\n---\nb: 2\n", ZHUN_E_YAML_DOCUMENTS, "line 2 column 1", NULL},
		{"{[1]: 2}\n", ZHUN_E_YAML_KEY, "line 1 column 2", NULL},
		{"a: [1, 2\nb: 3\n", ZHUN_E_YAML_BAD, NULL, NULL},
		{"a: 'x\n", ZHUN_E_YAML_BAD, NULL, NULL},
		{"量: b: c\n", ZHUN_E_YAML_BAD, "line 1 column 5", ": c"},
		{"a:\n\t- 1\n", ZHUN_E_YAML_BAD, NULL, NULL},
		{"a: \"\\0\"\n", ZHUN_E_JSON_NUL, "line 1 column 4", NULL},
		{"a: \xff\n", ZHUN_E_JSON_UTF8, NULL, NULL},
	};
	unit_check_refused(parse, cases, ZHUN_COUNT(cases));
}

static char *repeated(struct zhun_arena *a, const char *piece, size_t times)
{
	size_t n = strlen(piece);
	char *s = zhun_alloc(a, n * times + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(s + i * n, piece, n);
	return s;
}

static void test_ceilings(void)
{
	static const struct {
		const char *piece;
		size_t times;
		enum zhun_code code;
	} cases[] = {
		{"[", ZHUN_JSON_DEPTH + 1, ZHUN_E_JSON_DEEP},
		{"[", 900000, ZHUN_E_JSON_DEEP},
		{"- ", 400000, ZHUN_E_JSON_DEEP},
		{"- a\n", ZHUN_YAML_VALUES + 1, ZHUN_E_JSON_MANY},
		{"- a\n", (1 << 18) + 1, ZHUN_E_TOO_LARGE},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(64 << 20);
		const struct zhun_json *root = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, repeated(a, cases[i].piece, cases[i].times), &root, &err), cases[i].code,
			   &err);
		(void)zhun_arena_close(a);
	}
}

static void test_members(void)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_json *root = NULL;
	struct zhun_error err = {0};
	struct zhun_text t;
	zhun_text_init(&t, a, ZHUN_YAML_SIZE);
	for (int i = 0; i <= ZHUN_YAML_MEMBERS; i++)
		zhun_text_addf(&t, "k%d: 1\n", i);
	CHECK_CODE(zhun_yaml_parse(a, t.ptr, t.len, &root, &err), ZHUN_E_JSON_MANY, &err);
	(void)zhun_arena_close(a);
}

static enum zhun_code parse_again(struct zhun_arena *a, void *context)
{
	const struct zhun_json *root = NULL;
	struct zhun_error err;
	enum zhun_code code = parse(a, context, &root, &err);
	CHECK(!code == (root != NULL));
	return code;
}

static void test_faults(void)
{
	char text[sizeof budget];
	memcpy(text, budget, sizeof budget);
	unit_fault_loop(parse_again, text);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"every scalar stays text, and knows its place", test_tree},
		{"a value's JSON Pointer", test_pointer},
		{"any value may stand alone", test_plain_ends},
		{"what is refused, with its place", test_refused},
		{"size, depth and number of values have ceilings", test_ceilings},
		{"an object has a ceiling on members", test_members},
		{"yaml without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "codec/turtle.h"

enum { ROOM = 64 << 20 };

static const struct zhun_turtle_prefix prefixes[] = {
	{"foaf", "http://xmlns.com/foaf/0.1/"}, {"ex", "http://example.org/"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}, {0},
};

static enum zhun_code parse(struct zhun_arena *a, const char *s, const struct zhun_json **ret, struct zhun_error *err)
{
	return zhun_turtle_parse(a, prefixes, s, strlen(s), ret, err);
}

/* After RDF 1.1 Turtle, §1 and §2.4 to §2.7: a base, both ways of prefixes, lists of predicates and
 * objects, languages, types, nodes without a name. */
static const char friends[] =
	"@base <http://example.org/> .\n"
	"PREFIX p: <http://xmlns.com/foaf/0.1/>\n"
	"@prefix x: <http://elsewhere.example/> .\n"
	"<#goblin> a p:Person ; p:name \"Goblin\", \"小妖\"@zh ; # enemy ]]]]\n"
	"  p:age 7 ; p:knows [ p:name \"Spider\"@en-GB ; p:knows [ p:name '''a [ b''' ] ] , <#spider> .\n"
	"x:other p:knows _:b . _:b p:name \"B\" .\n"
	"x:third p:knows _:b .\n"
	"<#goblin> p:mbox <mailto:g@example.org> .\n";

static const char *text_at(const struct zhun_json *values, size_t n, const char *name)
{
	const struct zhun_json *v = values ? values->first : NULL;
	while (v && n--)
		v = v->next;
	const char *text = zhun_json_get_string(v, name);
	return text ? text : "-";
}

static void test_tree(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *all = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, friends, &all, &err), ZHUN_OK, &err);
	CHECK_INT(all->count, 3);
	const struct zhun_json *goblin = all->first, *knows = zhun_json_get(goblin, "foaf:knows");
	CHECK_TEXT(zhun_json_get_string(goblin, "@id"), "ex:#goblin");
	CHECK_INT(goblin->count, 6);
	CHECK_TEXT(text_at(zhun_json_get(goblin, "rdf:type"), 0, "@id"), "foaf:Person");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:name"), 0, "@value"), "Goblin");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:name"), 0, "@language"), "-");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:name"), 1, "@value"), "小妖");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:name"), 1, "@language"), "zh");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:age"), 0, "@value"), "7");
	CHECK_TEXT(text_at(zhun_json_get(goblin, "foaf:mbox"), 0, "@id"), "mailto:g@example.org");
	CHECK_INT(knows->count, 2);
	CHECK_TEXT(text_at(knows, 1, "@id"), "ex:#spider");
	const struct zhun_json *inner = zhun_json_get(knows->first, "foaf:knows");
	CHECK_TEXT(text_at(zhun_json_get(knows->first, "foaf:name"), 0, "@language"), "en-GB");
	CHECK_TEXT(text_at(zhun_json_get(inner->first, "foaf:name"), 0, "@value"), "a [ b");
	/* a node without a name stands once */
	const struct zhun_json *other = goblin->next, *third = other->next;
	CHECK_TEXT(zhun_json_get_string(other, "@id"), "http://elsewhere.example/other");
	CHECK_TEXT(text_at(zhun_json_get(zhun_json_get(other, "foaf:knows")->first, "foaf:name"), 0, "@value"), "B");
	CHECK(!zhun_json_get(zhun_json_get(third, "foaf:knows")->first, "foaf:name"));
	(void)zhun_arena_close(a);
}

static void test_ends(void)
{
	static const char *const cases[] = {"", "# nothing\n", "@prefix a: <http://a.example/> .",
					    "_:a <http://a.example/p> _:a ."};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_json *all = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, cases[i], &all, &err), ZHUN_OK, &err);
		CHECK(all != NULL);
		CHECK_INT(all->kind, ZHUN_J_ARRAY);
		CHECK_INT(all->count, 0);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	static const struct { const char *text, *place; enum zhun_code code; } cases[] = {
		{"<http://a> <http://b> .", "line 1 column 24", ZHUN_E_TURTLE_BAD},
		{"<http://a> <http://b> \"c\n\" .", "line 1 column 25", ZHUN_E_TURTLE_BAD},
		{"\n\nno:prefix a <http://c> .", "", ZHUN_E_TURTLE_BAD},
		{"<http://a> <http://b> [", "line 1 column 24", ZHUN_E_TURTLE_BAD},
		{"<html>", "line 1 column 7", ZHUN_E_TURTLE_BAD},
		{"<http://a> <http://b> \"\xff\" .", "", ZHUN_E_UTF8_BAD},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_json *all = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, cases[i].text, &all, &err), cases[i].code, &err);
		CHECK_TEXT(err.place, cases[i].place);
		CHECK(!all);
		(void)zhun_arena_close(a);
	}
}

static const char *repeated(struct zhun_arena *a, const char *before, const char *piece, size_t times,
			    const char *behind)
{
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, before);
	while (times--)
		zhun_text_add(&t, piece);
	zhun_text_add(&t, behind);
	CHECK(!zhun_text_done(&t, &text, NULL));
	return text;
}

/* Brackets in strings, addresses and comments are none; those behind them are. */
static void test_depth(void)
{
	static const struct { const char *before, *piece; size_t times; const char *behind; enum zhun_code code; }
	cases[] = {
		{"<s:s> <p:p> ", "[ <p:p> ", ZHUN_JSON_DEPTH + 1, "", ZHUN_E_JSON_DEEP},
		{"<s:s> <p:p> ", "[ <p:p> \"]\", '''')]''', <x:]> ; # ]\\\n <p:p> ", ZHUN_JSON_DEPTH + 1, "",
		 ZHUN_E_JSON_DEEP},
		{"<s:s> <p:p> ", "(", 5000000, "", ZHUN_E_JSON_DEEP},
		{"<s:s> <p:p> \"", "[", 1000, "\" .", ZHUN_OK},
		{"#", "[", 1000, "\n<s:s> <p:p> <o:o> .", ZHUN_OK},
		{"<s:s> <p:p> \"\"\"\\\"", "\"\" [", 1000, "\\\"\"\"\" .", ZHUN_OK},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open((size_t)128 << 20);
		const struct zhun_json *all = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, repeated(a, cases[i].before, cases[i].piece, cases[i].times, cases[i].behind),
				 &all, &err), cases[i].code, &err);
		(void)zhun_arena_close(a);
	}
}

/* A chain of named nodes, and one that leads back to where it began. */
static void test_chains(void)
{
	for (int deep = 0; deep < 2; deep++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_json *all = NULL;
		struct zhun_error err = {0};
		struct zhun_text t;
		int n = deep ? ZHUN_JSON_DEPTH : 3;
		zhun_text_init(&t, a, ROOM);
		zhun_text_add(&t, "<s:s> <p:p> _:a0 .\n");
		for (int i = 0; i < n; i++)
			zhun_text_addf(&t, "_:a%d <p:p> _:a%d .\n", i, (i + 1) % n);
		CHECK_CODE(parse(a, t.ptr, &all, &err), deep ? ZHUN_E_JSON_DEEP : ZHUN_OK, &err);
		CHECK(deep || all->count == 1);
		(void)zhun_arena_close(a);
	}
}

/* Law: every statement is one value of one subject, in the order written. */
static void test_random(void)
{
	for (unsigned long long seed = 1; seed <= 50; seed++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		unsigned long long random = seed;
		const struct zhun_json *all = NULL;
		struct zhun_error err = {0};
		struct zhun_text t;
		size_t said = 0, n = (size_t)(unit_random(&random) % 300);
		zhun_text_init(&t, a, ROOM);
		zhun_text_add(&t, "\n");
		for (size_t i = 0; i < n; i++)
			zhun_text_addf(&t, "<s:%d> <p:%d> \"%04zu\" .\n", (int)(unit_random(&random) % 20),
				       (int)(unit_random(&random) % 5), i);
		CHECK_CODE(parse(a, t.ptr, &all, &err), ZHUN_OK, &err);
		for (const struct zhun_json *s = all->first; s; s = s->next)
			for (const struct zhun_json *p = s->first->next; p; p = p->next) {
				const char *last = "";
				for (const struct zhun_json *v = p->first; v; v = v->next, said++) {
					const char *text = zhun_json_get_string(v, "@value");
					CHECK(strcmp(last, text) < 0);
					last = text;
				}
			}
		CHECK_INT(said, n);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code parse_again(struct zhun_arena *a, void *context)
{
	const struct zhun_json *all = NULL;
	struct zhun_error err;
	enum zhun_code code = parse(a, context, &all, &err);
	CHECK(!code == (all != NULL));
	return code;
}

static void test_faults(void)
{
	char text[sizeof friends];
	memcpy(text, friends, sizeof friends);
	unit_fault_loop(parse_again, text);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"subjects with their values in the order of the text", test_tree},
		{"a text may say nothing", test_ends},
		{"what is refused, with its place", test_refused},
		{"brackets have a ceiling, strings and comments none", test_depth},
		{"chains have a ceiling, circles an end", test_chains},
		{"each statement is a value", test_random},
		{"turtle without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

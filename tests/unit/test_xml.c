/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of XML and what is refused. Covers codec/xml.c and codec/libxml2.c. */
#include "unit.h"

#include "codec/xml.h"
#include "codec/xml_tree.h"
#include "zhun/base/text.h"

enum { ROOM = 64 << 20 };

static enum zhun_code parse(struct zhun_arena *a, const char *s, const struct zhun_xml **ret, struct zhun_error *err)
{
	return zhun_xml_parse(a, s, strlen(s), ret, err);
}

static const char document[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!-- a comment --><?pi x?>\n"
	"<d:root xmlns:d=\"urn:d\" xmlns=\"urn:e\" a=\"1 &lt; &#x6821;\" d:b=\"2\">\n"
	"  <item id=\"x\">one<![CDATA[ <two> ]]>&amp; three</item>\n"
	"  <d:item/>\n"
	"  <item>\n    <deep>  kept </deep>\n  </item>\n"
	"  <plain xmlns=\"\"/>\n"
	"</d:root>\n";

static void test_tree(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, document, &root, &err), ZHUN_OK, &err);
	CHECK_TEXT(root->name, "root");
	CHECK_TEXT(root->space, "urn:d");
	CHECK_TEXT(root->text, "");
	CHECK_INT(root->count, 4);
	CHECK_TEXT(zhun_xml_attribute(root, "a"), "1 < 校");
	CHECK(!zhun_xml_attribute(root, "b"));
	CHECK_TEXT(root->attributes->next->space, "urn:d");
	const struct zhun_xml *item = zhun_xml_child(root, NULL, "item");
	CHECK_TEXT(item->text, "one <two> & three");
	CHECK_TEXT(item->space, "urn:e");
	CHECK_INT(item->line, 4);
	const struct zhun_xml *second = zhun_xml_again(item);
	CHECK_TEXT(second->text, "");
	CHECK_TEXT(second->first->text, "  kept ");
	CHECK(second->first->parent == second && second->parent == root && !root->parent);
	CHECK(!zhun_xml_again(second));
	CHECK_TEXT(zhun_xml_child(root, "urn:d", "item")->text, "");
	CHECK(!zhun_xml_child(root, "urn:x", "item") && !zhun_xml_child(NULL, NULL, "item"));
	CHECK_TEXT(zhun_xml_child(root, "", "plain")->space, "");
	(void)zhun_arena_close(a);
}

static void test_place(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	char place[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, document, &root, &err), ZHUN_OK, &err);
	zhun_xml_place(root, place);
	CHECK_TEXT(place, "line 3, root");
	zhun_xml_place(zhun_xml_again(root->first)->first, place);
	CHECK_TEXT(place, "line 7, item[2]/deep");
	zhun_xml_place(root->first->next, place);
	CHECK_TEXT(place, "line 5, item");
	(void)zhun_arena_close(a);
}

static void test_long_place(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	struct zhun_text t;
	const char *s = NULL;
	char place[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_error err = {0};
	zhun_text_init(&t, a, ROOM);
	for (int i = 0; i < 40; i++)
		zhun_text_addf(&t, "<element%d>", i);
	for (int i = 39; i >= 0; i--)
		zhun_text_addf(&t, "</element%d>", i);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(parse(a, s, &root, &err), ZHUN_OK, &err);
	while (root->first)
		root = root->first;
	zhun_xml_place(root, place);
	CHECK(zhun_str_starts(place, "line 1, …/element"));
	CHECK(zhun_str_ends(place, "/element38/element39"));
	(void)zhun_arena_close(a);
}

static void test_refused(void)
{
	static const struct { const char *xml; enum zhun_code code; const char *place, *word; } cases[] = {
		{"", ZHUN_E_XML_BAD, NULL, NULL},
		{"<a>", ZHUN_E_XML_BAD, NULL, NULL},
		{"<a>\n<b>\n</a>", ZHUN_E_XML_BAD, "line 3 column 5",
		 "Opening and ending tag mismatch: b line 2 and a"},
		{"<a/><b/>", ZHUN_E_XML_BAD, NULL, "Extra content at the end of the document"},
		{"<a b='1' b='2'/>", ZHUN_E_XML_BAD, NULL, "Attribute b redefined"},
		{"<p:a/>", ZHUN_E_XML_BAD, NULL, "Namespace prefix p on a is not defined"},
		{"<a>&nothing;</a>", ZHUN_E_XML_BAD, "line 1 column 13", "Entity 'nothing' not defined"},
		{"<a>\x01</a>", ZHUN_E_XML_BAD, NULL, NULL},
		{"<!DOCTYPE a><a/>", ZHUN_E_XML_DOCTYPE, NULL, "a"},
		{"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", ZHUN_E_XML_DOCTYPE, NULL, "a"},
		{"<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", ZHUN_E_XML_DOCTYPE, NULL, "a"},
		{"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", ZHUN_E_XML_DOCTYPE, NULL, "a"},
		{"<!DOCTYPE l [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;\">]><l>&c;</l>",
		 ZHUN_E_XML_DOCTYPE, NULL, "l"},
		{"<?xml version=\"1.0\" encoding=\"x-none\"?><a/>", ZHUN_E_XML_ENCODING, NULL, NULL},
		{"<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\xe4\xfc</a>", ZHUN_E_XML_ENCODING,
		 "line 1 column 42", NULL},
		{"{\"a\":1}", ZHUN_E_XML_BAD, NULL, NULL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_xml *root = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, cases[i].xml, &root, &err), cases[i].code, &err);
		CHECK(!root && zhun_str_starts(err.place, "line "));
		if (cases[i].place)
			CHECK_TEXT(err.place, cases[i].place);
		if (cases[i].word)
			CHECK_TEXT(err.arg[0], cases[i].word);
		(void)zhun_arena_close(a);
	}
}

static void check_text(const char *s, size_t n, const char *want)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	struct zhun_error err = {0};
	if (CHECK_CODE(zhun_xml_parse(a, s, n, &root, &err), ZHUN_OK, &err))
		CHECK_TEXT(root->text, want);
	(void)zhun_arena_close(a);
}

static void test_encodings(void)
{
	static const char latin[] = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>gr\xfc\xdf</a>";
	static const char gb[] = "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xd0\xa3\xd7\xbc</a>";
	static const char marked[] = "\xef\xbb\xbf<a>校准</a>";
	char wide[256] = "\xff\xfe";
	size_t n = 2;
	for (const char *c = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>m</a>"; *c; c++) {
		wide[n++] = *c;
		wide[n++] = '\0';
	}
	check_text(latin, strlen(latin), "grüß");
	check_text(gb, strlen(gb), "校准");
	check_text(marked, strlen(marked), "校准");
	check_text(wide, n, "m");
}

/* @a count times @a open inside <r>, closed by as many @a close. */
static enum zhun_code parse_many(struct zhun_arena *a, const char *open, const char *close, size_t count,
				 struct zhun_error *err)
{
	struct zhun_text t;
	const struct zhun_xml *root = NULL;
	const char *s = NULL;
	enum zhun_code code;
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "<r>");
	for (size_t i = 0; i < count; i++)
		zhun_text_add(&t, open);
	for (size_t i = 0; *close && i < count; i++)
		zhun_text_add(&t, close);
	zhun_text_add(&t, "</r>");
	code = zhun_text_done(&t, &s, err);
	CHECK(!code);
	return code ? code : zhun_xml_parse(a, s, t.len, &root, err);
}

static void test_ceilings(void)
{
	static const struct { const char *open, *close; size_t count; enum zhun_code code; } cases[] = {
		{"<a>", "</a>", ZHUN_XML_DEPTH - 1, ZHUN_OK},
		{"<a>", "</a>", ZHUN_XML_DEPTH, ZHUN_E_XML_DEEP},
		{"<a>", "</a>", 3000000, ZHUN_E_XML_DEEP},
		{"<a/>", "", ZHUN_XML_ELEMENTS, ZHUN_E_XML_MANY},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open((size_t)1 << 30);
		struct zhun_error err = {0};
		CHECK_CODE(parse_many(a, cases[i].open, cases[i].close, cases[i].count, &err), cases[i].code, &err);
		(void)zhun_arena_close(a);
	}
}

/* One tag with @a count attributes or namespaces, named by @a format. */
static void check_wide_tag(const char *format, int count, enum zhun_code want)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_xml *root = NULL;
	const char *s = NULL;
	struct zhun_error err = {0};
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "<r");
	for (int i = 0; i < count; i++) {
		zhun_text_add(&t, format);
		zhun_text_addf(&t, "%d='x'", i);
	}
	zhun_text_add(&t, "/>");
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_xml_parse(a, s, t.len, &root, &err), want, &err);
	(void)zhun_arena_close(a);
}

static void test_wide_tags(void)
{
	check_wide_tag(" a", ZHUN_XML_ATTRIBUTES, ZHUN_OK);
	check_wide_tag(" a", ZHUN_XML_ATTRIBUTES + 1, ZHUN_E_XML_ATTRIBUTES);
	check_wide_tag(" xmlns:n", ZHUN_XML_NAMESPACES, ZHUN_OK);
	check_wide_tag(" xmlns:n", ZHUN_XML_NAMESPACES + 1, ZHUN_E_XML_ATTRIBUTES);
	check_wide_tag(" a", 1000000, ZHUN_E_XML_TAG);
}

static void test_size(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(zhun_xml_parse(a, "<a/>", (size_t)ZHUN_XML_SIZE + 1, &root, &err), ZHUN_E_TOO_LARGE, &err);
	(void)zhun_arena_close(a);
}

/* A text longer than a piece, and characters that two pieces share. */
static void test_long_text(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_xml *root = NULL;
	const char *s = NULL;
	struct zhun_error err = {0};
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "<a>");
	for (int i = 0; i < 100000; i++)
		zhun_text_add(&t, "校");
	zhun_text_add(&t, "</a>");
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	if (CHECK_CODE(zhun_xml_parse(a, s, t.len, &root, &err), ZHUN_OK, &err))
		CHECK(strlen(root->text) == 300000 && memcmp(root->text, s + 3, 300000) == 0);
	(void)zhun_arena_close(a);
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	const struct zhun_xml *root = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = parse(a, context, &root, &err);
	CHECK(code ? !root : root->count == 4);
	return code;
}

static void test_faults(void)
{
	static char copy[sizeof document];
	memcpy(copy, document, sizeof document);
	unit_fault_loop(read_context, copy);
}

static const char tree_text[] =
	"<r xmlns:x=\"urn:x\"><a x:lang=\"en\" n=\"1\">one</a><b> <c/> </b><a>two<!-- no --></a><x:a>three</x:a></r>";

/* The tree of an element is what JSON of the same would be read into. */
static void test_tree_of_json(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	const struct zhun_json *tree = NULL, *ones;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, tree_text, &root, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_xml_tree(a, root, &tree, &err), ZHUN_OK, &err);
	CHECK_INT(tree->count, 2);
	ones = zhun_json_get(tree, "a");
	CHECK_INT(ones->count, 3);
	CHECK_TEXT(zhun_json_get_string(ones->first, "@lang"), "en");
	CHECK_TEXT(zhun_json_get_string(ones->first, "@n"), "1");
	CHECK_TEXT(zhun_json_get_string(ones->first, "#text"), "one");
	CHECK_TEXT(zhun_json_get_string(ones->first->next->next, "#text"), "three");
	CHECK(!zhun_json_get(zhun_json_get(tree, "b")->first, "#text"));
	CHECK_INT(zhun_json_get(zhun_json_get(tree, "b")->first, "c")->count, 1);
	(void)zhun_arena_close(a);
}

static enum zhun_code tree_again(struct zhun_arena *a, void *context)
{
	const struct zhun_json *tree = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = zhun_xml_tree(a, context, &tree, &err);
	CHECK(!code == (tree != NULL));
	return code;
}

static void test_tree_faults(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_xml *root = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(parse(a, tree_text, &root, &err), ZHUN_OK, &err);
	unit_fault_loop(tree_again, (void *)(uintptr_t)root);
	(void)zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"elements, attributes, text, lines", test_tree},
	{"places", test_place},
	{"a long place keeps its end", test_long_place},
	{"what is refused, with its place", test_refused},
	{"encodings", test_encodings},
	{"depth and number have ceilings", test_ceilings},
	{"tags have a ceiling", test_wide_tags},
	{"size has a ceiling", test_size},
	{"text across pieces", test_long_text},
	{"xml without memory", test_faults},
	{"elements as the tree of JSON", test_tree_of_json},
	{"that tree without memory", test_tree_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service/demo.c, service/demo_draw.c, service/demo_record.c, service/demo_dcc.c: the demonstration
 * world before it reaches a database. */
#include "codec/json.h"
#include "service/demo_draw.h"
#include "unit.h"
#include "zhun/attest/certificate.h"

extern const char zhun_demo_world[];

enum { LOOKED_AT = 400, UPPER_MOST = 32 };

static struct zhun_demo_certificate upper[UPPER_MOST];

static struct zhun_demo_certificate drawn(uint64_t seed, size_t index)
{
	struct zhun_demo_certificate c;
	zhun_demo_draw(seed, index, upper, &c);
	if (index < zhun_demo_upper())
		upper[index] = c;
	return c;
}

static void the_same_seed_draws_the_same(void)
{
	for (size_t i = 0; i < LOOKED_AT; i++) {
		struct zhun_demo_certificate a = drawn(7, i), b = drawn(7, i);
		if (!CHECK(zhun_str_equal(a.id, b.id) && zhun_str_equal(a.points[4].error, b.points[4].error)))
			return;
	}
	struct zhun_demo_certificate a = drawn(7, 50), b = drawn(8, 50);
	CHECK(!zhun_str_equal(a.id, b.id));
}

/* Three generations: every standard used was certified for its owner before the day of work. */
static void chains_are_coherent(void)
{
	size_t of[3] = {0}, fresh = 0;
	for (size_t i = 0; i < LOOKED_AT; i++) {
		struct zhun_demo_certificate c = drawn(1, i);
		of[c.generation]++;
		fresh += c.new_item;
		CHECK((c.parent == NULL) == (c.generation == ZHUN_DEMO_NATIONAL));
		if (c.parent) {
			CHECK_TEXT(c.parent->owner.code, c.laboratory->code);
			CHECK(c.parent->family == c.family && strcmp(c.parent->issued, c.performed) < 0);
		}
		CHECK(strcmp(c.performed, c.until) <= 0 && strcmp(c.until, c.issued) < 0);
	}
	CHECK(of[0] + of[1] == zhun_demo_upper() && of[0] > 1 && of[1] > 1 && of[2] > 300);
	CHECK(fresh < LOOKED_AT / 2);
}

/* What is generated is what strangers send: the reader finds nothing wrong with the documents. */
static void documents_are_sound(void)
{
	for (size_t i = 0; i < 60; i++) {
		struct zhun_arena *a = zhun_arena_open(1 << 24);
		struct zhun_demo_certificate c = drawn(1, i);
		const struct zhun_certificate *read = NULL;
		struct zhun_text out;
		struct zhun_error err = {0};
		const char *s = "";
		zhun_text_init(&out, a, 1 << 20);
		zhun_demo_dcc(&c, &out);
		CHECK_CODE(zhun_text_done(&out, &s, &err), ZHUN_OK, &err);
		struct zhun_bytes bytes = {(const unsigned char *)s, strlen(s)};
		if (CHECK_CODE(zhun_certificate_read(a, bytes, &read, &err), ZHUN_OK, &err)) {
			CHECK_INT(read->failures, 0);
			CHECK_INT(read->warnings, 0);
			CHECK_TEXT(read->number, c.number);
			CHECK_INT(read->results ? read->results->series->count : 0, ZHUN_DEMO_POINTS);
			CHECK((read->evidence == NULL) == (c.parent == NULL));
		}
		zhun_arena_close(a);
	}
}

static enum zhun_code records(struct zhun_arena *a, void *context)
{
	struct zhun_demo_certificate c = drawn(1, 20);
	const struct zhun_json *json;
	struct zhun_error err = {0};
	enum zhun_code code = ZHUN_OK;
	(void)context;
	for (int item = 0; !code && item < 2; item++) {
		struct zhun_json_tree tree;
		struct zhun_json_writer w;
		zhun_json_init_tree(&w, &tree, a);
		if (item)
			zhun_demo_item_json(&c, &w);
		else
			zhun_demo_record_json(&c, NULL, &w);
		code = zhun_json_tree_done(&tree, &json, &err);
	}
	return code;
}

static void records_are_json(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_demo_certificate c = drawn(1, 20);
	const struct zhun_json *json = NULL;
	struct zhun_json_writer w;
	struct zhun_text out;
	struct zhun_error err = {0};
	const char *s = "";
	zhun_text_init(&out, a, 1 << 16);
	zhun_json_init(&w, &out);
	zhun_demo_record_json(&c, NULL, &w);
	CHECK_CODE(zhun_text_done(&out, &s, &err), ZHUN_OK, &err);
	if (CHECK_CODE(zhun_json_parse(a, s, strlen(s), &json, &err), ZHUN_OK, &err)) {
		CHECK_TEXT(zhun_json_get_string(json, "number"), c.number);
		CHECK_INT(zhun_json_get(json, "results")->count, 2);
	}
	zhun_arena_close(a);
	unit_fault_loop(records, NULL);
}

static void the_cast_is_json_by_lines(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 22);
	size_t lines = 0, organisations = 0, sites = 0, categories = 0;
	for (const char *line = zhun_demo_world; *line; line += strcspn(line, "\n") + 1, lines++) {
		const struct zhun_json *json = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(zhun_json_parse(a, line, strcspn(line, "\n"), &json, &err), ZHUN_OK, &err);
		CHECK(json && zhun_json_get_string(json, "register") && zhun_json_get(json, "record"));
		const char *of = zhun_json_get_string(json, "register");
		organisations += zhun_str_equal(of, "organisation");
		sites += zhun_str_equal(of, "site");
		categories += zhun_str_equal(of, "product_category");
	}
	CHECK(lines > 30 && sites > organisations && categories > 30);
	zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"demo: the same seed draws the same", the_same_seed_draws_the_same},
	{"demo: chains are coherent", chains_are_coherent},
	{"demo: documents are sound", documents_are_sound},
	{"demo: records are JSON", records_are_json},
	{"demo: the cast is JSON by lines", the_cast_is_json_by_lines},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

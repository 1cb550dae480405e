/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON form: attest/form_read.c, attest/form_series.c, attest/form_tables.c, attest/form_write.c. */
#include "unit.h"

#include "attest/form.h"

enum { ROOM = 64 << 20 };

#define HEAD "{\"format\":\"zhun-certificate\",\"version\":\"1\",\"number\":\"N-1\"," \
	     "\"laboratory\":{\"name\":\"L\"},\"items\":[{\"name\":{\"zh\":\"表\",\"en\":\"meter\"}}]," \
	     "\"begun\":\"2026-01\",\"ended\":\"2026-01-31\""

static enum zhun_code read_json(struct zhun_arena *a, const char *s, const struct zhun_certificate **ret,
				struct zhun_error *err)
{
	return zhun_certificate_read(a, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, ret, err);
}

static enum zhun_code write_json(struct zhun_arena *a, const struct zhun_certificate *c, const char **ret)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	struct zhun_error err = {0};
	zhun_text_init(&t, a, ROOM);
	zhun_json_init(&w, &t);
	zhun_certificate_write(&w, c);
	return zhun_text_done(&t, ret, &err);
}

static void test_short_forms(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(read_json(a, HEAD ",\"results\":[{\"name\":\"U\",\"meaning\":\"measured\","
		"\"series\":{\"unit\":\"V\","
		"\"uncertainty\":{\"spread\":\"expanded\",\"U\":\"0.1\",\"k\":2,\"p\":\"0.95\"},"
		"\"values\":[\"1.50\",{\"value\":\"2\",\"unit\":\"mV\"}]}},"
		"{\"ref_type\":\"basic_temperature\",\"words\":\"none\"}]}", &c, &err), ZHUN_OK, &err);
	CHECK(!c->findings && c->format == ZHUN_CERT_JSON);
	const struct zhun_cert_quantity *q = c->results;
	CHECK_TEXT(q->path, "1");
	CHECK_TEXT(q->table, "");
	CHECK_TEXT(q->place, "/results/0");
	CHECK_TEXT(q->series->values->value.text, "1.50");
	CHECK_TEXT(q->series->values->next->unit, "mV");
	CHECK_TEXT(q->series->values->next->uncertainty->k.text, "2");
	CHECK(q->series->readable && q->meaning == ZHUN_MEANS_MEASURED);
	CHECK_TEXT(q->next->path, "2");
	CHECK_TEXT(q->next->kind, "temperature");
	CHECK(q->next->series && q->next->series->form == ZHUN_FORM_NONE);
	CHECK_TEXT(zhun_cert_text_in(c->items->name, ZHUN_ZH), "表");
	CHECK(c->begun.known && c->begun.date.precision == ZHUN_DATE_MONTH);
	(void)zhun_arena_close(a);
}

static void test_findings(void)
{
	static const struct { const char *rest; enum zhun_code code; const char *place; } cases[] = {
		{",\"colour\":1}", ZHUN_E_PART_UNKNOWN, "/colour"},
		{",\"kind\":\"guess\"}", ZHUN_E_CERTIFICATE_KIND, "/kind"},
		{",\"persons\":{}}", ZHUN_E_TYPE_WRONG, "/persons"},
		{",\"persons\":[7]}", ZHUN_E_TYPE_WRONG, "/persons/0"},
		{",\"persons\":[{\"main_signer\":\"yes\"}]}", ZHUN_E_TYPE_WRONG, "/persons/0/main_signer"},
		{",\"issued\":\"2026-02-31\"}", ZHUN_E_DATE_BAD, "/issued"},
		{",\"issued\":[]}", ZHUN_E_TYPE_WRONG, "/issued"},
		{",\"languages\":\"en\"}", ZHUN_E_TYPE_WRONG, "/languages"},
		{",\"signatures\":-1}", ZHUN_E_TYPE_WRONG, "/signatures"},
		{",\"files\":[{\"bytes\":\"*\"}]}", ZHUN_E_BASE64_BAD, "/files/0/bytes"},
		{",\"results\":[{\"meaning\":\"guess\"}]}", ZHUN_E_CHOICE_BAD, "/results/0/meaning"},
		{",\"results\":[{}]}", ZHUN_E_PART_MISSING, "/results/0"},
		{",\"results\":[{\"series\":{\"values\":[\"x\"],\"unit\":\"V\"}}]}", ZHUN_E_NUMBER_BAD,
		 "/results/0/series/values/0"},
		{",\"results\":[{\"series\":{\"values\":[\"NaN\"],\"unit\":\"V\"}}]}", ZHUN_E_NUMBER_NOT_FINITE,
		 "/results/0/series/values/0"},
		{",\"results\":[{\"series\":{\"values\":[\"1\"]}}]}", ZHUN_E_PART_MISSING, "/results/0/series"},
		{",\"results\":[{\"series\":{\"values\":7}}]}", ZHUN_E_TYPE_WRONG, "/results/0/series/values"},
		{",\"results\":[{\"series\":{\"form\":\"round\"}}]}", ZHUN_E_CHOICE_BAD, "/results/0/series"},
		{",\"results\":[{\"series\":[{\"shade\":1}]}]}", ZHUN_E_PART_UNKNOWN, "/results/0/series/0/shade"},
		{",\"results\":[{\"series\":{\"values\":[\"1\"],\"unit\":\"V\",\"uncertainty\":{\"U\":\"-1\"}}}]}",
		 ZHUN_E_UNCERTAINTY_NEGATIVE, "/results/0"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_certificate *c = NULL;
		struct zhun_error err = {0};
		bool found = false;
		CHECK_CODE(read_json(a, zhun_printf(a, "%s%s", HEAD, cases[i].rest), &c, &err), ZHUN_OK, &err);
		for (const struct zhun_cert_finding *f = c ? c->findings : NULL; f; f = f->next)
			found |= f->error.code == cases[i].code && zhun_str_equal(f->error.place, cases[i].place);
		unit_check(found, __FILE__, __LINE__, "case %zu: %s", i, cases[i].rest);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(read_json(a, "{\"format\":\"other\"}", &c, &err), ZHUN_E_CERTIFICATE_UNKNOWN, &err);
	CHECK_CODE(read_json(a, HEAD, &c, &err), ZHUN_E_JSON_ENDS, &err);
	CHECK_CODE(read_json(a, HEAD ",\"number\":\"2\"}", &c, &err), ZHUN_E_JSON_DUPLICATE, &err);
	CHECK(!c);
	(void)zhun_arena_close(a);
}

/* The names of meanings exist twice; they must agree. */
static void test_meanings(void)
{
	for (int m = ZHUN_MEANS_NOMINAL; m <= ZHUN_MEANS_UNCERTAINTY; m++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_certificate *c = NULL;
		struct zhun_error err = {0};
		const char *text = zhun_printf(a, "%s,\"results\":[{\"meaning\":\"%s\",\"words\":\"w\"}]}", HEAD,
					       zhun_cert_meaning_name((enum zhun_cert_meaning)m));
		CHECK_CODE(read_json(a, text, &c, &err), ZHUN_OK, &err);
		CHECK_INT(c->results->meaning, m);
		CHECK(!c->findings);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code round_trip(struct zhun_arena *a, void *context)
{
	const struct zhun_certificate *one = NULL, *two = NULL;
	const char *first = NULL, *second = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = read_json(a, context, &one, &err);
	if (!code)
		code = write_json(a, one, &first);
	if (!code)
		code = read_json(a, first, &two, &err);
	if (!code)
		code = write_json(a, two, &second);
	if (!code)
		CHECK_TEXT(second, first);
	return code;
}

static char document[] = HEAD
	",\"kind\":\"verification\",\"languages\":[\"en\"],\"files\":[{\"name\":\"a\",\"bytes\":\"AAEC\"}],"
	"\"evidence\":[{\"standard\":true,\"item\":{\"name\":\"R\"},"
	"\"certificate\":{\"number\":\"C\"},\"used\":\"2026\"}],"
	"\"results\":[{\"series\":[{\"unit\":\"V\",\"values\":[\"1\",\"x\"]}],"
	"\"alternatives\":[{\"unit\":\"A\",\"values\":[]},"
	"{\"form\":\"polar\",\"values\":[{\"value\":\"1\",\"second\":\"2\",\"unit\":\"V\",\"unit_second\":\"rad\"}]}],"
	"\"statements\":[{\"conformity\":[\"pass\"],\"traceable\":false}],"
	"\"name\":[{\"language\":\"en\",\"text\":\"a\"},{\"language\":\"en\",\"text\":\"b\"}]}]}";

static void test_round_trip(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	CHECK_INT(round_trip(a, document), ZHUN_OK);
	(void)zhun_arena_close(a);
}

static void test_faults(void)
{
	unit_fault_loop(round_trip, document);
}

static const struct unit_test tests[] = {
	{"json certificate: short ways of writing", test_short_forms},
	{"json certificate: what is wrong, with its place", test_findings},
	{"json certificate: what ends the reading", test_refused},
	{"json certificate: names of meanings", test_meanings},
	{"json certificate: reading and writing agree", test_round_trip},
	{"json certificate without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

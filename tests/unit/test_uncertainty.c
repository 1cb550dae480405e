/* SPDX-License-Identifier: GPL-3.0-or-later */
/* U(x) as a form asks it: what is said of a statement, and U at points. Expected values by hand. */
#include "codec/json.h"
#include "service/service.h"
#include "unit.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 24, OUT = 1 << 20 };

static enum zhun_code ask(struct zhun_arena *a, const char *body, const char **ret, struct zhun_error *err)
{
	struct zhun_call call = {.arena = a};
	struct zhun_text out;
	zhun_text_init(&out, a, OUT);
	const struct zhun_bytes bytes = {(const unsigned char *)body, strlen(body)};
	enum zhun_code code = zhun_service_uncertainty(&call, bytes, &out, err);
	return code ? code : zhun_text_done(&out, ret, err);
}

/* What a member, or that of a member's element, says; JSON as it is written. */
static const char *said(struct zhun_arena *a, const struct zhun_json *v)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	const char *text = "";
	struct zhun_error err;
	zhun_text_init(&out, a, OUT);
	zhun_json_init(&w, &out);
	zhun_json_value(&w, v);
	CHECK_CODE(zhun_text_done(&out, &text, &err), ZHUN_OK, &err);
	return text;
}

static const struct answer {
	const char *body, *text, *k, *p, *u, *rounded;  /* of the first point; "" for no points */
} answers[] = {
	{"{\"text\":\"12 uV + 3.0 uV/V; k 2; p 95 %\",\"unit\":\"V\",\"points\":[\"10 V\"]}",
	 "12 µV + 3.0 µV/V", "2", "0.95", "0.000042 V", "0.000042 V"},
	{"{\"text\":\"12 uV + 3.0 uV/V\",\"unit\":\"V\",\"k\":\"2\",\"p\":\"95 %\",\"points\":[\"10\"],\"in\":\"uV\"}",
	 "12 µV + 3.0 µV/V", "2", "0.95", "42 µV", "42 µV"},
	{"{\"text\":\"0.05 %\",\"unit\":\"V\",\"k\":2.5,\"p\":0.99,\"points\":[-10]}", "0.05 %", "2.5", "0.99",
	 "0.005 V", "0.0050 V"},
	{"{\"text\":\"0.05 %\",\"kind\":\"dc_voltage\",\"points\":[{\"value\":\"200\",\"unit\":\"mV\"}]}", "0.05 %",
	 "null", "null", "0.0001 V", "0.00010 V"},
	{"{\"text\":\"0.12 mg; k 2\",\"unit\":\"g\",\"kind\":null}", "0.12 mg", "2", "null", "", ""},
	{"{\"text\":\"2 digit + 0.1 % of range; p 99 %\",\"unit\":\"V\",\"range\":\"20 V\",\"resolution\":0.01,"
	 "\"points\":[\"5 V\"]}",
	 "2 digit + 0.1 % of range", "null", "0.99", "0.04 V", "0.040 V"},
	{"{\"text\":\"1 K\",\"unit\":\"°C\",\"points\":[\"300 K\"]}", "1 K", "null", "null", "1 °C", "1.0 °C"},
};

static const char *joined(struct zhun_arena *a, const struct zhun_json *q)
{
	return zhun_printf(a, "%s %s", zhun_json_get_string(q, "value"), zhun_json_get_string(q, "unit"));
}

static void check_answer(struct zhun_arena *a, const struct answer *t)
{
	const char *text = NULL;
	const struct zhun_json *root = NULL;
	struct zhun_error err;
	if (!CHECK_CODE(ask(a, t->body, &text, &err), ZHUN_OK, &err))
		return;
	CHECK_CODE(zhun_json_parse(a, text, strlen(text), &root, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(root, "text"), t->text);
	CHECK_TEXT(said(a, zhun_json_get(root, "k")), t->k);
	CHECK_TEXT(said(a, zhun_json_get(root, "p")), t->p);
	const struct zhun_json *point = zhun_json_get(root, "points")->first;
	if (!t->u[0]) {
		CHECK(point == NULL);
		return;
	}
	CHECK_TEXT(joined(a, zhun_json_get(point, "U")), t->u);
	CHECK_TEXT(zhun_json_get_string(point, "rounded"), t->rounded);
	CHECK_INT(zhun_json_get(point, "fault")->kind, ZHUN_J_NULL);
}

static void answered(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	for (size_t i = 0; i < ZHUN_COUNT(answers); i++)
		check_answer(a, &answers[i]);
	(void)zhun_arena_close(a);
}

/* One point outside the table leaves the others their U. */
static void outside(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	const char *text = NULL;
	const struct zhun_json *root = NULL;
	struct zhun_error err;
	static const char body[] = "{\"text\":\"table(1 V: 2 uV, 10 V: 20 uV)\",\"unit\":\"V\","
				   "\"points\":[\"100 V\",\"5.5 V\",\"1 A\"]}";
	CHECK_CODE(ask(a, body, &text, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_json_parse(a, text, strlen(text), &root, &err), ZHUN_OK, &err);
	const struct zhun_json *point = zhun_json_get(root, "points")->first;
	CHECK_INT(zhun_json_get(point, "U")->kind, ZHUN_J_NULL);
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(point, "fault"), "code"), "STATEMENT_OUTSIDE");
	CHECK(strstr(zhun_json_get_string(zhun_json_get(point, "fault"), "detail_zh"), "超出"));
	CHECK_TEXT(joined(a, zhun_json_get(point->next, "U")), "0.000011 V");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(point->next->next, "fault"), "code"), "UNIT_MISMATCH");
	(void)zhun_arena_close(a);
}

static void refused(void)
{
	static const struct {
		const char *body;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"{\"text\":\"12 uV + 3.0 uA\",\"unit\":\"V\"}", ZHUN_E_STATEMENT_TERM, "/text, column 9"},
		{"{\"text\":\"12 uV +\",\"unit\":\"V\"}", ZHUN_E_STATEMENT_SYNTAX, "/text, column 8"},
		{"{\"text\":\"12 uVolts\",\"unit\":\"V\"}", ZHUN_E_UNIT_UNKNOWN, "/text, column 4"},
		{"{\"text\":\"1 mV; k 0; p 95 %\",\"unit\":\"V\"}", ZHUN_E_STATEMENT_COVERAGE, "/text"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"k\":\"two\"}", ZHUN_E_STATEMENT_COVERAGE, "/k"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"p\":\"195 %\"}", ZHUN_E_STATEMENT_COVERAGE, "/p"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"p\":{}}", ZHUN_E_BODY_FIELD, "/p"},
		{"{\"text\":\"1 mV\"}", ZHUN_E_BODY_FIELD, "/unit"},
		{"{\"unit\":\"V\"}", ZHUN_E_BODY_FIELD, "/text"},
		{"{\"text\":\"1 mV\",\"unit\":5}", ZHUN_E_BODY_FIELD, "/unit"},
		{"{\"text\":\"1 mV\",\"unit\":\"Volts\"}", ZHUN_E_UNIT_UNKNOWN, "/unit, column 1"},
		{"{\"text\":\"1 mV\",\"kind\":\"warmth\"}", ZHUN_E_CHOICE_UNKNOWN, "/kind"},
		{"{\"text\":\"1 mA\",\"kind\":\"dc_voltage\",\"unit\":\"A\"}", ZHUN_E_KIND_UNIT, "/unit"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"points\":\"1 V\"}", ZHUN_E_BODY_FIELD, "/points"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"points\":[\"1 V\",true]}", ZHUN_E_BODY_FIELD, "/points/1"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"points\":[\"x\"]}", ZHUN_E_NUMBER_BAD, "/points/0"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"points\":[{}]}", ZHUN_E_BODY_FIELD, "/points/0"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"in\":\"?\"}", ZHUN_E_UNIT_UNKNOWN, "/in, column 1"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"range\":\"?\"}", ZHUN_E_NUMBER_BAD, "/range"},
		{"{\"text\":\"1 mV\",\"unit\":\"V\",\"pionts\":[]}", ZHUN_E_FIELD_UNKNOWN, "/pionts"},
		{"[]", ZHUN_E_BODY_FIELD, ""},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_arena *a = zhun_arena_open(CEILING);
		const char *text = NULL;
		struct zhun_error err = {0};
		if (CHECK_CODE(ask(a, rows[i].body, &text, &err), rows[i].code, &err))
			CHECK_TEXT(err.place, rows[i].place);
		CHECK(text == NULL);
		(void)zhun_arena_close(a);
	}
}

/* U in another unit is U times the factor, whatever the statement. */
static void units_law(void)
{
	static const char *const texts[] = {"12 uV + 3.0 uV/V", "Q[0.3 uV, 20 ppm]", "max(1 mV, 0.1 %)"};
	unsigned long long state = 7;
	for (int i = 0; i < 300; i++) {
		struct zhun_arena *a = zhun_arena_open(CEILING);
		double u[2] = {0};
		long long x = (long long)(unit_random(&state) % 100000) - 50000;
		for (int k = 0; k < 2; k++) {
			const char *text = NULL;
			const struct zhun_json *root = NULL;
			struct zhun_error err;
			const char *body = zhun_printf(
				a, "{\"text\":\"%s\",\"unit\":\"V\",\"in\":\"%s\",\"points\":[\"%lld mV\"]}",
				texts[i % 3], k ? "mV" : "V", x);
			CHECK_CODE(ask(a, body, &text, &err), ZHUN_OK, &err);
			CHECK_CODE(zhun_json_parse(a, text, strlen(text), &root, &err), ZHUN_OK, &err);
			const struct zhun_json *got = zhun_json_get(zhun_json_get(root, "points")->first, "U");
			const char *digits = zhun_json_get_string(got, "value");
			struct zhun_number n = {0};
			CHECK_CODE(zhun_number_parse(digits, strlen(digits), &n, &err), ZHUN_OK, &err);
			u[k] = n.value;
		}
		double apart = u[1] - u[0] * 1000;
		CHECK(apart <= 2e-11 * u[1] && apart >= -2e-11 * u[1] && u[0] > 0);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	const char *text = NULL;
	struct zhun_error err;
	return ask(a, context, &text, &err);
}

static void faults(void)
{
	char body[] = "{\"text\":\"12 uV + 3.0 uV/V; p 95 %\",\"unit\":\"V\",\"k\":2,"
		      "\"range\":\"10 V\",\"points\":[1,2]}";
	unit_fault_loop(work, body);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"uncertainty: read, and worked out at points", answered},
		{"uncertainty: a point outside the table", outside},
		{"uncertainty: what is refused, with its place", refused},
		{"uncertainty: another unit, the same U", units_law},
		{"uncertainty: without memory", faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

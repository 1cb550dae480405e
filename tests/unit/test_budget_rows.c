/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study/budget_rows.c */
#include <math.h>

#include "codec/csv.h"
#include "near.h"
#include "unit.h"
#include "unit_budget.h"
#include "zhun/study/budget.h"

enum { ROOM = 64 << 20 };

static struct zhun_arena *arena, *scratch;

static enum zhun_code rows_of(const char *budget, const char *csv, const char **ret, struct zhun_error *err)
{
	const struct zhun_budget *b = NULL;
	const struct zhun_bytes bytes = {(const unsigned char *)csv, strlen(csv)};
	struct zhun_text out;
	zhun_text_init(&out, arena, 1 << 22);
	enum zhun_code code = unit_budget_read(arena, budget, &b, err);
	if (!code)
		code = zhun_budget_rows(scratch, b, &(struct zhun_budget_table){.csv = bytes}, &out, err);
	return code ? code : zhun_text_done(&out, ret, err);
}

static double number(const char *s)
{
	struct zhun_number n = {0};
	CHECK(zhun_number_parse(s, strlen(s), &n, NULL) == ZHUN_OK);
	return n.value;
}

static const char ratio[] =
	"model: R = V/I\noutputs: {R: {unit: ohm, k: 2}}\ninputs:\n  V: {value: 1 V, u: 1 mV, unit: V}\n"
	"  I: {value: 10 mA, u: 20 uA}\n";

/* Numbers are in the inputs' units; an empty cell leaves what the budget says. By hand: 2 V/10 mA = 200 Ω with
 * u/R = √(0.0005² + 0.002²), and 1 V/20 mA = 50 Ω with √(0.003² + 0.001²). */
static void by_hand(void)
{
	struct zhun_error err = {.code = ZHUN_OK};
	const char *s = "";
	CHECK_CODE(rows_of(ratio, "V,I,u(V)\n2,,\n,20,0.003\n", &s, &err), ZHUN_OK, &err);
	struct zhun_csv csv;
	struct zhun_csv_row row;
	CHECK(!zhun_csv_init(&csv, s, strlen(s), NULL) && !zhun_csv_next(&csv, arena, &row, NULL));
	CHECK_TEXT(row.cell[3], "R");
	CHECK_TEXT(row.cell[5], "U(R)");
	static const double want[2][2] = {{200, 0.0020615528128088303}, {50, 0.0031622776601683794}};
	for (size_t i = 0; i < 2; i++) {
		CHECK(!zhun_csv_next(&csv, arena, &row, NULL) && row.count == 6);
		CHECK_NEAR(number(row.cell[3]), want[i][0], 1e-12);
		CHECK_NEAR(number(row.cell[4]), want[i][0] * want[i][1], 1e-12);
		CHECK_NEAR(number(row.cell[5]), 2 * want[i][0] * want[i][1], 1e-12);
	}
}

/* Law: a row gives what the budget with its numbers gives. */
static void a_row_is_a_budget(void)
{
	unsigned long long state = 3;
	for (int i = 0; i < 100; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		double v = 1 + (double)(unit_random(&state) % 1000) / 100;
		double u = (double)(unit_random(&state) % 100) / 1000;
		const char *s = "", *csv = zhun_printf(arena, "x,u(x)\n%.2f,%.3f\n", v, u);
		const char *text = zhun_printf(
			arena,
			"model: y = sqrt(x)*z\noutputs: {y: {unit: 'm^0.5', p: 95 %%}}\n"
			"inputs: {x: {value: %.2f m, u: %.3f m, dof: 5}, z: {value: 3, u: 0.1, dof: 4}}\n",
			v, u);
		const struct zhun_budget *b = NULL;
		const struct zhun_budget_result *r = NULL;
		const struct zhun_budget_ask ask = {.seed = 1};
		struct zhun_error err = {.code = ZHUN_OK};
		CHECK_CODE(rows_of("model: y = sqrt(x)*z\noutputs: {y: {unit: 'm^0.5', p: 95 %}}\n"
				   "inputs: {x: {value: 1 m, u: 1 m, dof: 5}, z: {value: 3, u: 0.1, dof: 4}}\n",
				   csv, &s, &err),
			   ZHUN_OK, &err);
		CHECK_CODE(unit_budget_read(arena, text, &b, &err), ZHUN_OK, &err);
		if (!b || !CHECK_CODE(zhun_budget_run(arena, b, &ask, &r, &err), ZHUN_OK, &err))
			return;
		struct zhun_csv table;
		struct zhun_csv_row row;
		CHECK(!zhun_csv_init(&table, s, strlen(s), NULL) && !zhun_csv_next(&table, arena, &row, NULL));
		CHECK(!zhun_csv_next(&table, arena, &row, NULL) && row.count == 5);
		CHECK_NEAR(number(row.cell[2]), r->figures[0].value, 0);
		CHECK_NEAR(number(row.cell[3]), r->figures[0].u, 0);
		CHECK_NEAR(number(row.cell[4]), r->figures[0].U, 0);
		zhun_arena_rewind(arena, mark);
	}
}

/* Beside an earlier result, too: u of the table counts for ν as it does where the budget itself says it; also where the
 * budget has none. */
static void with_an_earlier_result(void)
{
	static const char budget[] =
		"model: y = n + m\ninputs:\n  m: {value: 2, u: %s, dof: 3}\n  n:\n    from:\n      archive:\n"
		"        influences: [{id: S, dof: 5}]\n        results: [{name: n, value: 3, parts: {S: 0.1}}]\n";
	static const char *const before[] = {"0.1", "0"};
	const char *csv = "", *row = "";
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(rows_of(zhun_printf(arena, budget, "0.2"), "u(m)\n0.2\n", &row, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < ZHUN_COUNT(before); i++) {
		CHECK_CODE(rows_of(zhun_printf(arena, budget, before[i]), "u(m)\n0.2\n", &csv, &err), ZHUN_OK, &err);
		CHECK_TEXT(csv, row);
	}
}

static void refused(void)
{
	static const struct {
		const char *csv;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"V,X\n1,2\n", ZHUN_E_BUDGET_INPUT, "line 1"}, {"V,u(X)\n1,2\n", ZHUN_E_BUDGET_INPUT, "line 1"},
		{"V,V\n1,2\n", ZHUN_E_COLUMN_TWICE, "line 1"}, {"V\n1\nx\n", ZHUN_E_NUMBER_BAD, "line 3"},
		{"u(V)\n-1\n", ZHUN_E_BUDGET_SIGN, "line 2"}, {"V\n1,2\n", ZHUN_E_CSV_COLUMNS, "line 2"},
		{"I\n0\n", ZHUN_E_MODEL_NOT_FINITE, "line 2 R column 2"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const char *s = NULL;
		CHECK_CODE(rows_of(ratio, rows[i].csv, &s, &err), rows[i].code, &err);
		CHECK(strncmp(err.place, rows[i].place, 6) == 0);
		CHECK(!s);
	}
}

static bool twice(void *context, size_t done, size_t of)
{
	(void)context, (void)of;
	return done < 2;
}

/* Three rows, where two are allowed, or time for two. */
static void has_its_limits(void)
{
	static const char csv[] = "V\n1\n2\n3\n";
	const struct zhun_bytes bytes = {(const unsigned char *)csv, sizeof csv - 1};
	const struct {
		struct zhun_budget_table table;
		enum zhun_code code;
	} rows[] = {{{bytes, 3, NULL, NULL}, ZHUN_OK},
		    {{bytes, 2, NULL, NULL}, ZHUN_E_ROWS_MANY},
		    {{bytes, 0, twice, NULL}, ZHUN_E_MC_STOPPED}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_budget *b = NULL;
		struct zhun_text out;
		struct zhun_error err = {.code = ZHUN_OK};
		zhun_text_init(&out, arena, 1 << 16);
		CHECK_CODE(unit_budget_read(arena, ratio, &b, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_budget_rows(scratch, b, &rows[i].table, &out, &err), rows[i].code, &err);
	}
}

/* Memory of a row is given back: a long table takes no more than its text. */
static void a_long_table(void)
{
	enum { ROWS = 20000 };
	struct zhun_text t;
	struct zhun_error err = {.code = ZHUN_OK};
	const char *csv = "", *s = "";
	size_t lines = 0;
	zhun_text_init(&t, arena, 1 << 20);
	zhun_text_add(&t, "V\n");
	for (int i = 0; i < ROWS; i++)
		zhun_text_addf(&t, "%d\n", 1 + i % 9);
	CHECK(!zhun_text_done(&t, &csv, &err));
	CHECK_CODE(rows_of(ratio, csv, &s, &err), ZHUN_OK, &err);
	for (; *s; s++)
		lines += *s == '\n';
	CHECK_INT(lines, ROWS + 1);
}

static enum zhun_code whole(struct zhun_arena *a, void *context)
{
	static const char csv[] = "V,u(V)\n2,0.01\n3,\n";
	const struct zhun_budget_table table = {.csv = {(const unsigned char *)csv, sizeof csv - 1}};
	const struct zhun_budget *b = NULL;
	struct zhun_text out;
	struct zhun_error err = {0};
	zhun_text_init(&out, arena, 1 << 16);
	enum zhun_code code = unit_budget_read(a, context, &b, &err);
	return code ? code
		    : zhun_budget_rows(a, b, &table, &out, &err);
}

static void faults(void)
{
	char text[sizeof ratio];
	memcpy(text, ratio, sizeof ratio);
	unit_fault_loop(whole, text);
}

static const struct unit_test tests[] = {
	{"rows: by hand", by_hand},
	{"rows: a row is a budget", a_row_is_a_budget},
	{"rows: with an earlier result", with_an_earlier_result},
	{"rows: what is refused, with its line", refused},
	{"rows: has its limits", has_its_limits},
	{"rows: a long table", a_long_table},
	{"rows: without memory", faults},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open(ROOM);
	scratch = zhun_arena_open(ROOM);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	scratch = zhun_arena_close(scratch);
	arena = zhun_arena_close(arena);
	return status;
}

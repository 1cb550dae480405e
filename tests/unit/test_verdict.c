/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Verdicts on certificates written here, against facts written here. Covers verdict/judge.c,
 * verdict/form.c, verdict/in_force.c, verdict/competent.c and verdict/points.c.
 */
#include "zhun/verdict/verdict.h"

#include "unit.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 24 };

static struct zhun_error err;

static int32_t day(const char *text)
{
	struct zhun_date d = {0};
	CHECK_CODE(zhun_date_parse(text, strlen(text), &d, &err), ZHUN_OK, &err);
	return d.first;
}

#define HEAD_BEGUN(begun) \
	"zhun-certificate,1\nnumber,C-1\nlaboratory,Example Lab\nlaboratory_code,L1\ncustomer,Example Packs\n" \
	"item,Calibrator,Example Instruments,EM-7,SN 1\nbegun," begun "\nended,2026-03-02\nissued,2026-03-03\nresults\n"
#define HEAD HEAD_BEGUN("2026-03-01")

static const struct zhun_certificate *read(struct zhun_arena *a, const char *text)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_bytes bytes = {(const unsigned char *)text, text ? strlen(text) : 0};
	CHECK_CODE(zhun_certificate_read(a, bytes, &c, &err), ZHUN_OK, &err);
	return c;
}

/* A certificate of one DC voltage at 10 V with this U, done on 2026-03-01 and issued on the 3rd. */
static const struct zhun_certificate *written(struct zhun_arena *a, const char *point, const char *u, const char *begun)
{
	return read(a, zhun_printf(a, HEAD_BEGUN("%s") "quantity,point,unit,value,U,k,p,conformity\n"
				   "DC voltage,%s,V,%s,%s,2,0.95,\n", begun, point, point, u));
}

struct lab {
	struct zhun_quantity low, high;
	struct zhun_fact_state states[2];
	struct zhun_fact_accreditation accreditation;
	struct zhun_fact_capability line;
	struct zhun_facts facts;
};

/* Accredited since 2020 for 0 to 100 V with U(x) = 12 µV + 3 µV/V: 42 µV at 10 V. */
static void fill(struct zhun_arena *a, struct lab *l)
{
	memset(l, 0, sizeof *l);
	CHECK_CODE(zhun_quantity_of("0", "V", &l->low, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_quantity_of("100", "V", &l->high, &err), ZHUN_OK, &err);
	l->line = (struct zhun_fact_capability){.line = "1", .kind = "dc_voltage", .scope = {&l->low, &l->high, NULL},
						.since = INT32_MIN, .until = ZHUN_DAY_NEVER};
	const struct zhun_statement_written written = {"12 uV + 3.0 uV/V", "2", "0.95"};
	CHECK_CODE(zhun_statement_read(a, &written, &l->low.unit, &l->line.scope.u, &err), ZHUN_OK, &err);
	l->states[0] = (struct zhun_fact_state){ZHUN_STANDING_VALID, day("2020-01-01"), ZHUN_DAY_NEVER};
	l->accreditation = (struct zhun_fact_accreditation){"L1", "Board", l->states, 1, ZHUN_DAY_NEVER};
	l->facts = (struct zhun_facts){
		.registers = true, .issuer = "Example Lab", .accreditations = &l->accreditation,
		.accreditation_count = 1, .capabilities = &l->line, .capability_count = 1,
		.held = true, .states = l->states, .count = 1, .valid_until = ZHUN_DAY_NEVER, .due = day("2027-03-02")};
}

static struct zhun_verdict judged(struct zhun_arena *a, const struct zhun_certificate *c, const struct lab *l,
				  const char *as_of)
{
	struct zhun_verdict v = {0};
	const struct zhun_case on = {c, NULL, &l->facts, day(as_of)};
	CHECK_CODE(zhun_verdict_judge(a, &on, &v, &err), ZHUN_OK, &err);
	return v;
}

static void check_claim(const struct zhun_verdict *v, enum zhun_claim claim, enum zhun_answer answer,
			enum zhun_code code)
{
	const struct zhun_judgement *j = &v->claims[claim];
	CHECK(j->checked && j->findings);
	CHECK_TEXT(zhun_answer_name(j->answer), zhun_answer_name(answer));
	if (j->findings)
		CHECK_TEXT(zhun_error_row(j->findings->reason.code)->name, zhun_error_row(code)->name);
}

static void a_good_certificate_passes(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct lab l;
	fill(a, &l);
	struct zhun_verdict v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
	CHECK_INT(v.checked, 3);
	check_claim(&v, ZHUN_CLAIM_FORM, ZHUN_PASS, ZHUN_E_VERDICT_FORM_SOUND);
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_PASS, ZHUN_E_VERDICT_INTERVAL);
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_PASS, ZHUN_E_VERDICT_COVERED);
	CHECK_TEXT(zhun_answer_name(v.answer), "pass");
	CHECK(!v.claims[ZHUN_CLAIM_CHAIN].checked);
	zhun_arena_close(a);
}

static void scopes_refuse_with_numbers(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct lab l;
	char sentence[300];
	fill(a, &l);
	struct zhun_verdict v = judged(a, written(a, "10", "35e-6", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_FAIL, ZHUN_E_VERDICT_U_TOO_SMALL);
	zhun_error_sentence(&v.claims[ZHUN_CLAIM_COMPETENT].findings->reason, ZHUN_EN, sentence, sizeof sentence);
	CHECK(strstr(sentence, "line 1") != NULL);
	v = judged(a, written(a, "200", "1e-2", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_FAIL, ZHUN_E_VERDICT_OUTSIDE);
	CHECK_CODE(zhun_quantity_of("0", "Ohm", &l.low, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_quantity_of("100", "Ohm", &l.high, &err), ZHUN_OK, &err);
	v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_WARN, ZHUN_E_VERDICT_NO_LINE);
	l.line.until = day("2025-12-31");
	v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_SCOPE);
	zhun_arena_close(a);
}

/* U(x) at 10 V is 42 uV and at 50 V 162 uV: each row is held against its own point, in its own table. */
static void rows_are_held_against_their_points(void)
{
	static const struct {
		const char *rows;
		enum zhun_answer answer;
	} tables[] = {
		{"A,10,V,10.1,50e-6,2,0.95\nA,50,V,49.9,170e-6,2,0.95\n", ZHUN_PASS},
		{"A,50,V,49.9,170e-6,2,0.95\nA,10,V,10.1,50e-6,2,0.95\n", ZHUN_PASS},
		{"A,10,V,10.1,50e-6,2,0.95\nA,50,V,10.0,50e-6,2,0.95\n", ZHUN_FAIL},
		{"A,50,V,49.9,170e-6,2,0.95\nB,10,V,10.1,50e-6,2,0.95\n", ZHUN_PASS},
		{"A,10,V,10.1,50e-6,2,0.95\nB,50,V,10.0,50e-6,2,0.95\n", ZHUN_FAIL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(tables); i++) {
		struct zhun_arena *a = zhun_arena_open(CEILING);
		struct lab l;
		fill(a, &l);
		const char *text = zhun_printf(a, HEAD "quantity,point,unit,value,U,k,p\n%s", tables[i].rows);
		struct zhun_verdict v = judged(a, read(a, text), &l, "2026-11-01");
		CHECK_TEXT(zhun_answer_name(v.claims[ZHUN_CLAIM_COMPETENT].answer), zhun_answer_name(tables[i].answer));
		zhun_arena_close(a);
	}
}

static void accreditations_must_hold_on_all_days(void)
{
	static const struct {
		enum zhun_standing standing;
		const char *since;
		enum zhun_answer answer;
		enum zhun_code code;
	} rows[] = {
		{ZHUN_STANDING_SUSPENDED, "2026-03-02", ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_SUSPENDED},
		{ZHUN_STANDING_WITHDRAWN, "2026-03-03", ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_WITHDRAWN},
		{ZHUN_STANDING_EXPIRED, "2026-02-01", ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_EXPIRED},
		{ZHUN_STANDING_WITHDRAWN, "2026-03-04", ZHUN_PASS, ZHUN_E_VERDICT_COVERED},
	};
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct lab l;
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		fill(a, &l);
		l.states[1] = (struct zhun_fact_state){rows[i].standing, day(rows[i].since), ZHUN_DAY_NEVER};
		l.accreditation.count = 2;
		struct zhun_verdict v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
		check_claim(&v, ZHUN_CLAIM_COMPETENT, rows[i].answer, rows[i].code);
	}
	fill(a, &l);
	l.states[0].since = day("2026-03-02");
	struct zhun_verdict v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_NOT_YET);
	l.facts.accreditation_count = 0;
	v = judged(a, written(a, "10", "50e-6", "2026-03-01"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_ACCREDITATION);
	zhun_arena_close(a);
}

static void force_is_of_a_day(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	const struct zhun_certificate *c = written(a, "10", "50e-6", "2026-03-01");
	struct lab l;
	fill(a, &l);
	struct zhun_verdict v = judged(a, c, &l, "2026-03-02");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_FAIL, ZHUN_E_VERDICT_NOT_YET);
	v = judged(a, c, &l, "2027-03-03");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_FAIL, ZHUN_E_VERDICT_INTERVAL_OVER);
	l.states[1] = (struct zhun_fact_state){ZHUN_STANDING_WITHDRAWN, day("2026-10-01"), ZHUN_DAY_NEVER};
	l.facts.count = 2;
	v = judged(a, c, &l, "2026-09-30");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_WARN, ZHUN_E_VERDICT_WITHDRAWN_LATER);
	v = judged(a, c, &l, "2026-10-01");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_FAIL, ZHUN_E_VERDICT_WITHDRAWN);
	l.facts = (struct zhun_facts){.valid_until = ZHUN_DAY_NEVER, .due = ZHUN_DAY_NEVER};
	v = judged(a, c, &l, "2026-10-01");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NOT_HELD);
	check_claim(&v, ZHUN_CLAIM_COMPETENT, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_REGISTERS);
	l.facts.valid_until = day("2026-09-30");
	v = judged(a, c, &l, "2026-10-01");
	check_claim(&v, ZHUN_CLAIM_IN_FORCE, ZHUN_FAIL, ZHUN_E_VERDICT_EXPIRED);
	zhun_arena_close(a);
}

static void faults_of_form_are_named(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct lab l;
	fill(a, &l);
	struct zhun_verdict v = judged(a, written(a, "10", "50e-6", "2026-03-05"), &l, "2026-11-01");
	check_claim(&v, ZHUN_CLAIM_FORM, ZHUN_FAIL, v.claims[ZHUN_CLAIM_FORM].findings->reason.code);
	struct zhun_error unreadable = {0};
	(void)zhun_fail(&unreadable, ZHUN_E_UTF8_BAD, "line 1", "3");
	const struct zhun_case on = {NULL, &unreadable, &l.facts, 0};
	CHECK_CODE(zhun_verdict_judge(a, &on, &v, &err), ZHUN_OK, &err);
	CHECK_INT(v.checked, 1);
	check_claim(&v, ZHUN_CLAIM_FORM, ZHUN_FAIL, ZHUN_E_UTF8_BAD);
	zhun_arena_close(a);
}

static void claims_have_names_and_titles(void)
{
	for (size_t i = 0; i < ZHUN_CLAIMS; i++)
		CHECK(*zhun_claim_name((enum zhun_claim)i) && *zhun_claim_title((enum zhun_claim)i, ZHUN_EN) &&
		      *zhun_claim_title((enum zhun_claim)i, ZHUN_ZH));
}

static enum zhun_code judge(struct zhun_arena *a, void *context)
{
	struct lab *l = context;
	struct zhun_verdict v = {0};
	struct zhun_error unreadable = {.code = ZHUN_E_UTF8_BAD};
	const struct zhun_case on = {NULL, &unreadable, &l->facts, 0};
	enum zhun_code code = zhun_verdict_judge(a, &on, &v, &err);
	CHECK((v.checked == 1) == (code == ZHUN_OK));
	return code;
}

static void memory_may_run_out_anywhere(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct lab l;
	fill(a, &l);
	unit_fault_loop(judge, &l);
	zhun_arena_close(a);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"a_good_certificate_passes", a_good_certificate_passes},
		{"scopes_refuse_with_numbers", scopes_refuse_with_numbers},
		{"rows_are_held_against_their_points", rows_are_held_against_their_points},
		{"accreditations_must_hold_on_all_days", accreditations_must_hold_on_all_days},
		{"force_is_of_a_day", force_is_of_a_day},
		{"faults_of_form_are_named", faults_of_form_are_named},
		{"claims_have_names_and_titles", claims_have_names_and_titles},
		{"memory_may_run_out_anywhere", memory_may_run_out_anywhere},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

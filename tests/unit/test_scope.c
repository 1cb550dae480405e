/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/scope.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static struct zhun_quantity of(const char *s)
{
	struct zhun_quantity q = {.unit = zhun_unit_one()};
	struct zhun_error err;
	CHECK_CODE(zhun_quantity_read(s, strlen(s), &q, &err), ZHUN_OK, &err);
	return q;
}

static const struct zhun_statement *statement(const char *text, const char *unit, const char *k,
					      const char *p)
{
	struct zhun_unit u = zhun_unit_one();
	const struct zhun_statement *s = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_unit_read(unit, strlen(unit), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK,
		   &err);
	const struct zhun_statement_written written = {text, k, p};
	CHECK_CODE(zhun_statement_read(arena, &written, &u, &s, &err), ZHUN_OK, &err);
	return s;
}

/* The quality manager's multimeter: needed U = 35 µV at 10 V. Laboratory A is refused with the
 * numbers, B offers 23 µV and leaves 26 µV; at 20 µV nobody qualifies, by a factor of 1.15. */
static const struct {
	const char *u, *point, *needed, *k, *p;
	enum zhun_scope_answer answer;
	const char *offered, *remains, *reason;
	double shortfall;
} stories[] = {
	{"12 uV + 3.0 uV/V", "10 V", "35 uV", "2", NULL, ZHUN_SCOPE_TOO_LARGE, "42 µV", NULL,
	 "at 10 V the scope gives U = 42 µV, larger than the needed 35 µV by a factor of 1.2", 1.2},
	{"8 uV + 1.5 uV/V", "10 V", "35 uV", "2", NULL, ZHUN_SCOPE_COVERS, "23 µV", "26 µV", "",
	 23.0 / 35.0},
	{"8 uV + 1.5 uV/V", "10 V", "20 uV", "2", NULL, ZHUN_SCOPE_TOO_LARGE, "23 µV", NULL,
	 "at 10 V the scope gives U = 23 µV, larger than the needed 20 µV by a factor of 1.15",
	 1.15},
	{"8 uV + 1.5 uV/V", "10 V", "23 uV", "2", "0.95", ZHUN_SCOPE_COVERS, "23 µV", "0 µV", "",
	 1},
	/* the ends of the range belong to it */
	{"8 uV + 1.5 uV/V", "100 V", "1 mV", "2", NULL, ZHUN_SCOPE_COVERS, "0.16 mV", "0.98 mV", "",
	 0.16},
	{"8 uV + 1.5 uV/V", "100 mV", "10 uV", "2", NULL, ZHUN_SCOPE_COVERS, "8.2 µV", "5.7 µV", "",
	 0.82},
	{"8 uV + 1.5 uV/V", "100.001 V", "1 mV", "2", NULL, ZHUN_SCOPE_OUTSIDE, NULL, NULL,
	 "100.001 V lies outside the range from 100 mV to 100 V", 0},
	{"8 uV + 1.5 uV/V", "0.0999 V", "1 mV", "2", NULL, ZHUN_SCOPE_OUTSIDE, NULL, NULL,
	 "0.0999 V lies outside the range from 100 mV to 100 V", 0},
	/* rounded to U's digits before comparing, but not to fewer than two */
	{"23.4 uV", "10 V", "23 uV", "2", "0.95", ZHUN_SCOPE_COVERS, "23 µV", "0 µV", "", 1},
	{"23.6 uV", "10 V", "23 uV", "2", "0.95", ZHUN_SCOPE_TOO_LARGE, "24 µV", NULL,
	 "at 10 V the scope gives U = 24 µV, larger than the needed 23 µV by a factor of 1.04",
	 24.0 / 23.0},
	{"1.4 mV", "10 V", "1 mV", "2", "0.95", ZHUN_SCOPE_TOO_LARGE, "1.4 mV", NULL,
	 "at 10 V the scope gives U = 1.4 mV, larger than the needed 1 mV by a factor of 1.4", 1.4},
	/* the same probability whatever k; another one is carried over */
	{"35 uV", "10 V", "35 uV", "2.28", "0.95", ZHUN_SCOPE_COVERS, "35 µV", "0 µV", "", 1},
	{"35 uV", "10 V", "46 uV", NULL, "0.99", ZHUN_SCOPE_COVERS, "46 µV", "0 µV", "", 1},
	{"35 uV", "10 V", "45 uV", NULL, "0.99", ZHUN_SCOPE_TOO_LARGE, "46 µV", NULL,
	 "at 10 V the scope gives U = 46 µV, larger than the needed 45 µV by a factor of 1.02",
	 46.0 / 45.0},
	/* what cannot be worked out */
	{"8 uV", "10 A", "35 uV", "2", NULL, ZHUN_SCOPE_UNKNOWN, NULL, NULL,
	 "A and mV do not measure the same: dimensions A and m^2·kg·s^-3·A^-1", 0},
	{"8 uV", "10 V", "35 mA", "2", NULL, ZHUN_SCOPE_UNKNOWN, NULL, NULL, NULL, 0},
	{"2 digit", "10 V", "35 mV", "2", NULL, ZHUN_SCOPE_UNKNOWN, NULL, NULL,
	 "the uncertainty can only be worked out with the resolution, which is not known", 0},
};

static void check_text(const struct zhun_quantity *q, const char *want)
{
	char out[ZHUN_QUANTITY_TEXT];
	zhun_quantity_text(q, out);
	CHECK_TEXT(out, want);
}

static void stories_with_numbers(void)
{
	struct zhun_quantity low = of("100 mV"), high = of("100 V");
	for (size_t i = 0; i < ZHUN_COUNT(stories); i++) {
		struct zhun_quantity point = of(stories[i].point), needed = of(stories[i].needed);
		struct zhun_scope scope = {&low, &high, statement(stories[i].u, "V", "2", "0.95")};
		struct zhun_scope_need need = {.point = &point, .u = &needed};
		struct zhun_scope_offer offer;
		struct zhun_error err;
		char sentence[400] = "";
		size_t refused = 9;
		CHECK_CODE(zhun_coverage_read(stories[i].k, stories[i].p, &need.coverage, &err),
			   ZHUN_OK, &err);
		zhun_scope_check(&scope, &need, 1, &offer, &refused);
		unit_check(offer.answer == stories[i].answer, __FILE__, __LINE__, "row %zu: %d", i,
			   (int)offer.answer);
		CHECK_INT(refused, stories[i].answer == ZHUN_SCOPE_COVERS);
		unit_check(fabs(offer.shortfall - stories[i].shortfall) < 1e-12, __FILE__, __LINE__,
			   "row %zu: %g", i, offer.shortfall);
		if (stories[i].offered)
			check_text(&offer.offered, stories[i].offered);
		if (stories[i].remains)
			check_text(&offer.remains, stories[i].remains);
		if (offer.reason.code)
			zhun_error_sentence(&offer.reason, ZHUN_EN, sentence, sizeof(sentence));
		if (stories[i].reason)
			CHECK_TEXT(sentence, stories[i].reason);
	}
}

static void several_points(void)
{
	struct zhun_quantity low = of("0 V"), high = of("100 V"), u = of("60 uV");
	struct zhun_quantity points[3] = {of("1 V"), of("20 V"), of("50 V")};
	struct zhun_scope scope = {&low, &high, statement("8 uV + 1.5 uV/V", "V", "2", "0.95")};
	struct zhun_scope_need needs[3];
	struct zhun_scope_offer offers[3];
	size_t refused = 9;
	for (int i = 0; i < 3; i++)
		needs[i] =
			(struct zhun_scope_need){.point = &points[i], .u = &u, .coverage = {2, 0}};
	zhun_scope_check(&scope, needs, 3, offers, &refused);
	CHECK_INT(refused, 2);
	CHECK_INT(offers[1].answer, ZHUN_SCOPE_COVERS);
	zhun_scope_check(&scope, needs, 2, offers, &refused);
	CHECK_INT(refused, 2);
}

static void scopes_without_uncertainty(void)
{
	struct zhun_quantity point = of("1 V"), u = of("1 mV");
	struct zhun_scope scope = {NULL, NULL, NULL};
	struct zhun_scope_need need = {.point = &point},
			       strict = {.point = &point, .u = &u, .coverage = {2, 0}};
	struct zhun_scope_offer offer;
	zhun_scope_check(&scope, &need, 1, &offer, NULL);
	CHECK_INT(offer.answer, ZHUN_SCOPE_COVERS);
	zhun_scope_check(&scope, &strict, 1, &offer, NULL);
	CHECK_INT(offer.answer, ZHUN_SCOPE_UNSTATED);
	scope.u = statement("10 ppm", "V", "2", "0.95");
	zhun_scope_check(&scope, &need, 1, &offer, NULL);
	CHECK_INT(offer.answer, ZHUN_SCOPE_COVERS);
	check_text(&offer.offered, "0.00001 V");
}

/* What is covered at U is covered at any larger U, and in any unit. */
static void monotone_in_u(void)
{
	unsigned long long state = 9;
	static const char *const units[] = {"uV", "mV", "V"};
	static const double scale[] = {1, 1e-3, 1e-6};
	struct zhun_scope scope = {NULL, NULL, statement("Q[12 uV, 3.0 uV/V]", "V", "2", "0.95")};
	for (int i = 0; i < 2000; i++) {
		double volts = (double)(unit_random(&state) % 5000) / 100.0;
		double needed = 1.0 + (double)(unit_random(&state) % 300);
		struct zhun_quantity point = of("1 V"), us[3];
		struct zhun_scope_need needs[3];
		struct zhun_scope_offer offers[3];
		point = zhun_quantity_computed(volts, &point.unit);
		for (int k = 0; k < 3; k++) {
			struct zhun_quantity one = of(zhun_printf(arena, "1 %s", units[k]));
			us[k] = zhun_quantity_computed(
				k == 2 ? needed * 2.0 * scale[k] : needed * scale[k], &one.unit);
			needs[k] = (struct zhun_scope_need){
				.point = &point, .u = &us[k], .coverage = {2, 0}};
		}
		zhun_scope_check(&scope, needs, 3, offers, NULL);
		bool fine = offers[0].answer != ZHUN_SCOPE_COVERS ||
			    offers[2].answer == ZHUN_SCOPE_COVERS;
		if (!unit_check(fine, __FILE__, __LINE__, "%g V, %g µV", volts, needed))
			return;
	}
}

static const struct unit_test tests[] = {
	{"scope: stories with numbers", stories_with_numbers},
	{"scope: several points", several_points},
	{"scope: scopes without uncertainty", scopes_without_uncertainty},
	{"scope: monotone in U", monotone_in_u},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 22);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/agreement.h"

#include "near.h"

/* Cohen: of 50 proposals two readers both accept 20 and refuse 15, and differ on 5 and 10: κ 0.40. */
static void two_readers(void)
{
	unsigned x[100];
	for (size_t i = 0; i < 50; i++) {
		x[i] = i < 25;
		x[50 + i] = i < 20 || i >= 40;
	}
	const struct zhun_ratings r = {x, 2, 50};
	struct zhun_agreement k = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_kappa_of_two(&r, 0, 1, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.agreed, 0.7, 1e-12);
	CHECK_NEAR(k.chance, 0.5, 1e-12);
	CHECK_NEAR(k.kappa, 0.4, 1e-12);
	CHECK_CODE(zhun_kappa_of_two(&r, 1, 1, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.kappa, 1, 1e-12);
	CHECK_CODE(zhun_kappa_of_two(&r, 0, 2, &k, &err), ZHUN_E_PARAMETER_BAD, &err);
}

/* The usual example of Fleiss's kappa: ten items, fourteen raters, five categories: κ 0.210. */
static void many_raters(void)
{
	static const unsigned counts[10][5] = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0},
					       {2, 2, 8, 1, 1},  {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2},
					       {6, 5, 2, 1, 0},  {0, 2, 2, 3, 7}};
	unsigned x[140];
	for (size_t i = 0; i < 10; i++)
		for (unsigned k = 0, rater = 0; k < 5; k++)
			for (unsigned c = 0; c < counts[i][k]; c++, rater++)
				x[rater * 10 + i] = k;
	const struct zhun_ratings r = {x, 14, 10};
	struct zhun_agreement k = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_kappa_of_all(&r, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.agreed, 0.378, 5e-4);
	CHECK_NEAR(k.chance, 0.213, 5e-4);
	CHECK_NEAR(k.kappa, 0.210, 5e-4);
}

/* Law: ratings by chance agree no more than by chance; all alike agree wholly. */
static void chance_is_taken_off(void)
{
	static unsigned x[30000], same[20];
	unsigned long long state = 1971;
	for (size_t i = 0; i < 30000; i++)
		x[i] = (unsigned)(unit_random(&state) % 3);
	const struct zhun_ratings r = {x, 3, 10000}, alike = {same, 2, 10}, one = {same, 1, 10}, none = {same, 2, 0};
	struct zhun_agreement k = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_kappa_of_all(&r, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.kappa, 0, 0.02);
	CHECK_CODE(zhun_kappa_of_two(&r, 0, 2, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.kappa, 0, 0.04);
	CHECK_CODE(zhun_kappa_of_all(&alike, &k, &err), ZHUN_OK, &err);
	CHECK_NEAR(k.kappa, 1, 0);
	CHECK_CODE(zhun_kappa_of_all(&one, &k, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_kappa_of_all(&none, &k, &err), ZHUN_E_SERIES_SHORT, &err);
	x[7] = 100;
	CHECK_CODE(zhun_kappa_of_all(&r, &k, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"agreement: two readers", two_readers},
	{"agreement: many raters", many_raters},
	{"agreement: chance is taken off", chance_is_taken_off},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

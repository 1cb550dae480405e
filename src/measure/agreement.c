/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/agreement.h"

static enum zhun_code check(const struct zhun_ratings *r, struct zhun_error *err)
{
	if (r->appraisers < 2 || r->items < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(r->items < 1 ? 1 : 2),
				 ZHUN_INT(r->items < 1 ? 0 : r->appraisers));
	for (size_t i = 0; i < r->appraisers * r->items; i++)
		if (r->category[i] >= ZHUN_CATEGORIES)
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "category", "0 … 99");
	return ZHUN_OK;
}

static struct zhun_agreement agreement(double agreed, double chance)
{
	return (struct zhun_agreement){agreed, chance, chance < 1 ? (agreed - chance) / (1 - chance) : 1};
}

enum zhun_code zhun_kappa_of_two(const struct zhun_ratings *r, size_t a, size_t b, struct zhun_agreement *ret,
				 struct zhun_error *err)
{
	double of_a[ZHUN_CATEGORIES] = {0}, of_b[ZHUN_CATEGORIES] = {0}, same = 0, chance = 0, n = (double)r->items;
	enum zhun_code code = check(r, err);
	if (!code && (a >= r->appraisers || b >= r->appraisers))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "appraiser", "1 … appraisers");
	if (code)
		return code;
	const unsigned *x = r->category + a * r->items, *y = r->category + b * r->items;
	for (size_t i = 0; i < r->items; i++) {
		of_a[x[i]] += 1 / n;
		of_b[y[i]] += 1 / n;
		same += x[i] == y[i];
	}
	for (size_t k = 0; k < ZHUN_CATEGORIES; k++)
		chance += of_a[k] * of_b[k];
	*ret = agreement(same / n, chance);
	return ZHUN_OK;
}

enum zhun_code zhun_kappa_of_all(const struct zhun_ratings *r, struct zhun_agreement *ret, struct zhun_error *err)
{
	double all[ZHUN_CATEGORIES] = {0}, pairs = 0, chance = 0, m = (double)r->appraisers, n = (double)r->items;
	enum zhun_code code = check(r, err);
	if (code)
		return code;
	for (size_t i = 0; i < r->items; i++) {
		double of_item[ZHUN_CATEGORIES] = {0};
		for (size_t a = 0; a < r->appraisers; a++)
			of_item[r->category[a * r->items + i]]++;
		for (size_t k = 0; k < ZHUN_CATEGORIES; k++) {
			pairs += of_item[k] * (of_item[k] - 1) / (m * (m - 1));
			all[k] += of_item[k] / (m * n);
		}
	}
	for (size_t k = 0; k < ZHUN_CATEGORIES; k++)
		chance += all[k] * all[k];
	*ret = agreement(pairs / n, chance);
	return ZHUN_OK;
}

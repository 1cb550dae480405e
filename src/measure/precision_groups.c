/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repeatability and reproducibility from unequal numbers of results (ISO 5725-2 7.4.5). */
#include <math.h>

#include "zhun/measure/precision.h"

/* Mean of a laboratory, about @a origin, and its sum of squares. */
static double mean_of(const struct zhun_laboratory *lab, double origin, double *ret_squares)
{
	double mean = 0, squares = 0;
	for (size_t i = 0; i < lab->n; i++)
		mean += (lab->x[i] - origin) / (double)lab->n;
	for (size_t i = 0; i < lab->n; i++)
		squares += (lab->x[i] - origin - mean) * (lab->x[i] - origin - mean);
	*ret_squares = squares;
	return mean;
}

static enum zhun_code check(const struct zhun_laboratory *lab, size_t labs, size_t *ret_all, struct zhun_error *err)
{
	*ret_all = 0;
	for (size_t i = 0; i < labs; i++) {
		if (lab[i].n < 1)
			return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(0));
		*ret_all += lab[i].n;
	}
	if (labs < 2 || *ret_all <= labs)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(labs < 2 ? labs : 1));
	return ZHUN_OK;
}

enum zhun_code zhun_precision_groups_of(const struct zhun_laboratory *lab, size_t labs,
					struct zhun_precision_groups *ret, struct zhun_error *err)
{
	size_t all;
	enum zhun_code code = check(lab, labs, &all, err);
	if (code)
		return code;
	double origin = lab[0].x[0], within = 0, sum = 0, between = 0, n2 = 0, squares, n = (double)all;
	for (size_t i = 0; i < labs; i++) {
		sum += (double)lab[i].n * mean_of(&lab[i], origin, &squares);
		within += squares;
		n2 += (double)lab[i].n * (double)lab[i].n;
	}
	for (size_t i = 0; i < labs; i++) {
		double d = mean_of(&lab[i], origin, &squares) - sum / n;
		between += (double)lab[i].n * d * d;
	}
	double others = (double)labs - 1, each = (n - n2 / n) / others;
	double s_r2 = within / (n - (double)labs), s_L2 = (between / others - s_r2) / each;
	*ret = (struct zhun_precision_groups){
		.mean = origin + sum / n, .s_r = sqrt(s_r2), .s_L = sqrt(fmax(0, s_L2)),
		.s_R = sqrt(fmax(0, s_L2) + s_r2), .s_L2 = s_L2, .n = each,
	};
	return ZHUN_OK;
}

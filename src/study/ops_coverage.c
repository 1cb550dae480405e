/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area coverage: factors of regions for several quantities. */
#include "study/study.h"
#include "zhun/measure/coverage.h"

static enum zhun_code check(const struct zhun_json *args, double *p, double *m, struct zhun_error *err)
{
	*p = study_number(args, "p", 0);
	*m = study_number(args, "m", 0);
	if (!(*p > 0 && *p < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	if (!(*m >= 1 && *m <= 10000))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/m", "m", "1 … 10000");
	return ZHUN_OK;
}

static enum zhun_code run(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double p, m;
	enum zhun_code code = check(args, &p, &m, err);
	if (!code)
		*ret = s->op->member ? zhun_coverage_rectangle(p, m) : zhun_coverage_ellipsoid(p, m);
	return code;
}

#define ARGS {{"p", ZHUN_STUDY_NUMBER}, {"m", ZHUN_STUDY_WHOLE}}

const struct zhun_study_op study_ops_coverage[] = {
	{"coverage.k_ellipsoid", "coverage", ARGS,
	 {"Factor of the ellipsoid of m quantities for a probability", "m 个量的包含椭球因子"}, "JCGM 102:2011 6.5", run, 0},
	{"coverage.k_rectangle", "coverage", ARGS,
	 {"Factor of the box of m independent quantities for a probability", "m 个独立量的包含长方体因子"},
	 "JCGM 102:2011 6.5", run, 1},
	{0},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repeatability and reproducibility of a method (ISO 5725-2 clause 7). */
#include <math.h>

#include "zhun/measure/ilc.h"

struct moments {
	double mean, variance;
};

static struct moments moments_of(const double *x, size_t n)
{
	struct moments m = {0};
	for (size_t i = 0; i < n; i++)
		m.mean += x[i] - x[0];
	m.mean = x[0] + m.mean / (double)n;
	for (size_t i = 0; i < n; i++)
		m.variance += (x[i] - m.mean) * (x[i] - m.mean);
	m.variance /= (double)(n - 1);
	return m;
}

enum zhun_code zhun_precision_of(const double *x, size_t labs, size_t replicates, struct zhun_precision *ret,
				 struct zhun_error *err)
{
	if (labs < 2 || replicates < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2),
				 ZHUN_INT(labs < 2 ? labs : replicates));
	double sum_v = 0, largest = 0, sum_m = 0, squares = 0, first = moments_of(x, replicates).mean;
	for (size_t i = 0; i < labs; i++) {
		struct moments m = moments_of(x + i * replicates, replicates);
		sum_v += m.variance;
		largest = fmax(largest, m.variance);
		sum_m += m.mean - first;
	}
	double mean = first + sum_m / (double)labs;
	for (size_t i = 0; i < labs; i++) {
		double d = moments_of(x + i * replicates, replicates).mean - mean;
		squares += d * d;
	}
	double s_means2 = squares / (double)(labs - 1), s_r2 = sum_v / (double)labs;
	double s_L2 = fmax(0, s_means2 - s_r2 / (double)replicates);
	*ret = (struct zhun_precision){
		.mean = mean, .s_r = sqrt(s_r2), .s_L = sqrt(s_L2), .s_R = sqrt(s_L2 + s_r2),
		.s_means = sqrt(s_means2), .cochran = sum_v > 0 ? largest / sum_v : 0,
	};
	return ZHUN_OK;
}

enum zhun_code zhun_mandel_of(const double *x, size_t labs, size_t replicates, size_t lab,
			      struct zhun_mandel *ret, struct zhun_error *err)
{
	struct zhun_precision p;
	enum zhun_code code = zhun_precision_of(x, labs, replicates, &p, err);
	if (code)
		return code;
	struct moments m = moments_of(x + lab * replicates, replicates);
	*ret = (struct zhun_mandel){
		.h = p.s_means > 0 ? (m.mean - p.mean) / p.s_means : 0,
		.k = p.s_r > 0 ? sqrt(m.variance) / p.s_r : 0,
	};
	return ZHUN_OK;
}

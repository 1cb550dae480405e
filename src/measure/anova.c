/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/anova.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"
#include "measure/quantile.h"

/* What both ways of giving the data come down to. */
struct sums {
	struct zhun_dd between, within, grand_mean, of_means;
	size_t groups, readings;
};

static void finish(const struct sums *s, struct zhun_anova *ret)
{
	double groups = (double)s->groups, df_b = groups - 1, df_w = (double)(s->readings - s->groups);
	struct zhun_dd ms_b = dd_div(s->between, dd(df_b)), ms_w = dd_div(s->within, dd(df_w));
	double n = (double)s->readings / groups;
	double s_of_means = dd_value(dd_sqrt(dd_div(s->of_means, dd(df_b))));
	double excess = dd_value(dd_div(dd_sub(ms_b, ms_w), dd(n)));
	*ret = (struct zhun_anova){
		.ss_between = dd_value(s->between), .ss_within = dd_value(s->within),
		.df_between = df_b, .df_within = df_w,
		.F = ms_w.hi > 0 ? dd_value(dd_div(ms_b, ms_w)) : HUGE_VAL,
		.grand_mean = dd_value(s->grand_mean),
		.s_of_means = s_of_means, .u_grand_mean = s_of_means / sqrt(groups),
		.s_within = dd_value(dd_sqrt(ms_w)), .s_between = sqrt(excess > 0 ? excess : 0),
	};
	ret->p = isinf(ret->F) ? 0 : gsl_cdf_fdist_Q(ret->F, df_b, df_w);
}

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

static enum zhun_code check_groups(const struct zhun_series *groups, size_t count, size_t *ret_readings,
				   struct zhun_error *err)
{
	size_t readings = 0;
	for (size_t g = 0; g < count; g++) {
		if (groups[g].count == 0)
			return too_short(err, 1, 0);
		readings += groups[g].count;
	}
	if (count < 2 || readings <= count)
		return too_short(err, count < 2 ? 2 : count + 1, count < 2 ? count : readings);
	*ret_readings = readings;
	return ZHUN_OK;
}

static struct zhun_dd grand_mean_of(const struct zhun_series *groups, size_t count, size_t readings)
{
	struct zhun_dd sum = dd(0);
	for (size_t g = 0; g < count; g++)
		sum = dd_add(sum, dd_sum(groups[g].x, groups[g].count));
	return dd_div(sum, dd((double)readings));
}

static struct zhun_dd mean_of_means(const struct zhun_series *groups, size_t count)
{
	struct zhun_dd sum = dd(0);
	for (size_t g = 0; g < count; g++)
		sum = dd_add(sum, dd_mean(groups[g].x, groups[g].count));
	return dd_div(sum, dd((double)count));
}

enum zhun_code zhun_anova_groups(const struct zhun_series *groups, size_t count, struct zhun_anova *ret,
				 struct zhun_error *err)
{
	struct sums s = {.groups = count};
	enum zhun_code code = check_groups(groups, count, &s.readings, err);
	if (code)
		return code;
	s.grand_mean = grand_mean_of(groups, count, s.readings);
	struct zhun_dd plain = mean_of_means(groups, count);
	for (size_t g = 0; g < count; g++) {
		struct zhun_dd mean = dd_mean(groups[g].x, groups[g].count);
		struct zhun_dd off = dd_square(dd_sub(mean, s.grand_mean));
		s.between = dd_add(s.between, dd_mul(dd((double)groups[g].count), off));
		s.within = dd_add(s.within, dd_sum_of_squares(groups[g].x, groups[g].count, mean));
		s.of_means = dd_add(s.of_means, dd_square(dd_sub(mean, plain)));
	}
	finish(&s, ret);
	return ZHUN_OK;
}

enum zhun_code zhun_anova_summaries(struct zhun_series means, struct zhun_series sd, size_t n,
				    struct zhun_anova *ret, struct zhun_error *err)
{
	if (means.count != sd.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(means.count), ZHUN_INT(sd.count));
	if (means.count < 2 || n < 2)
		return too_short(err, 2, means.count < 2 ? means.count : n);
	struct sums s = {.groups = means.count, .readings = means.count * n};
	s.grand_mean = dd_mean(means.x, means.count);
	s.of_means = dd_sum_of_squares(means.x, means.count, s.grand_mean);
	s.between = dd_mul(dd((double)n), s.of_means);
	s.within = dd_mul(dd((double)(n - 1)), dd_sum_of_squares(sd.x, sd.count, dd(0)));
	finish(&s, ret);
	return ZHUN_OK;
}

double zhun_f_quantile(double p, double df_between, double df_within)
{
	return quantile_f(p, df_between, df_within);
}

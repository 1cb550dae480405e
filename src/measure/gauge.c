/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/gauge.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdint.h>

#include "measure/dd.h"

static enum zhun_code check(const struct zhun_gauge_study *s, struct zhun_error *err)
{
	size_t least = s->parts < s->operators ? s->parts : s->operators;
	least = least < s->trials ? least : s->trials;
	if (least < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(least));
	return ZHUN_OK;
}

/* Mean over all readings of the given part and operator; SIZE_MAX means over all of them. */
static struct zhun_dd cell_mean(const struct zhun_gauge_study *s, size_t part, size_t operator_)
{
	struct zhun_dd sum = dd(0);
	size_t n = 0;
	for (size_t p = 0; p < s->parts; p++)
		for (size_t o = 0; o < s->operators; o++)
			if ((part == SIZE_MAX || part == p) && (operator_ == SIZE_MAX || operator_ == o)) {
				sum = dd_add(sum, dd_sum(s->x + (p * s->operators + o) * s->trials, s->trials));
				n += s->trials;
			}
	return dd_div(sum, dd((double)n));
}

static struct zhun_dd squares_of_parts(const struct zhun_gauge_study *s, struct zhun_dd grand)
{
	struct zhun_dd sum = dd(0);
	for (size_t p = 0; p < s->parts; p++)
		sum = dd_add(sum, dd_square(dd_sub(cell_mean(s, p, SIZE_MAX), grand)));
	return dd_mul(sum, dd((double)(s->operators * s->trials)));
}

static struct zhun_dd squares_of_operators(const struct zhun_gauge_study *s, struct zhun_dd grand)
{
	struct zhun_dd sum = dd(0);
	for (size_t o = 0; o < s->operators; o++)
		sum = dd_add(sum, dd_square(dd_sub(cell_mean(s, SIZE_MAX, o), grand)));
	return dd_mul(sum, dd((double)(s->parts * s->trials)));
}

static struct zhun_dd squares_within_cells(const struct zhun_gauge_study *s)
{
	struct zhun_dd sum = dd(0);
	for (size_t c = 0; c < s->parts * s->operators; c++) {
		const struct zhun_dd *x = s->x + c * s->trials;
		sum = dd_add(sum, dd_sum_of_squares(x, s->trials, dd_mean(x, s->trials)));
	}
	return sum;
}

static void test_against(double ms, double df, double ms_below, double df_below, double *ret_F, double *ret_p)
{
	*ret_F = ms_below > 0 ? ms / ms_below : HUGE_VAL;
	*ret_p = ms_below > 0 ? gsl_cdf_fdist_Q(*ret_F, df, df_below) : 0;
}

static void fill_tests(struct zhun_gauge_table *t)
{
	enum zhun_gauge_term inter = ZHUN_GAUGE_INTERACTION, rep = ZHUN_GAUGE_REPEATABILITY;
	double df = t->df[inter] + t->df[rep], ms = (t->ss[inter] + t->ss[rep]) / df;
	for (enum zhun_gauge_term i = ZHUN_GAUGE_PART; i <= ZHUN_GAUGE_OPERATOR; i++) {
		test_against(t->ms[i], t->df[i], t->ms[inter], t->df[inter], &t->F[i], &t->p[i]);
		test_against(t->ms[i], t->df[i], ms, df, &t->F_pooled[i], &t->p_pooled[i]);
	}
	test_against(t->ms[inter], t->df[inter], t->ms[rep], t->df[rep], &t->F[inter], &t->p[inter]);
}

enum zhun_code zhun_gauge_anova(const struct zhun_gauge_study *s, struct zhun_gauge_table *ret,
				struct zhun_error *err)
{
	enum zhun_code code = check(s, err);
	if (code)
		return code;
	double p = (double)s->parts, o = (double)s->operators, t = (double)s->trials;
	struct zhun_dd grand = cell_mean(s, SIZE_MAX, SIZE_MAX);
	struct zhun_dd part = squares_of_parts(s, grand), operator_ = squares_of_operators(s, grand);
	struct zhun_dd within = squares_within_cells(s);
	struct zhun_dd total = dd_sum_of_squares(s->x, s->parts * s->operators * s->trials, grand);
	struct zhun_dd interaction = dd_sub(dd_sub(total, within), dd_add(part, operator_));
	const struct zhun_dd ss[ZHUN_GAUGE_TERMS] = {part, operator_, interaction, within, total};
	const double df[ZHUN_GAUGE_TERMS] = {p - 1, o - 1, (p - 1) * (o - 1), p * o * (t - 1), p * o * t - 1};
	struct zhun_gauge_table table = {.ss = {0}};
	for (size_t i = 0; i < ZHUN_GAUGE_TERMS; i++) {
		/* a difference of sums may come out a rounding below nothing */
		table.ss[i] = ss[i].hi > 0 ? dd_value(ss[i]) : 0;
		table.df[i] = df[i];
		table.ms[i] = table.ss[i] / df[i];
	}
	fill_tests(&table);
	*ret = table;
	return ZHUN_OK;
}

static double kept(double variance, bool keep_negative)
{
	return variance < 0 && !keep_negative ? 0 : variance;
}

static void add_up(struct zhun_gauge_components *c)
{
	double *v = c->variance;
	v[ZHUN_GAUGE_AV] = v[ZHUN_GAUGE_BY_OPERATOR] + v[ZHUN_GAUGE_BY_INTERACTION];
	v[ZHUN_GAUGE_GRR] = v[ZHUN_GAUGE_EV] + v[ZHUN_GAUGE_AV];
	v[ZHUN_GAUGE_TV] = v[ZHUN_GAUGE_GRR] + v[ZHUN_GAUGE_PV];
}

struct zhun_gauge_components zhun_gauge_components_of(const struct zhun_gauge_table *t,
						      const struct zhun_gauge_study *s, bool pooled,
						      bool keep_negative)
{
	enum zhun_gauge_term inter = ZHUN_GAUGE_INTERACTION, rep = ZHUN_GAUGE_REPEATABILITY;
	double joint = (t->ss[inter] + t->ss[rep]) / (t->df[inter] + t->df[rep]);
	double ms_i = pooled ? joint : t->ms[inter], ms_r = pooled ? joint : t->ms[rep];
	double n = (double)s->trials;
	double by_interaction = pooled ? 0 : (ms_i - ms_r) / n;
	double by_operator = (t->ms[ZHUN_GAUGE_OPERATOR] - ms_i) / ((double)s->parts * n);
	double by_part = (t->ms[ZHUN_GAUGE_PART] - ms_i) / ((double)s->operators * n);
	struct zhun_gauge_components c = {{
		[ZHUN_GAUGE_EV] = ms_r,
		[ZHUN_GAUGE_BY_OPERATOR] = kept(by_operator, keep_negative),
		[ZHUN_GAUGE_BY_INTERACTION] = kept(by_interaction, keep_negative),
		[ZHUN_GAUGE_PV] = kept(by_part, keep_negative),
	}};
	add_up(&c);
	return c;
}

struct span {
	double low, high;
};

static void widen(struct span *r, double x)
{
	r->low = fmin(r->low, x);
	r->high = fmax(r->high, x);
}

enum zhun_code zhun_gauge_ranges_of(const struct zhun_gauge_study *s, struct zhun_gauge_ranges *ret,
				    struct zhun_error *err)
{
	enum zhun_code code = check(s, err);
	if (code)
		return code;
	double sum = 0;
	struct span operators = {HUGE_VAL, -HUGE_VAL}, parts = operators;
	for (size_t c = 0; c < s->parts * s->operators; c++) {
		struct span cell = {HUGE_VAL, -HUGE_VAL};
		for (size_t t = 0; t < s->trials; t++)
			widen(&cell, dd_value(s->x[c * s->trials + t]));
		sum += cell.high - cell.low;
	}
	for (size_t o = 0; o < s->operators; o++)
		widen(&operators, dd_value(cell_mean(s, SIZE_MAX, o)));
	for (size_t p = 0; p < s->parts; p++)
		widen(&parts, dd_value(cell_mean(s, p, SIZE_MAX)));
	*ret = (struct zhun_gauge_ranges){
		.rbar = sum / (double)(s->parts * s->operators),
		.xdiff = operators.high - operators.low,
		.rp = parts.high - parts.low,
	};
	return ZHUN_OK;
}

struct zhun_gauge_components zhun_gauge_average_range(const struct zhun_gauge_ranges *r,
						      const struct zhun_gauge_study *s, double K1, double K2,
						      double K3)
{
	double ev = r->rbar * K1, by_operator = r->xdiff * K2, pv = r->rp * K3;
	double av2 = by_operator * by_operator - ev * ev / (double)(s->parts * s->trials);
	struct zhun_gauge_components c = {{
		[ZHUN_GAUGE_EV] = ev * ev,
		[ZHUN_GAUGE_BY_OPERATOR] = kept(av2, false),
		[ZHUN_GAUGE_PV] = pv * pv,
	}};
	add_up(&c);
	return c;
}

double zhun_gauge_sd(const struct zhun_gauge_components *c, enum zhun_gauge_component which)
{
	double v = c->variance[which];
	return v < 0 ? -sqrt(-v) : sqrt(v);
}

double zhun_gauge_ndc(const struct zhun_gauge_components *c, double factor)
{
	return factor * zhun_gauge_sd(c, ZHUN_GAUGE_PV) / zhun_gauge_sd(c, ZHUN_GAUGE_GRR);
}

double zhun_gauge_ndc_whole(double ndc, enum zhun_gauge_whole how)
{
	return fmax(1, how == ZHUN_NDC_ROUNDED ? round(ndc) : floor(ndc));
}

bool zhun_gauge_pools(const struct zhun_gauge_table *t, double level)
{
	return t->p[ZHUN_GAUGE_INTERACTION] > level;
}

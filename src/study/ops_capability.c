/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of areas capability and gauge-bias: indices of a process; type 1 studies and linearity. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/bias.h"
#include "zhun/measure/capability.h"
#include "zhun/measure/chart_rules.h"

/* ---- capability ---- */

struct process {
	struct zhun_limits tolerance;
	struct zhun_subgroups s;
};

static enum zhun_code read_process(struct zhun_study *s, struct process *p, struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "subgroups");
	enum zhun_code code = study_known(s->inputs, "tolerance|target|subgroups|values", err);
	if (!code)
		code = study_limits(zhun_json_get(s->inputs, "tolerance"), "tolerance", &p->tolerance, err);
	if (!code && json) {
		if (study_matrix(s, json, &p->s.x, &p->s.count, &p->s.n, err))
			code = study_within(err, "subgroups");
	} else if (!code) {
		code = study_doubles_of(s, "values", &p->s.x, &p->s.count, err);
		p->s.n = 1;
	}
	if (!code && p->s.count * p->s.n < 2)
		code = zhun_fail(err, ZHUN_E_SERIES_SHORT, "", ZHUN_INT(2), ZHUN_INT(p->s.count * p->s.n));
	return code;
}

enum deviation { POOLED, BY_RANGE, BY_S, OVERALL };

/* Of single values, within means by moving ranges; their degrees of freedom are taken as n − 1. */
static enum zhun_code deviation_of(const struct zhun_subgroups *g, enum deviation which, double *ret_sd,
				   double *ret_dof, struct zhun_error *err)
{
	struct zhun_chart_centres c = {0};
	struct zhun_individuals i = {0};
	double mean, all = (double)(g->count * g->n);
	enum zhun_code code = ZHUN_OK;
	*ret_dof = which == OVERALL || g->n == 1 ? all - 1 : all - (double)g->count;
	if (which == OVERALL)
		*ret_sd = zhun_overall_sd(g, &mean);
	else if (g->n == 1) {
		code = zhun_individuals_of(g->x, g->count, false, &i, err);
		*ret_sd = i.sigma;
	} else if (which == POOLED)
		*ret_sd = zhun_pooled_sd(g);
	else {
		code = zhun_chart_centres_of(g, &c, err);
		*ret_sd = which == BY_RANGE ? c.sigma_range : c.sigma_sd;
	}
	return code;
}

static enum zhun_code run_index(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct process p = {.s = {0}};
	struct zhun_capability c = {.cpm = 0};
	double sd = 0, dof = 0, mean = 0;
	enum zhun_code code = read_process(s, &p, err);
	if (!code)
		code = deviation_of(&p.s, (enum deviation)study_word(s, args, "sd"), &sd, &dof, err);
	if (code)
		return code;
	(void)zhun_overall_sd(&p.s, &mean);
	double middle = (p.tolerance.low + p.tolerance.high) / 2;
	const struct zhun_capability_data d = {
		.tolerance = p.tolerance, .mean = mean, .sd = sd, .n = (double)(p.s.count * p.s.n), .dof = dof,
		.target = study_number(s->inputs, "target", isfinite(middle) ? middle : mean),
		.confidence = study_optional(s, args, "confidence"),
	};
	code = zhun_capability_of(&d, &c, err);
	const double parts[] = {c.cp.value, c.cp.low, c.cp.high, c.cpk.value, c.cpk.low, c.cpk.high, c.cpl,
			c.cpu, c.cpm};
	*ret = parts[study_word(s, args, "index")];
	return code;
}

static enum zhun_code run_quantile(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_capability_quantile q = {0};
	struct zhun_distribution d;
	struct zhun_limits tolerance;
	enum zhun_code code = study_limits(zhun_json_get(s->inputs, "tolerance"), "tolerance", &tolerance, err);
	if (!code && study_distribution(s->arena, zhun_json_get(args, "process"), "", &d, err))
		code = study_within(err, "process");
	if (!code)
		code = zhun_capability_by_quantile(&tolerance, &d, &q, err);
	*ret = study_word(s, args, "index") ? q.ppk : q.pp;
	return code;
}

/* ---- type 1 and linearity ---- */

static enum zhun_code run_type1(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	const struct zhun_type1_convention c = {study_optional(s, args, "share"),
					       study_optional(s, args, "spread")};
	struct zhun_series x = {0};
	struct zhun_type1 r = {.cg = 0};
	double reference = 0, tolerance = 0;
	enum zhun_code code = study_known(s->inputs, "values|reference|tolerance", err);
	if (!code)
		code = study_series_of(s, "values", &x, err);
	if (!code)
		code = study_need_number(s->inputs, "reference", &reference, err);
	if (!code)
		code = study_need_number(s->inputs, "tolerance", &tolerance, err);
	if (!code)
		code = zhun_type1_of(x, reference, tolerance, &c, &r, err);
	const double parts[] = {r.cg, r.cgk, r.bias.bias, r.bias.sd, r.bias.t, r.bias.p, r.percent_var,
			r.percent_var_bias};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

static enum zhun_code run_linearity(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_linearity l = {0};
	const double *reference = NULL, *reading = NULL;
	size_t n = 0, m = 0;
	enum zhun_code code = study_known(s->inputs, "references|readings", err);
	if (!code)
		code = study_doubles_of(s, "references", &reference, &n, err);
	if (!code)
		code = study_doubles_of(s, "readings", &reading, &m, err);
	if (!code && n != m)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/readings", ZHUN_INT(n), ZHUN_INT(m));
	if (!code)
		code = zhun_linearity_of(reference, reading, n, &l, err);
	const double parts[] = {l.slope, l.intercept, l.s, l.r2, l.u_slope, l.u_intercept, l.p_slope,
			l.p_intercept, l.percent};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

#define OPTIONAL(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define SD {"sd", ZHUN_STUDY_WORD, "pooled|range|s|overall", .preset = true}

const struct zhun_study_op study_ops_capability[] = {
	{"capability.index", "capability",
	 {{"index", ZHUN_STUDY_WORD, "cp|cp_low|cp_high|cpk|cpk_low|cpk_high|cpl|cpu|cpm"}, SD,
	 ELSE("confidence", 0.95)},
	 {"Cp, Cpk … with the sd within subgroups, Pp, Ppk … with sd overall; intervals at 0.95",
	 "Cp、Cpk（组内标准差）或 Pp、Ppk（sd 为 overall）；置信水平缺省 0.95"},
	 "ISO 22514-2:2017; Bissell 1990", run_index, 0, NULL, NULL},
	{"capability.quantile", "capability", {{"index", ZHUN_STUDY_WORD, "pp|ppk"},
	 {"process", ZHUN_STUDY_OBJECT}},
	 {"Pp, Ppk of a distribution that is not normal, by its quantiles", "非正态分布按分位数计算的 Pp、Ppk"},
	 "ISO 22514-2:2017", run_quantile, 0, NULL, NULL},
	{"bias.type1", "gauge-bias",
	 {{"result", ZHUN_STUDY_WORD, "cg|cgk|bias|sd|t|p|percent_var|percent_var_bias"}, ELSE("share", 0.2),
	 ELSE("spread", 6)},
	 {"Type 1 study of one part (share of the tolerance 0.2, spread 6)",
	 "一类量具研究（公差份额缺省 0.2，展宽缺省 6）"},
	 "AIAG MSA, 4th edition, III B; VDA 5", run_type1, 0, NULL, NULL},
	{"bias.linearity", "gauge-bias",
	 {{"result", ZHUN_STUDY_WORD, "slope|intercept|s|r2|u_slope|u_intercept|p_slope|p_intercept|percent"}},
	 {"The line of bias over reference values", "偏倚对参考值的线性"}, "AIAG MSA, 4th edition, III B",
	 run_linearity, 0, NULL,
	 NULL},
	{0},
};

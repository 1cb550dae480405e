/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area uncertainty that choose their own effort: Monte Carlo by the adaptive procedure, and
 * propagation without sampling. */
#include "study/study.h"
#include "zhun/measure/montecarlo_adaptive.h"
#include "zhun/measure/propagation.h"

/* what is propagated, and the interval asked for */
struct target {
	struct study_model *m;
	size_t output;
	struct zhun_mc_task task;
	struct zhun_mc_coverage coverage;
};

/* An adaptive run serves all that is asked of it. */
struct study_adaptive {
	size_t output;
	struct zhun_mc_adaptive how;
	double draws, mean, u, low, high, tolerance, stable;
};

static enum zhun_code find(struct zhun_study *s, const struct zhun_json *args, struct target *ret,
			   struct zhun_error *err)
{
	double p = study_number(args, "p", 0.95);
	enum zhun_code code = study_model(s, &ret->m, err);
	if (!code)
		code = study_find(ret->m, args, "output", &ret->output, err);
	if (!code && ret->output >= ret->m->outputs)
		code = zhun_fail(err, ZHUN_E_STUDY_NAME, "/output", zhun_json_get_string(args, "output"));
	if (!code && !(p > 0 && p < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	if (!code)
		code = study_task(s, ret->m, &ret->task, err);
	ret->coverage = (struct zhun_mc_coverage){
		p, study_is(args, "kind", "shortest") ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC};
	return code;
}

/* ---- the adaptive procedure ---- */

static bool is_same(const struct study_adaptive *a, const struct target *t, const struct zhun_mc_adaptive *how)
{
	const struct zhun_mc_adaptive *was = a ? &a->how : NULL;
	return was && a->output == t->output && was->coverage.kind == how->coverage.kind &&
	       was->coverage.p >= how->coverage.p && was->coverage.p <= how->coverage.p &&
	       was->digits == how->digits && was->validating == how->validating && was->two_stage == how->two_stage;
}

static enum zhun_code adapt(struct zhun_study *s, const struct target *t, const struct zhun_mc_adaptive *how,
			    struct study_adaptive **ret, struct zhun_error *err)
{
	struct study_adaptive *a = ZHUN_NEW(s->arena, struct study_adaptive);
	struct zhun_mc_adapted got;
	if (!a)
		return zhun_no_memory(s->arena, err);
	enum zhun_code code = zhun_mc_adapt(s->arena, &t->task, t->output, how, &got, err);
	if (code)
		return code;
	*a = (struct study_adaptive){t->output, *how, (double)got.summary.draws, got.summary.mean,
		got.summary.u, got.summary.low.at, got.summary.high.at, got.tolerance, got.stable};
	*ret = a;
	return ZHUN_OK;
}

static enum zhun_code run_adaptive(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct target t;
	size_t digits;
	enum zhun_code code = study_index(args, "digits", 9, &digits, err);
	if (!code)
		code = find(s, args, &t, err);
	if (code)
		return code;
	const struct zhun_mc_adaptive how = {.coverage = t.coverage, .digits = (unsigned)digits + 1,
		.validating = study_is_true(args, "validating"), .two_stage = study_is(args, "method", "two_stage")};
	if (!is_same(t.m->adaptive, &t, &how))
		code = adapt(s, &t, &how, &t.m->adaptive, err);
	if (!code)
		*ret = study_member(s, t.m->adaptive);
	return code;
}

/* ---- without sampling ---- */

/* as doubles, for the rows below */
struct direct {
	double mean, u, low, high, way;
};

static enum zhun_code run_direct(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct target t;
	struct zhun_propagated got;
	enum zhun_code code = find(s, args, &t, err);
	if (code)
		return code;
	/* a copula is Monte Carlo's alone */
	if (t.task.correlation && t.task.joint != ZHUN_MC_JOINTLY_NORMAL)
		return zhun_fail(err, ZHUN_E_PROPAGATION_NONE, "/output", t.m->output[t.output].name, "joint");
	const struct zhun_propagation_task task = {t.m->model, t.output, t.task.inputs, t.task.correlation};
	code = zhun_propagate(s->arena, &task, &t.coverage, &got, err);
	if (code)
		return code;
	const struct direct d = {got.mean, got.u, got.low, got.high, (double)got.way + 1};
	*ret = study_member(s, &d);
	return ZHUN_OK;
}

#define OUTPUT {"output", ZHUN_STUDY_NAME, .optional = true}
#define P {"p", ZHUN_STUDY_NUMBER}
#define KIND {"kind", ZHUN_STUDY_WORD, "symmetric|shortest", .preset = true}
#define ADAPTIVE(name, en, zh, member) \
	{name, "uncertainty", {OUTPUT, P, {"digits", ZHUN_STUDY_WHOLE}, KIND, \
	 {"validating", ZHUN_STUDY_BOOLEAN, .optional = true}, \
	 {"method", ZHUN_STUDY_WORD, "each_sequence|two_stage", .preset = true}}, {en, zh}, \
	 "JCGM 101:2008 7.9", run_adaptive, offsetof(struct study_adaptive, member)}
#define DIRECT(name, en, zh, member) \
	{name, "uncertainty", {OUTPUT}, {en, zh}, "JCGM 101:2008 5.2", run_direct, offsetof(struct direct, member)}
#define DIRECT_END(name, en, zh, member) \
	{name, "uncertainty", {OUTPUT, P, KIND}, {en, zh}, "JCGM 101:2008 5.2", run_direct, \
	 offsetof(struct direct, member)}

const struct zhun_study_op study_ops_propagation[] = {
	ADAPTIVE("mc.adaptive_mean", "Mean of as many draws as make it, u and both ends stable to so many digits of u",
		 "抽样数足以使均值、u 与区间两端稳定到 u 的所给有效位数时的均值", mean),
	ADAPTIVE("mc.adaptive_u", "Standard deviation of as many draws as are needed", "所需抽样数下的标准差", u),
	ADAPTIVE("mc.adaptive_low", "Lower end of the coverage interval, likewise", "同上，包含区间下限", low),
	ADAPTIVE("mc.adaptive_high", "Upper end of the coverage interval, likewise", "同上，包含区间上限", high),
	ADAPTIVE("mc.adaptive_draws", "How many draws that took", "所用的抽样次数", draws),
	ADAPTIVE("mc.adaptive_tolerance", "Numerical tolerance δ that it was held against; a fifth when validating",
		 "所用的数值容差 δ；用于验证时取其五分之一", tolerance),
	ADAPTIVE("mc.adaptive_stable", "1 where it became stable, 0 where the draws allowed did not suffice",
		 "1：已稳定；0：允许的抽样次数不足", stable),
	DIRECT("direct.mean", "Mean without sampling, of linear models and those of one or two uncertain inputs",
	       "不经抽样的均值：线性模型，或含一至两个不确定输入量的模型", mean),
	DIRECT("direct.u", "Standard uncertainty without sampling", "不经抽样的标准不确定度", u),
	DIRECT("direct.way", "1: by convolution; 2: by the quantiles of one input; 3: by quadrature over two",
	       "1：卷积；2：单一输入量的分位数；3：两个输入量的数值积分", way),
	DIRECT_END("direct.interval_low", "Lower end of the coverage interval without sampling",
		   "不经抽样的包含区间下限", low),
	DIRECT_END("direct.interval_high", "Upper end of the coverage interval without sampling",
		   "不经抽样的包含区间上限", high),
	{0},
};

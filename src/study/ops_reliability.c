/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area interval: reliability models of RP-1 method S2, and the one that fits best. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/reliability.h"

static enum zhun_code read_data(struct zhun_study *s, struct zhun_reliability_data *ret, struct zhun_error *err)
{
	size_t tested = 0, found = 0;
	enum zhun_code code = study_doubles_of(s, "t", &ret->t, &ret->count, err);
	if (!code)
		code = study_doubles_of(s, "tested", &ret->n, &tested, err);
	if (!code)
		code = study_doubles_of(s, "in_tolerance", &ret->x, &found, err);
	if (!code && (tested != ret->count || found != ret->count))
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(ret->count),
				 ZHUN_INT(tested != ret->count ? tested : found));
	return code;
}

static enum zhun_code run_model(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_reliability_model_fit f = {.a = 0};
	struct zhun_reliability_data data = {0};
	double target = study_number(args, "target", 0.5);
	enum zhun_code code = read_data(s, &data, err);
	if (!code)
		code = zhun_reliability_model_fit_of((enum zhun_reliability_kind)study_word(s, args, "model"), &data,
						     &f, err);
	if (!code && !(target > 0 && target < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/target", "target", "0 < p < 1");
	if (code)
		return code;
	const double parts[] = {f.a, f.b, f.loglik, f.aic};
	*ret = s->op->member ? zhun_reliability_time(&f, target) : parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

static enum zhun_code run_best(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_reliability_model_fit f = {.a = 0};
	struct zhun_reliability_data data = {0};
	enum zhun_code code = read_data(s, &data, err);
	(void)args;
	if (!code)
		code = zhun_reliability_best(&data, &f, err);
	*ret = f.kind;
	return code;
}

static const char *say_model(int value, enum zhun_language language)
{
	return zhun_reliability_row((enum zhun_reliability_kind)value)->title[language];
}

#define MODELS "exponential|weibull|mixed_exponential|mortality_drift|random_walk|lognormal"
#define MODEL {"model", ZHUN_STUDY_WORD, MODELS}

const struct zhun_study_op study_ops_reliability[] = {
	{"interval.model", "interval", {MODEL, {"result", ZHUN_STUDY_WORD, "a|b|loglik|aic"}},
	 {"Parameter, log-likelihood or AIC of a reliability model by maximum likelihood",
	  "可靠性模型的参数、对数似然或 AIC（最大似然）"}, "NCSLI RP-1 method S2", run_model, 0, NULL, NULL},
	{"interval.model_interval", "interval", {MODEL, {"target", ZHUN_STUDY_NUMBER}},
	 {"Time at which the model's reliability has fallen to the target", "模型可靠度降至目标值的时间"},
	 "NCSLI RP-1 method S2", run_model, 1, NULL, NULL},
	{"interval.model_best", "interval", {{0}}, {"The model of the smallest AIC", "AIC 最小的模型"},
	 "NCSLI RP-1 method S2; Akaike 1974", run_best, 0, MODELS, say_model},
	{0},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area attribute: agreement of appraisers who sort items into categories. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/agreement.h"

/* Categories are whole numbers; one list for each appraiser. */
static enum zhun_code read_ratings(struct zhun_study *s, struct zhun_ratings *ret, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const double *x = NULL;
	enum zhun_code code = study_known(s->inputs, "ratings", err);
	if (!code)
		code = study_need(s->inputs, "ratings", &json, err);
	if (!code && study_matrix(s, json, &x, &ret->appraisers, &ret->items, err))
		code = study_within(err, "ratings");
	if (code)
		return study_within(err, "inputs");
	unsigned *category = ZHUN_NEW_ARRAY(s->arena, ret->appraisers * ret->items + 1, unsigned);
	if (!category)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < ret->appraisers * ret->items; i++) {
		if (!(x[i] >= 0 && x[i] < ZHUN_CATEGORIES && x[i] == floor(x[i])))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/inputs/ratings", "category", "0 … 99");
		category[i] = (unsigned)x[i];
	}
	ret->category = category;
	return ZHUN_OK;
}

static enum zhun_code run_kappa(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_agreement k = {0};
	struct zhun_ratings r = {0};
	size_t a = 0, b = 0;
	enum zhun_code code = read_ratings(s, &r, err);
	if (!code && s->op->member)
		code = zhun_kappa_of_all(&r, &k, err);
	else if (!code) {
		code = study_index(args, "a", r.appraisers, &a, err);
		if (!code)
			code = study_index(args, "b", r.appraisers, &b, err);
		if (!code)
			code = zhun_kappa_of_two(&r, a, b, &k, err);
	}
	const double parts[] = {k.kappa, k.agreed, k.chance};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

#define RESULT {"result", ZHUN_STUDY_WORD, "kappa|agreed|chance"}
#define WHOLE(n) {n, ZHUN_STUDY_WHOLE}

const struct zhun_study_op study_ops_agreement[] = {
	{"attribute.of_two", "attribute", {WHOLE("a"), WHOLE("b"), RESULT},
	 {"Cohen's kappa of two appraisers, or of one and the reference", "两名评价人（或与基准）的 Cohen kappa"},
	 "AIAG MSA, 4th edition, III C; Cohen 1960", run_kappa, 0, NULL, NULL},
	{"attribute.of_all", "attribute", {RESULT}, {"Fleiss's kappa of all appraisers", "全部评价人的 Fleiss kappa"},
	 "Fleiss 1971", run_kappa, 1, NULL, NULL},
	{0},
};

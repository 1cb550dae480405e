/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo.h"

#include <math.h>
#include <string.h>

#include "measure/montecarlo_tally.h"

struct keeping {
	struct mc_tally tally;
	struct zhun_mc_sample *samples;
};

static void keep_block(void *context, size_t worker, size_t chunk, const double *const *y, size_t at, size_t n)
{
	struct keeping *k = context;
	(void)worker;
	for (size_t o = 0; o < k->tally.source->outputs.count; o++)
		memcpy(k->samples[o].y + at, y[o], n * sizeof(**y));
	mc_tally_visit(&k->tally, chunk, y, at, n);
}

static void close_round(void *context, size_t draws)
{
	struct keeping *k = context;
	mc_tally_close(&k->tally, draws);
}

static enum zhun_code open_samples(struct zhun_arena *a, const struct zhun_mc_task *task, size_t count,
				   struct zhun_mc_sample *samples, struct zhun_error *err)
{
	for (size_t o = 0; o < count; o++) {
		samples[o].count = task->draws;
		samples[o].y = ZHUN_NEW_ARRAY(a, task->draws, double);
		if (!samples[o].y)
			return zhun_no_memory(a, err);
	}
	return ZHUN_OK;
}

static enum zhun_code draw_all(struct zhun_arena *a, const struct zhun_mc_task *task,
			       struct zhun_model_outputs outputs, struct zhun_mc_sample *samples,
			       double *ret_covariance, struct zhun_error *err)
{
	size_t count = outputs.count;
	struct mc_crew crew = {.count = 0};
	struct keeping k = {.samples = samples};
	enum zhun_code code = mc_crew_make(a, task, outputs, &crew, err);
	if (!code)
		code = mc_tally_make(a, &crew.source, crew.workers, ret_covariance, &k.tally, err);
	if (!code)
		code = mc_rounds(&crew, keep_block, close_round, &k, err);
	if (!code && k.tally.lost)
		code = mc_blame(a, &crew, k.tally.first_lost, k.tally.lost, task->draws, err);
	mc_crew_close(&crew);
	for (size_t o = 0; o < count && !code; o++) {
		samples[o].mean = mc_tally_mean(&k.tally, o);
		samples[o].u = sqrt(fmax(0.0, mc_tally_covariance(&k.tally, o, o)));
	}
	for (size_t o = 0; o < count * count && !code && ret_covariance; o++)
		ret_covariance[o] = mc_tally_covariance(&k.tally, o / count, o % count);
	return code;
}

enum zhun_code zhun_mc_run(struct zhun_arena *a, const struct zhun_mc_task *task, struct zhun_model_outputs outputs,
			   struct zhun_mc_sample *ret, double *ret_covariance, struct zhun_error *err)
{
	size_t count = outputs.count;
	struct zhun_mc_sample *samples = ZHUN_NEW_ARRAY(a, count, struct zhun_mc_sample);
	if (!samples)
		return zhun_no_memory(a, err);
	enum zhun_code code = mc_check(task, outputs, err);
	if (!code)
		code = open_samples(a, task, count, samples, err);
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	if (!code)
		code = draw_all(a, task, outputs, samples, ret_covariance, err);
	zhun_arena_rewind(a, mark);
	if (!code)
		memcpy(ret, samples, count * sizeof(*ret));
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo.h"

#include <math.h>
#include <string.h>

#include "measure/matrix.h"
#include "measure/random.h"

enum { BLOCK = 1024, DRAWS_LEAST = 1000 };

/* One run's working memory. Correlated inputs are mean + Σ root_m z_m: root holds columns of a
 * square root of their covariance, and each z has a stream of its own. */
struct run {
	const struct zhun_mc_task *task;
	size_t n;
	struct ziggurat ziggurat;
	double *columns, *work, *z, *root, *rest;
	const double **in;
	bool *joint; /* this input is drawn with others */
	size_t rank;
	size_t lost; /* draws without a finite number */
};

static bool has_partner(const double *r, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++)
		if (r && k != i && (r[i * n + k] < 0.0 || r[i * n + k] > 0.0))
			return true;
	return false;
}

static enum zhun_code open_joint(struct zhun_arena *a, struct run *r, struct zhun_error *err)
{
	size_t n = r->n;
	double *s = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!s)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		r->joint[i] = has_partner(r->task->correlation, n, i);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n && r->joint[i]; k++) {
			double u = zhun_distribution_sd(&r->task->inputs[i]) *
				   zhun_distribution_sd(&r->task->inputs[k]);
			s[i * n + k] =
				r->joint[k] ? u * (i == k ? 1.0 : r->task->correlation[i * n + k])
					    : 0.0;
		}
	matrix_root(s, n, r->rest, r->root, &r->rank);
	return ZHUN_OK;
}

static enum zhun_code open_run(struct zhun_arena *a, struct run *r, struct zhun_error *err)
{
	size_t n = r->n = zhun_model_inputs(r->task->model);
	r->columns = ZHUN_NEW_ARRAY(a, n * BLOCK, double);
	r->z = ZHUN_NEW_ARRAY(a, BLOCK, double);
	r->work = ZHUN_NEW_ARRAY(a, zhun_model_work(r->task->model, BLOCK), double);
	r->root = ZHUN_NEW_ARRAY(a, n * n, double);
	r->rest = ZHUN_NEW_ARRAY(a, n * n, double);
	r->in = ZHUN_NEW_ARRAY(a, n, const double *);
	r->joint = ZHUN_NEW_ARRAY(a, n, bool);
	if (!r->columns || !r->z || !r->work || !r->root || !r->rest || !r->in || !r->joint)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++) {
		enum zhun_code code = zhun_distribution_check(&r->task->inputs[i], err);
		if (code)
			return code;
		r->in[i] = r->columns + i * BLOCK;
	}
	enum zhun_code code = matrix_check_correlation(a, r->task->correlation, n, err);
	if (code)
		return code;
	ziggurat_make(&r->ziggurat);
	return open_joint(a, r, err);
}

static void draw_joint(struct run *r, size_t block)
{
	size_t n = r->n;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < BLOCK && r->joint[i]; k++)
			r->columns[i * BLOCK + k] = zhun_distribution_mean(&r->task->inputs[i]);
	for (size_t m = 0; m < r->rank; m++) {
		/* streams of inputs are numbered from 0, those of joint normals behind them */
		struct random_stream stream = random_open(r->task->seed, n + m, block);
		for (size_t k = 0; k < BLOCK; k++)
			r->z[k] = random_normal(&stream, &r->ziggurat);
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < BLOCK && r->joint[i]; k++)
				r->columns[i * BLOCK + k] += r->root[m * n + i] * r->z[k];
	}
}

static void draw_block(struct run *r, size_t block)
{
	draw_joint(r, block);
	for (size_t i = 0; i < r->n; i++) {
		struct random_stream stream = random_open(r->task->seed, i, block);
		if (!r->joint[i])
			random_draw(&stream, &r->ziggurat, &r->task->inputs[i],
				    r->columns + i * BLOCK, BLOCK);
	}
	zhun_model_run(r->task->model, BLOCK, r->in, r->work);
}

static void keep_block(struct run *r, const size_t *outputs, size_t count, size_t from,
		       struct zhun_mc_sample *samples)
{
	size_t left = r->task->draws - from, n = left < BLOCK ? left : BLOCK;
	for (size_t o = 0; o < count; o++) {
		const double *y =
			zhun_model_result(r->task->model, outputs[o], BLOCK, r->work, NULL);
		memcpy(samples[o].y + from, y, n * sizeof(*y));
		for (size_t i = 0; i < n; i++)
			r->lost += isfinite(y[i]) ? 0 : 1;
	}
}

static double mean_of(const struct zhun_mc_sample *s)
{
	/* taken from the first draw, so that a large value with a small spread keeps its digits */
	double centre = s->y[0], sum = 0.0;
	for (size_t from = 0; from < s->count; from += BLOCK) {
		double part = 0.0;
		for (size_t i = from; i < s->count && i < from + BLOCK; i++)
			part += s->y[i] - centre;
		sum += part;
	}
	return centre + sum / (double)s->count;
}

static double covariance_of(const struct zhun_mc_sample *a, const struct zhun_mc_sample *b)
{
	double sum = 0.0;
	for (size_t from = 0; from < a->count; from += BLOCK) {
		double part = 0.0;
		for (size_t i = from; i < a->count && i < from + BLOCK; i++)
			part += (a->y[i] - a->mean) * (b->y[i] - b->mean);
		sum += part;
	}
	return sum / (double)(a->count - 1);
}

static void summarise(struct zhun_mc_sample *samples, size_t count, double *ret_covariance)
{
	for (size_t o = 0; o < count; o++) {
		samples[o].mean = mean_of(&samples[o]);
		samples[o].u = sqrt(covariance_of(&samples[o], &samples[o]));
	}
	for (size_t o = 0; o < count * count && ret_covariance; o++)
		ret_covariance[o] = covariance_of(&samples[o / count], &samples[o % count]);
}

static enum zhun_code check_task(const struct zhun_mc_task *task, const size_t *outputs,
				 size_t count, struct zhun_error *err)
{
	if (task->draws < DRAWS_LEAST)
		return zhun_fail(err, ZHUN_E_MC_DRAWS, NULL, ZHUN_INT(task->draws),
				 ZHUN_INT(DRAWS_LEAST));
	for (size_t o = 0; o < count; o++)
		if (zhun_model_is_complex(task->model, outputs[o]))
			return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, NULL,
					 ZHUN_INT(outputs[o] + 1));
	return ZHUN_OK;
}

enum zhun_code zhun_mc_run(struct zhun_arena *a, const struct zhun_mc_task *task,
			   const size_t *outputs, size_t count, struct zhun_mc_sample *ret,
			   double *ret_covariance, struct zhun_error *err)
{
	struct run r = {.task = task};
	enum zhun_code code = check_task(task, outputs, count, err);
	struct zhun_mc_sample *samples = ZHUN_NEW_ARRAY(a, count, struct zhun_mc_sample);
	if (!code && !samples)
		code = zhun_no_memory(a, err);
	for (size_t o = 0; o < count && !code; o++) {
		samples[o].count = task->draws;
		samples[o].y = ZHUN_NEW_ARRAY(a, task->draws, double);
		code = samples[o].y ? ZHUN_OK : zhun_no_memory(a, err);
	}
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	if (!code)
		code = open_run(a, &r, err);
	for (size_t from = 0; from < task->draws && !code; from += BLOCK) {
		draw_block(&r, from / BLOCK);
		keep_block(&r, outputs, count, from, samples);
	}
	zhun_arena_rewind(a, mark);
	if (!code && r.lost)
		code = zhun_fail(err, ZHUN_E_MC_OUT_OF_DOMAIN, NULL, ZHUN_INT(r.lost),
				 ZHUN_INT(task->draws * count));
	if (code)
		return code;
	summarise(samples, count, ret_covariance);
	memcpy(ret, samples, count * sizeof(*ret));
	return ZHUN_OK;
}

/* ---- intervals ---- */

static void swap(double *a, double *b)
{
	double x = *a;
	*a = *b;
	*b = x;
}

/* Hoare's selection: afterwards y[k] is in its place, smaller ones before it, larger ones behind */
static void select_place(double *y, size_t low, size_t high, size_t k)
{
	while (low < high) {
		double pivot = y[low + (high - low) / 2];
		size_t i = low, j = high;
		while (i <= j) {
			while (y[i] < pivot)
				i++;
			while (pivot < y[j])
				j--;
			if (i > j)
				break;
			swap(&y[i], &y[j]);
			i++;
			if (j == 0)
				break;
			j--;
		}
		if (k <= j)
			high = j;
		else if (k >= i)
			low = i;
		else
			return;
	}
}

/* Quicksort down to short runs, the shorter side first, so that the stack stays small. */
static void sort(double *y, size_t n)
{
	while (n > 1) {
		size_t half = n / 2;
		select_place(y, 0, n - 1, half);
		sort(y, half);
		y += half + 1;
		n -= half + 1;
	}
}

static void shortest(struct zhun_mc_sample *s, size_t width, double *ret_low, double *ret_high)
{
	sort(s->y, s->count);
	size_t best = 0;
	for (size_t i = 0; i + width < s->count; i++)
		if (s->y[i + width] - s->y[i] < s->y[best + width] - s->y[best])
			best = i;
	*ret_low = s->y[best];
	*ret_high = s->y[best + width];
}

void zhun_mc_interval(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind,
		      double *ret_low, double *ret_high)
{
	/* JCGM 101 7.7.2: q the whole number nearest p·M */
	size_t width = (size_t)(p * (double)s->count + 0.5);
	width = width < s->count ? width : s->count - 1;
	if (kind == ZHUN_MC_SHORTEST) {
		shortest(s, width, ret_low, ret_high);
		return;
	}
	size_t first = (s->count - width) / 2;
	first = first + width < s->count ? first : s->count - 1 - width;
	select_place(s->y, 0, s->count - 1, first);
	*ret_low = s->y[first];
	if (width)
		select_place(s->y, first, s->count - 1, first + width);
	*ret_high = s->y[first + width];
}

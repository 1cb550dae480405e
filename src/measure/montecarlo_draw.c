/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/montecarlo_draw.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "measure/matrix.h"
#include "zhun/base/number.h"

enum { DRAWS_LEAST = 1000 };

static bool has_partner(const double *r, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++)
		if (r && k != i && (r[i * n + k] < 0.0 || r[i * n + k] > 0.0))
			return true;
	return false;
}

static enum zhun_code make_joint(struct zhun_arena *a, struct mc_source *s, struct zhun_error *err)
{
	size_t n = s->n;
	double *r = ZHUN_NEW_ARRAY(a, n * n, double), *rest = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!r || !rest)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		s->joint[i] = has_partner(s->task->correlation, n, i);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			if (s->joint[i] && s->joint[k])
				r[i * n + k] = s->task->correlation[i * n + k];
	matrix_root(r, n, rest, s->root, &s->rank);
	return ZHUN_OK;
}

static enum zhun_code make_input(struct zhun_arena *a, struct mc_source *s, size_t i, struct zhun_error *err)
{
	const struct zhun_distribution *d = &s->task->inputs[i];
	enum zhun_code code = zhun_distribution_check(d, err);
	if (code)
		return code;
	s->inputs[i] = (struct random_source){.d = d, .normal = &s->normal};
	if (d->kind != ZHUN_D_T || !ziggurat_fits(d->c) || s->joint[i] || !s->plan.needed[i])
		return ZHUN_OK;
	s->inputs[i].own = s->own[i] = ZHUN_NEW(a, struct ziggurat);
	return s->own[i] ? ZHUN_OK : zhun_no_memory(a, err);
}

enum zhun_code mc_check(const struct zhun_mc_task *task, struct zhun_model_outputs outputs, struct zhun_error *err)
{
	if (task->draws < DRAWS_LEAST)
		return zhun_fail(err, ZHUN_E_MC_DRAWS, NULL, ZHUN_INT(task->draws), ZHUN_INT(DRAWS_LEAST));
	if (task->threads > TEAM_MOST)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "threads", "0 … 64");
	if (!vector_unit_of(task->vector))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "vector", "SSE2, AVX2, AVX-512");
	if (task->joint == ZHUN_MC_COPULA_T && !(task->copula_dof > 0.0 && isfinite(task->copula_dof)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "copula_dof", "> 0");
	for (size_t o = 0; o < outputs.count; o++)
		if (zhun_model_is_complex(task->model, outputs.at[o]))
			return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, NULL, ZHUN_INT(outputs.at[o] + 1));
	return ZHUN_OK;
}

static enum zhun_code make_source(struct zhun_arena *a, const struct zhun_mc_task *task,
				  struct zhun_model_outputs outputs, struct mc_source *ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(task->model);
	enum zhun_code code = mc_check(task, outputs, err);
	if (!code)
		code = matrix_check_correlation(a, task->correlation, n, err);
	if (code)
		return code;
	*ret = (struct mc_source){.task = task,
				  .outputs = outputs,
				  .n = n,
				  .inputs = ZHUN_NEW_ARRAY(a, n, struct random_source),
				  .own = ZHUN_NEW_ARRAY(a, n, struct ziggurat *),
				  .joint = ZHUN_NEW_ARRAY(a, n, bool),
				  .root = ZHUN_NEW_ARRAY(a, n * n, double)};
	if (!ret->inputs || !ret->own || !ret->joint || !ret->root)
		return zhun_no_memory(a, err);
	ziggurat_make(&ret->normal);
	code = model_plan_make(a, task->model, vector_unit_of(task->vector), outputs, &ret->plan, err);
	if (!code)
		code = make_joint(a, ret, err);
	for (size_t i = 0; i < n && !code; i++)
		code = make_input(a, ret, i, err);
	return code;
}

static enum zhun_code make_worker(struct zhun_arena *a, const struct mc_source *s, struct mc_worker *ret,
				  struct zhun_error *err)
{
	*ret = (struct mc_worker){.y = ZHUN_NEW_ARRAY(a, s->outputs.count, const double *),
				  .work = ZHUN_NEW_ARRAY(a, s->plan.work, double),
				  .spare = ZHUN_NEW_ARRAY(a, MC_BLOCK, double),
				  .z = ZHUN_NEW_ARRAY(a, MC_BLOCK, double),
				  .chi = ZHUN_NEW_ARRAY(a, MC_BLOCK, double)};
	if (!ret->y || !ret->work || !ret->spare || !ret->z || !ret->chi)
		return zhun_no_memory(a, err);
	model_plan_prepare(&s->plan, ret->work);
	for (size_t o = 0; o < s->outputs.count; o++)
		ret->y[o] = model_plan_output(&s->plan, s->outputs.at[o], ret->work);
	return ZHUN_OK;
}

struct tables {
	const struct mc_source *source;
	atomic_size_t next; /* input */
};

static void take_tables(void *context, size_t member)
{
	struct tables *t = context;
	const struct mc_source *s = t->source;
	(void)member;
	for (size_t i = atomic_fetch_add(&t->next, 1); i < s->n; i = atomic_fetch_add(&t->next, 1))
		if (s->own[i])
			ziggurat_make_t(s->own[i], s->inputs[i].d->c);
}

/* A millisecond each: side by side. */
static void fill_tables(const struct mc_crew *c)
{
	struct tables tables = {.source = &c->source};
	size_t count = 0;
	for (size_t i = 0; i < c->source.n; i++)
		count += c->source.own[i] != NULL;
	atomic_init(&tables.next, 0);
	if (count)
		team_do(c->team, count, take_tables, &tables);
}

enum zhun_code mc_crew_make(struct zhun_arena *a, const struct zhun_mc_task *task, struct zhun_model_outputs outputs,
			    struct mc_crew *ret, struct zhun_error *err)
{
	enum zhun_code code = make_source(a, task, outputs, &ret->source, err);
	if (code)
		return code;
	ret->count = task->threads ? task->threads : 1;
	ret->workers = ZHUN_NEW_ARRAY(a, ret->count, struct mc_worker);
	if (!ret->workers)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < ret->count && !code; i++)
		code = make_worker(a, &ret->source, &ret->workers[i], err);
	if (!code)
		code = team_open(a, ret->count, &ret->team, err);
	if (!code)
		fill_tables(ret);
	return code;
}

void mc_crew_close(struct mc_crew *c)
{
	team_close(c->team);
	c->team = NULL;
}

/* ---- a block ---- */

/* Student's t shares one chi-squared among all: √(ν/χ²) */
static void draw_chi(const struct mc_source *s, struct mc_worker *w, size_t block)
{
	double half = 0.5 * s->task->copula_dof;
	const struct zhun_distribution chi = {ZHUN_D_GAMMA, half, 1.0 / half, 0, 0};
	const struct random_source source = {.d = &chi, .normal = &s->normal};
	random_open(&w->stream, s->plan.unit, s->task->seed, 2 * s->n, block);
	random_draw(&w->stream, &source, w->chi, MC_BLOCK, w->spare);
	for (size_t k = 0; k < MC_BLOCK; k++)
		w->chi[k] = 1.0 / sqrt(w->chi[k]);
}

/* From standard normals with the correlation wanted to the input's own distribution. */
static void give_margin(const struct mc_source *s, const struct mc_worker *w, size_t i, double *x)
{
	const struct zhun_distribution *d = &s->task->inputs[i];
	bool normal = d->kind == ZHUN_D_NORMAL && s->task->joint == ZHUN_MC_COPULA_NORMAL;
	if (s->task->joint == ZHUN_MC_JOINTLY_NORMAL || normal) {
		double sd = zhun_distribution_sd(d);
		s->plan.unit->affine(MC_BLOCK, x, &sd, zhun_distribution_mean(d), x);
		return;
	}
	struct zhun_distribution from = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	if (s->task->joint == ZHUN_MC_COPULA_T) {
		from = (struct zhun_distribution){ZHUN_D_T, 0, 1, s->task->copula_dof, 0};
		s->plan.unit->step[STEP_MULTIPLY](MC_BLOCK, x, w->chi, 0.0, x);
	}
	for (size_t k = 0; k < MC_BLOCK; k++) {
		double p = zhun_distribution_cdf(&from, x[k]);
		/* the ends are no numbers of many distributions */
		x[k] = zhun_distribution_quantile(d, fmin(fmax(p, 0x1p-1000), 1.0 - 0x1p-53));
	}
}

static void draw_joint(const struct mc_source *s, struct mc_worker *w, size_t block)
{
	const struct random_source z = {.d = &(struct zhun_distribution){ZHUN_D_NORMAL, 0, 1, 0, 0},
					.normal = &s->normal};
	for (size_t i = 0; i < s->n; i++)
		if (s->joint[i] && s->plan.needed[i])
			memset(model_plan_input(&s->plan, i, w->work), 0, MC_BLOCK * sizeof(double));
	for (size_t m = 0; m < s->rank; m++) {
		/* streams of inputs are numbered from 0, those of joint normals behind them */
		random_open(&w->stream, s->plan.unit, s->task->seed, s->n + m, block);
		random_draw(&w->stream, &z, w->z, MC_BLOCK, w->spare);
		for (size_t i = 0; i < s->n; i++) {
			double *x = model_plan_input(&s->plan, i, w->work);
			if (s->joint[i] && x)
				s->plan.unit->add_scaled(MC_BLOCK, x, w->z, s->root[m * s->n + i], x);
		}
	}
	if (s->rank && s->task->joint == ZHUN_MC_COPULA_T)
		draw_chi(s, w, block);
	for (size_t i = 0; i < s->n; i++)
		if (s->joint[i] && s->plan.needed[i])
			give_margin(s, w, i, model_plan_input(&s->plan, i, w->work));
}

void mc_draw(const struct mc_source *s, struct mc_worker *w, size_t block)
{
	draw_joint(s, w, block);
	for (size_t i = 0; i < s->n; i++) {
		double *x = model_plan_input(&s->plan, i, w->work);
		if (s->joint[i] || !x)
			continue;
		random_open(&w->stream, s->plan.unit, s->task->seed, i, block);
		random_draw(&w->stream, &s->inputs[i], x, MC_BLOCK, w->spare);
	}
	model_plan_run(&s->plan, w->work);
}

enum zhun_code mc_blame(struct zhun_arena *a, const struct mc_crew *c, size_t first, size_t lost, size_t draws,
			struct zhun_error *err)
{
	const struct mc_source *s = &c->source;
	struct zhun_error where = {.code = ZHUN_OK};
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_work(s->task->model, 1), double);
	double *x = ZHUN_NEW_ARRAY(a, s->n, double), y;
	if (!work || !x)
		return zhun_no_memory(a, err);
	mc_draw(s, c->workers, first / MC_BLOCK);
	for (size_t i = 0; i < s->n; i++) {
		const double *drawn = model_plan_input(&s->plan, i, c->workers->work);
		x[i] = drawn ? drawn[first % MC_BLOCK] : zhun_distribution_mean(&s->task->inputs[i]);
	}
	enum zhun_code code = ZHUN_OK;
	for (size_t o = 0; o < s->outputs.count && !code; o++)
		code = zhun_model_value(s->task->model, s->outputs.at[o], x, work, &y, &where);
	return zhun_fail(err, ZHUN_E_MC_OUT_OF_DOMAIN, code ? where.place : NULL, ZHUN_INT(lost),
			 ZHUN_INT(draws * s->outputs.count));
}

/* ---- all blocks ---- */

struct round {
	const struct mc_crew *crew;
	size_t from, to;
	mc_visit *visit;
	void *context;
	atomic_size_t next; /* chunk */
};

static size_t chunks_of(size_t from, size_t to)
{
	return (to - from + MC_CHUNK - 1) / MC_CHUNK;
}

static void visit_chunk(const struct round *r, size_t worker, size_t chunk)
{
	struct mc_worker *w = &r->crew->workers[worker];
	size_t first = r->from + chunk * MC_CHUNK, end = first + MC_CHUNK < r->to ? first + MC_CHUNK : r->to;
	for (size_t at = first; at < end; at += MC_BLOCK) {
		mc_draw(&r->crew->source, w, at / MC_BLOCK);
		r->visit(r->context, worker, chunk, w->y, at, end - at < MC_BLOCK ? end - at : MC_BLOCK);
	}
}

static void take_chunks(void *context, size_t member)
{
	struct round *r = context;
	size_t chunks = chunks_of(r->from, r->to);
	for (size_t k = atomic_fetch_add(&r->next, 1); k < chunks; k = atomic_fetch_add(&r->next, 1))
		visit_chunk(r, member, k);
}

void mc_round(const struct mc_crew *c, size_t from, size_t to, mc_visit *visit, void *context)
{
	struct round round = {.crew = c, .from = from, .to = to, .visit = visit, .context = context};
	atomic_init(&round.next, 0);
	team_do(c->team, chunks_of(from, to), take_chunks, &round);
}

enum zhun_code mc_rounds(const struct mc_crew *c, mc_visit *visit, void (*close)(void *context, size_t draws),
			 void *context, struct zhun_error *err)
{
	const struct zhun_mc_task *t = c->source.task;
	for (size_t from = 0; from < t->draws; from += MC_ROUND) {
		size_t to = t->draws - from < MC_ROUND ? t->draws : from + MC_ROUND;
		mc_round(c, from, to, visit, context);
		if (close)
			close(context, to - from);
		if (t->go_on && !t->go_on(t->context, to, t->draws))
			return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(to), ZHUN_INT(t->draws));
	}
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chain.h"

#include <math.h>
#include <string.h>

#include "measure/lpu_inside.h"
#include "measure/matrix.h"
#include "zhun/base/text.h"

/* a chain while it grows; room is counted beforehand */
struct growing {
	struct zhun_influence *influences;
	struct zhun_influence_pair *pairs;
	size_t influence_count, pair_count;
	struct zhun_error *err;
};

static bool make_room(struct zhun_arena *a, struct growing *g, size_t influences, size_t pairs)
{
	g->influences = ZHUN_NEW_ARRAY(a, influences, struct zhun_influence);
	g->pairs = ZHUN_NEW_ARRAY(a, pairs, struct zhun_influence_pair);
	return g->influences && g->pairs;
}

static size_t find(const struct growing *g, const char *id)
{
	size_t i = 0;
	while (i < g->influence_count && strcmp(g->influences[i].id, id) != 0)
		i++;
	return i;
}

static bool same(double a, double b)
{
	return !(a < b || a > b);
}

/* the number of the influence here: that which has its id, or a new one */
static enum zhun_code take_influence(struct growing *g, const struct zhun_influence *f, size_t *ret)
{
	size_t i = find(g, f->id);
	if (i == g->influence_count)
		g->influences[g->influence_count++] = (struct zhun_influence){f->id, f->dof, 0};
	else if (!same(g->influences[i].dof, f->dof))
		return zhun_fail(g->err, ZHUN_E_CHAIN_DISAGREES, NULL, f->id, "dof");
	*ret = i;
	return ZHUN_OK;
}

static enum zhun_code take_pair(struct growing *g, size_t a, size_t b, double r)
{
	size_t low = a < b ? a : b, high = a < b ? b : a;
	for (size_t i = 0; i < g->pair_count; i++) {
		const struct zhun_influence_pair *p = &g->pairs[i];
		if (p->a != low || p->b != high)
			continue;
		return same(p->r, r) ? ZHUN_OK
				     : zhun_fail(g->err, ZHUN_E_CHAIN_DISAGREES, NULL, g->influences[low].id, "r");
	}
	g->pairs[g->pair_count++] = (struct zhun_influence_pair){low, high, r};
	return ZHUN_OK;
}

/* Two were read together: what each was read together with, too. Named by the one that founds the group. */
static void take_together(struct growing *g, size_t founder, size_t other)
{
	struct zhun_influence *f = g->influences;
	if (!f[founder].group)
		f[founder].group = founder + 1;
	size_t group = f[founder].group, old = f[other].group;
	f[other].group = group;
	for (size_t i = 0; i < g->influence_count && old && old != group; i++)
		if (f[i].group == old)
			f[i].group = group;
}

static struct zhun_chain_result *make_results(struct zhun_arena *a, size_t results, size_t influences, double **parts)
{
	*parts = ZHUN_NEW_ARRAY(a, results * influences, double);
	struct zhun_chain_result *r = ZHUN_NEW_ARRAY(a, results, struct zhun_chain_result);
	for (size_t i = 0; i < results && r && *parts; i++)
		r[i].part = *parts + i * influences;
	return *parts ? r : NULL;
}

static struct zhun_chain settle(const struct growing *g, const struct zhun_chain_result *r, size_t results)
{
	return (struct zhun_chain){.influences = g->influences,
				   .influence_count = g->influence_count,
				   .pairs = g->pairs,
				   .pair_count = g->pair_count,
				   .results = r,
				   .result_count = results};
}

/* ---- from one evaluation ---- */

static enum zhun_code take_inputs(struct growing *g, const struct zhun_lpu_task *task, size_t n,
				  const char *const *ids, size_t *number)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < n && !code; i++) {
		number[i] = SIZE_MAX;
		if (!(task->inputs[i].u > 0.0))
			continue;
		if (!ids[i] || !ids[i][0] || find(g, ids[i]) < g->influence_count)
			return zhun_fail(g->err, ZHUN_E_CHAIN_ID, NULL, ZHUN_INT(i + 1), ids[i] ? ids[i] : "");
		double dof = isfinite(task->inputs[i].dof) ? task->inputs[i].dof : 0.0;
		code = take_influence(g, &(struct zhun_influence){ids[i], dof, 0}, &number[i]);
	}
	for (size_t i = 0; i < n && task->correlation && !code; i++)
		for (size_t k = 0; k < i && !code; k++) {
			double r = task->correlation[i * n + k];
			if (!same(r, 0.0) && number[i] != SIZE_MAX && number[k] != SIZE_MAX)
				code = take_pair(g, number[k], number[i], r);
		}
	return code;
}

enum zhun_code zhun_chain_of(struct zhun_arena *a, const struct zhun_lpu *l, const char *const *ids,
			     const char *const *names, struct zhun_chain *ret, struct zhun_error *err)
{
	const struct zhun_lpu_task *task = &l->task;
	size_t n = zhun_model_inputs(task->model), m = zhun_model_outputs(task->model);
	struct growing g = {.err = err};
	size_t *number = ZHUN_NEW_ARRAY(a, n, size_t);
	double *parts = NULL;
	if (!number || !make_room(a, &g, n, task->correlation ? n * n / 2 : 0))
		return zhun_no_memory(a, err);
	enum zhun_code code = take_inputs(&g, task, n, ids, number);
	if (code)
		return code;
	struct zhun_chain_result *r = make_results(a, m, g.influence_count, &parts);
	if (!r)
		return zhun_no_memory(a, err);
	for (size_t k = 0; k < m; k++) {
		r[k].name = names[k];
		r[k].value = zhun_lpu_value(l, k);
		for (size_t i = 0; i < n; i++)
			if (number[i] != SIZE_MAX)
				parts[k * g.influence_count + number[i]] =
					zhun_lpu_sensitivity(l, k, i) * task->inputs[i].u;
	}
	*ret = settle(&g, r, m);
	return ZHUN_OK;
}

/* ---- into a later model ---- */

struct joint {
	struct growing g;
	const struct zhun_chain_link *links;
	size_t n;
	size_t **number; /* of each link's chain: its influences' numbers here */
};

/* links to one chain share its numbers */
static enum zhun_code number_link(struct zhun_arena *a, struct joint *j, size_t link)
{
	const struct zhun_chain *c = j->links[link].chain;
	for (size_t i = 0; i < link; i++)
		if (j->links[i].chain == c) {
			j->number[link] = j->number[i];
			return ZHUN_OK;
		}
	size_t *number = ZHUN_NEW_ARRAY(a, c->influence_count, size_t);
	enum zhun_code code = number ? ZHUN_OK : zhun_no_memory(a, j->g.err);
	for (size_t i = 0; i < c->influence_count && !code; i++)
		code = take_influence(&j->g, &c->influences[i], &number[i]);
	for (size_t i = 0; i < c->influence_count && !code; i++)
		if (c->influences[i].group)
			take_together(&j->g, number[c->influences[i].group - 1], number[i]);
	for (size_t i = 0; i < c->pair_count && !code; i++)
		code = take_pair(&j->g, number[c->pairs[i].a], number[c->pairs[i].b], c->pairs[i].r);
	j->number[link] = number;
	return code;
}

static enum zhun_code unite(struct zhun_arena *a, struct joint *j)
{
	size_t influences = 0, pairs = 0;
	for (size_t i = 0; i < j->n; i++) {
		influences += j->links[i].chain->influence_count;
		pairs += j->links[i].chain->pair_count;
	}
	j->number = ZHUN_NEW_ARRAY(a, j->n, size_t *);
	enum zhun_code code = j->number && make_room(a, &j->g, influences, pairs) ? ZHUN_OK
										   : zhun_no_memory(a, j->g.err);
	for (size_t i = 0; i < j->n && !code; i++)
		code = number_link(a, j, i);
	return code;
}

static void add_link(const struct joint *j, size_t link, double slope, double *part)
{
	const struct zhun_chain *c = j->links[link].chain;
	const double *from = c->results[j->links[link].result].part;
	for (size_t k = 0; k < c->influence_count; k++)
		part[j->number[link][k]] += slope * from[k];
}

/* the chain rule: parts of the inputs times the slopes of this model */
static void add_parts(const struct joint *j, const double *slope, double *part)
{
	for (size_t i = 0; i < j->n; i++)
		add_link(j, i, slope[i], part);
}

enum zhun_code zhun_chain_join(struct zhun_arena *a, const struct zhun_chain_link *links, size_t n,
			       const char *const *names, struct zhun_chain *ret, struct zhun_error *err)
{
	struct joint j = {.g = {.err = err}, .links = links, .n = n};
	double *parts = NULL;
	enum zhun_code code = unite(a, &j);
	if (code)
		return code;
	struct zhun_chain_result *r = make_results(a, n, j.g.influence_count, &parts);
	if (!r)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++) {
		const struct zhun_chain_result *from = &links[i].chain->results[links[i].result];
		r[i].name = names[i];
		r[i].value = from->value;
		r[i].unit = from->unit;
		add_link(&j, i, 1.0, parts + i * j.g.influence_count);
	}
	*ret = settle(&j.g, r, n);
	return ZHUN_OK;
}

enum zhun_code zhun_chain_combine(struct zhun_arena *a, const struct zhun_model *model,
				  const struct zhun_chain_link *links, const char *const *names,
				  struct zhun_chain *ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(model), m = zhun_model_outputs(model);
	struct joint j = {.g = {.err = err}, .links = links, .n = n};
	double *x = ZHUN_NEW_ARRAY(a, n, double), *parts = NULL,
	       *work = ZHUN_NEW_ARRAY(a, zhun_model_gradient_work(model), double);
	struct zhun_gradient slope = {.d = ZHUN_NEW_ARRAY(a, n, double)};
	if (!x || !slope.d || !work)
		return zhun_no_memory(a, err);
	enum zhun_code code = unite(a, &j);
	if (code)
		return code;
	struct zhun_chain_result *r = make_results(a, m, j.g.influence_count, &parts);
	if (!r)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		x[i] = links[i].chain->results[links[i].result].value;
	for (size_t k = 0; k < m && !code; k++) {
		code = zhun_model_gradient(model, k, x, work, &slope, err);
		r[k].name = names[k];
		r[k].value = slope.f;
		if (!code)
			add_parts(&j, slope.d, parts + k * j.g.influence_count);
	}
	if (!code)
		*ret = settle(&j.g, r, m);
	return code;
}

/* ---- what is asked of it ---- */

double zhun_chain_covariance(const struct zhun_chain *c, size_t x, size_t y)
{
	const double *p = c->results[x].part, *q = c->results[y].part;
	double sum = 0.0;
	for (size_t i = 0; i < c->influence_count; i++)
		sum += p[i] * q[i];
	for (size_t i = 0; i < c->pair_count; i++) {
		const struct zhun_influence_pair *k = &c->pairs[i];
		sum += k->r * (p[k->a] * q[k->b] + p[k->b] * q[k->a]);
	}
	return sum;
}

double zhun_chain_u(const struct zhun_chain *c, size_t result)
{
	return sqrt(fmax(0.0, zhun_chain_covariance(c, result, result)));
}

void zhun_chain_weigh(const struct zhun_chain *c, const double *part, double *ret)
{
	for (size_t i = 0; i < c->influence_count; i++)
		ret[i] = part[i];
	for (size_t i = 0; i < c->pair_count; i++) {
		const struct zhun_influence_pair *k = &c->pairs[i];
		ret[k->a] += k->r * part[k->b];
		ret[k->b] += k->r * part[k->a];
	}
}

static size_t place_of(const struct zhun_influence *f, size_t i)
{
	return f[i].group ? f[i].group - 1 : i;
}

double zhun_chain_scatter(const struct zhun_chain *c, const double *part, double *work)
{
	size_t n = c->influence_count;
	double *together = work + n, sum = 0.0;
	zhun_chain_weigh(c, part, work);
	for (size_t i = 0; i < n; i++)
		together[i] = 0.0;
	for (size_t i = 0; i < n; i++)
		together[place_of(c->influences, i)] += part[i] * work[i];
	for (size_t i = 0; i < n; i++)
		sum += c->influences[i].dof > 0.0 ? together[i] * together[i] / c->influences[i].dof : 0.0;
	return sum;
}

double zhun_chain_dof(const struct zhun_chain *c, size_t result, double *work)
{
	double total = zhun_chain_covariance(c, result, result);
	double sum = zhun_chain_scatter(c, c->results[result].part, work);
	return sum > 0.0 ? total * total / sum : HUGE_VAL;
}

/* ---- from outside ---- */

static enum zhun_code check_numbers(const struct zhun_chain *c, struct zhun_error *err)
{
	for (size_t i = 0; i < c->influence_count; i++) {
		const struct zhun_influence *f = &c->influences[i];
		bool twice = false;
		for (size_t k = 0; k < i; k++)
			twice = twice || strcmp(c->influences[k].id, f->id) == 0;
		if (!f->id[0] || twice)
			return zhun_fail(err, ZHUN_E_CHAIN_ID, NULL, ZHUN_INT(i + 1), f->id);
		if (!isfinite(f->dof) || f->dof < 0.0)
			return zhun_fail(err, ZHUN_E_CHAIN_NUMBER, NULL, f->id, "dof");
		if (f->group > c->influence_count ||
		    (f->group && c->influences[f->group - 1].group != f->group))
			return zhun_fail(err, ZHUN_E_CHAIN_NUMBER, NULL, f->id, "group");
	}
	for (size_t i = 0; i < c->result_count; i++) {
		bool fine = isfinite(c->results[i].value);
		for (size_t k = 0; k < c->influence_count; k++)
			fine = fine && isfinite(c->results[i].part[k]);
		if (!fine)
			return zhun_fail(err, ZHUN_E_CHAIN_NUMBER, NULL, c->results[i].name, "value");
	}
	return ZHUN_OK;
}

enum zhun_code zhun_chain_check(struct zhun_arena *a, const struct zhun_chain *c, struct zhun_error *err)
{
	size_t n = c->influence_count;
	enum zhun_code code = check_numbers(c, err);
	if (code || !c->pair_count)
		return code;
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	double *r = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!r)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		r[i * n + i] = 1.0;
	for (size_t i = 0; i < c->pair_count && !code; i++) {
		const struct zhun_influence_pair *p = &c->pairs[i];
		if (p->a >= p->b || p->b >= n || !same(r[p->a * n + p->b], 0.0))
			code = zhun_fail(err, ZHUN_E_CHAIN_NUMBER, NULL, ZHUN_INT(i + 1), "pair");
		else
			r[p->a * n + p->b] = r[p->b * n + p->a] = p->r;
	}
	if (!code)
		code = matrix_check_correlation(a, r, n, err);
	zhun_arena_rewind(a, mark);
	return code;
}

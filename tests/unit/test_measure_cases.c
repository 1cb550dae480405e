/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published cases of ../shared/data/measure-cases, areas "uncertainty" and "coverage": every
 * expected value by its operation and arguments, knowing the vocabulary and not the case. Draws are
 * few here and the room of mc.* is wider in proportion; ZHUN_CASE_DRAWS=10000000 takes them as
 * they stand. */
#include <dirent.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "codec/json.h"
#include "unit.h"
#include "zhun/measure/lpu.h"
#include "zhun/measure/montecarlo.h"
#include "zhun/measure/series.h"

enum { INPUTS = 64, OUTPUTS = 32, FULL_DRAWS = 10000000 };

struct input {
	const char *name;
	struct zhun_distribution d;
	struct zhun_lpu_input lpu;
	double scale_u; /* u where a t input's u is its scale */
	struct zhun_series readings;
};

struct a_case {
	struct zhun_arena *arena;
	const struct zhun_json *root;
	struct input input[INPUTS];
	const char *names[INPUTS];
	size_t inputs, outputs;
	struct zhun_model_output output[OUTPUTS];
	double correlation[INPUTS * INPUTS];
	const struct zhun_model *model;
	size_t draws;
	struct zhun_mc_sample sample[OUTPUTS];
	double covariance[OUTPUTS * OUTPUTS];
	size_t real[OUTPUTS], reals; /* the outputs that were drawn */
};

static double number(const struct zhun_json *object, const char *name, double otherwise)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return v && (v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL) ? v->real : otherwise;
}

static bool is_word(const struct zhun_json *object, const char *name, const char *word)
{
	const char *text = zhun_json_get_string(object, name);
	return text && strcmp(text, word) == 0;
}

/* ---- inputs ---- */

static bool read_distribution(const struct zhun_json *j, struct zhun_distribution *d)
{
	static const struct {
		const char *name;
		enum zhun_distribution_kind kind;
		const char *a, *b, *c, *d;
		double per_u; /* half width over u */
	} rows[] = {
		{"constant", ZHUN_D_CONSTANT, "value", NULL, NULL, NULL, 0},
		{"normal", ZHUN_D_NORMAL, "mean", "u", NULL, NULL, 0},
		{"t", ZHUN_D_T, "mean", "scale", "dof", NULL, 0},
		{"uniform", ZHUN_D_UNIFORM, "mean", "half_width", NULL, NULL, 3},
		{"triangular", ZHUN_D_TRIANGULAR, "mean", "half_width", NULL, NULL, 6},
		{"arcsine", ZHUN_D_ARCSINE, "mean", "half_width", NULL, NULL, 2},
		{"trapezoidal", ZHUN_D_TRAPEZOIDAL, "mean", "half_width", "top_ratio", NULL, 0},
		{"ctrap", ZHUN_D_CTRAP, "mean", "half_width", "inexactness", NULL, 0},
		{"exponential", ZHUN_D_EXPONENTIAL, "mean", NULL, NULL, NULL, 0},
		{"gamma", ZHUN_D_GAMMA, "shape", "scale", NULL, NULL, 0},
		{"beta", ZHUN_D_BETA, "alpha", "beta", "low", "high", 0},
		{"lognormal", ZHUN_D_LOGNORMAL, "mu", "sigma", NULL, NULL, 0},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		if (!is_word(j, "dist", rows[i].name))
			continue;
		*d = (struct zhun_distribution){rows[i].kind, number(j, rows[i].a, 0),
						rows[i].b ? number(j, rows[i].b, -1) : 0,
						rows[i].c ? number(j, rows[i].c, 0) : 0,
						rows[i].d ? number(j, rows[i].d, 0) : 0};
		if (d->b < 0 && rows[i].per_u > 0)
			d->b = number(j, "u", 0) * sqrt(rows[i].per_u);
		if (d->b < 0 && d->kind == ZHUN_D_T)
			d->b = number(j, "u", 0) / sqrt(d->c / (d->c - 2));
		return true;
	}
	return false;
}

static struct zhun_series series_of(struct a_case *c, const struct zhun_json *list)
{
	const char **texts = ZHUN_NEW_ARRAY(c->arena, list->count, const char *);
	struct zhun_series s = {0, NULL};
	struct zhun_error err;
	size_t n = 0;
	for (const struct zhun_json *v = list->first; v; v = v->next)
		texts[n++] = v->text;
	CHECK_CODE(zhun_series_parse(c->arena, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* the values of an expression row by row over the columns; constants may stand in it */
static struct zhun_series series_of_expression(struct a_case *c, const char *text)
{
	const char *names[INPUTS];
	struct zhun_series columns[INPUTS], s = {0, NULL};
	double x[INPUTS], y = 0;
	size_t n = 0, used = 0;
	struct zhun_error err;
	for (const struct zhun_json *v = zhun_json_get(c->root, "columns")->first; v;
	     v = v->next, n++) {
		names[n] = v->name;
		columns[n] = series_of(c, v);
	}
	used = n;
	for (size_t i = 0; i < c->inputs; i++)
		if (c->input[i].d.kind == ZHUN_D_CONSTANT) {
			names[used] = c->input[i].name;
			x[used++] = c->input[i].d.a;
		}
	struct zhun_model_output *output = ZHUN_NEW(c->arena, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	*output = (struct zhun_model_output){"expression_of_readings", text};
	if (!CHECK_CODE(zhun_model_compile(c->arena, names, used, output, 1, &m, &err), ZHUN_OK,
			&err))
		return s;
	struct zhun_dd *out = ZHUN_NEW_ARRAY(c->arena, columns[0].count, struct zhun_dd);
	double *work = ZHUN_NEW_ARRAY(c->arena, zhun_model_work(m, 1), double);
	for (size_t row = 0; row < columns[0].count; row++) {
		for (size_t i = 0; i < n; i++)
			x[i] = columns[i].x[row].hi;
		CHECK_CODE(zhun_model_value(m, 0, x, work, &y, &err), ZHUN_OK, &err);
		out[row] = (struct zhun_dd){y, 0};
	}
	return (struct zhun_series){columns[0].count, out};
}

static void read_input(struct a_case *c, const struct zhun_json *j)
{
	struct input *in = &c->input[c->inputs];
	struct zhun_summary summary = {0};
	struct zhun_error err;
	*in = (struct input){.name = j->name};
	if (read_distribution(j, &in->d)) {
		in->lpu.value = zhun_distribution_mean(&in->d);
		in->lpu.u = zhun_distribution_sd(&in->d);
		in->scale_u = in->d.kind == ZHUN_D_T ? in->d.b : in->lpu.u;
		in->lpu.dof = number(j, "dof", 0);
	} else {
		const struct zhun_json *list = zhun_json_get(j, "readings");
		in->readings =
			list ? series_of(c, list)
			     : series_of_expression(c, zhun_json_get_string(j, "readings_of"));
		double n = (double)in->readings.count;
		CHECK_CODE(zhun_series_summary(in->readings, &summary, &err), ZHUN_OK, &err);
		in->lpu = (struct zhun_lpu_input){summary.mean, summary.sd / sqrt(n), n - 1};
		in->scale_u = in->lpu.u;
		in->d = (struct zhun_distribution){ZHUN_D_NORMAL, summary.mean, in->lpu.u, 0, 0};
	}
	c->names[c->inputs++] = j->name;
}

static size_t input_named(const struct a_case *c, const char *name)
{
	for (size_t i = 0; i < c->inputs; i++)
		if (strcmp(c->names[i], name) == 0)
			return i;
	CHECK_TEXT(name, "an input");
	return 0;
}

static void read_correlations(struct a_case *c)
{
	const struct zhun_json *list = zhun_json_get(c->root, "correlations");
	size_t n = c->inputs;
	for (size_t i = 0; i < n * n; i++)
		c->correlation[i] = i % (n + 1) == 0;
	for (const struct zhun_json *v = list ? list->first : NULL; v; v = v->next) {
		size_t a = input_named(c, zhun_json_get_string(v, "a"));
		size_t b = input_named(c, zhun_json_get_string(v, "b"));
		double r = number(v, "r", 0);
		struct zhun_error err;
		if (is_word(v, "r", "from_readings"))
			CHECK_CODE(zhun_series_correlation(c->input[a].readings,
							   c->input[b].readings, &r, &err),
				   ZHUN_OK, &err);
		c->correlation[a * n + b] = c->correlation[b * n + a] = r;
	}
}

static bool read_model(struct a_case *c)
{
	const struct zhun_json *inputs = zhun_json_get(c->root, "inputs");
	const struct zhun_json *model = zhun_json_get(c->root, "model");
	struct zhun_error err;
	/* constants first: expressions of readings may use them */
	for (int constants = 1; constants >= 0; constants--)
		for (const struct zhun_json *v = inputs ? inputs->first : NULL; v; v = v->next)
			if (is_word(v, "dist", "constant") == (constants == 1))
				read_input(c, v);
	for (const struct zhun_json *v = model ? model->first : NULL; v; v = v->next)
		c->output[c->outputs++] = (struct zhun_model_output){v->name, v->text};
	read_correlations(c);
	return !model || CHECK_CODE(zhun_model_compile(c->arena, c->names, c->inputs, c->output,
						       c->outputs, &c->model, &err),
				    ZHUN_OK, &err);
}

/* ---- operations ---- */

/* the index of an output, or behind them of an input; without a name the only output */
static size_t index_of(const struct a_case *c, const struct zhun_json *args, const char *key)
{
	const char *name = zhun_json_get_string(args, key);
	for (size_t i = 0; i < c->outputs; i++)
		if (!name || strcmp(c->output[i].name, name) == 0)
			return i;
	return c->outputs + input_named(c, name);
}

static const struct zhun_lpu *lpu_of(const struct a_case *c, const struct zhun_json *args)
{
	struct zhun_lpu_input in[INPUTS];
	const struct zhun_lpu *l = NULL;
	struct zhun_error err;
	for (size_t i = 0; i < c->inputs; i++) {
		in[i] = c->input[i].lpu;
		if (is_word(args, "t_u", "scale"))
			in[i].u = c->input[i].scale_u;
	}
	bool ignored = is_word(args, "correlations", "ignored");
	struct zhun_lpu_input *kept = ZHUN_NEW_ARRAY(c->arena, c->inputs, struct zhun_lpu_input);
	memcpy(kept, in, c->inputs * sizeof(*in));
	const struct zhun_lpu_task task = {c->model, kept, ignored ? NULL : c->correlation};
	CHECK_CODE(zhun_lpu_make(c->arena, &task, &l, &err), ZHUN_OK, &err);
	return l;
}

static void value_and_u(const struct a_case *c, const struct zhun_json *args, double *value,
			double *u)
{
	const struct zhun_lpu *l = lpu_of(c, args);
	size_t i = index_of(c, args, "output");
	struct zhun_error err;
	*value = zhun_lpu_value(l, i);
	*u = zhun_lpu_u(l, i);
	if (number(args, "order", 1) > 1 && i < c->outputs)
		CHECK_CODE(zhun_lpu_second_order(c->arena, l, i, value, u, &err), ZHUN_OK, &err);
}

static double k_of(const struct a_case *c, const struct zhun_json *args)
{
	double k = number(args, "k", 0), nu = HUGE_VAL;
	struct zhun_error err;
	if (k > 0)
		return k;
	if (!is_word(args, "nu", "infinite"))
		nu = zhun_lpu_dof(lpu_of(c, args), index_of(c, args, "output"));
	if (is_word(args, "nu", "truncated"))
		nu = floor(nu);
	CHECK_CODE(zhun_coverage_k(number(args, "p", 0), nu, &k, &err), ZHUN_OK, &err);
	return k;
}

/* root sum of squares over the listed inputs, or over all */
static double component(const struct a_case *c, const struct zhun_json *args, bool all)
{
	const struct zhun_lpu *l = lpu_of(c, args);
	const struct zhun_json *list = zhun_json_get(args, "inputs");
	size_t output = index_of(c, args, "output");
	double sum = 0;
	for (size_t i = 0; i < c->inputs; i++) {
		double part = zhun_lpu_sensitivity(l, output, i) * zhun_lpu_u(l, c->outputs + i);
		bool listed = all;
		for (const struct zhun_json *v = list ? list->first : NULL; v; v = v->next)
			listed = listed || strcmp(v->text, c->names[i]) == 0;
		sum += listed ? part * part : 0;
	}
	return sqrt(sum);
}

/* Results handed on with their value and u alone become inputs of what is left of the model. */
static double chain_u_only(struct a_case *c, const struct zhun_json *args)
{
	const struct zhun_json *stages = zhun_json_get(args, "stages");
	struct a_case rest = {.arena = c->arena, .root = c->root};
	const char *output = zhun_json_get_string(args, "output");
	struct zhun_error err;
	const struct zhun_lpu *l = lpu_of(c, args);
	for (size_t i = 0; i < c->inputs; i++, rest.inputs++) {
		rest.input[i] = c->input[i];
		rest.names[i] = c->names[i];
	}
	for (size_t i = 0; i < c->outputs; i++) {
		bool stage = false;
		for (const struct zhun_json *v = stages->first; v; v = v->next)
			stage = stage || strcmp(v->text, c->output[i].name) == 0;
		if (!stage) {
			rest.output[rest.outputs++] = c->output[i];
			continue;
		}
		rest.names[rest.inputs] = c->output[i].name;
		rest.input[rest.inputs++].lpu =
			(struct zhun_lpu_input){zhun_lpu_value(l, i), zhun_lpu_u(l, i), 0};
	}
	for (size_t i = 0; i < rest.inputs * rest.inputs; i++)
		rest.correlation[i] = i % (rest.inputs + 1) == 0;
	CHECK_CODE(zhun_model_compile(c->arena, rest.names, rest.inputs, rest.output, rest.outputs,
				      &rest.model, &err),
		   ZHUN_OK, &err);
	for (size_t i = 0; i < rest.outputs; i++)
		if (strcmp(rest.output[i].name, output) == 0)
			return zhun_lpu_u(lpu_of(&rest, args), i);
	return 0;
}

static double lpu_op(struct a_case *c, const char *op, const struct zhun_json *args)
{
	double value = 0, u = 0;
	if (strcmp(op, "chain.u") == 0 && is_word(args, "passed_on", "u_only"))
		return chain_u_only(c, args);
	if (strcmp(op, "lpu.covariance") == 0 || strcmp(op, "lpu.correlation") == 0) {
		const struct zhun_lpu *l = lpu_of(c, args);
		size_t a = index_of(c, args, "a"), b = index_of(c, args, "b");
		double cov = zhun_lpu_covariance(l, a, b);
		return strcmp(op, "lpu.covariance") == 0
			       ? cov
			       : cov / zhun_lpu_u(l, a) / zhun_lpu_u(l, b);
	}
	if (strcmp(op, "lpu.component") == 0)
		return component(c, args, false);
	if (strcmp(op, "lpu.contribution") == 0)
		return 100 * pow(component(c, args, false) / component(c, args, true), 2);
	if (strcmp(op, "lpu.nu_eff") == 0) {
		double nu = zhun_lpu_dof(lpu_of(c, args), index_of(c, args, "output"));
		const struct zhun_json *cut = zhun_json_get(args, "truncate");
		return cut && cut->kind == ZHUN_J_TRUE ? floor(nu) : nu;
	}
	if (strcmp(op, "lpu.k") == 0)
		return k_of(c, args);
	value_and_u(c, args, &value, &u);
	if (strcmp(op, "lpu.value") == 0)
		return value;
	if (strcmp(op, "lpu.u") == 0 || strcmp(op, "chain.u") == 0)
		return u;
	double expanded = k_of(c, args) * u;
	return strcmp(op, "lpu.U") == 0		     ? expanded
	       : strcmp(op, "lpu.interval_low") == 0 ? value - expanded
						     : value + expanded;
}

static void draw(struct a_case *c)
{
	struct zhun_distribution in[INPUTS];
	struct zhun_error err;
	for (size_t i = 0; i < c->inputs; i++)
		in[i] = c->input[i].d;
	for (size_t i = 0; i < c->outputs; i++)
		if (!zhun_model_is_complex(c->model, i))
			c->real[c->reals++] = i;
	const struct zhun_mc_task task = {c->model, in, c->correlation, 20261123, c->draws};
	CHECK_CODE(zhun_mc_run(c->arena, &task, c->real, c->reals, c->sample, c->covariance, &err),
		   ZHUN_OK, &err);
}

static size_t drawn(const struct a_case *c, size_t output)
{
	for (size_t i = 0; i < c->reals; i++)
		if (c->real[i] == output)
			return i;
	CHECK_TEXT("an output", "was drawn");
	return 0;
}

static double mc_op(struct a_case *c, const char *op, const struct zhun_json *args)
{
	double low = 0, high = 0;
	if (!c->reals)
		draw(c);
	if (strcmp(op, "mc.covariance") == 0 || strcmp(op, "mc.correlation") == 0) {
		size_t a = drawn(c, index_of(c, args, "a")), b = drawn(c, index_of(c, args, "b"));
		double cov = c->covariance[a * c->reals + b];
		return strcmp(op, "mc.covariance") == 0 ? cov
							: cov / c->sample[a].u / c->sample[b].u;
	}
	struct zhun_mc_sample *s = &c->sample[drawn(c, index_of(c, args, "output"))];
	if (strcmp(op, "mc.mean") == 0)
		return s->mean;
	if (strcmp(op, "mc.u") == 0)
		return s->u;
	zhun_mc_interval(s, number(args, "p", 0),
			 is_word(args, "kind", "shortest") ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC,
			 &low, &high);
	return strcmp(op, "mc.interval_low") == 0 ? low : high;
}

static double coverage_op(const char *op, const struct zhun_json *args)
{
	double p = number(args, "p", 0), m = number(args, "m", 1);
	if (strcmp(op, "coverage.k_ellipsoid") == 0)
		return sqrt(gsl_cdf_chisq_Pinv(p, m));
	return gsl_cdf_ugaussian_Pinv((1 + pow(p, 1 / m)) / 2);
}

/* ---- cases ---- */

static bool holds(struct a_case *c, const struct zhun_json *e)
{
	const char *op = zhun_json_get_string(e, "op");
	const struct zhun_json *args = zhun_json_get(e, "args");
	double want = number(e, "value", 0), room = number(e, "tol_abs", 0), got;
	bool drawn_op = strncmp(op, "mc.", 3) == 0;
	if (drawn_op)
		got = mc_op(c, op, args);
	else if (strncmp(op, "coverage.", 9) == 0)
		got = coverage_op(op, args);
	else
		got = lpu_op(c, op, args);
	if (drawn_op)
		room *= sqrt(FULL_DRAWS / (double)c->draws);
	return unit_check(fabs(got - want) <= room, __FILE__, __LINE__,
			  "%s: %s gave %.12g, not %.12g within %g",
			  zhun_json_get_string(c->root, "id"), zhun_json_get_string(e, "quantity"),
			  got, want, room);
}

static size_t run_case(const char *text, size_t n, size_t draws)
{
	struct a_case *c = calloc(1, sizeof(*c));
	struct zhun_arena *arena = zhun_arena_open((size_t)2 << 30);
	struct zhun_error err;
	size_t count = 0;
	c->arena = arena;
	c->draws = draws;
	CHECK_CODE(zhun_json_parse(arena, text, n, &c->root, &err), ZHUN_OK, &err);
	bool ours = is_word(c->root, "area", "uncertainty") || is_word(c->root, "area", "coverage");
	if (ours && (is_word(c->root, "area", "coverage") || read_model(c)))
		for (const struct zhun_json *e = zhun_json_get(c->root, "expected")->first; e;
		     e = e->next)
			count += holds(c, e);
	(void)zhun_arena_close(arena);
	free(c);
	return count;
}

static void published_cases(void)
{
	static const char folder[] = "../shared/data/measure-cases";
	const char *setting = getenv("ZHUN_CASE_DRAWS");
	size_t draws = setting ? strtoul(setting, NULL, 10) : 100000, count = 0, n = 0;
	DIR *dir = opendir(folder);
	if (!dir) {
		unit_skip("no ../shared/data/measure-cases");
		return;
	}
	for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
		char path[600];
		(void)snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		char *text = strstr(e->d_name, ".json") ? unit_read_file(path, &n) : NULL;
		if (text)
			count += run_case(text, n, draws);
		free(text);
	}
	(void)closedir(dir);
	unit_check(count > 100, __FILE__, __LINE__, "%zu values", count);
	printf("# %zu expected values hold\n", count);
}

static const struct unit_test tests[] = {
	{"measure cases: uncertainty and coverage", published_cases},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

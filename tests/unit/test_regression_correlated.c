/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines through correlated readings. Expected values: ISO/TS 28037:2010 clause 10 as printed, its digits and
 * those of clause 8 and 9 by tests/reference/regression.py. */
#include "measure/dd.h"
#include "near.h"
#include "zhun/measure/regression.h"

enum { MOST = 8 };

struct points {
	struct zhun_dd x[MOST], y[MOST];
	double x_x[MOST * MOST], y_y[MOST * MOST], x_y[MOST * MOST];
	size_t n;
};

static struct zhun_line_covariances data_of(const struct points *p)
{
	return (struct zhun_line_covariances){{p->n, p->x}, {p->n, p->y}, p->x_x, p->y_y, p->x_y, ZHUN_SCALE_NONE};
}

static struct points set(const double *x, const double *y, size_t n)
{
	struct points p = {.n = n};
	for (size_t i = 0; i < n; i++) {
		p.x[i] = dd(x[i]);
		p.y[i] = dd(y[i]);
	}
	return p;
}

/* ISO/TS 28037:2010 clause 10, table 25 */
static struct points clause_10(void)
{
	static const double x[] = {50.4, 99.0, 149.9, 200.4, 248.5, 299.7, 349.1};
	static const double y[] = {52.3, 97.8, 149.7, 200.1, 250.4, 300.9, 349.2};
	static const double of_x[] = {
		0.50, 0.00, 0.25, 0.00, 0.25, 0.00, 0.25, 0.00, 1.25, 1.00, 0.00, 0.00, 1.00, 1.00,
		0.25, 1.00, 1.50, 0.00, 0.25, 1.00, 1.25, 0.00, 0.00, 0.00, 1.25, 1.00, 1.00, 1.00,
		0.25, 0.00, 0.25, 1.00, 1.50, 1.00, 1.25, 0.00, 1.00, 1.00, 1.00, 1.00, 2.25, 2.00,
		0.25, 1.00, 1.25, 1.00, 1.25, 2.00, 2.50};
	struct points p = set(x, y, 7);
	memcpy(p.x_x, of_x, sizeof of_x);
	for (size_t i = 0; i < 49; i++)
		p.y_y[i] = i % 8 == 0 ? 5 : 1;
	return p;
}

static void the_standards_line(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct points p = clause_10();
	const struct zhun_line_covariances data = data_of(&p);
	struct zhun_fit f = {0};
	static const double origin[] = {1, 0}, slope[] = {0, 1};
	const struct zhun_inverse read_back = {origin, slope, 225, 1.5};
	struct zhun_error err;
	double x0, u;
	if (CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(f.coefficient[0], 0.3424, 5e-5);
		CHECK_NEAR(f.coefficient[1], 1.0012, 5e-5);
		CHECK_NEAR(sqrt(f.covariance[0]), 2.0569, 5e-5);
		CHECK_NEAR(sqrt(f.covariance[3]), 0.0090, 5e-5);
		CHECK_NEAR(f.covariance[1], -0.0129, 5e-5);
		CHECK_NEAR(f.chi2, 1.772, 5e-4);
		CHECK_NEAR(f.coefficient[0], 0.3424008274451133, 1e-11);
		CHECK_NEAR(f.coefficient[1], 1.0012307628224462, 1e-13);
		CHECK_NEAR(sqrt(f.covariance[0]), 2.0569220501160057, 1e-11);
		CHECK_NEAR(f.chi2, 1.7718474509100428, 1e-10);
		CHECK_CODE(zhun_fit_inverse(&f, &read_back, &x0, &u, &err), ZHUN_OK, &err);
		CHECK_NEAR(x0, 224.38143883958415, 1e-9);
		CHECK_NEAR(u, 2.1854792882035956, 1e-9);
	}
	zhun_arena_close(a);
}

static void covariances_of_pairs(void)
{
	static const double x[] = {1.2, 1.9, 2.9, 4.0, 4.7, 5.9}, y[] = {3.4, 4.4, 7.2, 8.5, 10.8, 13.5};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct points p = set(x, y, 6);
	struct zhun_fit f = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 6; i++) {
		p.x_x[7 * i] = 0.04;
		p.y_y[7 * i] = i < 3 ? 0.04 : 0.16;
		p.x_y[7 * i] = 0.036;
	}
	const struct zhun_line_covariances data = data_of(&p);
	if (CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(f.coefficient[0], 0.5815918676690608, 1e-12);
		CHECK_NEAR(f.coefficient[1], 2.1699954665949583, 1e-12);
		CHECK_NEAR(sqrt(f.covariance[0]), 0.28564479812140303, 1e-12);
		CHECK_NEAR(sqrt(f.covariance[3]), 0.09019128630679005, 1e-12);
		CHECK_NEAR(f.chi2, 6.48269131440069, 1e-12);
	}
	zhun_arena_close(a);
}

static double uniform(unsigned long long *state)
{
	return (double)(unit_random(state) >> 11) / 9007199254740992.0;
}

/* A covariance of x and y together, of three common causes and each reading's own part. */
static struct points random_points(unsigned long long *state)
{
	struct points p = {.n = 3 + unit_random(state) % (MOST - 2)};
	double cause[2 * MOST][3], b = 4 * uniform(state) - 2, own = 0.1 + uniform(state);
	size_t n = p.n;
	b = fabs(b) < 0.2 ? 0.2 : b;
	for (size_t i = 0; i < n; i++) {
		p.x[i] = dd(1000 + 10 * (double)i + uniform(state));
		p.y[i] = dd(b * p.x[i].hi + 5 + uniform(state));
		for (size_t k = 0; k < 3; k++) {
			cause[i][k] = uniform(state) - 0.5;
			cause[n + i][k] = uniform(state) - 0.5;
		}
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			p.x_x[i * n + j] = p.y_y[i * n + j] = i == j ? own : 0;
			for (size_t k = 0; k < 3; k++) {
				p.x_x[i * n + j] += cause[i][k] * cause[j][k];
				p.y_y[i * n + j] += cause[n + i][k] * cause[n + j][k];
				p.x_y[i * n + j] += cause[i][k] * cause[n + j][k];
			}
		}
	return p;
}

/* With x and y changing places it is the same line. */
static void the_other_way_round(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned long long state = 28037;
	for (int round = 0; round < 300; round++) {
		struct zhun_arena_mark mark = zhun_arena_mark(a);
		const struct points p = random_points(&state);
		struct points q = {.n = p.n};
		struct zhun_fit f = {0}, g = {0};
		struct zhun_error err;
		memcpy(q.x, p.y, sizeof q.x);
		memcpy(q.y, p.x, sizeof q.y);
		memcpy(q.x_x, p.y_y, sizeof q.x_x);
		memcpy(q.y_y, p.x_x, sizeof q.y_y);
		for (size_t i = 0; i < p.n * p.n; i++)
			q.x_y[i] = p.x_y[i % p.n * p.n + i / p.n];
		const struct zhun_line_covariances one = data_of(&p), other = data_of(&q);
		if (!CHECK_CODE(zhun_fit_line_correlated(a, &one, &f, &err), ZHUN_OK, &err) ||
		    !CHECK_CODE(zhun_fit_line_correlated(a, &other, &g, &err), ZHUN_OK, &err))
			break;
		CHECK_NEAR(f.chi2, g.chi2, 1e-7 * (1 + g.chi2));
		CHECK_NEAR(f.coefficient[1] * g.coefficient[1], 1, 1e-8);
		zhun_arena_rewind(a, mark);
	}
	zhun_arena_close(a);
}

/* Without correlations it is generalised distance regression. */
static void alone_it_is_distance(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned long long state = 7;
	for (int round = 0; round < 300; round++) {
		struct zhun_arena_mark mark = zhun_arena_mark(a);
		struct points p = random_points(&state);
		double u_x[MOST], u_y[MOST];
		struct zhun_fit f = {0}, g = {0};
		struct zhun_error err;
		for (size_t i = 0; i < p.n * p.n; i++)
			p.x_x[i] = i % (p.n + 1) ? 0 : p.x_x[i], p.y_y[i] = i % (p.n + 1) ? 0 : p.y_y[i];
		for (size_t i = 0; i < p.n; i++) {
			u_x[i] = sqrt(p.x_x[i * (p.n + 1)]);
			u_y[i] = sqrt(p.y_y[i * (p.n + 1)]);
		}
		struct zhun_line_covariances one = data_of(&p);
		one.x_y = NULL;
		const struct zhun_line_data other = {one.x, one.y, u_x, u_y, ZHUN_SCALE_NONE};
		if (!CHECK_CODE(zhun_fit_line_correlated(a, &one, &f, &err), ZHUN_OK, &err) ||
		    !CHECK_CODE(zhun_fit_line_both(a, &other, &g, &err), ZHUN_OK, &err))
			break;
		CHECK_NEAR(f.coefficient[1], g.coefficient[1], 1e-9 * fabs(g.coefficient[1]));
		CHECK_NEAR(f.covariance[3], g.covariance[3], 1e-7 * g.covariance[3]);
		CHECK_NEAR(f.chi2, g.chi2, 1e-8 * (1 + g.chi2));
		zhun_arena_rewind(a, mark);
	}
	zhun_arena_close(a);
}

/* ISO/TS 28037:2010 clause 9: readings with a common part. */
static void correlated_observations(void)
{
	static const double y[] = {1.3, 4.1, 6.9, 7.5, 10.2, 12.0};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_dd design[12], values[6];
	double covariance[36];
	struct zhun_fit f = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 6; i++) {
		design[2 * i] = dd(1);
		design[2 * i + 1] = dd((double)i + 1);
		values[i] = dd(y[i]);
		for (size_t j = 0; j < 6; j++)
			covariance[i * 6 + j] = i != j ? 1 : i < 3 ? 2 : 5;
	}
	const struct zhun_linear_data data = {design, 2, {6, values}, NULL, ZHUN_SCALE_NONE, covariance};
	if (CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(f.coefficient[0], -0.3892405063291129, 1e-12);
		CHECK_NEAR(f.coefficient[1], 2.1727848101265823, 1e-12);
		CHECK_NEAR(sqrt(f.covariance[0]), 1.4568331645038537, 1e-12);
		CHECK_NEAR(f.covariance[1], -0.32911392405063294, 1e-12);
		CHECK_NEAR(f.chi2, 1.1331487341772162, 1e-12);
	}
	covariance[1] = 0.5;
	CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_E_FIT_COVARIANCE, &err);
	covariance[1] = covariance[6] = 9;
	CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_E_FIT_COVARIANCE, &err);
	zhun_arena_close(a);
}

static void refuses(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct points p = clause_10();
	struct zhun_line_covariances data = data_of(&p);
	struct zhun_fit f;
	struct zhun_error err;
	data.y.count = 6;
	CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	data.x.count = data.y.count = 1;
	CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_E_SERIES_SHORT, &err);
	data = data_of(&p);
	p.y_y[0] = -1;
	CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_E_FIT_COVARIANCE, &err);
	p = clause_10();
	p.x_x[1] = 0.1;
	CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_E_FIT_COVARIANCE, &err);
	p = clause_10();
	for (size_t i = 1; i < 7; i++)
		p.x[i] = p.x[0];
	CHECK_CODE(zhun_fit_line_correlated(a, &data, &f, &err), ZHUN_E_FIT_SINGULAR, &err);
	zhun_arena_close(a);
}

static enum zhun_code fit(struct zhun_arena *a, void *context)
{
	const struct points p = clause_10();
	const struct zhun_line_covariances data = data_of(&p);
	const struct zhun_linear_data linear = {p.x, 1, {7, p.y}, NULL, ZHUN_SCALE_NONE, p.y_y};
	struct zhun_fit f = {0};
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_fit_line_correlated(a, &data, &f, &err);
	CHECK(!code || f.points == 0);
	return code ? code : zhun_fit_linear(a, &linear, &f, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(fit, NULL);
}

static const struct unit_test tests[] = {
	{"correlated line: ISO/TS 28037 clause 10", the_standards_line},
	{"correlated line: covariances of pairs (clause 8)", covariances_of_pairs},
	{"correlated line: observations with a common part (clause 9)", correlated_observations},
	{"correlated line: the other way round", the_other_way_round},
	{"correlated line: alone it is distance regression", alone_it_is_distance},
	{"correlated line: what it refuses", refuses},
	{"correlated line: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

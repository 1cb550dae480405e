/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo.h"

#include <math.h>

#include "measure/montecarlo_draw.h"
#include "measure/montecarlo_order.h"
#include "measure/montecarlo_places.h"
#include "unit.h"

static struct zhun_arena *arena;

#define OUTPUTS(at, n) ((struct zhun_model_outputs){at, n})
#define SYMMETRIC(p) (&(const struct zhun_mc_coverage){p, ZHUN_MC_SYMMETRIC})
#define SHORTEST(p) (&(const struct zhun_mc_coverage){p, ZHUN_MC_SHORTEST})

static const char *const names[] = {"x", "y"};

static const struct zhun_model *compile(const struct zhun_model_output *outputs, size_t count)
{
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	const struct zhun_model_source source = {names, 2, outputs, count};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near_to(double got, double want, double within)
{
	return unit_check(fabs(got - want) <= within, __FILE__, __LINE__, "%.10g, not %.10g", got,
			  want);
}

static void closed_forms(void)
{
	static const struct zhun_model_output outputs[] = {{"sum", "x + y"}, {"twice", "2*x"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_UNIFORM, 0, 1, 0, 0},
						      {ZHUN_D_UNIFORM, 1, 1, 0, 0}};
	const struct zhun_mc_task task = {.model = compile(outputs, 2), .inputs = in, .seed = 1, .draws = 400000};
	const size_t which[] = {0, 1};
	struct zhun_mc_sample s[2];
	struct zhun_error err;
	double cov[4], low = 0, high = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 2), s, cov, &err), ZHUN_OK, &err);
	near_to(s[0].mean, 1, 0.006);
	near_to(s[0].u, sqrt(2.0 / 3), 0.003);
	near_to(cov[1], 2.0 / 3, 0.006);
	near_to(cov[0], s[0].u * s[0].u, 1e-12);
	/* a triangle on −1 … 3: the 2.5 % quantile is −1 + √(8·0.025) */
	zhun_mc_interval(&s[0], 0.95, ZHUN_MC_SYMMETRIC, &low, &high);
	near_to(low, -1 + sqrt(0.2), 0.01);
	near_to(high, 3 - sqrt(0.2), 0.01);
	zhun_mc_interval(&s[1], 0.5, ZHUN_MC_SHORTEST, &low, &high);
	near_to(high - low, 2, 0.01);
}

static void shortest_is_not_symmetric(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_EXPONENTIAL, 1, 0, 0, 0},
						      {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	const struct zhun_mc_task task = {compile(outputs, 1), in, NULL, 5, 300000};
	const size_t which[] = {0};
	struct zhun_mc_sample s;
	struct zhun_error err;
	double low = 0, high = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 1), &s, NULL, &err), ZHUN_OK, &err);
	zhun_mc_interval(&s, 0.9, ZHUN_MC_SYMMETRIC, &low, &high);
	near_to(low, -log(0.95), 0.003);
	near_to(high, -log(0.05), 0.04);
	zhun_mc_interval(&s, 0.9, ZHUN_MC_SHORTEST, &low, &high);
	near_to(low, 0, 0.002);
	near_to(high, -log(0.1), 0.03);
}

static void correlated(void)
{
	static const struct zhun_model_output outputs[] = {
		{"d", "x - y"}, {"x1", "x + 0"}, {"y1", "y + 0"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 5, 2, 0, 0},
						      {ZHUN_D_NORMAL, 3, 1, 0, 0}};
	static const double r[] = {1, 0.9, 0.9, 1}, full[] = {1, 1, 1, 1};
	struct zhun_mc_task task = {compile(outputs, 3), in, r, 9, 300000};
	const size_t which[] = {0, 1, 2};
	struct zhun_mc_sample s[3];
	struct zhun_error err;
	double cov[9];
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 3), s, cov, &err), ZHUN_OK, &err);
	near_to(s[0].u, sqrt(4 + 1 - 2 * 0.9 * 2), 0.01);
	near_to(cov[5] / s[1].u / s[2].u, 0.9, 0.003);
	near_to(s[1].mean, 5, 0.02);
	task.correlation = full;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 3), s, cov, &err), ZHUN_OK, &err);
	near_to(cov[5] / s[1].u / s[2].u, 1, 1e-9);
}

/* The same seed gives the same bits, a longer run begins as a shorter one. */
static void reproducible(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_GAMMA, 0.7, 1, 0, 0},
						      {ZHUN_D_T, 3, 1, 4, 0}};
	struct zhun_mc_task task = {compile(outputs, 1), in, NULL, 77, 5000};
	const size_t which[] = {0};
	struct zhun_mc_sample a, b, c;
	struct zhun_error err;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 1), &a, NULL, &err), ZHUN_OK, &err);
	task.draws = 20001;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 1), &b, NULL, &err), ZHUN_OK, &err);
	CHECK(memcmp(a.y, b.y, a.count * sizeof(*a.y)) == 0);
	task.seed = 78;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(which, 1), &c, NULL, &err), ZHUN_OK, &err);
	CHECK(memcmp(b.y, c.y, b.count * sizeof(*b.y)) != 0);
}

/* what a summary, a covariance and a kept sample come to */
struct outcome {
	struct zhun_mc_summary symmetric, shortest;
	struct zhun_mc_sample sample[2];
	double covariance[4];
};

static const size_t both[] = {0, 1};

static struct outcome outcome_of(struct zhun_mc_task *task, size_t threads, enum zhun_vector vector)
{
	struct outcome r;
	struct zhun_error err;
	memset(&r, 0, sizeof(r));
	task->threads = threads;
	task->vector = vector;
	CHECK_CODE(zhun_mc_summarise(arena, task, OUTPUTS(both, 1), SYMMETRIC(0.95), &r.symmetric, &err),
		   ZHUN_OK, &err);
	CHECK_CODE(zhun_mc_summarise(arena, task, OUTPUTS(both, 1), SHORTEST(0.95), &r.shortest, &err),
		   ZHUN_OK, &err);
	CHECK_CODE(zhun_mc_run(arena, task, OUTPUTS(both, 2), r.sample, r.covariance, &err), ZHUN_OK, &err);
	return r;
}

static bool same(double a, double b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

static bool same_end(const struct zhun_mc_end *a, const struct zhun_mc_end *b)
{
	return same(a->at, b->at) && same(a->from, b->from) && same(a->to, b->to);
}

static bool same_summary(const struct zhun_mc_summary *a, const struct zhun_mc_summary *b)
{
	return same(a->mean, b->mean) && same(a->u, b->u) && same_end(&a->low, &b->low) &&
	       same_end(&a->high, &b->high);
}

static bool same_outcome(const struct outcome *a, const struct outcome *b)
{
	bool ok = same_summary(&a->symmetric, &b->symmetric) && same_summary(&a->shortest, &b->shortest);
	for (size_t i = 0; i < 4; i++)
		ok = ok && same(a->covariance[i], b->covariance[i]);
	for (size_t i = 0; i < 2; i++)
		ok = ok && memcmp(a->sample[i].y, b->sample[i].y, a->sample[i].count * sizeof(double)) == 0;
	return ok;
}

/* Any number of threads and any vector unit: the same bits. */
static void same_bits_however_divided(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*exp(-y) + abs(sin(x))^1.7"}, {"g", "f + y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_T, 2, 0.1, 6, 0}, {ZHUN_D_CTRAP, 1, 0.2, 0.1, 0}};
	struct zhun_mc_task task = {
		.model = compile(outputs, 2), .inputs = in, .seed = 5, .draws = 3 * 65536 + 77};
	struct outcome first = outcome_of(&task, 1, ZHUN_VECTOR_BEST);
	for (size_t threads = 2; threads <= 5; threads += 3) {
		struct outcome other = outcome_of(&task, threads, ZHUN_VECTOR_BEST);
		unit_check(same_outcome(&first, &other), __FILE__, __LINE__, "%zu threads", threads);
	}
	for (int which = ZHUN_VECTOR_PLAIN; which <= ZHUN_VECTOR_AVX512; which++) {
		if (!vector_unit_of((enum zhun_vector)which))
			continue;
		struct outcome other = outcome_of(&task, 2, (enum zhun_vector)which);
		unit_check(same_outcome(&first, &other), __FILE__, __LINE__, "unit %d", which);
	}
}

/* The symmetric interval of a summary is that of the whole sample, and so are the draws around its ends. */
static void summary_is_the_sample(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_LOGNORMAL, 0, 0.7, 0, 0}, {ZHUN_D_NORMAL, 1, 0.3, 0, 0}};
	static const double p[] = {0.5, 0.95, 0.9999};
	static const size_t draws[] = {1000, 65536, 65537, 1500001};
	for (size_t k = 0; k < ZHUN_COUNT(p) * ZHUN_COUNT(draws); k++) {
		struct zhun_mc_task task = {
			.model = compile(outputs, 1), .inputs = in, .seed = 5 + k, .draws = draws[k / 3]};
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		struct zhun_mc_summary s;
		struct zhun_mc_sample sample;
		struct zhun_mc_end low, high;
		struct zhun_error err;
		CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 1), &sample, NULL, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 1), SYMMETRIC(p[k % 3]), &s, &err),
			   ZHUN_OK, &err);
		zhun_mc_ends(&sample, p[k % 3], ZHUN_MC_SYMMETRIC, &low, &high);
		CHECK(s.exact && same_end(&low, &s.low) && same_end(&high, &s.high));
		near_to(s.mean, sample.mean, 1e-13);
		near_to(s.u, sample.u, 1e-12);
		struct zhun_mc_summary bare;
		CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 1), NULL, &bare, &err), ZHUN_OK, &err);
		CHECK(same(bare.mean, s.mean) && same(bare.u, s.u) && !bare.exact);
		zhun_arena_rewind(arena, mark);
	}
}

/* ln 2, when half of all draws are one number; and a constant, when all are. */
static void equal_draws(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "(x + abs(x))/2 + y"}, {"g", "y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 0, 1, 0, 0}, {ZHUN_D_CONSTANT, 3, 0, 0, 0}};
	struct zhun_mc_task task = {.model = compile(outputs, 2), .inputs = in, .seed = 5, .draws = 400000};
	struct zhun_mc_summary s[2];
	struct zhun_error err;
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 2), SYMMETRIC(0.9), s, &err), ZHUN_OK, &err);
	CHECK(same(s[0].low.at, 3) && same(s[0].low.to, 3));
	near_to(s[0].high.at, 3 + 1.6448536, 0.02);
	CHECK(same(s[1].low.at, 3) && same(s[1].high.at, 3) && same(s[1].u, 0));
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 2), SHORTEST(0.9), s, &err), ZHUN_OK, &err);
	near_to(s[1].low.at, 3, 1e-12);
	near_to(s[1].high.at, 3, 1e-12);
	CHECK(!s[0].exact);
}

static void places_by_bits(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x + y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 0, 1, 0, 0}, {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	struct zhun_mc_task task = {
		.model = compile(outputs, 1), .inputs = in, .seed = 8, .draws = 30000, .threads = 3};
	const size_t places[] = {0, 12, 15000, 29999, ORDER_NONE};
	struct zhun_mc_sample sample;
	struct mc_crew crew = {.count = 0};
	struct zhun_error err;
	double got[5] = {0, 0, 0, 0, 99};
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 1), &sample, NULL, &err), ZHUN_OK, &err);
	CHECK_CODE(mc_crew_make(arena, &task, OUTPUTS(both, 1), &crew, &err), ZHUN_OK, &err);
	const struct mc_sought sought = {0, ZHUN_COUNT(places), places};
	CHECK_CODE(mc_places(arena, &crew, &sought, got, &err), ZHUN_OK, &err);
	mc_crew_close(&crew);
	order_sort(sample.y, sample.count);
	for (size_t i = 0; i < 4; i++)
		CHECK(same(got[i], sample.y[places[i]]));
	CHECK(same(got[4], 99));
}

static void order_statistics(void)
{
	unsigned long long state = 4;
	for (size_t n = 1; n < 300; n++) {
		double y[300], sorted[300];
		for (size_t i = 0; i < n; i++)
			y[i] = sorted[i] = (double)(unit_random(&state) % (n % 3 ? 1000000 : 7));
		order_sort(sorted, n);
		for (size_t i = 1; i < n; i++)
			CHECK(sorted[i - 1] <= sorted[i]);
		size_t k = (size_t)(unit_random(&state) % n);
		order_place(y, 0, n - 1, k);
		CHECK(same(y[k], sorted[k]));
		for (size_t i = 0; i < n; i++)
			CHECK(i < k ? y[i] <= y[k] : y[i] >= y[k]);
	}
}

static void order_of_many(void)
{
	enum { MANY = 100000 };
	static double y[MANY], sorted[MANY];
	unsigned long long state = 6;
	for (size_t t = 0; t < 40; t++) {
		for (size_t i = 0; i < MANY; i++)
			y[i] = sorted[i] = (double)(unit_random(&state) % (t % 2 ? 1000000007 : 50));
		size_t k = t % 3 ? (size_t)(unit_random(&state) % MANY) : t % 2 * (MANY - 1);
		order_sort(sorted, MANY);
		order_place(y, 0, MANY - 1, k);
		CHECK(same(y[k], sorted[k]));
	}
}

/* From a histogram: as near the sample's as both are to the true one. */
static void shortest_of_a_histogram(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x + y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_EXPONENTIAL, 1, 0, 0, 0}, {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	struct zhun_mc_task task = {.model = compile(outputs, 1), .inputs = in, .seed = 5, .draws = 2000000};
	struct zhun_mc_summary s;
	struct zhun_mc_sample sample;
	struct zhun_error err;
	double low = 0, high = 0;
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 1), SHORTEST(0.9), &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 1), &sample, NULL, &err), ZHUN_OK, &err);
	zhun_mc_interval(&sample, 0.9, ZHUN_MC_SHORTEST, &low, &high);
	near_to(s.low.at, 0, 1e-3);
	near_to(s.high.at, -log(0.1), 0.01);
	near_to(s.high.at - s.low.at, high - low, 2e-3);
	CHECK(s.high.from < s.high.at && s.high.at < s.high.to);
}

/* Copulas keep each input's own distribution: rank correlation of a normal copula is 6/π asin(r/2). */
static void copulas(void)
{
	static const struct zhun_model_output outputs[] = {{"x1", "x + 0"}, {"y1", "y + 0"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_UNIFORM, 5, 1, 0, 0}, {ZHUN_D_UNIFORM, 3, 2, 0, 0}};
	static const double r[] = {1, 0.8, 0.8, 1};
	struct zhun_mc_task task = {.model = compile(outputs, 2),
				    .inputs = in,
				    .correlation = r,
				    .seed = 9,
				    .draws = 200000,
				    .joint = ZHUN_MC_COPULA_NORMAL};
	struct zhun_mc_sample s[2];
	struct zhun_error err;
	double cov[4];
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 2), s, cov, &err), ZHUN_OK, &err);
	near_to(s[0].u, 1 / sqrt(3), 0.005);
	near_to(cov[1] / s[0].u / s[1].u, 6 / acos(-1) * asin(0.4), 0.005);
	task.joint = ZHUN_MC_COPULA_T;
	task.copula_dof = 3;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 2), s, cov, &err), ZHUN_OK, &err);
	near_to(s[1].u, 2 / sqrt(3), 0.01);
	/* both in their highest 1 %: tail dependence makes it many times as likely as with the normal */
	double far = 0;
	for (size_t i = 0; i < task.draws; i++)
		far += s[0].y[i] > 5.98 && s[1].y[i] > 4.96;
	/* by numerical integration of the bivariate t density; of the normal: 0.00377 */
	near_to(far / (double)task.draws, 0.0055676, 0.0006);
	task.copula_dof = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(both, 2), s, cov, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static bool stop_soon(void *context, size_t done, size_t draws)
{
	size_t *asked = context;
	CHECK(done <= draws);
	return ++*asked < 2;
}

static void stops_when_told(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_UNIFORM, 5, 1, 0, 0}, {ZHUN_D_CONSTANT, 3, 0, 0, 0}};
	size_t asked = 0;
	struct zhun_mc_task task = {.model = compile(outputs, 1),
				    .inputs = in,
				    .draws = (size_t)1 << 40,
				    .go_on = stop_soon,
				    .context = &asked};
	struct zhun_mc_summary s;
	struct zhun_error err;
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(both, 1), SYMMETRIC(0.9), &s, &err),
		   ZHUN_E_MC_STOPPED, &err);
	CHECK_INT(asked, 2);
}

static void refuses(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "log(x)"}, {"z", "complex(x, y)"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0},
						      {ZHUN_D_CONSTANT, 3, 0, 0, 0}};
	struct zhun_mc_task task = {compile(outputs, 2), in, NULL, 77, 5000};
	const size_t first[] = {0}, second[] = {1};
	struct zhun_mc_sample s;
	struct zhun_error err;
	struct zhun_mc_summary summary;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(first, 1), &s, NULL, &err),
		   ZHUN_E_MC_OUT_OF_DOMAIN, &err);
	CHECK_TEXT(err.place, "f column 1");
	double lost = (double)strtol(err.arg[0], NULL, 10), chance = 0.15865525393145707;
	near_to(lost, 5000 * chance, 4 * sqrt(5000 * chance * (1 - chance)));
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(first, 1), SYMMETRIC(0.9), &summary, &err),
		   ZHUN_E_MC_OUT_OF_DOMAIN, &err);
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(second, 1), NULL, &summary, &err),
		   ZHUN_E_EXPRESSION_COMPLEX, &err);
	CHECK_CODE(zhun_mc_summarise(arena, &task, OUTPUTS(first, 1), SYMMETRIC(1), &summary, &err),
		   ZHUN_E_PARAMETER_BAD, &err);
	task.threads = 65;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(first, 1), &s, NULL, &err), ZHUN_E_PARAMETER_BAD, &err);
	task.threads = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(second, 1), &s, NULL, &err),
		   ZHUN_E_EXPRESSION_COMPLEX, &err);
	task.draws = 999;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(first, 1), &s, NULL, &err), ZHUN_E_MC_DRAWS, &err);
	task.draws = (size_t)1000000000000;
	CHECK_CODE(zhun_mc_run(arena, &task, OUTPUTS(first, 1), &s, NULL, &err), ZHUN_E_ARENA_CEILING, &err);
}

static enum zhun_code run_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0},
						      {ZHUN_D_NORMAL, 3, 1, 0, 0}};
	static const double r[] = {1, 0.5, 0.5, 1};
	const struct zhun_mc_task task = {context, in, r, 1, 1000};
	const size_t first[] = {0};
	struct zhun_mc_sample s = {0};
	struct zhun_error err;
	enum zhun_code code = zhun_mc_run(a, &task, OUTPUTS(first, 1), &s, NULL, &err);
	CHECK((code == ZHUN_OK) == (s.y != NULL));
	return code;
}

static enum zhun_code summarise_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_T, 1, 1, 5, 0}, {ZHUN_D_CONSTANT, 3, 1, 0, 0}};
	const struct zhun_mc_task task = {.model = context, .inputs = in, .draws = 1000, .threads = 2};
	const size_t first[] = {0};
	struct zhun_mc_summary s = {0};
	struct zhun_error err;
	enum zhun_code code = zhun_mc_summarise(a, &task, OUTPUTS(first, 1), SYMMETRIC(0.9), &s, &err);
	CHECK((code == ZHUN_OK) == (s.draws > 0));
	if (!code)
		code = zhun_mc_summarise(a, &task, OUTPUTS(first, 1), SHORTEST(0.9), &s, &err);
	return code;
}

static void out_of_memory(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*y"}};
	union {
		const struct zhun_model *from;
		void *to;
	} model = {compile(outputs, 1)};
	unit_fault_loop(run_some, model.to);
	unit_fault_loop(summarise_some, model.to);
}

static const struct unit_test tests[] = {
	{"montecarlo: closed forms", closed_forms},
	{"montecarlo: the shortest interval is not symmetric", shortest_is_not_symmetric},
	{"montecarlo: correlated", correlated},
	{"montecarlo: reproducible", reproducible},
	{"montecarlo: the same bits however it is divided", same_bits_however_divided},
	{"montecarlo: a summary is the whole sample's", summary_is_the_sample},
	{"montecarlo: equal draws", equal_draws},
	{"montecarlo: places by bits", places_by_bits},
	{"montecarlo: order statistics", order_statistics},
	{"montecarlo: order of many", order_of_many},
	{"montecarlo: the shortest of a histogram", shortest_of_a_histogram},
	{"montecarlo: copulas", copulas},
	{"montecarlo: stops when told", stops_when_told},
	{"montecarlo: refuses", refuses},
	{"montecarlo: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 27);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

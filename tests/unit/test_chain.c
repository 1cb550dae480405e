/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chain.h"

#include <math.h>

#include "unit.h"
#include "zhun/base/text.h"

static struct zhun_arena *arena;

static const struct zhun_model *compile(struct zhun_arena *a, const char *const *names, size_t n,
					const struct zhun_model_output *out, size_t count)
{
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	if (zhun_model_compile(a, &(struct zhun_model_source){names, n, out, count}, &m, &err))
		return NULL;
	return m;
}

static bool near(double got, double want, double room)
{
	return unit_check(fabs(got - want) <= room, __FILE__, __LINE__, "%.15g, not %.15g", got, want);
}

static enum zhun_code start(struct zhun_arena *a, const struct zhun_lpu_task *task, const char *const *ids,
			    const char *const *names, struct zhun_chain *ret)
{
	const struct zhun_lpu *l = NULL;
	struct zhun_error err;
	enum zhun_code code = zhun_lpu_make(a, task, &l, &err);
	return code ? code : zhun_chain_of(a, l, ids, names, ret, &err);
}

/* Two instruments calibrated against one standard: what they share makes them correlated, and cancels in the ratio. */
static void one_standard(void)
{
	static const char *const names[] = {"s", "da", "db"}, *const ids[] = {"S-1/mass", "A", "B"},
			  *const outs[] = {"a", "b"}, *const both[] = {"a", "b"}, *const result[] = {"ratio", "sum"};
	static const struct zhun_model_output out[] = {{"a", "s + da"}, {"b", "s + db"}},
					      later[] = {{"ratio", "a/b"}, {"sum", "a + b"}};
	static const struct zhun_lpu_input in[] = {{10, 0.3, 8}, {0, 0.04, 0}, {0, 0.03, 0}};
	struct zhun_chain one, two;
	struct zhun_error err;
	const struct zhun_lpu_task task = {compile(arena, names, 3, out, 2), in, NULL};
	CHECK_CODE(start(arena, &task, ids, outs, &one), ZHUN_OK, NULL);
	near(zhun_chain_u(&one, 0), sqrt(0.09 + 0.0016), 1e-15);
	near(zhun_chain_covariance(&one, 0, 1), 0.09, 1e-15);
	const struct zhun_chain_link links[] = {{&one, 0}, {&one, 1}};
	CHECK_CODE(zhun_chain_combine(arena, compile(arena, both, 2, later, 2), links, result, &two, &err), ZHUN_OK,
		   &err);
	near(zhun_chain_u(&two, 0), 0.005, 1e-15);
	near(zhun_chain_u(&two, 1), sqrt(0.36 + 0.0025), 1e-14);
	double work[6], none = zhun_chain_dof(&two, 0, work);
	CHECK(isinf(none) || none > 1e20);
	near(zhun_chain_dof(&two, 1, work), 8 * pow(0.3625 / 0.36, 2), 1e-11);
}

/* ---- the law: in one go or in stages ---- */

enum { INPUTS = 5 };
static const char *const names[INPUTS] = {"v1", "v2", "v3", "v4", "v5"};
static const char *const ids[INPUTS] = {"u:1", "u:2", "u:3", "u:4", "u:5"};

static const char *random_formula(const char *const *use, size_t n, unsigned long long *state)
{
	const char *a = use[unit_random(state) % n], *b = use[unit_random(state) % n],
		   *c = use[unit_random(state) % n];
	switch (unit_random(state) % 5) {
	case 0:
		return zhun_printf(arena, "%s*%s + sin(%s)", a, b, c);
	case 1:
		return zhun_printf(arena, "%s/(2 + %s^2) - %s", a, b, c);
	case 2:
		return zhun_printf(arena, "exp(0.2*%s)*%s + %s", a, b, c);
	case 3:
		return zhun_printf(arena, "sqrt(1 + %s^2) + atan(%s)*%s", a, b, c);
	}
	return zhun_printf(arena, "%s - %s + 0.5*%s", a, b, c);
}

/* Stage one gives p and q; stage two, of p, q and an input again, gives y and z. */
static void chained_is_one_go(void)
{
	static const char *const stage_one[] = {"p", "q"}, *const stage_two[] = {"y", "z"},
			  *const middle[] = {"p", "q", "v2"};
	static const char *const same[] = {"v2"};
	unsigned long long state = 17;
	for (int i = 0; i < 2000; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		struct zhun_model_output out[4] = {{"p", random_formula(names, INPUTS, &state)},
						   {"q", random_formula(names, INPUTS, &state)},
						   {"y", random_formula(middle, 3, &state)},
						   {"z", random_formula(middle, 3, &state)}};
		struct zhun_lpu_input in[INPUTS];
		double r[INPUTS * INPUTS] = {0};
		struct zhun_chain first, second, fresh;
		struct zhun_error err;
		const struct zhun_lpu *l = NULL;
		for (size_t k = 0; k < INPUTS; k++) {
			in[k] = (struct zhun_lpu_input){(double)(unit_random(&state) % 300) / 100,
							(double)(unit_random(&state) % 50) / 100,
							(double)(unit_random(&state) % 12)};
			r[k * INPUTS + k] = 1;
		}
		if (i % 2)
			r[3] = r[3 * INPUTS] = r[1 * INPUTS + 4] = r[4 * INPUTS + 1] = 0.4;
		const struct zhun_lpu_task task = {compile(arena, names, INPUTS, out, 4), in, r};
		CHECK_CODE(zhun_lpu_make(arena, &task, &l, &err), ZHUN_OK, &err);
		const struct zhun_lpu_task begin = {compile(arena, names, INPUTS, out, 2), in, r};
		CHECK_CODE(start(arena, &begin, ids, stage_one, &first), ZHUN_OK, NULL);
		/* the input that comes in again, as a chain of its own: known by its id */
		static const struct zhun_model_output itself[] = {{"w", "v2"}};
		static const char *const w[] = {"w"};
		const struct zhun_lpu_task own = {compile(arena, same, 1, itself, 1), &in[1]};
		CHECK_CODE(start(arena, &own, &ids[1], w, &fresh), ZHUN_OK, NULL);
		const struct zhun_chain_link links[] = {{&first, 0}, {&first, 1}, {&fresh, 0}};
		CHECK_CODE(zhun_chain_combine(arena, compile(arena, middle, 3, out + 2, 2), links, stage_two, &second,
					      &err),
			   ZHUN_OK, &err);
		CHECK_CODE(zhun_chain_check(arena, &second, &err), ZHUN_OK, &err);
		for (size_t k = 0; k < 2; k++) {
			double scale = 0;
			for (size_t v = 0; v < INPUTS; v++)
				scale += pow(zhun_lpu_sensitivity(l, k + 2, v) * in[v].u, 2);
			near(second.results[k].value, zhun_lpu_value(l, k + 2), 0);
			for (size_t j = 0; j < 2; j++)
				near(zhun_chain_covariance(&second, k, j), zhun_lpu_covariance(l, k + 2, j + 2),
				     1e-13 * fmax(1, 10 * scale));
		}
		zhun_arena_rewind(arena, mark);
	}
}

/* Four influences with ν = 4, two of them read together: 1 + 4 is squared for both. A second chain that
 * knows the second as read with a third makes them one of three. */
static void read_together(void)
{
	static const struct zhun_influence f[] = {{"a", 4, 0}, {"b", 4, 2}, {"c", 4, 2}, {"d", 4, 0}},
					   g[] = {{"d", 4, 1}, {"c", 4, 1}};
	static const double part[] = {1, 1, 2, 0}, none[] = {0, 0};
	static const struct zhun_chain_result y[] = {{"y", 1, part}}, z[] = {{"z", 1, none}};
	static const char *const both[] = {"y", "z"};
	const struct zhun_chain one = {f, 4, NULL, 0, y, 1}, other = {g, 2, NULL, 0, z, 1};
	const struct zhun_chain_link links[] = {{&one, 0}, {&other, 0}};
	struct zhun_chain joined = {0};
	struct zhun_error err;
	double work[8];
	near(zhun_chain_dof(&one, 0, work), 36 / (1.0 / 4 + 25.0 / 4), 1e-14);
	if (!CHECK_CODE(zhun_chain_join(arena, links, 2, both, &joined, &err), ZHUN_OK, &err))
		return;
	CHECK_CODE(zhun_chain_check(arena, &joined, &err), ZHUN_OK, &err);
	CHECK_INT(joined.influences[0].group, 0);
	CHECK(joined.influences[1].group && joined.influences[1].group == joined.influences[2].group &&
	      joined.influences[1].group == joined.influences[3].group);
	near(zhun_chain_dof(&joined, 0, work), 36 / (1.0 / 4 + 25.0 / 4), 1e-14);
}

static void refuses(void)
{
	static const char *const two[] = {"v1", "v2"}, *const twice[] = {"a", "a"}, *const missing[] = {"a", NULL},
			  *const good[] = {"a", "b"}, *const y[] = {"y"};
	static const struct zhun_model_output out[] = {{"y", "v1*v2"}};
	static const struct zhun_lpu_input in[] = {{1, 0.1, 5}, {2, 0.1, 5}}, other[] = {{1, 0.1, 7}, {2, 0.1, 5}};
	static const double r1[] = {1, 0.5, 0.5, 1}, r2[] = {1, 0.6, 0.6, 1};
	const struct zhun_model *m = compile(arena, two, 2, out, 1);
	struct zhun_chain a, b, c = {.result_count = 77};
	struct zhun_error err;
	CHECK_CODE(start(arena, &(struct zhun_lpu_task){m, in, NULL}, twice, y, &c), ZHUN_E_CHAIN_ID, NULL);
	CHECK_CODE(start(arena, &(struct zhun_lpu_task){m, in, NULL}, missing, y, &c), ZHUN_E_CHAIN_ID, NULL);
	CHECK_CODE(start(arena, &(struct zhun_lpu_task){m, in, r1}, good, y, &a), ZHUN_OK, NULL);
	CHECK_CODE(start(arena, &(struct zhun_lpu_task){m, other, r1}, good, y, &b), ZHUN_OK, NULL);
	const struct zhun_chain_link links[] = {{&a, 0}, {&b, 0}};
	CHECK_CODE(zhun_chain_combine(arena, m, links, y, &c, &err), ZHUN_E_CHAIN_DISAGREES, &err);
	CHECK_CODE(start(arena, &(struct zhun_lpu_task){m, in, r2}, good, y, &b), ZHUN_OK, NULL);
	CHECK_CODE(zhun_chain_combine(arena, m, links, y, &c, &err), ZHUN_E_CHAIN_DISAGREES, &err);
	CHECK_INT(c.result_count, 77);
	static const struct zhun_influence f[] = {{"a", 0}, {"b", 3}}, same_id[] = {{"a", 0}, {"a", 3}},
					   lost[] = {{"a", 0, 2}, {"b", 3, 0}}, beyond[] = {{"a", 0, 3}, {"b", 3, 0}};
	static const double part[] = {1, 2}, odd[] = {1, HUGE_VAL};
	static const struct zhun_chain_result result[] = {{"y", 1, part}}, bad[] = {{"y", 1, odd}};
	static const struct zhun_influence_pair far[] = {{0, 2, 0.5}}, large[] = {{0, 1, 1.5}}, turned[] = {{1, 0, 0}};
	const struct {
		struct zhun_chain chain;
		enum zhun_code code;
	} rows[] = {
		{{f, 2, NULL, 0, result, 1}, ZHUN_OK},
		{{same_id, 2, NULL, 0, result, 1}, ZHUN_E_CHAIN_ID},
		{{lost, 2, NULL, 0, result, 1}, ZHUN_E_CHAIN_NUMBER},
		{{beyond, 2, NULL, 0, result, 1}, ZHUN_E_CHAIN_NUMBER},
		{{f, 2, NULL, 0, bad, 1}, ZHUN_E_CHAIN_NUMBER},
		{{f, 2, far, 1, result, 1}, ZHUN_E_CHAIN_NUMBER},
		{{f, 2, turned, 1, result, 1}, ZHUN_E_CHAIN_NUMBER},
		{{f, 2, large, 1, result, 1}, ZHUN_E_LPU_CORRELATION},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		CHECK_CODE(zhun_chain_check(arena, &rows[i].chain, &err), rows[i].code, &err);
}

static enum zhun_code chain_some(struct zhun_arena *a, void *context)
{
	static const char *const two[] = {"v1", "v2"}, *const y[] = {"y"};
	static const struct zhun_model_output out[] = {{"y", "v1*v2"}};
	static const struct zhun_lpu_input in[] = {{1, 0.1, 5}, {2, 0.1, 5}};
	static const double r[] = {1, 0.5, 0.5, 1};
	struct zhun_chain first, second = {.result_count = 0};
	struct zhun_error err;
	(void)context;
	const struct zhun_model *m = compile(a, two, 2, out, 1);
	const struct zhun_lpu_task task = {m, in, r};
	enum zhun_code code = m ? start(a, &task, ids, y, &first) : ZHUN_E_NO_MEMORY;
	const struct zhun_chain_link links[] = {{&first, 0}, {&first, 0}};
	if (!code)
		code = zhun_chain_combine(a, m, links, y, &second, &err);
	CHECK((code == ZHUN_OK) == (second.result_count == 1));
	return code ? code : zhun_chain_check(a, &second, &err);
}

static void out_of_memory(void)
{
	unit_fault_loop(chain_some, NULL);
}

static const struct unit_test tests[] = {
	{"chain: one standard", one_standard},
	{"chain: chained is one go", chained_is_one_go},
	{"chain: read together", read_together},
	{"chain: refuses", refuses},
	{"chain: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

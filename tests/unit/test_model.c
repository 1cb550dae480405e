/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/model.h"

#include <math.h>

#include "unit.h"
#include "zhun/base/text.h"

static struct zhun_arena *arena;

static const char *const xyz[] = {"x", "y", "z"};

static const struct zhun_model *compile(const char *text, struct zhun_error *err)
{
	const struct zhun_model *m = NULL;
	struct zhun_model_output *output = ZHUN_NEW(arena, struct zhun_model_output);
	*output = (struct zhun_model_output){"f", text};
	const struct zhun_model_source source = {xyz, 3, output, 1};
	enum zhun_code code = zhun_model_compile(arena, &source, &m, err);
	CHECK((code == ZHUN_OK) == (m != NULL));
	return m;
}

static double *work_of(size_t n)
{
	return ZHUN_NEW_ARRAY(arena, n, double);
}

static const struct {
	const char *text;
	double value; /* at x = 2, y = 3, z = 0.5 */
} values[] = {
	{"x + y*z", 3.5},
	{"-2^2", -4},
	{"2^-1", 0.5},
	{"2^3^2", 512},
	{"(x+y)*-z", -2.5},
	{"x/y/z", 4.0 / 3.0},
	{"x - y - z", -1.5},
	{"--x", 2},
	{"1e-3*x", 0.002},
	{".5 + 5.", 5.5},
	{"pi", 3.14159265358979323846},
	{"sqrt(x*8)", 4},
	{"exp(log(y))", 3},
	{"log10(1000)", 3},
	{"atan2(-1, -1)", -2.35619449019234492885},
	{"abs(-x)", 2},
	{"x^y", 8},
	{"x^-y", 0.125},
	{"(-x)^3", -8},
	{"y^0.5*y^0.5", 3.0000000000000004},
	{"re(complex(x, y))", 2},
	{"im(complex(x, y)*complex(x, y))", 12},
	{"abs(complex(3, 4))", 5},
	{"arg(complex(0, 1))", 1.57079632679489661923},
	{"abs(polar(x, y))", 2},
	{"re(conj(complex(x, y)))", 2},
	{"im(conj(complex(x, y)))", -3},
	{"re(exp(complex(0, pi)))", -1},
	{"abs(sqrt(complex(-4, 0)))", 2},
	{"im(x)", 0},
	{"re(x)", 2},
	{"arg(-x)", 3.14159265358979323846},
	{"sin(asin(z))", 0.5},
	{"cos(acos(z)) + tan(atan(z)) + tanh(z)/sinh(z)*cosh(z)", 2.0},
	{"re(complex(1,2)/complex(3,4))", 0.44},
	{"re(complex(1,1)^2) + im(complex(1,1)^2)", 2},
	{"re(complex(0,1)^complex(0,1))", 0.20787957635076193},
	{"x^(1/2)*x^(2-3/2)", 2.0000000000000004},
	{"let r = x/y; let q = r*r; q + r", 10.0 / 9.0},
	{"x < y", 1},
	{"x > y", 0},
	{"x <= 2", 1},
	{"x >= 2.5", 0},
	{"(x == 2) + (x != 2)*10", 1},
	{"if(x < y, y, z)", 3},
	{"if(x > y, log(-1), z)", 0.5},
	{"if(and(x > 1, not(y > 2)), 1, 2)", 2},
	{"if(or(x > 1, y > 4), 1, 2)", 1},
	{"min(x, y, z)", 0.5},
	{"max([x, y], z)", 3},
	{"abs(if(x > 1, complex(3, 4), x))", 5},
	{"mean([x, y, z])", 5.5 / 3},
	{"sum([x, y]*[y, z])", 7.5},
	{"sum([x, y]^2)", 13},
	{"sd([2, 4, 4, 4, 5, 5, 7, 9])", 2.1380899352993947},
	{"n([x, y])", 2},
	{"n(x)", 1},
	{"[x, y, z][2]", 3},
	{"sum(sin([x, y]))", 1.0504174348855491},
	{"mean(atan2([x, y], z))", 1.3657326565241512},
	{"platinum_ratio(100)", 1.385055},
};

static void known_values(void)
{
	static const double at[] = {2, 3, 0.5};
	for (size_t i = 0; i < ZHUN_COUNT(values); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = compile(values[i].text, &err);
		double got = 0;
		if (!unit_check(m != NULL, __FILE__, __LINE__, "%s: %s", values[i].text,
				zhun_error_row(err.code)->name))
			continue;
		CHECK_CODE(zhun_model_value(m, 0, at, work_of(zhun_model_work(m, 1)), &got, &err),
			   ZHUN_OK, &err);
		unit_check(fabs(got - values[i].value) <= 1e-14 * fmax(1, fabs(got)), __FILE__,
			   __LINE__, "%s is %.17g", values[i].text, got);
	}
}

static const struct {
	const char *text;
	enum zhun_code code;
	const char *place;
} refused[] = {
	{"", ZHUN_E_EXPRESSION_SYNTAX, "f column 1"},
	{"x +", ZHUN_E_EXPRESSION_SYNTAX, "f column 4"},
	{"x + w", ZHUN_E_EXPRESSION_NAME, "f column 5"},
	{"frob(x)", ZHUN_E_EXPRESSION_NAME, "f column 1"},
	{"sin(x, y)", ZHUN_E_EXPRESSION_ARGUMENTS, "f column 1"},
	{"atan2(x)", ZHUN_E_EXPRESSION_ARGUMENTS, "f column 1"},
	{"sin(x", ZHUN_E_EXPRESSION_SYNTAX, "f column 6"},
	{"(x", ZHUN_E_EXPRESSION_SYNTAX, "f column 3"},
	{"x)", ZHUN_E_EXPRESSION_SYNTAX, "f column 2"},
	{"x y", ZHUN_E_EXPRESSION_SYNTAX, "f column 3"},
	{"2 $ 3", ZHUN_E_EXPRESSION_SYNTAX, "f column 3"},
	{"f + 1", ZHUN_E_MODEL_CIRCULAR, "f column 1"},
	{"atan2(complex(1,2), 1)", ZHUN_E_EXPRESSION_COMPLEX, "f column 1"},
	{"x < complex(1,2)", ZHUN_E_EXPRESSION_COMPLEX, "f column 3"},
	{"min(x, complex(1,2))", ZHUN_E_EXPRESSION_COMPLEX, "f column 1"},
	{"if(complex(1,2), x, y)", ZHUN_E_EXPRESSION_COMPLEX, "f column 1"},
	{"if(x, y)", ZHUN_E_EXPRESSION_ARGUMENTS, "f column 1"},
	{"x < y < z", ZHUN_E_EXPRESSION_SYNTAX, "f column 7"},
	{"let x = 2; x", ZHUN_E_MODEL_TWICE, "f column 5"},
	{"let f = 2; f", ZHUN_E_MODEL_TWICE, "f column 5"},
	{"let a = 2; let a = 3; a", ZHUN_E_MODEL_TWICE, "f column 16"},
	{"let a = a; a", ZHUN_E_EXPRESSION_NAME, "f column 9"},
	{"let a = 2", ZHUN_E_EXPRESSION_SYNTAX, "f column 10"},
	{"let 2 = x; 2", ZHUN_E_EXPRESSION_SYNTAX, "f column 5"},
	{"[x, y]", ZHUN_E_EXPRESSION_LIST, "f column 1"},
	{"[x, [y]]", ZHUN_E_EXPRESSION_LIST, "f column 5"},
	{"[x, y][3]", ZHUN_E_EXPRESSION_ITEM, "f column 8"},
	{"[x, y][1.5]", ZHUN_E_EXPRESSION_ITEM, "f column 8"},
	{"[x, y][z]", ZHUN_E_EXPRESSION_SYNTAX, "f column 8"},
	{"x[1]", ZHUN_E_EXPRESSION_SYNTAX, "f column 2"},
	{"[x, y] + [x, y, z]", ZHUN_E_EXPRESSION_LENGTHS, "f column 8"},
	{"sd([x])", ZHUN_E_SERIES_SHORT, "f column 1"},
	{"mean(x, y)", ZHUN_E_EXPRESSION_ARGUMENTS, "f column 1"},
	{"platinum_ratio([x, y])", ZHUN_E_EXPRESSION_LIST, "f column 16"},
	{"platinum_ratio(x, y)", ZHUN_E_EXPRESSION_ARGUMENTS, "f column 1"},
	{"x\xff", ZHUN_E_UTF8_BAD, "f"},
};

static void refuses_at_its_place(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(refused); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		CHECK(!compile(refused[i].text, &err));
		unit_check(err.code == refused[i].code, __FILE__, __LINE__, "%s: %s",
			   refused[i].text, zhun_error_row(err.code)->name);
		CHECK_TEXT(err.place, refused[i].place);
	}
}

static void refuses_what_is_too_much(void)
{
	size_t n = 100000;
	char *deep = zhun_alloc(arena, n + 1), *longer = zhun_alloc(arena, 2 * n + 2);
	struct zhun_error err = {.code = ZHUN_OK};
	memset(deep, '(', n);
	CHECK(!compile(deep, &err));
	CHECK_INT(err.code, ZHUN_E_EXPRESSION_TOO_LONG);
	memset(deep, '-', 50000);
	deep[50000] = 'x';
	deep[50001] = '\0';
	CHECK(compile(deep, &err) != NULL);
	deep[5000] = '\0';
	memset(deep, '(', 5000);
	CHECK(!compile(deep, &err));
	CHECK_INT(err.code, ZHUN_E_EXPRESSION_TOO_LONG);
	for (size_t i = 0; i + 2 <= 2 * (size_t)25000; i += 2)
		memcpy(longer + i, "x+", 2);
	memcpy(longer + 50000, "x", 2);
	CHECK(!compile(longer, &err));
	CHECK_INT(err.code, ZHUN_E_EXPRESSION_TOO_LONG);
}

static void names_and_order_of_outputs(void)
{
	static const struct zhun_model_output forward[] = {{"a", "b*2"}, {"b", "x + 1"}};
	static const struct zhun_model_output circle[] = {{"a", "b*2"}, {"b", "a + 1"}};
	static const struct zhun_model_output twice[] = {{"a", "1"}, {"x", "2"}};
	static const struct zhun_model_output odd[] = {{"2a", "1"}};
	static const char *const with_pi[] = {"pi"};
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	const double x[] = {4, 0, 0};
	double got = 0;
	struct zhun_model_source source = {xyz, 3, forward, 2};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_model_value(m, 0, x, work_of(zhun_model_work(m, 1)), &got, &err), ZHUN_OK,
		   &err);
	CHECK(fabs(got - 10) <= 0);
	source.outputs = circle;
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_E_MODEL_CIRCULAR, &err);
	source.outputs = twice;
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_E_MODEL_TWICE, &err);
	source = (struct zhun_model_source){xyz, 3, odd, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_E_EXPRESSION_NAME, &err);
	/* an input may be called pi */
	static const struct zhun_model_output pi[] = {{"f", "pi*2"}};
	source = (struct zhun_model_source){with_pi, 1, pi, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_model_value(m, 0, x, work_of(zhun_model_work(m, 1)), &got, &err), ZHUN_OK,
		   &err);
	CHECK(fabs(got - 8) <= 0);
}

/* a declared list is as many numbers as it says, one after another */
static void lists_as_inputs(void)
{
	static const char *const names[] = {"a", "r[3]", "b[2]"};
	static const struct zhun_model_output output[] = {{"f", "a*mean(r) + r[3] - sum(b*[10, 100])"}};
	static const char *const bad[][1] = {{"r[0]"}, {"r[2"},	  {"r[1.5]"}, {"r[]"},
					     {"r[x]"}, {"r[1e9]"}, {"3r"},     {"r]"}};
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	const double x[] = {2, 1, 2, 6, 0.5, 0.25};
	double g[6];
	struct zhun_gradient got = {.d = g};
	struct zhun_model_source source = {names, 3, output, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_model_inputs(m), 6);
	CHECK_CODE(zhun_model_gradient(m, 0, x, work_of(zhun_model_gradient_work(m)), &got, &err), ZHUN_OK, &err);
	CHECK(fabs(got.f - (6 + 6 - 30)) <= 1e-14);
	CHECK(fabs(g[0] - 3) <= 1e-15 && fabs(g[3] - 5.0 / 3) <= 1e-15 && fabs(g[5] + 100) <= 1e-13);
	source.input_count = 1;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++) {
		source.inputs = bad[i];
		CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_E_EXPRESSION_NAME, &err);
	}
}

/* a comparison with what is no number has no answer, so that nothing outside a domain passes unseen */
static void no_number_is_not_chosen(void)
{
	static const char *const texts[] = {"min(log(-x), y)", "max(y, log(-x))", "if(log(-x) < 1, y, z)",
					    "log(-x) <= y"};
	static const double at[] = {2, 3, 0.5};
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = compile(texts[i], &err);
		double y = 0;
		CHECK_CODE(zhun_model_value(m, 0, at, work_of(zhun_model_work(m, 1)), &y, &err),
			   ZHUN_E_MODEL_NOT_FINITE, &err);
	}
}

static void outside_a_domain(void)
{
	static const struct {
		const char *text, *place;
		enum zhun_code code;
	} rows[] = {
		{"1 + 1/(x - 2)", "f column 6", ZHUN_E_MODEL_NOT_FINITE},
		{"log(-x)", "f column 1", ZHUN_E_MODEL_NOT_FINITE},
		{"complex(x, y)", "f column 1", ZHUN_E_EXPRESSION_COMPLEX},
		{"sqrt(x - 2)", "f column 1", ZHUN_E_MODEL_NOT_SMOOTH},
	};
	static const double at[] = {2, 3, 0.5};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = compile(rows[i].text, &err);
		double d[3];
		struct zhun_gradient g = {.d = d};
		CHECK_CODE(zhun_model_gradient(m, 0, at, work_of(zhun_model_gradient_work(m)), &g, &err),
			   rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].place);
	}
}

/* ---- laws on random expressions ---- */

static const char *random_text(int depth, unsigned long long *state)
{
	static const char *const leaves[] = {"x", "y", "z", "1.5", "(x+2)", "(y*0.3+1)"};
	/* A and B are the parts */
	static const char *const calls[] = {"sin(A)",
					    "cos(A)",
					    "exp(0.1*(A))",
					    "atan(A)",
					    "tanh(A)",
					    "sqrt(1+(A)^2)",
					    "log(2+(A)^2)",
					    "abs(complex(1.5,A))",
					    "re(sqrt(complex(2,A)))",
					    "im(exp(complex(0.2,A)))",
					    "arg(complex(3,A))",
					    "cosh(0.2*(A))",
					    "re(conj(complex(A,1))^2)",
					    "asin(0.3*sin(A))",
					    "log10(3+(A)^2)",
					    "(A)+(B)",
					    "(A)-(B)",
					    "(A)*(B)",
					    "(A)/(2+(B)^2)",
					    "(2+sin(A))^(B)",
					    "atan2(A,3+(B)^2)",
					    "re(complex(A,1)/complex(2,B))",
					    "if((A)<(B),A,B)",
					    "max(A,B)*(A)",
					    "min([A,B,0.3])",
					    "sd([A,B,3])",
					    "if((A)>0,sqrt(0.01+abs(A)),(A)^2)"};
	struct zhun_text t;
	const char *text = "x";
	if (depth == 0)
		return leaves[unit_random(state) % ZHUN_COUNT(leaves)];
	zhun_text_init(&t, arena, 100000);
	for (const char *p = calls[unit_random(state) % ZHUN_COUNT(calls)]; *p; p++) {
		if (*p == 'A' || *p == 'B')
			zhun_text_add(&t, random_text(depth - 1, state));
		else
			zhun_text_addc(&t, *p);
	}
	CHECK(zhun_text_done(&t, &text, NULL) == ZHUN_OK);
	return text;
}

/* An analytic expression; where @a step, in x + ih. */
static void random_analytic(struct zhun_text *t, int depth, bool step, unsigned long long *state)
{
	static const char *const calls[] = {"sin(A)",
					    "cos(A)",
					    "exp(0.1*(A))",
					    "tanh(A)",
					    "sqrt(3+(A)^2)",
					    "log(5+(A)^2)",
					    "tan(0.1*(A))",
					    "cosh(0.2*(A))",
					    "sinh(0.2*(A))",
					    "log10(5+(A)^2)",
					    "(A)+(B)",
					    "(A)-(B)",
					    "(A)*(B)",
					    "(A)/(4+(B)^2)",
					    "(3+sin(A))^(0.3*(B))",
					    "((A)^3)/(2+(A)^2)",
					    "-(A)",
					    "atan(0.5*sin(A))",
					    "asin(0.3*sin(A))",
					    "acos(0.3*cos(A))",
					    "(2+cos(A))^-1.5",
					    "sum([A,B]*[B,2])"};
	static const char *const leaves[] = {"X", "y", "z", "1.5", "(X+2)", "X"};
	const char *p = depth ? calls[unit_random(state) % ZHUN_COUNT(calls)]
			      : leaves[unit_random(state) % ZHUN_COUNT(leaves)];
	for (unsigned long long a = unit_random(state), b = unit_random(state), now; *p; p++) {
		now = *p == 'A' ? a : b;
		if (*p == 'A' || *p == 'B')
			random_analytic(t, depth - 1, step, &now);
		else if (*p == 'X')
			zhun_text_add(t, step ? "complex(x,1e-20)" : "x");
		else
			zhun_text_addc(t, *p);
	}
}

/* f'(x) = Im f(x + ih)/h, without cancellation (Squire and Trapp, SIAM Review 40, 1998) */
static void complex_step_agrees(void)
{
	unsigned long long state = 99;
	for (int i = 0; i < 4000; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		const double x[3] = {(double)(unit_random(&state) % 1000) / 400.0 - 1.1, 0.8, -0.4};
		unsigned long long same = unit_random(&state), again = same;
		const char *text = "", *stepped = "";
		struct zhun_text plain, complex;
		struct zhun_error err = {.code = ZHUN_OK};
		double d[3], slope = 0;
		struct zhun_gradient g = {.d = d};
		zhun_text_init(&plain, arena, 1 << 16);
		zhun_text_init(&complex, arena, 1 << 16);
		random_analytic(&plain, 1 + i % 3, false, &same);
		zhun_text_add(&complex, "im(");
		random_analytic(&complex, 1 + i % 3, true, &again);
		zhun_text_add(&complex, ")");
		CHECK(!zhun_text_done(&plain, &text, NULL) && !zhun_text_done(&complex, &stepped, NULL));
		const struct zhun_model *m = compile(text, &err), *n = compile(stepped, &err);
		if (!unit_check(m && n, __FILE__, __LINE__, "%s: %s", text, zhun_error_row(err.code)->name))
			return;
		double *work = work_of(zhun_model_gradient_work(m));
		CHECK_CODE(zhun_model_gradient(m, 0, x, work, &g, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_model_value(n, 0, x, work_of(zhun_model_work(n, 1)), &slope, &err), ZHUN_OK, &err);
		double size = fmax(fmax(1, fabs(g.f)), fabs(d[0]));
		unit_check(fabs(slope * 1e20 - d[0]) <= 1e-12 * size, __FILE__, __LINE__,
			   "%s at %g: %.15g, by complex step %.15g", text, x[0], d[0], slope * 1e20);
		zhun_arena_rewind(arena, mark);
	}
}

/* Gradients (measure/slope.c) and jets agree with one another, and with differences to what these are good for. */
static void derivatives_of(const char *text, const double x[3])
{
	struct zhun_error err = {.code = ZHUN_OK};
	const struct zhun_model *m = compile(text, &err);
	if (!unit_check(m != NULL, __FILE__, __LINE__, "%s: %s", text,
			zhun_error_row(err.code)->name))
		return;
	double *work = work_of(zhun_model_jet_work(m) + zhun_model_gradient_work(m)), g[3], scale = 1;
	struct zhun_gradient here = {.d = g};
	if (zhun_model_gradient(m, 0, x, work, &here, &err))
		return;
	for (int i = 0; i < 3; i++)
		scale = fmax(scale, fabs(g[i]));
	for (int i = 0; i < 3; i++) {
		double d[3] = {0, 0, 0}, h = 1e-5, up[3], down[3], gu[3], gd[3];
		struct zhun_gradient above = {.d = gu}, below = {.d = gd};
		const double *const at[3] = {x, d, d};
		struct zhun_jet j;
		d[i] = 1;
		memcpy(up, x, sizeof(up));
		memcpy(down, x, sizeof(down));
		up[i] += h;
		down[i] -= h;
		CHECK_CODE(zhun_model_jet(m, 0, at, work, &j, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_model_gradient(m, 0, up, work, &above, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_model_gradient(m, 0, down, work, &below, &err), ZHUN_OK, &err);
		double slope = (above.f - below.f) / (2 * h), bend = (gu[i] - gd[i]) / (2 * h);
		double size = fmax(scale, fmax(fabs(bend), fabs(here.f)));
		unit_check(fabs(j.s - g[i]) <= 1e-11 * scale && fabs(j.t - g[i]) <= 1e-11 * scale,
			   __FILE__, __LINE__, "%s: jet %.15g, gradient %.15g", text, j.s, g[i]);
		unit_check(fabs(slope - g[i]) <= 1e-5 * size * (1 + fabs(j.stt)), __FILE__,
			   __LINE__, "%s: %g and %g", text, slope, g[i]);
		unit_check(fabs(bend - j.st) <= 1e-4 * size * (1 + fabs(j.stt)) &&
				   fabs(j.st - 2 * j.tt) <= 1e-9 * size,
			   __FILE__, __LINE__, "%s: bend %g, jet %g %g", text, bend, j.st, j.tt);
	}
}

static void derivatives_agree(void)
{
	unsigned long long state = 4242;
	for (int i = 0; i < 2000; i++) {
		double x[3];
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		const char *text = random_text(1 + (int)(unit_random(&state) % 3), &state);
		for (int k = 0; k < 3; k++)
			x[k] = (double)(unit_random(&state) % 1000) / 500.0 - 0.9 + 0.00037 * (k + 1);
		derivatives_of(text, x);
		zhun_arena_rewind(arena, mark);
	}
}

/* Third derivatives against those known in closed form. */
static void third_order(void)
{
	static const struct {
		const char *text;
		double x, third; /* d³f/dx³ */
	} rows[] = {
		{"x^5", 1.5, 60 * 2.25},
		{"exp(2*x)", 0.5, 8 * 2.718281828459045},
		{"sin(x)", 0.7, -0.7648421872844885},
		{"1/x", 2, -0.375},
		{"sqrt(x)", 4, 0.375 / 32},
		{"log(x)", 2, 0.25},
		{"tan(x)", 0, 2},
		{"tanh(x)", 0, -2},
		{"asin(x)", 0, 1},
		{"acos(x)", 0, -1},
		{"atan(x)", 0, -2},
		{"x^2", 0, 0},
		{"x^3", 0, 6},
		{"cos(x)", 0, 0},
		{"sinh(x)", 0, 1},
		{"log10(x)", 1, 2 / 2.302585092994046},
		{"abs(complex(x, 1))", 1, -0.5303300858899107},
		{"arg(complex(1, x))", 0, -2},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const double x[3] = {rows[i].x, 0, 0}, d[3] = {1, 0, 0};
		struct zhun_error err = {.code = ZHUN_OK};
		const double *const at[3] = {x, d, d};
		struct zhun_jet j = {0};
		const struct zhun_model *m = compile(rows[i].text, &err);
		CHECK_CODE(zhun_model_jet(m, 0, at, work_of(zhun_model_jet_work(m)), &j, &err),
			   ZHUN_OK, &err);
		/* st² has the coefficient D³[d,d,d]/2 */
		unit_check(fabs(2 * j.stt - rows[i].third) <= 1e-12 * fmax(1, fabs(rows[i].third)),
			   __FILE__, __LINE__, "%s: %.15g, not %.15g", rows[i].text, 2 * j.stt,
			   rows[i].third);
	}
}

/* 1^inf is 1 to the run, no number to exp(b log a). A comparison of it picked the
 * other branch, and gave 0 as the derivative of 3x. */
static void a_choice_of_no_number_is_not_smooth(void)
{
	const double x[3] = {0.7, 0, 0}, d[3] = {1, 0, 0};
	const double *const at[3] = {x, d, d};
	struct zhun_error err = {.code = ZHUN_OK};
	struct zhun_jet j = {0};
	double g[3];
	struct zhun_gradient here = {.d = g};
	const struct zhun_model *m = compile("x*if((x/x)^(1/(x-x)) > 0.5, 3, 0)", &err);
	CHECK_CODE(zhun_model_gradient(m, 0, x, work_of(zhun_model_gradient_work(m)), &here, &err),
		   ZHUN_OK, &err);
	CHECK(g[0] == 3);
	CHECK_CODE(zhun_model_jet(m, 0, at, work_of(zhun_model_jet_work(m)), &j, &err),
		   ZHUN_E_MODEL_NOT_SMOOTH, &err);
}

/* A block gives what its points give: SLEEF's functions there, the C library's here, each right to the last place
 * or nearly so. */
static void blocks_agree_with_points(void)
{
	static const char *const texts[] = {"x*sin(y) + z^2/x", "abs(polar(x, y)*complex(z, 1))",
					    "x^y", "-x + 2", "if(x < y, x, y^2)",
					    "min(x, 0.7) + (y >= 0.8)*max(y, z)",
					    "abs(if(x > 0.7, complex(x, y), z))"};
	enum { WIDTH = 37 };
	for (size_t t = 0; t < ZHUN_COUNT(texts); t++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = compile(texts[t], &err);
		double in[3][WIDTH], *work = work_of(zhun_model_work(m, WIDTH)),
				     *point = work_of(zhun_model_work(m, 1));
		const double *const columns[] = {in[0], in[1], in[2]};
		for (int i = 0; i < 3 * WIDTH; i++)
			in[i % 3][i / 3] = 0.5 + 0.01 * i;
		zhun_model_run(m, WIDTH, columns, work);
		const double *out = zhun_model_result(m, 0, WIDTH, work, NULL);
		for (int i = 0; i < WIDTH; i++) {
			const double x[3] = {in[0][i], in[1][i], in[2][i]};
			double y = 0;
			CHECK_CODE(zhun_model_value(m, 0, x, point, &y, &err), ZHUN_OK, &err);
			CHECK(fabs(y - out[i]) <= 4e-15 * fmax(1, fabs(y)));
		}
	}
}

static enum zhun_code compile_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_model_output outputs[] = {{"a", "x*b + sin(y)"},
							   {"b", "polar(x, y)*z^2"}};
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	(void)context;
	const struct zhun_model_source source = {xyz, 3, outputs, 2};
	enum zhun_code code = zhun_model_compile(a, &source, &m, &err);
	CHECK((code == ZHUN_OK) == (m != NULL));
	return code;
}

static void out_of_memory(void)
{
	unit_fault_loop(compile_some, NULL);
}

static const struct unit_test tests[] = {
	{"model: known values", known_values},
	{"model: refuses at its place", refuses_at_its_place},
	{"model: refuses what is too much", refuses_what_is_too_much},
	{"model: names and order of outputs", names_and_order_of_outputs},
	{"model: outside a domain", outside_a_domain},
	{"model: lists as inputs", lists_as_inputs},
	{"model: no number is not chosen", no_number_is_not_chosen},
	{"model: derivatives agree", derivatives_agree},
	{"model: complex step agrees", complex_step_agrees},
	{"model: third order", third_order},
	{"model: a choice of no number is not smooth", a_choice_of_no_number_is_not_smooth},
	{"model: blocks agree with points", blocks_agree_with_points},
	{"model: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 26);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

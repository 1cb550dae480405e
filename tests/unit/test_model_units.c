/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/model_units.h"

#include <math.h>

#include "unit.h"
#include "zhun/base/text.h"
#include "zhun/measure/formula.h"
#include "zhun/measure/quantity.h"

static struct zhun_arena *arena;

static struct zhun_unit unit(const char *text)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err = {.code = ZHUN_OK};
	if (strcmp(text, "1") != 0)
		CHECK_CODE(zhun_unit_read(text, strlen(text), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK, &err);
	return u;
}

static const struct {
	const char *name, *unit;
	enum zhun_count count;
	enum zhun_model_level level;
	double value; /* in that unit */
} inputs[] = {
	{"a", "m", ZHUN_POINT, ZHUN_LEVEL_KEPT, 2},
	{"b", "mm", ZHUN_POINT, ZHUN_LEVEL_KEPT, 500},
	{"c", "m^2", ZHUN_POINT, ZHUN_LEVEL_KEPT, 3},
	{"x", "1", ZHUN_POINT, ZHUN_LEVEL_KEPT, 0.5},
	{"pc", "%", ZHUN_POINT, ZHUN_LEVEL_KEPT, 50},
	{"w", "°", ZHUN_POINT, ZHUN_LEVEL_KEPT, 30},
	{"t", "°C", ZHUN_POINT, ZHUN_LEVEL_KEPT, 23},
	{"t0", "°C", ZHUN_POINT, ZHUN_LEVEL_KEPT, 20},
	{"tf", "°F", ZHUN_POINT, ZHUN_LEVEL_KEPT, 68},
	{"dt", "°C", ZHUN_DIFFERENCE, ZHUN_LEVEL_KEPT, 3},
	{"k", "K", ZHUN_POINT, ZHUN_LEVEL_KEPT, 293.15},
	{"al", "10^-6/K", ZHUN_POINT, ZHUN_LEVEL_KEPT, 10},
	{"g", "dB", ZHUN_DIFFERENCE, ZHUN_LEVEL_KEPT, 3},
	{"np", "Np", ZHUN_DIFFERENCE, ZHUN_LEVEL_KEPT, 1},
	{"pm", "dBm", ZHUN_POINT, ZHUN_LEVEL_KEPT, 10},
	{"pw", "dBW", ZHUN_POINT, ZHUN_LEVEL_KEPT, 0},
	{"gp", "dB", ZHUN_DIFFERENCE, ZHUN_LEVEL_POWER, 20},
	{"gf", "dB", ZHUN_DIFFERENCE, ZHUN_LEVEL_FIELD, 20},
	{"nf", "Np", ZHUN_DIFFERENCE, ZHUN_LEVEL_FIELD, 1},
	{"mw", "dBm", ZHUN_POINT, ZHUN_LEVEL_POWER, 20},
	{"ph", "pH", ZHUN_POINT, ZHUN_LEVEL_ACTIVITY, 7},
	{"r[3]", "mm", ZHUN_POINT, ZHUN_LEVEL_KEPT, 4},
	{"s[3]", "°C", ZHUN_POINT, ZHUN_LEVEL_KEPT, 21},
};

enum { INPUTS = ZHUN_COUNT(inputs), SLOTS = INPUTS + 4 };

struct compiled {
	const struct zhun_model *model;
	const char *names[INPUTS];
	struct zhun_unit units[INPUTS], unit;
	struct zhun_model_quantity in[INPUTS], out;
	struct zhun_model_output output;
	struct zhun_model_source source;
};

static struct compiled *prepare(struct zhun_arena *a, const char *text)
{
	struct compiled *c = ZHUN_NEW(a, struct compiled);
	if (!c)
		return NULL;
	c->output = (struct zhun_model_output){"y", text};
	c->source = (struct zhun_model_source){c->names, INPUTS, &c->output, 1, c->in, NULL};
	for (size_t i = 0; i < INPUTS; i++) {
		c->names[i] = inputs[i].name;
		c->units[i] = unit(inputs[i].unit);
		c->in[i] = (struct zhun_model_quantity){&c->units[i], inputs[i].count, inputs[i].level};
	}
	return c;
}

static void ask_for(struct compiled *c, const char *text, enum zhun_count count, enum zhun_model_level level)
{
	c->unit = unit(text);
	c->out = (struct zhun_model_quantity){&c->unit, count, level};
	c->source.output_units = &c->out;
}

static double evaluate(const struct compiled *c)
{
	const struct zhun_model *m = c->model;
	double x[SLOTS], y = (double)NAN;
	struct zhun_error err = {.code = ZHUN_OK};
	double *work = ZHUN_NEW_ARRAY(arena, zhun_model_work(m, 1), double);
	size_t slot = 0;
	for (size_t i = 0; i < INPUTS; i++)
		for (size_t k = 0; k < (strchr(inputs[i].name, '[') ? 3 : 1); k++)
			x[slot++] = zhun_convert(&zhun_model_unit_in(m, i)->value, inputs[i].value + (double)k);
	CHECK_INT(slot, zhun_model_inputs(m));
	CHECK_CODE(zhun_model_value(m, 0, x, work, &y, &err), ZHUN_OK, &err);
	return zhun_convert(&zhun_model_unit_out(m, 0)->value, y);
}

static const struct {
	const char *text, *unit; /* that comes out, or that is asked for */
	enum zhun_count count;
	enum zhun_model_level level;
	bool asked;
	double value;
} values[] = {
	{"a + b", "m", 0, 0, false, 2.5},
	{"a*b + c", "m^2", 0, 0, false, 4},
	{"a*b + c", "cm^2", 0, 0, true, 40000},
	{"sqrt(c) - a", "m", 0, 0, false, 1.7320508075688772 - 2},
	{"c^1.5/a^(1/2)", "m^2.5", 0, 0, false, 5.196152422706632 / 1.4142135623730951},
	{"sin(w)", "1", 0, 0, false, 0.5},
	{"exp(pc)", "1", 0, 0, false, 1.6487212707001282},
	{"x^pc", "1", 0, 0, false, 0.70710678118654752},
	{"a*(1 + al*(t - t0))", "m", 0, 0, false, 2 * (1 + 30e-6)},
	{"a*(1 + al*dt)", "m", 0, 0, false, 2 * (1 + 30e-6)},
	{"t - tf", "K", 0, 0, false, 3},
	{"t + dt", "°C", ZHUN_POINT, 0, true, 26},
	{"(t + t0)/2", "°C", ZHUN_POINT, 0, true, 21.5},
	{"t + 0.25*(t0 - t)", "°F", ZHUN_POINT, 0, true, 72.05},
	{"2*t - t0", "°C", ZHUN_POINT, 0, true, 26},
	{"mean(s)", "°C", ZHUN_POINT, 0, true, 22},
	{"sd(s)", "K", 0, 0, false, 1},
	{"max(t, t0) - min(s)", "K", 0, 0, false, 2},
	{"if(t > t0, a, b)", "m", 0, 0, false, 2},
	{"if(a > 0, max(a, 0), 0)", "m", 0, 0, false, 2},
	{"mean(r) + r[1]", "mm", 0, 0, true, 9},
	{"sum(r*r)", "mm^2", 0, 0, true, 16 + 25 + 36},
	{"k*x", "K", 0, 0, false, 146.575},
	{"atan2(a, b)", "1", 0, 0, false, 1.3258176636680326},
	{"abs(complex(a, b))", "m", 0, 0, false, 2.0615528128088303},
	{"abs(polar(c, w))", "m^2", 0, 0, false, 3},
	{"g + np", "dB", ZHUN_DIFFERENCE, 0, true, 3 + 8.68588963806503655},
	{"pm + g", "dBm", ZHUN_POINT, 0, true, 13},
	{"pm - pm", "dB", ZHUN_DIFFERENCE, 0, true, 0},
	{"gp", "1", 0, 0, false, 100},
	{"gf", "1", 0, 0, false, 10},
	{"nf", "1", 0, 0, false, 2.718281828459045},
	{"mw*gp", "W", 0, 0, true, 10},
	{"mw*gp", "dBm", ZHUN_POINT, ZHUN_LEVEL_POWER, true, 40},
	{"(mw + mw)/2", "dBm", ZHUN_POINT, ZHUN_LEVEL_POWER, true, 20},
	{"gf*gf", "Np", ZHUN_DIFFERENCE, ZHUN_LEVEL_FIELD, true, 4.605170185988091},
	{"ph", "1", 0, 0, false, 1e-7},
	{"ph*100", "pH", ZHUN_POINT, ZHUN_LEVEL_ACTIVITY, true, 5},
};

static void known_values(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(values); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		struct compiled *c = prepare(arena, values[i].text);
		struct zhun_unit wanted = unit(values[i].unit);
		if (values[i].asked)
			ask_for(c, values[i].unit, values[i].count, values[i].level);
		enum zhun_code code = zhun_model_compile(arena, &c->source, &c->model, &err);
		if (!unit_check(code == ZHUN_OK, __FILE__, __LINE__, "%s: %s at %s, “%s” “%s”", values[i].text,
				zhun_error_row(code)->name, err.place, err.arg[0], err.arg[1]))
			continue;
		const struct zhun_model_unit *out = zhun_model_unit_out(c->model, 0);
		CHECK(values[i].level || zhun_unit_same_dimension(&out->coherent, &wanted));
		double got = evaluate(c);
		unit_check(fabs(got - values[i].value) <= 4e-13 * fmax(1e-7, fabs(got)), __FILE__, __LINE__,
			   "%s is %.17g, not %.17g", values[i].text, got, values[i].value);
	}
}

static const struct {
	const char *text;
	enum zhun_code code;
	const char *place, *first, *second, *third, *fourth;
} refused[] = {
	{"a*b + a", ZHUN_E_MODEL_DIMENSION, "y column 5", "a*b", "m^2", "a", "m"},
	{"c - 2*( a )", ZHUN_E_MODEL_DIMENSION, "y column 3", "c", "m^2", "2*( a )", "m"},
	{"x + c/a", ZHUN_E_MODEL_DIMENSION, "y column 3", "x", "1", "c/a", "m"},
	{"t - 20", ZHUN_E_MODEL_DIMENSION, "y column 3", "t", "K", "20", "1"},
	{"if(x > 1, a, c)", ZHUN_E_MODEL_DIMENSION, "y column 1", "a", "m", "c", "m^2"},
	{"max(a, b, c)", ZHUN_E_MODEL_DIMENSION, "y column 1", "a", "m", "c", "m^2"},
	{"a < c", ZHUN_E_MODEL_DIMENSION, "y column 3", "a", "m", "c", "m^2"},
	{"pm - pw", ZHUN_E_MODEL_DIMENSION, "y column 4", "pm", "B", "pw", "B"},
	{"atan2(a, c)", ZHUN_E_MODEL_DIMENSION, "y column 1", "a", "m", "c", "m^2"},
	{"2*exp(a*b)", ZHUN_E_MODEL_PURE, "y column 3", "a*b", "m^2", "", ""},
	{"x^a", ZHUN_E_MODEL_PURE, "y column 2", "a", "m", "", ""},
	{"log(c)", ZHUN_E_MODEL_PURE, "y column 1", "c", "m^2", "", ""},
	{"a^x", ZHUN_E_MODEL_POWER, "y column 2", "a", "m", "", ""},
	{"a^pi", ZHUN_E_MODEL_POWER, "y column 2", "a", "m", "", ""},
	{"a^0.3", ZHUN_E_MODEL_POWER, "y column 2", "a", "m", "", ""},
	{"a^2000", ZHUN_E_MODEL_POWER, "y column 2", "a", "m", "", ""},
	{"al*t", ZHUN_E_MODEL_POINT, "y column 3", "t", "K", "", ""},
	{"t*a", ZHUN_E_MODEL_POINT, "y column 2", "t", "K", "", ""},
	{"t/t0", ZHUN_E_MODEL_POINT, "y column 2", "t", "K", "", ""},
	{"abs(t)", ZHUN_E_MODEL_POINT, "y column 1", "t", "K", "", ""},
	{"t^2", ZHUN_E_MODEL_POINT, "y column 2", "t", "K", "", ""},
	{"al*(k - t)", ZHUN_E_MODEL_POINT, "y column 3", "(k - t)", "K", "", ""},
	{"t + t0", ZHUN_E_MODEL_POINT, "y", "y", "", "", ""},
	{"dt - t", ZHUN_E_MODEL_POINT, "y", "y", "", "", ""},
	{"if(x > 1, t, dt)", ZHUN_E_MODEL_POINT, "y column 1", "t", "K", "", ""},
	{"(g + g)/2", ZHUN_E_MODEL_LEVEL, "y column 8", "(g + g)", "B", "", ""},
	{"mean([g, g, np])", ZHUN_E_MODEL_LEVEL, "y column 1", "[g, g, np]", "B", "", ""},
	{"10^(pm/10)", ZHUN_E_MODEL_LEVEL, "y column 7", "pm", "B", "", ""},
	{"pm + pm", ZHUN_E_MODEL_LEVEL, "y", "y", "", "", ""},
	{"a*r", ZHUN_E_EXPRESSION_LIST, "y column 1", "a*r", "a*r", "", ""},
	{"r + [a, b]", ZHUN_E_EXPRESSION_LENGTHS, "y column 3", "3", "2", "", ""},
	{"r[4]", ZHUN_E_EXPRESSION_ITEM, "y column 3", "r", "3", "", ""},
	{"platinum_ratio(a)", ZHUN_E_MODEL_ARGUMENT, "y column 1", "a", "m", "t", "°C"},
	{"platinum_ratio(t + t)", ZHUN_E_MODEL_POINT, "y column 1", "t + t", "K", "", ""},
};

static void refuses_at_its_term(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(refused); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		struct compiled *c = prepare(arena, refused[i].text);
		enum zhun_code code = zhun_model_compile(arena, &c->source, &c->model, &err);
		if (!unit_check(code == refused[i].code, __FILE__, __LINE__, "%s: %s", refused[i].text,
				zhun_error_row(code)->name))
			continue;
		CHECK_TEXT(err.place, refused[i].place);
		CHECK_TEXT(err.arg[0], refused[i].first);
		CHECK_TEXT(err.arg[1], refused[i].second);
		CHECK_TEXT(err.arg[2], refused[i].third);
		CHECK_TEXT(err.arg[3], refused[i].fourth);
		CHECK(!c->model);
	}
}

static void refuses_output_units(void)
{
	static const struct {
		const char *text, *unit;
		enum zhun_count count;
		enum zhun_model_level level;
		enum zhun_code code;
	} rows[] = {
		{"a*b", "m", 0, 0, ZHUN_E_MODEL_OUTPUT_UNIT},
		{"t", "°C", ZHUN_DIFFERENCE, 0, ZHUN_E_MODEL_OUTPUT_POINT},
		{"t - t0", "°C", ZHUN_POINT, 0, ZHUN_E_MODEL_OUTPUT_DIFFERENCE},
		{"t - t0", "°C", ZHUN_DIFFERENCE, 0, ZHUN_OK},
		{"a", "dBm", ZHUN_POINT, ZHUN_LEVEL_POWER, ZHUN_E_MODEL_OUTPUT_UNIT},
		{"x", "dBV", ZHUN_POINT, ZHUN_LEVEL_POWER, ZHUN_E_MODEL_LEVEL_UNIT},
		{"x", "pH", ZHUN_POINT, ZHUN_LEVEL_FIELD, ZHUN_E_MODEL_LEVEL_UNIT},
		{"x", "m", ZHUN_POINT, ZHUN_LEVEL_FIELD, ZHUN_E_MODEL_LEVEL_UNIT},
		{"x", "dB(A)", ZHUN_POINT, ZHUN_LEVEL_FIELD, ZHUN_E_MODEL_LEVEL_UNIT},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		struct compiled *c = prepare(arena, rows[i].text);
		ask_for(c, rows[i].unit, rows[i].count, rows[i].level);
		CHECK_CODE(zhun_model_compile(arena, &c->source, &c->model, &err), rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].code ? "y" : "");
	}
}

/* Bodies and parameters of the library read, and give what their sources print. */
static void formulas(void)
{
	static const char *const names[] = {"t", "p", "h"};
	static const struct {
		const char *text, *t, *p, *h, *out;
		double value, tolerance;
	} rows[] = {
		/* OIML R 111-1:2004 E.3 at 20 °C, 1013.25 hPa, 50 %: 1.1993 kg/m³; CIPM-2007 gives 1.1992 */
		{"air_density_simple(t, p, h)", "20 °C", "101325 Pa", "50 %", "kg/m^3", 1.19930, 1e-4},
		{"air_density_simple(t, p, h)", "68 °F", "1.01325 bar", "0.5", "g/L", 1.19930, 1e-4},
		/* IEC 60751, table of a Pt100: 138.51 Ω at 100 °C, 60.26 Ω at −100 °C, 390.48 Ω at 850 °C */
		{"platinum_ratio(t)", "100 °C", "1 Pa", "0", "1", 1.3851, 5e-5},
		{"platinum_ratio(t)", "-100 °C", "1 Pa", "0", "1", 0.6026, 5e-5},
		{"platinum_ratio(t)", "1123.15 K", "1 Pa", "0", "%", 390.48, 5e-3},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const char *const texts[] = {rows[i].t, rows[i].p, rows[i].h};
		struct zhun_model_output output = {"y", rows[i].text};
		struct zhun_quantity q[3];
		struct zhun_model_quantity in[3], out = {.count = ZHUN_POINT};
		struct zhun_unit wanted = unit(rows[i].out);
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = NULL;
		double x[3], y = 0;
		out.unit = &wanted;
		for (size_t k = 0; k < 3; k++) {
			CHECK_CODE(zhun_quantity_read(texts[k], strlen(texts[k]), &q[k], &err), ZHUN_OK, &err);
			in[k] = (struct zhun_model_quantity){.unit = &q[k].unit, .count = ZHUN_POINT};
		}
		const struct zhun_model_source source = {names, 3, &output, 1, in, &out};
		CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
		for (size_t k = 0; k < 3; k++)
			x[k] = zhun_convert(&zhun_model_unit_in(m, k)->value, q[k].number.value);
		CHECK_CODE(zhun_model_value(m, 0, x, ZHUN_NEW_ARRAY(arena, zhun_model_work(m, 1), double), &y, &err),
			   ZHUN_OK, &err);
		y = zhun_convert(&zhun_model_unit_out(m, 0)->value, y);
		unit_check(fabs(y - rows[i].value) <= rows[i].tolerance, __FILE__, __LINE__, "%s at %s is %.10g",
			   rows[i].text, rows[i].t, y);
	}
}

/* Every formula compiles with its parameters in their own units and gives its unit; helped in both languages. */
static void the_library_is_whole(void)
{
	const struct zhun_formula *f = NULL;
	size_t count = 0;
	for (; (f = zhun_formula_at(count)); count++) {
		const char *names[ZHUN_FORMULA_PARAMETERS];
		struct zhun_unit units[ZHUN_FORMULA_PARAMETERS], wanted = unit(f->unit);
		struct zhun_model_quantity in[ZHUN_FORMULA_PARAMETERS], out = {.unit = &wanted, .count = ZHUN_POINT};
		struct zhun_text t;
		struct zhun_model_output output = {"y", ""};
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_model *m = NULL;
		size_t n = 0;
		zhun_text_init(&t, arena, 1000);
		zhun_text_addf(&t, "%s(", f->name);
		for (; n < ZHUN_FORMULA_PARAMETERS && f->parameters[n].name; n++) {
			names[n] = f->parameters[n].name;
			units[n] = unit(f->parameters[n].unit);
			in[n] = (struct zhun_model_quantity){.unit = &units[n], .count = ZHUN_POINT};
			zhun_text_addf(&t, "%s%s", n ? ", " : "", names[n]);
			CHECK(f->parameters[n].help[0][0] && f->parameters[n].help[1][0]);
		}
		zhun_text_add(&t, ")");
		CHECK(zhun_text_done(&t, &output.text, NULL) == ZHUN_OK);
		const struct zhun_model_source source = {names, n, &output, 1, in, &out};
		CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
		CHECK(f->help[0][0] && f->help[1][0] && f->source[0]);
	}
	CHECK(count >= 30);
}

/* ---- the law: units change nothing ---- */

static const char *const lengths[] = {"m", "mm", "km", "in", "nmi"}, *const times[] = {"s", "ms", "min", "h", "d"},
			*const numbers[] = {"1", "%", "ppm", "‰", "rad"},
			*const points[] = {"°C", "°F", "°C", "°F", "°C"},
			*const kelvins[] = {"K", "mK", "°R", "K", "kK"};
static const char *const *const ways[] = {lengths, lengths, times, times, numbers, numbers, points, points, kelvins};
static const char *const law_names[] = {"a", "b", "s", "t", "x", "z", "u", "v", "k"};
enum { LAW = ZHUN_COUNT(law_names) };

/* An expression of the dimension m^length · s^time · K^kelvin, which makes sense. */
static const char *random_text(int depth, int length, int time, int kelvin, unsigned long long *state)
{
	static const char *const leaf[] = {"1", "2", "0.7", "-1"};
	unsigned long long pick = unit_random(state);
	char *text = NULL;
	if (depth == 0 || (!length && !time && !kelvin && pick % 5 == 0)) {
		const char *length_text = length == 0 ? "1" : pick & 1 ? "a" : "b",
			   *time_text = time == 0 ? "1" : pick & 2 ? "s" : "t",
			   *kelvin_text = kelvin == 0 ? "x" : pick & 4 ? "(u - v)" : "k";
		text = zhun_printf(arena, "%s^%d*%s^%d*%s^%d", length_text, length, time_text, time, kelvin_text,
				   kelvin ? kelvin : (pick & 8 ? 1 : 0));
		return text ? zhun_printf(arena, "(%s*%s)", leaf[pick / 16 % 4], text) : "";
	}
	const char *p = random_text(depth - 1, length, time, kelvin, state), *q, *r;
	int other = (int)(unit_random(state) % 3) - 1;
	switch (pick % 8) {
	case 0:
		return zhun_printf(arena, "(%s + %s)", p, random_text(depth - 1, length, time, kelvin, state));
	case 1:
		return zhun_printf(arena, "(%s - %s)", p, random_text(depth - 1, length, time, kelvin, state));
	case 2:
		q = random_text(depth - 1, other, -other, 0, state);
		r = random_text(depth - 1, length - other, time + other, kelvin, state);
		return zhun_printf(arena, "(%s*%s)", q, r);
	case 3:
		q = random_text(depth - 1, other, 0, 0, state);
		r = random_text(depth - 1, length + other, time, kelvin, state);
		return zhun_printf(arena, "%s/(%s)", r, q);
	case 4:
		return zhun_printf(arena, "sqrt((%s)^2)", p);
	case 5:
		return zhun_printf(arena, "max(%s, %s)", p, random_text(depth - 1, length, time, kelvin, state));
	case 6:
		q = random_text(depth - 1, 0, 0, 0, state);
		return zhun_printf(arena, "%s*(2 + sin(%s))", p, q);
	}
	return zhun_printf(arena, "if(u > v, %s, mean([%s, 0]))", p, p);
}

/* the model in the units that @a pick chooses; the quantities stay what they are */
static bool in_units(const char *text, const double *si, unsigned long long pick, double *ret)
{
	struct zhun_model_output output = {"y", text};
	struct zhun_unit units[LAW];
	struct zhun_model_quantity in[LAW];
	struct zhun_error err = {.code = ZHUN_OK};
	const struct zhun_model *m = NULL;
	double x[LAW];
	for (size_t i = 0; i < LAW; i++) {
		units[i] = unit(ways[i][(pick >> (3 * i)) % 5]);
		in[i] = (struct zhun_model_quantity){.unit = &units[i], .count = ZHUN_POINT};
	}
	const struct zhun_model_source source = {law_names, LAW, &output, 1, in, NULL};
	enum zhun_code code = zhun_model_compile(arena, &source, &m, &err);
	if (!unit_check(code == ZHUN_OK, __FILE__, __LINE__, "%s: %s at %s: %s", text, zhun_error_row(code)->name,
			err.place, err.arg[0]))
		return false;
	for (size_t i = 0; i < LAW; i++) {
		struct zhun_conversion c;
		CHECK_CODE(zhun_conversion_make(&zhun_model_unit_in(m, i)->coherent, &units[i], ZHUN_POINT, &c, &err),
			   ZHUN_OK, &err);
		x[i] = zhun_convert(&zhun_model_unit_in(m, i)->value, zhun_convert(&c, si[i]));
	}
	return !zhun_model_value(m, 0, x, ZHUN_NEW_ARRAY(arena, zhun_model_work(m, 1), double), ret, NULL);
}

static void units_change_nothing(void)
{
	unsigned long long state = 77;
	int compared = 0;
	for (int i = 0; i < 3000; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		int length = (int)(unit_random(&state) % 3), kelvin = (int)(unit_random(&state) % 2);
		const char *text = random_text(1 + i % 4, length, (int)(unit_random(&state) % 2), kelvin, &state);
		double si[LAW], first = 0, second = 0;
		for (size_t k = 0; k < LAW; k++)
			si[k] = (k == 6 || k == 7 ? 290 : 0.5) + (double)(unit_random(&state) % 1000) / 50.0;
		if (in_units(text, si, 0, &first) && in_units(text, si, unit_random(&state), &second)) {
			/* conversions round each input; sums may cancel */
			unit_check(fabs(first - second) <= 1e-9 * fmax(1e-3, fabs(first)), __FILE__, __LINE__,
				   "%s: %.15g and %.15g", text, first, second);
			compared++;
		}
		zhun_arena_rewind(arena, mark);
	}
	unit_check(compared > 2500, __FILE__, __LINE__, "only %d", compared);
}

static enum zhun_code compile_some(struct zhun_arena *a, void *context)
{
	(void)context;
	struct compiled *c = prepare(a, "let d = t - t0; a*(1 + al*d)*mw*gp*mean([x, platinum_ratio(t)])");
	struct zhun_error err = {.code = ZHUN_OK};
	if (!c)
		return ZHUN_E_NO_MEMORY;
	ask_for(c, "W·m", ZHUN_POINT, ZHUN_LEVEL_KEPT);
	enum zhun_code code = zhun_model_compile(a, &c->source, &c->model, &err);
	CHECK((code == ZHUN_OK) == (c->model != NULL));
	return code;
}

static void out_of_memory(void)
{
	unit_fault_loop(compile_some, NULL);
}

static const struct unit_test tests[] = {
	{"model units: known values", known_values},
	{"model units: refuses at its term", refuses_at_its_term},
	{"model units: refuses output units", refuses_output_units},
	{"model units: formulas", formulas},
	{"model units: the library is whole", the_library_is_whole},
	{"model units: units change nothing", units_change_nothing},
	{"model units: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 26);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

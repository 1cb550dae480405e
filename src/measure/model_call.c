/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls: functions of numbers, taken element by element on lists; functions of lists; formulas. */
#include <string.h>

#include "measure/model_reader.h"
#include "zhun/base/text.h"

static enum zhun_code emit_complex(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				   uint32_t *ret)
{
	(void)f;
	return emit(r, (struct step){.kind = STEP_COMPLEX, .is_complex = true, .a = args[0], .b = args[1]}, at, ret);
}

static enum zhun_code refuse_complex(struct reader *r, const struct function *f, const uint32_t *args, size_t at)
{
	for (int i = 0; i < f->arguments; i++)
		if (emit_is_complex(r, args[i]))
			return reader_blame(r, ZHUN_E_EXPRESSION_COMPLEX, at, strlen(f->name));
	return ZHUN_OK;
}

static enum zhun_code emit_pair(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				uint32_t *ret)
{
	enum zhun_code code = refuse_complex(r, f, args, at);
	if (code)
		return code;
	return f->kind == STEP_COMPLEX ? emit_complex(r, f, args, at, ret) : emit_plain(r, f, args, at, ret);
}

static enum zhun_code emit_polar(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				 uint32_t *ret)
{
	uint32_t part[2] = {0, 0};
	const struct span modulus = r->left;
	enum zhun_code code = refuse_complex(r, f, args, at);
	r->left = r->right; /* the angle */
	if (!code)
		code = emit_unary(r, STEP_COS, args[1], at, &part[0]);
	if (!code)
		code = emit_unary(r, STEP_SIN, args[1], at, &part[1]);
	r->left = modulus;
	for (int i = 0; i < 2 && !code; i++)
		code = emit_binary(r, STEP_MULTIPLY, args[0], part[i], at, &part[i]);
	return code ? code : emit_complex(r, f, part, at, ret);
}

/* parts of a real number are known without a step */
static enum zhun_code emit_part(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				uint32_t *ret)
{
	bool complex = emit_is_complex(r, args[0]);
	if (!complex && f->kind == STEP_IM)
		return emit_constant(r, 0.0, at, ret);
	if (!complex && (f->kind == STEP_RE || f->kind == STEP_CONJ)) {
		*ret = args[0];
		return ZHUN_OK;
	}
	return emit(r, (struct step){.kind = (uint8_t)f->kind, .is_complex = f->kind == STEP_CONJ, .a = args[0]}, at,
		    ret);
}

/* of truths, 1 and 0 */
static enum zhun_code emit_not(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			       uint32_t *ret)
{
	uint32_t one = 0;
	enum zhun_code code = refuse_complex(r, f, args, at);
	if (!code)
		code = emit_constant(r, 1.0, at, &one);
	return code ? code : emit_binary(r, STEP_SUBTRACT, one, args[0], at, ret);
}

static enum zhun_code emit_or(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			      uint32_t *ret)
{
	uint32_t both = 0, sum = 0;
	enum zhun_code code = refuse_complex(r, f, args, at);
	if (!code)
		code = emit_binary(r, STEP_MULTIPLY, args[0], args[1], at, &both);
	if (!code)
		code = emit_binary(r, STEP_ADD, args[0], args[1], at, &sum);
	return code ? code : emit_binary(r, STEP_SUBTRACT, sum, both, at, ret);
}

static const struct function functions[] = {
	{"sqrt", STEP_SQRT, 1, emit_plain},   {"exp", STEP_EXP, 1, emit_plain},
	{"log", STEP_LOG, 1, emit_plain},     {"log10", STEP_LOG10, 1, emit_plain},
	{"sin", STEP_SIN, 1, emit_plain},     {"cos", STEP_COS, 1, emit_plain},
	{"tan", STEP_TAN, 1, emit_plain},     {"asin", STEP_ASIN, 1, emit_plain},
	{"acos", STEP_ACOS, 1, emit_plain},   {"atan", STEP_ATAN, 1, emit_plain},
	{"sinh", STEP_SINH, 1, emit_plain},   {"cosh", STEP_COSH, 1, emit_plain},
	{"tanh", STEP_TANH, 1, emit_plain},   {"atan2", STEP_ATAN2, 2, emit_pair},
	{"complex", STEP_COMPLEX, 2, emit_pair}, {"polar", STEP_COMPLEX, 2, emit_polar},
	{"re", STEP_RE, 1, emit_part},	      {"im", STEP_IM, 1, emit_part},
	{"conj", STEP_CONJ, 1, emit_part},    {"arg", STEP_ARG, 1, emit_part},
	{"abs", STEP_ABS, 1, emit_part},      {"if", STEP_WHERE, 3, emit_choice},
	{"and", STEP_MULTIPLY, 2, emit_pair}, {"or", STEP_MULTIPLY, 2, emit_or},
	{"not", STEP_SUBTRACT, 1, emit_not},
};

/* ---- functions of lists ---- */

struct call {
	const char *name;
	size_t at, length;
	struct value args[READER_ARGUMENTS];
	struct span spans[READER_ARGUMENTS];
	int count;
};

struct list_function {
	const char *name;
	enum zhun_code (*emit)(struct reader *r, const struct call *c, uint32_t *ret);
	bool several; /* takes numbers one by one, too */
};

static uint32_t items_of(const struct value *v)
{
	return v->count ? v->count : 1;
}

static uint32_t item(const struct value *v, uint32_t i)
{
	return v->count ? v->items[i] : v->step;
}

static enum zhun_code emit_sum(struct reader *r, const struct call *c, uint32_t *ret)
{
	enum zhun_code code = ZHUN_OK;
	*ret = item(&c->args[0], 0);
	for (uint32_t i = 1; i < items_of(&c->args[0]) && !code; i++)
		code = emit_binary(r, STEP_ADD, *ret, item(&c->args[0], i), c->at, ret);
	return code;
}

static enum zhun_code emit_count(struct reader *r, const struct call *c, uint32_t *ret)
{
	return emit_constant(r, items_of(&c->args[0]), c->at, ret);
}

static enum zhun_code emit_over(struct reader *r, uint32_t a, double n, size_t at, uint32_t *ret)
{
	uint32_t number = 0;
	enum zhun_code code = emit_constant(r, n, at, &number);
	return code ? code : emit_binary(r, STEP_DIVIDE, a, number, at, ret);
}

static enum zhun_code emit_mean(struct reader *r, const struct call *c, uint32_t *ret)
{
	enum zhun_code code = emit_sum(r, c, ret);
	return code ? code : emit_over(r, *ret, items_of(&c->args[0]), c->at, ret);
}

/* with n − 1, JCGM 100 4.2.2 */
static enum zhun_code emit_sd(struct reader *r, const struct call *c, uint32_t *ret)
{
	uint32_t n = items_of(&c->args[0]), mean = 0, sum = 0;
	if (n < 2)
		return reader_blame_words(r, ZHUN_E_SERIES_SHORT, c->at, (const char *const[4]){"2", ZHUN_INT(n)});
	enum zhun_code code = emit_mean(r, c, &mean);
	for (uint32_t i = 0; i < n && !code; i++) {
		uint32_t d = 0;
		code = emit_binary(r, STEP_SUBTRACT, item(&c->args[0], i), mean, c->at, &d);
		if (!code)
			code = emit_binary(r, STEP_MULTIPLY, d, d, c->at, &d);
		if (!code)
			code = i ? emit_binary(r, STEP_ADD, sum, d, c->at, &sum) : ZHUN_OK;
		sum = i ? sum : d;
	}
	if (!code)
		code = emit_over(r, sum, n - 1, c->at, &sum);
	return code ? code : emit_unary(r, STEP_SQRT, sum, c->at, ret);
}

/* a < b ? a : b, or the other way round; no number where either is none */
static enum zhun_code extreme(struct reader *r, const struct call *c, bool least, uint32_t next, uint32_t *ret)
{
	uint32_t less = 0;
	const struct function choose = {c->name, STEP_WHERE, 3, emit_choice};
	if (emit_is_complex(r, *ret) || emit_is_complex(r, next))
		return reader_blame(r, ZHUN_E_EXPRESSION_COMPLEX, c->at, c->length);
	enum zhun_code code = emit_binary(r, STEP_LESS, *ret, next, c->at, &less);
	const uint32_t args[] = {less, least ? *ret : next, least ? next : *ret};
	return code ? code : emit_choice(r, &choose, args, c->at, ret);
}

static enum zhun_code emit_extreme(struct reader *r, const struct call *c, bool least, uint32_t *ret)
{
	enum zhun_code code = ZHUN_OK;
	*ret = item(&c->args[0], 0);
	for (int a = 0; a < c->count; a++)
		for (uint32_t i = a == 0; i < items_of(&c->args[a]) && !code; i++) {
			r->left = c->spans[0];
			r->right = c->spans[a];
			code = extreme(r, c, least, item(&c->args[a], i), ret);
		}
	return code;
}

static enum zhun_code emit_min(struct reader *r, const struct call *c, uint32_t *ret)
{
	return emit_extreme(r, c, true, ret);
}

static enum zhun_code emit_max(struct reader *r, const struct call *c, uint32_t *ret)
{
	return emit_extreme(r, c, false, ret);
}

/* ---- averages of levels ---- */

/* What makes a ratio of a level: e^(rate·x). In a model with units levels are bels, in one without decibels. */
static enum zhun_code rate_of(const struct reader *r, const struct call *c, uint32_t step, bool power, double *ret)
{
	const double decade = 2.30258509299404568402;
	*ret = decade * (power ? 1.0 : 0.5) * (r->c->extents ? 1.0 : 0.1);
	if (!r->c->extents)
		return ZHUN_OK;
	const struct extent *e = &r->c->extents[step];
	if (e->level && strcmp(unit_specials[e->special], "B") == 0)
		return ZHUN_OK;
	char dimension[ZHUN_UNIT_TEXT], text[ZHUN_ERROR_ARG_SIZE];
	extent_text(e, dimension);
	reader_text(r, r->right, text);
	return reader_blame_words(r, ZHUN_E_MODEL_ARGUMENT, c->at,
				  (const char *const[4]){text, dimension, c->name, "dB"});
}

static enum zhun_code scaled(struct reader *r, double by, const struct extent *e, size_t at, uint32_t *step)
{
	const struct zhun_conversion times = {.multiply = by, .divide = 1.0};
	return emit_conversion(r, &times, e, at, *step, step);
}

/* The ratio of one level, added to those before it. */
static enum zhun_code add_ratio(struct reader *r, const struct call *c, uint32_t step, double rate, uint32_t *sum)
{
	const struct extent one = extent_one();
	bool first = *sum == UINT32_MAX;
	enum zhun_code code = scaled(r, rate, &one, c->at, &step);
	if (!code)
		code = emit_as(r, (struct step){.kind = STEP_EXP, .a = step}, &one, c->at, &step);
	if (!code && !first)
		code = emit_binary(r, STEP_ADD, *sum, step, c->at, &step);
	*sum = step;
	return code;
}

/* lg of the mean of what the levels are levels of (IEC 60027-3); all must have one reference, or none. */
static enum zhun_code emit_average(struct reader *r, const struct call *c, bool power, uint32_t *ret)
{
	uint32_t first = item(&c->args[0], 0), n = 0, sum = UINT32_MAX;
	const struct extent one = extent_one();
	struct extent level = r->c->extents ? r->c->extents[first] : one;
	enum zhun_code code = ZHUN_OK;
	double rate = 1.0;
	for (int a = 0; a < c->count; a++)
		for (uint32_t i = 0; i < items_of(&c->args[a]) && !code; i++, n++) {
			uint32_t step = item(&c->args[a], i);
			r->left = c->spans[0];
			r->right = c->spans[a];
			if (emit_is_complex(r, step))
				return reader_blame(r, ZHUN_E_EXPRESSION_COMPLEX, c->at, c->length);
			code = rate_of(r, c, step, power, &rate);
			if (!code && r->c->extents)
				code = extent_alike(r, first, step, c->at, &level);
			if (!code)
				code = add_ratio(r, c, step, rate, &sum);
		}
	if (!code)
		code = scaled(r, 1.0 / n, &one, c->at, &sum);
	if (!code)
		code = emit_as(r, (struct step){.kind = STEP_LOG, .a = sum}, &one, c->at, &sum);
	*ret = sum;
	return code ? code : scaled(r, 1.0 / rate, &level, c->at, ret);
}

static enum zhun_code emit_mean_power(struct reader *r, const struct call *c, uint32_t *ret)
{
	return emit_average(r, c, true, ret);
}

static enum zhun_code emit_mean_field(struct reader *r, const struct call *c, uint32_t *ret)
{
	return emit_average(r, c, false, ret);
}

static const struct list_function list_functions[] = {
	{"sum", emit_sum, false}, {"mean", emit_mean, false}, {"sd", emit_sd, false},
	{"n", emit_count, false}, {"min", emit_min, true},    {"max", emit_max, true},
	{"mean_power", emit_mean_power, true}, {"mean_field", emit_mean_field, true},
};

/* ---- calls ---- */

static enum zhun_code read_arguments(struct reader *r, struct call *c)
{
	do {
		if (c->count == READER_ARGUMENTS)
			return reader_blame(r, ZHUN_E_EXPRESSION_ARGUMENTS, c->at, c->length);
		size_t from = r->at;
		enum zhun_code code = reader_expression(r, &c->args[c->count]);
		if (code)
			return code;
		c->spans[c->count++] = (struct span){from, r->at};
	} while (reader_take(r, ','));
	if (!reader_take(r, ')'))
		return reader_blame(r, ZHUN_E_EXPRESSION_SYNTAX, r->at, r->n - r->at);
	return ZHUN_OK;
}

static enum zhun_code call_function(struct reader *r, const struct function *f, struct call *c, struct value *ret)
{
	if (c->count != f->arguments)
		return reader_blame(r, ZHUN_E_EXPRESSION_ARGUMENTS, c->at, c->length);
	/* a choice is between its second and its third */
	size_t first = f->arguments == 3 ? 1 : 0, second = f->arguments == 1 ? 0 : first + 1;
	r->left = c->spans[first];
	r->right = c->spans[second];
	return emit_each(r, f, c->args, c->at, ret);
}

static enum zhun_code call_list(struct reader *r, const struct list_function *f, struct call *c, struct value *ret)
{
	if (c->count != 1 && !f->several)
		return reader_blame(r, ZHUN_E_EXPRESSION_ARGUMENTS, c->at, c->length);
	r->left = r->right = c->spans[0];
	*ret = (struct value){0};
	return f->emit(r, c, &ret->step);
}

static enum zhun_code call_formula(struct reader *r, const struct zhun_formula *f, struct call *c,
				   struct value *ret)
{
	int wanted = 0;
	while (wanted < ZHUN_FORMULA_PARAMETERS && f->parameters[wanted].name)
		wanted++;
	if (c->count != wanted)
		return reader_blame(r, ZHUN_E_EXPRESSION_ARGUMENTS, c->at, c->length);
	*ret = (struct value){0};
	return formula_expand(r, f, c->args, c->spans, c->at, &ret->step);
}

enum zhun_code reader_call(struct reader *r, size_t at, size_t len, struct value *ret)
{
	const char *s = r->s + at;
	const struct zhun_formula *formula = formula_named(s, len);
	const struct list_function *list = NULL;
	const struct function *f = NULL;
	for (size_t i = 0; i < ZHUN_COUNT(functions); i++)
		f = reader_same_name(functions[i].name, s, len) ? &functions[i] : f;
	for (size_t i = 0; i < ZHUN_COUNT(list_functions); i++)
		list = reader_same_name(list_functions[i].name, s, len) ? &list_functions[i] : list;
	if (!f && !list && !formula)
		return reader_blame(r, ZHUN_E_EXPRESSION_NAME, at, len);
	struct call *c = ZHUN_NEW(r->c->arena, struct call); /* too large for a stack of calls within calls */
	if (!c)
		return zhun_no_memory(r->c->arena, r->c->err);
	c->name = f ? f->name : list ? list->name : formula->name;
	c->at = at;
	c->length = len;
	enum zhun_code code = read_arguments(r, c);
	if (code)
		return code;
	return f ? call_function(r, f, c, ret) : list ? call_list(r, list, c, ret) : call_formula(r, formula, c, ret);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum := product {("+"|"-") product}; product := unary {("*"|"/") unary};
 * unary := {"-"|"+"} power; power := primary ["^" unary]; primary := number | name | name "(" … ")"
 * | "(" sum ")". */
#include <string.h>

#include "measure/program.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum state { NOT_YET, IN_WORK, DONE };

struct compiler {
	struct zhun_arena *arena;
	struct zhun_error *err;
	const char *const *inputs;
	const struct zhun_model_output *outputs;
	size_t input_count, output_count;
	struct step *steps;
	size_t count, cap;
	uint32_t *results;
	enum state *states;
	int depth;
	bool any_complex;
};

/* one output's text */
struct reader {
	struct compiler *c;
	size_t output;
	const char *s;
	size_t n, at;
};

static enum zhun_code blame_column(const char *output, size_t column, enum zhun_code code,
				   const char *word, const char *more, struct zhun_error *err)
{
	char place[ZHUN_ERROR_PLACE_SIZE];
	struct zhun_int_text room;
	const char *digits = zhun_int_text(&room, (long long)column);
	size_t n = strlen(output);
	n = n < 120 ? n : 120;
	memcpy(place, output, n);
	memcpy(place + n, " column ", 8);
	memcpy(place + n + 8, digits, strlen(digits) + 1);
	return zhun_fail(err, code, place, word, more);
}

enum zhun_code program_blame(const struct zhun_model *m, enum zhun_code code, size_t step,
			     const char *word, struct zhun_error *err)
{
	const struct step *s = &m->steps[step];
	return blame_column(m->outputs[s->output].name, s->column, code, word, NULL, err);
}

static enum zhun_code blame(const struct reader *r, enum zhun_code code, size_t at, size_t len)
{
	char word[ZHUN_ERROR_ARG_SIZE];
	size_t n = len < sizeof(word) ? len : sizeof(word) - 1;
	n = n > r->n - at ? r->n - at : n;
	memcpy(word, r->s + at, n);
	word[n] = '\0';
	return blame_column(r->c->outputs[r->output].name, at + 1, code, word, r->s, r->c->err);
}

static enum zhun_code grow(struct compiler *c)
{
	size_t cap = c->cap ? c->cap * 2 : 64;
	struct step *steps = ZHUN_NEW_ARRAY(c->arena, cap, struct step);
	if (!steps)
		return zhun_no_memory(c->arena, c->err);
	if (c->count)
		memcpy(steps, c->steps, c->count * sizeof(*steps));
	c->steps = steps;
	c->cap = cap;
	return ZHUN_OK;
}

static enum zhun_code emit(struct reader *r, struct step step, size_t at, uint32_t *ret)
{
	struct compiler *c = r->c;
	enum zhun_code code = ZHUN_OK;
	if (c->count >= ZHUN_MODEL_STEPS)
		return blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
	if (c->count == c->cap)
		code = grow(c);
	if (code)
		return code;
	step.column = (uint16_t)(at + 1 < UINT16_MAX ? at + 1 : UINT16_MAX);
	step.output = (uint16_t)r->output;
	c->any_complex = c->any_complex || step.is_complex;
	*ret = (uint32_t)c->count;
	c->steps[c->count++] = step;
	return ZHUN_OK;
}

static bool is_complex(const struct reader *r, uint32_t step)
{
	return r->c->steps[step].is_complex;
}

static enum zhun_code emit_unary(struct reader *r, enum step_kind kind, uint32_t a, size_t at,
				 uint32_t *ret)
{
	struct step step = {.kind = (uint8_t)kind, .is_complex = is_complex(r, a), .a = a};
	return emit(r, step, at, ret);
}

static enum zhun_code emit_binary(struct reader *r, enum step_kind kind, uint32_t a, uint32_t b,
				  size_t at, uint32_t *ret)
{
	struct step step = {.kind = (uint8_t)kind,
			    .is_complex = is_complex(r, a) || is_complex(r, b),
			    .a = a,
			    .b = b};
	return emit(r, step, at, ret);
}

static enum zhun_code emit_constant(struct reader *r, double x, size_t at, uint32_t *ret)
{
	return emit(r, (struct step){.kind = STEP_CONSTANT, .constant = x}, at, ret);
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->n && strchr(" \t\r\n", r->s[r->at]))
		r->at++;
}

static bool take(struct reader *r, char c)
{
	skip_blanks(r);
	bool there = r->at < r->n && r->s[r->at] == c;
	r->at += there;
	return there;
}

static enum zhun_code read_sum(struct reader *r, uint32_t *ret);
static enum zhun_code read_unary(struct reader *r, uint32_t *ret);
static enum zhun_code compile_output(struct compiler *c, size_t output);

/* ---- functions ---- */

struct function {
	const char *name;
	enum step_kind kind;
	int arguments;
};

static const struct function functions[] = {
	{"sqrt", STEP_SQRT, 1},	     {"exp", STEP_EXP, 1},     {"log", STEP_LOG, 1},
	{"log10", STEP_LOG10, 1},    {"sin", STEP_SIN, 1},     {"cos", STEP_COS, 1},
	{"tan", STEP_TAN, 1},	     {"asin", STEP_ASIN, 1},   {"acos", STEP_ACOS, 1},
	{"atan", STEP_ATAN, 1},	     {"sinh", STEP_SINH, 1},   {"cosh", STEP_COSH, 1},
	{"tanh", STEP_TANH, 1},	     {"atan2", STEP_ATAN2, 2}, {"complex", STEP_COMPLEX, 2},
	{"polar", STEP_MULTIPLY, 2}, {"re", STEP_RE, 1},       {"im", STEP_IM, 1},
	{"conj", STEP_CONJ, 1},	     {"arg", STEP_ARG, 1},     {"abs", STEP_ABS, 1},
};

static const struct function *function_named(const char *s, size_t n)
{
	for (size_t i = 0; i < ZHUN_COUNT(functions); i++)
		if (strlen(functions[i].name) == n && memcmp(functions[i].name, s, n) == 0)
			return &functions[i];
	return NULL;
}

static enum zhun_code emit_complex(struct reader *r, uint32_t re, uint32_t im, size_t at,
				   uint32_t *ret)
{
	return emit(r, (struct step){.kind = STEP_COMPLEX, .is_complex = true, .a = re, .b = im},
		    at, ret);
}

static enum zhun_code emit_polar(struct reader *r, uint32_t modulus, uint32_t angle, size_t at,
				 uint32_t *ret)
{
	uint32_t cosine = 0, sine = 0;
	enum zhun_code code = emit_unary(r, STEP_COS, angle, at, &cosine);
	if (!code)
		code = emit_unary(r, STEP_SIN, angle, at, &sine);
	if (!code)
		code = emit_binary(r, STEP_MULTIPLY, modulus, cosine, at, &cosine);
	if (!code)
		code = emit_binary(r, STEP_MULTIPLY, modulus, sine, at, &sine);
	return code ? code : emit_complex(r, cosine, sine, at, ret);
}

/* parts of a real number are known without a step */
static enum zhun_code emit_part(struct reader *r, enum step_kind kind, uint32_t a, size_t at,
				uint32_t *ret)
{
	bool complex = is_complex(r, a);
	if (!complex && kind == STEP_IM)
		return emit_constant(r, 0.0, at, ret);
	if (!complex && (kind == STEP_RE || kind == STEP_CONJ)) {
		*ret = a;
		return ZHUN_OK;
	}
	return emit(r,
		    (struct step){.kind = (uint8_t)kind, .is_complex = kind == STEP_CONJ, .a = a},
		    at, ret);
}

static enum zhun_code emit_call(struct reader *r, const struct function *f, const uint32_t args[2],
				size_t at, uint32_t *ret)
{
	if (f->arguments == 2) {
		if (is_complex(r, args[0]) || is_complex(r, args[1]))
			return blame(r, ZHUN_E_EXPRESSION_COMPLEX, at, strlen(f->name));
		if (f->kind == STEP_COMPLEX)
			return emit_complex(r, args[0], args[1], at, ret);
		if (f->kind == STEP_MULTIPLY)
			return emit_polar(r, args[0], args[1], at, ret);
		return emit_binary(r, f->kind, args[0], args[1], at, ret);
	}
	bool part = f->kind == STEP_RE || f->kind == STEP_IM || f->kind == STEP_CONJ ||
		    f->kind == STEP_ARG || f->kind == STEP_ABS;
	return part ? emit_part(r, f->kind, args[0], at, ret)
		    : emit_unary(r, f->kind, args[0], at, ret);
}

static enum zhun_code read_call(struct reader *r, size_t at, size_t len, uint32_t *ret)
{
	const struct function *f = function_named(r->s + at, len);
	uint32_t args[2] = {0, 0};
	int count = 0;
	if (!f)
		return blame(r, ZHUN_E_EXPRESSION_NAME, at, len);
	do {
		uint32_t extra = 0;
		enum zhun_code code = read_sum(r, count < 2 ? &args[count] : &extra);
		if (code)
			return code;
		count++;
	} while (take(r, ','));
	if (!take(r, ')'))
		return blame(r, ZHUN_E_EXPRESSION_SYNTAX, r->at, r->n - r->at);
	if (count != f->arguments)
		return blame(r, ZHUN_E_EXPRESSION_ARGUMENTS, at, len);
	return emit_call(r, f, args, at, ret);
}

/* ---- names and numbers ---- */

static bool starts_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static size_t name_length(const char *s, size_t n)
{
	size_t len = 0;
	while (len < n && (starts_name(s[len]) || (len && s[len] >= '0' && s[len] <= '9')))
		len++;
	return len;
}

static bool same_name(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && memcmp(name, s, n) == 0;
}

static enum zhun_code read_name(struct reader *r, size_t at, size_t len, uint32_t *ret)
{
	struct compiler *c = r->c;
	for (size_t i = 0; i < c->input_count; i++)
		if (same_name(c->inputs[i], r->s + at, len)) {
			*ret = (uint32_t)i;
			return ZHUN_OK;
		}
	for (size_t i = 0; i < c->output_count; i++) {
		if (!same_name(c->outputs[i].name, r->s + at, len))
			continue;
		if (c->states[i] == IN_WORK)
			return blame(r, ZHUN_E_MODEL_CIRCULAR, at, len);
		enum zhun_code code = c->states[i] == DONE ? ZHUN_OK : compile_output(c, i);
		*ret = c->results[i];
		return code;
	}
	if (same_name("pi", r->s + at, len))
		return emit_constant(r, 3.14159265358979323846, at, ret);
	return blame(r, ZHUN_E_EXPRESSION_NAME, at, len);
}

static enum zhun_code read_number(struct reader *r, uint32_t *ret)
{
	struct zhun_number x;
	size_t at = r->at, used = 0;
	if (zhun_number_scan(r->s + at, r->n - at, &x, &used, NULL))
		return blame(r, ZHUN_E_EXPRESSION_SYNTAX, at, r->n - at);
	r->at += used;
	return emit_constant(r, x.value, at, ret);
}

static enum zhun_code read_primary(struct reader *r, uint32_t *ret)
{
	skip_blanks(r);
	size_t at = r->at, len = name_length(r->s + at, r->n - at);
	char c = at < r->n ? r->s[at] : '\0';
	if ((c >= '0' && c <= '9') || c == '.')
		return read_number(r, ret);
	if (len) {
		r->at += len;
		return take(r, '(') ? read_call(r, at, len, ret) : read_name(r, at, len, ret);
	}
	if (!take(r, '('))
		return blame(r, ZHUN_E_EXPRESSION_SYNTAX, at, r->n - at);
	enum zhun_code code = read_sum(r, ret);
	if (code)
		return code;
	return take(r, ')') ? ZHUN_OK : blame(r, ZHUN_E_EXPRESSION_SYNTAX, r->at, r->n - r->at);
}

/* ---- operators ---- */

/* x^2 by a constant needs no logarithm of x, which may be negative */
static enum zhun_code emit_power(struct reader *r, uint32_t a, uint32_t b, size_t at, uint32_t *ret)
{
	const struct step *exponent = &r->c->steps[b];
	double sign = 1.0;
	if (exponent->kind == STEP_NEGATE) {
		sign = -1.0;
		exponent = &r->c->steps[exponent->a];
	}
	if (exponent->kind != STEP_CONSTANT)
		return emit_binary(r, STEP_POWER, a, b, at, ret);
	struct step step = {.kind = STEP_POWER_CONSTANT,
			    .is_complex = is_complex(r, a),
			    .a = a,
			    .constant = sign * exponent->constant};
	return emit(r, step, at, ret);
}

static enum zhun_code read_power(struct reader *r, uint32_t *ret)
{
	uint32_t a = 0, b = 0;
	enum zhun_code code = read_primary(r, &a);
	skip_blanks(r);
	size_t at = r->at;
	*ret = a;
	if (code || !take(r, '^'))
		return code;
	code = read_unary(r, &b);
	return code ? code : emit_power(r, a, b, at, ret);
}

static enum zhun_code read_unary(struct reader *r, uint32_t *ret)
{
	bool negative = false;
	skip_blanks(r);
	size_t at = r->at;
	while (r->at < r->n && strchr("+- \t\r\n", r->s[r->at]))
		negative = negative != (r->s[r->at++] == '-');
	if (++r->c->depth > ZHUN_MODEL_DEPTH)
		return blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
	enum zhun_code code = read_power(r, ret);
	r->c->depth--;
	return code || !negative ? code : emit_unary(r, STEP_NEGATE, *ret, at, ret);
}

static enum zhun_code read_product(struct reader *r, uint32_t *ret)
{
	uint32_t b = 0;
	enum zhun_code code = read_unary(r, ret);
	while (!code) {
		skip_blanks(r);
		size_t at = r->at;
		bool times = take(r, '*');
		if (!times && !take(r, '/'))
			break;
		code = read_unary(r, &b);
		if (!code)
			code = emit_binary(r, times ? STEP_MULTIPLY : STEP_DIVIDE, *ret, b, at,
					   ret);
	}
	return code;
}

static enum zhun_code read_sum(struct reader *r, uint32_t *ret)
{
	uint32_t b = 0;
	enum zhun_code code = read_product(r, ret);
	while (!code) {
		skip_blanks(r);
		size_t at = r->at;
		bool plus = take(r, '+');
		if (!plus && !take(r, '-'))
			break;
		code = read_product(r, &b);
		if (!code)
			code = emit_binary(r, plus ? STEP_ADD : STEP_SUBTRACT, *ret, b, at, ret);
	}
	return code;
}

/* ---- the whole ---- */

static enum zhun_code compile_output(struct compiler *c, size_t output)
{
	struct reader r = {.c = c, .output = output, .s = c->outputs[output].text};
	r.n = strlen(r.s);
	if (r.n > ZHUN_MODEL_LONGEST)
		return zhun_fail(c->err, ZHUN_E_EXPRESSION_TOO_LONG, c->outputs[output].name, "…");
	if (zhun_utf8_valid(r.s, r.n) != r.n)
		return zhun_fail(c->err, ZHUN_E_UTF8_BAD, c->outputs[output].name,
				 ZHUN_INT(zhun_utf8_valid(r.s, r.n) + 1));
	c->states[output] = IN_WORK;
	enum zhun_code code = read_sum(&r, &c->results[output]);
	skip_blanks(&r);
	if (!code && r.at < r.n)
		code = blame(&r, ZHUN_E_EXPRESSION_SYNTAX, r.at, r.n - r.at);
	c->states[output] = DONE;
	return code;
}

static enum zhun_code check_names(struct compiler *c)
{
	size_t total = c->input_count + c->output_count;
	for (size_t i = 0; i < total; i++) {
		const char *name =
			i < c->input_count ? c->inputs[i] : c->outputs[i - c->input_count].name;
		if (!name[0] || name_length(name, strlen(name)) != strlen(name) ||
		    strlen(name) > 100)
			return zhun_fail(c->err, ZHUN_E_EXPRESSION_NAME, name, name);
		for (size_t k = 0; k < i; k++) {
			const char *other = k < c->input_count
						    ? c->inputs[k]
						    : c->outputs[k - c->input_count].name;
			if (strcmp(name, other) == 0)
				return zhun_fail(c->err, ZHUN_E_MODEL_TWICE, name, name);
		}
	}
	return ZHUN_OK;
}

static enum zhun_code emit_inputs(struct compiler *c)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < c->input_count && !code; i++) {
		if (c->count == c->cap)
			code = grow(c);
		if (!code)
			c->steps[c->count++] = (struct step){.kind = STEP_INPUT, .a = (uint32_t)i};
	}
	return code;
}

enum zhun_code zhun_model_compile(struct zhun_arena *a, const char *const *inputs,
				  size_t input_count, const struct zhun_model_output *outputs,
				  size_t output_count, const struct zhun_model **ret,
				  struct zhun_error *err)
{
	struct compiler c = {.arena = a,
			     .err = err,
			     .inputs = inputs,
			     .outputs = outputs,
			     .input_count = input_count,
			     .output_count = output_count};
	struct zhun_model *m = ZHUN_NEW(a, struct zhun_model);
	c.results = ZHUN_NEW_ARRAY(a, output_count, uint32_t);
	c.states = ZHUN_NEW_ARRAY(a, output_count, enum state);
	if (!m || !c.results || !c.states)
		return zhun_no_memory(a, err);
	if (input_count + output_count > ZHUN_MODEL_STEPS / 10)
		return zhun_fail(err, ZHUN_E_EXPRESSION_TOO_LONG, NULL, "…");
	enum zhun_code code = check_names(&c);
	if (!code)
		code = emit_inputs(&c);
	for (size_t i = 0; i < output_count && !code; i++)
		if (c.states[i] == NOT_YET)
			code = compile_output(&c, i);
	if (code)
		return code;
	*m = (struct zhun_model){.steps = c.steps,
				 .step_count = c.count,
				 .input_count = input_count,
				 .output_count = output_count,
				 .results = c.results,
				 .outputs = outputs,
				 .any_complex = c.any_complex};
	*ret = m;
	return ZHUN_OK;
}

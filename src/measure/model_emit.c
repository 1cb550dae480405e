/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps as they come from the reader, and the places that errors name. */
#include <math.h>
#include <string.h>

#include "measure/model_reader.h"
#include "zhun/base/text.h"

static void place_of(const char *output, size_t column, char place[ZHUN_ERROR_PLACE_SIZE])
{
	struct zhun_int_text room;
	const char *digits = zhun_int_text(&room, (long long)column);
	size_t n = strlen(output);
	n = n < 120 ? n : 120;
	memcpy(place, output, n);
	memcpy(place + n, " column ", 8);
	memcpy(place + n + 8, digits, strlen(digits) + 1);
}

enum zhun_code program_blame(const struct zhun_model *m, enum zhun_code code, size_t step,
			     const char *word, struct zhun_error *err)
{
	char place[ZHUN_ERROR_PLACE_SIZE];
	const struct step *s = &m->steps[step];
	place_of(m->outputs[s->output].name, s->column, place);
	return zhun_fail(err, code, place, word);
}

/* what goes wrong in a formula's body goes wrong at its call */
static const struct reader *outermost(const struct reader *r, size_t *at)
{
	for (; r->caller; r = r->caller)
		*at = r->call_at;
	return r;
}

enum zhun_code reader_blame_words(const struct reader *r, enum zhun_code code, size_t at, const char *const words[4])
{
	char place[ZHUN_ERROR_PLACE_SIZE];
	r = outermost(r, &at);
	place_of(r->c->source->outputs[r->output].name, at + 1, place);
	return zhun_fail(r->c->err, code, place, words[0], words[1], words[2], words[3]);
}

void reader_text(const struct reader *r, struct span s, char out[ZHUN_ERROR_ARG_SIZE])
{
	const char *from = NULL;
	size_t n = 0, end = s.to < r->n ? s.to : r->n;
	zhun_str_trim(r->s + s.from, end > s.from ? end - s.from : 0, &from, &n);
	n = n < ZHUN_ERROR_ARG_SIZE ? n : ZHUN_ERROR_ARG_SIZE - 1;
	if (n)
		memcpy(out, from, n);
	out[n] = '\0';
}

enum zhun_code reader_blame(const struct reader *r, enum zhun_code code, size_t at, size_t len)
{
	char word[ZHUN_ERROR_ARG_SIZE];
	if (r->caller)
		len = r->call_length;
	r = outermost(r, &at);
	reader_text(r, (struct span){at, at + len}, word);
	return reader_blame_words(r, code, at, (const char *const[4]){word, r->s});
}

enum zhun_code reader_one(const struct reader *r, struct value v, struct span s, uint32_t *ret)
{
	while (s.from < s.to && strchr(" \t\r\n", r->s[s.from]))
		s.from++;
	if (v.count)
		return reader_blame(r, ZHUN_E_EXPRESSION_LIST, s.from, s.to - s.from);
	*ret = v.step;
	return ZHUN_OK;
}

static enum zhun_code grow(struct compiler *c)
{
	size_t cap = c->cap ? c->cap * 2 : 64;
	struct step *steps = ZHUN_NEW_ARRAY(c->arena, cap, struct step);
	struct extent *extents = c->source->input_units ? ZHUN_NEW_ARRAY(c->arena, cap, struct extent) : NULL;
	if (!steps || (c->source->input_units && !extents))
		return zhun_no_memory(c->arena, c->err);
	if (c->count)
		memcpy(steps, c->steps, c->count * sizeof(*steps));
	if (c->count && extents)
		memcpy(extents, c->extents, c->count * sizeof(*extents));
	c->steps = steps;
	c->extents = extents;
	c->cap = cap;
	return ZHUN_OK;
}

enum zhun_code emit_as(struct reader *r, struct step step, const struct extent *e, size_t at, uint32_t *ret)
{
	struct compiler *c = r->c;
	enum zhun_code code = ZHUN_OK;
	if (c->count >= ZHUN_MODEL_STEPS)
		return reader_blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
	if (c->count == c->cap)
		code = grow(c);
	if (code)
		return code;
	step.output = (uint16_t)outermost(r, &at)->output;
	step.column = (uint16_t)(at + 1 < UINT16_MAX ? at + 1 : UINT16_MAX);
	c->any_complex = c->any_complex || step.is_complex;
	if (c->extents)
		c->extents[c->count] = *e;
	*ret = (uint32_t)c->count;
	c->steps[c->count++] = step;
	return ZHUN_OK;
}

/* numbers in a formula's body stand in the units of its table: nothing is checked there */
enum zhun_code emit(struct reader *r, struct step step, size_t at, uint32_t *ret)
{
	struct extent e = extent_one();
	enum zhun_code code = ZHUN_OK;
	if (r->c->extents && !r->caller)
		code = extent_of_step(r, &step, at, &e);
	return code ? code : emit_as(r, step, &e, at, ret);
}

bool emit_is_complex(const struct reader *r, uint32_t step)
{
	return r->c->steps[step].is_complex;
}

enum zhun_code emit_constant(struct reader *r, double x, size_t at, uint32_t *ret)
{
	return emit(r, (struct step){.kind = STEP_CONSTANT, .constant = x}, at, ret);
}

/* what numbers alone give is a number: x^(1/2) has a constant exponent */
static bool fold(enum step_kind kind, double a, double b, double *ret)
{
	if (kind == STEP_ADD)
		*ret = a + b;
	else if (kind == STEP_SUBTRACT)
		*ret = a - b;
	else if (kind == STEP_MULTIPLY)
		*ret = a * b;
	else if (kind == STEP_DIVIDE)
		*ret = a / b;
	else if (kind == STEP_NEGATE)
		*ret = -a;
	else
		return false;
	return true;
}

enum zhun_code emit_unary(struct reader *r, enum step_kind kind, uint32_t a, size_t at, uint32_t *ret)
{
	double x = 0.0;
	const struct step *s = &r->c->steps[a];
	if (s->kind == STEP_CONSTANT && fold(kind, s->constant, 0.0, &x))
		return emit_constant(r, x, at, ret);
	return emit(r, (struct step){.kind = (uint8_t)kind, .is_complex = s->is_complex, .a = a}, at, ret);
}

enum zhun_code emit_binary(struct reader *r, enum step_kind kind, uint32_t a, uint32_t b, size_t at, uint32_t *ret)
{
	double x = 0.0;
	const struct step *s = &r->c->steps[a], *t = &r->c->steps[b];
	if (s->kind == STEP_CONSTANT && t->kind == STEP_CONSTANT && fold(kind, s->constant, t->constant, &x))
		return emit_constant(r, x, at, ret);
	bool is_complex = s->is_complex || t->is_complex;
	return emit(r, (struct step){.kind = (uint8_t)kind, .is_complex = is_complex, .a = a, .b = b}, at, ret);
}

enum zhun_code emit_plain(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			  uint32_t *ret)
{
	return f->arguments == 1 ? emit_unary(r, f->kind, args[0], at, ret)
				 : emit_binary(r, f->kind, args[0], args[1], at, ret);
}

static enum zhun_code emit_number(struct reader *r, enum step_kind kind, double x, const struct extent *e, size_t at,
				  uint32_t *step)
{
	const struct extent one = extent_one();
	uint32_t number = 0;
	struct step constant = {.kind = STEP_CONSTANT, .constant = x};
	enum zhun_code code = emit_as(r, constant, &one, at, &number);
	return code ? code
		    : emit_as(r, (struct step){.kind = (uint8_t)kind, .a = *step, .b = number}, e, at, step);
}

enum zhun_code emit_conversion(struct reader *r, const struct zhun_conversion *c, const struct extent *e, size_t at,
			       uint32_t a, uint32_t *ret)
{
	enum zhun_code code = ZHUN_OK;
	*ret = a;
	if (c->multiply < 1.0 || c->multiply > 1.0)
		code = emit_number(r, STEP_MULTIPLY, c->multiply, e, at, ret);
	if (!code && (c->divide < 1.0 || c->divide > 1.0))
		code = emit_number(r, STEP_DIVIDE, c->divide, e, at, ret);
	if (!code && (c->shift < 0.0 || c->shift > 0.0))
		code = emit_number(r, STEP_ADD, c->shift, e, at, ret);
	return code;
}

/* WHERE(a, c) + WHERE(b, 1 − c): what is not chosen is 0, whatever it was */
enum zhun_code emit_choice(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			   uint32_t *ret)
{
	struct extent e = extent_one();
	uint32_t one = 0, other = 0, a = 0, b = 0;
	bool is_complex = emit_is_complex(r, args[1]) || emit_is_complex(r, args[2]);
	enum zhun_code code = ZHUN_OK;
	if (emit_is_complex(r, args[0]))
		return reader_blame(r, ZHUN_E_EXPRESSION_COMPLEX, at, strlen(f->name));
	if (r->c->extents && !r->caller)
		code = extent_alike(r, args[1], args[2], at, &e);
	if (!code)
		code = emit_constant(r, 1.0, at, &one);
	if (!code)
		code = emit_binary(r, STEP_SUBTRACT, one, args[0], at, &other);
	struct step where = {.kind = STEP_WHERE, .is_complex = emit_is_complex(r, args[1]), .a = args[1], .b = args[0]};
	if (!code)
		code = emit_as(r, where, &e, at, &a);
	where = (struct step){.kind = STEP_WHERE, .is_complex = emit_is_complex(r, args[2]), .a = args[2], .b = other};
	if (!code)
		code = emit_as(r, where, &e, at, &b);
	const struct step sum = {.kind = STEP_ADD, .is_complex = is_complex, .a = a, .b = b};
	return code ? code : emit_as(r, sum, &e, at, ret);
}

static enum zhun_code common_length(struct reader *r, const struct value *args, int count, size_t at, uint32_t *ret)
{
	*ret = 0;
	for (int i = 0; i < count; i++) {
		uint32_t n = args[i].count;
		if (n && *ret && n != *ret)
			return reader_blame_words(r, ZHUN_E_EXPRESSION_LENGTHS, at,
						  (const char *const[4]){ZHUN_INT(*ret), ZHUN_INT(n)});
		*ret = n ? n : *ret;
	}
	return ZHUN_OK;
}

enum zhun_code emit_each(struct reader *r, const struct function *f, const struct value *args, size_t at,
			 struct value *ret)
{
	uint32_t n = 0, *items = NULL, now[READER_ARGUMENTS] = {0};
	enum zhun_code code = common_length(r, args, f->arguments, at, &n);
	if (!code && n)
		items = ZHUN_NEW_ARRAY(r->c->arena, n, uint32_t);
	if (!code && n && !items)
		return zhun_no_memory(r->c->arena, r->c->err);
	struct value v = {.count = n, .items = items};
	for (uint32_t k = 0; k < (n ? n : 1) && !code; k++) {
		for (int i = 0; i < f->arguments; i++)
			now[i] = args[i].count ? args[i].items[k] : args[i].step;
		code = f->emit(r, f, now, at, items ? &items[k] : &v.step);
	}
	if (!code)
		*ret = v;
	return code;
}

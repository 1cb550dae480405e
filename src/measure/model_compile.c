/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole of a model: inputs first, then outputs, each before those that use it. */
#include <string.h>

#include "measure/model_level.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

static bool same_binding(const struct binding *b, const char *s, size_t n)
{
	return b->length == n && memcmp(b->name, s, n) == 0;
}

bool reader_is_taken(const struct reader *r, size_t at, size_t len)
{
	const struct zhun_model_source *source = r->c->source;
	for (size_t i = 0; i < source->input_count; i++)
		if (same_binding(&r->c->inputs[i], r->s + at, len))
			return true;
	for (size_t i = 0; i < source->output_count; i++)
		if (reader_same_name(source->outputs[i].name, r->s + at, len))
			return true;
	return false;
}

static enum zhun_code compile_output(struct compiler *c, size_t output)
{
	struct reader r = {.c = c, .output = output, .s = c->source->outputs[output].text};
	const char *name = c->source->outputs[output].name;
	r.n = strlen(r.s);
	if (r.n > ZHUN_MODEL_LONGEST)
		return zhun_fail(c->err, ZHUN_E_EXPRESSION_TOO_LONG, name, "…");
	if (zhun_utf8_valid(r.s, r.n) != r.n)
		return zhun_fail(c->err, ZHUN_E_UTF8_BAD, name, ZHUN_INT(zhun_utf8_valid(r.s, r.n) + 1));
	c->states[output] = IN_WORK;
	enum zhun_code code = reader_whole(&r, &c->results[output]);
	c->states[output] = DONE;
	return code;
}

static enum zhun_code use_output(struct reader *r, size_t output, size_t at, size_t len, struct value *ret)
{
	struct compiler *c = r->c;
	if (c->states[output] == IN_WORK)
		return reader_blame(r, ZHUN_E_MODEL_CIRCULAR, at, len);
	enum zhun_code code = c->states[output] == DONE ? ZHUN_OK : compile_output(c, output);
	*ret = (struct value){.step = c->results[output]};
	return code;
}

enum zhun_code reader_find(struct reader *r, size_t at, size_t len, struct value *ret)
{
	const struct zhun_model_source *source = r->c->source;
	*ret = (struct value){0};
	for (size_t i = 0; i < source->input_count && !r->caller; i++)
		if (same_binding(&r->c->inputs[i], r->s + at, len)) {
			*ret = r->c->inputs[i].value;
			return ZHUN_OK;
		}
	for (size_t i = 0; i < source->output_count && !r->caller; i++)
		if (reader_same_name(source->outputs[i].name, r->s + at, len))
			return use_output(r, i, at, len, ret);
	if (reader_same_name("pi", r->s + at, len))
		return emit_constant(r, 3.14159265358979323846, at, &ret->step);
	return reader_blame(r, ZHUN_E_EXPRESSION_NAME, at, len);
}

/* ---- inputs ---- */

/* "x" is a number, "x[5]" a list of five */
static bool read_declaration(const char *s, struct binding *ret)
{
	size_t n = strlen(s), len = reader_name_length(s, n);
	struct zhun_number x = {.value = 0};
	*ret = (struct binding){.name = s, .length = len};
	if (!len || len > 100 || (s[len] && (s[len] != '[' || s[n - 1] != ']' || n < len + 3)))
		return false;
	if (!s[len])
		return true;
	if (zhun_number_parse(s + len + 1, n - len - 2, &x, NULL) || !(x.value >= 1.0 && x.value <= ZHUN_MODEL_STEPS))
		return false;
	ret->value.count = (uint32_t)x.value;
	return x.value == (double)ret->value.count;
}

/* the slots follow one another as declared */
static enum zhun_code declare(struct compiler *c, size_t input)
{
	struct binding *b = &c->inputs[input];
	if (!read_declaration(c->source->inputs[input], b))
		return zhun_fail(c->err, ZHUN_E_EXPRESSION_NAME, c->source->inputs[input], c->source->inputs[input]);
	for (size_t i = 0; i < input; i++)
		if (same_binding(&c->inputs[i], b->name, b->length))
			return zhun_fail(c->err, ZHUN_E_MODEL_TWICE, b->name, b->name);
	b->value.step = (uint32_t)c->slots;
	uint32_t count = b->value.count, *items = count ? ZHUN_NEW_ARRAY(c->arena, count, uint32_t) : NULL;
	if (count && !items)
		return zhun_no_memory(c->arena, c->err);
	for (uint32_t i = 0; i < count; i++)
		items[i] = (uint32_t)c->slots + i;
	b->value.items = items;
	c->slots += count ? count : 1;
	return c->slots > ZHUN_MODEL_STEPS / 10 ? zhun_fail(c->err, ZHUN_E_EXPRESSION_TOO_LONG, b->name, "…") : ZHUN_OK;
}

static enum zhun_code check_outputs(struct compiler *c)
{
	const struct zhun_model_source *s = c->source;
	for (size_t i = 0; i < s->output_count; i++) {
		const char *name = s->outputs[i].name;
		size_t n = strlen(name);
		if (!n || n > 100 || reader_name_length(name, n) != n)
			return zhun_fail(c->err, ZHUN_E_EXPRESSION_NAME, name, name);
		bool twice = false;
		for (size_t k = 0; k < s->input_count; k++)
			twice = twice || same_binding(&c->inputs[k], name, n);
		for (size_t k = 0; k < i; k++)
			twice = twice || strcmp(s->outputs[k].name, name) == 0;
		if (twice)
			return zhun_fail(c->err, ZHUN_E_MODEL_TWICE, name, name);
	}
	return ZHUN_OK;
}

static enum zhun_code emit_slots(struct compiler *c)
{
	enum zhun_code code = ZHUN_OK;
	struct reader r = {.c = c, .s = ""};
	for (size_t input = 0; input < c->source->input_count && !code; input++) {
		struct extent e = extent_one();
		if (c->source->input_units)
			e = level_extent(&c->source->input_units[input]);
		uint32_t count = c->inputs[input].value.count, step;
		for (uint32_t i = 0; i < (count ? count : 1) && !code; i++)
			code = emit_as(&r, (struct step){.kind = STEP_INPUT, .a = (uint32_t)c->count}, &e, 0, &step);
	}
	return code;
}

/* ---- the whole ---- */

static enum zhun_code compile_all(struct compiler *c)
{
	const struct zhun_model_source *s = c->source;
	enum zhun_code code = ZHUN_OK;
	if (s->input_count + s->output_count > ZHUN_MODEL_STEPS / 10)
		return zhun_fail(c->err, ZHUN_E_EXPRESSION_TOO_LONG, NULL, "…");
	for (size_t i = 0; i < s->input_count && !code; i++)
		code = declare(c, i);
	if (!code)
		code = check_outputs(c);
	if (!code && s->output_count)
		code = emit_slots(c);
	for (size_t i = 0; i < s->input_count && s->input_units && !code; i++)
		code = level_open(c, i);
	for (size_t i = 0; i < s->output_count && !code; i++)
		if (c->states[i] == NOT_YET)
			code = compile_output(c, i);
	for (size_t i = 0; i < s->output_count && s->output_units && s->input_units && !code; i++)
		code = level_close(c, i);
	return code;
}

enum zhun_code zhun_model_compile(struct zhun_arena *a, const struct zhun_model_source *source,
				  const struct zhun_model **ret, struct zhun_error *err)
{
	struct compiler c = {.arena = a,
			     .err = err,
			     .source = source,
			     .inputs = ZHUN_NEW_ARRAY(a, source->input_count, struct binding),
			     .results = ZHUN_NEW_ARRAY(a, source->output_count, uint32_t),
			     .states = ZHUN_NEW_ARRAY(a, source->output_count, enum output_state)};
	struct zhun_model *m = ZHUN_NEW(a, struct zhun_model);
	if (!m || !c.inputs || !c.results || !c.states)
		return zhun_no_memory(a, err);
	enum zhun_code code = compile_all(&c);
	*m = (struct zhun_model){.steps = c.steps,
				 .step_count = c.count,
				 .input_count = c.slots,
				 .output_count = source->output_count,
				 .results = c.results,
				 .outputs = source->outputs,
				 .any_complex = c.any_complex};
	if (!code && source->input_units)
		code = level_units(&c, m);
	if (!code)
		*ret = m;
	return code;
}

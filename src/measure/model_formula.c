/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of formulas, and a call's replacement by the body. */
#include <string.h>

#include "measure/formula_tables.h"
#include "measure/model_reader.h"
#include "zhun/base/text.h"

static const struct zhun_formula *const subjects[] = {formulas_mass, formulas_temperature, formulas_thermocouple};

const struct zhun_formula *zhun_formula_at(size_t i)
{
	for (size_t k = 0; k < ZHUN_COUNT(subjects); k++)
		for (const struct zhun_formula *f = subjects[k]; f->name; f++)
			if (i-- == 0)
				return f;
	return NULL;
}

const struct zhun_formula *formula_named(const char *s, size_t n)
{
	const struct zhun_formula *f = NULL;
	for (size_t i = 0; (f = zhun_formula_at(i)); i++)
		if (reader_same_name(f->name, s, n))
			return f;
	return NULL;
}

static enum zhun_code unit_of(const char *text, struct zhun_unit *ret, struct zhun_unit *ret_coherent,
			      struct zhun_error *err)
{
	return zhun_unit_read(text, strlen(text), ZHUN_UNIT_TYPED, ret, NULL, err) ? err->code
	       : zhun_model_coherent(ret, ret_coherent, err);
}

/* A point stays one: 20 °C, or 293.15 K, which is the same on its own. */
static enum zhun_code take_argument(struct reader *r, const struct zhun_formula_parameter *p, struct span s, size_t at,
				    uint32_t *step)
{
	char term[ZHUN_ERROR_ARG_SIZE], left[ZHUN_UNIT_TEXT];
	const struct extent one = extent_one(), e = r->c->extents[*step];
	struct zhun_unit unit, coherent;
	struct zhun_conversion c;
	enum zhun_code code = unit_of(p->unit, &unit, &coherent, r->c->err);
	if (code)
		return code;
	struct extent wanted = extent_of_unit(&unit);
	bool point = unit_scales[unit.scale].kind == ZHUN_SCALE_AFFINE;
	if (!e.zero && !extent_same(&e, &wanted)) {
		reader_text(r, s, term);
		extent_text(&e, left);
		return reader_blame_words(r, ZHUN_E_MODEL_ARGUMENT, at,
					  (const char *const[4]){term, left, p->name, p->unit});
	}
	if (e.level || !point || e.weight < 1.0 - 1e-9 || e.weight > 1.0 + 1e-9)
		code = extent_no_point(r, &e, s, at);
	if (!code)
		code = zhun_conversion_make(&coherent, &unit, point ? ZHUN_POINT : ZHUN_DIFFERENCE, &c, r->c->err);
	return code ? code : emit_conversion(r, &c, &one, at, *step, step);
}

static enum zhun_code give_result(struct reader *r, const struct zhun_formula *f, size_t at, uint32_t *step)
{
	struct zhun_unit unit, coherent;
	struct zhun_conversion c;
	enum zhun_code code = unit_of(f->unit, &unit, &coherent, r->c->err);
	if (code)
		return code;
	struct extent e = extent_of_unit(&unit);
	e.weight = unit_scales[unit.scale].kind == ZHUN_SCALE_AFFINE ? 1.0 : 0.0;
	code = zhun_conversion_make(&unit, &coherent, ZHUN_POINT, &c, r->c->err);
	if (!code)
		code = emit_conversion(r, &c, &e, at, *step, step);
	/* a result in coherent units took no step of conversion, and is its body's last */
	if (!code)
		r->c->extents[*step] = e;
	return code;
}

enum zhun_code formula_expand(struct reader *r, const struct zhun_formula *f, const struct value *args,
			      const struct span *spans, size_t at, uint32_t *ret)
{
	struct binding *bindings = ZHUN_NEW_ARRAY(r->c->arena, READER_BINDINGS, struct binding);
	struct reader body = {.c = r->c, .s = f->body, .n = strlen(f->body), .bindings = bindings, .caller = r,
			      .call_at = at, .call_length = strlen(f->name)};
	bool with_units = r->c->extents && !r->caller;
	enum zhun_code code = bindings ? ZHUN_OK : zhun_no_memory(r->c->arena, r->c->err);
	for (; body.binding_count < ZHUN_FORMULA_PARAMETERS && f->parameters[body.binding_count].name && !code;
	     body.binding_count++) {
		const struct zhun_formula_parameter *p = &f->parameters[body.binding_count];
		struct binding *b = &bindings[body.binding_count];
		*b = (struct binding){.name = p->name, .length = strlen(p->name)};
		code = reader_one(r, args[body.binding_count], spans[body.binding_count], &b->value.step);
		if (!code && with_units)
			code = take_argument(r, p, spans[body.binding_count], at, &b->value.step);
	}
	if (!code)
		code = reader_whole(&body, ret);
	return code || !with_units ? code : give_result(r, f, at, ret);
}

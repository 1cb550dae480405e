/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/model_units.h"

#include <math.h>
#include <string.h>

#include "measure/factor.h"
#include "measure/model_level.h"
#include "zhun/base/text.h"

const struct zhun_model_unit *zhun_model_unit_in(const struct zhun_model *m, size_t declared)
{
	return &m->in[declared];
}

const struct zhun_model_unit *zhun_model_unit_out(const struct zhun_model *m, size_t output)
{
	return &m->out[output];
}

enum zhun_code zhun_model_coherent(const struct zhun_unit *u, struct zhun_unit *ret, struct zhun_error *err)
{
	char text[ZHUN_UNIT_TEXT];
	size_t n = zhun_unit_dimension(u, text);
	struct zhun_unit coherent = zhun_unit_one();
	enum zhun_code code = zhun_unit_is_one(u)
				      ? ZHUN_OK
				      : zhun_unit_read(text, n, ZHUN_UNIT_TYPED, &coherent, NULL, err);
	if (!code)
		*ret = coherent;
	return code;
}

/* B and pH, and scales that count from a reference or by a filter: dBm, dB(A) */
static bool is_level(const struct zhun_unit *u)
{
	const char *name = unit_specials[u->special];
	bool lone = u->special && u->count == 1 && u->special_power == ZHUN_UNIT_WHOLE;
	return lone && (zhun_str_equal(name, "B") || zhun_str_equal(name, "pH"));
}

static bool counts_points(const struct zhun_model_quantity *q)
{
	enum unit_scale_kind kind = unit_scales[q->unit->scale].kind;
	return q->count == ZHUN_POINT && kind != ZHUN_SCALE_RATIO;
}

struct extent level_extent(const struct zhun_model_quantity *q)
{
	struct extent e = extent_of_unit(q->unit);
	e.level = is_level(q->unit) ? (uint8_t)(q->unit->scale + 1) : 0;
	e.weight = counts_points(q) ? 1.0 : 0.0;
	return e;
}

/* ---- levels as ratios ---- */

/* ratio = reference · e^(rate · x) for x in its unit */
struct ratio {
	double rate, reference;
	struct extent extent;
};

static const char *const level_words[] = {"level", "power", "field", "activity"};

static enum zhun_code blame_level(const struct compiler *c, const char *name, const struct zhun_model_quantity *q)
{
	char unit[ZHUN_UNIT_TEXT];
	(void)zhun_unit_canonical(q->unit, unit);
	return zhun_fail(c->err, ZHUN_E_MODEL_LEVEL_UNIT, name, name, unit, level_words[q->level]);
}

/* IEC 60027-3: 1 B is lg of a ratio of powers, 2 lg of one of fields; 1 Np is ln of one of fields. dBm and its like
 * say themselves what they are levels of. IUPAC: pH = −lg a. */
static bool find_ratio(const struct zhun_model_quantity *q, struct ratio *ret)
{
	const double decade = 2.30258509299404568402;
	const struct unit_scale *scale = &unit_scales[q->unit->scale];
	bool acid = is_level(q->unit) && zhun_str_equal(unit_specials[q->unit->special], "pH");
	double bels = factor_value(q->unit->factor);
	if (!is_level(q->unit) || acid != (q->level == ZHUN_LEVEL_ACTIVITY) || scale->kind == ZHUN_SCALE_WEIGHTED)
		return false;
	*ret = (struct ratio){.rate = decade * (acid ? -1.0 : q->level == ZHUN_LEVEL_POWER ? bels : bels / 2.0),
			      .reference = 1.0,
			      .extent = extent_one()};
	if (scale->kind != ZHUN_SCALE_LEVEL)
		return true;
	memcpy(ret->extent.power, scale->power, sizeof(ret->extent.power));
	ret->reference = factor_value(scale->value);
	return scale->times == (q->level == ZHUN_LEVEL_POWER ? 10 : 20);
}

static enum zhun_code emit_times(struct reader *r, double x, const struct extent *e, uint32_t *step)
{
	const struct zhun_conversion c = {.multiply = x, .divide = 1.0};
	return emit_conversion(r, &c, e, 0, *step, step);
}

static enum zhun_code open_one(struct compiler *c, const struct ratio *q, uint32_t *step)
{
	struct reader r = {.c = c, .s = ""};
	const struct extent one = extent_one();
	enum zhun_code code = emit_times(&r, q->rate, &one, step);
	if (!code)
		code = emit_as(&r, (struct step){.kind = STEP_EXP, .a = *step}, &q->extent, 0, step);
	return code ? code : emit_times(&r, q->reference, &q->extent, step);
}

enum zhun_code level_open(struct compiler *c, size_t input)
{
	const struct zhun_model_quantity *q = &c->source->input_units[input];
	struct value *v = &c->inputs[input].value;
	struct ratio ratio;
	if (q->level == ZHUN_LEVEL_KEPT || !c->source->output_count)
		return ZHUN_OK;
	if (!find_ratio(q, &ratio))
		return blame_level(c, c->source->inputs[input], q);
	uint32_t n = v->count ? v->count : 1, *items = ZHUN_NEW_ARRAY(c->arena, n, uint32_t);
	enum zhun_code code = items ? ZHUN_OK : zhun_no_memory(c->arena, c->err);
	for (uint32_t i = 0; i < n && !code; i++) {
		items[i] = v->step + i;
		code = open_one(c, &ratio, &items[i]);
	}
	if (!code)
		*v = (struct value){.step = items[0], .count = v->count, .items = v->count ? items : NULL};
	return code;
}

/* ---- outputs ---- */

static enum zhun_code check_dimension(const struct compiler *c, size_t output, const struct extent *wanted)
{
	char out[ZHUN_UNIT_TEXT], unit[ZHUN_UNIT_TEXT], dimension[ZHUN_UNIT_TEXT];
	const char *name = c->source->outputs[output].name;
	const struct extent *e = &c->extents[c->results[output]];
	if (e->zero || extent_same(e, wanted))
		return ZHUN_OK;
	extent_text(e, out);
	(void)zhun_unit_canonical(c->source->output_units[output].unit, unit);
	extent_text(wanted, dimension);
	return zhun_fail(c->err, ZHUN_E_MODEL_OUTPUT_UNIT, name, name, out, unit, dimension);
}

static enum zhun_code close_ratio(struct compiler *c, size_t output, const struct zhun_model_quantity *q)
{
	struct ratio ratio;
	struct reader r = {.c = c, .output = output, .s = c->source->outputs[output].text};
	const struct extent one = extent_one(), level = level_extent(q);
	uint32_t *step = &c->results[output];
	if (!find_ratio(q, &ratio))
		return blame_level(c, c->source->outputs[output].name, q);
	enum zhun_code code = check_dimension(c, output, &ratio.extent);
	if (!code)
		code = emit_times(&r, 1.0 / ratio.reference, &one, step);
	if (!code)
		code = emit_as(&r, (struct step){.kind = STEP_LOG, .a = *step}, &one, 0, step);
	return code ? code : emit_times(&r, 1.0 / ratio.rate, &level, step);
}

enum zhun_code level_close(struct compiler *c, size_t output)
{
	const struct zhun_model_quantity *q = &c->source->output_units[output];
	const struct extent *e = &c->extents[c->results[output]];
	const char *name = c->source->outputs[output].name;
	if (!q->unit)
		return ZHUN_OK;
	if (q->level != ZHUN_LEVEL_KEPT)
		return close_ratio(c, output, q);
	const struct extent wanted = extent_of_unit(q->unit);
	enum zhun_code code = check_dimension(c, output, &wanted);
	bool point = fabs(e->weight) > 1e-9;
	if (code || e->zero || (e->level && !counts_points(q) && !point))
		return code;
	if (point && q->count == ZHUN_DIFFERENCE)
		return zhun_fail(c->err, ZHUN_E_MODEL_OUTPUT_POINT, name, name);
	return !point && counts_points(q) ? zhun_fail(c->err, ZHUN_E_MODEL_OUTPUT_DIFFERENCE, name, name) : ZHUN_OK;
}

/* ---- what the model knows of its units ---- */

static enum zhun_code both_ways(const struct zhun_unit *from, const struct zhun_unit *to, bool point,
				struct zhun_model_unit *u, struct zhun_error *err)
{
	enum zhun_code code = zhun_conversion_make(from, to, point ? ZHUN_POINT : ZHUN_DIFFERENCE, &u->value, err);
	return code ? code : zhun_conversion_make(from, to, ZHUN_DIFFERENCE, &u->difference, err);
}

/* a level keeps its own unit where it is taken as a ratio; else levels are bels above their reference */
static enum zhun_code edge(const struct zhun_model_quantity *q, bool in, struct zhun_model_unit *u,
			   struct zhun_error *err)
{
	bool affine = unit_scales[q->unit->scale].kind == ZHUN_SCALE_AFFINE && q->count == ZHUN_POINT;
	enum zhun_code code = ZHUN_OK;
	u->point = counts_points(q);
	if (q->level == ZHUN_LEVEL_KEPT)
		code = zhun_model_coherent(q->unit, &u->coherent, err);
	else
		u->coherent = *q->unit;
	if (code)
		return code;
	return in ? both_ways(q->unit, &u->coherent, affine, u, err) : both_ways(&u->coherent, q->unit, affine, u, err);
}

/* an output without a unit asked for: whatever came out */
static enum zhun_code derived(struct compiler *c, size_t output, struct zhun_model_unit *u)
{
	const struct extent *e = &c->extents[c->results[output]];
	struct zhun_unit unit = zhun_unit_one();
	memcpy(unit.power, e->power, sizeof(unit.power));
	unit.special = e->special;
	unit.special_power = e->special_power;
	enum zhun_code code = zhun_model_coherent(&unit, &u->coherent, c->err);
	u->point = fabs(e->weight) > 1e-9;
	return code ? code : both_ways(&u->coherent, &u->coherent, false, u, c->err);
}

static enum zhun_code check_weight(struct compiler *c, size_t output)
{
	const struct extent *e = &c->extents[c->results[output]];
	const char *name = c->source->outputs[output].name;
	bool usable = fabs(e->weight) <= 1e-9 || fabs(e->weight - 1.0) <= 1e-9;
	return usable ? ZHUN_OK : zhun_fail(c->err, e->level ? ZHUN_E_MODEL_LEVEL : ZHUN_E_MODEL_POINT, name, name);
}

enum zhun_code level_units(struct compiler *c, struct zhun_model *m)
{
	const struct zhun_model_source *s = c->source;
	struct zhun_model_unit *in = ZHUN_NEW_ARRAY(c->arena, s->input_count, struct zhun_model_unit),
			       *out = ZHUN_NEW_ARRAY(c->arena, s->output_count, struct zhun_model_unit);
	enum zhun_code code = in && out ? ZHUN_OK : zhun_no_memory(c->arena, c->err);
	for (size_t i = 0; i < s->input_count && !code; i++)
		code = edge(&s->input_units[i], true, &in[i], c->err);
	for (size_t i = 0; i < s->output_count && !code; i++) {
		const struct zhun_model_quantity *q = s->output_units ? &s->output_units[i] : NULL;
		code = check_weight(c, i);
		if (!code)
			code = q && q->unit ? edge(q, false, &out[i], c->err) : derived(c, i, &out[i]);
	}
	m->in = in;
	m->out = out;
	return code;
}

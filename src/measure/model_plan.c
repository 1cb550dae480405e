/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/model_plan.h"

#include <string.h>

/* what a plan is made with; a slot is one block of working memory */
struct planning {
	const struct zhun_model *m;
	bool *needed;
	uint32_t *last; /* the step that uses this one last */
	uint32_t *slot, *steps, *spare;
	size_t slots, spares, step_count;
};

static bool is_leaf(const struct step *s)
{
	return s->kind == STEP_INPUT || s->kind == STEP_CONSTANT;
}

const bool model_step_has_two[STEP_KINDS] = {
	[STEP_ADD] = true,   [STEP_SUBTRACT] = true, [STEP_MULTIPLY] = true, [STEP_DIVIDE] = true,
	[STEP_POWER] = true, [STEP_ATAN2] = true,    [STEP_COMPLEX] = true,
	[STEP_LESS] = true,  [STEP_AT_MOST] = true,  [STEP_WHERE] = true,
};

/* from the outputs back; a result is in use to the end */
static void mark_needed(struct planning *p, struct zhun_model_outputs outputs)
{
	uint32_t end = (uint32_t)p->m->step_count;
	for (size_t i = 0; i < outputs.count; i++) {
		p->needed[p->m->results[outputs.at[i]]] = true;
		p->last[p->m->results[outputs.at[i]]] = end;
	}
	for (uint32_t k = end; k-- > 0;) {
		const struct step *s = &p->m->steps[k];
		if (!p->needed[k] || is_leaf(s))
			continue;
		const uint32_t operands[] = {s->a, model_step_has_two[s->kind] ? s->b : s->a};
		for (size_t i = 0; i < ZHUN_COUNT(operands); i++) {
			p->needed[operands[i]] = true;
			p->last[operands[i]] = p->last[operands[i]] ? p->last[operands[i]] : k;
		}
	}
}

static uint32_t take_slot(struct planning *p)
{
	return p->spares ? p->spare[--p->spares] : (uint32_t)p->slots++;
}

static void give_slot(struct planning *p, uint32_t step, uint32_t user)
{
	if (p->last[step] == user && !is_leaf(&p->m->steps[step]))
		p->spare[p->spares++] = p->slot[step];
}

/* Inputs and constants keep their places; the others' are used again, the warmest first. A step may write
 * where it reads, as every kernel goes number by number; one with complex parts may not. */
static void give_slots(struct planning *p)
{
	for (uint32_t k = 0; k < p->m->step_count; k++)
		if (p->needed[k] && is_leaf(&p->m->steps[k]))
			p->slot[k] = take_slot(p);
	for (uint32_t k = 0; k < p->m->step_count; k++) {
		const struct step *s = &p->m->steps[k];
		if (!p->needed[k] || is_leaf(s))
			continue;
		if (p->m->any_complex)
			p->slot[k] = take_slot(p);
		give_slot(p, s->a, k);
		if (model_step_has_two[s->kind] && s->b != s->a)
			give_slot(p, s->b, k);
		if (!p->m->any_complex)
			p->slot[k] = take_slot(p);
		p->steps[p->step_count++] = k;
	}
}

enum zhun_code model_plan_make(struct zhun_arena *a, const struct zhun_model *m, const struct vector_unit *unit,
			       struct zhun_model_outputs outputs, struct model_plan *ret, struct zhun_error *err)
{
	size_t n = m->step_count;
	struct planning p = {.m = m,
			     .needed = ZHUN_NEW_ARRAY(a, n, bool),
			     .last = ZHUN_NEW_ARRAY(a, n, uint32_t),
			     .slot = ZHUN_NEW_ARRAY(a, n, uint32_t),
			     .steps = ZHUN_NEW_ARRAY(a, n, uint32_t),
			     .spare = ZHUN_NEW_ARRAY(a, n, uint32_t)};
	if (!p.needed || !p.last || !p.slot || !p.steps || !p.spare)
		return zhun_no_memory(a, err);
	mark_needed(&p, outputs);
	give_slots(&p);
	*ret = (struct model_plan){.model = m,
				   .unit = unit,
				   .stride = (m->any_complex ? 2 : 1) * (size_t)MODEL_PLAN_WIDTH,
				   .step_count = p.step_count,
				   .steps = p.steps,
				   .slot = p.slot,
				   .needed = p.needed};
	ret->work = p.slots * ret->stride;
	return ZHUN_OK;
}

void model_plan_prepare(const struct model_plan *p, double *work)
{
	memset(work, 0, p->work * sizeof(*work));
	for (size_t k = 0; k < p->model->step_count; k++)
		if (p->needed[k] && p->model->steps[k].kind == STEP_CONSTANT)
			vector_step(p->unit, &p->model->steps[k], MODEL_PLAN_WIDTH, NULL, NULL,
				    work + p->slot[k] * p->stride);
}

double *model_plan_input(const struct model_plan *p, size_t input, double *work)
{
	return p->needed[input] ? work + p->slot[input] * p->stride : NULL;
}

const double *model_plan_output(const struct model_plan *p, size_t output, const double *work)
{
	return work + p->slot[p->model->results[output]] * p->stride;
}

void model_plan_run(const struct model_plan *p, double *work)
{
	for (size_t k = 0; k < p->step_count; k++) {
		uint32_t at = p->steps[k];
		const struct step *s = &p->model->steps[at];
		const struct model_block block = {MODEL_PLAN_WIDTH, work + p->slot[s->a] * p->stride,
						  work + p->slot[s->b] * p->stride, work + p->slot[at] * p->stride};
		model_step(p->model, p->unit, s, &block);
	}
}

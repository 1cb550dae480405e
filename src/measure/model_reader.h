/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parts of the model compiler share: model_compile.c (the whole), model_read.c (the
 * grammar), model_call.c (functions), model_formula.c (the library), model_emit.c (steps) and
 * model_extent.c (dimensions). Lists exist only here: every step is of one number.
 */
#ifndef MEASURE_MODEL_READER_H
#define MEASURE_MODEL_READER_H

#include "measure/program.h"
#include "measure/unit_table.h"
#include "zhun/measure/formula.h"
#include "zhun/measure/model_units.h"

enum { READER_ARGUMENTS = 16, READER_BINDINGS = 64 };

/* What is known of a step before any run, in a model with units. */
struct extent {
	int16_t power[7], special_power;
	uint8_t special;
	uint8_t level; /* of a level kept as such its scale, counted from 1 */
	bool zero;     /* the number 0, which fits every dimension */
	double weight; /* how often the zero of its scale is in it: 1 a point, 0 a difference */
};

/* One number's step, or, where count is not 0, a list of them. */
struct value {
	uint32_t step, count;
	const uint32_t *items;
};

struct binding {
	const char *name;
	size_t length;
	struct value value;
};

struct span {
	size_t from, to;
};

enum output_state { NOT_YET, IN_WORK, DONE };

struct compiler {
	struct zhun_arena *arena;
	struct zhun_error *err;
	const struct zhun_model_source *source;
	struct binding *inputs; /* as declared */
	size_t slots;		/* numbers that the inputs stand for */
	struct step *steps;
	struct extent *extents; /* beside the steps; NULL in a model without units */
	size_t count, cap;
	uint32_t *results;
	enum output_state *states;
	int depth;
	bool any_complex;
};

/* one output's text, or the body of a formula that is called in one */
struct reader {
	struct compiler *c;
	size_t output;
	const char *s;
	size_t n, at;
	struct binding *bindings; /* of let, or a formula's parameters */
	size_t binding_count;
	struct span left, right; /* the operands of what is emitted */
	const struct reader *caller; /* a formula's body: who calls it, and where */
	size_t call_at, call_length;
};

struct function;
typedef enum zhun_code element(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			       uint32_t *ret);

/* One step or a few, on numbers; on lists, element by element. */
struct function {
	const char *name;
	enum step_kind kind;
	int arguments;
	element *emit;
};

/* ---- model_read.c ---- */
bool reader_take(struct reader *r, char c);
bool reader_same_name(const char *name, const char *s, size_t n);
size_t reader_name_length(const char *s, size_t n);
enum zhun_code reader_expression(struct reader *r, struct value *ret);
/** All of the text, lets before it; the result is one number. */
enum zhun_code reader_whole(struct reader *r, uint32_t *ret);
/** A name's value in the model around the text; model_compile.c. */
enum zhun_code reader_find(struct reader *r, size_t at, size_t len, struct value *ret);
/** Whether an input or output has that name. */
bool reader_is_taken(const struct reader *r, size_t at, size_t len);

/* ---- model_call.c, model_formula.c ---- */
enum zhun_code reader_call(struct reader *r, size_t at, size_t len, struct value *ret);
const struct zhun_formula *formula_named(const char *s, size_t n);
/** The formula's body in place of the call; its arguments' spans stand in @a spans. */
enum zhun_code formula_expand(struct reader *r, const struct zhun_formula *f, const struct value *args,
			      const struct span *spans, size_t at, uint32_t *ret);

/* ---- model_emit.c ---- */
enum zhun_code reader_blame(const struct reader *r, enum zhun_code code, size_t at, size_t len);
/** Fails at @a at with up to four words. */
enum zhun_code reader_blame_words(const struct reader *r, enum zhun_code code, size_t at, const char *const words[4]);
/** The text of a span, trimmed, as far as it fits. */
void reader_text(const struct reader *r, struct span s, char out[ZHUN_ERROR_ARG_SIZE]);
enum zhun_code reader_one(const struct reader *r, struct value v, struct span s, uint32_t *ret);
enum zhun_code emit(struct reader *r, struct step step, size_t at, uint32_t *ret);
/** With an extent that is known, as those of conversions are. */
enum zhun_code emit_as(struct reader *r, struct step step, const struct extent *e, size_t at, uint32_t *ret);
enum zhun_code emit_unary(struct reader *r, enum step_kind kind, uint32_t a, size_t at, uint32_t *ret);
enum zhun_code emit_binary(struct reader *r, enum step_kind kind, uint32_t a, uint32_t b, size_t at, uint32_t *ret);
enum zhun_code emit_constant(struct reader *r, double x, size_t at, uint32_t *ret);
/** a, shifted and scaled as @a c says; the result has the extent @a e. */
enum zhun_code emit_conversion(struct reader *r, const struct zhun_conversion *c, const struct extent *e, size_t at,
			       uint32_t a, uint32_t *ret);
bool emit_is_complex(const struct reader *r, uint32_t step);
/** The function on each element; numbers among lists serve every element. */
enum zhun_code emit_each(struct reader *r, const struct function *f, const struct value *args, size_t at,
			 struct value *ret);
element emit_plain;  /* one step */
element emit_choice; /* of the second and third where the first is not 0, and is */

/* ---- model_extent.c ---- */
struct extent extent_one(void);
struct extent extent_of_unit(const struct zhun_unit *u);
bool extent_same(const struct extent *a, const struct extent *b);
void extent_text(const struct extent *e, char out[ZHUN_UNIT_TEXT]);
/** The extent of a step from those of its operands; blames the operands' spans. */
enum zhun_code extent_of_step(const struct reader *r, const struct step *s, size_t at, struct extent *ret);
/** Fails MODEL_DIMENSION where the two do not have the same, or are not points alike. */
enum zhun_code extent_alike(const struct reader *r, uint32_t a, uint32_t b, size_t at, struct extent *ret);
enum zhun_code extent_no_point(const struct reader *r, const struct extent *e, struct span s, size_t at);

#endif

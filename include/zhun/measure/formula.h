/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Formulas of laboratories, ready to be called in models: each is a text in
 * the language of models, with the units that its numbers are in. In a model
 * with units an argument comes in its own unit and is converted; in one
 * without, numbers are taken as standing in the units named here. A call is
 * replaced by the body when the model is compiled. Constant, any thread.
 */
#ifndef ZHUN_MEASURE_FORMULA_H
#define ZHUN_MEASURE_FORMULA_H

#include <stddef.h>

enum { ZHUN_FORMULA_PARAMETERS = 8 };

struct zhun_formula_parameter {
	const char *name, *unit;
	const char *help[2]; /* by enum zhun_language */
};

struct zhun_formula {
	const char *name;
	const char *unit; /* of the result */
	const char *body;
	const char *help[2];
	const char *source;
	struct zhun_formula_parameter parameters[ZHUN_FORMULA_PARAMETERS]; /* to the first without name */
};

/** All of them, one after another; NULL behind the last. */
const struct zhun_formula *zhun_formula_at(size_t i);

#endif

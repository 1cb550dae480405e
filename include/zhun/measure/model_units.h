/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Models with units: dimensions are checked once, while compiling, and the
 * model then works in coherent SI units. What is wrong is told at its term.
 * Numbers in a formula are pure; a number with a unit is an input, constant or
 * not; 0 fits every dimension. Functions take pure numbers (rad and ° are);
 * what has a dimension is raised to fixed simple powers only. Temperatures in
 * °C or °F are points unless declared differences: t1 - t2 is a difference,
 * (t1 + t2)/2 a point, a*t is refused. Levels (dB, Np, dBm, pH) are only added
 * and subtracted, or declared power, field or activity: then they are ratios
 * (dBm: watts) from the first step on, so that no mean is one of decibels.
 * Memory and threads as in model.h.
 */
#ifndef ZHUN_MEASURE_MODEL_UNITS_H
#define ZHUN_MEASURE_MODEL_UNITS_H

#include "zhun/measure/model.h"
#include "zhun/measure/unit.h"

/** What a level is one of: 10·lg of a ratio of powers, 20·lg of one of fields, −lg of an activity. */
enum zhun_model_level { ZHUN_LEVEL_KEPT, ZHUN_LEVEL_POWER, ZHUN_LEVEL_FIELD, ZHUN_LEVEL_ACTIVITY };

struct zhun_model_quantity {
	const struct zhun_unit *unit; /* of an output NULL: whatever comes out */
	enum zhun_count count;	      /* ZHUN_DIFFERENCE: 2 °C are 2 K, not 275.15 K */
	enum zhun_model_level level;
};

/** A quantity's unit inside the model, and the way: of an input from the unit stated, of an output to the unit
 *  asked for. Uncertainties go by difference. */
struct zhun_model_unit {
	struct zhun_unit coherent; /* of an input or output taken as a level: its own unit */
	bool point;
	struct zhun_conversion value, difference;
};

/** Of an input as declared (a list is one) and of an output; the model has units. */
const struct zhun_model_unit *zhun_model_unit_in(const struct zhun_model *m, size_t declared);
const struct zhun_model_unit *zhun_model_unit_out(const struct zhun_model *m, size_t output);

/** The unit of the same dimension with the factor 1. Fails UNIT_POWER. */
enum zhun_code zhun_model_coherent(const struct zhun_unit *u, struct zhun_unit *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

#endif

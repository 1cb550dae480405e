/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edge of a model with units: what inputs are, levels that become ratios, and outputs in their units. */
#ifndef MEASURE_MODEL_LEVEL_H
#define MEASURE_MODEL_LEVEL_H

#include "measure/model_reader.h"

/** What an input is as it comes in. */
struct extent level_extent(const struct zhun_model_quantity *q);

/** A level that is declared power, field or activity: its name stands for the ratio from here on. Fails
 *  MODEL_LEVEL_UNIT. */
enum zhun_code level_open(struct compiler *c, size_t input);

/** An output against its unit; one that is declared a level becomes one again. */
enum zhun_code level_close(struct compiler *c, size_t output);

/** The units inside the model and the conversions at its edge. */
enum zhun_code level_units(struct compiler *c, struct zhun_model *m);

#endif

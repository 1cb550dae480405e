/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building a unit term by term, for its reader and its algebra. */
#ifndef MEASURE_UNIT_H
#define MEASURE_UNIT_H

#include "measure/unit_table.h"

enum { UNIT_POWER_MAX = 100 * ZHUN_UNIT_WHOLE };

/** Puts one symbol after what is there, as written: no merging. False: no room, the power is too
 *  large, or two scales without an SI unit would meet. */
bool unit_append(struct zhun_unit *u, struct zhun_unit_term term);

/** Puts a number in front. */
void unit_scale_by(struct zhun_unit *u, struct zhun_factor number);

/** The scale of its points: that of a lone symbol to the power 1, else none. */
void unit_settle_scale(struct zhun_unit *u);

/** Whether it and the number in front are doubles with room on both sides. */
bool unit_usable(const struct zhun_unit *u);

#endif

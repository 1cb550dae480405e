/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of formulas, one table a subject; each ends with a row without name. */
#ifndef MEASURE_FORMULA_TABLES_H
#define MEASURE_FORMULA_TABLES_H

#include "zhun/measure/formula.h"

extern const struct zhun_formula formulas_mass[], formulas_temperature[], formulas_thermocouple[];

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of computed numbers against published ones. */
#ifndef ZHUN_TESTS_NEAR_H
#define ZHUN_TESTS_NEAR_H

#include <math.h>

#include "unit.h"

#define CHECK_NEAR(got, want, tolerance)                                                            \
	unit_check(fabs((got) - (want)) <= (tolerance), __FILE__, __LINE__, "%s: got %.17g, want %.17g", \
		   #got, (got), (double)(want))

#endif

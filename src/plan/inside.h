/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module's own files share. */
#ifndef ZHUN_PLAN_INSIDE_H
#define ZHUN_PLAN_INSIDE_H

#include "zhun/plan/target.h"

/** The numbers that meet a target: from low to high, either end with it or without. */
struct zhun_plan_set {
	double low, high;
	bool above, below;  /* low, high do not belong to it */
};

/** False where that cannot be said: words, no tolerance, growth over a baseline that is not known exactly. */
bool zhun_plan_set_of(const struct zhun_plan_target *t, struct zhun_plan_set *ret);

#endif

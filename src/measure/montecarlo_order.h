/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics: single places of a sample without sorting it, and which places enclose a quantile. */
#ifndef MEASURE_MONTECARLO_ORDER_H
#define MEASURE_MONTECARLO_ORDER_H

#include <stddef.h>

#include "zhun/measure/montecarlo.h"

/** Afterwards y[k] is in its place among y[low … high], smaller ones before it, larger ones behind. */
void order_place(double *y, size_t low, size_t high, size_t k);
void order_sort(double *y, size_t n);

/** Places, counted from 0, of the ends of the symmetric interval (JCGM 101 7.7.2). */
void order_symmetric(size_t count, double p, size_t *ret_low, size_t *ret_high);

/** How many draws lie within a coverage interval: the whole number nearest p·count. */
size_t order_width(size_t count, double p);

/** The places between whose draws the quantile of q lies with 95 %; ret[0] is ORDER_NONE where not even
 *  the first draw is low enough, ret[1] where the last is not high enough. */
#define ORDER_NONE ((size_t)-1)
void order_enclosing(size_t count, double q, size_t ret[2]);

#endif

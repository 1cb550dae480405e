/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number at a time: machines without the instruction sets of the others, and what is left of a block. */
#include <math.h>

#define WIDTH 1
#define SLEEF(f, bound) Sleef_cinz_##f##1_##bound##purec
#define OF1(f, x) ((vec){f((x)[0])})
#define OF2(f, x, y) ((vec){f((x)[0], (y)[0])})
#define ROOT(x) ((vec){sqrt((x)[0])})
#define LESS(x, y) ((unsigned)((x)[0] < (y)[0]))
#define BITS(m) (m)
#define UNIT vector_plain

#include "measure/vector_body.h"

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small world of records made from the declarations alone: every field of
 * every register has values, awkward ones among them, and is empty here and
 * there. The same seed gives the same world on each engine.
 */
#ifndef ZHUN_TESTS_UNIT_WORLD_H
#define ZHUN_TESTS_UNIT_WORLD_H

#include "unit_register.h"

enum { WORLD_REGISTERS = 64, WORLD_RECORDS = 16 };

struct unit_world {
	const char *ids[WORLD_REGISTERS][WORLD_RECORDS];  /* by register, in the order of zhun_registers */
	size_t count[WORLD_REGISTERS];
	unsigned long long seed;
	size_t day;     /* the date that was written last */
};

/** Makes @a each records in every register. */
void unit_world_make(struct unit_world *w, struct unit_register *r, size_t each, unsigned long long seed);

/** A value that a filter of the field may be given, as it stands in an address. */
const char *unit_world_filter(struct unit_world *w, struct unit_register *r, const struct zhun_field *f);

/** The number of a register in zhun_registers. */
size_t unit_world_number(const char *name);

#endif

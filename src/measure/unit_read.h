/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two readers of unit text share: the text, where we are, what was repaired. */
#ifndef MEASURE_UNIT_READ_H
#define MEASURE_UNIT_READ_H

#include "measure/unit.h"

struct unit_reader {
	const char *s;
	size_t n, at;
	enum zhun_unit_syntax syntax;
	int depth;
	unsigned notes;
	struct zhun_error *err;
};

/** Fails at byte @a at with the part that is to blame. */
enum zhun_code unit_blame(const struct unit_reader *r, enum zhun_code code, size_t at, size_t len);

/** Appends, or fails UNIT_POWER or UNIT_SCALES at @a at. The symbol 1 adds nothing. */
enum zhun_code unit_reader_append(struct unit_reader *r, struct zhun_unit *u, struct zhun_unit_term t,
				  size_t at, size_t len);

/** Reads all of the text as D-SI. */
enum zhun_code unit_read_dsi(struct unit_reader *r, struct zhun_unit *u);

/** A power: digits with sign, a decimal or a fraction (1/2), up to @a end; in twelfths;
 *  not larger than four times what a symbol may have. */
bool unit_power_text(const char *s, size_t n, int *ret);

#endif

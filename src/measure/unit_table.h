/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled form of data/units.tsv (tools/mkunits) and the prefixes. */
#ifndef MEASURE_UNIT_TABLE_H
#define MEASURE_UNIT_TABLE_H

#include "zhun/measure/unit.h"

enum { UNIT_PREFIXES = 32, UNIT_PREFIX_KILO = 9, UNIT_PREFIX_MICRO = 15 };

struct unit_prefix {
	const char *symbol, *zh, *dsi;
	int ten;     /* 10^ten … */
	int binary;  /* … or 2^binary */
};
extern const struct unit_prefix unit_prefixes[UNIT_PREFIXES];

struct unit_row {
	const char *symbol;
	const char *name[2];
	const char *dsi;         /* "": D-SI has none */
	struct zhun_factor factor;
	int16_t power[7];
	int16_t special_power;
	uint8_t special, scale;
	uint32_t prefixes;       /* bit i: unit_prefixes[i] is allowed */
};
extern const struct unit_row unit_rows[];
extern const size_t unit_row_count;

enum unit_scale_kind { ZHUN_SCALE_RATIO, ZHUN_SCALE_AFFINE, ZHUN_SCALE_LEVEL, ZHUN_SCALE_WEIGHTED };

struct unit_scale {
	enum unit_scale_kind kind;
	struct zhun_factor value;  /* affine: offset in kelvin; level: the reference */
	int times;                 /* level: 10 or 20 */
	int16_t power[7];          /* level: dimension of the reference */
};
extern const struct unit_scale unit_scales[];
extern const char *const unit_specials[];

enum unit_spelling_flag { UNIT_SYMBOL = 1, UNIT_DSI = 2, UNIT_UCUM = 4, UNIT_NAME = 8, UNIT_DIRTY = 16 };

struct unit_spelling {
	const char *text;
	int16_t row;
	uint8_t flags;
};
extern const struct unit_spelling unit_spellings[];  /* in byte order */
extern const size_t unit_spelling_count;

extern const int16_t unit_base_rows[7];

/** What a word without exponent means. */
struct unit_match {
	int16_t row, prefix;
	unsigned flags;          /* of the spelling; UNIT_DIRTY also for a repaired prefix */
};

enum unit_found { UNIT_NOT_FOUND, UNIT_FOUND, UNIT_PREFIX_NOT_ALLOWED };

/** Looks for @a s among the spellings that have one of @a flags, alone or after a prefix symbol
 *  (or a prefix name, for names). */
enum unit_found unit_lookup(const char *s, size_t n, unsigned flags, struct unit_match *ret);

/** The prefix with that D-SI name ("kilo"), or −1. */
int unit_prefix_named(const char *s, size_t n);

#endif

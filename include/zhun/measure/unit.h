/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Units: read from D-SI, UCUM and what people type; compared by dimension;
 * converted with exact factors; written canonically and typeset. The table is
 * data/units.tsv, compiled in. A unit is a plain value: no memory, no global
 * state, any thread. Same dimension means the same exponents: s is not Hz. A
 * number is a point or a difference; U, tolerances and shifts are differences.
 * Scales without an SI unit (dB, pH, HRC, digit, bit) are a dimension each.
 * Not here: kinds of quantity (kind.h), values (quantity.h).
 * Sources: SI Brochure 9 (2019) 2 to 5; D-SI 1.3; UCUM 2.1.
 */
#ifndef ZHUN_MEASURE_UNIT_H
#define ZHUN_MEASURE_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/error.h"

enum {
	ZHUN_UNIT_TERMS = 10,
	ZHUN_UNIT_TEXT = 320,	 /* room for any text made from a unit */
	ZHUN_UNIT_LONGEST = 300, /* bytes of a text that is read */
	ZHUN_UNIT_DEPTH = 8,	 /* brackets within brackets */
	ZHUN_UNIT_WHOLE = 12,	 /* powers are counted in twelfths: V/√Hz has 6 */
};

/** num/den · 10^ten · π^pi · rest; exact while rest is 1. den has no factor 2 or 5. */
struct zhun_factor {
	uint64_t num, den;
	int32_t ten, pi;
	double rest;
};

/** One symbol of a unit as it was written. */
struct zhun_unit_term {
	int16_t row;	/* in the table */
	int16_t prefix; /* −1: none */
	int16_t power;	/* twelfths */
};

struct zhun_unit {
	struct zhun_factor factor; /* of one of it, in coherent SI units */
	struct zhun_factor
		coefficient; /* the number in front: 10^-6 in "10^-6/K"; part of factor */
	int16_t power[7];    /* of m kg s A K mol cd, in twelfths */
	int16_t special_power;
	uint8_t special; /* which scale without an SI unit; 0: none */
	uint8_t scale;	 /* how points are counted; 0: from zero, by the factor */
	uint8_t count;
	struct zhun_unit_term term[ZHUN_UNIT_TERMS];
};

enum zhun_unit_syntax {
	ZHUN_UNIT_TYPED, /* what people type; D-SI where it begins with a backslash; UCUM codes */
	ZHUN_UNIT_DSI,	 /* D-SI; anything else is read as typed, with a note */
	ZHUN_UNIT_UCUM,	 /* UCUM, case sensitive, and nothing else */
};

/** What was repaired while reading; a set of bits. */
enum zhun_unit_note {
	ZHUN_UNIT_NOTE_NOT_DSI =
		1, /* a D-SI text was expected and a symbol stood there: %, kN, °C */
	ZHUN_UNIT_NOTE_NOT_IN_DSI = 2, /* \kgf: no identifier of D-SI, but clear */
	ZHUN_UNIT_NOTE_SPELLING = 4,   /* \degreecelsius, KHz, degC */
	ZHUN_UNIT_NOTE_SPACE = 8,      /* stray white space or braces */
};

enum zhun_code zhun_unit_read(const char *s, size_t n, enum zhun_unit_syntax syntax,
			      struct zhun_unit *ret, unsigned *ret_notes,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** One bit's sentence. */
const char *zhun_unit_note_text(enum zhun_unit_note note, enum zhun_language lang);

/** The unit 1. */
struct zhun_unit zhun_unit_one(void);

/** "kg·m^-3", "km/h", "10^-6/K": reads back as the same unit. Returns the length. */
size_t zhun_unit_canonical(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT]);

/** As the SI Brochure 5.4 sets it: "kg m⁻³", thin spaces, superscripts; "" for the unit 1. */
size_t zhun_unit_typeset(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT]);

/** "\kilogram\metre\tothe{-3}"; false, out "", where D-SI has no word for a part of it. */
bool zhun_unit_dsi(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT]);

/** The name of a unit that is a single symbol, with its prefix; "" for others. */
size_t zhun_unit_name(const struct zhun_unit *u, enum zhun_language lang, char out[ZHUN_UNIT_TEXT]);

/** The dimension in base units, "m·kg·s^-2"; "1" where it has none. */
size_t zhun_unit_dimension(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT]);

bool zhun_unit_same_dimension(const struct zhun_unit *a, const struct zhun_unit *b);
bool zhun_unit_is_one(const struct zhun_unit *u); /* dimension 1: %, ppm, rad */
bool zhun_unit_equal(const struct zhun_unit *a, const struct zhun_unit *b); /* as canonical texts */

/** Products and powers (num/den, den 1 to 12 dividing 12). °C in a product counts differences.
 *  Fails UNIT_POWER, UNIT_SCALES (dB times pH). @a ret may be an argument. */
enum zhun_code zhun_unit_mul(const struct zhun_unit *a, const struct zhun_unit *b,
			     struct zhun_unit *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_unit_div(const struct zhun_unit *a, const struct zhun_unit *b,
			     struct zhun_unit *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_unit_pow(const struct zhun_unit *a, int num, int den, struct zhun_unit *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_count { ZHUN_POINT, ZHUN_DIFFERENCE };

/** A conversion worked out once and applied to many values. */
struct zhun_conversion {
	double multiply, divide, shift; /* x·multiply/divide + shift */
	int from_level, to_level;	/* 10 or 20: decades by which a level counts; 0: no level */
	double from_reference, to_reference;
};

/** Fails UNIT_MISMATCH; UNIT_LEVEL where a level has no reference the two share. */
enum zhun_code zhun_conversion_make(const struct zhun_unit *from, const struct zhun_unit *to,
				    enum zhun_count count, struct zhun_conversion *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;
double zhun_convert(const struct zhun_conversion *c, double x);

/** Whether the conversion only moves the decimal point, and by how many places. */
bool zhun_conversion_decimal(const struct zhun_unit *from, const struct zhun_unit *to,
			     enum zhun_count count, int *ret_places);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make the demonstration world share: a certificate as drawn, before it becomes
 * a record and a document. */
#ifndef ZHUN_SERVICE_DEMO_DRAW_H
#define ZHUN_SERVICE_DEMO_DRAW_H

#include <stdint.h>

#include "codec/json.h"
#include "zhun/base/date.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"
#include "zhun/base/uuid.h"

enum { ZHUN_DEMO_POINTS = 5, ZHUN_DEMO_NUMBER = 40 };

/** splitmix64: enough for drawing, and the same everywhere. */
uint64_t zhun_demo_random(uint64_t *state);
/** Uniform in [0, 1). */
double zhun_demo_uniform(uint64_t *state);

/** A kind of work: what is calibrated, at which points, in which unit. */
struct zhun_demo_family {
	const char *kind;            /* code of the quantity kind */
	const char *unit, *dsi;      /* as people and as D-SI write it */
	const char *item[2];         /* name of what is calibrated, en and zh */
	const char *standard[2];     /* name of what it is calibrated with */
	const char *maker, *model;   /* invented */
	const char *method;
	const char *points[ZHUN_DEMO_POINTS];
	double floor, slope;         /* U of the national institute: floor + slope·|point|, in the unit */
	const char *small, *small_dsi;  /* unit of errors and uncertainties */
	double smaller;              /* so many of them in the unit */
};

/** Who works in a family, and how well: U is scale times the national institute's. */
struct zhun_demo_laboratory {
	const char *code, *accreditation;  /* NULL: none claimed */
	const char *name[2];
	int family;
	double scale;
};

enum zhun_demo_generation { ZHUN_DEMO_NATIONAL, ZHUN_DEMO_CITY, ZHUN_DEMO_WORKING };

struct zhun_demo_owner {
	const char *code;
	const char *name[2];
};

struct zhun_demo_point {
	char nominal[ZHUN_NUMBER_TEXT], error[ZHUN_NUMBER_TEXT], u[ZHUN_NUMBER_TEXT];
};

struct zhun_demo_certificate {
	enum zhun_demo_generation generation;
	size_t serial;                               /* in its generation, from 0 */
	const struct zhun_demo_family *family;
	const struct zhun_demo_laboratory *laboratory;
	struct zhun_demo_owner owner;
	char id[ZHUN_UUID_TEXT], number[ZHUN_DEMO_NUMBER];
	char item_number[ZHUN_DEMO_NUMBER], item_serial[ZHUN_DEMO_NUMBER];
	bool new_item;                               /* the first certificate of its item */
	const struct zhun_demo_certificate *parent;  /* of the standard used; NULL: none */
	char performed[ZHUN_DATE_TEXT], until[ZHUN_DATE_TEXT], issued[ZHUN_DATE_TEXT];
	bool published;
	const char *state;                           /* "valid", … */
	char state_since[ZHUN_DATE_TEXT];
	struct zhun_demo_point points[ZHUN_DEMO_POINTS];
};

/** How many certificates the upper generations have. */
size_t zhun_demo_upper(void);

/** Draws certificate @a index (from 0) of a world; those of the upper generations come first and
 *  are the parents in @a upper. Depends on nothing but seed and index. */
void zhun_demo_draw(uint64_t seed, size_t index, const struct zhun_demo_certificate *upper,
		    struct zhun_demo_certificate *ret);

/** The record of the item, and of the certificate with @a document (an id) or NULL, as JSON. */
void zhun_demo_item_json(const struct zhun_demo_certificate *c, struct zhun_json_writer *w);
void zhun_demo_record_json(const struct zhun_demo_certificate *c, const char *document, struct zhun_json_writer *w);

/** The document: PTB DCC 3.3.0. */
void zhun_demo_dcc(const struct zhun_demo_certificate *c, struct zhun_text *out);

#endif

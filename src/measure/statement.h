/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a statement, for its reader, its writer and its evaluation. */
#ifndef MEASURE_STATEMENT_H
#define MEASURE_STATEMENT_H

#include "zhun/measure/statement.h"

enum statement_form {
	STATEMENT_ABSOLUTE,    /* the value */
	STATEMENT_RELATIVE,    /* times |x| */
	STATEMENT_OF_RANGE,    /* times the range */
	STATEMENT_DIGITS,      /* times the resolution */
	STATEMENT_SUM,
	STATEMENT_QUADRATURE,
	STATEMENT_MAX,
	STATEMENT_MIN,
	STATEMENT_TABLE,       /* children: STATEMENT_ENTRY, by rising point */
	STATEMENT_ENTRY        /* point, and its U as the child */
};

struct statement_node {
	enum statement_form form;
	struct zhun_number number;        /* as written */
	struct zhun_unit unit;
	const char *said;                 /* "absolute", "relative", "of reading", "x", "L" … or "" */
	double own;                        /* in the quantity's unit: the value; or the coefficient */
	struct zhun_quantity point;       /* of an entry */
	double point_own;
	struct statement_node *first, *next;
};

struct zhun_statement {
	struct zhun_unit quantity;
	struct zhun_coverage coverage;
	struct statement_node *root;
	const struct zhun_quantity *range, *resolution;  /* said in the text; else NULL */
};

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The point of each measured value in a certificate's tables: the reference or nominal value in its row. */
#ifndef ZHUN_VERDICT_POINTS_H
#define ZHUN_VERDICT_POINTS_H

#include "zhun/attest/certificate.h"

struct zhun_point {
	const char *table;
	size_t order;   /* of its quantity in the certificate */
	const struct zhun_cert_value *value;
};

/** By table, row and order, so that a row is found by halving: a table may hold 10^5 of them. */
struct zhun_points {
	struct zhun_point *points;
	size_t count;
};

/** False: no memory. */
bool zhun_points_gather(struct zhun_arena *a, const struct zhun_certificate *c, struct zhun_points *ret) ZHUN_MUST_USE;

/** The point of @a v, a value of @a q: the first reference or nominal value in its row of its table, else itself. */
const struct zhun_cert_value *zhun_points_of(const struct zhun_points *p, const struct zhun_cert_quantity *q,
					     const struct zhun_cert_value *v);

#endif

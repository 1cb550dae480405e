/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * D-SI, the part of a DCC that holds numbers, in its forms from 1.0 to 2.2.
 * All of them are one thing here: columns. An element such as si:real, or
 * si:realListXMLList, fills a column for each of its leaves (value, unit,
 * uncertainty, coverageFactor, …) with one token or with one a value; rows are
 * then cut across the columns, a single token standing for all of them.
 */
#ifndef ZHUN_ATTEST_DSI_H
#define ZHUN_ATTEST_DSI_H

#include "attest/reader.h"

/** Whether @a e is an element of D-SI that holds a quantity. */
bool zhun_dsi_is_quantity(const struct zhun_xml *e);

/** The value of @a e: of a hybrid, the first alternative that is readable (else the first), the
 *  others in their order; NULL only without memory. */
const struct zhun_cert_series *zhun_dsi_read(struct zhun_reader *r, const struct zhun_xml *e,
					     const struct zhun_cert_series **ret_others);

enum zhun_dsi_column {
	ZHUN_DSI_VALUE, ZHUN_DSI_SECOND, ZHUN_DSI_UNIT, ZHUN_DSI_UNIT_SECOND, ZHUN_DSI_LABEL,
	ZHUN_DSI_WHEN, ZHUN_DSI_KIND, ZHUN_DSI_U, ZHUN_DSI_K, ZHUN_DSI_P, ZHUN_DSI_LOW, ZHUN_DSI_HIGH,
	ZHUN_DSI_DISTRIBUTION, ZHUN_DSI_INTERVAL, ZHUN_DSI_IGNORED
};

struct zhun_dsi_tokens {
	const char **token;
	size_t count;
	const struct zhun_xml *from;
};

struct zhun_dsi_covariance {
	size_t column, row;
	struct zhun_dsi_tokens value, unit;
	struct zhun_dsi_covariance *next;
};

/** What an element states, not yet cut into rows. */
struct zhun_dsi_cells {
	const struct zhun_xml *from;
	enum zhun_cert_form form;
	enum zhun_cert_spread spread;
	struct zhun_dsi_tokens column[ZHUN_DSI_IGNORED];
	struct zhun_dsi_cells *region;               /* the uncertainty of several quantities at once */
	struct zhun_dsi_covariance *covariances;     /* of a region */
	const struct zhun_cert_uncertainty *shared;  /* once read, where one stands for all values */
};

/** Fills @a cells from the children of @a e. */
void zhun_dsi_collect(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_cells *cells);

/** The token of @a column for the value with that index (from 0); NULL where there is none. */
const char *zhun_dsi_token(const struct zhun_dsi_cells *cells, enum zhun_dsi_column column, size_t index);

/** The number there. */
struct zhun_cert_figure zhun_dsi_figure(struct zhun_reader *r, const struct zhun_dsi_cells *cells,
					enum zhun_dsi_column column, size_t index);

/** The uncertainty of the value with that index; NULL where none is stated. One for all where
 *  @a cells state only one. */
const struct zhun_cert_uncertainty *zhun_dsi_uncertainty(struct zhun_reader *r,
							 struct zhun_dsi_cells *cells, size_t index);

#endif

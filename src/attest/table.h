/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A certificate as CSV (docs/guide/certificate-csv.md): a block of rows "key,
 * value …" that begins with zhun-certificate,1, then a row "results", then a
 * table of results. table_head.c reads the block, table_rows.c the table.
 */
#ifndef ZHUN_ATTEST_TABLE_H
#define ZHUN_ATTEST_TABLE_H

#include "attest/reader.h"
#include "codec/csv.h"

struct zhun_table {
	struct zhun_reader *r;
	struct zhun_csv csv;
	struct zhun_csv_row row;             /* being read */
	/* where the next of each list goes */
	const struct zhun_cert_item **items;
	const struct zhun_cert_person **persons;
	const struct zhun_cert_method **methods;
	const struct zhun_cert_condition **conditions;
	const struct zhun_cert_evidence **evidence;
	const struct zhun_cert_statement **statements;
};

/** The next row; its count is 0 after the last, or once the reading has failed. */
void zhun_table_next(struct zhun_table *t);

/** The cell with that index, copied and trimmed; NULL where it is blank or not there. */
const char *zhun_table_cell(struct zhun_table *t, size_t index);

/** A text without language in that cell; NULL likewise. */
const struct zhun_cert_text *zhun_table_text(struct zhun_table *t, size_t index);

/** The spot of the row being read, for findings; @a room keeps its words. */
struct zhun_spot zhun_table_spot(const struct zhun_table *t, char room[ZHUN_ERROR_PLACE_SIZE], const char *column);

/** Reads rows "key, value …" up to the row "results". */
void zhun_table_head(struct zhun_table *t);

/** Reads the table of results. */
void zhun_table_rows(struct zhun_table *t);

#endif

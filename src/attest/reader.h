/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of all formats share: the certificate being filled, its
 * findings, and a failure that sticks (only memory ends a reading), so that a
 * reader goes on with NULL and its caller asks once at the end.
 */
#ifndef ZHUN_ATTEST_READER_H
#define ZHUN_ATTEST_READER_H

#include "codec/xml.h"
#include "zhun/attest/certificate.h"

struct zhun_reader {
	struct zhun_arena *arena;
	struct zhun_certificate *cert;
	struct zhun_error *err;
	enum zhun_code code;                         /* ZHUN_OK, or what ended the reading */
	const struct zhun_cert_finding **findings;   /* where the next one goes */
	size_t listed;
};

/** Makes the certificate. Fails NO_MEMORY. */
enum zhun_code zhun_reader_init(struct zhun_reader *r, struct zhun_arena *a, struct zhun_error *err) ZHUN_MUST_USE;

/** Zeroed room, or NULL and the failure sticks. */
void *zhun_reader_new(struct zhun_reader *r, size_t size) ZHUN_MUST_USE;

#define ZHUN_READER_NEW(r, type) ((type *)zhun_reader_new((r), sizeof(type)))

/** A copy without white space at both ends; NULL for blank text (or without memory). */
const char *zhun_reader_copy(struct zhun_reader *r, const char *s, size_t n);

/** Where in the document: an element (and which word of its list, from 1; 0 for none), or a text.
 *  It becomes words only when something is found there. */
struct zhun_spot {
	const struct zhun_xml *element;
	size_t item;
	const char *text;
};
void zhun_spot_words(const struct zhun_spot *spot, char out[ZHUN_ERROR_PLACE_SIZE]);

/** Adds a finding; call it through ZHUN_FOUND(r, severity, code, &spot, words…). */
void zhun_reader_found(struct zhun_reader *r, enum zhun_cert_severity severity, enum zhun_code code,
		       const struct zhun_spot *spot, const char *const words[ZHUN_ERROR_ARGS]);

#define ZHUN_FOUND(r, severity, code, spot, ...) \
	zhun_reader_found((r), (severity), (code), (spot), \
			  (const char *const[ZHUN_ERROR_ARGS]){__VA_ARGS__})

/** The number in @a text (its whole, already trimmed; kept, not copied). What is no finite number
 *  is a finding and has no number. */
struct zhun_cert_figure zhun_reader_figure(struct zhun_reader *r, const char *text,
					   const struct zhun_spot *spot);

/** The date in @a text, likewise: as xs:date, and unless @a xml also a year or a month. */
struct zhun_cert_date zhun_reader_date(struct zhun_reader *r, const char *text, bool xml,
				       const struct zhun_spot *spot);

/** What kind of certificate @a text (NULL: not stated) says it is. */
enum zhun_cert_kind zhun_reader_kind(struct zhun_reader *r, const char *text, const struct zhun_spot *spot);

/** What holds for every format once it is read: mandatory parts, the order of dates, each value's
 *  uncertainty. */
void zhun_reader_check(struct zhun_reader *r);

/** What the words of a refType (NULL for none) say. What they say nothing about stays as it is. */
void zhun_reftype_find(const char *words, enum zhun_cert_meaning *meaning, const char **kind);

/** The code of the kind that QUDT calls so (a name or its address); NULL for none. */
const char *zhun_kind_code(const char *qudt);

/** Words of documents and the kinds they name, by rising word (from data/kinds.tsv). */
struct zhun_kind_word {
	const char *word, *code;
};
extern const struct zhun_kind_word zhun_kind_words[];
extern const size_t zhun_kind_word_count;

/** Whether the equipment so called is a reference standard, not an aid. */
bool zhun_reftype_is_standard(const char *words);

/* The formats. Each fills r->cert; a failure other than memory means: nothing to speak of. */
enum zhun_code zhun_dcc_read(struct zhun_reader *r, struct zhun_bytes file) ZHUN_MUST_USE;
enum zhun_code zhun_cert_json_read(struct zhun_reader *r, struct zhun_bytes file) ZHUN_MUST_USE;
enum zhun_code zhun_cert_csv_read(struct zhun_reader *r, struct zhun_bytes file) ZHUN_MUST_USE;

#endif

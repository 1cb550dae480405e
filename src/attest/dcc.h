/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading PTB's DCC, 2.1 to 3.3. Two passes over the tree: readers (this
 * header) take what they find, leniently, each element by a row of a table;
 * zhun_dcc_check compares every element with what its schema version allows
 * and reports exactly. Elements are told apart by local name within the DCC
 * namespace; of a repeated element that may stand once, the first counts.
 */
#ifndef ZHUN_ATTEST_DCC_H
#define ZHUN_ATTEST_DCC_H

#include "attest/reader.h"

#define ZHUN_DCC_SPACE "https://ptb.de/dcc"

struct zhun_dcc {
	struct zhun_reader *r;
	const char *owner;                           /* path of what methods, conditions … belong to */
	enum zhun_cert_meaning meaning;              /* of quantities that do not say it themselves */
	const char *kind;
	/* where the next of each list of the certificate goes */
	const struct zhun_cert_section **sections;
	const struct zhun_cert_quantity **results;
	const struct zhun_cert_method **methods;
	const struct zhun_cert_condition **conditions;
	const struct zhun_cert_evidence **evidence;
	const struct zhun_cert_software **software;
	const struct zhun_cert_statement **statements;
	const struct zhun_cert_file **files;
	const struct zhun_cert_formula **formulas;
};

typedef void zhun_dcc_reader(struct zhun_dcc *d, const struct zhun_xml *e, void *to);

/** A child element: who reads it, and where to in the struct. The reader is called once, for the
 *  first; one that takes several goes on by zhun_xml_again. */
struct zhun_dcc_row {
	const char *name;
	zhun_dcc_reader *read;
	size_t offset;
};

enum { ZHUN_DCC_ROWS = 40 };

/** Reads the children of @a e into @a to, each by its row; others are left to the check. */
void zhun_dcc_fields(struct zhun_dcc *d, const struct zhun_xml *e, const struct zhun_dcc_row *rows,
		     size_t count, void *to);

struct zhun_cert_marks zhun_dcc_marks(struct zhun_dcc *d, const struct zhun_xml *e);

/** @a prefix and @a number as an ordinal path: "1.2" and 3 make "1.2.3". */
const char *zhun_dcc_path(struct zhun_dcc *d, const char *prefix, size_t number);

/** Where @a e stands, in words. */
const char *zhun_dcc_place(struct zhun_dcc *d, const struct zhun_xml *e);

/** A copy of the element's text, or NULL where it is blank. */
const char *zhun_dcc_copy(struct zhun_dcc *d, const struct zhun_xml *e);

/* Into const char * (the second with the text of all elements inside), struct zhun_cert_date,
 * enum zhun_cert_answer. */
zhun_dcc_reader zhun_dcc_string, zhun_dcc_all_text, zhun_dcc_date, zhun_dcc_answer;
/* Into const struct zhun_cert_word *: each element of that name; each word of a list. */
zhun_dcc_reader zhun_dcc_words, zhun_dcc_word_list;
/* Into const struct zhun_cert_text *: a text in several languages; the same with files and
 * formulas inside, several of them joined. */
zhun_dcc_reader zhun_dcc_text, zhun_dcc_rich;
/* Appended to the certificate's files and formulas; @a to is not used. */
zhun_dcc_reader zhun_dcc_file, zhun_dcc_formula;
void zhun_dcc_file_one(struct zhun_dcc *d, const struct zhun_xml *e);
void zhun_dcc_formula_one(struct zhun_dcc *d, const struct zhun_xml *e);
/* Into struct zhun_cert_contact; the next three into a pointer to one. */
zhun_dcc_reader zhun_dcc_contact, zhun_dcc_contact_new, zhun_dcc_location_new;
/* Into lists of the certificate; zhun_dcc_items into the certificate itself. */
zhun_dcc_reader zhun_dcc_persons, zhun_dcc_software, zhun_dcc_identifications, zhun_dcc_classes;
zhun_dcc_reader zhun_dcc_items, zhun_dcc_reference, zhun_dcc_quantities;
zhun_dcc_reader zhun_dcc_methods, zhun_dcc_conditions, zhun_dcc_equipment;
/* The certificate's statements on d->owner; and those of one quantity, into its list. */
zhun_dcc_reader zhun_dcc_statements, zhun_dcc_own_statements;
/* dcc:data into const struct zhun_cert_quantity *. */
zhun_dcc_reader zhun_dcc_data;

/** All of measurementResults. */
void zhun_dcc_results(struct zhun_dcc *d, const struct zhun_xml *e);

/** One quantity, @a e being the element that holds it, at @a path in table @a table. */
struct zhun_cert_quantity *zhun_dcc_quantity(struct zhun_dcc *d, const struct zhun_xml *e, const char *path,
					     const char *table);

/** Compares the document with the schema of its version: children, their number, texts that must be
 *  dates, codes or choices, ids, languages. */
void zhun_dcc_check(struct zhun_reader *r, const struct zhun_xml *root, const char *version);

#endif

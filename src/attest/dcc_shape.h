/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may stand where in a DCC, by version: facts read from PTB's schemas
 * 2.1.0 to 3.3.0. The order of elements is left out: it carries no meaning,
 * and a reader by name does not need it.
 */
#ifndef ZHUN_ATTEST_DCC_SHAPE_H
#define ZHUN_ATTEST_DCC_SHAPE_H

#include <stddef.h>

enum zhun_dcc_version {
	V_2_1_0, V_2_1_1, V_2_2_0, V_2_3_0, V_2_4_0, V_3_0_0_RC1, V_3_0_0_RC2, V_3_0_0_RC3, V_3_0_0_RC4,
	V_3_0_0, V_3_1_0, V_3_1_1, V_3_1_2, V_3_2_0, V_3_2_1, V_3_3_0, V_COUNT
};

/** How often. */
enum zhun_dcc_often { ONE, OPTIONAL, SOME /* at least one */, ANY };

/** What the text of an element must be. */
enum zhun_dcc_text_kind {
	T_NONE,         /* it holds elements, or anything goes */
	T_WORDS,        /* not empty */
	T_DATE, T_BOOLEAN, T_COUNTRY, T_LANGUAGE,
	T_ISSUER, T_LOCATION, T_CONFORMITY, T_STATUS, T_CHANGE, T_SOFTWARE
};

enum zhun_dcc_shape {
	S_LEAF,         /* no elements inside */
	S_OPEN,         /* anything inside */
	S_ROOT, S_ADMINISTRATION, S_SOFTWARES, S_SOFTWARE, S_REFTYPES, S_REFTYPE, S_CORE, S_CHANGE,
	S_IDENTIFICATIONS, S_IDENTIFICATION, S_REFERENCE, S_CLASS, S_ITEMS, S_ITEM, S_ITEM_QUANTITIES,
	S_EQUIPMENT_QUANTITIES, S_METHOD_QUANTITIES, S_QUANTITY, S_RELATIVE, S_LABORATORY, S_PERSONS,
	S_PERSON, S_CONTACT, S_LOOSE_CONTACT, S_LOCATION, S_COORDINATES, S_STATEMENTS,
	S_METADATA, S_STATEMENT, S_MEASUREMENT_RESULTS, S_GROUP, S_METHODS, S_METHOD, S_CONDITIONS,
	S_CONDITION, S_EQUIPMENTS, S_EQUIPMENT, S_RESULTS, S_RESULT, S_DATA, S_LIST, S_TEXT, S_RICH,
	S_FILE, S_FORMULA, S_COUNT
};

/** An element that may stand in a shape, from one version to another. */
struct zhun_dcc_part {
	const char *name;
	enum zhun_dcc_often often;
	enum zhun_dcc_shape shape;
	enum zhun_dcc_text_kind text;
	enum zhun_dcc_version since, until;
};

/** The parts of a shape; @a count is written. */
const struct zhun_dcc_part *zhun_dcc_parts(enum zhun_dcc_shape shape, size_t *count);

/** The version called so, or V_COUNT. */
enum zhun_dcc_version zhun_dcc_version_find(const char *name);
const char *zhun_dcc_version_name(enum zhun_dcc_version version);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links that a text beside them names (declaration.h, struct zhun_stated): a
 * catalogue says "replaces ISO 376:2004" whether or not that is registered. A
 * link is looked for when its text is written, and again when what it may lead
 * to was imported; a link found later is a change like any other, made by the
 * program (no account).
 */
#ifndef ZHUN_REGISTER_STATED_H
#define ZHUN_REGISTER_STATED_H

#include "register/record.h"

/** Looks for the links whose texts @a json has, unless it has the links too, and puts them into @a cells.
 *  @a before: the cells as they stood; NULL: there were none. */
enum zhun_code zhun_stated_read(const struct zhun_reader *r, const struct zhun_field *fields,
				const struct zhun_json *json, const struct zhun_value *before,
				struct zhun_value *cells, struct zhun_error *err) ZHUN_MUST_USE;

/** Finds what is stated of records of @a reg and can be found now: the records that state it are changed.
 *  The arena of @a w is emptied after each; ids are kept in @a lasting. Writes how many. */
enum zhun_code zhun_stated_resolve(const struct zhun_write *w, const struct zhun_register *reg,
				   struct zhun_arena *lasting, size_t *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif

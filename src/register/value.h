/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields, read from JSON into the cells of their columns. */
#ifndef ZHUN_REGISTER_VALUE_H
#define ZHUN_REGISTER_VALUE_H

#include "codec/json.h"
#include "register/declaration.h"
#include "store/store.h"
#include "zhun/base/arena.h"

enum { ZHUN_TEXT_MAX = 10000 };  /* characters of one text */

/** All cells of @a f empty: NULLs of the columns' types. */
void zhun_value_empty(const struct zhun_field *f, struct zhun_value *cells);

/** Reads @a json, which is not null, into the cells of @a f; not of links, which need a database.
 *  Fails FIELD_KIND, FIELD_LONG, CHOICE_UNKNOWN, CURRENCY_BAD, LANGUAGE_BAD and as numbers, dates and
 *  units do; the place is inside the value. */
enum zhun_code zhun_value_read(struct zhun_arena *a, const struct zhun_field *f, const struct zhun_json *json,
			       struct zhun_value *cells, struct zhun_error *err) ZHUN_MUST_USE;

/** "1.5 kV" into the five cells of a quantity. Fails as numbers and units do. */
enum zhun_code zhun_value_quantity(struct zhun_arena *a, const char *s, struct zhun_value *cells,
				   struct zhun_error *err) ZHUN_MUST_USE;

#endif

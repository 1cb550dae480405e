/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list is asked for: the parameters of a query, read against the declaration. */
#ifndef ZHUN_REGISTER_ASK_H
#define ZHUN_REGISTER_ASK_H

#include "register/query.h"
#include "register/register.h"

enum { ZHUN_PAGE_MAX = 500, ZHUN_PAGE_USUAL = 50, ZHUN_TOTAL_MAX = 10000 };

struct zhun_ask {
	struct zhun_source source;
	struct zhun_page page;
	struct zhun_value after;  /* where page.after points */
	bool total;
};

/** Whether the operator is defined for fields of a kind. */
bool zhun_field_has_op(enum zhun_field_kind kind, enum zhun_op op);

/** Fails FILTER_UNKNOWN, OPERATOR_UNKNOWN, SORT_UNKNOWN, CURSOR_BAD, LIMIT_BAD, SEARCH_CURRENT, and as
 *  the values of fields do; the place is the parameter's name. */
enum zhun_code zhun_ask_read(const struct zhun_reader *by, const struct zhun_register *reg,
			     const struct zhun_params *params, struct zhun_ask *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** as_of and known_at alone, as a single record is asked for. Other parameters are refused. */
enum zhun_code zhun_ask_time(struct zhun_arena *a, const struct zhun_register *reg,
			     const struct zhun_params *params, struct zhun_source *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** A whole number as it came. Fails NUMBER_BAD. */
enum zhun_code zhun_ask_whole(const char *s, int64_t *ret, struct zhun_error *err) ZHUN_MUST_USE;
/** The parameter limit, of 1 to @a most. Fails LIMIT_BAD. */
enum zhun_code zhun_ask_limit(const char *s, int64_t most, int64_t *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Where the page that follows @a page begins: after the record @a id with this sort value. With
 *  @a id NULL, at the start of the records without a sort value. NULL without memory. */
const char *zhun_cursor_text(struct zhun_arena *a, const struct zhun_page *page,
			     const struct zhun_value *value, const char *id);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record that a client may ask for again, not knowing whether the first
 * request arrived: under the word it chose the first answer is kept for a day,
 * in the transaction that made the record, and is the answer to every other.
 */
#ifndef ZHUN_SERVICE_ONCE_H
#define ZHUN_SERVICE_ONCE_H

#include "service/inside.h"

struct zhun_once {
	struct zhun_call *call;
	struct zhun_conn *conn;
	const struct zhun_register *reg;
	const char *word;                   /* the client's; NULL: none, and nothing is kept */
	struct zhun_bytes body;
	char digest[65];
};

/** What was answered before. */
struct zhun_once_reply {
	const char *record, *text;
	int64_t rev;
};

/** Looks for the word; @a ret->text is NULL where it is new. Fails ONCE_ACCOUNT where nobody is logged in,
 *  ONCE_OTHER where it came with another body. */
enum zhun_code zhun_once_find(struct zhun_once *o, struct zhun_once_reply *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Keeps the answer. */
enum zhun_code zhun_once_keep(const struct zhun_once *o, const struct zhun_once_reply *reply,
			      struct zhun_error *err) ZHUN_MUST_USE;

#endif

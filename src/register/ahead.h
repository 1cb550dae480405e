/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the records of a page of a file will ask the database for, asked together before they are written: whether
 * their keys are taken, what their links by key and their stated texts (declaration.h) lead to. Whoever looks one up
 * finds it here, or asks as ever: what was never noted, and what a write of the meantime may have changed, is not
 * known here. For one viewer, in one transaction, in the memory of its page.
 */
#ifndef ZHUN_REGISTER_AHEAD_H
#define ZHUN_REGISTER_AHEAD_H

#include "codec/json.h"
#include "register/record.h"

struct zhun_ahead;

/** NULL without memory. */
struct zhun_ahead *zhun_ahead_new(struct zhun_arena *a);

/** Notes what the links of a record lead to; what its key is, whose links must be known by then. */
enum zhun_code zhun_ahead_note_links(struct zhun_ahead *h, const struct zhun_register *reg,
				     const struct zhun_json *json, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_ahead_note_key(struct zhun_ahead *h, const struct zhun_register *reg,
				   const struct zhun_json *json, struct zhun_error *err) ZHUN_MUST_USE;

/** A record that is to be made will be called @a id: whoever states its key finds it before it is written, which is
 *  the commit's to check. Returns the id it must get: that of an earlier promise for the same key, or @a id. */
const char *zhun_ahead_promise(struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_json *json,
			       const char *id);

/** Looks up what was noted since the last time. */
enum zhun_code zhun_ahead_fetch(struct zhun_ahead *h, const struct zhun_reader *r,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Whether it is known what a key (one value a field of it) or the text of a stated link leads to; then *ret is the
 *  id, NULL where there is none. @a h may be NULL. */
bool zhun_ahead_key(const struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_value *key,
		    const char **ret);
bool zhun_ahead_stated(const struct zhun_ahead *h, const struct zhun_field *f, const char *text, const char **ret);

/** A record of @a reg was made (@a made), or changed in whatever way (NULL). @a h may be NULL. */
void zhun_ahead_wrote(struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_record *made);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Registers in a test: a migrated database of either engine, and calls that
 * take and give texts. What a call fails with is in code and err; a call that
 * is expected to succeed checks it itself.
 */
#ifndef ZHUN_TESTS_UNIT_REGISTER_H
#define ZHUN_TESTS_UNIT_REGISTER_H

#include "codec/json.h"
#include "register/register.h"
#include "unit.h"
#include "unit_store.h"

struct unit_register {
	struct unit_store *u;
	struct zhun_conn *conn;
	struct zhun_arena *arena;
	const struct zhun_viewer *viewer;  /* who reads and writes; an administrator at first */
	struct zhun_write write;           /* what is said of a write; now rises by a second each */
	int ids;                           /* ids given so far */
	enum zhun_code code;               /* of the last call */
	struct zhun_error err;
};

extern const struct zhun_viewer unit_administrator;

void unit_register_open(struct unit_register *r, struct unit_store *u);
void unit_register_close(struct unit_register *r);

/** An id that sorts by when it was asked for. */
const char *unit_register_id(struct unit_register *r);

/** Creates; the id, or NULL where it fails. ' stands for " in @a json. */
const char *unit_create(struct unit_register *r, const char *reg, const char *json);

/** Updates; the new revision, or 0. */
int64_t unit_update(struct unit_register *r, const char *reg, const char *id, int64_t rev, const char *json);
bool unit_remove(struct unit_register *r, const char *reg, const char *id, int64_t rev);

/** Answers as text, "" where it fails. @a ask: "issuer=…&sort=-issued", as in an address. */
const char *unit_list(struct unit_register *r, const char *reg, const char *ask);
const char *unit_get(struct unit_register *r, const char *reg, const char *id, const char *ask);
const char *unit_history(struct unit_register *r, const char *reg, const char *id);

/** The same, read. */
const struct zhun_json *unit_json(struct unit_register *r, const char *text);

/** "a b c": the member @a name of each item of a list. */
const char *unit_items(struct unit_register *r, const char *list, const char *name);

/** Formatted text in the test's arena. */
const char *unit_text(struct unit_register *r, const char *format, ...) ZHUN_PRINTF(2, 3);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Settings: a constant table of rows and the values of one run. A value comes
 * from, by rising strength: the row's default, a file ("name = value" lines,
 * # starts a comment), the environment (ZHUN_NAME), a flag (--name). Each
 * value is checked against its row where it is given and remembers whence it
 * came. No value is read before main has set all; afterwards nothing changes.
 */
#ifndef ZHUN_CLI_SETTINGS_H
#define ZHUN_CLI_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum zhun_setting_kind { ZHUN_SET_TEXT, ZHUN_SET_INTEGER, ZHUN_SET_SWITCH };

/** A row; of an integer least and most, of a switch 0 and 1. */
struct zhun_setting {
	const char *name;    /* "http_threads"; as a flag --http-threads too */
	enum zhun_setting_kind kind;
	const char *text;    /* default of a text */
	int64_t number;      /* default of an integer or a switch */
	int64_t least, most;
	const char *unit;
	const char *help[2];
};

enum zhun_setting_from { ZHUN_FROM_DEFAULT, ZHUN_FROM_FILE, ZHUN_FROM_ENVIRONMENT, ZHUN_FROM_FLAG };

struct zhun_settings;

/** The defaults of @a rows, which must outlive the settings; NULL without memory. */
struct zhun_settings *zhun_settings_new(struct zhun_arena *a, const struct zhun_setting *rows,
					size_t count) ZHUN_MUST_USE;

const struct zhun_setting *zhun_settings_rows(const struct zhun_settings *s, size_t *ret_count);

/** The row called @a name ("-" reads as "_"); NULL if there is none. */
const struct zhun_setting *zhun_settings_find(const struct zhun_settings *s, const char *name);

/** Sets one value. A weaker source does not displace a stronger one.
 *  Fails SETTING_UNKNOWN, SETTING_BAD. */
enum zhun_code zhun_settings_set(struct zhun_settings *s, const char *name, const char *value,
				 enum zhun_setting_from from, struct zhun_error *err) ZHUN_MUST_USE;

/** Reads a file's text. Fails also SETTING_LINE; the place is @a path and the line. */
enum zhun_code zhun_settings_file(struct zhun_settings *s, const char *path, const char *text,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Looks each row's ZHUN_NAME up with @a get (getenv). */
enum zhun_code zhun_settings_environment(struct zhun_settings *s, char *(*get)(const char *name),
					 struct zhun_error *err) ZHUN_MUST_USE;

/* Values; the name must be one of the table. */
const char *zhun_settings_text(const struct zhun_settings *s, const char *name);
int64_t zhun_settings_integer(const struct zhun_settings *s, const char *name);
bool zhun_settings_switch(const struct zhun_settings *s, const char *name);
enum zhun_setting_from zhun_settings_from(const struct zhun_settings *s, const char *name);

#endif

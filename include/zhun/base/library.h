/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Libraries that are loaded when something first needs them: large ones that
 * most runs never use would cost each start milliseconds. A module that owns
 * one has a table of its functions, with the types of the library's own
 * header, and loads it before the first call (docs/adr/0015). What is loaded
 * stays. Threads: any.
 */
#ifndef ZHUN_BASE_LIBRARY_H
#define ZHUN_BASE_LIBRARY_H

#include <stddef.h>

#include "zhun/base/attributes.h"
#include "zhun/base/error.h"

struct zhun_library_function {
	const char *name;
	size_t offset; /* of its pointer in the table */
};

struct zhun_library {
	const char *soname; /* looked for where the system looks */
	const struct zhun_library_function *functions;
	size_t count;
	void *table;  /* a struct of pointers to functions */
	void *handle; /* NULL until it is loaded */
};

/** Loads it with all its own needs bound at once, and fills the table; nothing where that was done before.
 *  Fails LIBRARY_MISSING, and then the table is not to be used. */
enum zhun_code zhun_library_load(struct zhun_library *l, struct zhun_error *err) ZHUN_MUST_USE;

#endif

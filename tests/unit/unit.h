/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tests' own few words. A test program is a table of {name, function} and
 * a main that calls unit_run; it prints one line a test, "ok NAME", "not ok
 * NAME" or "skip NAME: why", which tools/run-tests counts.
 */
#ifndef ZHUN_TESTS_UNIT_H
#define ZHUN_TESTS_UNIT_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

struct unit_test {
	const char *name;
	void (*run)(void);
};

/** Runs all (or those whose name holds argv[1]); returns the process's exit status. */
int unit_run(const struct unit_test *tests, size_t count, int argc, char **argv);

/** Marks the running test failed and says where; returns ok. */
bool unit_check(bool ok, const char *file, int line, const char *format, ...) ZHUN_PRINTF(4, 5);

/** The running test cannot run here; it is counted as skipped, never as passed. */
void unit_skip(const char *why);

#define CHECK(condition) unit_check((condition), __FILE__, __LINE__, "%s", #condition)
#define CHECK_TEXT(got, want) unit_check_text((got), (want), __FILE__, __LINE__)
#define CHECK_INT(got, want) unit_check_int((long long)(got), (long long)(want), __FILE__, __LINE__)
#define CHECK_CODE(got, want, err) unit_check_code((got), (want), (err), __FILE__, __LINE__)

bool unit_check_text(const char *got, const char *want, const char *file, int line);
bool unit_check_int(long long got, long long want, const char *file, int line);
bool unit_check_code(enum zhun_code got, enum zhun_code want, const struct zhun_error *err, const char *file, int line);

/** The fault loop: runs @a work with the 1st, 2nd, … allocation failing, once and for good, until
 *  it ends without a failure. Accepts only success or NO_MEMORY; work() returns its code and
 *  checks that outputs are untouched on failure. */
void unit_fault_loop(enum zhun_code (*work)(struct zhun_arena *a, void *context), void *context);

/** A whole file's bytes, ended by NUL, from malloc; NULL if it is not there. */
char *unit_read_file(const char *path, size_t *ret_len);

/** Deterministic random numbers for laws: splitmix64. */
unsigned long long unit_random(unsigned long long *state);

/** One of 10001 numbers from @a low to @a high. */
double unit_between(unsigned long long *state, double low, double high);

#endif

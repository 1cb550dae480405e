/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who asks. Every read and every write of a register takes a viewer; what it
 * may see is decided by the access predicate that query.c adds, from the
 * register's owners, its public_when and its fields' read classes. A viewer
 * without members, administrator or regulator is the public. The memory
 * belongs to the caller.
 */
#ifndef ZHUN_REGISTER_VIEWER_H
#define ZHUN_REGISTER_VIEWER_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/error.h"

/** The role of a member in an organisation; a later one may do all that an earlier one may. */
enum zhun_role { ZHUN_ROLE_STAFF, ZHUN_ROLE_SIGNATORY, ZHUN_ROLE_MANAGER };

struct zhun_membership {
	const char *organisation;  /* its id */
	enum zhun_role role;
};

/** More memberships than these are refused: they would make an unbounded predicate. */
enum { ZHUN_VIEWER_MEMBERS = 64 };

struct zhun_viewer {
	bool administrator, regulator;
	const char *account, *token;  /* for the change row; NULL for the public */
	enum zhun_language language;  /* of titles */
	const struct zhun_membership *members;
	size_t count;
	const char *registers;     /* what a token is for, " certificate instrument "; NULL: all */
};

struct zhun_register;

/** Whether what the viewer came with is for this register. */
bool zhun_viewer_reaches(const struct zhun_viewer *viewer, const struct zhun_register *reg);

#endif

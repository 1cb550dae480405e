/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How accounts become members: what accepting an invitation does, for an account that is there and for one that it
 * makes. */
#ifndef ZHUN_SERVICE_INVITE_H
#define ZHUN_SERVICE_INVITE_H

#include "identity/invitation.h"
#include "service/inside.h"

/** A member to be made, and why. */
struct zhun_member_new {
	const char *account, *organisation, *role, *reason;
};

/** In the writing transaction, by the program. Fails MEMBER_ALREADY. */
enum zhun_code zhun_member_make(struct zhun_call *call, struct zhun_conn *conn, const struct zhun_member_new *m,
				struct zhun_error *err) ZHUN_MUST_USE;

/** In the writing transaction: uses the invitation of @a link up and makes the account a member. The record is
 *  written by the program, with who invited as its reason. Fails LINK_BAD; MEMBER_ALREADY. */
enum zhun_code zhun_invitation_take(struct zhun_call *call, struct zhun_conn *conn, const char *link,
				    const char *account, struct zhun_error *err) ZHUN_MUST_USE;

/** In the writing transaction: an account as a record, written by who asks if that is an administrator, else by the
 *  program. Fails NAME_TAKEN. */
enum zhun_code zhun_account_make(struct zhun_call *call, struct zhun_conn *conn, const struct zhun_account_new *n,
				 const char *id, struct zhun_error *err) ZHUN_MUST_USE;

#endif

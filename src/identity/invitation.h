/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invitations into an organisation: a link that makes whoever opens it a member, once and within a week. */
#ifndef ZHUN_IDENTITY_INVITATION_H
#define ZHUN_IDENTITY_INVITATION_H

#include "identity/identity.h"

enum { ZHUN_INVITATION_LIFE = 7 * 24 * 3600 };

/** How the secret of an invitation begins, unlike that of any other link. */
#define ZHUN_INVITATION_PREFIX "zhi_"

struct zhun_invitation {
	const char *id, *organisation, *role;
	const char *whom;                   /* as the one who invites wrote it; may be NULL */
	const char *inviter;                /* an account; NULL: the program */
	const char *created, *expires;      /* instants */
	const struct zhun_invitation *next;
};

/** Keeps it under the digest of its secret; its instants are made of @a now. Those that ended are swept away. */
enum zhun_code zhun_invitation_create(struct zhun_conn *c, const struct zhun_invitation *i, const char *hash,
				      int64_t now, struct zhun_error *err) ZHUN_MUST_USE;

/** What the secret invites to, without using it up. Fails LINK_BAD. */
enum zhun_code zhun_invitation_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				    struct zhun_invitation **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Those of an organisation that nobody has answered. */
enum zhun_code zhun_invitation_list(struct zhun_conn *c, struct zhun_arena *a, const char *organisation, int64_t now,
				    const struct zhun_invitation **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Uses it up, or withdraws it. Fails LINK_BAD where it is gone. */
enum zhun_code zhun_invitation_end(struct zhun_conn *c, const struct zhun_invitation *i,
				   struct zhun_error *err) ZHUN_MUST_USE;

#endif

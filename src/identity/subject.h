/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Outside log-ins of accounts: who of an identity provider's ("sub" at its
 * issuer) is which account, and log-ins on their way to the provider and back.
 * Nobody is recognised by a mail address: those are given to others one day.
 */
#ifndef ZHUN_IDENTITY_SUBJECT_H
#define ZHUN_IDENTITY_SUBJECT_H

#include "identity/identity.h"

enum {
	ZHUN_OUTSIDE_LIFE = 600,   /* seconds to log in at the provider */
	ZHUN_SUBJECT_MOST = 16     /* of one account */
};

struct zhun_subject {
	const char *id, *issuer, *name;  /* name: "sub" */
	const char *account;
	const char *created, *last_used; /* instants; last_used may be NULL */
	const struct zhun_subject *next;
};

/** Whose that is; *ret is NULL where it is nobody's. */
enum zhun_code zhun_subject_find(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s,
				 const struct zhun_subject **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Connects @a s (id, issuer, name, account). Fails SUBJECT_TAKEN, SUBJECT_MANY. */
enum zhun_code zhun_subject_add(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s, int64_t now,
				struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_code zhun_subject_touch(struct zhun_conn *c, const char *id, int64_t now,
				  struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_code zhun_subject_list(struct zhun_conn *c, struct zhun_arena *a, const char *account,
				 const struct zhun_subject **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Fails SUBJECT_UNKNOWN, SUBJECT_LAST (nothing else leads into the account). */
enum zhun_code zhun_subject_remove(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** A log-in on its way: the digest of what the browser keeps, and the account that is to be connected (NULL: somebody
 *  logs in). Those that are over are swept away. */
enum zhun_code zhun_outside_begin(struct zhun_conn *c, const char *hash, const char *account, int64_t now,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Uses it up. Fails OIDC_STATE. */
enum zhun_code zhun_outside_take(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				 const char **ret_account, struct zhun_error *err) ZHUN_MUST_USE;

/** What the provider published at @a url, and when it was fetched (an instant); NULL where it was not yet. */
enum zhun_code zhun_outside_document(struct zhun_conn *c, struct zhun_arena *a, const char *url, const char **ret,
				     const char **ret_fetched, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_outside_document_keep(struct zhun_conn *c, const char *url, const char *body, int64_t now,
					  struct zhun_error *err) ZHUN_MUST_USE;

#endif

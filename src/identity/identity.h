/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is who: accounts as the registers account and member hold them, and what
 * is secret about them (tables credential, session, token, link, attempt). All
 * functions take the connection and the instant; those that write run inside
 * the caller's transaction and are repeatable. Texts live in the arena given.
 */
#ifndef ZHUN_IDENTITY_IDENTITY_H
#define ZHUN_IDENTITY_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "identity/secret.h"
#include "store/store.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** How long things live, in seconds. */
enum {
	ZHUN_SESSION_LIFE = 12 * 3600,   /* whatever happens */
	ZHUN_SESSION_IDLE = 2 * 3600,    /* without use */
	ZHUN_SESSION_TOUCH = 60,         /* use is written down at most this often */
	ZHUN_LINK_LIFE = 24 * 3600,
	ZHUN_TOKEN_DAYS = 366,
	ZHUN_ATTEMPT_MEMORY = 24 * 3600  /* failures older than this are forgotten */
};

struct zhun_grant {
	const char *organisation, *role;
};

struct zhun_principal {
	const char *account, *name, *full_name;  /* full_name may be NULL */
	bool administrator, regulator, demonstration, closed;
	const struct zhun_grant *grants;
	size_t count;
	const char *session, *token;  /* ids; one of them is NULL */
	bool may_write;               /* a token may be for reading only */
	const char *registers;        /* of a token: " certificate instrument "; NULL: all */
	bool touch;                   /* its use should be written down */
};

/** Whether @a name may name an account: 2 to 60 letters, digits, ".", "-", "_", "@". Fails NAME_BAD. */
enum zhun_code zhun_account_name_check(const char *name, struct zhun_error *err) ZHUN_MUST_USE;

/** The account called @a name, closed or not, without grants; *ret is NULL where there is none. */
enum zhun_code zhun_account_find(struct zhun_conn *c, struct zhun_arena *a, const char *name,
				 struct zhun_principal **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The open account with that id and its grants. Fails UNAUTHORISED. */
enum zhun_code zhun_account_load(struct zhun_conn *c, struct zhun_arena *a, const char *id,
				 struct zhun_principal **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Whether somebody can log in as administrator. */
enum zhun_code zhun_account_has_administrator(struct zhun_conn *c, struct zhun_arena *a, bool *ret,
					      struct zhun_error *err) ZHUN_MUST_USE;

/* Passwords: the encoded hash (identity/password.h) or NULL. */
enum zhun_code zhun_credential_get(struct zhun_conn *c, struct zhun_arena *a, const char *account,
				   const char **ret, struct zhun_error *err) ZHUN_MUST_USE;
/** Sets it; all sessions and tokens of the account end. */
enum zhun_code zhun_credential_set(struct zhun_conn *c, const char *account, const char *hash, int64_t now,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** A new session; sessions that have ended are swept away. */
enum zhun_code zhun_session_open(struct zhun_conn *c, const char *account, const char *hash, const char *address,
				 int64_t now, struct zhun_error *err) ZHUN_MUST_USE;
/** Who the secret belongs to. Fails UNAUTHORISED. */
enum zhun_code zhun_session_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				 struct zhun_principal **ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_session_touch(struct zhun_conn *c, const char *id, int64_t now,
				  struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_session_close(struct zhun_conn *c, const char *id, struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_token {
	const char *id, *name, *registers;   /* as in struct zhun_principal */
	bool may_write;
	const char *created, *expires, *last_used;  /* instants; last_used may be NULL */
	const struct zhun_token *next;
};
/** Whose a new token is, the digest of its secret, and how long it lasts. */
struct zhun_token_grant {
	const char *account, *hash;
	int64_t days;
};
/** Stores @a t (its created and expires are made from @a now and the days granted). Fails TOKEN_LIFETIME. */
enum zhun_code zhun_token_create(struct zhun_conn *c, const struct zhun_token *t, const struct zhun_token_grant *g,
				 int64_t now, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_token_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
			       struct zhun_principal **ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_token_touch(struct zhun_conn *c, const char *id, int64_t now, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_token_list(struct zhun_conn *c, struct zhun_arena *a, const char *account,
			       const struct zhun_token **ret, struct zhun_error *err) ZHUN_MUST_USE;
/** Fails TOKEN_UNKNOWN. */
enum zhun_code zhun_token_remove(struct zhun_conn *c, const char *account, const char *id,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** A one-time link; @a account is NULL for that of the first administrator. Older ones end. */
enum zhun_code zhun_link_create(struct zhun_conn *c, const char *account, const char *hash, int64_t now,
				struct zhun_error *err) ZHUN_MUST_USE;
/** Uses it up; *ret_account is NULL for that of the first administrator. Fails LINK_BAD. */
enum zhun_code zhun_link_take(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
			      const char **ret_account, struct zhun_error *err) ZHUN_MUST_USE;

/** Failed log-ins by account and by address: from the fourth (the twentieth by address) on each
 *  must wait twice as long, up to a quarter of an hour. An address may be NULL. Fails LOGIN_WAIT. */
enum zhun_code zhun_attempt_check(struct zhun_conn *c, struct zhun_arena *a, const char *name, const char *address,
				  int64_t now, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_attempt_failed(struct zhun_conn *c, const char *name, const char *address, int64_t now,
				   struct zhun_error *err) ZHUN_MUST_USE;
/** Counts what anybody may ask for, by address: from the seventh within a day on each must wait, as above; NULL (the
 *  terminal) never. Fails REQUEST_WAIT. */
enum zhun_code zhun_attempt_asked(struct zhun_conn *c, struct zhun_arena *a, const char *address, int64_t now,
				  struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_attempt_succeeded(struct zhun_conn *c, const char *name, struct zhun_error *err) ZHUN_MUST_USE;

#endif

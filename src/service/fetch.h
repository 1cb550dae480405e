/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the identity provider, whose address an operator wrote: over HTTP, answered by JSON. */
#ifndef ZHUN_SERVICE_FETCH_H
#define ZHUN_SERVICE_FETCH_H

#include "service/inside.h"

struct zhun_fetch {
	const char *url;
	const char *form;                  /* what is posted; NULL: a GET */
	const char *client, *secret;       /* HTTP Basic (RFC 6749 2.3.1), escaped here; NULL: none */
};

struct zhun_fetched {
	const char *text;
	const struct zhun_json *json;      /* an object */
	long status;
};

/** Whether texts go there unread by others: https, or this machine itself. */
bool zhun_fetch_private(const char *url);

/** @a text with what has a meaning in addresses and forms escaped (RFC 3986 2.1). */
enum zhun_code zhun_fetch_escape(struct zhun_arena *a, const char *text, const char **ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Redirections are not followed. Fails OIDC_UNREACHABLE (with status 5yz, too), OIDC_DOCUMENT. */
enum zhun_code zhun_fetch(struct zhun_arena *a, const struct zhun_fetch *f, struct zhun_fetched *ret,
			  struct zhun_error *err) ZHUN_MUST_USE;

#endif

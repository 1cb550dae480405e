/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The request target: from the bytes after the method to decoded segments of
 * the path and decoded pairs of the query. What comes out is valid UTF-8
 * without control characters; a segment holds no slash and is never "." or
 * "..", so that no later reader can be led astray. Everything lives in the
 * arena given. Pure. Sources: RFC 3986 3.3, 3.4; RFC 9112 3.2.
 */
#ifndef ZHUN_HTTP_TARGET_H
#define ZHUN_HTTP_TARGET_H

#include "service/service.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum { ZHUN_TARGET_SEGMENTS = 8, ZHUN_TARGET_PAIRS = 64 };

struct zhun_target {
	const char *segment[ZHUN_TARGET_SEGMENTS];
	size_t segments;
	struct zhun_params query;  /* decoded, as they came; without "=" the value is "" */
	struct zhun_param *pairs;  /* the same, for zhun_target_take */
};

/** Reads @a uri, in origin form ("/a/b?c=d") or absolute form ("http://host/a/b"). Fails
 *  PATH_BAD, QUERY_BAD (both 400), ROUTE_UNKNOWN (more segments than any route has). */
enum zhun_code zhun_target_parse(struct zhun_arena *a, const char *uri, struct zhun_target *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** The value of the first pair called @a name, or NULL. */
const char *zhun_target_query(const struct zhun_target *t, const char *name);

/** The same, and takes all pairs of that name out of the query. */
const char *zhun_target_take(struct zhun_target *t, const char *name);

#endif

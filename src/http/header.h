/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the values of request headers. Pure; a missing header is NULL and
 * each function says what that means. Sources: RFC 9110 5.6, 8.8.3, 12.5.3,
 * 12.5.4, 13.1; RFC 6265 4.2; RFC 6750 2.1.
 */
#ifndef ZHUN_HTTP_HEADER_H
#define ZHUN_HTTP_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** The cookie called @a name, copied into @a a; NULL where there is none or no memory. */
const char *zhun_header_cookie(struct zhun_arena *a, const char *cookies, const char *name);

/** The token within "Bearer TOKEN"; NULL for other schemes. Points into @a authorization. */
const char *zhun_header_bearer(const char *authorization);

/** The better wanted of English and Chinese; English where neither is or the header is missing. */
enum zhun_language zhun_header_language(const char *accept_language);

/** "en" or "zh" (anything that starts so); false for other words. */
bool zhun_language_of(const char *word, enum zhun_language *ret);

/** Whether a list of entity tags, or "*", holds @a etag (with its quotes), compared weakly. */
bool zhun_header_etag_in(const char *list, const char *etag);

/** The revision in a strong entity tag "17"; false for anything else. */
bool zhun_header_revision(const char *etag, int64_t *ret);

/** Whether the media type, its parameters aside, is @a type. */
bool zhun_header_media_is(const char *content_type, const char *type);

/** Whether an answer may be sent gzip-coded. */
bool zhun_header_takes_gzip(const char *accept_encoding);

/** Whether @a id may serve as the id of a request: 1 to 64 letters, digits, "-", "_", ".". */
bool zhun_header_request_id(const char *id);

#endif

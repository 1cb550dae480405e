/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcurl, loaded with the first mail, webhook or log-in from outside (docs/adr/0015). Its functions are called as
 * members of libcurl.
 */
#ifndef ZHUN_SERVICE_LIBCURL_H
#define ZHUN_SERVICE_LIBCURL_H

#define CURL_DISABLE_TYPECHECK   /* its macros would take the members' names for calls of their own */
#include <curl/curl.h>

#include "zhun/base/error.h"

#define LIBCURL_FUNCTIONS(X) \
	X(curl_easy_init) X(curl_easy_setopt) X(curl_easy_perform) X(curl_easy_getinfo) X(curl_easy_strerror) \
	X(curl_easy_cleanup) X(curl_easy_escape) X(curl_free) X(curl_slist_append) X(curl_slist_free_all)

struct libcurl {
#define LIBCURL_MEMBER(name) __typeof__(name) *name;
	LIBCURL_FUNCTIONS(LIBCURL_MEMBER)
#undef LIBCURL_MEMBER
};

extern struct libcurl libcurl;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_libcurl_load(struct zhun_error *err) ZHUN_MUST_USE;

/** What every transfer here has: where to, how long, who may end it, and where libcurl says why it failed. */
struct zhun_transfer {
	const char *url, *protocols;
	long connect_seconds, seconds;
	curl_xferinfo_callback go_on;  /* not 0 ends the transfer */
	void *context;
	char *why;                     /* CURL_ERROR_SIZE bytes */
};
CURLcode zhun_libcurl_set(CURL *curl, const struct zhun_transfer *t) ZHUN_MUST_USE;

#endif

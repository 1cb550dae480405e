/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/libcurl.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libcurl libcurl;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libcurl, name)},
	LIBCURL_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libcurl.so.4", .functions = functions, .count = ZHUN_COUNT(functions), .table = &libcurl};

enum zhun_code zhun_libcurl_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}

CURLcode zhun_libcurl_set(CURL *curl, const struct zhun_transfer *t)
{
	CURLcode c = libcurl.curl_easy_setopt(curl, CURLOPT_URL, t->url);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, t->protocols);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, t->connect_seconds);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_TIMEOUT, t->seconds);
	if (!c)   /* its alarms would end other threads' calls */
		c = libcurl.curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, t->go_on);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_XFERINFODATA, t->context);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, t->why);
	return c;
}

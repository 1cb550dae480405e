/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The HTTP server: libmicrohttpd's epoll threads receive and answer; a route
 * marked POOL runs whole on a bounded pool of workers while its connection is
 * suspended. Each request has an arena with a ceiling. The server logs one line
 * a request. Started and stopped by main; nothing here is global.
 */
#ifndef ZHUN_HTTP_HTTP_H
#define ZHUN_HTTP_HTTP_H

#include <stdbool.h>
#include <stdint.h>

#include "http/route.h"
#include "zhun/base/error.h"
#include "zhun/base/log.h"
#include "zhun/base/text.h"

struct zhun_service;
struct zhun_http;

struct zhun_http_options {
	const char *listen;           /* "127.0.0.1:8080", "[::1]:0"; port 0 lets the system choose */
	const char *trusted_proxies;  /* addresses, with commas, whose X-Forwarded-For is believed */
	bool secure_cookies;          /* the public address is https */
	const struct zhun_log *log;
#define ZHUN_SETTING(name, preset, least, most, unit, en, zh) int64_t name;
#include "http/settings.def"
#undef ZHUN_SETTING
};

/** The defaults of settings.def; the rest zero. */
struct zhun_http_options zhun_http_options_default(void);

/** Binds, opens the workers' connections and serves until zhun_http_stop. Fails LISTEN_BAD,
 *  LISTEN_FAILED, and what opening the database fails with. */
enum zhun_code zhun_http_start(const struct zhun_http_options *options,
			       struct zhun_service *service, struct zhun_http **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** The port it listens on. */
int zhun_http_port(const struct zhun_http *http);

/** Takes no new connections, lets running requests finish (up to http_drain), then closes all.
 *  Accepts NULL, returns NULL. */
struct zhun_http *zhun_http_stop(struct zhun_http *http);

/** The whole table, registers expanded, for `zhun routes` and `zhun openapi`. */
enum zhun_code zhun_http_routes(struct zhun_arena *a, const struct zhun_routes **ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The OpenAPI 3.1 document of the table; failures stick in @a out. */
void zhun_http_openapi(const struct zhun_routes *routes, struct zhun_text *out);

/** The table as text, a row a line, as docs/api/routes.txt keeps it. */
void zhun_http_routes_text(const struct zhun_routes *routes, struct zhun_text *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a handler gets and what it fills. A handler reads the request, calls one
 * function of the service and describes the reply; it knows nothing of
 * libmicrohttpd, threads or connections, so that one and the same runs inline
 * or on a worker. All memory is the request's arena (call.arena).
 */
#ifndef ZHUN_HTTP_REQUEST_H
#define ZHUN_HTTP_REQUEST_H

#include "http/http.h"
#include "http/route.h"
#include "http/target.h"
#include "service/service.h"

/** The headers that mean something here, as they came; NULL where missing. */
struct zhun_headers {
	const char *accept_encoding, *accept_language, *authorization;
	const char *content_encoding, *content_length, *content_type, *cookie, *csrf, *forwarded_for;
	const char *idempotency_key, *if_match, *if_none_match, *prefer, *reason, *request_id, *transfer_encoding;
};

struct zhun_metrics;
struct zhun_stream;

struct zhun_request {
	struct zhun_call call;
	const struct zhun_http_options *options;
	const struct zhun_routes *routes;
	const struct zhun_metrics *metrics;
	struct zhun_match match;
	struct zhun_target target;
	struct zhun_headers headers;
	struct zhun_bytes body;  /* ended by a NUL that is not counted */
	struct zhun_stream *stream;  /* of a route that streams */
};

enum { ZHUN_REPLY_HEADERS = 6 };

/** What a page may load: pages of the client, answers of the API. */
enum zhun_policy { ZHUN_POLICY_DATA, ZHUN_POLICY_PAGE };

struct zhun_reply {
	int status;              /* 0: the route's */
	const char *type;        /* media type; NULL: application/json */
	struct zhun_text text;   /* where JSON is written; used when bytes has none */
	struct zhun_bytes bytes;
	const char *etag;        /* with its quotes; 304 and caching are decided from it */
	const char *cache;       /* Cache-Control; NULL: by the etag */
	enum zhun_policy policy;
	struct {
		const char *name, *value;
	} header[ZHUN_REPLY_HEADERS];
	size_t headers;
};

/** The cookie that holds a session's secret. */
#define ZHUN_SESSION_COOKIE "zhun_session"
#define ZHUN_OUTSIDE_COOKIE "zhun_outside"

/** Adds a header; one without a value (no memory) is left out. */
void zhun_reply_header(struct zhun_reply *reply, const char *name, const char *value);

/** The problem document (RFC 9457) of @a err in both languages, with the headers that its status
 *  asks for. Where memory is wanting even for this the body stays empty. */
void zhun_reply_problem(const struct zhun_request *rq, const struct zhun_error *err,
			struct zhun_reply *reply);

/** "GET, HEAD, POST": what the path of the request knows; NULL without memory. */
const char *zhun_reply_allowed(const struct zhun_request *rq);

/** The web client's files and its shell; not in the table, since every other path is theirs. */
extern const struct zhun_route zhun_page_route;

/** Empties a reply for a new beginning. */
void zhun_reply_init(struct zhun_reply *reply, const struct zhun_request *rq);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The route table: constant rows that say method, path, who may ask, where the
 * work runs, what comes in and goes out, and what it is for. Rows of all
 * registers are expanded from templates at start. Matching walks a tree of
 * path segments; a literal segment wins over a parameter. The rows are the one
 * source of `zhun routes`, the OpenAPI document and the tests that ask every
 * route with every role.
 */
#ifndef ZHUN_HTTP_ROUTE_H
#define ZHUN_HTTP_ROUTE_H

#include <stdbool.h>

#include "http/target.h"

struct zhun_request;
struct zhun_reply;

enum zhun_method { ZHUN_GET, ZHUN_POST, ZHUN_PUT, ZHUN_DELETE };
enum { ZHUN_METHODS = 4 };

/** The least a caller must be; finer rules (which organisation, which record) are the service's.
 *  UNASKED: credentials are not even looked at, so that an ended session does no harm there.
 *  AUTHORITY: an administrator or a regulator. */
enum zhun_who { ZHUN_UNASKED, ZHUN_ANYONE, ZHUN_ACCOUNT, ZHUN_AUTHORITY, ZHUN_ADMINISTRATOR };

/** INLINE: on the epoll thread, for what reads SQLite and never waits. POOL: on a worker. */
enum zhun_where { ZHUN_INLINE, ZHUN_POOL };

/** What the route does to the database: decides the connection it is given. NONE asks for none. */
enum zhun_need { ZHUN_NEEDS_NONE, ZHUN_NEEDS_READ, ZHUN_NEEDS_WRITE };

/** Fills @a reply; a failure becomes a problem document. One service call each. */
typedef enum zhun_code zhun_handler(struct zhun_request *rq, struct zhun_reply *reply,
				    struct zhun_error *err);

struct zhun_route {
	enum zhun_method method;
	const char *path;        /* "/v1/certificates/{id}"; templates: "/v1/{register}/{id}" */
	const char *name;        /* operation, unique: "certificate_get"; templates: "{register}_get" */
	enum zhun_who who;
	enum zhun_where where;
	enum zhun_need need;
	const char *body;        /* schema of the JSON body, "file" for raw bytes, NULL: none */
	const char *answer;      /* schema of the JSON answer, "file", NULL: 204 */
	int status, also;        /* of success; also: where nothing had to be done, 0: none */
	const char *later;       /* schema of the answer 202 to Prefer: respond-async (RFC 7240 4.1); NULL: never */
	size_t body_max;         /* bytes; 0 where no body */
	const char *query;       /* set of query parameters in openapi.c: "list", "as_of", NULL */
	bool conditional;        /* needs If-Match */
	bool once;               /* takes Idempotency-Key */
	const char *counted;     /* costly: counted for who is not logged in; "" always, else where
				    the query has this parameter; NULL: never */
	bool streams;            /* the answer is server-sent events (stream.h); POOL */
	zhun_handler *handler;
	const char *help[2];     /* by enum zhun_language; templates may name {register} and {plural} */
	const struct zhun_register *reg;  /* the register an expanded row serves */
};

struct zhun_routes;

/** The name of a method: "GET". */
const char *zhun_method_name(enum zhun_method m);

/** A tree of a sorted copy of @a rows, in @a a; two rows of one method and path fail ROUTE_TWICE. */
enum zhun_code zhun_routes_new(struct zhun_arena *a, const struct zhun_route *rows, size_t count,
			       const struct zhun_routes **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** What was found for a method and a target. */
struct zhun_match {
	const struct zhun_route *route;  /* NULL where the path is known but not with this method */
	const char *parameter[ZHUN_TARGET_SEGMENTS];  /* values of {…}, in order */
	size_t parameters;
	bool allowed[ZHUN_METHODS];      /* what the path knows */
};

/** True when the path is known. */
bool zhun_routes_match(const struct zhun_routes *routes, enum zhun_method method,
		       const struct zhun_target *t, struct zhun_match *ret);

/** All rows, by path and method. */
const struct zhun_route *zhun_routes_rows(const struct zhun_routes *routes, size_t *ret_count);

#endif

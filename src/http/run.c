/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running a request: who asks, may they, then the handler. On the epoll thread for what reads
 * SQLite, with one of the readers; on a worker for everything else, with the worker's own. */
#include "http/header.h"
#include "http/server.h"

enum zhun_code zhun_connections_open(struct zhun_http *http, struct zhun_error *err)
{
	struct zhun_connections *c = &http->connections;
	pthread_mutex_init(&c->lock, NULL);
	c->readers = ZHUN_NEW_ARRAY(http->arena, (size_t)http->options.http_threads, struct zhun_conn *);
	c->worker = ZHUN_NEW_ARRAY(http->arena, (size_t)http->options.http_workers, struct zhun_worker_conns);
	return c->readers && c->worker ? ZHUN_OK : zhun_no_memory(http->arena, err);
}

void zhun_connections_close(struct zhun_http *http)
{
	struct zhun_connections *c = &http->connections;
	while (c->free)
		zhun_service_disconnect(c->readers[--c->free]);
	for (size_t i = 0; c->worker && i < (size_t)http->options.http_workers; i++) {
		zhun_service_disconnect(c->worker[i].reads);
		zhun_service_disconnect(c->worker[i].writes);
	}
	pthread_mutex_destroy(&c->lock);
}

/* A reader for an epoll thread. There is one for each, so that nobody waits. */
static enum zhun_code take_reader(struct zhun_http *http, struct zhun_conn **ret, struct zhun_error *err)
{
	struct zhun_connections *c = &http->connections;
	pthread_mutex_lock(&c->lock);
	struct zhun_conn *conn = c->free ? c->readers[--c->free] : NULL;
	pthread_mutex_unlock(&c->lock);
	*ret = conn;
	return conn ? ZHUN_OK : zhun_service_connect(http->service, false, ret, err);
}

static void give_reader(struct zhun_http *http, struct zhun_conn *conn)
{
	struct zhun_connections *c = &http->connections;
	if (!conn)
		return;
	pthread_mutex_lock(&c->lock);
	c->readers[c->free++] = conn;
	pthread_mutex_unlock(&c->lock);
}

static enum zhun_code worker_connection(struct zhun_http *http, size_t worker, bool writes,
					struct zhun_conn **ret, struct zhun_error *err)
{
	struct zhun_worker_conns *own = &http->connections.worker[worker];
	struct zhun_conn **conn = writes ? &own->writes : &own->reads;
	enum zhun_code code = *conn ? ZHUN_OK : zhun_service_connect(http->service, writes, conn, err);
	if (!code)
		*ret = *conn;
	return code;
}

static enum zhun_code identify(struct zhun_exchange *x, struct zhun_error *err)
{
	struct zhun_request *rq = &x->rq;
	const struct zhun_route *route = rq->match.route;
	if (route->who == ZHUN_UNASKED)
		return ZHUN_OK;
	struct zhun_credentials c = {
		.cookie = zhun_header_cookie(rq->call.arena, rq->headers.cookie, ZHUN_SESSION_COOKIE),
		.bearer = zhun_header_bearer(rq->headers.authorization),
		.csrf = rq->headers.csrf,
		.write = route->method != ZHUN_GET,
	};
	if (c.cookie || c.bearer)
		return zhun_service_identify(&rq->call, &c, err);
	return route->who == ZHUN_ANYONE ? ZHUN_OK : zhun_fail(err, ZHUN_E_LOGIN_NEEDED, NULL);
}

/* What is costly is counted by address, where nobody answers for it. */
static enum zhun_code count(const struct zhun_exchange *x, struct zhun_error *err)
{
	const char *counted = x->rq.match.route->counted;
	if (!counted || x->rq.call.viewer.account || (*counted && !zhun_target_query(&x->rq.target, counted)))
		return ZHUN_OK;
	int64_t wait = zhun_rate_take(x->http->searches, x->rq.call.address, zhun_watch_now());
	return wait ? zhun_fail(err, ZHUN_E_SEARCH_WAIT, NULL, ZHUN_INT(wait)) : ZHUN_OK;
}

static enum zhun_code may(const struct zhun_request *rq, struct zhun_error *err)
{
	const struct zhun_viewer *v = &rq->call.viewer;
	if (rq->match.route->who == ZHUN_ADMINISTRATOR && !v->administrator)
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	if (rq->match.route->who == ZHUN_AUTHORITY && !v->administrator && !v->regulator)
		return zhun_fail(err, ZHUN_E_AUTHORITY_NEEDED, NULL);
	return ZHUN_OK;
}

/* The last event: the result, or what went wrong in a document of its own, since the reply has begun. A
 * failure before any event is answered as everywhere. */
static void finish_stream(struct zhun_exchange *x, enum zhun_code code, const struct zhun_error *err)
{
	struct zhun_reply told;
	if (!code) {
		(void)zhun_stream_tell(x->rq.stream, "result", x->reply.text.ptr);
	} else if (zhun_stream_begun(x->rq.stream)) {
		zhun_reply_init(&told, &x->rq);
		zhun_reply_problem(&x->rq, err, &told);
		(void)zhun_stream_tell(x->rq.stream, "problem", told.text.ptr ? told.text.ptr : "{}");
	} else {
		zhun_stream_drop(x);
		zhun_reply_problem(&x->rq, err, &x->reply);
	}
}

/* The handler's memory is given back before its failure is described, which then has room. */
static void finish(struct zhun_exchange *x, enum zhun_code code, struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(x->rq.call.arena);
	if (!code)
		code = may(&x->rq, err);
	if (!code)
		code = count(x, err);
	if (!code) {
		zhun_reply_init(&x->reply, &x->rq);
		code = x->rq.match.route->handler(&x->rq, &x->reply, err);
		const char *text;
		if (!code)
			code = zhun_text_done(&x->reply.text, &text, err);
		if (code)
			zhun_arena_rewind(x->rq.call.arena, mark);
		else if (!x->rq.stream)
			zhun_exchange_pack(x);
	}
	if (x->rq.stream)
		finish_stream(x, code, err);
	else if (code)
		zhun_reply_problem(&x->rq, err, &x->reply);
	x->rq.call.conn = NULL;
}

enum zhun_run zhun_exchange_run_inline(struct zhun_exchange *x)
{
	struct zhun_http *http = x->http;
	const struct zhun_route *route = x->rq.match.route;
	bool reads = route->need != ZHUN_NEEDS_NONE;
	if (route->where == ZHUN_POOL || (reads && !http->reads_inline))
		return ZHUN_RUN_MOVE;
	struct zhun_error err;
	enum zhun_code code = reads ? take_reader(http, &x->rq.call.conn, &err) : ZHUN_OK;
	struct zhun_conn *conn = x->rq.call.conn;
	if (!code)
		code = identify(x, &err);
	bool moves = !code && x->rq.call.touch;
	if (!moves)
		finish(x, code, &err);
	give_reader(http, conn);
	return moves ? ZHUN_RUN_MOVE : ZHUN_RUN_DONE;
}

/* Marks the session as used; should that fail, the request itself is still good. */
static void touch(struct zhun_exchange *x, size_t worker)
{
	struct zhun_conn *writer = NULL, *own = x->rq.call.conn;
	if (worker_connection(x->http, worker, true, &writer, NULL))
		return;
	x->rq.call.conn = writer;
	x->rq.call.touch = zhun_service_touch(&x->rq.call, NULL) != ZHUN_OK;
	x->rq.call.conn = own;
}

void zhun_exchange_run_pooled(void *server, size_t worker, void *exchange)
{
	struct zhun_http *http = server;
	struct zhun_exchange *x = exchange;
	const struct zhun_route *route = x->rq.match.route;
	struct zhun_error err;
	enum zhun_code code = ZHUN_OK;
	if (route->need != ZHUN_NEEDS_NONE)
		code = worker_connection(http, worker, route->need == ZHUN_NEEDS_WRITE, &x->rq.call.conn, &err);
	if (!code)
		code = identify(x, &err);
	if (!code && x->rq.call.touch)
		touch(x, worker);
	if (!code && route->streams)
		code = zhun_stream_open(x, &err);
	finish(x, code, &err);
	if (x->rq.stream) {
		zhun_stream_finish(x->rq.stream);
		return;
	}
	x->stage = ZHUN_STAGE_READY;
	libmicrohttpd.MHD_resume_connection(x->connection);
}

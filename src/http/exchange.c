/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request from its first line to its last byte, as libmicrohttpd's callbacks tell it. */
#include <sys/socket.h>

#include "http/server.h"

/* A refused request with a body no larger than this is read to its end before it is answered: an
 * answer to a client that is still sending is often lost, and the connection with it. */
enum { SWALLOW_MOST = 256 * 1024, PARAMETER_SHARE = 160 };

static struct zhun_arena *take_arena(struct zhun_http *http)
{
	struct zhun_arena *a = NULL;
	pthread_mutex_lock(&http->arenas_lock);
	if (http->arenas_kept)
		a = http->arenas[--http->arenas_kept];
	pthread_mutex_unlock(&http->arenas_lock);
	return a ? a : zhun_arena_open((size_t)http->options.http_arena_bytes);
}

static void give_arena(struct zhun_http *http, struct zhun_arena *a)
{
	zhun_arena_reset(a);
	pthread_mutex_lock(&http->arenas_lock);
	if (http->arenas_kept < ZHUN_ARENAS_KEPT) {
		http->arenas[http->arenas_kept++] = a;
		a = NULL;
	}
	pthread_mutex_unlock(&http->arenas_lock);
	zhun_arena_close(a);
}

static struct zhun_watched *watched_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		libmicrohttpd.MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	return info ? info->socket_context : NULL;
}

/* The library keeps a record of each parameter in the connection's memory. Where there is no room for one it refuses,
 * and then waits, with the refusal unsent, for something to happen to the socket. So these are answered here. */
static bool has_too_many_parameters(const struct zhun_http *http, const char *uri)
{
	size_t n = 0;
	for (const char *s = uri; *s; s++)
		n += *s == '&';
	return n > zhun_http_memory(&http->options) / PARAMETER_SHARE;
}

static void answer_at_once(struct zhun_exchange *x, const struct zhun_error *err)
{
	const union MHD_ConnectionInfo *info =
		libmicrohttpd.MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	const struct zhun_error_row *row = zhun_error_row(err->code);
	const char *body = zhun_printf(x->rq.call.arena, "{\"title\":\"%s\",\"status\":%d,\"code\":%d}\n", row->name,
				       row->http, (int)err->code);
	const char *all = body ? zhun_printf(x->rq.call.arena, "HTTP/1.1 %d Bad Request\r\n"
					     "Content-Type: application/problem+json\r\nContent-Length: %zu\r\n"
					     "Connection: close\r\n\r\n%s", row->http, strlen(body), body) : NULL;
	x->stage = ZHUN_STAGE_GONE;
	if (!info)
		return;
	x->status = (unsigned)row->http;
	if (all)   /* a client that cannot take so little has gone */
		(void)!send(info->connect_fd, all, strlen(all), MSG_NOSIGNAL | MSG_DONTWAIT);
	(void)shutdown(info->connect_fd, SHUT_RDWR);
}

/* The first line has come. NULL, without memory, is answered in zhun_exchange_go_on. */
void *zhun_exchange_open(void *server, const char *uri, struct MHD_Connection *connection)
{
	struct zhun_http *http = server;
	struct zhun_arena *a = take_arena(http);
	struct zhun_exchange *x = a ? ZHUN_NEW(a, struct zhun_exchange) : NULL;
	char *copy = x ? zhun_strdup(a, uri) : NULL;
	if (!copy) {
		if (a)
			give_arena(http, a);
		return NULL;
	}
	x->http = http;
	x->connection = connection;
	x->watched = watched_of(connection);
	x->uri = copy;
	x->uri_length = strlen(copy);
	x->began = zhun_watch_now();
	x->rq.options = &http->options;
	x->rq.routes = http->routes;
	x->rq.metrics = http->metrics;
	x->rq.call.arena = a;
	x->rq.call.service = http->service;
	x->rq.call.now = zhun_service_clock();
	zhun_watch_phase(x->watched, ZHUN_RECEIVING);
	zhun_watch_keep(x->watched, x);
	zhun_metrics_begin(http->metrics);
	if (has_too_many_parameters(http, uri))
		answer_at_once(x, &(struct zhun_error){.code = ZHUN_E_ASK_LARGE});
	return x;
}

/* Refuses. The library closes a connection that is answered before all has come, so that only a
 * client with much to send is answered at once. */
static enum MHD_Result refuse(struct zhun_exchange *x, const struct zhun_error *err)
{
	const char *length = x->rq.headers.content_length;
	bool much = length && (strlen(length) > 6 || strtoul(length, NULL, 10) > SWALLOW_MOST);
	zhun_reply_problem(&x->rq, err, &x->reply);
	x->stage = ZHUN_STAGE_SWALLOW;
	return much ? zhun_exchange_answer(x) : MHD_YES;
}

/* Everything has come: runs it here, or suspends the connection and queues it. */
static enum MHD_Result run(struct zhun_exchange *x)
{
	zhun_watch_phase(x->watched, ZHUN_WORKING);
	x->rq.body = (struct zhun_bytes){(const unsigned char *)(x->body.ptr ? x->body.ptr : ""), x->body.len};
	if (zhun_exchange_run_inline(x) == ZHUN_RUN_DONE)
		return zhun_exchange_answer(x);
	struct MHD_Connection *connection = x->connection;
	x->stage = ZHUN_STAGE_RUNNING;
	libmicrohttpd.MHD_suspend_connection(connection);
	if (!zhun_pool_add(x->http->pool, x)) {
		struct zhun_error err;
		bool closing = atomic_load(&x->http->closing);
		zhun_fail(&err, closing ? ZHUN_E_SERVER_CLOSING : ZHUN_E_SERVER_BUSY, NULL, "2");
		zhun_reply_problem(&x->rq, &err, &x->reply);
		x->stage = ZHUN_STAGE_READY;
		libmicrohttpd.MHD_resume_connection(connection);
	}
	return MHD_YES;
}

static enum MHD_Result begin(struct zhun_exchange *x, const char *method)
{
	struct zhun_error err;
	x->stage = ZHUN_STAGE_BODY;
	return zhun_exchange_accept(x, method, &err) ? refuse(x, &err) : MHD_YES;
}

/* Too much in chunks without a length: the rest is read away, and no more than as much again. */
static enum MHD_Result overflow(struct zhun_exchange *x)
{
	struct zhun_error err;
	zhun_fail(&err, ZHUN_E_BODY_TOO_LARGE, NULL, ZHUN_INT(x->body_limit));
	zhun_reply_problem(&x->rq, &err, &x->reply);
	x->stage = ZHUN_STAGE_SWALLOW;
	return MHD_YES;
}

static enum MHD_Result take_body(struct zhun_exchange *x, const char *bytes, size_t *n)
{
	size_t size = *n;
	*n = 0;
	if (x->stage == ZHUN_STAGE_SWALLOW) {
		x->swallowed += size;
		return x->swallowed > SWALLOW_MOST ? MHD_NO : MHD_YES;
	}
	if (!x->rq.headers.content_length && !zhun_exchange_reserve(x, size))
		return MHD_NO;
	zhun_text_addn(&x->body, bytes, size);
	return x->body.failed ? overflow(x) : MHD_YES;
}

static enum MHD_Result answer_without_memory(struct MHD_Connection *connection)
{
	static char text[] = "{\"title\":\"NO_MEMORY\",\"status\":503,\"code\":1001}";
	struct MHD_Response *r =
		libmicrohttpd.MHD_create_response_from_buffer(sizeof text - 1, text, MHD_RESPMEM_PERSISTENT);
	if (!r)
		return MHD_NO;
	(void)libmicrohttpd.MHD_add_response_header(r, "Content-Type", "application/problem+json");
	(void)libmicrohttpd.MHD_add_response_header(r, "Retry-After", "2");
	enum MHD_Result queued = libmicrohttpd.MHD_queue_response(connection, MHD_HTTP_SERVICE_UNAVAILABLE, r);
	libmicrohttpd.MHD_destroy_response(r);
	return queued;
}

enum MHD_Result zhun_exchange_go_on(void *server, struct MHD_Connection *connection, const char *url,
				    const char *method, const char *version, const char *upload,
				    size_t *upload_size, void **exchange)
{
	struct zhun_exchange *x = *exchange;
	(void)server, (void)url, (void)version;
	if (!x)
		return answer_without_memory(connection);
	switch (x->stage) {
	case ZHUN_STAGE_NEW:
		return begin(x, method);
	case ZHUN_STAGE_BODY:
		return *upload_size ? take_body(x, upload, upload_size) : run(x);
	case ZHUN_STAGE_SWALLOW:
		return *upload_size ? take_body(x, upload, upload_size) : zhun_exchange_answer(x);
	case ZHUN_STAGE_READY:
		return zhun_exchange_answer(x);
	case ZHUN_STAGE_RUNNING:
	case ZHUN_STAGE_ANSWERED:
		*upload_size = 0;
		return MHD_YES;
	case ZHUN_STAGE_GONE:
		break;
	}
	return MHD_NO;
}

/* What no route knows, as it came, but for what might upset a reader of the log. */
static const char *shown(const struct zhun_exchange *x)
{
	char *s = zhun_strndup(x->rq.call.arena, x->uri, x->uri_length < 200 ? x->uri_length : 200);
	for (char *c = s; c && *c; c++)
		if (*c < 0x20 || *c > 0x7e)
			*c = '?';
	return s;
}

static void log_request(const struct zhun_exchange *x, enum MHD_RequestTerminationCode how)
{
	const struct zhun_call *call = &x->rq.call;
	const struct zhun_route *route = x->rq.match.route;
	const struct zhun_log_field all[] = {
		{"method", x->method, 0},
		{"route", route ? route->path : NULL, 0},
		{"path", route ? NULL : shown(x), 0},
		{"request", call->request_id, 0},
		{"account", call->viewer.account, 0},
		{"token", call->viewer.token, 0},
		{"address", call->address, 0},
		{"ended", how == MHD_REQUEST_TERMINATED_COMPLETED_OK ? NULL : "early", 0},
	};
	struct zhun_log_field given[ZHUN_COUNT(all) + 4] = {
		{"status", NULL, (long long)x->status},
		{"us", NULL, zhun_watch_now() - x->began},
		{"bytes", NULL, (long long)x->sent},
	};
	size_t n = 3;
	for (size_t i = 0; i < ZHUN_COUNT(all); i++)
		if (all[i].text)
			given[n++] = all[i];
	zhun_log_write(x->http->options.log, ZHUN_LOG_INFO, call->now, "request", given);
}

void zhun_exchange_free(struct zhun_exchange *x)
{
	atomic_fetch_sub(&x->http->bodies, x->reserved);
	give_arena(x->http, x->rq.call.arena);
}

void zhun_exchange_done(void *server, struct MHD_Connection *connection, void **exchange,
			enum MHD_RequestTerminationCode how)
{
	struct zhun_http *http = server;
	struct zhun_exchange *x = *exchange;
	(void)connection;
	if (!x)
		return;
	*exchange = NULL;
	zhun_watch_keep(x->watched, NULL);
	if (http->options.log)
		log_request(x, how);
	const struct zhun_metrics_request ended = {
		.route = x->rq.match.route, .status = x->status, .us = zhun_watch_now() - x->began, .bytes = x->sent};
	zhun_metrics_end(http->metrics, &ended);
	zhun_watch_phase(x->watched, ZHUN_RESTING);
	if (!x->rq.stream || zhun_stream_leave(x->rq.stream))
		zhun_exchange_free(x);
}

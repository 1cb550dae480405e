/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the running server share: its state, and an exchange, that
 * is one request with its reply on one connection. An exchange lives in its
 * own arena from its first line to its last byte. It belongs to the epoll
 * thread of its connection, but for the time between suspending and resuming,
 * when it belongs to a worker. Only these files include libmicrohttpd.h.
 */
#ifndef ZHUN_HTTP_SERVER_H
#define ZHUN_HTTP_SERVER_H

#include <pthread.h>
#include <stdatomic.h>


#include "http/libmicrohttpd.h"
#include "http/metrics.h"
#include "http/pool.h"
#include "http/rate.h"
#include "http/request.h"
#include "http/stream.h"
#include "http/watch.h"

/** Arenas kept for the next requests; the rest is freed. */
enum { ZHUN_ARENAS_KEPT = 32 };

/** The connections to the database: readers for the epoll threads, taken and given back; for each
 *  worker a reader and a writer, opened when first needed. */
struct zhun_connections {
	pthread_mutex_t lock;
	struct zhun_conn **readers;  /* those not in use, `free` of them */
	size_t free;
	struct zhun_worker_conns {
		struct zhun_conn *reads, *writes;
	} *worker;
};

struct zhun_http {
	struct zhun_arena *arena;  /* lives as long as the server */
	struct zhun_http_options options;
	struct zhun_service *service;
	const struct zhun_routes *routes;
	bool reads_inline;
	int socket, port;
	struct MHD_Daemon *daemon;
	struct zhun_pool *pool;
	struct zhun_watch *watch;
	struct zhun_rate *searches;
	struct zhun_metrics *metrics;
	struct zhun_connections connections;
	pthread_mutex_t arenas_lock;
	struct zhun_arena *arenas[ZHUN_ARENAS_KEPT];
	size_t arenas_kept;
	atomic_bool closing;
	atomic_llong bodies;       /* bytes of bodies held now */
	atomic_uint serial;        /* of request ids */
	atomic_uint runs;          /* workers held by runs that are streamed */
	char boot[9];              /* the part of request ids that differs at each start */
};

enum zhun_stage {
	ZHUN_STAGE_NEW,       /* the first line has come */
	ZHUN_STAGE_BODY,      /* headers accepted, the body comes */
	ZHUN_STAGE_SWALLOW,   /* refused; the body is read away so that the answer arrives */
	ZHUN_STAGE_RUNNING,   /* a worker has it */
	ZHUN_STAGE_READY,     /* the reply is described */
	ZHUN_STAGE_ANSWERED,
	ZHUN_STAGE_GONE       /* answered as its first line came, and cut off */
};

struct zhun_exchange {
	struct zhun_request rq;
	struct zhun_reply reply;
	struct zhun_http *http;
	struct MHD_Connection *connection;
	struct zhun_watched *watched;
	enum zhun_stage stage;
	bool head;             /* HEAD: as GET, without the body */
	bool touches;          /* moved to a worker to mark the session as used */
	const char *method;    /* constant text; "OTHER" for what no route knows */
	const char *uri;
	size_t uri_length;
	size_t swallowed;      /* bytes of a body read away */
	int64_t began;         /* µs, monotonic */
	long long reserved;    /* bytes counted in http->bodies */
	size_t body_limit;
	struct zhun_text body;
	unsigned status;       /* as sent */
	size_t sent;           /* bytes of the body */
};

/* server.c: what a connection may hold of what it sends, half of it unread. */
size_t zhun_http_memory(const struct zhun_http_options *o);

/* exchange.c: libmicrohttpd's callbacks, in the order it calls them. */
void *zhun_exchange_open(void *server, const char *uri, struct MHD_Connection *connection);
enum MHD_Result zhun_exchange_go_on(void *server, struct MHD_Connection *connection, const char *url,
				    const char *method, const char *version,
				    const char *upload, size_t *upload_size, void **exchange);
void zhun_exchange_done(void *server, struct MHD_Connection *connection, void **exchange,
			enum MHD_RequestTerminationCode how);

/* accept.c: from the first line and the headers to the decision to take the request. */
enum zhun_code zhun_exchange_accept(struct zhun_exchange *x, const char *method,
				    struct zhun_error *err);
bool zhun_exchange_reserve(struct zhun_exchange *x, size_t n);

/* run.c: the request itself, inline or on a worker. */
enum zhun_run { ZHUN_RUN_DONE, ZHUN_RUN_MOVE };
enum zhun_run zhun_exchange_run_inline(struct zhun_exchange *x);
void zhun_exchange_run_pooled(void *server, size_t worker, void *exchange);
enum zhun_code zhun_connections_open(struct zhun_http *http, struct zhun_error *err);
void zhun_connections_close(struct zhun_http *http);

/* pack.c: the described answer as gzip, where that is wanted. */
void zhun_exchange_pack(struct zhun_exchange *x);

/** Gives back what an exchange held, when the connection and the worker are done with it. */
void zhun_exchange_free(struct zhun_exchange *x);

/* stream.c: answers in events. Finish: the worker's last word, after which it must not touch the exchange;
 * drop: nothing was told, the answer is an ordinary one; leave: the connection's last word, false where
 * the worker still works and will free the exchange. */
enum zhun_code zhun_stream_open(struct zhun_exchange *x, struct zhun_error *err) ZHUN_MUST_USE;
bool zhun_stream_begun(struct zhun_stream *s);
void zhun_stream_finish(struct zhun_stream *s);
void zhun_stream_drop(struct zhun_exchange *x);
bool zhun_stream_leave(struct zhun_stream *s);
struct MHD_Response *zhun_stream_response(struct zhun_stream *s);

/* answer.c: from the reply to libmicrohttpd's response. */
enum MHD_Result zhun_exchange_answer(struct zhun_exchange *x);

/* listen.c: a listening socket on "host:port". */
enum zhun_code zhun_listen(const char *address, int *ret_socket, int *ret_port,
			   struct zhun_error *err) ZHUN_MUST_USE;

#endif

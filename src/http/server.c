/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting and stopping. Order matters at the end: no new connections, no new jobs, the running
 * ones finish and resume their connections, answers leave, and only then the library stops; it
 * aborts the process if a connection is still suspended. */
#include <sys/resource.h>
#include <unistd.h>

#include "codec/hash.h"
#include "http/server.h"

enum {
	SPARE_FILES = 128,        /* descriptors beside the connections: databases, logs, epoll */
	SPARE_WATCHED = 64,
	CONNECTION_OVERHEAD = 8192,
	THREAD_STACK = 512 * 1024,
	DRAIN_STEP = 5000         /* µs */
};

struct zhun_http_options zhun_http_options_default(void)
{
	return (struct zhun_http_options){
#define ZHUN_SETTING(name, preset, least, most, unit, en, zh) .name = (preset),
#include "http/settings.def"
#undef ZHUN_SETTING
	};
}

int zhun_http_port(const struct zhun_http *http)
{
	return http->port;
}

static void notify_connection(void *server, struct MHD_Connection *connection, void **context,
			      enum MHD_ConnectionNotificationCode what)
{
	struct zhun_http *http = server;
	if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
		/* a request whose headers the library could not take was begun and is never told done */
		void *begun = zhun_watch_kept(*context);
		zhun_exchange_done(http, connection, &begun, MHD_REQUEST_TERMINATED_WITH_ERROR);
		zhun_watch_remove(http->watch, *context);
		*context = NULL;
		return;
	}
	const union MHD_ConnectionInfo *info =
		libmicrohttpd.MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	*context = info ? zhun_watch_add(http->watch, info->connect_fd) : NULL;
}

/* What the library complains about, as a line of our log. */
__attribute__((format(printf, 2, 0)))
static void library_log(void *server, const char *format, va_list arguments)
{
	struct zhun_http *http = server;
	char text[512];
	int n = vsnprintf(text, sizeof text, format, arguments);
	if (n <= 0 || !http->options.log)
		return;
	text[strcspn(text, "\n")] = '\0';
	const struct zhun_log_field fields[] = {{"text", text, 0}, {0}};
	zhun_log_write(http->options.log, ZHUN_LOG_WARN, zhun_service_clock(), "http_library", fields);
}

/* As many descriptors as the connections may need, where the system allows. */
static void raise_file_limit(const struct zhun_http_options *o)
{
	struct rlimit r;
	rlim_t wanted = (rlim_t)o->http_connections + SPARE_FILES;
	if (getrlimit(RLIMIT_NOFILE, &r) || r.rlim_cur >= wanted)
		return;
	r.rlim_cur = wanted < r.rlim_max ? wanted : r.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &r);
}

size_t zhun_http_memory(const struct zhun_http_options *o)
{
	return 2 * ((size_t)o->http_header_bytes + (size_t)o->http_url_bytes) + CONNECTION_OVERHEAD;
}

static enum zhun_code start_daemon(struct zhun_http *http, struct zhun_error *err)
{
	const struct zhun_http_options *o = &http->options;
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_SUSPEND_RESUME | MHD_USE_TURBO |
			 MHD_USE_ERROR_LOG | MHD_USE_ITC;
	enum zhun_code code = zhun_libmicrohttpd_load(err);
	if (code)
		return code;
	http->daemon = libmicrohttpd.MHD_start_daemon(
		flags, 0, NULL, NULL, zhun_exchange_go_on, http,
		MHD_OPTION_EXTERNAL_LOGGER, library_log, http,
		MHD_OPTION_LISTEN_SOCKET, http->socket,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)o->http_threads,
		MHD_OPTION_THREAD_STACK_SIZE, (size_t)THREAD_STACK,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)o->http_connections,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)o->http_connections_per_address,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, zhun_http_memory(o),
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_URI_LOG_CALLBACK, zhun_exchange_open, http,
		MHD_OPTION_NOTIFY_COMPLETED, zhun_exchange_done, http,
		MHD_OPTION_NOTIFY_CONNECTION, notify_connection, http,
		MHD_OPTION_END);
	if (!http->daemon)
		return zhun_fail(err, ZHUN_E_LISTEN_FAILED, NULL, o->listen, "libmicrohttpd");
	http->socket = -1;  /* the library closes it */
	return ZHUN_OK;
}

static enum zhun_code start_threads(struct zhun_http *http, struct zhun_error *err)
{
	const struct zhun_http_options *o = &http->options;
	const int64_t second = 1000000;
	const int64_t limit[ZHUN_PHASES] = {
		[ZHUN_RESTING] = o->http_idle * second,
		[ZHUN_RECEIVING] = o->http_receive * second,
		[ZHUN_SENDING] = o->http_send * second,
	};
	enum zhun_code code = zhun_watch_open((size_t)o->http_connections + SPARE_WATCHED, limit,
					      &http->watch, err);
	if (!code)
		code = zhun_pool_open((size_t)o->http_workers, (size_t)o->http_queue,
				      zhun_exchange_run_pooled, http, &http->pool, err);
	return code ? code : start_daemon(http, err);
}

static enum zhun_code prepare(struct zhun_http *http, struct zhun_error *err)
{
	unsigned char boot[4];
	pthread_mutex_init(&http->arenas_lock, NULL);
	raise_file_limit(&http->options);
	enum zhun_code code = zhun_connections_open(http, err);
	if (!code)
		code = zhun_random(boot, sizeof boot, err);
	if (!code)
		code = zhun_http_routes(http->arena, &http->routes, err);
	if (code)
		return code;
	http->searches = zhun_rate_open(http->arena, http->options.http_searches_per_minute);
	http->metrics = zhun_metrics_open(http->arena, http->routes);
	if (!http->searches || !http->metrics)
		return zhun_no_memory(http->arena, err);
	zhun_hex((struct zhun_bytes){boot, sizeof boot}, http->boot);
	return zhun_listen(http->options.listen, &http->socket, &http->port, err);
}

enum zhun_code zhun_http_start(const struct zhun_http_options *options, struct zhun_service *service,
			       struct zhun_http **ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(SIZE_MAX);
	struct zhun_http *http = a ? ZHUN_NEW(a, struct zhun_http) : NULL;
	if (!http) {
		zhun_arena_close(a);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	http->arena = a;
	http->options = *options;
	http->service = service;
	http->reads_inline = zhun_service_reads_inline(service);
	http->socket = -1;
	enum zhun_code code = prepare(http, err);
	if (!code)
		code = start_threads(http, err);
	if (code) {
		zhun_http_stop(http);
		return code;
	}
	*ret = http;
	return ZHUN_OK;
}

/* Waits until nothing runs or is being sent, or the time for it is over. */
static void drain(struct zhun_http *http)
{
	int64_t until = zhun_watch_now() + http->options.http_drain * 1000000;
	const struct timespec step = {.tv_nsec = DRAIN_STEP * 1000L};
	while (zhun_watch_busy(http->watch) && zhun_watch_now() < until)
		nanosleep(&step, NULL);
}

struct zhun_http *zhun_http_stop(struct zhun_http *http)
{
	if (!http)
		return NULL;
	atomic_store(&http->closing, true);
	if (http->daemon) {
		int listening = libmicrohttpd.MHD_quiesce_daemon(http->daemon);
		if (listening >= 0)
			close(listening);
		drain(http);
	}
	zhun_pool_close(http->pool);
	if (http->daemon)
		libmicrohttpd.MHD_stop_daemon(http->daemon);
	if (http->socket >= 0)
		close(http->socket);
	zhun_watch_close(http->watch);
	zhun_connections_close(http);
	while (http->arenas_kept)
		zhun_arena_close(http->arenas[--http->arenas_kept]);
	zhun_rate_close(http->searches);
	pthread_mutex_destroy(&http->arenas_lock);
	zhun_arena_close(http->arena);
	return NULL;
}

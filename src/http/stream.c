/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events from a worker to a connection: a text that one side adds to and the other takes from. */
#include "http/stream.h"

#include "http/server.h"

enum { STREAM_CEILING = 64 * 1024 * 1024, CHUNK = 16 * 1024 };

struct zhun_stream {
	pthread_mutex_t lock;
	struct zhun_exchange *x;
	struct zhun_arena *arena; /* of the text; the exchange's own belongs to the handler, who rewinds it */
	struct zhun_text out;
	size_t sent;
	int64_t until;
	bool begun;    /* the answer has begun: the epoll thread has the connection */
	bool waiting;  /* it is suspended until there is more to send */
	bool finished; /* the worker has left */
	bool left;     /* the connection has */
};

/* Long runs may hold half of the workers; the others stay for what is done in a moment. */
static bool take_turn(struct zhun_http *http)
{
	unsigned most = (unsigned)(http->options.http_workers + 1) / 2;
	if (atomic_fetch_add(&http->runs, 1) < most)
		return true;
	atomic_fetch_sub(&http->runs, 1);
	return false;
}

enum zhun_code zhun_stream_open(struct zhun_exchange *x, struct zhun_error *err)
{
	struct zhun_stream *s = ZHUN_NEW(x->rq.call.arena, struct zhun_stream);
	if (!take_turn(x->http))
		return zhun_fail(err, ZHUN_E_SERVER_BUSY, NULL, "2");
	if (!s || !(s->arena = zhun_arena_open(STREAM_CEILING))) {
		atomic_fetch_sub(&x->http->runs, 1);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	pthread_mutex_init(&s->lock, NULL);
	zhun_text_init(&s->out, s->arena, STREAM_CEILING);
	s->x = x;
	s->until = zhun_watch_now() + x->http->options.http_run * 1000000;
	x->rq.stream = s;
	return ZHUN_OK;
}

/* The connection goes on: to begin the answer, or to take what has been added. With the lock held. */
static void wake(struct zhun_stream *s)
{
	struct zhun_exchange *x = s->x;
	if (!s->begun) {
		s->begun = true;
		x->reply.type = "text/event-stream";
		x->stage = ZHUN_STAGE_READY;
		libmicrohttpd.MHD_resume_connection(x->connection);
	} else if (s->waiting) {
		s->waiting = false;
		libmicrohttpd.MHD_resume_connection(x->connection);
	}
}

bool zhun_stream_tell(struct zhun_stream *s, const char *event, const char *json)
{
	pthread_mutex_lock(&s->lock);
	bool heard = !s->left;
	if (heard) {
		zhun_text_addf(&s->out, "event: %s\ndata: ", event);
		zhun_text_add(&s->out, json);
		zhun_text_add(&s->out, "\n\n");
		wake(s);
	}
	pthread_mutex_unlock(&s->lock);
	return heard && zhun_watch_now() < s->until &&
	       !atomic_load_explicit(&s->x->http->closing, memory_order_relaxed);
}

bool zhun_stream_begun(struct zhun_stream *s)
{
	pthread_mutex_lock(&s->lock);
	bool begun = s->begun;
	pthread_mutex_unlock(&s->lock);
	return begun;
}

static struct zhun_stream *close_stream(struct zhun_stream *s)
{
	pthread_mutex_destroy(&s->lock);
	zhun_arena_close(s->arena);
	return NULL;
}

void zhun_stream_finish(struct zhun_stream *s)
{
	pthread_mutex_lock(&s->lock);
	struct zhun_exchange *x = s->x;
	bool left = s->left;
	atomic_fetch_sub(&x->http->runs, 1);
	s->finished = true;
	if (!left)
		wake(s);
	pthread_mutex_unlock(&s->lock);
	if (left) {
		x->rq.stream = close_stream(s);
		zhun_exchange_free(x);
	}
}

void zhun_stream_drop(struct zhun_exchange *x)
{
	atomic_fetch_sub(&x->http->runs, 1);
	x->rq.stream = close_stream(x->rq.stream);
}

bool zhun_stream_leave(struct zhun_stream *s)
{
	pthread_mutex_lock(&s->lock);
	struct zhun_exchange *x = s->x;
	bool last = s->finished;
	s->left = true;
	pthread_mutex_unlock(&s->lock);
	if (last)
		x->rq.stream = close_stream(s);
	return last;
}

/* libmicrohttpd asks for more: what is there, the end, or wait. */
static ssize_t take(void *stream, uint64_t position, char *out, size_t most)
{
	struct zhun_stream *s = stream;
	ssize_t taken = 0;
	(void)position;
	pthread_mutex_lock(&s->lock);
	size_t n = s->out.len - s->sent;
	n = n < most ? n : most;
	if (n) {
		memcpy(out, s->out.ptr + s->sent, n);
		s->sent += n;
		s->x->sent += n;
		taken = (ssize_t)n;
	} else if (s->finished) {
		taken = MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		s->waiting = true;
		libmicrohttpd.MHD_suspend_connection(s->x->connection);
	}
	pthread_mutex_unlock(&s->lock);
	return taken;
}

struct MHD_Response *zhun_stream_response(struct zhun_stream *s)
{
	return libmicrohttpd.MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, CHUNK, take, s, NULL);
}

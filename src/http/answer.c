/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the reply that a handler described to libmicrohttpd's response: status, conditional
 * answers, and the headers that every answer carries. */
#include "http/header.h"
#include "http/server.h"
#include "zhun/base/text.h"

/* Answers of the API are data: were one ever shown as a page, it could load and run nothing. */
static const char *const policies[] = {
	[ZHUN_POLICY_DATA] = "default-src 'none'; frame-ancestors 'none'; sandbox",
	[ZHUN_POLICY_PAGE] = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			     "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

static void add(struct MHD_Response *response, const char *name, const char *value)
{
	if (value)
		(void)libmicrohttpd.MHD_add_response_header(response, name, value);
}

static void add_headers(const struct zhun_exchange *x, struct MHD_Response *response)
{
	const struct zhun_reply *r = &x->reply;
	const char *caching = r->cache ? r->cache : r->etag ? "private, no-cache" : "no-store";
	add(response, "Content-Security-Policy", policies[r->policy]);
	add(response, "X-Content-Type-Options", "nosniff");
	add(response, "Referrer-Policy", "no-referrer");
	add(response, "Cache-Control", caching);
	add(response, "ETag", r->etag);
	add(response, "X-Request-Id", x->rq.call.request_id);
	if (r->etag && !r->cache)
		add(response, "Vary", "Accept-Language, Authorization, Cookie");
	if (r->policy == ZHUN_POLICY_PAGE) {
		add(response, "X-Frame-Options", "DENY");
		add(response, "Cross-Origin-Opener-Policy", "same-origin");
	}
	if (x->http->options.secure_cookies)
		add(response, "Strict-Transport-Security", "max-age=31536000");
	if (atomic_load_explicit(&x->http->closing, memory_order_relaxed))
		add(response, "Connection", "close");
	for (size_t i = 0; i < r->headers; i++)
		add(response, r->header[i].name, r->header[i].value);
}

static unsigned status_of(const struct zhun_exchange *x)
{
	const struct zhun_reply *r = &x->reply;
	unsigned status = (unsigned)(r->status ? r->status : x->rq.match.route->status);
	bool reads = x->rq.match.route && x->rq.match.route->method == ZHUN_GET;
	if (status == MHD_HTTP_OK && reads && r->etag &&
	    zhun_header_etag_in(x->rq.headers.if_none_match, r->etag))
		return MHD_HTTP_NOT_MODIFIED;
	return status;
}

static struct zhun_bytes body_of(const struct zhun_reply *r, unsigned status)
{
	if (status == MHD_HTTP_NO_CONTENT)
		return (struct zhun_bytes){0};
	if (r->bytes.ptr)
		return r->bytes;
	return (struct zhun_bytes){(const unsigned char *)r->text.ptr, r->text.len};
}

static enum MHD_Result queue(struct zhun_exchange *x, unsigned status, struct MHD_Response *response)
{
	x->status = status;
	x->stage = ZHUN_STAGE_ANSWERED;
	zhun_watch_phase(x->watched, ZHUN_SENDING);
	enum MHD_Result queued = libmicrohttpd.MHD_queue_response(x->connection, status, response);
	libmicrohttpd.MHD_destroy_response(response);
	return queued;
}

/* Of the reply only what stood there when the stream began is looked at: a worker still writes the rest. */
static enum MHD_Result answer_stream(struct zhun_exchange *x)
{
	struct MHD_Response *response = zhun_stream_response(x->rq.stream);
	if (!response)
		return MHD_NO;
	add(response, "Content-Type", x->reply.type);
	add_headers(x, response);
	add(response, "X-Accel-Buffering", "no");  /* a proxy that would gather events is asked not to */
	return queue(x, MHD_HTTP_OK, response);
}

enum MHD_Result zhun_exchange_answer(struct zhun_exchange *x)
{
	if (x->rq.stream)
		return answer_stream(x);
	unsigned status = status_of(x);
	struct zhun_bytes body = body_of(&x->reply, status);
	/* the arena outlives the response: it is given back when libmicrohttpd is done with it */
	union { const unsigned char *in; void *out; } bytes = {.in = body.ptr};
	struct MHD_Response *response =
		libmicrohttpd.MHD_create_response_from_buffer(body.len, bytes.out, MHD_RESPMEM_PERSISTENT);
	if (!response)
		return MHD_NO;
	if (body.len)
		add(response, "Content-Type", x->reply.type ? x->reply.type : "application/json");
	add_headers(x, response);
	x->sent = x->head || status == MHD_HTTP_NOT_MODIFIED ? 0 : body.len;
	return queue(x, status, response);
}

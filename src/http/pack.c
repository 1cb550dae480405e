/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers packed for their way, where the client takes it and it pays. */
#include "codec/gzip.h"
#include "http/header.h"
#include "http/server.h"

/* On the thread that receives requests nothing may take long: 64 KiB are packed in a third of a millisecond. */
enum { INLINE_MOST = 64 * 1024 };

/* An entity tag names the bytes of one form, and is what a later write is held against: what has one goes as
 * it is. What is small may hold a secret beside what the caller chose, and gains nothing. */
static bool may_pack(const struct zhun_exchange *x)
{
	int64_t least = x->http->options.http_pack_bytes;
	const struct zhun_reply *r = &x->reply;
	return least && !r->etag && !r->bytes.ptr && r->text.len >= (size_t)least &&
	       (x->stage == ZHUN_STAGE_RUNNING || r->text.len <= INLINE_MOST);
}

void zhun_exchange_pack(struct zhun_exchange *x)
{
	struct zhun_reply *r = &x->reply;
	struct zhun_bytes packed;
	struct zhun_arena_mark mark = zhun_arena_mark(x->rq.call.arena);
	if (!may_pack(x))
		return;
	zhun_reply_header(r, "Vary", "Accept-Encoding");
	if (!zhun_header_takes_gzip(x->rq.headers.accept_encoding))
		return;
	/* without room the answer goes as it is */
	if (zhun_gzip(x->rq.call.arena, (struct zhun_bytes){(const unsigned char *)r->text.ptr, r->text.len}, &packed,
		      NULL)) {
		zhun_arena_rewind(x->rq.call.arena, mark);
		return;
	}
	r->bytes = packed;
	zhun_reply_header(r, "Content-Encoding", "gzip");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web client's files. A path that is no file is one that the application draws, and gets its shell. */
#include "http/asset.h"
#include "http/header.h"
#include "http/request.h"

static const struct zhun_asset *find(const char *path)
{
	size_t low = 0, high = zhun_assets_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(path, zhun_assets[middle].path);
		if (order == 0)
			return &zhun_assets[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static const char *joined(const struct zhun_request *rq)
{
	struct zhun_text t;
	const char *path = NULL;
	zhun_text_init(&t, rq->call.arena, (size_t)rq->options->http_url_bytes + 1);
	for (size_t i = 0; i < rq->target.segments; i++) {
		zhun_text_add(&t, "/");
		zhun_text_add(&t, rq->target.segment[i]);
	}
	return zhun_text_done(&t, &path, NULL) ? NULL : path;
}

static enum zhun_code not_built(struct zhun_reply *reply)
{
	reply->status = 404;
	reply->type = "text/plain; charset=utf-8";
	zhun_text_add(&reply->text,
		      "The web client is not built into this program; the API under /v1 is there.\n"
		      "本程序未包含网页客户端；/v1 下的接口可用。\n");
	return ZHUN_OK;
}

static void describe(const struct zhun_request *rq, const struct zhun_asset *a, struct zhun_reply *reply)
{
	bool packed = a->gzip_length && zhun_header_takes_gzip(rq->headers.accept_encoding);
	reply->type = a->type;
	reply->policy = ZHUN_POLICY_PAGE;
	reply->cache = a->lasting ? "public, max-age=31536000, immutable" : "no-cache";
	reply->etag = zhun_printf(rq->call.arena, "\"%s%s\"", a->tag, packed ? "-gzip" : "");
	reply->bytes.ptr = zhun_asset_bytes + (packed ? a->gzip_offset : a->offset);
	reply->bytes.len = packed ? a->gzip_length : a->length;
	zhun_reply_header(reply, "Content-Encoding", packed ? "gzip" : NULL);
	zhun_reply_header(reply, "Vary", a->gzip_length ? "Accept-Encoding" : NULL);
}

static enum zhun_code handle_page(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	size_t n = rq->target.segments;
	const char *path = n ? joined(rq) : "/";
	const struct zhun_asset *a = path ? find(path) : NULL;
	if (!a && n && strchr(rq->target.segment[n - 1], '.'))
		return zhun_fail(err, ZHUN_E_ROUTE_UNKNOWN, NULL);
	if (!a)
		a = find("/index.html");
	if (!a)
		return not_built(reply);
	describe(rq, a, reply);
	return ZHUN_OK;
}

const struct zhun_route zhun_page_route = {
	.method = ZHUN_GET, .path = "/*", .name = "page", .who = ZHUN_UNASKED, .where = ZHUN_INLINE,
	.need = ZHUN_NEEDS_NONE, .answer = "file", .status = 200, .handler = handle_page,
	.help = {"The web client", "网页客户端"},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a request: its first line and headers are read and judged before a byte of its body is. */
#include <arpa/inet.h>
#include <stddef.h>

#include "http/header.h"
#include "http/server.h"
#include "zhun/base/text.h"

static const struct {
	const char *name;
	size_t place;
} known_headers[] = {
	{"Accept-Encoding", offsetof(struct zhun_headers, accept_encoding)},
	{"Accept-Language", offsetof(struct zhun_headers, accept_language)},
	{"Authorization", offsetof(struct zhun_headers, authorization)},
	{"Content-Encoding", offsetof(struct zhun_headers, content_encoding)},
	{"Content-Length", offsetof(struct zhun_headers, content_length)},
	{"Content-Type", offsetof(struct zhun_headers, content_type)},
	{"Cookie", offsetof(struct zhun_headers, cookie)},
	{"Idempotency-Key", offsetof(struct zhun_headers, idempotency_key)},
	{"If-Match", offsetof(struct zhun_headers, if_match)},
	{"If-None-Match", offsetof(struct zhun_headers, if_none_match)},
	{"Prefer", offsetof(struct zhun_headers, prefer)},
	{"Transfer-Encoding", offsetof(struct zhun_headers, transfer_encoding)},
	{"X-CSRF-Token", offsetof(struct zhun_headers, csrf)},
	{"X-Forwarded-For", offsetof(struct zhun_headers, forwarded_for)},
	{"X-Reason", offsetof(struct zhun_headers, reason)},
	{"X-Request-Id", offsetof(struct zhun_headers, request_id)},
};

static enum MHD_Result keep_header(void *context, enum MHD_ValueKind kind, const char *name,
				   const char *value)
{
	char *headers = context;
	(void)kind;
	for (size_t i = 0; i < ZHUN_COUNT(known_headers); i++)
		if (zhun_str_equal_nocase(name, known_headers[i].name))
			memcpy(headers + known_headers[i].place, &value, sizeof value);
	return MHD_YES;
}

static void give_id(struct zhun_exchange *x)
{
	const char *own = x->rq.headers.request_id;
	unsigned serial = atomic_fetch_add_explicit(&x->http->serial, 1, memory_order_relaxed);
	if (own && zhun_header_request_id(own))
		x->rq.call.request_id = own;
	else
		x->rq.call.request_id = zhun_printf(x->rq.call.arena, "%s-%08x", x->http->boot, serial);
}

/* Whether @a address is one of the list, exactly. */
static bool listed(const char *list, const char *address)
{
	size_t n = strlen(address);
	for (const char *s = list; s && *s; s += strcspn(s, ", ")) {
		s += strspn(s, ", ");
		if (strcspn(s, ", ") == n && strncmp(s, address, n) == 0)
			return n > 0;
	}
	return false;
}

/* Behind a proxy of ours the client is the last address of the chain, which that proxy added;
 * what stands before it is the client's own word. */
static const char *forwarded(struct zhun_exchange *x, const char *peer)
{
	const char *chain = x->rq.headers.forwarded_for;
	if (!chain || !listed(x->http->options.trusted_proxies, peer))
		return peer;
	const char *comma = strrchr(chain, ',');
	const char *last = comma ? comma + 1 : chain;
	last += strspn(last, " \t");
	return zhun_strndup(x->rq.call.arena, last, strcspn(last, " \t"));
}

/* An address of IPv4 that a socket for both kinds gives as one of IPv6 (RFC 4291 2.5.5.2) is the same one. */
static void write_address(const struct sockaddr *a, char out[INET6_ADDRSTRLEN])
{
	const struct in6_addr *six = &((const struct sockaddr_in6 *)(const void *)a)->sin6_addr;
	out[0] = '\0';
	if (a->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)a)->sin_addr, out, INET6_ADDRSTRLEN);
	else if (a->sa_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(six))
		inet_ntop(AF_INET, &six->s6_addr[12], out, INET6_ADDRSTRLEN);
	else if (a->sa_family == AF_INET6)
		inet_ntop(AF_INET6, six, out, INET6_ADDRSTRLEN);
}

static const char *address_of(struct zhun_exchange *x)
{
	const union MHD_ConnectionInfo *info =
		libmicrohttpd.MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	if (!info || !info->client_addr)
		return NULL;
	char text[INET6_ADDRSTRLEN];
	write_address(info->client_addr, text);
	const char *peer = zhun_strdup(x->rq.call.arena, text);
	return peer ? forwarded(x, peer) : NULL;
}

/* HEAD is GET without the body, and so is looked up; false for a method that no route has. */
static bool read_method(struct zhun_exchange *x, const char *name, enum zhun_method *ret)
{
	*ret = ZHUN_GET;
	x->head = strcmp(name, "HEAD") == 0;
	x->method = x->head ? "HEAD" : "OTHER";
	for (size_t i = 0; i < ZHUN_METHODS; i++) {
		if (strcmp(name, zhun_method_name((enum zhun_method)i)) == 0) {
			*ret = (enum zhun_method)i;
			x->method = zhun_method_name(*ret);
			return true;
		}
	}
	return x->head;
}

/* Paths outside the API are the web client's: its files, or its shell for paths it draws. */
static bool is_page(const struct zhun_target *t)
{
	return t->segments == 0 || strcmp(t->segment[0], "v1") != 0;
}

static enum zhun_code find_route(struct zhun_exchange *x, const char *name, struct zhun_error *err)
{
	struct zhun_request *rq = &x->rq;
	enum zhun_method method;
	bool known = read_method(x, name, &method);
	if (!zhun_routes_match(x->http->routes, method, &rq->target, &rq->match)) {
		if (!is_page(&rq->target))
			return zhun_fail(err, ZHUN_E_ROUTE_UNKNOWN, NULL);
		rq->match = (struct zhun_match){.allowed = {[ZHUN_GET] = true}};
		rq->match.route = method == ZHUN_GET ? &zhun_page_route : NULL;
	}
	if (known && rq->match.route)
		return ZHUN_OK;
	rq->match.route = NULL;
	return zhun_fail(err, ZHUN_E_METHOD_REFUSED, NULL, name, zhun_reply_allowed(rq));
}

static enum zhun_code read_length(const char *s, long long *ret, struct zhun_error *err)
{
	size_t n = s ? strlen(s) : 0;
	*ret = 0;
	if (n > 15 || (s && strspn(s, "0123456789") != n))
		return zhun_fail(err, ZHUN_E_HEADER_BAD, NULL, "Content-Length");
	for (size_t i = 0; i < n; i++)
		*ret = *ret * 10 + (s[i] - '0');
	return ZHUN_OK;
}

/* Counts @a n bytes more among the bodies held, unless that were too many. */
bool zhun_exchange_reserve(struct zhun_exchange *x, size_t n)
{
	long long held = atomic_fetch_add(&x->http->bodies, (long long)n) + (long long)n;
	x->reserved += (long long)n;
	return held <= x->http->options.http_bodies_bytes;
}

static enum zhun_code accept_body(struct zhun_exchange *x, struct zhun_error *err)
{
	const struct zhun_route *route = x->rq.match.route;
	const struct zhun_headers *h = &x->rq.headers;
	long long length = 0;
	enum zhun_code code = read_length(h->content_length, &length, err);
	if (code || (!length && !h->transfer_encoding))
		return code;
	x->body_limit = route->body_max < (size_t)x->http->options.http_body_bytes
				? route->body_max
				: (size_t)x->http->options.http_body_bytes;
	if (length > (long long)x->body_limit || !x->body_limit)
		return zhun_fail(err, ZHUN_E_BODY_TOO_LARGE, NULL, ZHUN_INT(x->body_limit));
	if (strcmp(route->body, "file") != 0 && !zhun_header_media_is(h->content_type, "application/json"))
		return zhun_fail(err, ZHUN_E_MEDIA_REFUSED, NULL, "application/json");
	if (h->content_encoding && !zhun_str_equal_nocase(h->content_encoding, "identity"))
		return zhun_fail(err, ZHUN_E_MEDIA_REFUSED, NULL, "Content-Encoding: identity");
	zhun_text_init(&x->body, x->rq.call.arena, x->body_limit);
	if (!length)
		return ZHUN_OK;
	if (!zhun_exchange_reserve(x, (size_t)length))
		return zhun_fail(err, ZHUN_E_SERVER_BUSY, NULL, "2");
	x->body.ptr = zhun_alloc(x->rq.call.arena, (size_t)length + 1);
	x->body.cap = (size_t)length + 1;
	return x->body.ptr ? ZHUN_OK : zhun_no_memory(x->rq.call.arena, err);
}

/* Language: the query's word wins, for links that people pass on. It is taken from the query, since
 * any route has it and no service function does. */
static enum zhun_language take_language(struct zhun_request *rq)
{
	const char *word = zhun_target_take(&rq->target, "lang");
	enum zhun_language lang;
	if (word && zhun_language_of(word, &lang))
		return lang;
	return zhun_header_language(rq->headers.accept_language);
}

static enum zhun_code check_sizes(struct zhun_exchange *x, struct zhun_error *err)
{
	const struct zhun_http_options *o = &x->http->options;
	const union MHD_ConnectionInfo *info =
		libmicrohttpd.MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	if (x->uri_length > (size_t)o->http_url_bytes)
		return zhun_fail(err, ZHUN_E_URL_TOO_LONG, NULL, ZHUN_INT(o->http_url_bytes));
	if (info && info->header_size > (size_t)o->http_header_bytes)
		return zhun_fail(err, ZHUN_E_HEADERS_TOO_LARGE, NULL, ZHUN_INT(o->http_header_bytes));
	return ZHUN_OK;
}

static enum zhun_code check_login(const struct zhun_request *rq, struct zhun_error *err)
{
	const struct zhun_headers *h = &rq->headers;
	if (rq->match.route->who < ZHUN_ACCOUNT || h->cookie || h->authorization)
		return ZHUN_OK;
	return zhun_fail(err, ZHUN_E_LOGIN_NEEDED, NULL);
}

enum zhun_code zhun_exchange_accept(struct zhun_exchange *x, const char *method, struct zhun_error *err)
{
	struct zhun_request *rq = &x->rq;
	(void)libmicrohttpd.MHD_get_connection_values(x->connection, MHD_HEADER_KIND, keep_header, &rq->headers);
	give_id(x);
	rq->call.language = zhun_header_language(rq->headers.accept_language);
	enum zhun_code code = check_sizes(x, err);
	if (!code)
		code = zhun_target_parse(rq->call.arena, x->uri, &rq->target, err);
	if (code)
		return code;
	rq->call.language = take_language(rq);
	rq->call.viewer.language = rq->call.language;
	rq->call.address = address_of(x);
	code = find_route(x, method, err);
	if (!code)
		code = check_login(rq, err);
	return code ? code : accept_body(x, err);
}

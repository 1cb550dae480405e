/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problem documents: what a client is told when something failed. */
#include "codec/json.h"
#include "http/request.h"

enum { SENTENCE_SIZE = 1024 };

/* Seconds after which a client that was turned away may try again: the error's own, where it has. */
static const char *retry_after(const struct zhun_error *err)
{
	const char *word = err->arg[0];
	return *word && word[strspn(word, "0123456789")] == '\0' ? word : "2";
}

void zhun_reply_init(struct zhun_reply *reply, const struct zhun_request *rq)
{
	*reply = (struct zhun_reply){0};
	zhun_text_init(&reply->text, rq->call.arena, (size_t)rq->options->http_arena_bytes);
}

void zhun_reply_header(struct zhun_reply *reply, const char *name, const char *value)
{
	if (!value || ZHUN_NEVER(reply->headers == ZHUN_REPLY_HEADERS))
		return;
	reply->header[reply->headers].name = name;
	reply->header[reply->headers].value = value;
	reply->headers++;
}

const char *zhun_reply_allowed(const struct zhun_request *rq)
{
	struct zhun_text t;
	const char *list = NULL;
	zhun_text_init(&t, rq->call.arena, 64);
	for (size_t i = 0; i < ZHUN_METHODS; i++) {
		if (!rq->match.allowed[i])
			continue;
		zhun_text_add(&t, t.len ? ", " : "");
		zhun_text_add(&t, zhun_method_name((enum zhun_method)i));
		zhun_text_add(&t, i == ZHUN_GET ? ", HEAD" : "");
	}
	return zhun_text_done(&t, &list, NULL) ? NULL : list;
}

static void add_headers(const struct zhun_request *rq, int status, const struct zhun_error *err,
			struct zhun_reply *reply)
{
	if (status == 405)
		zhun_reply_header(reply, "Allow", zhun_reply_allowed(rq));
	if (status == 401)
		zhun_reply_header(reply, "WWW-Authenticate", "Bearer realm=\"zhun\"");
	if (status == 429 || status == 503)
		zhun_reply_header(reply, "Retry-After", zhun_strdup(rq->call.arena, retry_after(err)));
}

static void write_problem(const struct zhun_request *rq, const struct zhun_error *err,
			  const struct zhun_error_row *row, struct zhun_text *out)
{
	char detail[2][SENTENCE_SIZE];
	struct zhun_json_writer w;
	zhun_error_sentence(err, ZHUN_EN, detail[ZHUN_EN], SENTENCE_SIZE);
	zhun_error_sentence(err, ZHUN_ZH, detail[ZHUN_ZH], SENTENCE_SIZE);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "type", zhun_printf(rq->call.arena, "/v1/errors#%s", row->name));
	zhun_json_member_string(&w, "title", row->name);
	zhun_json_member_int(&w, "status", row->http);
	zhun_json_member_int(&w, "code", (int64_t)row->code);
	zhun_json_member_string(&w, "detail", detail[rq->call.language]);
	zhun_json_member_string(&w, "detail_en", detail[ZHUN_EN]);
	zhun_json_member_string(&w, "detail_zh", detail[ZHUN_ZH]);
	if (err->place[0])
		zhun_json_member_string(&w, "place", err->place);
	zhun_json_member_string(&w, "request", rq->call.request_id);
	zhun_json_end_object(&w);
}

void zhun_reply_problem(const struct zhun_request *rq, const struct zhun_error *err,
			struct zhun_reply *reply)
{
	const struct zhun_error_row *row = zhun_error_row(err->code);
	zhun_reply_init(reply, rq);
	reply->status = row->http;
	reply->type = "application/problem+json";
	reply->cache = "no-store";
	add_headers(rq, row->http, err, reply);
	write_problem(rq, err, row, &reply->text);
	if (reply->text.failed)
		zhun_reply_init(reply, rq);
	reply->status = row->http;
}

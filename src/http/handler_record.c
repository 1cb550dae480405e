/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any register: the rows of the table that are expanded from the declarations. */
#include "http/handlers.h"
#include "http/header.h"
#include "register/declaration.h"

void zhun_reply_revision(const struct zhun_request *rq, int64_t rev, struct zhun_reply *reply)
{
	reply->etag = zhun_printf(rq->call.arena, "\"%lld\"", (long long)rev);
}

enum zhun_code zhun_read_if_match(const struct zhun_request *rq, int64_t *ret, struct zhun_error *err)
{
	if (!rq->headers.if_match)
		return zhun_fail(err, ZHUN_E_IF_MATCH_NEEDED, NULL);
	if (!zhun_header_revision(rq->headers.if_match, ret))
		return zhun_fail(err, ZHUN_E_HEADER_BAD, NULL, "If-Match");
	return ZHUN_OK;
}

/* The client's word, with or without the quotes of a structured field. */
static enum zhun_code read_once(const struct zhun_request *rq, const char **ret, struct zhun_error *err)
{
	const char *s = rq->headers.idempotency_key;
	size_t n = s ? strlen(s) : 0;
	*ret = s && n > 2 && s[0] == '"' && s[n - 1] == '"' ? zhun_strndup(rq->call.arena, s + 1, n - 2) : s;
	if (s && !*ret)
		return zhun_no_memory(rq->call.arena, err);
	if (s && !zhun_header_request_id(*ret))
		return zhun_fail(err, ZHUN_E_HEADER_BAD, NULL, "Idempotency-Key");
	return ZHUN_OK;
}

static struct zhun_record_write described(const struct zhun_request *rq)
{
	return (struct zhun_record_write){
		.id = rq->match.parameter[0],
		.effective = zhun_target_query(&rq->target, "effective"),
		.reason = rq->headers.reason,
		.body = (const char *)rq->body.ptr,
		.length = rq->body.len,
	};
}

enum zhun_code zhun_handle_record_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_record_list(&rq->call, rq->match.route->reg, &rq->target.query, &reply->text, err);
}

enum zhun_code zhun_handle_record_get(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_ref ref = {.reg = rq->match.route->reg, .id = rq->match.parameter[0]};
	struct zhun_record_facts facts;
	enum zhun_code code = zhun_service_record_get(&rq->call, &ref, &rq->target.query, &reply->text, &facts, err);
	if (!code)
		zhun_reply_revision(rq, facts.rev, reply);
	return code;
}

enum zhun_code zhun_handle_record_history(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_ref ref = {.reg = rq->match.route->reg, .id = rq->match.parameter[0]};
	return zhun_service_record_history(&rq->call, &ref, &rq->target.query, &reply->text, err);
}

enum zhun_code zhun_handle_record_create(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_register *reg = rq->match.route->reg;
	struct zhun_record_write w = described(rq);
	struct zhun_record_facts facts;
	enum zhun_code code = read_once(rq, &w.once, err);
	if (!code)
		code = zhun_service_record_create(&rq->call, reg, &w, &reply->text, &facts, err);
	if (code)
		return code;
	zhun_reply_revision(rq, facts.rev, reply);
	zhun_reply_header(reply, "Location",
			  zhun_printf(rq->call.arena, "/v1/%s/%s", reg->plural, facts.id));
	return ZHUN_OK;
}

enum zhun_code zhun_handle_record_update(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_record_write w = described(rq);
	struct zhun_record_facts facts;
	enum zhun_code code = zhun_read_if_match(rq, &w.rev, err);
	if (!code)
		code = zhun_service_record_update(&rq->call, rq->match.route->reg, &w, &reply->text, &facts, err);
	if (!code)
		zhun_reply_revision(rq, facts.rev, reply);
	return code;
}

enum zhun_code zhun_handle_record_remove(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_record_write w = described(rq);
	enum zhun_code code = zhun_read_if_match(rq, &w.rev, err);
	(void)reply;
	w.body = NULL;
	return code ? code : zhun_service_record_remove(&rq->call, rq->match.route->reg, &w, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates as files: checked, filed, judged, and given back as they came. */
#include "http/handlers.h"
#include "zhun/base/text.h"

static struct zhun_upload uploaded(const struct zhun_request *rq)
{
	return (struct zhun_upload){
		.bytes = rq->body,
		.name = zhun_target_query(&rq->target, "name"),
		.as_of = zhun_target_query(&rq->target, "as_of"),
	};
}

enum zhun_code zhun_handle_check(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_upload u = uploaded(rq);
	enum zhun_outcome outcome;
	return zhun_service_check(&rq->call, &u, &reply->text, &outcome, err);
}

enum zhun_code zhun_handle_import(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_upload u = uploaded(rq);
	struct zhun_record_facts facts;
	bool created;
	enum zhun_code code = zhun_service_import(&rq->call, &u, &reply->text, &facts, &created, err);
	if (code)
		return code;
	if (!created)
		reply->status = rq->match.route->also;
	reply->etag = zhun_printf(rq->call.arena, "\"%lld\"", (long long)facts.rev);
	zhun_reply_header(reply, "Location", zhun_printf(rq->call.arena, "/v1/certificates/%s", facts.id));
	return ZHUN_OK;
}

enum zhun_code zhun_handle_verdict(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_verdict(&rq->call, rq->match.parameter[0],
				    zhun_target_query(&rq->target, "as_of"), &reply->text, err);
}

/* A file name for Content-Disposition (RFC 6266): the bytes outside attr-char escaped. */
static const char *disposition(const struct zhun_request *rq, const char *name)
{
	struct zhun_text t;
	const char *out = NULL;
	zhun_text_init(&t, rq->call.arena, 4096);
	zhun_text_add(&t, "attachment; filename*=UTF-8''");
	for (const char *s = name ? name : "document"; *s; s++) {
		bool plain = (*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z') ||
			     (*s >= 'A' && *s <= 'Z') || strchr("-._~", *s);
		if (plain)
			zhun_text_addc(&t, *s);
		else
			zhun_text_addf(&t, "%%%02X", (unsigned)(unsigned char)*s);
	}
	return zhun_text_done(&t, &out, NULL) ? "attachment" : out;
}

enum zhun_code zhun_handle_document(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_document d;
	enum zhun_code code = zhun_service_document(&rq->call, rq->match.parameter[0], &d, err);
	if (code)
		return code;
	reply->bytes = d.bytes;
	reply->type = d.media_type;
	reply->etag = zhun_printf(rq->call.arena, "\"%s\"", d.sha256);
	zhun_reply_header(reply, "Content-Disposition", disposition(rq, d.name));
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of a register as a file: all at once in, all at once out. */
#include "http/handlers.h"
#include "register/declaration.h"
#include "zhun/base/text.h"

/* RFC 7240 2: preferences stand in a list with commas, each perhaps with a value and parameters. */
static bool prefers_later(const char *prefer)
{
	static const char word[] = "respond-async";
	for (const char *s = prefer; s && *s; s += strcspn(s, ",")) {
		s += strspn(s, ", \t");
		size_t n = strcspn(s, ",; =\t");
		if (n == sizeof word - 1 && zhun_str_starts(s, word))
			return true;
	}
	return false;
}

static enum zhun_code import_later(struct zhun_request *rq, const struct zhun_rows_in *in, struct zhun_reply *reply,
				   struct zhun_error *err)
{
	const char *id = NULL;
	enum zhun_code code = zhun_service_rows_later(&rq->call, rq->match.route->reg, in, &reply->text, &id, err);
	if (code)
		return code;
	reply->status = 202;
	zhun_reply_header(reply, "Location", zhun_printf(rq->call.arena, "/v1/jobs/%s", id));
	zhun_reply_header(reply, "Preference-Applied", "respond-async");
	return ZHUN_OK;
}

enum zhun_code zhun_handle_rows_import(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const char *dry = zhun_target_query(&rq->target, "dry");
	const struct zhun_rows_in in = {
		.bytes = rq->body,
		.format = zhun_target_query(&rq->target, "format"),
		.from = zhun_target_query(&rq->target, "from"),
		.version = zhun_target_query(&rq->target, "version"),
		.reason = rq->headers.reason,
		.most = ZHUN_ROWS_ONLINE,
		.dry = dry && strcmp(dry, "0") != 0,
	};
	bool filed = false;
	if (prefers_later(rq->headers.prefer))
		return import_later(rq, &in, reply, err);
	return zhun_service_rows_import(&rq->call, rq->match.route->reg, &in, &reply->text, &filed, err);
}

static enum zhun_code take(void *context, const char *s, size_t n, struct zhun_error *err)
{
	struct zhun_text *t = context;
	zhun_text_addn(t, s, n);
	return t->failed ? zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(t->ceiling)) : ZHUN_OK;
}

enum zhun_code zhun_handle_rows_export(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_register *reg = rq->match.route->reg;
	const struct zhun_rows_out o = {.params = &rq->target.query, .take = take, .context = &reply->text};
	const char *format = zhun_target_query(&rq->target, "format");
	bool lines = format && strcmp(format, "jsonl") == 0;
	enum zhun_code code = zhun_service_rows_export(&rq->call, reg, &o, err);
	if (code)
		return code;
	reply->type = lines ? "application/x-ndjson" : "text/csv; charset=utf-8";
	zhun_reply_header(reply, "Content-Disposition",
			  zhun_printf(rq->call.arena, "attachment; filename=%s.%s", reg->plural,
				      lines ? "jsonl" : "csv"));
	return ZHUN_OK;
}

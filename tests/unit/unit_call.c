/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_call.h"

#include "unit.h"

enum { CEILING = 1 << 28 };

void unit_call_open(struct zhun_call *call, const struct zhun_service_options *o, int64_t now)
{
	struct zhun_error err;
	*call = (struct zhun_call){.arena = zhun_arena_open(CEILING), .now = now};
	CHECK_CODE(zhun_service_open(o, &call->service, &err), ZHUN_OK, &err);
	if (o->database && !o->survey)
		CHECK_CODE(zhun_service_connect(call->service, true, &call->conn, &err), ZHUN_OK, &err);
}

void unit_call_close(struct zhun_call *call)
{
	zhun_service_disconnect(call->conn);
	zhun_arena_close(call->arena);
	zhun_service_close(call->service);
}

const struct zhun_json *unit_call_answer(struct zhun_call *call, struct zhun_text *out)
{
	struct zhun_error err;
	const struct zhun_json *json = NULL;
	const char *text = "null";
	CHECK_CODE(zhun_text_done(out, &text, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_json_parse(call->arena, text, strlen(text), &json, &err), ZHUN_OK, &err);
	return json;
}

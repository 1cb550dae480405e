/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own tables for its clients: registers and errors. */
#include "register/register.h"
#include "service/inside.h"

enum zhun_code zhun_service_schema(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	const char *text;
	zhun_register_schema_json(out, &call->viewer);
	return zhun_text_done(out, &text, err);
}

static void error_row(struct zhun_json_writer *w, const struct zhun_error_row *row)
{
	zhun_json_begin_object(w);
	zhun_json_member_int(w, "code", row->code);
	zhun_json_member_string(w, "name", row->name);
	zhun_json_member_int(w, "status", row->http);
	zhun_json_member_int(w, "exit", row->exit_status);
	zhun_json_member_string(w, "en", row->text[ZHUN_EN]);
	zhun_json_member_string(w, "zh", row->text[ZHUN_ZH]);
	zhun_json_end_object(w);
}

enum zhun_code zhun_service_errors(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	size_t count;
	const struct zhun_error_row *rows = zhun_error_rows(&count);
	struct zhun_json_writer w;
	const char *text;
	(void)call;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (size_t i = 0; i < count; i++)
		error_row(&w, &rows[i]);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

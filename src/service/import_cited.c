/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations that are understood later than they were written. */
#include "service/import_record.h"

#include "codec/json.h"
#include "service/inside.h"
#include "zhun/base/text.h"

enum { CITATIONS_MAX = 1000, RECORD_SIZE = 32 * 1024 * 1024 };

static bool is_stated_issuer(const struct zhun_certificate *c, const char *stated)
{
	if (!*stated)
		return true;
	for (const struct zhun_cert_text *t = c->laboratory.name; t; t = t->next)
		if (zhun_str_equal_nocase(t->text, stated))
			return true;
	return false;
}

enum zhun_code zhun_import_cited(const struct zhun_call *call, const struct zhun_certificate *c, const char *id,
				 struct zhun_citation **ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value number = zhun_v_text(c->number), *row = NULL;
	size_t count = 0;
	const struct zhun_asked asked = {ZHUN_SQL_EVIDENCE_UNRESOLVED, &number, 1};
	enum zhun_code code = zhun_store_query(call->conn, &asked, call->arena, &rows, err);
	while (*ret)
		ret = &(*ret)->next;
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row && count < CITATIONS_MAX) {
		if (zhun_str_equal(row[0].text, id) || !is_stated_issuer(c, row[2].text))
			continue;
		if (!(*ret = ZHUN_NEW(call->arena, struct zhun_citation))) {
			code = zhun_no_memory(call->arena, err);
			break;
		}
		**ret = (struct zhun_citation){.record = row[0].text, .to = id, .n = row[1].integer};
		ret = &(*ret)->next;
		count++;
	}
	if (code || row)
		zhun_rows_done(rows);
	return code;
}

/* The rows of evidence as they stand, with the links that are known now. */
static void write_rows(struct zhun_json_writer *w, const struct zhun_json *evidence, const struct zhun_citation *c)
{
	const char *record = c->record;
	int64_t n = 1;
	zhun_json_begin_object(w);
	zhun_json_member_array(w, "evidence");
	for (const struct zhun_json *row = evidence->first; row; row = row->next, n++) {
		const struct zhun_citation *of = c;
		while (of && zhun_str_equal(of->record, record) && of->n != n)
			of = of->next;
		bool found = of && zhun_str_equal(of->record, record);
		zhun_json_begin_object(w);
		for (const struct zhun_json *m = row->first; m; m = m->next) {
			zhun_json_key(w, m->name);
			if (found && zhun_str_equal(m->name, "certificate"))
				zhun_json_string(w, of->to);
			else
				zhun_json_value(w, m);
		}
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

static enum zhun_code resolve_record(const struct zhun_write *w, const struct zhun_citation *c, struct zhun_error *err)
{
	static const struct zhun_params none = {0};
	struct zhun_ref ref = {.reg = zhun_register_named("certificate"), .id = c->record};
	const struct zhun_json *record = NULL, *body = NULL;
	struct zhun_text text, rows;
	struct zhun_json_writer out;
	const char *s = NULL;
	zhun_text_init(&text, w->by.arena, RECORD_SIZE);
	zhun_text_init(&rows, w->by.arena, RECORD_SIZE);
	zhun_json_init(&out, &rows);
	enum zhun_code code = zhun_register_get(&w->by, &ref, &none, &text, &ref.rev, err);
	if (!code)
		code = zhun_json_parse(w->by.arena, text.ptr, text.len, &record, err);
	if (code)
		return code;
	write_rows(&out, zhun_json_get(record, "evidence"), c);
	if ((code = zhun_text_done(&rows, &s, err)) == ZHUN_OK)
		code = zhun_json_parse(w->by.arena, s, strlen(s), &body, err);
	return code ? code : zhun_register_update(w, &ref, body, &ref.rev, err);
}

enum zhun_code zhun_import_resolve(const struct zhun_call *call, const struct zhun_write *how, const char *number,
				   const struct zhun_citation *citations, struct zhun_error *err)
{
	const struct zhun_viewer program = {.administrator = true, .language = call->language};
	struct zhun_write w = *how;
	enum zhun_code code = ZHUN_OK;
	w.by.viewer = &program;
	w.effective = NULL;
	w.reason = zhun_printf(call->arena, call->language == ZHUN_ZH ? "证书 %s 已在此归档" : "certificate %s is filed here",
			       number);
	if (!w.reason)
		return zhun_no_memory(call->arena, err);
	for (const struct zhun_citation *c = citations; c && !code; ) {
		const char *record = c->record;
		code = resolve_record(&w, c, err);
		while (c && zhun_str_equal(c->record, record))
			c = c->next;
	}
	return code;
}

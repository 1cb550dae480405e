/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging a certificate: read, look up, judge, and say it as JSON. Nothing is stored. */
#include "codec/hash.h"
#include "service/facts.h"
#include "service/inside.h"
#include "service/summary.h"
#include "zhun/base/text.h"

enum { SENTENCE_SIZE = 1024 };

struct check {
	struct zhun_call *call;
	const struct zhun_upload *upload;
	const struct zhun_certificate *certificate;  /* NULL: could not be read */
	struct zhun_error unreadable;
	struct zhun_facts facts;
	const char *id;                              /* of its record; NULL: not held */
	struct zhun_verdict verdict;
	int32_t as_of;
	char sha256[ZHUN_SHA256_TEXT];
};

static void member_texts(struct zhun_json_writer *w, const char *name, const char *en, const char *zh)
{
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "en", en);
	zhun_json_member_string(w, "zh", zh);
	zhun_json_end_object(w);
}

static void member_reason(struct zhun_json_writer *w, const struct zhun_error *reason)
{
	char en[SENTENCE_SIZE], zh[SENTENCE_SIZE];
	(void)zhun_error_sentence(reason, ZHUN_EN, en, sizeof en);
	(void)zhun_error_sentence(reason, ZHUN_ZH, zh, sizeof zh);
	member_texts(w, "reason", en, zh);
}

static void write_finding(struct zhun_json_writer *w, const struct zhun_finding *f)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "answer", zhun_answer_name(f->answer));
	zhun_json_member_string(w, "code", zhun_error_row(f->reason.code)->name);
	zhun_json_member_string(w, "place", f->reason.place[0] ? f->reason.place : NULL);
	member_reason(w, &f->reason);
	zhun_json_end_object(w);
}

static void write_claim(struct zhun_json_writer *w, enum zhun_claim claim, const struct zhun_judgement *j)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", zhun_claim_name(claim));
	member_texts(w, "title", zhun_claim_title(claim, ZHUN_EN), zhun_claim_title(claim, ZHUN_ZH));
	zhun_json_member_string(w, "answer", zhun_answer_name(j->answer));
	if (j->findings) {
		const char *place = j->findings->reason.place;
		member_reason(w, &j->findings->reason);
		zhun_json_member_string(w, "place", *place ? place : NULL);
	}
	zhun_json_member_array(w, "findings");
	for (const struct zhun_finding *f = j->findings; f; f = f->next)
		write_finding(w, f);
	zhun_json_end_array(w);
	zhun_json_member_int(w, "omitted", (int64_t)j->omitted);
	zhun_json_end_object(w);
}

static void write_claims(struct zhun_json_writer *w, const struct zhun_verdict *v)
{
	zhun_json_member_string(w, "verdict", zhun_answer_name(v->answer));
	zhun_json_member_int(w, "checked", (int64_t)v->checked);
	zhun_json_member_int(w, "of", ZHUN_CLAIMS);
	zhun_json_member_array(w, "claims");
	for (size_t i = 0; i < ZHUN_CLAIMS; i++)
		if (v->claims[i].checked)
			write_claim(w, (enum zhun_claim)i, &v->claims[i]);
	zhun_json_end_array(w);
	zhun_json_member_array(w, "not_checked");
	for (size_t i = 0; i < ZHUN_CLAIMS; i++)
		if (!v->claims[i].checked)
			zhun_json_string(w, zhun_claim_name((enum zhun_claim)i));
	zhun_json_end_array(w);
}

static const char *format_of(const struct check *c)
{
	if (!c->certificate)
		return NULL;
	const char *name = zhun_cert_format_name(c->certificate->format);
	if (!c->certificate->version)
		return name;
	return zhun_printf(c->call->arena, "%s %s", name, c->certificate->version);
}

static enum zhun_code write_answer(const struct check *c, struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_json_writer w;
	char day[ZHUN_DATE_TEXT];
	const char *text;
	zhun_json_init(&w, out);
	zhun_day_text(c->as_of, day);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "file", c->upload->name);
	zhun_json_member_string(&w, "sha256", c->sha256);
	zhun_json_member_string(&w, "format", format_of(c));
	zhun_json_member_string(&w, "as_of", day);
	write_claims(&w, &c->verdict);
	zhun_json_key(&w, "certificate");
	if (c->certificate)
		zhun_summary_write(&w, c->call->arena, c->certificate);
	else
		zhun_json_null(&w);
	zhun_json_member_string(&w, "record", c->id);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

/* What the caller did wrong or the machine could not do is an error; what is wrong with the file an answer. */
static bool is_about_file(enum zhun_code code)
{
	return code != ZHUN_E_NO_MEMORY && code != ZHUN_E_ARENA_CEILING && code != ZHUN_E_INTERNAL;
}

static enum zhun_code read_file(struct check *c, struct zhun_error *err)
{
	enum zhun_code code = zhun_sha256_hex(c->upload->bytes, c->sha256, err);
	if (code)
		return code;
	code = zhun_certificate_read(c->call->arena, c->upload->bytes, &c->certificate, &c->unreadable);
	if (!code || is_about_file(code))
		return ZHUN_OK;
	*err = c->unreadable;
	return code;
}

static enum zhun_code find_day(struct check *c, struct zhun_error *err)
{
	struct zhun_date d;
	const char *as_of = c->upload->as_of;
	c->as_of = zhun_zone_day(c->call->service->zone, c->call->now);
	if (!as_of)
		return ZHUN_OK;
	if (zhun_date_parse(as_of, strlen(as_of), &d, err))
		return zhun_error_within(err, "as_of");
	c->as_of = d.last;
	return ZHUN_OK;
}

static enum zhun_code look_up(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct check *c = context;
	(void)conn;
	return zhun_facts_load(c->call, c->certificate, &c->facts, &c->id, err);
}

static enum zhun_code judge(struct check *c, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	if (c->certificate && c->call->conn)
		code = zhun_store_run(c->call->conn, ZHUN_READ, look_up, c, err);
	else
		c->facts = (struct zhun_facts){.valid_until = ZHUN_DAY_NEVER, .due = ZHUN_DAY_NEVER};
	const struct zhun_case on = {c->certificate, &c->unreadable, &c->facts, c->as_of};
	return code ? code : zhun_verdict_judge(c->call->arena, &on, &c->verdict, err);
}

static enum zhun_outcome outcome_of(enum zhun_answer answer)
{
	switch (answer) {
	case ZHUN_PASS:
		return ZHUN_OUTCOME_PASS;
	case ZHUN_UNKNOWN:
		return ZHUN_OUTCOME_UNKNOWN;
	case ZHUN_WARN:
		return ZHUN_OUTCOME_WARN;
	case ZHUN_FAIL:
		return ZHUN_OUTCOME_FAIL;
	}
	return ZHUN_OUTCOME_FAIL;
}

enum zhun_code zhun_service_check(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				  enum zhun_outcome *ret, struct zhun_error *err)
{
	struct check *c = ZHUN_NEW(call->arena, struct check);
	if (!c)
		return zhun_no_memory(call->arena, err);
	c->call = call;
	c->upload = u;
	enum zhun_code code = find_day(c, err);
	if (!code)
		code = read_file(c, err);
	if (!code)
		code = judge(c, err);
	if (!code)
		code = write_answer(c, out, err);
	if (code)
		return code;
	zhun_call_log(call, "certificate.check", "verdict", zhun_answer_name(c->verdict.answer));
	*ret = outcome_of(c->verdict.answer);
	return ZHUN_OK;
}

const char *zhun_service_claim_title(const char *name, enum zhun_language language)
{
	for (size_t i = 0; i < ZHUN_CLAIMS; i++)
		if (zhun_str_equal(zhun_claim_name((enum zhun_claim)i), name))
			return zhun_claim_title((enum zhun_claim)i, language);
	return name;
}

/* ---- a certificate held ---- */

/* Its original, if the viewer may see the record. */
static enum zhun_code load_original(struct zhun_call *call, const char *id, struct zhun_upload *ret,
				    struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(id), *row = NULL;
	const struct zhun_reader by = zhun_call_reader(call, call->conn);
	bool seen = false;
	enum zhun_code code = zhun_register_sees(&by, zhun_register_named("certificate"), id, &seen, err);
	if (!code && seen)
		code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_CLAIM_CERTIFICATE_DOCUMENT, &v, 1},
				      call->arena, &row, err);
	if (code)
		return code;
	if (!row)
		return zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	ret->bytes = row[0].bytes;
	ret->name = row[1].text;
	return ZHUN_OK;
}

enum zhun_code zhun_service_verdict(struct zhun_call *call, const char *id, const char *as_of,
				    struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_upload u = {.as_of = as_of};
	enum zhun_outcome outcome;
	enum zhun_code code = zhun_call_scope(call, zhun_register_named("certificate"), err);
	if (!code)
		code = load_original(call, id, &u, err);
	return code ? code : zhun_service_check(call, &u, out, &outcome, err);
}

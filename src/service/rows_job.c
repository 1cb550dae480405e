/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports in the background: the file is kept as a document and filed by a job, as the account that sent it, all or
 * nothing; the report is a document too. */
#include "register/declaration.h"
#include "service/notice.h"
#include "zhun/base/text.h"

enum { OPEN_MOST = 5, REPORT_MOST = 4 * 1024 * 1024, ARGUMENT_MOST = 16 * 1024 };

/* ---- the request ---- */

struct later {
	struct zhun_call *call;
	const struct zhun_register *reg;
	const struct zhun_rows_in *in;
	const char *argument, *id;
};

static enum zhun_code write_argument(struct later *l, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	zhun_text_init(&t, l->call->arena, ARGUMENT_MOST);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "register", l->reg->name);
	zhun_json_member_string(&w, "format", l->in->format);
	zhun_json_member_string(&w, "from", l->in->from);
	zhun_json_member_string(&w, "version", l->in->version);
	zhun_json_member_string(&w, "reason", l->in->reason);
	zhun_json_member_bool(&w, "dry", l->in->dry);
	zhun_json_end_object(&w);
	return zhun_text_done(&t, &l->argument, err);
}

static enum zhun_code keep_document(struct zhun_call *call, struct zhun_conn *conn, const struct zhun_document *d,
				    const char **ret, struct zhun_error *err)
{
	char id[ZHUN_UUID_TEXT];
	struct zhun_document kept = *d;
	enum zhun_code code = zhun_call_id(call, id, err);
	kept.id = id;
	if (!code)
		code = zhun_register_document_add(conn, call->arena, &kept, call->now, ret, err);
	if (code)
		return code;
	*ret = zhun_strdup(call->arena, *ret);
	return *ret ? ZHUN_OK : zhun_no_memory(call->arena, err);
}

/* Nobody holds the lane with more than a few. */
static enum zhun_code file_request(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct later *l = context;
	struct zhun_call *call = l->call;
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	const struct zhun_document d = {.bytes = l->in->bytes, .media_type = "application/octet-stream"};
	struct zhun_job_new n = {.kind = zhun_job_kind_named("rows_import"), .account = call->viewer.account,
				 .argument = l->argument};
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_JOB_COUNT_ACCOUNT, &account, 1},
					     call->arena, &row, err);
	if (!code && row && row[0].integer >= OPEN_MOST)
		code = zhun_fail(err, ZHUN_E_JOBS_MANY, NULL, ZHUN_INT(row[0].integer));
	if (!code)
		code = keep_document(call, conn, &d, &n.document, err);
	return code ? code : zhun_job_add(call, conn, &n, &l->id, err);
}

enum zhun_code zhun_service_rows_later(struct zhun_call *call, const struct zhun_register *reg,
				       const struct zhun_rows_in *in, struct zhun_text *out, const char **ret_id,
				       struct zhun_error *err)
{
	struct later l = {.call = call, .reg = reg, .in = in};
	enum zhun_code code = zhun_call_scope(call, reg, err);
	if (!code && !call->viewer.account)
		code = zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
	if (!code)
		code = write_argument(&l, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, file_request, &l, err);
	if (!code)
		code = zhun_service_job_get(call, l.id, out, err);
	if (!code)
		*ret_id = l.id;
	return code;
}

/* ---- the job ---- */

struct work {
	struct zhun_job_run *run;
	const struct zhun_register *reg;
	struct zhun_rows_in in;
	struct zhun_text report;
	struct zhun_error why;      /* of a file that was refused */
};

static bool tell(void *context, size_t rows, size_t bytes)
{
	struct work *w = context;
	(void)rows;
	/* what a source publishes is written out as rows first, which may be longer than the file */
	return w->run->beat(w->run, (int64_t)(bytes < w->in.bytes.len ? bytes : w->in.bytes.len),
			    (int64_t)w->in.bytes.len);
}

static int64_t count_of(struct zhun_arena *a, const struct zhun_text *report, const char *name)
{
	const struct zhun_json *json = NULL;
	if (zhun_json_parse(a, report->ptr, report->len, &json, NULL))
		return 0;
	const struct zhun_json *n = zhun_json_get(json, name);
	return n ? n->integer : 0;
}

static enum zhun_code raise(struct work *w, struct zhun_conn *conn, enum zhun_event_kind event, const char *count,
			    struct zhun_error *err)
{
	const struct zhun_job *job = w->run->job;
	const int64_t n = count_of(w->run->call->arena, &w->report, count);
	const struct zhun_raised r = {
		.event = event, .account = job->account, .about = job->id,
		.words = {{w->reg->titles[ZHUN_EN], w->reg->titles[ZHUN_ZH]}, {ZHUN_INT(n)}}};
	return zhun_notice_raise(w->run->call, conn, &r, err);
}

static enum zhun_code keep_report(struct work *w, struct zhun_conn *conn, const char **ret, struct zhun_error *err)
{
	const struct zhun_document d = {
		.bytes = {(const unsigned char *)w->report.ptr, w->report.len}, .media_type = "application/json"};
	return keep_document(w->run->call, conn, &d, ret, err);
}

/* In the transaction that filed the rows. */
static enum zhun_code finish(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct work *w = context;
	const char *report = NULL, *text;
	enum zhun_code code = zhun_text_done(&w->report, &text, err);
	if (!code)
		code = keep_report(w, conn, &report, err);
	if (!code)
		code = raise(w, conn, ZHUN_EVENT_IMPORT_FINISHED, "rows", err);
	return code ? code : zhun_job_done(w->run, conn, report, err);
}

/* Nothing was filed: only the report stays. */
static enum zhun_code refuse(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct work *w = context;
	const char *report = NULL;
	int64_t refused = count_of(w->run->call->arena, &w->report, "refused");
	enum zhun_code code = keep_report(w, conn, &report, err);
	if (code || refused == 0)
		return code ? code : zhun_job_done(w->run, conn, report, err);
	(void)zhun_fail(&w->why, ZHUN_E_JOB_ROWS_REFUSED, NULL, ZHUN_INT(refused));
	code = raise(w, conn, ZHUN_EVENT_IMPORT_REFUSED, "refused", err);
	return code ? code : zhun_job_failed(w->run, conn, &w->why, report, err);
}

static enum zhun_code read_argument(struct work *w, struct zhun_error *err)
{
	const char *argument = w->run->job->argument;
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_body(w->run->call, argument, strlen(argument), &json, err);
	if (code)
		return code;
	const char *name = zhun_json_get_string(json, "register");
	const struct zhun_json *dry = zhun_json_get(json, "dry");
	w->reg = name ? zhun_register_named(name) : NULL;
	w->in = (struct zhun_rows_in){.format = zhun_json_get_string(json, "format"),
				      .from = zhun_json_get_string(json, "from"),
				      .version = zhun_json_get_string(json, "version"),
				      .reason = zhun_json_get_string(json, "reason"),
				      .most = ZHUN_ROWS_ONLINE, .dry = dry && dry->kind == ZHUN_J_TRUE,
				      .progress = tell, .finish = finish, .context = w};
	return w->reg ? ZHUN_OK : zhun_fail(err, ZHUN_E_BODY_FIELD, "/register", "register");
}

static enum zhun_code read_file(struct work *w, struct zhun_error *err)
{
	struct zhun_call *call = w->run->call;
	const struct zhun_value id = zhun_v_text(w->run->job->document), *row = NULL;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_DOCUMENT_BYTES, &id, 1},
					     call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	if (!code)
		w->in.bytes = row[3].bytes;
	return code;
}

/* What the account may do is asked now: it may have been closed since. */
static enum zhun_code become(struct zhun_job_run *run, struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_account_load(run->call->conn, run->call->arena, run->job->account, &p, err);
	return code ? code : zhun_call_become(run->call, p, err);
}

enum zhun_code zhun_job_rows_import(struct zhun_job_run *run, struct zhun_error *err)
{
	struct work w = {.run = run};
	bool filed = false;
	zhun_text_init(&w.report, run->call->arena, REPORT_MOST);
	enum zhun_code code = become(run, err);
	if (!code)
		code = read_argument(&w, err);
	if (!code)
		code = read_file(&w, err);
	if (!code)
		code = zhun_service_rows_import(run->call, w.reg, &w.in, &w.report, &filed, err);
	if (code || filed)
		return code;
	run->ended = false;
	return zhun_store_run(run->call->conn, ZHUN_WRITE, refuse, &w, err);
}

/* ---- the report ---- */

enum zhun_code zhun_service_job_report(struct zhun_call *call, const char *id, struct zhun_document *ret,
				       struct zhun_error *err)
{
	struct zhun_text seen;
	const struct zhun_value job = zhun_v_text(id), *row = NULL;
	zhun_text_init(&seen, call->arena, REPORT_MOST);
	enum zhun_code code = zhun_service_job_get(call, id, &seen, err);   /* whether the caller may know of it */
	if (!code)
		code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_JOB_REPORT, &job, 1}, call->arena, &row,
				      err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_JOB_NO_REPORT, NULL);
	if (!code)
		*ret = (struct zhun_document){.bytes = row[2].bytes, .media_type = row[0].text, .sha256 = row[1].text};
	return code;
}

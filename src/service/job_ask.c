/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people and programs may ask about jobs. */
#include "service/job.h"
#include "service/running.h"
#include "zhun/base/text.h"

enum { MOST = 200 };

/* Cells of job_get and the lists. */
enum { ID, KIND, LANE, DUE, ACCOUNT, STATE, NEXT, ATTEMPTS, CODE, REASON_EN, REASON_ZH, RESULT, CREATED, ENDED, DONE,
	TOTAL };

static void write_progress(const struct zhun_call *call, struct zhun_json_writer *w, const struct zhun_value *row)
{
	int64_t done = row[DONE].integer, total = row[TOTAL].integer;
	(void)zhun_running_look(call->service->running, row[ID].text, &done, &total);
	zhun_json_member_int(w, "done", done);
	zhun_json_member_int(w, "total", total);
}

static void write_job(const struct zhun_call *call, struct zhun_json_writer *w, const struct zhun_value *row)
{
	static const struct { const char *name; int cell; } texts[] = {
		{"id", ID},	    {"kind", KIND},	      {"lane", LANE},		{"due", DUE},
		{"state", STATE},   {"next", NEXT},	      {"account", ACCOUNT},	{"created", CREATED},
		{"ended", ENDED},   {"reason_en", REASON_EN}, {"reason_zh", REASON_ZH},
	};
	zhun_json_begin_object(w);
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++)
		zhun_json_member_string(w, texts[i].name, row[texts[i].cell].text);
	zhun_json_member_int(w, "attempts", row[ATTEMPTS].integer);
	zhun_json_member_string(w, "code", row[CODE].kind == ZHUN_V_INT
					? zhun_error_row((enum zhun_code)row[CODE].integer)->name : NULL);
	zhun_json_member_bool(w, "report", row[RESULT].text != NULL);
	write_progress(call, w, row);
	zhun_json_end_object(w);
}

/* A token for some registers only sees what its account asked for. */
static bool sees_all(const struct zhun_call *call)
{
	return call->viewer.administrator && !call->viewer.registers;
}

static enum zhun_code may_ask(const struct zhun_call *call, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_conn(call, err);
	bool somebody = call->viewer.account || call->viewer.administrator;
	return code || somebody ? code : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
}

static enum zhun_code ask_list(struct zhun_call *call, const struct zhun_job_filter *f, struct zhun_rows **ret,
			       struct zhun_error *err)
{
	const struct zhun_value most = zhun_v_int(f->most > 0 && f->most < MOST ? f->most : MOST);
	const struct zhun_value all[] = {zhun_v_text(f->state), zhun_v_text(f->before), most};
	const struct zhun_value own[] = {zhun_v_text(call->viewer.account), zhun_v_text(f->before), most};
	const struct zhun_asked asked = sees_all(call)
		? (struct zhun_asked){ZHUN_SQL_JOB_LIST, all, ZHUN_COUNT(all)}
		: (struct zhun_asked){ZHUN_SQL_JOB_LIST_ACCOUNT, own, ZHUN_COUNT(own)};
	return zhun_store_query(call->conn, &asked, call->arena, ret, err);
}

enum zhun_code zhun_service_job_list(struct zhun_call *call, const struct zhun_job_filter *f, struct zhun_text *out,
				     struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_json_writer w;
	const char *last = NULL, *text;
	int64_t count = 0;
	enum zhun_code code = may_ask(call, err);
	if (!code)
		code = ask_list(call, f, &rows, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (; !(code = zhun_rows_next(rows, &row, err)) && row; count++) {
		write_job(call, &w, row);
		last = row[ID].text;
	}
	zhun_json_end_array(&w);
	zhun_json_member_string(&w, "next", count == (f->most > 0 && f->most < MOST ? f->most : MOST) ? last : NULL);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}

/* The row of a job that the caller may know of. */
static enum zhun_code find(struct zhun_call *call, struct zhun_conn *conn, const char *id,
			   const struct zhun_value **ret, struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(id), *row = NULL;
	enum zhun_code code = may_ask(call, err);
	if (!code)
		code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_JOB_GET, &v, 1}, call->arena, &row, err);
	if (code)
		return code;
	bool mine = row && call->viewer.account && zhun_str_equal(row[ACCOUNT].text, call->viewer.account) &&
		    zhun_str_equal(row[LANE].text, zhun_lane_name(ZHUN_LANE_WORK));
	if (!row || !(mine || sees_all(call)))
		return zhun_fail(err, ZHUN_E_JOB_UNKNOWN, NULL);
	*ret = row;
	return ZHUN_OK;
}

enum zhun_code zhun_service_job_get(struct zhun_call *call, const char *id, struct zhun_text *out,
				    struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = find(call, call->conn, id, &row, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	write_job(call, &w, row);
	return zhun_text_done(out, &text, err);
}

struct asked {
	struct zhun_call *call;
	const char *id;
};

static enum zhun_code cancel(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	const struct zhun_value *row = NULL;
	char now[ZHUN_INSTANT_TEXT];
	int64_t changed = 0;
	enum zhun_code code = find(k->call, conn, k->id, &row, err);
	if (code)
		return code;
	zhun_instant_text(k->call->now, now);
	if (row[ENDED].text)
		return zhun_fail(err, ZHUN_E_JOB_ENDED, NULL, row[STATE].text);
	const struct zhun_value v[] = {zhun_v_text(k->id), zhun_v_text(now)};
	code = zhun_store_exec(conn, ZHUN_SQL_JOB_CANCEL, v, 2, &changed, err);
	return code || changed ? code : zhun_store_exec(conn, ZHUN_SQL_JOB_ASK_CANCEL, v, 1, NULL, err);
}

/* One that this process runs is told first: it may hold the database that the row would need. */
enum zhun_code zhun_service_job_cancel(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	struct asked k = {call, id};
	const struct zhun_value *row = NULL;
	enum zhun_code code = find(call, call->conn, id, &row, err);
	if (!code && !zhun_running_cancel(call->service->running, id))
		code = zhun_store_run(call->conn, ZHUN_WRITE, cancel, &k, err);
	if (!code)
		zhun_call_log(call, "job.cancel", "job", id);
	return code;
}

static enum zhun_code retry(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	const struct zhun_value *row = NULL;
	char now[ZHUN_INSTANT_TEXT];
	int64_t changed = 0;
	zhun_instant_text(k->call->now, now);
	const struct zhun_value v[] = {zhun_v_text(k->id), zhun_v_text(now)};
	enum zhun_code code = find(k->call, conn, k->id, &row, err);
	if (!code)
		code = zhun_store_exec(conn, ZHUN_SQL_JOB_RETRY, v, 2, &changed, err);
	return code || changed ? code : zhun_fail(err, ZHUN_E_JOB_ENDED, NULL, row[STATE].text);
}

enum zhun_code zhun_service_job_retry(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	struct asked k = {call, id};
	if (!call->viewer.administrator)
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	enum zhun_code code = zhun_store_run(call->conn, ZHUN_WRITE, retry, &k, err);
	if (!code)
		zhun_call_log(call, "job.retry", "job", id);
	return code;
}

enum zhun_code zhun_service_job_kinds(struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (size_t i = 0; zhun_job_kinds[i]; i++) {
		const struct zhun_job_kind *k = zhun_job_kinds[i];
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "name", k->name);
		zhun_json_member_string(&w, "lane", zhun_lane_name(k->lane));
		zhun_json_member_int(&w, "retries", k->retries);
		zhun_json_member_int(&w, "lease", k->lease);
		zhun_json_member_string(&w, "help_en", k->help[ZHUN_EN]);
		zhun_json_member_string(&w, "help_zh", k->help[ZHUN_ZH]);
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

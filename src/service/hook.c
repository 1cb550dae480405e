/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Webhooks of organisations: kept by their managers, raised with the events they want. */
#include "service/hook.h"

#include "codec/hash.h"
#include "zhun/base/text.h"

enum { HOOKS_MOST = 10, SECRET_BYTES = 32, BODY_MOST = 32 * 1024, EVENTS_SIZE = 2000 };

/* ---- who may ---- */

static enum zhun_code may_keep(const struct zhun_call *call, const char *organisation, struct zhun_error *err)
{
	const struct zhun_viewer *v = &call->viewer;
	bool may = v->administrator;
	for (size_t i = 0; !may && i < v->count; i++)
		may = v->members[i].role == ZHUN_ROLE_MANAGER &&
		      zhun_str_equal(v->members[i].organisation, organisation);
	return may ? ZHUN_OK : zhun_fail(err, ZHUN_E_HOOK_UNKNOWN, NULL);
}

/* ---- the list ---- */

static void write_hook(struct zhun_json_writer *w, const struct zhun_value *row, const char *secret)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", row[0].text);
	zhun_json_member_string(w, "organisation", row[1].text);
	zhun_json_member_string(w, "url", row[2].text);
	zhun_json_key(w, "events");
	zhun_json_words(w, row[3].text);
	zhun_json_member_string(w, "created", row[4].text);
	if (secret)
		zhun_json_member_string(w, "secret", secret);
	zhun_json_end_object(w);
}

enum zhun_code zhun_service_hook_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
				      struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(organisation), *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = may_keep(call, organisation, err);
	if (!code)
		code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_HOOK_LIST, &v, 1}, call->arena, &rows,
					err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		write_hook(&w, row, NULL);
	zhun_rows_done(rows);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}

/* ---- a new one, and its end ---- */

struct hook {
	struct zhun_call *call;
	char id[ZHUN_UUID_TEXT];
	const char *organisation, *url, *events, *secret;
};

static enum zhun_code read_events(struct hook *h, const struct zhun_json *list, struct zhun_error *err)
{
	struct zhun_text t;
	zhun_text_init(&t, h->call->arena, EVENTS_SIZE);
	zhun_text_addc(&t, ' ');
	if (!list || list->kind != ZHUN_J_ARRAY || !list->count || list->count > ZHUN_EVENTS)
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "/events", "events");
	for (const struct zhun_json *one = list->first; one; one = one->next) {
		const struct zhun_event *e = one->kind == ZHUN_J_STRING ? zhun_event_named(one->text) : NULL;
		if (!e || e->authorities)
			return zhun_fail(err, ZHUN_E_BODY_FIELD, "/events", "events");
		zhun_text_addf(&t, "%s ", one->text);
	}
	return zhun_text_done(&t, &h->events, err);
}

static enum zhun_code new_secret(struct hook *h, struct zhun_error *err)
{
	unsigned char random[SECRET_BYTES];
	struct zhun_arena *a = h->call->arena;
	enum zhun_code code = h->call->service->random(random, sizeof random, err);
	if (code)
		return code;
	const char *text = zhun_base64(a, (struct zhun_bytes){random, sizeof random});
	h->secret = text ? zhun_printf(a, "whsec_%s", text) : NULL;
	return h->secret ? zhun_call_id(h->call, h->id, err) : zhun_no_memory(a, err);
}

static enum zhun_code add(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct hook *h = context;
	const struct zhun_call *call = h->call;
	const struct zhun_value organisation = zhun_v_text(h->organisation), *row = NULL;
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(call->now, now);
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_HOOK_COUNT, &organisation, 1},
					     call->arena, &row, err);
	if (!code && row && row[0].integer >= HOOKS_MOST)
		return zhun_fail(err, ZHUN_E_HOOKS_MANY, NULL, ZHUN_INT(HOOKS_MOST));
	const struct zhun_value v[] = {zhun_v_text(h->id), organisation, zhun_v_text(h->url), zhun_v_text(h->secret),
				       zhun_v_text(h->events), zhun_v_text(now), zhun_v_text(call->viewer.account)};
	return code ? code : zhun_store_exec(conn, ZHUN_SQL_HOOK_ADD, v, ZHUN_COUNT(v), NULL, err);
}

static enum zhun_code read_hook(struct hook *h, struct zhun_bytes body, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	struct zhun_call *call = h->call;
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_body_text(json, "organisation", &h->organisation, err);
	if (!code)
		code = may_keep(call, h->organisation, err);
	if (!code)
		code = zhun_body_text(json, "url", &h->url, err);
	if (!code)
		code = zhun_hook_url(h->url, call->service->outside.hook_loopback, err);
	return code ? code : read_events(h, zhun_json_get(json, "events"), err);
}

enum zhun_code zhun_service_hook_create(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err)
{
	struct hook h = {.call = call};
	const struct zhun_value *row = NULL;
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = read_hook(&h, body, err);
	if (!code)
		code = new_secret(&h, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, add, &h, err);
	const struct zhun_value id = zhun_v_text(h.id);
	if (!code)
		code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_HOOK_GET, &id, 1}, call->arena, &row,
				      err);
	if (code || !row)
		return code ? code : zhun_fail(err, ZHUN_E_HOOK_UNKNOWN, NULL);
	zhun_call_log(call, "hook.create", "hook", row[0].text);
	zhun_json_init(&w, out);
	write_hook(&w, row, h.secret);
	return zhun_text_done(out, &text, err);
}

static enum zhun_code drop(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct hook *h = context;
	const struct zhun_value id = zhun_v_text(h->id), *row = NULL;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_HOOK_GET, &id, 1}, h->call->arena,
					     &row, err);
	if (!code)
		code = row ? may_keep(h->call, row[1].text, err) : zhun_fail(err, ZHUN_E_HOOK_UNKNOWN, NULL);
	return code ? code : zhun_store_exec(conn, ZHUN_SQL_HOOK_DELETE, &id, 1, NULL, err);
}

enum zhun_code zhun_service_hook_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	struct hook h = {.call = call};
	(void)snprintf(h.id, sizeof h.id, "%s", id);
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, drop, &h, err);
	if (!code)
		zhun_call_log(call, "hook.remove", "hook", id);
	return code;
}

/* ---- an event ---- */

static enum zhun_code write_body(const struct zhun_call *call, const struct zhun_raised *r, const char *words,
				 const char **ret, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	char now[ZHUN_INSTANT_TEXT];
	const struct zhun_event *e = &zhun_events[r->event];
	zhun_instant_text(call->now, now);
	zhun_text_init(&t, call->arena, BODY_MOST);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "type", e->name);
	zhun_json_member_string(&w, "timestamp", now);
	zhun_json_member_object(&w, "data");
	zhun_json_member_string(&w, "organisation", r->organisation);
	zhun_json_member_string(&w, "register", r->reg);
	zhun_json_member_string(&w, "record", r->record);
	zhun_json_member_string(&w, "en", zhun_notice_sentence(call->arena, e, words, ZHUN_EN));
	zhun_json_member_string(&w, "zh", zhun_notice_sentence(call->arena, e, words, ZHUN_ZH));
	zhun_json_end_object(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(&t, ret, err);
}

/* The job is due for this hook and event: unique, whoever raises it again. */
static enum zhun_code add_delivery(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_raised *r,
				   const char *hook, const char *body, struct zhun_error *err)
{
	struct zhun_job_new n = {.kind = zhun_job_kind_named("webhook")};
	struct zhun_text t;
	struct zhun_json_writer w;
	zhun_text_init(&t, call->arena, 2 * BODY_MOST);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "hook", hook);
	zhun_json_member_string(&w, "body", body);
	zhun_json_end_object(&w);
	n.due = zhun_printf(call->arena, "%s %s %s", hook, zhun_events[r->event].name, r->about);
	enum zhun_code code = n.due ? zhun_text_done(&t, &n.argument, err) : zhun_no_memory(call->arena, err);
	return code ? code : zhun_job_add(call, conn, &n, NULL, err);
}

enum zhun_code zhun_hook_raise(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_raised *r,
			       const char *words, struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(r->organisation), *row = NULL, *wanted[HOOKS_MOST];
	const char *word = zhun_printf(call->arena, " %s ", zhun_events[r->event].name), *body = NULL;
	struct zhun_rows *rows = NULL;
	size_t count = 0;
	enum zhun_code code = word ? ZHUN_OK : zhun_no_memory(call->arena, err);
	if (!code)
		code = zhun_store_query(conn, &(struct zhun_asked){ZHUN_SQL_HOOK_LIST, &v, 1}, call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		if (count < HOOKS_MOST && strstr(row[3].text, word))
			wanted[count++] = row;
	zhun_rows_done(rows);
	if (!code && count)
		code = write_body(call, r, words, &body, err);
	for (size_t i = 0; !code && i < count; i++)
		code = add_delivery(call, conn, r, wanted[i][0].text, body, err);
	return code;
}

/* ---- its delivery ---- */

enum zhun_code zhun_job_hook(struct zhun_job_run *run, struct zhun_error *err)
{
	struct zhun_call *call = run->call;
	const char *argument = run->job->argument, *hook = NULL;
	const struct zhun_json *json = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_hook_post p = {.run = run, .id = run->job->id};
	enum zhun_code code = zhun_call_body(call, argument, strlen(argument), &json, err);
	if (!code)
		code = zhun_body_text(json, "hook", &hook, err);
	if (!code)
		code = zhun_body_text(json, "body", &p.body, err);
	const struct zhun_value id = zhun_v_text(hook);
	if (!code)
		code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_HOOK_GET, &id, 1}, call->arena, &row,
				      err);
	if (code || !row)   /* taken away meanwhile: there is nobody to tell */
		return code;
	p.url = row[2].text;
	p.timestamp = zhun_printf(call->arena, "%lld", (long long)(call->now / 1000000));
	const char *text = zhun_printf(call->arena, "%s.%s.%s", p.id, p.timestamp ? p.timestamp : "", p.body);
	code = p.timestamp && text ? zhun_hook_sign(call->arena, row[5].text, text, &p.signature, err)
				   : zhun_no_memory(call->arena, err);
	return code ? code : zhun_hook_send(&p, err);
}

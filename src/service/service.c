/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing a service, connections, and the few words every use case needs. */
#include "service/service.h"

#include <time.h>

#include "codec/hash.h"
#include "service/inside.h"
#include "service/running.h"
#include "service/search.h"

enum { SERVICE_CEILING = 8 * 1024 * 1024, SESSION_EVENT_DAYS = 400 };

int64_t zhun_service_clock(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Migrating takes a connection that writes and as many transactions as there are migrations: only where
 * one is missing, which is not so at nearly every start. */
static enum zhun_code bring_up(struct zhun_service *s, bool migrate, struct zhun_error *err)
{
	struct zhun_error why;
	char now[ZHUN_INSTANT_TEXT];
	int applied = 0;
	if (zhun_store_current(s->store))
		return ZHUN_OK;
	enum zhun_code code = zhun_store_require(s->store, &why);
	zhun_instant_text(zhun_service_clock(), now);
	if (code == ZHUN_E_STORE_OLDER && migrate)
		return zhun_service_upgrade(s->store, now, &applied, err);
	if (code && err)
		*err = why;
	return code;
}

static enum zhun_code open_store(struct zhun_service *s, const struct zhun_service_options *o, struct zhun_error *err)
{
	if (!o->database)
		return ZHUN_OK;
	const enum zhun_access first = o->migrate ? ZHUN_WRITE : ZHUN_READ;   /* who may migrate will write */
	enum zhun_code code = zhun_store_open(o->database, first, &s->store, err);
	if (!code && (o->migrate || !o->survey))
		code = bring_up(s, o->migrate, err);
	return code;
}

static enum zhun_code fill(struct zhun_service *s, const struct zhun_service_options *o, struct zhun_error *err)
{
	s->log = o->log;
	s->random = o->random ? o->random : zhun_random;
	s->demonstration = o->demonstration;
	s->outside = o->outside;
	s->session_event_days = o->session_event_days ? o->session_event_days : SESSION_EVENT_DAYS;
	s->running = zhun_running_open(s->arena);
	if (!s->running)
		return zhun_no_memory(s->arena, err);
	enum zhun_code code = zhun_zone_open(s->arena, o->zone, &s->zone, err);
	if (!code)
		code = zhun_password_gate_open(s->arena, &s->gate, err);
	return code ? code : open_store(s, o, err);
}

enum zhun_code zhun_service_open(const struct zhun_service_options *options, struct zhun_service **ret,
				 struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(SERVICE_CEILING);
	struct zhun_service *s = a ? ZHUN_NEW(a, struct zhun_service) : NULL;
	if (!s) {
		zhun_arena_close(a);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	s->arena = a;
	enum zhun_code code = fill(s, options, err);
	if (code)
		zhun_service_close(s);
	else
		*ret = s;
	return code;
}

struct zhun_service *zhun_service_close(struct zhun_service *s)
{
	if (s) {
		zhun_store_close(s->store);
		zhun_password_gate_close(s->gate);
		zhun_running_close(s->running);
		zhun_arena_close(s->arena);
	}
	return NULL;
}

bool zhun_service_reads_inline(const struct zhun_service *s)
{
	return s->store && zhun_store_engine(s->store) == ZHUN_SQLITE;
}

enum zhun_code zhun_service_connect(struct zhun_service *s, bool writes, struct zhun_conn **ret,
				    struct zhun_error *err)
{
	if (!s->store)
		return zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
	return zhun_conn_open(s->store, writes ? ZHUN_WRITE : ZHUN_READ, ret, err);
}

struct zhun_conn *zhun_service_disconnect(struct zhun_conn *conn)
{
	return zhun_conn_close(conn);
}

enum zhun_code zhun_service_ready(struct zhun_call *call, struct zhun_error *err)
{
	bool any;
	enum zhun_code code = zhun_call_conn(call, err);
	return code ? code : zhun_account_has_administrator(call->conn, call->arena, &any, err);
}

void zhun_service_as_administrator(struct zhun_call *call)
{
	call->viewer = (struct zhun_viewer){.administrator = true, .language = call->language};
}

enum zhun_code zhun_call_conn(const struct zhun_call *call, struct zhun_error *err)
{
	return call->conn ? ZHUN_OK : zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
}

struct zhun_reader zhun_call_reader(const struct zhun_call *call, struct zhun_conn *conn)
{
	return (struct zhun_reader){conn, call->arena, &call->viewer};
}

void zhun_call_today(const struct zhun_call *call, char out[ZHUN_DATE_TEXT])
{
	zhun_day_text(zhun_zone_day(call->service->zone, call->now), out);
}

enum zhun_code zhun_call_id(const struct zhun_call *call, char out[ZHUN_UUID_TEXT], struct zhun_error *err)
{
	return zhun_identity_id(call->service->random, call->now, out, err);
}

/* A token may be for some registers only. */
enum zhun_code zhun_call_scope(const struct zhun_call *call, const struct zhun_register *reg, struct zhun_error *err)
{
	if (!zhun_viewer_reaches(&call->viewer, reg))
		return zhun_fail(err, ZHUN_E_SCOPE_MISSING, NULL, reg->name);
	return zhun_call_conn(call, err);
}

enum zhun_code zhun_call_whole(const struct zhun_call *call, struct zhun_error *err)
{
	if (call->viewer.registers)
		return zhun_fail(err, ZHUN_E_SCOPE_MISSING, NULL,
				 call->language == ZHUN_ZH ? "处理账户事务" : "act on its account");
	return zhun_call_conn(call, err);
}

enum zhun_code zhun_call_account(const struct zhun_call *call, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_whole(call, err);
	return code || call->viewer.account ? code : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
}

enum zhun_code zhun_call_authority(const struct zhun_call *call, struct zhun_error *err)
{
	if (!call->viewer.administrator && !call->viewer.regulator)
		return zhun_fail(err, ZHUN_E_AUTHORITY_NEEDED, NULL);
	return zhun_call_whole(call, err);
}

enum zhun_code zhun_call_event(const struct zhun_call *call, struct zhun_conn *conn, enum zhun_session_kind kind,
			       const char *account, const char *token, struct zhun_error *err)
{
	const struct zhun_session_event e = {.kind = kind, .account = account, .actor = call->viewer.account,
					     .token = token, .address = call->address, .request = call->request_id};
	return zhun_session_event_add(conn, &e, call->now, err);
}

enum zhun_code zhun_call_body(const struct zhun_call *call, const char *body, size_t n, const struct zhun_json **ret,
			      struct zhun_error *err)
{
	enum zhun_code code = zhun_json_parse(call->arena, body, n, ret, err);
	if (!code && (*ret)->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "", "{…}");
	return code;
}

enum zhun_code zhun_body_text(const struct zhun_json *body, const char *name, const char **ret,
			      struct zhun_error *err)
{
	const char *text = zhun_json_get_string(body, name);
	if (!text) {
		zhun_fail(err, ZHUN_E_BODY_FIELD, NULL, name);
		return zhun_json_within(err, name);
	}
	*ret = text;
	return ZHUN_OK;
}

void zhun_call_log(const struct zhun_call *call, const char *event, const char *name, const char *text)
{
	if (!call->service->log)
		return;
	struct zhun_log_field fields[] = {
		{"request", call->request_id ? call->request_id : "", 0},
		{"account", call->viewer.account ? call->viewer.account : "", 0},
		{name, text, 0},
		{0},
	};
	zhun_log_write(call->service->log, ZHUN_LOG_INFO, call->now, event, fields);
}

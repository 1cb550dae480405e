/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_service.h"

#include "register/declaration.h"
#include "service/service.h"
#include "unit.h"
#include "zhun/base/text.h"

struct unit_service unit_service = {.gate = PTHREAD_MUTEX_INITIALIZER, .reads_inline = true};

static char connection[] = "connection";

static enum zhun_code say(const struct zhun_call *call, const char *what, struct zhun_text *out)
{
	zhun_text_addf(out, "{\"call\":\"%s\",\"account\":\"%s\",\"address\":\"%s\",\"conn\":%d}", what,
		       call->viewer.account ? call->viewer.account : "", call->address, call->conn != NULL);
	return ZHUN_OK;
}

bool zhun_service_reads_inline(const struct zhun_service *s)
{
	(void)s;
	return unit_service.reads_inline;
}

enum zhun_code zhun_service_connect(struct zhun_service *s, bool writes, struct zhun_conn **ret,
				    struct zhun_error *err)
{
	(void)s, (void)writes;
	if (atomic_load(&unit_service.refuse))
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	atomic_fetch_add(&unit_service.connected, 1);
	*ret = (struct zhun_conn *)(void *)connection;
	return ZHUN_OK;
}

struct zhun_conn *zhun_service_disconnect(struct zhun_conn *conn)
{
	if (conn)
		atomic_fetch_sub(&unit_service.connected, 1);
	return NULL;
}

/* The credential says who it is: "bad" nobody, "touch" needs marking, "admin" an administrator. */
enum zhun_code zhun_service_identify(struct zhun_call *call, const struct zhun_credentials *c,
				     struct zhun_error *err)
{
	const char *who = c->bearer ? c->bearer : c->cookie;
	if (strcmp(who, "bad") == 0)
		return zhun_fail(err, ZHUN_E_LOGIN_NEEDED, NULL);
	if (!c->bearer && c->write && (!c->csrf || strcmp(c->csrf, "word") != 0))
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	call->viewer.account = who;
	call->viewer.administrator = strcmp(who, "admin") == 0;
	call->touch = strcmp(who, "touch") == 0;
	return ZHUN_OK;
}

enum zhun_code zhun_service_touch(struct zhun_call *call, struct zhun_error *err)
{
	(void)call, (void)err;
	atomic_fetch_add(&unit_service.touched, 1);
	return ZHUN_OK;
}

enum zhun_code zhun_service_session_open(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
					 struct zhun_secret *ret, struct zhun_error *err)
{
	(void)err;
	if (n != strlen(body))
		return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "the body does not end where it should");
	*ret = (struct zhun_secret){"s3cret", 3600};
	return say(call, "session_open", out);
}

enum zhun_code zhun_service_session_get(struct zhun_call *call, const char *cookie, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)cookie, (void)err;
	return say(call, "session_get", out);
}

enum zhun_code zhun_service_session_close(struct zhun_call *call, struct zhun_error *err)
{
	(void)call, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_setup(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
				  struct zhun_secret *ret, struct zhun_error *err)
{
	return zhun_service_session_open(call, body, n, out, ret, err);
}

enum zhun_code zhun_service_link_create(struct zhun_call *call, const char *account, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)account, (void)err;
	return say(call, "link_create", out);
}

enum zhun_code zhun_service_provider(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "provider", out);
}

enum zhun_code zhun_service_provider_begin(struct zhun_call *call, bool connect, struct zhun_text *out,
					   struct zhun_secret *ret, struct zhun_error *err)
{
	(void)err;
	*ret = (struct zhun_secret){"zho_word", 600};
	return say(call, connect ? "provider_connect" : "provider_login", out);
}

enum zhun_code zhun_service_provider_answer(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_secret *ret, struct zhun_error *err)
{
	(void)cookie, (void)body, (void)err;
	*ret = (struct zhun_secret){"zhs_word", 43200};
	return say(call, "provider_answer", out);
}

enum zhun_code zhun_service_subject_connect(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_error *err)
{
	(void)cookie, (void)body, (void)err;
	return say(call, "subject_connect", out);
}

enum zhun_code zhun_service_subject_list(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "subject_list", out);
}

enum zhun_code zhun_service_subject_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	(void)call, (void)id, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_invite(struct zhun_call *call, const char *organisation, struct zhun_bytes body,
				   struct zhun_text *out, struct zhun_error *err)
{
	(void)organisation, (void)body, (void)err;
	return say(call, "invite", out);
}

enum zhun_code zhun_service_invitation_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
					    struct zhun_error *err)
{
	(void)organisation, (void)err;
	return say(call, "invitation_list", out);
}

enum zhun_code zhun_service_invitation_withdraw(struct zhun_call *call, const char *organisation, const char *id,
						struct zhun_error *err)
{
	(void)call, (void)organisation, (void)id, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_invitation_look(struct zhun_call *call, const char *body, size_t n,
					    struct zhun_text *out, struct zhun_error *err)
{
	(void)body, (void)n, (void)err;
	return say(call, "invitation_look", out);
}

enum zhun_code zhun_service_invitation_accept(struct zhun_call *call, const char *body, size_t n,
					      struct zhun_text *out, struct zhun_error *err)
{
	(void)body, (void)n, (void)err;
	return say(call, "invitation_accept", out);
}

enum zhun_code zhun_service_org_request_ask(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					    struct zhun_error *err)
{
	(void)body, (void)err;
	return say(call, "org_request_ask", out);
}

enum zhun_code zhun_service_org_request_look(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					     struct zhun_error *err)
{
	(void)body, (void)err;
	return say(call, "org_request_look", out);
}

enum zhun_code zhun_service_org_request_list(struct zhun_call *call, const struct zhun_org_request_filter *f,
					     struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, f->own ? "org_request_list own" : f->state, out);
}

enum zhun_code zhun_service_org_request_get(struct zhun_call *call, const char *id, struct zhun_text *out,
					    struct zhun_error *err)
{
	(void)err;
	return say(call, id, out);
}

enum zhun_code zhun_service_org_request_withdraw(struct zhun_call *call, const char *id, struct zhun_bytes body,
						 struct zhun_text *out, struct zhun_error *err)
{
	(void)id, (void)body, (void)err;
	return say(call, "org_request_withdraw", out);
}

enum zhun_code zhun_service_org_request_approve(struct zhun_call *call, const char *id, struct zhun_bytes body,
						struct zhun_text *out, struct zhun_error *err)
{
	(void)id, (void)body, (void)err;
	return say(call, "org_request_approve", out);
}

enum zhun_code zhun_service_org_request_refuse(struct zhun_call *call, const char *id, struct zhun_bytes body,
					       struct zhun_text *out, struct zhun_error *err)
{
	(void)id, (void)body, (void)err;
	return say(call, "org_request_refuse", out);
}

enum zhun_code zhun_service_preference_get(struct zhun_call *call, struct zhun_text *out, int64_t *ret_rev,
					   struct zhun_error *err)
{
	(void)err;
	*ret_rev = 0;
	return say(call, "preference_get", out);
}

enum zhun_code zhun_service_preference_put(struct zhun_call *call, struct zhun_bytes body, int64_t *rev,
					   struct zhun_text *out, struct zhun_error *err)
{
	(void)body, (void)rev, (void)err;
	return say(call, "preference_put", out);
}

enum zhun_code zhun_service_token_list(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "token_list", out);
}

enum zhun_code zhun_service_token_create(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
					 struct zhun_error *err)
{
	(void)body, (void)n, (void)err;
	return say(call, "token_create", out);
}

enum zhun_code zhun_service_token_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	(void)call, (void)id, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_record_list(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_params *params, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)params, (void)err;
	return say(call, reg->plural, out);
}

enum zhun_code zhun_service_record_get(struct zhun_call *call, const struct zhun_ref *ref,
				       const struct zhun_params *params, struct zhun_text *out,
				       struct zhun_record_facts *ret, struct zhun_error *err)
{
	(void)params;
	if (strcmp(ref->id, "large") == 0 && !zhun_alloc(call->arena, 1U << 30))
		return zhun_no_memory(call->arena, err);
	*ret = (struct zhun_record_facts){ref->id, 3};
	return say(call, "record_get", out);
}

enum zhun_code zhun_service_record_history(struct zhun_call *call, const struct zhun_ref *ref,
					   const struct zhun_params *params, struct zhun_text *out,
					   struct zhun_error *err)
{
	(void)ref, (void)params, (void)err;
	return say(call, "record_history", out);
}

enum zhun_code zhun_service_record_create(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err)
{
	(void)reg, (void)w, (void)err;
	*ret = (struct zhun_record_facts){"new", 1};
	return say(call, "record_create", out);
}

enum zhun_code zhun_service_record_update(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err)
{
	(void)reg, (void)err;
	*ret = (struct zhun_record_facts){w->id, w->rev + 1};
	return say(call, "record_update", out);
}

enum zhun_code zhun_service_record_remove(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_error *err)
{
	(void)call, (void)reg, (void)w, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_rows_import(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_in *in, struct zhun_text *out, bool *ret_filed,
					struct zhun_error *err)
{
	(void)reg;
	(void)err;
	*ret_filed = !in->dry;
	return say(call, in->dry ? "rows_tried" : "rows_filed", out);
}

enum zhun_code zhun_service_rows_later(struct zhun_call *call, const struct zhun_register *reg,
				       const struct zhun_rows_in *in, struct zhun_text *out, const char **ret_id,
				       struct zhun_error *err)
{
	(void)reg, (void)in, (void)err;
	*ret_id = "later";
	return say(call, "rows_later", out);
}

enum zhun_code zhun_service_job_list(struct zhun_call *call, const struct zhun_job_filter *f, struct zhun_text *out,
				     struct zhun_error *err)
{
	(void)f, (void)err;
	return say(call, "job_list", out);
}

enum zhun_code zhun_service_job_get(struct zhun_call *call, const char *id, struct zhun_text *out,
				    struct zhun_error *err)
{
	(void)id, (void)err;
	return say(call, "job_get", out);
}

enum zhun_code zhun_service_job_cancel(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	(void)call, (void)id, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_job_report(struct zhun_call *call, const char *id, struct zhun_document *ret,
				       struct zhun_error *err)
{
	static const unsigned char bytes[] = "{}";
	(void)call, (void)id, (void)err;
	*ret = (struct zhun_document){.bytes = {bytes, 2}, .media_type = "application/json"};
	return ZHUN_OK;
}

enum zhun_code zhun_service_change_list(struct zhun_call *call, const char *after, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)after, (void)err;
	return say(call, "change_list", out);
}

enum zhun_code zhun_service_audit_changes(struct zhun_call *call, const struct zhun_audit_filter *f,
					  struct zhun_text *out, struct zhun_error *err)
{
	(void)f, (void)err;
	return say(call, "audit_changes", out);
}

enum zhun_code zhun_service_audit_sessions(struct zhun_call *call, const struct zhun_audit_filter *f,
					   struct zhun_text *out, struct zhun_error *err)
{
	(void)f, (void)err;
	return say(call, "audit_sessions", out);
}

enum zhun_code zhun_service_notice_list(struct zhun_call *call, const struct zhun_notice_filter *f,
					struct zhun_text *out, struct zhun_error *err)
{
	(void)f, (void)err;
	return say(call, "notice_list", out);
}

enum zhun_code zhun_service_notice_seen(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	(void)call, (void)body, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_notice_choices(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "notice_choices", out);
}

enum zhun_code zhun_service_notice_choose(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					  struct zhun_error *err)
{
	(void)body, (void)err;
	return say(call, "notice_choose", out);
}

enum zhun_code zhun_service_notice_address(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	(void)call, (void)body, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_notice_confirm(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	(void)call, (void)body, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_notice_no_address(struct zhun_call *call, struct zhun_error *err)
{
	(void)call, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_hook_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
				      struct zhun_error *err)
{
	(void)organisation, (void)err;
	return say(call, "hook_list", out);
}

enum zhun_code zhun_service_hook_create(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)body, (void)err;
	return say(call, "hook_create", out);
}

enum zhun_code zhun_service_hook_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	(void)call, (void)id, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_rows_export(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_out *o, struct zhun_error *err)
{
	(void)call;
	return o->take(o->context, reg->plural, strlen(reg->plural), err);
}

enum zhun_code zhun_service_study(struct zhun_call *call, const struct zhun_study_request *rq, struct zhun_text *out,
				  struct zhun_error *err)
{
	(void)call;
	if (rq->draws > rq->draws_most)
		return zhun_fail(err, ZHUN_E_STUDY_DRAWS, NULL, "", "", "");
	zhun_text_addf(out, "{\"study\":%zu}", rq->text.len);
	return ZHUN_OK;
}

void zhun_service_study_ops(struct zhun_text *out)
{
	zhun_text_add(out, "{\"ops\":[]}");
}

enum zhun_code zhun_service_schema(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "schema", out);
}

enum zhun_code zhun_service_search(struct zhun_call *call, const struct zhun_params *params, struct zhun_text *out,
				   struct zhun_error *err)
{
	(void)params, (void)err;
	return say(call, "search", out);
}

enum zhun_code zhun_service_counts(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "counts", out);
}

enum zhun_code zhun_service_errors(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	(void)err;
	return say(call, "errors", out);
}

enum zhun_code zhun_service_check(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				  enum zhun_outcome *ret, struct zhun_error *err)
{
	(void)call, (void)err;
	atomic_fetch_add(&unit_service.waiting, 1);
	pthread_mutex_lock(&unit_service.gate);
	pthread_mutex_unlock(&unit_service.gate);
	atomic_fetch_sub(&unit_service.waiting, 1);
	*ret = ZHUN_OUTCOME_PASS;
	zhun_text_addf(out, "{\"call\":\"check\",\"bytes\":%zu}", u->bytes.len);
	return ZHUN_OK;
}

enum zhun_code zhun_service_import(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				   struct zhun_record_facts *ret, bool *ret_created, struct zhun_error *err)
{
	(void)err;
	*ret = (struct zhun_record_facts){"new", 1};
	*ret_created = u->bytes.len != 3;
	return say(call, "import", out);
}

enum zhun_code zhun_service_plan_show(struct zhun_call *call, const char *id, const struct zhun_params *params,
				      struct zhun_text *out, struct zhun_error *err)
{
	(void)id, (void)params, (void)err;
	return say(call, "plan_show", out);
}

enum zhun_code zhun_service_verdict(struct zhun_call *call, const char *id, const char *as_of, struct zhun_text *out,
				    struct zhun_error *err)
{
	(void)id, (void)as_of, (void)err;
	return say(call, "verdict", out);
}

enum zhun_code zhun_service_budget(struct zhun_call *call, const struct zhun_budget_request *rq, struct zhun_text *out,
				   struct zhun_error *err)
{
	/* as many rounds as draws are asked for, or until nobody listens */
	for (int64_t i = 0; i < rq->draws; i++) {
		if (rq->progress && !rq->progress(rq->context, (size_t)i, (size_t)rq->draws))
			return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(i), ZHUN_INT(rq->draws));
		if (rq->progress && rq->target) {
			const struct timespec step = {.tv_nsec = 2000000};
			nanosleep(&step, NULL);
		}
		atomic_store(&unit_service.rounds, (int)i + 1);
	}
	if (rq->reverse)
		return zhun_fail(err, ZHUN_E_BUDGET_INPUT, NULL, rq->reverse);
	return say(call, "budget", out);
}

enum zhun_code zhun_service_budget_archive(struct zhun_call *call, const struct zhun_budget_request *rq,
					   struct zhun_text *out, struct zhun_error *err)
{
	(void)rq, (void)err;
	return say(call, "archive", out);
}

enum zhun_code zhun_service_budget_table(struct zhun_call *call, const struct zhun_budget_request *rq,
					 struct zhun_bytes body, struct zhun_text *out, struct zhun_error *err)
{
	(void)rq, (void)body, (void)err;
	return say(call, "table", out);
}

enum zhun_code zhun_service_budget_import_json(struct zhun_call *call, struct zhun_bytes text, struct zhun_text *out,
					       struct zhun_error *err)
{
	(void)text, (void)err;
	return say(call, "import", out);
}

enum zhun_code zhun_service_budget_report(struct zhun_call *call, const struct zhun_budget_request *rq, bool pdf,
					  struct zhun_bytes *ret, struct zhun_error *err)
{
	(void)call, (void)rq, (void)err;
	*ret = (struct zhun_bytes){(const unsigned char *)(pdf ? "%PDF" : "<p>"), pdf ? 4 : 3};
	return ZHUN_OK;
}

enum zhun_code zhun_service_uncertainty(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err)
{
	(void)body, (void)err;
	return say(call, "uncertainty", out);
}

enum zhun_code zhun_service_document(struct zhun_call *call, const char *id, struct zhun_document *ret,
				     struct zhun_error *err)
{
	static const unsigned char bytes[] = "<xml/>";
	(void)call, (void)id, (void)err;
	*ret = (struct zhun_document){NULL, {bytes, 6}, "application/xml", "准 1.xml", "f00d"};
	return ZHUN_OK;
}

enum zhun_code zhun_service_ready(struct zhun_call *call, struct zhun_error *err)
{
	return call->conn ? ZHUN_OK : zhun_fail(err, ZHUN_E_INTERNAL, NULL, "no connection");
}

int64_t zhun_service_clock(void)
{
	return 1795000000000000;
}

enum zhun_code zhun_service_personal_own(struct zhun_call *call, const struct zhun_personal_out *o,
					 struct zhun_error *err)
{
	(void)call;
	return o->take(o->context, "{}", 2, err);
}

enum zhun_code zhun_service_personal(struct zhun_call *call, const char *account, const struct zhun_personal_out *o,
				     struct zhun_error *err)
{
	(void)call, (void)account;
	return o->take(o->context, "{}", 2, err);
}

enum zhun_code zhun_service_erase_own(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	(void)call, (void)body, (void)err;
	return ZHUN_OK;
}

enum zhun_code zhun_service_erase(struct zhun_call *call, const char *account, struct zhun_bytes body,
				  struct zhun_error *err)
{
	(void)call, (void)account, (void)body, (void)err;
	return ZHUN_OK;
}

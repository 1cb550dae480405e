/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handlers that the route table names; what each does stands in its row. */
#ifndef ZHUN_HTTP_HANDLERS_H
#define ZHUN_HTTP_HANDLERS_H

#include "http/request.h"

/* handler_meta.c */
zhun_handler zhun_handle_health, zhun_handle_ready, zhun_handle_openapi, zhun_handle_errors, zhun_handle_metrics,
	zhun_handle_schema, zhun_handle_search, zhun_handle_counts;

/* handler_session.c */
zhun_handler zhun_handle_session_get, zhun_handle_session_open, zhun_handle_session_close,
	zhun_handle_setup, zhun_handle_account_link,
	zhun_handle_token_list, zhun_handle_token_create, zhun_handle_token_remove,
	zhun_handle_preference_get, zhun_handle_preference_put;

/* handler_record.c */
zhun_handler zhun_handle_record_list, zhun_handle_record_get, zhun_handle_record_create,
	zhun_handle_record_update, zhun_handle_record_remove, zhun_handle_record_history;

/* handler_personal.c */
zhun_handler zhun_handle_personal_own, zhun_handle_personal, zhun_handle_erase_own, zhun_handle_erase;

/* handler_plan.c */
zhun_handler zhun_handle_plan_dashboard;

/* handler_rows.c */
zhun_handler zhun_handle_rows_import, zhun_handle_rows_export;

/* handler_job.c */
zhun_handler zhun_handle_job_list, zhun_handle_job_get, zhun_handle_job_cancel, zhun_handle_job_report,
	zhun_handle_notice_list, zhun_handle_notice_seen, zhun_handle_notice_choices,
	zhun_handle_notice_choose, zhun_handle_notice_address, zhun_handle_notice_no_address,
	zhun_handle_notice_confirm, zhun_handle_hook_list, zhun_handle_hook_create, zhun_handle_hook_remove;

/* handler_audit.c */
zhun_handler zhun_handle_change_list, zhun_handle_session_event_list;

/* handler_certificate.c */
zhun_handler zhun_handle_check, zhun_handle_import, zhun_handle_verdict, zhun_handle_document;

/* handler_invitation.c */
zhun_handler zhun_handle_invite, zhun_handle_invitation_list, zhun_handle_invitation_remove,
	zhun_handle_invitation_look, zhun_handle_invitation_accept;

/* handler_organisation_request.c */
zhun_handler zhun_handle_org_request_ask, zhun_handle_org_request_list, zhun_handle_org_request_look,
	zhun_handle_org_request_get, zhun_handle_org_request_approve, zhun_handle_org_request_refuse,
	zhun_handle_org_request_withdraw;

/* handler_provider.c */
zhun_handler zhun_handle_provider, zhun_handle_provider_login, zhun_handle_provider_answer,
	zhun_handle_provider_connect, zhun_handle_subject_list, zhun_handle_subject_connect,
	zhun_handle_subject_remove;

/* handler_measure.c */
zhun_handler zhun_handle_uncertainty, zhun_handle_study, zhun_handle_study_ops;

/* handler_budget.c */
zhun_handler zhun_handle_budget, zhun_handle_budget_stream, zhun_handle_budget_report,
	zhun_handle_budget_archive, zhun_handle_budget_rows, zhun_handle_budget_import;

/** A secret as a cookie that scripts cannot read and other sites cannot send. */
void zhun_reply_cookie(const struct zhun_request *rq, const char *name, const struct zhun_secret *s,
		       struct zhun_reply *reply);

/** The revision that the client says it changes. Fails IF_MATCH_NEEDED, HEADER_BAD. */
enum zhun_code zhun_read_if_match(const struct zhun_request *rq, int64_t *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Says which revision the answer is. */
void zhun_reply_revision(const struct zhun_request *rq, int64_t rev, struct zhun_reply *reply);

/** Takes a cookie away. */
void zhun_reply_no_cookie(const struct zhun_request *rq, const char *name, struct zhun_reply *reply);

/** A parameter of the query as a whole number; @a ret stays where it is not given. Fails PARAMETER_BAD. */
enum zhun_code zhun_query_whole(const struct zhun_request *rq, const char *name, uint64_t *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The use cases. One function is one use case and at most one transaction; it
 * takes a struct zhun_call (who asks, when, with which connection and memory),
 * writes its answer as JSON where it answers a program, and knows nothing of
 * HTTP or terminals: http and cli call one function each and present what it
 * gives. The only floor that logs decisions. A service is opened once by main
 * and shared by all threads; a call belongs to one thread at a time.
 */
#ifndef ZHUN_SERVICE_SERVICE_H
#define ZHUN_SERVICE_SERVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "identity/secret.h"
#include "register/foreign.h"
#include "register/register.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/log.h"
#include "zhun/base/text.h"

struct zhun_conn;
struct zhun_principal;
struct zhun_service;

/** How the world outside is reached, and by which address it reaches us. */
struct zhun_outside {
	const char *url;             /* where people find the server, without a / at its end; NULL: not known */
	const char *smtp_url;        /* "smtp://mail.example:587", NULL: no mail is sent */
	const char *smtp_from;       /* whose mails they are: an address */
	bool smtp_plain;             /* mails may go where the way is not encrypted */
	bool hook_loopback;          /* webhooks may go to this machine: for tests */
	struct zhun_provider {       /* of identities (OpenID Connect); zhun_provider_possible */
		const char *issuer, *client, *secret;  /* NULL: not set; secret: NULL: a public client */
		const char *name;            /* as people know it; NULL: its host */
		bool accounts;               /* who is not known gets an account */
	} provider;
};

struct zhun_service_options {
	const char *database;        /* "sqlite:PATH" or "postgres://…"; NULL: no registers at hand */
	const char *zone;            /* IANA name that decides "today" */
	const struct zhun_log *log;  /* NULL: nothing is logged */
	zhun_random_source *random;  /* NULL: the system's */
	bool demonstration;          /* accounts marked so may log in: nobody else can reach the server */
	bool migrate;                /* bring the database to this program's version first */
	struct zhun_outside outside; /* its texts live as long as the service */
	int64_t session_event_days;  /* how long log-ins are remembered; 0: 400 */
	bool survey;                 /* open it whatever its version, to ask for that */
};

/** Fails as the store does; ZONE_UNKNOWN. */
enum zhun_code zhun_service_open(const struct zhun_service_options *options, struct zhun_service **ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** All connections must be closed. Accepts NULL, returns NULL. */
struct zhun_service *zhun_service_close(struct zhun_service *s);

/** Whether calls on this engine may run inline on a thread that must not wait (SQLite reads). */
bool zhun_service_reads_inline(const struct zhun_service *s);

/** A connection for one thread's calls. */
enum zhun_code zhun_service_connect(struct zhun_service *s, bool writes, struct zhun_conn **ret,
				    struct zhun_error *err) ZHUN_MUST_USE;
struct zhun_conn *zhun_service_disconnect(struct zhun_conn *conn);

/** One request, command or job. The maker fills the first part and leaves the rest zero: a
 *  call is the public's until zhun_service_identify or zhun_service_as_administrator. */
struct zhun_call {
	struct zhun_service *service;
	struct zhun_arena *arena;      /* its ceiling is the call's */
	struct zhun_conn *conn;        /* read-only for inline routes; NULL: no database */
	int64_t now;                   /* µs of UTC, taken once */
	enum zhun_language language;
	const char *request_id;
	const char *address;           /* the client's, after trusted proxies; NULL on a terminal */

	struct zhun_viewer viewer;
	const struct zhun_principal *principal;  /* identity/identity.h; NULL for the public */
	const char *session;           /* id of the session that asks; NULL for tokens and terminals */
	bool touch;                    /* the session should be marked as used: queue zhun_service_touch */
};

/* Who asks. */

struct zhun_credentials {
	const char *cookie;  /* the session's secret, or NULL */
	const char *bearer;  /* an API token, or NULL; wins over the cookie */
	const char *csrf;    /* X-CSRF-Token, or NULL */
	bool write;          /* the method changes something */
};

/** Fills viewer, principal and session of @a call. Reads only. Fails UNAUTHORISED (bad, ended or
 *  expired), CSRF_BAD (a writing request by cookie without the session's word), SCOPE_MISSING
 *  (a token that may only read). */
enum zhun_code zhun_service_identify(struct zhun_call *call, const struct zhun_credentials *c,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** For the terminal of the machine that holds the database: may do everything. */
void zhun_service_as_administrator(struct zhun_call *call);

/** Marks the call's session as used now. Writes. */
enum zhun_code zhun_service_touch(struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** A secret for the client to keep, said once: set as cookie, or shown. */
struct zhun_secret {
	const char *text;
	int64_t lifetime;  /* seconds it may live at most */
};

/** Body {"name","password"}; waits up to a second for its turn at hashing. Fails LOGIN_FAILED
 *  (alike in answer and time for an unknown name and a wrong password), LOGIN_WAIT. */
enum zhun_code zhun_service_session_open(struct zhun_call *call, const char *body, size_t n,
					 struct zhun_text *out, struct zhun_secret *ret,
					 struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_session_get(struct zhun_call *call, const char *cookie, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_session_close(struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** Log-ins by an outside identity provider. Begin: {"location"}, where the browser goes, and a secret for its cookie;
 *  to log in, or to connect the account that asks. Answer: body {"state","code","iss"} or {"state","error"} as they
 *  came back, and "link" of an invitation, with the cookie: a session, as session_open. Connect: the same body, a row
 *  of the list. List: {"items":[{"id","issuer","created","last_used"}]}. Fail OIDC_NONE, OIDC_UNREACHABLE,
 *  OIDC_DOCUMENT, OIDC_REFUSED, OIDC_STATE, OIDC_CLAIM, JWS_…, SUBJECT_STRANGE, SUBJECT_TAKEN, SUBJECT_LAST. */
enum zhun_code zhun_service_provider(struct zhun_call *call, struct zhun_text *out,
				     struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_provider_begin(struct zhun_call *call, bool connect, struct zhun_text *out,
					   struct zhun_secret *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_provider_answer(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_secret *ret,
					    struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_subject_connect(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_subject_list(struct zhun_call *call, struct zhun_text *out,
					 struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_subject_remove(struct zhun_call *call, const char *id,
					   struct zhun_error *err) ZHUN_MUST_USE;

/** Body {"link","name","password"}: the first administrator, or a password set anew, by a one-time
 *  link. Answers as session_open. Fails LINK_BAD, PASSWORD_WEAK. */
enum zhun_code zhun_service_setup(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
				  struct zhun_secret *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A one-time link for an account whose password is to be set anew: {"link","expires"}. For
 *  administrators. Fails ACCOUNT_UNKNOWN. */
enum zhun_code zhun_service_link_create(struct zhun_call *call, const char *account, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;

/** Members by invitation. Invite: body {"role","whom"}, for a manager of the organisation and for authorities; the
 *  answer holds {"id","link","expires"}, this once. List: {"items":[…]} of those not answered; withdraw ends one.
 *  Look: body {"link"}, what it invites to: {"organisation","role","expires"}, for everybody. Accept: body {"link"},
 *  for who is logged in; answers as the session does. An account that is to be made uses zhun_service_setup.
 *  Fail WRITE_FORBIDDEN, RECORD_UNKNOWN, BODY_FIELD, LINK_BAD, MEMBER_ALREADY. */
enum zhun_code zhun_service_invite(struct zhun_call *call, const char *organisation, struct zhun_bytes body,
				   struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_invitation_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
					    struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_invitation_withdraw(struct zhun_call *call, const char *organisation, const char *id,
						struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_invitation_look(struct zhun_call *call, const char *body, size_t n,
					    struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_invitation_accept(struct zhun_call *call, const char *body, size_t n,
					      struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/* Organisations that ask to be registered (service/organisation_request.h). A request as JSON: {"id","number",
 * "created","state","organisation","contact":{"name","email"},"message","account","decided","decided_by","reason",
 * "registered"}. */

/** Body {"organisation":{…},"contact":{"name","email"},"message"}, from anybody: {"id","number","secret"}, the secret
 *  this once; it opens the request to who has no account. Fails CREDIT_CODE_FORM, CREDIT_CODE_WRONG, KEY_TAKEN,
 *  REQUEST_WAITING, REQUEST_WAIT, REQUESTS_MANY, MAIL_ADDRESS, and as values of a record do. */
enum zhun_code zhun_service_org_request_ask(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					    struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"secret"}: its request. Fails REQUEST_UNKNOWN. */
enum zhun_code zhun_service_org_request_look(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					     struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_org_request_filter {
	const char *state, *before;   /* NULL: of any state; an id, NULL: from the latest */
	bool own;                     /* of an authority too only what its account asked for */
	int64_t most;
};
/** {"items":[…],"next"}: all for authorities, else what the account asked for. Fails CHOICE_UNKNOWN. */
enum zhun_code zhun_service_org_request_list(struct zhun_call *call, const struct zhun_org_request_filter *f,
					     struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
/** Fails REQUEST_UNKNOWN. */
enum zhun_code zhun_service_org_request_get(struct zhun_call *call, const char *id, struct zhun_text *out,
					    struct zhun_error *err) ZHUN_MUST_USE;
/** For who asked: the account, or body {"secret"}. Fails REQUEST_UNKNOWN, REQUEST_ANSWERED. */
enum zhun_code zhun_service_org_request_withdraw(struct zhun_call *call, const char *id, struct zhun_bytes body,
						 struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
/** For authorities. Approve: body {"namesake","reason"}; the organisation is filed and who asked becomes its manager,
 *  or is invited: {"request","link","mailed"}, the link where no mail takes it. Refuse: body {"reason"}. Fail
 *  REGULATOR_NEEDED, REQUEST_UNKNOWN, REQUEST_ANSWERED, REQUEST_NAMESAKE, KEY_TAKEN, and as the register does. */
enum zhun_code zhun_service_org_request_approve(struct zhun_call *call, const char *id, struct zhun_bytes body,
						struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_org_request_refuse(struct zhun_call *call, const char *id, struct zhun_bytes body,
					       struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/** The secret of the link for the first administrator; NULL where there is one already. Writes. */
enum zhun_code zhun_service_first_link(struct zhun_call *call, const char **ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** A new account without a password, and the link by which it gets one. Fails NAME_BAD, NAME_TAKEN. */
struct zhun_account_new {
	const char *name, *full_name;      /* full_name may be NULL */
	bool administrator, regulator;
};
enum zhun_code zhun_service_account_add(struct zhun_call *call, const struct zhun_account_new *n, const char **ret,
					struct zhun_error *err) ZHUN_MUST_USE;

/** The id of the account called @a name. Fails ACCOUNT_UNKNOWN. */
enum zhun_code zhun_service_account_id(struct zhun_call *call, const char *name, const char **ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** {"items":[{"id","name","write","registers","created","expires","last_used"}]} of the account. */
enum zhun_code zhun_service_token_list(struct zhun_call *call, struct zhun_text *out,
				       struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"name","write","registers":[…],"days"}; the answer holds "secret", this once. */
enum zhun_code zhun_service_token_create(struct zhun_call *call, const char *body, size_t n,
					 struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_token_remove(struct zhun_call *call, const char *id,
					 struct zhun_error *err) ZHUN_MUST_USE;

/* Records of registers. */

/** What of a record does not stand in its JSON's place: its id and revision. */
struct zhun_record_facts {
	const char *id;
	int64_t rev;
};

enum zhun_code zhun_service_record_list(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_params *params, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_record_get(struct zhun_call *call, const struct zhun_ref *ref,
				       const struct zhun_params *params, struct zhun_text *out,
				       struct zhun_record_facts *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_record_history(struct zhun_call *call, const struct zhun_ref *ref,
					   const struct zhun_params *params, struct zhun_text *out,
					   struct zhun_error *err) ZHUN_MUST_USE;

/** What is asked to be written; zero where it does not apply. */
struct zhun_record_write {
	const char *id;          /* update, remove */
	int64_t rev;             /* update, remove: the revision it replaces */
	const char *effective;   /* update: true from that day; NULL: a correction */
	const char *reason;      /* kept with the change; NULL: none */
	const char *once;        /* create: the client's word for this request (service/once.h); NULL: none */
	const char *body;        /* create, update: the record as JSON */
	size_t length;
};
enum zhun_code zhun_service_record_create(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_record_update(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_record_remove(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *w, struct zhun_error *err) ZHUN_MUST_USE;

/** What is found by words in all registers, as zhun_register_search (register/search.h) answers it. */
enum zhun_code zhun_service_search(struct zhun_call *call, const struct zhun_params *params, struct zhun_text *out,
				   struct zhun_error *err) ZHUN_MUST_USE;
/** How many records each register holds for the caller. */
enum zhun_code zhun_service_counts(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/** Rows of a register from a file, all or none; every fault is told (register/transfer.h). */
struct zhun_rows_in {
	struct zhun_bytes bytes;
	const char *format;      /* "csv" or "jsonl"; NULL: as the bytes look */
	const char *from;        /* who publishes the file as it is (zhun_foreign_named); NULL: it is ours */
	const char *version;     /* what that source calls it; may be NULL */
	const char *reason;      /* kept with each change; NULL: none */
	size_t most;             /* rows */
	bool dry;                /* only try */
	bool (*progress)(void *context, size_t rows, size_t bytes);  /* may be NULL; false: give up */
	/** In the transaction that filed the rows, which a failure rolls back; may be NULL. */
	enum zhun_code (*finish)(struct zhun_conn *conn, void *context, struct zhun_error *err);
	void *context;
};
enum { ZHUN_ROWS_ONLINE = 100000 };

/** Answers the report. @a ret_filed: whether the rows stay. Fails FORMAT_UNKNOWN, SOURCE_OTHER, and as
 *  zhun_register_import does. */
enum zhun_code zhun_service_rows_import(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_in *in, struct zhun_text *out, bool *ret_filed,
					struct zhun_error *err) ZHUN_MUST_USE;

/** The same in the background, as the account that asks: a job of kind rows_import, whose report
 *  zhun_service_job_report gives. Answers the job. Fails JOBS_MANY. */
enum zhun_code zhun_service_rows_later(struct zhun_call *call, const struct zhun_register *reg,
				       const struct zhun_rows_in *in, struct zhun_text *out, const char **ret_id,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** Files of a foreign source (register/foreign.h). */
struct zhun_foreign_in {
	const struct zhun_foreign *source;
	const struct zhun_foreign_file *files;
	size_t count;
	const char *licence;     /* that holds for these files; NULL: the source's */
	const char *version;     /* what its publisher calls them: an edition, a date, a commit; may be NULL */
	const char *address;     /* where they were taken from; NULL: the source's */
	struct zhun_rows_in how; /* bytes and format are not asked for */
};

/** Files what they hold, all or none, with the source and this import of it on record. Answers as
 *  zhun_service_rows_import does. */
enum zhun_code zhun_service_foreign_import(struct zhun_call *call, const struct zhun_foreign_in *in,
					   struct zhun_text *out, bool *ret_filed,
					   struct zhun_error *err) ZHUN_MUST_USE;

/** All records of a list, written piece by piece. */
struct zhun_rows_out {
	const struct zhun_params *params;  /* filters and order; "format": csv (where not said) or jsonl */
	enum zhun_code (*take)(void *context, const char *s, size_t n, struct zhun_error *err);
	void *context;
};
enum zhun_code zhun_service_rows_export(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_out *o, struct zhun_error *err) ZHUN_MUST_USE;

/** All registers as the caller may use them. */
enum zhun_code zhun_service_schema(struct zhun_call *call, struct zhun_text *out,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** The registry of errors: {"items":[{"code","name","status","en","zh"}]}. */
enum zhun_code zhun_service_errors(struct zhun_call *call, struct zhun_text *out,
				   struct zhun_error *err) ZHUN_MUST_USE;

/* Plans. */

/** How many records of a plan that ships were made, put right, or as they should be. */
struct zhun_plan_loaded {
	int64_t created, updated, unchanged;
};

/** Puts the plan called @a name ("shenzhen-2018-2020") and all it says into the registers. Fails PLAN_UNKNOWN. */
enum zhun_code zhun_service_plan_load(struct zhun_call *call, const char *name, struct zhun_plan_loaded *ret,
				      struct zhun_error *err) ZHUN_MUST_USE;

/** The plan's figures with what was counted or entered for each and what that says about its target, its clusters
 *  and projects; parameters as_of and known_at. Fails RECORD_UNKNOWN, ROWS_MANY (over 500 of a kind). */
enum zhun_code zhun_service_plan_show(struct zhun_call *call, const char *id, const struct zhun_params *params,
				      struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
/** The id of the plan with that code. Fails RECORD_UNKNOWN. */
enum zhun_code zhun_service_plan_id(struct zhun_call *call, const char *code_text, const char **ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/* Certificates. */

/** A file as it came. */
struct zhun_upload {
	struct zhun_bytes bytes;
	const char *name;   /* its file name, or NULL */
	const char *as_of;  /* check: the day asked for; NULL: today in the service's zone */
};

/** Worst first: fail > warn > unknown > pass. */
enum zhun_outcome { ZHUN_OUTCOME_PASS, ZHUN_OUTCOME_UNKNOWN, ZHUN_OUTCOME_WARN, ZHUN_OUTCOME_FAIL };

/** Judges a file; stores nothing. A file that cannot be read is an answer too ("form" fails). */
enum zhun_code zhun_service_check(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				  enum zhun_outcome *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The title of a claim, for what prints the answer. */
const char *zhun_service_claim_title(const char *name, enum zhun_language language);

/** Files a certificate: document, record, results, evidence, all or nothing. The same bytes again
 *  give the same record and ret_created false. Fails CERTIFICATE_CONFLICT (same issuer and number,
 *  other bytes), and as reading does. */
enum zhun_code zhun_service_import(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				   struct zhun_record_facts *ret, bool *ret_created,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** The verdict on a certificate held, from its document. */
enum zhun_code zhun_service_verdict(struct zhun_call *call, const char *id, const char *as_of,
				    struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_code zhun_service_document(struct zhun_call *call, const char *id, struct zhun_document *ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/* The mathematics of measurement. */

/** A study (zhun/study/study.h) as JSON, and how its draws are made. */
struct zhun_study_request {
	struct zhun_bytes text;
	int64_t draws, draws_most;  /* 0: a million; no limit */
	uint64_t seed;
	int64_t threads;            /* 0 is 1 */
	int64_t seconds;            /* from the call's now that it may take; 0: no limit */
};

/** Its operations' answers. Fails as the document does, with the place in it; STUDY_DRAWS,
 *  BUDGET_TIME. */
enum zhun_code zhun_service_study(struct zhun_call *call, const struct zhun_study_request *rq, struct zhun_text *out,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** All operations that a study may be asked. */
void zhun_service_study_ops(struct zhun_text *out);

/** U(x) as a laboratory writes it, at points. Body {"text", "unit" or "kind", "k", "p", "points",
 *  "range", "resolution", "in"}; all but the first two may be absent. Answers {"text","unit","k","p",
 *  "points":[{"point","U","rounded","fault"}]}: k and p null where nobody says them. Fails
 *  FIELD_UNKNOWN, BODY_FIELD, and as reading the statement, units and numbers does, with the member
 *  and the column. */
enum zhun_code zhun_service_uncertainty(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;

/* Uncertainty budgets (docs/guide/budget.md). */

/** A budget's text, YAML or JSON, and what is asked of it; NULL and 0 where it is not asked. */
struct zhun_budget_request {
	struct zhun_bytes text;
	/** Finds the archives of earlier results that it names; NULL: there are none. */
	enum zhun_code (*find)(void *context, const char *name, struct zhun_bytes *ret, struct zhun_error *err);
	void *find_context;
	int64_t draws;       /* of Monte Carlo */
	int64_t draws_most;  /* that may be asked for; 0: any number, as at the machine's own terminal */
	int64_t work_most;   /* draws times steps of the model; 0 likewise */
	int64_t threads;
	uint64_t seed;
	const char *output;  /* of the questions below; NULL: the first */
	const char *reverse, *target;
	const char *what_if, *u;
	/** Called between rounds; false stops the run. May be NULL. */
	bool (*progress)(void *context, size_t done, size_t of);
	void *context;
	int64_t rows_most;   /* of a table; 0: any number */
	int64_t seconds;     /* from the call's now that the rows of a table may take; 0: no limit */
};

/** Its table, result and answers as JSON. Fails as the budget does, with the place in the text;
 *  BUDGET_LIMIT. */
enum zhun_code zhun_service_budget(struct zhun_call *call, const struct zhun_budget_request *rq, struct zhun_text *out,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** The results with what they rest on, for budgets to come. */
enum zhun_code zhun_service_budget_archive(struct zhun_call *call, const struct zhun_budget_request *rq,
					   struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/** At each row of a table (CSV) whose columns are inputs or their uncertainties: the same table with the results.
 *  Fails ROWS_MANY, BUDGET_TIME. */
enum zhun_code zhun_service_budget_rows(struct zhun_call *call, const struct zhun_budget_request *rq,
					struct zhun_bytes csv, struct zhun_text *out, struct zhun_error *err)
	ZHUN_MUST_USE;

/** The same of {"budget", "table"}, two texts, as {"table"}; @a rq without its text. The place of a failure begins with
 *  the name of the text. Fails BODY_FIELD, FIELD_UNKNOWN. */
enum zhun_code zhun_service_budget_table(struct zhun_call *call, const struct zhun_budget_request *rq,
					 struct zhun_bytes body, struct zhun_text *out,
					 struct zhun_error *err) ZHUN_MUST_USE;

/** The same as a document to sign, HTML or PDF, in the call's language. */
enum zhun_code zhun_service_budget_report(struct zhun_call *call, const struct zhun_budget_request *rq, bool pdf,
					  struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A project of suncal as a budget's text, with comments on what has no counterpart. */
enum zhun_code zhun_service_budget_import(struct zhun_call *call, struct zhun_bytes text, struct zhun_text *out,
					  struct zhun_error *err) ZHUN_MUST_USE;

/** The same as {"budget": text}. */
enum zhun_code zhun_service_budget_import_json(struct zhun_call *call, struct zhun_bytes text, struct zhun_text *out,
					       struct zhun_error *err) ZHUN_MUST_USE;

/* Work that is done later (service/job.h). An account sees what it asked for; an administrator all. */

/** Which jobs are listed: of a state (NULL: all), before an id (NULL: from the latest), so many. */
struct zhun_job_filter {
	const char *state, *before;
	int64_t most;
};

/** {"items":[…],"next":…}. */
enum zhun_code zhun_service_job_list(struct zhun_call *call, const struct zhun_job_filter *f, struct zhun_text *out,
				     struct zhun_error *err) ZHUN_MUST_USE;
/** Fails JOB_UNKNOWN. */
enum zhun_code zhun_service_job_get(struct zhun_call *call, const char *id, struct zhun_text *out,
				    struct zhun_error *err) ZHUN_MUST_USE;
/** One that waits never begins; one that runs is asked to stop, and nothing of it stays. Fails
 *  JOB_UNKNOWN, JOB_ENDED. */
enum zhun_code zhun_service_job_cancel(struct zhun_call *call, const char *id, struct zhun_error *err) ZHUN_MUST_USE;
/** For administrators: one that failed or waits for its turn is tried now, as if anew. Fails
 *  JOB_UNKNOWN, JOB_ENDED. */
enum zhun_code zhun_service_job_retry(struct zhun_call *call, const char *id, struct zhun_error *err) ZHUN_MUST_USE;
/** Its report, as kept. Fails JOB_UNKNOWN, JOB_NO_REPORT. */
enum zhun_code zhun_service_job_report(struct zhun_call *call, const char *id, struct zhun_document *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;
/** Every kind: {"items":[{"name","lane","minute","retries","help_en","help_zh"}]}. */
enum zhun_code zhun_service_job_kinds(struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/** The change feed (adr/0014) after the place @a after, "next" of the page before; NULL: from the first.
 *  {"items":[{"register","record","rev","action"}],"next"}. For authorities. Fails CURSOR_BAD. */
enum zhun_code zhun_service_change_list(struct zhun_call *call, const char *after, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;

/* The audit, for authorities: writes of registers, and what happened to sessions, the latest first. */

/** What is asked; a NULL asks nothing. */
struct zhun_audit_filter {
	const char *account, *reg, *record, *action, *request;
	const char *kind;         /* of session events, which have the account besides, and nothing else of the above */
	const char *from, *until; /* an instant, or a day where the service is; both belong to it */
	const char *before;       /* "next" of the page before */
	int64_t most;             /* 0: 50; 200 at most */
};

/** {"items":[{"n","instant","account","token","request","reason","register","record","title","rev","action"}],"next"}:
 *  account and token as links, title as it is now or was before the record went. A page may be short, even empty,
 *  and still have a next: where several filters meet, a stretch of rows is looked through at a time. Fails
 *  AUTHORITY_NEEDED, PARAMETER_BAD, INSTANT_BAD, CURSOR_BAD. */
enum zhun_code zhun_service_audit_changes(struct zhun_call *call, const struct zhun_audit_filter *f,
					  struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/** {"items":[{"n","instant","kind","account","actor","token","address","request"}],"next"}. Fails as above. */
enum zhun_code zhun_service_audit_sessions(struct zhun_call *call, const struct zhun_audit_filter *f,
					   struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/* Notices (service/notice.h): what happened, told to the account that asks. */

struct zhun_notice_filter {
	bool unread;
	const char *before;  /* an id; NULL: from the latest */
	int64_t most;
};
/** {"unread","items":[{"id","event","en","zh","path","created","seen"}],"next"}. */
enum zhun_code zhun_service_notice_list(struct zhun_call *call, const struct zhun_notice_filter *f,
					struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"until"}: the notice of that id and all before it are read. */
enum zhun_code zhun_service_notice_seen(struct zhun_call *call, struct zhun_bytes body,
					struct zhun_error *err) ZHUN_MUST_USE;
/** {"mail_possible","email","confirmed","language","items":[{"event","title_en","title_zh","shown","mail"}]}. */
enum zhun_code zhun_service_notice_choices(struct zhun_call *call, struct zhun_text *out,
					   struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"items":[{"event","shown","mail"}]}; mail is none, now or digest. */
enum zhun_code zhun_service_notice_choose(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					  struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"email","language"}: a link goes there, and once it is opened mails do. Fails MAIL_NONE,
 *  MAIL_ADDRESS, MAIL_WAIT. */
enum zhun_code zhun_service_notice_address(struct zhun_call *call, struct zhun_bytes body,
					   struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"link"}. Fails LINK_BAD. */
enum zhun_code zhun_service_notice_confirm(struct zhun_call *call, struct zhun_bytes body,
					   struct zhun_error *err) ZHUN_MUST_USE;
/** The address is forgotten, and with it all mails. */
enum zhun_code zhun_service_notice_no_address(struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/* What an account keeps for itself, for clients to read and write whole. */

/** A JSON object, {} where nothing was kept, and its revision, 1 then. Fails LOGIN_ACCOUNT_NEEDED. */
enum zhun_code zhun_service_preference_get(struct zhun_call *call, struct zhun_text *out, int64_t *ret_rev,
					   struct zhun_error *err) ZHUN_MUST_USE;
/** Keeps @a body in its place, if it is still at @a rev, which becomes the next; answers it. Fails
 *  RECORD_CHANGED, LOGIN_ACCOUNT_NEEDED and as reading JSON does. */
enum zhun_code zhun_service_preference_put(struct zhun_call *call, struct zhun_bytes body, int64_t *rev,
					   struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

/* What is kept of the person behind an account (service/personal.h). */

/** One JSON document, piece by piece: {"zhun_personal":1,"made","account",…,"changes":{"items":[…],"next"}}. */
struct zhun_personal_out {
	int64_t after, most;  /* of the changes: after that number, so many; 0: all */
	enum zhun_code (*take)(void *context, const char *s, size_t n, struct zhun_error *err);
	void *context;
};
/** Of the account that asks. Fails LOGIN_ACCOUNT_NEEDED. */
enum zhun_code zhun_service_personal_own(struct zhun_call *call, const struct zhun_personal_out *o,
					 struct zhun_error *err) ZHUN_MUST_USE;
/** Of any, for administrators. Fails ACCOUNT_UNKNOWN. */
enum zhun_code zhun_service_personal(struct zhun_call *call, const char *account, const struct zhun_personal_out *o,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** The account that asks is closed for good, and what the person is called and reached by is gone everywhere; the
 *  records it wrote stay, under its id. Body {"password"}; of an account without one the log-in must be fresh. Fails
 *  LOGIN_ACCOUNT_NEEDED, PASSWORD_WRONG, LOGIN_WAIT, LOGIN_FRESH_NEEDED, LAST_ADMINISTRATOR. */
enum zhun_code zhun_service_erase_own(struct zhun_call *call, struct zhun_bytes body,
				      struct zhun_error *err) ZHUN_MUST_USE;
/** The same of any account, for administrators. Body {"reason"}. Fails ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR. */
enum zhun_code zhun_service_erase(struct zhun_call *call, const char *account, struct zhun_bytes body,
				  struct zhun_error *err) ZHUN_MUST_USE;

/* Webhooks (service/hook.h): of an organisation, kept by its managers. */

/** {"items":[{"id","organisation","url","events","created"}]}. Fails HOOK_UNKNOWN for who may not. */
enum zhun_code zhun_service_hook_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
				      struct zhun_error *err) ZHUN_MUST_USE;
/** Body {"organisation","url","events"}; the answer holds "secret", this once. Fails HOOK_URL,
 *  HOOK_PRIVATE, HOOKS_MANY. */
enum zhun_code zhun_service_hook_create(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_hook_remove(struct zhun_call *call, const char *id, struct zhun_error *err) ZHUN_MUST_USE;

/* The database. */

struct zhun_database_status {
	const char *engine;
	int version, known, least;
};
enum zhun_code zhun_service_database(struct zhun_call *call, struct zhun_database_status *ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** All of a database as JSON lines (service/dump.h), piece by piece; gives the number of rows. */
struct zhun_dump_out {
	enum zhun_code (*take)(void *context, const char *s, size_t n, struct zhun_error *err);
	void *context;
};
enum zhun_code zhun_service_dump(struct zhun_call *call, const struct zhun_dump_out *o, int64_t *ret_rows,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Makes an empty database of a dump's lines, of either engine, and brings it to this program's version. @a next
 *  gives a line without its end, good until the next is asked for, and NULL at the end. A failure leaves a
 *  database that every program refuses (STORE_UNFINISHED). Fails DUMP_BAD, DUMP_TABLE, DUMP_ROW, DUMP_CHANGED,
 *  DUMP_NOT_EMPTY, STORE_NEWER, with the line's number as place. */
struct zhun_restore_in {
	enum zhun_code (*next)(void *context, const char **ret, size_t *ret_n, struct zhun_error *err);
	void *context;
};
enum zhun_code zhun_service_restore(struct zhun_call *call, const struct zhun_restore_in *in, int64_t *ret_rows,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** A copy of the SQLite file while servers go on. As zhun_store_backup. */
enum zhun_code zhun_service_backup(struct zhun_call *call, const char *path, struct zhun_error *err) ZHUN_MUST_USE;

/** Brings it to this program's version; says how many steps that took. */
enum zhun_code zhun_service_migrate(struct zhun_call *call, int *ret_applied, struct zhun_error *err) ZHUN_MUST_USE;
/** Makes the search index again from the records; says of how many. */
enum zhun_code zhun_service_reindex(struct zhun_call *call, int64_t *ret, struct zhun_error *err) ZHUN_MUST_USE;
/** The SQL of the whole declared schema; what the call's database lacks of it, "" for nothing. */
enum zhun_code zhun_service_schema_sql(struct zhun_call *call, bool postgres, struct zhun_text *out,
				       struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_service_schema_diff(struct zhun_call *call, struct zhun_text *out,
					struct zhun_error *err) ZHUN_MUST_USE;

/* The demonstration: Example City, invented, into an empty database. */

struct zhun_demo {
	int64_t certificates, seed;
	/** Called now and then with how many certificates are done; may be NULL. */
	void (*progress)(void *context, int64_t done, int64_t of);
	void *context;
};
enum zhun_code zhun_service_demo(struct zhun_call *call, const struct zhun_demo *d,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** The accounts of the demonstration with their passwords and what to try, for a terminal. */
const char *zhun_service_demo_guide(enum zhun_language language);

/** Whether the database answers and has the right version. */
enum zhun_code zhun_service_ready(struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** µs of UTC by the system's clock; for the makers of calls. */
int64_t zhun_service_clock(void);

#endif

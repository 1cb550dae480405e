/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Log-ins on both engines. Covers identity/account.c, identity/attempt.c, identity/password.c,
 * identity/secret.c, identity/session.c, identity/subject.c, identity/token.c and identity/invitation.c.
 */
#include "identity/identity.h"

#include "identity/invitation.h"
#include "identity/password.h"
#include "identity/subject.h"
#include "unit.h"
#include "unit_store.h"
#include "zhun/base/text.h"

static struct zhun_error err;

enum { SECOND = 1000000 };
static const int64_t now = INT64_C(1795400000000000);  /* some day in November 2026 */

/* Counts up, so that each secret differs. */
static enum zhun_code counting(unsigned char *out, size_t n, struct zhun_error *unused)
{
	static unsigned char next;
	(void)unused;
	for (size_t i = 0; i < n; i++, next = (unsigned char)((next + 1U) & 0xFFU))
		out[i] = next;
	return ZHUN_OK;
}

struct world {
	struct zhun_conn *c;
	struct zhun_arena *a;
};

/* Two accounts, one of them with a role in two organisations. */
static struct world open_world(struct unit_store *u)
{
	struct world w = {NULL, zhun_arena_open(1 << 24)};
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &w.c, &err), ZHUN_OK, &err);
	unit_store_exec(w.c, "INSERT INTO account (id, rev, change, recorded_from, valid_from, name, full_name, "
			     "administrator, regulator, demonstration, closed) VALUES "
			     "('a1', 1, 1, '', '', 'lin', 'Lin Wan', 1, 0, 0, NULL), "
			     "('a2', 1, 1, '', '', 'mara', NULL, NULL, NULL, 1, 0), "
			     "('a3', 1, 1, '', '', 'gone', NULL, 0, 0, 0, 1)");
	unit_store_exec(w.c, "INSERT INTO organisation (id, rev, change, recorded_from, valid_from, code, kind) VALUES "
			     "('o1', 1, 1, '', '', 'O1', 'laboratory'), ('o2', 1, 1, '', '', 'O2', 'laboratory')");
	unit_store_exec(w.c, "INSERT INTO member (id, rev, change, recorded_from, valid_from, account, organisation, "
			     "role) VALUES ('m1', 1, 1, '', '', 'a2', 'o1', 'staff'), "
			     "('m2', 1, 1, '', '', 'a2', 'o2', 'manager')");
	return w;
}

static void close_world(struct world *w)
{
	zhun_conn_close(w->c);
	zhun_arena_close(w->a);
}

static struct zhun_secret_pair secret(struct world *w, const char *prefix)
{
	struct zhun_secret_pair s = {0};
	CHECK_CODE(zhun_secret_new(w->a, counting, prefix, &s, &err), ZHUN_OK, &err);
	return s;
}

static void sessions_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair s = secret(&w, "zhs_");
	struct zhun_principal *p = NULL;
	CHECK_CODE(zhun_session_open(w.c, "a2", s.hash, "127.0.0.1", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, now + SECOND, &p, &err), ZHUN_OK, &err);
	if (p) {
		CHECK_TEXT(p->name, "mara");
		CHECK(p->demonstration && !p->administrator && p->may_write && !p->touch && !p->token);
		CHECK_INT(p->count, 2);
		CHECK_TEXT(p->grants[1].role, "manager");
	}
	int64_t later = now + (int64_t)(ZHUN_SESSION_IDLE - 1) * SECOND;
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, later, &p, &err), ZHUN_OK, &err);
	CHECK(p && p->touch);
	CHECK_CODE(zhun_session_touch(w.c, p->session, later, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, later + 60 * SECOND, &p, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, later + 2 * (int64_t)ZHUN_SESSION_IDLE * SECOND, &p, &err),
		   ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, "zhs_other", now, &p, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_session_close(w.c, s.hash, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, now, &p, &err), ZHUN_E_UNAUTHORISED, &err);
	close_world(&w);
}

/* However busily it is used, a session ends. */
static void ends_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair s = secret(&w, "zhs_"), closed = secret(&w, "zhs_");
	struct zhun_principal *p = NULL;
	CHECK_CODE(zhun_session_open(w.c, "a1", s.hash, NULL, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_touch(w.c, s.hash, now + (int64_t)ZHUN_SESSION_LIFE * SECOND, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, now + (int64_t)ZHUN_SESSION_LIFE * SECOND, &p, &err),
		   ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_session_open(w.c, "a3", closed.hash, NULL, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, closed.text, now, &p, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_credential_set(w.c, "a1", "hash", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_find(w.c, w.a, s.text, now, &p, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK(p == NULL);
	close_world(&w);
}

static void tokens_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair s = secret(&w, "zht_");
	struct zhun_token t = {.id = "t1", .name = "import", .registers = " certificate "};
	struct zhun_principal *p = NULL;
	struct zhun_token_grant grant = {"a1", s.hash, 0};
	CHECK_CODE(zhun_token_create(w.c, &t, &grant, now, &err), ZHUN_E_TOKEN_LIFETIME, &err);
	grant.days = ZHUN_TOKEN_DAYS + 1;
	CHECK_CODE(zhun_token_create(w.c, &t, &grant, now, &err), ZHUN_E_TOKEN_LIFETIME, &err);
	grant.days = 2;
	CHECK_CODE(zhun_token_create(w.c, &t, &grant, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_token_find(w.c, w.a, s.text, now, &p, &err), ZHUN_OK, &err);
	CHECK(p && p->administrator && !p->may_write && p->touch && !p->session);
	CHECK_TEXT(p ? p->registers : NULL, " certificate ");
	CHECK_CODE(zhun_token_touch(w.c, "t1", now, &err), ZHUN_OK, &err);
	const struct zhun_token *list = NULL;
	CHECK_CODE(zhun_token_list(w.c, w.a, "a1", &list, &err), ZHUN_OK, &err);
	CHECK(list && !list->next && list->last_used);
	CHECK_CODE(zhun_token_find(w.c, w.a, s.text, now + INT64_C(2) * 86400 * SECOND, &p, &err),
		   ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_token_remove(w.c, "a2", "t1", &err), ZHUN_E_TOKEN_UNKNOWN, &err);
	CHECK_CODE(zhun_token_remove(w.c, "a1", "t1", &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_token_find(w.c, w.a, s.text, now, &p, &err), ZHUN_E_UNAUTHORISED, &err);
	close_world(&w);
}

static void links_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair first = secret(&w, "zhl_"), second = secret(&w, "zhl_"), late = secret(&w, "zhl_");
	const char *account = "untouched";
	CHECK_CODE(zhun_link_create(w.c, NULL, first.hash, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_link_create(w.c, NULL, second.hash, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_link_take(w.c, w.a, first.text, now, &account, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_TEXT(account, "untouched");
	CHECK_CODE(zhun_link_take(w.c, w.a, second.text, now, &account, &err), ZHUN_OK, &err);
	CHECK(account == NULL);
	CHECK_CODE(zhun_link_take(w.c, w.a, second.text, now, &account, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_link_create(w.c, "a2", late.hash, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_link_take(w.c, w.a, late.text, now + (int64_t)ZHUN_LINK_LIFE * SECOND, &account, &err),
		   ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_link_take(w.c, w.a, late.text, now, &account, &err), ZHUN_OK, &err);
	CHECK_TEXT(account, "a2");
	close_world(&w);
}

static enum zhun_code check(struct world *w, const char *name, const char *address, int64_t seconds)
{
	return zhun_attempt_check(w->c, w->a, name, address, now + seconds * SECOND, &err);
}

static void fail(struct world *w, const char *name, const char *address, int times)
{
	for (int i = 0; i < times; i++)
		CHECK_CODE(zhun_attempt_failed(w->c, name, address, now, &err), ZHUN_OK, &err);
}

/* One that is found, listed and used up; one that ended is swept away by the next. */
static void invitations_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair first = secret(&w, ZHUN_INVITATION_PREFIX), second = secret(&w, ZHUN_INVITATION_PREFIX);
	struct zhun_invitation *found = NULL;
	const struct zhun_invitation *list = NULL;
	const int64_t late = now + (int64_t)ZHUN_INVITATION_LIFE * SECOND;
	const struct zhun_invitation one = {.id = "i1", .organisation = "o1", .role = "staff", .whom = "张三"};
	const struct zhun_invitation two = {.id = "i2", .organisation = "o1", .role = "manager", .inviter = "a1"};
	CHECK_CODE(zhun_invitation_create(w.c, &one, first.hash, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_invitation_find(w.c, w.a, second.text, now, &found, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_invitation_find(w.c, w.a, first.text, now, &found, &err), ZHUN_OK, &err);
	CHECK_TEXT(found->whom, "张三");
	CHECK(found->inviter == NULL);
	CHECK_CODE(zhun_invitation_find(w.c, w.a, first.text, late, &found, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_invitation_create(w.c, &two, second.hash, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_invitation_list(w.c, w.a, "o1", now, &list, &err), ZHUN_OK, &err);
	CHECK(list && list->next && !list->next->next);
	CHECK_TEXT(list->next->inviter, "a1");
	CHECK_CODE(zhun_invitation_list(w.c, w.a, "o2", now, &list, &err), ZHUN_OK, &err);
	CHECK(list == NULL);
	CHECK_CODE(zhun_invitation_end(w.c, &one, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_invitation_end(w.c, &one, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_invitation_create(w.c, &one, first.hash, late, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(w.c, "SELECT count(*) FROM invitation"), 1);
	close_world(&w);
}

static void delays_on(struct unit_store *u)
{
	struct world w = open_world(u);
	fail(&w, "lin", "10.0.0.1", 3);
	CHECK_INT(check(&w, "lin", "10.0.0.1", 0), ZHUN_OK);
	fail(&w, "LIN", "10.0.0.2", 3);
	CHECK_INT(check(&w, "lin", "10.0.0.9", 3), ZHUN_E_LOGIN_WAIT);
	CHECK_TEXT(err.arg[0], "1");
	CHECK_INT(check(&w, "lin", "10.0.0.9", 4), ZHUN_OK);
	CHECK_INT(check(&w, "mara", "10.0.0.1", 0), ZHUN_OK);
	for (char name[] = "n0"; name[1] <= '9'; name[1]++)
		fail(&w, name, "10.0.0.7", 2);
	CHECK_INT(check(&w, "mara", "10.0.0.7", 0), ZHUN_E_LOGIN_WAIT);
	CHECK_CODE(zhun_attempt_succeeded(w.c, "Lin", &err), ZHUN_OK, &err);
	CHECK_INT(check(&w, "lin", NULL, 0), ZHUN_OK);
	fail(&w, "mara", NULL, 40);
	CHECK_INT(check(&w, "mara", NULL, 899), ZHUN_E_LOGIN_WAIT);
	CHECK_INT(check(&w, "mara", NULL, 900), ZHUN_OK);
	close_world(&w);
}

static void accounts_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_principal *p = NULL;
	bool any = true;
	CHECK_CODE(zhun_account_find(w.c, w.a, "gone", &p, &err), ZHUN_OK, &err);
	CHECK(p && p->closed);
	CHECK_CODE(zhun_account_find(w.c, w.a, "nobody", &p, &err), ZHUN_OK, &err);
	CHECK(p == NULL);
	CHECK_CODE(zhun_account_has_administrator(w.c, w.a, &any, &err), ZHUN_OK, &err);
	CHECK(!any);
	CHECK_CODE(zhun_credential_set(w.c, "a1", "hash", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_account_has_administrator(w.c, w.a, &any, &err), ZHUN_OK, &err);
	CHECK(any);
	const char *hash = NULL;
	CHECK_CODE(zhun_credential_get(w.c, w.a, "a1", &hash, &err), ZHUN_OK, &err);
	CHECK_TEXT(hash, "hash");
	close_world(&w);
}

#define ON_EACH(name, test)                 \
	static void name(void)              \
	{                                   \
		unit_store_each(test, true); \
	}
ON_EACH(sessions_end_by_idleness_and_log_out, sessions_on)
ON_EACH(sessions_end_after_their_life_or_with_the_password, ends_on)
ON_EACH(tokens_are_scoped_and_expire, tokens_on)
ON_EACH(links_work_once, links_on)
ON_EACH(invitations_bring_members, invitations_on)
ON_EACH(failures_cost_a_growing_delay, delays_on)
ON_EACH(accounts_are_found, accounts_on)

static void passwords_verify_and_unknown_accounts_cost_the_same(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_password_gate *g = NULL;
	char hash[ZHUN_PASSWORD_TEXT];
	bool right = false;
	CHECK_CODE(zhun_password_gate_open(a, &g, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_password_hash(g, counting, "correct horse", hash, &err), ZHUN_OK, &err);
	CHECK(zhun_str_starts(hash, "$argon2id$v=19$m=19456,t=2,p=1$"));
	CHECK_CODE(zhun_password_verify(g, hash, "correct horse", &right, &err), ZHUN_OK, &err);
	CHECK(right);
	CHECK_CODE(zhun_password_verify(g, hash, "wrong horse!", &right, &err), ZHUN_OK, &err);
	CHECK(!right);
	CHECK_CODE(zhun_password_verify(g, NULL, "correct horse", &right, &err), ZHUN_OK, &err);
	CHECK(!right);
	CHECK_CODE(zhun_password_verify(g, "$argon2id$broken", "correct horse", &right, &err),
		   ZHUN_E_HASHING_FAILED, &err);
	zhun_password_gate_close(g);
	zhun_arena_close(a);
}

/* --- outside log-ins --- */

static enum zhun_code add_subject(struct world *w, const char *id, const char *name, const char *account)
{
	const struct zhun_subject s = {.id = id, .issuer = "https://id.example", .name = name, .account = account};
	return zhun_subject_add(w->c, w->a, &s, now, &err);
}

static void subjects_on(struct unit_store *u)
{
	struct world w = open_world(u);
	const struct zhun_subject asked = {.issuer = "https://id.example", .name = "lin"}, *found = NULL;
	CHECK_CODE(zhun_subject_find(w.c, w.a, &asked, &found, &err), ZHUN_OK, &err);
	CHECK(!found);
	CHECK_CODE(add_subject(&w, "s1", "lin", "a1"), ZHUN_OK, &err);
	CHECK_CODE(add_subject(&w, "s2", "lin", "a2"), ZHUN_E_SUBJECT_TAKEN, &err);
	CHECK_CODE(zhun_subject_find(w.c, w.a, &asked, &found, &err), ZHUN_OK, &err);
	CHECK_TEXT(found ? found->account : "", "a1");
	/* the same word of another issuer is another person */
	const struct zhun_subject other = {.issuer = "https://id.example/2", .name = "lin"};
	CHECK_CODE(zhun_subject_find(w.c, w.a, &other, &found, &err), ZHUN_OK, &err);
	CHECK(!found);
	CHECK_CODE(zhun_subject_touch(w.c, "s1", now + SECOND, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_subject_list(w.c, w.a, "a1", &found, &err), ZHUN_OK, &err);
	CHECK(found && !found->next && found->last_used && strcmp(found->created, found->last_used) < 0);
	close_world(&w);
}

static void the_last_way_in_on(struct unit_store *u)
{
	struct world w = open_world(u);
	bool any = false;
	CHECK_CODE(zhun_account_has_administrator(w.c, w.a, &any, &err), ZHUN_OK, &err);
	CHECK(!any);
	CHECK_CODE(add_subject(&w, "s1", "lin", "a1"), ZHUN_OK, &err);
	CHECK_CODE(zhun_account_has_administrator(w.c, w.a, &any, &err), ZHUN_OK, &err);
	CHECK(any);
	const struct zhun_subject mine = {.id = "s1", .account = "a1"}, others = {.id = "s1", .account = "a2"};
	CHECK_CODE(zhun_subject_remove(w.c, w.a, &others, &err), ZHUN_E_SUBJECT_UNKNOWN, &err);
	CHECK_CODE(zhun_credential_set(w.c, "a1", "hash", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_subject_remove(w.c, w.a, &mine, &err), ZHUN_OK, &err);
	CHECK_CODE(add_subject(&w, "s3", "mara", "a2"), ZHUN_OK, &err);
	const struct zhun_subject only = {.id = "s3", .account = "a2"};
	CHECK_CODE(zhun_subject_remove(w.c, w.a, &only, &err), ZHUN_E_SUBJECT_LAST, &err);
	close_world(&w);
}

static void subjects_have_a_ceiling_on(struct unit_store *u)
{
	struct world w = open_world(u);
	for (int i = 0; i <= ZHUN_SUBJECT_MOST; i++) {
		char id[20];
		(void)snprintf(id, sizeof id, "s%d", i);
		CHECK_CODE(add_subject(&w, id, id, "a2"), i < ZHUN_SUBJECT_MOST ? ZHUN_OK : ZHUN_E_SUBJECT_MANY, &err);
	}
	close_world(&w);
}

static void outside_log_ins_belong_to_one_account(void)
{
	unit_store_each(subjects_on, true);
	unit_store_each(the_last_way_in_on, true);
	unit_store_each(subjects_have_a_ceiling_on, true);
}

static void ways_there_on(struct unit_store *u)
{
	struct world w = open_world(u);
	struct zhun_secret_pair s = secret(&w, "zho_");
	const char *account = NULL;
	CHECK_CODE(zhun_outside_begin(w.c, s.hash, "a1", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_outside_take(w.c, w.a, "zho_other", now, &account, &err), ZHUN_E_OIDC_STATE, &err);
	CHECK_CODE(zhun_outside_take(w.c, w.a, s.text, now + SECOND, &account, &err), ZHUN_OK, &err);
	CHECK_TEXT(account, "a1");
	CHECK_CODE(zhun_outside_take(w.c, w.a, s.text, now + SECOND, &account, &err), ZHUN_E_OIDC_STATE, &err);
	int64_t later = now + (int64_t)ZHUN_OUTSIDE_LIFE * SECOND;
	s = secret(&w, "zho_");
	CHECK_CODE(zhun_outside_begin(w.c, s.hash, NULL, now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_outside_take(w.c, w.a, s.text, later, &account, &err), ZHUN_E_OIDC_STATE, &err);
	s = secret(&w, "zho_");
	CHECK_CODE(zhun_outside_begin(w.c, s.hash, NULL, later, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(w.c, "SELECT count(*) FROM outside_login"), 1);
	const char *body = NULL, *fetched = NULL;
	CHECK_CODE(zhun_outside_document(w.c, w.a, "u", &body, &fetched, &err), ZHUN_OK, &err);
	CHECK(!body);
	CHECK_CODE(zhun_outside_document_keep(w.c, "u", "{}", now, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_outside_document_keep(w.c, "u", "{\"a\":1}", later, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_outside_document(w.c, w.a, "u", &body, &fetched, &err), ZHUN_OK, &err);
	CHECK_TEXT(body, "{\"a\":1}");
	close_world(&w);
}

static void log_ins_on_their_way_count_once(void)
{
	unit_store_each(ways_there_on, true);
}

static void weak_passwords_and_names_are_refused(void)
{
	CHECK_CODE(zhun_password_check("lin", "short", &err), ZHUN_E_PASSWORD_WEAK, &err);
	CHECK_CODE(zhun_password_check("Lin.Wan-2026", "lin.wan-2026", &err), ZHUN_E_PASSWORD_WEAK, &err);
	CHECK_CODE(zhun_password_check("lin", "一二三四五六七八九十", &err), ZHUN_OK, &err);
	static const char *const bad[] = {"", "x", "a b", "a\tb", "<script>", "a/b"};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_account_name_check(bad[i], &err), ZHUN_E_NAME_BAD, &err);
	CHECK_CODE(zhun_account_name_check("王小明", &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_account_name_check("lin@example.org", &err), ZHUN_OK, &err);
}

static void the_csrf_word_belongs_to_its_session(void)
{
	char one[ZHUN_SHA256_TEXT] = "", again[ZHUN_SHA256_TEXT] = "", other[ZHUN_SHA256_TEXT] = "";
	CHECK_CODE(zhun_secret_csrf("zhs_a", one, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_secret_csrf("zhs_a", again, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_secret_csrf("zhs_b", other, &err), ZHUN_OK, &err);
	CHECK_TEXT(one, again);
	CHECK(strcmp(one, other) != 0);
}

static enum zhun_code make_secret(struct zhun_arena *a, void *context)
{
	struct zhun_secret_pair s = {0};
	(void)context;
	enum zhun_code code = zhun_secret_new(a, counting, "zhs_", &s, &err);
	CHECK((s.text != NULL) == (code == ZHUN_OK));
	return code;
}

static enum zhun_code find_session(struct zhun_arena *a, void *context)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_session_find(((struct world *)context)->c, a, "zhs_known", now, &p, &err);
	CHECK((p != NULL) == (code == ZHUN_OK));
	return code;
}

static void faults_on(struct unit_store *u)
{
	struct world w = open_world(u);
	char hash[ZHUN_SHA256_TEXT] = "";
	CHECK_CODE(zhun_secret_hash("zhs_known", hash, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_session_open(w.c, "a2", hash, NULL, now, &err), ZHUN_OK, &err);
	unit_fault_loop(find_session, &w);
	close_world(&w);
}

static void memory_may_run_out_anywhere(void)
{
	unit_fault_loop(make_secret, NULL);
	unit_store_each(faults_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"sessions_end_by_idleness_and_log_out", sessions_end_by_idleness_and_log_out},
		{"sessions_end_after_their_life_or_with_the_password",
		 sessions_end_after_their_life_or_with_the_password},
		{"tokens_are_scoped_and_expire", tokens_are_scoped_and_expire},
		{"outside_log_ins_belong_to_one_account", outside_log_ins_belong_to_one_account},
		{"log_ins_on_their_way_count_once", log_ins_on_their_way_count_once},
		{"links_work_once", links_work_once}, {"invitations_bring_members", invitations_bring_members},
		{"failures_cost_a_growing_delay", failures_cost_a_growing_delay},
		{"accounts_are_found", accounts_are_found},
		{"passwords_verify_and_unknown_accounts_cost_the_same",
		 passwords_verify_and_unknown_accounts_cost_the_same},
		{"weak_passwords_and_names_are_refused", weak_passwords_and_names_are_refused},
		{"the_csrf_word_belongs_to_its_session", the_csrf_word_belongs_to_its_session},
		{"memory_may_run_out_anywhere", memory_may_run_out_anywhere},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

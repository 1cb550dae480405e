/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Failed log-ins and the delay they cost; and what anybody may ask for, which
 * costs the same when it comes often. Counted by the name tried, whether an
 * account has it or not, and by address, so that neither one account nor many
 * from one place can be tried at speed; a delay ends by itself, so that nobody
 * is shut out for long by somebody else's attempts.
 */
#include <stdio.h>

#include "identity/identity.h"
#include "identity/rows.h"
#include "zhun/base/text.h"

enum { FREE_BY_NAME = 3, FREE_BY_ADDRESS = 19, FREE_TO_ASK = 5, DELAY_MOST = 900, WHO_SIZE = 128 };

struct who {
	char name[WHO_SIZE], address[WHO_SIZE];
};

/* Names are folded, so that "Admin" and "admin" share one count; what can name nobody shares one too. */
static struct who who_of(const char *name, const char *address)
{
	struct who w;
	bool sound = zhun_account_name_check(name, NULL) == ZHUN_OK && strlen(name) < WHO_SIZE - 8;
	(void)snprintf(w.name, sizeof w.name, "name:%s", sound ? name : "");
	for (char *s = w.name; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s | 0x20);
	(void)snprintf(w.address, sizeof w.address, "address:%.100s", address ? address : "");
	return w;
}

static int64_t delay_of(int64_t failures, int64_t spared)
{
	int64_t over = failures - spared;
	if (over <= 0)
		return 0;
	return over > 10 ? DELAY_MOST : INT64_C(1) << (over - 1);
}

static int64_t spared_by(const char *who)
{
	if (zhun_str_starts(who, "name:"))
		return FREE_BY_NAME;
	return zhun_str_starts(who, "asked:") ? FREE_TO_ASK : FREE_BY_ADDRESS;
}

/* Seconds still to wait by one row. */
static int64_t wait_of(const struct zhun_value *row, int64_t now)
{
	int64_t last = 0;
	if (zhun_instant_parse(row[2].text, strlen(row[2].text), &last, NULL))
		return 0;
	int64_t spared = spared_by(row[0].text);
	int64_t left = last + delay_of(row[1].integer, spared) * 1000000 - now;
	return left > 0 ? (left + 999999) / 1000000 : 0;
}

static enum zhun_code longest_wait(struct zhun_conn *c, struct zhun_arena *a, const struct who *w, int64_t now,
				   int64_t *ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value params[] = {zhun_v_text(w->name), zhun_v_text(w->address)}, *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_ATTEMPT_GET, params, 2};
	enum zhun_code code = zhun_store_query(c, &asked, a, &rows, err);
	int64_t wait = 0;
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		int64_t one = wait_of(row, now);
		wait = one > wait ? one : wait;
	}
	zhun_rows_done(rows);
	if (!code)
		*ret = wait;
	return code;
}

enum zhun_code zhun_attempt_check(struct zhun_conn *c, struct zhun_arena *a, const char *name, const char *address,
				  int64_t now, struct zhun_error *err)
{
	struct who w = who_of(name, address);
	int64_t wait = 0;
	enum zhun_code code = longest_wait(c, a, &w, now, &wait, err);
	return !code && wait ? zhun_fail(err, ZHUN_E_LOGIN_WAIT, NULL, ZHUN_INT(wait)) : code;
}

static enum zhun_code count_failure(struct zhun_conn *c, const char *who, const char *at, const char *forgotten,
				    struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_text(who), zhun_v_text(at), zhun_v_text(forgotten)};
	return zhun_store_exec(c, ZHUN_SQL_ATTEMPT_FAIL, params, 3, NULL, err);
}

enum zhun_code zhun_attempt_failed(struct zhun_conn *c, const char *name, const char *address, int64_t now,
				   struct zhun_error *err)
{
	struct who w = who_of(name, address);
	char at[ZHUN_INSTANT_TEXT], forgotten[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	zhun_identity_instant(now, -ZHUN_ATTEMPT_MEMORY, forgotten);
	const struct zhun_value old = zhun_v_text(forgotten);
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_ATTEMPT_PURGE, &old, 1, NULL, err);
	if (!code)
		code = count_failure(c, w.name, at, forgotten, err);
	if (!code && address)
		code = count_failure(c, w.address, at, forgotten, err);
	return code;
}

enum zhun_code zhun_attempt_succeeded(struct zhun_conn *c, const char *name, struct zhun_error *err)
{
	struct who w = who_of(name, NULL);
	const struct zhun_value param = zhun_v_text(w.name);
	return zhun_store_exec(c, ZHUN_SQL_ATTEMPT_CLEAR, &param, 1, NULL, err);
}

enum zhun_code zhun_attempt_asked(struct zhun_conn *c, struct zhun_arena *a, const char *address, int64_t now,
				  struct zhun_error *err)
{
	struct who w;
	char at[ZHUN_INSTANT_TEXT], forgotten[ZHUN_INSTANT_TEXT];
	int64_t wait = 0;
	if (!address)
		return ZHUN_OK;
	(void)snprintf(w.address, sizeof w.address, "asked:%.100s", address);
	memcpy(w.name, w.address, sizeof w.name);
	enum zhun_code code = longest_wait(c, a, &w, now, &wait, err);
	if (code || wait)
		return code ? code : zhun_fail(err, ZHUN_E_REQUEST_WAIT, NULL, ZHUN_INT(wait));
	zhun_identity_instant(now, 0, at);
	zhun_identity_instant(now, -ZHUN_ATTEMPT_MEMORY, forgotten);
	const struct zhun_value old = zhun_v_text(forgotten);
	code = zhun_store_exec(c, ZHUN_SQL_ATTEMPT_PURGE, &old, 1, NULL, err);
	return code ? code : count_failure(c, w.address, at, forgotten, err);
}

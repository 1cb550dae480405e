/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account keeps for itself, on both engines: whole, in its own place, by the revision that was read.
 * Covers service/preference.c. */
#include "service/inside.h"

#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 20 };
static const int64_t NOW = INT64_C(1795400000000000);   /* 2026-11-23 */

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
};

static void as(struct desk *d, const char *account)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
	d->call.viewer = (struct zhun_viewer){.account = account};
}

static enum zhun_code put(struct desk *d, const char *account, const char *document, int64_t *rev)
{
	as(d, account);
	const struct zhun_bytes body = {(const unsigned char *)document, strlen(document)};
	return zhun_service_preference_put(&d->call, body, rev, &d->out, &err);
}

static void check_kept(struct desk *d, const char *account, const char *document, int64_t wanted)
{
	int64_t rev = -1;
	as(d, account);
	CHECK_CODE(zhun_service_preference_get(&d->call, &d->out, &rev, &err), ZHUN_OK, &err);
	CHECK_TEXT(d->out.ptr, document);
	CHECK_INT(rev, wanted);
}

static void kept_on(struct unit_store *u)
{
	static const char first[] = "{\"views\": {\"organisation\": []}}", second[] = "{\"标签\":\"1.50\"}";
	const struct zhun_service_options o = {.database = u->url, .zone = "UTC"};
	struct desk d = {0};
	int64_t rev = 1;
	unit_call_open(&d.call, &o, NOW);
	check_kept(&d, "lin", "{}", 1);
	CHECK_CODE(put(&d, "lin", first, &rev), ZHUN_OK, &err);
	CHECK_INT(rev, 2);
	CHECK_CODE(put(&d, "lin", second, &rev), ZHUN_OK, &err);
	check_kept(&d, "lin", second, 3);
	check_kept(&d, "mei", "{}", 1);
	for (rev = 0; rev < 5; rev += rev == 2 ? 2 : 1) {   /* all but 3, where it is */
		int64_t asked = rev;
		CHECK_CODE(put(&d, "lin", first, &asked), ZHUN_E_RECORD_CHANGED, &err);
		CHECK_INT(asked, rev);
	}
	rev = 7;   /* nothing is there that could be at 7 */
	CHECK_CODE(put(&d, "mei", first, &rev), ZHUN_E_RECORD_CHANGED, &err);
	check_kept(&d, "mei", "{}", 1);
	check_kept(&d, "lin", second, 3);
	unit_call_close(&d.call);
}

static void test_kept(void)
{
	unit_store_each(kept_on, true);
}

static void refused_on(struct unit_store *u)
{
	static const char *const bad[] = {"", "[]", "\"x\"", "{\"a\":1,\"a\":2}", "{\"a\":", "{\"a\":\"\xff\"}"};
	const struct zhun_service_options o = {.database = u->url, .zone = "UTC"};
	struct desk d = {0};
	int64_t rev = 1;
	unit_call_open(&d.call, &o, NOW);
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK(put(&d, "lin", bad[i], &rev) != ZHUN_OK);
	CHECK_CODE(put(&d, NULL, "{}", &rev), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	CHECK_CODE(zhun_service_preference_get(&d.call, &d.out, &rev, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM preference"), 0);
	unit_call_close(&d.call);
}

static void test_refused(void)
{
	unit_store_each(refused_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"preference kept", test_kept}, {"preference refused", test_refused},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}

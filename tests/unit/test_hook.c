/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Webhooks: which addresses they may go to, their signature, and that a private address is refused at every door.
 * Covers service/hook.c, service/hook_address.c and service/hook_send.c; deliveries to a real receiver are in
 * tests/crash/test_post.
 */
#include "service/hook.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "unit.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 24, OUT = 1 << 20 };

static struct zhun_error err;

static bool is_public(const char *text, bool loopback)
{
	struct sockaddr_in four = {.sin_family = AF_INET};
	struct sockaddr_in6 six = {.sin6_family = AF_INET6};
	if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
		return zhun_hook_address_public((const struct sockaddr *)(const void *)&four, loopback);
	CHECK(inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
	return zhun_hook_address_public((const struct sockaddr *)(const void *)&six, loopback);
}

/* The first and last address of each block of the IANA registries, and the neighbours that are public. */
static void test_addresses(void)
{
	static const char *const private[] = {
		"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
		"127.255.255.255", "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0",
		"192.0.0.255", "192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
		"198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "100::1", "2001::1", "2001:1ff:ffff::",
		"2001:db8::1", "2002:7f00:1::", "3fff::1", "3fff:fff:ffff::1", "fc00::1", "fdff::1",
		"fe80::1", "fec0::1", "ff02::1",
	};
	static const char *const public[] = {
		"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
		"128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
		"192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
		"2001:200::1", "2001:db9::1", "2003::1", "2400:cb00::1", "2606:4700::1111", "3fff:1000::1",
	};
	for (size_t i = 0; i < ZHUN_COUNT(private); i++)
		unit_check(!is_public(private[i], false), __FILE__, __LINE__, "%s", private[i]);
	for (size_t i = 0; i < ZHUN_COUNT(public); i++)
		unit_check(is_public(public[i], false), __FILE__, __LINE__, "%s", public[i]);
	CHECK(is_public("127.0.0.1", true) && is_public("::1", true));
	CHECK(!is_public("10.0.0.1", true) && !is_public("169.254.169.254", true) && !is_public("fe80::1", true));
}

static void test_urls(void)
{
	static const char *const good[] = {"https://example.org/hook", "https://example.org:8443/a?b=c",
					   "https://8.8.8.8/", "https://[2606:4700::1111]/x"};
	static const char *const bad[] = {"", "http://example.org/", "ftp://example.org/", "https://", "https:///x",
					  "https://me:secret@example.org/", "https://example.org/a b",
					  "file:///etc/passwd", "https://example.org\\@127.0.0.1/", "https://例.org/"};
	static const char *const private[] = {
		"https://127.0.0.1/", "https://127.1/", "https://0x7f000001/", "https://2130706433/", "https://[::1]/",
		"https://localhost/x", "https://169.254.169.254/latest", "https://[::ffff:10.0.0.1]/",
		"https://192.168.1.1:8443/"};
	for (size_t i = 0; i < ZHUN_COUNT(good); i++)
		CHECK_CODE(zhun_hook_url(good[i], false, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_hook_url(bad[i], false, &err), ZHUN_E_HOOK_URL, &err);
	for (size_t i = 0; i < ZHUN_COUNT(private); i++)
		CHECK_CODE(zhun_hook_url(private[i], false, &err), ZHUN_E_HOOK_PRIVATE, &err);
	CHECK_CODE(zhun_hook_url("http://127.0.0.1:1/", true, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_hook_url("http://10.0.0.1/", true, &err), ZHUN_E_HOOK_PRIVATE, &err);
}

/* The example of the Standard Webhooks specification, as its libraries test it. */
static void test_signature(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	const char *signature = NULL;
	CHECK_CODE(zhun_hook_sign(a, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
				  "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}", &signature, &err),
		   ZHUN_OK, &err);
	CHECK_TEXT(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	CHECK_CODE(zhun_hook_sign(a, "whsec_*", "x", &signature, &err), ZHUN_E_BASE64_BAD, &err);
	zhun_arena_close(a);
}

static enum zhun_code sign(struct zhun_arena *a, void *context)
{
	const char *signature = NULL;
	(void)context;
	enum zhun_code code = zhun_hook_sign(a, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "x", &signature, &err);
	CHECK(!code == (signature != NULL));
	return code;
}

static void test_faults(void)
{
	unit_fault_loop(sign, NULL);
}

static bool go_on(struct zhun_job_run *run, int64_t done, int64_t total)
{
	(void)run, (void)done, (void)total;
	return true;
}

/* A name that turns out to be this machine is refused when the socket is made. */
static void test_send_private(void)
{
	struct zhun_service *s = NULL;
	const struct zhun_service_options o = {.zone = "UTC"};
	CHECK_CODE(zhun_service_open(&o, &s, &err), ZHUN_OK, &err);
	struct zhun_call call = {.service = s, .arena = zhun_arena_open(CEILING)};
	struct zhun_job_run run = {.call = &call, .beat = go_on};
	const struct zhun_hook_post p = {.run = &run, .url = "http://localhost:1/", .body = "{}", .id = "1",
					 .timestamp = "2", .signature = "v1,x"};
	CHECK_CODE(zhun_hook_send(&p, &err), ZHUN_E_HOOK_PRIVATE, &err);
	CHECK(!zhun_job_worth_retry(ZHUN_E_HOOK_PRIVATE) && zhun_job_worth_retry(ZHUN_E_HOOK_UNREACHABLE));
	zhun_arena_close(call.arena);
	zhun_service_close(s);
}

/* Kept by managers of the organisation alone; the secret is shown once; so many and no more. */
static void keeping_on(struct unit_store *u)
{
	struct zhun_service *s = NULL;
	const struct zhun_service_options o = {.database = u->url, .zone = "UTC"};
	static const char body[] = "{\"organisation\":\"org\",\"url\":\"https://example.org/\","
				   "\"events\":[\"certificate_withdrawn\"]}";
	const struct zhun_bytes b = {(const unsigned char *)body, sizeof body - 1};
	struct zhun_membership staff = {"org", ZHUN_ROLE_STAFF}, manager = {"org", ZHUN_ROLE_MANAGER};
	struct zhun_text out;
	CHECK_CODE(zhun_service_open(&o, &s, &err), ZHUN_OK, &err);
	struct zhun_call call = {.service = s, .arena = zhun_arena_open(CEILING), .now = zhun_service_clock()};
	CHECK_CODE(zhun_service_connect(s, true, &call.conn, &err), ZHUN_OK, &err);
	zhun_text_init(&out, call.arena, OUT);
	call.viewer = (struct zhun_viewer){.account = "me", .members = &staff, .count = 1};
	CHECK_CODE(zhun_service_hook_create(&call, b, &out, &err), ZHUN_E_HOOK_UNKNOWN, &err);
	call.viewer.members = &manager;
	CHECK_CODE(zhun_service_hook_create(&call, b, &out, &err), ZHUN_OK, &err);
	CHECK(strstr(out.ptr, "\"secret\":\"whsec_") != NULL);
	zhun_text_init(&out, call.arena, OUT);
	CHECK_CODE(zhun_service_hook_list(&call, "org", &out, &err), ZHUN_OK, &err);
	CHECK(strstr(out.ptr, "https://example.org/") && !strstr(out.ptr, "whsec_"));
	enum zhun_code code = ZHUN_OK;
	int made = 1;
	while (!(code = zhun_service_hook_create(&call, b, &out, &err)) && made < 100)
		made++;
	CHECK_CODE(code, ZHUN_E_HOOKS_MANY, &err);
	CHECK_INT(made, 10);
	const struct zhun_raised r = {.event = ZHUN_EVENT_CERTIFICATE_WITHDRAWN, .organisation = "org", .about = "it",
				      .words = {{"C-1"}, {"2026-11-25"}}};
	const struct zhun_raised other = {
		.event = ZHUN_EVENT_CERTIFICATE_SUSPENDED, .organisation = "org", .about = "it"};
	for (int i = 0; i < 2; i++) {
		CHECK_CODE(zhun_notice_raise(&call, call.conn, &r, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_notice_raise(&call, call.conn, &other, &err), ZHUN_OK, &err);
	}
	CHECK_INT(unit_store_int(call.conn, "SELECT count(*) FROM job WHERE kind = 'webhook'"), 10);
	CHECK_CODE(zhun_service_hook_remove(&call, "nothing", &err), ZHUN_E_HOOK_UNKNOWN, &err);
	zhun_service_disconnect(call.conn);
	zhun_arena_close(call.arena);
	zhun_service_close(s);
}

static void test_keeping(void)
{
	unit_store_each(keeping_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"hook addresses", test_addresses}, {"hook urls", test_urls},	{"hook signature", test_signature},
		{"hook faults", test_faults},	    {"hook to a private address", test_send_private},
		{"hook keeping", test_keeping},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}

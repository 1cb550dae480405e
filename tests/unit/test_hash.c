/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codec/hash.c and codec/base64.c; expected values: FIPS 180-4 examples, RFC 4231 (HMAC),
 * RFC 4648 section 10 (base64). */
#include "unit.h"

#include "codec/hash.h"

enum { ROOM = 1 << 20 };

static struct zhun_bytes bytes(const char *s)
{
	return (struct zhun_bytes){(const unsigned char *)s, strlen(s)};
}

static void test_sha256(void)
{
	char hex[ZHUN_SHA256_TEXT] = "";
	struct zhun_error err = {0};
	CHECK_CODE(zhun_sha256_hex(bytes("abc"), hex, &err), ZHUN_OK, &err);
	CHECK_TEXT(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK_CODE(zhun_sha256_hex(bytes(""), hex, &err), ZHUN_OK, &err);
	CHECK_TEXT(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void test_hmac(void)
{
	unsigned char mac[ZHUN_SHA256_SIZE];
	char hex[ZHUN_SHA256_TEXT] = "";
	struct zhun_error err = {0};
	CHECK_CODE(zhun_hmac_sha256(bytes("Jefe"), bytes("what do ya want for nothing?"), mac, &err), ZHUN_OK, &err);
	zhun_hex((struct zhun_bytes){mac, sizeof mac}, hex);
	CHECK_TEXT(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

static void test_same(void)
{
	CHECK(zhun_secret_same("word", "word") && zhun_secret_same("", ""));
	CHECK(!zhun_secret_same("word", "wore") && !zhun_secret_same("word", "wor") && !zhun_secret_same("", "a"));
	CHECK(!zhun_secret_same(NULL, NULL) && !zhun_secret_same(NULL, "") && !zhun_secret_same("", NULL));
}

static void test_base64(void)
{
	static const struct { const char *plain, *standard, *url; } cases[] = {
		{"", "", ""}, {"f", "Zg==", "Zg"}, {"fo", "Zm8=", "Zm8"}, {"foo", "Zm9v", "Zm9v"},
		{"foob", "Zm9vYg==", "Zm9vYg"}, {"fooba", "Zm9vYmE=", "Zm9vYmE"}, {"foobar", "Zm9vYmFy", "Zm9vYmFy"},
		{"\xfb\xff\xbf", "+/+/", "-_-_"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_bytes got = {0};
		struct zhun_error err = {0};
		CHECK_TEXT(zhun_base64(a, bytes(cases[i].plain)), cases[i].standard);
		CHECK_TEXT(zhun_base64url(a, bytes(cases[i].plain)), cases[i].url);
		CHECK_CODE(zhun_base64_decode(a, cases[i].standard, strlen(cases[i].standard), &got, &err),
			   ZHUN_OK, &err);
		CHECK(zhun_secret_equal(got, bytes(cases[i].plain)));
		CHECK_CODE(zhun_base64url_decode(a, cases[i].url, strlen(cases[i].url), &got, &err),
			   ZHUN_OK, &err);
		CHECK(zhun_secret_equal(got, bytes(cases[i].plain)));
		(void)zhun_arena_close(a);
	}
}

static void test_base64_space(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes got = {0};
	struct zhun_error err = {0};
	const char *wrapped = "\n  Zm9v\r\n\tYg =\n=\n";
	CHECK_CODE(zhun_base64_decode(a, wrapped, strlen(wrapped), &got, &err), ZHUN_OK, &err);
	CHECK(zhun_secret_equal(got, bytes("foob")));
	(void)zhun_arena_close(a);
}

static void test_base64_refused(void)
{
	static const struct { bool url; const char *text, *at; } cases[] = {
		{false, "Zg", "3"}, {false, "Z===", "5"}, {false, "Zg=", "4"}, {false, "Zg===", "6"},
		{false, "Zh==", "5"}, {false, "Zm9=", "5"}, {false, "Zg==Zg==", "5"}, {false, "Zm-v", "3"},
		{false, "Zm9v\xe6", "5"}, {true, "Zg==", "3"}, {true, "Z", "2"}, {true, "Zh", "3"},
		{true, "Zm9v ", "5"}, {true, "+/+/", "1"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_bytes got = {0};
		struct zhun_error err = {0};
		size_t n = strlen(cases[i].text);
		enum zhun_code code = cases[i].url ? zhun_base64url_decode(a, cases[i].text, n, &got, &err)
						   : zhun_base64_decode(a, cases[i].text, n, &got, &err);
		CHECK_CODE(code, ZHUN_E_BASE64_BAD, &err);
		CHECK_TEXT(err.arg[0], cases[i].at);
		CHECK(!got.ptr);
		(void)zhun_arena_close(a);
	}
}

static void test_secret_equal(void)
{
	CHECK(zhun_secret_equal(bytes("same"), bytes("same")));
	CHECK(!zhun_secret_equal(bytes("same"), bytes("sama")));
	CHECK(!zhun_secret_equal(bytes("same"), bytes("sam")));
	CHECK(zhun_secret_equal(bytes(""), bytes("")));
}

/* Two draws of 32 bytes that agree, or 32 zeros, would mean there is no randomness. */
static void test_random(void)
{
	unsigned char one[32] = {0}, two[32] = {0};
	struct zhun_error err = {0};
	CHECK_CODE(zhun_random(one, sizeof one, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_random(two, sizeof two, &err), ZHUN_OK, &err);
	CHECK(memcmp(one, two, sizeof one) != 0);
}

static enum zhun_code code_and_back(struct zhun_arena *a, void *context)
{
	struct zhun_bytes got = {0};
	struct zhun_error err = {0};
	const char *text = zhun_base64(a, bytes(context));
	if (!text)
		return zhun_no_memory(a, &err);
	enum zhun_code code = zhun_base64_decode(a, text, strlen(text), &got, &err);
	CHECK(code ? !got.ptr : zhun_secret_equal(got, bytes(context)));
	return code;
}

static void test_faults(void)
{
	static char secret[] = "what was measured";
	unit_fault_loop(code_and_back, secret);
}

static const struct unit_test tests[] = {
	{"SHA-256", test_sha256},
	{"HMAC-SHA-256", test_hmac},
	{"secrets that are the same", test_same},
	{"base64 of both alphabets", test_base64},
	{"base64 wrapped in white space", test_base64_space},
	{"base64 refused, with its place", test_base64_refused},
	{"secrets compared", test_secret_equal},
	{"random bytes", test_random},
	{"base64 without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

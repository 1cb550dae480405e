/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identity/oidc.c: the rules of OpenID Connect Core 1.0, 3.1.3.7, each by a token that breaks it alone. */
#include "identity/oidc.h"

#include "unit.h"

enum { ROOM = 1 << 18 };

static const int64_t now = INT64_C(1795400000) * 1000000;

#define ISSUER "\"iss\":\"https://id.example\""
#define TIMES "\"exp\":1795400300,\"iat\":1795399990"
#define REST "\"nonce\":\"n-0S6\",\"sub\":\"24400320\""

static enum zhun_code claims(struct zhun_arena *a, const char *text, struct zhun_oidc_person *ret,
			     struct zhun_error *err)
{
	static const struct zhun_oidc_expected x = {"https://id.example", "zhun", "n-0S6", now};
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_json_parse(a, text, strlen(text), &json, err);
	return code ? code : zhun_oidc_claims(json, &x, ret, err);
}

/* bad: the claim that is told; NULL: taken */
struct told {
	const char *text, *bad;
};

static void gives(const struct told *t)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_oidc_person p = {0};
	struct zhun_error err = {0};
	char sentence[300] = "", want[80];
	CHECK_CODE(claims(a, t->text, &p, &err), t->bad ? ZHUN_E_OIDC_CLAIM : ZHUN_OK, &err);
	if (t->bad) {
		(void)zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof sentence);
		(void)snprintf(want, sizeof want, "the identity token’s %s is", t->bad);
		CHECK(zhun_str_starts(sentence, want));
	} else
		CHECK_TEXT(p.subject, "24400320");
	(void)zhun_arena_close(a);
}

static void test_taken(void)
{
	static const char *const texts[] = {
		"{" ISSUER ",\"aud\":\"zhun\"," TIMES "," REST "}",
		"{" ISSUER ",\"aud\":[\"zhun\"]," TIMES "," REST "}",
		"{" ISSUER ",\"aud\":[\"other\",\"zhun\"],\"azp\":\"zhun\"," TIMES "," REST "}",
		"{" ISSUER ",\"aud\":\"zhun\",\"azp\":\"zhun\",\"nbf\":1795400000," TIMES "," REST "}",
		/* clocks that differ, at the edge of what is allowed; fractions of seconds */
		"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795399881,\"iat\":1795399281," REST "}",
		"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795400300.5,\"iat\":1795400119.5," REST "}",
	};
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++)
		gives(&(struct told){texts[i], NULL});
}

static void test_refused(void)
{
	static const struct told cases[] = {
		{"{\"aud\":\"zhun\"," TIMES "," REST "}", "iss"},
		{"{\"iss\":\"https://id.example/\",\"aud\":\"zhun\"," TIMES "," REST "}", "iss"},
		{"{\"iss\":[\"https://id.example\"],\"aud\":\"zhun\"," TIMES "," REST "}", "iss"},
		{"{" ISSUER "," TIMES "," REST "}", "aud"},
		{"{" ISSUER ",\"aud\":\"Zhun\"," TIMES "," REST "}", "aud"},
		{"{" ISSUER ",\"aud\":[]," TIMES "," REST "}", "aud"},
		{"{" ISSUER ",\"aud\":{\"a\":\"zhun\"}," TIMES "," REST "}", "aud"},
		{"{" ISSUER ",\"aud\":[\"zhun\",\"other\"]," TIMES "," REST "}", "azp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"azp\":\"other\"," TIMES "," REST "}", "azp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"azp\":7," TIMES "," REST "}", "azp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"iat\":1795399990," REST "}", "exp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"exp\":\"1795400300\",\"iat\":1795399990," REST "}", "exp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795399880,\"iat\":1795399870," REST "}", "exp"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795400300," REST "}", "iat"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795400300,\"iat\":1795399279," REST "}", "iat"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"exp\":1795400300,\"iat\":1795400121," REST "}", "iat"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"nbf\":1795400121," TIMES "," REST "}", "nbf"},
		{"{" ISSUER ",\"aud\":\"zhun\",\"nbf\":\"then\"," TIMES "," REST "}", "nbf"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"sub\":\"24400320\"}", "nonce"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S7\",\"sub\":\"24400320\"}", "nonce"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S6\"}", "sub"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S6\",\"sub\":\"\"}", "sub"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S6\",\"sub\":24400320}", "sub"},
		{"{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S6\",\"sub\":\"a\\nb\"}", "sub"},
		{"[]", "iss"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		gives(&cases[i]);
}

/* 255 letters are a subject, 256 are none (Core 2) */
static void test_length(void)
{
	for (int n = 255; n <= 256; n++) {
		char text[600], letters[300];
		memset(letters, 'a', sizeof letters);
		letters[n] = '\0';
		(void)snprintf(text, sizeof text,
			       "{" ISSUER ",\"aud\":\"zhun\"," TIMES ",\"nonce\":\"n-0S6\",\"sub\":\"%s\"}", letters);
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_oidc_person p = {0};
		struct zhun_error err = {0};
		CHECK_CODE(claims(a, text, &p, &err), n == 255 ? ZHUN_OK : ZHUN_E_OIDC_CLAIM, &err);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	struct zhun_oidc_person p;
	struct zhun_error err;
	(void)context;
	return claims(a, "{" ISSUER ",\"aud\":[\"zhun\"]," TIMES "," REST ",\"name\":\"Lin Wan\"}", &p, &err);
}

static void test_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"oidc claims taken", test_taken},
	{"oidc claims refused", test_refused},
	{"oidc subject length", test_length},
	{"oidc faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

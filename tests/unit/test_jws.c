/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * codec/jws.c and codec/libcjose.c. Golden: RFC 7515 A.2 (RS256) and A.3 (ES256); the others were signed with
 * the command line of OpenSSL, by keys that were thrown away.
 */
#include "unit.h"

#include "codec/jws.h"

enum { ROOM = 1 << 20 };

#define PAYLOAD "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
#define RSA_A2 "eyJhbGciOiJSUzI1NiJ9." PAYLOAD "." \
	"cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9" \
	"uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB" \
	"_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq" \
	"Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
#define EC_A3 "eyJhbGciOiJFUzI1NiJ9." PAYLOAD "." \
	"DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

static const char rsa_n[] =
	"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR"
	"T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB"
	"dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"
	"GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
static const char own_n[] =
	"5ftVeN0dPO0gSZkp4CE9vGzmblCcDMZtF3zpSQSd6evvrP9clGRcsvgDL1lqdhrk7iyIp5jPaS4oNmeVeZF7v63ZI7dUlSbP7lfM"
	"hb1nmLDswHtrGatB9-mxaDP9ANsyUOVyOdYoJx1aCGLadtwn2bkDGqtxomv8fZctlWFymxwbPx5-_noCtOwkK95JO9aGXhZrBVHO"
	"rbMIaDeDqMMT5jpMdKPxoWumLYY83Sq_Dwd-PsH4zCVdPdMfQZBhxN1u8SdCP_jJLIIwKLjQO6libM8C5M5vceZx2RU3JR99yxEO"
	"mTbuY47bYlL1ghq-iLQ5ZIKvA9KQrcsQoqLlgznh-Q";
static const char small_n[] =
	"tJ4fYMcK1mHxi1A7MRJAkBR8nN4TQCcXaFN0rdFZ8px-2Wq8zNpFWxpvYNipM45a8Y7LUjxc4Tqbp7Hmn-5v5C4MXqooVNTk5iJB"
	"quCra9ZLKJ77f_9ls-r8m-wh7WVhvO4sXqJJF55ldH2J9wuV6_IqJ0gBHcXrO5YJ7jjQUEM";
static const char ps256[] =
	"eyJhbGciOiJQUzI1NiIsImtpZCI6InBzIn0.eyJzdWIiOiJhIn0.eiPLnwTx9bPf-2453FdECoZr09kLZYv5C7qKTTMXF4TISh-0"
	"NB7ST0RHTrjTFlKQnXB-Gqkqi_NHAe76LhplDox_zTJcj_KW74fATOuWqjmDEVwNO1hyxyF2jwsmoThRaTctEXJY3Mhy8gx3dZj4"
	"66_oXctE_Fdfli8cYPqMsmYVw9fht3zPQ4EjAPJoqOsxDCVFsTvGE2CA9PrWd7sg31sjQ8bOJRWp-tUkg5HV88b1aFt4inKTCS_Y"
	"qaa1XhV6LPC8uYaCRphio8O7r4gW4WUXTSvE-IG3vwTPSDsLZ_6EiNH7n3lStz6ZdW5kXZweaZsUMMpHdt7mSr5hkR6Gng";
static const char rs256[] =
	"eyJhbGciOiJSUzI1NiIsImtpZCI6InJzIn0.eyJzdWIiOiJhIn0.wdnXtJbz8yPSyaA54GHwC7LQwVNMH-RITCHNMw8gYz6iih9t"
	"X3ujEEzO2Inr6cgRz9LUheQc7Xshwv9ahtqsu4PUpzX-S23Gvbg5cK6ht_PbWenO9Kc91KbW7w5kMXgu_0xA1Y5isFm5Eega14wX"
	"S9_OlfxqvVUbHCaRcKUHMMQDox3p7fYOctDJMpQ6LcDllIlVJe4eR0f7KVRPWqDMzjqJ-2D1LwwG4_8wk8ReGRtfiaxtvCkc8rmQ"
	"-IrYBTsh1-MUegayXAbFVKIaufldwNk351eoExb_puM4SBDQIsTzgDdJJewrxk-dxUdS7ABq3DBvQkKaGpq9pe0XKaRbQg";
static const char small[] =
	"eyJhbGciOiJSUzI1NiIsImtpZCI6InNtYWxsIn0.eyJzdWIiOiJhIn0.DWOJFUX5YlNBphfdkJHPfVonyab4OB9adeurH7F9GvcA"
	"PYW-PFkty1psSfT2_c9X1Auc-DtIy5UYL8Gt8A1RjT0tkW35KRJCOh1WfaGRZ19sEcu-rDVJwuiBmL7dMlxXvv7o-F_vB0Bro6zL"
	"6UwM1TSKQKN_bEEfyRNfTX1JfRo";
static const char p384[] =
	"eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.zHcUY8B9bbAoftmU5cqzIxyFWYlW-tIt6XRUjf0Fgj-6AxGIXtBHfFb2o2VFMN2"
	"xbtuzFE-YPfhwYam7gx3qxPyxY0OYBQSqzW42eevK4CyhOWHQpBJ3TqD1G5DrJg7k";

/* The keys, with {n} for a modulus. */
#define KEY_RSA "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"%s\"%s}"
#define KEY_EC_A3 "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\"," \
		  "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}"
#define KEY_P384 "{\"kty\":\"EC\",\"crv\":\"P-384\"," \
		 "\"x\":\"gnXAofNjtT8E-2I3lFIfOavRVAynSUeumrag-CtVOS6d_W51Zq4Jk7c-jJy_7-pa\"," \
		 "\"y\":\"nGsucuQVDXRwh2lWekVPZS_SaVP2gnZAkcgS_3eIcMAqjfT6EQtyE19xd0MP8pUE\"}"

struct told {
	const char *token, *first, *modulus, *more;  /* the set: a key as it is (NULL: none), and one of RSA */
};

static enum zhun_code verify(struct zhun_arena *a, const struct told *t, struct zhun_bytes *ret, struct zhun_error *err)
{
	const struct zhun_json *keys = NULL;
	const char *rsa = t->modulus ? zhun_printf(a, KEY_RSA, t->modulus, t->more ? t->more : "") : "";
	const char *comma = t->first && t->modulus ? "," : "";
	if (!rsa)
		return zhun_no_memory(a, err);
	const char *set = zhun_printf(a, "{\"keys\":[%s%s%s]}", t->first ? t->first : "", comma, rsa);
	if (!set)
		return zhun_no_memory(a, err);
	enum zhun_code code = zhun_json_parse(a, set, strlen(set), &keys, err);
	return code ? code : zhun_jws_verify(a, t->token, keys, ret, err);
}

static void gives(const struct told *t, enum zhun_code want, const char *payload)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes got = {0};
	struct zhun_error err = {0};
	CHECK_CODE(verify(a, t, &got, &err), want, &err);
	CHECK_INT((long long)got.len, payload ? (long long)strlen(payload) : 0);
	if (payload && got.len == strlen(payload))
		CHECK(memcmp(got.ptr, payload, got.len) == 0);
	(void)zhun_arena_close(a);
}

static void test_golden(void)
{
	static const char joe[] = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
	static const char sub[] = "{\"sub\":\"a\"}";
	gives(&(struct told){RSA_A2, NULL, rsa_n, NULL}, ZHUN_OK, joe);
	gives(&(struct told){EC_A3, KEY_EC_A3, NULL, NULL}, ZHUN_OK, joe);
	gives(&(struct told){ps256, NULL, own_n, ",\"kid\":\"ps\",\"use\":\"sig\""}, ZHUN_OK, sub);
	gives(&(struct told){rs256, NULL, own_n, ",\"kid\":\"rs\",\"alg\":\"RS256\""}, ZHUN_OK, sub);
	/* keys of another kind, and the wrong one of the right kind, are passed over */
	gives(&(struct told){RSA_A2, KEY_EC_A3, rsa_n, ",\"key_ops\":[\"verify\"]"}, ZHUN_OK, joe);
}

/* what an attacker would send */
static void test_refused(void)
{
	static const struct { struct told t; enum zhun_code code; } cases[] = {
		{{"eyJhbGciOiJub25lIn0." PAYLOAD ".", NULL, rsa_n, NULL}, ZHUN_E_JWS_ALGORITHM},
		{{"eyJhbGciOiJIUzI1NiJ9." PAYLOAD ".c2ln", NULL, rsa_n, NULL}, ZHUN_E_JWS_ALGORITHM},
		{{"eyJ0eXAiOiJKV1QifQ." PAYLOAD ".c2ln", NULL, rsa_n, NULL}, ZHUN_E_JWS_ALGORITHM},
		{{"eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiYjY0Il0sImI2NCI6ZmFsc2V9." PAYLOAD ".c2ln", NULL, rsa_n, NULL},
		 ZHUN_E_JWS_FORM},
		{{"WyJSUzI1NiJd." PAYLOAD ".c2ln", NULL, rsa_n, NULL}, ZHUN_E_JWS_FORM},
		{{"", NULL, rsa_n, NULL}, ZHUN_E_JWS_FORM},
		{{"no token", NULL, rsa_n, NULL}, ZHUN_E_JWS_FORM},
		{{"eyJhbGciOiJSUzI1NiJ9." PAYLOAD, NULL, rsa_n, NULL}, ZHUN_E_JWS_FORM},
		{{"eyJhbGciOiJSUzI1NiJ9." PAYLOAD ".", NULL, rsa_n, NULL}, ZHUN_E_JWS_SIGNATURE},
		{{"eyJhbGciOiJSUzI1NiJ9." PAYLOAD ".c2ln", NULL, rsa_n, NULL}, ZHUN_E_JWS_SIGNATURE},
		{{RSA_A2, NULL, own_n, NULL}, ZHUN_E_JWS_SIGNATURE},
		{{RSA_A2, NULL, NULL, NULL}, ZHUN_E_JWS_KEY},
		{{RSA_A2, KEY_EC_A3, NULL, NULL}, ZHUN_E_JWS_KEY},
		{{RSA_A2, NULL, rsa_n, ",\"use\":\"enc\""}, ZHUN_E_JWS_KEY},
		{{RSA_A2, NULL, rsa_n, ",\"alg\":\"PS256\""}, ZHUN_E_JWS_KEY},
		{{RSA_A2, NULL, rsa_n, ",\"key_ops\":[\"encrypt\"]"}, ZHUN_E_JWS_KEY},
		{{rs256, NULL, own_n, ",\"kid\":\"other\""}, ZHUN_E_JWS_KEY},
		{{rs256, NULL, own_n, NULL}, ZHUN_E_JWS_KEY},
		{{small, NULL, small_n, ",\"kid\":\"small\""}, ZHUN_E_JWS_KEY},
		{{p384, KEY_P384, NULL, NULL}, ZHUN_E_JWS_KEY},
		{{ps256, NULL, own_n, ",\"kid\":\"ps\",\"alg\":\"RS256\""}, ZHUN_E_JWS_KEY},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		gives(&cases[i].t, cases[i].code, NULL);
}

/* any one character changed, anywhere: never taken */
static void test_tampered(void)
{
	static const char letters[] = "ABab09-_";
	for (size_t i = 0; i < sizeof EC_A3 - 1; i++) {
		char token[sizeof EC_A3];
		memcpy(token, EC_A3, sizeof token);
		token[i] = letters[i % (sizeof letters - 1)];
		/* the last letter of each part holds bits that belong to no byte */
		if (token[i] == EC_A3[i] || EC_A3[i + 1] == '.' || !EC_A3[i + 1])
			continue;
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct told t = {token, KEY_EC_A3, NULL, NULL};
		struct zhun_bytes got = {0};
		struct zhun_error err = {0};
		CHECK(verify(a, &t, &got, &err) != ZHUN_OK);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	struct zhun_bytes got;
	struct zhun_error err;
	(void)context;
	return verify(a, &(struct told){RSA_A2, KEY_EC_A3, rsa_n, NULL}, &got, &err);
}

static void test_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"jws golden", test_golden},
	{"jws refused", test_refused},
	{"jws tampered", test_tampered},
	{"jws faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity/secret.h"

#include "zhun/base/uuid.h"

static struct zhun_bytes bytes_of(const char *s)
{
	return (struct zhun_bytes){(const unsigned char *)s, strlen(s)};
}

enum zhun_code zhun_secret_hash(const char *text, char ret[ZHUN_SHA256_TEXT], struct zhun_error *err)
{
	return zhun_sha256_hex(bytes_of(text), ret, err);
}

enum zhun_code zhun_secret_new(struct zhun_arena *a, zhun_random_source *random, const char *prefix,
			       struct zhun_secret_pair *ret, struct zhun_error *err)
{
	unsigned char raw[ZHUN_SECRET_BYTES];
	struct zhun_secret_pair made = {0};
	enum zhun_code code = random(raw, sizeof raw, err);
	if (code)
		return code;
	const char *text = zhun_base64url(a, (struct zhun_bytes){raw, sizeof raw});
	if (!text || !(made.text = zhun_printf(a, "%s%s", prefix, text)))
		return zhun_no_memory(a, err);
	code = zhun_secret_hash(made.text, made.hash, err);
	if (!code)
		*ret = made;
	return code;
}

enum zhun_code zhun_secret_word(const char *secret, const char *purpose, char ret[ZHUN_SHA256_TEXT],
				struct zhun_error *err)
{
	unsigned char mac[ZHUN_SHA256_SIZE];
	enum zhun_code code = zhun_hmac_sha256(bytes_of(secret), bytes_of(purpose), mac, err);
	if (!code)
		zhun_hex((struct zhun_bytes){mac, sizeof mac}, ret);
	return code;
}

enum zhun_code zhun_secret_csrf(const char *session, char ret[ZHUN_SHA256_TEXT], struct zhun_error *err)
{
	return zhun_secret_word(session, "csrf", ret, err);
}

enum zhun_code zhun_identity_id(zhun_random_source *random, int64_t now, char *out, struct zhun_error *err)
{
	unsigned char raw[ZHUN_UUID_RANDOM];
	enum zhun_code code = random(raw, sizeof raw, err);
	if (!code)
		zhun_uuid7(now, raw, out);
	return code;
}

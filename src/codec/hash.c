/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests through libcrypto's one-shot functions; nothing of it is kept between calls. */
#include "codec/hash.h"

#include <errno.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>

enum zhun_code zhun_sha256(struct zhun_bytes in, unsigned char ret[ZHUN_SHA256_SIZE],
			   struct zhun_error *err)
{
	size_t len = 0;

	if (!EVP_Q_digest(NULL, "SHA256", NULL, in.ptr, in.len, ret, &len) || len != ZHUN_SHA256_SIZE)
		return zhun_fail(err, ZHUN_E_CRYPTO_FAILED, NULL, "SHA-256");
	return ZHUN_OK;
}

enum zhun_code zhun_sha256_hex(struct zhun_bytes in, char ret[ZHUN_SHA256_TEXT], struct zhun_error *err)
{
	unsigned char digest[ZHUN_SHA256_SIZE];
	enum zhun_code code = zhun_sha256(in, digest, err);

	if (!code)
		zhun_hex((struct zhun_bytes){digest, sizeof digest}, ret);
	return code;
}

enum zhun_code zhun_hmac_sha256(struct zhun_bytes key, struct zhun_bytes in,
				unsigned char ret[ZHUN_SHA256_SIZE], struct zhun_error *err)
{
	size_t len = 0;

	if (!EVP_Q_mac(NULL, "HMAC", NULL, "SHA256", NULL, key.ptr, key.len, in.ptr, in.len, ret,
		       ZHUN_SHA256_SIZE, &len) || len != ZHUN_SHA256_SIZE)
		return zhun_fail(err, ZHUN_E_CRYPTO_FAILED, NULL, "HMAC-SHA-256");
	return ZHUN_OK;
}

void zhun_hex(struct zhun_bytes in, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < in.len; i++) {
		*out++ = digits[in.ptr[i] >> 4];
		*out++ = digits[in.ptr[i] & 15];
	}
	*out = '\0';
}

bool zhun_secret_equal(struct zhun_bytes a, struct zhun_bytes b)
{
	return a.len == b.len && CRYPTO_memcmp(a.ptr, b.ptr, a.len) == 0;
}

bool zhun_secret_same(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	return zhun_secret_equal((struct zhun_bytes){(const unsigned char *)a, strlen(a)},
				 (struct zhun_bytes){(const unsigned char *)b, strlen(b)});
}

enum zhun_code zhun_random(unsigned char *out, size_t n, struct zhun_error *err)
{
	while (n > 0) {
		ssize_t got = getrandom(out, n, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return zhun_fail(err, ZHUN_E_CRYPTO_FAILED, NULL, "getrandom");
		out += got;
		n -= (size_t)got;
	}
	return ZHUN_OK;
}

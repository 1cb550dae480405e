/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base64 of both alphabets (RFC 4648). Bits left over at the end must be zero, so that a text has one reading. */
#include "codec/hash.h"

struct alphabet {
	const char *digits;
	bool padded;
};

static const struct alphabet standard = {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", true};
static const struct alphabet url = {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", false};

static char *encode(struct zhun_arena *a, struct zhun_bytes in, const struct alphabet *alphabet)
{
	char *out = zhun_alloc(a, in.len / 3 * 4 + 5);
	char *o = out;
	unsigned bits = 0, have = 0;

	if (!out)
		return NULL;
	for (size_t i = 0; i < in.len; i++) {
		bits = (bits << 8 | in.ptr[i]) & 0xffffu;
		for (have += 8; have >= 6; have -= 6)
			*o++ = alphabet->digits[bits >> (have - 6) & 63];
	}
	if (have)
		*o++ = alphabet->digits[bits << (6 - have) & 63];
	while (alphabet->padded && (o - out) % 4)
		*o++ = '=';
	return out;
}

char *zhun_base64(struct zhun_arena *a, struct zhun_bytes in)
{
	return encode(a, in, &standard);
}

char *zhun_base64url(struct zhun_arena *a, struct zhun_bytes in)
{
	return encode(a, in, &url);
}

struct decoder {
	const struct alphabet *alphabet;
	unsigned char *out;
	size_t len, digits, pads;
	unsigned bits;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool take_digit(struct decoder *d, char c)
{
	const char *found = c ? strchr(d->alphabet->digits, c) : NULL;

	if (!found || d->pads)
		return false;
	d->bits = (d->bits << 6 | (unsigned)(found - d->alphabet->digits)) & 0xffffu;
	if (++d->digits % 4 == 1)
		return true;
	unsigned left = (unsigned)(6 - 2 * ((d->digits - 1) % 4));
	d->out[d->len++] = (unsigned char)(d->bits >> left);
	return true;
}

/* At the end: no lone digit, zero bits left over, the padding right where there is one. */
static bool is_complete(const struct decoder *d, bool padded)
{
	static const unsigned spare[] = {0, 63, 15, 3};
	size_t tail = d->digits % 4;

	if (tail == 1 || d->bits & spare[tail])
		return false;
	return padded ? d->pads < 3 && (d->digits + d->pads) % 4 == 0 : d->pads == 0;
}

static enum zhun_code fail_at(size_t at, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_BASE64_BAD, NULL, ZHUN_INT(at + 1));
}

static enum zhun_code decode(const struct alphabet *alphabet, struct zhun_arena *a, const char *s, size_t n,
			     struct zhun_bytes *ret, struct zhun_error *err)
{
	struct decoder d = {.alphabet = alphabet, .out = zhun_alloc(a, n / 4 * 3 + 3)};
	bool padded = alphabet->padded;

	if (!d.out)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++) {
		if (padded && is_space(s[i]))
			continue;
		if (padded && s[i] == '=')
			d.pads++;
		else if (!take_digit(&d, s[i]))
			return fail_at(i, err);
	}
	if (!is_complete(&d, padded))
		return fail_at(n, err);
	*ret = (struct zhun_bytes){d.out, d.len};
	return ZHUN_OK;
}

enum zhun_code zhun_base64_decode(struct zhun_arena *a, const char *s, size_t n,
				  struct zhun_bytes *ret, struct zhun_error *err)
{
	return decode(&standard, a, s, n, ret, err);
}

enum zhun_code zhun_base64url_decode(struct zhun_arena *a, const char *s, size_t n,
				     struct zhun_bytes *ret, struct zhun_error *err)
{
	return decode(&url, a, s, n, ret, err);
}

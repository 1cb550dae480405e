/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/charset.h"

#include <iconv.h>
#include <stdio.h>

const char *zhun_charset_name(enum zhun_charset c)
{
	static const char *const names[] = {
		[ZHUN_UTF8] = "UTF-8", [ZHUN_UTF16] = "UTF-16", [ZHUN_GB18030] = "GB18030"};

	return names[c];
}

/* Converts all of it; false where a byte does not belong. Two bytes become three at most, as four do four. */
static bool convert(const char *from, struct zhun_bytes in, unsigned char *out, size_t *ret_len)
{
	iconv_t cd = iconv_open("UTF-8", from);
	union {
		const unsigned char *own;
		char *theirs;   /* iconv only reads there */
	} text = {in.ptr};
	char *to = (char *)out;
	size_t left = in.len, room = in.len + in.len / 2 + 4;
	bool whole;

	if (cd == (iconv_t)-1)
		return false;
	whole = iconv(cd, &text.theirs, &left, &to, &room) != (size_t)-1 && left == 0;
	(void)iconv_close(cd);
	*ret_len = (size_t)(to - (char *)out);
	return whole;
}

static enum zhun_code fail_at(struct zhun_bytes in, size_t at, struct zhun_error *err)
{
	size_t line = 1, cell = 1;
	char place[64];

	for (size_t i = 0; i < at; i++) {
		cell += in.ptr[i] == ',' || in.ptr[i] == ';' || in.ptr[i] == '\t';
		if (in.ptr[i] == '\n') {
			line++;
			cell = 1;
		}
	}
	(void)snprintf(place, sizeof place, "line %zu cell %zu", line, cell);
	return zhun_fail(err, ZHUN_E_CHARSET_UNKNOWN, place, ZHUN_INT(at + 1));
}

static bool begins(struct zhun_bytes in, const char *mark, size_t n)
{
	return in.len >= n && memcmp(in.ptr, mark, n) == 0;
}

/* How the bytes begin may say it; NULL: it does not. */
static const char *marked(struct zhun_bytes in)
{
	return begins(in, "\xff\xfe", 2) ? "UTF-16LE" : begins(in, "\xfe\xff", 2) ? "UTF-16BE" : NULL;
}

static struct zhun_bytes without(struct zhun_bytes in, size_t mark)
{
	return (struct zhun_bytes){in.ptr + mark, in.len - mark};
}

enum zhun_code zhun_charset_read(struct zhun_arena *a, struct zhun_bytes in, struct zhun_bytes *ret,
				 enum zhun_charset *ret_charset, struct zhun_error *err)
{
	size_t valid = zhun_utf8_valid((const char *)in.ptr, in.len), len = 0;
	bool mark = begins(in, "\xef\xbb\xbf", 3);
	const char *wide = marked(in);
	unsigned char *out;

	if (valid == in.len) {
		*ret = without(in, mark ? 3 : 0);
		*ret_charset = ZHUN_UTF8;
		return ZHUN_OK;
	}
	if (mark)
		return fail_at(in, valid, err);
	if (!(out = zhun_alloc(a, in.len + in.len / 2 + 4)))
		return zhun_no_memory(a, err);
	if (!(wide ? convert(wide, without(in, 2), out, &len) : convert("GB18030", in, out, &len)) ||
	    zhun_utf8_valid((const char *)out, len) != len)
		return fail_at(in, valid, err);
	*ret = (struct zhun_bytes){out, len};
	*ret_charset = wide ? ZHUN_UTF16 : ZHUN_GB18030;
	return ZHUN_OK;
}

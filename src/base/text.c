/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text builder, and the few words about UTF-8 and strings that everybody needs. */
#include "zhun/base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void zhun_text_init(struct zhun_text *t, struct zhun_arena *a, size_t ceiling)
{
	*t = (struct zhun_text){.arena = a, .ceiling = ceiling};
}

/* Room for n more bytes and the NUL; doubles, so that adding is linear over all. */
static bool reserve(struct zhun_text *t, size_t n)
{
	if (t->failed)
		return false;
	if (n > t->ceiling - t->len) {
		t->failed = t->over = true;
		return false;
	}
	if (t->len + n < t->cap)
		return true;
	size_t cap = t->cap ? t->cap * 2 : 64;
	while (cap <= t->len + n)
		cap *= 2;
	char *grown = zhun_alloc(t->arena, cap);
	if (!grown) {
		t->failed = true;
		return false;
	}
	if (t->len)
		memcpy(grown, t->ptr, t->len);
	t->ptr = grown;
	t->cap = cap;
	return true;
}

void zhun_text_addn(struct zhun_text *t, const char *s, size_t n)
{
	if (!reserve(t, n))
		return;
	if (n)
		memcpy(t->ptr + t->len, s, n);
	t->len += n;
	t->ptr[t->len] = '\0';
}

void zhun_text_add(struct zhun_text *t, const char *s)
{
	zhun_text_addn(t, s, strlen(s));
}

void zhun_text_addc(struct zhun_text *t, char c)
{
	if (t->len + 1 >= t->cap || t->len >= t->ceiling || t->failed) {
		zhun_text_addn(t, &c, 1);
		return;
	}
	t->ptr[t->len++] = c;
	t->ptr[t->len] = '\0';
}

void zhun_text_addf(struct zhun_text *t, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0 || !reserve(t, (size_t)n))
		return;
	va_start(args, format);
	(void)vsnprintf(t->ptr + t->len, (size_t)n + 1, format, args);
	va_end(args);
	t->len += (size_t)n;
}

void zhun_text_add_scalar(struct zhun_text *t, uint32_t scalar)
{
	char out[4];
	size_t n;
	if (scalar < 0x80) {
		out[0] = (char)scalar;
		n = 1;
	} else if (scalar < 0x800) {
		out[0] = (char)(0xC0U | scalar >> 6);
		n = 2;
	} else if (scalar < 0x10000) {
		out[0] = (char)(0xE0U | scalar >> 12);
		n = 3;
	} else {
		out[0] = (char)(0xF0U | scalar >> 18);
		n = 4;
	}
	for (size_t i = 1; i < n; i++)
		out[i] = (char)(0x80U | (scalar >> 6 * (n - 1 - i) & 0x3FU));
	zhun_text_addn(t, out, n);
}

enum zhun_code zhun_text_done(struct zhun_text *t, const char **ret, struct zhun_error *err)
{
	zhun_text_addn(t, "", 0);
	if (t->over)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(t->ceiling));
	if (t->failed)
		return zhun_no_memory(t->arena, err);
	*ret = t->ptr;
	return ZHUN_OK;
}

/* Length of the well-formed character at s, 0 if it is none (RFC 3629 table in 4). */
static size_t character(const unsigned char *s, size_t n)
{
	unsigned char c = s[0];
	if (c < 0x80)
		return c ? 1 : 0;
	size_t len = c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
	if (len == 0 || n < len)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((s[i] & 0xC0U) != 0x80U)
			return 0;
	if ((c == 0xE0 && s[1] < 0xA0) || (c == 0xED && s[1] > 0x9F) || (c == 0xF0 && s[1] < 0x90) ||
	    (c == 0xF4 && s[1] > 0x8F))
		return 0;
	return len;
}

size_t zhun_utf8_valid(const char *s, size_t n)
{
	size_t at = 0;
	while (at < n) {
		size_t len = character((const unsigned char *)s + at, n - at);
		if (len == 0)
			break;
		at += len;
	}
	return at;
}

uint32_t zhun_utf8_next(const char *s, size_t *ret_len)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t len = u[0] < 0x80 ? 1 : u[0] < 0xE0 ? 2 : u[0] < 0xF0 ? 3 : 4;
	uint32_t scalar = len == 1 ? u[0] : u[0] & (0xFFU >> (len + 1));
	for (size_t i = 1; i < len; i++)
		scalar = scalar << 6 | (u[i] & 0x3FU);
	*ret_len = len;
	return scalar;
}

size_t zhun_utf8_count(const char *s)
{
	size_t count = 0;
	for (; *s; s++)
		count += ((unsigned char)*s & 0xC0U) != 0x80U;
	return count;
}

bool zhun_str_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static char fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool zhun_str_equal_nocase(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	while (*a && fold(*a) == fold(*b)) {
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

bool zhun_str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool zhun_str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);
	return n >= m && memcmp(s + n - m, suffix, m) == 0;
}

/* Length of the white space at s (0 if none): ASCII, no-break, thin, narrow no-break, ideographic. */
static size_t space_at(const char *s, size_t n)
{
	static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE3\x80\x80"};
	if (n && (*s == ' ' || (*s >= '\t' && *s <= '\r')))
		return 1;
	for (size_t i = 0; i < ZHUN_COUNT(wide); i++)
		if (n >= strlen(wide[i]) && memcmp(s, wide[i], strlen(wide[i])) == 0)
			return strlen(wide[i]);
	return 0;
}

static size_t space_before(const char *s, size_t n)
{
	for (size_t len = 1; len <= 3 && len <= n; len++)
		if (space_at(s + n - len, len) == len)
			return len;
	return 0;
}

void zhun_str_trim(const char *s, size_t n, const char **ret, size_t *ret_n)
{
	size_t len;
	while ((len = space_at(s, n)) > 0) {
		s += len;
		n -= len;
	}
	while ((len = space_before(s, n)) > 0)
		n -= len;
	*ret = s;
	*ret_n = n;
}

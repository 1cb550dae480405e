/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/header.h"

#include "zhun/base/text.h"

enum { REQUEST_ID_MAX = 64, QUALITY_FULL = 1000 };

/* One element of a comma-separated list: the word before ";" and its weight in thousandths. */
struct element {
	const char *word;
	size_t length;
	int quality;
};

static const char *skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

/* "0.8" in thousandths (RFC 9110 12.4.2); what does not begin with 0 counts as 1. */
static int quality(const char *s)
{
	if (*s != '0')
		return QUALITY_FULL;
	int value = 0;
	if (s[1] == '.')
		for (int i = 2, weight = 100; weight && s[i] >= '0' && s[i] <= '9'; i++, weight /= 10)
			value += (s[i] - '0') * weight;
	return value;
}

/* The element at *s; moves *s behind it. False at the end. */
static bool next_element(const char **s, struct element *ret)
{
	const char *at = *s + strspn(*s, " \t,");
	if (!*at)
		return false;
	size_t whole = strcspn(at, ",");
	size_t word = strcspn(at, ",; \t");
	*ret = (struct element){at, word, QUALITY_FULL};
	const char *q = memchr(at, ';', whole);
	if (q) {
		q = skip_space(q + 1);
		if ((q[0] == 'q' || q[0] == 'Q') && q[1] == '=')
			ret->quality = quality(q + 2);
	}
	*s = at + whole;
	return true;
}

const char *zhun_header_cookie(struct zhun_arena *a, const char *cookies, const char *name)
{
	size_t n = strlen(name);
	for (const char *s = cookies; s && *s;) {
		s += strspn(s, " \t;");
		size_t whole = strcspn(s, ";");
		if (whole > n && strncmp(s, name, n) == 0 && s[n] == '=')
			return zhun_strndup(a, s + n + 1, whole - n - 1);
		s += whole;
	}
	return NULL;
}

const char *zhun_header_bearer(const char *authorization)
{
	static const char scheme[] = "bearer ";
	if (!authorization || strncasecmp(authorization, scheme, sizeof scheme - 1) != 0)
		return NULL;
	return skip_space(authorization + sizeof scheme - 1);
}

bool zhun_language_of(const char *word, enum zhun_language *ret)
{
	bool en = strncasecmp(word, "en", 2) == 0, zh = strncasecmp(word, "zh", 2) == 0;
	char after = en || zh ? word[2] : 'x';
	if (after != '\0' && after != '-' && after != ',' && after != ';' && after != ' ')
		return false;
	*ret = zh ? ZHUN_ZH : ZHUN_EN;
	return true;
}

enum zhun_language zhun_header_language(const char *accept_language)
{
	int best = 0;
	enum zhun_language chosen = ZHUN_EN;
	struct element e;
	for (const char *s = accept_language; s && next_element(&s, &e);) {
		enum zhun_language found;
		if (e.quality > best && zhun_language_of(e.word, &found)) {
			best = e.quality;
			chosen = found;
		}
	}
	return chosen;
}

bool zhun_header_etag_in(const char *list, const char *etag)
{
	size_t n = strlen(etag);
	for (const char *s = list; s && *s;) {
		s += strspn(s, " \t,");
		if (*s == '*')
			return true;
		if (strncmp(s, "W/", 2) == 0)
			s += 2;
		if (*s != '"')
			return false;
		size_t length = strcspn(s + 1, "\"") + 2;
		if (length == n && strncmp(s, etag, n) == 0)
			return true;
		s += s[length - 1] ? length : length - 1;
	}
	return false;
}

bool zhun_header_revision(const char *etag, int64_t *ret)
{
	size_t n = strlen(etag);
	if (n < 3 || n > 17 || etag[0] != '"' || etag[n - 1] != '"' || etag[1] == '0')
		return false;
	int64_t value = 0;
	for (size_t i = 1; i < n - 1; i++) {
		if (etag[i] < '0' || etag[i] > '9')
			return false;
		value = value * 10 + (etag[i] - '0');
	}
	*ret = value;
	return true;
}

bool zhun_header_media_is(const char *content_type, const char *type)
{
	if (!content_type)
		return false;
	size_t n = strcspn(content_type, "; \t");
	return n == strlen(type) && strncasecmp(content_type, type, n) == 0;
}

bool zhun_header_takes_gzip(const char *accept_encoding)
{
	struct element e;
	for (const char *s = accept_encoding; s && next_element(&s, &e);)
		if (e.length == 4 && strncasecmp(e.word, "gzip", 4) == 0)
			return e.quality > 0;
	return false;
}

bool zhun_header_request_id(const char *id)
{
	size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
	return n > 0 && n <= REQUEST_ID_MAX && id[n] == '\0';
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/target.h"

#include "zhun/base/text.h"

enum slash { SLASH_REFUSED, SLASH_ALLOWED };

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* One byte from s[*i …), escaped or not; -1 where it may not stand in a target. */
static int next_byte(const char *s, size_t n, size_t *i)
{
	unsigned char c = (unsigned char)s[*i];
	if (c == '%') {
		if (n - *i < 3)
			return -1;
		int high = hex_digit(s[*i + 1]), low = hex_digit(s[*i + 2]);
		if (high < 0 || low < 0)
			return -1;
		*i += 3;
		c = (unsigned char)(high * 16 + low);
		return c < 0x20 || c == 0x7f ? -1 : c;
	}
	*i += 1;
	return c <= 0x20 || c >= 0x7f || c == '#' ? -1 : c;
}

/* Decodes s[0 … n) where it stands and ends it with NUL at s[n] at the latest. False for a
 * broken escape, a control character, broken UTF-8 or a slash that came escaped. */
static bool decode(char *s, size_t n, enum slash slash)
{
	size_t to = 0;
	for (size_t i = 0; i < n;) {
		bool plus = s[i] == '+' && slash == SLASH_ALLOWED;
		int c = next_byte(s, n, &i);
		if (c < 0 || (c == '/' && slash == SLASH_REFUSED))
			return false;
		s[to++] = plus ? ' ' : (char)c;
	}
	s[to] = '\0';
	return zhun_utf8_valid(s, to) == to;
}

/* The path and query within an absolute-form target; the authority plays no part here. */
static const char *origin_form(const char *uri)
{
	if (!zhun_str_starts(uri, "http://") && !zhun_str_starts(uri, "https://"))
		return uri;
	const char *authority = strstr(uri, "://") + 3;
	const char *path = authority + strcspn(authority, "/?");
	return *path == '/' ? path : "/";
}

static enum zhun_code parse_segments(char *path, struct zhun_target *t, struct zhun_error *err)
{
	char *s = path + 1;
	while (*s) {
		size_t n = strcspn(s, "/");
		bool last = s[n] == '\0';
		if (t->segments == ZHUN_TARGET_SEGMENTS || n == 0)
			return zhun_fail(err, ZHUN_E_ROUTE_UNKNOWN, NULL);
		s[n] = '\0';
		if (!decode(s, n, SLASH_REFUSED) || strcmp(s, ".") == 0 || strcmp(s, "..") == 0)
			return zhun_fail(err, ZHUN_E_PATH_BAD, NULL);
		t->segment[t->segments++] = s;
		s += last ? n : n + 1;
		if (!last && !*s)  /* a slash at the end names something else than the path without */
			return zhun_fail(err, ZHUN_E_ROUTE_UNKNOWN, NULL);
	}
	return ZHUN_OK;
}

static enum zhun_code parse_pair(char *s, size_t n, struct zhun_param *ret, struct zhun_error *err)
{
	char *equals = memchr(s, '=', n);
	size_t name = equals ? (size_t)(equals - s) : n;
	s[name] = '\0';
	*ret = (struct zhun_param){s, equals ? equals + 1 : s + name};
	if (!decode(s, name, SLASH_ALLOWED))
		return zhun_fail(err, ZHUN_E_QUERY_BAD, NULL);
	if (equals && !decode(equals + 1, n - name - 1, SLASH_ALLOWED))
		return zhun_fail(err, ZHUN_E_QUERY_BAD, NULL, s);
	return ZHUN_OK;
}

static size_t count_pairs(const char *s)
{
	size_t count = 1;
	for (; *s; s++)
		count += *s == '&';
	return count;
}

static enum zhun_code parse_query(struct zhun_arena *a, char *s, struct zhun_target *t,
				  struct zhun_error *err)
{
	size_t most = count_pairs(s);
	if (most > ZHUN_TARGET_PAIRS)
		return zhun_fail(err, ZHUN_E_QUERY_BAD, NULL);
	struct zhun_param *pairs = ZHUN_NEW_ARRAY(a, most, struct zhun_param);
	if (!pairs)
		return zhun_no_memory(a, err);
	t->query.items = t->pairs = pairs;
	for (char *next = s; next;) {
		char *pair = next;
		size_t n = strcspn(pair, "&");
		next = pair[n] ? pair + n + 1 : NULL;
		pair[n] = '\0';
		if (n == 0)
			continue;
		enum zhun_code code = parse_pair(pair, n, &pairs[t->query.count], err);
		if (code)
			return code;
		t->query.count++;
	}
	return ZHUN_OK;
}

enum zhun_code zhun_target_parse(struct zhun_arena *a, const char *uri, struct zhun_target *ret,
				 struct zhun_error *err)
{
	struct zhun_target t = {0};
	char *s = zhun_strdup(a, origin_form(uri));
	if (!s)
		return zhun_no_memory(a, err);
	if (*s != '/')
		return zhun_fail(err, ZHUN_E_PATH_BAD, NULL);
	char *query = s + strcspn(s, "?");
	bool has_query = *query == '?';
	*query = '\0';
	enum zhun_code code = parse_segments(s, &t, err);
	if (!code && has_query)
		code = parse_query(a, query + 1, &t, err);
	if (!code)
		*ret = t;
	return code;
}

const char *zhun_target_query(const struct zhun_target *t, const char *name)
{
	for (size_t i = 0; i < t->query.count; i++)
		if (strcmp(t->query.items[i].name, name) == 0)
			return t->query.items[i].value;
	return NULL;
}

const char *zhun_target_take(struct zhun_target *t, const char *name)
{
	const char *value = NULL;
	size_t kept = 0;
	for (size_t i = 0; i < t->query.count; i++) {
		if (strcmp(t->pairs[i].name, name) != 0)
			t->pairs[kept++] = t->pairs[i];
		else if (!value)
			value = t->pairs[i].value;
	}
	t->query.count = kept;
	return value;
}

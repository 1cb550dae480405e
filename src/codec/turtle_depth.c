/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/turtle_depth.h"

#include <string.h>

#include "codec/json.h"

static bool starts(const char *s, size_t n, size_t at, const char *with)
{
	size_t len = strlen(with);

	return n - at >= len && memcmp(s + at, with, len) == 0;
}

/* The place after the next @a end that no backslash stands before. */
static size_t after(const char *s, size_t n, size_t at, const char *end)
{
	while (at < n && !starts(s, n, at, end))
		at += s[at] == '\\' ? 2 : 1;
	return at < n ? at + strlen(end) : n;
}

/* The place after what begins at @a at: a string, an address, a comment, or one sign. */
static size_t pass(const char *s, size_t n, size_t at)
{
	static const char *const quotes[] = {"\"\"\"", "'''", "\"", "'"};

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (starts(s, n, at, quotes[i]))
			return after(s, n, at + strlen(quotes[i]), quotes[i]);
	if (s[at] == '<')
		return after(s, n, at + 1, ">");
	if (s[at] == '#') {
		const char *stop = memchr(s + at, '\n', n - at);   /* a comment knows no escapes */
		return stop ? (size_t)(stop - s) + 1 : n;
	}
	return at + (s[at] == '\\' ? 2 : 1);
}

static unsigned line_of(const char *s, size_t at)
{
	unsigned line = 1;

	for (size_t i = 0; i < at; i++)
		line += s[i] == '\n';
	return line;
}

enum zhun_code zhun_turtle_depth(const char *s, size_t n, struct zhun_error *err)
{
	size_t depth = 0;

	for (size_t at = 0; at < n; at = pass(s, n, at)) {
		char place[32];

		if (s[at] == '[' || s[at] == '(')
			depth++;
		else if (depth && (s[at] == ']' || s[at] == ')'))
			depth--;
		if (depth <= ZHUN_JSON_DEPTH)
			continue;
		(void)snprintf(place, sizeof place, "line %u", line_of(s, at));
		return zhun_fail(err, ZHUN_E_JSON_DEEP, place, ZHUN_INT(ZHUN_JSON_DEPTH));
	}
	return ZHUN_OK;
}

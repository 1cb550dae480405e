/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/log.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "zhun/base/date.h"
#include "zhun/base/text.h"

enum { LINE = 4096, TAIL = 16 };   /* TAIL: room for ,"cut":true} and the newline */

struct line {
	char s[LINE];
	size_t len;
	bool cut;
};

static void put(struct line *l, const char *s, size_t n)
{
	if (l->cut || l->len + n > LINE - TAIL) {
		l->cut = true;
		return;
	}
	memcpy(l->s + l->len, s, n);
	l->len += n;
}

static void put_text(struct line *l, const char *s)
{
	put(l, "\"", 1);
	while (*s) {
		size_t plain = 0;
		while (s[plain] && (unsigned char)s[plain] >= 0x20 && s[plain] != '"' && s[plain] != '\\')
			plain++;
		put(l, s, plain);
		s += plain;
		if (*s) {
			char escape[8];
			int n = snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(unsigned char)*s++);
			put(l, escape, (size_t)n);
		}
	}
	put(l, "\"", 1);
}

/* A whole field or nothing of it, so that a line that was cut is still JSON. */
static void put_field(struct line *l, const struct zhun_log_field *f)
{
	size_t before = l->len;
	put(l, l->len > 1 ? "," : "", l->len > 1);
	put_text(l, f->name);
	put(l, ":", 1);
	if (f->text) {
		put_text(l, f->text);
	} else {
		char number[24];
		put(l, number, (size_t)snprintf(number, sizeof number, "%lld", f->number));
	}
	if (l->cut)
		l->len = before;
}

static void write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;   /* a log that cannot be written has nobody to be told to */
		s += done;
		n -= (size_t)done;
	}
}

void zhun_log_write(const struct zhun_log *log, enum zhun_log_level level, int64_t instant,
		    const char *event, const struct zhun_log_field *fields)
{
	static const char *const names[] = {
		[ZHUN_LOG_DEBUG] = "debug", [ZHUN_LOG_INFO] = "info",
		[ZHUN_LOG_WARN] = "warn", [ZHUN_LOG_ERROR] = "error"};
	if (level < log->least)
		return;
	struct line l = {.len = 0};
	char at[ZHUN_INSTANT_TEXT];
	(void)zhun_instant_text(instant, at);
	put(&l, "{", 1);
	put_field(&l, &(struct zhun_log_field){"at", at, 0});
	put_field(&l, &(struct zhun_log_field){"level", names[level], 0});
	put_field(&l, &(struct zhun_log_field){"event", event, 0});
	for (; fields && fields->name; fields++)
		put_field(&l, fields);
	const char *tail = l.cut ? ",\"cut\":true}\n" : "}\n";
	memcpy(l.s + l.len, tail, strlen(tail));
	write_all(log->fd, l.s, l.len + strlen(tail));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message as it goes over the line: header fields (RFC 5322), their words beyond ASCII (RFC 2047), a text in
 * quoted-printable (RFC 2045 6.7), so that no line is longer than any server takes. */
#include "service/mail.h"
#include "zhun/base/text.h"

enum {
	MESSAGE_MOST = 1024 * 1024,
	WORD_BYTES = 39,       /* of text in one encoded word: its line has at most 76 characters, RFC 2047 2 */
	LINE = 76,             /* of quoted-printable, RFC 2045 6.7 (5) */
	DAY_US_PER = 86400
};

static bool is_plain(const char *s)
{
	for (; *s; s++)
		if (*s < ' ' || *s > '~')
			return false;
	return true;
}

/* Encoded words of whole characters, each on a line of its own (RFC 2047 5 (3)). */
static void add_encoded(struct zhun_text *t, const char *s)
{
	while (*s) {
		size_t n = 0, length;
		while (s[n]) {
			(void)zhun_utf8_next(s + n, &length);
			if (n + length > WORD_BYTES)
				break;
			n += length;
		}
		const char *word = zhun_base64(t->arena, (struct zhun_bytes){(const unsigned char *)s, n});
		if (!word) {
			t->failed = true;
			return;
		}
		zhun_text_addf(t, "=?UTF-8?B?%s?=", word);
		s += n;
		if (*s)
			zhun_text_add(t, "\r\n ");
	}
}

/* What stands in a header is one line: a break in a title must not begin another field. */
static const char *one_line(struct zhun_arena *a, const char *s)
{
	char *copy = zhun_strdup(a, s);
	for (char *p = copy; p && *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return copy;
}

/* Long plain subjects go as encoded words too: they fold where a plain line may not. */
static void add_subject(struct zhun_text *t, const char *s)
{
	enum { PLAIN_MOST = 60 };
	const char *line = one_line(t->arena, s);
	zhun_text_add(t, "Subject: ");
	if (!line)
		t->failed = true;
	else if (is_plain(line) && strlen(line) <= PLAIN_MOST && !strstr(line, "=?"))
		zhun_text_add(t, line);
	else
		add_encoded(t, line);
	zhun_text_add(t, "\r\n");
}

/* "Wed, 25 Nov 2026 01:35:00 +0000" */
static void add_date(struct zhun_text *t, int64_t instant)
{
	static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int64_t seconds = instant / 1000000;
	int32_t day = (int32_t)(seconds / DAY_US_PER);
	int year, month, of_month, second = (int)(seconds % DAY_US_PER);
	zhun_day_civil(day, &year, &month, &of_month);
	zhun_text_addf(t, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[day % 7], of_month, months[month - 1],
		       year, second / 3600, second / 60 % 60, second % 60);
}

/* One character of the text, or its octets as =XX; a blank that ends a line too (rule 3). */
static size_t put_octet(char out[4], unsigned char c, bool ends)
{
	static const char digits[] = "0123456789ABCDEF";
	bool plain = (c > ' ' && c <= '~' && c != '=') || ((c == ' ' || c == '\t') && !ends);
	out[0] = plain ? (char)c : '=';
	out[1] = digits[c >> 4];
	out[2] = digits[c & 15];
	return plain ? 1 : 3;
}

static void add_quoted(struct zhun_text *t, const char *s)
{
	size_t column = 0;
	for (; *s; s++) {
		char out[4];
		if (*s == '\n' || *s == '\r') {
			s += *s == '\r' && s[1] == '\n';
			zhun_text_add(t, "\r\n");
			column = 0;
			continue;
		}
		size_t n = put_octet(out, (unsigned char)*s, !s[1] || s[1] == '\n' || s[1] == '\r');
		if (column + n > LINE - 1) {
			zhun_text_add(t, "=\r\n");
			column = 0;
		}
		zhun_text_addn(t, out, n);
		column += n;
	}
}

enum zhun_code zhun_message_write(struct zhun_arena *a, const struct zhun_message *m, struct zhun_bytes *ret,
				  struct zhun_error *err)
{
	struct zhun_text t;
	const char *text = NULL, *host = strchr(m->from, '@');
	zhun_text_init(&t, a, MESSAGE_MOST);
	add_date(&t, m->date);
	zhun_text_addf(&t, "From: <%s>\r\nTo: <%s>\r\n", m->from, m->to);
	zhun_text_addf(&t, "Message-ID: <%s%s>\r\n", m->id, host ? host : "@localhost");
	add_subject(&t, m->subject);
	zhun_text_addf(&t, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Language: %s\r\n",
		       m->language == ZHUN_ZH ? "zh" : "en");
	/* RFC 3834 5: nobody's absence answers it */
	zhun_text_add(&t, "Content-Transfer-Encoding: quoted-printable\r\nAuto-Submitted: auto-generated\r\n\r\n");
	add_quoted(&t, m->text);
	enum zhun_code code = zhun_text_done(&t, &text, err);
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)text, t.len};
	return code;
}

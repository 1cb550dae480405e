/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON as a stream. Text that is not UTF-8 is written with U+FFFD, so that what leaves is valid. */
#include "codec/json_tree.h"
#include "zhun/base/number.h"

void zhun_json_init(struct zhun_json_writer *w, struct zhun_text *out)
{
	*w = (struct zhun_json_writer){.out = out};
}

static void before_value(struct zhun_json_writer *w)
{
	if (w->comma)
		zhun_text_addc(w->out, ',');
	w->comma = true;
}

static void begin(struct zhun_json_writer *w, char bracket)
{
	if (w->tree) {
		zhun_json_tree_begin(w->tree, bracket == '{' ? ZHUN_J_OBJECT : ZHUN_J_ARRAY);
		return;
	}
	before_value(w);
	zhun_text_addc(w->out, bracket);
	w->comma = false;
}

static void end(struct zhun_json_writer *w, char bracket)
{
	if (w->tree) {
		zhun_json_tree_end(w->tree);
		return;
	}
	zhun_text_addc(w->out, bracket);
	w->comma = true;
}

void zhun_json_begin_object(struct zhun_json_writer *w)
{
	begin(w, '{');
}

void zhun_json_end_object(struct zhun_json_writer *w)
{
	end(w, '}');
}

void zhun_json_begin_array(struct zhun_json_writer *w)
{
	begin(w, '[');
}

void zhun_json_end_array(struct zhun_json_writer *w)
{
	end(w, ']');
}

/* Bytes that go out as they are: ASCII but controls, the quote and the backslash. */
static const bool plain[256] = {
	[' '] = true, ['!'] = true,
#define P4(c) [(c)] = true, [(c) + 1] = true, [(c) + 2] = true, [(c) + 3] = true
#define P16(c) P4(c), P4((c) + 4), P4((c) + 8), P4((c) + 12)
	[0x23] = true, P4(0x24), P4(0x28), P4(0x2c), P16(0x30), P16(0x40), P4(0x50), P4(0x54), P4(0x58),
	[0x5d] = true, [0x5e] = true, [0x5f] = true, P16(0x60), P16(0x70),
#undef P4
#undef P16
};

static void add_escape(struct zhun_text *out, unsigned char c)
{
	static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	for (const char *l = letters; *l; l += 2) {
		if ((unsigned char)*l == c) {
			char pair[2] = {'\\', l[1]};
			zhun_text_addn(out, pair, 2);
			return;
		}
	}
	zhun_text_addf(out, "\\u%04x", (unsigned)c);
}

/* One character that is not plain; returns the bytes it took. */
static size_t add_special(struct zhun_text *out, const char *s, size_t n)
{
	unsigned char c = (unsigned char)*s;
	size_t len;

	if (c <= 0x7f) {
		add_escape(out, c);
		return 1;
	}
	if (!zhun_utf8_valid(s, n < 4 ? n : 4)) {
		zhun_text_addn(out, "\xef\xbf\xbd", 3);
		return 1;
	}
	(void)zhun_utf8_next(s, &len);
	zhun_text_addn(out, s, len);
	return len;
}

static void add_quoted(struct zhun_text *out, const char *s, size_t n)
{
	size_t at = 0;

	zhun_text_addc(out, '"');
	while (at < n) {
		size_t start = at;
		while (at < n && plain[(unsigned char)s[at]])
			at++;
		zhun_text_addn(out, s + start, at - start);
		if (at < n)
			at += add_special(out, s + at, n - at);
	}
	zhun_text_addc(out, '"');
}

/* Comma, quotes and colon in one piece where the key is short and plain, as nearly all are. */
static bool add_short_key(struct zhun_json_writer *w, const char *key)
{
	char room[68];
	size_t n = 0;

	if (w->comma)
		room[n++] = ',';
	room[n++] = '"';
	for (; plain[(unsigned char)*key] && n < sizeof room - 2; key++)
		room[n++] = *key;
	if (*key)
		return false;
	room[n++] = '"';
	room[n++] = ':';
	zhun_text_addn(w->out, room, n);
	return true;
}

void zhun_json_key(struct zhun_json_writer *w, const char *key)
{
	if (w->tree) {
		zhun_json_tree_key(w->tree, key);
		return;
	}
	if (!add_short_key(w, key)) {
		before_value(w);
		add_quoted(w->out, key, strlen(key));
		zhun_text_addc(w->out, ':');
	}
	w->comma = false;
}

void zhun_json_stringn(struct zhun_json_writer *w, const char *s, size_t n)
{
	if (w->tree) {
		zhun_json_tree_string(w->tree, s, n);
		return;
	}
	before_value(w);
	add_quoted(w->out, s, n);
}

void zhun_json_words(struct zhun_json_writer *w, const char *words)
{
	zhun_json_begin_array(w);
	for (words += strspn(words, " "); *words; words += strspn(words, " ")) {
		size_t n = strcspn(words, " ");
		zhun_json_stringn(w, words, n);
		words += n;
	}
	zhun_json_end_array(w);
}

void zhun_json_string(struct zhun_json_writer *w, const char *s)
{
	if (s)
		zhun_json_stringn(w, s, strlen(s));
	else
		zhun_json_null(w);
}

void zhun_json_int(struct zhun_json_writer *w, int64_t n)
{
	if (w->tree) {
		zhun_json_tree_number(w->tree, ZHUN_J_INT, n, (double)n);
		return;
	}
	before_value(w);
	zhun_text_add(w->out, ZHUN_INT(n));
}

void zhun_json_real(struct zhun_json_writer *w, double x)
{
	char text[ZHUN_NUMBER_TEXT];

	if (!isfinite(x)) {
		zhun_json_null(w);
		return;
	}
	if (w->tree) {
		zhun_json_tree_number(w->tree, ZHUN_J_REAL, 0, x);
		return;
	}
	before_value(w);
	zhun_text_addn(w->out, text, zhun_double_text(x, text));
}

void zhun_json_raw(struct zhun_json_writer *w, const char *json)
{
	before_value(w);
	zhun_text_add(w->out, json);
}

void zhun_json_bool(struct zhun_json_writer *w, bool b)
{
	if (w->tree)
		(void)!zhun_json_tree_add(w->tree, b ? ZHUN_J_TRUE : ZHUN_J_FALSE);
	else
		zhun_json_raw(w, b ? "true" : "false");
}

void zhun_json_null(struct zhun_json_writer *w)
{
	if (w->tree)
		(void)!zhun_json_tree_add(w->tree, ZHUN_J_NULL);
	else
		zhun_json_raw(w, "null");
}

static void write_children(struct zhun_json_writer *w, const struct zhun_json *v)
{
	for (const struct zhun_json *c = v->first; c; c = c->next) {
		if (v->kind == ZHUN_J_OBJECT)
			zhun_json_key(w, c->name);
		zhun_json_value(w, c);
	}
}

/* Recursion is bounded: what was parsed is at most ZHUN_JSON_DEPTH deep. */
void zhun_json_value(struct zhun_json_writer *w, const struct zhun_json *v)
{
	switch (v->kind) {
	case ZHUN_J_NULL:
		zhun_json_null(w);
		break;
	case ZHUN_J_FALSE:
	case ZHUN_J_TRUE:
		zhun_json_bool(w, v->kind == ZHUN_J_TRUE);
		break;
	case ZHUN_J_INT:
		zhun_json_int(w, v->integer);
		break;
	case ZHUN_J_REAL:
		zhun_json_real(w, v->real);
		break;
	case ZHUN_J_STRING:
		zhun_json_string(w, v->text);
		break;
	case ZHUN_J_ARRAY:
		zhun_json_begin_array(w);
		write_children(w, v);
		zhun_json_end_array(w);
		break;
	case ZHUN_J_OBJECT:
		zhun_json_begin_object(w);
		write_children(w, v);
		zhun_json_end_object(w);
		break;
	}
}

void zhun_json_member_object(struct zhun_json_writer *w, const char *key)
{
	zhun_json_key(w, key);
	zhun_json_begin_object(w);
}

void zhun_json_member_array(struct zhun_json_writer *w, const char *key)
{
	zhun_json_key(w, key);
	zhun_json_begin_array(w);
}

void zhun_json_member_string(struct zhun_json_writer *w, const char *key, const char *s)
{
	zhun_json_key(w, key);
	zhun_json_string(w, s);
}

void zhun_json_member_int(struct zhun_json_writer *w, const char *key, int64_t n)
{
	zhun_json_key(w, key);
	zhun_json_int(w, n);
}

void zhun_json_member_real(struct zhun_json_writer *w, const char *key, double x)
{
	zhun_json_key(w, key);
	zhun_json_real(w, x);
}

void zhun_json_member_bool(struct zhun_json_writer *w, const char *key, bool b)
{
	zhun_json_key(w, key);
	zhun_json_bool(w, b);
}

void zhun_json_member_null(struct zhun_json_writer *w, const char *key)
{
	zhun_json_key(w, key);
	zhun_json_null(w);
}

void zhun_json_member_raw(struct zhun_json_writer *w, const char *key, const char *json)
{
	zhun_json_key(w, key);
	zhun_json_raw(w, json);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of errors as constants, and the one way to fill a struct zhun_error. */
#include "zhun/base/error.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "zhun/base/text.h"

static const struct zhun_error_row rows[] = {
#define ZHUN_ERROR(number, name, http, exit_status, en, zh) \
	{ZHUN_E_##name, #name, http, exit_status, {en, zh}},
#include "zhun/base/errors.def"
#undef ZHUN_ERROR
};

const struct zhun_error_row *zhun_error_rows(size_t *count)
{
	*count = ZHUN_COUNT(rows);
	return rows;
}

const struct zhun_error_row *zhun_error_row(enum zhun_code code)
{
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		if (rows[i].code == code)
			return &rows[i];
	return &rows[0];
}

static bool continues_character(char c)
{
	return ((unsigned char)c & 0xC0U) == 0x80U;
}

/* Copies at most size − 1 bytes; a word cut short ends at a character's end and with "…". */
static void copy_word(char *out, size_t size, const char *word)
{
	static const char mark[] = "…";
	size_t n = word ? strlen(word) : 0;
	if (n < size) {
		memcpy(out, word ? word : "", n);
		out[n] = '\0';
		return;
	}
	n = size - sizeof mark;
	while (n > 0 && continues_character(word[n]))
		n--;
	memcpy(out, word, n);
	memcpy(out + n, mark, sizeof mark);
}

enum zhun_code zhun_error_set(struct zhun_error *err, enum zhun_code code,
			      const char *const words[ZHUN_ERROR_ARGS + 2])
{
	if (!err)
		return code;
	memset(err, 0, sizeof *err);
	err->code = code;
	copy_word(err->place, sizeof err->place, words[0]);
	for (size_t i = 0; i < ZHUN_ERROR_ARGS && words[i + 1]; i++)
		copy_word(err->arg[i], sizeof err->arg[i], words[i + 1]);
	return code;
}

struct sentence {
	char *out;
	size_t size, len;
};

static void put(struct sentence *s, const char *text, size_t n)
{
	for (size_t i = 0; i < n && s->len + 1 < s->size; i++)
		s->out[s->len++] = text[i];
	s->out[s->len] = '\0';
}

enum zhun_code zhun_error_within(struct zhun_error *err, const char *outer)
{
	if (!err)
		return ZHUN_E_INTERNAL;
	char both[2 * ZHUN_ERROR_PLACE_SIZE];
	struct sentence s = {both, sizeof both, 0};
	put(&s, outer, strlen(outer));
	if (err->place[0] && err->place[0] != '/' && outer[0])
		put(&s, ", ", 2);
	put(&s, err->place, strlen(err->place));
	copy_word(err->place, sizeof err->place, both);
	return err->code;
}

size_t zhun_error_sentence(const struct zhun_error *err, enum zhun_language lang, char *out,
			   size_t size)
{
	struct sentence s = {out, size, 0};
	const char *t = zhun_error_row(err->code)->text[lang];
	while (*t) {
		if (t[0] == '{' && t[1] >= '1' && t[1] <= '0' + ZHUN_ERROR_ARGS && t[2] == '}') {
			const char *word = err->arg[t[1] - '1'];
			put(&s, word, strlen(word));
			t += 3;
		} else {
			put(&s, t++, 1);
		}
	}
	s.len = zhun_utf8_valid(out, s.len);   /* cut at a character's end */
	out[s.len] = '\0';
	return s.len;
}

const char *zhun_int_text(struct zhun_int_text *room, long long n)
{
	(void)snprintf(room->s, sizeof room->s, "%lld", n);
	return room->s;
}

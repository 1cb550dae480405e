/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search query: its phrases hold nothing that an index could take for an operator, a text finds itself, and
 * marks lie within it, in order and apart. */
#include "fuzz.h"

#include <string.h>

#include "register/token.h"

enum { ROOM = 16 << 20 };

/* Letters and digits of ASCII, other characters, and single spaces between them. */
static void check_phrase(const char *s)
{
	FUZZ_LAW(*s && *s != ' ');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		FUZZ_LAW(c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
			 (c == ' ' && s[1] && s[1] != ' '));
	}
	FUZZ_LAW(strstr(s, ZHUN_TOKEN_BREAK) == NULL);
}

static void check_word(struct zhun_arena *a, const char *tokens, const struct zhun_word *w)
{
	const char *spaced = zhun_printf(a, " %s ", w->phrase[0]);
	check_phrase(w->phrase[0]);
	if (w->phrase[1])
		check_phrase(w->phrase[1]);
	FUZZ_LAW(spaced && strstr(tokens, spaced));
}

static void check_marks(struct zhun_arena *a, const char *s, const struct zhun_words *words)
{
	const struct zhun_mark *marks = NULL;
	size_t n = 0, length = zhun_utf8_count(s);
	FUZZ_LAW(zhun_marks_find(a, s, words, &marks, &n, NULL) == ZHUN_OK);
	FUZZ_LAW((n > 0) == (words->count > 0));
	for (size_t i = 0; i < n; i++)
		FUZZ_LAW(marks[i].from < marks[i].to && marks[i].to <= length &&
			 (i == 0 || marks[i - 1].to < marks[i].from));
}

static void check(struct zhun_arena *a, const char *s)
{
	struct zhun_words words;
	struct zhun_text tokens;
	if (zhun_words_read(a, s, &words, NULL))
		return;
	zhun_text_init(&tokens, a, ROOM);
	zhun_text_add(&tokens, "");
	FUZZ_LAW(zhun_tokens_add(a, s, &tokens, NULL) == ZHUN_OK);
	const char *spaced = zhun_printf(a, " %s ", tokens.ptr);
	FUZZ_LAW(spaced && words.count <= ZHUN_SEARCH_WORDS);
	for (size_t i = 0; i < words.count; i++)
		check_word(a, spaced, &words.items[i]);
	check_marks(a, s, &words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const char *s = a ? zhun_strndup(a, (const char *)data, size) : NULL;
	if (s && zhun_utf8_valid((const char *)data, size) == size)
		check(a, s);
	zhun_arena_close(a);
	return 0;
}

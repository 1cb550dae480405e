/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/token.h"

/* A folded text. */
struct folded {
	const struct zhun_folded *items;
	size_t count;
};

static bool is_cjk(const struct folded *f, size_t i)
{
	return f->items[i].class == ZHUN_FOLD_CJK;
}

/* Where the run of CJK characters that begins at @a i ends. */
static size_t cjk_end(const struct folded *f, size_t i)
{
	size_t end = i + 1;

	while (end < f->count && is_cjk(f, end) && !f->items[end].gap)
		end++;
	return end;
}

/* Where the token of letters or digits that begins at @a i ends; @a joined: signs divide no letters. */
static size_t token_end(const struct folded *f, size_t i, bool joined)
{
	enum zhun_fold_class class = f->items[i].class;
	bool through = joined && class == ZHUN_FOLD_LETTER;
	size_t end = i + 1;

	while (end < f->count && end - i < ZHUN_TOKEN_LONGEST && f->items[end].class == class &&
	       (!f->items[end].gap || (through && !f->items[end].space)))
		end++;
	return end;
}

/* A further token, unless there are enough. */
static void put(struct zhun_text *out, const struct folded *f, size_t from, size_t to)
{
	if (out->len > ZHUN_TOKENS_MOST - 8 * ZHUN_TOKEN_LONGEST)
		return;
	if (out->len)
		zhun_text_addc(out, ' ');
	for (; from < to; from++)
		zhun_text_add_scalar(out, f->items[from].scalar);
}

static void put_break(struct zhun_text *out)
{
	if (out->len && out->len <= ZHUN_TOKENS_MOST - 8 * ZHUN_TOKEN_LONGEST)
		zhun_text_add(out, " " ZHUN_TOKEN_BREAK);
}

/* Two runs of CJK are no neighbours, nor is what a single character stands between. */
static size_t put_cjk(struct zhun_text *out, const struct folded *f, size_t i)
{
	size_t end = cjk_end(f, i);

	if (end == i + 1 || (i > 0 && is_cjk(f, i - 1)))
		put_break(out);
	for (; i + 1 < end; i++)
		put(out, f, i, i + 2);
	return end;
}

static void put_words(struct zhun_text *out, const struct folded *f)
{
	for (size_t i = 0, end; i < f->count; i = end) {
		if (is_cjk(f, i)) {
			end = put_cjk(out, f, i);
			continue;
		}
		end = token_end(f, i, false);
		put(out, f, i, end);
	}
}

/* Whether letters are divided by signs somewhere. */
static bool has_divided(const struct folded *f)
{
	for (size_t i = 1; i < f->count; i++)
		if (f->items[i].gap && !f->items[i].space && f->items[i].class == ZHUN_FOLD_LETTER &&
		    f->items[i - 1].class == ZHUN_FOLD_LETTER)
			return true;
	return false;
}

static void put_joined(struct zhun_text *out, const struct folded *f)
{
	put_break(out);
	for (size_t i = 0, end; i < f->count; i = end) {
		if (is_cjk(f, i)) {
			end = cjk_end(f, i);
			put_break(out);
			continue;
		}
		end = token_end(f, i, true);
		put(out, f, i, end);
	}
}

static enum zhun_code fold(struct zhun_arena *a, const char *s, struct folded *ret, struct zhun_error *err)
{
	return zhun_fold(a, s, &ret->items, &ret->count, err);
}

enum zhun_code zhun_tokens_add(struct zhun_arena *a, const char *s, struct zhun_text *out, struct zhun_error *err)
{
	struct folded f = {0};
	enum zhun_code code = fold(a, s, &f, err);

	if (code)
		return code;
	put_break(out);
	put_words(out, &f);
	if (has_divided(&f))
		put_joined(out, &f);
	for (size_t i = 0; i < f.count; i++)
		if (is_cjk(&f, i))
			put(out, &f, i, i + 1);
	return out->failed ? zhun_no_memory(a, err) : ZHUN_OK;
}

enum zhun_code zhun_tokens_key(struct zhun_arena *a, const char *s, struct zhun_text *out, struct zhun_error *err)
{
	struct folded f = {0};
	enum zhun_code code = fold(a, s, &f, err);

	if (code)
		return code;
	for (size_t i = 0; i < f.count && out->len < ZHUN_TOKENS_MOST - 8; i++)
		zhun_text_add_scalar(out, f.items[i].scalar);
	return out->failed ? zhun_no_memory(a, err) : ZHUN_OK;
}

/* ---- a query ---- */

/* Where the word that begins at @a i ends. */
static size_t word_end(const struct folded *f, size_t i)
{
	size_t end = i + 1;

	if (is_cjk(f, i))
		return cjk_end(f, i);
	while (end < f->count && !is_cjk(f, end) && !f->items[end].space)
		end++;
	return end;
}

static enum zhun_code phrase(struct zhun_arena *a, const struct folded *f, bool joined, const char **ret,
			     struct zhun_error *err)
{
	struct zhun_text t;

	zhun_text_init(&t, a, ZHUN_TOKENS_MOST);
	if (f->count == 1 && is_cjk(f, 0))
		put(&t, f, 0, 1);
	else if (joined)
		put_joined(&t, f);
	else
		put_words(&t, f);
	return zhun_text_done(&t, ret, err);
}

static enum zhun_code read_word(struct zhun_arena *a, const struct folded *f, struct zhun_word *ret,
				struct zhun_error *err)
{
	enum zhun_code code = phrase(a, f, false, &ret->phrase[0], err);

	ret->items = f->items;
	ret->count = f->count;
	if (!code && has_divided(f))
		code = phrase(a, f, true, &ret->phrase[1], err);
	return code;
}

static enum zhun_code read_key(struct zhun_arena *a, const char *query, const char **ret, struct zhun_error *err)
{
	struct zhun_text t;

	zhun_text_init(&t, a, ZHUN_TOKENS_MOST);
	enum zhun_code code = zhun_tokens_key(a, query, &t, err);
	return code ? code : zhun_text_done(&t, ret, err);
}

enum zhun_code zhun_words_read(struct zhun_arena *a, const char *query, struct zhun_words *ret,
			       struct zhun_error *err)
{
	struct zhun_words words = {0};
	struct folded f = {0};

	if (zhun_utf8_count(query) > ZHUN_SEARCH_LONGEST)
		return zhun_fail(err, ZHUN_E_SEARCH_LONG, "q", ZHUN_INT(ZHUN_SEARCH_LONGEST),
				 ZHUN_INT(ZHUN_SEARCH_WORDS));
	enum zhun_code code = fold(a, query, &f, err);
	for (size_t i = 0, end; i < f.count && !code; i = end) {
		end = word_end(&f, i);
		if (words.count == ZHUN_SEARCH_WORDS)
			return zhun_fail(err, ZHUN_E_SEARCH_LONG, "q", ZHUN_INT(ZHUN_SEARCH_LONGEST),
					 ZHUN_INT(ZHUN_SEARCH_WORDS));
		code = read_word(a, &(struct folded){f.items + i, end - i}, &words.items[words.count++], err);
	}
	if (!code)
		code = read_key(a, query, &words.key, err);
	if (!code)
		*ret = words;
	return code;
}

/* ---- where it stands ---- */

/* A boundary of tokens stands before @a i. */
static bool is_edge(const struct folded *f, size_t i)
{
	return i == 0 || i == f->count || f->items[i].gap || f->items[i].class != f->items[i - 1].class;
}

/* Whether the word stands at @a i. Of CJK without anything between; of others from edge to edge, and
 * whatever signs or spaces divide them. */
static bool stands(const struct folded *f, size_t i, const struct zhun_word *w)
{
	bool cjk = w->items[0].class == ZHUN_FOLD_CJK;

	if (f->count - i < w->count || (!cjk && (!is_edge(f, i) || !is_edge(f, i + w->count))))
		return false;
	for (size_t k = 0; k < w->count; k++)
		if (f->items[i + k].scalar != w->items[k].scalar || (cjk && k > 0 && f->items[i + k].gap))
			return false;
	return true;
}

/* The longest word that stands at @a i; 0: none. */
static size_t longest(const struct folded *f, size_t i, const struct zhun_words *words)
{
	size_t most = 0;

	for (size_t k = 0; k < words->count; k++)
		if (words->items[k].count > most && stands(f, i, &words->items[k]))
			most = words->items[k].count;
	return most;
}

enum zhun_code zhun_marks_find(struct zhun_arena *a, const char *s, const struct zhun_words *words,
			       const struct zhun_mark **ret, size_t *ret_count, struct zhun_error *err)
{
	struct folded f = {0};
	size_t count = 0;
	enum zhun_code code = fold(a, s, &f, err);
	struct zhun_mark *marks = code ? NULL : ZHUN_NEW_ARRAY(a, f.count, struct zhun_mark);

	if (code || !marks)
		return code ? code : zhun_no_memory(a, err);
	for (size_t i = 0; i < f.count; i++) {
		size_t n = longest(&f, i, words);
		uint32_t from = n ? f.items[i].at : 0, to = n ? f.items[i + n - 1].at + 1 : 0;

		if (n && count && from <= marks[count - 1].to)
			marks[count - 1].to = to > marks[count - 1].to ? to : marks[count - 1].to;
		else if (n)
			marks[count++] = (struct zhun_mark){from, to};
	}
	*ret = marks;
	*ret_count = count;
	return ZHUN_OK;
}

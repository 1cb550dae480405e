/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each scalar by itself, through utf8proc's tables; ASCII, which most is, without them. */
#include "codec/fold.h"

#include <utf8proc.h>

#include "zhun/base/text.h"

enum { PARTS_MOST = 32 };  /* the longest decomposition of Unicode has 18 */
enum { NEWER = 0x20000 };  /* Han from here on, also where the tables do not know them yet */

struct folding {
	struct zhun_arena *arena;
	struct zhun_folded *items;
	size_t count, room;
	bool gap, space, failed;
};

static bool is_white(utf8proc_category_t category, uint32_t scalar)
{
	return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP || (scalar >= '\t' && scalar <= '\r');
}

/* Han with its iteration mark and zero, both kana (half-width ones are folded already), and the planes
 * that hold nothing but Han. */
static bool is_cjk(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
	       (c >= 0x3005 && c <= 0x3007) || (c >= NEWER && c <= 0x3FFFF);
}

static bool grow(struct folding *f)
{
	size_t room = f->room ? f->room * 2 : 64;
	struct zhun_folded *grown = ZHUN_NEW_ARRAY(f->arena, room, struct zhun_folded);

	if (!grown) {
		f->failed = true;
		return false;
	}
	if (f->count)
		memcpy(grown, f->items, f->count * sizeof *grown);
	f->items = grown;
	f->room = room;
	return true;
}

static void keep(struct folding *f, uint32_t scalar, uint32_t at, enum zhun_fold_class class)
{
	if (f->count == f->room && !grow(f))
		return;
	f->items[f->count++] = (struct zhun_folded){scalar, at, class, f->gap, f->space};
	f->gap = f->space = false;
}

static void drop(struct folding *f, bool white)
{
	f->gap = true;
	f->space = f->space || white;
}

static void add_ascii(struct folding *f, uint32_t c, uint32_t at)
{
	if (c >= 'a' && c <= 'z')
		keep(f, c, at, ZHUN_FOLD_LETTER);
	else if (c >= 'A' && c <= 'Z')
		keep(f, c + ('a' - 'A'), at, ZHUN_FOLD_LETTER);
	else if (c >= '0' && c <= '9')
		keep(f, c, at, ZHUN_FOLD_DIGIT);
	else
		drop(f, c == ' ' || (c >= '\t' && c <= '\r'));
}

/* A scalar that is decomposed already. */
static void add_part(struct folding *f, uint32_t c, uint32_t at)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
	bool digit = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;

	if (c < 0x80)
		add_ascii(f, c, at);
	else if (is_cjk(c) && (letter || digit || c >= NEWER))
		keep(f, c, at, ZHUN_FOLD_CJK);
	else if (letter || digit)
		keep(f, c, at, letter ? ZHUN_FOLD_LETTER : ZHUN_FOLD_DIGIT);
	else
		drop(f, is_white(category, c));
}

static void add_scalar(struct folding *f, uint32_t c, uint32_t at)
{
	static const int how = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
			       UTF8PROC_IGNORE;
	utf8proc_int32_t parts[PARTS_MOST];
	int class = UTF8PROC_BOUNDCLASS_START;

	if (c < 0x80) {
		add_ascii(f, c, at);
		return;
	}
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, PARTS_MOST,
						     (utf8proc_option_t)how, &class);

	for (utf8proc_ssize_t i = 0; i < n && i < PARTS_MOST; i++)
		add_part(f, (uint32_t)parts[i], at);
}

enum zhun_code zhun_fold(struct zhun_arena *a, const char *s, const struct zhun_folded **ret, size_t *ret_count,
			 struct zhun_error *err)
{
	struct folding f = {.arena = a};
	size_t length;

	for (uint32_t at = 0; *s && !f.failed; at++, s += length)
		add_scalar(&f, zhun_utf8_next(s, &length), at);
	if (f.failed)
		return zhun_no_memory(a, err);
	*ret = f.items;
	*ret_count = f.count;
	return ZHUN_OK;
}

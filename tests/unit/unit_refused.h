/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that a reader of trees must refuse, with the place and the word it names; NULL where these are not told. */
#ifndef ZHUN_TESTS_UNIT_REFUSED_H
#define ZHUN_TESTS_UNIT_REFUSED_H

#include "codec/json.h"
#include "unit.h"

struct unit_refused {
	const char *text;
	enum zhun_code code;
	const char *place, *word;
};

typedef enum zhun_code unit_parse(struct zhun_arena *a, const char *s, const struct zhun_json **ret,
				  struct zhun_error *err);

static inline void unit_check_refused(unit_parse *parse, const struct unit_refused *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct zhun_arena *a = zhun_arena_open(16 << 20);
		const struct zhun_json *root = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(parse(a, cases[i].text, &root, &err), cases[i].code, &err);
		CHECK(!root);
		if (cases[i].place)
			CHECK_TEXT(err.place, cases[i].place);
		if (cases[i].word)
			CHECK_TEXT(err.arg[0], cases[i].word);
		(void)zhun_arena_close(a);
	}
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turtle of any kind: ceilings hold, every subject has a name and its counts are right. */
#include "fuzz.h"

#include "codec/turtle.h"

static void walk(const struct zhun_json *v, size_t depth)
{
	size_t children = 0;

	FUZZ_LAW(depth <= ZHUN_JSON_DEPTH);
	for (const struct zhun_json *c = v->first; c; c = c->next) {
		walk(c, depth + 1);
		children++;
	}
	FUZZ_LAW(children == v->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct zhun_turtle_prefix prefixes[] = {
		{"skos", "http://www.w3.org/2004/02/skos/core#"}, {0},
	};
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_json *all = NULL;

	if (!zhun_turtle_parse(a, prefixes, (const char *)data, size, &all, NULL)) {
		walk(all, 0);
		for (const struct zhun_json *s = all->first; s; s = s->next)
			FUZZ_LAW(zhun_json_get_string(s, "@id") != NULL);
	}
	(void)zhun_arena_close(a);
	return 0;
}

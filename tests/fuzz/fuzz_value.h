/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers of trees: what is accepted comes back from the JSON that is written of it, and writes the same. */
#ifndef ZHUN_TESTS_FUZZ_VALUE_H
#define ZHUN_TESTS_FUZZ_VALUE_H

#include "codec/json.h"
#include "fuzz.h"

typedef enum zhun_code fuzz_parse(struct zhun_arena *a, const char *s, size_t n, const struct zhun_json **ret,
				  struct zhun_error *err);

static const char *written(struct zhun_arena *a, const struct zhun_json *v)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *s = NULL;

	zhun_text_init(&t, a, 16 << 20);
	zhun_json_init(&w, &t);
	zhun_json_value(&w, v);
	return zhun_text_done(&t, &s, NULL) ? NULL : s;
}

static void fuzz_value(fuzz_parse *parse, const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_json *one = NULL, *two = NULL;

	if (!parse(a, (const char *)data, size, &one, NULL)) {
		const char *first = written(a, one);
		if (first) {
			FUZZ_LAW(!parse(a, first, strlen(first), &two, NULL));
			FUZZ_LAW(zhun_str_equal(written(a, two), first));
		}
	}
	(void)zhun_arena_close(a);
}

#endif

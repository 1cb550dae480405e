/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML: whatever is accepted is a JSON value, and comes back from what JSON writes of it. */
#include "fuzz.h"

#include "codec/yaml.h"

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_json *one = NULL, *two = NULL;

	if (!zhun_yaml_parse(a, (const char *)data, size, &one, NULL)) {
		const char *first = written(a, one);
		if (first) {
			FUZZ_LAW(!zhun_json_parse(a, first, strlen(first), &two, NULL));
			FUZZ_LAW(zhun_str_equal(written(a, two), first));
		}
	}
	(void)zhun_arena_close(a);
	return 0;
}

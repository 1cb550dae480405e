/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates in any format: what was read is the same after a way through JSON. */
#include "fuzz.h"

#include "attest/form.h"

enum { ROOM = 64 << 20 };

static const char *written(struct zhun_arena *a, const struct zhun_certificate *c, size_t *ret_n)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *s = NULL;

	zhun_text_init(&t, a, ROOM);
	zhun_json_init(&w, &t);
	zhun_certificate_write(&w, c);
	if (zhun_text_done(&t, &s, NULL))
		return NULL;
	*ret_n = t.len;
	return s;
}

/* Only ceilings may stand between what was written and reading it again. */
static bool is_ceiling(enum zhun_code code)
{
	return code == ZHUN_E_JSON_DEEP || code == ZHUN_E_ARENA_CEILING || code == ZHUN_E_NO_MEMORY;
}

static void read_again(struct zhun_arena *a, const char *first, size_t n)
{
	const struct zhun_certificate *again = NULL;
	struct zhun_bytes file = {(const unsigned char *)first, n};
	enum zhun_code code = zhun_certificate_read(a, file, &again, NULL);

	FUZZ_LAW(!code || is_ceiling(code));
	if (code)
		return;
	const char *second = written(a, again, &n);
	FUZZ_LAW(!second || zhun_str_equal(second, first));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	size_t n = 0;

	if (!zhun_certificate_read(a, (struct zhun_bytes){data, size}, &c, NULL)) {
		const char *first = written(a, c, &n);
		if (first)
			read_again(a, first, n);
	}
	(void)zhun_arena_close(a);
	return 0;
}

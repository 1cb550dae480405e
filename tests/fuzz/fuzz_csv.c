/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: whatever encoding is taken comes out as UTF-8; the rows read are those read again from a table in which
 * every cell stands in quotes. */
#include "fuzz.h"

#include "codec/charset.h"
#include "codec/csv.h"
#include "zhun/base/text.h"

static void add_quoted(struct zhun_text *t, const char *cell)
{
	zhun_text_addc(t, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			zhun_text_addc(t, '"');
		zhun_text_addc(t, *cell);
	}
	zhun_text_addc(t, '"');
}

static void add_row(struct zhun_text *t, const struct zhun_csv_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		if (i)
			zhun_text_addc(t, ',');
		add_quoted(t, row->cell[i]);
	}
	zhun_text_add(t, "\r\n");
}

/* All rows in quotes; NULL where the table cannot be read to its end. */
static const char *quoted(struct zhun_arena *a, const char *s, size_t n)
{
	struct zhun_csv csv;
	struct zhun_csv_row row = {0};
	struct zhun_text t;
	const char *text = NULL;

	zhun_text_init(&t, a, 16 << 20);
	zhun_text_add(&t, "");
	if (zhun_csv_init(&csv, s, n, NULL))
		return NULL;
	do {
		if (zhun_csv_next(&csv, a, &row, NULL))
			return NULL;
		if (row.count)
			add_row(&t, &row);
	} while (row.count);
	return zhun_text_done(&t, &text, NULL) ? NULL : text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	enum zhun_charset charset;
	struct zhun_bytes text;

	if (!zhun_charset_read(a, (struct zhun_bytes){data, size}, &text, &charset, NULL)) {
		FUZZ_LAW(zhun_utf8_valid((const char *)text.ptr, text.len) == text.len);
		const char *first = quoted(a, (const char *)text.ptr, text.len);
		if (first)
			FUZZ_LAW(zhun_str_equal(quoted(a, first, strlen(first)), first));
	}
	(void)zhun_arena_close(a);
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* U(x): the first line is the quantity's unit, the rest the statement. What is read has a canonical
 * text that reads back and writes the same, and gives the same U. */
#include "fuzz.h"

#include <string.h>

#include "zhun/measure/statement.h"

static void comes_back(struct zhun_arena *a, const struct zhun_unit *unit,
		       const struct zhun_statement *s)
{
	const char *text = zhun_statement_text(a, s);
	const struct zhun_statement *back = NULL;
	struct zhun_quantity one = zhun_quantity_computed(1.5, unit), u, v;
	const struct zhun_statement_at at = {&one, &one, &one};
	if (!text || strlen(text) > ZHUN_STATEMENT_LONGEST)
		return;
	const struct zhun_statement_written written = {text, "2", "0.95"};
	FUZZ_LAW(!zhun_statement_read(a, &written, unit, &back, NULL));
	const char *again = zhun_statement_text(a, back);
	FUZZ_LAW(!again || strcmp(text, again) == 0);
	enum zhun_code code = zhun_statement_evaluate(s, &at, unit, &u, NULL);
	FUZZ_LAW(code == zhun_statement_evaluate(back, &at, unit, &v, NULL));
	if (!code)
		FUZZ_LAW(u.number.value >= 0.0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(4 << 20);
	const uint8_t *line = memchr(data, '\n', size);
	size_t n = line ? (size_t)(line - data) : 0;
	struct zhun_unit unit;
	const struct zhun_statement *s = NULL;
	char *text = line ? zhun_strndup(a, (const char *)line + 1, size - n - 1) : NULL;
	const struct zhun_statement_written written = {text, "2", "0.95"};
	if (text && !zhun_unit_read((const char *)data, n, ZHUN_UNIT_TYPED, &unit, NULL, NULL) &&
	    !zhun_statement_read(a, &written, &unit, &s, NULL))
		comes_back(a, &unit, s);
	(void)zhun_arena_close(a);
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdarg.h>

static bool failed;
static const char *skipped;

int unit_run(const struct unit_test *tests, size_t count, int argc, char **argv)
{
	int bad = 0;
	for (size_t i = 0; i < count; i++) {
		if (argc > 1 && !strstr(tests[i].name, argv[1]))
			continue;
		failed = false;
		skipped = NULL;
		tests[i].run();
		if (failed)
			printf("not ok %s\n", tests[i].name);
		else if (skipped)
			printf("skip %s: %s\n", tests[i].name, skipped);
		else
			printf("ok %s\n", tests[i].name);
		(void)fflush(stdout);
		bad += failed;
	}
	return bad ? 1 : 0;
}

bool unit_check(bool ok, const char *file, int line, const char *format, ...)
{
	if (ok)
		return true;
	failed = true;
	va_list args;
	va_start(args, format);
	printf("# %s:%d: ", file, line);
	(void)vprintf(format, args);
	printf("\n");
	va_end(args);
	return false;
}

void unit_skip(const char *why)
{
	skipped = why;
}

bool unit_check_text(const char *got, const char *want, const char *file, int line)
{
	bool same = got && want ? strcmp(got, want) == 0 : got == want;
	return unit_check(same, file, line, "got \"%s\", want \"%s\"", got ? got : "(null)", want ? want : "(null)");
}

bool unit_check_int(long long got, long long want, const char *file, int line)
{
	return unit_check(got == want, file, line, "got %lld, want %lld", got, want);
}

bool unit_check_code(enum zhun_code got, enum zhun_code want, const struct zhun_error *err, const char *file, int line)
{
	char sentence[512] = "";
	if (got && err)
		(void)zhun_error_sentence(err, ZHUN_EN, sentence, sizeof sentence);
	return unit_check(got == want, file, line, "got %s (%s%s%s), want %s", got ? zhun_error_row(got)->name : "OK",
			  got && err ? err->place : "", got && err && err->place[0] ? ": " : "", sentence,
			  want ? zhun_error_row(want)->name : "OK");
}

enum { MOST_ALLOCATIONS = 100000 };

/* Every one of the first allocations, then fewer and fewer, for work that makes thousands alike;
 * UNIT_EVERY_FAULT=1 (the full tests) leaves none out. */
static size_t fault_step(size_t nth)
{
	static const size_t all_of_the_first = 256;
	return nth < all_of_the_first || getenv("UNIT_EVERY_FAULT") ? 1 : nth / 16;
}

static void fault_once(enum zhun_code (*work)(struct zhun_arena *, void *), void *context, bool persistent)
{
	for (size_t nth = 1; nth < MOST_ALLOCATIONS; nth += fault_step(nth)) {
		struct zhun_arena *a = zhun_arena_open((size_t)1 << 30);
		zhun_arena_fail_at(a, nth, persistent);
		enum zhun_code code = work(a, context);
		bool hit = zhun_arena_has_failed(a);
		(void)zhun_arena_close(a);
		if (!hit) {
			CHECK_CODE(code, ZHUN_OK, NULL);
			return;
		}
		if (!unit_check(code == ZHUN_OK || code == ZHUN_E_NO_MEMORY, __FILE__, __LINE__,
				"allocation %zu failing gave %s", nth, zhun_error_row(code)->name))
			return;
	}
	unit_check(false, __FILE__, __LINE__, "the fault loop did not end");
}

void unit_fault_loop(enum zhun_code (*work)(struct zhun_arena *a, void *context), void *context)
{
	fault_once(work, context, false);
	fault_once(work, context, true);
}

char *unit_read_file(const char *path, size_t *ret_len)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	char *data = NULL;
	size_t len = 0, got;
	do {
		char *grown = realloc(data, len + 65536 + 1);
		if (!grown)
			abort();
		data = grown;
		got = fread(data + len, 1, 65536, f);
		len += got;
	} while (got > 0);
	(void)fclose(f);
	data[len] = '\0';
	if (ret_len)
		*ret_len = len;
	return data;
}

unsigned long long unit_random(unsigned long long *state)
{
	unsigned long long z = (*state += 0x9E3779B97F4A7C15ULL);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
	return z ^ (z >> 31);
}

double unit_between(unsigned long long *state, double low, double high)
{
	return low + (high - low) * (double)(unit_random(state) % 10001) / 10000;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders of files (cli/gather.c). */
#include "cli/files.h"

#include <stdlib.h>

#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

enum { ROOM = 16 << 20, CEILING = 100 };

static char folder[] = "/tmp/zhun-gather-XXXXXX";

static const char *path(const char *name)
{
	static char out[128];

	(void)snprintf(out, sizeof out, "%s/%s", folder, name);
	return out;
}

static void write_file(const char *name, size_t bytes)
{
	FILE *f = fopen(path(name), "w");

	CHECK(f != NULL);
	for (size_t i = 0; f && i < bytes; i++)
		(void)fputc('x', f);
	CHECK(f && fclose(f) == 0);
}

static enum zhun_code gather(struct zhun_arena *a, const char *const *words, size_t count,
			     const struct zhun_foreign_file **ret, size_t *ret_count, struct zhun_error *err)
{
	struct zhun_cli cli = {.arena = a, .count = count, .arguments = (const char **)(uintptr_t)words};

	return zhun_cli_gather(&cli, ".yaml", CEILING, ret, ret_count, err);
}

static void a_folder_gives_its_files_by_name(void)
{
	const char *const words[] = {folder};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_foreign_file *files = NULL;
	struct zhun_error err = {0};
	size_t count = 0;

	CHECK_CODE(gather(a, words, 1, &files, &count, &err), ZHUN_OK, &err);
	CHECK_INT(count, 2);
	CHECK_TEXT(files[0].name, zhun_printf(a, "%s/a.yaml", folder));
	CHECK_TEXT(files[1].name, zhun_printf(a, "%s/b.yaml", folder));
	CHECK_INT(files[0].bytes.len, 3);
	(void)zhun_arena_close(a);
}

static void what_is_not_there_or_too_large_is_told(void)
{
	static const struct { const char *name; enum zhun_code code; } cases[] = {
		{"nothing.yaml", ZHUN_E_FILE_READ}, {"large.txt", ZHUN_E_TOO_LARGE}, {"empty", ZHUN_E_TRANSFER_EMPTY},
	};

	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const char *word = zhun_strdup(a, path(cases[i].name));
		const struct zhun_foreign_file *files = NULL;
		struct zhun_error err = {0};
		size_t count = 0;

		CHECK_CODE(gather(a, &word, 1, &files, &count, &err), cases[i].code, &err);
		CHECK(!files);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code gather_again(struct zhun_arena *a, void *context)
{
	const char *const words[] = {folder};
	const struct zhun_foreign_file *files = NULL;
	struct zhun_error err = {0};
	size_t count = 0;

	(void)context;
	enum zhun_code code = gather(a, words, 1, &files, &count, &err);
	CHECK(!code == (files != NULL));
	return code;
}

static void gathering_survives_faults(void)
{
	unit_fault_loop(gather_again, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"gather: a folder gives its files by name", a_folder_gives_its_files_by_name},
		{"gather: what is not there or too large is told", what_is_not_there_or_too_large_is_told},
		{"gather: gathering survives faults", gathering_survives_faults},
	};
	static const char *const names[] = {"b.yaml", "a.yaml", "c.txt", ".hidden.yaml", "large.txt"};

	if (!mkdtemp(folder))
		return 1;
	for (size_t i = 0; i < ZHUN_COUNT(names); i++)
		write_file(names[i], i == 4 ? CEILING + 1 : 3);
	CHECK(mkdir(path("empty"), 0700) == 0);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	for (size_t i = 0; i < ZHUN_COUNT(names); i++)
		(void)unlink(path(names[i]));
	(void)rmdir(path("empty"));
	(void)rmdir(folder);
	return status;
}

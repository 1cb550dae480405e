/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders of files, read whole. */
#include "cli/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include <sys/stat.h>

#include "zhun/base/text.h"

enum { FILES_MOST = 1000000 };

struct gathering {
	struct zhun_cli *cli;
	const char *suffix;
	size_t ceiling;
	struct zhun_foreign_file *files;
	size_t count, room;
};

static enum zhun_code add(struct gathering *g, const char *path, struct zhun_error *err)
{
	struct zhun_bytes bytes;
	if (g->count == g->room) {
		size_t room = g->room ? g->room * 2 : 64;
		struct zhun_foreign_file *grown = ZHUN_NEW_ARRAY(g->cli->arena, room, struct zhun_foreign_file);
		if (!grown)
			return zhun_no_memory(g->cli->arena, err);
		if (g->count)
			memcpy(grown, g->files, g->count * sizeof *grown);
		g->files = grown;
		g->room = room;
	}
	if (g->count == FILES_MOST)
		return zhun_fail(err, ZHUN_E_ROWS_MANY, path, ZHUN_INT(FILES_MOST));
	enum zhun_code code = zhun_cli_read(g->cli->arena, path, g->ceiling, &bytes, err);
	if (!code)
		g->files[g->count++] = (struct zhun_foreign_file){path, bytes};
	return code;
}

static enum zhun_code add_folder(struct gathering *g, const char *path, struct zhun_error *err)
{
	DIR *d = opendir(path);
	enum zhun_code code = ZHUN_OK;
	if (!d)
		return zhun_fail(err, ZHUN_E_FILE_READ, NULL, path, strerror(errno));
	for (const struct dirent *e = readdir(d); e && !code; e = readdir(d)) {
		if (e->d_name[0] == '.' || !zhun_str_ends(e->d_name, g->suffix))
			continue;
		const char *full = zhun_printf(g->cli->arena, "%s/%s", path, e->d_name);
		code = full ? add(g, full, err) : zhun_no_memory(g->cli->arena, err);
	}
	(void)closedir(d);
	return code;
}

static int by_name(const void *a, const void *b)
{
	const struct zhun_foreign_file *x = a, *y = b;
	return strcmp(x->name, y->name);
}

enum zhun_code zhun_cli_gather(struct zhun_cli *cli, const char *suffix, size_t ceiling,
			       const struct zhun_foreign_file **ret, size_t *ret_count, struct zhun_error *err)
{
	struct gathering g = {.cli = cli, .suffix = suffix, .ceiling = ceiling};
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < cli->count && !code; i++) {
		struct stat s;
		bool folder = stat(cli->arguments[i], &s) == 0 && S_ISDIR(s.st_mode);
		code = folder ? add_folder(&g, cli->arguments[i], err) : add(&g, cli->arguments[i], err);
	}
	if (code)
		return code;
	if (!g.count)
		return zhun_fail(err, ZHUN_E_TRANSFER_EMPTY, suffix);
	qsort(g.files, g.count, sizeof *g.files, by_name);
	*ret = g.files;
	*ret_count = g.count;
	return ZHUN_OK;
}

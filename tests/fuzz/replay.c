/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs one fuzz target over the seeds of its folder: replay_NAME FOLDER…, and ends with "ok". */
#include "fuzz.h"

#include <dirent.h>

/* A copy in memory of the very size, so that a read past its end is seen. */
static int replay_file(const char *folder, const char *name)
{
	char path[4096];
	long size;

	(void)snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) < 0) {
		printf("# %s: cannot be read\n", path);
		return 1;
	}
	rewind(file);
	uint8_t *data = malloc((size_t)size);
	size_t got = fread(data, 1, (size_t)size, file);
	(void)fclose(file);
	(void)LLVMFuzzerTestOneInput(data, got);
	free(data);
	return 0;
}

static int replay_folder(const char *folder, int *seeds)
{
	DIR *dir = opendir(folder);
	int bad = 0;

	if (!dir) {
		printf("# %s: no such folder\n", folder);
		return 1;
	}
	for (struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		bad += replay_file(folder, entry->d_name);
		*seeds += 1;
	}
	(void)closedir(dir);
	return bad;
}

int main(int argc, char **argv)
{
	int bad = 0, seeds = 0;
	const char *name = strrchr(argv[0], '/');

	name = name ? name + 1 : argv[0];
	if (argc < 2)
		bad += replay_folder(ZHUN_FUZZ_CORPUS, &seeds);
	for (int i = 1; i < argc; i++)
		bad += replay_folder(argv[i], &seeds);
	if (bad || !seeds)
		printf("not ok %s: %d of %d seeds\n", name, bad, seeds);
	else
		printf("ok %s: %d seeds\n", name, seeds);
	return bad || !seeds;
}

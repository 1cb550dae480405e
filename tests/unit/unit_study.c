/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_study.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>

enum { FULL_DRAWS = 10000000 };

static double number(const struct zhun_json *object, const char *name)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return v ? v->real : HUGE_VAL;
}

static bool holds(struct zhun_study *s, const struct zhun_json *e, const char *file, size_t draws)
{
	const char *op = zhun_json_get_string(e, "op"), *quantity = zhun_json_get_string(e, "quantity");
	double want = number(e, "value"), room = number(e, "tol_abs"), got = 0;
	struct zhun_error err = {0};
	if (!CHECK_CODE(zhun_study_value(s, e, &got, &err), ZHUN_OK, &err))
		return unit_check(false, __FILE__, __LINE__, "%s: %s", file, quantity);
	if (strncmp(op, "mc.", 3) == 0)
		room *= sqrt(FULL_DRAWS / (double)draws);
	return unit_check(fabs(got - want) <= room, __FILE__, __LINE__, "%s: %s gave %.15g, not %.15g within %g", file,
			  quantity, got, want, room);
}

static size_t run_file(const char *folder, const char *file, const struct zhun_study_options *o,
		       void (*see)(const struct zhun_json *expected))
{
	struct zhun_arena *a = zhun_arena_open((size_t)4 << 30);
	char path[600];
	size_t n = 0, count = 0;
	(void)snprintf(path, sizeof path, "%s/%s", folder, file);
	char *text = unit_read_file(path, &n);
	const struct zhun_json *root = NULL;
	struct zhun_study *s = NULL;
	struct zhun_error err = {0};
	if (CHECK(text != NULL) && CHECK_CODE(zhun_json_parse(a, text, n, &root, &err), ZHUN_OK, &err) &&
	    CHECK_CODE(zhun_study_open(a, root, o, &s, &err), ZHUN_OK, &err))
		for (const struct zhun_json *e = zhun_json_get(root, "expected")->first; e; e = e->next) {
			if (see)
				see(e);
			count += holds(s, e, file, o->draws);
		}
	free(text);
	(void)zhun_arena_close(a);
	return count;
}

size_t unit_study_folder(const char *folder, const struct zhun_study_options *o,
			 void (*see)(const struct zhun_json *expected))
{
	const char *setting = getenv("ZHUN_CASE_DRAWS");
	struct zhun_study_options options = *o;
	DIR *dir = opendir(folder);
	size_t count = 0;
	if (!dir)
		return SIZE_MAX;
	options.draws = setting ? strtoul(setting, NULL, 10) : options.draws;
	for (struct dirent *e = readdir(dir); e; e = readdir(dir))
		if (strstr(e->d_name, ".json"))
			count += run_file(folder, e->d_name, &options, see);
	(void)closedir(dir);
	return count;
}

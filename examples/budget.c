/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An uncertainty budget as a document: reads the file named, works it out, prints its results rounded. */
#include <stdio.h>

#include "zhun/base/arena.h"
#include "zhun/study/budget.h"

static enum zhun_code work_out(struct zhun_arena *a, struct zhun_bytes text, struct zhun_error *err)
{
	const struct zhun_budget *budget = NULL;
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_ask ask = {.draws = 100000, .seed = 1};
	enum zhun_code code = zhun_budget_read(a, text, &budget, err);
	if (!code)
		code = zhun_budget_run(a, budget, &ask, &r, err);
	for (size_t i = 0; !code && i < r->count; i++)
		printf("%s: value %.9g, u %.3g, k %.2f, U %.3g\n", r->figures[i].output->name, r->figures[i].value,
		       r->figures[i].u, r->figures[i].k, r->figures[i].U);
	return code;
}

int main(int argc, char **argv)
{
	static unsigned char room[1 << 16];
	char sentence[ZHUN_ERROR_ARG_SIZE];
	struct zhun_error err = {0};
	FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
	if (!f) {
		fprintf(stderr, "usage: budget FILE\n");
		return 2;
	}
	struct zhun_bytes text = {room, fread(room, 1, sizeof room, f)};
	fclose(f);
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	enum zhun_code code = a ? work_out(a, text, &err) : ZHUN_E_NO_MEMORY;
	if (code) {
		zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof sentence);
		fprintf(stderr, "%s: %s\n", err.place, sentence);
	}
	zhun_arena_close(a);
	return code ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calibration certificate (DCC, JSON, CSV or PDF with one inside): reads the file named, and judges its form. */
#include <stdio.h>

#include "zhun/verdict/verdict.h"

static enum zhun_code look_at(struct zhun_arena *a, struct zhun_bytes file, struct zhun_error *err)
{
	static const struct zhun_facts nothing_known = {0};
	const struct zhun_certificate *c = NULL;
	struct zhun_verdict v = {0};
	enum zhun_code code = zhun_certificate_read(a, file, &c, err);
	const struct zhun_case on = {.certificate = c, .facts = &nothing_known, .as_of = c ? c->issued.date.last : 0};
	if (!code)
		code = zhun_verdict_judge(a, &on, &v, err);
	if (!code)
		printf("certificate %s: form %s, %zu of %d claims checked\n", c->number,
		       zhun_answer_name(v.claims[ZHUN_CLAIM_FORM].answer), v.checked, ZHUN_CLAIMS);
	return code;
}

int main(int argc, char **argv)
{
	static unsigned char room[1 << 20];
	char sentence[ZHUN_ERROR_ARG_SIZE];
	struct zhun_error err = {0};
	FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
	if (!f) {
		fprintf(stderr, "usage: certificate FILE\n");
		return 2;
	}
	struct zhun_bytes file = {room, fread(room, 1, sizeof room, f)};
	fclose(f);
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	enum zhun_code code = a ? look_at(a, file, &err) : ZHUN_E_NO_MEMORY;
	if (code) {
		zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof sentence);
		fprintf(stderr, "%s: %s\n", err.place, sentence);
	}
	zhun_arena_close(a);
	return code ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claims' own files share. */
#ifndef ZHUN_VERDICT_INSIDE_H
#define ZHUN_VERDICT_INSIDE_H

#include "zhun/verdict/verdict.h"

/** The claim under judgement; failures of memory stick. */
struct zhun_bench {
	struct zhun_arena *arena;
	struct zhun_judgement *claim;
	bool failed;
};

/** Adds a finding; the words are those of zhun_fail: place, then up to four. */
void zhun_bench_find(struct zhun_bench *b, enum zhun_answer answer, enum zhun_code code,
		     const char *const words[ZHUN_ERROR_ARGS + 2]);
void zhun_bench_take(struct zhun_bench *b, enum zhun_answer answer, const struct zhun_error *reason);

#define FIND(bench, answer, code, ...) \
	zhun_bench_find((bench), (answer), (code), (const char *const[ZHUN_ERROR_ARGS + 2]){__VA_ARGS__})

/** A day as text, for a word of a finding. */
struct zhun_day_room {
	char s[ZHUN_DATE_TEXT];
};
const char *zhun_day_word(struct zhun_day_room *room, int32_t day);
#define DAY(n) zhun_day_word(&(struct zhun_day_room){{0}}, (n))

/** The state that holds on @a day; NULL where none had begun. */
const struct zhun_fact_state *zhun_state_on(const struct zhun_fact_state *states, size_t count, int32_t day);

void zhun_judge_form(struct zhun_bench *b, const struct zhun_certificate *c);
void zhun_judge_in_force(struct zhun_bench *b, const struct zhun_certificate *c, const struct zhun_facts *f,
			 int32_t as_of);
void zhun_judge_competent(struct zhun_bench *b, const struct zhun_certificate *c, const struct zhun_facts *f);

/** The value's unit as the document's format writes units. */
enum zhun_code zhun_cert_unit(const struct zhun_certificate *c, const char *text, struct zhun_unit *ret,
			      unsigned *ret_notes, struct zhun_error *err);

#endif

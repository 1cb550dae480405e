/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Studies: a document that holds data about measurements (a model with its
 * inputs, readings, tolerances, results of laboratories …) and operations that
 * are asked of it, by a closed vocabulary: one constant table of operations
 * with their arguments. A study knows its area and its data and nothing of
 * where it came from. What several operations share (a compiled model, its
 * sensitivities, draws, a fit) is worked out once. A word that the vocabulary
 * does not have is an error at its place (a JSON Pointer). Pure; memory of the
 * caller's arena; a study belongs to one thread.
 */
#ifndef ZHUN_STUDY_STUDY_H
#define ZHUN_STUDY_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

struct zhun_json;
struct zhun_study;

/** How draws are made where an operation needs them. */
struct zhun_study_options {
	size_t draws;   /* of Monte Carlo; at least 1000 */
	uint64_t seed;
	size_t threads; /* 0 is 1; the result is the same for any number */
	/** Asked now and then while draws are made, and after each answer; false ends the run with
	 *  MC_STOPPED. May be NULL. */
	bool (*go_on)(void *context, size_t done, size_t of);
	void *context;
};

/** What an argument holds. */
enum zhun_study_kind {
	ZHUN_STUDY_NUMBER,
	ZHUN_STUDY_WHOLE,
	ZHUN_STUDY_BOOLEAN,
	ZHUN_STUDY_WORD,   /* one of its words */
	ZHUN_STUDY_NAME,   /* of something in the study */
	ZHUN_STUDY_NAMES,  /* a list of such */
	ZHUN_STUDY_OBJECT, /* as the data of the area describe it */
	ZHUN_STUDY_WORD_OR_NUMBER,
	ZHUN_STUDY_WORD_OR_OBJECT
};

struct zhun_study_arg {
	const char *name;
	enum zhun_study_kind kind;
	const char *words;  /* of a WORD: "zero|keep"; the first is the default where preset is true */
	bool preset;        /* a word that is not given is the first */
	bool optional;      /* may be absent although it has no word for that */
	double otherwise;   /* of an optional number: what is taken where it is absent, and named with the answer; 0
			       where absence is itself something */
};

enum { ZHUN_STUDY_ARGS = 10 };

/** An operation. */
struct zhun_study_op {
	const char *name;   /* "lpu.u" */
	const char *area;   /* of the studies that it may be asked of; NULL: those that have its data */
	struct zhun_study_arg args[ZHUN_STUDY_ARGS + 1]; /* ends with a row of zeros */
	const char *help[2];
	const char *source; /* standard and clause */
	enum zhun_code (*run)(struct zhun_study *s, const struct zhun_json *args, double *ret,
			      struct zhun_error *err);
	size_t member;      /* where several share a run: which member of what it works out */
	const char *answers; /* where the value is a place in words, from 0: they ("pass|fail"); else NULL */
	const char *(*say)(int value, enum zhun_language language); /* that word for people; NULL as answers */
};

/** All operations, in tables that each end with a row of zeros. */
size_t zhun_study_tables(void);
const struct zhun_study_op *zhun_study_ops(size_t table);
const struct zhun_study_op *zhun_study_op_named(const char *name);

/** Takes a document; its data are read when an operation first needs them. The operations are those of
 *  its list "ask" or "expected". Fails STUDY_KEY, STUDY_MISSING, STUDY_KIND. */
enum zhun_code zhun_study_open(struct zhun_arena *a, const struct zhun_json *document,
			       const struct zhun_study_options *options, struct zhun_study **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** One operation, {"op","args"}. Fails STUDY_OP, STUDY_KEY, STUDY_MISSING, STUDY_KIND, STUDY_WORD, and as
 *  the mathematics does; the place is a JSON Pointer into the document. */
enum zhun_code zhun_study_value(struct zhun_study *s, const struct zhun_json *ask, double *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** All of them: {"area","answers":[{"quantity","op","value","double","conventions":{…}} (with "word",
 *  "word_en" and "word_zh" where the operation answers by words) or
 *  {"quantity","op","code","detail_en","detail_zh","place"}]}. A value is text, so that all its
 *  digits arrive; "infinite" where it is. One that fails does not lose the others. */
enum zhun_code zhun_study_run(struct zhun_arena *a, const struct zhun_json *document,
			      const struct zhun_study_options *options, struct zhun_text *out,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** {"ops":[{"name","area","help_en","help_zh","source","args":[{"name","kind","words","required"}]}]} */
void zhun_study_ops_json(struct zhun_text *out);

#endif

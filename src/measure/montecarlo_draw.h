/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A run's draws, block by block: what a block holds depends on the seed and the block's number and on nothing
 * else. A source is constant and serves any worker; each has working memory of its own. Blocks are handed out
 * in chunks to whichever worker is free, and what is added up is added up in the order of chunks: the number
 * of workers changes no bit.
 */
#ifndef MEASURE_MONTECARLO_DRAW_H
#define MEASURE_MONTECARLO_DRAW_H

#include "measure/model_plan.h"
#include "measure/random.h"
#include "measure/team.h"

enum { MC_BLOCK = MODEL_PLAN_WIDTH, MC_CHUNK = 16 * MC_BLOCK, MC_ROUND = 256 * MC_CHUNK };

/* What two threads write at the same time lies this many bytes apart: two lines of a cache, which come in pairs. */
enum { MC_APART = 128 };

struct mc_source {
	const struct zhun_mc_task *task;
	struct zhun_model_outputs outputs; /* asked for */
	size_t n;			   /* inputs */
	struct model_plan plan;
	struct random_source *inputs;
	struct ziggurat normal, **own; /* own: of each input, its t's or NULL */
	bool *joint;  /* this input is drawn with others */
	double *root; /* of the correlation matrix: column m at root + m·n */
	size_t rank;
};

struct mc_worker {
	double *work, *spare, *z, *chi;
	struct random_stream stream;
	const double **y; /* of the block: one for each output asked for */
	char apart[MC_APART]; /* from the next worker's */
};

/** A source, its workers, and the threads that are these. */
struct mc_crew {
	struct mc_source source;
	size_t count;
	struct mc_worker *workers;
	struct team *team;
};

/** Before any memory is asked for: fails MC_DRAWS, PARAMETER_BAD, EXPRESSION_COMPLEX. */
enum zhun_code mc_check(const struct zhun_mc_task *task, struct zhun_model_outputs outputs, struct zhun_error *err);

/** Checks the task and makes all ready, in @a ret, which begins as zeros. Fails as zhun_mc_run does. */
enum zhun_code mc_crew_make(struct zhun_arena *a, const struct zhun_mc_task *task, struct zhun_model_outputs outputs,
			    struct mc_crew *ret, struct zhun_error *err);

/** Ends the threads, also of a crew that could not be made; before the arena is rewound. */
void mc_crew_close(struct mc_crew *c);

/** Draws a block and runs the model: afterwards w->y[o] has MC_BLOCK values of output o. */
void mc_draw(const struct mc_source *s, struct mc_worker *w, size_t block);

/** Fails MC_OUT_OF_DOMAIN: how many of the draws had no finite number, and where in the model the first had
 *  none. */
enum zhun_code mc_blame(struct zhun_arena *a, const struct mc_crew *c, size_t first, size_t lost, size_t draws,
			struct zhun_error *err);

/** Sees a block: values of draws @a at and on of each output; @a worker and @a chunk, which count from 0 in
 *  each round, say whose memory it may write. */
typedef void mc_visit(void *context, size_t worker, size_t chunk, const double *const *y, size_t at, size_t n);

/** Visits draws from @a from (the beginning of a chunk) to @a to with all workers. */
void mc_round(const struct mc_crew *c, size_t from, size_t to, mc_visit *visit, void *context);

/** The same in rounds of MC_ROUND at most, telling the caller between them how far it is. Fails MC_STOPPED
 *  where the caller wants no more. @a close (may be NULL) ends a round. */
enum zhun_code mc_rounds(const struct mc_crew *c, mc_visit *visit, void (*close)(void *context, size_t draws),
			 void *context, struct zhun_error *err);

#endif

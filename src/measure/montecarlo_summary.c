/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A run that keeps next to none of its draws. The first of them bracket each end of a symmetric interval by
 * six standard deviations of its place; from then on draws below a bracket are counted and those inside kept,
 * and after each round the brackets close further. The places asked for then stand among the few kept: the
 * end points are those of the whole sample. Where they do not (once in 10⁹ runs, or where very many draws
 * are equal) montecarlo_places.c finds them by running again.
 */
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "measure/montecarlo_histogram.h"
#include "measure/montecarlo_order.h"
#include "measure/montecarlo_places.h"
#include "measure/montecarlo_tally.h"

enum { PILOT = 8 * MC_CHUNK, ROOM = 3 << 15, WORKER_ROOM = 1 << 15 };

/* what a worker found in this round */
struct found {
	struct vector_bracket b;
	char apart[MC_APART]; /* from the next worker's */
};

/* One end of an output's interval: its places are those of the end point and of the draws around it. */
struct end {
	double q;
	size_t places[3]; /* at, from, to */
	struct vector_bracket all;
	struct found *workers;
	bool full;
};

struct summary {
	struct mc_crew crew;
	struct mc_tally tally;
	double **pilot; /* of each output, in the first round only */
	bool in_pilot;
	size_t room, worker_room; /* of an end's draws kept, in all and in a round */
	struct end *ends; /* low, high of each output; NULL: a histogram instead */
	struct mc_histogram *histograms;
};

static size_t ends_of(const struct summary *s)
{
	return s->ends ? 2 * s->crew.source.outputs.count : 0;
}

static void visit_ends(struct summary *s, size_t worker, const double *const *y, size_t n)
{
	size_t whole = n - n % VECTOR_LANES;
	for (size_t e = 0; e < ends_of(s); e++) {
		struct vector_bracket *b = &s->ends[e].workers[worker].b;
		/* without room the end is looked for in another way: which draws are left out is no matter */
		if (b->count + MC_BLOCK > s->worker_room)
			continue;
		s->crew.source.plan.unit->bracket(whole, y[e / 2], b);
		vector_plain.bracket(n - whole, y[e / 2] + whole, b);
	}
}

static void visit(void *context, size_t worker, size_t chunk, const double *const *y, size_t at, size_t n)
{
	struct summary *s = context;
	mc_tally_visit(&s->tally, chunk, y, at, n);
	if (!s->in_pilot)
		visit_ends(s, worker, y, n);
	for (size_t o = 0; o < s->crew.source.outputs.count; o++) {
		if (s->in_pilot && (s->ends || s->histograms))
			memcpy(s->pilot[o] + at, y[o], n * sizeof(**y));
		else if (s->histograms)
			mc_histogram_visit(&s->histograms[o], worker, y[o], n);
	}
}

/* ---- brackets ---- */

static void leave_out(struct vector_bracket *b, double low, double high)
{
	size_t left = 0;
	for (size_t i = 0; i < b->count; i++) {
		b->below += b->kept[i] < low;
		if (b->kept[i] >= low && b->kept[i] < high)
			b->kept[left++] = b->kept[i];
	}
	b->count = left;
	b->low = low;
	b->high = high;
}

/* After n draws the place sought is n·q within six standard deviations: the draws so far beyond that are none
 * of those sought at the end. Beyond 10⁹ draws there is room for fewer deviations, and rather than keep more
 * than memory allows a run in a thousand finds its end in the other way. */
static void close_in(const struct summary *s, struct end *e, size_t n)
{
	struct vector_bracket *b = &e->all;
	double sd = sqrt((double)n * e->q * (1.0 - e->q)), reach = fmin(6.0 * sd + 2.0, 0.4 * (double)s->room);
	double middle = (double)n * e->q;
	double from = middle - reach - (double)b->below, to = middle + reach - (double)b->below;
	double low = b->low, high = b->high;
	if (from >= 0.0 && from < (double)b->count) {
		order_place(b->kept, 0, b->count - 1, (size_t)from);
		low = b->kept[(size_t)from];
	}
	if (to >= 0.0 && to < (double)b->count) {
		order_place(b->kept, 0, b->count - 1, (size_t)to);
		high = b->kept[(size_t)to];
	}
	leave_out(b, low, high);
}

static void take_in(const struct summary *s, struct end *e)
{
	for (size_t w = 0; w < s->crew.count; w++) {
		struct vector_bracket *b = &e->workers[w].b;
		e->full = e->full || b->count + MC_BLOCK > s->worker_room || e->all.count + b->count > s->room;
		if (!e->full) {
			memcpy(e->all.kept + e->all.count, b->kept, b->count * sizeof(*b->kept));
			e->all.count += b->count;
			e->all.below += b->below;
		}
		b->below = b->count = 0;
	}
}

static void share(struct end *e, size_t workers)
{
	for (size_t w = 0; w < workers; w++) {
		e->workers[w].b.low = e->all.low;
		e->workers[w].b.high = e->all.high;
	}
}

struct closing {
	struct summary *s;
	size_t from, to;
	atomic_size_t next; /* end */
};

/* Each end is a member's alone. */
static void close_ends(void *context, size_t member)
{
	struct closing *c = context;
	const struct summary *s = c->s;
	(void)member;
	for (size_t e = atomic_fetch_add(&c->next, 1); e < ends_of(s); e = atomic_fetch_add(&c->next, 1)) {
		struct end *end = &s->ends[e];
		if (c->from == 0) {
			memcpy(end->all.kept, s->pilot[e / 2], c->to * sizeof(double));
			end->all.count = c->to;
		}
		take_in(s, end);
		if (!end->full && c->to < s->crew.source.task->draws)
			close_in(s, end, c->to);
		share(end, s->crew.count);
	}
}

static void close_round(struct summary *s, size_t from, size_t to)
{
	struct closing closing = {.s = s, .from = from, .to = to};
	mc_tally_close(&s->tally, to - from);
	atomic_init(&closing.next, 0);
	team_do(s->crew.team, ends_of(s), close_ends, &closing);
	for (size_t o = 0; o < s->crew.source.outputs.count && s->histograms; o++) {
		if (from == 0)
			mc_histogram_range(&s->histograms[o], s->pilot[o], to);
		mc_histogram_close(&s->histograms[o]);
	}
	s->in_pilot = false;
}

/* Rounds grow by what is known so far: a bracket from n draws keeps few of the next 4n. */
static enum zhun_code run_rounds(struct summary *s, struct zhun_error *err)
{
	const struct zhun_mc_task *t = s->crew.source.task;
	for (size_t from = 0, size = PILOT; from < t->draws; from += size) {
		size = from ? 4 * from : size;
		size = size < MC_ROUND ? size : MC_ROUND;
		size = size < t->draws - from ? size : t->draws - from;
		mc_round(&s->crew, from, from + size, visit, s);
		close_round(s, from, from + size);
		if (s->tally.lost)
			return ZHUN_OK;
		if (t->go_on && !t->go_on(t->context, from + size, t->draws))
			return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(from + size), ZHUN_INT(t->draws));
	}
	return ZHUN_OK;
}

/* ---- memory ---- */

static enum zhun_code make_end(struct zhun_arena *a, const struct summary *s, double q, size_t place,
			       struct end *ret, struct zhun_error *err)
{
	*ret = (struct end){.q = q,
			    .all = {.low = -HUGE_VAL, .high = HUGE_VAL, .kept = ZHUN_NEW_ARRAY(a, s->room, double)},
			    .workers = ZHUN_NEW_ARRAY(a, s->crew.count, struct found)};
	if (!ret->all.kept || !ret->workers)
		return zhun_no_memory(a, err);
	ret->places[0] = place;
	order_enclosing(s->crew.source.task->draws, q, ret->places + 1);
	for (size_t w = 0; w < s->crew.count; w++) {
		ret->workers[w].b.kept = ZHUN_NEW_ARRAY(a, s->worker_room, double);
		if (!ret->workers[w].b.kept)
			return zhun_no_memory(a, err);
	}
	return ZHUN_OK;
}

static enum zhun_code make_ends(struct zhun_arena *a, struct summary *s, double p, struct zhun_error *err)
{
	size_t low, high, n = s->crew.source.outputs.count;
	enum zhun_code code = ZHUN_OK;
	order_symmetric(s->crew.source.task->draws, p, &low, &high);
	s->ends = ZHUN_NEW_ARRAY(a, 2 * n, struct end);
	if (!s->ends)
		return zhun_no_memory(a, err);
	for (size_t o = 0; o < n && !code; o++) {
		code = make_end(a, s, 0.5 * (1.0 - p), low, &s->ends[2 * o], err);
		if (!code)
			code = make_end(a, s, 0.5 * (1.0 + p), high, &s->ends[2 * o + 1], err);
	}
	return code;
}

static enum zhun_code make_histograms(struct zhun_arena *a, struct summary *s, double p, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	s->histograms = ZHUN_NEW_ARRAY(a, s->crew.source.outputs.count, struct mc_histogram);
	if (!s->histograms)
		return zhun_no_memory(a, err);
	for (size_t o = 0; o < s->crew.source.outputs.count && !code; o++)
		code = mc_histogram_make(a, s->crew.count, p, &s->histograms[o], err);
	return code;
}

static enum zhun_code make_summary(struct zhun_arena *a, struct summary *s, const struct zhun_mc_coverage *c,
				   struct zhun_error *err)
{
	size_t n = s->crew.source.outputs.count, draws = s->crew.source.task->draws;
	s->in_pilot = true;
	s->room = draws < ROOM ? draws : ROOM;
	s->worker_room = draws < WORKER_ROOM ? draws + MC_BLOCK : WORKER_ROOM;
	s->pilot = ZHUN_NEW_ARRAY(a, n, double *);
	if (!s->pilot)
		return zhun_no_memory(a, err);
	for (size_t o = 0; o < n; o++) {
		s->pilot[o] = ZHUN_NEW_ARRAY(a, draws < PILOT ? draws : PILOT, double);
		if (!s->pilot[o])
			return zhun_no_memory(a, err);
	}
	enum zhun_code code = mc_tally_make(a, &s->crew.source, s->crew.workers, false, &s->tally, err);
	if (!code && c)
		code = c->kind == ZHUN_MC_SYMMETRIC ? make_ends(a, s, c->p, err) : make_histograms(a, s, c->p, err);
	return code;
}

/* ---- results ---- */

/* The end point and the draws around it, of those kept; false: they are not among them. */
static bool places_kept(struct end *e, double ret[3])
{
	struct vector_bracket *b = &e->all;
	for (size_t i = 0; i < 3; i++) {
		size_t place = e->places[i];
		ret[i] = i == 1 ? -HUGE_VAL : HUGE_VAL;
		if (place == ORDER_NONE)
			continue;
		if (e->full || place < b->below || place - b->below >= b->count)
			return false;
		order_place(b->kept, 0, b->count - 1, place - b->below);
		ret[i] = b->kept[place - b->below];
	}
	return true;
}

static enum zhun_code read_end(struct zhun_arena *a, struct summary *s, size_t e, struct zhun_mc_end *ret,
			       struct zhun_error *err)
{
	double got[3];
	enum zhun_code code = ZHUN_OK;
	if (!places_kept(&s->ends[e], got))
		code = mc_places(a, &s->crew, &(struct mc_sought){e / 2, 3, s->ends[e].places}, got, err);
	if (!code)
		*ret = (struct zhun_mc_end){got[0], got[1], got[2]};
	return code;
}

static enum zhun_code read_output(struct zhun_arena *a, struct summary *s, size_t o, struct zhun_mc_summary *ret,
				  struct zhun_error *err)
{
	*ret = (struct zhun_mc_summary){.draws = s->tally.draws,
					.mean = mc_tally_mean(&s->tally, o),
					.u = sqrt(fmax(0.0, mc_tally_covariance(&s->tally, o, o))),
					.exact = s->ends != NULL};
	if (s->histograms)
		mc_histogram_shortest(&s->histograms[o], s->tally.draws, &ret->low, &ret->high);
	if (!s->ends)
		return ZHUN_OK;
	enum zhun_code code = read_end(a, s, 2 * o, &ret->low, err);
	return code ? code : read_end(a, s, 2 * o + 1, &ret->high, err);
}

static enum zhun_code summarise(struct zhun_arena *a, struct summary *s, struct zhun_mc_summary *got,
				struct zhun_error *err)
{
	enum zhun_code code = run_rounds(s, err);
	if (!code && s->tally.lost)
		code = mc_blame(a, &s->crew, s->tally.first_lost, s->tally.lost, s->tally.draws, err);
	for (size_t o = 0; o < s->crew.source.outputs.count && !code; o++)
		code = read_output(a, s, o, &got[o], err);
	return code;
}

enum zhun_code zhun_mc_summarise(struct zhun_arena *a, const struct zhun_mc_task *task,
				 struct zhun_model_outputs outputs, const struct zhun_mc_coverage *coverage,
				 struct zhun_mc_summary *ret, struct zhun_error *err)
{
	if (coverage && !(coverage->p > 0.0 && coverage->p < 1.0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "p", "> 0, < 1");
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	struct summary s = {.in_pilot = true};
	struct zhun_mc_summary *got = ZHUN_NEW_ARRAY(a, outputs.count, struct zhun_mc_summary);
	enum zhun_code code = got ? ZHUN_OK : zhun_no_memory(a, err);
	if (!code)
		code = mc_check(task, outputs, err);
	if (!code)
		code = mc_crew_make(a, task, outputs, &s.crew, err);
	if (!code)
		code = make_summary(a, &s, coverage, err);
	if (!code)
		code = summarise(a, &s, got, err);
	mc_crew_close(&s.crew);
	if (!code)
		memcpy(ret, got, outputs.count * sizeof(*ret));
	zhun_arena_rewind(a, mark);
	return code;
}

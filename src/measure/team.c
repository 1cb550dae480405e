/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/team.h"

#include <pthread.h>

struct helper {
	struct team *team;
	size_t number;
	pthread_t thread;
};

struct team {
	pthread_mutex_t lock;
	pthread_cond_t begin, done;
	size_t members, started; /* started: threads, the caller not among them */
	bool asked;		 /* threads have been asked for */
	size_t round, busy;	 /* busy: threads that have not yet ended the round */
	bool over;
	team_work *work;
	size_t wanted;
	void *context;
	struct helper helpers[];
};

enum zhun_code team_open(struct zhun_arena *a, size_t members, struct team **ret, struct zhun_error *err)
{
	struct team *t = zhun_alloc(a, sizeof(*t) + (members - 1) * sizeof(struct helper));
	if (!t)
		return zhun_no_memory(a, err);
	(void)pthread_mutex_init(&t->lock, NULL);
	(void)pthread_cond_init(&t->begin, NULL);
	(void)pthread_cond_init(&t->done, NULL);
	t->members = members;
	*ret = t;
	return ZHUN_OK;
}

/* Under the lock: a thread has ended what all are waited for. */
static void end_part(struct team *t)
{
	if (--t->busy == 0)
		(void)pthread_cond_signal(&t->done);
}

static void *help(void *context)
{
	const struct helper *h = context;
	struct team *t = h->team;
	(void)pthread_mutex_lock(&t->lock);
	for (size_t seen = 0;; seen++) {
		end_part(t);
		while (t->round == seen && !t->over)
			(void)pthread_cond_wait(&t->begin, &t->lock);
		if (t->over)
			break;
		(void)pthread_mutex_unlock(&t->lock);
		if (h->number < t->wanted)
			t->work(t->context, h->number);
		(void)pthread_mutex_lock(&t->lock);
	}
	(void)pthread_mutex_unlock(&t->lock);
	return NULL;
}

/* Under the lock. */
static void wait_for_all(struct team *t)
{
	while (t->busy > 0)
		(void)pthread_cond_wait(&t->done, &t->lock);
}

/* A new thread often begins on its creator's processor and would wait there until the system balances its
 * load, which takes milliseconds; one that is woken goes where there is room. So the creator sleeps until all
 * are there. */
static void start(struct team *t)
{
	t->asked = true;
	(void)pthread_mutex_lock(&t->lock);
	for (size_t i = 1; i < t->members; i++) {
		struct helper *h = &t->helpers[t->started];
		*h = (struct helper){.team = t, .number = i};
		if (!pthread_create(&h->thread, NULL, help, h))
			t->started++;
	}
	t->busy = t->started;
	wait_for_all(t);
	(void)pthread_mutex_unlock(&t->lock);
}

void team_do(struct team *t, size_t wanted, team_work *work, void *context)
{
	if (wanted > 1 && !t->asked)
		start(t);
	bool alone = wanted < 2 || t->started == 0;
	if (!alone) {
		(void)pthread_mutex_lock(&t->lock);
		t->work = work;
		t->wanted = wanted;
		t->context = context;
		t->busy = t->started;
		t->round++;
		(void)pthread_cond_broadcast(&t->begin);
		(void)pthread_mutex_unlock(&t->lock);
	}
	work(context, 0);
	if (alone)
		return;
	(void)pthread_mutex_lock(&t->lock);
	wait_for_all(t);
	(void)pthread_mutex_unlock(&t->lock);
}

void team_close(struct team *t)
{
	if (!t)
		return;
	(void)pthread_mutex_lock(&t->lock);
	t->over = true;
	(void)pthread_cond_broadcast(&t->begin);
	(void)pthread_mutex_unlock(&t->lock);
	for (size_t i = 0; i < t->started; i++)
		(void)pthread_join(t->helpers[i].thread, NULL);
	(void)pthread_cond_destroy(&t->done);
	(void)pthread_cond_destroy(&t->begin);
	(void)pthread_mutex_destroy(&t->lock);
}

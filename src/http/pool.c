/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/pool.h"

#include <pthread.h>
#include <stdint.h>

#include "zhun/base/arena.h"

/* A worker's thread needs room for a PDF or an XML document of the deepest nesting allowed. */
enum { STACK_SIZE = 1 << 20 };

struct worker {
	struct zhun_pool *pool;
	size_t number;
	pthread_t thread;
};

struct zhun_pool {
	struct zhun_arena *arena;  /* holds this struct, the ring and the workers */
	pthread_mutex_t lock;
	pthread_cond_t filled;
	void **ring;
	size_t room, first, waiting;
	bool closing;
	zhun_pool_work *work;
	void *context;
	struct worker *workers;
	size_t count;
};

/* The next job, or NULL when the pool closes and nothing waits. */
static void *take(struct zhun_pool *p)
{
	void *job = NULL;
	pthread_mutex_lock(&p->lock);
	while (!p->waiting && !p->closing)
		pthread_cond_wait(&p->filled, &p->lock);
	if (p->waiting) {
		job = p->ring[p->first];
		p->first = (p->first + 1) % p->room;
		p->waiting--;
	}
	pthread_mutex_unlock(&p->lock);
	return job;
}

static void *run(void *context)
{
	struct worker *w = context;
	for (void *job; (job = take(w->pool));)
		w->pool->work(w->pool->context, w->number, job);
	return NULL;
}

bool zhun_pool_add(struct zhun_pool *p, void *job)
{
	pthread_mutex_lock(&p->lock);
	bool added = !p->closing && p->waiting < p->room;
	if (added) {
		p->ring[(p->first + p->waiting) % p->room] = job;
		p->waiting++;
		pthread_cond_signal(&p->filled);
	}
	pthread_mutex_unlock(&p->lock);
	return added;
}

struct zhun_pool *zhun_pool_close(struct zhun_pool *p)
{
	if (!p)
		return NULL;
	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->filled);
	pthread_mutex_unlock(&p->lock);
	for (size_t i = 0; i < p->count; i++)
		pthread_join(p->workers[i].thread, NULL);
	pthread_cond_destroy(&p->filled);
	pthread_mutex_destroy(&p->lock);
	zhun_arena_close(p->arena);
	return NULL;
}

static struct zhun_pool *pool_new(struct zhun_arena *a, size_t workers, size_t room)
{
	struct zhun_pool *p = ZHUN_NEW(a, struct zhun_pool);
	if (!p)
		return NULL;
	p->arena = a;
	p->room = room;
	p->ring = ZHUN_NEW_ARRAY(a, room, void *);
	p->workers = ZHUN_NEW_ARRAY(a, workers, struct worker);
	return p->ring && p->workers ? p : NULL;
}

static bool start_workers(struct zhun_pool *p, size_t workers)
{
	pthread_attr_t attributes;
	if (pthread_attr_init(&attributes))
		return false;
	pthread_attr_setstacksize(&attributes, STACK_SIZE);
	bool started = true;
	for (; started && p->count < workers; p->count += started) {
		struct worker *w = &p->workers[p->count];
		*w = (struct worker){.pool = p, .number = p->count};
		started = pthread_create(&w->thread, &attributes, run, w) == 0;
	}
	pthread_attr_destroy(&attributes);
	return started;
}

enum zhun_code zhun_pool_open(size_t workers, size_t room, zhun_pool_work *work, void *context,
			      struct zhun_pool **ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(SIZE_MAX);
	struct zhun_pool *p = a ? pool_new(a, workers, room) : NULL;
	if (!p) {
		zhun_arena_close(a);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	p->work = work;
	p->context = context;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, NULL);
	if (!start_workers(p, workers)) {
		zhun_pool_close(p);
		return zhun_fail(err, ZHUN_E_THREAD_FAILED, NULL);
	}
	*ret = p;
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/watch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>

#include "zhun/base/arena.h"

/* Phase and time change with every request without the lock: time is stored before the phase and
 * read after it, so that a phase is never judged by the time of the one before. The list changes
 * under the lock, so that a socket is never shut down after it was closed and its number given to
 * another. */
struct zhun_watched {
	int fd;  /* -1: free */
	atomic_int phase;
	atomic_llong since;
	void *kept;  /* only the connection's own thread touches it */
	struct zhun_watched *next_free;
};

struct zhun_watch {
	struct zhun_arena *arena;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	pthread_t thread;
	bool closing;
	int64_t limit[ZHUN_PHASES];
	struct zhun_watched *all, *free;
	size_t most;
};

int64_t zhun_watch_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Shuts down what is over its time; called with the lock held. */
static void look(struct zhun_watch *w, int64_t now)
{
	for (size_t i = 0; i < w->most; i++) {
		struct zhun_watched *c = &w->all[i];
		if (c->fd < 0)
			continue;
		int64_t limit = w->limit[atomic_load_explicit(&c->phase, memory_order_acquire)];
		if (limit && now - atomic_load_explicit(&c->since, memory_order_relaxed) > limit)
			shutdown(c->fd, SHUT_RDWR);
	}
}

static void *run(void *context)
{
	struct zhun_watch *w = context;
	pthread_mutex_lock(&w->lock);
	while (!w->closing) {
		struct timespec next;
		clock_gettime(CLOCK_MONOTONIC, &next);
		next.tv_sec++;
		pthread_cond_timedwait(&w->wake, &w->lock, &next);
		look(w, zhun_watch_now());
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

static bool watch_start(struct zhun_watch *w)
{
	pthread_condattr_t attributes;
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->wake, &attributes);
	pthread_condattr_destroy(&attributes);
	return pthread_create(&w->thread, NULL, run, w) == 0;
}

static struct zhun_watch *watch_new(struct zhun_arena *a, size_t most)
{
	struct zhun_watch *w = ZHUN_NEW(a, struct zhun_watch);
	if (!w || !(w->all = ZHUN_NEW_ARRAY(a, most, struct zhun_watched)))
		return NULL;
	w->arena = a;
	w->most = most;
	for (size_t i = 0; i < most; i++) {
		w->all[i].fd = -1;
		w->all[i].next_free = i + 1 < most ? &w->all[i + 1] : NULL;
	}
	w->free = w->all;
	return w;
}

enum zhun_code zhun_watch_open(size_t most, const int64_t limit[ZHUN_PHASES],
			       struct zhun_watch **ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(SIZE_MAX);
	struct zhun_watch *w = a ? watch_new(a, most) : NULL;
	enum zhun_code code = w ? ZHUN_OK : ZHUN_E_NO_MEMORY;
	if (w) {
		memcpy(w->limit, limit, sizeof w->limit);
		code = watch_start(w) ? ZHUN_OK : ZHUN_E_THREAD_FAILED;
	}
	if (code) {
		zhun_arena_close(a);
		return zhun_fail(err, code, NULL);
	}
	*ret = w;
	return ZHUN_OK;
}

struct zhun_watch *zhun_watch_close(struct zhun_watch *w)
{
	if (!w)
		return NULL;
	pthread_mutex_lock(&w->lock);
	w->closing = true;
	pthread_cond_signal(&w->wake);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	pthread_cond_destroy(&w->wake);
	pthread_mutex_destroy(&w->lock);
	zhun_arena_close(w->arena);
	return NULL;
}

void zhun_watch_phase(struct zhun_watched *c, enum zhun_phase phase)
{
	if (!c)
		return;
	atomic_store_explicit(&c->since, zhun_watch_now(), memory_order_relaxed);
	atomic_store_explicit(&c->phase, (int)phase, memory_order_release);
}

struct zhun_watched *zhun_watch_add(struct zhun_watch *w, int fd)
{
	pthread_mutex_lock(&w->lock);
	struct zhun_watched *c = w->free;
	if (c) {
		w->free = c->next_free;
		zhun_watch_phase(c, ZHUN_RESTING);
		c->fd = fd;
		c->kept = NULL;
	}
	pthread_mutex_unlock(&w->lock);
	return c;
}

void zhun_watch_remove(struct zhun_watch *w, struct zhun_watched *c)
{
	if (!c)
		return;
	pthread_mutex_lock(&w->lock);
	c->fd = -1;
	c->next_free = w->free;
	w->free = c;
	pthread_mutex_unlock(&w->lock);
}

void zhun_watch_keep(struct zhun_watched *c, void *kept)
{
	if (c)
		c->kept = kept;
}

void *zhun_watch_kept(const struct zhun_watched *c)
{
	return c ? c->kept : NULL;
}

size_t zhun_watch_busy(struct zhun_watch *w)
{
	size_t busy = 0;
	pthread_mutex_lock(&w->lock);
	for (size_t i = 0; i < w->most; i++)
		busy += w->all[i].fd >= 0 &&
			atomic_load_explicit(&w->all[i].phase, memory_order_relaxed) != ZHUN_RESTING;
	pthread_mutex_unlock(&w->lock);
	return busy;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/pool.h"

#include <pthread.h>
#include <stdatomic.h>

#include "unit.h"

struct counter {
	atomic_int done;
	atomic_int by_worker[4];
	pthread_mutex_t gate;
};

static void work(void *context, size_t worker, void *job)
{
	struct counter *c = context;
	pthread_mutex_lock(&c->gate);
	pthread_mutex_unlock(&c->gate);
	atomic_fetch_add(&c->done, *(int *)job);
	atomic_fetch_add(&c->by_worker[worker], 1);
}

static struct zhun_pool *open_pool(struct counter *c, size_t workers, size_t room)
{
	struct zhun_pool *p = NULL;
	struct zhun_error err;
	pthread_mutex_init(&c->gate, NULL);
	CHECK_CODE(zhun_pool_open(workers, room, work, c, &p, &err), ZHUN_OK, &err);
	return p;
}

static void every_job_runs_once(void)
{
	struct counter c = {0};
	struct zhun_pool *p = open_pool(&c, 4, 64);
	int one = 1, added = 0;
	for (int i = 0; i < 20000; i++)
		added += zhun_pool_add(p, &one);
	CHECK(zhun_pool_close(p) == NULL);
	CHECK(added >= 64);
	CHECK_INT(atomic_load(&c.done), added);
}

/* Workers held at the gate: the queue takes what it has room for and refuses the next. */
static void a_full_queue_refuses(void)
{
	struct counter c = {0};
	struct zhun_pool *p = open_pool(&c, 2, 8);
	int one = 1, added = 0;
	pthread_mutex_lock(&c.gate);
	for (int i = 0; i < 100; i++)
		added += zhun_pool_add(p, &one);
	CHECK(added >= 8 && added <= 10);
	CHECK(!zhun_pool_add(p, &one));
	pthread_mutex_unlock(&c.gate);
	zhun_pool_close(p);
	CHECK_INT(atomic_load(&c.done), added);
}

static void closing_nothing(void)
{
	CHECK(zhun_pool_close(NULL) == NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"pool runs", every_job_runs_once},
		{"pool full", a_full_queue_refuses},
		{"pool null", closing_nothing},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

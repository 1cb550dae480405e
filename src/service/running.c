/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/running.h"

#include <pthread.h>
#include <string.h>

#include "service/job.h"

struct place {
	char job[ZHUN_UUID_TEXT];
	int64_t done, total;
	bool cancel;
};

struct zhun_running {
	pthread_mutex_t lock;
	struct place places[ZHUN_LANES];
};

struct zhun_running *zhun_running_open(struct zhun_arena *a)
{
	struct zhun_running *r = ZHUN_NEW(a, struct zhun_running);
	if (r)
		pthread_mutex_init(&r->lock, NULL);
	return r;
}

void zhun_running_close(struct zhun_running *r)
{
	if (r)
		pthread_mutex_destroy(&r->lock);
}

/* The place of @a job, "" for a free one; NULL where there is none. */
static struct place *find(struct zhun_running *r, const char *job)
{
	for (int i = 0; i < ZHUN_LANES; i++)
		if (strcmp(r->places[i].job, job) == 0)
			return &r->places[i];
	return NULL;
}

void zhun_running_begin(struct zhun_running *r, const char *job)
{
	pthread_mutex_lock(&r->lock);
	struct place *p = find(r, "");
	if (p) {
		*p = (struct place){.total = 0};
		(void)snprintf(p->job, sizeof p->job, "%s", job);
	}
	pthread_mutex_unlock(&r->lock);
}

void zhun_running_end(struct zhun_running *r, const char *job)
{
	pthread_mutex_lock(&r->lock);
	struct place *p = find(r, job);
	if (p)
		p->job[0] = '\0';
	pthread_mutex_unlock(&r->lock);
}

bool zhun_running_tell(struct zhun_running *r, const char *job, int64_t done, int64_t total)
{
	pthread_mutex_lock(&r->lock);
	struct place *p = find(r, job);
	if (p) {
		p->done = done;
		p->total = total;
	}
	bool cancel = p && p->cancel;
	pthread_mutex_unlock(&r->lock);
	return cancel;
}

bool zhun_running_look(struct zhun_running *r, const char *job, int64_t *ret_done, int64_t *ret_total)
{
	pthread_mutex_lock(&r->lock);
	const struct place *p = find(r, job);
	if (p) {
		*ret_done = p->done;
		*ret_total = p->total;
	}
	pthread_mutex_unlock(&r->lock);
	return p != NULL;
}

bool zhun_running_cancel(struct zhun_running *r, const char *job)
{
	pthread_mutex_lock(&r->lock);
	struct place *p = find(r, job);
	if (p)
		p->cancel = true;
	pthread_mutex_unlock(&r->lock);
	return p != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts are claimed in their order, by whichever thread has nothing to do; each is read into a slot of a ring. */
#include "codec/yaml_ahead.h"

#include <pthread.h>

enum { SLOTS = 32, WORTH_A_THREAD = 8, OWN_ROOM = 1 << 20 };

struct slot {
	struct zhun_arena *a;           /* opened with its first text */
	const struct zhun_json *tree;
	enum zhun_code code;
	struct zhun_error fault;
	bool done;
};

struct zhun_yaml_ahead {
	struct zhun_arena *own;         /* itself */
	const struct zhun_bytes *texts;
	size_t count, room;
	pthread_mutex_t lock;           /* of all below; a slot belongs to who claimed its text until it is done */
	pthread_cond_t changed;
	size_t at, claimed;             /* the text that is asked for next; the first that nobody claimed */
	bool over;
	struct slot slots[SLOTS];
	pthread_t thread;
	bool started;
};

static struct slot *slot_of(struct zhun_yaml_ahead *h, size_t i)
{
	return &h->slots[i % SLOTS];
}

/* The slot of the text before @a at is still looked at. */
static bool may_claim(const struct zhun_yaml_ahead *h)
{
	return h->claimed < h->count && h->claimed + 1 < h->at + SLOTS;
}

static void read_into(const struct zhun_yaml_ahead *h, struct slot *s, const struct zhun_bytes *text)
{
	if (s->a)
		zhun_arena_reset(s->a);
	else
		s->a = zhun_arena_open(h->room);
	s->code = s->a ? zhun_yaml_parse(s->a, (const char *)text->ptr, text->len, &s->tree, &s->fault)
		       : zhun_fail(&s->fault, ZHUN_E_NO_MEMORY, NULL);
}

/* With the lock, which is given up meanwhile. */
static void read_one(struct zhun_yaml_ahead *h)
{
	const size_t i = h->claimed++;
	struct slot *s = slot_of(h, i);
	s->done = false;
	pthread_mutex_unlock(&h->lock);
	read_into(h, s, &h->texts[i]);
	pthread_mutex_lock(&h->lock);
	s->done = true;
	pthread_cond_broadcast(&h->changed);
}

static void *help(void *context)
{
	struct zhun_yaml_ahead *h = context;
	pthread_mutex_lock(&h->lock);
	while (!h->over) {
		if (may_claim(h))
			read_one(h);
		else
			pthread_cond_wait(&h->changed, &h->lock);
	}
	pthread_mutex_unlock(&h->lock);
	return NULL;
}

enum zhun_code zhun_yaml_ahead_open(const struct zhun_bytes *texts, size_t count, size_t room,
				    struct zhun_yaml_ahead **ret, struct zhun_error *err)
{
	struct zhun_arena *own = zhun_arena_open(OWN_ROOM);
	struct zhun_yaml_ahead *h = own ? ZHUN_NEW(own, struct zhun_yaml_ahead) : NULL;
	if (!h) {
		zhun_arena_close(own);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	h->own = own;
	h->texts = texts;
	h->count = count;
	h->room = room;
	pthread_mutex_init(&h->lock, NULL);
	pthread_cond_init(&h->changed, NULL);
	h->started = count >= WORTH_A_THREAD && pthread_create(&h->thread, NULL, help, h) == 0;
	*ret = h;
	return ZHUN_OK;
}

struct zhun_yaml_ahead *zhun_yaml_ahead_close(struct zhun_yaml_ahead *h)
{
	if (!h)
		return NULL;
	pthread_mutex_lock(&h->lock);
	h->over = true;
	pthread_cond_broadcast(&h->changed);
	pthread_mutex_unlock(&h->lock);
	if (h->started)
		pthread_join(h->thread, NULL);
	for (size_t i = 0; i < SLOTS; i++)
		zhun_arena_close(h->slots[i].a);
	pthread_cond_destroy(&h->changed);
	pthread_mutex_destroy(&h->lock);
	zhun_arena_close(h->own);
	return NULL;
}

/* While another has it in hand, the one after it may as well be read. */
enum zhun_code zhun_yaml_ahead_next(struct zhun_yaml_ahead *h, const struct zhun_json **ret, struct zhun_error *err)
{
	pthread_mutex_lock(&h->lock);
	const size_t i = h->at++;
	struct slot *s = slot_of(h, i);
	pthread_cond_broadcast(&h->changed);
	while (h->claimed <= i || !s->done) {
		if (may_claim(h))
			read_one(h);
		else
			pthread_cond_wait(&h->changed, &h->lock);
	}
	pthread_mutex_unlock(&h->lock);
	if (s->code && err)
		*err = s->fault;
	*ret = s->tree;
	return s->code;
}

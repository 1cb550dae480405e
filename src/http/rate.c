/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/rate.h"

#include <arpa/inet.h>
#include <pthread.h>

/* Sets of WAYS places; an address lives in the set that its hash names. */
enum { SETS = 512, WAYS = 4, ADDRESS_SIZE = 46 };
static const int64_t second = 1000000, saved = 60000000;

/* due: when the requests let through so far would have been at an even pace. */
struct place {
	char address[ADDRESS_SIZE];
	int64_t due;
};

struct zhun_rate {
	pthread_mutex_t lock;
	int64_t interval;  /* µs a request; 0: no limit */
	struct place place[SETS][WAYS];
};

struct zhun_rate *zhun_rate_open(struct zhun_arena *a, int64_t per_minute)
{
	struct zhun_rate *r = ZHUN_NEW(a, struct zhun_rate);
	if (!r)
		return NULL;
	pthread_mutex_init(&r->lock, NULL);
	r->interval = per_minute ? saved / per_minute : 0;
	return r;
}

void zhun_rate_close(struct zhun_rate *r)
{
	if (r)
		pthread_mutex_destroy(&r->lock);
}

/* FNV-1a, 32 bits. */
static size_t set_of(const char *address)
{
	uint32_t hash = 2166136261U;
	for (; *address; address++)
		hash = (uint32_t)((hash ^ (unsigned char)*address) * UINT64_C(16777619));
	return hash % SETS;
}

/* The place of an address, taken from the one longest at rest where it has none yet. */
static struct place *find(struct zhun_rate *r, const char *address)
{
	struct place *set = r->place[set_of(address)], *oldest = set;
	for (size_t i = 0; i < WAYS; i++) {
		if (strcmp(set[i].address, address) == 0)
			return &set[i];
		if (set[i].due < oldest->due)
			oldest = &set[i];
	}
	*oldest = (struct place){0};
	memcpy(oldest->address, address, strlen(address));
	return oldest;
}

/* Of IPv6 the network: whoever has one address there has 2^64 (RFC 4291 2.5.4). */
static void write_caller(const char *address, char out[ADDRESS_SIZE])
{
	struct in6_addr six;
	memcpy(out, address, strlen(address) + 1);
	if (inet_pton(AF_INET6, address, &six) != 1)
		return;
	memset(&six.s6_addr[8], 0, 8);
	(void)inet_ntop(AF_INET6, &six, out, ADDRESS_SIZE);
}

int64_t zhun_rate_take(struct zhun_rate *r, const char *address, int64_t now)
{
	char caller[ADDRESS_SIZE];
	if (!r->interval || !address || strlen(address) >= ADDRESS_SIZE)
		return 0;
	write_caller(address, caller);
	pthread_mutex_lock(&r->lock);
	struct place *p = find(r, caller);
	int64_t due = (p->due > now ? p->due : now) + r->interval;
	int64_t over = due - now - saved;
	if (over <= 0)
		p->due = due;
	pthread_mutex_unlock(&r->lock);
	return over <= 0 ? 0 : (over + second - 1) / second;
}

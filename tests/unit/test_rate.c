/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/rate.h"

#include "unit.h"

static const int64_t second = 1000000;

static void a_minute_is_saved_up(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rate *r = zhun_rate_open(a, 60);
	int64_t now = 1000 * second;
	for (int i = 0; i < 60; i++)
		CHECK_INT(zhun_rate_take(r, "192.0.2.1", now), 0);
	CHECK_INT(zhun_rate_take(r, "192.0.2.1", now), 1);
	CHECK_INT(zhun_rate_take(r, "192.0.2.2", now), 0);
	CHECK_INT(zhun_rate_take(r, "192.0.2.1", now + second), 0);
	CHECK_INT(zhun_rate_take(r, "192.0.2.1", now + second), 1);
	CHECK_INT(zhun_rate_take(r, "192.0.2.1", now + 200 * second), 0);
	zhun_rate_close(r);
	zhun_arena_close(a);
}

static void no_limit(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rate *r = zhun_rate_open(a, 0), *one = zhun_rate_open(a, 1);
	for (int i = 0; i < 1000; i++)
		CHECK_INT(zhun_rate_take(r, "192.0.2.1", 0), 0);
	CHECK_INT(zhun_rate_take(one, NULL, 0), 0);
	CHECK_INT(zhun_rate_take(one, "192.0.2.1", 0), 0);
	CHECK_INT(zhun_rate_take(one, "192.0.2.1", 0), 60);
	zhun_rate_close(NULL);
	zhun_arena_close(a);
}

/* Law: whatever the others do, an address that asks on and on gets its share and no more. */
static void the_share_holds_in_a_crowd(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rate *r = zhun_rate_open(a, 60);
	unsigned long long state = 1;
	int let = 0;
	for (int tick = 0; tick < 6000; tick++) {
		char other[32];
		int64_t now = 1000 * second + tick * (second / 10);
		let += zhun_rate_take(r, "192.0.2.1", now) == 0;
		(void)snprintf(other, sizeof other, "10.0.%llu.%llu", unit_random(&state) % 4,
			       unit_random(&state) % 256);
		(void)zhun_rate_take(r, other, now);
	}
	CHECK(let >= 60 + 598 && let <= 60 + 600);
	zhun_arena_close(a);
}

/* RFC 4291 2.5.4: a network of IPv6 has 64 bits for its own. */
static void a_network_is_one_caller(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rate *r = zhun_rate_open(a, 1);
	CHECK_INT(zhun_rate_take(r, "2001:db8:0:1::1", 0), 0);
	CHECK_INT(zhun_rate_take(r, "2001:db8:0:1:ffff::2", 0), 60);
	CHECK_INT(zhun_rate_take(r, "2001:db8:0:2::1", 0), 0);
	CHECK_INT(zhun_rate_take(r, "no address", 0), 0);
	CHECK_INT(zhun_rate_take(r, "no address", 0), 60);
	zhun_rate_close(r);
	zhun_arena_close(a);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"rate minute", a_minute_is_saved_up},
		{"rate none", no_limit},
		{"rate network", a_network_is_one_caller},
		{"rate law crowd", the_share_holds_in_a_crowd},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

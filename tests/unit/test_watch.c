/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/watch.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "unit.h"

/* Whether the other end sees an end of stream within @a ms. */
static bool cut(int fd, int ms)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char c;
	return poll(&p, 1, ms) == 1 && read(fd, &c, 1) == 0;
}

static struct zhun_watch *open_watch(size_t most)
{
	static const int64_t limit[ZHUN_PHASES] = {[ZHUN_RESTING] = 1000000, [ZHUN_RECEIVING] = 100000,
						   [ZHUN_SENDING] = 100000};
	struct zhun_watch *w = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_watch_open(most, limit, &w, &err), ZHUN_OK, &err);
	return w;
}

static void slow_ones_are_cut_and_working_ones_not(void)
{
	struct zhun_watch *w = open_watch(2);
	int slow[2], busy[2];
	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, slow) == 0);
	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, busy) == 0);
	struct zhun_watched *a = zhun_watch_add(w, slow[0]), *b = zhun_watch_add(w, busy[0]);
	CHECK(zhun_watch_add(w, 0) == NULL);
	zhun_watch_phase(a, ZHUN_RECEIVING);
	zhun_watch_phase(b, ZHUN_WORKING);
	CHECK_INT(zhun_watch_busy(w), 2);
	CHECK(cut(slow[1], 60000));
	CHECK(!cut(busy[1], 1500));
	zhun_watch_phase(b, ZHUN_SENDING);
	CHECK(cut(busy[1], 60000));
	zhun_watch_remove(w, a);
	zhun_watch_remove(w, b);
	CHECK_INT(zhun_watch_busy(w), 0);
	CHECK(zhun_watch_close(w) == NULL);
	for (int i = 0; i < 2; i++) {
		close(slow[i]);
		close(busy[i]);
	}
}

static void places_are_used_again(void)
{
	struct zhun_watch *w = open_watch(1);
	for (int i = 0; i < 3; i++) {
		struct zhun_watched *c = zhun_watch_add(w, 0);
		CHECK(c != NULL && zhun_watch_busy(w) == 0 && zhun_watch_kept(c) == NULL);
		zhun_watch_keep(c, w);
		CHECK(zhun_watch_kept(c) == w);
		zhun_watch_remove(w, c);
	}
	zhun_watch_remove(w, NULL);
	zhun_watch_phase(NULL, ZHUN_SENDING);
	zhun_watch_keep(NULL, w);
	CHECK(zhun_watch_kept(NULL) == NULL);
	zhun_watch_close(w);
	CHECK(zhun_watch_close(NULL) == NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"watch cuts", slow_ones_are_cut_and_working_ones_not},
		{"watch places", places_are_used_again},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

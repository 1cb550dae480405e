/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A process that writes is killed in the middle, ten times on each engine.
 * Each of its transactions writes a pair of rows and is acknowledged through a
 * pipe after its commit: every acknowledged pair must be there, none half.
 */
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"
#include "unit_store.h"

enum { KILLS = 10, PAIRS_MOST = 100000 };

struct writing {
	int64_t n;
};

static enum zhun_code write_pair(struct zhun_conn *c, void *context, struct zhun_error *err)
{
	struct writing *w = context;
	struct zhun_value v = zhun_v_int(w->n);
	enum zhun_code code = zhun_store_exec_text(c, "INSERT INTO one (n) VALUES ($1)", &v, 1, NULL, err);
	return code ? code : zhun_store_exec_text(c, "INSERT INTO two (n) VALUES ($1)", &v, 1, NULL, err);
}

/* The child: writes pairs until it is killed. */
static void write_for_ever(const char *url, int64_t first, int fd)
{
	struct zhun_store *s = NULL;
	struct zhun_conn *c = NULL;
	if (zhun_store_open(url, ZHUN_WRITE, &s, NULL) || zhun_conn_open(s, ZHUN_WRITE, &c, NULL))
		_exit(1);
	for (struct writing w = {first}; w.n < first + PAIRS_MOST; w.n++)
		if (zhun_store_run(c, ZHUN_WRITE, write_pair, &w, NULL) ||
		    write(fd, &w.n, sizeof w.n) != (ssize_t)sizeof w.n)
			_exit(1);
	_exit(0);
}

static int64_t read_all(int fd, int64_t *ret_last)
{
	int64_t n, count = 0;
	while (read(fd, &n, sizeof n) == (ssize_t)sizeof n) {
		*ret_last = n;
		count++;
	}
	return count;
}

static void wait_ms(long ms)
{
	struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
	nanosleep(&t, NULL);
}

/* Starts a writer at @a first, kills it after its first pair and @a ms more; writes the last pair
 * it acknowledged and returns how many. */
static int64_t kill_writer(const char *url, int64_t first, long ms, int64_t *ret_last)
{
	int fds[2], status = 0;
	int64_t begun = 0;
	if (!CHECK(pipe(fds) == 0))
		return 0;
	pid_t child = fork();
	if (child == 0) {
		close(fds[0]);
		write_for_ever(url, first, fds[1]);
	}
	close(fds[1]);
	CHECK(read(fds[0], &begun, sizeof begun) == (ssize_t)sizeof begun);
	*ret_last = begun;
	wait_ms(ms);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	CHECK(WIFSIGNALED(status));
	int64_t count = 1 + read_all(fds[0], ret_last);
	close(fds[0]);
	return count;
}

static int64_t count_where(struct unit_store *u, const char *sql)
{
	struct zhun_conn *c = NULL;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_READ, &c, NULL), ZHUN_OK, NULL);
	int64_t n = unit_store_int(c, sql);
	zhun_conn_close(c);
	return n;
}

static void check_pairs(struct unit_store *u, int64_t acknowledged, int64_t last)
{
	char sql[120];
	int64_t there = count_where(u, "SELECT count(*) FROM one JOIN two ON one.n = two.n");
	unit_check(there >= acknowledged && there <= acknowledged + KILLS, __FILE__, __LINE__,
		   "%lld pairs acknowledged, %lld there", (long long)acknowledged, (long long)there);
	CHECK_INT(count_where(u, "SELECT (SELECT count(*) FROM one) + (SELECT count(*) FROM two) - "
			      "2 * (SELECT count(*) FROM one JOIN two ON one.n = two.n)"), 0);
	snprintf(sql, sizeof sql, "SELECT count(*) FROM one WHERE n = %lld", (long long)last);
	CHECK_INT(count_where(u, sql), 1);
	if (zhun_store_engine(u->store) == ZHUN_SQLITE)
		CHECK_INT(count_where(u, "SELECT count(*) FROM pragma_integrity_check "
				      "WHERE integrity_check = 'ok'"), 1);
}

static void killed_on(struct unit_store *u)
{
	struct zhun_conn *c = NULL;
	int64_t acknowledged = 0, last = 0;
	unsigned long long state = 7;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &c, NULL), ZHUN_OK, NULL);
	unit_store_exec(c, "CREATE TABLE one (n INT PRIMARY KEY)");
	unit_store_exec(c, "CREATE TABLE two (n INT PRIMARY KEY)");
	c = zhun_conn_close(c);
	for (int i = 0; i < KILLS; i++) {
		long ms = (long)(unit_random(&state) % 60);
		acknowledged += kill_writer(u->url, (int64_t)i * PAIRS_MOST, ms, &last);
		check_pairs(u, acknowledged, last);
	}
}

static void test_killed(void)
{
	unit_store_each(killed_on, true);
}

static const struct unit_test tests[] = {
	{"crash: a killed writer loses nothing acknowledged and leaves nothing half", test_killed},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

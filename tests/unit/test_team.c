/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/team.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

enum { MEMBERS = 5, ROUNDS = 3000, PARTS = 40 };

struct sums {
	atomic_size_t next;
	size_t parts[PARTS]; /* how often each was done: its member alone writes it */
	atomic_uint seen;    /* a bit for each member that came */
	pthread_t caller;
	bool caller_is_first;
};

static void take_parts(void *context, size_t member)
{
	struct sums *s = context;
	atomic_fetch_or(&s->seen, 1U << member);
	if (member == 0)
		s->caller_is_first = pthread_equal(s->caller, pthread_self());
	for (size_t i = atomic_fetch_add(&s->next, 1); i < PARTS; i = atomic_fetch_add(&s->next, 1))
		s->parts[i]++;
}

static void run_rounds(struct team *t, size_t wanted, size_t rounds, struct sums *s)
{
	*s = (struct sums){.caller = pthread_self()};
	for (size_t r = 0; r < rounds; r++) {
		atomic_store(&s->next, 0);
		team_do(t, wanted, take_parts, s);
	}
}

static bool all_done(const struct sums *s, size_t rounds)
{
	for (size_t i = 0; i < PARTS; i++)
		if (s->parts[i] != rounds)
			return false;
	return s->caller_is_first;
}

static void each_part_once_a_round(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct team *t = NULL;
	struct zhun_error err;
	struct sums s;
	CHECK_CODE(team_open(a, MEMBERS, &t, &err), ZHUN_OK, &err);
	run_rounds(t, MEMBERS, ROUNDS, &s);
	CHECK(all_done(&s, ROUNDS));
	CHECK_INT(atomic_load(&s.seen), (1 << MEMBERS) - 1);
	/* no more members than are wanted; with one, the caller alone */
	for (size_t wanted = 1; wanted <= 3; wanted++) {
		run_rounds(t, wanted, ROUNDS, &s);
		CHECK(all_done(&s, ROUNDS));
		CHECK_INT(atomic_load(&s.seen), (1 << wanted) - 1);
	}
	team_close(t);
	(void)zhun_arena_close(a);
}

static void alone(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct team *t = NULL;
	struct zhun_error err;
	struct sums s;
	team_close(t);
	CHECK_CODE(team_open(a, 1, &t, &err), ZHUN_OK, &err);
	run_rounds(t, PARTS, 3, &s);
	CHECK(all_done(&s, 3));
	CHECK_INT(atomic_load(&s.seen), 1);
	team_close(t);
	/* opened and not used: no thread was started */
	CHECK_CODE(team_open(a, TEAM_MOST, &t, &err), ZHUN_OK, &err);
	team_close(t);
	(void)zhun_arena_close(a);
}

/* In a process that may have no more threads: what it ends with. */
static int work_without_threads(void)
{
	static const struct rlimit none = {0, 0};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct team *t = NULL;
	struct zhun_error err;
	struct sums s;
	/* the limit does not bind the superuser */
	if (geteuid() == 0 && setuid(65534))
		return 2;
	if (setrlimit(RLIMIT_NPROC, &none) || team_open(a, MEMBERS, &t, &err))
		return 3;
	run_rounds(t, MEMBERS, 3, &s);
	bool ok = all_done(&s, 3) && atomic_load(&s.seen) == 1;
	team_close(t);
	(void)zhun_arena_close(a);
	return ok ? 0 : 1;
}

static void refused_threads_are_no_fault(void)
{
	int status = -1;
	(void)fflush(stdout);
	pid_t child = fork();
	if (child == 0)
		_exit(work_without_threads());
	CHECK(child > 0 && waitpid(child, &status, 0) == child);
	CHECK(WIFEXITED(status));
	CHECK_INT(WEXITSTATUS(status), 0);
}

static enum zhun_code open_and_work(struct zhun_arena *a, void *context)
{
	struct team *t = NULL;
	struct zhun_error err;
	enum zhun_code code = team_open(a, 3, &t, &err);
	CHECK(!code == (t != NULL));
	if (!code)
		run_rounds(t, 3, 2, context);
	team_close(t);
	return code;
}

static void faults(void)
{
	struct sums s;
	unit_fault_loop(open_and_work, &s);
	CHECK(all_done(&s, 2));
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"team rounds", each_part_once_a_round},
		{"team alone", alone},
		{"team refused", refused_threads_are_no_fault},
		{"team faults", faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

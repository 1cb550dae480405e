/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/metrics.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "zhun/base/number.h"

/* Upper ends of what counts as equally quick, in µs; the last one has none. */
static const int64_t limits[] = {250, 1000, 5000, 25000, 100000, 500000, 2500000, 10000000};
enum { LIMITS = ZHUN_COUNT(limits), CLASSES = 6 };

struct tally {
	atomic_ullong by_class[CLASSES];   /* first digit of the status; 0: broken off before an answer */
	atomic_ullong within[LIMITS + 1];
	atomic_ullong us, bytes;
};

struct zhun_metrics {
	const struct zhun_route *routes;
	size_t count;
	struct tally *tallies;             /* one a route, and one for all else */
	atomic_llong running;
};

struct zhun_metrics *zhun_metrics_open(struct zhun_arena *a, const struct zhun_routes *routes)
{
	struct zhun_metrics *m = ZHUN_NEW(a, struct zhun_metrics);
	if (!m)
		return NULL;
	m->routes = zhun_routes_rows(routes, &m->count);
	m->tallies = ZHUN_NEW_ARRAY(a, m->count + 1, struct tally);
	return m->tallies ? m : NULL;
}

static void add(atomic_ullong *to, unsigned long long n)
{
	atomic_fetch_add_explicit(to, n, memory_order_relaxed);
}

static unsigned long long value(const atomic_ullong *of)
{
	return atomic_load_explicit(of, memory_order_relaxed);
}

void zhun_metrics_begin(struct zhun_metrics *m)
{
	atomic_fetch_add_explicit(&m->running, 1, memory_order_relaxed);
}

static size_t place_of(const struct zhun_metrics *m, const struct zhun_route *route)
{
	uintptr_t first = (uintptr_t)m->routes, at = (uintptr_t)route;
	size_t i = at >= first ? (at - first) / sizeof *route : m->count;
	return i < m->count ? i : m->count;
}

void zhun_metrics_end(struct zhun_metrics *m, const struct zhun_metrics_request *r)
{
	struct tally *t = &m->tallies[place_of(m, r->route)];
	size_t limit = 0;
	while (limit < LIMITS && r->us > limits[limit])
		limit++;
	add(&t->by_class[r->status / 100 < CLASSES ? r->status / 100 : 0], 1);
	add(&t->within[limit], 1);
	add(&t->us, (unsigned long long)(r->us > 0 ? r->us : 0));
	add(&t->bytes, r->bytes);
	atomic_fetch_sub_explicit(&m->running, 1, memory_order_relaxed);
}

/* ---- as text ---- */

static void head(struct zhun_text *out, const char *name, const char *type, const char *help)
{
	zhun_text_addf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static const char *name_of(const struct zhun_metrics *m, size_t i)
{
	return i < m->count ? m->routes[i].name : "page";
}

static unsigned long long total_of(const struct tally *t)
{
	unsigned long long n = 0;
	for (size_t i = 0; i <= LIMITS; i++)
		n += value(&t->within[i]);
	return n;
}

static void add_seconds(struct zhun_text *out, int64_t us)
{
	char text[ZHUN_NUMBER_TEXT];
	zhun_double_text((double)us * 1e-6, text);
	zhun_text_add(out, text);
}

static void add_requests(const struct zhun_metrics *m, struct zhun_text *out)
{
	static const char *const classes[] = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};
	head(out, "zhun_requests_total", "counter", "Requests answered, by operation and kind of status.");
	for (size_t i = 0; i <= m->count; i++)
		for (size_t c = 0; c < CLASSES; c++)
			if (value(&m->tallies[i].by_class[c]))
				zhun_text_addf(out, "zhun_requests_total{operation=\"%s\",status=\"%s\"} %llu\n",
					       name_of(m, i), classes[c], value(&m->tallies[i].by_class[c]));
}

static void add_histogram(const struct zhun_metrics *m, size_t i, struct zhun_text *out)
{
	static const char name[] = "zhun_request_seconds";
	const struct tally *t = &m->tallies[i];
	unsigned long long sum = 0;
	for (size_t k = 0; k < LIMITS; k++) {
		sum += value(&t->within[k]);
		zhun_text_addf(out, "%s_bucket{operation=\"%s\",le=\"", name, name_of(m, i));
		add_seconds(out, limits[k]);
		zhun_text_addf(out, "\"} %llu\n", sum);
	}
	sum += value(&t->within[LIMITS]);
	zhun_text_addf(out, "%s_bucket{operation=\"%s\",le=\"+Inf\"} %llu\n", name, name_of(m, i), sum);
	zhun_text_addf(out, "%s_sum{operation=\"%s\"} ", name, name_of(m, i));
	add_seconds(out, (int64_t)value(&t->us));
	zhun_text_addf(out, "\n%s_count{operation=\"%s\"} %llu\n", name, name_of(m, i), sum);
}

static void add_histograms(const struct zhun_metrics *m, struct zhun_text *out)
{
	head(out, "zhun_request_seconds", "histogram", "From a request's first line to its last byte, by operation.");
	for (size_t i = 0; i <= m->count; i++)
		if (total_of(&m->tallies[i]))
			add_histogram(m, i, out);
}

static void add_bytes(const struct zhun_metrics *m, struct zhun_text *out)
{
	head(out, "zhun_response_bytes_total", "counter", "Bytes of bodies sent, by operation.");
	for (size_t i = 0; i <= m->count; i++)
		if (value(&m->tallies[i].bytes))
			zhun_text_addf(out, "zhun_response_bytes_total{operation=\"%s\"} %llu\n", name_of(m, i),
				       value(&m->tallies[i].bytes));
}

/* Resident pages: the second number of /proc/self/statm; 0 where the system has no such file. */
static long long resident(void)
{
	char line[128] = "";
	char *at = line;
	FILE *f = fopen("/proc/self/statm", "r");
	if (!f)
		return 0;
	if (!fgets(line, sizeof line, f))
		line[0] = '\0';
	(void)fclose(f);
	(void)strtoll(line, &at, 10);
	return strtoll(at, NULL, 10) * sysconf(_SC_PAGESIZE);
}

static void add_process(struct zhun_text *out)
{
	struct rusage u;
	if (getrusage(RUSAGE_SELF, &u) == 0) {
		int64_t s = (int64_t)u.ru_utime.tv_sec + (int64_t)u.ru_stime.tv_sec;
		head(out, "process_cpu_seconds_total", "counter", "User and system CPU time.");
		zhun_text_add(out, "process_cpu_seconds_total ");
		add_seconds(out, s * 1000000 + (int64_t)u.ru_utime.tv_usec + (int64_t)u.ru_stime.tv_usec);
		zhun_text_addc(out, '\n');
	}
	head(out, "process_resident_memory_bytes", "gauge", "Resident memory.");
	zhun_text_addf(out, "process_resident_memory_bytes %lld\n", resident());
}

void zhun_metrics_text(const struct zhun_metrics *m, struct zhun_text *out)
{
	add_requests(m, out);
	add_histograms(m, out);
	add_bytes(m, out);
	head(out, "zhun_requests_running", "gauge", "Requests that have begun and not ended.");
	zhun_text_addf(out, "zhun_requests_running %lld\n",
		       atomic_load_explicit(&m->running, memory_order_relaxed));
	add_process(out);
}

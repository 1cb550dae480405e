/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http/metrics.c: what was counted comes out, in the form that Prometheus reads. */
#include <pthread.h>

#include "http/http.h"
#include "http/metrics.h"
#include "unit.h"

enum { CEILING = 1 << 24, EACH = 2000, THREADS = 4 };

struct counting {
	struct zhun_arena *a;
	const struct zhun_routes *routes;
	struct zhun_metrics *m;
};

static struct counting begin(void)
{
	struct counting c = {.a = zhun_arena_open(CEILING)};
	struct zhun_error err;
	CHECK_CODE(zhun_http_routes(c.a, &c.routes, &err), ZHUN_OK, &err);
	c.m = zhun_metrics_open(c.a, c.routes);
	CHECK(c.m != NULL);
	return c;
}

static const struct zhun_route *route_named(const struct counting *c, const char *name)
{
	size_t count;
	const struct zhun_route *rows = zhun_routes_rows(c->routes, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

static const char *text_of(const struct counting *c)
{
	struct zhun_text out;
	struct zhun_error err;
	const char *s = "";
	zhun_text_init(&out, c->a, CEILING / 2);
	zhun_metrics_text(c->m, &out);
	CHECK_CODE(zhun_text_done(&out, &s, &err), ZHUN_OK, &err);
	return s;
}

static void has(const char *text, const char *line)
{
	const char *at = strstr(text, line);
	bool whole = at && at[strlen(line)] == '\n' && (at == text || at[-1] == '\n');
	unit_check(whole, __FILE__, __LINE__, "no line %s", line);
}

static void end(const struct counting *c, const char *route, unsigned status, int64_t us, size_t bytes)
{
	zhun_metrics_begin(c->m);
	zhun_metrics_end(c->m, &(struct zhun_metrics_request){route_named(c, route), status, us, bytes});
}

static void counts(void)
{
	struct counting c = begin();
	end(&c, "health", 200, 250, 10);
	end(&c, "health", 200, 251, 5);
	end(&c, "health", 503, 20000000, 0);
	end(&c, "no such route", 404, 7, 1);
	end(&c, "certificate_list", 0, -3, 0);
	zhun_metrics_begin(c.m);
	const char *text = text_of(&c);
	has(text, "# TYPE zhun_requests_total counter");
	has(text, "zhun_requests_total{operation=\"health\",status=\"2xx\"} 2");
	has(text, "zhun_requests_total{operation=\"health\",status=\"5xx\"} 1");
	has(text, "zhun_requests_total{operation=\"page\",status=\"4xx\"} 1");
	has(text, "zhun_requests_total{operation=\"certificate_list\",status=\"none\"} 1");
	has(text, "zhun_request_seconds_bucket{operation=\"health\",le=\"0.00025\"} 1");
	has(text, "zhun_request_seconds_bucket{operation=\"health\",le=\"0.001\"} 2");
	has(text, "zhun_request_seconds_bucket{operation=\"health\",le=\"10\"} 2");
	has(text, "zhun_request_seconds_bucket{operation=\"health\",le=\"+Inf\"} 3");
	has(text, "zhun_request_seconds_sum{operation=\"health\"} 20.000501");
	has(text, "zhun_request_seconds_count{operation=\"health\"} 3");
	has(text, "zhun_response_bytes_total{operation=\"health\"} 15");
	has(text, "zhun_requests_running 1");
	CHECK(strstr(text, "organisation_list") == NULL);
	CHECK(strstr(text, "process_resident_memory_bytes 0\n") == NULL);
	zhun_arena_close(c.a);
}

static void *many(void *context)
{
	for (int i = 0; i < EACH; i++)
		end(context, i % 2 ? "health" : "ready", 200, i, 1);
	return NULL;
}

static void counts_of_all_threads(void)
{
	struct counting c = begin();
	pthread_t threads[THREADS];
	for (int i = 0; i < THREADS; i++)
		CHECK(pthread_create(&threads[i], NULL, many, &c) == 0);
	for (int i = 0; i < THREADS; i++)
		CHECK(pthread_join(threads[i], NULL) == 0);
	const char *text = text_of(&c);
	has(text, "zhun_requests_total{operation=\"health\",status=\"2xx\"} 4000");
	has(text, "zhun_request_seconds_count{operation=\"ready\"} 4000");
	has(text, "zhun_requests_running 0");
	zhun_arena_close(c.a);
}

static enum zhun_code open_metrics(struct zhun_arena *a, void *context)
{
	const struct counting *c = context;
	return zhun_metrics_open(a, c->routes) ? ZHUN_OK : ZHUN_E_NO_MEMORY;
}

static void faults(void)
{
	struct counting c = begin();
	unit_fault_loop(open_metrics, &c);
	zhun_arena_close(c.a);
}

static const struct unit_test tests[] = {
	{"counts", counts}, {"counts_of_all_threads", counts_of_all_threads}, {"faults", faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

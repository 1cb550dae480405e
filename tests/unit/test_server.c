/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server over real sockets, with the service of unit_service.c: http/accept.c, http/answer.c,
 * http/exchange.c, http/handler_budget.c, http/handler_certificate.c, http/handler_invitation.c,
 * http/handler_organisation_request.c, http/handler_job.c, http/handler_measure.c, http/handler_meta.c,
 * http/handler_record.c, http/handler_rows.c, http/handler_search.c, http/handler_session.c, http/listen.c,
 * http/pack.c, http/page.c,
 * http/problem.c, http/query.c, http/routes.c, http/run.c, http/server.c and http/stream.c. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/http.h"
#include "unit.h"
#include "unit_service.h"
#include "zhun/base/text.h"

enum { ANSWER_SIZE = 256 * 1024 };

static struct zhun_http *start(struct zhun_http_options o)
{
	struct zhun_http *http = NULL;
	struct zhun_error err;
	o.listen = "127.0.0.1:0";
	CHECK_CODE(zhun_http_start(&o, NULL, &http, &err), ZHUN_OK, &err);
	return http;
}

static int dial(const struct zhun_http *http)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)zhun_http_port(http)),
				.sin_addr = {htonl(INADDR_LOOPBACK)}};
	const struct timeval patience = {.tv_sec = 60};   /* for a busy machine */
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	CHECK(connect(fd, (struct sockaddr *)&a, sizeof a) == 0);
	return fd;
}

static void put(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t sent = send(fd, s, n, MSG_NOSIGNAL);
		if (sent <= 0)
			return;
		s += sent;
		n -= (size_t)sent;
	}
}

/* All that comes until the server closes. */
static const char *rest(int fd)
{
	static char answer[ANSWER_SIZE];
	size_t n = 0;
	for (ssize_t got; n + 1 < sizeof answer; n += (size_t)got)
		if ((got = recv(fd, answer + n, sizeof answer - 1 - n, 0)) <= 0)
			break;
	answer[n] = '\0';
	close(fd);
	return answer;
}

static const char *ask(const struct zhun_http *http, const char *request)
{
	int fd = dial(http);
	put(fd, request, strlen(request));
	return rest(fd);
}

static bool has(const char *answer, const char *want)
{
	return unit_check(strstr(answer, want) != NULL, __FILE__, __LINE__, "no “%s” in: %s", want, answer);
}

#define HEAD(line) line " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
#define GET(path) HEAD("GET " path) "\r\n"
#define JSON "Content-Type: application/json\r\n"
#define ADMIN "Authorization: Bearer admin\r\n"

/* What is asked, and what stands in the answer. */
static const struct {
	const char *request, *status, *want;
} exchanges[] = {
	{GET("/healthz"), "200", "{\"status\":\"ok\"}"},
	{GET("/readyz"), "200", "{\"status\":\"ready\"}"},
	{GET("/v1/errors"), "200", "\"call\":\"errors\""},
	{GET("/v1/schema"), "200", "\"conn\":1"},
	{HEAD("GET /v1/openapi.json") "Accept-Encoding: gzip\r\n\r\n", "200", "Content-Encoding: gzip\r\n"},
	{HEAD("GET /v1/errors") "Accept-Encoding: gzip\r\n\r\n", "200", "\"call\":\"errors\""},
	{GET("/healthz?lang=zh"), "200", "Content-Security-Policy: default-src 'none'"},
	{HEAD("HEAD /healthz") "\r\n", "200", "Content-Length: 15\r\n\r\n"},
	{GET("/v1/nothing"), "404", "\"title\":\"ROUTE_UNKNOWN\",\"status\":404,\"code\":1800"},
	{GET("/v1/nothing?lang=zh"), "404", "\"detail\":\"此地址没有内容\""},
	{HEAD("GET /v1/x") "Accept-Language: zh-CN\r\n\r\n", "404", "\"detail\":\"此地址没有内容\""},
	{GET("/v1/%00"), "400", "\"title\":\"PATH_BAD\""},
	{GET("/v1/errors?%"), "400", "\"title\":\"QUERY_BAD\""},
	{HEAD("PUT /v1/session") "\r\n", "405", "Allow: GET, HEAD, POST, DELETE\r\n"},
	{HEAD("PATCH /v1/session") "\r\n", "405", "PATCH is not possible here"},
	{HEAD("PATCH /v1/x") "\r\n", "404", "ROUTE_UNKNOWN"},
	{HEAD("POST /some/page") "\r\n", "405", "Allow: GET, HEAD\r\n"},
	{GET("/some/file.js"), "404", "ROUTE_UNKNOWN"},
	{HEAD("GET /healthz") "X-Request-Id: mine-1\r\n\r\n", "200", "X-Request-Id: mine-1\r\n"},
	{HEAD("GET /v1/x") "X-Request-Id: a\"b\r\n\r\n", "404", "-0000"},
	{GET("/v1/session"), "401", "WWW-Authenticate: Bearer realm=\"zhun\""},
	{HEAD("GET /v1/session") "Cookie: zhun_session=me\r\n\r\n", "200", "\"account\":\"me\""},
	{HEAD("GET /v1/session") "Cookie: other=me\r\n\r\n", "401", "LOGIN_NEEDED"},
	{HEAD("GET /v1/session") "Cookie: zhun_session=bad\r\n\r\n", "401", "LOGIN_NEEDED"},
	{HEAD("GET /healthz") "Cookie: zhun_session=bad\r\n\r\n", "200", "ok"},
	{HEAD("DELETE /v1/session") "Cookie: zhun_session=me\r\n\r\n", "403", "1810"},
	{HEAD("DELETE /v1/session") "Cookie: zhun_session=me\r\nX-CSRF-Token: word\r\n\r\n", "204",
	 "Set-Cookie: zhun_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0\r\n"},
	{HEAD("POST /v1/session") JSON "Content-Length: 2\r\n\r\n{}", "200",
	 "Set-Cookie: zhun_session=s3cret; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600\r\n"},
	{HEAD("POST /v1/setup") JSON "Content-Length: 2\r\n\r\n{}", "200", "zhun_session=s3cret"},
	{HEAD("POST /v1/session") "Content-Length: 2\r\n\r\n{}", "415", "MEDIA_REFUSED"},
	{HEAD("POST /v1/session") JSON "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", "415",
	 "MEDIA_REFUSED"},
	{HEAD("POST /v1/session") JSON "Content-Length: 300000\r\n\r\n", "413", "BODY_TOO_LARGE"},
	{HEAD("DELETE /v1/tokens/1") ADMIN "Content-Length: 1\r\n\r\nx", "413", "BODY_TOO_LARGE"},
	{HEAD("DELETE /v1/tokens/1") ADMIN "\r\n", "204", "\r\n\r\n"},
	{HEAD("POST /v1/accounts/1/link") ADMIN "\r\n", "201", "link_create"},
	{HEAD("POST /v1/accounts/1/link") "Authorization: Bearer me\r\n\r\n", "403", "ADMINISTRATOR_NEEDED"},
	{HEAD("GET /v1/tokens") ADMIN "\r\n", "200", "token_list"},
	{HEAD("POST /v1/organisations/1/invitations") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "201", "invite"},
	{HEAD("GET /v1/organisations/1/invitations") ADMIN "\r\n", "200", "invitation_list"},
	{HEAD("DELETE /v1/organisations/1/invitations/2") ADMIN "\r\n", "204", "\r\n\r\n"},
	{HEAD("POST /v1/invitations/look") JSON "Content-Length: 2\r\n\r\n{}", "200", "invitation_look"},
	{HEAD("POST /v1/invitations/accept") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "200", "invitation_accept"},
	{HEAD("POST /v1/organisation-requests") JSON "Content-Length: 2\r\n\r\n{}", "202", "org_request_ask"},
	{HEAD("GET /v1/organisation-requests?own=1") ADMIN "\r\n", "200", "org_request_list own"},
	{HEAD("GET /v1/organisation-requests?state=asked&own=0") ADMIN "\r\n", "200", "asked"},
	{HEAD("GET /v1/organisation-requests?limit=x") ADMIN "\r\n", "422", "PARAMETER_BAD"},
	{HEAD("POST /v1/organisation-requests/look") JSON "Content-Length: 2\r\n\r\n{}", "200", "org_request_look"},
	{HEAD("GET /v1/organisation-requests/the-one") ADMIN "\r\n", "200", "the-one"},
	{HEAD("POST /v1/organisation-requests/1/approval") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "200",
	 "org_request_approve"},
	{HEAD("POST /v1/organisation-requests/1/refusal") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "200",
	 "org_request_refuse"},
	{HEAD("POST /v1/organisation-requests/1/withdrawal") JSON "Content-Length: 2\r\n\r\n{}", "200",
	 "org_request_withdraw"},
	{HEAD("POST /v1/tokens") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "201", "token_create"},
	{GET("/v1/documents/1"), "200",
	 "Content-Disposition: attachment; filename*=UTF-8''%E5%87%86%201.xml\r\n"},
	{GET("/v1/documents/1"), "200", "ETag: \"f00d\""},
	{HEAD("GET /v1/documents/1") "If-None-Match: \"f00d\"\r\n\r\n", "304", "\r\n\r\n"},
	{GET("/v1/certificates"), "200", "\"call\":\"certificates\""},
	{GET("/v1/certificates/17"), "200", "ETag: \"3\"\r\n"},
	{HEAD("GET /v1/certificates/17") "If-None-Match: W/\"3\"\r\n\r\n", "304", "ETag: \"3\"\r\n"},
	{HEAD("GET /v1/certificates/17") "If-None-Match: \"2\"\r\n\r\n", "200", "record_get"},
	{GET("/v1/certificates/17/history"), "200", "record_history"},
	{GET("/v1/certificates/17/verdict"), "200", "verdict"},
	{GET("/v1/certificates/large"), "413", "ARENA_CEILING"},
	{HEAD("PUT /v1/certificates/17") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "428", "IF_MATCH_NEEDED"},
	{HEAD("PUT /v1/certificates/17") ADMIN JSON "If-Match: 3\r\nContent-Length: 2\r\n\r\n{}", "400",
	 "HEADER_BAD"},
	{HEAD("PUT /v1/certificates/17") ADMIN JSON "If-Match: \"3\"\r\nContent-Length: 2\r\n\r\n{}", "200",
	 "ETag: \"4\"\r\n"},
	{HEAD("DELETE /v1/certificates/17") ADMIN "\r\n", "428", "IF_MATCH_NEEDED"},
	{HEAD("DELETE /v1/certificates/17") ADMIN "If-Match: \"3\"\r\n\r\n", "204", "\r\n\r\n"},
	{HEAD("POST /v1/certificates") ADMIN JSON "Content-Length: 2\r\n\r\n{}", "201",
	 "Location: /v1/certificates/new\r\n"},
	{HEAD("POST /v1/measure/study") JSON "Content-Length: 2\r\n\r\n{}", "200", "{\"study\":2}"},
	{HEAD("POST /v1/measure/study?draws=99999999") JSON "Content-Length: 2\r\n\r\n{}", "422",
		"STUDY_DRAWS"},
	{HEAD("POST /v1/measure/study?draws=x") JSON "Content-Length: 2\r\n\r\n{}", "422", "PARAMETER_BAD"},
	{GET("/v1/measure/operations"), "200", "{\"ops\":[]}"},
	{GET("/v1/sites/rows"), "200", "Content-Type: text/csv; charset=utf-8\r\n"},
	{GET("/v1/sites/rows?format=jsonl"), "200",
	 "Content-Disposition: attachment; filename=sites.jsonl\r\n"},
	{GET("/v1/sites/rows"), "200", "\r\n\r\nsites"},
	{HEAD("POST /v1/sites/rows?dry=1") ADMIN "Content-Length: 4\r\n\r\ncode", "200", "rows_tried"},
	{HEAD("POST /v1/sites/rows") ADMIN "Content-Length: 4\r\n\r\ncode", "200", "rows_filed"},
	{HEAD("POST /v1/sites/rows") "Content-Length: 4\r\n\r\ncode", "401", "LOGIN_NEEDED"},
	{HEAD("POST /v1/certificates/import") ADMIN "Content-Length: 2\r\n\r\nab", "201", "import"},
	{HEAD("POST /v1/certificates/import") ADMIN "Content-Length: 3\r\n\r\nabc", "200", "import"},
	{HEAD("POST /v1/certificates/check") "Content-Length: 3\r\n\r\nabc", "200", "\"bytes\":3"},
	{HEAD("POST /v1/certificates/check") "Transfer-Encoding: chunked\r\n\r\n"
	 "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", "200", "\"bytes\":5"},
	{HEAD("POST /v1/measure/budget") "Content-Length: 1\r\n\r\na", "200", "\"call\":\"budget\""},
	{HEAD("POST /v1/measure/budget/report") "Content-Length: 1\r\n\r\na", "200",
	 "Content-Type: text/html; charset=utf-8\r\n"},
	{HEAD("POST /v1/measure/budget/report?format=pdf") "Content-Length: 1\r\n\r\na", "200",
		"\r\n\r\n%PDF"},
	{HEAD("POST /v1/measure/budget/report?format=odt") "Content-Length: 1\r\n\r\na", "422", "CHOICE_BAD"},
	{HEAD("POST /v1/session") JSON "Content-Length: 5x\r\n\r\n{}", "400", ""},
	{"nonsense\r\n\r\n", "400", ""},
};

static void requests_are_answered(void)
{
	struct zhun_http *http = start(zhun_http_options_default());
	for (size_t i = 0; i < ZHUN_COUNT(exchanges); i++) {
		const char *answer = ask(http, exchanges[i].request);
		unit_check(strncmp(answer + 9, exchanges[i].status, 3) == 0, __FILE__, __LINE__, "%s for %.60s: %.300s",
			   exchanges[i].status, exchanges[i].request, answer);
		has(answer, exchanges[i].want);
	}
	zhun_http_stop(http);
	CHECK_INT(atomic_load(&unit_service.connected), 0);
}

/* The same with every request on a worker, as on PostgreSQL. */
static void reads_run_on_workers_too(void)
{
	unit_service.reads_inline = false;
	struct zhun_http *http = start(zhun_http_options_default());
	has(ask(http, GET("/readyz")), "ready");
	has(ask(http, GET("/v1/certificates/17")), "record_get");
	has(ask(http, HEAD("GET /v1/session") "Cookie: zhun_session=me\r\n\r\n"), "\"account\":\"me\"");
	zhun_http_stop(http);
	unit_service.reads_inline = true;
}

static void a_session_is_marked_as_used(void)
{
	struct zhun_http *http = start(zhun_http_options_default());
	int before = atomic_load(&unit_service.touched);
	has(ask(http, HEAD("GET /v1/session") "Cookie: zhun_session=touch\r\n\r\n"), "\"account\":\"touch\"");
	CHECK_INT(atomic_load(&unit_service.touched), before + 1);
	zhun_http_stop(http);
}

/* Two requests on one connection, the second asking to close it. */
static void connections_are_kept(void)
{
	struct zhun_http *http = start(zhun_http_options_default());
	const char *answer = ask(http, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
				       "GET /v1/x HTTP/1.1\r\nHost: x\r\n\r\n"
				       "POST /v1/certificates/check HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na"
				       GET("/v1/errors"));
	CHECK(has(answer, "ok") && has(answer, "ROUTE_UNKNOWN") && has(answer, "\"bytes\":1") &&
	      has(answer, "\"call\":\"errors\""));
	zhun_http_stop(http);
}

static void limits_hold(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_text t;
	o.http_url_bytes = 256;
	o.http_header_bytes = 1024;
	o.http_body_bytes = 1024;
	struct zhun_http *http = start(o);
	zhun_text_init(&t, a, 1 << 19);
	for (int i = 0; i < 60; i++)
		zhun_text_add(&t, "0123456789");
	has(ask(http, zhun_printf(a, HEAD("GET /v1/x?%s") "\r\n", t.ptr)), "URL_TOO_LONG");
	has(ask(http, zhun_printf(a, HEAD("GET /healthz") "X: %s\r\nY: %s\r\n\r\n", t.ptr, t.ptr)),
	    "HEADERS_TOO_LARGE");
	has(ask(http, HEAD("POST /v1/certificates/check") "Content-Length: 300000\r\n\r\n"), "BODY_TOO_LARGE");
	has(ask(http, zhun_printf(a, HEAD("POST /v1/certificates/check") "Transfer-Encoding: chunked\r\n\r\n"
				  "258\r\n%s\r\n258\r\n%s\r\n0\r\n\r\n", t.ptr, t.ptr)), "BODY_TOO_LARGE");
	zhun_http_stop(http);
	zhun_arena_close(a);
}

/* More parameters than the library has memory for: answered at once, the connection ended, nothing leaked; a write of
 * that kind does nothing. */
static void more_parameters_than_there_is_memory_for(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_text t;
	o.http_url_bytes = 256;
	o.http_header_bytes = 1024;
	o.http_drain = 1;
	struct zhun_http *http = start(o);
	zhun_text_init(&t, a, 1 << 19);
	for (int i = 0; i < 2000; i++) {
		zhun_text_add(&t, "a&");
		if (i == 99)
			has(ask(http, zhun_printf(a, HEAD("POST /v1/session?%s") "\r\n", t.ptr)), "ASK_LARGE");
	}
	const char *answer = ask(http, zhun_printf(a, HEAD("GET /healthz?%s") "\r\n", t.ptr));
	has(answer, "HTTP/1.1 400 ");
	has(answer, "\"code\":1525");
	has(ask(http, GET("/healthz")), "ok");
	zhun_http_stop(http);
	zhun_arena_close(a);
}

static void wait_for(int waiting)
{
	for (int i = 0; i < 12000 && atomic_load(&unit_service.waiting) != waiting; i++)
		usleep(5000);
	CHECK_INT(atomic_load(&unit_service.waiting), waiting);
}

/* Until so many requests have begun, the one that asks among them. */
static void wait_running(const struct zhun_http *http, int wanted)
{
	char line[64];
	bool there = false;
	(void)snprintf(line, sizeof line, "\nzhun_requests_running %d\n", wanted);
	for (int i = 0; i < 12000 && !there; i++) {
		there = strstr(ask(http, HEAD("GET /metrics") ADMIN "\r\n"), line) != NULL;
		usleep(5000);
	}
	CHECK(there);
}

/* One worker held, one request queued: the third is turned away, the others end well, even when
 * the server is told to stop meanwhile. */
static void *stop(void *http)
{
	return zhun_http_stop(http);
}

static void a_full_queue_and_a_stop(void)
{
	static const char check[] = HEAD("POST /v1/certificates/check") "Content-Length: 1\r\n\r\na";
	struct zhun_http_options o = zhun_http_options_default();
	o.http_workers = o.http_queue = 1;
	struct zhun_http *http = start(o);
	pthread_mutex_lock(&unit_service.gate);
	int first = dial(http), second = dial(http);
	put(first, check, sizeof check - 1);
	wait_for(1);
	put(second, check, sizeof check - 1);
	wait_running(http, 3);
	usleep(100000);
	const char *third = ask(http, check);
	CHECK(has(third, "SERVER_BUSY") && has(third, "Retry-After: 2\r\n"));
	has(ask(http, GET("/healthz")), "ok");
	pthread_t stopping;
	pthread_create(&stopping, NULL, stop, http);
	usleep(100000);
	pthread_mutex_unlock(&unit_service.gate);
	has(rest(first), "\"bytes\":1");
	has(rest(second), "\"bytes\":1");
	pthread_join(stopping, NULL);
	CHECK_INT(atomic_load(&unit_service.connected), 0);
}

/* A byte now and then never ends; the server ends it. */
static void slow_clients_are_cut_off(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	o.http_idle = o.http_receive = 1;
	struct zhun_http *http = start(o);
	int line = dial(http), body = dial(http);
	static const char head[] = HEAD("POST /v1/certificates/check") "Content-Length: 1000\r\n\r\n";
	put(body, head, sizeof head - 1);
	for (int i = 0; i < 40; i++) {
		put(line, "G", 1);
		put(body, "x", 1);
		usleep(100000);
	}
	CHECK_TEXT(rest(line), "");
	CHECK_TEXT(rest(body), "");
	has(ask(http, GET("/healthz")), "ok");
	zhun_http_stop(http);
}

/* What is costly is counted for those who are not logged in, whatever else they ask for. */
#define RUN(query) HEAD("POST /v1/measure/budget/stream?" query) "Content-Length: 1\r\n\r\na"

static void runs_are_streamed(void)
{
	struct zhun_http *http = start(zhun_http_options_default());
	const char *answer = ask(http, RUN("draws=3"));
	CHECK(has(answer, "200 OK") && has(answer, "Content-Type: text/event-stream") &&
	      has(answer, "event: progress\ndata: {\"done\":0,\"of\":3}\n\n") &&
	      has(answer, "{\"done\":2,\"of\":3}") && has(answer, "event: result\ndata: {\"call\":\"budget\""));
	has(ask(http, RUN("draws=0")), "event: result");
	answer = ask(http, RUN("draws=2&reverse=q"));
	CHECK(has(answer, "200 OK") && has(answer, "event: problem\ndata: {") && has(answer, "BUDGET_INPUT"));
	answer = ask(http, RUN("reverse=q"));
	CHECK(has(answer, "422 ") && has(answer, "application/problem+json") && has(answer, "BUDGET_INPUT"));
	has(ask(http, RUN("draws=x")), "PARAMETER_BAD");
	has(ask(http, RUN("draws=")), "PARAMETER_BAD");
	answer = ask(http, "POST /v1/measure/budget/stream?draws=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na"
			   GET("/v1/errors"));
	CHECK(has(answer, "event: result") && has(answer, "\"call\":\"errors\""));
	zhun_http_stop(http);
}

/* A run that would last an hour ends soon after its client has gone, and the server can be stopped. */
static void a_run_ends_with_its_client(void)
{
	struct zhun_http *http = start(zhun_http_options_default());
	const char *request = RUN("draws=2000000&target=1");
	int fd = dial(http), before = -1;
	atomic_store(&unit_service.rounds, 0);
	put(fd, request, strlen(request));
	for (int i = 0; i < 30000 && atomic_load(&unit_service.rounds) < 3; i++)
		nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
	CHECK(atomic_load(&unit_service.rounds) >= 3);
	close(fd);
	for (int i = 0; i < 200 && before != atomic_load(&unit_service.rounds); i++) {
		before = atomic_load(&unit_service.rounds);
		nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
	}
	CHECK_INT(before, atomic_load(&unit_service.rounds));
	CHECK(before < 100000);
	has(ask(http, GET("/healthz")), "ok");
	zhun_http_stop(http);
}

/* Long runs hold half of the workers at most; the next is told to come again, and what is short goes on. */
static void runs_leave_workers_free(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	o.http_workers = 2;
	struct zhun_http *http = start(o);
	const char *request = RUN("draws=2000000&target=1");
	int fd = dial(http);
	atomic_store(&unit_service.rounds, 0);
	put(fd, request, strlen(request));
	for (int i = 0; i < 30000 && atomic_load(&unit_service.rounds) < 3; i++)
		nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
	const char *answer = ask(http, RUN("draws=1"));
	CHECK(has(answer, "503 ") && has(answer, "SERVER_BUSY") && has(answer, "Retry-After: 2"));
	has(ask(http, HEAD("POST /v1/measure/budget") "Content-Length: 1\r\n\r\na"), "200 OK");
	close(fd);
	answer = ask(http, RUN("draws=1"));
	for (int i = 0; i < 1200 && strstr(answer, "503 "); i++) {
		nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
		answer = ask(http, RUN("draws=1"));
	}
	has(answer, "event: result");
	zhun_http_stop(http);
}

static void a_run_ends_with_its_time(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	o.http_run = 1;
	struct zhun_http *http = start(o);
	const char *answer = ask(http, RUN("draws=2000000&target=1"));
	CHECK(has(answer, "event: problem") && has(answer, "BUDGET_TIME"));
	zhun_http_stop(http);
}

static void searches_are_counted(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	o.http_searches_per_minute = 2;
	struct zhun_http *http = start(o);
	has(ask(http, GET("/v1/certificates?q=x")), "certificates");
	has(ask(http, HEAD("POST /v1/certificates/check") "Content-Length: 1\r\n\r\na"), "check");
	const char *third = ask(http, GET("/v1/certificates?q=x"));
	CHECK(has(third, "SEARCH_WAIT") && has(third, "HTTP/1.1 429 ") && has(third, "Retry-After: "));
	has(ask(http, GET("/v1/certificates")), "certificates");
	has(ask(http, HEAD("GET /v1/certificates?q=x") ADMIN "\r\n"), "certificates");
	zhun_http_stop(http);
}

/* Who asks behind a proxy that is trusted, and only there; on a socket for both kinds of addresses as well. */
static void who_is_behind_a_proxy(void)
{
	static const struct { const char *listen, *trusted, *asked, *want; } rows[] = {
		{"127.0.0.1:0", NULL, "198.51.100.7", "\"address\":\"127.0.0.1\""},
		{"127.0.0.1:0", "192.0.2.1", "198.51.100.7", "\"address\":\"127.0.0.1\""},
		{"127.0.0.1:0", "192.0.2.1, 127.0.0.1", "198.51.100.7", "\"address\":\"198.51.100.7\""},
		{"127.0.0.1:0", "127.0.0.1", "203.0.113.9, 198.51.100.7", "\"address\":\"198.51.100.7\""},
		{"127.0.0.1:0", "127.0.0.11", "198.51.100.7", "\"address\":\"127.0.0.1\""},
		{"[::]:0", "127.0.0.1", "198.51.100.7", "\"address\":\"198.51.100.7\""},
		{"[::]:0", NULL, "198.51.100.7", "\"address\":\"127.0.0.1\""},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_http_options o = zhun_http_options_default();
		struct zhun_http *http = NULL;
		struct zhun_error err;
		char request[200];
		o.listen = rows[i].listen;
		o.trusted_proxies = rows[i].trusted;
		if (!CHECK_CODE(zhun_http_start(&o, NULL, &http, &err), ZHUN_OK, &err))
			continue;
		(void)snprintf(request, sizeof request, HEAD("GET /v1/errors") "X-Forwarded-For: %s\r\n\r\n",
			       rows[i].asked);
		has(ask(http, request), rows[i].want);
		zhun_http_stop(http);
	}
}

static void what_cannot_be_had(void)
{
	struct zhun_http_options o = zhun_http_options_default();
	struct zhun_http *http = start(o), *other = NULL;
	struct zhun_error err;
	char taken[32];
	atomic_store(&unit_service.refuse, true);
	has(ask(http, GET("/readyz")), "NO_MEMORY");
	has(ask(http, GET("/v1/documents/1")), "NO_MEMORY");
	atomic_store(&unit_service.refuse, false);
	has(ask(http, GET("/readyz")), "ready");
	(void)snprintf(taken, sizeof taken, "127.0.0.1:%d", zhun_http_port(http));
	o.listen = taken;
	CHECK_CODE(zhun_http_start(&o, NULL, &other, &err), ZHUN_E_LISTEN_FAILED, &err);
	static const char *const bad[] = {"", "x", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "[::1:80", NULL};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++) {
		o.listen = bad[i];
		CHECK_CODE(zhun_http_start(&o, NULL, &other, &err), ZHUN_E_LISTEN_BAD, &err);
	}
	CHECK(other == NULL);
	zhun_http_stop(http);
}

/* Every setting's default lies within its bounds, and its sentence is there in both languages. */
static void the_settings_are_sound(void)
{
	static const struct {
		const char *name;
		long long preset, least, most;
		const char *help[2];
	} rows[] = {
#define ZHUN_SETTING(name, preset, least, most, unit, en, zh) {#name, preset, least, most, {en, zh}},
#include "http/settings.def"
#undef ZHUN_SETTING
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		unit_check(rows[i].least <= rows[i].preset && rows[i].preset <= rows[i].most && *rows[i].help[0] &&
				   *rows[i].help[1] && strncmp(rows[i].name, "http_", 5) == 0,
			   __FILE__, __LINE__, "the setting %s", rows[i].name);
	CHECK_INT(zhun_http_options_default().http_workers, 4);
}

/* Law of the table: every row has help in both languages, a body has a ceiling, a name is said once. */
static void the_table_is_sound(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_routes *routes;
	struct zhun_text t;
	size_t count;
	CHECK_CODE(zhun_http_routes(a, &routes, NULL), ZHUN_OK, NULL);
	const struct zhun_route *rows = zhun_routes_rows(routes, &count);
	for (size_t i = 0; i < count; i++) {
		const struct zhun_route *r = &rows[i];
		bool ok = r->handler && r->help[0] && r->help[1] && r->status &&
			  (r->body != NULL) == (r->body_max > 0) &&
			  (r->where == ZHUN_POOL || r->need != ZHUN_NEEDS_WRITE) &&
			  (r->method != ZHUN_GET || !r->body) && (r->status == 204) == (r->answer == NULL);
		unit_check(ok, __FILE__, __LINE__, "the row of %s", r->name);
		for (size_t k = 0; k < i; k++)
			unit_check(strcmp(rows[k].name, r->name) != 0, __FILE__, __LINE__, "%s twice", r->name);
	}
	zhun_text_init(&t, a, 1 << 19);
	zhun_http_routes_text(routes, &t);
	CHECK(!t.failed && strstr(t.ptr, "GET\t/v1/certificates/{id}\tcertificate_get\tanyone\tinline\tread\t"));
	zhun_arena_close(a);
}

static enum zhun_code build_table(struct zhun_arena *a, void *context)
{
	const struct zhun_routes *routes = NULL;
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_http_routes(a, &routes, &err);
	CHECK((code == ZHUN_OK) == (routes != NULL));
	return code;
}

static void the_table_survives_faults(void)
{
	unit_fault_loop(build_table, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"server answers", requests_are_answered},
		{"server workers", reads_run_on_workers_too},
		{"server touch", a_session_is_marked_as_used},
		{"server keeps", connections_are_kept},
		{"server limits", limits_hold},
		{"server parameters", more_parameters_than_there_is_memory_for},
		{"server queue", a_full_queue_and_a_stop},
		{"server slow", slow_clients_are_cut_off},
		{"server runs are streamed", runs_are_streamed},
		{"server a run ends with its client", a_run_ends_with_its_client},
		{"server runs leave workers free", runs_leave_workers_free},
		{"server a run ends with its time", a_run_ends_with_its_time},
		{"server counts", searches_are_counted},
		{"server proxies", who_is_behind_a_proxy},
		{"server refuses", what_cannot_be_had},
		{"server settings", the_settings_are_sound},
		{"server table", the_table_is_sound},
		{"server table faults", the_table_survives_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

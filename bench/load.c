/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small HTTP load generator for the benchmarks: a fixed number of requests
 * over a fixed number of kept connections on loopback, paths taken in turn
 * from a file. Prints one JSON object: requests, errors, seconds, bytes,
 * p50_us, p99_us. Nothing but HTTP/1.1 with Content-Length is understood,
 * which is what both sides of a comparison answer.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 1 << 20, CONNECTIONS = 256 };

struct connection {
	int fd;
	double sent_at;
	size_t got, want;   /* want: whole answer, 0 until the header is read */
	char *in;
};

struct run {
	char **paths;
	size_t paths_count, next;
	size_t wanted, sent, done, errors, bytes;
	double *latency;
};

static double now(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static char **read_paths(const char *file, size_t *count)
{
	FILE *f = fopen(file, "r");
	if (!f)
		die(file);
	char **paths = NULL, *line = NULL;
	size_t room = 0, cap = 0;
	ssize_t n;
	*count = 0;
	while ((n = getline(&line, &room, f)) > 0) {
		line[n - 1] = '\0';
		if (*count == cap) {
			cap = cap ? cap * 2 : 1024;
			paths = realloc(paths, cap * sizeof *paths);
			if (!paths)
				die("paths");
		}
		paths[(*count)++] = strdup(line);
	}
	free(line);
	(void)fclose(f);
	if (*count == 0)
		exit(1);
	return paths;
}

static int dial(int port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
	if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to) != 0)
		die("connect");
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	return fd;
}

static void ask(struct run *r, struct connection *c)
{
	char out[4096];
	const char *path = r->paths[r->next++ % r->paths_count];
	int n = snprintf(out, sizeof out, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", path);
	c->got = c->want = 0;
	c->sent_at = now();
	if (write(c->fd, out, (size_t)n) != n)
		die("write");
	r->sent++;
}

/* The whole length of the answer, once its header is there. */
static size_t answer_length(struct connection *c)
{
	c->in[c->got] = '\0';
	const char *end = strstr(c->in, "\r\n\r\n");
	if (!end)
		return 0;
	const char *length = strcasestr(c->in, "\r\ncontent-length:");
	size_t body = length && length < end ? strtoul(length + 17, NULL, 10) : 0;
	return (size_t)(end - c->in) + 4 + body;
}

static void finished(struct run *r, struct connection *c)
{
	r->latency[r->done++] = now() - c->sent_at;
	r->bytes += c->want;
	if (strncmp(c->in, "HTTP/1.1 200", 12) != 0) {
		if (r->errors++ == 0)
			(void)fprintf(stderr, "%.300s\n", c->in);
	}
	if (r->sent < r->wanted)
		ask(r, c);
}

static void receive(struct run *r, struct connection *c)
{
	ssize_t n = read(c->fd, c->in + c->got, BUFFER - 1 - c->got);
	if (n <= 0)
		die("the server closed a connection");
	c->got += (size_t)n;
	if (c->want == 0)
		c->want = answer_length(c);
	if (c->want && c->got >= c->want)
		finished(r, c);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void report(struct run *r, double seconds)
{
	qsort(r->latency, r->done, sizeof *r->latency, by_size);
	printf("{\"requests\":%zu,\"errors\":%zu,\"seconds\":%.3f,\"bytes\":%zu,\"p50_us\":%.1f,\"p99_us\":%.1f}\n",
	       r->done, r->errors, seconds, r->bytes, 1e6 * r->latency[r->done / 2],
	       1e6 * r->latency[r->done * 99 / 100]);
}

int main(int argc, char **argv)
{
	static struct connection connections[CONNECTIONS];
	static struct pollfd polled[CONNECTIONS];
	if (argc != 5) {
		(void)fprintf(stderr, "usage: load PORT CONNECTIONS REQUESTS FILE_OF_PATHS\n");
		return 2;
	}
	size_t count = strtoul(argv[2], NULL, 10);
	struct run r = {.wanted = strtoul(argv[3], NULL, 10)};
	if (count == 0 || count > CONNECTIONS || r.wanted < count)
		return 2;
	r.paths = read_paths(argv[4], &r.paths_count);
	r.latency = calloc(r.wanted, sizeof *r.latency);
	double start = now();
	for (size_t i = 0; i < count; i++) {
		connections[i] = (struct connection){.fd = dial((int)strtol(argv[1], NULL, 10)), .in = malloc(BUFFER)};
		polled[i] = (struct pollfd){connections[i].fd, POLLIN, 0};
		ask(&r, &connections[i]);
	}
	while (r.done < r.wanted) {
		if (poll(polled, count, 10000) <= 0)
			die("no answer for ten seconds");
		for (size_t i = 0; i < count; i++)
			if (polled[i].revents)
				receive(&r, &connections[i]);
	}
	report(&r, now() - start);
	return r.errors ? 1 : 0;
}

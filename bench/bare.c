/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor under every HTTP figure: libmicrohttpd, set up as the server is, answering the same
 * constant bytes to everything. usage: bare PORT BYTES */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct MHD_Response *response;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *data, size_t *size,
			      void **state)
{
	static int seen;
	(void)context, (void)url, (void)method, (void)version, (void)data, (void)size;
	if (!*state) {   /* an answer at the first call would close the connection */
		*state = &seen;
		return MHD_YES;
	}
	return MHD_queue_response(connection, MHD_HTTP_OK, response);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	size_t size = strtoul(argv[2], NULL, 10);
	char *body = malloc(size + 1);
	memset(body, 'x', size);
	response = MHD_create_response_from_buffer(size, body, MHD_RESPMEM_PERSISTENT);
	struct MHD_Daemon *d = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD, (unsigned short)strtoul(argv[1], NULL, 10), NULL, NULL, answer, NULL,
		MHD_OPTION_THREAD_POOL_SIZE, 2U, MHD_OPTION_END);
	if (!d)
		return 1;
	printf("ready\n");
	(void)fflush(stdout);
	(void)pause();
	MHD_stop_daemon(d);
	return 0;
}

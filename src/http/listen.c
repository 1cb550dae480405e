/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The listening socket, made here and not by the library, so that a failure says why. */
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/server.h"
#include "zhun/base/text.h"

enum { ADDRESS_SIZE = 256, BACKLOG = 1024 };

/* "host:port" or "[v6]:port" in two; an empty host means every address of the machine. */
static bool split(const char *address, char host[ADDRESS_SIZE], const char **ret_port)
{
	const char *colon = strrchr(address, ':');
	if (!colon || !colon[1] || colon - address >= ADDRESS_SIZE)
		return false;
	size_t n = (size_t)(colon - address);
	if (n >= 2 && address[0] == '[' && address[n - 1] == ']') {
		address++;
		n -= 2;
	}
	memcpy(host, address, n);
	host[n] = '\0';
	*ret_port = colon + 1;
	return strspn(colon + 1, "0123456789") == strlen(colon + 1);
}

static int open_socket(const struct addrinfo *a)
{
	static const int on = 1;
	int fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	int why = errno;
	close(fd);
	errno = why;
	return -1;
}

static int port_of(int fd)
{
	struct sockaddr_storage a;
	socklen_t n = sizeof a;
	if (getsockname(fd, (struct sockaddr *)&a, &n))
		return 0;
	char port[NI_MAXSERV];
	if (getnameinfo((struct sockaddr *)&a, n, NULL, 0, port, sizeof port, NI_NUMERICSERV))
		return 0;
	return (int)strtoul(port, NULL, 10);
}

enum zhun_code zhun_listen(const char *address, int *ret_socket, int *ret_port, struct zhun_error *err)
{
	static const struct addrinfo wanted = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM,
					       .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
	char host[ADDRESS_SIZE];
	const char *port;
	struct addrinfo *found;
	if (!address || !split(address, host, &port) ||
	    getaddrinfo(host[0] ? host : NULL, port, &wanted, &found))
		return zhun_fail(err, ZHUN_E_LISTEN_BAD, NULL, address);
	int fd = -1;
	for (const struct addrinfo *a = found; a && fd < 0; a = a->ai_next)
		fd = open_socket(a);
	int why = errno;
	freeaddrinfo(found);
	char text[128];
	if (fd < 0)
		return zhun_fail(err, ZHUN_E_LISTEN_FAILED, NULL, address,
				 strerror_r(why, text, sizeof text));
	*ret_socket = fd;
	*ret_port = port_of(fd);
	return ZHUN_OK;
}

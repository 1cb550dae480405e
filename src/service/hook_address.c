/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which addresses webhooks may go to. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include "service/hook.h"
#include "zhun/base/text.h"

enum { URL_MOST = 500, HOST_SIZE = 256 };

struct block {
	uint32_t address;
	int bits;
};

/* IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), multicast and what is above it. */
static const struct block special4[] = {
	{0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},	{0xa9fe0000, 16}, {0xac100000, 12},
	{0xc0000000, 24}, {0xc0000200, 24}, {0xc0586300, 24}, {0xc0a80000, 16}, {0xc6120000, 15}, {0xc6336400, 24},
	{0xcb007100, 24}, {0xe0000000, 3},
};

static bool public4(uint32_t a, bool loopback)
{
	if (a >> 24 == 127)
		return loopback;
	for (size_t i = 0; i < ZHUN_COUNT(special4); i++)
		if ((a ^ special4[i].address) >> (32 - special4[i].bits) == 0)
			return false;
	return true;
}

/* Global unicast is 2000::/3 (RFC 4291 2.4); within it the registry's own: 2001::/23 with Teredo, documentation
 * (2001:db8::/32, 3fff::/20), and 6to4 (2002::/16), which holds an address of IPv4. */
static bool public6(const unsigned char a[16], bool loopback)
{
	static const unsigned char own[16] = {[15] = 1};
	uint32_t head = (uint32_t)a[0] << 24 | (uint32_t)a[1] << 16 | (uint32_t)a[2] << 8 | a[3];
	if (memcmp(a, own, sizeof own) == 0)
		return loopback;
	return head >> 29 == 1 && head >> 9 != 0x20010000U >> 9 && head != 0x20010db8U && head >> 16 != 0x2002 &&
	       head >> 12 != 0x3fff0000U >> 12;
}

bool zhun_hook_address_public(const struct sockaddr *address, bool loopback)
{
	if (address->sa_family == AF_INET)
		return public4(ntohl(((const struct sockaddr_in *)(const void *)address)->sin_addr.s_addr), loopback);
	if (address->sa_family == AF_INET6)
		return public6(((const struct sockaddr_in6 *)(const void *)address)->sin6_addr.s6_addr, loopback);
	return false;
}

/* A host that is an address in any of its writings ("127.1", "[::1]"). A name is judged when it is resolved. */
static bool names_private(const char *host, bool loopback)
{
	const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
	struct addrinfo *found = NULL;
	if (getaddrinfo(host, NULL, &hints, &found) != 0)
		return zhun_str_equal_nocase(host, "localhost") && !loopback;
	bool bad = !zhun_hook_address_public(found->ai_addr, loopback);
	freeaddrinfo(found);
	return bad;
}

enum zhun_code zhun_hook_url(const char *url, bool loopback, struct zhun_error *err)
{
	char host[HOST_SIZE];
	size_t scheme = zhun_str_starts(url, "https://") ? 8 : loopback && zhun_str_starts(url, "http://") ? 7 : 0;
	const char *at = url + scheme;
	bool brackets = *at == '[';
	size_t n = strcspn(at + brackets, brackets ? "]/?#" : ":/?#");
	if (!scheme || n == 0 || n >= sizeof host || strlen(url) > URL_MOST)
		return zhun_fail(err, ZHUN_E_HOOK_URL, "/url", url);
	for (const char *p = url; *p; p++)
		if (*p <= ' ' || *p > '~' || *p == '\\')
			return zhun_fail(err, ZHUN_E_HOOK_URL, "/url", url);
	if (memchr(at, '@', strcspn(at, "/?#")))
		return zhun_fail(err, ZHUN_E_HOOK_URL, "/url", url);
	(void)snprintf(host, sizeof host, "%.*s", (int)n, at + brackets);
	return names_private(host, loopback) ? zhun_fail(err, ZHUN_E_HOOK_PRIVATE, "/url", host) : ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A webhook on its way: signed, and only to public addresses. */
#include <netinet/in.h>
#include <unistd.h>

#include "codec/hash.h"
#include "service/hook.h"
#include "service/libcurl.h"
#include "zhun/base/text.h"

enum { CONNECT_SECONDS = 10, SEND_SECONDS = 30 };

enum zhun_code zhun_hook_sign(struct zhun_arena *a, const char *secret, const char *signed_text, const char **ret,
			      struct zhun_error *err)
{
	static const char prefix[] = "whsec_";
	const char *coded = zhun_str_starts(secret, prefix) ? secret + sizeof prefix - 1 : secret;
	struct zhun_bytes key = {0};
	unsigned char digest[ZHUN_SHA256_SIZE];
	enum zhun_code code = zhun_base64_decode(a, coded, strlen(coded), &key, err);
	if (!code)
		code = zhun_hmac_sha256(key, (struct zhun_bytes){(const unsigned char *)signed_text,
								 strlen(signed_text)}, digest, err);
	if (code)
		return code;
	const char *text = zhun_base64(a, (struct zhun_bytes){digest, sizeof digest});
	*ret = text ? zhun_printf(a, "v1,%s", text) : NULL;
	return *ret ? ZHUN_OK : zhun_no_memory(a, err);
}

struct posting {
	const struct zhun_hook_post *post;
	bool refused;          /* an address that is not public */
	char why[CURL_ERROR_SIZE];
};

/* Called with the address that is connected to: what a name meant a moment before does not matter. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct posting *p = context;
	(void)purpose;
	if (!zhun_hook_address_public(&to->addr, p->post->run->call->service->outside.hook_loopback)) {
		p->refused = true;
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* What they answer is not read. */
static size_t drop(char *in, size_t size, size_t count, void *context)
{
	(void)in, (void)context;
	return size * count;
}

static int go_on(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct posting *p = context;
	(void)a, (void)b, (void)c, (void)d;
	return p->post->run->beat(p->post->run, 0, 0) ? 0 : 1;
}

static CURLcode set_up(CURL *curl, struct posting *p, struct curl_slist *headers)
{
	const struct zhun_transfer t = {p->post->url, "http,https", CONNECT_SECONDS, SEND_SECONDS, go_on, p, p->why};
	CURLcode c = zhun_libcurl_set(curl, &t);
	if (!c)   /* a proxy would connect in our place, to what it likes */
		c = libcurl.curl_easy_setopt(curl, CURLOPT_PROXY, "");
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_POSTFIELDS, p->post->body);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, p);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
	return c;
}

/* Any 2yz is well; all else is tried again, as Standard Webhooks asks, but for what can never be. */
static enum zhun_code judge(CURL *curl, CURLcode c, const struct posting *p, struct zhun_error *err)
{
	long status = 0;
	if (p->refused)
		return zhun_fail(err, ZHUN_E_HOOK_PRIVATE, NULL, p->post->url);
	if (c == CURLE_ABORTED_BY_CALLBACK)
		return zhun_fail(err, ZHUN_E_JOB_STOPPED, NULL);
	if (c)
		return zhun_fail(err, ZHUN_E_HOOK_UNREACHABLE, NULL,
				 p->why[0] ? p->why : libcurl.curl_easy_strerror(c));
	(void)libcurl.curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	return status >= 200 && status < 300 ? ZHUN_OK
					     : zhun_fail(err, ZHUN_E_HOOK_ANSWER, NULL, ZHUN_INT(status));
}

static struct curl_slist *headers_of(const struct zhun_hook_post *p)
{
	struct zhun_arena *a = p->run->call->arena;
	const char *const lines[] = {
		"Content-Type: application/json",
		"User-Agent: zhun",
		zhun_printf(a, "webhook-id: %s", p->id),
		zhun_printf(a, "webhook-timestamp: %s", p->timestamp),
		zhun_printf(a, "webhook-signature: %s", p->signature),
	};
	struct curl_slist *list = NULL;
	for (size_t i = 0; i < ZHUN_COUNT(lines); i++) {
		struct curl_slist *longer = lines[i] ? libcurl.curl_slist_append(list, lines[i]) : NULL;
		if (!longer) {
			libcurl.curl_slist_free_all(list);
			return NULL;
		}
		list = longer;
	}
	return list;
}

enum zhun_code zhun_hook_send(const struct zhun_hook_post *post, struct zhun_error *err)
{
	struct posting p = {.post = post};
	enum zhun_code code = zhun_libcurl_load(err);
	if (code)
		return code;
	CURL *curl = libcurl.curl_easy_init();
	struct curl_slist *headers = curl ? headers_of(post) : NULL;
	if (!headers) {
		libcurl.curl_easy_cleanup(curl);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	CURLcode c = set_up(curl, &p, headers);
	if (!c)
		c = libcurl.curl_easy_perform(curl);
	code = judge(curl, c, &p, err);
	libcurl.curl_slist_free_all(headers);
	libcurl.curl_easy_cleanup(curl);
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/fetch.h"

#include "service/libcurl.h"

enum { CONNECT_SECONDS = 5, SECONDS = 15, CEILING = 256 * 1024 };

bool zhun_fetch_private(const char *url)
{
	static const char *const own[] = {"http://127.0.0.1", "http://[::1]", "http://localhost"};
	if (zhun_str_starts(url, "https://"))
		return url[strlen("https://")] != '\0';
	for (size_t i = 0; i < ZHUN_COUNT(own); i++)
		if (zhun_str_starts(url, own[i]) && strchr(":/", url[strlen(own[i])]))
			return true;
	return false;
}

static enum zhun_code unreachable(const char *why, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_OIDC_UNREACHABLE, NULL, why);
}

enum zhun_code zhun_fetch_escape(struct zhun_arena *a, const char *text, const char **ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_libcurl_load(err);
	if (code)
		return code;
	char *escaped = libcurl.curl_easy_escape(NULL, text, (int)strlen(text));
	*ret = escaped ? zhun_strdup(a, escaped) : NULL;
	libcurl.curl_free(escaped);
	return *ret ? ZHUN_OK : zhun_no_memory(a, err);
}

struct fetching {
	struct zhun_text text;
	char why[CURL_ERROR_SIZE];
};

/* What is longer than the ceiling ends the transfer. */
static size_t take(char *in, size_t size, size_t count, void *context)
{
	struct fetching *f = context;
	zhun_text_addn(&f->text, in, size * count);
	return f->text.failed ? 0 : size * count;
}

static int go_on(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	(void)context, (void)a, (void)b, (void)c, (void)d;
	return 0;
}

static CURLcode set_up(CURL *curl, struct fetching *f, const struct zhun_fetch *asked, const char *basic)
{
	const struct zhun_transfer t = {asked->url, "http,https", CONNECT_SECONDS, SECONDS, go_on, NULL, f->why};
	CURLcode c = zhun_libcurl_set(curl, &t);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_WRITEDATA, f);
	if (!c && asked->form)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_POSTFIELDS, asked->form);
	if (!c && basic)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
	if (!c && basic)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_USERPWD, basic);
	return c;
}

static enum zhun_code read_answer(struct fetching *f, struct zhun_arena *a, struct zhun_fetched *ret,
				  struct zhun_error *err)
{
	enum zhun_code code = zhun_text_done(&f->text, &ret->text, err);
	if (!code)
		code = zhun_json_parse(a, ret->text, strlen(ret->text), &ret->json, err);
	if (code == ZHUN_E_NO_MEMORY || (!code && ret->json->kind == ZHUN_J_OBJECT))
		return code;
	return zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, zhun_printf(a, "HTTP %ld", ret->status));
}

static enum zhun_code perform(CURL *curl, struct fetching *f, struct zhun_arena *a, struct zhun_fetched *ret,
			      struct zhun_error *err)
{
	CURLcode c = libcurl.curl_easy_perform(curl);
	if (c == CURLE_WRITE_ERROR)
		return zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, ZHUN_INT(CEILING));
	if (c)
		return unreachable(f->why[0] ? f->why : libcurl.curl_easy_strerror(c), err);
	(void)libcurl.curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &ret->status);
	if (ret->status >= 500)
		return unreachable(zhun_printf(a, "HTTP %ld", ret->status), err);
	return read_answer(f, a, ret, err);
}

/* Both parts are escaped as in a form before they are joined (RFC 6749 2.3.1). */
static enum zhun_code basic_of(struct zhun_arena *a, const struct zhun_fetch *f, const char **ret,
			       struct zhun_error *err)
{
	const char *client = NULL, *secret = NULL;
	enum zhun_code code = zhun_fetch_escape(a, f->client, &client, err);
	if (!code)
		code = zhun_fetch_escape(a, f->secret, &secret, err);
	if (!code && !(*ret = zhun_printf(a, "%s:%s", client, secret)))
		code = zhun_no_memory(a, err);
	return code;
}

enum zhun_code zhun_fetch(struct zhun_arena *a, const struct zhun_fetch *asked, struct zhun_fetched *ret,
			  struct zhun_error *err)
{
	struct fetching f = {0};
	const char *basic = NULL;
	zhun_text_init(&f.text, a, CEILING);
	enum zhun_code code = zhun_libcurl_load(err);
	if (!code && asked->secret)
		code = basic_of(a, asked, &basic, err);
	if (code)
		return code;
	CURL *curl = libcurl.curl_easy_init();
	if (!curl)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	CURLcode c = set_up(curl, &f, asked, basic);
	code = c ? unreachable(libcurl.curl_easy_strerror(c), err) : perform(curl, &f, a, ret, err);
	libcurl.curl_easy_cleanup(curl);
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun serve`: opens the service, starts the server, waits for the signal to stop. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "http/http.h"
#include "service/runner.h"
#include "zhun/base/text.h"
#include "zhun/commands.h"

enum { URL_SIZE = 300 };

struct server {
	struct zhun_cli *cli;
	struct zhun_log log;
	struct zhun_service *service;
	struct zhun_http *http;
	struct zhun_runner *runner;
	sigset_t signals;
	char url[URL_SIZE];
};

/* The host of "127.0.0.1:8080", "[::1]:8080" or "localhost/" is this machine's own. */
static bool is_loopback(const char *s)
{
	const char *end = zhun_str_starts(s, "127.")        ? s + strspn(s, "0123456789.")
			  : zhun_str_starts(s, "[::1]")     ? s + 5
			  : zhun_str_starts(s, "localhost") ? s + 9
							    : NULL;
	return end && strchr(":/", *end);
}

/* Nobody else can reach the server: it listens here, and nothing says that a proxy stands before it. */
static bool is_alone(const struct zhun_settings *set)
{
	const char *url = zhun_settings_text(set, "public_url");
	const char *proxies = zhun_settings_text(set, "trusted_proxies");
	const char *host = url ? strstr(url, "://") : NULL;
	return is_loopback(zhun_settings_text(set, "listen")) && !(proxies && *proxies) &&
	       (!url || (host && is_loopback(host + 3)));
}

static struct zhun_http_options http_options(const struct server *s)
{
	const struct zhun_settings *set = s->cli->settings;
	const char *url = zhun_settings_text(set, "public_url");
	struct zhun_http_options o = zhun_http_options_default();
#define ZHUN_SETTING(name, preset, least, most, unit, en, zh) o.name = zhun_settings_integer(set, #name);
#include "http/settings.def"
#undef ZHUN_SETTING
	o.listen = zhun_settings_text(set, "listen");
	o.trusted_proxies = zhun_settings_text(set, "trusted_proxies");
	o.secure_cookies = url && zhun_str_starts(url, "https:");
	o.log = &s->log;
	return o;
}

static enum zhun_code open_service(struct server *s, struct zhun_error *err)
{
	const struct zhun_settings *set = s->cli->settings;
	const struct zhun_service_options o = {
		.database = zhun_settings_text(set, "database"),
		.zone = zhun_settings_text(set, "zone"),
		.log = &s->log,
		.outside = zhun_cli_outside(set),
		.session_event_days = zhun_settings_integer(set, "session_event_days"),
		.demonstration = is_alone(set),
		.migrate = zhun_settings_switch(set, "migrate"),
	};
	return zhun_service_open(&o, &s->service, err);
}

/* Says where it listens, whoever stands before it, and finds where people look for it: the public address where one
 * is set, else there. */
static void say_listening(struct server *s)
{
	const char *public = zhun_settings_text(s->cli->settings, "public_url");
	const char *listen = zhun_settings_text(s->cli->settings, "listen");
	const char *colon = strrchr(listen, ':');
	int host = colon ? (int)(colon - listen) : (int)strlen(listen);
	(void)snprintf(s->url, sizeof s->url, "http://%.*s:%d", host, listen, zhun_http_port(s->http));
	(void)fprintf(s->cli->out, "listening on %s\n", s->url);
	if (public)
		(void)snprintf(s->url, sizeof s->url, "%s", public);
}

/* A database without an administrator gets one through a link that only this terminal shows. */
static enum zhun_code offer_setup(struct server *s, struct zhun_error *err)
{
	struct zhun_cli *cli = s->cli;
	struct zhun_call call = cli->call;
	const char *secret = NULL;
	call.service = s->service;
	enum zhun_code code = zhun_service_connect(s->service, true, &call.conn, err);
	if (!code)
		code = zhun_service_first_link(&call, &secret, err);
	zhun_service_disconnect(call.conn);
	if (!code && secret)
		(void)fprintf(cli->out, "%s\n  %s/setup#%s\n",
			      zhun_cli_say(cli, "There is no administrator yet. Open this link, once, within a day:",
					   "尚无管理员。请在一天内打开此一次性链接："),
			      s->url, secret);
	return code;
}

static void say_demonstration(const struct server *s)
{
	struct zhun_cli *cli = s->cli;
	(void)fprintf(cli->out, "\n%s\n  %s/check\n  %s/login\n\n",
		      zhun_cli_say(cli, "Example City, a demonstration. Look here:", "示例市（演示）。请打开："), s->url,
		      s->url);
	(void)fputs(zhun_service_demo_guide(cli->language), cli->out);
}

/* Runs until SIGTERM or SIGINT. They are blocked in all threads and waited for here. */
static enum zhun_code run_server(struct server *s, bool demonstration, struct zhun_error *err)
{
	const struct zhun_http_options options = http_options(s);
	enum zhun_code code = zhun_http_start(&options, s->service, &s->http, err);
	if (code)
		return code;
	say_listening(s);
	if (demonstration)
		say_demonstration(s);
	else
		code = offer_setup(s, err);
	(void)fflush(s->cli->out);
	int signal;
	if (!code && zhun_settings_switch(s->cli->settings, "jobs"))
		code = zhun_runner_start(s->service, &s->runner, err);
	if (!code)
		(void)sigwait(&s->signals, &signal);
	s->runner = zhun_runner_stop(s->runner);
	s->http = zhun_http_stop(s->http);
	return code;
}

static enum zhun_code block_signals(struct server *s, struct zhun_error *err)
{
	(void)sigemptyset(&s->signals);
	(void)sigaddset(&s->signals, SIGTERM);
	(void)sigaddset(&s->signals, SIGINT);
	(void)signal(SIGPIPE, SIG_IGN);
	int failed = pthread_sigmask(SIG_BLOCK, &s->signals, NULL);
	return failed ? zhun_fail(err, ZHUN_E_INTERNAL, NULL, strerror(failed)) : ZHUN_OK;
}

static enum zhun_code serve(struct zhun_cli *cli, bool demonstration, struct zhun_error *err)
{
	struct server s = {
		.cli = cli,
		.log = {STDERR_FILENO, (enum zhun_log_level)zhun_settings_integer(cli->settings, "log_level")},
	};
	enum zhun_code code = block_signals(&s, err);
	if (!code)
		code = open_service(&s, err);
	if (!code)
		code = run_server(&s, demonstration, err);
	zhun_service_close(s.service);
	return code;
}

static enum zhun_code run_serve(struct zhun_cli *cli, struct zhun_error *err)
{
	return serve(cli, false, err);
}

const struct zhun_command zhun_cmd_serve = {
	.words = "serve",
	.help = {"serve the API and the web client until stopped", "启动服务（接口与网页），直至停止"},
	.more = {"Listens on --listen, keeps its data in --database, and writes one JSON line a request to standard "
		 "error. A database without an administrator gets one through a link printed here.",
		 "监听 --listen 所指地址，数据存于 --database，每个请求向标准错误写一行 JSON 日志。尚无管理员的数据库，"
		 "由此处打印的一次性链接设立。"},
	.run = run_serve,
};

enum { DEMO_CERTIFICATES = 300, DEMO_SEED = 1 };

/* A fresh database in the folder for temporary files, unless one is named. */
static enum zhun_code choose_database(struct zhun_cli *cli, struct zhun_error *err)
{
	if (zhun_settings_from(cli->settings, "database") != ZHUN_FROM_DEFAULT)
		return ZHUN_OK;
	char *folder = zhun_strdup(cli->arena, "/tmp/zhun-demo-XXXXXX");
	if (!folder)
		return zhun_no_memory(cli->arena, err);
	if (!mkdtemp(folder))
		return zhun_fail(err, ZHUN_E_FILE_WRITE, folder, strerror(errno));
	const char *url = zhun_printf(cli->arena, "sqlite:%s/zhun.sqlite", folder);
	if (!url)
		return zhun_no_memory(cli->arena, err);
	return zhun_settings_set(cli->settings, "database", url, ZHUN_FROM_FLAG, err);
}

static enum zhun_code generate(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_call call = cli->call;
	const struct zhun_service_options o = {.database = zhun_settings_text(cli->settings, "database"),
					       .zone = zhun_settings_text(cli->settings, "zone"),
					       .migrate = true};
	const struct zhun_demo demo = {.certificates = DEMO_CERTIFICATES, .seed = DEMO_SEED};
	enum zhun_code code = zhun_service_open(&o, &call.service, err);
	if (!code)
		code = zhun_service_connect(call.service, true, &call.conn, err);
	if (!code)
		code = zhun_service_demo(&call, &demo, err);
	zhun_service_disconnect(call.conn);
	zhun_service_close(call.service);
	return code;
}

static enum zhun_code run_demo_serve(struct zhun_cli *cli, struct zhun_error *err)
{
	enum zhun_code code = choose_database(cli, err);
	if (!code)
		code = generate(cli, err);
	return code ? code : serve(cli, true, err);
}

const struct zhun_command zhun_cmd_demo_serve = {
	.words = "demo serve",
	.help = {"make a small Example City in a fresh database and serve it", "在新数据库中生成小型示例市并启动服务"},
	.run = run_demo_serve,
};

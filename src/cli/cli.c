/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the program: settings, words, language, what the command needs, its report and exit status. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "zhun/base/text.h"

enum { CLI_CEILING = 1 << 30, SETTINGS_FILE_MAX = 1 << 20, SENTENCE = 1024 };

const char *zhun_cli_say(const struct zhun_cli *cli, const char *en, const char *zh)
{
	return cli->language == ZHUN_ZH ? zh : en;
}

void zhun_cli_report(FILE *to, enum zhun_language language, const struct zhun_error *err)
{
	char sentence[SENTENCE];
	(void)zhun_error_sentence(err, language, sentence, sizeof sentence);
	const char *stop = err->place[0] ? (language == ZHUN_ZH ? "：" : ": ") : "";
	(void)fprintf(to, "zhun: %s%s%s [%s %d]\n", err->place, stop, sentence, zhun_error_row(err->code)->name,
		      (int)err->code);
}

static enum zhun_code read_all(struct zhun_arena *a, FILE *f, size_t ceiling, struct zhun_text *t,
			       struct zhun_error *err)
{
	char room[16384];
	size_t n;
	zhun_text_init(t, a, ceiling);
	while (!t->failed && (n = fread(room, 1, sizeof room, f)) > 0)
		zhun_text_addn(t, room, n);
	const char *text;
	return zhun_text_done(t, &text, err);
}

enum zhun_code zhun_cli_read(struct zhun_arena *a, const char *path, size_t ceiling, struct zhun_bytes *ret,
			     struct zhun_error *err)
{
	bool standard = zhun_str_equal(path, "-");
	FILE *f = standard ? stdin : fopen(path, "rb");
	if (!f)
		return zhun_fail(err, ZHUN_E_FILE_READ, NULL, path, strerror(errno));
	struct zhun_text t;
	enum zhun_code code = read_all(a, f, ceiling, &t, err);
	if (!code && ferror(f))
		code = zhun_fail(err, ZHUN_E_FILE_READ, NULL, path, strerror(errno));
	else if (code)
		(void)zhun_error_within(err, path);
	if (!standard)
		(void)fclose(f);
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)t.ptr, t.len};
	return code;
}

/* The settings file: of --config or ZHUN_CONFIG; none where neither names one. */
static enum zhun_code read_config(struct zhun_cli *cli, struct zhun_error *err)
{
	const char *path = zhun_settings_text(cli->settings, "config");
	if (!path)
		return ZHUN_OK;
	struct zhun_bytes bytes;
	enum zhun_code code = zhun_cli_read(cli->arena, path, SETTINGS_FILE_MAX, &bytes, err);
	return code ? code : zhun_settings_file(cli->settings, path, (const char *)bytes.ptr, err);
}

static enum zhun_language language_of_environment(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < ZHUN_COUNT(names); i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return zhun_str_starts(value, "zh") ? ZHUN_ZH : ZHUN_EN;
	}
	return ZHUN_EN;
}

struct zhun_outside zhun_cli_outside(const struct zhun_settings *s)
{
	return (struct zhun_outside){
		.url = zhun_settings_text(s, "public_url"),
		.smtp_url = zhun_settings_text(s, "smtp_url"),
		.smtp_from = zhun_settings_text(s, "smtp_from"),
		.smtp_plain = !zhun_settings_switch(s, "smtp_tls"),
		.hook_loopback = zhun_settings_switch(s, "webhook_loopback"),
		.provider = {
			.issuer = zhun_settings_text(s, "oidc_issuer"),
			.client = zhun_settings_text(s, "oidc_client"),
			.secret = zhun_settings_text(s, "oidc_secret"),
			.name = zhun_settings_text(s, "oidc_name"),
			.accounts = zhun_settings_switch(s, "oidc_accounts"),
		},
	};
}

static enum zhun_code open_service(struct zhun_cli *cli, struct zhun_error *err)
{
	enum zhun_command_need need = cli->command->need;
	bool named = zhun_settings_from(cli->settings, "database") != ZHUN_FROM_DEFAULT;
	const struct zhun_service_options options = {
		.database = named || need != ZHUN_CMD_MAY ? zhun_settings_text(cli->settings, "database") : NULL,
		.zone = zhun_settings_text(cli->settings, "zone"),
		.outside = zhun_cli_outside(cli->settings),
		.session_event_days = zhun_settings_integer(cli->settings, "session_event_days"),
		.migrate = need == ZHUN_CMD_WRITES,
		.survey = need == ZHUN_CMD_SURVEYS,
	};
	enum zhun_code code = zhun_service_open(&options, &cli->call.service, err);
	if (!code && options.database && need != ZHUN_CMD_SURVEYS)
		code = zhun_service_connect(cli->call.service, need == ZHUN_CMD_WRITES, &cli->call.conn, err);
	return code;
}

static enum zhun_code run_command(struct zhun_cli *cli, struct zhun_error *err)
{
	enum zhun_code code = cli->command->need == ZHUN_CMD_NOTHING ? ZHUN_OK : open_service(cli, err);
	if (!code)
		code = cli->command->run(cli, err);
	cli->call.conn = zhun_service_disconnect(cli->call.conn);
	cli->call.service = zhun_service_close(cli->call.service);
	return code;
}

static enum zhun_code run(struct zhun_cli *cli, int argc, char **argv, struct zhun_error *err)
{
	enum zhun_code code = zhun_cli_parse(cli, argc, argv, err);
	if (!code && cli->help) {
		zhun_cli_help(cli, cli->out);
		return ZHUN_OK;
	}
	if (!code)
		code = zhun_settings_environment(cli->settings, getenv, err);
	if (!code)
		code = read_config(cli, err);
	if (code)
		return code;
	cli->call.arena = cli->arena;
	cli->call.now = zhun_service_clock();
	cli->call.language = cli->language;
	zhun_service_as_administrator(&cli->call);
	code = run_command(cli, err);
	if (!code && (fflush(cli->out) || ferror(cli->out)))
		code = zhun_fail(err, ZHUN_E_FILE_WRITE, NULL, strerror(errno));
	return code;
}

int zhun_cli_main(const struct zhun_command *const *commands, const struct zhun_setting *settings, size_t count,
		  int argc, char **argv)
{
	struct zhun_error err = {0};
	struct zhun_cli cli = {
		.arena = zhun_arena_open(CLI_CEILING),
		.out = stdout,
		.err = stderr,
		.commands = commands,
		.language = language_of_environment(),
		.terminal = isatty(STDOUT_FILENO) && !getenv("NO_COLOR"),
	};
	enum zhun_code code;
	if (!cli.arena || !(cli.settings = zhun_settings_new(cli.arena, settings, count)))
		code = zhun_fail(&err, ZHUN_E_NO_MEMORY, NULL);
	else
		code = run(&cli, argc, argv, &err);
	if (code)
		zhun_cli_report(cli.err, cli.language, &err);
	zhun_arena_close(cli.arena);
	return code ? zhun_error_row(code)->exit_status : cli.status;
}

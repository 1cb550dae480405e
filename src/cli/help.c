/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help from the command table, and the commands that print the program's other tables. */
#include "cli/files.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ROWS_MAX = 128, JSON_CEILING = 4 * 1024 * 1024 };

const struct zhun_option zhun_cli_everywhere[] = {
	{"json", NULL, {"print JSON, for programs", "以 JSON 输出，供程序读取"}},
	{"lang", "en|zh", {"language of what is printed", "输出语言"}},
	{"help", NULL, {"help on the command", "该命令的帮助"}},
	{0},
};

static void title(const struct zhun_cli *cli, FILE *to, const char *en, const char *zh)
{
	(void)fprintf(to, cli->terminal ? "\n\033[1m%s\033[0m\n" : "\n%s\n", zhun_cli_say(cli, en, zh));
}

static size_t add_options(const struct zhun_cli *cli, const struct zhun_option *o, struct zhun_screen_row *rows,
			  size_t n)
{
	for (; o && o->name && n + 1 < ROWS_MAX; o++, n++) {
		const char *value = o->value ? o->value : "";
		rows[n].cell[0] = zhun_printf(cli->arena, "--%s %s", o->name, value);
		rows[n].cell[1] = o->help[cli->language];
	}
	return n;
}

static void options_help(const struct zhun_cli *cli, FILE *to)
{
	struct zhun_screen_row rows[ROWS_MAX] = {0};
	size_t n = add_options(cli, cli->command->options, rows, 0);
	(void)add_options(cli, zhun_cli_everywhere, rows, n);
	title(cli, to, "Options", "选项");
	zhun_screen_table(to, rows, 2, 2);
}

static void command_help(const struct zhun_cli *cli, FILE *to)
{
	const struct zhun_command *c = cli->command;
	const char *options = zhun_cli_say(cli, "[options]", "[选项]");
	(void)fprintf(to, "zhun %s %s%s%s\n\n", c->words, c->arguments ? c->arguments : "",
		      c->arguments ? " " : "", options);
	zhun_screen_wrap(to, c->help[cli->language], 0, ZHUN_SCREEN_WIDTH);
	(void)fputc('\n', to);
	if (c->more[cli->language]) {
		(void)fputc('\n', to);
		zhun_screen_wrap(to, c->more[cli->language], 0, ZHUN_SCREEN_WIDTH);
		(void)fputc('\n', to);
	}
	options_help(cli, to);
	if (c->need != ZHUN_CMD_NOTHING)
		(void)fprintf(to, "\n%s\n", zhun_cli_say(cli, "Settings are flags too: see zhun settings.",
							 "各项设置也可作为选项给出：见 zhun settings。"));
}

void zhun_cli_help(const struct zhun_cli *cli, FILE *to)
{
	if (cli->command && !zhun_str_equal(cli->command->words, "help")) {
		command_help(cli, to);
		return;
	}
	struct zhun_screen_row rows[ROWS_MAX] = {0};
	for (size_t i = 0; cli->commands[i] && i + 1 < ROWS_MAX; i++) {
		const struct zhun_command *c = cli->commands[i];
		rows[i].cell[0] = zhun_printf(cli->arena, "%s %s", c->words, c->arguments ? c->arguments : "");
		rows[i].cell[1] = c->help[cli->language];
	}
	(void)fprintf(to, "%s\n", zhun_cli_say(cli, "Zhun, an open quality-infrastructure platform",
					       "准：开放的质量基础设施平台"));
	title(cli, to, "Commands", "命令");
	zhun_screen_table(to, rows, 2, 2);
	(void)fprintf(to, "\n%s\n", zhun_cli_say(cli, "zhun help COMMAND says more about one.",
						 "zhun help 命令名 给出该命令的详细说明。"));
}

static bool words_equal(const char *words, const char *const *arguments, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(arguments[i]);
		if (memcmp(words, arguments[i], strnlen(words, n)) != 0 || strlen(words) < n ||
		    (words[n] != '\0' && words[n] != ' '))
			return false;
		words += n + (words[n] == ' ');
	}
	return *words == '\0';
}

static void member_texts(struct zhun_json_writer *w, const char *name, const char *const texts[2])
{
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "en", texts[ZHUN_EN]);
	zhun_json_member_string(w, "zh", texts[ZHUN_ZH]);
	zhun_json_end_object(w);
}

static void add_command(struct zhun_json_writer *w, const struct zhun_command *c)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "command", c->words);
	zhun_json_member_string(w, "arguments", c->arguments);
	member_texts(w, "help", c->help);
	zhun_json_member_array(w, "options");
	for (const struct zhun_option *o = c->options; o && o->name; o++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", o->name);
		zhun_json_member_string(w, "value", o->value);
		member_texts(w, "help", o->help);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

/* The command of cli->command, or all. */
static enum zhun_code help_json(const struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	zhun_text_init(&out, cli->arena, JSON_CEILING);
	zhun_json_init(&w, &out);
	zhun_json_begin_array(&w);
	for (size_t i = 0; cli->commands[i]; i++)
		if (!cli->count || cli->commands[i] == cli->command)
			add_command(&w, cli->commands[i]);
	zhun_json_end_array(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_help(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_command *found = NULL;
	for (size_t i = 0; cli->count && cli->commands[i] && !found; i++)
		if (words_equal(cli->commands[i]->words, cli->arguments, cli->count))
			found = cli->commands[i];
	if (cli->count && !found)
		return zhun_fail(err, ZHUN_E_USAGE_COMMAND, NULL, cli->arguments[0]);
	cli->command = found ? found : cli->command;
	if (cli->json)
		return help_json(cli, err);
	zhun_cli_help(cli, cli->out);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_help = {
	.words = "help",
	.arguments = "[COMMAND]",
	.most = 3,
	.help = {"what the program can do, or how a command is used", "本程序的功能，或某个命令的用法"},
	.run = run_help,
};

static enum zhun_code run_version(struct zhun_cli *cli, struct zhun_error *err)
{
	(void)err;
	(void)fprintf(cli->out, cli->json ? "{\"version\":\"%s\"}\n" : "zhun %s\n", ZHUN_VERSION);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_version = {
	.words = "version",
	.help = {"the program's version", "程序版本"},
	.run = run_version,
};

static enum zhun_code errors_json(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	zhun_text_init(&out, cli->arena, JSON_CEILING);
	enum zhun_code code = zhun_service_errors(&cli->call, &out, err);
	return code ? code : zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_errors(struct zhun_cli *cli, struct zhun_error *err)
{
	if (cli->json)
		return errors_json(cli, err);
	size_t count;
	const struct zhun_error_row *e = zhun_error_rows(&count);
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, count + 1, struct zhun_screen_row);
	if (!rows)
		return zhun_no_memory(cli->arena, err);
	for (size_t i = 0; i < count; i++) {
		rows[i].cell[0] = zhun_printf(cli->arena, "%d", (int)e[i].code);
		rows[i].cell[1] = e[i].name;
		rows[i].cell[2] = zhun_printf(cli->arena, "%d", e[i].http);
		rows[i].cell[3] = zhun_printf(cli->arena, "%d", e[i].exit_status);
		rows[i].cell[4] = e[i].text[cli->language];
		if (!rows[i].cell[0])
			return zhun_no_memory(cli->arena, err);
	}
	zhun_screen_table(cli->out, rows, 5, 0);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_errors = {
	.words = "errors",
	.help = {"every error: number, name, HTTP status, exit status, sentence",
		 "全部错误：编号、名称、HTTP 状态、退出状态、说明"},
	.run = run_errors,
};

static const char *value_text(const struct zhun_cli *cli, const struct zhun_setting *row)
{
	switch (row->kind) {
	case ZHUN_SET_TEXT:
		return zhun_settings_text(cli->settings, row->name);
	case ZHUN_SET_INTEGER:
		return zhun_printf(cli->arena, "%lld",
				   (long long)zhun_settings_integer(cli->settings, row->name));
	case ZHUN_SET_SWITCH:
		return zhun_settings_switch(cli->settings, row->name) ? "yes" : "no";
	}
	return NULL;
}

static const char *const from_word[][2] = {
	[ZHUN_FROM_DEFAULT] = {"default", "默认"},
	[ZHUN_FROM_FILE] = {"file", "文件"},
	[ZHUN_FROM_ENVIRONMENT] = {"environment", "环境变量"},
	[ZHUN_FROM_FLAG] = {"flag", "选项"},
};

/* A password in postgres://user:password@host is not shown. */
static const char *shown_value(const struct zhun_cli *cli, const struct zhun_setting *row)
{
	const char *text = value_text(cli, row);
	const char *at = text ? strchr(text, '@') : NULL;
	const char *slashes = at ? strstr(text, "://") : NULL;
	const char *colon = slashes ? strchr(slashes + 3, ':') : NULL;
	if (!colon || colon > at)
		return text ? text : "";
	return zhun_printf(cli->arena, "%.*s:…%s", (int)(colon - text), text, at);
}

static enum zhun_code settings_json(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	zhun_text_init(&out, cli->arena, JSON_CEILING);
	zhun_json_init(&w, &out);
	size_t count;
	const struct zhun_setting *rows = zhun_settings_rows(cli->settings, &count);
	zhun_json_begin_array(&w);
	for (size_t i = 0; i < count; i++) {
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "name", rows[i].name);
		zhun_json_member_string(&w, "value", shown_value(cli, &rows[i]));
		zhun_json_member_string(&w, "from", from_word[zhun_settings_from(cli->settings, rows[i].name)][0]);
		zhun_json_member_string(&w, "unit", rows[i].unit);
		member_texts(&w, "help", rows[i].help);
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_settings(struct zhun_cli *cli, struct zhun_error *err)
{
	if (cli->json)
		return settings_json(cli, err);
	size_t count;
	const struct zhun_setting *s = zhun_settings_rows(cli->settings, &count);
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, count + 1, struct zhun_screen_row);
	if (!rows)
		return zhun_no_memory(cli->arena, err);
	for (size_t i = 0; i < count; i++) {
		const char *unit = s[i].unit ? s[i].unit : "";
		rows[i].cell[0] = s[i].name;
		rows[i].cell[1] = zhun_printf(cli->arena, "%s %s", shown_value(cli, &s[i]), unit);
		rows[i].cell[2] = from_word[zhun_settings_from(cli->settings, s[i].name)][cli->language];
		rows[i].cell[3] = s[i].help[cli->language];
	}
	zhun_screen_table(cli->out, rows, 4, 0);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_settings = {
	.words = "settings",
	.help = {"every setting: name, value here, where it comes from, what it does",
		 "全部设置：名称、当前值、来源、作用"},
	.more = {"A setting is given as a flag (--listen 127.0.0.1:8080), in the environment (ZHUN_LISTEN), or in the "
		 "file named by --config or ZHUN_CONFIG (listen = 127.0.0.1:8080), in this order of strength.",
		 "设置可作为选项（--listen 127.0.0.1:8080）、环境变量（ZHUN_LISTEN）给出，或写在 --config 或 ZHUN_CONFIG "
		 "所指的文件中（listen = 127.0.0.1:8080），前者优先。"},
	.run = run_settings,
};

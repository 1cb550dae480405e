/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `zhun manual`: the manual page of the program, in the macros of man(7), and `zhun completion`: what a shell
 * offers at the tabulator key. Both are written from the tables of commands and settings, and installed with
 * the program.
 */
#include "cli/files.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { LONGEST = 64, TEXT_CEILING = 1024 * 1024 };

/* ---- the manual page ---- */

/* A hyphen that is typed is "\-"; a line must not begin with a dot or an apostrophe. */
static void put_text(struct zhun_text *out, const char *s)
{
	if (*s == '.' || *s == '\'')
		zhun_text_add(out, "\\&");
	for (; *s; s++) {
		if (*s == '\\')
			zhun_text_add(out, "\\e");
		else if (*s == '-')
			zhun_text_add(out, "\\-");
		else
			zhun_text_addc(out, *s);
	}
}

static void put_line(struct zhun_text *out, const char *s)
{
	put_text(out, s);
	zhun_text_addc(out, '\n');
}

static void put_option(const struct zhun_cli *cli, const struct zhun_option *o, struct zhun_text *out)
{
	zhun_text_add(out, ".TP\n.B \\-\\-");
	put_text(out, o->name);
	if (o->value) {
		zhun_text_add(out, " \\fI");
		put_text(out, o->value);
		zhun_text_add(out, "\\fR");
	}
	zhun_text_addc(out, '\n');
	put_line(out, o->help[cli->language]);
}

static void put_options(const struct zhun_cli *cli, const struct zhun_option *o, struct zhun_text *out)
{
	if (!o || !o->name)
		return;
	zhun_text_add(out, ".RS\n");
	for (; o->name; o++)
		put_option(cli, o, out);
	zhun_text_add(out, ".RE\n");
}

static void put_command(const struct zhun_cli *cli, const struct zhun_command *c, struct zhun_text *out)
{
	zhun_text_add(out, ".TP\n.B zhun ");
	put_text(out, c->words);
	if (c->arguments) {
		zhun_text_add(out, " \\fI");
		put_text(out, c->arguments);
		zhun_text_add(out, "\\fR");
	}
	zhun_text_addc(out, '\n');
	put_line(out, c->help[cli->language]);
	if (c->more[cli->language]) {
		zhun_text_add(out, ".IP\n");
		put_line(out, c->more[cli->language]);
	}
	put_options(cli, c->options, out);
}

static void put_setting(const struct zhun_cli *cli, const struct zhun_setting *s, struct zhun_text *out)
{
	zhun_text_add(out, ".TP\n.B ");
	put_text(out, s->name);
	if (s->kind == ZHUN_SET_INTEGER)
		zhun_text_addf(out, " (%lld%s%s; %lld \\&.\\&.\\&. %lld)", (long long)s->number,
			      s->unit && *s->unit ? " " : "", s->unit ? s->unit : "", (long long)s->least,
			      (long long)s->most);
	else if (s->kind == ZHUN_SET_TEXT && s->text) {
		zhun_text_add(out, " (");
		put_text(out, s->text);
		zhun_text_addc(out, ')');
	}
	zhun_text_addc(out, '\n');
	put_line(out, s->help[cli->language]);
}

static void put_section(const struct zhun_cli *cli, const char *en, const char *zh, struct zhun_text *out)
{
	zhun_text_addf(out, ".SH %s\n", zhun_cli_say(cli, en, zh));
}

static void put_page(const struct zhun_cli *cli, struct zhun_text *out)
{
	size_t count;
	const struct zhun_setting *settings = zhun_settings_rows(cli->settings, &count);
	zhun_text_addf(out, ".TH ZHUN 1 \"\" \"zhun %s\"\n", ZHUN_VERSION);
	put_section(cli, "NAME", "名称", out);
	zhun_text_addf(out, "zhun \\- %s\n", zhun_cli_say(cli, "an open quality\\-infrastructure platform",
							      "准：开放的质量基础设施平台"));
	put_section(cli, "SYNOPSIS", "概要", out);
	zhun_text_addf(out, ".B zhun\n.I %s\n", zhun_cli_say(cli, "COMMAND\n[arguments] [options]",
								 "命令\n[参数] [选项]"));
	put_section(cli, "COMMANDS", "命令", out);
	for (size_t i = 0; cli->commands[i]; i++)
		put_command(cli, cli->commands[i], out);
	put_section(cli, "OPTIONS OF EVERY COMMAND", "通用选项", out);
	for (const struct zhun_option *o = zhun_cli_everywhere; o->name; o++)
		put_option(cli, o, out);
	put_section(cli, "SETTINGS", "设置", out);
	put_line(out, zhun_cli_say(cli,
		"Each is a flag (--listen), an environment variable (ZHUN_LISTEN), or a line of the file that --config "
		"names, in this order of strength.",
		"各项可作为选项（--listen）、环境变量（ZHUN_LISTEN）或 --config 所指文件中的一行给出，前者优先。"));
	for (size_t i = 0; i < count; i++)
		put_setting(cli, &settings[i], out);
	put_section(cli, "EXIT STATUS", "退出状态", out);
	put_line(out, zhun_cli_say(cli, "0 on success; else that of sysexits(3) which the error names.",
					    "成功为 0；否则为相应错误按 sysexits(3) 给出的状态。"));
}

/* With --json {"text":…}. */
static enum zhun_code print(struct zhun_cli *cli, void (*put)(const struct zhun_cli *, struct zhun_text *),
			    struct zhun_error *err)
{
	struct zhun_text out, json;
	struct zhun_json_writer w;
	const char *text = NULL;
	zhun_text_init(&out, cli->arena, TEXT_CEILING);
	zhun_text_init(&json, cli->arena, 2 * TEXT_CEILING);
	put(cli, &out);
	enum zhun_code code = zhun_text_done(&out, &text, err);
	if (code)
		return code;
	if (!cli->json) {
		(void)fputs(text, cli->out);
		return ZHUN_OK;
	}
	zhun_json_init(&w, &json);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "text", text);
	zhun_json_end_object(&w);
	return zhun_cli_print(cli, &json, err);
}

static enum zhun_code run_manual(struct zhun_cli *cli, struct zhun_error *err)
{
	return print(cli, put_page, err);
}

const struct zhun_command zhun_cmd_manual = {
	.words = "manual",
	.help = {"the manual page, for man", "手册页，供 man 使用"},
	.more = {"zhun manual > zhun.1; with --lang zh in Chinese.", "zhun manual > zhun.1；--lang zh 输出中文。"},
	.run = run_manual,
};

/* ---- completion ---- */

/* The words that may follow those of @a typed ("db "), each once. */
static void put_next(const struct zhun_cli *cli, const char *typed, struct zhun_text *out)
{
	size_t n = strlen(typed), last = 0;
	const char *before = "";
	for (size_t i = 0; cli->commands[i]; i++) {
		const char *words = cli->commands[i]->words;
		size_t next = strlen(words) > n ? strcspn(words + n, " ") : 0;
		if (!next || memcmp(words, typed, n) != 0 ||
		    (next == last && memcmp(words + n, before, next) == 0))
			continue;
		zhun_text_addf(out, "%.*s ", (int)next, words + n);
		before = words + n;
		last = next;
	}
}

/* Each beginning of a command with further words, where it is met first. */
static void put_beginnings(const struct zhun_cli *cli, struct zhun_text *out)
{
	char last[LONGEST] = "";
	for (size_t i = 0; cli->commands[i]; i++) {
		const char *words = cli->commands[i]->words, *space = strchr(words, ' ');
		size_t n = space ? (size_t)(space - words) + 1 : 0;
		if (!n || n >= LONGEST || strncmp(words, last, n) == 0)
			continue;
		memcpy(last, words, n);
		last[n] = '\0';
		zhun_text_addf(out, "  \"%s\") words=\"", last);
		put_next(cli, last, out);
		zhun_text_add(out, "\" ;;\n");
	}
}

static void put_settings(const struct zhun_cli *cli, struct zhun_text *out)
{
	size_t count;
	const struct zhun_setting *settings = zhun_settings_rows(cli->settings, &count);
	for (size_t i = 0; i < count; i++) {
		zhun_text_add(out, "--");
		for (const char *s = settings[i].name; *s; s++)
			zhun_text_addc(out, *s == '_' ? '-' : *s);
		zhun_text_addc(out, ' ');
	}
}

static void put_flags(const struct zhun_cli *cli, struct zhun_text *out)
{
	for (size_t i = 0; cli->commands[i]; i++) {
		const struct zhun_option *o = cli->commands[i]->options;
		if (!o || !o->name)
			continue;
		zhun_text_addf(out, "  \"%s \"*) flags+=\"", cli->commands[i]->words);
		for (; o->name; o++)
			zhun_text_addf(out, " --%s", o->name);
		zhun_text_add(out, "\" ;;\n");
	}
}

static void put_completion(const struct zhun_cli *cli, struct zhun_text *out)
{
	zhun_text_add(out, "_zhun() {\n  local at=${COMP_WORDS[COMP_CWORD]} said= words= w\n"
			   "  local flags=\"--json --lang --help ");
	put_settings(cli, out);
	zhun_text_add(out, "\"\n  for w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
			   "    case $w in -*) ;; *) said+=\"$w \" ;; esac\n  done\n  case $said in\n  \"\") words=\"");
	put_next(cli, "", out);
	zhun_text_add(out, "\" ;;\n");
	put_beginnings(cli, out);
	zhun_text_add(out, "  esac\n  case $said in\n");
	put_flags(cli, out);
	zhun_text_add(out, "  esac\n  case $at in\n  -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$at\")) ;;\n"
			   "  *) if [ -n \"$words\" ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$at\"))\n"
			   "     else COMPREPLY=($(compgen -f -- \"$at\")); fi ;;\n  esac\n}\n"
			   "complete -o filenames -F _zhun zhun\n");
}

static enum zhun_code run_completion(struct zhun_cli *cli, struct zhun_error *err)
{
	return print(cli, put_completion, err);
}

const struct zhun_command zhun_cmd_completion = {
	.words = "completion",
	.help = {"what bash needs to complete commands and options", "bash 的命令与选项补全脚本"},
	.more = {"source <(zhun completion); the installed program brings it along.",
		 "source <(zhun completion)；安装后的程序自带。"},
	.run = run_completion,
};

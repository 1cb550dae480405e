/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words after the program's name: a command of one or more words, its
 * options, settings as flags, and arguments, in any order after the command.
 * "--" ends the options. Every command knows --help, --json and --lang.
 */
#include <stdlib.h>

#include "cli/cli.h"
#include "zhun/base/text.h"

struct words {
	char **argv;
	int argc, at;
};

/* Whether the command's words stand at the front of the arguments; how many they are. */
static size_t command_words(const struct zhun_command *c, const struct words *w)
{
	const char *s = c->words;
	size_t n = 0;
	for (int i = w->at; *s; i++, n++) {
		size_t len = strcspn(s, " ");
		if (i >= w->argc || strlen(w->argv[i]) != len || memcmp(w->argv[i], s, len) != 0)
			return 0;
		s += len + (s[len] == ' ');
	}
	return n;
}

/* The command with the most words that fit; moves past them. */
static const struct zhun_command *find_command(const struct zhun_cli *cli, struct words *w)
{
	const struct zhun_command *best = NULL;
	size_t most = 0;
	for (size_t i = 0; cli->commands[i]; i++) {
		size_t n = command_words(cli->commands[i], w);
		if (n > most) {
			most = n;
			best = cli->commands[i];
		}
	}
	w->at += (int)most;
	return best;
}

static const struct zhun_option *find_option(const struct zhun_command *c, const char *name, size_t *ret_index)
{
	for (size_t i = 0; c && c->options && c->options[i].name; i++) {
		if (zhun_str_equal(c->options[i].name, name)) {
			*ret_index = i;
			return &c->options[i];
		}
	}
	return NULL;
}

static bool language_of(const char *word, enum zhun_language *ret)
{
	if (!zhun_str_starts(word, "zh") && !zhun_str_starts(word, "en"))
		return false;
	*ret = word[0] == 'z' ? ZHUN_ZH : ZHUN_EN;
	return true;
}

/* The value of --name: after its "=", or the next word. */
static enum zhun_code take_value(struct words *w, const char *name, const char *attached, const char **ret,
				 struct zhun_error *err)
{
	if (!attached && w->at >= w->argc)
		return zhun_fail(err, ZHUN_E_USAGE_VALUE, NULL, name);
	*ret = attached ? attached : w->argv[w->at++];
	return ZHUN_OK;
}

/* Options every command knows; *ret_known is false for any other. */
static enum zhun_code global_option(struct zhun_cli *cli, struct words *w, const char *name,
				    const char *attached, bool *ret_known, struct zhun_error *err)
{
	*ret_known = true;
	if (zhun_str_equal(name, "json")) {
		cli->json = true;
	} else if (zhun_str_equal(name, "help")) {
		cli->help = true;
	} else if (zhun_str_equal(name, "lang")) {
		const char *value;
		enum zhun_code code = take_value(w, name, attached, &value, err);
		if (code)
			return code;
		if (!language_of(value, &cli->language))
			return zhun_fail(err, ZHUN_E_USAGE_LANGUAGE, NULL, value);
	} else {
		*ret_known = false;
	}
	return ZHUN_OK;
}

static enum zhun_code setting_option(struct zhun_cli *cli, struct words *w, const char *name,
				     const char *attached, struct zhun_error *err)
{
	const struct zhun_setting *row = zhun_settings_find(cli->settings, name);
	if (!row)
		return zhun_fail(err, ZHUN_E_USAGE_OPTION, NULL, name);
	const char *value = attached ? attached : "yes";
	if (row->kind != ZHUN_SET_SWITCH) {
		enum zhun_code code = take_value(w, name, attached, &value, err);
		if (code)
			return code;
	}
	return zhun_settings_set(cli->settings, name, value, ZHUN_FROM_FLAG, err);
}

static enum zhun_code read_option(struct zhun_cli *cli, struct words *w, const char *word, struct zhun_error *err)
{
	size_t n = strcspn(word, "="), index;
	const char *attached = word[n] ? word + n + 1 : NULL;
	const char *name = zhun_strndup(cli->arena, word, n);
	if (!name)
		return zhun_no_memory(cli->arena, err);
	const struct zhun_option *o = find_option(cli->command, name, &index);
	if (o) {
		if (!o->value && attached)
			return zhun_fail(err, ZHUN_E_USAGE_NO_VALUE, NULL, name);
		cli->values[index] = "";
		return o->value ? take_value(w, name, attached, &cli->values[index], err) : ZHUN_OK;
	}
	bool known;
	enum zhun_code code = global_option(cli, w, name, attached, &known, err);
	return code || known ? code : setting_option(cli, w, name, attached, err);
}

static size_t count_options(const struct zhun_command *c)
{
	size_t n = 0;
	while (c && c->options && c->options[n].name)
		n++;
	return n;
}

static enum zhun_code check_count(const struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_command *c = cli->command;
	if (cli->help)
		return ZHUN_OK;
	if (cli->count < c->least)
		return zhun_fail(err, ZHUN_E_USAGE_MISSING, NULL, c->words, c->arguments);
	if (cli->count > c->most)
		return zhun_fail(err, ZHUN_E_USAGE_EXTRA, NULL, c->words, cli->arguments[c->most]);
	return ZHUN_OK;
}

/* "zhun", "zhun --help" and "zhun certificate" all ask for help; "zhun --version" for the version. */
static const char *spelled(const char *word)
{
	static const char *const spelling[][2] = {{"--version", "version"}, {"-V", "version"}, {"-h", "help"}};
	for (size_t i = 0; i < ZHUN_COUNT(spelling); i++)
		if (zhun_str_equal(word, spelling[i][0]))
			return spelling[i][1];
	return word;
}

/* Options may stand before the command too: there those that every command knows, and settings. */
static enum zhun_code read_front(struct zhun_cli *cli, struct words *w, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	while (!code && w->at < w->argc && zhun_str_starts(w->argv[w->at], "--") && w->argv[w->at][2]) {
		const char *word = w->argv[w->at++];
		code = read_option(cli, w, word + 2, err);
	}
	return code;
}

static enum zhun_code read_words(struct zhun_cli *cli, struct words *w, struct zhun_error *err)
{
	bool options = true;
	enum zhun_code code = ZHUN_OK;
	while (!code && w->at < w->argc) {
		const char *word = w->argv[w->at++];
		if (options && zhun_str_equal(word, "--"))
			options = false;
		else if (options && zhun_str_equal(word, "-h"))
			cli->help = true;
		else if (options && zhun_str_starts(word, "--"))
			code = read_option(cli, w, word + 2, err);
		else if (options && word[0] == '-' && word[1])
			code = zhun_fail(err, ZHUN_E_USAGE_OPTION, NULL, word + 1);
		else
			cli->arguments[cli->count++] = word;
	}
	return code;
}

enum zhun_code zhun_cli_parse(struct zhun_cli *cli, int argc, char **argv, struct zhun_error *err)
{
	char **words = ZHUN_NEW_ARRAY(cli->arena, (size_t)argc + 1, char *);
	cli->arguments = ZHUN_NEW_ARRAY(cli->arena, (size_t)argc + 1, const char *);
	if (!words || !cli->arguments)
		return zhun_no_memory(cli->arena, err);
	for (int i = 0; i < argc; i++)
		words[i] = argv[i];
	if (argc > 1 && !(words[1] = zhun_strdup(cli->arena, spelled(argv[1]))))
		return zhun_no_memory(cli->arena, err);
	struct words w = {words, argc, 1};
	enum zhun_code code = read_front(cli, &w, err);
	if (code)
		return code;
	cli->command = find_command(cli, &w);
	cli->values = ZHUN_NEW_ARRAY(cli->arena, count_options(cli->command), const char *);
	if (!cli->values)
		return zhun_no_memory(cli->arena, err);
	code = read_words(cli, &w, err);
	if (code || cli->command)
		return code ? code : check_count(cli, err);
	if (cli->count)
		return zhun_fail(err, ZHUN_E_USAGE_COMMAND, NULL, cli->arguments[0]);
	cli->help = true;
	return ZHUN_OK;
}

const char *zhun_cli_option(const struct zhun_cli *cli, const char *name)
{
	size_t index;
	return find_option(cli->command, name, &index) ? cli->values[index] : NULL;
}

enum zhun_code zhun_cli_number(const struct zhun_cli *cli, const char *name, int64_t preset, int64_t *ret,
			       struct zhun_error *err)
{
	const char *text = zhun_cli_option(cli, name);
	int64_t n = 0;
	for (const char *s = text ? text : ""; *s; s++) {
		if (*s < '0' || *s > '9' || n > INT64_MAX / 100)
			return zhun_fail(err, ZHUN_E_USAGE_NUMBER, NULL, name, text);
		n = n * 10 + (*s - '0');
	}
	*ret = text ? n : preset;
	return ZHUN_OK;
}

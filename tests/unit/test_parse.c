/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"
#include "unit.h"
#include "zhun/base/text.h"

static const struct zhun_option options[] = {
	{"as-of", "DATE", {"a", "b"}},
	{"strict", NULL, {"a", "b"}},
	{0},
};
static const struct zhun_command import = {.words = "certificate import", .arguments = "FILE…", .least = 1,
					   .most = 9, .options = options};
static const struct zhun_command list = {.words = "certificate", .options = options};
static const struct zhun_command *const commands[] = {&list, &import, NULL};
static const struct zhun_setting rows[] = {
	{.name = "http_threads", .kind = ZHUN_SET_INTEGER, .number = 2, .least = 1, .most = 64},
};

enum { WORDS = 8 };

/* Splits at blanks and parses. */
static enum zhun_code parse(struct zhun_arena *a, struct zhun_cli *cli, const char *line, struct zhun_error *err)
{
	char *argv[WORDS + 1] = {0};
	int argc = 0;
	while (argc < WORDS) {
		size_t n = strcspn(line, " ");
		argv[argc] = zhun_strndup(a, line, n);
		if (!argv[argc++])
			return zhun_no_memory(a, err);
		if (!line[n])
			break;
		line += n + 1;
	}
	*cli = (struct zhun_cli){.arena = a, .commands = commands};
	cli->settings = zhun_settings_new(a, rows, ZHUN_COUNT(rows));
	return cli->settings ? zhun_cli_parse(cli, argc, argv, err) : zhun_no_memory(a, err);
}

static void the_longest_command_wins(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_cli cli;
	struct zhun_error err;
	CHECK_CODE(parse(a, &cli, "zhun certificate import a.xml --as-of 2026-03 -", &err), ZHUN_OK, &err);
	CHECK(cli.command == &import);
	CHECK_INT(cli.count, 2);
	CHECK_TEXT(cli.arguments[0], "a.xml");
	CHECK_TEXT(cli.arguments[1], "-");
	CHECK_TEXT(zhun_cli_option(&cli, "as-of"), "2026-03");
	CHECK(zhun_cli_option(&cli, "strict") == NULL);
	CHECK_CODE(parse(a, &cli, "zhun certificate --strict --lang=zh_CN --json", &err), ZHUN_OK, &err);
	CHECK(cli.command == &list && cli.json && cli.language == ZHUN_ZH);
	CHECK_TEXT(zhun_cli_option(&cli, "strict"), "");
	zhun_arena_close(a);
}

static void settings_are_flags(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_cli cli;
	struct zhun_error err;
	CHECK_CODE(parse(a, &cli, "zhun certificate --http-threads 3", &err), ZHUN_OK, &err);
	CHECK_INT(zhun_settings_integer(cli.settings, "http_threads"), 3);
	CHECK_CODE(parse(a, &cli, "zhun certificate import -- --strict", &err), ZHUN_OK, &err);
	CHECK_TEXT(cli.arguments[0], "--strict");
	CHECK_CODE(parse(a, &cli, "zhun --lang zh --http-threads=4 certificate --json", &err), ZHUN_OK, &err);
	CHECK(cli.command == &list && cli.language == ZHUN_ZH && cli.json);
	CHECK_INT(zhun_settings_integer(cli.settings, "http_threads"), 4);
	CHECK_CODE(parse(a, &cli, "zhun", &err), ZHUN_OK, &err);
	CHECK(cli.help && !cli.command);
	zhun_arena_close(a);
}

static void misuse_is_told_apart(void)
{
	static const struct {
		const char *line;
		enum zhun_code code;
	} bad[] = {
		{"zhun certificates", ZHUN_E_USAGE_COMMAND},
		{"zhun certificate import", ZHUN_E_USAGE_MISSING},
		{"zhun certificate x", ZHUN_E_USAGE_EXTRA},
		{"zhun certificate --colour", ZHUN_E_USAGE_OPTION},
		{"zhun certificate -q", ZHUN_E_USAGE_OPTION},
		{"zhun certificate --as-of", ZHUN_E_USAGE_VALUE},
		{"zhun certificate --strict=1", ZHUN_E_USAGE_NO_VALUE},
		{"zhun certificate --lang fr", ZHUN_E_USAGE_LANGUAGE},
		{"zhun certificate --http-threads 99", ZHUN_E_SETTING_NUMBER},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_cli cli;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(parse(a, &cli, bad[i].line, &err), bad[i].code, &err);
	int64_t n = 7;
	CHECK_CODE(parse(a, &cli, "zhun certificate --as-of 12a", &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_cli_number(&cli, "as-of", 1, &n, &err), ZHUN_E_USAGE_NUMBER, &err);
	CHECK_INT(n, 7);
	zhun_arena_close(a);
}

static enum zhun_code parse_all(struct zhun_arena *a, void *context)
{
	struct zhun_cli cli;
	struct zhun_error err;
	(void)context;
	return parse(a, &cli, "zhun certificate import a.xml --as-of=2026", &err);
}

static void memory_may_run_out_anywhere(void)
{
	unit_fault_loop(parse_all, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"the_longest_command_wins", the_longest_command_wins},
		{"settings_are_flags", settings_are_flags},
		{"misuse_is_told_apart", misuse_is_told_apart},
		{"memory_may_run_out_anywhere", memory_may_run_out_anywhere},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

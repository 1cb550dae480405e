/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line: a constant table of commands, each defined at the top of
 * its own file with its words, what it needs, its options and its help. The
 * table is made by main (zhun/commands.c) and is the one source of `zhun help`.
 * What a command prints goes to cli->out; errors go to stderr with their code
 * and place, and give the exit status of the registry.
 */
#ifndef ZHUN_CLI_CLI_H
#define ZHUN_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/settings.h"
#include "service/service.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** What is opened before a command runs. MAY: the database, if one was named; SURVEYS: it, whatever its
 *  version; WRITES: it, brought to this program's version. */
enum zhun_command_need { ZHUN_CMD_NOTHING, ZHUN_CMD_MAY, ZHUN_CMD_SURVEYS, ZHUN_CMD_READS, ZHUN_CMD_WRITES };

struct zhun_option {
	const char *name;     /* "as-of", without the dashes */
	const char *value;    /* what stands after it: "DATE"; NULL: nothing does */
	const char *help[2];
};

struct zhun_cli;

struct zhun_command {
	const char *words;                 /* "certificate import" */
	const char *arguments;             /* "FILE…", NULL: takes none */
	size_t least, most;                /* how many */
	enum zhun_command_need need;
	const struct zhun_option *options; /* ends with a row of zeros; NULL: none */
	const char *help[2];               /* one line */
	const char *more[2];               /* paragraphs, or NULL */
	/** Writes the exit status, when it is not 0, to cli->status. */
	enum zhun_code (*run)(struct zhun_cli *cli, struct zhun_error *err);
};

struct zhun_cli {
	struct zhun_arena *arena;
	FILE *out, *err;
	const struct zhun_command *const *commands;  /* ends with NULL */
	const struct zhun_command *command;
	struct zhun_settings *settings;
	enum zhun_language language;
	bool json, help;
	bool terminal;                  /* out is one: may be coloured, progress may be shown */
	const char **arguments;
	size_t count;
	const char **values;            /* by the command's options: NULL absent, "" without value */
	struct zhun_call call;          /* of the terminal's administrator, where the need opened it */
	int status;
};

/** The whole program: reads settings and words, opens what the command needs, runs it, reports. */
int zhun_cli_main(const struct zhun_command *const *commands, const struct zhun_setting *settings,
		  size_t count, int argc, char **argv);

/** Reads the words after the program's name. Fails USAGE_*; SETTING_*. */
enum zhun_code zhun_cli_parse(struct zhun_cli *cli, int argc, char **argv, struct zhun_error *err) ZHUN_MUST_USE;

/** The value of an option of the running command; NULL where it was not given. */
const char *zhun_cli_option(const struct zhun_cli *cli, const char *name);

/** As a whole number, @a preset where it was not given. Fails USAGE_NUMBER. */
enum zhun_code zhun_cli_number(const struct zhun_cli *cli, const char *name, int64_t preset, int64_t *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** The English or the Chinese one, by the reader's language. */
const char *zhun_cli_say(const struct zhun_cli *cli, const char *en, const char *zh);

/** Prints the error to @a to: sentence, place, code and name. */
void zhun_cli_report(FILE *to, enum zhun_language language, const struct zhun_error *err);

/** How the world outside is reached, as the settings say. */
struct zhun_outside zhun_cli_outside(const struct zhun_settings *s);

/** A whole file ("-" is standard input) of at most @a ceiling bytes. Fails FILE_READ, FILE_LARGE. */
enum zhun_code zhun_cli_read(struct zhun_arena *a, const char *path, size_t ceiling, struct zhun_bytes *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** The options that every command takes; ends with a row of zeros. */
extern const struct zhun_option zhun_cli_everywhere[];

/** Help on all commands, or on the one in cli->command. */
void zhun_cli_help(const struct zhun_cli *cli, FILE *to);

/* Commands that need no HTTP; the table that lists them is zhun/commands.c. */
extern const struct zhun_command zhun_cmd_help, zhun_cmd_version, zhun_cmd_errors, zhun_cmd_settings;
extern const struct zhun_command zhun_cmd_manual, zhun_cmd_completion;
extern const struct zhun_command zhun_cmd_verify, zhun_cmd_certificate_import, zhun_cmd_import, zhun_cmd_export;
extern const struct zhun_command zhun_cmd_sources;
extern const struct zhun_command zhun_cmd_measure_run, zhun_cmd_measure_operations, zhun_cmd_measure_cases;
extern const struct zhun_command zhun_cmd_account_add, zhun_cmd_account_link, zhun_cmd_token_create;
extern const struct zhun_command zhun_cmd_account_data, zhun_cmd_account_erase;
extern const struct zhun_command zhun_cmd_db_status, zhun_cmd_db_migrate, zhun_cmd_schema_print, zhun_cmd_schema_diff;
extern const struct zhun_command zhun_cmd_db_backup, zhun_cmd_db_dump, zhun_cmd_db_restore;
extern const struct zhun_command zhun_cmd_db_reindex, zhun_cmd_search, zhun_cmd_demo_generate;
extern const struct zhun_command zhun_cmd_audit;
extern const struct zhun_command zhun_cmd_organisation_requests, zhun_cmd_organisation_approve;
extern const struct zhun_command zhun_cmd_organisation_refuse;
extern const struct zhun_command zhun_cmd_job_list, zhun_cmd_job_run, zhun_cmd_job_retry, zhun_cmd_job_cancel;
extern const struct zhun_command zhun_cmd_plan_load, zhun_cmd_plan_show;
extern const struct zhun_command zhun_cmd_budget_check, zhun_cmd_budget_run, zhun_cmd_budget_report;
extern const struct zhun_command zhun_cmd_budget_reverse, zhun_cmd_budget_what_if, zhun_cmd_budget_import,
	zhun_cmd_budget_rows;

#endif

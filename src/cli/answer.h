/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a use case answered, as JSON, on its way to the screen. */
#ifndef ZHUN_CLI_ANSWER_H
#define ZHUN_CLI_ANSWER_H

#include "cli/cli.h"
#include "cli/screen.h"
#include "codec/json.h"

/** The text of a member, "" where it has none; of the first of two that has one. */
const char *zhun_cli_word(const struct zhun_json *item, const char *name);
const char *zhun_cli_either(const struct zhun_json *item, const char *name, const char *other);

/** The answer as a tree, in the command's arena. */
enum zhun_code zhun_cli_answer(struct zhun_cli *cli, struct zhun_text *out, const struct zhun_json **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** Where people open a one-time link: the server's address, the page and the secret, on a line of its own. */
void zhun_cli_print_link(const struct zhun_cli *cli, const char *page, const char *secret);

/** A row of a table, from an item of a list. */
typedef struct zhun_screen_row zhun_cli_row(const struct zhun_cli *cli, const struct zhun_json *item);

/** Prints {"items","next"} as a table, and how to go on where there is more. */
enum zhun_code zhun_cli_print_page(struct zhun_cli *cli, const struct zhun_json *page, size_t columns,
				   zhun_cli_row *row, struct zhun_error *err) ZHUN_MUST_USE;

#endif

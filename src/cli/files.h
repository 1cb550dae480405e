/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands over many files, and what they print for programs. */
#ifndef ZHUN_CLI_FILES_H
#define ZHUN_CLI_FILES_H

#include "cli/cli.h"

/** What is done with one file; @a cli has an arena that ends with it. With --json it prints one value
 *  where it succeeds, nothing where it fails. */
typedef enum zhun_code zhun_cli_file(struct zhun_cli *cli, const char *path, void *context, struct zhun_error *err);

/** All files of the arguments, one after the other, whatever becomes of one. With --json an array, in which
 *  {"file","error"} stands for a file that failed. Each failure is told; gives the last one. */
enum zhun_code zhun_cli_each_file(struct zhun_cli *cli, zhun_cli_file *work, void *context,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** All files of the arguments, a folder's files with that suffix among them, by name. Fails FILE_READ,
 *  TOO_LARGE, TRANSFER_EMPTY. */
enum zhun_code zhun_cli_gather(struct zhun_cli *cli, const char *suffix, size_t ceiling,
			       const struct zhun_foreign_file **ret, size_t *ret_count,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** Prints the text and a line's end. */
enum zhun_code zhun_cli_print(const struct zhun_cli *cli, struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

#endif

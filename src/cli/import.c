/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun certificate import`: files certificates with their results, evidence and original. */
#include "cli/cli.h"
#include "cli/screen.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 * 1024, FILE_CEILING = 256 * 1024 * 1024, FILE_ARENA = 1 << 30 };

static enum zhun_code import_file(struct zhun_cli *cli, const char *path, struct zhun_error *err)
{
	struct zhun_upload u = {.name = path};
	struct zhun_text out;
	struct zhun_record_facts facts;
	bool created = false;
	struct zhun_call call = cli->call;
	call.arena = cli->arena;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_read(cli->arena, path, FILE_CEILING, &u.bytes, err);
	if (!code)
		code = zhun_service_import(&call, &u, &out, &facts, &created, err);
	if (code)
		return zhun_error_within(err, path);
	if (cli->json)
		(void)fprintf(cli->out, "{\"file\":\"%s\",\"id\":\"%s\",\"created\":%s}", path, facts.id,
			      created ? "true" : "false");
	else
		(void)fprintf(cli->out, "%s  %s  %s\n", facts.id,
			      created ? zhun_cli_say(cli, "filed", "已归档")
				      : zhun_cli_say(cli, "held already", "已存在"),
			      path);
	return ZHUN_OK;
}

static enum zhun_code import_apart(struct zhun_cli *cli, const char *path, struct zhun_error *err)
{
	struct zhun_cli one = *cli;
	one.arena = zhun_arena_open(FILE_ARENA);
	if (!one.arena)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = import_file(&one, path, err);
	zhun_arena_close(one.arena);
	return code;
}

/* All are tried; each failure is told, and the last decides the exit status. */
static enum zhun_code run_import(struct zhun_cli *cli, struct zhun_error *err)
{
	enum zhun_code worst = ZHUN_OK;
	size_t printed = 0;
	if (cli->json)
		(void)fputc('[', cli->out);
	for (size_t i = 0; i < cli->count; i++) {
		struct zhun_error one = {0};
		if (cli->json && printed)
			(void)fputs(",\n", cli->out);
		enum zhun_code code = import_apart(cli, cli->arguments[i], &one);
		printed += code == ZHUN_OK;
		if (code && worst)
			zhun_cli_report(cli->err, cli->language, err);
		if (code) {
			worst = code;
			*err = one;
		}
	}
	if (cli->json)
		(void)fputs("]\n", cli->out);
	return worst;
}

const struct zhun_command zhun_cmd_certificate_import = {
	.words = "certificate import",
	.arguments = "FILE…",
	.least = 1,
	.most = 100000,
	.need = ZHUN_CMD_WRITES,
	.help = {"file certificates with results, evidence and original", "归档证书，含结果、溯源依据和原件"},
	.more = {"The issuer is found by name or by its accreditation's number and made where it "
	"is not there yet. The same "
		 "file again changes nothing; the same issuer and number with other content is a conflict.",
		 "发证机构按名称或认可编号匹配，没有时新建。同一文件再次归档不作改变；发证机构和编号相同而内容不同则为冲突。"},
	.run = run_import,
};

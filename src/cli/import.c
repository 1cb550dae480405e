/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun certificate import`: files certificates with their results, evidence and original. */
#include "cli/files.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 * 1024, FILE_CEILING = 256 * 1024 * 1024, LINE_CEILING = 64 * 1024 };

static enum zhun_code print_json(const struct zhun_cli *cli, const char *path, const char *id, bool created,
				 struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	zhun_text_init(&out, cli->arena, LINE_CEILING);
	zhun_json_init(&w, &out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "file", path);
	zhun_json_member_string(&w, "id", id);
	zhun_json_member_bool(&w, "created", created);
	zhun_json_end_object(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code import_file(struct zhun_cli *cli, const char *path, void *context, struct zhun_error *err)
{
	struct zhun_upload u = {.name = path};
	struct zhun_text out;
	struct zhun_record_facts facts;
	bool created = false;
	(void)context;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_read(cli->arena, path, FILE_CEILING, &u.bytes, err);
	if (!code)
		code = zhun_service_import(&cli->call, &u, &out, &facts, &created, err);
	if (code)
		return zhun_error_within(err, path);
	if (cli->json)
		return print_json(cli, path, facts.id, created, err);
	(void)fprintf(cli->out, "%s  %s  %s\n", facts.id,
		      created ? zhun_cli_say(cli, "filed", "已归档") : zhun_cli_say(cli, "held already", "已存在"), path);
	return ZHUN_OK;
}

static enum zhun_code run_import(struct zhun_cli *cli, struct zhun_error *err)
{
	return zhun_cli_each_file(cli, import_file, NULL, err);
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

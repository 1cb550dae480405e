/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database from the terminal: where it stands, bringing it up to date, its schema, a demonstration in it. */
#include "cli/files.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { SQL_CEILING = 16 * 1024 * 1024 };

static enum zhun_code run_status(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_database_status s;
	enum zhun_code code = zhun_service_database(&cli->call, &s, err);
	if (code)
		return code;
	if (cli->json)
		(void)fprintf(cli->out, "{\"engine\":\"%s\",\"version\":%d,\"known\":%d}\n", s.engine, s.version,
			      s.known);
	else if (cli->language == ZHUN_ZH)
		(void)fprintf(cli->out, "%s，版本 %d；本程序支持到版本 %d\n", s.engine, s.version, s.known);
	else
		(void)fprintf(cli->out, "%s, version %d; this program knows %d\n", s.engine, s.version, s.known);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_db_status = {
	.words = "db status",
	.need = ZHUN_CMD_SURVEYS,
	.help = {"the version of the database and that of this program", "数据库版本和本程序支持的版本"},
	.run = run_status,
};

static enum zhun_code run_migrate(struct zhun_cli *cli, struct zhun_error *err)
{
	int applied = 0;
	enum zhun_code code = zhun_service_migrate(&cli->call, &applied, err);
	if (!code && cli->json)
		(void)fprintf(cli->out, "{\"applied\":%d}\n", applied);
	else if (!code)
		(void)fprintf(cli->out, "%s%d\n", zhun_cli_say(cli, "steps made: ", "已执行的步数："), applied);
	return code;
}

const struct zhun_command zhun_cmd_db_migrate = {
	.words = "db migrate",
	.need = ZHUN_CMD_SURVEYS,
	.help = {"bring the database to this program's version", "将数据库升级到本程序的版本"},
	.run = run_migrate,
};

static enum zhun_code run_reindex(struct zhun_cli *cli, struct zhun_error *err)
{
	int64_t count = 0;
	enum zhun_code code = zhun_service_reindex(&cli->call, &count, err);
	if (!code && cli->json)
		(void)fprintf(cli->out, "{\"records\":%lld}\n", (long long)count);
	else if (!code)
		(void)fprintf(cli->out, "%s%lld\n", zhun_cli_say(cli, "records in the search index: ", "已建立搜索索引的记录数："),
			      (long long)count);
	return code;
}

const struct zhun_command zhun_cmd_db_reindex = {
	.words = "db reindex",
	.need = ZHUN_CMD_WRITES,
	.help = {"make the search index again from the records", "由记录重建搜索索引"},
	.run = run_reindex,
};

/* With --json {"sql":…}. */
static enum zhun_code print_sql(struct zhun_cli *cli, struct zhun_text *sql, struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	const char *text = NULL;
	enum zhun_code code = zhun_text_done(sql, &text, err);
	if (code)
		return code;
	if (!cli->json) {
		(void)fputs(text, cli->out);
		return ZHUN_OK;
	}
	zhun_text_init(&out, cli->arena, 2 * SQL_CEILING);
	zhun_json_init(&w, &out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "sql", text);
	zhun_json_end_object(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_print(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	zhun_text_init(&out, cli->arena, SQL_CEILING);
	enum zhun_code code = zhun_service_schema_sql(&cli->call, zhun_cli_option(cli, "postgres") != NULL, &out, err);
	return code ? code : print_sql(cli, &out, err);
}

static const struct zhun_option print_options[] = {
	{"postgres", NULL, {"in the words of PostgreSQL; without it SQLite's", "以 PostgreSQL 语法输出，缺省为 SQLite"}},
	{0},
};

const struct zhun_command zhun_cmd_schema_print = {
	.words = "schema print",
	.options = print_options,
	.help = {"the SQL schema that the registers' declarations ask for", "各登记声明所要求的 SQL 模式"},
	.run = run_print,
};

static enum zhun_code run_diff(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	zhun_text_init(&out, cli->arena, SQL_CEILING);
	enum zhun_code code = zhun_service_schema_diff(&cli->call, &out, err);
	return code ? code : print_sql(cli, &out, err);
}

const struct zhun_command zhun_cmd_schema_diff = {
	.words = "schema diff",
	.need = ZHUN_CMD_READS,
	.help = {"what the database lacks of the declared schema, as the text of a migration",
		 "数据库相对于声明所缺的部分，以迁移文本输出"},
	.run = run_diff,
};

/* One line that is written over: only where somebody looks. */
static void show_progress(void *context, int64_t done, int64_t of)
{
	const struct zhun_cli *cli = context;
	(void)fprintf(cli->err, "\r%lld / %lld", (long long)done, (long long)of);
	if (done == of)
		(void)fputc('\n', cli->err);
}

static enum zhun_code run_generate(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_demo d = {.progress = cli->terminal ? show_progress : NULL, .context = cli};
	enum zhun_code code = zhun_cli_number(cli, "certificates", 300, &d.certificates, err);
	if (!code)
		code = zhun_cli_number(cli, "seed", 1, &d.seed, err);
	if (!code)
		code = zhun_service_demo(&cli->call, &d, err);
	if (code)
		return code;
	if (cli->json)
		(void)fprintf(cli->out, "{\"certificates\":%lld,\"seed\":%lld}\n", (long long)d.certificates,
			      (long long)d.seed);
	else
		(void)fputs(zhun_service_demo_guide(cli->language), cli->out);
	return ZHUN_OK;
}

static const struct zhun_option generate_options[] = {
	{"certificates", "N", {"how many, 300 without it", "证书数量，缺省 300"}},
	{"seed", "S", {"the same seed gives the same world", "相同的种子生成相同的数据"}},
	{0},
};

const struct zhun_command zhun_cmd_demo_generate = {
	.words = "demo generate",
	.need = ZHUN_CMD_WRITES,
	.options = generate_options,
	.help = {"fill an empty database with Example City, an invented world", "在空数据库中生成虚构的示例市"},
	.run = run_generate,
};

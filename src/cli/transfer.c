/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun import` and `zhun export`: records of a register from a file and into one. */
#include "cli/cli.h"
#include "cli/files.h"
#include "codec/json.h"
#include "register/declaration.h"
#include "register/foreign.h"
#include "zhun/base/text.h"

enum { REPORT_CEILING = 8 * 1024 * 1024, FILE_CEILING = 1 << 30, MANY_ROWS = 100000, ROWS_MOST = 20000000 };

static enum zhun_code register_of(const char *word, const struct zhun_register **ret, struct zhun_error *err)
{
	*ret = zhun_register_of_plural(word);
	if (!*ret)
		*ret = zhun_register_named(word);
	return *ret ? ZHUN_OK : zhun_fail(err, ZHUN_E_REGISTER_UNKNOWN, NULL, word);
}

/* ---- in ---- */

/* A line that is written over, where somebody looks; and a word when the database is held for long. */
static bool show_rows(void *context, size_t rows, size_t bytes)
{
	const struct zhun_cli *cli = context;
	(void)bytes;
	if (rows == MANY_ROWS)
		(void)fprintf(cli->err, "%s\n", zhun_cli_say(cli,
			"many rows: nobody else can write to a SQLite database until this ends",
			"数据行很多：完成之前其他人不能写入 SQLite 数据库"));
	if (cli->terminal && rows % 1000 == 0)
		(void)fprintf(cli->err, "\r%zu", rows);
	return true;
}

static int64_t number_of(const struct zhun_json *report, const char *name)
{
	const struct zhun_json *n = zhun_json_get(report, name);
	return n ? n->integer : 0;
}

/* Of a foreign source: which of its files. */
static const char *file_of(const struct zhun_json *fault)
{
	const char *file = zhun_json_get_string(fault, "file");
	return file ? file : "";
}

static void print_faults(const struct zhun_cli *cli, const struct zhun_json *report)
{
	const struct zhun_json *faults = zhun_json_get(report, "faults");
	const char *detail = cli->language == ZHUN_ZH ? "detail_zh" : "detail_en";
	for (const struct zhun_json *f = faults ? faults->first : NULL; f; f = f->next)
		(void)fprintf(cli->err, "%s%s%s %lld %s: %s [%s]\n", file_of(f), *file_of(f) ? ", " : "",
			      zhun_cli_say(cli, "line", "行"),
			      (long long)number_of(f, "line"), zhun_json_get_string(f, "column"),
			      zhun_json_get_string(f, detail), zhun_json_get_string(f, "code"));
}

static void print_counts(const struct zhun_cli *cli, const struct zhun_json *report, bool filed)
{
	static const struct { const char *name, *words[2]; } counts[] = {
		{"rows", {"rows", "行"}}, {"created", {"new", "新建"}}, {"updated", {"changed", "更新"}},
		{"unchanged", {"the same", "不变"}}, {"refused", {"refused", "拒绝"}},
		{"linked", {"links found", "补全关联"}}, {"doubled", {"doubled", "重复"}}, {"left_out", {"left out", "略过"}},
	};
	for (size_t i = 0; i < ZHUN_COUNT(counts) && zhun_json_get(report, counts[i].name); i++)
		(void)fprintf(cli->out, "%s%s %lld", i ? ", " : "", counts[i].words[cli->language],
			      (long long)number_of(report, counts[i].name));
	const char *encoding = zhun_json_get_string(report, "encoding");
	if (encoding && strcmp(encoding, "UTF-8") != 0)
		(void)fprintf(cli->out, "; %s %s", zhun_cli_say(cli, "read as", "编码按"), encoding);
	(void)fprintf(cli->out, ". %s\n", filed ? zhun_cli_say(cli, "Filed.", "已入库。")
						: zhun_cli_say(cli, "Nothing was changed.", "未作任何更改。"));
}

static enum zhun_code print_report(struct zhun_cli *cli, struct zhun_text *out, bool filed, struct zhun_error *err)
{
	const struct zhun_json *report = NULL;
	const char *text = NULL;
	enum zhun_code code = zhun_text_done(out, &text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, text, strlen(text), &report, err);
	if (code)
		return code;
	if (cli->json)
		(void)fprintf(cli->out, "%s\n", text);
	else
		print_counts(cli, report, filed);
	print_faults(cli, report);
	if (number_of(report, "refused"))
		cli->status = 65;
	return ZHUN_OK;
}

static struct zhun_rows_in asked_of(struct zhun_cli *cli)
{
	return (struct zhun_rows_in){.format = zhun_cli_option(cli, "format"), .most = ROWS_MOST,
		.dry = zhun_cli_option(cli, "dry-run") != NULL, .reason = zhun_cli_option(cli, "reason"),
		.progress = show_rows, .context = cli};
}

/* Files of others, by the rules of their source. */
static enum zhun_code import_foreign(struct zhun_cli *cli, const char *name, struct zhun_error *err)
{
	struct zhun_foreign_in in = {.source = zhun_foreign_named(name), .how = asked_of(cli),
		.licence = zhun_cli_option(cli, "licence"), .version = zhun_cli_option(cli, "version"),
		.address = zhun_cli_option(cli, "address")};
	struct zhun_text out;
	bool filed = false;
	if (!in.source)
		return zhun_fail(err, ZHUN_E_SOURCE_UNKNOWN, NULL, name);
	zhun_text_init(&out, cli->arena, REPORT_CEILING);
	enum zhun_code code = zhun_cli_gather(cli, in.source->suffix, FILE_CEILING, &in.files, &in.count, err);
	if (!code)
		code = zhun_service_foreign_import(&cli->call, &in, &out, &filed, err);
	return code ? code : print_report(cli, &out, filed, err);
}

static enum zhun_code run_import(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_register *reg = NULL;
	struct zhun_rows_in in = asked_of(cli);
	const char *from = zhun_cli_option(cli, "from");
	struct zhun_text out;
	bool filed = false;
	if (from)
		return import_foreign(cli, from, err);
	if (cli->count == 1)
		return zhun_fail(err, ZHUN_E_USAGE_MISSING, NULL, "import", "FILE");
	if (cli->count > 2)
		return zhun_fail(err, ZHUN_E_USAGE_EXTRA, NULL, "import", cli->arguments[2]);
	zhun_text_init(&out, cli->arena, REPORT_CEILING);
	enum zhun_code code = register_of(cli->arguments[0], &reg, err);
	if (!code)
		code = zhun_cli_read(cli->arena, cli->arguments[1], FILE_CEILING, &in.bytes, err);
	if (!code)
		code = zhun_service_rows_import(&cli->call, reg, &in, &out, &filed, err);
	return code ? code : print_report(cli, &out, filed, err);
}

static const struct zhun_option import_options[] = {
	{"from", "SOURCE", {"the files are what a source publishes (zhun sources): FILE|FOLDER…, and no REGISTER",
			    "文件为某来源所公布（见 zhun sources）：FILE|FOLDER…，不写 REGISTER"}},
	{"dry-run", NULL, {"only try: every row is checked, nothing is changed", "仅试运行：检查每一行，不作更改"}},
	{"format", "csv|jsonl", {"of the file; as it looks where not said", "文件格式，缺省时按内容判断"}},
	{"licence", "TEXT", {"of a source's files, where it is another than the source's", "来源文件的许可，与来源所载不同时填写"}},
	{"version", "TEXT", {"of a source's files: an edition, a date, a commit", "来源文件的版本、日期或提交号"}},
	{"address", "URL", {"where a source's files were taken from", "来源文件的取得地址"}},
	{"reason", "TEXT", {"kept with every change", "随每次更改保存的原因"}},
	{0},
};

const struct zhun_command zhun_cmd_import = {
	.words = "import",
	.arguments = "REGISTER FILE",
	.least = 1,
	.most = 100000,
	.need = ZHUN_CMD_WRITES,
	.options = import_options,
	.help = {"records from a table (CSV) or JSON lines, or what a source publishes: all or none",
		 "从 CSV 表、JSON 行或某来源公布的文件导入记录：全部成功才生效"},
	.more = {"A row is found by its register's key and made, changed or left as it is. Columns are headed by a "
		 "field's name or title, with parts after dots: name.zh, issuer.code, low.unit, uncertainty.k. "
		 "“zhun export” writes such a table. “-” is standard input.",
		 "按登记簿的键匹配每一行：新建、更新或保持不变。列标题为字段名或字段标题，各部分以点分隔，如 "
		 "name.zh、issuer.code、low.unit、uncertainty.k。“zhun export”可输出此类表格。“-”为标准输入。"},
	.run = run_import,
};

/* ---- which sources there are ---- */

static void print_source(const struct zhun_cli *cli, const struct zhun_foreign *s)
{
	const struct zhun_register *reg = zhun_register_named(s->reg);
	(void)fprintf(cli->out, "%-16s  %s\n%-16s  %s, %s; %s\n", s->name, s->title[cli->language], "", s->publisher,
		      s->licence, reg->titles[cli->language]);
}

static void write_source(struct zhun_json_writer *w, const struct zhun_foreign *s)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", s->name);
	zhun_json_member_string(w, "title_en", s->title[ZHUN_EN]);
	zhun_json_member_string(w, "title_zh", s->title[ZHUN_ZH]);
	zhun_json_member_string(w, "publisher", s->publisher);
	zhun_json_member_string(w, "address", s->address);
	zhun_json_member_string(w, "licence", s->licence);
	zhun_json_member_string(w, "register", s->reg);
	zhun_json_end_object(w);
}

static enum zhun_code run_sources(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	zhun_text_init(&out, cli->arena, REPORT_CEILING);
	zhun_json_init(&w, &out);
	zhun_json_begin_array(&w);
	for (size_t i = 0; zhun_foreign_sources[i]; i++)
		if (cli->json)
			write_source(&w, zhun_foreign_sources[i]);
		else
			print_source(cli, zhun_foreign_sources[i]);
	zhun_json_end_array(&w);
	return cli->json ? zhun_cli_print(cli, &out, err) : ZHUN_OK;
}

const struct zhun_command zhun_cmd_sources = {
	.words = "sources",
	.help = {"the vocabularies and catalogues of others that “zhun import --from” reads",
		 "“zhun import --from”可读取的他方词表与目录"},
	.run = run_sources,
};

/* ---- out ---- */

static enum zhun_code print_piece(void *context, const char *s, size_t n, struct zhun_error *err)
{
	const struct zhun_cli *cli = context;
	return fwrite(s, 1, n, cli->out) == n ? ZHUN_OK : zhun_fail(err, ZHUN_E_FILE_WRITE, NULL, "stdout");
}

static enum zhun_code run_export(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_register *reg = NULL;
	const char *format = zhun_cli_option(cli, "format");
	const struct zhun_param item = {"format", format ? format : cli->json ? "jsonl" : "csv"};
	const struct zhun_params params = {&item, 1};
	const struct zhun_rows_out o = {.params = &params, .take = print_piece, .context = cli};
	enum zhun_code code = register_of(cli->arguments[0], &reg, err);
	return code ? code : zhun_service_rows_export(&cli->call, reg, &o, err);
}

static const struct zhun_option export_options[] = {
	{"format", "csv|jsonl", {"a table, or JSON lines with children; csv where not said and without --json",
				 "表格，或含子项的 JSON 行；缺省为 csv，有 --json 时为 jsonl"}},
	{0},
};

const struct zhun_command zhun_cmd_export = {
	.words = "export",
	.arguments = "REGISTER",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_READS,
	.options = export_options,
	.help = {"all records of a register as a table (CSV) or JSON lines", "输出登记簿的全部记录：CSV 表或 JSON 行"},
	.run = run_export,
};

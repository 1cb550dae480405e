/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `zhun budget …`: evaluates uncertainty budgets and prints for people what the
 * service says in JSON for programs, so that both always say the same.
 */
#include <errno.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 * 1024, FILE_CEILING = 1024 * 1024, TABLE_CEILING = 32 * 1024 * 1024 };
enum { BAR = 8 };

static const char *both(const struct zhun_cli *cli, const struct zhun_json *object, const char *name)
{
	return zhun_json_get_string(zhun_json_get(object, name), zhun_cli_say(cli, "en", "zh"));
}

static const char *text(const struct zhun_json *object, const char *name)
{
	const char *s = zhun_json_get_string(object, name);
	return s ? s : "";
}

static double number(const struct zhun_json *object, const char *name)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return v && (v->kind == ZHUN_J_REAL || v->kind == ZHUN_J_INT) ? v->real : HUGE_VAL;
}

/* ---- the table ---- */

/* "62.2 % ████████████": blocks of an eighth's width. */
static const char *share_bar(const struct zhun_cli *cli, const struct zhun_json *line)
{
	static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	double share = number(line, "share");
	size_t eighths = share > 0 && share <= 1 ? (size_t)(share * BAR * 8 + 0.5) : 0;
	struct zhun_text t;
	const char *s = NULL;
	zhun_text_init(&t, cli->arena, 1024);
	zhun_text_add(&t, text(line, "share_text"));
	zhun_text_add(&t, eighths ? " " : "");
	for (size_t i = 0; i < eighths / 8; i++)
		zhun_text_add(&t, "█");
	zhun_text_add(&t, parts[eighths % 8]);
	return zhun_text_done(&t, &s, NULL) ? "" : s;
}

/* The quantities in words: what each is, how its uncertainty is known, from which certificate. */
static void print_titles(const struct zhun_cli *cli, const struct zhun_json *table)
{
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, table->count + 1, struct zhun_screen_row);
	size_t n = 0;
	for (const struct zhun_json *l = table->first; l && rows; l = l->next) {
		const char *title = both(cli, l, "title"),
			   *certificate = zhun_json_get_string(l, "certificate");
		const char *how = both(cli, l, "how_text"), *distribution = both(cli, l, "distribution_text");
		rows[n].cell[0] = text(l, "name");
		rows[n].cell[1] = distribution ? distribution : "";
		rows[n].cell[2] = how ? how : "";
		rows[n++].cell[3] =
			zhun_printf(cli->arena, "%s%s%s%s", title ? title : "", certificate ? " [" : "",
				    certificate ? certificate : "", certificate ? "]" : "");
	}
	if (rows)
		zhun_screen_table(cli->out, rows, 4, 2);
}

static void print_table(const struct zhun_cli *cli, const struct zhun_json *table)
{
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, table->count + 2, struct zhun_screen_row);
	if (!rows)
		return;
	rows[0] = (struct zhun_screen_row){{zhun_cli_say(cli, "x", "量"),
					    zhun_cli_say(cli, "value", "估计值"), "u(x)", "ν", "c", "c·u(x)",
					    zhun_cli_say(cli, "share of u²", "占 u² 的份额")}};
	size_t n = 1;
	for (const struct zhun_json *l = table->first; l; l = l->next)
		rows[n++] = (struct zhun_screen_row){
			{text(l, "name"), text(l, "value_text"), text(l, "u_text"), text(l, "dof_text"),
			 text(l, "sensitivity_text"), text(l, "contribution_text"), share_bar(cli, l)}};
	zhun_screen_table(cli->out, rows, 7, 2);
}

static void print_correlations(const struct zhun_cli *cli, const struct zhun_json *list)
{
	for (const struct zhun_json *c = list ? list->first : NULL; c; c = c->next)
		(void)fprintf(cli->out, "  r(%s, %s) = %s  (%s)\n", text(c, "a"), text(c, "b"),
			      text(c, "r_text"), text(c, "share_text"));
}

/* ---- what is said of it ---- */

static void say(const struct zhun_cli *cli, const struct zhun_json *object, const char *name)
{
	const char *sentence = both(cli, object, name);
	if (!sentence)
		return;
	(void)fputs("  ", cli->out);
	zhun_screen_wrap(cli->out, sentence, 2, ZHUN_SCREEN_WIDTH);
	(void)fputc('\n', cli->out);
}

/* The histogram on one line, each class a block of one to eight eighths of its height. */
static void print_histogram(const struct zhun_cli *cli, const struct zhun_json *h)
{
	static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	const struct zhun_json *counts = zhun_json_get(h, "counts");
	int64_t most = 1;
	for (const struct zhun_json *c = counts ? counts->first : NULL; c; c = c->next)
		most = c->integer > most ? c->integer : most;
	(void)fputs("    ", cli->out);
	for (const struct zhun_json *c = counts ? counts->first : NULL; c; c = c->next)
		(void)fputs(blocks[(c->integer * 8 + most - 1) / most], cli->out);
	(void)fputc('\n', cli->out);
}

static void print_mc(const struct zhun_cli *cli, const struct zhun_json *m)
{
	const struct zhun_json *draws = zhun_json_get(m, "draws");
	if (!draws)
		return;
	(void)fprintf(cli->out, "\n  %s: %lld %s, u = %s, [%s, %s]\n",
		      zhun_cli_say(cli, "Monte Carlo", "蒙特卡洛法"), (long long)draws->integer,
		      zhun_cli_say(cli, "draws", "次抽样"), text(m, "u_text"), text(m, "low_text"),
		      text(m, "high_text"));
	print_histogram(cli, zhun_json_get(m, "histogram"));
	say(cli, m, "comparison");
	say(cli, zhun_json_get(m, "adaptive"), "statement");
}

/* Without sampling: what came out. */
static void print_direct(const struct zhun_cli *cli, const struct zhun_json *d)
{
	if (!zhun_json_get(d, "u"))
		return;
	(void)fprintf(cli->out, "\n  %s: u = %s, [%s, %s]\n",
		      zhun_cli_say(cli, "Without sampling", "不经抽样"), text(d, "u_text"), text(d, "low_text"),
		      text(d, "high_text"));
	say(cli, d, "comparison");
}

static void print_output(const struct zhun_cli *cli, const struct zhun_json *o, bool titles)
{
	const struct zhun_json *rounded = zhun_json_get(o, "rounded"), *table = zhun_json_get(o, "table");
	const char *title = both(cli, o, "title");
	(void)fprintf(cli->out, "\n%s%s%s = %s\n\n", title ? title : "", title ? ": " : "", text(o, "name"),
		      text(o, "expression"));
	if (titles) {
		print_titles(cli, table);
		(void)fputc('\n', cli->out);
	}
	print_table(cli, table);
	print_correlations(cli, zhun_json_get(o, "correlations"));
	(void)fprintf(cli->out, "\n  u(%s) = %s, ν_eff = %s\n", text(o, "name"), text(rounded, "u"),
		      text(o, "dof_text"));
	say(cli, o, "statement");
	say(cli, zhun_json_get(o, "second_order"), "warning");
	print_direct(cli, zhun_json_get(o, "without_sampling"));
	print_mc(cli, zhun_json_get(o, "monte_carlo"));
	say(cli, zhun_json_get(o, "propagation"), "statement");
	say(cli, zhun_json_get(o, "target"), "statement");
	say(cli, zhun_json_get(o, "decision"), "statement");
	say(cli, zhun_json_get(o, "reverse"), "statement");
	say(cli, zhun_json_get(o, "what_if"), "statement");
}

/* What differs between guides, and was done here: all of it on one paragraph. */
static void print_conventions(const struct zhun_cli *cli, const struct zhun_json *conventions)
{
	const struct zhun_json *list = zhun_json_get(conventions, "statements");
	const char *language = zhun_cli_say(cli, "en", "zh"), *line = NULL;
	struct zhun_text t;
	zhun_text_init(&t, cli->arena, 1 << 14);
	zhun_text_add(&t, zhun_cli_say(cli, "Conventions: ", "约定："));
	for (const struct zhun_json *c = list ? list->first : NULL; c; c = c->next)
		zhun_text_addf(&t, "%s%s", text(c, language), c->next ? zhun_cli_say(cli, "; ", "；") : "");
	zhun_text_add(&t, zhun_cli_say(cli, ".", "。"));
	if (zhun_text_done(&t, &line, NULL))
		return;
	(void)fputs("\n  ", cli->out);
	zhun_screen_wrap(cli->out, line, 2, ZHUN_SCREEN_WIDTH);
	(void)fputc('\n', cli->out);
}

static enum zhun_code present(struct zhun_cli *cli, const char *answer, struct zhun_error *err)
{
	const struct zhun_json *a = NULL;
	if (cli->json) {
		(void)fprintf(cli->out, "%s\n", answer);
		return ZHUN_OK;
	}
	enum zhun_code code = zhun_json_parse(cli->arena, answer, strlen(answer), &a, err);
	if (code)
		return code;
	const char *title = both(cli, a, "title");
	const struct zhun_json *outputs = zhun_json_get(a, "outputs");
	if (title)
		(void)fprintf(cli->out, "%s\n", title);
	for (const struct zhun_json *o = outputs->first; o; o = o->next)
		print_output(cli, o, o == outputs->first);
	say(cli, zhun_json_get(a, "correlation_repair"), "statement");
	print_conventions(cli, zhun_json_get(a, "conventions"));
	return ZHUN_OK;
}

/* ---- archives of earlier results ---- */

/* A name is a file's, beside the budget that names it. */
static enum zhun_code find_archive(void *context, const char *name, struct zhun_bytes *ret, struct zhun_error *err)
{
	const struct zhun_cli *cli = context;
	const char *file = cli->arguments[0], *end = strrchr(file, '/');
	bool beside = end && name[0] != '/';
	const char *path = beside ? zhun_printf(cli->arena, "%.*s/%s", (int)(end - file), file, name) : name;
	return path ? zhun_cli_read(cli->arena, path, FILE_CEILING, ret, err) : zhun_no_memory(cli->arena, err);
}

static enum zhun_code write_archive(struct zhun_cli *cli, const struct zhun_budget_request *rq, const char *path,
				    struct zhun_error *err)
{
	struct zhun_call call = cli->call;
	struct zhun_text out;
	const char *s = NULL;
	call.arena = cli->arena;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_service_budget_archive(&call, rq, &out, err);
	if (code)
		return zhun_error_within(err, cli->arguments[0]);
	code = zhun_text_done(&out, &s, err);
	FILE *to = code ? NULL : fopen(path, "wb");
	if (code)
		return code;
	if (!to)
		return zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	bool failed = fprintf(to, "%s\n", s) < 0;
	failed = fclose(to) || failed;
	return failed ? zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno)) : ZHUN_OK;
}

/* ---- commands ---- */

static enum zhun_code request(struct zhun_cli *cli, struct zhun_budget_request *ret, struct zhun_error *err)
{
	int64_t seed = 1;
	enum zhun_code code = zhun_cli_read(cli->arena, cli->arguments[0], FILE_CEILING, &ret->text, err);
	if (!code)
		code = zhun_cli_number(cli, "draws", 0, &ret->draws, err);
	if (!code)
		code = zhun_cli_number(cli, "seed", 1, &seed, err);
	ret->seed = (uint64_t)seed;
	ret->output = zhun_cli_option(cli, "output");
	ret->find = find_archive;
	ret->find_context = cli;
	return code;
}

static enum zhun_code evaluate(struct zhun_cli *cli, const struct zhun_budget_request *rq, const char **ret,
			       struct zhun_error *err)
{
	struct zhun_call call = cli->call;
	struct zhun_text out;
	call.arena = cli->arena;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_service_budget(&call, rq, &out, err);
	if (code)
		return zhun_error_within(err, cli->arguments[0]);
	return zhun_text_done(&out, ret, err);
}

static enum zhun_code run_run(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	const char *answer = NULL;
	enum zhun_code code = request(cli, &rq, err);
	if (!code)
		code = evaluate(cli, &rq, &answer, err);
	if (!code && zhun_cli_option(cli, "archive"))
		code = write_archive(cli, &rq, zhun_cli_option(cli, "archive"), err);
	return code ? code : present(cli, answer, err);
}

static enum zhun_code run_check(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	const struct zhun_json *a = NULL;
	const char *answer = NULL;
	enum zhun_code code = request(cli, &rq, err);
	if (!code)
		code = evaluate(cli, &rq, &answer, err);
	if (!code)
		code = zhun_json_parse(cli->arena, answer, strlen(answer), &a, err);
	if (code)
		return code;
	for (const struct zhun_json *o = zhun_json_get(a, "outputs")->first; o; o = o->next)
		(void)fprintf(cli->out, "%s\n", both(cli, o, "statement"));
	return ZHUN_OK;
}

/* A question about one input, for which an option must be there. */
static enum zhun_code needed(const struct zhun_cli *cli, const char *name, const char **ret,
			     struct zhun_error *err)
{
	*ret = zhun_cli_option(cli, name);
	if (*ret)
		return ZHUN_OK;
	return zhun_fail(err, ZHUN_E_USAGE_MISSING, NULL, cli->command->words,
			 zhun_printf(cli->arena, "--%s", name));
}

static enum zhun_code answer_of(struct zhun_cli *cli, const struct zhun_budget_request *rq,
				const char *member, struct zhun_error *err)
{
	const struct zhun_json *a = NULL;
	const char *answer = NULL;
	enum zhun_code code = evaluate(cli, rq, &answer, err);
	if (!code && cli->json)
		return present(cli, answer, err);
	if (!code)
		code = zhun_json_parse(cli->arena, answer, strlen(answer), &a, err);
	if (code)
		return code;
	for (const struct zhun_json *o = zhun_json_get(a, "outputs")->first; o; o = o->next) {
		const char *said = both(cli, zhun_json_get(o, member), "statement");
		if (said)
			(void)fprintf(cli->out, "%s\n", said);
	}
	return ZHUN_OK;
}

static enum zhun_code run_reverse(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	enum zhun_code code = request(cli, &rq, err);
	if (!code)
		code = needed(cli, "input", &rq.reverse, err);
	rq.target = zhun_cli_option(cli, "target");
	return code ? code : answer_of(cli, &rq, "reverse", err);
}

static enum zhun_code run_what_if(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	enum zhun_code code = request(cli, &rq, err);
	if (!code)
		code = needed(cli, "input", &rq.what_if, err);
	if (!code)
		code = needed(cli, "u", &rq.u, err);
	return code ? code : answer_of(cli, &rq, "what_if", err);
}

/* ---- reports ---- */

enum { REPORT_DRAWS = 1000000 };

static enum zhun_code write_report(const struct zhun_cli *cli, struct zhun_bytes bytes,
				   struct zhun_error *err)
{
	const char *path = zhun_cli_option(cli, "out");
	FILE *to = path ? fopen(path, "wb") : cli->out;
	if (!to)
		return zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	bool failed = fwrite(bytes.ptr, 1, bytes.len, to) != bytes.len;
	if (path)
		failed = fclose(to) || failed;
	return failed ? zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno)) : ZHUN_OK;
}

static enum zhun_code make_report(struct zhun_cli *cli, const struct zhun_budget_request *rq, bool pdf,
				  struct zhun_error *err)
{
	struct zhun_call call = cli->call;
	struct zhun_bytes bytes = {0};
	call.arena = cli->arena;
	call.language = cli->language;
	enum zhun_code code = zhun_service_budget_report(&call, rq, pdf, &bytes, err);
	if (code)
		return zhun_error_within(err, cli->arguments[0]);
	return write_report(cli, bytes, err);
}

static enum zhun_code run_report(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	const char *format = zhun_cli_option(cli, "format"), *answer = NULL;
	enum zhun_code code = request(cli, &rq, err);
	bool pdf = zhun_str_equal(format, "pdf"), html = zhun_str_equal(format, "html");
	if (code)
		return code;
	if (!zhun_cli_option(cli, "draws"))
		rq.draws = REPORT_DRAWS;
	if (format && !pdf && !html && !zhun_str_equal(format, "text") && !zhun_str_equal(format, "json"))
		return zhun_fail(err, ZHUN_E_CHOICE_BAD, "--format", format, "text, html, pdf, json");
	if (pdf && cli->terminal && !zhun_cli_option(cli, "out"))
		return zhun_fail(err, ZHUN_E_USAGE_MISSING, NULL, cli->command->words, "--out FILE");
	if (pdf || html)
		return make_report(cli, &rq, pdf, err);
	cli->json = cli->json || zhun_str_equal(format, "json");
	code = evaluate(cli, &rq, &answer, err);
	return code ? code : present(cli, answer, err);
}

static const struct zhun_option report_options[] = {
	{"format",
	 "FORMAT",
	 {"text, html, pdf or json; text without it", "text、html、pdf 或 json，缺省为 text"}},
	{"out",
	 "FILE",
	 {"where html or pdf is written; standard output without it",
	  "html、pdf 写入的文件，缺省为标准输出"}},
	{"draws",
	 "N",
	 {"Monte Carlo with so many draws; 1000000 without it, 0 for none",
	  "蒙特卡洛抽样次数，缺省 1000000，0 为不做"}},
	{"seed", "N", {"seed of the draws; 1 without it", "抽样种子，缺省为 1"}},
	{0},
};

const struct zhun_command zhun_cmd_budget_report = {
	.words = "budget report",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = report_options,
	.help = {"an uncertainty budget as a document to sign", "生成可供签署的不确定度评定报告"},
	.more = {"The language of the report is that of --lang.", "报告语言由 --lang 决定。"},
	.run = run_report,
};

static enum zhun_code run_import(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_call call = cli->call;
	struct zhun_bytes bytes = {0};
	struct zhun_text out;
	const char *text_made = NULL;
	call.arena = cli->arena;
	call.language = cli->language;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_read(cli->arena, cli->arguments[0], FILE_CEILING, &bytes, err);
	if (!code)
		code = zhun_service_budget_import(&call, bytes, &out, err);
	if (!code)
		code = zhun_text_done(&out, &text_made, err);
	if (code)
		return zhun_error_within(err, cli->arguments[0]);
	(void)fputs(text_made, cli->out);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_budget_import = {
	.words = "budget import",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.help = {"a project of suncal as an uncertainty budget", "将 suncal 项目转换为不确定度评定文件"},
	.more = {"Takes the first uncertainty calculation of the project; comments at the end say what has "
		 "no counterpart.",
		 "转换项目中的第一个不确定度计算；文末注释列出无法转换的内容。"},
	.run = run_import,
};

static enum zhun_code run_rows(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_budget_request rq = {.seed = 1};
	struct zhun_call call = cli->call;
	struct zhun_bytes csv = {0};
	struct zhun_text out;
	const char *path = NULL, *s = NULL;
	call.arena = cli->arena;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = request(cli, &rq, err);
	if (!code)
		code = needed(cli, "data", &path, err);
	if (!code)
		code = zhun_cli_read(cli->arena, path, TABLE_CEILING, &csv, err);
	if (code)
		return code;
	code = zhun_service_budget_rows(&call, &rq, csv, &out, err);
	if (code)
		return zhun_error_within(err, path);
	code = zhun_text_done(&out, &s, err);
	return code ? code : write_report(cli, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, err);
}

static const struct zhun_option rows_options[] = {
	{"data", "CSV", {"the table: columns named NAME or u(NAME)", "数据表：列名为 NAME 或 u(NAME)"}},
	{"out", "FILE", {"where the table is written; standard output without it", "结果写入的文件，缺省为标准输出"}},
	{0},
};

const struct zhun_command zhun_cmd_budget_rows = {
	.words = "budget rows",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = rows_options,
	.help = {"an uncertainty budget at each row of a table", "对数据表的每一行计算不确定度评定"},
	.more = {"Columns replace values and uncertainties of inputs; value, u and U of each output are added.",
		 "各列替换输入量的值或标准不确定度；结果为每个输出量的值、u 和 U。"},
	.run = run_rows,
};

static const struct zhun_option run_options[] = {
	{"archive",
	 "OUT",
	 {"writes the results with what they rest on to OUT, for budgets to come",
	  "将结果及其影响量写入 OUT，供以后的评定引用"}},
	{"draws", "N", {"Monte Carlo with so many draws; none without it", "蒙特卡洛抽样次数，缺省不做"}},
	{"seed", "N", {"seed of the draws; 1 without it", "抽样种子，缺省为 1"}},
	{0},
};

static const struct zhun_option reverse_options[] = {
	{"input", "NAME", {"the input whose largest u is sought", "所求标准不确定度的输入量"}},
	{"target",
	 "U",
	 {"the U to be reached, “0.1 mm”; the budget’s own target without it",
	  "目标扩展不确定度，如“0.1 mm”；缺省用文件中的 target"}},
	{"output", "NAME", {"of which output; the first without it", "针对哪个输出量，缺省为第一个"}},
	{0},
};

static const struct zhun_option what_if_options[] = {
	{"input", "NAME", {"the input whose u is changed", "改变标准不确定度的输入量"}},
	{"u",
	 "VALUE",
	 {"its u then: “0.02 mm”, or “50 %” of what it is",
	  "改变后的标准不确定度：“0.02 mm”，或现值的“50 %”"}},
	{"output", "NAME", {"of which output; the first without it", "针对哪个输出量，缺省为第一个"}},
	{0},
};

const struct zhun_command zhun_cmd_budget_check = {
	.words = "budget check",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.help = {"read an uncertainty budget and say its results", "检查不确定度评定文件并给出结果"},
	.run = run_check,
};

const struct zhun_command zhun_cmd_budget_run = {
	.words = "budget run",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = run_options,
	.help = {"evaluate an uncertainty budget: table, U, Monte Carlo",
		 "计算不确定度评定：分量表、扩展不确定度、蒙特卡洛法"},
	.more = {"A budget is YAML or JSON; docs/guide/budget.md says what stands in it. “-” reads standard "
		 "input.",
		 "评定文件为 YAML 或 JSON，内容见 docs/guide/budget.zh-CN.md。“-”表示标准输入。"},
	.run = run_run,
};

const struct zhun_command zhun_cmd_budget_reverse = {
	.words = "budget reverse",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = reverse_options,
	.help = {"the largest u of an input that still reaches a target U",
		 "由目标扩展不确定度反求某输入量的最大标准不确定度"},
	.run = run_reverse,
};

const struct zhun_command zhun_cmd_budget_what_if = {
	.words = "budget whatif",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = what_if_options,
	.help = {"what another u of an input would bring", "改变某输入量的标准不确定度会有何影响"},
	.run = run_what_if,
};

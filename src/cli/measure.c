/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun measure …`: operations asked of studies, and published cases held against them. */
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 * 1024, FILE_CEILING = 64 * 1024 * 1024, CASES_MOST = 100000 };
static const size_t case_room = (size_t)8 << 30;   /* eight bytes a draw and output */

static enum zhun_code read_draws(const struct zhun_cli *cli, int64_t preset, struct zhun_study_request *rq,
				 struct zhun_error *err)
{
	int64_t seed = 1;
	enum zhun_code code = zhun_cli_number(cli, "draws", preset, &rq->draws, err);
	if (!code)
		code = zhun_cli_number(cli, "seed", 1, &seed, err);
	if (!code)
		code = zhun_cli_number(cli, "threads", 1, &rq->threads, err);
	rq->seed = (uint64_t)seed;
	return code;
}

/* The answers of the study in a file, as text and read. */
static enum zhun_code ask_file(struct zhun_cli *cli, const char *path, struct zhun_study_request *rq,
			       const char **ret_text, const struct zhun_json **ret, struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_call call = cli->call;
	call.arena = cli->arena;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_read(cli->arena, path, FILE_CEILING, &rq->text, err);
	if (!code)
		code = zhun_service_study(&call, rq, &out, err);
	if (!code)
		code = zhun_text_done(&out, ret_text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, *ret_text, strlen(*ret_text), ret, err);
	return code;
}

static const char *word(const struct zhun_json *object, const char *name)
{
	const char *s = zhun_json_get_string(object, name);
	return s ? s : "";
}

/* ---- run ---- */

static const char *detail(const struct zhun_cli *cli, const struct zhun_json *answer)
{
	return word(answer, zhun_cli_say(cli, "detail_en", "detail_zh"));
}

/* What a value stands for, where the operation answers in words. */
static const char *said(const struct zhun_cli *cli, const struct zhun_json *answer)
{
	return word(answer, zhun_cli_say(cli, "word_en", "word_zh"));
}

static void print_answers(struct zhun_cli *cli, const struct zhun_json *answers)
{
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, answers->count + 1, struct zhun_screen_row);
	size_t n = 0;
	if (!rows)
		return;
	for (const struct zhun_json *a = answers->first; a; a = a->next) {
		const char *value = zhun_json_get_string(a, "value");
		const char *behind = value ? said(cli, a) : zhun_printf(cli->arena, "%s (%s)", detail(cli, a),
			word(a, "place"));
		const char *line = zhun_printf(cli->arena, "%s%s%s", value ? value : "–", behind &&
			*behind ? "  " : "",
					       behind ? behind : "");
		rows[n++] = (struct zhun_screen_row){{word(a, "quantity"), word(a, "op"), line ? line : "–"}};
		cli->status = value ? cli->status : 65;
	}
	zhun_screen_table(cli->out, rows, 3, 2);
}

static enum zhun_code run_study(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_study_request rq = {0};
	const struct zhun_json *json = NULL;
	const char *text = "";
	enum zhun_code code = read_draws(cli, 0, &rq, err);
	if (!code)
		code = ask_file(cli, cli->arguments[0], &rq, &text, &json, err);
	if (code)
		return zhun_error_within(err, cli->arguments[0]);
	if (cli->json)
		(void)fprintf(cli->out, "%s\n", text);
	else
		print_answers(cli, zhun_json_get(json, "answers"));
	const struct zhun_json *said = zhun_json_get(zhun_json_get(json, "correlation_repair"), "statement");
	if (said && !cli->json)
		(void)fprintf(cli->out, "%s\n", zhun_json_get_string(said, zhun_cli_say(cli, "en", "zh")));
	return ZHUN_OK;
}

#define DRAWING                                                                                                    \
	{"draws", "N", {"of Monte Carlo", "蒙特卡洛抽样次数"}},                                                      \
	{"seed", "N", {"of the draws, 1 where not said", "抽样种子，缺省为 1"}},                                       \
	{"threads", "N", {"that draw; the result is the same", "抽样线程数，结果不变"}}

static const struct zhun_option run_options[] = {DRAWING, {0}};

const struct zhun_command zhun_cmd_measure_run = {
	.words = "measure run",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = run_options,
	.help = {"what the operations of a study give: uncertainty, risk, gauge studies, comparisons …",
		 "执行研究中的操作：不确定度、风险、测量系统分析、比对等"},
	.more = {"A study is a JSON document with an area, its data, and a list “ask” of operations; “zhun measure "
		 "operations” lists them. “-” is standard input.",
		 "研究为 JSON 文档，含领域、数据和操作列表 ask；“zhun measure operations”列出全部操作。“-”为标准输入。"},
	.run = run_study,
};

/* ---- operations ---- */

static void print_op(struct zhun_cli *cli, const struct zhun_json *op)
{
	(void)fprintf(cli->out, "%s\n    ", word(op, "name"));
	zhun_screen_wrap(cli->out, word(op, zhun_cli_say(cli, "help_en", "help_zh")), 4, ZHUN_SCREEN_WIDTH);
	(void)fprintf(cli->out, " [%s]\n", word(op, "source"));
	for (const struct zhun_json *a = zhun_json_get(op, "args")->first; a; a = a->next) {
		const struct zhun_json *required = zhun_json_get(a, "required");
		const char *words = zhun_json_get_string(a, "words");
		(void)fprintf(cli->out, "    %s%s: %s\n", word(a, "name"),
			      required->kind == ZHUN_J_TRUE ? "" : "?", words ? words : word(a, "kind"));
	}
}

static enum zhun_code run_operations(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	struct zhun_text out;
	const char *text = "", *area = cli->count ? cli->arguments[0] : NULL;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	zhun_service_study_ops(&out);
	enum zhun_code code = zhun_text_done(&out, &text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, text, strlen(text), &json, err);
	if (code)
		return code;
	if (cli->json)
		(void)fprintf(cli->out, "%s\n", text);
	else
		for (const struct zhun_json *op = zhun_json_get(json, "ops")->first; op; op = op->next)
			if (!area || strcmp(area, word(op, "area")) == 0)
				print_op(cli, op);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_measure_operations = {
	.words = "measure operations",
	.arguments = "[AREA]",
	.most = 1,
	.help = {"every operation on studies: arguments, what it gives, by which source", "研究的全部操作：参数、含义与依据"},
	.run = run_operations,
};

/* ---- cases ---- */

/* Published cases: studies whose list “expected” holds a value and its tolerance beside each operation. */
struct tally {
	size_t holds, all;
};

static double number(const struct zhun_json *object, const char *name)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return v && (v->kind == ZHUN_J_REAL || v->kind == ZHUN_J_INT) ? v->real : HUGE_VAL;
}

static const char *decimal(double x, char text[ZHUN_NUMBER_TEXT])
{
	zhun_double_text(x, text);
	return text;
}

static void print_value(struct zhun_cli *cli, const char *id, const struct zhun_json *e,
	const struct zhun_json *answer,
			struct tally *t)
{
	char want[ZHUN_NUMBER_TEXT], room[ZHUN_NUMBER_TEXT];
	const char *value = zhun_json_get_string(answer, "value");
	double expected = number(e, "value"), tolerance = number(e, "tol_abs");
	bool holds = value && fabs(number(answer, "double") - expected) <= tolerance;
	t->holds += holds;
	if (cli->json)
		(void)fprintf(cli->out,
			      "%s{\"case\":\"%s\",\"quantity\":\"%s\",\"op\":\"%s\",\"got\":\"%s\",\"expected\":%s,"
			      "\"tolerance\":%s,\"holds\":%s}",
			      t->all ? ",\n" : "", id, word(e, "quantity"), word(e, "op"),
			      value ? value : word(answer, "code"), decimal(expected, want), decimal(tolerance, room),
			      holds ? "true" : "false");
	else
		(void)fprintf(cli->out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", id, word(e, "quantity"), word(e, "op"),
			      value ? value : detail(cli, answer), decimal(expected, want), decimal(tolerance, room),
			      holds ? zhun_cli_say(cli, "holds", "符合") : zhun_cli_say(cli, "DOES NOT HOLD", "不符合"));
	t->all++;
}

static enum zhun_code run_file(struct zhun_cli *cli, const char *path, struct zhun_study_request *rq, struct tally *t,
			       struct zhun_error *err)
{
	const struct zhun_json *json = NULL, *study = NULL, *answer;
	const char *text = "";
	enum zhun_code code = ask_file(cli, path, rq, &text, &json, err);
	if (!code)
		code = zhun_json_parse(cli->arena, (const char *)rq->text.ptr, rq->text.len, &study, err);
	if (code)
		return zhun_error_within(err, path);
	const struct zhun_json *expected = zhun_json_get(study, "expected");
	answer = zhun_json_get(json, "answers")->first;
	for (const struct zhun_json *e = expected ? expected->first : NULL; e && answer; e = e->next,
		answer = answer->next)
		print_value(cli, word(study, "id"), e, answer, t);
	return ZHUN_OK;
}

/* Each file has memory of its own; one that cannot be read is told, and counts as an error. */
static enum zhun_code run_apart(struct zhun_cli *cli, const char *path, struct zhun_study_request *rq,
	struct tally *t,
				struct zhun_error *err)
{
	struct zhun_cli one = *cli;
	one.arena = zhun_arena_open(case_room);
	if (!one.arena)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = run_file(&one, path, rq, t, err);
	(void)zhun_arena_close(one.arena);
	return code;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The folder's *.json, by name. */
static enum zhun_code list_files(struct zhun_cli *cli, const char *folder, const char ***ret, size_t *ret_count,
				 struct zhun_error *err)
{
	const char **paths = ZHUN_NEW_ARRAY(cli->arena, CASES_MOST, const char *);
	DIR *dir = opendir(folder);
	size_t n = 0;
	if (!dir)
		return zhun_fail(err, ZHUN_E_FILE_READ, NULL, folder, strerror(errno));
	for (struct dirent *e = readdir(dir); paths && e && n < CASES_MOST; e = readdir(dir))
		if (zhun_str_ends(e->d_name, ".json") &&
		    !(paths[n++] = zhun_printf(cli->arena, "%s/%s", folder, e->d_name)))
			paths = NULL;
	(void)closedir(dir);
	if (!paths)
		return zhun_no_memory(cli->arena, err);
	qsort(paths, n, sizeof *paths, by_name);
	*ret = paths;
	*ret_count = n;
	return ZHUN_OK;
}

static void print_tally(struct zhun_cli *cli, const struct tally *t)
{
	if (cli->json)
		(void)fprintf(cli->out, "],\"holds\":%zu,\"of\":%zu}\n", t->holds, t->all);
	else
		(void)fprintf(cli->out, "%zu of %zu expected values within tolerance\n", t->holds, t->all);
	if (t->holds < t->all)
		cli->status = 1;
}

static enum zhun_code run_cases(struct zhun_cli *cli, struct zhun_error *err)
{
	enum { DRAWS = 10000000 };
	struct zhun_study_request rq = {0};
	const char **paths = NULL;
	size_t count = 0;
	struct tally t = {0};
	enum zhun_code code = read_draws(cli, DRAWS, &rq, err), worst = ZHUN_OK;
	if (!code)
		code = list_files(cli, cli->arguments[0], &paths, &count, err);
	if (code)
		return code;
	if (cli->json)
		(void)fputs("{\"values\":[", cli->out);
	for (size_t i = 0; i < count; i++) {
		struct zhun_error one = {0};
		code = run_apart(cli, paths[i], &rq, &t, &one);
		if (code && worst)
			zhun_cli_report(cli->err, cli->language, err);
		if (code) {
			worst = code;
			*err = one;
		}
	}
	print_tally(cli, &t);
	return worst;
}

static const struct zhun_option cases_options[] = {DRAWING, {0}};

const struct zhun_command zhun_cmd_measure_cases = {
	.words = "measure cases",
	.arguments = "DIR",
	.least = 1,
	.most = 1,
	.options = cases_options,
	.help = {"every expected value of a folder of published cases, held against what is worked out here",
		 "将目录中已发表算例的每个期望值与本程序的结果比较"},
	.more = {"Ten million draws where not said. A line is case, quantity, operation, "
		"got, expected, tolerance, and "
		 "whether it holds; the last counts. The exit status is 1 where one does not hold.",
		 "缺省抽样一千万次。每行为：算例、量、操作、所得值、期望值、容差、是否符合；末行为合计。有不符合时退出状态为 1。"},
	.run = run_cases,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans from the terminal: loading one that ships with the program, and what is known of a plan's figures. */
#include "cli/files.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 16 * 1024 * 1024 };

static enum zhun_code run_load(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_plan_loaded l = {0};
	enum zhun_code code = zhun_service_plan_load(&cli->call, cli->arguments[0], &l, err);
	if (code)
		return code;
	const long long n[] = {l.created, l.updated, l.unchanged};
	if (cli->json)
		(void)fprintf(cli->out, "{\"created\":%lld,\"updated\":%lld,\"unchanged\":%lld}\n", n[0], n[1], n[2]);
	else if (cli->language == ZHUN_ZH)
		(void)fprintf(cli->out, "新建 %lld 条，更正 %lld 条，%lld 条无需改动\n", n[0], n[1], n[2]);
	else
		(void)fprintf(cli->out, "%lld made, %lld put right, %lld as they should be\n", n[0], n[1], n[2]);
	return ZHUN_OK;
}

const struct zhun_command zhun_cmd_plan_load = {
	.words = "plan load",
	.arguments = "NAME",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.help = {"put a plan that ships with the program into the registers: shenzhen-2018-2020",
		 "将本程序所含规划录入登记簿：shenzhen-2018-2020"},
	.more = {"Its figures with how each is counted, its projects and its clusters. Loading it again makes no "
		 "doubles and puts right what was changed by hand.",
		 "包括各项指标及其统计方式、重点项目和集聚区。再次录入不产生重复，并恢复被改动的内容。"},
	.run = run_load,
};

/* ---- show ---- */

static const char *in_language(const struct zhun_cli *cli, const struct zhun_json *texts)
{
	const char *own = zhun_json_get_string(texts, cli->language == ZHUN_ZH ? "zh" : "en");
	const char *other = zhun_json_get_string(texts, cli->language == ZHUN_ZH ? "en" : "zh");
	return own ? own : other ? other : "";
}

/* In the plan's words where it has some: over 900. */
static const char *stated(const struct zhun_cli *cli, const struct zhun_json *s)
{
	const struct zhun_json *words = zhun_json_get(s, "words");
	const char *text = zhun_json_get_string(s, "text");
	return text ? text : in_language(cli, words);
}

static const char *progress_word(const struct zhun_cli *cli, const char *progress)
{
	static const struct {
		const char *name, *title[2];
	} words[] = {{"met", {"met", "达成"}}, {"not_met", {"not met", "未达成"}}, {"on_course", {"on course", "进度正常"}},
		     {"behind", {"behind", "进度落后"}}, {"unknown", {"unknown", "未知"}}};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		if (zhun_str_equal(progress, words[i].name))
			return words[i].title[cli->language];
	return "";
}

static void print_figures(struct zhun_cli *cli, const struct zhun_json *figures, struct zhun_screen_row *rows)
{
	size_t n = 0;
	rows[n++] = (struct zhun_screen_row){{"", zhun_cli_say(cli, "baseline", "基期"),
					      zhun_cli_say(cli, "target", "目标"), zhun_cli_say(cli, "found", "现值"),
					      "", zhun_cli_say(cli, "figure", "指标")}};
	for (const struct zhun_json *f = figures->first; f; f = f->next) {
		const struct zhun_json *found = zhun_json_get(f, "found");
		const char *text = zhun_json_get_string(found, "text");
		bool entered = zhun_str_equal(zhun_json_get_string(found, "how"), "entered");
		rows[n++] = (struct zhun_screen_row){{
			zhun_json_get_string(f, "code"),
			stated(cli, zhun_json_get(f, "baseline")),
			stated(cli, zhun_json_get(f, "target")),
			text ? zhun_printf(cli->arena, "%s%s", text, entered ? " *" : "") : "–",
			progress_word(cli, zhun_json_get_string(f, "progress")),
			in_language(cli, zhun_json_get(f, "name")),
		}};
	}
	zhun_screen_table(cli->out, rows, 6, 0);
}

static enum zhun_code print_plan(struct zhun_cli *cli, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_json *shown;
	const char *text;
	enum zhun_code code = zhun_text_done(out, &text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, text, strlen(text), &shown, err);
	if (code)
		return code;
	const struct zhun_json *figures = zhun_json_get(shown, "figures"), *invented = zhun_json_get(shown, "invented");
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, figures->count + 2, struct zhun_screen_row);
	if (!rows)
		return zhun_no_memory(cli->arena, err);
	(void)fprintf(cli->out, "%s · %s\n", in_language(cli, zhun_json_get(zhun_json_get(shown, "plan"), "name")),
		      zhun_json_get_string(shown, "day"));
	if (invented->kind == ZHUN_J_TRUE)
		(void)fputs(zhun_cli_say(cli,
					 "The registers that are counted hold invented records: no count here is "
					 "about the place of the plan.\n",
					 "所统计的登记簿为虚构数据，统计结果与规划所在地实际情况无关。\n"), cli->out);
	print_figures(cli, figures, rows);
	(void)fputs(zhun_cli_say(cli, "* entered by hand\n", "* 人工填报\n"), cli->out);
	return ZHUN_OK;
}

static enum zhun_code run_show(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_param params[2];
	size_t count = 0;
	const char *id = NULL, *as_of = zhun_cli_option(cli, "as-of"), *known_at = zhun_cli_option(cli, "known-at");
	struct zhun_text out;
	if (as_of)
		params[count++] = (struct zhun_param){"as_of", as_of};
	if (known_at)
		params[count++] = (struct zhun_param){"known_at", known_at};
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_service_plan_id(&cli->call, cli->arguments[0], &id, err);
	if (!code)
		code = zhun_service_plan_show(&cli->call, id, &(struct zhun_params){params, count}, &out, err);
	if (code)
		return code;
	return cli->json ? zhun_cli_print(cli, &out, err) : print_plan(cli, &out, err);
}

static const struct zhun_option show_options[] = {
	{"as-of", "DATE", {"what held on that day", "查询该日的情况"}},
	{"known-at", "INSTANT", {"as it was known at that moment", "按该时刻所知的情况"}},
	{0},
};

const struct zhun_command zhun_cmd_plan_show = {
	.words = "plan show",
	.arguments = "CODE",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_READS,
	.options = show_options,
	.help = {"the figures of a plan: what was counted or entered, and what that says about the targets",
		 "规划指标：统计或填报的数据及其与目标的对照"},
	.run = run_show,
};

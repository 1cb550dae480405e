/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun job …`: what waits to be done, runs and failed, for a person to see and to try again. */
#include "cli/answer.h"
#include "cli/files.h"
#include "service/runner.h"
#include "zhun/base/text.h"

enum { LIST_CEILING = 8 * 1024 * 1024, LIST_MOST = 50, RUN_MOST = 1000000 };

static void print_jobs(const struct zhun_cli *cli, const struct zhun_json *list)
{
	const struct zhun_json *items = zhun_json_get(list, "items");
	for (const struct zhun_json *j = items ? items->first : NULL; j; j = j->next) {
		const struct zhun_json *attempts = zhun_json_get(j, "attempts");
		(void)fprintf(cli->out, "%s  %-9s  %-12s  %s  %lld  %s\n", zhun_cli_word(j, "id"),
			      zhun_cli_word(j, "state"), zhun_cli_word(j, "kind"), zhun_cli_either(j, "ended", "next"),
			      (long long)(attempts ? attempts->integer : 0),
			      zhun_cli_word(j, cli->language == ZHUN_ZH ? "reason_zh" : "reason_en"));
	}
}

static enum zhun_code run_list(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_job_filter f = {.state = zhun_cli_option(cli, "state"), .before = zhun_cli_option(cli, "before")};
	struct zhun_text out;
	const struct zhun_json *list = NULL;
	zhun_text_init(&out, cli->arena, LIST_CEILING);
	enum zhun_code code = zhun_cli_number(cli, "most", LIST_MOST, &f.most, err);
	if (!code)
		code = zhun_service_job_list(&cli->call, &f, &out, err);
	if (!code && cli->json)
		return zhun_cli_print(cli, &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &list, err);
	if (!code)
		print_jobs(cli, list);
	return code;
}

static const struct zhun_option list_options[] = {
	{"state", "STATE",
	 {"only waiting, running, done, failed or cancelled", "仅列某一状态：waiting、running、done、failed 或 cancelled"}},
	{"before", "ID", {"go on before this one", "自此作业之前继续"}},
	{"most", "N", {"how many, 50 without it", "最多列出的数量，缺省 50"}},
	{0},
};

const struct zhun_command zhun_cmd_job_list = {
	.words = "job list",
	.need = ZHUN_CMD_READS,
	.options = list_options,
	.help = {"jobs, mails and webhooks: the latest first, with why one failed", "列出作业、邮件和网络回调（最新在前）及失败原因"},
	.run = run_list,
};

static enum zhun_code run_run(struct zhun_cli *cli, struct zhun_error *err)
{
	int64_t most = 0, ran = 0;
	enum zhun_code code = zhun_cli_number(cli, "most", RUN_MOST, &most, err);
	if (!code)
		code = zhun_runner_once(&cli->call, most, &ran, err);
	if (code)
		return code;
	if (cli->json)
		(void)fprintf(cli->out, "{\"ran\":%lld}\n", (long long)ran);
	else
		(void)fprintf(cli->out, "%s%lld\n", zhun_cli_say(cli, "jobs run: ", "已执行作业："), (long long)ran);
	return ZHUN_OK;
}

static const struct zhun_option run_options[] = {
	{"most", "N", {"end after so many", "执行若干个后结束"}},
	{0},
};

const struct zhun_command zhun_cmd_job_run = {
	.words = "job run",
	.need = ZHUN_CMD_WRITES,
	.options = run_options,
	.help = {"run the jobs that are due, here, until none is", "在此执行到期的作业，直至没有"},
	.more = {"Servers do this by themselves (setting jobs); this is for a database without one.",
		 "服务会自行执行（见设置 jobs）；此命令用于没有服务运行的数据库。"},
	.run = run_run,
};

static enum zhun_code each(struct zhun_cli *cli,
			   enum zhun_code (*change)(struct zhun_call *, const char *, struct zhun_error *),
			   struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; !code && i < cli->count; i++) {
		code = change(&cli->call, cli->arguments[i], err);
		if (code)
			(void)zhun_error_within(err, cli->arguments[i]);
	}
	return code;
}

static enum zhun_code run_retry(struct zhun_cli *cli, struct zhun_error *err)
{
	return each(cli, zhun_service_job_retry, err);
}

const struct zhun_command zhun_cmd_job_retry = {
	.words = "job retry",
	.arguments = "ID…",
	.least = 1,
	.most = 1000,
	.need = ZHUN_CMD_WRITES,
	.help = {"try jobs again now that failed or wait for their turn", "立即重试失败或等待中的作业"},
	.run = run_retry,
};

static enum zhun_code run_cancel(struct zhun_cli *cli, struct zhun_error *err)
{
	return each(cli, zhun_service_job_cancel, err);
}

const struct zhun_command zhun_cmd_job_cancel = {
	.words = "job cancel",
	.arguments = "ID…",
	.least = 1,
	.most = 1000,
	.need = ZHUN_CMD_WRITES,
	.help = {"take jobs back that wait, and ask those that run to stop", "撤销等待中的作业，并要求执行中的作业停止"},
	.run = run_cancel,
};

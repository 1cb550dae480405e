/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun audit`: who wrote what and when, and what happened to log-ins. */
#include "cli/answer.h"
#include "cli/files.h"
#include "zhun/base/text.h"

enum { LIST_CEILING = 8 * 1024 * 1024, LIST_MOST = 50, COLUMNS = 5 };

/* The title of what is linked, its id where it has none any more. */
static const char *linked(const struct zhun_json *item, const char *name, const char *none)
{
	const struct zhun_json *link = zhun_json_get(item, name);
	if (!link || link->kind != ZHUN_J_OBJECT)
		return none;
	return zhun_cli_either(link, "title", "id");
}

/* What it was, and why: the last column, which is wrapped. */
static const char *record_of(const struct zhun_cli *cli, const struct zhun_json *item)
{
	const char *title = zhun_cli_either(item, "title", "record"), *reason = zhun_cli_word(item, "reason");
	return *reason ? zhun_printf(cli->arena, "%s (%s)", title, reason) : title;
}

static struct zhun_screen_row change_row(const struct zhun_cli *cli, const struct zhun_json *item)
{
	return (struct zhun_screen_row){{
		zhun_cli_word(item, "instant"),
		linked(item, "account", zhun_cli_say(cli, "(the program)", "（程序）")),
		zhun_cli_word(item, "action"), zhun_cli_word(item, "register"), record_of(cli, item)}};
}

static struct zhun_screen_row session_row(const struct zhun_cli *cli, const struct zhun_json *item)
{
	(void)cli;
	return (struct zhun_screen_row){{
		zhun_cli_word(item, "instant"), zhun_cli_word(item, "kind"), linked(item, "account", "-"),
		zhun_cli_word(item, "address"), linked(item, "actor", linked(item, "token", ""))}};
}

static enum zhun_code read_filter(struct zhun_cli *cli, struct zhun_audit_filter *ret, struct zhun_error *err)
{
	const char *account = zhun_cli_option(cli, "account");
	*ret = (struct zhun_audit_filter){
		.reg = zhun_cli_option(cli, "register"), .record = zhun_cli_option(cli, "record"),
		.action = zhun_cli_option(cli, "action"), .request = zhun_cli_option(cli, "request"),
		.kind = zhun_cli_option(cli, "kind"), .from = zhun_cli_option(cli, "from"),
		.until = zhun_cli_option(cli, "until"), .before = zhun_cli_option(cli, "before")};
	enum zhun_code code = zhun_cli_number(cli, "most", LIST_MOST, &ret->most, err);
	return code || !account ? code : zhun_service_account_id(&cli->call, account, &ret->account, err);
}

static enum zhun_code run_audit(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_audit_filter f;
	struct zhun_text out;
	const struct zhun_json *page = NULL;
	bool sessions = zhun_cli_option(cli, "sessions") || zhun_cli_option(cli, "kind");
	zhun_text_init(&out, cli->arena, LIST_CEILING);
	enum zhun_code code = read_filter(cli, &f, err);
	if (!code)
		code = sessions ? zhun_service_audit_sessions(&cli->call, &f, &out, err)
				: zhun_service_audit_changes(&cli->call, &f, &out, err);
	if (!code && cli->json)
		return zhun_cli_print(cli, &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &page, err);
	return code ? code : zhun_cli_print_page(cli, page, COLUMNS, sessions ? session_row : change_row, err);
}

static const struct zhun_option audit_options[] = {
	{"account", "NAME", {"only what this account did", "仅列某一账户的操作"}},
	{"register", "NAME", {"only records of this register", "仅列某一登记簿"}},
	{"record", "ID", {"only this record", "仅列某一记录"}},
	{"action", "ACTION", {"only create, update or remove", "仅列某种操作：create、update 或 remove"}},
	{"request", "ID", {"only what one request did, by its id in the log", "仅列某一请求（按日志中的编号）"}},
	{"from", "TIME", {"not before this day or instant", "起始日期或时刻"}},
	{"until", "TIME", {"not after it", "截止日期或时刻"}},
	{"sessions", NULL, {"log-ins, passwords and tokens instead of changes", "列出登录、密码和令牌事项，而非变更"}},
	{"kind", "KIND",
	 {"of these only one kind: log_in, log_in_refused, log_out, password_set, link_made, token_made, token_ended, "
	  "provider_connected, provider_removed",
	  "其中仅列一种：log_in、log_in_refused、log_out、password_set、link_made、token_made、token_ended、"
	  "provider_connected、provider_removed"}},
	{"before", "PLACE", {"go on where the page before ended", "自上一页结束处继续"}},
	{"most", "N", {"how many, 50 without it, 200 at most", "最多列出的数量，缺省 50，上限 200"}},
	{0},
};

const struct zhun_command zhun_cmd_audit = {
	.words = "audit",
	.need = ZHUN_CMD_READS,
	.options = audit_options,
	.help = {"who wrote what and when, or who logged in: the latest first", "列出谁在何时修改了什么，或登录情况（最新在前）"},
	.run = run_audit,
};

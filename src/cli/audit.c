/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun audit`: who wrote what and when, and what happened to log-ins. */
#include "cli/files.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { LIST_CEILING = 8 * 1024 * 1024, LIST_MOST = 50, COLUMNS = 5 };

static const char *word(const struct zhun_json *item, const char *name)
{
	const char *text = zhun_json_get_string(item, name);
	return text ? text : "";
}

/* The title of what is linked, its id where it has none any more. */
static const char *linked(const struct zhun_json *item, const char *name, const char *none)
{
	const struct zhun_json *link = zhun_json_get(item, name);
	if (!link || link->kind != ZHUN_J_OBJECT)
		return none;
	return *word(link, "title") ? word(link, "title") : word(link, "id");
}

/* What it was, and why: the last column, which is wrapped. */
static const char *record_of(const struct zhun_cli *cli, const struct zhun_json *item)
{
	const char *title = *word(item, "title") ? word(item, "title") : word(item, "record");
	return *word(item, "reason") ? zhun_printf(cli->arena, "%s (%s)", title, word(item, "reason")) : title;
}

static struct zhun_screen_row change_row(const struct zhun_cli *cli, const struct zhun_json *item)
{
	return (struct zhun_screen_row){{
		word(item, "instant"), linked(item, "account", zhun_cli_say(cli, "(the program)", "（程序）")),
		word(item, "action"), word(item, "register"), record_of(cli, item)}};
}

static struct zhun_screen_row session_row(const struct zhun_cli *cli, const struct zhun_json *item)
{
	(void)cli;
	return (struct zhun_screen_row){{word(item, "instant"), word(item, "kind"), linked(item, "account", "-"),
					 word(item, "address"), linked(item, "actor", linked(item, "token", ""))}};
}

static size_t count_of(const struct zhun_json *items)
{
	size_t n = 0;
	for (const struct zhun_json *one = items ? items->first : NULL; one; one = one->next)
		n++;
	return n;
}

static enum zhun_code print_page(struct zhun_cli *cli, const struct zhun_json *page, bool sessions,
				 struct zhun_error *err)
{
	const struct zhun_json *items = zhun_json_get(page, "items");
	struct zhun_screen_row *rows = ZHUN_NEW_ARRAY(cli->arena, count_of(items) + 1, struct zhun_screen_row);
	size_t n = 0;
	if (!rows)
		return zhun_no_memory(cli->arena, err);
	for (const struct zhun_json *one = items ? items->first : NULL; one; one = one->next)
		rows[n++] = sessions ? session_row(cli, one) : change_row(cli, one);
	zhun_screen_table(cli->out, rows, COLUMNS, 0);
	if (*word(page, "next"))
		(void)fprintf(cli->out, "%s --before %s\n", zhun_cli_say(cli, "more:", "更多："), word(page, "next"));
	return ZHUN_OK;
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
	const char *text = NULL;
	bool sessions = zhun_cli_option(cli, "sessions") || zhun_cli_option(cli, "kind");
	zhun_text_init(&out, cli->arena, LIST_CEILING);
	enum zhun_code code = read_filter(cli, &f, err);
	if (!code)
		code = sessions ? zhun_service_audit_sessions(&cli->call, &f, &out, err)
				: zhun_service_audit_changes(&cli->call, &f, &out, err);
	if (!code && cli->json)
		return zhun_cli_print(cli, &out, err);
	if (!code)
		code = zhun_text_done(&out, &text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, text, strlen(text), &page, err);
	return code ? code : print_page(cli, page, sessions, err);
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

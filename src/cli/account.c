/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts and tokens from the terminal of the machine that holds the database. */
#include <errno.h>
#include <string.h>

#include "cli/answer.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 };

/* The link as people open it, where the server's address is known; else its secret alone. */
static void print_link(const struct zhun_cli *cli, const char *secret)
{
	if (cli->json) {
		(void)fprintf(cli->out, "{\"link\":\"%s\"}\n", secret);
		return;
	}
	(void)fprintf(cli->out, "%s\n", zhun_cli_say(cli, "Open this link, once, within a day, to set the password:",
						     "请在一天内打开此一次性链接设置密码："));
	zhun_cli_print_link(cli, "/setup", secret);
}

static enum zhun_code run_add(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_account_new n = {
		.name = cli->arguments[0],
		.full_name = zhun_cli_option(cli, "full-name"),
		.administrator = zhun_cli_option(cli, "administrator") != NULL,
		.regulator = zhun_cli_option(cli, "regulator") != NULL,
	};
	const char *secret = NULL;
	enum zhun_code code = zhun_service_account_add(&cli->call, &n, &secret, err);
	if (!code)
		print_link(cli, secret);
	return code;
}

static const struct zhun_option add_options[] = {
	{"full-name", "NAME", {"the person's name", "人员姓名"}},
	{"administrator", NULL, {"may read and change everything", "可读取和修改全部内容"}},
	{"regulator", NULL, {"reads everything and keeps the public registers", "可读取全部内容，维护公共登记"}},
	{0},
};

const struct zhun_command zhun_cmd_account_add = {
	.words = "account add",
	.arguments = "NAME",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.options = add_options,
	.help = {"make an account and print the link by which it gets its password",
		 "新建账户，并打印用于设置密码的一次性链接"},
	.run = run_add,
};

static enum zhun_code run_link(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	const struct zhun_json *answer = NULL;
	const char *id = NULL;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_service_account_id(&cli->call, cli->arguments[0], &id, err);
	if (!code)
		code = zhun_service_link_create(&cli->call, id, &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &answer, err);
	if (!code)
		print_link(cli, zhun_json_get_string(answer, "link"));
	return code;
}

const struct zhun_command zhun_cmd_account_link = {
	.words = "account reset-link",
	.arguments = "NAME",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.help = {"print a one-time link that sets an account's password anew", "打印用于重设账户密码的一次性链接"},
	.run = run_link,
};

static enum zhun_code put(void *context, const char *s, size_t n, struct zhun_error *err)
{
	return fwrite(s, 1, n, context) == n ? ZHUN_OK : zhun_fail(err, ZHUN_E_FILE_WRITE, NULL, strerror(errno));
}

static enum zhun_code run_data(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_personal_out o = {.take = put, .context = cli->out};
	const char *id = NULL;
	enum zhun_code code = zhun_service_account_id(&cli->call, cli->arguments[0], &id, err);
	return code ? code : zhun_service_personal(&cli->call, id, &o, err);
}

const struct zhun_command zhun_cmd_account_data = {
	.words = "account data",
	.arguments = "NAME",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_READS,
	.help = {"print all that is kept of the person behind an account, as JSON", "以 JSON 打印某账户个人信息的全部内容"},
	.run = run_data,
};

static enum zhun_code erase_body(struct zhun_cli *cli, struct zhun_bytes *ret, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *text = NULL;
	zhun_text_init(&t, cli->arena, ANSWER_CEILING);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "reason", zhun_cli_option(cli, "reason"));
	zhun_json_end_object(&w);
	enum zhun_code code = zhun_text_done(&t, &text, err);
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)text, t.len};
	return code;
}

static enum zhun_code run_erase(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_bytes body;
	const char *id = NULL;
	enum zhun_code code = zhun_service_account_id(&cli->call, cli->arguments[0], &id, err);
	if (!code)
		code = erase_body(cli, &body, err);
	if (!code)
		code = zhun_service_erase(&cli->call, id, body, err);
	if (!code)
		(void)fprintf(cli->out, cli->json ? "{\"id\":\"%s\"}\n" : "%s\n", id);
	return code;
}

static const struct zhun_option erase_options[] = {
	{"reason", "TEXT", {"why; kept with the change", "理由，随变更保存"}},
	{0},
};

const struct zhun_command zhun_cmd_account_erase = {
	.words = "account erase",
	.arguments = "NAME",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.options = erase_options,
	.help = {"close an account for good and erase who it was; needs --reason",
		 "永久停用账户并删除其个人信息；须给出 --reason"},
	.more = {"Its name, full name, address, sessions, tokens, notices and preferences go, also from its history. "
		 "What it wrote stays, under its id, which is printed. This cannot be undone.",
		 "用户名、姓名、邮件地址、会话、令牌、通知和偏好设置均被删除，历史中也不保留。其写入的记录以账户标识"
		 "（即打印内容）保留。此操作无法撤销。"},
	.run = run_erase,
};

/* The body that the API would get. */
static enum zhun_code token_body(struct zhun_cli *cli, int64_t days, const char **ret, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *name = zhun_cli_option(cli, "name"), *registers = zhun_cli_option(cli, "registers");
	zhun_text_init(&t, cli->arena, ANSWER_CEILING);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "name", name ? name : "terminal");
	zhun_json_member_bool(&w, "write", zhun_cli_option(cli, "write") != NULL);
	zhun_json_member_int(&w, "days", days);
	if (registers) {
		zhun_json_member_array(&w, "registers");
		for (size_t n; *registers; registers += n + (registers[n] == ',')) {
			n = strcspn(registers, ",");
			zhun_json_stringn(&w, registers, n);
		}
		zhun_json_end_array(&w);
	}
	zhun_json_end_object(&w);
	return zhun_text_done(&t, ret, err);
}

enum { TOKEN_DAYS = 90 };

static enum zhun_code run_token(struct zhun_cli *cli, struct zhun_error *err)
{
	struct zhun_text out;
	const struct zhun_json *answer = NULL;
	const char *body = NULL;
	int64_t days = 0;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_number(cli, "days", TOKEN_DAYS, &days, err);
	if (!code)
		code = zhun_service_account_id(&cli->call, cli->arguments[0], &cli->call.viewer.account, err);
	if (!code)
		code = token_body(cli, days, &body, err);
	if (!code)
		code = zhun_service_token_create(&cli->call, body, strlen(body), &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &answer, err);
	if (!code)
		(void)fprintf(cli->out, "%s\n", cli->json ? out.ptr : zhun_json_get_string(answer, "secret"));
	return code;
}

static const struct zhun_option token_options[] = {
	{"name", "TEXT", {"what it is for", "用途"}},
	{"days", "N", {"how long it lives, 90 without it", "有效天数，缺省 90"}},
	{"write", NULL, {"it may write too", "允许写入"}},
	{"registers", "A,B", {"only these registers", "仅限这些登记"}},
	{0},
};

const struct zhun_command zhun_cmd_token_create = {
	.words = "token create",
	.arguments = "ACCOUNT",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.options = token_options,
	.help = {"make an API token of an account and print it, this once", "为账户新建接口令牌并打印（仅此一次）"},
	.run = run_token,
};

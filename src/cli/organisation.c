/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun organisation …`: who asks to be registered, and what comes of it, from the terminal. */
#include "cli/answer.h"
#include "cli/files.h"
#include "zhun/base/text.h"

enum { LIST_CEILING = 8 * 1024 * 1024, ANSWER_CEILING = 256 * 1024, LIST_MOST = 50, COLUMNS = 5 };

/* In the reader's language where it is called something there, else in the other. */
static const char *name_of(const struct zhun_cli *cli, const struct zhun_json *request)
{
	const struct zhun_json *name = zhun_json_get(zhun_json_get(request, "organisation"), "name");
	bool zh = cli->language == ZHUN_ZH;
	return zhun_cli_either(name, zh ? "zh" : "en", zh ? "en" : "zh");
}

static struct zhun_screen_row row_of(const struct zhun_cli *cli, const struct zhun_json *request)
{
	const struct zhun_json *contact = zhun_json_get(request, "contact");
	return (struct zhun_screen_row){{zhun_cli_word(request, "id"), zhun_cli_word(request, "state"),
					 zhun_cli_word(request, "created"), zhun_cli_word(contact, "email"),
					 name_of(cli, request)}};
}

static enum zhun_code run_requests(struct zhun_cli *cli, struct zhun_error *err)
{
	const char *state = zhun_cli_option(cli, "state");
	struct zhun_org_request_filter f = {.state = state ? state : "asked", .before = zhun_cli_option(cli, "before")};
	const struct zhun_json *page = NULL;
	struct zhun_text out;
	zhun_text_init(&out, cli->arena, LIST_CEILING);
	enum zhun_code code = zhun_cli_number(cli, "most", LIST_MOST, &f.most, err);
	if (strcmp(f.state, "all") == 0)
		f.state = NULL;
	if (!code)
		code = zhun_service_org_request_list(&cli->call, &f, &out, err);
	if (!code && cli->json)
		return zhun_cli_print(cli, &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &page, err);
	return code ? code : zhun_cli_print_page(cli, page, COLUMNS, row_of, err);
}

static const struct zhun_option requests_options[] = {
	{"state", "STATE",
	 {"asked (as without it), approved, refused, withdrawn or all", "asked（缺省）、approved、refused、withdrawn 或 all"}},
	{"before", "ID", {"go on before this one", "自此申请之前继续"}},
	{"most", "N", {"how many, 50 without it", "最多列出的数量，缺省 50"}},
	{0},
};

const struct zhun_command zhun_cmd_organisation_requests = {
	.words = "organisation requests",
	.need = ZHUN_CMD_READS,
	.options = requests_options,
	.help = {"organisations that ask to be registered: the latest first", "列出申请登记的机构（最新在前）"},
	.run = run_requests,
};

/* ---- deciding ---- */

/* The body that the API would get. */
static enum zhun_code decision_body(struct zhun_cli *cli, struct zhun_bytes *ret, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const char *text = NULL;
	zhun_text_init(&t, cli->arena, ANSWER_CEILING);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "reason", zhun_cli_option(cli, "reason"));
	zhun_json_member_bool(&w, "namesake", zhun_cli_option(cli, "namesake") != NULL);
	zhun_json_end_object(&w);
	enum zhun_code code = zhun_text_done(&t, &text, err);
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)text, t.len};
	return code;
}

/* What became of it; and the way in for who asked without an account and gets no mail. */
static void print_decision(const struct zhun_cli *cli, const struct zhun_json *answer)
{
	const struct zhun_json *request = zhun_json_get(answer, "request");
	const char *link = zhun_cli_word(answer, "link");
	(void)fprintf(cli->out, "%s  %s\n", zhun_cli_word(request, "state"), name_of(cli, request));
	if (!*link)
		return;
	(void)fprintf(cli->out, "%s\n",
		      zhun_cli_say(cli, "Give this link to who asked; it makes them the manager, once:",
				   "请将此一次性链接交给申请人，打开后即成为机构管理者："));
	zhun_cli_print_link(cli, "/invited", link);
}

static enum zhun_code decide(struct zhun_cli *cli,
			     enum zhun_code (*how)(struct zhun_call *, const char *, struct zhun_bytes,
						   struct zhun_text *, struct zhun_error *),
			     struct zhun_error *err)
{
	const struct zhun_json *answer = NULL;
	struct zhun_bytes body;
	struct zhun_text out;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = decision_body(cli, &body, err);
	if (!code)
		code = how(&cli->call, cli->arguments[0], body, &out, err);
	if (!code && cli->json)
		return zhun_cli_print(cli, &out, err);
	if (!code)
		code = zhun_cli_answer(cli, &out, &answer, err);
	if (!code)
		print_decision(cli, answer);
	return code;
}

static enum zhun_code run_approve(struct zhun_cli *cli, struct zhun_error *err)
{
	return decide(cli, zhun_service_org_request_approve, err);
}

static const struct zhun_option approve_options[] = {
	{"namesake", NULL, {"although another organisation has that name", "即使另有同名机构"}},
	{"reason", "TEXT", {"kept with the request", "随申请保存"}},
	{0},
};

const struct zhun_command zhun_cmd_organisation_approve = {
	.words = "organisation approve",
	.arguments = "ID",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.options = approve_options,
	.help = {"register the organisation that asked; who asked becomes its manager", "登记申请的机构，申请人成为其管理者"},
	.run = run_approve,
};

static enum zhun_code run_refuse(struct zhun_cli *cli, struct zhun_error *err)
{
	return decide(cli, zhun_service_org_request_refuse, err);
}

static const struct zhun_option refuse_options[] = {
	{"reason", "TEXT", {"why; who asked is told", "理由，将告知申请人"}},
	{0},
};

const struct zhun_command zhun_cmd_organisation_refuse = {
	.words = "organisation refuse",
	.arguments = "ID",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_WRITES,
	.options = refuse_options,
	.help = {"refuse a request to be registered; needs --reason", "拒绝登记申请；须给出 --reason"},
	.run = run_refuse,
};

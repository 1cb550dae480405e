/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field account_fields[] = {
	{"name", ZHUN_F_TEXT, {"Name", "用户名"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What is typed to log in; no two accounts share one.", "登录时输入的名称，各账户不得相同。"}},
	{"full_name", ZHUN_F_TEXT, {"Full name", "姓名"}, .searched = true, .sortable = true,
	 .help = {"The person's name; it can be erased while the account's changes stay.",
		  "人员姓名；可删除，其变更记录仍保留。"}},
	{"administrator", ZHUN_F_BOOLEAN, {"Administrator", "管理员"}, .indexed = true, .read = ZHUN_READ_AUTHORITY,
	 .help = {"May read and change everything.", "可读取和修改全部内容。"}},
	{"regulator", ZHUN_F_BOOLEAN, {"Regulator", "监管人员"}, .indexed = true, .read = ZHUN_READ_AUTHORITY,
	 .help = {"Reads everything and keeps the public registers.", "可读取全部内容，维护公共登记。"}},
	{"demonstration", ZHUN_F_BOOLEAN, {"Demonstration", "演示"}, .indexed = true, .read = ZHUN_READ_AUTHORITY,
	 .help = {"Made for trying out; refused when the server is reachable from other machines.",
		  "仅供试用；服务可被其他机器访问时拒绝登录。"}},
	{"closed", ZHUN_F_BOOLEAN, {"Closed", "已停用"}, .indexed = true,
	 .help = {"Can no longer log in; its tokens and sessions end.", "不能再登录，其令牌和会话随之失效。"}},
	{0},
};

const struct zhun_register zhun_register_account = {
	.name = "account", .plural = "accounts", .group = "accounts",
	.title = {"Account", "账户"}, .titles = {"Accounts", "账户"},
	.help = {"Who may log in.", "可登录者。"},
	.fields = account_fields,
	.key = {"name"}, .title_fields = {"name"}, .sort = "name",
	.list = {"name", "full_name", "administrator", "regulator", "demonstration", "closed"},
	.owners = {{"organisation", .through = "member", .reads = ZHUN_ROLE_MANAGER}},
	.public_when = {ZHUN_PUBLIC_NEVER},
};

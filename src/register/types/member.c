/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

/* In the order of enum zhun_role: a later one may do all that an earlier one may. */
static const struct zhun_choice member_roles[] = {
	{"staff", {"Staff", "工作人员"}},
	{"signatory", {"Authorised signatory", "授权签字人"}},
	{"manager", {"Manager", "管理者"}},
	{0},
};

static const struct zhun_field member_fields[] = {
	{"account", ZHUN_F_LINK, {"Account", "账户"}, .link = "account", .required = true, .fixed = true,
	 .help = {"Who belongs to the organisation.", "隶属该机构的账户。"}},
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .fixed = true,
	 .help = {"To which organisation.", "所隶属的机构。"}},
	{"role", ZHUN_F_CHOICE, {"Role", "角色"}, .required = true, .sortable = true,
	 .choices = member_roles,
	 .help = {"What the account may do for the organisation.", "该账户在机构内的权限。"}},
	{0},
};

const struct zhun_register zhun_register_member = {
	.name = "member", .plural = "members", .group = "accounts",
	.title = {"Member", "成员"}, .titles = {"Members", "成员"},
	.help = {"Which accounts act for which organisation.", "哪些账户代表哪个机构。"},
	.fields = member_fields,
	.key = {"account", "organisation"}, .title_fields = {"account", "organisation"},
	.sort = "role", .list = {"account", "organisation", "role"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_NEVER},
};

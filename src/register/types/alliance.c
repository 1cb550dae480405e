/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice alliance_kinds[] = {
	{"standards", {"Standards alliance", "标准联盟"}},
	{"technology", {"Technology alliance", "技术联盟"}},
	{"testing", {"Testing alliance", "检测联盟"}},
	{0},
};

static const struct zhun_field alliance_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"A short word that no other alliance has.", "简短代码，不得重复。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What it calls itself.", "联盟名称。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = alliance_kinds, .help = {"For what it was founded.", "联盟类别。"}},
	{"lead", ZHUN_F_LINK, {"Secretariat", "秘书处单位"}, .link = "organisation",
	 .help = {"The organisation that leads it.", "牵头单位。"}},
	{"field", ZHUN_F_LINK, {"Industry field", "产业领域"}, .link = "industry_field",
	 .help = {"The field it works in.", "所在产业领域。"}},
	{"cluster", ZHUN_F_LINK, {"Cluster", "集聚区"}, .link = "cluster",
	 .help = {"The cluster it belongs to, if any.", "所属集聚区。"}},
	{"founded", ZHUN_F_DATE, {"Founded", "成立日期"}, .sortable = true,
	 .help = {"When it was founded.", "成立日期。"}},
	{"ended", ZHUN_F_DATE, {"Ended", "终止日期"}, .indexed = true, .not_before = "founded",
	 .help = {"When it was dissolved; empty while it works.", "终止日期，仍在运行时为空。"}},
	{0},
};

static const struct zhun_field alliance_member_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .help = {"A member of the alliance.", "联盟成员。"}},
	{"since", ZHUN_F_DATE, {"Since", "加入日期"},
	 .help = {"First day of its membership.", "加入首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "退出日期"}, .not_before = "since",
	 .help = {"Last day of its membership.", "退出末日。"}},
	{0},
};

static const struct zhun_child alliance_children[] = {
	{"member", "members", {"Members", "成员"}, {"Who belongs to it.", "联盟成员。"},
	 .fields = alliance_member_fields},
	{0},
};

const struct zhun_register zhun_register_alliance = {
	.name = "alliance", .plural = "alliances", .group = "standards",
	.title = {"Alliance", "联盟"}, .titles = {"Alliances", "联盟"},
	.help = {"Alliances of organisations for standards, technology and testing.",
		 "标准、技术和检测联盟。"},
	.fields = alliance_fields, .children = alliance_children,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "kind", "lead", "field", "cluster", "founded"},
	.owners = {{"lead", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.holding = {.from = "founded", .ended = "ended"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

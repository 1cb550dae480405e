/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field site_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Whose site it is.", "场所所属的机构。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Unique in the organisation.", "在机构内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What people call it.", "场所名称。"}},
	{"address", ZHUN_F_TEXTS, {"Address", "地址"},
	 .help = {"Where to send things and people.", "寄送与到访地址。"}},
	{"latitude", ZHUN_F_REAL, {"Latitude", "纬度"}, .unit = "deg", .indexed = true,
	 .help = {"Degrees north of the equator (WGS 84).", "北纬度数（WGS 84）。"}},
	{"longitude", ZHUN_F_REAL, {"Longitude", "经度"}, .unit = "deg", .indexed = true,
	 .help = {"Degrees east of Greenwich (WGS 84).", "东经度数（WGS 84）。"}},
	{"since", ZHUN_F_DATE, {"Since", "启用日期"},
	 .help = {"First day of work there.", "启用首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "停用日期"}, .not_before = "since",
	 .help = {"Last day of work there; empty while it goes on.", "停用末日，仍在使用时为空。"}},
	{0},
};

const struct zhun_register zhun_register_site = {
	.name = "site", .plural = "sites", .group = "people",
	.title = {"Site", "场所"}, .titles = {"Sites", "场所"},
	.help = {"Where organisations work.", "机构的工作场所。"},
	.fields = site_fields,
	.key = {"organisation", "code"}, .title_fields = {"name", "organisation"}, .sort = "code",
	.list = {"code", "name", "organisation", "address"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.holding = {.from = "since", .until = "until"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

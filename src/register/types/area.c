/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice area_levels[] = {
	{"country", {"Country", "国家"}},
	{"province", {"Province", "省级"}},
	{"city", {"City", "地级"}},
	{"district", {"District", "县级"}},
	{"street", {"Subdistrict or township", "乡级"}},
	{"zone", {"Functional zone", "功能区"}},
	{0},
};

static const struct zhun_field area_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Of the country's statistics, for example 440303; leading zeros kept.",
		  "统计用区划代码，如 440303，保留前导零。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Its official name.", "正式名称。"}},
	{"level", ZHUN_F_CHOICE, {"Level", "层级"}, .required = true, .indexed = true,
	 .choices = area_levels,
	 .help = {"Its place in the administration.", "在行政区划中的层级。"}},
	{"parent", ZHUN_F_LINK, {"Part of", "上级区域"}, .link = "area", .hierarchy = true, .stated = {"parent_code"},
	 .help = {"The area that holds it.", "所属的上级区域。"}},
	{"parent_code", ZHUN_F_TEXT, {"Part of, as stated", "所载上级代码"}, .indexed = true, .later = true,
	 .help = {"The code of the area that holds it, as the source gives it.", "来源所载的上级区域代码。"}},
	{"origin", ZHUN_F_LINK, {"Taken from", "取自来源"}, .link = "source", .later = true,
	 .help = {"The published source that it was imported from.", "导入本条目的公布来源。"}},
	{0},
};

const struct zhun_register zhun_register_area = {
	.name = "area", .plural = "areas", .group = "classes",
	.title = {"Area", "区域"}, .titles = {"Areas", "区域"},
	.help = {"Countries, provinces, cities and districts.", "国家、省、市、区。"},
	.fields = area_fields,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "level", "parent"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

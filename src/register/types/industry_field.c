/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field industry_field_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"A short word that no other field has.", "简短代码，不得重复。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As the plan or the industry names it.", "规划或行业所用名称。"}},
	{"broader", ZHUN_F_LINK, {"Broader field", "上位领域"}, .link = "industry_field", .hierarchy = true,
	 .help = {"The field that holds this one.", "包含本领域的上位领域。"}},
	{"emerging", ZHUN_F_BOOLEAN, {"Strategic emerging industry", "战略性新兴产业"}, .indexed = true,
	 .help = {"Whether the state counts it among its strategic emerging industries.",
		  "是否列入战略性新兴产业。"}},
	{0},
};

static const struct zhun_field industry_class_fields[] = {
	{"category", ZHUN_F_LINK, {"Class", "行业分类"}, .link = "product_category", .required = true,
	 .help = {"A class of industry or product that belongs to the field.", "属于本领域的行业或产品分类。"}},
	{0},
};

static const struct zhun_child industry_field_children[] = {
	{"class", "classes", {"Classes", "对应分类"},
	 {"Classes of industries and products that belong to it.", "属于本领域的行业和产品分类。"},
	 .fields = industry_class_fields},
	{0},
};

const struct zhun_register zhun_register_industry_field = {
	.name = "industry_field", .plural = "industry_fields", .group = "classes",
	.title = {"Industry field", "产业领域"}, .titles = {"Industry fields", "产业领域"},
	.help = {"Fields of industry that plans, clusters and platforms speak of.",
		 "规划、集聚区和平台所涉及的产业领域。"},
	.fields = industry_field_fields, .children = industry_field_children,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "broader", "emerging"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

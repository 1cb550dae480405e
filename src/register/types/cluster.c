/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field cluster_fields[] = {
	{"plan", ZHUN_F_LINK, {"Plan", "规划"}, .link = "plan", .required = true, .fixed = true,
	 .help = {"The plan that names it.", "提出该集聚区的规划。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Unique in the plan.", "在规划内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As the plan names it.", "规划所用名称。"}},
	{"area", ZHUN_F_LINK, {"Area", "所在区域"}, .link = "area",
	 .help = {"The district it lies in.", "所在行政区。"}},
	{"role", ZHUN_F_TEXTS, {"Role", "定位"},
	 .help = {"What the plan wants it to be.", "规划中的定位。"}},
	{"services", ZHUN_F_TEXTS, {"Services", "服务"},
	 .help = {"What it is to offer.", "规划提供的服务。"}},
	{"target_year", ZHUN_F_INTEGER, {"Target year", "目标年"}, .indexed = true,
	 .help = {"By when its targets are to be met.", "目标完成年份。"}},
	{0},
};

static const struct zhun_field cluster_industry_fields[] = {
	{"name", ZHUN_F_TEXTS, {"Industry as stated", "所载产业"}, .required = true,
	 .help = {"As the plan names it.", "按规划书写。"}},
	{"field", ZHUN_F_LINK, {"Industry field", "产业领域"}, .link = "industry_field",
	 .help = {"The field it corresponds to, where there is one.", "对应的产业领域。"}},
	{0},
};

static const struct zhun_child cluster_children[] = {
	{"industry", "industries", {"Industries", "产业"}, {"What it is to serve.", "服务的产业。"},
	 .fields = cluster_industry_fields},
	{0},
};

const struct zhun_register zhun_register_cluster = {
	.name = "cluster", .plural = "clusters", .group = "plans",
	.title = {"Cluster", "集聚区"}, .titles = {"Clusters", "集聚区"},
	.help = {"Places where a plan gathers quality infrastructure.", "规划的质量基础设施集聚区。"},
	.fields = cluster_fields, .children = cluster_children,
	.key = {"plan", "code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "plan", "area", "role", "target_year"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

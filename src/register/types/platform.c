/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice platform_kinds[] = {
	{"metrology_station", {"Metrology station", "计量站"}},
	{"metrology_centre", {"Industry metrology centre", "产业计量测试中心"}},
	{"inspection_centre", {"Product quality inspection centre", "产品质量检验中心"}},
	{"key_laboratory", {"Key laboratory", "重点实验室"}},
	{"engineering_laboratory", {"Engineering laboratory", "工程实验室"}},
	{"public_platform", {"Public technical platform", "公共技术平台"}},
	{"standards_base", {"Standards base", "标准化基地"}},
	{"service_point", {"One-stop service point", "一站式服务点"}},
	{0},
};

static const struct zhun_choice platform_levels[] = {
	{"national", {"National", "国家级"}},
	{"provincial", {"Provincial", "省级"}},
	{"municipal", {"Municipal", "市级"}},
	{"district", {"District", "区级"}},
	{0},
};

static const struct zhun_choice platform_states[] = {
	{"planned", {"Planned", "筹划"}},
	{"construction", {"Under construction", "在建"}},
	{"operation", {"In operation", "运行"}},
	{"closed", {"Closed", "关闭"}},
	{0},
};

static const struct zhun_field platform_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"A short word that no other platform has.", "简短代码，不得重复。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As its approval names it.", "批复名称。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = platform_kinds, .help = {"What it is.", "平台类别。"}},
	{"level", ZHUN_F_CHOICE, {"Level", "级别"}, .required = true, .indexed = true,
	 .choices = platform_levels, .help = {"Who approved it.", "批准级别。"}},
	{"organisation", ZHUN_F_LINK, {"Run by", "承担单位"}, .link = "organisation",
	 .help = {"The organisation that runs it.", "承担运行的机构。"}},
	{"field", ZHUN_F_LINK, {"Industry field", "产业领域"}, .link = "industry_field",
	 .help = {"The field it serves.", "服务的产业领域。"}},
	{"cluster", ZHUN_F_LINK, {"Cluster", "集聚区"}, .link = "cluster",
	 .help = {"The cluster it belongs to, if any.", "所属集聚区。"}},
	{"area", ZHUN_F_LINK, {"Area", "所在区域"}, .link = "area",
	 .help = {"Where it stands.", "所在区域。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = platform_states, .help = {"How far it has come.", "建设状态。"}},
	{"approved", ZHUN_F_DATE, {"Approved", "批准日期"}, .sortable = true,
	 .help = {"When it was approved.", "批准日期。"}},
	{"opened", ZHUN_F_DATE, {"In operation since", "投入运行日期"}, .sortable = true,
	 .help = {"First day of operation.", "投入运行首日。"}},
	{0},
};

const struct zhun_register zhun_register_platform = {
	.name = "platform", .plural = "platforms", .group = "plans",
	.title = {"Platform", "平台"}, .titles = {"Platforms", "平台"},
	.help = {"Centres, stations, key laboratories and public platforms approved by a government.",
		 "政府批准的中心、站点、重点实验室和公共平台。"},
	.fields = platform_fields,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "kind", "level", "organisation", "field", "cluster", "state"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.holding = {.from = "opened", .state = "state", .holds = {"operation"}},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

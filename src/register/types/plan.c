/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field plan_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"A short word that no other plan has.", "简短代码，不得重复。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Its title.", "规划名称。"}},
	{"area", ZHUN_F_LINK, {"Area", "区域"}, .link = "area",
	 .help = {"For which area it was made.", "规划适用区域。"}},
	{"authority", ZHUN_F_LINK, {"Authority", "主管部门"}, .link = "organisation",
	 .help = {"Who answers for it.", "负责部门。"}},
	{"since", ZHUN_F_DATE, {"From", "起始"}, .required = true, .sortable = true,
	 .help = {"First day or year of its term.", "规划期起始。"}},
	{"until", ZHUN_F_DATE, {"Until", "截止"}, .required = true, .sortable = true, .not_before = "since",
	 .help = {"Last day or year of its term.", "规划期截止。"}},
	{"baseline", ZHUN_F_TEXT, {"Baseline", "基期"},
	 .help = {"The year or day of its baseline figures; empty where it states none.",
		  "基期数据的年份或日期，未载明时为空。"}},
	{"invented", ZHUN_F_BOOLEAN, {"Counts of an invented world", "统计数据为虚构"}, .later = true,
	 .help = {"The registers that are counted hold invented records: the counts say nothing about the place.",
		  "所统计的登记簿为虚构数据，统计结果与该地实际情况无关。"}},
	{"note", ZHUN_F_TEXTS, {"Notes", "说明"},
	 .help = {"What a reader of its figures must know.", "阅读数据须知。"}},
	{0},
};

const struct zhun_register zhun_register_plan = {
	.name = "plan", .plural = "plans", .group = "plans",
	.title = {"Plan", "规划"}, .titles = {"Plans", "规划"},
	.help = {"Plans for quality infrastructure, with figures, projects and clusters.",
		 "质量基础设施规划，含指标、项目和集聚区。"},
	.fields = plan_fields,
	.key = {"code"}, .title_fields = {"name"}, .sort = "-since",
	.list = {"code", "name", "area", "authority", "since", "until"},
	.owners = {{"authority", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field milestone_fields[] = {
	{"project", ZHUN_F_LINK, {"Project", "项目"}, .link = "project", .required = true, .fixed = true,
	 .help = {"The project it belongs to.", "所属项目。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true,
	 .help = {"Unique in the project.", "在项目内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What is to be reached.", "里程碑名称。"}},
	{"due", ZHUN_F_DATE, {"Due", "计划日期"}, .required = true, .sortable = true,
	 .help = {"By when.", "计划完成日期。"}},
	{"reached", ZHUN_F_DATE, {"Reached", "完成日期"}, .sortable = true,
	 .help = {"When it was; empty while it is not.", "实际完成日期，未完成时为空。"}},
	{"note", ZHUN_F_TEXTS, {"Notes", "说明"},
	 .help = {"Obstacles and what is done about them.", "障碍与措施。"}},
	{0},
};

const struct zhun_register zhun_register_milestone = {
	.name = "milestone", .plural = "milestones", .group = "plans",
	.title = {"Milestone", "里程碑"}, .titles = {"Milestones", "里程碑"},
	.help = {"What a project is to reach by which day.", "项目各阶段目标及计划日期。"},
	.fields = milestone_fields,
	.key = {"project", "code"}, .title_fields = {"name", "project"}, .sort = "due",
	.list = {"code", "name", "project", "due", "reached"},
	.owners = {{"project.organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

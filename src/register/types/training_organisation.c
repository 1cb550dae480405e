/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice training_states[] = {
	{"approved", {"Approved", "已备案"}},
	{"suspended", {"Suspended", "暂停"}},
	{"ended", {"Ended", "终止"}},
	{0},
};

static const struct zhun_field training_organisation_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Who teaches.", "培训机构。"}},
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Of its approval; unique in the organisation.", "备案编号，在机构内唯一。"}},
	{"subject", ZHUN_F_TEXTS, {"Subject", "培训方向"}, .required = true, .sortable = true,
	 .searched = true, .help = {"What it teaches.", "培训内容。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = training_states, .help = {"Whether it may teach.", "是否具备培训资格。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .sortable = true,
	 .help = {"First day of its approval.", "备案首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "截止日期"}, .indexed = true, .not_before = "since",
	 .help = {"Last day of its approval.", "备案末日。"}},
	{0},
};

static const struct zhun_field training_course_fields[] = {
	{"name", ZHUN_F_TEXTS, {"Course", "课程"}, .required = true,
	 .help = {"What is taught.", "课程名称。"}},
	{"hours", ZHUN_F_INTEGER, {"Hours", "学时"}, .unit = "h",
	 .help = {"Length of the course.", "课程学时。"}},
	{"fee", ZHUN_F_MONEY, {"Fee", "费用"}, .help = {"For one person.", "每人费用。"}},
	{0},
};

static const struct zhun_child training_organisation_children[] = {
	{"course", "courses", {"Courses", "课程"}, {"What it offers.", "所提供的课程。"},
	 .fields = training_course_fields},
	{0},
};

const struct zhun_register zhun_register_training_organisation = {
	.name = "training_organisation", .plural = "training_organisations", .group = "people",
	.title = {"Training organisation", "培训机构"}, .titles = {"Training organisations", "培训机构"},
	.help = {"Who trains metrologists, standards staff, inspectors and operators.",
		 "培训计量、标准化、检验检测人员和操作员的机构。"},
	.fields = training_organisation_fields, .children = training_organisation_children,
	.key = {"organisation", "number"}, .title_fields = {"subject", "organisation"}, .sort = "number",
	.list = {"number", "organisation", "subject", "state", "since", "until"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.holding = {.from = "since", .until = "until", .state = "state", .holds = {"approved"}},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

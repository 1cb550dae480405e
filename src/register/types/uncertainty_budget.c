/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice uncertainty_budget_states[] = {
	{"draft", {"Draft", "草稿"}},
	{"approved", {"Approved", "已批准"}},
	{"replaced", {"Replaced", "已被替代"}},
	{0},
};

static const struct zhun_field uncertainty_budget_fields[] = {
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Unique within its organisation.", "在本机构内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What is measured, and how.", "被测量与测量方法。"}},
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Whose budget it is; its members see it.", "评定所属机构，其成员可见。"}},
	{"text", ZHUN_F_TEXT, {"Budget", "评定文件"}, .required = true,
	 .help = {"The budget itself, YAML or JSON (docs/guide/budget.md).",
		  "评定文件本身，YAML 或 JSON（docs/guide/budget.zh-CN.md）。"}},
	{"result", ZHUN_F_TEXT, {"Result", "结果"},
	 .help = {"As it was reported: value, U, k.", "所报告的结果：值、U、k。"}},
	{"quantity_kind", ZHUN_F_LINK, {"Kind of quantity", "量的种类"}, .link = "quantity_kind",
	 .help = {"What is measured.", "被测量的种类。"}},
	{"instrument", ZHUN_F_LINK, {"Instrument", "器具"}, .link = "instrument",
	 .help = {"What is calibrated, where it is one item.", "被校器具（如为单一器具）。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = uncertainty_budget_states,
	 .help = {"How far it has come.", "评定状态。"}},
	{"evaluated", ZHUN_F_DATE, {"Evaluated", "评定日期"}, .sortable = true,
	 .help = {"Day of the evaluation.", "评定日期。"}},
	{0},
};

const struct zhun_register zhun_register_uncertainty_budget = {
	.name = "uncertainty_budget", .plural = "uncertainty_budgets", .group = "measurement",
	.title = {"Uncertainty budget", "不确定度评定"}, .titles = {"Uncertainty budgets", "不确定度评定"},
	.help = {"Uncertainty budgets of an organisation, as texts that can be evaluated again.",
		 "机构的测量不确定度评定，以可重新计算的文本保存。"},
	.fields = uncertainty_budget_fields,
	.key = {"organisation", "number"}, .title_fields = {"number", "name"}, .sort = "number",
	.list = {"number", "name", "organisation", "quantity_kind", "result", "state", "evaluated"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_STAFF,
	.public_when = {ZHUN_PUBLIC_NEVER},
};

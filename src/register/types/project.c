/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice project_categories[] = {
	{"metrology", {"Metrology", "计量"}},
	{"standards", {"Standards", "标准"}},
	{"conformity", {"Inspection, testing and certification", "检验检测认证"}},
	{0},
};

static const struct zhun_choice project_states[] = {
	{"reserve", {"In reserve", "储备"}},
	{"approved", {"Approved", "立项"}},
	{"construction", {"Under construction", "在建"}},
	{"operation", {"In operation", "投入运行"}},
	{"ended", {"Ended", "终止"}},
	{0},
};

static const struct zhun_field project_fields[] = {
	{"plan", ZHUN_F_LINK, {"Plan", "规划"}, .link = "plan", .required = true, .fixed = true,
	 .help = {"The plan that names it.", "提出该项目的规划。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Unique in the plan.", "在规划内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As the plan names it.", "规划所用名称。"}},
	{"other_name", ZHUN_F_TEXTS, {"Other name", "另称"}, .searched = true,
	 .help = {"Where the plan uses a second one.", "规划中的另一名称。"}},
	{"category", ZHUN_F_CHOICE, {"Category", "类别"}, .required = true, .indexed = true,
	 .choices = project_categories, .help = {"What it is for.", "项目类别。"}},
	{"kind", ZHUN_F_TEXTS, {"Kind", "性质"},
	 .help = {"For example national quality inspection centre.", "如国家质检中心。"}},
	{"place", ZHUN_F_TEXT, {"Place in the plan", "规划位置"}, .indexed = true,
	 .help = {"The box or section that names it.", "所在专栏或章节。"}},
	{"cluster", ZHUN_F_LINK, {"Cluster", "集聚区"}, .link = "cluster",
	 .help = {"Where the plan puts it in one.", "规划所列集聚区。"}},
	{"organisation", ZHUN_F_LINK, {"Owner", "责任单位"}, .link = "organisation",
	 .help = {"Who builds it; empty where the plan names nobody.", "建设单位，规划未载明时为空。"}},
	{"budget", ZHUN_F_MONEY, {"Budget", "预算"},
	 .help = {"Empty where none is stated.", "未载明时为空。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .choices = project_states, .indexed = true,
	 .help = {"How far it has come; empty where it is not known.", "项目进展，未知时为空。"}},
	{"started", ZHUN_F_DATE, {"Started", "开工日期"}, .indexed = true,
	 .help = {"When work began.", "开工日期。"}},
	{"completed", ZHUN_F_DATE, {"In operation since", "投运日期"}, .indexed = true,
	 .help = {"When it went into operation.", "投入运行日期。"}},
	{"platform", ZHUN_F_LINK, {"Platform", "平台"}, .link = "platform",
	 .help = {"What it became.", "建成的平台。"}},
	{"note", ZHUN_F_TEXTS, {"Notes", "说明"},
	 .help = {"What a reader must know.", "须知事项。"}},
	{0},
};

static const struct zhun_field project_state_fields[] = {
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .choices = project_states,
	 .help = {"What it became.", "变更后的状态。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true,
	 .help = {"First day on which the state holds.", "该状态生效首日。"}},
	{"reason", ZHUN_F_TEXT, {"Reason", "原因"}, .help = {"Why.", "原因。"}},
	{0},
};

static const struct zhun_child project_children[] = {
	{"state", "states", {"States", "状态记录"}, {"How far it had come on which day.", "历次进展及日期。"},
	 .fields = project_state_fields},
	{0},
};

const struct zhun_register zhun_register_project = {
	.name = "project", .plural = "projects", .group = "plans",
	.title = {"Project", "项目"}, .titles = {"Projects", "项目"},
	.help = {"Projects of a plan: what is built, by whom, and how far it has come.",
		 "规划项目：建设内容、单位和进展。"},
	.fields = project_fields, .children = project_children,
	.key = {"plan", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"code", "name", "category", "kind", "cluster", "organisation", "budget", "state"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

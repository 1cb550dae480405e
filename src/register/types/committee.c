/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice committee_levels[] = {
	{"international", {"International", "国际"}},
	{"regional", {"Regional", "区域"}},
	{"national", {"National", "国家"}},
	{"local", {"Local", "地方"}},
	{0},
};

static const struct zhun_choice committee_kinds[] = {
	{"tc", {"Technical committee", "技术委员会"}},
	{"sc", {"Subcommittee", "分技术委员会"}},
	{"wg", {"Working group", "工作组"}},
	{"pc", {"Project committee", "项目委员会"}},
	{"other", {"Other group", "其他组织"}},
	{0},
};

static const struct zhun_choice committee_states[] = {
	{"active", {"Active", "在运行"}},
	{"suspended", {"Suspended", "中止"}},
	{"disbanded", {"Disbanded", "已撤销"}},
	{0},
};

static const struct zhun_field committee_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As its organisation writes it, for example ISO/TC 213/WG 10.",
		  "按所属组织书写，如 ISO/TC 213/WG 10。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What it works on.", "工作领域名称。"}},
	{"level", ZHUN_F_CHOICE, {"Level", "层级"}, .required = true, .indexed = true,
	 .choices = committee_levels,
	 .help = {"For which part of the world its standards are made.", "所制定标准的适用层级。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = committee_kinds,
	 .help = {"Its place in the organisation.", "在组织中的类别。"}},
	{"parent", ZHUN_F_LINK, {"Part of", "上级组织"}, .link = "committee", .hierarchy = true,
	 .help = {"The committee that set it up.", "设立本组织的委员会。"}},
	{"secretariat", ZHUN_F_LINK, {"Secretariat", "秘书处承担单位"}, .link = "organisation",
	 .help = {"Who keeps its secretariat, where it is registered.", "已登记的秘书处承担单位。"}},
	{"secretariat_name", ZHUN_F_TEXT, {"Secretariat as stated", "所载秘书处"},
	 .help = {"As the organisation publishes it.", "按组织公布内容。"}},
	{"area", ZHUN_F_LINK, {"Hosted in", "落户区域"}, .link = "area",
	 .help = {"Where the secretariat sits.", "秘书处所在区域。"}},
	{"founded", ZHUN_F_DATE, {"Founded", "成立日期"},
	 .help = {"When it was set up.", "成立日期。"}},
	{"disbanded", ZHUN_F_DATE, {"Disbanded", "撤销日期"}, .indexed = true,
	 .help = {"When it was dissolved; empty while it works.", "撤销日期，仍在工作时为空。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .indexed = true, .later = true, .choices = committee_states,
	 .help = {"As its organisation reports it.", "按所属组织公布。"}},
	{"participating", ZHUN_F_INTEGER, {"Participating members", "积极成员数"}, .unit = "members", .later = true,
	 .help = {"National bodies that take part and vote (P-members).", "参加工作并投票的国家成员体（P 成员）数。"}},
	{"observing", ZHUN_F_INTEGER, {"Observing members", "观察员数"}, .unit = "members", .later = true,
	 .help = {"National bodies that follow its work (O-members).", "跟踪工作的国家成员体（O 成员）数。"}},
	{"number", ZHUN_F_TEXT, {"Number", "数据库编号"}, .indexed = true, .later = true,
	 .help = {"In the database of its organisation.", "所属组织数据库中的编号。"}},
	{"scope", ZHUN_F_TEXTS, {"Scope", "工作范围"},
	 .help = {"What it may standardise.", "标准化工作范围。"}},
	{"source", ZHUN_F_TEXT, {"Source", "来源"},
	 .help = {"From which publication the entry was taken, with its licence and date.",
		  "条目所取自的出版物及其许可与日期。"}},
	{"origin", ZHUN_F_LINK, {"Taken from", "取自来源"}, .link = "source", .later = true,
	 .help = {"The published source that it was imported from.", "导入本条目的公布来源。"}},
	{0},
};

const struct zhun_register zhun_register_committee = {
	.name = "committee", .plural = "committees", .group = "standards",
	.title = {"Committee", "标准化技术组织"}, .titles = {"Committees", "标准化技术组织"},
	.help = {"Technical committees, subcommittees and working groups.",
		 "技术委员会、分技术委员会和工作组。"},
	.fields = committee_fields,
	.key = {"code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"code", "name", "level", "kind", "parent", "secretariat", "secretariat_name"},
	.owners = {{"secretariat"}},
	.holding = {.from = "founded", .ended = "disbanded"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

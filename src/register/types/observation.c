/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice observation_judgements[] = {
	{"met", {"Met", "达成"}},
	{"not_met", {"Not met", "未达成"}},
	{"open", {"Cannot be said", "无法判断"}},
	{0},
};

static const struct zhun_field observation_fields[] = {
	{"figure", ZHUN_F_LINK, {"Figure", "指标"}, .link = "figure", .required = true, .fixed = true,
	 .help = {"What was observed.", "所观测的指标。"}},
	{"day", ZHUN_F_DATE, {"As of", "截止日期"}, .required = true, .sortable = true, .fixed = true,
	 .help = {"The day, month or year it holds for.", "数据对应的日、月或年。"}},
	{"value", ZHUN_F_REAL, {"Value", "数值"},
	 .help = {"In the figure's unit; empty for one in words.", "以指标单位计，定性指标为空。"}},
	{"judgement", ZHUN_F_CHOICE, {"Judgement", "判定"}, .choices = observation_judgements, .indexed = true,
	 .help = {"Of a target in words, with its reason below.", "定性目标的判定，理由见下。"}},
	{"grounds", ZHUN_F_TEXTS, {"Reason", "理由"},
	 .help = {"Why it was judged so.", "判定理由。"}},
	{"source", ZHUN_F_TEXT, {"Source", "来源"}, .required = true,
	 .help = {"Where the number comes from.", "数据来源。"}},
	{0},
};

const struct zhun_register zhun_register_observation = {
	.name = "observation", .plural = "observations", .group = "plans",
	.title = {"Observation", "观测值"}, .titles = {"Observations", "观测值"},
	.help = {"Values of figures that are entered by hand, with their source.",
		 "人工填报的指标数值及其来源。"},
	.fields = observation_fields,
	.key = {"figure", "day"}, .title_fields = {"figure", "day"}, .sort = "-day",
	.list = {"figure", "day", "value", "judgement", "source"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

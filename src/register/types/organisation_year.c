/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice organisation_year_domains[] = {
	{"metrology", {"Metrology", "计量"}},
	{"standards", {"Standards", "标准"}},
	{"conformity", {"Inspection, testing and certification", "检验检测认证"}},
	{0},
};

static const struct zhun_field organisation_year_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Whose figures they are.", "数据所属机构。"}},
	{"year", ZHUN_F_INTEGER, {"Year", "年度"}, .required = true, .sortable = true, .fixed = true,
	 .help = {"Calendar year; stocks are those of its last day.", "自然年，存量数据以年末为准。"}},
	{"domain", ZHUN_F_CHOICE, {"Domain", "业务领域"}, .required = true, .indexed = true, .fixed = true,
	 .choices = organisation_year_domains,
	 .help = {"The business the figures are about; one row each, so that nothing is counted twice.",
		  "数据对应的业务，各业务分行填报，避免重复计算。"}},
	{"revenue", ZHUN_F_MONEY, {"Revenue", "营业收入"}, .read = ZHUN_READ_MEMBER,
	 .indexed = true, .help = {"Main-business revenue of the year, before tax.", "当年主营业务收入，不含税。"}},
	{"staff", ZHUN_F_INTEGER, {"Staff", "从业人员"}, .unit = "person",
	 .help = {"All who work in the domain.", "该业务全部从业人员。"}},
	{"technical_staff", ZHUN_F_INTEGER, {"Technical staff", "技术人员"}, .unit = "person",
	 .help = {"Of these, those who measure, test, inspect or assess.", "其中从事测量、检测、检验或评审的人员。"}},
	{"floor_area", ZHUN_F_QUANTITY, {"Floor area", "场地面积"},
	 .help = {"Of laboratories and offices used for the domain.", "用于该业务的实验和办公场地面积。"}},
	{"equipment", ZHUN_F_INTEGER, {"Equipment", "仪器设备"}, .unit = "set",
	 .help = {"Measurement standards, instruments and test equipment.", "计量标准器、仪器和检测设备台套数。"}},
	{"equipment_value", ZHUN_F_MONEY, {"Equipment value", "设备原值"}, .read = ZHUN_READ_MEMBER,
	 .help = {"What the equipment cost when it was bought.", "设备购置原值。"}},
	{"source", ZHUN_F_TEXT, {"Source", "来源"},
	 .help = {"Where the figures come from, for example the annual statistical return.",
		  "数据来源，如年度统计直报。"}},
	{0},
};

const struct zhun_register zhun_register_organisation_year = {
	.name = "organisation_year", .plural = "organisation_years", .group = "people",
	.title = {"Year figures", "年度数据"}, .titles = {"Year figures", "年度数据"},
	.help = {"What an organisation earned, employed and owned in a year.",
		 "机构各年度的收入、人员、场地和设备。"},
	.fields = organisation_year_fields,
	.key = {"organisation", "year", "domain"}, .title_fields = {"organisation", "year", "domain"},
	.sort = "-year",
	.list = {"organisation", "year", "domain", "revenue", "staff", "technical_staff", "floor_area",
		 "equipment", "equipment_value"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

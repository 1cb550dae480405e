/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice term_schemes[] = {
	{"kcdb_service", {"Calibration service (KCDB)", "校准服务（KCDB）"}},
	{"stage", {"Stage of a standard (ISO)", "标准阶段（ISO）"}},
	{"si_quantity", {"Quantity (SI reference point)", "量（SI 参考点）"}},
	{"si_unit", {"Unit (SI reference point)", "单位（SI 参考点）"}},
	{"qudt_kind", {"Quantity kind (QUDT)", "量的种类（QUDT）"}},
	{"unece_unit", {"Unit of trade (UN/ECE Rec. 20)", "贸易计量单位（UN/ECE 第 20 号建议书）"}},
	{0},
};

static const struct zhun_choice term_states[] = {
	{"valid", {"Valid", "有效"}},
	{"planned", {"Not yet assigned", "尚未分配"}},
	{"deprecated", {"Deprecated", "不推荐"}},
	{"withdrawn", {"Withdrawn", "已取消"}},
	{0},
};

static const struct zhun_field term_fields[] = {
	{"scheme", ZHUN_F_CHOICE, {"Vocabulary", "词表"}, .required = true, .indexed = true,
	 .choices = term_schemes, .help = {"Whose term it is.", "所属词表。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As the vocabulary writes it, leading zeros kept.", "按词表书写，保留前导零。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"In each language that the vocabulary has.", "词表各语种的名称。"}},
	{"broader", ZHUN_F_LINK, {"Broader term", "上位词"}, .link = "term", .hierarchy = true,
	 .help = {"The term that holds this one.", "包含本词的上位词。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true, .choices = term_states,
	 .help = {"Whether the vocabulary still uses it.", "词表是否仍采用。"}},
	{"level", ZHUN_F_TEXT, {"Level", "层级"}, .indexed = true,
	 .help = {"Its place in the vocabulary, as that calls it.", "按词表所称的层级。"}},
	{"number", ZHUN_F_TEXT, {"Number", "数据库编号"}, .indexed = true,
	 .help = {"In the publisher's database.", "发布机构数据库中的编号。"}},
	{"symbol", ZHUN_F_TEXT, {"Symbol", "符号"},
	 .help = {"Of a unit, as the vocabulary writes it.", "单位符号，按词表书写。"}},
	{"factor", ZHUN_F_TEXT, {"Factor as stated", "所载换算因数"},
	 .help = {"Of a unit, to other units, as the vocabulary writes it.", "单位换算因数，按词表书写。"}},
	{"unit", ZHUN_F_TEXT, {"Unit", "单位"}, .indexed = true,
	 .help = {"The unit meant, as Zhun writes it, where it is known.", "所指单位的规范写法，已知时填写。"}},
	{"dimension", ZHUN_F_TEXT, {"Dimension as stated", "所载量纲"},
	 .help = {"As the vocabulary writes it.", "按词表书写。"}},
	{"kind", ZHUN_F_LINK, {"Quantity kind", "量的种类"}, .link = "quantity_kind",
	 .stated = {"kind_code"},
	 .help = {"The kind of quantity that it means, where that is registered.", "所指的量，已登记时填写。"}},
	{"kind_code", ZHUN_F_TEXT, {"Code of the kind", "量的代码"}, .indexed = true,
	 .help = {"The kind's code in Zhun's own table, where it has one.", "本系统量表中的代码，有则填写。"}},
	{"note", ZHUN_F_TEXTS, {"Note", "说明"},
	 .help = {"What the vocabulary says about it.", "词表的说明。"}},
	{"origin", ZHUN_F_LINK, {"Taken from", "取自来源"}, .link = "source",
	 .help = {"The published source that it was imported from.", "导入本条目的公布来源。"}},
	{0},
};

static const struct zhun_field term_quantity_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code as stated", "所载代码"}, .required = true, .indexed = true,
	 .help = {"Of the SI reference point, for example LENG.", "SI 参考点代码，如 LENG。"}},
	{"quantity", ZHUN_F_LINK, {"Quantity", "量"}, .link = "term", .stated = {"code", "si_quantity"},
	 .help = {"Resolved; empty until it is found here.", "已对应的词，未找到时为空。"}},
	{0},
};

static const struct zhun_child term_children[] = {
	{"quantity", "quantities", {"Quantities", "相关量"},
	 {"Quantities that a service measures or a unit is for.", "服务所测或单位所用的量。"},
	 .fields = term_quantity_fields},
	{0},
};

const struct zhun_register zhun_register_term = {
	.name = "term", .plural = "terms", .group = "classes",
	.title = {"Term", "词表词条"}, .titles = {"Terms of vocabularies", "词表词条"},
	.help = {"Terms of vocabularies that others publish: services, stages, quantities, units.",
		 "他方公布的词表词条：服务、阶段、量、单位。"},
	.fields = term_fields, .children = term_children,
	.key = {"scheme", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"scheme", "code", "name", "state", "broader", "kind", "unit"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice product_category_schemes[] = {
	{"hs", {"Harmonized System", "商品名称及编码协调制度"}},
	{"industry", {"Industry (GB/T 4754)", "国民经济行业（GB/T 4754）"}},
	{"instrument", {"Measuring instrument (OIML)", "计量器具（OIML）"}},
	{"ics", {"Field of standards (ICS)", "标准分类（ICS）"}},
	{"emerging", {"Strategic emerging industry (2018)", "战略性新兴产业（2018）"}},
	{0},
};

static const struct zhun_field product_category_fields[] = {
	{"scheme", ZHUN_F_CHOICE, {"Scheme", "分类体系"}, .required = true, .indexed = true,
	 .choices = product_category_schemes,
	 .help = {"Whose classification it is.", "所属分类体系。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As the scheme writes it, leading zeros kept.", "按分类体系书写，保留前导零。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What belongs to it.", "类别名称。"}},
	{"broader", ZHUN_F_LINK, {"Broader category", "上位类别"}, .link = "product_category", .hierarchy = true,
	 .help = {"The category that holds this one.", "包含本类别的上位类别。"}},
	{"note", ZHUN_F_TEXTS, {"Note", "说明"}, .later = true,
	 .help = {"What the scheme says to belong to it, or not.", "分类体系对所含内容的说明。"}},
	{"quantity", ZHUN_F_LINK, {"Quantity", "被测量"}, .link = "quantity_kind", .later = true,
	 .stated = {"quantity_code"},
	 .help = {"Of a measuring instrument: what it measures.", "计量器具所测的量。"}},
	{"quantity_code", ZHUN_F_TEXT, {"Code of the quantity", "量的代码"}, .indexed = true, .later = true,
	 .help = {"The kind's code in Zhun's own table, where it has one.", "本系统量表中的代码，有则填写。"}},
	{"origin", ZHUN_F_LINK, {"Taken from", "取自来源"}, .link = "source", .later = true,
	 .help = {"The published source that it was imported from.", "导入本条目的公布来源。"}},
	{0},
};

static const struct zhun_field product_category_rule_fields[] = {
	{"number", ZHUN_F_TEXT, {"Document", "文件编号"}, .required = true, .indexed = true,
	 .help = {"Its number without the edition, for example OIML R 76.", "不含版本的编号，如 OIML R 76。"}},
	{0},
};

static const struct zhun_child product_category_children[] = {
	{"rule", "rules", {"Rules", "适用文件"},
	 {"Documents made for this category.", "针对本类别制定的文件。"},
	 .fields = product_category_rule_fields},
	{0},
};

const struct zhun_register zhun_register_product_category = {
	.name = "product_category", .plural = "product_categories", .group = "classes",
	.title = {"Product category", "产品类别"}, .titles = {"Product categories", "产品类别"},
	.help = {"Classes of products, instruments and industries.", "产品、器具和行业的类别。"},
	.fields = product_category_fields, .children = product_category_children,
	.key = {"scheme", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"scheme", "code", "name", "broader"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

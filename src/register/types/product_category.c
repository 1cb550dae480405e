/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice product_category_schemes[] = {
	{"hs", {"Harmonized System", "商品名称及编码协调制度"}},
	{"industry", {"Industry (GB/T 4754)", "国民经济行业（GB/T 4754）"}},
	{"instrument", {"Measuring instrument (OIML)", "计量器具（OIML）"}},
	{"ics", {"Field of standards (ICS)", "标准分类（ICS）"}},
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
	{"broader", ZHUN_F_LINK, {"Broader category", "上位类别"}, .link = "product_category",
	 .help = {"The category that holds this one.", "包含本类别的上位类别。"}},
	{0},
};

const struct zhun_register zhun_register_product_category = {
	.name = "product_category", .plural = "product_categories", .group = "classes",
	.title = {"Product category", "产品类别"}, .titles = {"Product categories", "产品类别"},
	.help = {"Classes of products, instruments and industries.", "产品、器具和行业的类别。"},
	.fields = product_category_fields,
	.key = {"scheme", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"scheme", "code", "name", "broader"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

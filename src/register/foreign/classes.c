/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classifications: of standards, goods, industries, instruments; areas. */
#include "register/foreign/sources.h"

static const struct zhun_foreign_field ics_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "ics"},
	{"code", ZHUN_FROM_FIRST, "identifier"},
	{"name", ZHUN_FROM_TEXTS, "title", .language = "@lang"},
	{"note", ZHUN_FROM_TEXTS, "scope", .language = "@lang"},
	{"broader", ZHUN_FROM_FIRST, "group|field", .scheme = "ics"},
	{0},
};

const struct zhun_foreign zhun_foreign_ics = {
	.name = "ics", .title = {"International Classification for Standards", "国际标准分类（ICS）"},
	.publisher = "ISO", .address = "https://www.iso.org/open-data.html",
	.licence = "ODC-By-1.0", .attribution = "Contains information from ISO Open Data.",
	.reg = "product_category", .format = ZHUN_FOREIGN_XML, .suffix = ".xml",
	.records = "field|group|subGroup", .fields = ics_fields,
};

/* The whole of all goods stands in the file as a class of its own. */
static const struct zhun_foreign_field hs_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "hs"},
	{"code", ZHUN_FROM_FIRST, "hscode"},
	{"name", ZHUN_FROM_TEXTS, "description"},
	{"broader", ZHUN_FROM_FIRST, "[hscode!=TOTAL]/parent", .scheme = "hs"},
	{0},
};

const struct zhun_foreign zhun_foreign_hs = {
	.name = "hs", .title = {"Harmonized System 2022", "商品名称及编码协调制度（2022）"},
	.publisher = "WCO", .address = "https://github.com/datasets/harmonized-system",
	.licence = "ODC-PDDL-1.0", .reg = "product_category", .format = ZHUN_FOREIGN_TABLE, .suffix = ".csv",
	.fields = hs_fields,
};

static const struct zhun_foreign_field gbt4754_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "industry"},
	{"code", ZHUN_FROM_FIRST, "code"},
	{"name", ZHUN_FROM_TEXTS, "name_zh", .in = "zh"},
	{"broader", ZHUN_FROM_FIRST, "parent", .scheme = "industry"},
	{0},
};

const struct zhun_foreign zhun_foreign_gbt4754 = {
	.name = "gbt4754", .title = {"Industrial classification, GB/T 4754", "国民经济行业分类（GB/T 4754）"},
	.publisher = "SAC", .address = "https://www.stats.gov.cn/", .licence = "official classification: facts",
	.reg = "product_category", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = gbt4754_fields,
};

static const struct zhun_foreign_field emerging_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "emerging"},
	{"code", ZHUN_FROM_FIRST, "code"},
	{"name", ZHUN_FROM_TEXTS, "name_zh", .in = "zh"},
	{"broader", ZHUN_FROM_FIRST, "parent", .scheme = "emerging"},
	{0},
};

const struct zhun_foreign zhun_foreign_emerging = {
	.name = "emerging", .title = {"Strategic emerging industries 2018", "战略性新兴产业分类（2018）"},
	.publisher = "NBS", .address = "https://www.stats.gov.cn/", .licence = "official classification: facts",
	.reg = "product_category", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = emerging_fields,
};

static const struct zhun_foreign_field instrument_rules[] = {
	{"number", ZHUN_FROM_FIRST, "", .prefix = "OIML "},
	{0},
};

/* OIML gives its categories no codes: the name is the code. */
static const struct zhun_foreign_field instrument_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "instrument"},
	{"code", ZHUN_FROM_FIRST, "instrument"},
	{"name", ZHUN_FROM_TEXTS, "instrument"},
	{"quantity_code", ZHUN_FROM_FIRST, "si_quantity_code", .edit = zhun_foreign_kind_code},
	{"rules", ZHUN_FROM_ROWS, "documents", .separator = ";", .rows = instrument_rules},
	{0},
};

const struct zhun_foreign zhun_foreign_oiml_instruments = {
	.name = "oiml_instruments", .title = {"Categories of measuring instruments (OIML)", "计量器具类别（OIML）"},
	.publisher = "OIML", .address = "https://www.oiml.org/en/publications", .licence = "facts",
	.reg = "product_category", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = instrument_fields,
};

/* Districts come without the cities that hold them: these are named by their codes, and found when registered. */
static const struct zhun_foreign_field area_fields[] = {
	{"code", ZHUN_FROM_FIRST, "code"},
	{"name", ZHUN_FROM_TEXTS, "name", .in = "zh"},
	{"level", ZHUN_FROM_NOTHING, "district"},
	{"parent_code", ZHUN_FROM_FIRST, "cityCode"},
	{0},
};

const struct zhun_foreign zhun_foreign_areas = {
	.name = "cn_areas", .title = {"Districts and counties of China", "中国县级行政区划"},
	.publisher = "NBS", .address = "https://github.com/modood/Administrative-divisions-of-China",
	.licence = "WTFPL", .reg = "area", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = area_fields,
};

static const struct zhun_foreign_field street_fields[] = {
	{"code", ZHUN_FROM_FIRST, "code"},
	{"name", ZHUN_FROM_TEXTS, "name", .in = "zh"},
	{"level", ZHUN_FROM_NOTHING, "street"},
	{"parent_code", ZHUN_FROM_FIRST, "areaCode"},
	{0},
};

const struct zhun_foreign zhun_foreign_streets = {
	.name = "cn_streets", .title = {"Subdistricts and townships of China", "中国乡级行政区划"},
	.publisher = "NBS", .address = "https://github.com/modood/Administrative-divisions-of-China",
	.licence = "WTFPL", .reg = "area", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = street_fields,
};

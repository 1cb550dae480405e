/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field quantity_kind_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"A word in small letters, for example length.", "小写英文词，如 length。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As ISO/IEC 80000 names it.", "ISO/IEC 80000 所用名称。"}},
	{"symbol", ZHUN_F_TEXT, {"Symbol", "符号"},
	 .help = {"Customary symbol.", "惯用符号。"}},
	{"unit", ZHUN_F_TEXT, {"Unit", "单位"}, .required = true,
	 .help = {"Coherent SI unit; its dimension is the kind's.", "一贯 SI 单位，其量纲即该量的量纲。"}},
	{"broader", ZHUN_F_LINK, {"Broader kind", "上位量"}, .link = "quantity_kind", .hierarchy = true,
	 .help = {"The kind of which this is a special case.", "本量所属的更宽的量。"}},
	{0},
};

const struct zhun_register zhun_register_quantity_kind = {
	.name = "quantity_kind", .plural = "quantity_kinds", .group = "classes",
	.title = {"Quantity kind", "量的种类"}, .titles = {"Quantity kinds", "量的种类"},
	.help = {"Kinds of quantities with their coherent unit.", "量的种类及其一贯单位。"},
	.fields = quantity_kind_fields,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "symbol", "unit", "broader"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

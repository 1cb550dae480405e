/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice reference_material_classes[] = {
	{"primary", {"Certified, class 1", "一级标准物质"}},
	{"secondary", {"Certified, class 2", "二级标准物质"}},
	{"certified", {"Certified (ISO 17034)", "有证标准物质"}},
	{"reference", {"Not certified", "标准样品"}},
	{0},
};

static const struct zhun_choice reference_material_batch_states[] = {
	{"on_sale", {"On sale", "在售"}},
	{"ended", {"Ended", "停售"}},
	{"recalled", {"Recalled", "召回"}},
	{0},
};

static const struct zhun_field reference_material_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"The producer's or the national code, for example GBW 08110; unique with its producer.",
		  "研制单位或国家编号，如 GBW 08110，在研制单位内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Matrix and property.", "基体与特性量。"}},
	{"producer", ZHUN_F_LINK, {"Producer", "研制单位"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Who produces it and answers for its values.", "研制并对量值负责的单位。"}},
	{"class", ZHUN_F_CHOICE, {"Class", "级别"}, .required = true, .indexed = true,
	 .choices = reference_material_classes,
	 .help = {"How its values were assigned and examined.", "定值与审批级别。"}},
	{"matrix", ZHUN_F_TEXTS, {"Matrix", "基体"},
	 .help = {"What it is made of.", "基体成分。"}},
	{"shared", ZHUN_F_BOOLEAN, {"Offered", "对外提供"}, .indexed = true,
	 .help = {"Whether it can be ordered.", "是否对外供应。"}},
	{0},
};

static const struct zhun_field reference_material_value_fields[] = {
	{"property", ZHUN_F_TEXTS, {"Property", "特性量"}, .required = true,
	 .help = {"For example mass fraction of lead.", "如铅的质量分数。"}},
	{"quantity_kind", ZHUN_F_LINK, {"Quantity", "量"}, .link = "quantity_kind",
	 .help = {"Its kind.", "量的种类。"}},
	{"value", ZHUN_F_QUANTITY, {"Value", "标准值"}, .required = true,
	 .help = {"Digits and unit as certified.", "按证书书写的数字和单位。"}},
	{"uncertainty", ZHUN_F_QUANTITY, {"Uncertainty U", "不确定度 U"},
	 .help = {"Expanded uncertainty of the certified value.", "标准值的扩展不确定度。"}},
	{"k", ZHUN_F_TEXT, {"Coverage factor k", "包含因子 k"},
	 .help = {"As written.", "按原文。"}},
	{"traceability", ZHUN_F_TEXTS, {"Traceability", "溯源性"},
	 .help = {"To what the value is traceable, as stated.", "按证书所载溯源性说明。"}},
	{0},
};

static const struct zhun_child reference_material_batch_children[] = {
	{"value", "values", {"Certified values", "标准值"},
	 {"Values of the batch with their uncertainties.", "该批次的标准值及其不确定度。"},
	 .fields = reference_material_value_fields},
	{0},
};

static const struct zhun_field reference_material_batch_fields[] = {
	{"number", ZHUN_F_TEXT, {"Batch", "批号"}, .required = true, .indexed = true,
	 .help = {"As printed on the label.", "标签所示批号。"}},
	{"certified", ZHUN_F_DATE, {"Certified", "定值日期"},
	 .help = {"Day of certification.", "定值日期。"}},
	{"valid_until", ZHUN_F_DATE, {"Valid until", "有效期至"}, .indexed = true,
	 .help = {"Last day on which its values hold unopened.", "未开封时量值有效末日。"}},
	{"units", ZHUN_F_INTEGER, {"Units produced", "生产数量"}, .unit = "unit",
	 .help = {"Bottles or pieces.", "瓶数或件数。"}},
	{"certificate", ZHUN_F_LINK, {"Certificate", "证书"}, .link = "certificate",
	 .help = {"Its certificate, where it is registered.", "已登记的标准物质证书。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true,
	 .choices = reference_material_batch_states,
	 .help = {"Whether it is sold; a recalled batch must not be used.", "是否在售，召回批次不得使用。"}},
	{0},
};

static const struct zhun_child reference_material_children[] = {
	{"batch", "batches", {"Batches", "批次"},
	 {"What was produced at once, with its values and expiry.", "各生产批次及其量值和有效期。"},
	 .fields = reference_material_batch_fields, .children = reference_material_batch_children},
	{0},
};

const struct zhun_register zhun_register_reference_material = {
	.name = "reference_material", .plural = "reference_materials", .group = "measurement",
	.title = {"Reference material", "标准物质"}, .titles = {"Reference materials", "标准物质"},
	.help = {"Reference materials with their batches and certified values.",
		 "标准物质及其批次和标准值。"},
	.fields = reference_material_fields, .children = reference_material_children,
	.key = {"producer", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"code", "name", "producer", "class", "matrix"},
	.owners = {{"producer", .writes = true}}, .write_role = ZHUN_ROLE_STAFF,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

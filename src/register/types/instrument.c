/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice instrument_kinds[] = {
	{"instrument", {"Measuring instrument", "计量器具"}},
	{"working_standard", {"Working standard", "工作标准"}},
	{"highest_standard", {"Highest standard of an enterprise", "企业最高计量标准"}},
	{"public_standard", {"Public measurement standard", "社会公用计量标准"}},
	{"national_standard", {"National measurement standard", "国家计量基准"}},
	{"reference_material", {"Reference material", "标准物质"}},
	{0},
};

static const struct zhun_choice instrument_states[] = {
	{"in_use", {"In use", "在用"}},
	{"idle", {"Idle", "停用"}},
	{"sealed", {"Sealed", "封存"}},
	{"scrapped", {"Scrapped", "报废"}},
	{0},
};

static const struct zhun_field instrument_fields[] = {
	{"owner", ZHUN_F_LINK, {"Owner", "所有者"}, .link = "organisation", .required = true,
	 .help = {"The organisation that uses it and answers for it.", "使用并负责该器具的机构。"}},
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"The owner's inventory number; unique with the owner.", "所有者的管理编号，在所有者内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What it is.", "器具名称。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = instrument_kinds,
	 .help = {"Its place in the hierarchy of standards.", "在量值传递体系中的类别。"}},
	{"manufacturer", ZHUN_F_TEXT, {"Manufacturer", "制造商"}, .searched = true,
	 .help = {"As on its name plate.", "铭牌所示制造商。"}},
	{"model", ZHUN_F_TEXT, {"Model", "型号"}, .searched = true,
	 .help = {"Type designation on its name plate.", "铭牌所示型号。"}},
	{"serial", ZHUN_F_TEXT, {"Serial number", "出厂编号"}, .indexed = true, .searched = true,
	 .help = {"The maker's number; certificates are matched by it.", "出厂编号，用于匹配证书。"}},
	{"quantity_kind", ZHUN_F_LINK, {"Quantity", "量"}, .link = "quantity_kind",
	 .help = {"The kind of quantity it measures or embodies.", "所测量或复现的量的种类。"}},
	{"low", ZHUN_F_QUANTITY, {"From", "下限"},
	 .help = {"Lower end of the measuring interval.", "测量区间下限。"}},
	{"high", ZHUN_F_QUANTITY, {"To", "上限"},
	 .help = {"Upper end of the measuring interval.", "测量区间上限。"}},
	{"accuracy", ZHUN_F_TEXT, {"Accuracy class", "准确度等级"},
	 .help = {"Class or maximum permissible error, as stated.", "等级或最大允许误差，按标称。"}},
	{"interval_months", ZHUN_F_INTEGER, {"Calibration interval", "校准间隔"}, .unit = "month",
	 .help = {"The owner's interval; it decides how long a calibration holds.",
		  "所有者确定的间隔，决定校准的有效时长。"}},
	{"compulsory", ZHUN_F_BOOLEAN, {"Compulsory verification", "强制检定"}, .indexed = true,
	 .help = {"Whether the law asks for its verification.", "是否属于强制检定。"}},
	{"place", ZHUN_F_TEXT, {"Place", "位置"},
	 .help = {"Where it stands.", "放置地点。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = instrument_states,
	 .help = {"Whether it is in use.", "是否在用。"}},
	{"shared", ZHUN_F_BOOLEAN, {"Shared", "对外共享"}, .indexed = true,
	 .help = {"Everybody may find it and ask for its use.", "允许公众查询并申请使用。"}},
	{0},
};

const struct zhun_register zhun_register_instrument = {
	.name = "instrument", .plural = "instruments", .group = "measurement",
	.title = {"Instrument", "计量器具"}, .titles = {"Instruments", "计量器具"},
	.help = {"Instruments, measurement standards and reference materials: what carries values.",
		 "承载量值的计量器具、计量标准和标准物质。"},
	.fields = instrument_fields,
	.key = {"owner", "number"}, .title_fields = {"number", "name"}, .sort = "number",
	.list = {"number", "name", "kind", "manufacturer", "model", "serial", "owner", "state"},
	.owners = {{"owner", .writes = true}}, .write_role = ZHUN_ROLE_STAFF,
	.public_when = {ZHUN_PUBLIC_WHEN, "shared"},
};

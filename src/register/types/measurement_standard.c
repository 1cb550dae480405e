/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice measurement_standard_kinds[] = {
	{"national", {"National measurement standard", "国家计量基准"}},
	{"public", {"Public measurement standard", "社会公用计量标准"}},
	{"department", {"Highest standard of a department", "部门最高计量标准"}},
	{"enterprise", {"Highest standard of an enterprise", "企事业最高计量标准"}},
	{0},
};

static const struct zhun_choice measurement_standard_states[] = {
	{"applied", {"Applied for", "申请建标"}},
	{"established", {"Established", "已建标"}},
	{"suspended", {"Suspended", "暂停使用"}},
	{"sealed", {"Sealed", "封存"}},
	{"abolished", {"Abolished", "撤销"}},
	{0},
};

static const struct zhun_field measurement_standard_fields[] = {
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Of its examination certificate; unique in the organisation.", "考核证书编号，在机构内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"As its examination certificate names it (JJF 1033).", "考核证书所载名称（JJF 1033）。"}},
	{"organisation", ZHUN_F_LINK, {"Organisation", "建标机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Who keeps it.", "建立并保持该标准的机构。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = measurement_standard_kinds,
	 .help = {"Whom it serves.", "服务对象类别。"}},
	{"authority", ZHUN_F_LINK, {"Examined by", "考核部门"}, .link = "organisation",
	 .help = {"The authority that examined it.", "主持考核的部门。"}},
	{"quantity_kind", ZHUN_F_LINK, {"Quantity", "量"}, .link = "quantity_kind",
	 .help = {"The kind of quantity it realises.", "所复现的量的种类。"}},
	{"low", ZHUN_F_QUANTITY, {"From", "下限"},
	 .help = {"Lower end of its measuring interval.", "测量范围下限。"}},
	{"high", ZHUN_F_QUANTITY, {"To", "上限"},
	 .help = {"Upper end of its measuring interval.", "测量范围上限。"}},
	{"uncertainty", ZHUN_F_UNCERTAINTY, {"Uncertainty U(x)", "不确定度 U(x)"}, .of = "high",
	 .help = {"As stated, with k and probability.", "按证书所载，含包含因子和概率。"}},
	{"accuracy", ZHUN_F_TEXT, {"Accuracy class", "准确度等级"},
	 .help = {"Class or maximum permissible error, where no uncertainty is stated.",
		  "未给出不确定度时的等级或最大允许误差。"}},
	{"established", ZHUN_F_DATE, {"Established", "建标日期"}, .sortable = true,
	 .help = {"First day of its first examination certificate.", "首次考核证书生效日期。"}},
	{"reexamine_by", ZHUN_F_DATE, {"Re-examination due", "复查到期"}, .sortable = true,
	 .help = {"Last day of the examination certificate in force.", "现行考核证书有效末日。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = measurement_standard_states,
	 .help = {"What it is today; the dated states are below.", "当前状态，历次状态见下。"}},
	{"shared", ZHUN_F_BOOLEAN, {"Open to others", "对外服务"}, .indexed = true,
	 .help = {"Whether others may have their instruments measured against it.", "是否对外提供量值传递。"}},
	{0},
};

static const struct zhun_field measurement_standard_state_fields[] = {
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true,
	 .choices = measurement_standard_states,
	 .help = {"What it became.", "变更后的状态。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true,
	 .help = {"First day on which the state holds.", "该状态生效首日。"}},
	{"reason", ZHUN_F_TEXT, {"Reason", "原因"},
	 .help = {"As the authority stated it.", "主管部门所述原因。"}},
	{0},
};

static const struct zhun_field measurement_standard_part_fields[] = {
	{"instrument", ZHUN_F_LINK, {"Instrument", "器具"}, .link = "instrument", .required = true,
	 .help = {"An instrument it consists of.", "组成该标准的器具。"}},
	{"main", ZHUN_F_BOOLEAN, {"Main standard", "主标准器"},
	 .help = {"Whether it carries the value; others are auxiliary.", "是否为主标准器，其余为配套设备。"}},
	{0},
};

static const struct zhun_child measurement_standard_children[] = {
	{"state", "states", {"States", "状态记录"},
	 {"Establishment, suspension and abolition with their dates.", "建标、暂停、撤销等状态及日期。"},
	 .fields = measurement_standard_state_fields},
	{"part", "parts", {"Consists of", "组成"},
	 {"The instruments that make up the standard.", "组成计量标准的器具。"},
	 .fields = measurement_standard_part_fields},
	{0},
};

const struct zhun_register zhun_register_measurement_standard = {
	.name = "measurement_standard", .plural = "measurement_standards", .group = "measurement",
	.title = {"Measurement standard", "计量标准"}, .titles = {"Measurement standards", "计量标准"},
	.help = {"Public measurement standards and highest standards of enterprises.",
		 "社会公用计量标准和企事业最高计量标准。"},
	.fields = measurement_standard_fields, .children = measurement_standard_children,
	.key = {"organisation", "number"}, .title_fields = {"name", "organisation"}, .sort = "number",
	.list = {"number", "name", "organisation", "kind", "quantity_kind", "low", "high", "uncertainty",
		 "reexamine_by", "state"},
	.owners = {{"organisation", .writes = true}, {"authority", .writes = true}},
	.write_role = ZHUN_ROLE_STAFF,
	.holding = {.from = "established", .until = "reexamine_by", .states = "state", .state = "state",
		    .holds = {"established"}},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice qualification_kinds[] = {
	{"metrologist", {"Registered metrologist", "注册计量师"}},
	{"standardisation_engineer", {"Standardisation engineer", "标准化工程师"}},
	{"signatory", {"Authorised signatory", "授权签字人"}},
	{"assessor", {"Assessor", "评审员"}},
	{"auditor", {"Auditor", "审核员"}},
	{"operator", {"Equipment operator", "设备操作员"}},
	{0},
};

static const struct zhun_choice qualification_states[] = {
	{"valid", {"Valid", "有效"}},
	{"suspended", {"Suspended", "暂停"}},
	{"withdrawn", {"Withdrawn", "撤销"}},
	{0},
};

static const struct zhun_field qualification_fields[] = {
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true, .fixed = true,
	 .choices = qualification_kinds,
	 .help = {"What it entitles to.", "资格类别。"}},
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .fixed = true, .help = {"As printed on it; unique with its issuer.", "证书编号，在发证机构内唯一。"}},
	{"issuer", ZHUN_F_LINK, {"Issuer", "发证机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Who granted it.", "授予资格的机构。"}},
	{"person", ZHUN_F_LINK, {"Person", "人员"}, .link = "person",
	 .help = {"Who holds it; empty when the person was erased.", "持有人，信息被删除后为空。"}},
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .help = {"For which it is used; a signatory signs for this one.", "执业机构，签字人代表该机构签字。"}},
	{"scope", ZHUN_F_TEXTS, {"Scope", "范围"},
	 .help = {"What it covers, as stated.", "资格范围，按证书。"}},
	{"since", ZHUN_F_DATE, {"Valid from", "有效期自"}, .required = true, .sortable = true,
	 .help = {"First day on which it holds.", "有效首日。"}},
	{"until", ZHUN_F_DATE, {"Valid until", "有效期至"}, .sortable = true, .not_before = "since",
	 .help = {"Last day on which it holds; empty for one without end.", "有效末日，长期有效时为空。"}},
	{0},
};

static const struct zhun_field qualification_state_fields[] = {
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .choices = qualification_states,
	 .help = {"What it became.", "变更后的状态。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true,
	 .help = {"First day on which the state holds.", "该状态生效首日。"}},
	{"reason", ZHUN_F_TEXT, {"Reason", "原因"},
	 .help = {"As the issuer stated it.", "发证机构所述原因。"}},
	{0},
};

static const struct zhun_child qualification_children[] = {
	{"state", "states", {"States", "状态记录"},
	 {"What it became on which day.", "历次状态及其日期。"},
	 .fields = qualification_state_fields},
	{0},
};

const struct zhun_register zhun_register_qualification = {
	.name = "qualification", .plural = "qualifications", .group = "people",
	.title = {"Qualification", "人员资格"}, .titles = {"Qualifications", "人员资格"},
	.help = {"What people are entitled to do, in which scope and until when.",
		 "人员被授予的资格、范围和有效期。"},
	.fields = qualification_fields, .children = qualification_children,
	.key = {"issuer", "number"}, .title_fields = {"number", "kind"}, .sort = "-since",
	.list = {"number", "kind", "organisation", "person", "scope", "since", "until", "issuer"},
	.owners = {{"organisation"}, {"issuer", .writes = true}}, .write_role = ZHUN_ROLE_STAFF,
	.holding = {.from = "since", .until = "until", .states = "state", .holds = {"valid"}},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

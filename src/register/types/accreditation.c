/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice accreditation_kinds[] = {
	{"accreditation", {"Accreditation", "认可"}},
	{"authorisation", {"Authorisation", "资质认定"}},
	{"statutory", {"Statutory authorisation", "法定授权"}},
	{"delegated", {"Authorised verification", "计量授权"}},
	{"standard", {"Measurement standard examination", "计量标准考核"}},
	{0},
};

static const struct zhun_choice accreditation_states[] = {
	{"granted", {"Granted", "授予"}},
	{"extended", {"Extended", "扩项"}},
	{"suspended", {"Suspended", "暂停"}},
	{"restored", {"Restored", "恢复"}},
	{"withdrawn", {"Withdrawn", "撤销"}},
	{"expired", {"Expired", "到期"}},
	{0},
};

static const struct zhun_field accreditation_fields[] = {
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .fixed = true,
	 .help = {"As printed on the certificate of accreditation; unique with its body.",
		  "认可证书上的编号，在同一发证机构内唯一。"}},
	{"body", ZHUN_F_LINK, {"Granted by", "发证机构"}, .link = "organisation", .required = true,
	 .fixed = true,
	 .help = {"The accreditation body or authority.", "认可机构或主管部门。"}},
	{"organisation", ZHUN_F_LINK, {"Granted to", "获证机构"}, .link = "organisation",
	 .required = true,
	 .help = {"The organisation that holds it.", "持有该认可的机构。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = accreditation_kinds,
	 .help = {"By which right it was granted.", "授予的依据类别。"}},
	{"criteria", ZHUN_F_TEXT, {"Criteria", "准则"}, .indexed = true,
	 .help = {"The document it was assessed against, for example ISO/IEC 17025:2017.",
		  "评审所依据的文件，如 ISO/IEC 17025:2017。"}},
	{"valid_until", ZHUN_F_DATE, {"Valid until", "有效期至"}, .sortable = true,
	 .help = {"Last day printed on it; a month ends with its last day.",
		  "证书载明的有效末日，仅写到月时至该月最后一日。"}},
	{"territory", ZHUN_F_TEXT, {"Territory", "授权区域"},
	 .help = {"Where a statutory authorisation holds.", "法定授权的适用区域。"}},
	{0},
};

static const struct zhun_field accreditation_state_fields[] = {
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = accreditation_states,
	 .help = {"What it became.", "变更后的状态。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true, .indexed = true,
	 .help = {"First day on which the state holds.", "该状态生效首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "截止日期"}, .not_before = "since",
	 .help = {"Last day on which it holds; empty until the next state.",
		  "该状态有效末日，持续至下一状态时为空。"}},
	{"reason", ZHUN_F_TEXT, {"Reason", "原因"},
	 .help = {"As the body stated it.", "发证机构所述原因。"}},
	{0},
};

static const struct zhun_child accreditation_children[] = {
	{"state", "states", {"States", "状态记录"},
	 {"What it was granted, extended, suspended or withdrawn from which day.",
	  "授予、扩项、暂停、撤销等状态及其起始日期。"},
	 .fields = accreditation_state_fields},
	{0},
};

const struct zhun_register zhun_register_accreditation = {
	.name = "accreditation", .plural = "accreditations", .group = "conformity",
	.title = {"Accreditation", "认可"}, .titles = {"Accreditations", "认可"},
	.help = {"Accreditations and authorisations with their states.", "认可与授权及其状态。"},
	.fields = accreditation_fields, .children = accreditation_children,
	.key = {"body", "number"}, .title_fields = {"number", "body"}, .sort = "number",
	.list = {"number", "organisation", "body", "kind", "criteria", "valid_until"},
	.owners = {{"organisation"}, {"body", .writes = true}}, .write_role = ZHUN_ROLE_STAFF,
	.holding = {.until = "valid_until", .states = "state",
		    .holds = {"granted", "extended", "restored"}, .stated = true},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

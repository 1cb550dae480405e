/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field person_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "机构"}, .link = "organisation", .required = true,
	 .help = {"Where the person works.", "人员所在机构。"}},
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"The organisation's number for the person, not a state identity number; unique in the organisation.",
		  "机构内部人员编号，不得使用身份证号，在机构内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "姓名"}, .required = true, .sortable = true,
	 .help = {"As it stands on certificates.", "证书上所用姓名。"}},
	{"position", ZHUN_F_TEXTS, {"Position", "职务"},
	 .help = {"Post or professional title.", "岗位或职称。"}},
	{"email", ZHUN_F_TEXT, {"Email", "电子邮箱"},
	 .help = {"At work.", "工作邮箱。"}},
	{"since", ZHUN_F_DATE, {"Since", "入职日期"},
	 .help = {"First day at the organisation.", "在本机构工作首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "离职日期"}, .not_before = "since",
	 .help = {"Last day there; empty while it goes on.", "离职日期，在职时为空。"}},
	{0},
};

const struct zhun_register zhun_register_person = {
	.name = "person", .plural = "persons", .group = "people",
	.title = {"Person", "人员"}, .titles = {"Persons", "人员"},
	.help = {"People who measure, sign, assess and draft; read by their organisation only.",
		 "从事测量、签字、评审和起草的人员，仅本机构可见。"},
	.fields = person_fields,
	.key = {"organisation", "number"}, .title_fields = {"name", "number"}, .sort = "number",
	.list = {"number", "name", "position", "organisation"},
	.owners = {{"organisation", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.holding = {.from = "since", .until = "until"},
	.public_when = {ZHUN_PUBLIC_NEVER},
};

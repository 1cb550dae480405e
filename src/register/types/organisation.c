/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice organisation_kinds[] = {
	{"laboratory", {"Laboratory", "实验室"}},
	{"institute", {"Metrology institute", "计量技术机构"}},
	{"nmi", {"National metrology institute", "国家计量院"}},
	{"certification_body", {"Certification body", "认证机构"}},
	{"accreditation_body", {"Accreditation body", "认可机构"}},
	{"standards_body", {"Standards body", "标准化机构"}},
	{"alliance", {"Alliance", "联盟"}},
	{"enterprise", {"Enterprise", "企业"}},
	{"university", {"University", "高等院校"}},
	{"authority", {"Authority", "主管部门"}},
	{0},
};

static const struct zhun_field organisation_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Registration number or short code; no two organisations share one.",
		  "登记编号或简称代码，各机构不得相同。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Full name in each language the organisation uses.", "机构所用各种语言的全称。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = organisation_kinds,
	 .help = {"What the organisation is in the quality infrastructure.", "机构在质量基础设施中的类别。"}},
	{"parent", ZHUN_F_LINK, {"Part of", "上级机构"}, .link = "organisation", .hierarchy = true,
	 .help = {"The organisation that this one belongs to.", "本机构所隶属的机构。"}},
	{"country", ZHUN_F_TEXT, {"Country", "国家"}, .indexed = true,
	 .help = {"Two letters of ISO 3166-1, for example CN.", "ISO 3166-1 两位字母代码，如 CN。"}},
	{"address", ZHUN_F_TEXTS, {"Address", "地址"},
	 .help = {"Registered postal address.", "注册通信地址。"}},
	{"website", ZHUN_F_TEXT, {"Website", "网址"},
	 .help = {"Public address on the web.", "公开网址。"}},
	{"email", ZHUN_F_TEXT, {"Email", "电子邮箱"}, .read = ZHUN_READ_MEMBER,
	 .help = {"Where notices for the organisation go; its members read it.",
		  "接收通知的邮箱，仅本机构成员可见。"}},
	{"zone", ZHUN_F_TEXT, {"Time zone", "时区"},
	 .help = {"Decides which day it is for the organisation, for example Asia/Shanghai.",
		  "用于判定机构的当日日期，如 Asia/Shanghai。"}},
	{"area", ZHUN_F_LINK, {"Area", "所在区域"}, .link = "area", .later = true,
	 .help = {"The district it is registered in.", "注册所在行政区。"}},
	{"cluster", ZHUN_F_LINK, {"Cluster", "集聚区"}, .link = "cluster", .later = true,
	 .help = {"The cluster it belongs to; from which day, its history says.", "所属集聚区，起始日期见历史。"}},
	{"listed", ZHUN_F_BOOLEAN, {"Listed", "上市企业"}, .indexed = true, .later = true,
	 .help = {"Whether its shares are traded on an exchange.", "是否在证券交易所上市。"}},
	{"high_tech", ZHUN_F_BOOLEAN, {"High-tech enterprise", "高新技术企业"}, .indexed = true,
	 .later = true, .help = {"Whether the state recognises it as one.", "是否经认定为高新技术企业。"}},
	{"international", ZHUN_F_BOOLEAN, {"Internationally known", "国际知名机构"}, .indexed = true,
	 .later = true, .help = {"Whether it works under a name known in many countries.", "是否为国际知名机构。"}},
	{0},
};

static const struct zhun_field arrangement_fields[] = {
	{"name", ZHUN_F_TEXT, {"Arrangement", "互认安排"}, .required = true,
	 .help = {"For example ILAC MRA or CIPM MRA.", "如 ILAC MRA、CIPM MRA。"}},
	{"activity", ZHUN_F_TEXT, {"Scope", "范围"},
	 .help = {"What the signature covers, for example calibration.", "签署所涵盖的范围，如校准。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true,
	 .help = {"First day on which it holds.", "生效首日。"}},
	{"until", ZHUN_F_DATE, {"Until", "截止日期"}, .not_before = "since",
	 .help = {"Last day on which it holds; empty while it goes on.", "有效末日，持续有效时为空。"}},
	{0},
};

static const struct zhun_child organisation_children[] = {
	{"arrangement", "arrangements", {"Arrangements", "互认安排"},
	 {"Recognition arrangements that the organisation has signed.", "机构签署的互认安排。"},
	 .fields = arrangement_fields},
	{0},
};

const struct zhun_register zhun_register_organisation = {
	.name = "organisation", .plural = "organisations", .group = "people",
	.title = {"Organisation", "机构"}, .titles = {"Organisations", "机构"},
	.help = {"Laboratories, institutes, bodies, enterprises and authorities.",
		 "实验室、技术机构、认证认可机构、企业和主管部门。"},
	.fields = organisation_fields, .children = organisation_children,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "kind", "country", "parent"},
	.owners = {{"id", .writes = true}}, .write_role = ZHUN_ROLE_MANAGER,
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

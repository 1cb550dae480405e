/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice standard_kinds[] = {
	{"international", {"International standard", "国际标准"}},
	{"regional", {"Regional standard", "区域标准"}},
	{"national", {"National standard", "国家标准"}},
	{"industry", {"Industry standard", "行业标准"}},
	{"local", {"Local standard", "地方标准"}},
	{"group", {"Group standard", "团体标准"}},
	{"enterprise", {"Enterprise standard", "企业标准"}},
	{"metrology", {"Metrological regulation", "计量技术规范"}},
	{"regulation", {"Regulation", "法规"}},
	{"guide", {"Guide or report", "指南或技术报告"}},
	{"publication", {"Other publication", "其他出版物"}},
	{0},
};

static const struct zhun_choice standard_states[] = {
	{"project", {"In preparation", "制定中"}},
	{"in_force", {"In force", "现行"}},
	{"coming", {"Published, not yet in force", "即将实施"}},
	{"superseded", {"Superseded", "被代替"}},
	{"withdrawn", {"Withdrawn", "废止"}},
	{"unknown", {"Not stated", "未说明"}},
	{0},
};

static const struct zhun_choice standard_relations[] = {
	{"replaces", {"Replaces", "代替"}},
	{"replaced_by", {"Replaced by", "被代替"}},
	{"amends", {"Amends", "修改"}},
	{"amended_by", {"Amended by", "被修改"}},
	{"corrects", {"Corrects", "勘误"}},
	{"adopts", {"Adopts", "采用"}},
	{"adopted_as", {"Adopted as", "被采用为"}},
	{"includes", {"Includes", "包含"}},
	{"part_of", {"Part of", "属于"}},
	{"same_as", {"Same as", "等同"}},
	{"instance_of", {"Language edition of", "所属文件（本条为其语种版本）"}},
	{"has_instance", {"Has language edition", "有语种版本"}},
	{"translation_of", {"Translated from", "译自"}},
	{"related", {"Related", "相关"}},
	{0},
};

static const struct zhun_field standard_fields[] = {
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Designation with its edition, for example ISO 376:2011; no two standards share one.",
		  "含版本的编号，如 ISO 376:2011，不得重复。"}},
	{"name", ZHUN_F_TEXTS, {"Title", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"In each language in which it is published.", "各出版语言的名称。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = standard_kinds,
	 .help = {"Who agreed on it.", "标准的层级类别。"}},
	{"mandatory", ZHUN_F_BOOLEAN, {"Mandatory", "强制性"}, .indexed = true,
	 .help = {"Whether the law asks for it as a whole.", "是否为强制性标准。"}},
	{"edition", ZHUN_F_TEXT, {"Edition", "版次"},
	 .help = {"Number of the edition, as written.", "版次，按原文。"}},
	{"stage", ZHUN_F_TEXT, {"Stage", "阶段代码"}, .indexed = true,
	 .help = {"Harmonised stage code, for example 60.60.", "国际协调阶段代码，如 60.60。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = standard_states,
	 .help = {"What it is today; the dates below decide any other day.", "当前状态，其他日期以下列日期为准。"}},
	{"published", ZHUN_F_DATE, {"Published", "发布日期"}, .sortable = true,
	 .help = {"Date of publication; a year or a month where no more is known.",
		  "发布日期，仅知年月时按年月填写。"}},
	{"in_force", ZHUN_F_DATE, {"In force from", "实施日期"}, .sortable = true,
	 .help = {"First day on which it applies.", "实施首日。"}},
	{"withdrawn", ZHUN_F_DATE, {"Withdrawn", "废止日期"}, .sortable = true,
	 .help = {"First day on which it no longer applies.", "停止适用的首日。"}},
	{"publisher", ZHUN_F_LINK, {"Publisher", "发布机构"}, .link = "organisation",
	 .help = {"Who published it, where registered.", "已登记的发布机构。"}},
	{"publisher_name", ZHUN_F_TEXT, {"Publisher as stated", "所载发布机构"}, .indexed = true,
	 .help = {"As the catalogue names it.", "按目录所载。"}},
	{"committee", ZHUN_F_LINK, {"Committee", "归口组织"}, .link = "committee",
	 .stated = {"committee_name"},
	 .help = {"The committee responsible for it.", "负责该标准的技术组织。"}},
	{"committee_name", ZHUN_F_TEXT, {"Committee as stated", "所载归口组织"}, .indexed = true, .later = true,
	 .help = {"As the catalogue names it.", "按目录所载。"}},
	{"document_type", ZHUN_F_TEXT, {"Kind of document", "文件类型"}, .indexed = true, .later = true,
	 .help = {"As its publisher classes it, for example technical-report.", "发布机构所分的类型，如 technical-report。"}},
	{"languages", ZHUN_F_TEXT, {"Languages", "语种"}, .later = true,
	 .help = {"In which it is published: tags with blanks between, for example en fr.",
		  "出版语种，语言标签以空格分隔，如 en fr。"}},
	{"ccs", ZHUN_F_TEXT, {"Chinese classification (CCS)", "中国标准分类号（CCS）"}, .indexed = true, .later = true,
	 .help = {"Code of the Chinese Classification for Standards, for example A50.", "中国标准文献分类号，如 A50。"}},
	{"address", ZHUN_F_TEXT, {"Address", "网址"}, .later = true,
	 .help = {"Where its publisher shows it.", "发布机构的页面地址。"}},
	{"lead", ZHUN_F_LINK, {"Led by", "主导单位"}, .link = "organisation",
	 .help = {"The organisation of this register that led its drafting.", "主导起草的本地单位。"}},
	{"abstract", ZHUN_F_TEXTS, {"Abstract", "摘要"},
	 .help = {"What it is about, as its publisher summarises it.", "发布机构提供的内容摘要。"}},
	{"source", ZHUN_F_TEXT, {"Source", "来源"},
	 .help = {"From which catalogue the entry was taken, with its licence and date.",
		  "条目所取自的目录及其许可与日期。"}},
	{"origin", ZHUN_F_LINK, {"Taken from", "取自来源"}, .link = "source", .later = true,
	 .help = {"The published source that it was imported from.", "导入本条目的公布来源。"}},
	{0},
};

static const struct zhun_field standard_ics_fields[] = {
	{"category", ZHUN_F_LINK, {"Field (ICS)", "标准分类（ICS）"}, .link = "product_category",
	 .stated = {"code", "ics"},
	 .help = {"Field of the International Classification for Standards.", "国际标准分类号。"}},
	{"code", ZHUN_F_TEXT, {"Code as stated", "所载分类号"}, .required = true, .indexed = true,
	 .help = {"As the catalogue gives it.", "按目录所载。"}},
	{0},
};

static const struct zhun_field standard_relation_fields[] = {
	{"kind", ZHUN_F_CHOICE, {"Relation", "关系"}, .required = true, .choices = standard_relations,
	 .help = {"How this standard stands to the other.", "本标准与另一标准的关系。"}},
	{"number", ZHUN_F_TEXT, {"Other standard as stated", "所载标准编号"}, .required = true,
	 .indexed = true, .help = {"Its number, as the source writes it.", "按来源书写的编号。"}},
	{"standard", ZHUN_F_LINK, {"Other standard", "相关标准"}, .link = "standard",
	 .stated = {"number", NULL, "identifier", "value"},
	 .help = {"Resolved; empty until it is found here.", "已对应的标准，未找到时为空。"}},
	{0},
};

static const struct zhun_field standard_identifier_fields[] = {
	{"value", ZHUN_F_TEXT, {"Identifier", "标识"}, .required = true, .indexed = true,
	 .help = {"Another name that no other standard has, for example urn:iso:std:iso:376 or iso:45381 "
		  "(the number in its publisher's database).",
		  "其他唯一标识，如 urn:iso:std:iso:376，或发布机构数据库编号 iso:45381。"}},
	{0},
};

static const struct zhun_field standard_drafter_fields[] = {
	{"organisation", ZHUN_F_LINK, {"Organisation", "起草单位"}, .link = "organisation",
	 .required = true, .help = {"An organisation that took part in its drafting.", "参与起草的单位。"}},
	{"leads", ZHUN_F_BOOLEAN, {"Leads", "主导"},
	 .help = {"Whether it leads the work.", "是否主导。"}},
	{0},
};

static const struct zhun_child standard_children[] = {
	{"field", "fields", {"Fields", "分类"},
	 {"Fields of standardisation it belongs to.", "所属标准分类。"},
	 .fields = standard_ics_fields},
	{"relation", "relations", {"Relations", "关系"},
	 {"How it stands to other standards.", "与其他标准的关系。"},
	 .fields = standard_relation_fields},
	{"identifier", "identifiers", {"Identifiers", "其他标识"},
	 {"Further names by which catalogues refer to it.", "各目录引用本标准所用的其他标识。"},
	 .fields = standard_identifier_fields},
	{"drafter", "drafters", {"Drafted by", "起草单位"},
	 {"Organisations of this register that took part.", "参与起草的本地单位。"},
	 .fields = standard_drafter_fields},
	{0},
};

const struct zhun_register zhun_register_standard = {
	.name = "standard", .plural = "standards", .group = "standards",
	.title = {"Standard", "标准"}, .titles = {"Standards", "标准"},
	.help = {"Standards and technical regulations, one record an edition.",
		 "标准与技术法规，每个版本一条记录。"},
	.fields = standard_fields, .children = standard_children,
	.key = {"number"}, .title_fields = {"number", "name"}, .sort = "number",
	.list = {"number", "name", "kind", "state", "stage", "published", "in_force", "withdrawn", "committee"},
	.owners = {{"publisher", .writes = true}, {"lead"}}, .write_role = ZHUN_ROLE_STAFF,
	.holding = {.from = "published", .ended = "withdrawn", .dated = true},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

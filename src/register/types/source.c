/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_field source_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"The word by which it is imported, for example ics.", "导入时所用的名称，如 ics。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What is published.", "公布内容的名称。"}},
	{"publisher", ZHUN_F_TEXT, {"Publisher", "发布机构"}, .searched = true,
	 .help = {"Who publishes it.", "公布者。"}},
	{"address", ZHUN_F_TEXT, {"Address", "网址"},
	 .help = {"Where it is published.", "公布地址。"}},
	{"licence", ZHUN_F_TEXT, {"Licence", "许可"}, .indexed = true,
	 .help = {"Under which its publisher gives it; the imports say what held for each.",
		  "发布机构的许可，各次导入另载当时的许可。"}},
	{"attribution", ZHUN_F_TEXT, {"Attribution", "署名"},
	 .help = {"The words that the licence asks to be shown.", "许可要求注明的文字。"}},
	{0},
};

static const struct zhun_field source_import_fields[] = {
	{"imported", ZHUN_F_DATE, {"Imported", "导入日期"}, .required = true,
	 .help = {"The day on which the files were taken in.", "导入文件的日期。"}},
	{"version", ZHUN_F_TEXT, {"Version", "版本"},
	 .help = {"As who imported it states: an edition, a date, a commit.", "导入者所述的版本、日期或提交号。"}},
	{"address", ZHUN_F_TEXT, {"Address", "网址"},
	 .help = {"Where these files were taken from.", "这些文件的取得地址。"}},
	{"licence", ZHUN_F_TEXT, {"Licence", "许可"}, .required = true,
	 .help = {"That held for these files.", "这些文件适用的许可。"}},
	{"files", ZHUN_F_INTEGER, {"Files", "文件数"}, .required = true, .unit = "files",
	 .help = {"How many were read.", "读取的文件数。"}},
	{"records", ZHUN_F_INTEGER, {"Records", "记录数"}, .required = true, .unit = "records",
	 .help = {"How many they hold, those that came twice once.", "所含记录数，重复的只计一次。"}},
	{"digest", ZHUN_F_TEXT, {"Digest", "摘要值"}, .required = true,
	 .help = {"SHA-256 of the file; of several, of their digests one after another by name.",
		  "文件的 SHA-256；多个文件时为各文件摘要值按名称依次连接后的 SHA-256。"}},
	{0},
};

static const struct zhun_child source_children[] = {
	{"import", "imports", {"Imports", "导入"},
	 {"What was taken in, and when.", "历次导入的内容与日期。"}, .fields = source_import_fields},
	{0},
};

const struct zhun_register zhun_register_source = {
	.name = "source", .plural = "sources", .group = "classes",
	.title = {"Published source", "公布来源"}, .titles = {"Published sources", "公布来源"},
	.help = {"Vocabularies and catalogues of others that records were taken from, with licence and dates.",
		 "记录所取自的他方词表与目录，含许可与日期。"},
	.fields = source_fields, .children = source_children,
	.key = {"code"}, .title_fields = {"name"}, .sort = "code",
	.list = {"code", "name", "publisher", "licence"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standards, committees and stages from elsewhere: ISO Open Data, and records of Chinese standards. */
#include "register/foreign/sources.h"

/* ---- ISO Open Data: a line a deliverable; its database's numbers refer from one to another ---- */

/* 9092 is 90.92. */
static const char *stage_code(struct zhun_arena *a, const char *digits)
{
	return strlen(digits) == 4 ? zhun_printf(a, "%.2s.%s", digits, digits + 2) : NULL;
}

/* 60.60: published; 90 and 95 until 95.99: under review or about to be withdrawn, and still in force. */
static const struct zhun_foreign_word open_states[] = {
	{"9599", "withdrawn"}, {"6060", "in_force"}, {"90*", "in_force"}, {"95*", "in_force"}, {"*", "project"}, {0},
};

static const struct zhun_foreign_word open_kinds[] = {{"TR", "guide"}, {"GUIDE", "guide"}, {"*", "international"}, {0}};

static const struct zhun_foreign_field open_ics[] = {{"code", ZHUN_FROM_FIRST, ""}, {0}};
static const struct zhun_foreign_field open_identifiers[] = {{"value", ZHUN_FROM_FIRST, "", .prefix = "iso:"}, {0}};

static const struct zhun_foreign_field open_replaces[] = {
	{"kind", ZHUN_FROM_NOTHING, "replaces"},
	{"number", ZHUN_FROM_FIRST, "", .prefix = "iso:"},
	{0},
};

static const struct zhun_foreign_field open_replaced[] = {
	{"kind", ZHUN_FROM_NOTHING, "replaced_by"},
	{"number", ZHUN_FROM_FIRST, "", .prefix = "iso:"},
	{0},
};

static const struct zhun_foreign_field open_fields[] = {
	{"number", ZHUN_FROM_FIRST, "reference"},
	{"name", ZHUN_FROM_TEXTS, "title/en", .in = "en", .otherwise = "reference"},
	{"kind", ZHUN_FROM_FIRST, "deliverableType", .words = open_kinds},
	{"kind", ZHUN_FROM_NOTHING, "international"},
	{"edition", ZHUN_FROM_FIRST, "edition"},
	{"stage", ZHUN_FROM_FIRST, "currentStage", .edit = stage_code},
	{"state", ZHUN_FROM_FIRST, "currentStage", .words = open_states},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{"published", ZHUN_FROM_FIRST, "publicationDate"},
	{"publisher_name", ZHUN_FROM_NOTHING, "ISO"},
	{"committee_name", ZHUN_FROM_FIRST, "ownerCommittee"},
	{"document_type", ZHUN_FROM_FIRST, "deliverableType"},
	{"languages", ZHUN_FROM_ALL, "languages"},
	{"fields", ZHUN_FROM_ROWS, "icsCode", .rows = open_ics},
	{"identifiers", ZHUN_FROM_ROWS, "id", .rows = open_identifiers},
	{"relations", ZHUN_FROM_ROWS, "replaces", .rows = open_replaces},
	{"relations", ZHUN_FROM_ROWS, "replacedBy", .rows = open_replaced},
	{0},
};

const struct zhun_foreign zhun_foreign_iso_open = {
	.name = "iso_open_data", .title = {"Deliverables of ISO Open Data", "ISO 开放数据：标准"},
	.publisher = "ISO", .address = "https://www.iso.org/open-data.html", .licence = "ODC-By-1.0",
	.attribution = "Contains information from ISO Open Data.",
	.reg = "standard", .format = ZHUN_FOREIGN_LINES, .suffix = ".jsonl", .fields = open_fields,
};

/* ---- committees of ISO ---- */

static const struct zhun_foreign_word committee_states[] = {
	{"Active", "active"}, {"Suspended", "suspended"}, {"*", "disbanded"}, {0},
};

/* "ISO/TC 20/SC 16" is a subcommittee: what stands last decides. */
static const char *committee_kind(struct zhun_arena *a, const char *reference)
{
	static const struct { const char *sign, *kind; } kinds[] = {
		{"/WG ", "wg"}, {"/SC ", "sc"}, {"/PC ", "pc"}, {"TC ", "tc"},
	};

	(void)a;
	for (size_t i = 0; i < ZHUN_COUNT(kinds); i++)
		if (strstr(reference, kinds[i].sign))
			return kinds[i].kind;
	return "other";
}

static const struct zhun_foreign_field committee_fields[] = {
	{"code", ZHUN_FROM_FIRST, "reference"},
	{"name", ZHUN_FROM_TEXTS, "title/en", .in = "en"},
	{"level", ZHUN_FROM_NOTHING, "international"},
	{"kind", ZHUN_FROM_FIRST, "reference", .edit = committee_kind},
	{"state", ZHUN_FROM_FIRST, "status", .words = committee_states},
	{"secretariat_name", ZHUN_FROM_FIRST, "secretariat/acronym"},
	{"founded", ZHUN_FROM_FIRST, "creationDate"},
	{"parent", ZHUN_FROM_FIRST, "parentId", .by_id = true},
	{"participating", ZHUN_FROM_COUNT, "pMembers"},
	{"observing", ZHUN_FROM_COUNT, "oMembers"},
	{"number", ZHUN_FROM_FIRST, "id"},
	{0},
};

const struct zhun_foreign zhun_foreign_iso_committees = {
	.name = "iso_committees", .title = {"Technical committees of ISO", "ISO 技术委员会"},
	.publisher = "ISO", .address = "https://www.iso.org/open-data.html", .licence = "ODC-By-1.0",
	.attribution = "Contains information from ISO Open Data.",
	.reg = "committee", .format = ZHUN_FOREIGN_LINES, .suffix = ".jsonl", .id = "id", .fields = committee_fields,
};

/* ---- stages ---- */

static const struct zhun_foreign_field stage_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "stage"},
	{"code", ZHUN_FROM_FIRST, "[kind=XX.YY]/code"},
	{"code", ZHUN_FROM_FIRST, "[kind=XX]/code"},
	{"code", ZHUN_FROM_FIRST, "code", .prefix = "."},
	{"name", ZHUN_FROM_TEXTS, "name"},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"level", ZHUN_FROM_FIRST, "kind"},
	{0},
};

const struct zhun_foreign zhun_foreign_iso_stages = {
	.name = "iso_stages", .title = {"Harmonised stage codes of ISO", "ISO 国际协调阶段代码"},
	.publisher = "ISO", .address = "https://www.iso.org/stage-codes.html", .licence = "facts",
	.reg = "term", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv", .fields = stage_fields,
};

/* ---- Chinese standards, a file each ---- */

static const struct zhun_foreign_word gb_kinds[] = {
	{"national", "national"}, {"sector", "industry"}, {"local", "local"}, {"social-group", "group"},
	{"enterprise", "enterprise"}, {0},
};

static const struct zhun_foreign_word gb_prefixes[] = {
	{"GB*", "national"}, {"DB*", "local"}, {"T/*", "group"}, {"Q/*", "enterprise"}, {"JJ*", "metrology"},
	{"*", "industry"}, {0},
};

static const struct zhun_foreign_word gb_states[] = {
	{"activated", "in_force"}, {"published", "coming"}, {"obsoleted", "withdrawn"}, {"*", "unknown"}, {0},
};

static const struct zhun_foreign_word gb_mandates[] = {{"mandatory", "true"}, {"*", "false"}, {0}};
static const struct zhun_foreign_field gb_ics[] = {{"code", ZHUN_FROM_FIRST, "code"}, {0}};

static const struct zhun_foreign_field gb_fields[] = {
	{"number", ZHUN_FROM_FIRST, "docidentifier[@primary=true]"},
	{"name", ZHUN_FROM_TEXTS, "title[@type=main]|title", .language = "@language"},
	{"kind", ZHUN_FROM_FIRST, "ext/gbtype/gbscope", .words = gb_kinds},
	{"kind", ZHUN_FROM_FIRST, "docidentifier[@primary=true]", .words = gb_prefixes},
	{"mandatory", ZHUN_FROM_FIRST, "ext/gbtype/gbmandate", .words = gb_mandates},
	{"state", ZHUN_FROM_FIRST, "status/stage", .words = gb_states},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{"published", ZHUN_FROM_FIRST, "date[@type=published]/on"},
	{"in_force", ZHUN_FROM_FIRST, "date[@type=implemented]/on|date[@type=activated]/on"},
	{"withdrawn", ZHUN_FROM_FIRST, "date[@type=obsoleted]/on"},
	{"publisher_name", ZHUN_FROM_FIRST, "contributor[role/@type=publisher]/organization/name[@language=zh]|"
	 "contributor[role/@type=publisher]/organization/name"},
	{"committee_name", ZHUN_FROM_FIRST, "ext/gbcommittee"},
	{"languages", ZHUN_FROM_ALL, "language"},
	{"ccs", ZHUN_FROM_FIRST, "ext/ccs/code"},
	{"address", ZHUN_FROM_FIRST, "uri[@type=src]"},
	{"fields", ZHUN_FROM_ROWS, "ext/ics", .rows = gb_ics},
	{0},
};

const struct zhun_foreign zhun_foreign_gb = {
	.name = "gb", .title = {"Chinese standards (relaton)", "中国标准（relaton）"},
	.publisher = "SAC", .address = "https://openstd.samr.gov.cn/", .licence = "facts",
	.reg = "standard", .format = ZHUN_FOREIGN_XML, .suffix = ".xml", .fields = gb_fields,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Catalogues of standards as relaton gathers them, a YAML document each, in both generations of its schema:
 * "docid"/"id", "ext" around what is the body's own, and the older one without; "docidentifier"/"content" of
 * OIML's. Directions are as the data has them: of ISO's, "updates" names the newer document.
 */
#include "register/foreign/sources.h"

/* ISO 639-2 (bibliographic and terminological) beside ISO 639-1. */
static const struct zhun_foreign_word languages[] = {
	{"eng", "en"}, {"fra", "fr"}, {"fre", "fr"}, {"deu", "de"}, {"ger", "de"}, {"fas", "fa"}, {"per", "fa"},
	{"spa", "es"}, {"rus", "ru"}, {"zho", "zh"}, {"chi", "zh"}, {"ara", "ar"}, {"por", "pt"}, {"srp", "sr"},
	{"en", "en"}, {"fr", "fr"}, {"de", "de"}, {"es", "es"}, {"ru", "ru"}, {"zh", "zh"}, {"ar", "ar"},
	{"fa", "fa"}, {"pt", "pt"}, {"sr", "sr"}, {"ja", "ja"}, {"ko", "ko"}, {"it", "it"}, {"nl", "nl"}, {0},
};

#define NUMBER "docid[primary=true]/id|docidentifier[primary=true]/content"
#define STATE_OF_STAGE "docstatus/stage/value"

/* What the four have in common. */
#define NAME \
	{"number", ZHUN_FROM_FIRST, NUMBER}, \
	{"name", ZHUN_FROM_TEXTS, "title[type=main]|title", .text = "content", .language = "language", \
	 .words = languages, .otherwise = NUMBER}, \
	{"publisher_name", ZHUN_FROM_FIRST, "contributor[role/type=publisher]/organization/abbreviation/content|" \
	 "contributor[role/type=publisher]/organization/name/content"}, \
	{"published", ZHUN_FROM_FIRST, "date[type=published]/value|date[type=published]/from"}, \
	{"document_type", ZHUN_FROM_FIRST, "ext/doctype/type|doctype/type|ext/doctype/content"}, \
	{"languages", ZHUN_FROM_ALL, "language", .words = languages}, \
	{"address", ZHUN_FROM_FIRST, "link[type=src]/content|source[type=src]/content"}, \
	{"fields", ZHUN_FROM_ROWS, "ext/ics|ics", .rows = ics_rows}, \
	{"relations", ZHUN_FROM_ROWS, "relation", .rows = relation_rows}

static const struct zhun_foreign_field ics_rows[] = {
	{"code", ZHUN_FROM_FIRST, "code"},
	{0},
};

static const struct zhun_foreign_word relation_words[] = {
	{"obsoletes", "replaces"}, {"updates", "replaced_by"}, {"obsoletedBy", "replaced_by"},
	{"updatedBy", "amended_by"}, {"amends", "amends"}, {"corrects", "corrects"}, {"includes", "includes"},
	{"hasPart", "includes"}, {"includedIn", "part_of"}, {"partOf", "part_of"}, {"instanceOf", "instance_of"},
	{"hasInstance", "has_instance"}, {"translatedFrom", "translation_of"}, {"adoptedFrom", "adopts"},
	{"adoptedAs", "adopted_as"}, {"identical", "same_as"}, {"*", "related"}, {0},
};

static const struct zhun_foreign_field relation_rows[] = {
	{"kind", ZHUN_FROM_FIRST, "type", .words = relation_words},
	{"number", ZHUN_FROM_FIRST, "bibitem/docid[primary=true]/id|bibitem/docid/id|bibitem/docidentifier/content|"
	 "bibitem/formattedref/content"},
	{0},
};

static const struct zhun_foreign_field urns[] = {
	{"value", ZHUN_FROM_FIRST, "id"},
	{0},
};

/* ---- ISO ---- */

/* 60.60: published; 90 and 95 until 95.99: under review or about to be withdrawn, and still in force. */
static const struct zhun_foreign_word iso_states[] = {
	{"95.99", "withdrawn"}, {"60.60", "in_force"}, {"90.*", "in_force"}, {"95.*", "in_force"}, {"*", "project"},
	{0},
};

/* The address names its page by the number of ISO's database, which ISO Open Data refers by. */
static const struct zhun_foreign_field iso_numbers[] = {
	{"value", ZHUN_FROM_FIRST, "content", .after = "https://www.iso.org/standard/", .before = ".html",
	 .prefix = "iso:"},
	{0},
};

static const struct zhun_foreign_field iso_fields[] = {
	NAME,
	{"kind", ZHUN_FROM_NOTHING, "international"},
	{"edition", ZHUN_FROM_FIRST, "edition/content"},
	{"stage", ZHUN_FROM_FIRST, "docstatus/stage/value", .then = "docstatus/substage/value", .between = "."},
	{"state", ZHUN_FROM_FIRST, "docstatus/stage/value", .then = "docstatus/substage/value", .between = ".",
	 .words = iso_states},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{"committee_name", ZHUN_FROM_FIRST, "ext/editorialgroup/technical_committee/identifier|"
	 "editorialgroup/technical_committee/identifier"},
	{"identifiers", ZHUN_FROM_ROWS, "docid[type=URN]", .rows = urns},
	{"identifiers", ZHUN_FROM_ROWS, "link[type=src]", .rows = iso_numbers},
	{0},
};

const struct zhun_foreign zhun_foreign_iso = {
	.name = "iso", .title = {"Standards of ISO (relaton)", "ISO 标准目录（relaton）"},
	.publisher = "ISO", .address = "https://github.com/relaton/relaton-data-iso",
	.licence = "none stated; facts as in ISO Open Data (ODC-By-1.0)",
	.attribution = "Contains information from ISO Open Data.",
	.reg = "standard", .format = ZHUN_FOREIGN_YAML, .suffix = ".yaml", .last_names = ":~", .fields = iso_fields,
};

/* ---- IEC ---- */

static const struct zhun_foreign_word iec_states[] = {
	{"PUBLISHED", "in_force"}, {"REVISED", "superseded"}, {"REPLACED", "superseded"}, {"WITHDRAWN", "withdrawn"},
	{"*", "unknown"}, {0},
};

static const struct zhun_foreign_field iec_fields[] = {
	NAME,
	{"kind", ZHUN_FROM_NOTHING, "international"},
	{"edition", ZHUN_FROM_FIRST, "edition/content"},
	{"state", ZHUN_FROM_FIRST, STATE_OF_STAGE, .words = iec_states},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{"withdrawn", ZHUN_FROM_FIRST, "date[type=obsoleted]/value"},
	{"committee_name", ZHUN_FROM_FIRST, "ext/editorialgroup/technical_committee/name|"
	 "editorialgroup/technical_committee/name", .prefix = "IEC "},
	{"identifiers", ZHUN_FROM_ROWS, "docid[type=URN]", .rows = urns},
	{0},
};

const struct zhun_foreign zhun_foreign_iec = {
	.name = "iec", .title = {"Standards of the IEC (relaton)", "IEC 标准目录（relaton）"},
	.publisher = "IEC", .address = "https://github.com/relaton/relaton-data-iec", .licence = "none stated",
	.reg = "standard", .format = ZHUN_FOREIGN_YAML, .suffix = ".yaml", .fields = iec_fields,
};

/* ---- OIML: recommendations and documents, and what else it publishes ---- */

static const struct zhun_foreign_word oiml_kinds[] = {
	{"article", "publication"}, {"issue", "publication"}, {"seminar-report", "publication"},
	{"expert-report", "publication"}, {"guide", "guide"}, {"*", "international"}, {0},
};

static const struct zhun_foreign_word oiml_states[] = {
	{"in-force", "in_force"}, {"withdrawn", "withdrawn"}, {"superseded", "superseded"}, {"*", "unknown"}, {0},
};

static const struct zhun_foreign_field oiml_fields[] = {
	NAME,
	{"kind", ZHUN_FROM_FIRST, "ext/doctype/content", .words = oiml_kinds},
	{"kind", ZHUN_FROM_NOTHING, "international"},
	{"state", ZHUN_FROM_FIRST, "status/stage/content", .words = oiml_states},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{0},
};

const struct zhun_foreign zhun_foreign_oiml = {
	.name = "oiml", .title = {"Publications of OIML (relaton)", "OIML 出版物目录（relaton）"},
	.publisher = "OIML", .address = "https://github.com/relaton/relaton-data-oiml", .licence = "none stated",
	.reg = "standard", .format = ZHUN_FOREIGN_YAML, .suffix = ".yaml", .fields = oiml_fields,
};

/* ---- ETSI: it says no state ---- */

static const struct zhun_foreign_field etsi_fields[] = {
	NAME,
	{"kind", ZHUN_FROM_NOTHING, "regional"},
	{"edition", ZHUN_FROM_FIRST, "version/draft"},
	{"state", ZHUN_FROM_NOTHING, "unknown"},
	{"committee_name", ZHUN_FROM_FIRST, "ext/editorialgroup/name"},
	{0},
};

const struct zhun_foreign zhun_foreign_etsi = {
	.name = "etsi", .title = {"Standards of ETSI (relaton)", "ETSI 标准目录（relaton）"},
	.publisher = "ETSI", .address = "https://github.com/relaton/relaton-data-etsi", .licence = "none stated",
	.reg = "standard", .format = ZHUN_FOREIGN_YAML, .suffix = ".yaml", .fields = etsi_fields,
};

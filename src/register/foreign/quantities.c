/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities, units and services of calibration. */
#include "register/foreign/sources.h"
#include "zhun/measure/unit.h"

/* A unit whose symbol is known here is written by it. */
static const char *known_unit(struct zhun_arena *a, const char *symbol)
{
	struct zhun_unit unit;

	if (zhun_unit_read(symbol, strlen(symbol), ZHUN_UNIT_TYPED, &unit, NULL, NULL))
		return NULL;
	return zhun_strdup(a, symbol);
}

/* ---- the KCDB's services ---- */

static const struct zhun_foreign_word kcdb_states[] = {
	{"sc:assigned", "valid"}, {"sc:previouslyAssigned", "withdrawn"}, {"sc:notYetAssigned", "planned"}, {0},
};

static const struct zhun_foreign_word kcdb_levels[] = {
	{"sc:MetrologyArea", "area"}, {"sc:Section", "section"}, {"sc:Branch", "branch"}, {"sc:Service", "service"},
	{"sc:Subservice", "subservice"}, {"sc:IndividualService", "individual service"}, {0},
};

static const struct zhun_foreign_field kcdb_quantities[] = {
	{"code", ZHUN_FROM_FIRST, "", .after = "quantities:"},
	{0},
};

/* An area and its branches have no state: they are not assigned, they hold what is. The quantities, sources and
 * media that codes of ionising radiation are made of are no services. */
static const struct zhun_foreign_field kcdb_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "kcdb_service"},
	{"code", ZHUN_FROM_FIRST, "skos:notation"},
	{"name", ZHUN_FROM_TEXTS, "rdfs:label", .language = "@language"},
	{"broader", ZHUN_FROM_FIRST, "sc:isIndividualServiceOf|sc:isSubserviceOf|sc:isServiceOf|sc:isBranchOf|"
	 "sc:isSectionOf", .scheme = "kcdb_service", .by_id = true},
	{"state", ZHUN_FROM_FIRST, "sc:hasStatus", .words = kcdb_states},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"level", ZHUN_FROM_FIRST, "rdf:type", .words = kcdb_levels},
	{"number", ZHUN_FROM_FIRST, "skos:hiddenLabel"},
	{"quantities", ZHUN_FROM_ROWS, "sc:relatedSIQuantity", .rows = kcdb_quantities},
	{0},
};

const struct zhun_foreign zhun_foreign_kcdb = {
	.name = "kcdb", .title = {"Classification of calibration services (KCDB)", "校准服务分类（KCDB）"},
	.publisher = "BIPM", .address = "https://si-digital-framework.org/kcdb-sc", .licence = "CC-BY-3.0-IGO",
	.attribution = "BIPM, SI Digital Framework",
	.reg = "term", .format = ZHUN_FOREIGN_TURTLE, .suffix = ".ttl",
	.only = "[rdf:type!=sc:Quantity][rdf:type!=sc:Source][rdf:type!=sc:Medium]/skos:notation",
	.id = "@id",
	.fields = kcdb_fields,
};

/* ---- the SI reference point ---- */

static const struct zhun_foreign_field si_quantity_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "si_quantity"},
	{"code", ZHUN_FROM_FIRST, "skos:altLabel"},
	{"name", ZHUN_FROM_TEXTS, "skos:prefLabel", .language = "@language"},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"kind_code", ZHUN_FROM_FIRST, "skos:altLabel", .edit = zhun_foreign_kind_code},
	{0},
};

const struct zhun_foreign zhun_foreign_si_quantities = {
	.name = "si_quantities", .title = {"Quantities of the SI reference point", "SI 参考点的量"},
	.publisher = "BIPM", .address = "https://si-digital-framework.org/quantities/", .licence = "CC-BY-3.0-IGO",
	.attribution = "BIPM, SI Digital Framework",
	.reg = "term", .format = ZHUN_FOREIGN_TURTLE, .suffix = ".ttl", .only = "[rdf:type=si:QuantityKind]",
	.fields = si_quantity_fields,
};

static const struct zhun_foreign_field si_unit_quantities[] = {
	{"code", ZHUN_FROM_FIRST, "", .after = "quantities:"},
	{0},
};

static const struct zhun_foreign_word si_levels[] = {
	{"si:SIBaseUnit", "base unit"}, {"si:SISpecialNamedUnit", "unit with a special name"},
	{"si:nonSIUnit", "accepted non-SI unit"}, {"si:MeasurementUnit", "unit"}, {0},
};

static const struct zhun_foreign_field si_unit_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "si_unit"},
	{"code", ZHUN_FROM_FIRST, "@id", .after = "units:"},
	{"name", ZHUN_FROM_TEXTS, "skos:prefLabel", .language = "@language"},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"level", ZHUN_FROM_FIRST, "rdf:type", .words = si_levels},
	{"symbol", ZHUN_FROM_FIRST, "si:hasSymbol"},
	{"unit", ZHUN_FROM_FIRST, "si:hasSymbol", .edit = known_unit},
	{"factor", ZHUN_FROM_FIRST, "si:inOtherSIUnits/si:hasNumericFactor"},
	{"quantities", ZHUN_FROM_ROWS, "si:isUnitOfQtyKind", .rows = si_unit_quantities},
	{0},
};

const struct zhun_foreign zhun_foreign_si_units = {
	.name = "si_units", .title = {"Units of the SI reference point", "SI 参考点的单位"},
	.publisher = "BIPM", .address = "https://si-digital-framework.org/SI/units/", .licence = "CC-BY-3.0-IGO",
	.attribution = "BIPM, SI Digital Framework",
	.reg = "term", .format = ZHUN_FOREIGN_TURTLE, .suffix = ".ttl",
	.only = "[rdf:type=si:SIBaseUnit]|[rdf:type=si:SISpecialNamedUnit]|[rdf:type=si:nonSIUnit]|"
		"[rdf:type=si:MeasurementUnit]",
	.fields = si_unit_fields,
};

/* ---- QUDT ---- */

static const struct zhun_foreign_word deprecated[] = {
	{"true", "deprecated"}, {"True", "deprecated"}, {"1", "deprecated"}, {0},
};

static const struct zhun_foreign_field qudt_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "qudt_kind"},
	{"code", ZHUN_FROM_FIRST, "@id", .after = "quantitykind:"},
	{"name", ZHUN_FROM_TEXTS, "rdfs:label", .language = "@language"},
	{"broader", ZHUN_FROM_FIRST, "skos:broader", .scheme = "qudt_kind", .by_id = true},
	{"state", ZHUN_FROM_FIRST, "qudt:deprecated", .words = deprecated},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"dimension", ZHUN_FROM_FIRST, "qudt:hasDimensionVector", .after = "http://qudt.org/vocab/dimensionvector/"},
	{"kind_code", ZHUN_FROM_FIRST, "@id", .after = "quantitykind:", .edit = zhun_foreign_kind_code},
	{0},
};

const struct zhun_foreign zhun_foreign_qudt_kinds = {
	.name = "qudt", .title = {"Quantity kinds of QUDT", "QUDT 的量"},
	.publisher = "QUDT.org", .address = "https://qudt.org/vocab/quantitykind/", .licence = "CC-BY-4.0",
	.attribution = "QUDT.org", .reg = "term", .format = ZHUN_FOREIGN_TURTLE, .suffix = ".ttl",
	.only = "[rdf:type=qudt:QuantityKind]", .id = "@id", .fields = qudt_fields,
};

/* The same as a table of its columns. */
static const struct zhun_foreign_field qudt_table_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "qudt_kind"},
	{"code", ZHUN_FROM_FIRST, "id"},
	{"name", ZHUN_FROM_TEXTS, "label_en", .otherwise = "id"},
	{"state", ZHUN_FROM_FIRST, "deprecated", .words = deprecated},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"dimension", ZHUN_FROM_FIRST, "dimension_vector"},
	{"kind_code", ZHUN_FROM_FIRST, "id", .edit = zhun_foreign_kind_code},
	{0},
};

const struct zhun_foreign zhun_foreign_qudt_table = {
	.name = "qudt_table", .title = {"Quantity kinds of QUDT, as a table", "QUDT 的量（表格）"},
	.publisher = "QUDT.org", .address = "https://qudt.org/vocab/quantitykind/", .licence = "CC-BY-4.0",
	.attribution = "QUDT.org", .reg = "term", .format = ZHUN_FOREIGN_TABLE, .suffix = ".tsv",
	.fields = qudt_table_fields,
};

/* ---- units of trade ---- */

/* Recommendation 20: X is deleted, D is deprecated; others are in use, whatever their sign says was changed. */
static const struct zhun_foreign_word unece_states[] = {{"X", "withdrawn"}, {"D", "deprecated"}, {"*", "valid"}, {0}};

static const struct zhun_foreign_field unece_fields[] = {
	{"scheme", ZHUN_FROM_NOTHING, "unece_unit"},
	{"code", ZHUN_FROM_FIRST, "CommonCode"},
	{"name", ZHUN_FROM_TEXTS, "Name"},
	{"state", ZHUN_FROM_FIRST, "Status", .words = unece_states},
	{"state", ZHUN_FROM_NOTHING, "valid"},
	{"level", ZHUN_FROM_FIRST, "LevelAndCategory"},
	{"symbol", ZHUN_FROM_FIRST, "Symbol"},
	{"factor", ZHUN_FROM_FIRST, "ConversionFactor"},
	{"note", ZHUN_FROM_TEXTS, "Description"},
	{0},
};

const struct zhun_foreign zhun_foreign_unece = {
	.name = "unece", .title = {"Units of measure, UN/ECE Recommendation 20", "计量单位代码（UN/ECE 第 20 号建议书）"},
	.publisher = "UN/ECE", .address = "https://github.com/datasets/unece-units-of-measure",
	.licence = "ODC-PDDL-1.0", .reg = "term", .format = ZHUN_FOREIGN_TABLE, .suffix = ".csv",
	.fields = unece_fields,
};

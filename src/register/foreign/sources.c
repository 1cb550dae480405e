/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of foreign sources. */
#include "register/foreign/sources.h"

#include "zhun/measure/kind.h"

const struct zhun_foreign *const zhun_foreign_sources[] = {
	&zhun_foreign_areas, &zhun_foreign_streets, &zhun_foreign_emerging, &zhun_foreign_etsi, &zhun_foreign_gb,
	&zhun_foreign_gbt4754, &zhun_foreign_hs, &zhun_foreign_ics, &zhun_foreign_iec, &zhun_foreign_iso,
	&zhun_foreign_iso_committees, &zhun_foreign_iso_open, &zhun_foreign_iso_stages, &zhun_foreign_kcdb,
	&zhun_foreign_oiml, &zhun_foreign_oiml_instruments, &zhun_foreign_qudt_kinds, &zhun_foreign_qudt_table,
	&zhun_foreign_si_quantities, &zhun_foreign_si_units, &zhun_foreign_unece, NULL,
};

const struct zhun_turtle_prefix zhun_foreign_prefixes[] = {
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"quantities", "https://si-digital-framework.org/quantities/"},
	{"units", "https://si-digital-framework.org/SI/units/"},
	{"si", "https://si-digital-framework.org/SI#"},
	{"sc", "https://si-digital-framework.org/kcdb-sc#"},
	{"qudt", "http://qudt.org/schema/qudt/"},
	{"quantitykind", "http://qudt.org/vocab/quantitykind/"},
	{0},
};

const char *zhun_foreign_kind_code(struct zhun_arena *a, const char *word)
{
	const struct zhun_kind *kind = zhun_kind_find(word);

	return kind ? zhun_strdup(a, kind->code) : NULL;
}

const struct zhun_foreign *zhun_foreign_named(const char *name)
{
	for (size_t i = 0; zhun_foreign_sources[i]; i++)
		if (zhun_str_equal(zhun_foreign_sources[i]->name, name))
			return zhun_foreign_sources[i];
	return NULL;
}

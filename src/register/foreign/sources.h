/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each foreign source is a constant in the file of its publisher or subject; sources.c lists them. */
#ifndef ZHUN_REGISTER_FOREIGN_SOURCES_H
#define ZHUN_REGISTER_FOREIGN_SOURCES_H

#include "register/foreign.h"

/** The code of the kind of quantity that another vocabulary's word means (measure/kind.h), or NULL. */
const char *zhun_foreign_kind_code(struct zhun_arena *a, const char *word);

/* Classifications (classes.c). */
extern const struct zhun_foreign zhun_foreign_ics, zhun_foreign_hs, zhun_foreign_gbt4754, zhun_foreign_emerging;
extern const struct zhun_foreign zhun_foreign_oiml_instruments, zhun_foreign_areas, zhun_foreign_streets;
/* Quantities, units, services (quantities.c). */
extern const struct zhun_foreign zhun_foreign_kcdb, zhun_foreign_si_quantities, zhun_foreign_si_units;
extern const struct zhun_foreign zhun_foreign_qudt_kinds, zhun_foreign_qudt_table, zhun_foreign_unece;
/* Standards and who makes them (relaton.c, standards.c). */
extern const struct zhun_foreign zhun_foreign_iso, zhun_foreign_iec, zhun_foreign_oiml, zhun_foreign_etsi;
extern const struct zhun_foreign zhun_foreign_gb, zhun_foreign_iso_open, zhun_foreign_iso_committees;
extern const struct zhun_foreign zhun_foreign_iso_stages;

#endif

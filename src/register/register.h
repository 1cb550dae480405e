/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Registers: records declared in types/ (declaration.h), kept in typed SQL
 * tables with their history. All reads take a viewer, and what it may not see
 * answers RECORD_UNKNOWN (404). Answers are written as JSON straight from the
 * rows into the caller's text. Writes run inside the caller's transaction
 * (zhun_store_run) and are repeatable. No clock, no randomness: instants,
 * days and new ids are given.
 */
#ifndef ZHUN_REGISTER_REGISTER_H
#define ZHUN_REGISTER_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "register/declaration.h"
#include "register/viewer.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

/** {"registers":[…]}: all that a client needs for lists and forms, as @a viewer may use it. */
void zhun_register_schema_json(struct zhun_text *out, const struct zhun_viewer *viewer);

/** The members of OpenAPI's components/schemas that the declarations make, without the braces
 *  around them: "certificate", "certificate_input", "certificate_list" and what they share. */
void zhun_register_openapi(struct zhun_text *out);

#endif

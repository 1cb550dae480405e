/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes of bodies and answers that are not records, as a constant table; the registers'
 * own come from their declarations. */
#ifndef ZHUN_HTTP_SCHEMAS_H
#define ZHUN_HTTP_SCHEMAS_H

#include "codec/json.h"

/** Writes the members of OpenAPI's components/schemas for the table. */
void zhun_schemas_write(struct zhun_json_writer *w);

#endif

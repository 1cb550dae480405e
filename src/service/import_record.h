/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as read, as a record of the register certificate. */
#ifndef ZHUN_SERVICE_IMPORT_RECORD_H
#define ZHUN_SERVICE_IMPORT_RECORD_H

#include "service/service.h"
#include "zhun/attest/certificate.h"

struct zhun_import_ids {
	const char *issuer, *document;
};

/** Writes the record's JSON; customer, item and evidence are linked where they are found here. */
enum zhun_code zhun_import_record(const struct zhun_call *call, const struct zhun_certificate *c,
				  const struct zhun_import_ids *ids, struct zhun_text *out,
				  struct zhun_error *err) ZHUN_MUST_USE;

#endif

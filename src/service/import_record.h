/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as read, as a record of the register certificate. */
#ifndef ZHUN_SERVICE_IMPORT_RECORD_H
#define ZHUN_SERVICE_IMPORT_RECORD_H

#include "service/service.h"
#include "zhun/attest/certificate.h"

struct zhun_import_ids {
	const char *issuer, *document;
};

/** A row of evidence (from 1) of the certificate @a record that cites the certificate @a to. */
struct zhun_citation {
	const char *record, *to;
	int64_t n;
	struct zhun_citation *next;
};

/** The record as JSON; customer, item and evidence are linked where they are found here and the
 *  caller may see them. *ret are the citations of certificates that it may not see, without record. */
enum zhun_code zhun_import_record(const struct zhun_call *call, const struct zhun_certificate *c,
				  const struct zhun_import_ids *ids, const struct zhun_json **ret_record,
				  struct zhun_citation **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Where the certificate @a id was cited before it came; behind what stands in *ret. */
enum zhun_code zhun_import_cited(const struct zhun_call *call, const struct zhun_certificate *c, const char *id,
				 struct zhun_citation **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Links each citation, as the program and as a change like any other: what names a certificate is
 *  stated by its issuer, whose it is becomes known here. Those of one record stand together.
 *  @a how: instant, day, request; its viewer is not asked. */
enum zhun_code zhun_import_resolve(const struct zhun_call *call, const struct zhun_write *how, const char *number,
				   const struct zhun_citation *citations, struct zhun_error *err) ZHUN_MUST_USE;

#endif

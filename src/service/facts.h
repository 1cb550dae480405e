/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the registers know about a certificate, loaded for the claims. */
#ifndef ZHUN_SERVICE_FACTS_H
#define ZHUN_SERVICE_FACTS_H

#include "service/service.h"
#include "zhun/verdict/verdict.h"

/** An organisation found for a name, a code or an accreditation's number. */
struct zhun_issuer {
	const char *id, *name[2];  /* by enum zhun_language; one of the names may be NULL */
};

/** *ret_found is false where none is, or more than one. */
enum zhun_code zhun_issuer_find(const struct zhun_call *call, const struct zhun_certificate *c,
				struct zhun_issuer *ret, bool *ret_found, struct zhun_error *err) ZHUN_MUST_USE;

/** The organisation with that name, in whatever language. */
enum zhun_code zhun_organisation_named(const struct zhun_call *call, const struct zhun_cert_text *name,
				       struct zhun_issuer *ret, bool *ret_found, struct zhun_error *err) ZHUN_MUST_USE;

/** Everything; without a connection nothing was looked up. @a ret_id (of the certificate's own record)
 *  is NULL where it is not held. */
enum zhun_code zhun_facts_load(const struct zhun_call *call, const struct zhun_certificate *c,
			       struct zhun_facts *ret, const char **ret_id, struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate says, short enough to be shown beside a verdict. */
#ifndef ZHUN_SERVICE_SUMMARY_H
#define ZHUN_SERVICE_SUMMARY_H

#include "codec/json.h"
#include "zhun/attest/certificate.h"

/** {"number","issuer":{"name","code"},"customer","item":{"name","manufacturer","model","serial"},"issued",
 *  "performed":{"begun","ended"},"results":[{"path","name":{},"meaning","kind","values":[{"value","unit",
 *  "typeset","u","u_typeset","k","p"}]}],"evidence":[{"name":{},"serial","certificate","issuer"}],"more"}:
 *  at most 500 values; "more" says how many are left out. */
void zhun_summary_write(struct zhun_json_writer *w, struct zhun_arena *a, const struct zhun_certificate *c);

/** The serial number among an item's identifications: the manufacturer's, else the first. */
const char *zhun_item_serial(const struct zhun_cert_item *item);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chains of results (zhun/measure/chain.h) as JSON, to be kept with a
 * certificate and read back: {"influences": [{"id", "dof", "group"}], "correlations":
 * [{"a", "b", "r"}], "results": [{"name", "value", "unit", "parts": {id: part}}]}.
 * group is the id of one of those it was read together with, the same for all of them. unit is
 * absent where none is said, dof where it is infinite, group where it was read alone, correlations
 * where there are none, a part where it is 0. Numbers read back as the same doubles. Memory: the
 * caller's arena; what is read refers to the document's texts.
 */
#ifndef ZHUN_STUDY_CHAIN_H
#define ZHUN_STUDY_CHAIN_H

#include "zhun/base/text.h"
#include "zhun/measure/chain.h"

struct zhun_json;

enum { ZHUN_CHAIN_INFLUENCES = 1000, ZHUN_CHAIN_RESULTS = 200 };

/** Writes the object. */
void zhun_chain_json(const struct zhun_chain *c, struct zhun_text *out);

/** Fails STUDY_MISSING, STUDY_KEY, STUDY_KIND, CHAIN_UNKNOWN, CHAIN_MANY, and as zhun_chain_check; the place is a
 *  JSON Pointer into the document. */
enum zhun_code zhun_chain_read(struct zhun_arena *a, const struct zhun_json *document, struct zhun_chain *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif

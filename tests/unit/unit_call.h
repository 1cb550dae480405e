/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call of a service, as a terminal or a server would make it: on a database of the test's, at the test's instant. */
#ifndef ZHUN_TESTS_UNIT_CALL_H
#define ZHUN_TESTS_UNIT_CALL_H

#include "codec/json.h"
#include "service/service.h"
#include "zhun/base/text.h"

/** Opens a service by @a o, and a writing connection where there is a database that is not only surveyed. */
void unit_call_open(struct zhun_call *call, const struct zhun_service_options *o, int64_t now);
void unit_call_close(struct zhun_call *call);

/** What was written to @a out, which must be JSON. */
const struct zhun_json *unit_call_answer(struct zhun_call *call, struct zhun_text *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/handlers.h"

enum zhun_code zhun_query_whole(const struct zhun_request *rq, const char *name, uint64_t *ret,
				 struct zhun_error *err)
{
	const char *text = zhun_target_query(&rq->target, name);
	uint64_t n = 0;
	if (!text)
		return ZHUN_OK;
	for (const char *s = text; *s || s == text; s++) {
		if (*s < '0' || *s > '9' || n > INT64_MAX / 100)
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, name, name, "0, 1, 2 …");
		n = n * 10 + (uint64_t)(*s - '0');
	}
	*ret = n;
	return ZHUN_OK;
}

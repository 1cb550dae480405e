/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file as its source publishes it, in the place of rows of a register's own. */
#ifndef ZHUN_SERVICE_FOREIGN_H
#define ZHUN_SERVICE_FOREIGN_H

#include "service/service.h"

/** As zhun_service_rows_import, of a file as @a asked->from publishes it. Fails SOURCE_OTHER where that is no source of
 *  this register. */
enum zhun_code zhun_foreign_rows(struct zhun_call *call, const struct zhun_register *reg,
				 const struct zhun_rows_in *asked, struct zhun_text *out, bool *ret_filed,
				 struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a database up to date, with the search index over what it holds already. */
#ifndef ZHUN_SERVICE_SEARCH_H
#define ZHUN_SERVICE_SEARCH_H

#include "store/store.h"

/** As zhun_store_migrate; an index that holds nothing yet, because a migration has just made it or the
 *  records came from a dump, is filled. */
enum zhun_code zhun_service_upgrade(struct zhun_store *store, const char *now, int *ret_applied,
				    struct zhun_error *err) ZHUN_MUST_USE;

#endif

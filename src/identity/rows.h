/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What identity's own files share: instants as they are stored. */
#ifndef ZHUN_IDENTITY_ROWS_H
#define ZHUN_IDENTITY_ROWS_H

#include "store/store.h"
#include "zhun/base/date.h"

/** @a now and so many seconds, as stored. */
void zhun_identity_instant(int64_t now, int64_t seconds, char out[ZHUN_INSTANT_TEXT]);

#endif

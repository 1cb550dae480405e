/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Studies in files that say what they must give: every value expected, by its operation. */
#ifndef ZHUN_TESTS_UNIT_STUDY_H
#define ZHUN_TESTS_UNIT_STUDY_H

#include "codec/json.h"
#include "unit.h"
#include "zhun/study/study.h"

/** Runs all of a folder and counts the values; SIZE_MAX where there is no such folder. Draws are those of @a o and
 *  the room of mc.* wider in proportion; ZHUN_CASE_DRAWS=10000000 takes the values as they stand. @a see (may be
 *  NULL) is shown each expectation. */
size_t unit_study_folder(const char *folder, const struct zhun_study_options *o,
			 void (*see)(const struct zhun_json *expected));

#endif

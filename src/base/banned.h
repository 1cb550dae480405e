/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions refused by name, given to every file by the compiler's -include.
 * Each has a safe replacement here: text by base/text and base/arena, numbers
 * by base/number, dates by base/date. System headers come first, so that only
 * our own uses are refused.
 */
#ifndef ZHUN_BANNED_H
#define ZHUN_BANNED_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__GNUC__)
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok strtok_r
#pragma GCC poison gmtime localtime ctime asctime mktime
#pragma GCC poison atoi atol atoll atof strtod strtof strtold sscanf scanf
#pragma GCC poison tmpnam mktemp
#endif

#endif

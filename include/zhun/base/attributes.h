/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ZHUN_BASE_ATTRIBUTES_H
#define ZHUN_BASE_ATTRIBUTES_H

/* What the compiler is told about a function; empty where it does not know. */
#if defined(__GNUC__)
#define ZHUN_MUST_USE __attribute__((warn_unused_result))
#define ZHUN_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define ZHUN_MALLOC_LIKE __attribute__((malloc, warn_unused_result))
#else
#define ZHUN_MUST_USE
#define ZHUN_PRINTF(f, a)
#define ZHUN_MALLOC_LIKE
#endif

/* A defensive test believed to be never true: asserts in developer builds,
 * vanishes when branches are counted, stays in release builds. */
#if defined(ZHUN_COVERAGE)
#define ZHUN_NEVER(x) (0)
#elif defined(ZHUN_DEVELOPER)
#define ZHUN_NEVER(x) ((x) ? (__builtin_trap(), 1) : 0)
#else
#define ZHUN_NEVER(x) (x)
#endif

#define ZHUN_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif

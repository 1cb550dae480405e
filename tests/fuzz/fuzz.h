/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fuzz target is one file fuzz_NAME.c that defines LLVMFuzzerTestOneInput,
 * a row in meson.build, and a folder corpus/NAME of small seeds. It is built
 * twice: with replay.c, which runs the seeds in the ordinary tests, and, with
 * -Dfuzz=true under clang, with libFuzzer. It asks only for laws: no crash, no
 * leak, what is accepted says the same when it is written and read again.
 */
#ifndef ZHUN_TESTS_FUZZ_H
#define ZHUN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** A law; broken, it ends the program where the fuzzer sees it. */
#define FUZZ_LAW(condition) do { if (!(condition)) __builtin_trap(); } while (0)

#endif

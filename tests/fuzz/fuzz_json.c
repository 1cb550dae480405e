/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON bodies. */
#include "fuzz_value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_value(zhun_json_parse, data, size);
	return 0;
}

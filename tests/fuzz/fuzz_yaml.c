/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML: JSON is a part of it, so that its own reader takes what is written. */
#include "codec/yaml.h"
#include "fuzz_value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_value(zhun_yaml_parse, data, size);
	return 0;
}

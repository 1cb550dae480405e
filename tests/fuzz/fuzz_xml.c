/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of any kind: ceilings hold, every element has its place. */
#include "fuzz.h"

#include "codec/xml.h"

static void walk(const struct zhun_xml *element, unsigned depth)
{
	char place[ZHUN_ERROR_PLACE_SIZE];
	size_t children = 0;

	FUZZ_LAW(depth <= ZHUN_XML_DEPTH && element->text && element->line > 0);
	zhun_xml_place(element, place);
	FUZZ_LAW(strlen(place) < sizeof place);
	for (const struct zhun_xml *e = element->first; e; e = e->next) {
		FUZZ_LAW(e->parent == element);
		walk(e, depth + 1);
		children++;
	}
	FUZZ_LAW(children == element->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_xml *root = NULL;

	if (!zhun_xml_parse(a, (const char *)data, size, &root, NULL))
		walk(root, 1);
	(void)zhun_arena_close(a);
	return 0;
}

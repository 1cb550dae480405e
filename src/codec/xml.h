/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML 1.0 with namespaces, from strangers: no network, no DTD (a DOCTYPE is
 * refused, and with it every entity but the five of XML), ceilings on size,
 * depth, elements, attributes and the length of a tag, so that refusing costs
 * no more than reading. libxml2 parses as a stream; what is kept is this small
 * tree in the arena. Text is UTF-8 whatever the document's encoding was.
 */
#ifndef ZHUN_CODEC_XML_H
#define ZHUN_CODEC_XML_H

#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum {
	ZHUN_XML_SIZE = 64 * 1024 * 1024,
	ZHUN_XML_DEPTH = 64,
	ZHUN_XML_ELEMENTS = 1000000,
	ZHUN_XML_ATTRIBUTES = 256,      /* of one element */
	ZHUN_XML_NAMESPACES = 32,       /* declared by one element */
	ZHUN_XML_TAG = 256 * 1024       /* bytes of a tag, comment or instruction */
};

struct zhun_xml_attribute {
	const char *space;              /* namespace URI, "" for none */
	const char *name, *value;
	const struct zhun_xml_attribute *next;
};

struct zhun_xml {
	const char *space;              /* namespace URI, "" for none */
	const char *name;               /* without prefix */
	const char *text;               /* its own text, children's left out; "" where it is blank */
	const struct zhun_xml_attribute *attributes;
	const struct zhun_xml *parent, *first, *next;
	size_t count;                   /* child elements */
	unsigned line;                  /* where its start tag ends, from 1 */
};

/** Reads all of @a s into *ret, the root element. Fails XML_BAD (with libxml2's words), XML_DOCTYPE,
 *  XML_DEEP, XML_MANY, XML_ATTRIBUTES, XML_TAG, XML_ENCODING with line and column, TOO_LARGE, LIBRARY_MISSING. */
enum zhun_code zhun_xml_parse(struct zhun_arena *a, const char *s, size_t n,
			      const struct zhun_xml **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The first child called @a name in @a space; @a space NULL stands for any. */
const struct zhun_xml *zhun_xml_child(const struct zhun_xml *parent, const char *space, const char *name);

/** The next sibling with the same name and namespace. */
const struct zhun_xml *zhun_xml_again(const struct zhun_xml *element);

/** The value of the attribute without namespace called @a name; NULL where there is none. */
const char *zhun_xml_attribute(const struct zhun_xml *element, const char *name);

/** Where it stands, for an error: "line 17, coreData/uniqueIdentifier" (from below the root; [2]
 *  after the second of a name; the outer steps give way to "…" where room is short). */
void zhun_xml_place(const struct zhun_xml *element, char out[ZHUN_ERROR_PLACE_SIZE]);

#endif

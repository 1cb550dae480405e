/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxml2, loaded with the first document (docs/adr/0015). Its functions are called as members of libxml2. */
#ifndef ZHUN_CODEC_LIBXML2_H
#define ZHUN_CODEC_LIBXML2_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "zhun/base/error.h"

#define LIBXML2_FUNCTIONS(X) \
	X(xmlSetGenericErrorFunc) X(xmlCreatePushParserCtxt) X(xmlCtxtUseOptions) X(xmlParseChunk) X(xmlStopParser) \
	X(xmlFreeParserCtxt)

struct libxml2 {
#define LIBXML2_MEMBER(name) __typeof__(name) *name;
	LIBXML2_FUNCTIONS(LIBXML2_MEMBER)
#undef LIBXML2_MEMBER
};

extern struct libxml2 libxml2;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_libxml2_load(struct zhun_error *err) ZHUN_MUST_USE;

#endif

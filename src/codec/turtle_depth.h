/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How deep the brackets of a Turtle text go. serd calls itself for each, so a
 * text from strangers is looked through before it is read: strings, addresses
 * and comments are passed over as Turtle's grammar (RDF 1.1, §6.5) writes them.
 */
#ifndef ZHUN_CODEC_TURTLE_DEPTH_H
#define ZHUN_CODEC_TURTLE_DEPTH_H

#include <stddef.h>

#include "zhun/base/error.h"

/** Fails JSON_DEEP with the line. */
enum zhun_code zhun_turtle_depth(const char *s, size_t n, struct zhun_error *err) ZHUN_MUST_USE;

#endif

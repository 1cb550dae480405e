/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Turtle (RDF 1.1), in: an array of the named subjects in the order in which
 * they first stand, in the tree that JSON is read into. A subject is an object
 * {"@id": …} with an array of values for each predicate; a value is {"@id": …}
 * or {"@value": …} with "@language" where it has one. A node without a name
 * stands where it is first referred to, and nowhere else. Addresses that begin
 * as one of the caller's prefixes says are written short ("skos:notation"),
 * whatever the text's own prefixes are; others in full. Nothing is fetched.
 * Ceilings on size, statements and depth, for serd's memory is bounded by no
 * arena. Any thread.
 */
#ifndef ZHUN_CODEC_TURTLE_H
#define ZHUN_CODEC_TURTLE_H

#include "codec/json.h"

enum { ZHUN_TURTLE_SIZE = 64 * 1024 * 1024, ZHUN_TURTLE_STATEMENTS = 1000000, ZHUN_TURTLE_PREDICATES = 256 };

/** A list ends with a row of zeros. */
struct zhun_turtle_prefix {
	const char *prefix, *space;  /* "skos", "http://www.w3.org/2004/02/skos/core#" */
};

/** Reads all of @a s. Fails TURTLE_BAD with line and column; UTF8_BAD, JSON_DEEP, JSON_MANY, TOO_LARGE. */
enum zhun_code zhun_turtle_parse(struct zhun_arena *a, const struct zhun_turtle_prefix *prefixes, const char *s,
				 size_t n, const struct zhun_json **ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif

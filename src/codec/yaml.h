/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * YAML, in: the plain half of it, into the same tree as JSON. Mappings with
 * plain keys, sequences and scalars; every scalar stays text, so that 1.50
 * keeps its digits and "no" is no truth value; an empty plain scalar, ~ and
 * null are null. Each value knows its line and column. Anchors, aliases, tags,
 * merges, a second document and a key given twice are refused: a budget must
 * mean what it shows. Ceilings on size, depth and count, for libyaml's memory
 * is bounded by no arena. Source: YAML 1.1 as libyaml reads it.
 */
#ifndef ZHUN_CODEC_YAML_H
#define ZHUN_CODEC_YAML_H

#include "codec/json.h"

enum { ZHUN_YAML_SIZE = 1 << 20, ZHUN_YAML_VALUES = 100000, ZHUN_YAML_MEMBERS = 2000 };

/** Reads all of @a s. Fails YAML_BAD, YAML_REFUSED, YAML_DOCUMENTS, YAML_KEY, JSON_DUPLICATE, JSON_DEEP,
 *  JSON_MANY, JSON_UTF8 with line and column; TOO_LARGE. A text without a value gives null. */
enum zhun_code zhun_yaml_parse(struct zhun_arena *a, const char *s, size_t n, const struct zhun_json **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What json_write.c and json_tree.c share: a value made of the writer's calls
 * as a tree in an arena, for who reads it at once. Texts are copied; a failure
 * sticks until zhun_json_tree_done tells it.
 */
#ifndef ZHUN_CODEC_JSON_TREE_H
#define ZHUN_CODEC_JSON_TREE_H

#include "codec/json.h"

void zhun_json_tree_key(struct zhun_json_tree *t, const char *key);
struct zhun_json *zhun_json_tree_add(struct zhun_json_tree *t, enum zhun_json_kind kind);
void zhun_json_tree_begin(struct zhun_json_tree *t, enum zhun_json_kind kind);
void zhun_json_tree_end(struct zhun_json_tree *t);
void zhun_json_tree_string(struct zhun_json_tree *t, const char *s, size_t n);
void zhun_json_tree_number(struct zhun_json_tree *t, enum zhun_json_kind kind, int64_t integer, double real);

#endif

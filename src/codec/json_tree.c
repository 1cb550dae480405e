/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer makes where its values are read at once: the tree that reading its text would give. */
#include "codec/json_tree.h"

enum { TEXT_MAX = 1 << 26 };

void zhun_json_init_tree(struct zhun_json_writer *w, struct zhun_json_tree *t, struct zhun_arena *a)
{
	*t = (struct zhun_json_tree){.arena = a};
	t->level[0].end = &t->root;
	*w = (struct zhun_json_writer){.tree = t};
}

enum zhun_code zhun_json_tree_done(const struct zhun_json_tree *t, const struct zhun_json **ret, struct zhun_error *err)
{
	if (t->failed)
		return t->deep ? zhun_fail(err, ZHUN_E_JSON_DEEP, NULL, ZHUN_INT(ZHUN_JSON_DEPTH))
			       : zhun_no_memory(t->arena, err);
	*ret = t->root;
	return ZHUN_OK;
}

void zhun_json_tree_key(struct zhun_json_tree *t, const char *key)
{
	t->key = zhun_strdup(t->arena, key);
	t->failed = t->failed || !t->key;
}

struct zhun_json *zhun_json_tree_add(struct zhun_json_tree *t, enum zhun_json_kind kind)
{
	struct zhun_json *node = t->failed ? NULL : ZHUN_NEW(t->arena, struct zhun_json);
	struct zhun_json_level *level = &t->level[t->depth];

	if (!node) {
		t->failed = true;
		return NULL;
	}
	*node = (struct zhun_json){.kind = kind, .name = t->key};
	t->key = NULL;
	*level->end = node;
	level->end = &node->next;
	if (level->node)
		level->node->count++;
	return node;
}

void zhun_json_tree_begin(struct zhun_json_tree *t, enum zhun_json_kind kind)
{
	struct zhun_json *node = zhun_json_tree_add(t, kind);

	if (node && t->depth == ZHUN_JSON_DEPTH)
		t->failed = t->deep = true;
	else if (node)
		t->level[++t->depth] = (struct zhun_json_level){node, &node->first};
}

void zhun_json_tree_end(struct zhun_json_tree *t)
{
	if (!t->failed)
		t->depth--;
}

/* Text that is not UTF-8 goes in with U+FFFD, as it would go out. */
static const char *repaired(struct zhun_json_tree *t, const char *s, size_t n)
{
	struct zhun_text out;
	const char *text = NULL;

	zhun_text_init(&out, t->arena, TEXT_MAX);
	for (size_t at = 0; at < n;) {
		size_t valid = zhun_utf8_valid(s + at, n - at);

		zhun_text_addn(&out, s + at, valid);
		at += valid;
		if (at < n) {
			zhun_text_add_scalar(&out, 0xfffd);
			at++;
		}
	}
	return zhun_text_done(&out, &text, NULL) ? NULL : text;
}

void zhun_json_tree_string(struct zhun_json_tree *t, const char *s, size_t n)
{
	struct zhun_json *node = zhun_json_tree_add(t, ZHUN_J_STRING);

	if (!node)
		return;
	node->text = zhun_utf8_valid(s, n) == n ? zhun_strndup(t->arena, s, n) : repaired(t, s, n);
	t->failed = !node->text;
}

void zhun_json_tree_number(struct zhun_json_tree *t, enum zhun_json_kind kind, int64_t integer, double real)
{
	struct zhun_json *node = zhun_json_tree_add(t, kind);

	if (!node)
		return;
	node->integer = integer;
	node->real = real;
}

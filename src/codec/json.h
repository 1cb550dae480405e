/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON (RFC 8259), in and out. In: strict, the whole text, duplicate keys and
 * U+0000 refused, ceilings on size and depth; the values are copied into the
 * arena. The text of numbers is lost in reading, so measured numbers travel
 * as strings. Out: a streaming writer that owns commas and escapes; its
 * failures stick in the text it writes to (zhun_text_done tells them).
 */
#ifndef ZHUN_CODEC_JSON_H
#define ZHUN_CODEC_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

enum zhun_json_kind {
	ZHUN_J_NULL,
	ZHUN_J_FALSE,
	ZHUN_J_TRUE,
	ZHUN_J_INT,
	ZHUN_J_REAL,
	ZHUN_J_STRING,
	ZHUN_J_ARRAY,
	ZHUN_J_OBJECT
};

enum { ZHUN_JSON_DEPTH = 64, ZHUN_JSON_SIZE = 64 * 1024 * 1024, ZHUN_JSON_VALUES = 1000000 };

struct zhun_json {
	enum zhun_json_kind kind;
	const char *name;               /* its key when it is a member, else NULL */
	const char *text;               /* STRING */
	int64_t integer;                /* INT */
	double real;                    /* INT and REAL */
	const struct zhun_json *first;  /* ARRAY and OBJECT, in the order written */
	const struct zhun_json *next;   /* its next sibling */
	size_t count;                   /* children */
	unsigned line, column;          /* where it begins, from 1; 0: not known (JSON tells neither) */
};

/** Reads all of @a s. Fails JSON_BAD, JSON_ENDS, JSON_TRAILING, JSON_NUL, JSON_DUPLICATE, JSON_UTF8,
 *  NUMBER_RANGE with line and column, JSON_DEEP with a JSON Pointer, TOO_LARGE, JSON_MANY. */
enum zhun_code zhun_json_parse(struct zhun_arena *a, const char *s, size_t n,
			       const struct zhun_json **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The member called @a name; NULL where it is absent or @a object (may be NULL) is no object. */
const struct zhun_json *zhun_json_get(const struct zhun_json *object, const char *name);

/** The text of that member; NULL where it is absent or no string. */
const char *zhun_json_get_string(const struct zhun_json *object, const char *name);

/** Puts "/name" (escaped as RFC 6901 asks) before the place of @a err; returns its code. */
enum zhun_code zhun_json_within(struct zhun_error *err, const char *name);
enum zhun_code zhun_json_within_index(struct zhun_error *err, size_t index);

/** The JSON Pointer (RFC 6901) of @a node within @a root, cut where @a out ends; "" for the root and for
 *  what is not within it. Returns its length. */
size_t zhun_json_pointer(const struct zhun_json *root, const struct zhun_json *node, char *out, size_t size);

/** A value that is being made of the writer's calls. */
struct zhun_json_tree {
	struct zhun_arena *arena;
	const struct zhun_json *root;
	const char *key;                /* of the next member */
	struct zhun_json_level {
		struct zhun_json *node;         /* NULL: above the root */
		const struct zhun_json **end;   /* where its next child goes */
	} level[ZHUN_JSON_DEPTH + 1];
	size_t depth;
	bool failed, deep;
};

struct zhun_json_writer {
	struct zhun_text *out;
	struct zhun_json_tree *tree;  /* in place of out */
	bool comma;  /* something stands before the next key or element */
};

void zhun_json_init(struct zhun_json_writer *w, struct zhun_text *out);

/** The writer makes the tree that zhun_json_parse would make of its text, without the text between. */
void zhun_json_init_tree(struct zhun_json_writer *w, struct zhun_json_tree *t, struct zhun_arena *a);
/** The value made; fails NO_MEMORY, ARENA_CEILING, JSON_DEEP. */
enum zhun_code zhun_json_tree_done(const struct zhun_json_tree *t, const struct zhun_json **ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

void zhun_json_begin_object(struct zhun_json_writer *w);
void zhun_json_end_object(struct zhun_json_writer *w);
void zhun_json_begin_array(struct zhun_json_writer *w);
void zhun_json_end_array(struct zhun_json_writer *w);
void zhun_json_key(struct zhun_json_writer *w, const char *key);

void zhun_json_string(struct zhun_json_writer *w, const char *s);  /* NULL gives null */
void zhun_json_stringn(struct zhun_json_writer *w, const char *s, size_t n);
void zhun_json_words(struct zhun_json_writer *w, const char *words);  /* " a b " gives ["a","b"] */
void zhun_json_int(struct zhun_json_writer *w, int64_t n);
void zhun_json_real(struct zhun_json_writer *w, double x);         /* null when not finite */
void zhun_json_bool(struct zhun_json_writer *w, bool b);
void zhun_json_null(struct zhun_json_writer *w);
void zhun_json_raw(struct zhun_json_writer *w, const char *json);  /* a whole value, as it is; not in a tree */
void zhun_json_value(struct zhun_json_writer *w, const struct zhun_json *v);

/* A key and its value at once. */
void zhun_json_member_object(struct zhun_json_writer *w, const char *key);
void zhun_json_member_array(struct zhun_json_writer *w, const char *key);
void zhun_json_member_string(struct zhun_json_writer *w, const char *key, const char *s);
void zhun_json_member_int(struct zhun_json_writer *w, const char *key, int64_t n);
void zhun_json_member_real(struct zhun_json_writer *w, const char *key, double x);
void zhun_json_member_bool(struct zhun_json_writer *w, const char *key, bool b);
void zhun_json_member_null(struct zhun_json_writer *w, const char *key);
void zhun_json_member_raw(struct zhun_json_writer *w, const char *key, const char *json);

#endif

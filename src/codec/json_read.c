/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading JSON: jansson parses, its values are copied into the arena and dropped. */
#include "codec/json.h"

#include <jansson.h>

/* What jansson found, as one of our errors; those not named here are JSON_BAD. */
static const struct {
	enum json_error_code theirs;
	enum zhun_code ours;
} causes[] = {
	{json_error_out_of_memory, ZHUN_E_NO_MEMORY},
	{json_error_stack_overflow, ZHUN_E_JSON_DEEP},
	{json_error_invalid_utf8, ZHUN_E_JSON_UTF8},
	{json_error_premature_end_of_input, ZHUN_E_JSON_ENDS},
	{json_error_end_of_input_expected, ZHUN_E_JSON_TRAILING},
	{json_error_null_character, ZHUN_E_JSON_NUL},
	{json_error_null_byte_in_key, ZHUN_E_JSON_NUL},
	{json_error_duplicate_key, ZHUN_E_JSON_DUPLICATE},
	{json_error_numeric_overflow, ZHUN_E_NUMBER_RANGE},
};

static enum zhun_code cause_of(enum json_error_code theirs)
{
	for (size_t i = 0; i < ZHUN_COUNT(causes); i++) {
		if (causes[i].theirs == theirs)
			return causes[i].ours;
	}
	return ZHUN_E_JSON_BAD;
}

/* The token jansson stopped at: it ends its message with «near 'token'». */
static const char *token_of(char *message)
{
	char *near = strstr(message, " near '");
	if (!near)
		return "";
	near += strlen(" near '");
	char *end = strrchr(near, '\'');
	if (end)
		*end = '\0';
	near[zhun_utf8_valid(near, strlen(near))] = '\0';
	return near;
}

static enum zhun_code fail_parse(json_error_t *theirs, struct zhun_error *err)
{
	char place[64];
	enum zhun_code code = cause_of(json_error_code(theirs));

	(void)snprintf(place, sizeof place, "line %d column %d", theirs->line, theirs->column);
	if (code == ZHUN_E_JSON_DEEP)
		return zhun_fail(err, code, place, ZHUN_INT(ZHUN_JSON_DEPTH));
	return zhun_fail(err, code, place, token_of(theirs->text));
}

static enum zhun_code copy(struct zhun_arena *a, json_t *from, unsigned depth,
			   struct zhun_json *to, struct zhun_error *err);

static struct zhun_json *new_child(struct zhun_arena *a, struct zhun_json *parent,
				   struct zhun_json *last)
{
	struct zhun_json *child = ZHUN_NEW(a, struct zhun_json);
	if (!child)
		return NULL;
	if (last)
		last->next = child;
	else
		parent->first = child;
	parent->count++;
	return child;
}

static enum zhun_code copy_object(struct zhun_arena *a, json_t *from, unsigned depth,
				  struct zhun_json *to, struct zhun_error *err)
{
	struct zhun_json *last = NULL;
	const char *key;
	json_t *value;

	json_object_foreach(from, key, value) {
		last = new_child(a, to, last);
		if (!last || !(last->name = zhun_strdup(a, key)))
			return zhun_no_memory(a, err);
		enum zhun_code code = copy(a, value, depth, last, err);
		if (code == ZHUN_E_JSON_DEEP)
			return zhun_json_within(err, key);
		if (code)
			return code;
	}
	return ZHUN_OK;
}

static enum zhun_code copy_array(struct zhun_arena *a, json_t *from, unsigned depth,
				 struct zhun_json *to, struct zhun_error *err)
{
	struct zhun_json *last = NULL;
	size_t index;
	json_t *value;

	json_array_foreach(from, index, value) {
		last = new_child(a, to, last);
		if (!last)
			return zhun_no_memory(a, err);
		enum zhun_code code = copy(a, value, depth, last, err);
		if (code == ZHUN_E_JSON_DEEP)
			return zhun_json_within_index(err, index);
		if (code)
			return code;
	}
	return ZHUN_OK;
}

/* An object or array inside @a depth others. */
static enum zhun_code copy_nest(struct zhun_arena *a, json_t *from, unsigned depth,
				struct zhun_json *to, struct zhun_error *err)
{
	if (depth >= ZHUN_JSON_DEPTH)
		return zhun_fail(err, ZHUN_E_JSON_DEEP, NULL, ZHUN_INT(ZHUN_JSON_DEPTH));
	if (json_is_object(from)) {
		to->kind = ZHUN_J_OBJECT;
		return copy_object(a, from, depth + 1, to, err);
	}
	to->kind = ZHUN_J_ARRAY;
	return copy_array(a, from, depth + 1, to, err);
}

static enum zhun_code copy_string(struct zhun_arena *a, json_t *from, struct zhun_json *to,
				  struct zhun_error *err)
{
	to->kind = ZHUN_J_STRING;
	to->text = zhun_strndup(a, json_string_value(from), json_string_length(from));
	return to->text ? ZHUN_OK : zhun_no_memory(a, err);
}

static enum zhun_code copy(struct zhun_arena *a, json_t *from, unsigned depth,
			   struct zhun_json *to, struct zhun_error *err)
{
	switch (json_typeof(from)) {
	case JSON_OBJECT:
	case JSON_ARRAY:
		return copy_nest(a, from, depth, to, err);
	case JSON_STRING:
		return copy_string(a, from, to, err);
	case JSON_INTEGER:
		to->kind = ZHUN_J_INT;
		to->integer = json_integer_value(from);
		to->real = (double)to->integer;
		return ZHUN_OK;
	case JSON_REAL:
		to->kind = ZHUN_J_REAL;
		to->real = json_real_value(from);
		return ZHUN_OK;
	case JSON_TRUE:
		to->kind = ZHUN_J_TRUE;
		return ZHUN_OK;
	case JSON_FALSE:
		to->kind = ZHUN_J_FALSE;
		return ZHUN_OK;
	case JSON_NULL:
		to->kind = ZHUN_J_NULL;
		return ZHUN_OK;
	}
	return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "json");
}

/* Whether there may be more values than allowed, told by the commas and brackets (those in strings
 * too) before jansson gives each value its memory, which no arena bounds. */
static bool is_too_many(const char *s, size_t n)
{
	size_t most = 1;

	for (size_t i = 0; i < n; i++)
		most += s[i] == ',' || s[i] == '[' || s[i] == '{';
	return most > ZHUN_JSON_VALUES;
}

enum zhun_code zhun_json_parse(struct zhun_arena *a, const char *s, size_t n,
			       const struct zhun_json **ret, struct zhun_error *err)
{
	json_error_t theirs;

	if (n > ZHUN_JSON_SIZE)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(ZHUN_JSON_SIZE));
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	if (is_too_many(s, n))
		return zhun_fail(err, ZHUN_E_JSON_MANY, NULL, ZHUN_INT(ZHUN_JSON_VALUES));
	json_t *parsed = json_loadb(s, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &theirs);
	if (!parsed)
		return fail_parse(&theirs, err);
	struct zhun_json *root = ZHUN_NEW(a, struct zhun_json);
	enum zhun_code code = root ? copy(a, parsed, 0, root, err) : zhun_no_memory(a, err);
	json_decref(parsed);
	if (!code)
		*ret = root;
	return code;
}

const struct zhun_json *zhun_json_get(const struct zhun_json *object, const char *name)
{
	if (!object || object->kind != ZHUN_J_OBJECT)
		return NULL;
	for (const struct zhun_json *m = object->first; m; m = m->next) {
		if (zhun_str_equal(m->name, name))
			return m;
	}
	return NULL;
}

const char *zhun_json_get_string(const struct zhun_json *object, const char *name)
{
	const struct zhun_json *member = zhun_json_get(object, name);

	return member && member->kind == ZHUN_J_STRING ? member->text : NULL;
}

/* "/name" with the escapes of RFC 6901, as far as it fits. */
static size_t write_step(const char *name, char *out, size_t size)
{
	size_t used = 0;

	out[used++] = '/';
	for (const char *c = name; *c && used + 3 < size; c++) {
		if (*c == '~' || *c == '/') {
			out[used++] = '~';
			out[used++] = *c == '~' ? '0' : '1';
		} else {
			out[used++] = *c;
		}
	}
	out[used] = '\0';
	return used;
}

enum zhun_code zhun_json_within(struct zhun_error *err, const char *name)
{
	char step[ZHUN_ERROR_PLACE_SIZE];

	(void)write_step(name, step, sizeof step);
	return zhun_error_within(err, step);
}

enum zhun_code zhun_json_within_index(struct zhun_error *err, size_t index)
{
	return zhun_json_within(err, ZHUN_INT(index));
}

/* Depth is bounded by the readers (ZHUN_JSON_DEPTH). */
static bool point(const struct zhun_json *from, const struct zhun_json *node, size_t at, char *out, size_t size)
{
	size_t index = 0;

	out[at] = '\0';
	if (from == node)
		return true;
	for (const struct zhun_json *c = from->first; c; c = c->next, index++) {
		size_t used = 0;
		if (at + 8 < size)
			used = write_step(c->name ? c->name : ZHUN_INT(index), out + at, size - at);
		if (point(c, node, at + used, out, size))
			return true;
	}
	out[at] = '\0';
	return false;
}

size_t zhun_json_pointer(const struct zhun_json *root, const struct zhun_json *node, char *out, size_t size)
{
	(void)point(root, node, 0, out, size);
	out[zhun_utf8_valid(out, strlen(out))] = '\0';
	return strlen(out);
}

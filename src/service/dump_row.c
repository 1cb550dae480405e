/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a table as a line, and back. */
#include <string.h>

#include "service/dump.h"

enum zhun_code zhun_dump_digest_add(struct zhun_dump_digest *d, struct zhun_arena *a, const char *line, size_t n,
				    struct zhun_error *err)
{
	unsigned char *both = ZHUN_NEW_ARRAY(a, sizeof d->state + n, unsigned char);
	if (!both)
		return zhun_no_memory(a, err);
	memcpy(both, d->state, sizeof d->state);
	memcpy(both + sizeof d->state, line, n);
	return zhun_sha256((struct zhun_bytes){both, sizeof d->state + n}, d->state, err);
}

static enum zhun_code add_bytes(struct zhun_json_writer *w, struct zhun_bytes bytes, struct zhun_arena *a,
				struct zhun_error *err)
{
	const char *text = zhun_base64(a, bytes);
	if (!text)
		return zhun_no_memory(a, err);
	zhun_json_string(w, text);
	return ZHUN_OK;
}

static enum zhun_code add_cell(struct zhun_json_writer *w, const struct zhun_value *v, struct zhun_arena *a,
			       struct zhun_error *err)
{
	switch (v->kind) {
	case ZHUN_V_NULL:
		zhun_json_null(w);
		return ZHUN_OK;
	case ZHUN_V_INT:
		zhun_json_int(w, v->integer);
		return ZHUN_OK;
	case ZHUN_V_REAL:
		zhun_json_real(w, v->real);
		return ZHUN_OK;
	case ZHUN_V_TEXT:
		zhun_json_string(w, v->text);
		return ZHUN_OK;
	case ZHUN_V_BYTES:
		return add_bytes(w, v->bytes, a, err);
	}
	return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "cell");
}

enum zhun_code zhun_dump_row(struct zhun_json_writer *w, const struct zhun_copy_table *t,
			     const struct zhun_value *cells, struct zhun_arena *a, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	zhun_json_begin_array(w);
	for (size_t i = 0; i < t->count && !code; i++)
		code = add_cell(w, &cells[i], a, err);
	zhun_json_end_array(w);
	return code;
}

/* Whether the value is one that a column of this kind holds; null always is. */
static bool fits(const struct zhun_json *v, enum zhun_value_kind kind)
{
	switch (kind) {
	case ZHUN_V_INT:
		return v->kind == ZHUN_J_INT || v->kind == ZHUN_J_NULL;
	case ZHUN_V_REAL:
		return v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL || v->kind == ZHUN_J_NULL;
	case ZHUN_V_TEXT:
	case ZHUN_V_BYTES:
		return v->kind == ZHUN_J_STRING || v->kind == ZHUN_J_NULL;
	case ZHUN_V_NULL:
		return false;
	}
	return false;
}

static enum zhun_code read_cell(const struct zhun_json *v, enum zhun_value_kind kind, struct zhun_arena *a,
				struct zhun_value *ret, struct zhun_error *err)
{
	struct zhun_bytes bytes = {0};
	if (v->kind == ZHUN_J_NULL) {
		*ret = zhun_v_null_of(kind);
		return ZHUN_OK;
	}
	if (kind == ZHUN_V_BYTES) {
		enum zhun_code code = zhun_base64_decode(a, v->text, strlen(v->text), &bytes, err);
		if (code)
			return code;
	}
	if (kind == ZHUN_V_INT)
		*ret = zhun_v_int(v->integer);
	else if (kind == ZHUN_V_REAL)
		*ret = zhun_v_real(v->real);
	else
		*ret = kind == ZHUN_V_BYTES ? zhun_v_bytes(bytes) : zhun_v_text(v->text);
	return ZHUN_OK;
}

enum zhun_code zhun_dump_cells(const struct zhun_json *row, const struct zhun_copy_table *t, struct zhun_arena *a,
			       struct zhun_value *ret, struct zhun_error *err)
{
	const struct zhun_json *v = row->first;
	enum zhun_code code = ZHUN_OK;
	if (row->kind != ZHUN_J_ARRAY || row->count != t->count)
		return zhun_fail(err, ZHUN_E_DUMP_ROW, NULL, t->name, ZHUN_INT(t->count));
	for (size_t i = 0; i < t->count && !code; i++, v = v->next)
		code = fits(v, t->columns[i].kind)
			       ? read_cell(v, t->columns[i].kind, a, &ret[i], err)
			       : zhun_fail(err, ZHUN_E_DUMP_ROW, t->columns[i].name, t->name, ZHUN_INT(t->count));
	return code;
}

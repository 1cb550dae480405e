/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values on their way into the database: what the two engines would treat differently stops here. */
#include <math.h>
#include <string.h>

#include "store/driver.h"

struct zhun_value zhun_v_null(void)
{
	return zhun_v_null_of(ZHUN_V_NULL);
}

struct zhun_value zhun_v_null_of(enum zhun_value_kind as)
{
	return (struct zhun_value){.kind = ZHUN_V_NULL, .as = as};
}

struct zhun_value zhun_v_int(int64_t n)
{
	return (struct zhun_value){.kind = ZHUN_V_INT, .as = ZHUN_V_INT, .integer = n};
}

struct zhun_value zhun_v_real(double x)
{
	/* SQLite stores -0.0 as the integer 0; PostgreSQL would keep the sign */
	return (struct zhun_value){.kind = ZHUN_V_REAL, .as = ZHUN_V_REAL, .real = x == 0.0 ? 0.0 : x};
}

struct zhun_value zhun_v_text(const char *s)
{
	if (!s)
		return zhun_v_null_of(ZHUN_V_TEXT);
	return (struct zhun_value){.kind = ZHUN_V_TEXT, .as = ZHUN_V_TEXT, .text = s};
}

struct zhun_value zhun_v_bytes(struct zhun_bytes b)
{
	if (!b.ptr)
		return zhun_v_null_of(ZHUN_V_BYTES);
	return (struct zhun_value){.kind = ZHUN_V_BYTES, .as = ZHUN_V_BYTES, .bytes = b};
}

bool zhun_value_same(const struct zhun_value *a, const struct zhun_value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case ZHUN_V_NULL:
		return true;
	case ZHUN_V_INT:
		return a->integer == b->integer;
	case ZHUN_V_REAL:
		return memcmp(&a->real, &b->real, sizeof a->real) == 0;
	case ZHUN_V_TEXT:
		return strcmp(a->text, b->text) == 0;
	case ZHUN_V_BYTES:
		return a->bytes.len == b->bytes.len && memcmp(a->bytes.ptr, b->bytes.ptr, a->bytes.len) == 0;
	}
	return false;
}

static enum zhun_code check_content(const struct zhun_value *v, const char *place, struct zhun_error *err)
{
	if (v->kind == ZHUN_V_REAL && !isfinite(v->real))
		return zhun_fail(err, ZHUN_E_NUMBER_NOT_FINITE, place, isnan(v->real) ? "NaN" : "∞");
	if (v->kind != ZHUN_V_TEXT)
		return ZHUN_OK;
	size_t len = strlen(v->text), valid = zhun_utf8_valid(v->text, len);
	if (valid != len)
		return zhun_fail(err, ZHUN_E_UTF8_BAD, place, ZHUN_INT(valid));
	return ZHUN_OK;
}

enum zhun_code zhun_values_check(const char *name, const struct zhun_value *params, size_t count,
				 const unsigned char *kinds, struct zhun_error *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct zhun_value *v = &params[i];
		if (kinds && v->kind != ZHUN_V_NULL && v->kind != (enum zhun_value_kind)kinds[i])
			return zhun_fail(err, ZHUN_E_STORE_PARAMETER, NULL, name, ZHUN_INT(i + 1));
		enum zhun_code code = check_content(v, "", err);
		if (code)
			return code;
	}
	return ZHUN_OK;
}

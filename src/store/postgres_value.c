/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values to and from PostgreSQL's binary format, which keeps every double
 * exactly. Parameters are typed by us (from declarations or values), never
 * guessed by the server. Results may only be of types that SQLite has too: a
 * sum() is NUMERIC here and an integer there, so it must be CAST.
 */
#include <string.h>

#include "store/postgres.h"

static uint64_t read_big(const char *p, int n)
{
	uint64_t x = 0;
	for (int i = 0; i < n; i++)
		x = x << 8 | (unsigned char)p[i];
	return x;
}

static const char *write_big(struct zhun_arena *a, uint64_t x)
{
	char *p = zhun_alloc(a, 8);
	for (int i = 0; p && i < 8; i++)
		p[i] = (char)(unsigned char)(x >> (56 - 8 * i));
	return p;
}

static uint64_t bits_of(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	return bits;
}

static double double_of(uint64_t bits)
{
	double x;
	memcpy(&x, &bits, sizeof x);
	return x;
}

static double float_of(uint64_t bits)
{
	uint32_t low = (uint32_t)bits;
	float x;
	memcpy(&x, &low, sizeof x);
	return (double)x;
}

static Oid type_of(enum zhun_value_kind kind)
{
	switch (kind) {
	case ZHUN_V_INT:
		return PG_INT8;
	case ZHUN_V_REAL:
		return PG_FLOAT8;
	case ZHUN_V_TEXT:
		return PG_TEXT;
	case ZHUN_V_BYTES:
		return PG_BYTEA;
	case ZHUN_V_NULL:
		return 0;
	}
	return 0;
}

/* Text travels as it is; the rest in binary. */
static bool set_param(struct zhun_arena *a, const struct zhun_value *v, struct zhun_postgres_params *p, size_t i)
{
	p->formats[i] = v->kind != ZHUN_V_TEXT;
	switch (v->kind) {
	case ZHUN_V_NULL:
		return true;
	case ZHUN_V_TEXT:
		p->values[i] = v->text;
		return true;
	case ZHUN_V_BYTES:
		p->values[i] = (const char *)v->bytes.ptr;
		p->lengths[i] = (int)v->bytes.len;
		return v->bytes.len <= INT32_MAX;
	case ZHUN_V_INT:
		p->values[i] = write_big(a, (uint64_t)v->integer);
		break;
	case ZHUN_V_REAL:
		p->values[i] = write_big(a, bits_of(v->real));
		break;
	}
	p->lengths[i] = 8;
	return p->values[i];
}

bool zhun_postgres_params(struct zhun_arena *a, const struct zhun_task *task, struct zhun_postgres_params *ret)
{
	const struct zhun_statement *s = task->statement;
	struct zhun_postgres_params p = {
		.types = ZHUN_NEW_ARRAY(a, task->count, Oid),
		.values = ZHUN_NEW_ARRAY(a, task->count, const char *),
		.lengths = ZHUN_NEW_ARRAY(a, task->count, int),
		.formats = ZHUN_NEW_ARRAY(a, task->count, int),
	};
	if (!p.types || !p.values || !p.lengths || !p.formats)
		return false;
	for (size_t i = 0; i < task->count; i++) {
		p.types[i] = type_of((enum zhun_value_kind)s->kinds[i]);
		if (!set_param(a, &task->params[i], &p, i))
			return false;
	}
	*ret = p;
	return true;
}

static bool is_read(Oid type)
{
	static const Oid known[] = {PG_BOOL, PG_BYTEA, PG_NAME, PG_INT8, PG_INT2, PG_INT4, PG_TEXT,
				    PG_FLOAT4, PG_FLOAT8, PG_UNKNOWN, PG_BPCHAR, PG_VARCHAR};
	for (size_t i = 0; i < ZHUN_COUNT(known); i++)
		if (known[i] == type)
			return true;
	return false;
}

enum zhun_code zhun_postgres_check_columns(const PGresult *result, struct zhun_error *err)
{
	for (int i = 0; i < libpq.PQnfields(result); i++)
		if (!is_read(libpq.PQftype(result, i)))
			return zhun_fail(err, ZHUN_E_STORE_TYPE, NULL, libpq.PQfname(result, i),
					 ZHUN_INT(libpq.PQftype(result, i)));
	return ZHUN_OK;
}

bool zhun_postgres_cell(const PGresult *result, int row, int column, struct zhun_arena *a,
			struct zhun_value *ret)
{
	const char *p = libpq.PQgetvalue(result, row, column);
	int len = libpq.PQgetlength(result, row, column);
	if (libpq.PQgetisnull(result, row, column)) {
		*ret = zhun_v_null();
		return true;
	}
	switch (libpq.PQftype(result, column)) {
	case PG_BOOL:
		*ret = zhun_v_int(p[0] != 0);
		return true;
	case PG_INT2:
		*ret = zhun_v_int((int16_t)read_big(p, 2));
		return true;
	case PG_INT4:
		*ret = zhun_v_int((int32_t)read_big(p, 4));
		return true;
	case PG_INT8:
		*ret = zhun_v_int((int64_t)read_big(p, 8));
		return true;
	case PG_FLOAT4:
		*ret = zhun_v_real(float_of(read_big(p, 4)));
		return true;
	case PG_FLOAT8:
		*ret = zhun_v_real(double_of(read_big(p, 8)));
		return true;
	case PG_BYTEA: {
		const char *copy = zhun_strndup(a, p, (size_t)len);
		*ret = zhun_v_bytes((struct zhun_bytes){(const unsigned char *)copy, (size_t)len});
		return copy;
	}
	default:
		*ret = zhun_v_text(zhun_strndup(a, p, (size_t)len));
		return ret->text;
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records put by their key: made, changed, or found to be the same. */
#include "register/query_write.h"
#include "register/record.h"
#include "register/register.h"
#include "register/rows.h"
#include "register/schema.h"
#include "register/value.h"

/* Today's revision and cells of a record that is there. */
static enum zhun_code find_current(const struct zhun_write *w, const struct zhun_register *reg, const char *id,
				   const struct zhun_value **ret, struct zhun_error *err)
{
	struct zhun_query q;
	enum zhun_code code;

	zhun_query_init(&q, w->by.arena, w->by.viewer);
	zhun_query_current(&q, reg, id);
	code = zhun_query_one(&q, w->by.conn, ret, err);
	return code || *ret ? code : zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
}

static bool same_cells(const struct zhun_register *reg, const struct zhun_value *a, const struct zhun_value *b)
{
	size_t n = zhun_fields_cells(reg->fields);

	for (size_t i = 0; i < n; i++)
		if (!zhun_value_same(&a[i], &b[i]))
			return false;
	return true;
}

/* Whether writing @a json over the record would change a cell, a row or a text. */
static enum zhun_code would_change(const struct zhun_write *w, const struct zhun_ref *ref,
				   const struct zhun_value *cells, const struct zhun_json *json, bool *ret,
				   struct zhun_error *err)
{
	const struct zhun_register *reg = ref->reg;
	struct zhun_record record;
	struct zhun_query q;
	struct zhun_rows_write rows = {.arena = w->by.arena, .conn = w->by.conn, .reg = reg, .query = &q,
				       .record = ref->id, .dry = true};
	enum zhun_code code = zhun_record_read(&w->by, reg, json, cells, &record, err);

	zhun_query_init(&q, w->by.arena, w->by.viewer);
	if (!code && !same_cells(reg, record.cells, cells))
		rows.differs = true;
	else if (!code)
		code = zhun_rows_write(&rows, &record, err);
	*ret = rows.differs;
	return code;
}

static enum zhun_code change(const struct zhun_write *w, const struct zhun_register *reg, const char *id,
			     const struct zhun_json *json, enum zhun_put *ret, struct zhun_error *err)
{
	const struct zhun_value *current = NULL;
	bool changes = false;
	int64_t rev;
	enum zhun_code code = find_current(w, reg, id, &current, err);

	const struct zhun_ref ref = {reg, id, code ? 0 : current[0].integer};
	if (!code)   /* revision and two dates stand before the cells */
		code = would_change(w, &ref, current + 3, json, &changes, err);
	if (!code && changes)
		code = zhun_register_update(w, &ref, json, &rev, err);
	if (!code)
		*ret = changes ? ZHUN_PUT_UPDATED : ZHUN_PUT_SAME;
	return code;
}

/* What nobody may hide from the viewer is not there. */
static enum zhun_code create(const struct zhun_write *w, const struct zhun_register *reg, const char *fresh,
			     const struct zhun_json *json, enum zhun_put *ret, struct zhun_error *err)
{
	struct zhun_write new = *w;

	new.key_free = !zhun_access_restricts(reg, w->by.viewer);
	enum zhun_code code = zhun_register_create(&new, reg, fresh, json, err);
	if (!code)
		*ret = ZHUN_PUT_CREATED;
	return code;
}

enum zhun_code zhun_register_put(const struct zhun_write *w, const struct zhun_register *reg, const char *fresh,
				 const struct zhun_json *json, enum zhun_put *ret, struct zhun_error *err)
{
	struct zhun_error none = {0};
	const char *id = NULL;
	enum zhun_code code = zhun_register_find_by_key(&w->by, reg, json, &id, &none);

	if (!code)
		return change(w, reg, id, json, ret, err);
	/* a link inside the key that leads nowhere has a place */
	if (code != ZHUN_E_LINK_UNKNOWN || none.place[0]) {
		*err = none;
		return code;
	}
	return create(w, reg, fresh, json, ret, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers that the database gives, asked for before the rows that bear them, so that rows need not be waited for. A
 * transaction asks for one, then for more at a time, a large one for many; what is left of them is nobody's. Within
 * the transaction only: of two writes of one record the later must have the higher number, whichever connections they
 * came by.
 */
#include <string.h>

#include "store/driver.h"

enum { PARAMS_MOST = 4 };

static struct zhun_pool *pool_of(struct zhun_conn *c, enum zhun_sql sql)
{
	for (size_t i = 0; i < ZHUN_POOLS; i++)
		if (!c->pools[i].asked || c->pools[i].sql == sql)
			return &c->pools[i];
	return NULL;
}

static enum zhun_code fill(struct zhun_conn *c, const struct zhun_asked *asked, struct zhun_pool *p,
			   struct zhun_arena *a, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	c->numbering = true;
	enum zhun_code code = zhun_store_query(c, asked, a, &rows, err);
	c->numbering = false;
	while (!code && (code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row)
		if (p->count < ZHUN_NUMBERS)
			p->numbers[p->count++] = row[0].integer;
	return code || p->count ? code : zhun_fail(err, ZHUN_E_INTERNAL, NULL, zhun_sql_rows[asked->sql].name);
}

enum zhun_code zhun_store_number(struct zhun_conn *c, const struct zhun_asked *asked, struct zhun_arena *a,
				 int64_t *ret, struct zhun_error *err)
{
	struct zhun_pool *p = pool_of(c, asked->sql);
	struct zhun_value params[PARAMS_MOST];
	enum zhun_code code = ZHUN_OK;
	if (!p || asked->count >= PARAMS_MOST || !c->in_transaction)
		return zhun_fail(err, ZHUN_E_INTERNAL, NULL, zhun_sql_rows[asked->sql].name);
	if (p->at == p->count) {
		const size_t most = c->large ? ZHUN_NUMBERS : p->asked ? p->asked * 16 : 1;
		*p = (struct zhun_pool){.sql = asked->sql, .asked = most < ZHUN_NUMBERS ? most : ZHUN_NUMBERS};
		if (asked->count)
			memcpy(params, asked->params, asked->count * sizeof *params);
		params[asked->count] = zhun_v_int((int64_t)p->asked);
		code = fill(c, &(struct zhun_asked){asked->sql, params, asked->count + 1}, p, a, err);
	}
	if (!code)
		*ret = p->numbers[p->at++];
	return code;
}

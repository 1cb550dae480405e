/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated states that contradict one another, by what the register declares to hold when. */
#include <stdlib.h>

#include "register/record.h"
#include "register/schema.h"

/* A dated state, and which row it is. */
struct begun {
	const char *since;
	size_t n;
};

static int by_day(const void *a, const void *b)
{
	const struct begun *x = a, *y = b;
	int order = strcmp(x->since, y->since);

	return order ? order : x->n < y->n ? -1 : x->n > y->n;
}

static enum zhun_code check_states(struct zhun_arena *a, const struct zhun_child *child,
				   const struct zhun_row_list *list, struct zhun_error *err)
{
	size_t n = 0, since = zhun_fields_at(child->fields, "since");
	struct begun *rows;

	for (const struct zhun_row *row = list->first; row; row = row->next)
		n++;
	if (!(rows = ZHUN_NEW_ARRAY(a, n, struct begun)))
		return zhun_no_memory(a, err);
	n = 0;
	for (const struct zhun_row *row = list->first; row; row = row->next, n++)
		rows[n] = (struct begun){row->cells[since].text, n};
	qsort(rows, n, sizeof *rows, by_day);
	for (size_t i = 1; i < n; i++) {
		if (strcmp(rows[i].since, rows[i - 1].since) != 0)
			continue;
		(void)zhun_fail(err, ZHUN_E_STATES_TOGETHER, "", rows[i].since);
		(void)zhun_json_within(err, "since");
		(void)zhun_json_within_index(err, rows[i].n);
		return zhun_json_within(err, child->plural);
	}
	return ZHUN_OK;
}

enum zhun_code zhun_record_check_states(struct zhun_arena *a, const struct zhun_record *record,
					struct zhun_error *err)
{
	const char *states = record->reg->holding.states;
	enum zhun_code code = ZHUN_OK;

	for (size_t i = 0; states && record->reg->children[i].name && !code; i++)
		if (zhun_str_equal(record->reg->children[i].name, states) && record->lists[i].given)
			code = check_states(a, &record->reg->children[i], &record->lists[i], err);
	return code;
}

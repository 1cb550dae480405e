/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/facts.h"

#include "service/inside.h"
#include "zhun/base/text.h"

enum { ROOM_FIRST = 16, ROOM_MAX = 32768 };

/* Room for one more than @a count items; NULL with the failure. A list is whole or the call fails: half a scope, or
 * states without the last of them, would make a verdict of their own. */
static void *room_for(struct zhun_arena *a, const void *items, size_t count, size_t size, struct zhun_error *err)
{
	void *more;
	if (count == ROOM_MAX) {
		(void)zhun_fail(err, ZHUN_E_ROWS_MANY, "", ZHUN_INT(ROOM_MAX));
		return NULL;
	}
	more = zhun_alloc_array(a, count ? 2 * count : ROOM_FIRST, size);
	if (!more)
		(void)zhun_no_memory(a, err);
	else if (count)
		memcpy(more, items, count * size);
	return more;
}

static bool is_full(size_t count)
{
	return count == 0 || (count >= ROOM_FIRST && (count & (count - 1)) == 0);
}

/* ---- rows ---- */

struct query {
	enum zhun_sql sql;
	const char *param;
};

static enum zhun_code ask(const struct zhun_call *call, const struct query *q, struct zhun_rows **ret,
			  struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(q->param);
	return zhun_store_query(call->conn, &(struct zhun_asked){q->sql, &v, 1}, call->arena, ret, err);
}

/* All rows, each handed to take(); stops where that returns false. */
typedef enum zhun_code take_row(void *context, const struct zhun_value *row, struct zhun_error *err);

static enum zhun_code each(const struct zhun_call *call, const struct query *q, take_row *take, void *context,
			   struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	enum zhun_code code = ask(call, q, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		code = take(context, row, err);
	zhun_rows_done(code || row ? rows : NULL);
	return code;
}

static int32_t day_of(const struct zhun_value *cell, int32_t preset)
{
	struct zhun_date d;
	if (cell->kind != ZHUN_V_TEXT || zhun_date_parse(cell->text, strlen(cell->text), &d, NULL))
		return preset;
	return d.first;
}

/* ---- the issuer ---- */

struct finding_issuer {
	struct zhun_issuer *ret;
	size_t count;
};

static enum zhun_code take_issuer(void *context, const struct zhun_value *row, struct zhun_error *err)
{
	struct finding_issuer *f = context;
	(void)err;
	if (f->count == 0 || !zhun_str_equal(f->ret->id, row[0].text))
		f->count++;
	*f->ret = (struct zhun_issuer){row[0].text, {row[1].text, row[2].text}};
	return ZHUN_OK;
}

static enum zhun_code look(const struct zhun_call *call, enum zhun_sql sql, const char *word, struct zhun_issuer *ret,
			   bool *ret_found, struct zhun_error *err)
{
	struct zhun_issuer found = {0};
	struct finding_issuer f = {&found, 0};
	if (!word || !*word || *ret_found)
		return ZHUN_OK;
	enum zhun_code code = each(call, &(struct query){sql, word}, take_issuer, &f, err);
	if (!code && f.count == 1) {
		*ret = found;
		*ret_found = true;
	}
	return code;
}

enum zhun_code zhun_organisation_named(const struct zhun_call *call, const struct zhun_cert_text *name,
				       struct zhun_issuer *ret, bool *ret_found, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	*ret_found = false;
	for (; name && !code; name = name->next)
		code = look(call, ZHUN_SQL_ORGANISATION_BY_NAME, name->text, ret, ret_found, err);
	return code;
}

enum zhun_code zhun_issuer_find(const struct zhun_call *call, const struct zhun_certificate *c,
				struct zhun_issuer *ret, bool *ret_found, struct zhun_error *err)
{
	enum zhun_code code = zhun_organisation_named(call, c->laboratory.name, ret, ret_found, err);
	if (!code)
		code = look(call, ZHUN_SQL_ORGANISATION_BY_ACCREDITATION, c->laboratory_code, ret, ret_found, err);
	return code ? code : look(call, ZHUN_SQL_ORGANISATION_BY_CODE, c->laboratory_code, ret, ret_found, err);
}

/* ---- states ---- */

struct states {
	struct zhun_arena *arena;
	struct zhun_fact_state *items;
	size_t count;
};

static enum zhun_standing standing_of(const char *word)
{
	static const struct {
		const char *word;
		enum zhun_standing standing;
	} words[] = {
		{"suspended", ZHUN_STANDING_SUSPENDED},
		{"withdrawn", ZHUN_STANDING_WITHDRAWN},
		{"superseded", ZHUN_STANDING_SUPERSEDED},
		{"expired", ZHUN_STANDING_EXPIRED},
	};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		if (zhun_str_equal(words[i].word, word))
			return words[i].standing;
	return ZHUN_STANDING_VALID;
}

static enum zhun_code take_state(void *context, const struct zhun_value *row, struct zhun_error *err)
{
	struct states *s = context;
	if (is_full(s->count) && !(s->items = room_for(s->arena, s->items, s->count, sizeof *s->items, err)))
		return err->code;
	s->items[s->count++] = (struct zhun_fact_state){standing_of(row[0].text), day_of(&row[1], INT32_MIN),
							day_of(&row[2], ZHUN_DAY_NEVER)};
	return ZHUN_OK;
}

/* A certificate's states have no end of their own. */
static enum zhun_code take_certificate_state(void *context, const struct zhun_value *row, struct zhun_error *err)
{
	const struct zhun_value open[] = {row[0], row[1], zhun_v_null()};
	return take_state(context, open, err);
}

static enum zhun_code load_states(const struct zhun_call *call, const struct query *q, take_row *take,
				  struct states *ret, struct zhun_error *err)
{
	*ret = (struct states){.arena = call->arena};
	return each(call, q, take, ret, err);
}

/* ---- accreditations and their scopes ---- */

struct accreditations {
	struct zhun_arena *arena;
	const char **id;
	struct zhun_fact_accreditation *items;
	size_t count;
};

static enum zhun_code take_accreditation(void *context, const struct zhun_value *row, struct zhun_error *err)
{
	struct accreditations *a = context;
	if (is_full(a->count) && (!(a->items = room_for(a->arena, a->items, a->count, sizeof *a->items, err)) ||
				  !(a->id = room_for(a->arena, a->id, a->count, sizeof *a->id, err))))
		return err->code;
	a->id[a->count] = row[0].text;
	a->items[a->count++] = (struct zhun_fact_accreditation){
		.number = row[1].text, .body = row[2].text, .valid_until = day_of(&row[3], ZHUN_DAY_NEVER)};
	return ZHUN_OK;
}

static enum zhun_code load_accreditations(const struct zhun_call *call, const char *issuer, struct accreditations *a,
					  struct zhun_error *err)
{
	a->arena = call->arena;
	enum zhun_code code =
		each(call, &(struct query){ZHUN_SQL_CLAIM_ACCREDITATIONS, issuer}, take_accreditation, a, err);
	for (size_t i = 0; i < a->count && !code; i++) {
		struct states s;
		code = load_states(call, &(struct query){ZHUN_SQL_CLAIM_ACCREDITATION_STATES, a->id[i]}, take_state, &s,
				   err);
		a->items[i].states = s.items;
		a->items[i].count = s.count;
	}
	return code;
}

struct lines {
	const struct zhun_call *call;
	const struct accreditations *accreditations;
	struct zhun_fact_capability *items;
	size_t count;
};

/* An end of the range; NULL where none is stated or it cannot be read. */
static const struct zhun_quantity *end_of(struct zhun_arena *a, const struct zhun_value *number)
{
	struct zhun_quantity q, *kept;
	if (number[0].kind != ZHUN_V_TEXT || number[1].kind != ZHUN_V_TEXT ||
	    zhun_quantity_of(number[0].text, number[1].text, &q, NULL) || !(kept = ZHUN_NEW(a, struct zhun_quantity)))
		return NULL;
	*kept = q;
	return kept;
}

static const struct zhun_statement *statement_of(struct zhun_arena *a, const struct zhun_value *cells,
						 const struct zhun_scope *scope)
{
	const struct zhun_statement *s = NULL;
	const struct zhun_quantity *end = scope->low ? scope->low : scope->high;
	const struct zhun_statement_written written = {cells[0].text, cells[1].text, cells[2].text};
	if (!end || cells[0].kind != ZHUN_V_TEXT || zhun_statement_read(a, &written, &end->unit, &s, NULL))
		return NULL;
	return s;
}

static size_t index_of(const struct accreditations *a, const char *id)
{
	for (size_t i = 0; i < a->count; i++)
		if (zhun_str_equal(a->id[i], id))
			return i;
	return SIZE_MAX;
}

static enum zhun_code take_line(void *context, const struct zhun_value *row, struct zhun_error *err)
{
	struct lines *l = context;
	struct zhun_arena *a = l->call->arena;
	if (is_full(l->count) && !(l->items = room_for(a, l->items, l->count, sizeof *l->items, err)))
		return err->code;
	struct zhun_fact_capability *c = &l->items[l->count++];
	*c = (struct zhun_fact_capability){
		.line = row[1].text,
		.accreditation = index_of(l->accreditations, row[0].text),
		.kind = row[2].text,
		.scope = {end_of(a, &row[3]), end_of(a, &row[5]), NULL},
		.since = day_of(&row[10], INT32_MIN),
		.until = day_of(&row[11], ZHUN_DAY_NEVER),
	};
	c->scope.u = statement_of(a, &row[7], &c->scope);
	return ZHUN_OK;
}

static enum zhun_code load_scope(const struct zhun_call *call, const char *issuer, struct zhun_facts *f,
				 struct zhun_error *err)
{
	struct accreditations *a = ZHUN_NEW(call->arena, struct accreditations);
	struct lines l = {.call = call, .accreditations = a};
	if (!a)
		return zhun_no_memory(call->arena, err);
	enum zhun_code code = load_accreditations(call, issuer, a, err);
	if (!code)
		code = each(call, &(struct query){ZHUN_SQL_CLAIM_CAPABILITIES, issuer}, take_line, &l, err);
	f->accreditations = a->items;
	f->accreditation_count = a->count;
	f->capabilities = l.items;
	f->capability_count = l.count;
	return code;
}

/* ---- the certificate's own record ---- */

/* The day so many months on; the last of the month where that month is shorter. */
static int32_t add_months(int32_t day, int64_t months)
{
	int year, month, dom;
	zhun_day_civil(day, &year, &month, &dom);
	int64_t all = (int64_t)year * 12 + month - 1 + months;
	int y = (int)(all / 12), m = (int)(all % 12) + 1;
	int32_t first = zhun_day_of(y, m, 1), next = m == 12 ? zhun_day_of(y + 1, 1, 1) : zhun_day_of(y, m + 1, 1);
	return first + dom - 1 < next ? first + dom - 1 : next - 1;
}

static enum zhun_code load_held(const struct zhun_call *call, const char *issuer, const char *number,
				struct zhun_facts *f, const char **ret_id, struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_text(issuer), zhun_v_text(number)}, *row = NULL;
	struct states s;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_CLAIM_CERTIFICATE, params, 2},
					     call->arena, &row, err);
	if (code || !row)
		return code;
	*ret_id = row[0].text;
	f->held = true;
	f->valid_until = day_of(&row[2], ZHUN_DAY_NEVER);
	if (row[5].kind == ZHUN_V_INT && row[5].integer > 0 && row[5].integer < 1200)
		f->due = add_months(day_of(&row[4], 0), row[5].integer);
	code = load_states(call, &(struct query){ZHUN_SQL_CLAIM_CERTIFICATE_STATES, *ret_id},
			   take_certificate_state, &s,
			   err);
	f->states = s.items;
	f->count = s.count;
	return code;
}

enum zhun_code zhun_facts_load(const struct zhun_call *call, const struct zhun_certificate *c,
			       struct zhun_facts *ret, const char **ret_id, struct zhun_error *err)
{
	struct zhun_facts f = {.registers = call->conn != NULL, .valid_until = ZHUN_DAY_NEVER, .due = ZHUN_DAY_NEVER};
	struct zhun_issuer issuer;
	bool found = false;
	enum zhun_code code = ZHUN_OK;
	*ret_id = NULL;
	if (f.registers)
		code = zhun_issuer_find(call, c, &issuer, &found, err);
	if (!code && found) {
		const char *name = issuer.name[call->language];
		f.issuer = name ? name : issuer.name[call->language == ZHUN_ZH ? ZHUN_EN : ZHUN_ZH];
		code = load_scope(call, issuer.id, &f, err);
	}
	if (!code && found && c->number)
		code = load_held(call, issuer.id, c->number, &f, ret_id, err);
	if (!code)
		*ret = f;
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/record.h"

#include "register/schema.h"
#include "register/stated.h"
#include "register/value.h"
#include "zhun/measure/statement.h"

/* What an answer has besides fields, so that an answer can be sent back; "reason" is the change's. */
static bool is_said_elsewhere(const char *name)
{
	static const char *const names[] = {"id", "rev", "title", "recorded_from", "valid_from", "valid_to", "reason"};

	for (size_t i = 0; i < ZHUN_COUNT(names); i++)
		if (zhun_str_equal(names[i], name))
			return true;
	return false;
}

static bool is_member(const struct zhun_field *fields, const struct zhun_child *children, const char *name)
{
	for (const struct zhun_child *c = children; c && c->name; c++)
		if (zhun_str_equal(c->plural, name))
			return true;
	return zhun_field_named(fields, name) != NULL;
}

static enum zhun_code check_members(const char *what, const struct zhun_field *fields,
				    const struct zhun_child *children, const struct zhun_json *json,
				    struct zhun_error *err)
{
	if (json->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_FIELD_KIND, "", what, "an object");
	for (const struct zhun_json *m = json->first; m; m = m->next)
		if (!is_member(fields, children, m->name) && !is_said_elsewhere(m->name)) {
			(void)zhun_fail(err, ZHUN_E_FIELD_UNKNOWN, "", m->name, what);
			return zhun_json_within(err, m->name);
		}
	return ZHUN_OK;
}

/* ---- fields ---- */

/* A link that was hidden was answered as null: null leaves it, as an answer sent back must. */
static enum zhun_code empty_link(const struct zhun_reader *r, const struct zhun_field *f, struct zhun_value *cell,
				 struct zhun_error *err)
{
	bool seen = false;
	enum zhun_code code;

	if (cell->kind != ZHUN_V_TEXT)
		return ZHUN_OK;
	code = zhun_register_sees(r, zhun_register_named(f->link), cell->text, &seen, err);
	if (!code && seen)
		zhun_value_empty(f, cell);
	return code;
}

/* What did not change is not looked up again: it may have become invisible to this viewer. */
static enum zhun_code read_link(const struct zhun_reader *r, const struct zhun_field *f,
				const struct zhun_json *json, struct zhun_value *cell, struct zhun_error *err)
{
	const char *id = json->kind == ZHUN_J_STRING ? json->text : zhun_json_get_string(json, "id");
	enum zhun_code code;

	if (json->kind == ZHUN_J_NULL)
		return empty_link(r, f, cell, err);
	if (cell->kind == ZHUN_V_TEXT && zhun_str_equal(cell->text, id))
		return ZHUN_OK;
	code = zhun_link_read(r, f, json, &id, err);
	if (code == ZHUN_E_LINK_UNKNOWN && r->loose && f->stated.text)
		return ZHUN_OK;
	if (!code)
		*cell = zhun_v_text(id);
	return code;
}

static enum zhun_code read_document(const struct zhun_reader *r, const struct zhun_field *f,
				    const struct zhun_json *json, struct zhun_value *cell, struct zhun_error *err)
{
	const struct zhun_value before = *cell;
	enum zhun_code code = zhun_value_read(r->arena, f, json, cell, err);

	if (code || zhun_value_same(cell, &before))
		return code;
	return zhun_document_check(r, cell->text, err);
}

static enum zhun_code read_field(const struct zhun_reader *r, const struct zhun_field *f,
				 const struct zhun_json *json, struct zhun_value *cells, struct zhun_error *err)
{
	if (f->kind == ZHUN_F_LINK)
		return read_link(r, f, json, cells, err);
	if (json->kind == ZHUN_J_NULL) {
		zhun_value_empty(f, cells);
		return ZHUN_OK;
	}
	if (f->kind == ZHUN_F_DOCUMENT)
		return read_document(r, f, json, cells, err);
	return zhun_value_read(r->arena, f, json, cells, err);
}

static bool is_empty(const struct zhun_field *f, const struct zhun_value *cells)
{
	return cells[0].kind == ZHUN_V_NULL && (f->kind != ZHUN_F_TEXTS || cells[1].kind == ZHUN_V_NULL);
}

static enum zhun_code read_one(const struct zhun_reader *r, const struct zhun_field *f,
			       const struct zhun_json *json, struct zhun_value *cells, struct zhun_error *err)
{
	enum zhun_code code = json ? read_field(r, f, json, cells, err) : ZHUN_OK;

	if (!code && f->required && is_empty(f, cells))
		code = zhun_fail(err, ZHUN_E_FIELD_REQUIRED, "", f->name);
	return code ? zhun_json_within(err, f->name) : ZHUN_OK;
}

/* The fields of a record or row over what stands in @a cells; @a given may be NULL. */
static enum zhun_code read_fields(const struct zhun_reader *r, const struct zhun_field *fields,
				  const struct zhun_json *json, struct zhun_value *cells, bool *given,
				  struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	size_t count;

	for (const struct zhun_field *f = fields; f->name && !code; f++) {
		const struct zhun_json *value = zhun_json_get(json, f->name);

		if (given)
			given[f - fields] = value != NULL;
		code = read_one(r, f, value, cells, err);
		(void)zhun_field_parts(f->kind, &count);
		cells += count;
	}
	return code;
}

/* U(x) is kept as written; it must be a statement that comes out in the unit of x. Where the
 * record does not say x's unit there is nothing to hold it against. */
static enum zhun_code check_statement(const struct zhun_reader *r, const struct zhun_field *f,
				      const struct zhun_value *u, const struct zhun_value *x, struct zhun_error *err)
{
	const char *written = x && x[2].kind == ZHUN_V_TEXT ? x[2].text : NULL;
	const struct zhun_statement *statement;
	struct zhun_unit unit = zhun_unit_one();
	enum zhun_code code = ZHUN_OK;

	if (!u || u[0].kind != ZHUN_V_TEXT || !written)
		return ZHUN_OK;
	const struct zhun_statement_written said = {u[0].text, u[1].text, u[2].text};
	if (written[0])
		code = zhun_unit_read(written, strlen(written), ZHUN_UNIT_TYPED, &unit, NULL, err);
	if (!code)
		code = zhun_statement_read(r->arena, &said, &unit, &statement, err);
	return code ? zhun_json_within(err, f->name) : ZHUN_OK;
}

/* A date has three cells: as written, its first day, its last. A year ends what began in it. */
static enum zhun_code check_order(const struct zhun_field *f, const struct zhun_value *end,
				  const struct zhun_value *begin, struct zhun_error *err)
{
	if (end[0].kind != ZHUN_V_TEXT || begin[0].kind != ZHUN_V_TEXT || strcmp(end[2].text, begin[1].text) >= 0)
		return ZHUN_OK;
	(void)zhun_fail(err, ZHUN_E_DAYS_ORDER, "", f->name, end[0].text, f->not_before, begin[0].text);
	return zhun_json_within(err, f->name);
}

/* What fields say together. */
static enum zhun_code check_fields(const struct zhun_reader *r, const struct zhun_field *fields,
				   const struct zhun_value *cells, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_field *f = fields; f->name && !code; f++) {
		const struct zhun_value *cell = cells + zhun_fields_at(fields, f->name);

		if (f->kind == ZHUN_F_UNCERTAINTY)
			code = check_statement(r, f, cell, f->of ? cells + zhun_fields_at(fields, f->of) : NULL, err);
		else if (f->not_before)
			code = check_order(f, cell, cells + zhun_fields_at(fields, f->not_before), err);
	}
	return code;
}

static struct zhun_value *empty_cells(struct zhun_arena *a, const struct zhun_field *fields)
{
	struct zhun_value *cells = ZHUN_NEW_ARRAY(a, zhun_fields_cells(fields), struct zhun_value), *cell = cells;
	size_t count;

	for (const struct zhun_field *f = fields; f->name && cells; f++) {
		zhun_value_empty(f, cell);
		(void)zhun_field_parts(f->kind, &count);
		cell += count;
	}
	return cells;
}

/* ---- rows ---- */

static enum zhun_code read_lists(const struct zhun_reader *r, const struct zhun_child *children,
				 const struct zhun_json *json, struct zhun_row_list **ret, struct zhun_error *err);

/* A child's texts have the two languages of their columns and no others. */
static enum zhun_code check_languages(const struct zhun_field *fields, const struct zhun_json *json,
				      struct zhun_error *err)
{
	for (const struct zhun_field *f = fields; f->name; f++) {
		const struct zhun_json *texts = f->kind == ZHUN_F_TEXTS ? zhun_json_get(json, f->name) : NULL;

		for (const struct zhun_json *t = texts ? texts->first : NULL; t; t = t->next)
			if (!zhun_str_equal(t->name, "en") && !zhun_str_equal(t->name, "zh")) {
				(void)zhun_fail(err, ZHUN_E_LANGUAGE_BAD, "", t->name);
				return zhun_json_within(err, f->name);
			}
	}
	return ZHUN_OK;
}

static enum zhun_code read_row(const struct zhun_reader *r, const struct zhun_child *child,
			       const struct zhun_json *json, struct zhun_row **ret, struct zhun_error *err)
{
	struct zhun_row *row = ZHUN_NEW(r->arena, struct zhun_row);
	enum zhun_code code;

	if (!row || !(row->cells = empty_cells(r->arena, child->fields)))
		return zhun_no_memory(r->arena, err);
	code = check_members(child->name, child->fields, child->children, json, err);
	if (!code)
		code = check_languages(child->fields, json, err);
	if (!code)
		code = read_fields(r, child->fields, json, row->cells, NULL, err);
	if (!code)
		code = zhun_stated_read(r, child->fields, json, NULL, row->cells, err);
	if (!code)
		code = check_fields(r, child->fields, row->cells, err);
	if (!code && child->children)
		code = read_lists(r, child->children, json, &row->lists, err);
	*ret = row;
	return code;
}

static enum zhun_code read_list(const struct zhun_reader *r, const struct zhun_child *child,
				const struct zhun_json *json, struct zhun_row_list *ret, struct zhun_error *err)
{
	struct zhun_row **end = &ret->first;
	size_t n = 0;

	if (!json)
		return ZHUN_OK;
	if (json->kind != ZHUN_J_ARRAY)
		return zhun_fail(err, ZHUN_E_FIELD_KIND, "", child->plural, "a list");
	if (json->count > ZHUN_ROWS_MAX)
		return zhun_fail(err, ZHUN_E_ROWS_MANY, "", ZHUN_INT(ZHUN_ROWS_MAX));
	ret->given = true;
	for (const struct zhun_json *j = json->first; j; j = j->next, n++) {
		enum zhun_code code = read_row(r, child, j, end, err);

		if (code)
			return zhun_json_within_index(err, n);
		end = &(*end)->next;
	}
	return ZHUN_OK;
}

static enum zhun_code read_lists(const struct zhun_reader *r, const struct zhun_child *children,
				 const struct zhun_json *json, struct zhun_row_list **ret, struct zhun_error *err)
{
	size_t count = 0;

	while (children && children[count].name)
		count++;
	*ret = ZHUN_NEW_ARRAY(r->arena, count, struct zhun_row_list);
	if (!*ret)
		return zhun_no_memory(r->arena, err);
	for (size_t i = 0; i < count; i++) {
		enum zhun_code code = read_list(r, &children[i], zhun_json_get(json, children[i].plural),
						&(*ret)[i], err);

		if (code)
			return zhun_json_within(err, children[i].plural);
	}
	return ZHUN_OK;
}

/* ---- texts in further languages ---- */

/* A language tag of BCP 47, roughly: two or three letters, then parts of letters and digits. */
static bool is_language(const char *s)
{
	size_t n = 0;

	while (s[n] >= 'a' && s[n] <= 'z')
		n++;
	if (n < 2 || n > 3)
		return false;
	for (; s[n]; n++)
		if (!(s[n] == '-' || (s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z') ||
		      (s[n] >= '0' && s[n] <= '9')))
			return false;
	return n <= 35;
}

static enum zhun_code read_further(const struct zhun_reader *r, const struct zhun_field *f,
				   const struct zhun_json *t, struct zhun_further_text ***end, struct zhun_error *err)
{
	struct zhun_further_text *text;

	if (zhun_str_equal(t->name, "en") || zhun_str_equal(t->name, "zh") || t->kind == ZHUN_J_NULL)
		return ZHUN_OK;
	if (!is_language(t->name))
		return zhun_fail(err, ZHUN_E_LANGUAGE_BAD, "", t->name);
	if (t->kind != ZHUN_J_STRING)
		return zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "a text");
	if (zhun_utf8_count(t->text) > ZHUN_TEXT_MAX)
		return zhun_fail(err, ZHUN_E_FIELD_LONG, "", f->name, ZHUN_INT(ZHUN_TEXT_MAX));
	if (!(text = ZHUN_NEW(r->arena, struct zhun_further_text)))
		return zhun_no_memory(r->arena, err);
	*text = (struct zhun_further_text){f, t->name, t->text, NULL};
	**end = text;
	*end = &text->next;
	return ZHUN_OK;
}

static enum zhun_code read_texts(const struct zhun_reader *r, const struct zhun_register *reg,
				 const struct zhun_json *json, struct zhun_further_text **ret, struct zhun_error *err)
{
	struct zhun_further_text **end = ret;

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		const struct zhun_json *texts = f->kind == ZHUN_F_TEXTS ? zhun_json_get(json, f->name) : NULL;

		if (texts && texts->count > ZHUN_LANGUAGES_MAX) {
			(void)zhun_fail(err, ZHUN_E_ROWS_MANY, "", ZHUN_INT(ZHUN_LANGUAGES_MAX));
			return zhun_json_within(err, f->name);
		}
		for (const struct zhun_json *t = texts ? texts->first : NULL; t; t = t->next)
			if (read_further(r, f, t, &end, err)) {
				(void)zhun_json_within(err, t->name);
				return zhun_json_within(err, f->name);
			}
	}
	return ZHUN_OK;
}

enum zhun_code zhun_record_read(const struct zhun_reader *r, const struct zhun_register *reg,
				const struct zhun_json *json, const struct zhun_value *current,
				struct zhun_record *ret, struct zhun_error *err)
{
	size_t cells = zhun_fields_cells(reg->fields);
	enum zhun_code code = check_members(reg->name, reg->fields, reg->children, json, err);

	if (code)
		return code;
	*ret = (struct zhun_record){.reg = reg};
	ret->cells = empty_cells(r->arena, reg->fields);
	ret->given = ZHUN_NEW_ARRAY(r->arena, cells, bool);
	if (!ret->cells || !ret->given)
		return zhun_no_memory(r->arena, err);
	for (size_t i = 0; i < cells && current; i++)
		if (current[i].kind != ZHUN_V_NULL)
			ret->cells[i] = current[i];
	code = read_fields(r, reg->fields, json, ret->cells, ret->given, err);
	if (!code)
		code = zhun_stated_read(r, reg->fields, json, current, ret->cells, err);
	if (!code)
		code = check_fields(r, reg->fields, ret->cells, err);
	if (!code)
		code = read_texts(r, reg, json, &ret->texts, err);
	if (!code)
		code = read_lists(r, reg->children, json, &ret->lists, err);
	return code ? code : zhun_record_check_states(r->arena, ret, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/hash.h"
#include "register/ask_part.h"
#include "register/schema.h"
#include "zhun/base/number.h"
#include "zhun/base/uuid.h"

/* ---- order and cursor ---- */

static enum zhun_code read_sort(const struct zhun_register *reg, const char *s, struct zhun_page *page,
				struct zhun_error *err)
{
	const char *name = s + (s[0] == '-');

	page->descending = s[0] == '-';
	if (zhun_str_equal(name, "id"))
		return ZHUN_OK;
	page->sort = zhun_field_named(reg->fields, name);
	if (!page->sort || !page->sort->sortable || page->sort->read != ZHUN_READ_ALL)
		return zhun_fail(err, ZHUN_E_SORT_UNKNOWN, "sort", name, reg->plural);
	return ZHUN_OK;
}

/* A cursor is "order, part, id, value" with U+001F between: the order that it belongs to, "e" in
 * the part of empty values, "r" for a real, "i" for an integer, "t" for a text, and what was
 * answered last. Its text is base64url; a client need not understand it. */
#define SEPARATOR '\x1f'

static char part_letter(const struct zhun_page *page, const struct zhun_value *value)
{
	if (page->empty_part || !value)
		return 'e';
	return value->kind == ZHUN_V_INT ? 'i' : value->kind == ZHUN_V_REAL ? 'r' : 't';
}

const char *zhun_cursor_text(struct zhun_arena *a, const struct zhun_page *page,
			     const struct zhun_value *value, const char *id)
{
	struct zhun_text t;
	const char *text;
	char number[ZHUN_NUMBER_TEXT];

	zhun_text_init(&t, a, 8192);
	zhun_text_addf(&t, "%s%s%c%c%c%s%c", page->descending ? "-" : "", page->sort ? page->sort->name : "id",
		       SEPARATOR, part_letter(page, value), SEPARATOR, id ? id : "", SEPARATOR);
	if (value && value->kind == ZHUN_V_REAL) {
		zhun_double_text(value->real, number);
		zhun_text_add(&t, number);
	} else if (value && value->kind == ZHUN_V_INT) {
		zhun_text_addf(&t, "%lld", (long long)value->integer);
	} else if (value && value->kind == ZHUN_V_TEXT) {
		zhun_text_add(&t, value->text);
	}
	if (zhun_text_done(&t, &text, NULL))
		return NULL;
	return zhun_base64url(a, (struct zhun_bytes){(const unsigned char *)text, t.len});
}

/* What a cursor of this order says where its part is not the empty one. */
static char letter_of(const struct zhun_field *sort)
{
	size_t count;

	if (!sort)
		return 't';
	const struct zhun_part *parts = zhun_field_parts(sort->kind, &count);
	enum zhun_column_type type = parts[zhun_field_sort_part(sort->kind, ZHUN_EN)].type;
	return type == ZHUN_COLUMN_INT ? 'i' : type == ZHUN_COLUMN_REAL ? 'r' : 't';
}

static enum zhun_code read_after(char letter, const char *value, struct zhun_ask *ask, struct zhun_error *err)
{
	ask->page.empty_part = letter == 'e';
	ask->page.after = &ask->after;
	if (letter != 'e' && letter != letter_of(ask->page.sort))
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
	if (letter == 'i' || letter == 'r')
		return zhun_ask_number(value, letter == 'i', &ask->after, err);
	ask->after = zhun_v_text(value);
	return ZHUN_OK;
}

static bool same_order(const struct zhun_page *page, const char *order)
{
	bool descending = order[0] == '-';

	return descending == page->descending &&
	       zhun_str_equal(order + descending, page->sort ? page->sort->name : "id");
}

static enum zhun_code read_cursor(struct zhun_arena *a, const char *s, struct zhun_ask *ask,
				  struct zhun_error *err)
{
	struct zhun_bytes bytes;
	char *text, *field[4];

	if (zhun_base64url_decode(a, s, strlen(s), &bytes, NULL) ||
	    zhun_utf8_valid((const char *)bytes.ptr, bytes.len) != bytes.len)
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
	text = zhun_strndup(a, (const char *)bytes.ptr, bytes.len);
	for (int i = 0; i < 4; i++) {
		if (!text)
			return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
		field[i] = text;
		text = i < 3 ? strchr(text, SEPARATOR) : NULL;
		if (text)
			*text++ = '\0';
	}
	if (!same_order(&ask->page, field[0]) || strlen(field[1]) != 1 ||
	    (field[2][0] && !zhun_uuid_valid(field[2])))
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
	ask->page.after_id = field[2][0] ? field[2] : NULL;
	return read_after(field[1][0], field[3], ask, err) ? zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor") : ZHUN_OK;
}

enum zhun_code zhun_ask_whole(const char *s, int64_t *ret, struct zhun_error *err)
{
	struct zhun_value v;
	enum zhun_code code = zhun_ask_number(s, true, &v, err);

	if (!code)
		*ret = v.integer;
	return code;
}

enum zhun_code zhun_ask_limit(const char *s, int64_t most, int64_t *ret, struct zhun_error *err)
{
	int64_t n;

	if (zhun_ask_whole(s, &n, NULL) || n < 1 || n > most)
		return zhun_fail(err, ZHUN_E_LIMIT_BAD, "limit", ZHUN_INT(most), s);
	*ret = n;
	return ZHUN_OK;
}

/* ---- the whole ---- */

static enum zhun_code read_time(struct zhun_arena *a, const struct zhun_param *p, struct zhun_source *source,
				bool *ret_taken, struct zhun_error *err)
{
	struct zhun_filter day = {0};
	struct zhun_value instant;
	enum zhun_code code;

	*ret_taken = true;
	if (zhun_str_equal(p->name, "as_of")) {
		code = zhun_ask_day(p->value, a, &day, err);
		source->as_of = day.high.text;
	} else if (zhun_str_equal(p->name, "known_at")) {
		code = zhun_ask_instant(a, p->value, &instant, err);
		if (code == ZHUN_OK)
			source->known_at = instant.text;
	} else {
		*ret_taken = false;
		return ZHUN_OK;
	}
	return code ? zhun_error_within(err, p->name) : ZHUN_OK;
}

static enum zhun_code read_holds_on(struct zhun_arena *a, const char *s, struct zhun_ask *ask, struct zhun_error *err)
{
	struct zhun_filter day = {0};
	enum zhun_code code;

	if (!zhun_holding_known(&ask->source.reg->holding))
		return zhun_fail(err, ZHUN_E_FILTER_UNKNOWN, "holds_on", "holds_on", ask->source.reg->plural);
	code = zhun_ask_day(s, a, &day, err);
	ask->page.holds_on = day.high.text;
	return code ? zhun_error_within(err, "holds_on") : ZHUN_OK;
}

static enum zhun_code read_changed(struct zhun_arena *a, const struct zhun_param *p, const char **ret,
				   struct zhun_error *err)
{
	struct zhun_value instant = {0};
	enum zhun_code code = zhun_ask_instant(a, p->value, &instant, err);

	if (code)
		return zhun_error_within(err, p->name);
	*ret = instant.text;
	return ZHUN_OK;
}

/* Parameters that are neither a field nor a time. The cursor, which belongs to an order, is read later. */
static enum zhun_code read_other(struct zhun_arena *a, const struct zhun_param *p, struct zhun_ask *ask,
				 bool *ret_taken, struct zhun_error *err)
{
	static const char *const later[] = {"q", "sort", "cursor"};

	*ret_taken = true;
	if (zhun_str_equal(p->name, "limit"))
		return zhun_ask_limit(p->value, ZHUN_PAGE_MAX, &ask->page.limit, err);
	if (zhun_str_equal(p->name, "total"))
		return zhun_ask_yes(p->name, p->value, &ask->total, err);
	if (zhun_str_equal(p->name, "holds_on"))
		return read_holds_on(a, p->value, ask, err);
	if (zhun_str_equal(p->name, "changed_after"))
		return read_changed(a, p, &ask->page.changed_after, err);
	if (zhun_str_equal(p->name, "changed_until"))
		return read_changed(a, p, &ask->page.changed_until, err);
	if (zhun_str_equal(p->name, "q") && p->value[0]) {
		ask->page.prefix = p->value;
		return zhun_ask_prefix_end(a, p->value, &ask->page.prefix_end, err);
	}
	*ret_taken = false;
	for (size_t i = 0; i < ZHUN_COUNT(later); i++)
		*ret_taken |= zhun_str_equal(p->name, later[i]);
	return ZHUN_OK;
}

static enum zhun_code read_param(const struct zhun_reader *by, const struct zhun_param *p, struct zhun_ask *ask,
				 struct zhun_filter *filters, struct zhun_error *err)
{
	bool taken;
	enum zhun_code code = read_time(by->arena, p, &ask->source, &taken, err);

	if (!code && !taken)
		code = read_other(by->arena, p, ask, &taken, err);
	if (code || taken)
		return code;
	return zhun_ask_filter(by, ask->source.reg, p, &filters[ask->page.count++], err);
}

/* The value of the last parameter of that name, else @a preset. */
static const char *last_of(const struct zhun_params *params, const char *name, const char *preset)
{
	for (size_t i = 0; i < params->count; i++)
		if (zhun_str_equal(params->items[i].name, name))
			preset = params->items[i].value;
	return preset;
}

enum zhun_code zhun_ask_read(const struct zhun_reader *by, const struct zhun_register *reg,
			     const struct zhun_params *params, struct zhun_ask *ret, struct zhun_error *err)
{
	struct zhun_filter *filters = ZHUN_NEW_ARRAY(by->arena, params->count, struct zhun_filter);
	const char *cursor = last_of(params, "cursor", NULL);
	enum zhun_code code;

	if (!filters)
		return zhun_no_memory(by->arena, err);
	if (by->viewer->count > ZHUN_VIEWER_MEMBERS || params->count > ZHUN_VIEWER_MEMBERS)
		return zhun_fail(err, ZHUN_E_ASK_LARGE, NULL);
	*ret = (struct zhun_ask){.source = {.reg = reg}, .page = {.filters = filters, .limit = ZHUN_PAGE_USUAL}};
	code = read_sort(reg, last_of(params, "sort", reg->sort), &ret->page, err);
	for (size_t i = 0; i < params->count && !code; i++)
		code = read_param(by, &params->items[i], ret, filters, err);
	if (!code && cursor)
		code = read_cursor(by->arena, cursor, ret, err);
	if (!code && ret->page.prefix && zhun_source_is_history(&ret->source))
		return zhun_fail(err, ZHUN_E_SEARCH_CURRENT, "q");
	return code;
}

enum zhun_code zhun_ask_time(struct zhun_arena *a, const struct zhun_register *reg,
			     const struct zhun_params *params, struct zhun_source *ret, struct zhun_error *err)
{
	*ret = (struct zhun_source){.reg = reg};
	for (size_t i = 0; i < params->count; i++) {
		bool taken;
		enum zhun_code code = read_time(a, &params->items[i], ret, &taken, err);

		if (code)
			return code;
		if (!taken)
			return zhun_fail(err, ZHUN_E_PARAMETER_UNKNOWN, params->items[i].name, params->items[i].name);
	}
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ask.h"

#include "codec/hash.h"
#include "register/schema.h"
#include "register/value.h"
#include "zhun/base/date.h"
#include "zhun/base/number.h"
#include "zhun/base/uuid.h"

static const char *const op_names[ZHUN_OPS] = {
	[ZHUN_OP_EQ] = "eq", [ZHUN_OP_NE] = "ne", [ZHUN_OP_LT] = "lt", [ZHUN_OP_LE] = "le",
	[ZHUN_OP_GT] = "gt", [ZHUN_OP_GE] = "ge", [ZHUN_OP_STARTS] = "starts", [ZHUN_OP_NULL] = "null",
};

bool zhun_field_has_op(enum zhun_field_kind kind, enum zhun_op op)
{
	enum { EQUAL = 1 << ZHUN_OP_EQ | 1 << ZHUN_OP_NE | 1 << ZHUN_OP_NULL,
	       ORDER = 1 << ZHUN_OP_LT | 1 << ZHUN_OP_LE | 1 << ZHUN_OP_GT | 1 << ZHUN_OP_GE,
	       START = 1 << ZHUN_OP_STARTS };
	static const unsigned ops[ZHUN_FIELD_KINDS] = {
		[ZHUN_F_TEXT] = EQUAL | ORDER | START, [ZHUN_F_TEXTS] = EQUAL | START,
		[ZHUN_F_INTEGER] = EQUAL | ORDER, [ZHUN_F_REAL] = EQUAL | ORDER, [ZHUN_F_BOOLEAN] = EQUAL,
		[ZHUN_F_DATE] = EQUAL | ORDER, [ZHUN_F_INSTANT] = EQUAL | ORDER, [ZHUN_F_CHOICE] = EQUAL,
		[ZHUN_F_LINK] = EQUAL, [ZHUN_F_QUANTITY] = EQUAL | ORDER,
		[ZHUN_F_UNCERTAINTY] = 0, [ZHUN_F_MONEY] = 0, [ZHUN_F_DOCUMENT] = 0,
	};

	return (ops[kind] >> op & 1) != 0;
}

/* The text that follows all texts with this beginning: its last character is one higher. SQL NULL
 * where there is none. */
static enum zhun_code after_prefix(struct zhun_arena *a, const char *s, struct zhun_value *ret,
				   struct zhun_error *err)
{
	size_t start = strlen(s), len;
	struct zhun_text t;
	const char *text;
	uint32_t c = 0x10ffff;

	*ret = zhun_v_null();
	while (start > 0 && c == 0x10ffff) {
		do
			start--;
		while (start > 0 && ((unsigned char)s[start] & 0xc0) == 0x80);
		c = zhun_utf8_next(s + start, &len);
	}
	if (c == 0x10ffff)
		return ZHUN_OK;
	zhun_text_init(&t, a, strlen(s) + 8);
	zhun_text_addn(&t, s, start);
	zhun_text_add_scalar(&t, c == 0xd7ff ? 0xe000 : c + 1);  /* over the surrogates */
	if (zhun_text_done(&t, &text, err))
		return zhun_no_memory(a, err);
	*ret = zhun_v_text(text);
	return ZHUN_OK;
}

/* ---- filters ---- */

static enum zhun_code read_yes(const char *name, const char *s, bool *ret, struct zhun_error *err)
{
	if (!zhun_str_equal(s, "true") && !zhun_str_equal(s, "false") && !zhun_str_equal(s, "1") &&
	    !zhun_str_equal(s, "0"))
		return zhun_fail(err, ZHUN_E_FIELD_KIND, name, name, "true, false");
	*ret = *s == 't' || *s == '1';
	return ZHUN_OK;
}

static enum zhun_code read_date(const char *s, struct zhun_arena *a, struct zhun_filter *f, struct zhun_error *err)
{
	struct zhun_date date;
	enum zhun_code code = zhun_date_parse(s, strlen(s), &date, err);
	char day[ZHUN_DATE_TEXT];

	if (code)
		return code;
	zhun_day_text(date.first, day);
	f->low = zhun_v_text(zhun_strdup(a, day));
	zhun_day_text(date.last, day);
	f->high = zhun_v_text(zhun_strdup(a, day));
	return f->low.kind == ZHUN_V_NULL || f->high.kind == ZHUN_V_NULL ? zhun_no_memory(a, err) : ZHUN_OK;
}

static enum zhun_code read_number(const char *s, bool whole, struct zhun_value *ret, struct zhun_error *err)
{
	struct zhun_number number;
	enum zhun_code code = zhun_number_parse(s, strlen(s), &number, err);

	if (code)
		return code;
	if (whole && (number.value < -9007199254740992.0 || number.value > 9007199254740992.0 ||
		      number.value != (double)(int64_t)number.value))
		return zhun_fail(err, ZHUN_E_NUMBER_BAD, NULL, s);
	*ret = whole ? zhun_v_int((int64_t)number.value) : zhun_v_real(number.value);
	return ZHUN_OK;
}

static enum zhun_code read_instant(struct zhun_arena *a, const char *s, struct zhun_value *ret,
				   struct zhun_error *err)
{
	char text[ZHUN_INSTANT_TEXT];
	int64_t instant;
	enum zhun_code code = zhun_instant_parse(s, strlen(s), &instant, err);

	if (code)
		return code;
	zhun_instant_text(instant, text);
	*ret = zhun_v_text(zhun_strdup(a, text));
	return ret->kind == ZHUN_V_NULL ? zhun_no_memory(a, err) : ZHUN_OK;
}

static enum zhun_code read_quantity(struct zhun_arena *a, const char *s, struct zhun_filter *f,
				    struct zhun_error *err)
{
	struct zhun_value cells[ZHUN_FIELD_PARTS];
	enum zhun_code code = zhun_value_quantity(a, s, cells, err);

	if (code)
		return code;
	f->low = cells[3];
	f->unit = cells[4].text;
	return ZHUN_OK;
}

static enum zhun_code read_value(struct zhun_arena *a, const char *s, struct zhun_filter *f,
				 struct zhun_error *err)
{
	bool yes;
	enum zhun_code code;

	switch (f->field->kind) {
	case ZHUN_F_INTEGER:
		return read_number(s, true, &f->low, err);
	case ZHUN_F_REAL:
		return read_number(s, false, &f->low, err);
	case ZHUN_F_BOOLEAN:
		code = read_yes(f->field->name, s, &yes, err);
		if (code == ZHUN_OK)
			f->low = zhun_v_int(yes);
		return code;
	case ZHUN_F_DATE:
		return read_date(s, a, f, err);
	case ZHUN_F_INSTANT:
		return read_instant(a, s, &f->low, err);
	case ZHUN_F_QUANTITY:
		return read_quantity(a, s, f, err);
	case ZHUN_F_TEXT:
	case ZHUN_F_TEXTS:
	case ZHUN_F_CHOICE:
	case ZHUN_F_LINK:
	case ZHUN_F_UNCERTAINTY:
	case ZHUN_F_MONEY:
	case ZHUN_F_DOCUMENT:
		break;
	}
	f->low = zhun_v_text(s);
	return f->op == ZHUN_OP_STARTS ? after_prefix(a, s, &f->high, err) : ZHUN_OK;
}

static bool named_op(const char *name, enum zhun_op *ret)
{
	for (int op = 0; op < ZHUN_OPS; op++)
		if (zhun_str_equal(op_names[op], name)) {
			*ret = (enum zhun_op)op;
			return true;
		}
	return false;
}

/* "issued.ge": field and operator. */
static enum zhun_code read_filter(struct zhun_arena *a, const struct zhun_register *reg,
				  const struct zhun_param *p, struct zhun_filter *ret, struct zhun_error *err)
{
	const char *dot = strchr(p->name, '.');
	const char *name = zhun_strndup(a, p->name, dot ? (size_t)(dot - p->name) : strlen(p->name));
	enum zhun_code code;

	if (!name)
		return zhun_no_memory(a, err);
	*ret = (struct zhun_filter){.field = zhun_field_named(reg->fields, name)};
	if (!ret->field || !zhun_field_filters(ret->field))
		return zhun_fail(err, ZHUN_E_FILTER_UNKNOWN, p->name, name, reg->plural);
	if (dot && !named_op(dot + 1, &ret->op))
		return zhun_fail(err, ZHUN_E_OPERATOR_UNKNOWN, p->name, name, dot + 1);
	if (!zhun_field_has_op(ret->field->kind, ret->op))
		return zhun_fail(err, ZHUN_E_OPERATOR_UNKNOWN, p->name, name, op_names[ret->op]);
	if (ret->op == ZHUN_OP_NULL)
		return read_yes(p->name, p->value, &ret->yes, err);
	code = read_value(a, p->value, ret, err);
	return code ? zhun_error_within(err, p->name) : ZHUN_OK;
}

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

static enum zhun_code read_after(char letter, const char *value, struct zhun_ask *ask, struct zhun_error *err)
{
	ask->page.empty_part = letter == 'e';
	ask->page.after = &ask->after;
	if (letter == 'i' || letter == 'r')
		return read_number(value, letter == 'i', &ask->after, err);
	if (letter != 't' && letter != 'e')
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
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

static enum zhun_code read_limit(const char *s, int64_t *ret, struct zhun_error *err)
{
	struct zhun_value v;

	if (read_number(s, true, &v, NULL) || v.integer < 1 || v.integer > ZHUN_PAGE_MAX)
		return zhun_fail(err, ZHUN_E_LIMIT_BAD, "limit", ZHUN_INT(ZHUN_PAGE_MAX), s);
	*ret = v.integer;
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
		code = read_date(p->value, a, &day, err);
		source->as_of = day.high.text;
	} else if (zhun_str_equal(p->name, "known_at")) {
		code = read_instant(a, p->value, &instant, err);
		if (code == ZHUN_OK)
			source->known_at = instant.text;
	} else {
		*ret_taken = false;
		return ZHUN_OK;
	}
	return code ? zhun_error_within(err, p->name) : ZHUN_OK;
}

/* Parameters that are neither a field nor a time. The cursor is read last: it belongs to an order. */
static enum zhun_code read_other(struct zhun_arena *a, const struct zhun_param *p, struct zhun_ask *ask,
				 const char **ret_cursor, bool *ret_taken, struct zhun_error *err)
{
	*ret_taken = true;
	if (zhun_str_equal(p->name, "limit"))
		return read_limit(p->value, &ask->page.limit, err);
	if (zhun_str_equal(p->name, "total"))
		return read_yes(p->name, p->value, &ask->total, err);
	if (zhun_str_equal(p->name, "cursor")) {
		*ret_cursor = p->value;
	} else if (zhun_str_equal(p->name, "q") && p->value[0]) {
		ask->page.prefix = p->value;
		return after_prefix(a, p->value, &ask->page.prefix_end, err);
	} else if (!zhun_str_equal(p->name, "sort") && !zhun_str_equal(p->name, "q")) {
		*ret_taken = false;
	}
	return ZHUN_OK;
}

static enum zhun_code read_param(struct zhun_arena *a, const struct zhun_register *reg, const struct zhun_param *p,
				 struct zhun_ask *ask, struct zhun_filter *filters, const char **ret_cursor,
				 struct zhun_error *err)
{
	bool taken;
	enum zhun_code code = read_time(a, p, &ask->source, &taken, err);

	if (!code && !taken)
		code = read_other(a, p, ask, ret_cursor, &taken, err);
	if (code || taken)
		return code;
	return read_filter(a, reg, p, &filters[ask->page.count++], err);
}

enum zhun_code zhun_ask_read(struct zhun_arena *a, const struct zhun_viewer *viewer,
			     const struct zhun_register *reg, const struct zhun_params *params,
			     struct zhun_ask *ret, struct zhun_error *err)
{
	struct zhun_filter *filters = ZHUN_NEW_ARRAY(a, params->count, struct zhun_filter);
	const char *sort = reg->sort, *cursor = NULL;
	enum zhun_code code;

	if (!filters)
		return zhun_no_memory(a, err);
	if (viewer->count > ZHUN_VIEWER_MEMBERS || params->count > ZHUN_VIEWER_MEMBERS)
		return zhun_fail(err, ZHUN_E_ASK_LARGE, NULL);
	*ret = (struct zhun_ask){.source = {.reg = reg}, .page = {.filters = filters, .limit = ZHUN_PAGE_USUAL}};
	for (size_t i = 0; i < params->count; i++)
		if (zhun_str_equal(params->items[i].name, "sort"))
			sort = params->items[i].value;
	code = read_sort(reg, sort, &ret->page, err);
	for (size_t i = 0; i < params->count && !code; i++)
		code = read_param(a, reg, &params->items[i], ret, filters, &cursor, err);
	if (!code && cursor)
		code = read_cursor(a, cursor, ret, err);
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

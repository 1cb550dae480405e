/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One condition of a list, read against the declaration: the way to its field, its operator, its value. */
#include "register/ask_part.h"
#include "register/schema.h"
#include "register/value.h"
#include "zhun/base/date.h"
#include "zhun/base/number.h"

static const char *const op_names[ZHUN_OPS] = {
	[ZHUN_OP_EQ] = "eq", [ZHUN_OP_NE] = "ne", [ZHUN_OP_LT] = "lt", [ZHUN_OP_LE] = "le",
	[ZHUN_OP_GT] = "gt", [ZHUN_OP_GE] = "ge", [ZHUN_OP_STARTS] = "starts", [ZHUN_OP_NULL] = "null",
	[ZHUN_OP_IN] = "in",
};

bool zhun_field_has_op(enum zhun_field_kind kind, enum zhun_op op)
{
	enum { EQUAL = 1 << ZHUN_OP_EQ | 1 << ZHUN_OP_NE | 1 << ZHUN_OP_NULL,
	       ORDER = 1 << ZHUN_OP_LT | 1 << ZHUN_OP_LE | 1 << ZHUN_OP_GT | 1 << ZHUN_OP_GE,
	       START = 1 << ZHUN_OP_STARTS };
	static const unsigned ops[ZHUN_FIELD_KINDS] = {
		[ZHUN_F_TEXT] = EQUAL | ORDER | START, [ZHUN_F_TEXTS] = EQUAL | START,
		[ZHUN_F_INTEGER] = EQUAL | ORDER, [ZHUN_F_REAL] = EQUAL | ORDER, [ZHUN_F_BOOLEAN] = EQUAL,
		[ZHUN_F_DATE] = EQUAL | ORDER, [ZHUN_F_INSTANT] = EQUAL | ORDER,
		[ZHUN_F_CHOICE] = EQUAL | 1 << ZHUN_OP_IN,
		[ZHUN_F_LINK] = EQUAL, [ZHUN_F_QUANTITY] = EQUAL | ORDER,
		[ZHUN_F_MONEY] = EQUAL | ORDER,
		[ZHUN_F_UNCERTAINTY] = 0, [ZHUN_F_DOCUMENT] = 0,
	};

	return (ops[kind] >> op & 1) != 0;
}

/* The text that follows all texts with this beginning: its last character is one higher. SQL NULL
 * where there is none. */
enum zhun_code zhun_ask_prefix_end(struct zhun_arena *a, const char *s, struct zhun_value *ret,
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

enum zhun_code zhun_ask_yes(const char *name, const char *s, bool *ret, struct zhun_error *err)
{
	if (!zhun_str_equal(s, "true") && !zhun_str_equal(s, "false") && !zhun_str_equal(s, "1") &&
	    !zhun_str_equal(s, "0"))
		return zhun_fail(err, ZHUN_E_FIELD_KIND, name, name, "true, false");
	*ret = *s == 't' || *s == '1';
	return ZHUN_OK;
}

enum zhun_code zhun_ask_day(const char *s, struct zhun_arena *a, struct zhun_filter *f, struct zhun_error *err)
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

enum zhun_code zhun_ask_number(const char *s, bool whole, struct zhun_value *ret, struct zhun_error *err)
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

enum zhun_code zhun_ask_instant(struct zhun_arena *a, const char *s, struct zhun_value *ret,
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

/* "50000000000 CNY": minor units and their currency, as a record has them. */
static enum zhun_code read_money(struct zhun_arena *a, const char *s, struct zhun_filter *f, struct zhun_error *err)
{
	const char *blank = strchr(s, ' ');
	const char *minor = zhun_strndup(a, s, blank ? (size_t)(blank - s) : strlen(s));

	if (!minor)
		return zhun_no_memory(a, err);
	f->unit = blank ? blank + 1 : "";
	if (strlen(f->unit) != 3)
		return zhun_fail(err, ZHUN_E_CURRENCY_BAD, NULL, f->unit);
	return zhun_ask_number(minor, true, &f->low, err);
}

/* "national,industry" */
static enum zhun_code read_among(struct zhun_arena *a, const char *s, struct zhun_filter *f, struct zhun_error *err)
{
	f->among = ZHUN_NEW_ARRAY(a, strlen(s) + 1, struct zhun_value);
	if (!f->among)
		return zhun_no_memory(a, err);
	for (f->count = 0; *s || !f->count; s += *s == ',') {
		size_t n = strcspn(s, ",");
		const char *word = zhun_strndup(a, s, n);

		if (!word)
			return zhun_no_memory(a, err);
		f->among[f->count++] = zhun_v_text(word);
		s += n;
	}
	return ZHUN_OK;
}

static enum zhun_code read_value(struct zhun_arena *a, const char *s, struct zhun_filter *f,
				 struct zhun_error *err)
{
	bool yes;
	enum zhun_code code;

	switch (f->field->kind) {
	case ZHUN_F_INTEGER:
		return zhun_ask_number(s, true, &f->low, err);
	case ZHUN_F_REAL:
		return zhun_ask_number(s, false, &f->low, err);
	case ZHUN_F_BOOLEAN:
		code = zhun_ask_yes(f->field->name, s, &yes, err);
		if (code == ZHUN_OK)
			f->low = zhun_v_int(yes);
		return code;
	case ZHUN_F_DATE:
		return zhun_ask_day(s, a, f, err);
	case ZHUN_F_INSTANT:
		return zhun_ask_instant(a, s, &f->low, err);
	case ZHUN_F_QUANTITY:
		return read_quantity(a, s, f, err);
	case ZHUN_F_MONEY:
		return read_money(a, s, f, err);
	case ZHUN_F_TEXT:
	case ZHUN_F_TEXTS:
	case ZHUN_F_CHOICE:
	case ZHUN_F_LINK:
	case ZHUN_F_UNCERTAINTY:
	case ZHUN_F_DOCUMENT:
		break;
	}
	if (f->op == ZHUN_OP_IN)
		return read_among(a, s, f, err);
	f->low = zhun_v_text(s);
	return f->op == ZHUN_OP_STARTS ? zhun_ask_prefix_end(a, s, &f->high, err) : ZHUN_OK;
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

static const struct zhun_field *field_at(const struct zhun_field *fields, const char *name)
{
	size_t n = strcspn(name, ".");

	for (const struct zhun_field *f = fields; f && f->name; f++)
		if (strncmp(f->name, name, n) == 0 && f->name[n] == '\0')
			return f;
	return NULL;
}

static const struct zhun_child *child_at(const struct zhun_child *children, const char *name)
{
	size_t n = strcspn(name, ".");

	for (const struct zhun_child *c = children; c && c->name; c++)
		if (name[n] && strncmp(c->plural, name, n) == 0 && c->plural[n] == '\0')
			return c;
	return NULL;
}

/* "drafters.organisation.cluster.code.ne": the rows of a child, links, the field at the end, the operator. */
static bool read_way(const struct zhun_register *reg, const char *name, struct zhun_filter *f, const char **ret_op)
{
	const struct zhun_field *fields = reg->fields, *next = NULL;
	size_t links = 0;

	if (!field_at(fields, name) && (f->child = child_at(reg->children, name))) {
		fields = f->child->fields;
		name = strchr(name, '.') + 1;
	}
	for (;;) {
		const char *dot = strchr(name, '.');

		f->field = field_at(fields, name);
		*ret_op = dot ? dot + 1 : NULL;
		if (!f->field)
			return false;
		fields = dot && f->field->kind == ZHUN_F_LINK ? zhun_register_named(f->field->link)->fields : NULL;
		next = fields ? field_at(fields, *ret_op) : NULL;
		if (!next)
			return (f->child && !links) || zhun_field_filters(f->field);
		if (links == ZHUN_FILTER_LINKS)
			return false;
		f->links[links++] = f->field;
		name = *ret_op;
	}
}

/* A field of another record that the viewer may not read cannot be asked about. */
static bool hides(const struct zhun_viewer *viewer, const struct zhun_filter *f)
{
	return f->links[0] && f->field->read != ZHUN_READ_ALL && !zhun_access_all(viewer);
}

/* "issued.ge": field and operator. */
enum zhun_code zhun_ask_filter(const struct zhun_reader *by, const struct zhun_register *reg,
				  const struct zhun_param *p, struct zhun_filter *ret, struct zhun_error *err)
{
	struct zhun_arena *a = by->arena;
	const char *op;
	enum zhun_code code;

	*ret = (struct zhun_filter){0};
	if (!read_way(reg, p->name, ret, &op) || hides(by->viewer, ret))
		return zhun_fail(err, ZHUN_E_FILTER_UNKNOWN, p->name, p->name, reg->plural);
	if (op && !named_op(op, &ret->op))
		return zhun_fail(err, ZHUN_E_OPERATOR_UNKNOWN, p->name, ret->field->name, op);
	if (!zhun_field_has_op(ret->field->kind, ret->op))
		return zhun_fail(err, ZHUN_E_OPERATOR_UNKNOWN, p->name, ret->field->name, op_names[ret->op]);
	if (ret->op == ZHUN_OP_NULL)
		return zhun_ask_yes(p->name, p->value, &ret->yes, err);
	code = read_value(a, p->value, ret, err);
	return code ? zhun_error_within(err, p->name) : ZHUN_OK;
}

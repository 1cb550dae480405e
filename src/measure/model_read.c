/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text := {"let" name "=" expression ";"} expression; expression := sum [("<"|"<="|">"|">="|"=="|"!=") sum];
 * sum := product {("+"|"-") product}; product := unary {("*"|"/") unary};
 * unary := {"-"|"+"} power; power := item ["^" unary]; item := primary {"[" whole number "]"};
 * primary := number | name | name "(" … ")" | "(" expression ")" | "[" expression {"," expression} "]". */
#include <string.h>

#include "measure/model_reader.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

static void skip_blanks(struct reader *r)
{
	while (r->at < r->n && strchr(" \t\r\n", r->s[r->at]))
		r->at++;
}

bool reader_take(struct reader *r, char c)
{
	skip_blanks(r);
	bool there = r->at < r->n && r->s[r->at] == c;
	r->at += there;
	return there;
}

static enum zhun_code syntax(const struct reader *r, size_t at)
{
	return reader_blame(r, ZHUN_E_EXPRESSION_SYNTAX, at, r->n - at);
}

static enum zhun_code expect(struct reader *r, char c)
{
	return reader_take(r, c) ? ZHUN_OK : syntax(r, r->at);
}

/* ---- names and numbers ---- */

static bool starts_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

size_t reader_name_length(const char *s, size_t n)
{
	size_t len = 0;
	while (len < n && (starts_name(s[len]) || (len && s[len] >= '0' && s[len] <= '9')))
		len++;
	return len;
}

bool reader_same_name(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && memcmp(name, s, n) == 0;
}

static const struct binding *bound(const struct reader *r, size_t at, size_t len)
{
	for (size_t i = 0; i < r->binding_count; i++)
		if (r->bindings[i].length == len && memcmp(r->bindings[i].name, r->s + at, len) == 0)
			return &r->bindings[i];
	return NULL;
}

/* a formula's body knows its parameters and nothing of the model around it */
static enum zhun_code read_name(struct reader *r, size_t at, size_t len, struct value *ret)
{
	const struct binding *b = bound(r, at, len);
	*ret = b ? b->value : (struct value){0};
	return b ? ZHUN_OK : reader_find(r, at, len, ret);
}

static enum zhun_code read_number(struct reader *r, double *ret)
{
	struct zhun_number x;
	size_t at = r->at, used = 0;
	if (zhun_number_scan(r->s + at, r->n - at, &x, &used, NULL))
		return syntax(r, at);
	r->at += used;
	*ret = x.value;
	return ZHUN_OK;
}

static enum zhun_code read_list(struct reader *r, struct value *ret)
{
	uint32_t items[READER_BINDINGS], count = 0, *kept;
	do {
		struct value v = {0};
		size_t at = r->at;
		if (count == ZHUN_COUNT(items))
			return reader_blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
		enum zhun_code code = reader_expression(r, &v);
		if (!code)
			code = reader_one(r, v, (struct span){at, r->at}, &items[count++]);
		if (code)
			return code;
	} while (reader_take(r, ','));
	kept = ZHUN_NEW_ARRAY(r->c->arena, count, uint32_t);
	if (!kept)
		return zhun_no_memory(r->c->arena, r->c->err);
	memcpy(kept, items, count * sizeof(*kept));
	*ret = (struct value){.count = count, .items = kept};
	return expect(r, ']');
}

static enum zhun_code read_primary(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t at = r->at, len = reader_name_length(r->s + at, r->n - at);
	char c = at < r->n ? r->s[at] : '\0';
	*ret = (struct value){0};
	if ((c >= '0' && c <= '9') || c == '.') {
		double x = 0.0;
		enum zhun_code code = read_number(r, &x);
		return code ? code : emit_constant(r, x, at, &ret->step);
	}
	if (len) {
		r->at += len;
		return reader_take(r, '(') ? reader_call(r, at, len, ret) : read_name(r, at, len, ret);
	}
	if (reader_take(r, '['))
		return read_list(r, ret);
	if (!reader_take(r, '('))
		return syntax(r, at);
	enum zhun_code code = reader_expression(r, ret);
	return code ? code : expect(r, ')');
}

/* x[2] of a list; counted from 1, as readings are */
static enum zhun_code read_item(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t from = r->at;
	enum zhun_code code = read_primary(r, ret);
	size_t end = r->at;
	while (!code && ret->count && reader_take(r, '[')) {
		char list[ZHUN_ERROR_ARG_SIZE];
		double x = 0.0;
		skip_blanks(r);
		size_t at = r->at;
		code = at < r->n && r->s[at] >= '0' && r->s[at] <= '9' ? read_number(r, &x) : syntax(r, at);
		if (!code)
			code = expect(r, ']');
		if (code)
			return code;
		reader_text(r, (struct span){from, end}, list);
		/* written so that no number, too, is refused */
		if (!(x >= 1.0 && x <= ret->count && x == (double)(uint32_t)x))
			return reader_blame_words(r, ZHUN_E_EXPRESSION_ITEM, at,
						  (const char *const[4]){list, ZHUN_INT(ret->count)});
		*ret = (struct value){.step = ret->items[(uint32_t)x - 1]};
	}
	return code;
}

/* ---- operators ---- */

/* x^2 by a constant needs no logarithm of x, which may be negative */
static enum zhun_code emit_power(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				 uint32_t *ret)
{
	const struct step *exponent = &r->c->steps[args[1]];
	if (exponent->kind != STEP_CONSTANT)
		return emit_binary(r, f->kind, args[0], args[1], at, ret);
	struct step step = {.kind = STEP_POWER_CONSTANT,
			    .is_complex = emit_is_complex(r, args[0]),
			    .a = args[0],
			    .constant = exponent->constant};
	return emit(r, step, at, ret);
}

static enum zhun_code compare(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			      uint32_t *ret)
{
	if (emit_is_complex(r, args[0]) || emit_is_complex(r, args[1]))
		return reader_blame(r, ZHUN_E_EXPRESSION_COMPLEX, at, strlen(f->name));
	return emit_binary(r, f->kind, args[0], args[1], at, ret);
}

/* a > b is b < a */
static enum zhun_code compare_turned(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
				     uint32_t *ret)
{
	const uint32_t turned[] = {args[1], args[0]};
	const struct span left = r->left;
	r->left = r->right;
	r->right = left;
	return compare(r, f, turned, at, ret);
}

static enum zhun_code equal(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			    uint32_t *ret)
{
	uint32_t below = 0, above = 0;
	enum zhun_code code = compare(r, f, args, at, &below);
	if (!code)
		code = compare_turned(r, f, args, at, &above);
	return code ? code : emit_binary(r, STEP_MULTIPLY, below, above, at, ret);
}

static enum zhun_code differ(struct reader *r, const struct function *f, const uint32_t *args, size_t at,
			     uint32_t *ret)
{
	uint32_t one = 0, same = 0;
	enum zhun_code code = equal(r, f, args, at, &same);
	if (!code)
		code = emit_constant(r, 1.0, at, &one);
	return code ? code : emit_binary(r, STEP_SUBTRACT, one, same, at, ret);
}

static const struct function plus = {"+", STEP_ADD, 2, emit_plain}, minus = {"-", STEP_SUBTRACT, 2, emit_plain},
			     times = {"*", STEP_MULTIPLY, 2, emit_plain}, over = {"/", STEP_DIVIDE, 2, emit_plain},
			     negative = {"-", STEP_NEGATE, 1, emit_plain}, power = {"^", STEP_POWER, 2, emit_power};

/* the longer before what they begin with */
static const struct function comparisons[] = {
	{"<=", STEP_AT_MOST, 2, compare}, {">=", STEP_AT_MOST, 2, compare_turned}, {"==", STEP_AT_MOST, 2, equal},
	{"!=", STEP_AT_MOST, 2, differ},  {"<", STEP_LESS, 2, compare},		   {">", STEP_LESS, 2, compare_turned},
};

typedef enum zhun_code operand(struct reader *r, struct value *ret);

/* the right side, and the step; the left, already read, begins at @a from */
static enum zhun_code operate(struct reader *r, const struct function *f, operand *read, size_t from, size_t at,
			      struct value *left)
{
	struct value args[2] = {*left};
	size_t behind = r->at;
	enum zhun_code code = read(r, &args[1]);
	r->left = (struct span){from, at};
	r->right = (struct span){behind, r->at};
	return code ? code : emit_each(r, f, args, at, left);
}

static operand read_unary;

static enum zhun_code read_power(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t from = r->at;
	enum zhun_code code = read_item(r, ret);
	skip_blanks(r);
	size_t at = r->at;
	return code || !reader_take(r, '^') ? code : operate(r, &power, read_unary, from, at, ret);
}

static enum zhun_code read_unary(struct reader *r, struct value *ret)
{
	bool turned = false;
	skip_blanks(r);
	size_t at = r->at;
	while (r->at < r->n && strchr("+- \t\r\n", r->s[r->at]))
		turned = turned != (r->s[r->at++] == '-');
	if (++r->c->depth > ZHUN_MODEL_DEPTH)
		return reader_blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
	enum zhun_code code = read_power(r, ret);
	r->c->depth--;
	if (code || !turned)
		return code;
	const struct value v = *ret;
	r->left = (struct span){at + 1, r->at};
	return emit_each(r, &negative, &v, at, ret);
}

static enum zhun_code read_product(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t from = r->at;
	enum zhun_code code = read_unary(r, ret);
	while (!code) {
		skip_blanks(r);
		size_t at = r->at;
		bool multiplied = reader_take(r, '*');
		if (!multiplied && !reader_take(r, '/'))
			break;
		code = operate(r, multiplied ? &times : &over, read_unary, from, at, ret);
	}
	return code;
}

static enum zhun_code read_sum(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t from = r->at;
	enum zhun_code code = read_product(r, ret);
	while (!code) {
		skip_blanks(r);
		size_t at = r->at;
		bool added = reader_take(r, '+');
		if (!added && !reader_take(r, '-'))
			break;
		code = operate(r, added ? &plus : &minus, read_product, from, at, ret);
	}
	return code;
}

enum zhun_code reader_expression(struct reader *r, struct value *ret)
{
	skip_blanks(r);
	size_t from = r->at;
	enum zhun_code code = read_sum(r, ret);
	skip_blanks(r);
	size_t at = r->at;
	for (size_t i = 0; i < ZHUN_COUNT(comparisons) && !code; i++) {
		size_t len = strlen(comparisons[i].name);
		if (r->n - at < len || memcmp(r->s + at, comparisons[i].name, len) != 0)
			continue;
		r->at += len;
		return operate(r, &comparisons[i], read_sum, from, at, ret);
	}
	return code;
}

/* ---- let ---- */

static bool take_word(struct reader *r, const char *word)
{
	skip_blanks(r);
	size_t len = reader_name_length(r->s + r->at, r->n - r->at), next = r->at + len;
	bool there = reader_same_name(word, r->s + r->at, len) && next < r->n && strchr(" \t\r\n", r->s[next]);
	r->at += there ? len : 0;
	return there;
}

static enum zhun_code read_let(struct reader *r)
{
	struct value v = {0};
	struct binding b;
	skip_blanks(r);
	size_t at = r->at;
	b.name = r->s + at;
	b.length = reader_name_length(b.name, r->n - at);
	r->at += b.length;
	enum zhun_code code = b.length ? expect(r, '=') : syntax(r, at);
	if (!code && (bound(r, at, b.length) || (!r->caller && reader_is_taken(r, at, b.length))))
		code = reader_blame(r, ZHUN_E_MODEL_TWICE, at, b.length);
	if (!code && r->binding_count == READER_BINDINGS)
		code = reader_blame(r, ZHUN_E_EXPRESSION_TOO_LONG, at, 1);
	if (!code)
		code = reader_expression(r, &v);
	if (!code)
		code = expect(r, ';');
	if (code)
		return code;
	b.value = v;
	r->bindings[r->binding_count++] = b;
	return ZHUN_OK;
}

static enum zhun_code read_lets(struct reader *r)
{
	enum zhun_code code = ZHUN_OK;
	while (!code && take_word(r, "let")) {
		if (!r->bindings) {
			r->bindings = ZHUN_NEW_ARRAY(r->c->arena, READER_BINDINGS, struct binding);
			if (!r->bindings)
				return zhun_no_memory(r->c->arena, r->c->err);
		}
		code = read_let(r);
	}
	return code;
}

enum zhun_code reader_whole(struct reader *r, uint32_t *ret)
{
	struct value v = {0};
	enum zhun_code code = read_lets(r);
	skip_blanks(r);
	size_t from = r->at;
	if (!code)
		code = reader_expression(r, &v);
	skip_blanks(r);
	if (!code && r->at < r->n)
		code = syntax(r, r->at);
	return code ? code : reader_one(r, v, (struct span){from, r->at}, ret);
}

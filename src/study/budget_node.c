/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Node by node: what a budget's values look like, and the place of a fault. */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"

enum { LIST_SIZE = 110 };

enum zhun_code budget_blame(struct budget_reader *r, const struct zhun_json *node, enum zhun_code code,
			    const char *word, const char *more)
{
	r->bad = node;
	r->line = r->column = 0;
	return word ? zhun_fail(r->err, code, NULL, word, more) : zhun_fail(r->err, code, NULL);
}

enum zhun_code budget_no_memory(struct budget_reader *r)
{
	r->bad = NULL;
	return zhun_no_memory(r->a, r->err);
}

enum zhun_code budget_at(struct budget_reader *r, const struct zhun_json *node, enum zhun_code code)
{
	if (code) {
		r->bad = node;
		r->line = r->column = 0;
	}
	return code;
}

/* What a node is called in a message: its text where it is short, else its key. */
static const char *called(const struct zhun_json *v)
{
	return v->kind == ZHUN_J_STRING ? v->text : v->name ? v->name : "";
}

static enum zhun_code shape(struct budget_reader *r, const struct zhun_json *v, const char *wanted)
{
	return budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, called(v), wanted);
}

enum zhun_code budget_object(struct budget_reader *r, const struct zhun_json *v)
{
	return v->kind == ZHUN_J_OBJECT ? ZHUN_OK : shape(r, v, "{NAME: …}");
}

enum zhun_code budget_array(struct budget_reader *r, const struct zhun_json *v)
{
	return v->kind == ZHUN_J_ARRAY ? ZHUN_OK : shape(r, v, "[…]");
}

static enum zhun_code unknown(struct budget_reader *r, const struct zhun_json *v,
			      const struct budget_member *table, size_t count)
{
	char list[LIST_SIZE] = "";
	for (size_t i = 0, n = 0; i < count && n + strlen(table[i].name) + 3 < sizeof list; i++) {
		(void)snprintf(list + n, sizeof list - n, "%s%s", n ? ", " : "", table[i].name);
		n = strlen(list);
	}
	return budget_blame(r, v, ZHUN_E_BUDGET_KEY, v->name, list);
}

enum zhun_code budget_members(struct budget_reader *r, const struct zhun_json *object,
			      const struct budget_member *table, size_t count, void *draft)
{
	enum zhun_code code = budget_object(r, object);
	for (const struct zhun_json *m = object->first; m && !code; m = m->next) {
		size_t i = 0;
		while (i < count && !zhun_str_equal(table[i].name, m->name))
			i++;
		if (i == count)
			return unknown(r, m, table, count);
		if (m->kind != ZHUN_J_NULL)
			memcpy((char *)draft + table[i].offset, &m, sizeof m);
	}
	return code;
}

enum zhun_code budget_text(struct budget_reader *r, const struct zhun_json *v, const char **ret)
{
	char number[ZHUN_NUMBER_TEXT];
	if (v->kind == ZHUN_J_STRING) {
		*ret = v->text;
		return ZHUN_OK;
	}
	if (v->kind != ZHUN_J_INT && v->kind != ZHUN_J_REAL)
		return shape(r, v, "ABC, 1.23");
	(void)zhun_double_text(v->real, number);
	const char *text =
		v->kind == ZHUN_J_INT ? zhun_strdup(r->a, ZHUN_INT(v->integer)) : zhun_strdup(r->a, number);
	if (!text)
		return budget_no_memory(r);
	*ret = text;
	return ZHUN_OK;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Blanks by which digits are grouped: a space, U+00A0, U+2009, U+202F. */
static size_t blank_at(const char *s)
{
	static const char *const blanks[] = {" ", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf"};
	for (size_t i = 0; i < ZHUN_COUNT(blanks); i++)
		if (zhun_str_starts(s, blanks[i]))
			return strlen(blanks[i]);
	return 0;
}

static const char *without_sign(const char *s)
{
	static const char *const signs[] = {"±", "+/-", "+-"};
	for (size_t i = 0; i < ZHUN_COUNT(signs); i++)
		if (zhun_str_starts(s, signs[i]))
			s += strlen(signs[i]);
	return s + strspn(s, " ");
}

/* Where in a number one is: how many digits stand since the marker or the last blank, and what they are of. */
struct grouping {
	size_t digits;
	bool fraction, exponent;
};

/* Whether the blank before @a s, digits on both its sides, groups the digits of one number: in threes from the
 * marker, the last group of a fraction may be shorter (SI Brochure 5.4.4). "5 1/K" is 5 per kelvin. */
static bool groups(const struct grouping *g, const char *s)
{
	size_t n = strspn(s, "0123456789");
	if (g->exponent || (s[n] && strchr("/^*", s[n])))
		return false;
	return g->fraction ? g->digits == 3 && n <= 3 : g->digits <= 3 && n == 3;
}

static void pass(struct grouping *g, char c)
{
	if (is_digit(c)) {
		g->digits++;
		return;
	}
	g->digits = 0;
	g->fraction = c == '.';
	g->exponent = c == 'e' || c == 'E' || (g->exponent && (c == '-' || c == '+'));
}

enum zhun_code budget_digits(struct budget_reader *r, const struct zhun_json *v, const char **ret)
{
	struct grouping g = {0};
	const char *s = NULL;
	enum zhun_code code = budget_text(r, v, &s);
	char *out = code ? NULL : zhun_strdup(r->a, s);
	if (code)
		return code;
	if (!out)
		return budget_no_memory(r);
	size_t n = 0;
	for (s = without_sign(s); *s; s++) {
		size_t blank = g.digits ? blank_at(s) : 0;
		if (blank && is_digit(s[blank]) && groups(&g, s + blank)) {
			s += blank;
			g.digits = 0;
		}
		pass(&g, *s);
		out[n++] = *s;
	}
	out[n] = '\0';
	*ret = out;
	return ZHUN_OK;
}

enum zhun_code budget_both(struct budget_reader *r, const struct zhun_json *v, struct zhun_budget_text *ret)
{
	static const struct budget_member members[] = {{"en", 0}, {"zh", sizeof(void *)}};
	const struct zhun_json *draft[2] = {NULL, NULL};
	struct zhun_budget_text t = {{NULL, NULL}};
	enum zhun_code code = ZHUN_OK;
	if (!v)
		return ZHUN_OK;
	if (v->kind != ZHUN_J_OBJECT)
		code = budget_text(r, v, &t.by[ZHUN_EN]);
	else
		code = budget_members(r, v, members, ZHUN_COUNT(members), draft);
	for (size_t i = 0; i < 2 && !code; i++)
		if (draft[i])
			code = budget_text(r, draft[i], &t.by[i]);
	if (code)
		return code;
	ret->by[ZHUN_EN] = t.by[ZHUN_EN] ? t.by[ZHUN_EN] : t.by[ZHUN_ZH];
	ret->by[ZHUN_ZH] = t.by[ZHUN_ZH] ? t.by[ZHUN_ZH] : t.by[ZHUN_EN];
	return ZHUN_OK;
}

enum zhun_code budget_flag(struct budget_reader *r, const struct zhun_json *v, bool *ret)
{
	static const struct {
		const char *word;
		bool value;
	} words[] = {
		{"yes", true}, {"no", false}, {"true", true}, {"false", false}, {"是", true}, {"否", false},
	};
	if (!v)
		return ZHUN_OK;
	if (v->kind == ZHUN_J_TRUE || v->kind == ZHUN_J_FALSE) {
		*ret = v->kind == ZHUN_J_TRUE;
		return ZHUN_OK;
	}
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		if (v->kind == ZHUN_J_STRING && zhun_str_equal(v->text, words[i].word)) {
			*ret = words[i].value;
			return ZHUN_OK;
		}
	}
	return shape(r, v, "yes, no");
}

enum zhun_code budget_number(struct budget_reader *r, const struct zhun_json *v, double *ret)
{
	struct zhun_number n;
	const char *s = NULL;
	if (!v)
		return ZHUN_OK;
	enum zhun_code code = budget_digits(r, v, &s);
	if (!code)
		code = budget_at(r, v, zhun_number_parse(s, strlen(s), &n, r->err));
	if (!code)
		*ret = n.value;
	return code;
}

enum zhun_code budget_significant(struct budget_reader *r, const struct zhun_json *v, int *ret)
{
	double digits = *ret;
	enum zhun_code code = budget_number(r, v, &digits);
	if (!code && !(digits >= 1 && digits <= 6 && digits <= floor(digits)))
		code = budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, "digits", "1 … 6");
	if (!code)
		*ret = (int)digits;
	return code;
}

enum zhun_code budget_choice(struct budget_reader *r, const struct zhun_json *v, const char *const *words,
			     size_t *ret)
{
	char list[LIST_SIZE] = "";
	const char *s = NULL;
	enum zhun_code code = v ? budget_text(r, v, &s) : ZHUN_OK;
	if (code || !v)
		return code;
	for (size_t i = 0; words[i]; i++) {
		if (zhun_str_equal(words[i], s)) {
			*ret = i;
			return ZHUN_OK;
		}
		size_t n = strlen(list);
		(void)snprintf(list + n, sizeof list - n, "%s%s", n ? ", " : "", words[i]);
	}
	return budget_blame(r, v, ZHUN_E_CHOICE_BAD, s, list);
}

enum zhun_code budget_coverage(struct budget_reader *r, const struct zhun_json *k, const struct zhun_json *p,
			       struct zhun_coverage *ret)
{
	const char *k_text = NULL, *p_text = NULL;
	enum zhun_code code = k ? budget_text(r, k, &k_text) : ZHUN_OK;
	if (!code && p)
		code = budget_text(r, p, &p_text);
	if (code || (!k && !p))
		return code;
	return budget_at(r, p ? p : k, zhun_coverage_read(k_text, p_text, ret, r->err));
}

/* Coherent SI, or, as empirical formulas have it, as written. A level that is taken as a ratio goes into the
 * model as it stands; others are bels above their reference. */
enum zhun_code budget_unit(struct budget_reader *r, const struct zhun_model_quantity *q,
			   struct zhun_budget_unit *ret)
{
	struct zhun_budget_unit u = {.shown = *q->unit};
	bool as_is = r->b->conventions.as_written || q->level != ZHUN_LEVEL_KEPT;
	enum zhun_count count = q->unit->special ? ZHUN_DIFFERENCE : q->count;
	struct zhun_unit si = *q->unit;
	enum zhun_code code = as_is ? ZHUN_OK : zhun_model_coherent(q->unit, &si, r->err);
	if (!code)
		code = zhun_conversion_make(q->unit, &si, count, &u.in, r->err);
	if (!code)
		code = zhun_conversion_make(&si, q->unit, count, &u.out, r->err);
	if (!code)
		code = zhun_conversion_make(q->unit, &si, ZHUN_DIFFERENCE, &u.in_difference, r->err);
	if (!code)
		code = zhun_conversion_make(&si, q->unit, ZHUN_DIFFERENCE, &u.out_difference, r->err);
	if (!code)
		*ret = u;
	return code;
}

enum zhun_code budget_level(struct budget_reader *r, const struct zhun_json *v, enum zhun_model_level *ret)
{
	static const char *const words[] = {"kept", "power", "field", "activity", NULL};
	size_t choice = ZHUN_LEVEL_KEPT;
	enum zhun_code code = budget_choice(r, v, words, &choice);
	if (!code && choice != ZHUN_LEVEL_KEPT && r->b->conventions.as_written)
		return budget_blame(r, v, ZHUN_E_BUDGET_SIGN, "level", "as_written");
	*ret = (enum zhun_model_level)choice;
	return code;
}

enum zhun_code budget_unit_text(struct budget_reader *r, const struct zhun_json *v, struct zhun_unit *ret)
{
	const char *s = NULL;
	enum zhun_code code = budget_text(r, v, &s);
	if (!code && strcmp(s, "1") == 0)
		*ret = zhun_unit_one();
	else if (!code)
		code = budget_at(r, v, zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, ret, NULL, r->err));
	return code;
}

enum zhun_code budget_scan(const char *s, const struct zhun_unit *usual, struct zhun_number *ret,
			   struct zhun_unit *ret_unit, struct zhun_error *err)
{
	const char *rest = NULL;
	size_t n = strlen(s), used = 0, left = 0;
	*ret_unit = *usual;
	if (!zhun_number_parse(s, n, ret, NULL))
		return ZHUN_OK;
	enum zhun_code code = zhun_number_scan(s, n, ret, &used, err);
	if (code)
		return code;
	zhun_str_trim(s + used, n - used, &rest, &left);
	return zhun_unit_read(rest, left, ZHUN_UNIT_TYPED, ret_unit, NULL, err);
}

enum zhun_code budget_quantity(struct budget_reader *r, const struct zhun_json *v,
			       const struct zhun_unit *unit, enum zhun_count count, double *ret)
{
	struct zhun_number n;
	struct zhun_unit own;
	struct zhun_conversion c;
	const char *s = NULL;
	enum zhun_code code = budget_digits(r, v, &s);
	if (!code)
		code = budget_at(r, v, budget_scan(s, unit, &n, &own, r->err));
	if (!code)
		code = budget_at(r, v, zhun_conversion_make(&own, unit, count, &c, r->err));
	if (!code)
		*ret = zhun_convert(&c, n.value);
	return code;
}

bool budget_is_name(const char *s)
{
	if (!*s || is_digit(*s))
		return false;
	for (; *s; s++)
		if (!is_digit(*s) && *s != '_' && !((*s | 32) >= 'a' && (*s | 32) <= 'z'))
			return false;
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statement := sum {";" clause}; sum := term {"+" term};
 * term := Q[sum, …] | max(sum, …) | min(sum, …) | table(point: sum, …) | number unit? words? */
#include <stdio.h>
#include <string.h>

#include "measure/factor.h"
#include "measure/statement.h"
#include "measure/unit_table.h"
#include "zhun/base/text.h"

struct reader {
	struct zhun_arena *arena;
	const char *s;
	size_t n, at;
	const struct zhun_unit *quantity;
	int depth, nodes;
	struct zhun_error *err;
};

struct column {
	char text[40];
};

/* "column 9": characters, from 1 */
static const char *column_of(const struct reader *r, size_t at, struct column *room)
{
	struct zhun_int_text digits;
	size_t scalars = 1;
	for (size_t i = 0; i < at; i++)
		scalars += ((unsigned char)r->s[i] & 0xc0) != 0x80;
	(void)snprintf(room->text, sizeof room->text, "column %s",
		       zhun_int_text(&digits, (long long)scalars));
	return room->text;
}

static enum zhun_code fail_at(struct reader *r, enum zhun_code code, size_t at, size_t len)
{
	char part[ZHUN_ERROR_ARG_SIZE], unit[ZHUN_UNIT_TEXT];
	struct column column;
	size_t kept = len < sizeof(part) ? len : sizeof(part) - 1;
	memcpy(part, r->s + at, kept);
	part[kept] = '\0';
	zhun_unit_canonical(r->quantity, unit);
	return zhun_fail(r->err, code, column_of(r, at, &column), part, unit);
}

/* What the readers of units and quantities found wrong in a part of the text, in whose columns they
 * count: its place becomes where the part begins. */
static enum zhun_code blame_part(struct reader *r, enum zhun_code code, size_t at)
{
	struct column column;
	if (code && r->err)
		(void)snprintf(r->err->place, sizeof r->err->place, "%s", column_of(r, at, &column));
	return code;
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->n && strchr(" \t\r\n", r->s[r->at]))
		r->at++;
}

static bool take(struct reader *r, const char *word)
{
	size_t len = strlen(word);
	skip_blanks(r);
	if (r->n - r->at < len || memcmp(r->s + r->at, word, len) != 0)
		return false;
	r->at += len;
	return true;
}

static struct statement_node *new_node(struct reader *r, enum statement_form form)
{
	struct statement_node *node = ZHUN_NEW(r->arena, struct statement_node);
	if (node) {
		node->form = form;
		node->said = "";
	}
	return node;
}

/* Where a term's unit and words end: at the next sign outside brackets. */
static size_t tail_length(const struct reader *r)
{
	size_t n = 0;
	for (int open = 0; r->at + n < r->n; n++) {
		char c = r->s[r->at + n];
		if (open == 0 && strchr("+,;:)]", c))
			break;
		open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
	}
	return n;
}

/* what may stand after a term's unit, and what it makes of the term */
static const struct {
	const char *words, *said;
	enum statement_form form;
} suffixes[] = {
	{"of reading", "of reading", STATEMENT_RELATIVE},
	{"of rdg", "of reading", STATEMENT_RELATIVE},
	{"rdg", "of reading", STATEMENT_RELATIVE},
	{"reading", "of reading", STATEMENT_RELATIVE},
	{"of the measured value", "of reading", STATEMENT_RELATIVE},
	{"读数", "of reading", STATEMENT_RELATIVE},
	{"relative", "relative", STATEMENT_RELATIVE},
	{"rel", "relative", STATEMENT_RELATIVE},
	{"相对", "relative", STATEMENT_RELATIVE},
	{"absolute", "absolute", STATEMENT_ABSOLUTE},
	{"abs", "absolute", STATEMENT_ABSOLUTE},
	{"绝对", "absolute", STATEMENT_ABSOLUTE},
	{"of range", "of range", STATEMENT_OF_RANGE},
	{"of full scale", "of range", STATEMENT_OF_RANGE},
	{"of FS", "of range", STATEMENT_OF_RANGE},
	{"FS", "of range", STATEMENT_OF_RANGE},
	{"量程", "of range", STATEMENT_OF_RANGE},
	{"满量程", "of range", STATEMENT_OF_RANGE},
};

static size_t trimmed(const char *s, size_t n)
{
	const char *start = NULL;
	size_t len = 0;
	zhun_str_trim(s, n, &start, &len);
	return len ? (size_t)(start - s) + len : 0;
}

/* Cuts known words off the end of a unit's text; the longest that fits. */
static bool cut_suffix(const char *s, size_t *n, struct statement_node *node)
{
	size_t best = 0;
	for (size_t i = 0; i < ZHUN_COUNT(suffixes); i++) {
		size_t len = strlen(suffixes[i].words);
		bool fits = len > best && len <= *n &&
			    memcmp(s + *n - len, suffixes[i].words, len) == 0;
		/* a word in letters stands alone: "abs" is not the end of "Tabs" */
		bool apart = fits && (len == *n || (unsigned char)suffixes[i].words[0] >= 0x80 ||
				      strchr(" \t·*", s[*n - len - 1]));
		if (!fits || !apart)
			continue;
		best = len;
		node->form = suffixes[i].form;
		node->said = suffixes[i].said;
	}
	*n = trimmed(s, *n - best);
	return best > 0;
}

/* "2e-6 L", "3 x": the variable at the end. L is a length's only; elsewhere it is the litre. */
static bool cut_variable(const struct reader *r, const char *s, size_t *n,
			 struct statement_node *node)
{
	struct zhun_unit metre;
	char last = *n ? s[*n - 1] : '\0';
	bool alone = *n == 1 || (*n > 1 && strchr(" \t*.", s[*n - 2])) ||
		     (*n > 2 && memcmp(s + *n - 3, "·", 2) == 0);
	if (!alone || !strchr("xXLl", last) || !last ||
	    zhun_unit_read("m", 1, ZHUN_UNIT_TYPED, &metre, NULL, NULL))
		return false;
	if ((last == 'L' || last == 'l') && !zhun_unit_same_dimension(r->quantity, &metre))
		return false;
	size_t rest = trimmed(s, *n - 1);
	if (rest && s[rest - 1] == '*')
		rest--;
	else if (rest > 1 && memcmp(s + rest - 2, "·", 2) == 0)
		rest -= 2;
	*n = trimmed(s, rest);
	node->form = STATEMENT_RELATIVE;
	node->said = last == 'x' || last == 'X' ? "x" : "L";
	return true;
}

enum unit_class { CLASS_NUMBER, CLASS_ANGLE, CLASS_SHARE };

static enum unit_class class_of(const struct zhun_unit *u)
{
	static const char *const angles[] = {"rad", "°", "′", "″", "mas", "gon", "rev", "sr"};
	for (size_t i = 0; i < ZHUN_COUNT(angles) && u->count == 1; i++)
		if (strcmp(unit_rows[u->term[0].row].symbol, angles[i]) == 0)
			return CLASS_ANGLE;
	return u->count == 0 ? CLASS_NUMBER : CLASS_SHARE;
}

/* A term without a word that says what it is of: by its dimension; false where that leaves two
 * ways. */
static bool decide_form(const struct reader *r, struct statement_node *node)
{
	bool share = zhun_unit_is_one(&node->unit);
	if (!share || !zhun_unit_is_one(r->quantity)) {
		node->form = share ? STATEMENT_RELATIVE : STATEMENT_ABSOLUTE;
		return true;
	}
	enum unit_class quantity = class_of(r->quantity), term = class_of(&node->unit);
	bool same = quantity == term && quantity != CLASS_SHARE;
	bool of_angle = quantity == CLASS_ANGLE && term == CLASS_SHARE;
	node->form = same ? STATEMENT_ABSOLUTE : STATEMENT_RELATIVE;
	return same || of_angle;
}

static bool is_digit_unit(const struct zhun_unit *u)
{
	return u->count == 1 && strcmp(unit_rows[u->term[0].row].symbol, "digit") == 0;
}

/* What the term is a part of, by its words and its unit; fails where that is no U of the quantity.
 */
static enum zhun_code settle_term(struct reader *r, struct statement_node *node, bool said,
				  size_t at, size_t len)
{
	struct zhun_unit one = zhun_unit_one();
	if (!factor_is_ten(node->unit.coefficient))
		return fail_at(r, ZHUN_E_STATEMENT_SYNTAX, at, len); /* "1 V/3" */
	if (!said && is_digit_unit(&node->unit)) {
		node->form = STATEMENT_DIGITS;
		node->own = node->number.value;
		return ZHUN_OK;
	}
	if (!said && node->unit.count == 0 && !zhun_unit_is_one(r->quantity))
		return fail_at(r, ZHUN_E_STATEMENT_TERM, at,
			       len); /* a bare number: its unit was forgotten */
	if (!said && !decide_form(r, node))
		return fail_at(r, ZHUN_E_STATEMENT_SAY_WHICH, at, len);
	const struct zhun_unit *to = node->form == STATEMENT_ABSOLUTE ? r->quantity : &one;
	struct zhun_conversion c;
	if (zhun_conversion_make(&node->unit, to, ZHUN_DIFFERENCE, &c, NULL))
		return fail_at(r, ZHUN_E_STATEMENT_TERM, at, len);
	node->own = zhun_convert(&c, node->number.value);
	return ZHUN_OK;
}

static enum zhun_code read_unit(struct reader *r, struct statement_node *node, const char *s,
				size_t n, bool *said)
{
	size_t full = n, at = (size_t)(s - r->s);
	node->unit = zhun_unit_one();
	if (n == 0 || zhun_unit_read(s, n, ZHUN_UNIT_TYPED, &node->unit, NULL, NULL) == ZHUN_OK) {
		bool fits = n == 0 || *said || is_digit_unit(&node->unit) ||
			    zhun_unit_is_one(&node->unit) ||
			    zhun_unit_same_dimension(&node->unit, r->quantity);
		if (fits || !cut_variable(r, s, &n, node))
			return ZHUN_OK;
	} else if (*said || !cut_variable(r, s, &n, node)) {
		enum zhun_code code =
			zhun_unit_read(s, n, ZHUN_UNIT_TYPED, &node->unit, NULL, r->err);
		return code ? blame_part(r, code, at)
			    : fail_at(r, ZHUN_E_STATEMENT_SYNTAX, at, full);
	}
	*said = true;
	node->unit = zhun_unit_one();
	if (n == 0)
		return ZHUN_OK;
	return blame_part(r, zhun_unit_read(s, n, ZHUN_UNIT_TYPED, &node->unit, NULL, r->err), at);
}

static enum zhun_code read_value(struct reader *r, struct statement_node **ret)
{
	struct statement_node *node = new_node(r, STATEMENT_ABSOLUTE);
	size_t start = r->at, used = 0;
	if (!node)
		return zhun_no_memory(r->arena, r->err);
	if (zhun_number_scan(r->s + start, r->n - start, &node->number, &used, NULL) ||
	    node->number.decimal.negative)
		return fail_at(r, ZHUN_E_STATEMENT_SYNTAX, start, r->n - start);
	r->at += used;
	size_t tail = tail_length(r), end = r->at + tail;
	skip_blanks(r);
	const char *s = r->s + r->at;
	size_t n = end > r->at ? trimmed(s, end - r->at) : 0, len = (size_t)(s - r->s) + n - start;
	if (n == 0)
		len = used;
	bool said = cut_suffix(s, &n, node);
	enum zhun_code code = read_unit(r, node, s, n, &said);
	r->at = end;
	if (!code)
		code = settle_term(r, node, said, start, len);
	*ret = node;
	return code;
}

static enum zhun_code read_sum(struct reader *r, struct statement_node **ret);

static enum zhun_code read_entry(struct reader *r, struct statement_node **ret)
{
	struct statement_node *entry = new_node(r, STATEMENT_ENTRY);
	struct zhun_quantity own;
	size_t start = r->at, len = tail_length(r);
	if (!entry)
		return zhun_no_memory(r->arena, r->err);
	enum zhun_code code = zhun_quantity_read(r->s + start, len, &entry->point, r->err);
	if (code)
		return blame_part(r, code, start);
	if (zhun_quantity_in(&entry->point, r->quantity, ZHUN_POINT, &own, NULL))
		return fail_at(r, ZHUN_E_STATEMENT_TERM, start, len);
	entry->point_own = own.number.value;
	r->at += len;
	if (!take(r, ":"))
		return fail_at(r, ZHUN_E_STATEMENT_SYNTAX, r->at, r->n - r->at);
	*ret = entry;
	return read_sum(r, &entry->first);
}

/* The arguments up to the closing sign; in a table each is an entry, by rising point. */
static enum zhun_code read_arguments(struct reader *r, struct statement_node *node,
				     const char *close)
{
	struct statement_node **end = &node->first, *before = NULL;
	do {
		skip_blanks(r);
		size_t at = r->at;
		enum zhun_code code =
			node->form == STATEMENT_TABLE ? read_entry(r, end) : read_sum(r, end);
		if (code)
			return code;
		if (node->form == STATEMENT_TABLE && before &&
		    (*end)->point_own <= before->point_own)
			return fail_at(r, ZHUN_E_STATEMENT_ORDER, at, r->at - at);
		before = *end;
		end = &(*end)->next;
	} while (take(r, ","));
	return take(r, close) ? ZHUN_OK : fail_at(r, ZHUN_E_STATEMENT_SYNTAX, r->at, r->n - r->at);
}

static const struct {
	const char *open, *close;
	enum statement_form form;
} functions[] = {
	{"Q[", "]", STATEMENT_QUADRATURE}, {"Q(", ")", STATEMENT_QUADRATURE},
	{"max(", ")", STATEMENT_MAX},	   {"min(", ")", STATEMENT_MIN},
	{"table(", ")", STATEMENT_TABLE},  {"table[", "]", STATEMENT_TABLE},
};

static enum zhun_code read_term(struct reader *r, struct statement_node **ret)
{
	skip_blanks(r);
	if (++r->nodes > ZHUN_STATEMENT_NODES || r->depth > ZHUN_STATEMENT_DEPTH)
		return zhun_fail(r->err, ZHUN_E_STATEMENT_TOO_LONG, NULL);
	for (size_t i = 0; i < ZHUN_COUNT(functions); i++) {
		if (!take(r, functions[i].open))
			continue;
		*ret = new_node(r, functions[i].form);
		if (!*ret)
			return zhun_no_memory(r->arena, r->err);
		r->depth++;
		enum zhun_code code = read_arguments(r, *ret, functions[i].close);
		r->depth--;
		return code;
	}
	return read_value(r, ret);
}

static enum zhun_code read_sum(struct reader *r, struct statement_node **ret)
{
	struct statement_node *first = NULL, **end = &first;
	do {
		enum zhun_code code = read_term(r, end);
		if (code)
			return code;
		end = &(*end)->next;
	} while (take(r, "+"));
	if (!first->next) {
		*ret = first;
		return ZHUN_OK;
	}
	*ret = new_node(r, STATEMENT_SUM);
	if (!*ret)
		return zhun_no_memory(r->arena, r->err);
	(*ret)->first = first;
	return ZHUN_OK;
}

static enum zhun_code read_side_quantity(struct reader *r, size_t len,
					 const struct zhun_quantity **ret)
{
	struct zhun_quantity *q = ZHUN_NEW(r->arena, struct zhun_quantity);
	if (!q)
		return zhun_no_memory(r->arena, r->err);
	enum zhun_code code = zhun_quantity_read(r->s + r->at, len, q, r->err);
	if (code)
		return blame_part(r, code, r->at);
	if (!zhun_unit_same_dimension(&q->unit, r->quantity))
		return fail_at(r, ZHUN_E_STATEMENT_TERM, r->at, len);
	*ret = q;
	return ZHUN_OK;
}

struct sides {
	const char *k, *p;
	const struct zhun_quantity *range, *resolution;
};

static enum zhun_code read_clause(struct reader *r, struct sides *sides)
{
	const char **text = NULL;
	const struct zhun_quantity **quantity = NULL;
	size_t start = r->at;
	if (take(r, "resolution"))
		quantity = &sides->resolution;
	else if (take(r, "range"))
		quantity = &sides->range;
	else if (take(r, "k"))
		text = &sides->k;
	else if (take(r, "p"))
		text = &sides->p;
	else
		return fail_at(r, ZHUN_E_STATEMENT_SYNTAX, start, r->n - start);
	(void)take(r, "=");
	skip_blanks(r);
	const char *stop = memchr(r->s + r->at, ';', r->n - r->at);
	size_t len = stop ? (size_t)(stop - r->s) - r->at : r->n - r->at;
	enum zhun_code code = quantity ? read_side_quantity(r, len, quantity) : ZHUN_OK;
	if (text && *text)
		code = fail_at(r, ZHUN_E_STATEMENT_SYNTAX, start, r->n - start); /* said twice */
	else if (text &&
		 !(*text = zhun_strndup(r->arena, r->s + r->at, trimmed(r->s + r->at, len))))
		code = zhun_no_memory(r->arena, r->err);
	r->at += len;
	return code;
}

static enum zhun_code read_whole(struct reader *r, struct sides *sides, struct statement_node **ret)
{
	(void)take(r, "±");
	enum zhun_code code = read_sum(r, ret);
	while (!code && take(r, ";")) {
		skip_blanks(r);
		code = read_clause(r, sides);
	}
	skip_blanks(r);
	if (!code && r->at < r->n)
		code = fail_at(r, ZHUN_E_STATEMENT_SYNTAX, r->at, r->n - r->at);
	return code;
}

enum zhun_code zhun_statement_read(struct zhun_arena *a, const struct zhun_statement_written *written,
				   const struct zhun_unit *quantity, const struct zhun_statement **ret,
				   struct zhun_error *err)
{
	const char *text = written->text, *k = written->k, *p = written->p;
	struct reader r = {
		.arena = a, .s = text, .n = strlen(text), .quantity = quantity, .err = err};
	struct sides sides = {.k = k && k[0] ? k : NULL, .p = p && p[0] ? p : NULL};
	if (r.n > ZHUN_STATEMENT_LONGEST)
		return zhun_fail(err, ZHUN_E_STATEMENT_TOO_LONG, NULL);
	if (zhun_utf8_valid(text, r.n) != r.n)
		return zhun_fail(err, ZHUN_E_UTF8_BAD, NULL,
				 ZHUN_INT(zhun_utf8_valid(text, r.n) + 1));
	struct zhun_statement *s = ZHUN_NEW(a, struct zhun_statement);
	if (!s)
		return zhun_no_memory(a, err);
	enum zhun_code code = read_whole(&r, &sides, &s->root);
	if (code)
		return code;
	if (!sides.k || !sides.p)
		return zhun_fail(err, ZHUN_E_STATEMENT_COVERAGE, NULL, sides.k ? "p" : "k", "");
	code = zhun_coverage_read(sides.k, sides.p, &s->coverage, err);
	if (code)
		return code;
	s->quantity = *quantity;
	s->range = sides.range;
	s->resolution = sides.resolution;
	*ret = s;
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* U(x) as a laboratory writes it, read and worked out at points: what a form asks while one types.
 * Nothing is stored. */
#include "service/inside.h"
#include "zhun/measure/kind.h"
#include "zhun/measure/statement.h"

enum { POINTS = 1000 };

struct asked {
	const struct zhun_json *body;
	struct zhun_unit unit;  /* of x */
	const char *text;
	const char *word[2];    /* k and p; NULL: not said in the body */
	bool open[2];           /* not said in the text either */
	const struct zhun_quantity *range, *resolution;
};

static const char *const words[] = {"k", "p"};

static enum zhun_code check_members(const struct zhun_json *body, struct zhun_error *err)
{
	static const char *const known[] = {"text",   "unit",  "kind",	     "k", "p",
					    "points", "range", "resolution", "in"};
	for (const struct zhun_json *m = body->first; m; m = m->next) {
		size_t i = 0;
		while (i < ZHUN_COUNT(known) && strcmp(known[i], m->name) != 0)
			i++;
		if (i < ZHUN_COUNT(known))
			continue;
		(void)zhun_fail(err, ZHUN_E_FIELD_UNKNOWN, NULL, m->name, "U(x)");
		return zhun_json_within(err, m->name);
	}
	return ZHUN_OK;
}

/* A member that may be absent, null or empty, which are alike. */
static bool is_given(const struct zhun_json *v)
{
	return v && v->kind != ZHUN_J_NULL && !(v->kind == ZHUN_J_STRING && !v->text[0]);
}

static bool is_number(const struct zhun_json *v)
{
	return v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL;
}

static enum zhun_code wrong(const char *name, struct zhun_error *err)
{
	(void)zhun_fail(err, ZHUN_E_BODY_FIELD, NULL, name);
	return zhun_json_within(err, name);
}

/* ---- what x is ---- */

static enum zhun_code read_unit(const struct zhun_json *v, const char *name, struct zhun_unit *ret,
				struct zhun_error *err)
{
	if (v->kind != ZHUN_J_STRING)
		return wrong(name, err);
	enum zhun_code code = zhun_unit_read(v->text, strlen(v->text), ZHUN_UNIT_TYPED, ret, NULL, err);
	return code ? zhun_json_within(err, name) : ZHUN_OK;
}

/* The unit of x: as given, else the usual one of its kind. */
static enum zhun_code read_quantity(struct asked *q, struct zhun_error *err)
{
	const struct zhun_json *unit = zhun_json_get(q->body, "unit"), *word = zhun_json_get(q->body, "kind");
	const struct zhun_kind *kind = NULL;
	if (!is_given(unit) && !is_given(word))
		return wrong("unit", err);
	if (is_given(word)) {
		kind = word->kind == ZHUN_J_STRING ? zhun_kind_find(word->text) : NULL;
		if (!kind) {
			const char *said = word->kind == ZHUN_J_STRING ? word->text : "";
			(void)zhun_fail(err, ZHUN_E_CHOICE_UNKNOWN, NULL, "kind", said);
			return zhun_json_within(err, "kind");
		}
	}
	if (!is_given(unit))
		return zhun_unit_read(kind->unit, strlen(kind->unit), ZHUN_UNIT_TYPED, &q->unit, NULL, err);
	enum zhun_code code = read_unit(unit, "unit", &q->unit, err);
	if (!code && kind && zhun_kind_check(kind, &q->unit, err))
		code = zhun_json_within(err, "unit");
	return code;
}

/* "10 V"; a number alone, as text or in JSON, is in the unit of x; or as records hold it. */
static enum zhun_code read_point(const struct asked *q, const struct zhun_json *v, struct zhun_quantity *ret,
				 struct zhun_error *err)
{
	if (v->kind == ZHUN_J_OBJECT) {
		const char *number = zhun_json_get_string(v, "value"), *unit = zhun_json_get_string(v, "unit");
		return number && unit ? zhun_quantity_of(number, unit, ret, err)
				      : zhun_fail(err, ZHUN_E_BODY_FIELD, NULL, "{\"value\", \"unit\"}");
	}
	if (is_number(v)) {
		*ret = zhun_quantity_computed(v->real, &q->unit);
		return ZHUN_OK;
	}
	if (v->kind != ZHUN_J_STRING)
		return zhun_fail(err, ZHUN_E_BODY_FIELD, NULL, "\"10 V\"");
	if (zhun_number_parse(v->text, strlen(v->text), &ret->number, NULL))
		return zhun_quantity_read(v->text, strlen(v->text), ret, err);
	ret->unit = q->unit;
	return ZHUN_OK;
}

static enum zhun_code read_side(const struct zhun_call *call, const struct asked *q, const char *name,
				const struct zhun_quantity **ret, struct zhun_error *err)
{
	const struct zhun_json *v = zhun_json_get(q->body, name);
	struct zhun_quantity *side = ZHUN_NEW(call->arena, struct zhun_quantity);
	if (!is_given(v))
		return ZHUN_OK;
	if (!side)
		return zhun_no_memory(call->arena, err);
	if (read_point(q, v, side, err))
		return zhun_json_within(err, name);
	*ret = side;
	return ZHUN_OK;
}

/* ---- the statement ---- */

/* k and p, as text or as a number. */
static enum zhun_code read_word(const struct zhun_call *call, struct asked *q, size_t i, struct zhun_error *err)
{
	const struct zhun_json *v = zhun_json_get(q->body, words[i]);
	char text[ZHUN_NUMBER_TEXT];
	if (!is_given(v))
		return ZHUN_OK;
	if (v->kind != ZHUN_J_STRING && !is_number(v))
		return wrong(words[i], err);
	if (is_number(v))
		zhun_double_text(v->real, text);
	q->word[i] = zhun_strdup(call->arena, is_number(v) ? text : v->text);
	return q->word[i] ? ZHUN_OK : zhun_no_memory(call->arena, err);
}

/* The member that is wrong: k or p where the body has it, else the text. */
static const char *where(const struct asked *q, const struct zhun_error *e)
{
	for (size_t i = 0; i < 2 && e->code == ZHUN_E_STATEMENT_COVERAGE; i++)
		if (q->word[i] && strcmp(e->arg[0], words[i]) == 0)
			return words[i];
	return "text";
}

/* A statement stands with its k and p. U itself needs neither, and while one types they are not
 * there yet: what is missing stays open, and the answer says null for it. */
static enum zhun_code read_statement(const struct zhun_call *call, struct asked *q,
				     const struct zhun_statement **ret, struct zhun_error *err)
{
	static const char *const stand_in[] = {"2", "0.95"};
	const char *said[] = {q->word[0], q->word[1]};
	for (;;) {
		struct zhun_error one;
		size_t i = 0;
		const struct zhun_statement_written written = {q->text, said[0], said[1]};
		enum zhun_code code = zhun_statement_read(call->arena, &written, &q->unit, ret, &one);
		if (!code)
			return ZHUN_OK;
		while (i < 2 && (said[i] || strcmp(one.arg[0], words[i]) != 0))
			i++;
		if (code != ZHUN_E_STATEMENT_COVERAGE || one.arg[1][0] || i == 2) {
			*err = one;
			return zhun_json_within(err, where(q, err));
		}
		said[i] = stand_in[i];
		q->open[i] = true;
	}
}

static enum zhun_code read_request(const struct zhun_call *call, struct zhun_bytes body, struct asked *q,
				   struct zhun_error *err)
{
	enum zhun_code code = zhun_call_body(call, (const char *)body.ptr, body.len, &q->body, err);
	if (!code)
		code = check_members(q->body, err);
	if (!code)
		code = zhun_body_text(q->body, "text", &q->text, err);
	if (!code)
		code = read_quantity(q, err);
	for (size_t i = 0; i < 2 && !code; i++)
		code = read_word(call, q, i, err);
	if (!code)
		code = read_side(call, q, "range", &q->range, err);
	return code ? code : read_side(call, q, "resolution", &q->resolution, err);
}

/* ---- the answer ---- */

static void write_quantity(struct zhun_json_writer *w, const char *name, const struct zhun_quantity *q)
{
	char text[ZHUN_QUANTITY_TEXT];
	zhun_json_member_object(w, name);
	zhun_decimal_text(&q->number.decimal, text);
	zhun_json_member_string(w, "value", text);
	zhun_unit_canonical(&q->unit, text);
	zhun_json_member_string(w, "unit", text);
	zhun_json_end_object(w);
}

/* As certificates report it: two significant digits (JCGM 100 7.2.6). */
static void write_rounded(struct zhun_json_writer *w, const struct zhun_quantity *u)
{
	struct zhun_quantity rounded = *u;
	char text[ZHUN_QUANTITY_TEXT];
	rounded.number.decimal = zhun_decimal_round_digits(&u->number.decimal, 2, false);
	zhun_quantity_text(&rounded, text);
	zhun_json_member_string(w, "rounded", text);
}

static void write_fault(struct zhun_json_writer *w, const struct zhun_error *fault)
{
	char sentence[1024];
	zhun_json_member_object(w, "fault");
	zhun_json_member_string(w, "code", zhun_error_row(fault->code)->name);
	(void)zhun_error_sentence(fault, ZHUN_EN, sentence, sizeof sentence);
	zhun_json_member_string(w, "detail_en", sentence);
	(void)zhun_error_sentence(fault, ZHUN_ZH, sentence, sizeof sentence);
	zhun_json_member_string(w, "detail_zh", sentence);
	zhun_json_end_object(w);
}

/* A point outside the statement's table is told at the point: the others have their U. */
static void write_point(struct zhun_json_writer *w, const struct zhun_statement *s, const struct asked *q,
			const struct zhun_quantity *x, const struct zhun_unit *in)
{
	const struct zhun_statement_at at = {x, q->range, q->resolution};
	struct zhun_quantity u;
	struct zhun_error fault;
	zhun_json_begin_object(w);
	write_quantity(w, "point", x);
	if (zhun_statement_evaluate(s, &at, in, &u, &fault)) {
		zhun_json_member_null(w, "U");
		zhun_json_member_null(w, "rounded");
		write_fault(w, &fault);
	} else {
		write_quantity(w, "U", &u);
		write_rounded(w, &u);
		zhun_json_member_null(w, "fault");
	}
	zhun_json_end_object(w);
}

static enum zhun_code write_points(struct zhun_json_writer *w, const struct zhun_statement *s,
				   const struct asked *q, struct zhun_error *err)
{
	const struct zhun_json *points = zhun_json_get(q->body, "points"), *in = zhun_json_get(q->body, "in");
	struct zhun_unit unit = q->unit;
	size_t n = 0;
	if (is_given(in) && read_unit(in, "in", &unit, err))
		return err->code;
	if (is_given(points) && points->kind != ZHUN_J_ARRAY)
		return wrong("points", err);
	if (points && points->count > POINTS)
		return zhun_fail(err, ZHUN_E_ROWS_MANY, "/points", ZHUN_INT(POINTS));
	zhun_json_member_array(w, "points");
	for (const struct zhun_json *v = points ? points->first : NULL; v; v = v->next, n++) {
		struct zhun_quantity x;
		if (read_point(q, v, &x, err)) {
			(void)zhun_json_within_index(err, n);
			return zhun_json_within(err, "points");
		}
		write_point(w, s, q, &x, &unit);
	}
	zhun_json_end_array(w);
	return ZHUN_OK;
}

static void write_coverage(struct zhun_json_writer *w, const struct zhun_statement *s, const struct asked *q)
{
	struct zhun_coverage c = zhun_statement_coverage(s);
	const double stated[] = {c.k, c.p};
	for (size_t i = 0; i < 2; i++) {
		zhun_json_key(w, words[i]);
		if (q->open[i])
			zhun_json_null(w);
		else
			zhun_json_real(w, stated[i]);
	}
}

enum zhun_code zhun_service_uncertainty(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					struct zhun_error *err)
{
	struct asked q = {0};
	const struct zhun_statement *s = NULL;
	char unit[ZHUN_UNIT_TEXT];
	struct zhun_json_writer w;
	enum zhun_code code = read_request(call, body, &q, err);
	if (!code)
		code = read_statement(call, &q, &s, err);
	if (code)
		return code;
	const char *text = zhun_statement_text(call->arena, s);
	if (!text)
		return zhun_no_memory(call->arena, err);
	zhun_unit_canonical(&q.unit, unit);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "text", text);
	zhun_json_member_string(&w, "unit", unit);
	write_coverage(&w, s, &q);
	code = write_points(&w, s, &q, err);
	zhun_json_end_object(&w);
	return code;
}

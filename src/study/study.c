/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/study.h"

#include <math.h>

#include "study/budget_show.h"
#include "zhun/base/number.h"

static const struct zhun_study_op *const tables[] = {
	study_ops_uncertainty, study_ops_monte_carlo, study_ops_propagation, study_ops_joint,
	study_ops_coverage, study_ops_regression, study_ops_univariate,
	study_ops_anova, study_ops_gauge, study_ops_risk, study_ops_interval, study_ops_ilc, study_ops_chart,
	study_ops_decision, study_ops_capability, study_ops_between, study_ops_control, study_ops_gauge_interval,
	study_ops_reliability, study_ops_agreement,
	study_ops_type_a, study_ops_nested, study_ops_weighing, study_ops_homogeneity, study_ops_laboratory,
	study_ops_correlation, study_ops_review, study_ops_hotelling, study_ops_check,
};

static const char areas[] = "uncertainty|coverage|regression|univariate|anova|gauge-rr|risk|interval|ilc|control-chart"
	"|decision|capability|gauge-bias|attribute"
	"|weighing|homogeneity|laboratory|correlation";
static const char keys[] = "id|area|source|units|model|columns|inputs|correlations|correlation_matrix|joint"
	"|ask|expected|notes";

size_t zhun_study_tables(void)
{
	return ZHUN_COUNT(tables);
}

const struct zhun_study_op *zhun_study_ops(size_t table)
{
	return tables[table];
}

const struct zhun_study_op *zhun_study_op_named(const char *name)
{
	for (size_t i = 0; i < ZHUN_COUNT(tables); i++)
		for (const struct zhun_study_op *op = tables[i]; op->name; op++)
			if (strcmp(op->name, name) == 0)
				return op;
	return NULL;
}

static const struct zhun_json *asks_of(const struct zhun_json *document)
{
	const struct zhun_json *asks = zhun_json_get(document, "ask");
	return asks ? asks : zhun_json_get(document, "expected");
}

static bool is_of(const struct zhun_json *document, const char *name, enum zhun_json_kind kind)
{
	const struct zhun_json *v = zhun_json_get(document, name);
	return !v || v->kind == kind;
}

static enum zhun_code check_shape(const struct zhun_json *document, struct zhun_error *err)
{
	static const struct { const char *name, *what; enum zhun_json_kind kind; } parts[] = {
		{"model", "an object", ZHUN_J_OBJECT}, {"columns", "an object", ZHUN_J_OBJECT},
		{"inputs", "an object", ZHUN_J_OBJECT}, {"correlations", "a list", ZHUN_J_ARRAY},
		{"correlation_matrix", "a word", ZHUN_J_STRING}, {"joint", "an object", ZHUN_J_OBJECT},
		{"ask", "a list", ZHUN_J_ARRAY}, {"expected", "a list", ZHUN_J_ARRAY},
	};
	const char *area = zhun_json_get_string(document, "area");
	if (document->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "study", "an object");
	enum zhun_code code = study_known(document, keys, err);
	for (size_t i = 0; i < ZHUN_COUNT(parts) && !code; i++)
		if (!is_of(document, parts[i].name, parts[i].kind)) {
			(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", parts[i].name, parts[i].what);
			code = study_within(err, parts[i].name);
		}
	if (!code && !(area && study_among(areas, area)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/area", area ? area : "", areas);
	return code;
}

enum zhun_code zhun_study_open(struct zhun_arena *a, const struct zhun_json *document,
			       const struct zhun_study_options *options, struct zhun_study **ret,
			       struct zhun_error *err)
{
	struct zhun_study *s = ZHUN_NEW(a, struct zhun_study);
	struct zhun_error unasked;
	err = err ? err : &unasked;
	enum zhun_code code = s ? check_shape(document, err) : zhun_no_memory(a, err);
	if (code)
		return code;
	*s = (struct zhun_study){.arena = a, .root = document, .inputs = zhun_json_get(document, "inputs"),
		.area = zhun_json_get_string(document, "area"), .options = *options};
	*ret = s;
	return ZHUN_OK;
}

/* Of the study's area; regression is asked of intervals by variables, too, whose data are the same. */
static bool serves(const struct zhun_study_op *op, const char *area)
{
	if (!op->area)
		return strcmp(area, "regression") == 0 || strcmp(area, "interval") == 0;
	return strcmp(op->area, area) == 0;
}

/* A place that begins with a member of the arguments or of the inputs lies in them; a column, in an
 * expression of the model. */
static void complete_place(const struct zhun_study *s, const struct zhun_json *args, struct zhun_error *err)
{
	char first[ZHUN_ERROR_PLACE_SIZE];
	size_t n = err->place[0] == '/' ? strcspn(err->place + 1, "/ ,") : 0;
	memcpy(first, err->place + 1, n);
	first[n] = '\0';
	if (n && zhun_json_get(args, first))
		(void)study_within(err, "args");
	else if (n && zhun_json_get(s->inputs, first))
		(void)study_within(err, "inputs");
	else if (err->place[0] && err->place[0] != '/')
		(void)study_within(err, "model");
}

enum zhun_code zhun_study_value(struct zhun_study *s, const struct zhun_json *ask, double *ret,
				struct zhun_error *err)
{
	const char *name = zhun_json_get_string(ask, "op");
	const struct zhun_json *args = zhun_json_get(ask, "args");
	const struct zhun_study_op *op = name ? zhun_study_op_named(name) : NULL;
	struct zhun_error unasked;
	double value = 0;
	err = err ? err : &unasked;
	if (!op || !serves(op, s->area))
		return zhun_fail(err, ZHUN_E_STUDY_OP, "/op", name ? name : "", s->area);
	enum zhun_code code = study_check_args(op, args, err);
	s->op = op;
	if (code)
		return study_within(err, "args");
	code = op->run(s, args, &value, err);
	if (!code && isnan(value))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", op->name);
	if (code)
		complete_place(s, args, err);
	else
		*ret = value;
	return code;
}

/* ---- answers ---- */

static void add_value(struct zhun_json_writer *w, double value)
{
	char text[ZHUN_NUMBER_TEXT];
	if (isinf(value)) {
		zhun_json_member_string(w, "value", value > 0 ? "infinite" : "-infinite");
		zhun_json_member_null(w, "double");
		return;
	}
	zhun_double_text(value, text);
	zhun_json_member_string(w, "value", text);
	zhun_json_member_real(w, "double", value);
}

/* The word that a value stands for, and how people say it. */
static void add_word(struct zhun_json_writer *w, const struct zhun_study_op *op, double value)
{
	const char *word = op->answers;
	for (int i = 0; i < (int)value; i++)
		word = strchr(word, '|') + 1;
	zhun_json_key(w, "word");
	zhun_json_stringn(w, word, strcspn(word, "|"));
	zhun_json_member_string(w, "word_en", op->say((int)value, ZHUN_EN));
	zhun_json_member_string(w, "word_zh", op->say((int)value, ZHUN_ZH));
}

/* The word that holds where the argument says nothing: the first. */
static void add_preset(struct zhun_json_writer *w, const struct zhun_study_arg *arg)
{
	const char *end = strchr(arg->words, '|');
	zhun_json_key(w, arg->name);
	zhun_json_stringn(w, arg->words, end ? (size_t)(end - arg->words) : strlen(arg->words));
}

/* What differs between tools is named with every value. */
static void add_conventions(struct zhun_json_writer *w, const struct zhun_study_op *op, const struct zhun_json *args)
{
	zhun_json_member_object(w, "conventions");
	for (const struct zhun_study_arg *a = op->args; a->name; a++) {
		const struct zhun_json *v = zhun_json_get(args, a->name);
		if (a->otherwise > 0)
			zhun_json_member_real(w, a->name, study_number(args, a->name, a->otherwise));
		if (a->kind != ZHUN_STUDY_WORD && a->kind != ZHUN_STUDY_BOOLEAN)
			continue;
		if (v) {
			zhun_json_key(w, a->name);
			zhun_json_value(w, v);
		} else if (a->preset)
			add_preset(w, a);
	}
	zhun_json_end_object(w);
}

static void add_failure(struct zhun_json_writer *w, const struct zhun_error *e)
{
	char en[1024], zh[1024];
	(void)zhun_error_sentence(e, ZHUN_EN, en, sizeof en);
	(void)zhun_error_sentence(e, ZHUN_ZH, zh, sizeof zh);
	zhun_json_member_string(w, "code", zhun_error_row(e->code)->name);
	zhun_json_member_string(w, "detail_en", en);
	zhun_json_member_string(w, "detail_zh", zh);
	zhun_json_member_string(w, "place", e->place);
}

static void add_answer(struct zhun_study *s, const struct zhun_json *ask, struct zhun_json_writer *w)
{
	struct zhun_error e = {0};
	double value = 0;
	const char *op = zhun_json_get_string(ask, "op");
	enum zhun_code code = zhun_study_value(s, ask, &value, &e);
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "quantity", zhun_json_get_string(ask, "quantity"));
	zhun_json_member_string(w, "op", op);
	if (code)
		add_failure(w, &e);
	else {
		add_value(w, value);
		if (zhun_study_op_named(op)->answers)
			add_word(w, zhun_study_op_named(op), value);
		add_conventions(w, zhun_study_op_named(op), zhun_json_get(ask, "args"));
	}
	zhun_json_end_object(w);
}

/* What was done to coefficients that cannot hold together, where anything was. */
static void add_repair(const struct zhun_study *s, struct zhun_json_writer *w)
{
	const struct study_model *m = s->model;
	if (!m || !m->repair)
		return;
	const struct zhun_budget_repair done = {m->repair->rounds > 0, m->repair->smallest, m->repair->moved};
	const struct zhun_budget_text said = say_repair(s->arena, &done);
	zhun_json_member_object(w, "correlation_repair");
	zhun_json_member_string(w, "method", m->repair->rounds ? "nearest" : "repair");
	zhun_json_member_real(w, "smallest", m->repair->smallest);
	zhun_json_member_real(w, "moved", m->repair->moved);
	zhun_json_member_object(w, "statement");
	zhun_json_member_string(w, "en", said.by[ZHUN_EN]);
	zhun_json_member_string(w, "zh", said.by[ZHUN_ZH]);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

enum zhun_code zhun_study_run(struct zhun_arena *a, const struct zhun_json *document,
			      const struct zhun_study_options *options, struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_study *s = NULL;
	const struct zhun_json *asks;
	struct zhun_json_writer w;
	size_t done = 0;
	enum zhun_code code = zhun_study_open(a, document, options, &s, err);
	if (code)
		return code;
	asks = asks_of(document);
	if (!asks)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "ask");
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "area", s->area);
	zhun_json_member_array(&w, "answers");
	for (const struct zhun_json *v = asks->first; v; v = v->next) {
		add_answer(s, v, &w);
		if (options->go_on && !options->go_on(options->context, ++done, asks->count))
			return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(done), ZHUN_INT(asks->count));
	}
	zhun_json_end_array(&w);
	add_repair(s, &w);
	zhun_json_end_object(&w);
	return ZHUN_OK;
}

/* ---- the manual ---- */

static const char *kind_name(enum zhun_study_kind kind)
{
	static const char *const names[] = {
		[ZHUN_STUDY_NUMBER] = "number", [ZHUN_STUDY_WHOLE] = "whole number", [ZHUN_STUDY_BOOLEAN] = "boolean",
		[ZHUN_STUDY_WORD] = "word", [ZHUN_STUDY_NAME] = "name", [ZHUN_STUDY_NAMES] = "names",
		[ZHUN_STUDY_OBJECT] = "object", [ZHUN_STUDY_WORD_OR_NUMBER] = "word or number",
		[ZHUN_STUDY_WORD_OR_OBJECT] = "word or object",
	};
	return names[kind];
}

static void add_op(struct zhun_json_writer *w, const struct zhun_study_op *op)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", op->name);
	zhun_json_member_string(w, "area", op->area ? op->area : "regression");
	zhun_json_member_string(w, "help_en", op->help[ZHUN_EN]);
	zhun_json_member_string(w, "help_zh", op->help[ZHUN_ZH]);
	zhun_json_member_string(w, "source", op->source);
	zhun_json_member_array(w, "args");
	for (const struct zhun_study_arg *a = op->args; a->name; a++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", a->name);
		zhun_json_member_string(w, "kind", kind_name(a->kind));
		zhun_json_member_string(w, "words", a->words);
		zhun_json_member_bool(w, "required", !a->preset && !a->optional);
		if (a->otherwise > 0)
			zhun_json_member_real(w, "otherwise", a->otherwise);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

void zhun_study_ops_json(struct zhun_text *out)
{
	struct zhun_json_writer w;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "ops");
	for (size_t i = 0; i < ZHUN_COUNT(tables); i++)
		for (const struct zhun_study_op *op = tables[i]; op->name; op++)
			add_op(&w, op);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a study's objects and arguments of its operations, against what the vocabulary knows. */
#include <math.h>

#include "study/study.h"

static bool is_number(const struct zhun_json *v)
{
	return v && (v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL);
}

double study_number(const struct zhun_json *object, const char *name, double otherwise)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return is_number(v) ? v->real : otherwise;
}

double study_optional(const struct zhun_study *s, const struct zhun_json *args, const char *name)
{
	for (const struct zhun_study_arg *a = s->op->args; a->name; a++)
		if (strcmp(a->name, name) == 0)
			return study_number(args, name, a->otherwise);
	return 0;
}

bool study_is(const struct zhun_json *object, const char *name, const char *word)
{
	return zhun_str_equal(zhun_json_get_string(object, name), word);
}

bool study_is_true(const struct zhun_json *object, const char *name)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	return v && v->kind == ZHUN_J_TRUE;
}

bool study_says(const struct zhun_json *args, const char *name, const char *word, bool preset)
{
	return zhun_json_get(args, name) ? study_is(args, name, word) : preset;
}

enum zhun_code study_within(struct zhun_error *err, const char *name)
{
	return zhun_json_within(err, name);
}

enum zhun_code study_need(const struct zhun_json *object, const char *name, const struct zhun_json **ret,
			  struct zhun_error *err)
{
	const struct zhun_json *v = zhun_json_get(object, name);
	if (!v || v->kind == ZHUN_J_NULL)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", name);
	*ret = v;
	return ZHUN_OK;
}

enum zhun_code study_need_number(const struct zhun_json *object, const char *name, double *ret,
				 struct zhun_error *err)
{
	const struct zhun_json *v = NULL;
	enum zhun_code code = study_need(object, name, &v, err);
	if (code)
		return code;
	if (!is_number(v)) {
		(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", name, "a number");
		return study_within(err, name);
	}
	*ret = v->real;
	return ZHUN_OK;
}

bool study_among(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *w = words; w; w = strchr(w, '|')) {
		w += *w == '|';
		if (strncmp(w, word, n) == 0 && (w[n] == '|' || w[n] == '\0'))
			return true;
	}
	return false;
}

/* Place of a word in "a|b|c". */
static size_t place_in(const char *words, const char *word)
{
	size_t place = 0, n = strlen(word);
	for (const char *w = words; w; w = strchr(w, '|'), place++) {
		w += *w == '|';
		if (strncmp(w, word, n) == 0 && (w[n] == '|' || w[n] == '\0'))
			return place;
	}
	return 0;
}

size_t study_word(const struct zhun_study *s, const struct zhun_json *args, const char *name)
{
	const char *word = zhun_json_get_string(args, name);
	for (const struct zhun_study_arg *a = s->op->args; word && a->name; a++)
		if (strcmp(a->name, name) == 0)
			return place_in(a->words, word);
	return 0;
}

enum zhun_code study_known(const struct zhun_json *object, const char *names, struct zhun_error *err)
{
	for (const struct zhun_json *m = object ? object->first : NULL; m; m = m->next)
		if (!m->name || !study_among(names, m->name)) {
			(void)zhun_fail(err, ZHUN_E_STUDY_KEY, "", m->name ? m->name : "[…]", names);
			return m->name ? study_within(err, m->name) : err->code;
		}
	return ZHUN_OK;
}

enum zhun_code study_index(const struct zhun_json *args, const char *name, size_t count, size_t *ret,
			   struct zhun_error *err)
{
	double n = study_number(args, name, 0);
	if (!(n >= 1 && n <= (double)count && n == floor(n))) {
		(void)zhun_fail(err, ZHUN_E_PARAMETER_BAD, "", name, zhun_int_text(&(struct zhun_int_text){{0}},
										      (long long)count));
		return study_within(err, name);
	}
	*ret = (size_t)n - 1;
	return ZHUN_OK;
}

double study_member(const struct zhun_study *s, const void *whole)
{
	double x;
	memcpy(&x, (const char *)whole + s->op->member, sizeof x);
	return x;
}

/* ---- arguments ---- */

static bool is_word(const struct zhun_study_arg *arg, const struct zhun_json *v)
{
	return v->kind == ZHUN_J_STRING && study_among(arg->words, v->text);
}

static bool are_names(const struct zhun_json *v)
{
	for (const struct zhun_json *n = v->first; n; n = n->next)
		if (n->kind != ZHUN_J_STRING)
			return false;
	return v->kind == ZHUN_J_ARRAY;
}

/* Whether it is of the kind; @a ret_what says what it should be. */
static bool fits(const struct zhun_study_arg *arg, const struct zhun_json *v, const char **ret_what)
{
	switch (arg->kind) {
	case ZHUN_STUDY_NUMBER:
		*ret_what = "a number";
		return is_number(v);
	case ZHUN_STUDY_WHOLE:
		*ret_what = "a whole number";
		return is_number(v) && v->real == floor(v->real);
	case ZHUN_STUDY_BOOLEAN:
		*ret_what = "true or false";
		return v->kind == ZHUN_J_TRUE || v->kind == ZHUN_J_FALSE;
	case ZHUN_STUDY_WORD:
		*ret_what = arg->words;
		return is_word(arg, v);
	case ZHUN_STUDY_NAME:
		*ret_what = "a name";
		return v->kind == ZHUN_J_STRING;
	case ZHUN_STUDY_NAMES:
		*ret_what = "a list of names";
		return are_names(v);
	case ZHUN_STUDY_OBJECT:
		*ret_what = "an object";
		return v->kind == ZHUN_J_OBJECT;
	case ZHUN_STUDY_WORD_OR_NUMBER:
		*ret_what = arg->words;
		return is_number(v) || is_word(arg, v);
	case ZHUN_STUDY_WORD_OR_OBJECT:
		*ret_what = arg->words;
		return v->kind == ZHUN_J_OBJECT || is_word(arg, v);
	}
	return false;
}

static enum zhun_code check_arg(const struct zhun_study_arg *arg, const struct zhun_json *args,
				struct zhun_error *err)
{
	const struct zhun_json *v = zhun_json_get(args, arg->name);
	const char *what = "";
	if (!v && !arg->preset && !arg->optional)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", arg->name);
	if (!v || fits(arg, v, &what))
		return ZHUN_OK;
	if (arg->kind == ZHUN_STUDY_WORD && v->kind == ZHUN_J_STRING)
		(void)zhun_fail(err, ZHUN_E_STUDY_WORD, "", v->text, what);
	else
		(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", arg->name, what);
	return study_within(err, arg->name);
}

static bool takes(const struct zhun_study_op *op, const char *name)
{
	for (const struct zhun_study_arg *a = op->args; a->name; a++)
		if (strcmp(a->name, name) == 0)
			return true;
	return false;
}

/* No room for more than a sentence can say; operations have ten arguments at most. */
static const char *list_args(const struct zhun_study_op *op, char room[ZHUN_ERROR_ARG_SIZE])
{
	size_t n = 0;
	room[0] = '\0';
	for (const struct zhun_study_arg *a = op->args; a->name && n < ZHUN_ERROR_ARG_SIZE; a++)
		n += (size_t)snprintf(room + n, ZHUN_ERROR_ARG_SIZE - n, "%s%s", n ? ", " : "", a->name);
	return n ? room : "-";
}

enum zhun_code study_check_args(const struct zhun_study_op *op, const struct zhun_json *args, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	char known[ZHUN_ERROR_ARG_SIZE];
	if (args && args->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "args", "an object");
	for (const struct zhun_json *m = args ? args->first : NULL; m; m = m->next)
		if (!takes(op, m->name)) {
			(void)zhun_fail(err, ZHUN_E_STUDY_KEY, "", m->name, list_args(op, known));
			return study_within(err, m->name);
		}
	for (const struct zhun_study_arg *a = op->args; a->name && !code; a++)
		code = check_arg(a, args, err);
	return code;
}

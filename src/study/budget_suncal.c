/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Projects of suncal, by what its files show: a list of components (or, in
 * older files, one), each with a mode; "uncertainty" has functions {name, expr,
 * desc, units}, inputs {name, mean, units, desc, typea, uncerts: [{dist, std |
 * unc with k or conf | a, degf, desc, units}]} and correlations {var1, var2,
 * cor}. Units are pint's. What does not map is left out with a comment.
 */
#include <string.h>

#include "codec/yaml.h"
#include "study/budget_inside.h"

enum { NOTES = 64, UNIT_SIZE = 200 };

struct import {
	struct zhun_arena *a;
	struct zhun_text *out;
	const struct zhun_json *root;
	const struct zhun_json *left_out[NOTES];
	size_t notes;
};

static void leave_out(struct import *m, const struct zhun_json *v)
{
	if (m->notes < NOTES)
		m->left_out[m->notes++] = v;
}

/* A text between double quotes, which YAML reads like JSON. */
static void quoted(struct import *m, const char *s)
{
	struct zhun_json_writer w;
	zhun_json_init(&w, m->out);
	zhun_json_string(&w, s);
}

static const char *text(const struct zhun_json *v, const char *name)
{
	const char *s = zhun_json_get_string(v, name);
	return s && *s ? s : NULL;
}

/* ---- units ---- */

struct swap {
	const char *from, *to;
};

static size_t replace(const char *s, const struct swap *swaps, size_t count, char *out, size_t room)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(swaps[i].to);
		if (!zhun_str_starts(s, swaps[i].from) || n >= room)
			continue;
		memcpy(out, swaps[i].to, n + 1);
		return strlen(swaps[i].from);
	}
	return 0;
}

/* "kilogram / meter ** 3" → "kilogram/meter^3"; a difference of temperature alone is °C, in a product K. */
static void translate_unit(const char *pint, char out[UNIT_SIZE], bool *ret_difference)
{
	static const struct swap alone[] = {
		{"delta_degree_Celsius", "°C"}, {"delta_degC", "°C"}, {"degree_Celsius", "°C"}};
	static const struct swap parts[] = {{"delta_degree_Celsius", "K"},
					    {"delta_degC", "K"},
					    {"degree_Celsius", "K"},
					    {" ** ", "^"},
					    {"**", "^"},
					    {" / ", "/"},
					    {" * ", "·"}};
	size_t n = 0, used = replace(pint, alone, ZHUN_COUNT(alone), out, UNIT_SIZE);
	*ret_difference = strstr(pint, "delta_") != NULL;
	if (used && !pint[used])
		return;
	*ret_difference = false;
	while (*pint && n + 1 < UNIT_SIZE) {
		used = replace(pint, parts, ZHUN_COUNT(parts), out + n, UNIT_SIZE - n);
		n += used ? strlen(out + n) : 0;
		pint += used;
		if (!used)
			out[n++] = *pint++;
	}
	out[n] = '\0';
}

/* " mm" behind a number; nothing where there is none or it is not known here, which is noted. */
static void add_unit(struct import *m, const struct zhun_json *owner, bool *ret_difference)
{
	char unit[UNIT_SIZE];
	struct zhun_unit read;
	const struct zhun_json *v = zhun_json_get(owner, "units");
	const char *pint = text(owner, "units");
	*ret_difference = false;
	if (!pint)
		return;
	translate_unit(pint, unit, ret_difference);
	if (zhun_unit_read(unit, strlen(unit), ZHUN_UNIT_TYPED, &read, NULL, NULL)) {
		leave_out(m, v);
		return;
	}
	zhun_text_addc(m->out, ' ');
	zhun_text_add(m->out, unit);
}

/* ---- formulas ---- */

/* Python's ** is ^ here, and ln is log. */
static void add_expression(struct import *m, const char *expr)
{
	static const struct swap swaps[] = {{"**", "^"}, {"ln(", "log("}};
	char piece[8];
	zhun_text_addc(m->out, '"');
	while (*expr) {
		size_t used = replace(expr, swaps, ZHUN_COUNT(swaps), piece, sizeof piece);
		if (used)
			zhun_text_add(m->out, piece);
		else if (*expr != '"' && *expr != '\\' && *expr != '\n')
			zhun_text_addc(m->out, *expr);
		expr += used ? used : 1;
	}
	zhun_text_addc(m->out, '"');
}

/* An implicit function, "… = 0; p~41000", has no counterpart; "y = x" may stand in one without a name. */
static const char *explicit_part(const struct zhun_json *f)
{
	const char *expr = text(f, "expr"), *equals = expr ? strchr(expr, '=') : NULL;
	return !equals ? expr : strchr(expr, ';') ? NULL : equals + 1;
}

static void add_model(struct import *m, const struct zhun_json *functions)
{
	zhun_text_add(m->out, "model:\n");
	for (const struct zhun_json *f = functions->first; f; f = f->next) {
		const char *expr = explicit_part(f), *name = text(f, "name");
		if (!expr || !name || !budget_is_name(name)) {
			leave_out(m, f);
			continue;
		}
		zhun_text_addf(m->out, "  %s: ", name);
		add_expression(m, expr);
		zhun_text_addc(m->out, '\n');
		if (zhun_json_get(f, "tolerance") && zhun_json_get(f, "tolerance")->kind != ZHUN_J_NULL)
			leave_out(m, zhun_json_get(f, "tolerance"));
	}
}

static void add_title(struct import *m, const char *key, const char *desc)
{
	if (!desc)
		return;
	zhun_text_add(m->out, key);
	quoted(m, desc);
}

static void add_outputs(struct import *m, const struct zhun_json *functions)
{
	bool difference;
	zhun_text_add(m->out, "outputs:\n");
	for (const struct zhun_json *f = functions->first; f; f = f->next) {
		const char *name = text(f, "name");
		if (!explicit_part(f) || !name || !budget_is_name(name))
			continue;
		zhun_text_addf(m->out, "  %s: {", name);
		if (text(f, "units")) {
			size_t before = m->out->len;
			zhun_text_add(m->out, "unit:");
			add_unit(m, f, &difference);
			zhun_text_add(m->out, m->out->len > before + 5 ? "" : " 1");
			zhun_text_add(m->out, difference ? ", difference: yes" : "");
			zhun_text_add(m->out, text(f, "desc") ? ", " : "");
		}
		add_title(m, "title: ", text(f, "desc"));
		zhun_text_add(m->out, "}\n");
	}
}

/* ---- inputs ---- */

static void add_amount(struct import *m, const char *key, const struct zhun_json *u, const char *member)
{
	bool difference;
	const char *amount = text(u, member);
	zhun_text_addf(m->out, "%s: ", key);
	if (strchr(amount, '%')) {
		zhun_text_add(m->out, amount);
		return;
	}
	zhun_text_add(m->out, amount);
	add_unit(m, u, &difference);
}

/* normal, t: std, or unc with k, with conf, or with neither. */
static bool add_stated(struct import *m, const struct zhun_json *u)
{
	const char *k = text(u, "k"), *conf = text(u, "conf");
	if (text(u, "std")) {
		add_amount(m, "u", u, "std");
		return true;
	}
	if (!text(u, "unc"))
		return false;
	add_amount(m, k || conf ? "U" : "u", u, "unc");
	if (k)
		zhun_text_addf(m->out, ", k: %s", k);
	else if (conf)
		zhun_text_addf(m->out, ", p: %s", conf);
	return true;
}

static bool add_curved(struct import *m, const struct zhun_json *u)
{
	if (!text(u, "a") || !text(u, "d"))
		return false;
	zhun_text_add(m->out, "ctrap: {");
	add_amount(m, "half_width", u, "a");
	zhun_text_add(m->out, ", ");
	add_amount(m, "inexactness", u, "d");
	zhun_text_addc(m->out, '}');
	return true;
}

static bool add_way(struct import *m, const struct zhun_json *u)
{
	static const struct swap widths[] = {
		{"uniform", "rectangular"}, {"triangular", "triangular"}, {"arcsine", "arcsine"}};
	const char *dist = text(u, "dist");
	if (!dist || zhun_str_equal(dist, "normal") || zhun_str_equal(dist, "t"))
		return add_stated(m, u);
	if (zhun_str_equal(dist, "curvtrap"))
		return add_curved(m, u);
	for (size_t i = 0; i < ZHUN_COUNT(widths); i++) {
		if (zhun_str_equal(dist, widths[i].from) && text(u, "a")) {
			add_amount(m, widths[i].to, u, "a");
			return true;
		}
	}
	return false;
}

static void add_component(struct import *m, const struct zhun_json *u)
{
	const char *dof = text(u, "degf");
	size_t before = m->out->len;
	zhun_text_add(m->out, "      - {");
	if (!add_way(m, u)) {
		leave_out(m, u);
		m->out->len = before;
		if (m->out->ptr)
			m->out->ptr[before] = '\0';
		return;
	}
	if (dof && !zhun_str_equal(dof, ".inf") && !zhun_str_equal(dof, "inf"))
		zhun_text_addf(m->out, ", dof: %s", dof);
	add_title(m, ", title: ", text(u, "desc") ? text(u, "desc") : text(u, "name"));
	zhun_text_add(m->out, "}\n");
}

/* Readings of one series; groups of them have no counterpart as an input. */
static bool add_readings(struct import *m, const struct zhun_json *in)
{
	const struct zhun_json *typea = zhun_json_get(in, "typea");
	if (!typea || typea->kind != ZHUN_J_ARRAY || typea->count < 2)
		return false;
	for (const struct zhun_json *e = typea->first; e; e = e->next) {
		if (e->kind != ZHUN_J_STRING) {
			leave_out(m, typea);
			return false;
		}
	}
	zhun_text_add(m->out, "      - {readings: [");
	for (const struct zhun_json *e = typea->first; e; e = e->next)
		zhun_text_addf(m->out, "%s%s", e->text, e->next ? ", " : "]");
	if (text(in, "numnewmeas") && !zhun_str_equal(text(in, "numnewmeas"), "null"))
		zhun_text_addf(m->out, ", averaged: %s", text(in, "numnewmeas"));
	zhun_text_add(m->out, "}\n");
	return true;
}

static void add_input(struct import *m, const struct zhun_json *in)
{
	const char *name = text(in, "name"), *mean = text(in, "mean");
	const struct zhun_json *uncerts = zhun_json_get(in, "uncerts");
	bool difference = false;
	if (!name || !budget_is_name(name) || !mean) {
		leave_out(m, in);
		return;
	}
	zhun_text_addf(m->out, "  %s:\n    value: %s", name, mean);
	add_unit(m, in, &difference);
	zhun_text_add(m->out, difference ? "\n    difference: yes" : "");
	add_title(m, "\n    title: ", text(in, "desc"));
	zhun_text_addc(m->out, '\n');
	size_t before = m->out->len;
	static const char head[] = "    uncertainty:\n";
	zhun_text_add(m->out, head);
	(void)add_readings(m, in);
	for (const struct zhun_json *u = uncerts ? uncerts->first : NULL; u; u = u->next)
		add_component(m, u);
	if (m->out->len == before + sizeof head - 1 && !m->out->failed) {
		m->out->len = before;
		m->out->ptr[before] = '\0';
	}
}

static void add_correlations(struct import *m, const struct zhun_json *list)
{
	bool head = false;
	for (const struct zhun_json *c = list ? list->first : NULL; c; c = c->next) {
		if (!text(c, "var1") || !text(c, "var2") || !text(c, "cor")) {
			leave_out(m, c);
			continue;
		}
		zhun_text_add(m->out, head ? "" : "correlations:\n");
		zhun_text_addf(m->out, "  - [%s, %s, %s]\n", text(c, "var1"), text(c, "var2"),
			       text(c, "cor"));
		head = true;
	}
}

/* ---- the project ---- */

static bool is_uncertainty(const struct zhun_json *c)
{
	const char *mode = text(c, "mode");
	const struct zhun_json *functions = zhun_json_get(c, "functions");
	return functions && functions->kind == ZHUN_J_ARRAY && (!mode || zhun_str_equal(mode, "uncertainty"));
}

static const struct zhun_json *find_calculation(struct import *m)
{
	const struct zhun_json *found = NULL;
	if (m->root->kind == ZHUN_J_OBJECT)
		return is_uncertainty(m->root) ? m->root : NULL;
	for (const struct zhun_json *c = m->root->first; c; c = c->next) {
		if (!found && is_uncertainty(c))
			found = c;
		else
			leave_out(m, c);
	}
	return found;
}

/* Notes stand at the end: what they are about is known only then. */
static void add_notes(struct import *m, enum zhun_language language)
{
	for (size_t i = 0; i < m->notes; i++) {
		char pointer[ZHUN_ERROR_ARG_SIZE / 2], word[ZHUN_ERROR_ARG_SIZE], sentence[512];
		const struct zhun_json *v = m->left_out[i];
		struct zhun_error note;
		const char *what = v->kind == ZHUN_J_STRING ? v->text : text(v, "dist");
		const char *mode = text(v, "mode");
		(void)zhun_json_pointer(m->root, v, pointer, sizeof pointer);
		(void)snprintf(word, sizeof word, "%s %s", pointer, what ? what : mode ? mode : "");
		word[zhun_utf8_valid(word, strlen(word))] = '\0';
		(void)zhun_fail(&note, ZHUN_E_SUNCAL_LEFT_OUT, NULL, word);
		(void)zhun_error_sentence(&note, language, sentence, sizeof sentence);
		for (char *c = sentence; *c; c++)
			*c = *c == '\n' || *c == '\r' ? ' ' : *c;
		zhun_text_addf(m->out, "# %s\n", sentence);
	}
}

enum zhun_code zhun_budget_from_suncal(struct zhun_arena *a, struct zhun_bytes bytes,
				       enum zhun_language language, struct zhun_text *out,
				       struct zhun_error *err)
{
	struct import m = {.a = a, .out = out};
	const char *done = NULL;
	enum zhun_code code = zhun_yaml_parse(a, (const char *)bytes.ptr, bytes.len, &m.root, err);
	if (code)
		return code;
	const struct zhun_json *c = find_calculation(&m);
	if (!c)
		return zhun_fail(err, ZHUN_E_SUNCAL_NONE, NULL);
	const struct zhun_json *inputs = zhun_json_get(c, "inputs");
	add_title(&m, "note: ", text(c, "description") ? text(c, "description") : text(c, "desc"));
	zhun_text_add(out, text(c, "description") || text(c, "desc") ? "\n" : "");
	add_model(&m, zhun_json_get(c, "functions"));
	add_outputs(&m, zhun_json_get(c, "functions"));
	zhun_text_add(out, "inputs:\n");
	for (const struct zhun_json *in = inputs ? inputs->first : NULL; in; in = in->next)
		add_input(&m, in);
	add_correlations(&m, zhun_json_get(c, "correlations"));
	if (zhun_json_get(c, "unitdefs"))
		leave_out(&m, zhun_json_get(c, "unitdefs"));
	add_notes(&m, language);
	return zhun_text_done(out, &done, err);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "study/study.h"
#include "zhun/base/number.h"
#include "zhun/study/chain.h"

/* ---- out ---- */

static bool is_zero(double x)
{
	return !(x < 0.0 || x > 0.0);
}

static void write_influences(struct zhun_json_writer *w, const struct zhun_chain *c)
{
	zhun_json_member_array(w, "influences");
	for (size_t i = 0; i < c->influence_count; i++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "id", c->influences[i].id);
		if (c->influences[i].dof > 0.0)
			zhun_json_member_real(w, "dof", c->influences[i].dof);
		if (c->influences[i].group)
			zhun_json_member_string(w, "group", c->influences[c->influences[i].group - 1].id);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void write_pairs(struct zhun_json_writer *w, const struct zhun_chain *c)
{
	if (!c->pair_count)
		return;
	zhun_json_member_array(w, "correlations");
	for (size_t i = 0; i < c->pair_count; i++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "a", c->influences[c->pairs[i].a].id);
		zhun_json_member_string(w, "b", c->influences[c->pairs[i].b].id);
		zhun_json_member_real(w, "r", c->pairs[i].r);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

void zhun_chain_json(const struct zhun_chain *c, struct zhun_text *out)
{
	struct zhun_json_writer w;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	write_influences(&w, c);
	write_pairs(&w, c);
	zhun_json_member_array(&w, "results");
	for (size_t i = 0; i < c->result_count; i++) {
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "name", c->results[i].name);
		zhun_json_member_real(&w, "value", c->results[i].value);
		if (c->results[i].unit)
			zhun_json_member_string(&w, "unit", c->results[i].unit);
		zhun_json_member_object(&w, "parts");
		for (size_t k = 0; k < c->influence_count; k++)
			if (!is_zero(c->results[i].part[k]))
				zhun_json_member_real(&w, c->influences[k].id, c->results[i].part[k]);
		zhun_json_end_object(&w);
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
}

/* ---- in ---- */

struct reading {
	struct zhun_arena *arena;
	struct zhun_influence *influences;
	struct zhun_influence_pair *pairs;
	struct zhun_chain_result *results;
	struct zhun_chain chain;
	size_t last; /* the influence found last: parts mostly stand in their order */
	struct zhun_error *err;
};

typedef enum zhun_code read_item(struct reading *r, const struct zhun_json *v, size_t at);

static enum zhun_code read_list(struct reading *r, const struct zhun_json *document, const char *name, read_item *read)
{
	const struct zhun_json *list = zhun_json_get(document, name);
	size_t at = 0;
	for (const struct zhun_json *v = list ? list->first : NULL; v; v = v->next, at++) {
		enum zhun_code code = v->kind == ZHUN_J_OBJECT
					      ? read(r, v, at)
					      : zhun_fail(r->err, ZHUN_E_STUDY_KIND, "", name, "an object");
		if (code) {
			(void)zhun_json_within_index(r->err, at);
			return study_within(r->err, name);
		}
	}
	return ZHUN_OK;
}

static enum zhun_code need_text(const struct zhun_json *v, const char *name, const char **ret, struct zhun_error *err)
{
	*ret = zhun_json_get_string(v, name);
	return *ret ? ZHUN_OK : zhun_fail(err, ZHUN_E_STUDY_MISSING, "", name);
}

/* A number, or its decimal text, as YAML has it. */
static enum zhun_code need_number(const struct zhun_json *v, const char *name, double *ret, struct zhun_error *err)
{
	const char *s = zhun_json_get_string(v, name);
	struct zhun_number n;
	if (!s)
		return study_need_number(v, name, ret, err);
	if (zhun_number_parse(s, strlen(s), &n, err))
		return study_within(err, name);
	*ret = n.value;
	return ZHUN_OK;
}

static enum zhun_code read_influence(struct reading *r, const struct zhun_json *v, size_t at)
{
	struct zhun_influence *f = &r->influences[at];
	enum zhun_code code = study_known(v, "id|dof|group", r->err);
	if (!code)
		code = need_text(v, "id", &f->id, r->err);
	if (!code && zhun_json_get(v, "dof"))
		code = need_number(v, "dof", &f->dof, r->err);
	return code;
}

static enum zhun_code find(struct reading *r, const char *id, size_t *ret)
{
	size_t n = r->chain.influence_count;
	for (size_t i = 0; i < n; i++) {
		size_t k = (r->last + i) % n;
		if (strcmp(r->influences[k].id, id) != 0)
			continue;
		r->last = k + 1;
		*ret = k;
		return ZHUN_OK;
	}
	return zhun_fail(r->err, ZHUN_E_CHAIN_UNKNOWN, "", id);
}

/* after all influences: the one that is named may stand behind */
static enum zhun_code read_group(struct reading *r, const struct zhun_json *v, size_t at)
{
	const char *id = NULL;
	size_t k = 0;
	if (!zhun_json_get(v, "group"))
		return ZHUN_OK;
	enum zhun_code code = need_text(v, "group", &id, r->err);
	if (!code)
		code = find(r, id, &k);
	r->influences[at].group = k + 1;
	return code;
}

static enum zhun_code read_pair(struct reading *r, const struct zhun_json *v, size_t at)
{
	const char *a = NULL, *b = NULL;
	struct zhun_influence_pair p = {0};
	enum zhun_code code = study_known(v, "a|b|r", r->err);
	if (!code)
		code = need_text(v, "a", &a, r->err);
	if (!code)
		code = need_text(v, "b", &b, r->err);
	if (!code)
		code = find(r, a, &p.a);
	if (!code)
		code = find(r, b, &p.b);
	if (!code)
		code = need_number(v, "r", &p.r, r->err);
	r->pairs[at] = (struct zhun_influence_pair){p.a < p.b ? p.a : p.b, p.a < p.b ? p.b : p.a, p.r};
	return code;
}

static enum zhun_code read_parts(struct reading *r, const struct zhun_json *parts, double *part)
{
	enum zhun_code code = ZHUN_OK;
	if (parts->kind != ZHUN_J_OBJECT)
		return zhun_fail(r->err, ZHUN_E_STUDY_KIND, "", "parts", "an object");
	for (const struct zhun_json *v = parts->first; v && !code; v = v->next) {
		size_t k = 0;
		code = find(r, v->name, &k);
		if (!code)
			code = need_number(parts, v->name, &part[k], r->err);
	}
	return code;
}

static enum zhun_code read_result(struct reading *r, const struct zhun_json *v, size_t at)
{
	struct zhun_chain_result *result = &r->results[at];
	const struct zhun_json *parts = NULL;
	double *part = ZHUN_NEW_ARRAY(r->arena, r->chain.influence_count, double);
	enum zhun_code code = part ? study_known(v, "name|value|unit|parts", r->err) : zhun_no_memory(r->arena, r->err);
	if (!code)
		code = need_text(v, "name", &result->name, r->err);
	if (!code)
		code = need_number(v, "value", &result->value, r->err);
	result->unit = zhun_json_get_string(v, "unit");
	if (!code)
		code = study_need(v, "parts", &parts, r->err);
	if (!code && read_parts(r, parts, part))
		code = study_within(r->err, "parts");
	result->part = part;
	return code;
}

/* how many; not more than may be, as all are held against all */
static enum zhun_code count(const struct zhun_json *document, const char *name, size_t most, size_t *ret,
			    struct zhun_error *err)
{
	const struct zhun_json *list = zhun_json_get(document, name);
	*ret = list ? list->count : 0;
	if (list && list->kind != ZHUN_J_ARRAY)
		(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", name, "a list");
	else if (*ret > most)
		(void)zhun_fail(err, ZHUN_E_CHAIN_MANY, "", ZHUN_INT(most));
	else
		return ZHUN_OK;
	return study_within(err, name);
}

static enum zhun_code make_room(struct reading *r, const struct zhun_json *document)
{
	struct zhun_chain *c = &r->chain;
	enum zhun_code code = count(document, "influences", ZHUN_CHAIN_INFLUENCES, &c->influence_count, r->err);
	if (!code)
		code = count(document, "correlations", 10 * ZHUN_CHAIN_INFLUENCES, &c->pair_count, r->err);
	if (!code)
		code = count(document, "results", ZHUN_CHAIN_RESULTS, &c->result_count, r->err);
	if (code)
		return code;
	c->influences = r->influences = ZHUN_NEW_ARRAY(r->arena, c->influence_count, struct zhun_influence);
	c->pairs = r->pairs = ZHUN_NEW_ARRAY(r->arena, c->pair_count, struct zhun_influence_pair);
	c->results = r->results = ZHUN_NEW_ARRAY(r->arena, c->result_count, struct zhun_chain_result);
	return r->influences && r->pairs && r->results ? ZHUN_OK : zhun_no_memory(r->arena, r->err);
}

enum zhun_code zhun_chain_read(struct zhun_arena *a, const struct zhun_json *document, struct zhun_chain *ret,
			       struct zhun_error *err)
{
	struct reading r = {.arena = a, .err = err};
	if (document->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "chain", "an object");
	enum zhun_code code = study_known(document, "influences|correlations|results", err);
	if (!code)
		code = make_room(&r, document);
	if (!code)
		code = read_list(&r, document, "influences", read_influence);
	if (!code)
		code = read_list(&r, document, "influences", read_group);
	if (!code)
		code = read_list(&r, document, "correlations", read_pair);
	if (!code)
		code = read_list(&r, document, "results", read_result);
	if (!code)
		code = zhun_chain_check(a, &r.chain, err);
	if (!code)
		*ret = r.chain;
	return code;
}

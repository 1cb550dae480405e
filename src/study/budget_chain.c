/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Earlier results as inputs. An archive (zhun/study/chain.h) says what its results rest on; a row that is such a
 * result is correlated with every row that rests on some of the same: with other results, and with the budget's own
 * inputs where these name the same influence (JCGM 100:2008 F.1.2.3).
 */
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "codec/hash.h"
#include "study/budget_draft.h"
#include "zhun/study/chain.h"

enum { LIST = 200 };

/* An archive that was read; several inputs may refer to it. */
struct budget_archive {
	const struct zhun_json *node; /* it stands there, or its name does */
	struct zhun_chain chain;
	struct budget_archive *next;
};

struct reference {
	const struct zhun_json *archive, *result;
};

/* ---- archives ---- */

static enum zhun_code look_up(struct budget_reader *r, const struct zhun_json *v, struct zhun_chain *ret)
{
	struct zhun_bytes text = {0};
	const struct zhun_json *document = NULL;
	if (v->kind == ZHUN_J_OBJECT)
		return budget_at(r, v, zhun_chain_read(r->a, v, ret, r->err));
	if (v->kind != ZHUN_J_STRING)
		return budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, "archive", "{influences, results}");
	if (!r->from)
		return budget_blame(r, v, ZHUN_E_BUDGET_ARCHIVE, v->text, NULL);
	enum zhun_code code = r->from->find(r->from->context, v->text, &text, r->err);
	if (!code)
		code = zhun_json_parse(r->a, (const char *)text.ptr, text.len, &document, r->err);
	if (!code)
		code = zhun_chain_read(r->a, document, ret, r->err);
	return budget_at(r, v, code);
}

static bool is_same(const struct zhun_json *a, const struct zhun_json *b)
{
	return a == b || (a->kind == ZHUN_J_STRING && b->kind == ZHUN_J_STRING && zhun_str_equal(a->text, b->text));
}

static enum zhun_code find_archive(struct budget_reader *r, const struct zhun_json *v, const struct zhun_chain **ret)
{
	for (struct budget_archive *k = r->archives; k; k = k->next)
		if (is_same(k->node, v)) {
			*ret = &k->chain;
			return ZHUN_OK;
		}
	struct budget_archive *kept = ZHUN_NEW(r->a, struct budget_archive);
	enum zhun_code code = kept ? look_up(r, v, &kept->chain) : budget_no_memory(r);
	if (code)
		return code;
	kept->node = v;
	kept->next = r->archives;
	r->archives = kept;
	*ret = &kept->chain;
	return ZHUN_OK;
}

static enum zhun_code no_result(struct budget_reader *r, const struct zhun_json *v, const char *name,
				const struct zhun_chain *c)
{
	char list[LIST] = "";
	for (size_t i = 0, n = 0; i < c->result_count && n + strlen(c->results[i].name) + 3 < sizeof list; i++) {
		(void)snprintf(list + n, sizeof list - n, "%s%s", n ? ", " : "", c->results[i].name);
		n = strlen(list);
	}
	return budget_blame(r, v, ZHUN_E_BUDGET_RESULT, name, list);
}

/* The result named; without a name the only one. */
static enum zhun_code find_result(struct budget_reader *r, const struct zhun_json *v, const struct zhun_chain **ret,
				  size_t *ret_result)
{
	static const struct budget_member table[] = {{"archive", offsetof(struct reference, archive)},
						     {"result", offsetof(struct reference, result)}};
	struct reference m = {NULL, NULL};
	const char *name = "";
	enum zhun_code code = budget_members(r, v, table, ZHUN_COUNT(table), &m);
	if (!code && !m.archive)
		code = budget_blame(r, v, ZHUN_E_PART_MISSING, "archive", NULL);
	if (!code)
		code = find_archive(r, m.archive, ret);
	if (!code && m.result)
		code = budget_text(r, m.result, &name);
	if (code)
		return code;
	for (size_t i = 0; i < (*ret)->result_count; i++)
		if (zhun_str_equal((*ret)->results[i].name, name) || (!m.result && (*ret)->result_count == 1)) {
			*ret_result = i;
			return ZHUN_OK;
		}
	return no_result(r, m.result ? m.result : v, name, *ret);
}

/* ---- one input ---- */

static enum zhun_code unit_of(struct budget_reader *r, const struct zhun_json *v, const struct zhun_chain_result *x,
			      struct zhun_unit *ret)
{
	*ret = zhun_unit_one();
	if (!x->unit)
		return ZHUN_OK;
	return budget_at(r, v, zhun_unit_read(x->unit, strlen(x->unit), ZHUN_UNIT_TYPED, ret, NULL, r->err));
}

enum zhun_code draft_from_unit(struct budget_reader *r, const struct zhun_json *v, struct zhun_unit *ret)
{
	const struct zhun_chain *c = NULL;
	size_t at = 0;
	enum zhun_code code = find_result(r, v, &c, &at);
	return code ? code : unit_of(r, v, &c->results[at], ret);
}

/* A chain of this result alone: whatever scales its parts later leaves the archive as it is. */
static enum zhun_code take_result(struct draft *d, const struct zhun_chain *c, const struct zhun_chain_result *x,
				  double size)
{
	struct zhun_chain *own = ZHUN_NEW(d->r->a, struct zhun_chain);
	struct zhun_chain_result *result = ZHUN_NEW(d->r->a, struct zhun_chain_result);
	d->row.part = ZHUN_NEW_ARRAY(d->r->a, c->influence_count + 1, double);
	if (!own || !result || !d->row.part)
		return budget_no_memory(d->r);
	for (size_t k = 0; k < c->influence_count; k++)
		d->row.part[k] = size * x->part[k];
	*result = (struct zhun_chain_result){.name = x->name, .value = x->value, .part = d->row.part};
	*own = *c;
	own->results = result;
	own->result_count = 1;
	d->row.chain = own;
	return ZHUN_OK;
}

enum zhun_code draft_from(struct draft *d, const struct zhun_json *v)
{
	const struct zhun_chain *c = NULL;
	struct zhun_conversion point, size;
	struct zhun_unit unit;
	size_t at = 0;
	enum zhun_code code = find_result(d->r, v, &c, &at);
	if (!code)
		code = unit_of(d->r, v, &c->results[at], &unit);
	enum zhun_count count = d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT;
	if (!code)
		code = budget_at(d->r, v, zhun_conversion_make(&unit, &d->in->unit.shown, count, &point, d->r->err));
	if (!code)
		code = budget_at(d->r, v, zhun_conversion_make(&unit, &d->in->unit.shown, ZHUN_DIFFERENCE, &size,
							       d->r->err));
	if (!code)
		code = take_result(d, c, &c->results[at], zhun_convert(&size, 1.0));
	if (code)
		return code;
	double *work = ZHUN_NEW_ARRAY(d->r->a, 2 * c->influence_count + 1, double);
	if (!work)
		return budget_no_memory(d->r);
	double dof = zhun_chain_dof(d->row.chain, 0, work);
	if (!d->m.dof)
		d->row.dof = isfinite(dof) ? dof : 0;
	if (!d->has_value) {
		d->has_value = d->first = true;
		d->value = zhun_convert(&point, c->results[at].value);
	}
	draft_set_u(d, zhun_chain_u(d->row.chain, 0));
	return ZHUN_OK;
}

/* ---- all rows ---- */

/* As declared; else certificate and quantity; else this budget's own. */
static const char *id_of(struct zhun_arena *a, const struct zhun_budget *b, const char *own,
			 const struct zhun_budget_row *row)
{
	const char *certificate = row->certificate ? row->certificate : b->inputs[row->input].certificate;
	if (row->influence)
		return row->influence;
	return zhun_printf(a, "%s/%s", certificate ? certificate : own, row->name);
}

/* The rows that are no earlier results, as one chain: each an influence of its own. */
struct own {
	struct zhun_influence *influences;
	struct zhun_influence_pair *pairs;
	struct zhun_chain_result *results;
	double *parts;
	size_t *number; /* of a row's influence; row_count: it has none */
	size_t *founder; /* of each group: the influence that stands for it, + 1 */
	char id[24];    /* of the budget's text */
	struct zhun_chain chain;
};

/* The same text has the same influences, whoever evaluates it, and however often. Not before it is asked for: the
 * first digest of a process costs a third of what evaluating a budget does. */
static enum zhun_code name_text(const char *text, struct own *o, struct zhun_error *err)
{
	char digest[ZHUN_SHA256_TEXT];
	const struct zhun_bytes bytes = {(const unsigned char *)text, strlen(text)};
	enum zhun_code code = zhun_sha256_hex(bytes, digest, err);
	if (!code)
		(void)snprintf(o->id, sizeof o->id, "budget:%.16s", digest);
	return code;
}

static enum zhun_code make_own(struct zhun_arena *a, const struct zhun_budget *b, struct own *o,
			       struct zhun_error *err)
{
	size_t n = b->row_count;
	*o = (struct own){.influences = ZHUN_NEW_ARRAY(a, n + 1, struct zhun_influence),
			  .pairs = ZHUN_NEW_ARRAY(a, b->correlation_count + 1, struct zhun_influence_pair),
			  .results = ZHUN_NEW_ARRAY(a, n + 1, struct zhun_chain_result),
			  .parts = ZHUN_NEW_ARRAY(a, n * n + 1, double),
			  .number = ZHUN_NEW_ARRAY(a, n + 1, size_t),
			  .founder = ZHUN_NEW_ARRAY(a, n + 1, size_t)};
	if (!o->influences || !o->pairs || !o->results || !o->parts || !o->number || !o->founder)
		return zhun_no_memory(a, err);
	return name_text(b->text, o, err);
}

/* a row of which something is uncertain, as an influence; its group by the first such row */
static enum zhun_code take_row(struct zhun_arena *a, const struct zhun_budget *b, size_t i, struct own *o,
			       struct zhun_error *err)
{
	const struct zhun_budget_row *row = &b->rows[i];
	size_t n = b->row_count, group = b->group[i], at = o->chain.influence_count;
	const char *id = id_of(a, b, o->id, row);
	if (!id)
		return zhun_no_memory(a, err);
	for (size_t k = 0; k < at; k++)
		if (zhun_str_equal(o->influences[k].id, id))
			return zhun_fail(err, ZHUN_E_CHAIN_ID, NULL, row->name, id);
	if (group && !o->founder[group])
		o->founder[group] = at + 1;
	o->influences[at] = (struct zhun_influence){id, isfinite(row->dof) ? row->dof : 0,
						    group ? o->founder[group] : 0};
	o->parts[i * n + at] = row->u;
	o->number[i] = at;
	o->chain.influence_count++;
	return ZHUN_OK;
}

static void take_pairs(const struct zhun_budget *b, struct own *o)
{
	size_t n = b->row_count;
	for (size_t i = 0; i < b->correlation_count; i++) {
		size_t x = o->number[b->correlations[i].a], y = o->number[b->correlations[i].b];
		if (x < n && y < n)
			o->pairs[o->chain.pair_count++] = (struct zhun_influence_pair){
				x < y ? x : y, x < y ? y : x, b->correlations[i].r};
	}
}

static enum zhun_code take_own(struct zhun_arena *a, const struct zhun_budget *b, struct own *o,
			       struct zhun_error *err)
{
	size_t n = b->row_count;
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < n && !code; i++) {
		const struct zhun_budget_row *row = &b->rows[i];
		o->results[i] = (struct zhun_chain_result){row->name, row->value, o->parts + i * n, NULL};
		o->number[i] = n;
		if (!row->chain && row->u > 0)
			code = take_row(a, b, i, o, err);
	}
	if (code)
		return code;
	take_pairs(b, o);
	o->chain.influences = o->influences;
	o->chain.pairs = o->pairs;
	o->chain.results = o->results;
	o->chain.result_count = n;
	return ZHUN_OK;
}

static enum zhun_code check_size(const struct zhun_budget *b, struct zhun_error *err)
{
	size_t influences = 0;
	for (size_t i = 0; i < b->row_count; i++)
		influences += b->rows[i].chain ? b->rows[i].chain->influence_count : b->rows[i].u > 0;
	return influences <= ZHUN_CHAIN_INFLUENCES
		       ? ZHUN_OK
		       : zhun_fail(err, ZHUN_E_CHAIN_MANY, NULL, ZHUN_INT(ZHUN_CHAIN_INFLUENCES));
}

enum zhun_code budget_join(struct zhun_arena *a, const struct zhun_budget *b, const struct zhun_chain **ret,
			   struct zhun_error *err)
{
	struct own own;
	struct zhun_chain *joined = ZHUN_NEW(a, struct zhun_chain);
	struct zhun_chain_link *links = ZHUN_NEW_ARRAY(a, b->row_count + 1, struct zhun_chain_link);
	const char **names = ZHUN_NEW_ARRAY(a, b->row_count + 1, const char *);
	if (!joined || !links || !names)
		return zhun_no_memory(a, err);
	enum zhun_code code = check_size(b, err);
	if (!code)
		code = make_own(a, b, &own, err);
	if (!code)
		code = take_own(a, b, &own, err);
	if (code)
		return code;
	for (size_t i = 0; i < b->row_count; i++) {
		const struct zhun_chain *chain = b->rows[i].chain;
		names[i] = b->rows[i].name;
		links[i] = (struct zhun_chain_link){chain ? chain : &own.chain, chain ? 0 : i};
	}
	code = zhun_chain_join(a, links, b->row_count, names, joined, err);
	if (!code)
		*ret = joined;
	return code;
}

/* Two rows of which one at least is an earlier result. */
static enum zhun_code link_pair(struct budget_reader *r, size_t i, size_t k, double covariance)
{
	const struct zhun_budget *b = r->b;
	double u = b->rows[i].u * b->rows[k].u;
	if (!(u > 0) || !(fabs(covariance) > 1e-14 * u))
		return ZHUN_OK;
	const struct zhun_budget_correlation c = {.a = i, .b = k, .r = fmin(fmax(covariance / u, -1.0), 1.0)};
	return budget_take_correlation(r, c);
}

/* One row with those behind it. */
static enum zhun_code link_row(struct budget_reader *r, size_t i, double *weighed)
{
	const struct zhun_budget *b = r->b;
	const struct zhun_chain *c = b->joined;
	enum zhun_code code = ZHUN_OK;
	zhun_chain_weigh(c, c->results[i].part, weighed);
	for (size_t k = i + 1; k < b->row_count && !code; k++) {
		double sum = 0;
		if (!b->rows[i].chain && !b->rows[k].chain)
			continue;
		for (size_t m = 0; m < c->influence_count; m++)
			sum += weighed[m] * c->results[k].part[m];
		code = link_pair(r, i, k, sum);
	}
	return code;
}

enum zhun_code budget_link(struct budget_reader *r)
{
	struct zhun_budget *b = r->b;
	bool any = false;
	for (size_t i = 0; i < b->row_count; i++)
		any = any || b->rows[i].chain;
	if (!any)
		return ZHUN_OK;
	enum zhun_code code = budget_at(r, b->root, budget_join(r->a, b, &b->joined, r->err));
	double *weighed = code ? NULL : ZHUN_NEW_ARRAY(r->a, b->joined->influence_count + 1, double);
	if (!code && !weighed)
		code = budget_no_memory(r);
	for (size_t i = 0; i < b->row_count && !code; i++)
		code = link_row(r, i, weighed);
	return code;
}

/* What a row's part of the output's uncertainty is made of: the row's own parts, in proportion. */
void budget_add_parts(const struct zhun_budget *b, const struct zhun_chain *joined, size_t row, double contribution,
		      double *part)
{
	double u = b->rows[row].u, scale = u > 0 ? contribution / u : 0;
	for (size_t k = 0; k < joined->influence_count; k++)
		part[k] += scale * joined->results[row].part[k];
}

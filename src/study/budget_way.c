/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ways of giving an uncertainty, each decides its distribution: readings a
 * scaled and shifted t (JCGM 101 6.4.9.4), u or U with finite dof likewise
 * (6.4.9.7), else normal (6.4.7); a resolution a rectangle of half its width
 * (6.4.2). Everything is in the unit shown.
 */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "study/budget_draft.h"

static const char *const way_names[] = {"readings",	    "u",	  "U",
					"from_certificate", "resolution", "rectangular", "from"};

enum { SHARED = 9, OWN = 8, TABLE = SHARED + OWN + WAY_DISTRIBUTIONS + ZHUN_D_KINDS };

static const struct budget_member shared_members[SHARED] = {
	{"title", offsetof(struct draft_members, title)},
	{"certificate", offsetof(struct draft_members, certificate)},
	{"note", offsetof(struct draft_members, note)},
	{"k", offsetof(struct draft_members, k)},
	{"p", offsetof(struct draft_members, p)},
	{"dof", offsetof(struct draft_members, dof)},
	{"pooled", offsetof(struct draft_members, pooled)},
	{"averaged", offsetof(struct draft_members, averaged)},
	{"influence", offsetof(struct draft_members, influence)},
};
static const struct budget_member own_members[OWN] = {
	{"value", offsetof(struct draft_members, value)},
	{"unit", offsetof(struct draft_members, unit)},
	{"difference", offsetof(struct draft_members, difference)},
	{"level", offsetof(struct draft_members, level)},
	{"uncertainty", offsetof(struct draft_members, uncertainty)},
	{"values", offsetof(struct draft_members, values)},
	{"repeated", offsetof(struct draft_members, repeated)},
	{"correlation", offsetof(struct draft_members, correlation)},
};

static size_t way_offset(size_t way)
{
	return offsetof(struct draft_members, way) + way * sizeof(struct zhun_json *);
}

static size_t member_table(struct budget_member *table)
{
	size_t n = 0;
	for (size_t i = 0; i < OWN; i++)
		table[n++] = own_members[i];
	for (size_t i = 0; i < WAY_DISTRIBUTIONS; i++)
		table[n++] = (struct budget_member){way_names[i], way_offset(i)};
	for (size_t i = 0; i < SHARED; i++)
		table[n++] = shared_members[i];
	for (size_t i = 0; i < ZHUN_D_KINDS; i++)
		table[n++] =
			(struct budget_member){zhun_distribution_row((enum zhun_distribution_kind)i)->name,
					       way_offset(WAY_DISTRIBUTIONS + i)};
	return n;
}

enum zhun_code draft_members(struct budget_reader *r, const struct zhun_json *v, bool component,
			     struct draft_members *ret)
{
	struct budget_member table[TABLE];
	size_t n = member_table(table), skip = component ? OWN : 0;
	/* a component may state a value of its own only within from_certificate, where it is the input's */
	return budget_members(r, v, table + skip, n - skip, ret);
}

/* ---- amounts ---- */

static enum zhun_code spread_of(struct draft *d, const struct zhun_json *v, double *ret, double *ret_k)
{
	const char *text = NULL;
	struct budget_size u = {0};
	enum zhun_code code = budget_digits(d->r, v, &text);
	if (!code)
		code = budget_at(d->r, v, budget_spread(d->r->a, text, d->in, d->has_value ? &d->value : NULL, &u,
							d->r->err));
	if (code)
		return code;
	*ret = u.size;
	if (ret_k)
		*ret_k = u.k;
	return ZHUN_OK;
}

static enum zhun_code read_dof(struct draft *d)
{
	const struct zhun_json *v = d->m.dof;
	if (!v ||
	    (v->kind == ZHUN_J_STRING && (zhun_str_equal(v->text, "inf") || zhun_str_equal(v->text, "∞"))))
		return ZHUN_OK;
	enum zhun_code code = budget_number(d->r, v, &d->row.dof);
	if (!code && !(d->row.dof > 0))
		code = budget_blame(d->r, v, ZHUN_E_BUDGET_SIGN, "dof", "≤ 0");
	return code;
}

/* u with its degrees of freedom: t where they are finite and few enough to matter. */
void draft_set_u(struct draft *d, double u)
{
	d->row.u = u;
	d->row.distribution = d->row.dof > 0 ? (struct zhun_distribution){ZHUN_D_T, 0, u, d->row.dof, 0}
					     : (struct zhun_distribution){ZHUN_D_NORMAL, 0, u, 0, 0};
}

static enum zhun_code way_u(struct draft *d, const struct zhun_json *v)
{
	double u = 0;
	enum zhun_code code = spread_of(d, v, &u, NULL);
	if (!code)
		draft_set_u(d, u);
	return code;
}

/* The k by which U was made: as stated, or that of p at dof (GUM G.3). */
static enum zhun_code factor_of(struct draft *d, const struct zhun_json *v, double own, double *ret)
{
	struct zhun_coverage c = {own, 0};
	enum zhun_code code = budget_coverage(d->r, d->m.k, d->m.p, &c);
	if (code)
		return code;
	if (!(c.k > 0) && !(c.p > 0))
		return budget_blame(d->r, v, ZHUN_E_BUDGET_COVERAGE, NULL, NULL);
	*ret = c.k;
	if (c.k > 0)
		return ZHUN_OK;
	code = budget_at(d->r, d->m.p,
			 zhun_coverage_k(c.p, d->row.dof > 0 ? d->row.dof : HUGE_VAL, ret, d->r->err));
	/* a p so small that its k is none */
	return !code && !(*ret > 0) ? budget_blame(d->r, d->m.p, ZHUN_E_BUDGET_COVERAGE, NULL, NULL) : code;
}

static enum zhun_code way_expanded(struct draft *d, const struct zhun_json *v)
{
	double U = 0, own = 0, k = 0;
	enum zhun_code code = spread_of(d, v, &U, &own);
	if (!code)
		code = factor_of(d, v, own, &k);
	if (!code)
		draft_set_u(d, U / k);
	return code;
}

static enum zhun_code half_width(struct draft *d, const struct zhun_json *v, double part)
{
	double a = 0;
	enum zhun_code code = spread_of(d, v, &a, NULL);
	if (code)
		return code;
	d->row.distribution = (struct zhun_distribution){ZHUN_D_UNIFORM, 0, part * a, 0, 0};
	d->row.u = zhun_distribution_sd(&d->row.distribution);
	return ZHUN_OK;
}

static enum zhun_code way_rectangular(struct draft *d, const struct zhun_json *v)
{
	return half_width(d, v, 1.0);
}

static enum zhun_code way_resolution(struct draft *d, const struct zhun_json *v)
{
	return half_width(d, v, 0.5);
}

/* ---- readings ---- */

/* "1.50 1.51, 1.52" pasted as one text, or a list. */
static enum zhun_code split(struct draft *d, const struct zhun_json *v, const char ***ret, size_t *ret_n)
{
	const char *s = NULL;
	size_t n = 0;
	enum zhun_code code = budget_text(d->r, v, &s);
	const char **out = code ? NULL : ZHUN_NEW_ARRAY(d->r->a, strlen(s) / 2 + 1, const char *);
	if (code)
		return code;
	if (!out)
		return budget_no_memory(d->r);
	while (*(s += strspn(s, " \t\r\n,;"))) {
		size_t len = strcspn(s, " \t\r\n,;");
		if (!(out[n++] = zhun_strndup(d->r->a, s, len)))
			return budget_no_memory(d->r);
		s += len;
	}
	*ret = out;
	*ret_n = n;
	return ZHUN_OK;
}

static enum zhun_code list_texts(struct draft *d, const struct zhun_json *v, const char ***ret, size_t *ret_n)
{
	const char **out = ZHUN_NEW_ARRAY(d->r->a, v->count + 1, const char *);
	size_t n = 0;
	if (!out)
		return budget_no_memory(d->r);
	for (const struct zhun_json *e = v->first; e; e = e->next) {
		enum zhun_code code = budget_digits(d->r, e, &out[n++]);
		if (code)
			return code;
	}
	*ret = out;
	*ret_n = n;
	return ZHUN_OK;
}

static const struct zhun_json *nth(const struct zhun_json *list, size_t i)
{
	const struct zhun_json *e = list->first;
	while (e && i--)
		e = e->next;
	return e ? e : list;
}

/* Decimal texts in the input's unit: a reading with the unit behind it must be in that very unit, for
 * its digits are not converted. */
static enum zhun_code plain_texts(struct draft *d, const struct zhun_json *v, const char **texts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct zhun_number number;
		struct zhun_unit unit;
		size_t used = 0;
		const struct zhun_json *at = nth(v, i);
		enum zhun_code code = budget_scan(texts[i], &d->in->unit.shown, &number, &unit, d->r->err);
		if (code)
			return budget_at(d->r, at, code);
		if (!zhun_unit_equal(&unit, &d->in->unit.shown)) {
			char a[ZHUN_UNIT_TEXT], b[ZHUN_UNIT_TEXT];
			(void)zhun_unit_canonical(&unit, a);
			(void)zhun_unit_canonical(&d->in->unit.shown, b);
			return budget_blame(d->r, at, ZHUN_E_BUDGET_SHAPE, a, b);
		}
		if (zhun_number_parse(texts[i], strlen(texts[i]), &number, NULL) == ZHUN_OK)
			continue;
		code = zhun_number_scan(texts[i], strlen(texts[i]), &number, &used, d->r->err);
		if (code || !(texts[i] = zhun_strndup(d->r->a, texts[i], used)))
			return code ? budget_at(d->r, at, code) : budget_no_memory(d->r);
	}
	return ZHUN_OK;
}

static enum zhun_code read_series(struct draft *d, const struct zhun_json *v)
{
	const char **texts = NULL;
	size_t n = 0;
	enum zhun_code code =
		v->kind == ZHUN_J_ARRAY ? list_texts(d, v, &texts, &n) : split(d, v, &texts, &n);
	if (!code && n > ZHUN_BUDGET_READINGS)
		code = budget_blame(d->r, v, ZHUN_E_BUDGET_MANY, ZHUN_INT(ZHUN_BUDGET_READINGS), "readings");
	if (!code)
		code = plain_texts(d, v, texts, n);
	if (!code)
		code = budget_at(d->r, v, zhun_series_parse(d->r->a, texts, n, &d->row.readings, d->r->err));
	return code;
}

/* A standard deviation known from many series, {s, dof}, in place of this one's own (GUM 4.2.4). */
static enum zhun_code read_pooled(struct draft *d, double *ret_s, double *ret_dof)
{
	struct pooled {
		const struct zhun_json *s, *dof;
	} p = {NULL, NULL};
	static const struct budget_member table[] = {{"s", offsetof(struct pooled, s)},
						     {"dof", offsetof(struct pooled, dof)}};
	*ret_dof = 0;
	enum zhun_code code = budget_members(d->r, d->m.pooled, table, ZHUN_COUNT(table), &p);
	if (!code && !p.s)
		code = budget_blame(d->r, d->m.pooled, ZHUN_E_PART_MISSING, "s", NULL);
	if (!code)
		code = spread_of(d, p.s, ret_s, NULL);
	if (!code && p.dof)
		code = budget_number(d->r, p.dof, ret_dof);
	if (!code && p.dof && !(*ret_dof > 0))
		code = budget_blame(d->r, p.dof, ZHUN_E_BUDGET_SIGN, "dof", "≤ 0");
	return code;
}

/* How many readings the value is the mean of, where that is not all of them. */
static enum zhun_code read_averaged(struct draft *d, double *ret)
{
	double n = *ret;
	enum zhun_code code = budget_number(d->r, d->m.averaged, &n);
	if (!code && !(n >= 1))
		code = budget_blame(d->r, d->m.averaged, ZHUN_E_BUDGET_SIGN, "averaged", "< 1");
	if (!code)
		*ret = n;
	return code;
}

static enum zhun_code mean_and_sd(struct draft *d, const struct zhun_json *v, struct zhun_summary *ret)
{
	if (d->row.readings.count == 1 && d->m.pooled) {
		*ret = (struct zhun_summary){.mean = d->row.readings.x[0].hi};
		return ZHUN_OK;
	}
	return budget_at(d->r, v, zhun_series_summary(d->row.readings, ret, d->r->err));
}

static enum zhun_code way_readings(struct draft *d, const struct zhun_json *v)
{
	struct zhun_summary s = {0};
	double dof = 0;
	enum zhun_code code = read_series(d, v);
	double n = (double)d->row.readings.count;
	if (!code)
		code = mean_and_sd(d, v, &s);
	if (!code && !d->has_value) {
		d->has_value = d->first = true;
		d->value = s.mean;
	}
	dof = n - 1;
	if (!code && d->m.pooled)
		code = read_pooled(d, &s.sd, &dof);
	if (!code)
		code = read_averaged(d, &n);
	if (code)
		return code;
	if (!d->m.dof)
		d->row.dof = dof;
	draft_set_u(d, s.sd / sqrt(n));
	return ZHUN_OK;
}

/* ---- any distribution by its own parameters ---- */

/* What a parameter of a distribution is; those not named are numbers without unit. */
enum draft_amount draft_amount_of(const char *parameter)
{
	static const struct {
		const char *name;
		enum draft_amount amount;
	} amounts[] = {
		{"value", AMOUNT_POINT},     {"mean", AMOUNT_POINT},	   {"low", AMOUNT_POINT},
		{"high", AMOUNT_POINT},	     {"u", AMOUNT_SIZE},	   {"scale", AMOUNT_SIZE},
		{"half_width", AMOUNT_SIZE}, {"inexactness", AMOUNT_SIZE},
	};
	for (size_t i = 0; i < ZHUN_COUNT(amounts); i++)
		if (zhun_str_equal(amounts[i].name, parameter))
			return amounts[i].amount;
	return AMOUNT_NUMBER;
}

static enum zhun_code parameter(struct draft *d, const struct zhun_json *v, const char *name, double *ret)
{
	switch (draft_amount_of(name)) {
	case AMOUNT_POINT:
		return budget_quantity(d->r, v, &d->in->unit.shown,
				       d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, ret);
	case AMOUNT_SIZE:
		return spread_of(d, v, ret, NULL);
	case AMOUNT_NUMBER:
		return budget_number(d->r, v, ret);
	}
	return budget_blame(d->r, v, ZHUN_E_INTERNAL, name, NULL);
}

/* Whether the kind has its mean as first parameter, so that the input's value may stand for it. */
bool draft_is_placed(const struct zhun_distribution_row *row)
{
	return zhun_str_equal(row->parameters[0], "mean") || zhun_str_equal(row->parameters[0], "value");
}

/* "triangular: 0.1 °C" is short for {half_width: 0.1 °C}: the one parameter besides the mean; "poisson: 1042" for
 * {mean: 1042}, where there is no other. */
static enum zhun_code short_form(struct draft *d, const struct zhun_json *v,
				 const struct zhun_distribution_row *row, double *x, bool *ret_mean)
{
	size_t only = row->parameters[1] ? 1 : 0;
	if (!draft_is_placed(row) || (only && row->parameters[2]))
		return budget_object(d->r, v);
	*ret_mean = only == 0;
	return parameter(d, v, row->parameters[only], &x[only]);
}

static enum zhun_code long_form(struct draft *d, const struct zhun_json *v,
				const struct zhun_distribution_row *row, double *x, bool *ret_mean)
{
	struct budget_member table[5];
	const struct zhun_json *given[5] = {NULL};
	size_t n = 0;
	for (; n < 5 && row->parameters[n]; n++)
		table[n] = (struct budget_member){row->parameters[n], n * sizeof given[0]};
	enum zhun_code code = budget_members(d->r, v, table, n, given);
	for (size_t i = 0; i < n && !code; i++) {
		if (given[i])
			code = parameter(d, given[i], row->parameters[i], &x[i]);
		else if (!i && draft_is_placed(row) && d->has_value)
			x[0] = row->parameters[1] ? 0 : d->value;
		else if (i || !draft_is_placed(row))
			code = budget_blame(d->r, v, ZHUN_E_PART_MISSING, row->parameters[i], NULL);
	}
	*ret_mean = given[0] && draft_is_placed(row);
	return code;
}

/* The mean of the distribution is the value where none is given, and else is moved to it. */
static void place(struct draft *d, const struct zhun_distribution_row *row, bool has_mean)
{
	struct zhun_distribution *x = &d->row.distribution;
	if (!d->has_value && (has_mean || !draft_is_placed(row))) {
		d->has_value = d->first = true;
		d->value = zhun_distribution_mean(x);
	}
}

static enum zhun_code way_distribution(struct draft *d, const struct zhun_json *v,
				       enum zhun_distribution_kind kind)
{
	const struct zhun_distribution_row *row = zhun_distribution_row(kind);
	struct zhun_distribution *x = &d->row.distribution;
	double p[5] = {0};
	bool mean = false;
	enum zhun_code code =
		v->kind == ZHUN_J_OBJECT ? long_form(d, v, row, p, &mean) : short_form(d, v, row, p, &mean);
	if (code)
		return code;
	*x = (struct zhun_distribution){kind, p[0], p[1], p[2], p[3]};
	bool none = draft_is_placed(row) && row->parameters[1] && !(p[1] > 0); /* no width: a constant */
	if (none)
		*x = (struct zhun_distribution){ZHUN_D_CONSTANT, p[0], 0, 0, 0};
	code = budget_at(d->r, v, zhun_distribution_check(x, d->r->err));
	if (code)
		return code;
	place(d, row, mean);
	d->row.u = kind == ZHUN_D_T && !none ? x->b : zhun_distribution_sd(x);
	if (kind == ZHUN_D_T && !d->m.dof)
		d->row.dof = x->c;
	return ZHUN_OK;
}

/* ---- a component ---- */

static enum zhun_code keep_certificate(struct draft *d)
{
	enum zhun_code code = d->m.influence ? budget_text(d->r, d->m.influence, &d->row.influence) : ZHUN_OK;
	if (!code && d->m.certificate)
		code = budget_text(d->r, d->m.certificate, &d->row.certificate);
	return code;
}

/* from_certificate: {U, k, certificate, value}: as if its members stood here. */
static enum zhun_code way_certificate(struct draft *d, const struct zhun_json *v)
{
	struct draft_members inner = {NULL};
	enum zhun_code code = draft_members(d->r, v, false, &inner);
	if (code)
		return code;
	if (inner.uncertainty || inner.way[WAY_CERTIFICATE])
		return budget_blame(d->r, v, ZHUN_E_BUDGET_SHAPE, v->name, "{U, k, certificate}");
	if (inner.value && !d->has_value) {
		code = budget_quantity(d->r, inner.value, &d->in->unit.shown,
				       d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, &d->value);
		d->has_value = d->first = true;
	}
	d->m = inner;
	if (!code)
		code = draft_way(d);
	d->row.how = way_names[WAY_CERTIFICATE];
	return code;
}

static enum zhun_code way_density(struct draft *d, const struct zhun_json *v, enum zhun_distribution_kind kind)
{
	enum zhun_code code = draft_density(d, v, kind);
	if (code)
		return code;
	place(d, zhun_distribution_row(kind), false);
	d->row.u = zhun_distribution_sd(&d->row.distribution);
	return ZHUN_OK;
}

static enum zhun_code apply_way(struct draft *d, size_t way, const struct zhun_json *v)
{
	static enum zhun_code (*const ways[WAY_DISTRIBUTIONS])(struct draft *, const struct zhun_json *) = {
		way_readings, way_u, way_expanded, way_certificate, way_resolution, way_rectangular,
		draft_from,
	};
	if (way < WAY_DISTRIBUTIONS)
		return ways[way](d, v);
	enum zhun_distribution_kind kind = (enum zhun_distribution_kind)(way - WAY_DISTRIBUTIONS);
	return zhun_distribution_has_density(kind) ? way_density(d, v, kind) : way_distribution(d, v, kind);
}

static const char *way_name(size_t way)
{
	return way < WAY_DISTRIBUTIONS
		       ? way_names[way]
		       : zhun_distribution_row((enum zhun_distribution_kind)(way - WAY_DISTRIBUTIONS))->name;
}

/* The one way by which the uncertainty is given; none: the value is exact. */
enum zhun_code draft_way(struct draft *d)
{
	size_t found = 0, ways = WAY_DISTRIBUTIONS + ZHUN_D_KINDS;
	while (found < ways && !d->m.way[found])
		found++;
	for (size_t i = found + 1; i < ways; i++)
		if (d->m.way[i])
			return budget_blame(d->r, d->m.way[i], ZHUN_E_BUDGET_WAYS, way_name(found),
					    way_name(i));
	enum zhun_code code = read_dof(d);
	if (!code)
		code = keep_certificate(d);
	if (code || found == ways)
		return code;
	d->row.how = way_name(found);
	return apply_way(d, found, d->m.way[found]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The claim "competent": an accreditation of the issuer held on the days of the
 * work and of issue, and its scope covers each measured value: the quantity,
 * the point, and no U smaller than the scope's U(x) at the same coverage
 * probability, after rounding to U's digits.
 */
#include "verdict/inside.h"
#include "verdict/points.h"
#include "zhun/base/text.h"
#include "zhun/measure/kind.h"

enum { UNCHOSEN = -1 };

struct trial {
	struct zhun_bench *bench;
	const struct zhun_certificate *certificate;
	const struct zhun_facts *facts;
	int32_t first, last;       /* days of the work and of issue */
	size_t values, quantities;  /* within the scope */
	const char *number;        /* of an accreditation that held */
	struct zhun_points points;
};

/* The days on which it must hold: all of the work, and issue. */
static bool find_days(struct trial *t)
{
	const struct zhun_certificate *c = t->certificate;
	const struct zhun_cert_date *dates[] = {&c->begun, &c->ended, &c->issued};
	bool any = false;
	for (size_t i = 0; i < ZHUN_COUNT(dates); i++) {
		if (!dates[i]->known)
			continue;
		const struct zhun_date *d = &dates[i]->date;
		t->first = any && t->first < d->first ? t->first : d->first;
		t->last = any && t->last > d->last ? t->last : d->last;
		any = true;
	}
	return any;
}

/* The first state within the days that is not good; NULL where it held all the time. */
static const struct zhun_fact_state *bad_state(const struct zhun_fact_accreditation *a, int32_t first, int32_t last)
{
	for (size_t i = 0; i < a->count; i++) {
		const struct zhun_fact_state *s = &a->states[i];
		int32_t end = i + 1 < a->count && a->states[i + 1].since <= s->until
			? a->states[i + 1].since - 1 : s->until;
		if (s->standing != ZHUN_STANDING_VALID && s->since <= last && end >= first)
			return s;
	}
	return NULL;
}

static bool granted_on(const struct zhun_fact_accreditation *a, int32_t day)
{
	const struct zhun_fact_state *s = zhun_state_on(a->states, a->count, day);
	return s && s->standing == ZHUN_STANDING_VALID;
}

static bool holds(const struct trial *t, const struct zhun_fact_accreditation *a)
{
	return granted_on(a, t->first) && granted_on(a, t->last) && t->last <= a->valid_until &&
	       !bad_state(a, t->first, t->last);
}

static void say_why_not(struct trial *t, const struct zhun_fact_accreditation *a)
{
	const struct zhun_fact_state *s = bad_state(a, t->first, t->last);
	if (s && s->standing == ZHUN_STANDING_SUSPENDED)
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_SUSPENDED, NULL, a->number, DAY(s->since));
	else if (s && s->standing == ZHUN_STANDING_WITHDRAWN)
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_WITHDRAWN, NULL, a->number, DAY(s->since));
	else if (s || t->last > a->valid_until)
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_EXPIRED, NULL, a->number,
		     DAY(s ? s->since : a->valid_until));
	else
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_ACCREDITATION_NOT_YET, NULL, a->number, DAY(t->first));
}

/* The claimed accreditation where one is claimed and known, else any of the issuer's. */
static bool considered(const struct trial *t, const struct zhun_fact_accreditation *a, bool named)
{
	return !named || zhun_str_equal(a->number, t->certificate->laboratory_code);
}

static bool is_named(const struct trial *t)
{
	for (size_t i = 0; i < t->facts->accreditation_count; i++)
		if (zhun_str_equal(t->facts->accreditations[i].number, t->certificate->laboratory_code))
			return true;
	return false;
}

static bool find_accreditation(struct trial *t)
{
	bool named = is_named(t);
	for (size_t i = 0; i < t->facts->accreditation_count && !t->number; i++) {
		const struct zhun_fact_accreditation *a = &t->facts->accreditations[i];
		if (considered(t, a, named) && holds(t, a))
			t->number = a->number;
	}
	for (size_t i = 0; i < t->facts->accreditation_count && !t->number; i++)
		if (considered(t, &t->facts->accreditations[i], named))
			say_why_not(t, &t->facts->accreditations[i]);
	return t->number != NULL;
}

/* ---- the scope ---- */

static const struct zhun_unit *unit_of_line(const struct zhun_fact_capability *line)
{
	if (line->scope.low)
		return &line->scope.low->unit;
	return line->scope.high ? &line->scope.high->unit : NULL;
}

static bool line_holds(const struct trial *t, const struct zhun_fact_capability *line)
{
	if (line->since > t->first || line->until < t->last)
		return false;
	return line->accreditation < t->facts->accreditation_count &&
	       holds(t, &t->facts->accreditations[line->accreditation]);
}

/* Kinds must match where both are known (a special case of the line's kind does not: domain §2); else the
 * dimension decides. */
static bool line_fits(const struct zhun_fact_capability *line, const char *kind, const struct zhun_unit *unit)
{
	const struct zhun_unit *of_line = unit_of_line(line);
	if (kind && line->kind)
		return zhun_str_equal(kind, line->kind);
	return of_line && zhun_unit_same_dimension(of_line, unit);
}

struct measured {
	struct zhun_quantity point, u;
	bool has_u;
	struct zhun_coverage coverage;
	const char *kind;
};

static bool read_figure(const struct trial *t, const struct zhun_cert_figure *f, const char *unit,
			struct zhun_quantity *ret)
{
	unsigned notes;
	if (!f->number || !unit || zhun_cert_unit(t->certificate, unit, &ret->unit, &notes, NULL))
		return false;
	ret->number = *f->number;
	return true;
}

static bool read_measured(const struct trial *t, const struct zhun_cert_quantity *q, const struct zhun_cert_value *v,
			  struct measured *ret)
{
	const struct zhun_cert_value *at = zhun_points_of(&t->points, q, v);
	const struct zhun_cert_uncertainty *u = v->uncertainty;
	const struct zhun_kind *kind = q->kind ? zhun_kind_find(q->kind) : NULL;
	*ret = (struct measured){.kind = kind ? kind->code : NULL};
	if (!read_figure(t, &at->value, at->unit, &ret->point))
		return false;
	ret->has_u = u && u->spread == ZHUN_SPREAD_EXPANDED && read_figure(t, &u->u, v->unit, &ret->u) &&
		     zhun_coverage_read(u->k.text, u->p.text, &ret->coverage, NULL) == ZHUN_OK;
	return zhun_unit_same_dimension(&ret->point.unit, ret->has_u ? &ret->u.unit : &ret->point.unit);
}

struct best {
	int answer;                   /* of the line that comes nearest; UNCHOSEN: no line fits */
	struct zhun_quantity offered;
	const char *line;
};

/* How near a line comes: the smaller the nearer. */
static int distance(enum zhun_scope_answer answer)
{
	switch (answer) {
	case ZHUN_SCOPE_COVERS:
		return 0;
	case ZHUN_SCOPE_UNSTATED:
	case ZHUN_SCOPE_UNKNOWN:
		return 1;
	case ZHUN_SCOPE_TOO_LARGE:
		return 2;
	case ZHUN_SCOPE_OUTSIDE:
		return 3;
	}
	return 3;
}

static struct best best_line(const struct trial *t, const struct measured *m)
{
	struct best best = {.answer = UNCHOSEN};
	const struct zhun_scope_need need = {.point = &m->point, .u = m->has_u ? &m->u : NULL, .coverage = m->coverage};
	for (size_t i = 0; i < t->facts->capability_count; i++) {
		const struct zhun_fact_capability *line = &t->facts->capabilities[i];
		struct zhun_scope_offer offer;
		if (!line_holds(t, line) || !line_fits(line, m->kind, &m->point.unit))
			continue;
		zhun_scope_check(&line->scope, &need, 1, &offer, NULL);
		if (best.answer == UNCHOSEN || distance(offer.answer) < distance((enum zhun_scope_answer)best.answer))
			best = (struct best){(int)offer.answer, offer.offered, line->line};
	}
	return best;
}

/* One sentence a quantity, about the first of its values that is not covered. */
static void refuse(struct trial *t, const struct zhun_cert_quantity *q, const struct measured *m,
		   const struct best *best)
{
	char point[ZHUN_QUANTITY_TEXT], u[ZHUN_QUANTITY_TEXT] = "", offered[ZHUN_QUANTITY_TEXT] = "";
	const char *place = q->place ? q->place : q->path;
	(void)zhun_quantity_typeset(&m->point, point);
	if (m->has_u)
		(void)zhun_quantity_typeset(&m->u, u);
	if (best->answer == UNCHOSEN)
		FIND(t->bench, ZHUN_WARN, ZHUN_E_VERDICT_NO_LINE, place, point, t->number);
	else if (best->answer == ZHUN_SCOPE_TOO_LARGE && zhun_quantity_typeset(&best->offered, offered))
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_U_TOO_SMALL, place, u, point, offered, best->line);
	else if (best->answer == ZHUN_SCOPE_OUTSIDE)
		FIND(t->bench, ZHUN_FAIL, ZHUN_E_VERDICT_OUTSIDE, place, point, best->line, t->number);
	else
		FIND(t->bench, ZHUN_UNKNOWN, ZHUN_E_VERDICT_SCOPE_SILENT, place, point, best->line);
}

static void try_quantity(struct trial *t, const struct zhun_cert_quantity *q)
{
	bool covered = false;
	for (const struct zhun_cert_value *v = q->series->values; v; v = v->next) {
		struct measured m;
		if (!v->uncertainty || !read_measured(t, q, v, &m))
			continue;
		struct best best = best_line(t, &m);
		if (best.answer != ZHUN_SCOPE_COVERS) {
			refuse(t, q, &m, &best);
			return;
		}
		covered = true;
		t->values++;
	}
	t->quantities += covered;
}

static bool has_lines(const struct trial *t)
{
	for (size_t i = 0; i < t->facts->capability_count; i++)
		if (line_holds(t, &t->facts->capabilities[i]))
			return true;
	return false;
}

static void try_scope(struct trial *t)
{
	if (!has_lines(t)) {
		FIND(t->bench, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_SCOPE, NULL, t->number);
		return;
	}
	if (!zhun_points_gather(t->bench->arena, t->certificate, &t->points)) {
		t->bench->failed = true;
		return;
	}
	for (const struct zhun_cert_quantity *q = t->certificate->results; q; q = q->next)
		try_quantity(t, q);
	if (t->values)
		FIND(t->bench, ZHUN_PASS, ZHUN_E_VERDICT_COVERED, NULL, ZHUN_INT(t->values), t->number);
	else if (t->bench->claim->answer == ZHUN_PASS)
		FIND(t->bench, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NOTHING_TO_COMPARE, NULL);
}

void zhun_judge_competent(struct zhun_bench *b, const struct zhun_certificate *c, const struct zhun_facts *f)
{
	struct trial t = {.bench = b, .certificate = c, .facts = f};
	const char *name = zhun_cert_text_in(c->laboratory.name, ZHUN_EN);
	if (!f->registers)
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_REGISTERS, NULL);
	else if (!f->issuer)
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_ISSUER_UNKNOWN, NULL, name ? name : "");
	else if (!f->accreditation_count)
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_ACCREDITATION, NULL, f->issuer);
	else if (!find_days(&t))
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_DAYS, NULL);
	else if (find_accreditation(&t))
		try_scope(&t);
}

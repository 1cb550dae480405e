/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of any certificate, whatever format it was read from. */
#include "attest/reader.h"

static const struct zhun_cert_date *earlier(const struct zhun_cert_date *a, const struct zhun_cert_date *b)
{
	return a->known && b->known && a->date.last < b->date.first ? a : NULL;
}

static void check_order(struct zhun_reader *r, const char *first_name, const struct zhun_cert_date *first,
			const char *then_name, const struct zhun_cert_date *then, enum zhun_cert_severity severity)
{
	if (earlier(then, first))
		ZHUN_FOUND(r, severity, ZHUN_E_DATES_REVERSED, &((struct zhun_spot){.text = then_name}), then_name,
			   then->text, first_name, first->text);
}

static bool is_negative(const struct zhun_cert_figure *f)
{
	return f->number && f->number->value < 0;
}

static void check_uncertainty(struct zhun_reader *r, const struct zhun_cert_uncertainty *u,
			      const struct zhun_spot *spot)
{
	const struct zhun_number *k = u->k.number, *p = u->p.number;

	if (is_negative(&u->u))
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_UNCERTAINTY_NEGATIVE, spot, u->u.text);
	if (k && !(k->value > 0))
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_COVERAGE_FACTOR_BAD, spot, u->k.text);
	if (p && !(p->value > 0 && p->value <= 1))
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PROBABILITY_BAD, spot, u->p.text);
	if (u->low.number && u->high.number &&
	    zhun_decimal_compare(&u->low.number->decimal, &u->high.number->decimal) > 0)
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_INTERVAL_REVERSED, spot, u->low.text, u->high.text);
}

static void check_series(struct zhun_reader *r, const struct zhun_cert_series *s, const struct zhun_spot *spot)
{
	const struct zhun_cert_uncertainty *last = NULL;

	for (; s; s = s->next) {
		for (const struct zhun_cert_value *v = s->values; v; v = v->next) {
			if (v->uncertainty && v->uncertainty != last)
				check_uncertainty(r, v->uncertainty, spot);
			last = v->uncertainty;
		}
		if (s->joint)
			check_uncertainty(r, s->joint, spot);
	}
}

static void check_quantities(struct zhun_reader *r, const struct zhun_cert_quantity *q)
{
	for (; q && !r->code; q = q->next) {
		struct zhun_spot spot = {.text = q->place};
		check_series(r, q->series, &spot);
		check_series(r, q->alternatives, &spot);
	}
}

/* A DCC has its own table of what is mandatory. */
static void check_mandatory(struct zhun_reader *r, const struct zhun_certificate *c)
{
	const struct {
		bool missing;
		const char *name;
	} parts[] = {
		{!c->number, "number"}, {!c->laboratory.name, "laboratory"}, {!c->items, "item"},
		{!c->begun.text, "begun"}, {!c->ended.text, "ended"}, {!c->results, "results"},
	};

	for (size_t i = 0; i < ZHUN_COUNT(parts) && c->format != ZHUN_CERT_DCC; i++) {
		if (parts[i].missing)
			ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &((struct zhun_spot){.text = ""}),
				   parts[i].name);
	}
}

void zhun_reader_check(struct zhun_reader *r)
{
	const struct zhun_certificate *c = r->cert;

	check_mandatory(r, c);
	check_order(r, "beginPerformanceDate", &c->begun, "endPerformanceDate", &c->ended, ZHUN_CERT_FAIL);
	check_order(r, "receiptDate", &c->received, "beginPerformanceDate", &c->begun, ZHUN_CERT_WARN);
	check_order(r, "endPerformanceDate", &c->ended, "issueDate", &c->issued, ZHUN_CERT_WARN);
	check_quantities(r, c->results);
	for (const struct zhun_cert_condition *i = c->conditions; i; i = i->next)
		check_quantities(r, i->quantities);
}

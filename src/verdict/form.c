/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claim "form": the document reads, its numbers, units and dates are sound, each unit has the dimension
 * of its kind where the kind is known. */
#include "verdict/inside.h"
#include "zhun/base/text.h"
#include "zhun/measure/kind.h"

enum zhun_code zhun_cert_unit(const struct zhun_certificate *c, const char *text, struct zhun_unit *ret,
			      unsigned *ret_notes, struct zhun_error *err)
{
	enum zhun_unit_syntax syntax = c->format == ZHUN_CERT_DCC ? ZHUN_UNIT_DSI : ZHUN_UNIT_TYPED;
	return zhun_unit_read(text, strlen(text), syntax, ret, ret_notes, err);
}

/* Values of a list mostly share their unit's text: each text is looked at once in a row. */
struct looking {
	struct zhun_bench *bench;
	const struct zhun_certificate *certificate;
	const char *last;
	size_t values, quantities;
};

static void note_repairs(struct looking *l, const char *place, const char *text, unsigned notes,
			 const struct zhun_unit *unit)
{
	char read[ZHUN_UNIT_TEXT];
	(void)zhun_unit_canonical(unit, read);
	if (notes & ~(unsigned)ZHUN_UNIT_NOTE_SPACE)
		FIND(l->bench, ZHUN_WARN, ZHUN_E_VERDICT_UNIT_REPAIRED, place, text, read);
}

static void look_at_unit(struct looking *l, const struct zhun_cert_quantity *q, const char *text)
{
	struct zhun_unit unit;
	struct zhun_error err;
	unsigned notes = 0;
	if (!text || zhun_str_equal(text, l->last))
		return;
	l->last = text;
	if (zhun_cert_unit(l->certificate, text, &unit, &notes, &err)) {
		(void)zhun_error_within(&err, q->place ? q->place : q->path);
		zhun_bench_take(l->bench, ZHUN_FAIL, &err);
		return;
	}
	note_repairs(l, q->place, text, notes, &unit);
	const struct zhun_kind *kind = q->kind ? zhun_kind_find(q->kind) : NULL;
	if (kind && zhun_kind_check(kind, &unit, &err)) {
		(void)zhun_error_within(&err, q->place ? q->place : q->path);
		zhun_bench_take(l->bench, ZHUN_FAIL, &err);
	}
}

static void look_at_quantity(struct looking *l, const struct zhun_cert_quantity *q)
{
	l->last = NULL;
	l->quantities++;
	for (const struct zhun_cert_value *v = q->series->values; v; v = v->next) {
		l->values += v->value.number != NULL;
		look_at_unit(l, q, v->unit);
	}
}

static void look_at_dates(struct zhun_bench *b, const struct zhun_certificate *c)
{
	const struct zhun_cert_date *begun = &c->begun, *ended = &c->ended, *issued = &c->issued;
	if (begun->known && ended->known && begun->date.first > ended->date.last)
		FIND(b, ZHUN_FAIL, ZHUN_E_VERDICT_DATES_CROSSED, NULL, begun->text, ended->text);
	if (ended->known && issued->known && ended->date.first > issued->date.last)
		FIND(b, ZHUN_WARN, ZHUN_E_VERDICT_ISSUED_EARLY, NULL, issued->text, ended->text);
}

void zhun_judge_form(struct zhun_bench *b, const struct zhun_certificate *c)
{
	struct looking l = {.bench = b, .certificate = c};
	for (const struct zhun_cert_finding *f = c->findings; f; f = f->next)
		zhun_bench_take(b, f->severity == ZHUN_CERT_FAIL ? ZHUN_FAIL : ZHUN_WARN, &f->error);
	for (const struct zhun_cert_quantity *q = c->results; q; q = q->next)
		look_at_quantity(&l, q);
	look_at_dates(b, c);
	if (b->claim->answer == ZHUN_PASS)
		FIND(b, ZHUN_PASS, ZHUN_E_VERDICT_FORM_SOUND, NULL, ZHUN_INT(l.values), ZHUN_INT(l.quantities));
}

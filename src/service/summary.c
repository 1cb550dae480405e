/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/summary.h"

#include "zhun/base/text.h"
#include "zhun/measure/quantity.h"

enum { VALUES_MAX = 500 };

struct summary {
	struct zhun_json_writer *w;
	struct zhun_arena *arena;
	const struct zhun_certificate *c;
	size_t values, more;
};

static void member_words(struct zhun_json_writer *w, const char *name, const struct zhun_cert_text *t)
{
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "en", zhun_cert_text_in(t, ZHUN_EN));
	zhun_json_member_string(w, "zh", zhun_cert_text_in(t, ZHUN_ZH));
	zhun_json_end_object(w);
}

const char *zhun_item_serial(const struct zhun_cert_item *item)
{
	const struct zhun_cert_identification *first = item->identifications;
	for (const struct zhun_cert_identification *i = first; i; i = i->next)
		if (zhun_str_equal(i->issuer, "manufacturer"))
			return i->value;
	return first ? first->value : NULL;
}

/* "10.0123 °C" as the SI Brochure sets it; NULL where the unit cannot be read. */
static const char *typeset(const struct summary *s, const char *number, const char *unit)
{
	struct zhun_quantity q;
	char out[ZHUN_QUANTITY_TEXT];
	unsigned notes;
	enum zhun_unit_syntax syntax = s->c->format == ZHUN_CERT_DCC ? ZHUN_UNIT_DSI : ZHUN_UNIT_TYPED;
	if (!number || !unit || zhun_unit_read(unit, strlen(unit), syntax, &q.unit, &notes, NULL) ||
	    zhun_number_parse(number, strlen(number), &q.number, NULL))
		return NULL;
	(void)zhun_quantity_typeset(&q, out);
	return zhun_strdup(s->arena, out);
}

static void write_value(struct summary *s, const struct zhun_cert_value *v)
{
	struct zhun_json_writer *w = s->w;
	const struct zhun_cert_uncertainty *u = v->uncertainty;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "value", v->value.text);
	zhun_json_member_string(w, "unit", v->unit);
	zhun_json_member_string(w, "typeset", typeset(s, v->value.text, v->unit));
	if (u && (u->spread == ZHUN_SPREAD_EXPANDED || u->spread == ZHUN_SPREAD_STANDARD)) {
		zhun_json_member_string(w, u->spread == ZHUN_SPREAD_EXPANDED ? "u" : "standard", u->u.text);
		zhun_json_member_string(w, "u_typeset", typeset(s, u->u.text, v->unit));
		zhun_json_member_string(w, "k", u->k.text);
		zhun_json_member_string(w, "p", u->p.text);
	}
	zhun_json_end_object(w);
}

static void write_result(struct summary *s, const struct zhun_cert_quantity *q)
{
	struct zhun_json_writer *w = s->w;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "path", q->path);
	zhun_json_member_string(w, "table", q->table);
	member_words(w, "name", q->name);
	zhun_json_member_string(w, "meaning", zhun_cert_meaning_name(q->meaning));
	zhun_json_member_string(w, "kind", q->kind);
	zhun_json_member_array(w, "values");
	for (const struct zhun_cert_value *v = q->series->values; v; v = v->next) {
		if (s->values == VALUES_MAX) {
			s->more++;
			continue;
		}
		s->values++;
		write_value(s, v);
	}
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

static void write_evidence(struct zhun_json_writer *w, const struct zhun_certificate *c)
{
	zhun_json_member_array(w, "evidence");
	for (const struct zhun_cert_evidence *e = c->evidence; e; e = e->next) {
		zhun_json_begin_object(w);
		member_words(w, "name", e->item.name);
		zhun_json_member_string(w, "serial", zhun_item_serial(&e->item));
		zhun_json_member_string(w, "certificate", e->certificate ? e->certificate->number : NULL);
		zhun_json_member_string(w, "issuer",
					e->certificate ? zhun_cert_text_in(e->certificate->issuer, ZHUN_EN) : NULL);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void write_head(struct zhun_json_writer *w, const struct zhun_certificate *c)
{
	const struct zhun_cert_item *item = c->items;
	zhun_json_member_string(w, "number", c->number);
	zhun_json_member_object(w, "issuer");
	zhun_json_member_string(w, "name", zhun_cert_text_in(c->laboratory.name, ZHUN_EN));
	zhun_json_member_string(w, "code", c->laboratory_code);
	zhun_json_end_object(w);
	zhun_json_member_string(w, "customer", zhun_cert_text_in(c->customer.name, ZHUN_EN));
	zhun_json_member_object(w, "item");
	if (item) {
		const struct zhun_cert_contact *maker = item->manufacturer;
		zhun_json_member_string(w, "name", zhun_cert_text_in(item->name, ZHUN_EN));
		zhun_json_member_string(w, "manufacturer", maker ? zhun_cert_text_in(maker->name, ZHUN_EN) : NULL);
		zhun_json_member_string(w, "model", item->model);
		zhun_json_member_string(w, "serial", zhun_item_serial(item));
	}
	zhun_json_end_object(w);
	zhun_json_member_string(w, "issued", c->issued.text);
	zhun_json_member_object(w, "performed");
	zhun_json_member_string(w, "begun", c->begun.text);
	zhun_json_member_string(w, "ended", c->ended.text);
	zhun_json_end_object(w);
}

void zhun_summary_write(struct zhun_json_writer *w, struct zhun_arena *a, const struct zhun_certificate *c)
{
	struct summary s = {.w = w, .arena = a, .c = c};
	zhun_json_begin_object(w);
	write_head(w, c);
	zhun_json_member_array(w, "results");
	for (const struct zhun_cert_quantity *q = c->results; q; q = q->next)
		write_result(&s, q);
	zhun_json_end_array(w);
	write_evidence(w, c);
	zhun_json_member_int(w, "more", (int64_t)s.more);
	zhun_json_end_object(w);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/import_record.h"

#include "service/facts.h"
#include "service/inside.h"
#include "service/summary.h"
#include "zhun/base/text.h"
#include "zhun/measure/kind.h"

struct recording {
	const struct zhun_call *call;
	const struct zhun_certificate *c;
	struct zhun_json_writer w;
	struct zhun_citation **hidden;  /* where the next citation goes that the caller may not see */
};

static void member_words(struct zhun_json_writer *w, const char *name, const struct zhun_cert_text *t)
{
	if (!t)
		return;
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "en", zhun_cert_text_in(t, ZHUN_EN));
	zhun_json_member_string(w, "zh", zhun_cert_text_in(t, ZHUN_ZH));
	zhun_json_end_object(w);
}

static void member_if(struct zhun_json_writer *w, const char *name, const char *text)
{
	if (text && *text)
		zhun_json_member_string(w, name, text);
}

static void member_date(struct zhun_json_writer *w, const char *name, const struct zhun_cert_date *d)
{
	char text[ZHUN_DATE_TEXT];
	if (d->known) {
		zhun_date_text(&d->date, text);
		zhun_json_member_string(w, name, text);
	}
}

/* ---- what is found here ---- */

/* What is found but may not be seen by the caller is not linked by it. */
static enum zhun_code sees(const struct recording *r, const char *reg, const char *id, bool *ret,
			   struct zhun_error *err)
{
	const struct zhun_reader by = zhun_call_reader(r->call, r->call->conn);
	*ret = false;
	return id ? zhun_register_sees(&by, zhun_register_named(reg), id, ret, err) : ZHUN_OK;
}

/* The id in the first row where all words that are stated agree; NULL where none or several do. */
static enum zhun_code find_instrument(const struct recording *r, const struct zhun_cert_item *item, const char **ret,
				      struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const char *serial = zhun_item_serial(item);
	const struct zhun_value v = zhun_v_text(serial), *row = NULL;
	size_t found = 0;
	*ret = NULL;
	if (!serial || !*serial)
		return ZHUN_OK;
	const struct zhun_asked asked = {ZHUN_SQL_INSTRUMENT_BY_SERIAL, &v, 1};
	enum zhun_code code = zhun_store_query(r->call->conn, &asked, r->call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		bool fits = !item->model || !row[3].text || zhun_str_equal_nocase(item->model, row[3].text);
		*ret = fits ? row[0].text : *ret;
		found += fits;
	}
	if (code)
		zhun_rows_done(rows);
	*ret = found == 1 ? *ret : NULL;
	bool seen = false;
	if (!code)
		code = sees(r, "instrument", *ret, &seen, err);
	*ret = seen ? *ret : NULL;
	return code;
}

static bool issued_by(const struct zhun_value *row, const struct zhun_cert_text *issuer)
{
	for (const struct zhun_cert_text *t = issuer; t; t = t->next)
		if (zhun_str_equal_nocase(t->text, row[2].text) || zhun_str_equal_nocase(t->text, row[3].text))
			return true;
	return !issuer;
}

static enum zhun_code find_certificate(const struct recording *r, const struct zhun_cert_reference *ref,
				       const char **ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	size_t found = 0;
	*ret = NULL;
	if (!ref || !ref->number || !*ref->number)
		return ZHUN_OK;
	const struct zhun_value v = zhun_v_text(ref->number), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_CERTIFICATE_BY_NUMBER, &v, 1};
	enum zhun_code code = zhun_store_query(r->call->conn, &asked, r->call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		bool fits = issued_by(row, ref->issuer);
		*ret = fits ? row[0].text : *ret;
		found += fits;
	}
	if (code)
		zhun_rows_done(rows);
	*ret = found == 1 ? *ret : NULL;
	return code;
}

static enum zhun_code kind_id(const struct recording *r, const char *word, const char **ret, struct zhun_error *err)
{
	const struct zhun_kind *kind = word ? zhun_kind_find(word) : NULL;
	*ret = NULL;
	if (!kind)
		return ZHUN_OK;
	const struct zhun_value v = zhun_v_text(kind->code), *row = NULL;
	enum zhun_code code = zhun_store_one(r->call->conn, &(struct zhun_asked){ZHUN_SQL_QUANTITY_KIND_ID, &v, 1},
					     r->call->arena, &row, err);
	if (!code && row)
		*ret = row[0].text;
	return code;
}

/* ---- the parts ---- */

/* Units as the registers write them; what cannot be read stays as it was written. */
static const char *unit_text(const struct recording *r, const char *unit)
{
	struct zhun_unit u;
	unsigned notes;
	char text[ZHUN_UNIT_TEXT];
	enum zhun_unit_syntax syntax = r->c->format == ZHUN_CERT_DCC ? ZHUN_UNIT_DSI : ZHUN_UNIT_TYPED;
	if (zhun_unit_read(unit, strlen(unit), syntax, &u, &notes, NULL))
		return unit;
	(void)zhun_unit_canonical(&u, text);
	return zhun_strdup(r->call->arena, *text ? text : "1");
}

static void member_quantity(struct recording *r, const char *name, const struct zhun_cert_figure *f, const char *unit)
{
	if (!f->number || !unit)
		return;
	zhun_json_member_object(&r->w, name);
	zhun_json_member_string(&r->w, "value", f->text);
	zhun_json_member_string(&r->w, "unit", unit_text(r, unit));
	zhun_json_end_object(&r->w);
}

static void write_value(struct recording *r, const struct zhun_cert_value *v)
{
	const struct zhun_cert_uncertainty *u = v->uncertainty;
	zhun_json_begin_object(&r->w);
	member_quantity(r, "value", &v->value, v->unit);
	if (u && u->spread == ZHUN_SPREAD_EXPANDED) {
		member_quantity(r, "uncertainty", &u->u, v->unit);
		member_if(&r->w, "k", u->k.text);
		member_if(&r->w, "p", u->p.text);
		member_if(&r->w, "distribution", u->distribution);
	}
	zhun_json_end_object(&r->w);
}

static enum zhun_code write_result(struct recording *r, const struct zhun_cert_quantity *q, struct zhun_error *err)
{
	const char *kind = NULL;
	enum zhun_code code = kind_id(r, q->kind, &kind, err);
	if (code)
		return code;
	zhun_json_begin_object(&r->w);
	member_if(&r->w, "path", q->path);
	member_words(&r->w, "name", q->name);
	member_if(&r->w, "role", q->marks.ref_type);
	member_if(&r->w, "quantity_kind", kind);
	const struct zhun_cert_statement *s = q->statements;
	if (s && s->conformity)
		member_if(&r->w, "conformity", s->conformity->text);
	zhun_json_member_array(&r->w, "values");
	for (const struct zhun_cert_value *v = q->series->values; v; v = v->next)
		if (v->value.number)
			write_value(r, v);
	zhun_json_end_array(&r->w);
	zhun_json_end_object(&r->w);
	return ZHUN_OK;
}

static enum zhun_code write_results(struct recording *r, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	zhun_json_member_array(&r->w, "results");
	for (const struct zhun_cert_quantity *q = r->c->results; q && !code; q = q->next)
		code = write_result(r, q, err);
	zhun_json_end_array(&r->w);
	return code;
}

static enum zhun_code add_hidden(struct recording *r, const char *certificate, int64_t n, struct zhun_error *err)
{
	if (!(*r->hidden = ZHUN_NEW(r->call->arena, struct zhun_citation)))
		return zhun_no_memory(r->call->arena, err);
	**r->hidden = (struct zhun_citation){.to = certificate, .n = n};
	r->hidden = &(*r->hidden)->next;
	return ZHUN_OK;
}

static enum zhun_code write_one_evidence(struct recording *r, const struct zhun_cert_evidence *e, int64_t n,
					 struct zhun_error *err)
{
	const char *certificate = NULL, *instrument = NULL;
	const char *name = zhun_cert_text_in(e->item.name, ZHUN_EN);
	const struct zhun_cert_reference *ref = e->certificate;
	bool seen = false;
	enum zhun_code code = find_certificate(r, ref, &certificate, err);
	if (!code)
		code = sees(r, "certificate", certificate, &seen, err);
	if (!code && certificate && !seen)
		code = add_hidden(r, certificate, n, err);
	if (!code)
		code = find_instrument(r, &e->item, &instrument, err);
	if (code)
		return code;
	zhun_json_begin_object(&r->w);
	zhun_json_member_string(&r->w, "name", name && *name ? name : "?");
	member_if(&r->w, "serial", zhun_item_serial(&e->item));
	member_if(&r->w, "certificate_number", ref ? ref->number : NULL);
	member_if(&r->w, "issuer_name", ref ? zhun_cert_text_in(ref->issuer, ZHUN_EN) : NULL);
	member_date(&r->w, "used", e->used.known ? &e->used : &r->c->begun);
	member_if(&r->w, "certificate", seen ? certificate : NULL);
	member_if(&r->w, "instrument", instrument);
	zhun_json_end_object(&r->w);
	return ZHUN_OK;
}

static enum zhun_code write_evidence(struct recording *r, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	int64_t n = 1;
	zhun_json_member_array(&r->w, "evidence");
	for (const struct zhun_cert_evidence *e = r->c->evidence; e && !code; e = e->next)
		code = write_one_evidence(r, e, n++, err);
	zhun_json_end_array(&r->w);
	return code;
}

static enum zhun_code write_item(struct recording *r, struct zhun_error *err)
{
	const struct zhun_cert_item *item = r->c->items;
	const char *id = NULL;
	enum zhun_code code = item ? find_instrument(r, item, &id, err) : ZHUN_OK;
	if (code || !item)
		return code;
	member_if(&r->w, "item", id);
	member_if(&r->w, "item_name", zhun_cert_text_in(item->name, ZHUN_EN));
	member_if(&r->w, "item_serial", zhun_item_serial(item));
	return ZHUN_OK;
}

static enum zhun_code write_customer(struct recording *r, struct zhun_error *err)
{
	struct zhun_issuer customer;
	bool found = false;
	enum zhun_code code = zhun_organisation_named(r->call, r->c->customer.name, &customer, &found, err);
	if (code)
		return code;
	if (found)
		zhun_json_member_string(&r->w, "customer", customer.id);
	member_if(&r->w, "customer_name", zhun_cert_text_in(r->c->customer.name, ZHUN_EN));
	return ZHUN_OK;
}

static const char *signatory_of(const struct zhun_certificate *c)
{
	for (const struct zhun_cert_person *p = c->persons; p; p = p->next)
		if (p->main_signer == ZHUN_CERT_YES)
			return zhun_cert_text_in(p->contact.name, ZHUN_EN);
	return NULL;
}

static void write_head(struct recording *r, const struct zhun_import_ids *ids)
{
	struct zhun_json_writer *w = &r->w;
	const struct zhun_certificate *c = r->c;
	const struct zhun_cert_date *issued = c->issued.known ? &c->issued : c->ended.known ? &c->ended : &c->begun;
	zhun_json_member_string(w, "number", c->number);
	zhun_json_member_string(w, "issuer", ids->issuer);
	zhun_json_member_string(w, "kind", zhun_cert_kind_name(c->kind));
	zhun_json_member_string(w, "state", "valid");
	member_date(w, "issued", issued);
	member_date(w, "performed", &c->begun);
	member_date(w, "performed_until", &c->ended);
	member_if(w, "signatory", signatory_of(c));
	zhun_json_member_string(w, "document", ids->document);
	const char *format = zhun_printf(r->call->arena, "%s %s", zhun_cert_format_name(c->format),
					 c->version ? c->version : "");
	member_if(w, "format", format);
}

enum zhun_code zhun_import_record(const struct zhun_call *call, const struct zhun_certificate *c,
				  const struct zhun_import_ids *ids, const struct zhun_json **ret_record,
				  struct zhun_citation **ret, struct zhun_error *err)
{
	struct zhun_citation *hidden = NULL;
	struct recording r = {.call = call, .c = c, .hidden = &hidden};
	struct zhun_json_tree tree;
	zhun_json_init_tree(&r.w, &tree, call->arena);
	zhun_json_begin_object(&r.w);
	write_head(&r, ids);
	enum zhun_code code = write_customer(&r, err);
	if (!code)
		code = write_item(&r, err);
	if (!code)
		code = write_results(&r, err);
	if (!code)
		code = write_evidence(&r, err);
	zhun_json_end_object(&r.w);
	if (!code)
		code = zhun_json_tree_done(&tree, ret_record, err);
	if (!code)
		*ret = hidden;
	return code;
}

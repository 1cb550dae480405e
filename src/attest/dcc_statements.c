/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about results: methods, conditions, statements and metadata. */
#include "attest/dcc.h"

void zhun_dcc_methods(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_method, name)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_method, description)},
		{"norm", zhun_dcc_words, offsetof(struct zhun_cert_method, norms)},
		{"reference", zhun_dcc_words, offsetof(struct zhun_cert_method, references)},
		{"link", zhun_dcc_words, offsetof(struct zhun_cert_method, links)},
		{"usedMethodQuantities", zhun_dcc_quantities, offsetof(struct zhun_cert_method, quantities)},
	};
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "usedMethod");

	(void)to;
	for (; c && !d->r->code; c = zhun_xml_again(c)) {
		struct zhun_cert_method *one = ZHUN_READER_NEW(d->r, struct zhun_cert_method);
		if (!one)
			return;
		one->owner = d->owner;
		one->marks = zhun_dcc_marks(d, c);
		zhun_dcc_fields(d, c, rows, ZHUN_COUNT(rows), one);
		*d->methods = one;
		d->methods = &one->next;
	}
}

/* Quantities in @a c that do not say what they are take it from the refType around them. */
static void read_around(struct zhun_dcc *d, const struct zhun_xml *c, const char *ref_type,
			const struct zhun_dcc_row *rows, size_t count, void *to)
{
	enum zhun_cert_meaning meaning = d->meaning;
	const char *kind = d->kind;

	zhun_reftype_find(ref_type, &d->meaning, &d->kind);
	zhun_dcc_fields(d, c, rows, count, to);
	d->meaning = meaning;
	d->kind = kind;
}

void zhun_dcc_conditions(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_condition, name)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_condition, description)},
		{"status", zhun_dcc_string, offsetof(struct zhun_cert_condition, status)},
		{"state", zhun_dcc_string, offsetof(struct zhun_cert_condition, status)},
		{"certificate", zhun_dcc_reference, offsetof(struct zhun_cert_condition, certificate)},
		{"data", zhun_dcc_data, offsetof(struct zhun_cert_condition, quantities)},
	};
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "influenceCondition");

	(void)to;
	for (; c && !d->r->code; c = zhun_xml_again(c)) {
		enum zhun_cert_meaning ignored = ZHUN_MEANS_UNKNOWN;
		struct zhun_cert_condition *one = ZHUN_READER_NEW(d->r, struct zhun_cert_condition);
		if (!one)
			return;
		one->owner = d->owner;
		one->marks = zhun_dcc_marks(d, c);
		zhun_reftype_find(one->marks.ref_type, &ignored, &one->kind);
		*d->conditions = one;
		d->conditions = &one->next;
		read_around(d, c, one->marks.ref_type, rows, ZHUN_COUNT(rows), one);
	}
}

#define STATEMENT(member) offsetof(struct zhun_cert_statement, member)

static const struct zhun_dcc_row statement_rows[] = {
	{"name", zhun_dcc_text, STATEMENT(name)},
	{"description", zhun_dcc_rich, STATEMENT(description)},
	{"countryCodeISO3166_1", zhun_dcc_words, STATEMENT(countries)},
	{"convention", zhun_dcc_string, STATEMENT(convention)},
	{"traceable", zhun_dcc_answer, STATEMENT(traceable)},
	{"norm", zhun_dcc_words, STATEMENT(norms)},
	{"reference", zhun_dcc_words, STATEMENT(references)},
	{"link", zhun_dcc_words, STATEMENT(links)},
	{"declaration", zhun_dcc_rich, STATEMENT(declaration)},
	{"valid", zhun_dcc_word_list, STATEMENT(valid)},
	{"validXMLList", zhun_dcc_word_list, STATEMENT(valid)},
	{"date", zhun_dcc_date, STATEMENT(date)},
	{"period", zhun_dcc_string, STATEMENT(period)},
	{"respAuthority", zhun_dcc_contact_new, STATEMENT(authority)},
	{"resposibleAuthority", zhun_dcc_contact_new, STATEMENT(authority)},
	{"conformity", zhun_dcc_word_list, STATEMENT(conformity)},
	{"conformityXMLList", zhun_dcc_word_list, STATEMENT(conformity)},
	{"data", zhun_dcc_data, STATEMENT(quantities)},
	{"nonSIDefinition", zhun_dcc_string, STATEMENT(non_si_definition)},
	{"nonSIUnit", zhun_dcc_string, STATEMENT(non_si_unit)},
	{"location", zhun_dcc_location_new, STATEMENT(location)},
	{"refId", zhun_dcc_string, STATEMENT(marks.ref_id)},
};

static const struct zhun_cert_statement **add_statements(struct zhun_dcc *d, const struct zhun_xml *e,
							 const struct zhun_cert_statement **link)
{
	for (const struct zhun_xml *c = e->first; c && !d->r->code; c = c->next) {
		if (!zhun_str_equal(c->name, "statement") && !zhun_str_equal(c->name, "metaData"))
			continue;
		struct zhun_cert_statement *one = ZHUN_READER_NEW(d->r, struct zhun_cert_statement);
		if (!one)
			return link;
		one->owner = d->owner;
		one->marks = zhun_dcc_marks(d, c);
		read_around(d, c, one->marks.ref_type, statement_rows, ZHUN_COUNT(statement_rows), one);
		*link = one;
		link = &one->next;
	}
	return link;
}

void zhun_dcc_statements(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	(void)to;
	d->statements = add_statements(d, e, d->statements);
}

void zhun_dcc_own_statements(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	(void)add_statements(d, e, to);
}

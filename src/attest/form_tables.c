/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which member of the JSON form is which field; see form.h. */
#include "attest/form.h"

#define FIELD(kind, type, member) #member, (kind), offsetof(struct type, member), NULL, NULL
#define NAMED(name, kind, type, member) (name), (kind), offsetof(struct type, member), NULL, NULL
#define NESTED(kind, type, member, form) #member, (kind), offsetof(struct type, member), &(form), NULL
#define CHOICE(type, member, names) #member, F_CHOICE, offsetof(struct type, member), NULL, (names)

/* The form of a struct that is never linked by itself has no use for its link. */
#define FORM(name, type, link) \
	static const struct zhun_form name = {sizeof(struct type), offsetof(struct type, link), name##_fields, \
					      ZHUN_COUNT(name##_fields), false}

const char *const zhun_form_names[] = {"none", "real", "cartesian", "polar", "constant", "words", NULL};

static const char *const spreads[] = {
	"none", "expanded", "standard", "interval", "ellipsoid", "rectangle", NULL,
};

/* As zhun_cert_meaning_name says; a test compares them. */
static const char *const meanings[] = {
	"unknown", "nominal", "reference", "measured", "error", "correction", "limit_lower", "limit_upper",
	"min", "max", "parameter", "uncertainty", NULL,
};

/* ---- numbers ---- */

static const struct zhun_form_field covariance_fields[] = {
	{FIELD(F_SIZE, zhun_cert_covariance, column)},
	{FIELD(F_SIZE, zhun_cert_covariance, row)},
	{FIELD(F_FIGURE, zhun_cert_covariance, value)},
	{FIELD(F_STRING, zhun_cert_covariance, unit)},
};
FORM(covariance, zhun_cert_covariance, next);

static const struct zhun_form_field uncertainty_fields[] = {
	{CHOICE(zhun_cert_uncertainty, spread, spreads)},
	{NAMED("U", F_FIGURE, zhun_cert_uncertainty, u)},
	{FIELD(F_FIGURE, zhun_cert_uncertainty, k)},
	{FIELD(F_FIGURE, zhun_cert_uncertainty, p)},
	{FIELD(F_FIGURE, zhun_cert_uncertainty, low)},
	{FIELD(F_FIGURE, zhun_cert_uncertainty, high)},
	{FIELD(F_STRING, zhun_cert_uncertainty, distribution)},
	{FIELD(F_STRING, zhun_cert_uncertainty, interval)},
	{NESTED(F_LIST, zhun_cert_uncertainty, covariances, covariance)},
};
const struct zhun_form zhun_form_uncertainty = {
	sizeof(struct zhun_cert_uncertainty), 0, uncertainty_fields, ZHUN_COUNT(uncertainty_fields),
	false,
};

static const struct zhun_form_field value_fields[] = {
	{FIELD(F_FIGURE, zhun_cert_value, value)},
	{FIELD(F_FIGURE, zhun_cert_value, second)},
	{FIELD(F_STRING, zhun_cert_value, unit)},
	{FIELD(F_STRING, zhun_cert_value, unit_second)},
	{FIELD(F_STRING, zhun_cert_value, label)},
	{FIELD(F_STRING, zhun_cert_value, when)},
	{NESTED(F_POINTED, zhun_cert_value, uncertainty, zhun_form_uncertainty)},
};
const struct zhun_form zhun_form_value = {
	sizeof(struct zhun_cert_value), offsetof(struct zhun_cert_value, next), value_fields,
	ZHUN_COUNT(value_fields), false,
};

/* ---- marks, people, things ---- */

#define MARKS(type) \
	{NAMED("id", F_STRING, type, marks.id)}, {NAMED("ref_id", F_STRING, type, marks.ref_id)}, \
	{NAMED("ref_type", F_STRING, type, marks.ref_type)}

static const struct zhun_form_field identification_fields[] = {
	{FIELD(F_STRING, zhun_cert_identification, issuer)},
	{FIELD(F_STRING, zhun_cert_identification, value)},
	{FIELD(F_TEXT, zhun_cert_identification, name)},
	MARKS(zhun_cert_identification),
};
FORM(identification, zhun_cert_identification, next);

static const struct zhun_form contact;
static const struct zhun_form_field contact_fields[] = {
	{FIELD(F_TEXT, zhun_cert_contact, name)},
	{FIELD(F_STRING, zhun_cert_contact, email)},
	{FIELD(F_STRING, zhun_cert_contact, phone)},
	{FIELD(F_STRING, zhun_cert_contact, fax)},
	{FIELD(F_STRING, zhun_cert_contact, link)},
	{FIELD(F_STRING, zhun_cert_contact, street)},
	{FIELD(F_STRING, zhun_cert_contact, street_number)},
	{FIELD(F_STRING, zhun_cert_contact, post_box)},
	{FIELD(F_STRING, zhun_cert_contact, post_code)},
	{FIELD(F_STRING, zhun_cert_contact, city)},
	{FIELD(F_STRING, zhun_cert_contact, state)},
	{FIELD(F_STRING, zhun_cert_contact, country)},
	{FIELD(F_TEXT, zhun_cert_contact, further)},
	MARKS(zhun_cert_contact),
	{"more", F_POINTED, offsetof(struct zhun_cert_contact, next), &contact, NULL},
};
FORM(contact, zhun_cert_contact, next);

static const struct zhun_form_field person_fields[] = {
	{NESTED(F_INSIDE, zhun_cert_person, contact, contact)},
	{FIELD(F_STRING, zhun_cert_person, role)},
	{FIELD(F_TEXT, zhun_cert_person, description)},
	{FIELD(F_ANSWER, zhun_cert_person, main_signer)},
	{FIELD(F_ANSWER, zhun_cert_person, seal)},
	{FIELD(F_ANSWER, zhun_cert_person, signature)},
	{FIELD(F_ANSWER, zhun_cert_person, time_stamp)},
	MARKS(zhun_cert_person),
};
FORM(person, zhun_cert_person, next);

static const struct zhun_form_field software_fields[] = {
	{FIELD(F_PATH, zhun_cert_software, owner)},
	{FIELD(F_TEXT, zhun_cert_software, name)},
	{FIELD(F_STRING, zhun_cert_software, release)},
	{FIELD(F_STRING, zhun_cert_software, type)},
	{FIELD(F_TEXT, zhun_cert_software, description)},
	MARKS(zhun_cert_software),
};
FORM(software, zhun_cert_software, next);

static const struct zhun_form_field class_fields[] = {
	{FIELD(F_STRING, zhun_cert_class, reference)},
	{FIELD(F_STRING, zhun_cert_class, id)},
	{FIELD(F_STRING, zhun_cert_class, link)},
};
FORM(class, zhun_cert_class, next);

static const struct zhun_form reference;
static const struct zhun_form_field reference_fields[] = {
	{FIELD(F_TEXT, zhun_cert_reference, issuer)},
	{FIELD(F_STRING, zhun_cert_reference, number)},
	{FIELD(F_STRING, zhun_cert_reference, procedure)},
	{FIELD(F_STRING, zhun_cert_reference, digest)},
	{FIELD(F_TEXT, zhun_cert_reference, description)},
	{FIELD(F_ANSWER, zhun_cert_reference, in_validity)},
	{FIELD(F_ANSWER, zhun_cert_reference, traceable)},
	MARKS(zhun_cert_reference),
	{NESTED(F_POINTED, zhun_cert_reference, linked, reference)},
};
FORM(reference, zhun_cert_reference, linked);

/* ---- quantities and what is said of them ---- */

static const struct zhun_form statement;
static const struct zhun_form_field quantity_fields[] = {
	{FIELD(F_PATH, zhun_cert_quantity, path)},
	{FIELD(F_PATH, zhun_cert_quantity, table)},
	MARKS(zhun_cert_quantity),
	{FIELD(F_TEXT, zhun_cert_quantity, name)},
	{FIELD(F_TEXT, zhun_cert_quantity, description)},
	{CHOICE(zhun_cert_quantity, meaning, meanings)},
	{FIELD(F_STRING, zhun_cert_quantity, kind)},
	{FIELD(F_SERIES, zhun_cert_quantity, series)},
	{FIELD(F_SERIES, zhun_cert_quantity, alternatives)},
	{FIELD(F_SERIES, zhun_cert_quantity, relative)},
	{FIELD(F_TEXT, zhun_cert_quantity, words)},
	{NESTED(F_LIST, zhun_cert_quantity, statements, statement)},
};
static const struct zhun_form quantity = {
	sizeof(struct zhun_cert_quantity), offsetof(struct zhun_cert_quantity, next), quantity_fields,
	ZHUN_COUNT(quantity_fields), true,
};

static const struct zhun_form_field statement_fields[] = {
	{FIELD(F_PATH, zhun_cert_statement, owner)},
	{FIELD(F_TEXT, zhun_cert_statement, name)},
	{FIELD(F_TEXT, zhun_cert_statement, description)},
	{FIELD(F_TEXT, zhun_cert_statement, declaration)},
	{FIELD(F_WORDS, zhun_cert_statement, countries)},
	{FIELD(F_WORDS, zhun_cert_statement, norms)},
	{FIELD(F_WORDS, zhun_cert_statement, references)},
	{FIELD(F_WORDS, zhun_cert_statement, links)},
	{FIELD(F_STRING, zhun_cert_statement, convention)},
	{FIELD(F_ANSWER, zhun_cert_statement, traceable)},
	{FIELD(F_WORDS, zhun_cert_statement, valid)},
	{FIELD(F_WORDS, zhun_cert_statement, conformity)},
	{FIELD(F_DATE, zhun_cert_statement, date)},
	{FIELD(F_STRING, zhun_cert_statement, period)},
	{FIELD(F_STRING, zhun_cert_statement, non_si_definition)},
	{FIELD(F_STRING, zhun_cert_statement, non_si_unit)},
	{NESTED(F_POINTED, zhun_cert_statement, authority, contact)},
	{NESTED(F_POINTED, zhun_cert_statement, location, contact)},
	{NESTED(F_LIST, zhun_cert_statement, quantities, quantity)},
	MARKS(zhun_cert_statement),
};
FORM(statement, zhun_cert_statement, next);

static const struct zhun_form_field item_fields[] = {
	{FIELD(F_PATH, zhun_cert_item, path)},
	{FIELD(F_TEXT, zhun_cert_item, name)},
	{FIELD(F_TEXT, zhun_cert_item, description)},
	{NESTED(F_LIST, zhun_cert_item, classes, class)},
	{NESTED(F_POINTED, zhun_cert_item, manufacturer, contact)},
	{NESTED(F_POINTED, zhun_cert_item, owner, contact)},
	{FIELD(F_STRING, zhun_cert_item, model)},
	{NESTED(F_LIST, zhun_cert_item, identifications, identification)},
	{NESTED(F_LIST, zhun_cert_item, quantities, quantity)},
	MARKS(zhun_cert_item),
};
FORM(item, zhun_cert_item, next);

static const struct zhun_form_field evidence_fields[] = {
	{FIELD(F_PATH, zhun_cert_evidence, owner)},
	{FIELD(F_BOOL, zhun_cert_evidence, standard)},
	{NESTED(F_INSIDE, zhun_cert_evidence, item, item)},
	{NESTED(F_POINTED, zhun_cert_evidence, certificate, reference)},
	{FIELD(F_DATE, zhun_cert_evidence, used)},
};
FORM(evidence, zhun_cert_evidence, next);

static const struct zhun_form_field method_fields[] = {
	{FIELD(F_PATH, zhun_cert_method, owner)},
	{FIELD(F_TEXT, zhun_cert_method, name)},
	{FIELD(F_TEXT, zhun_cert_method, description)},
	{FIELD(F_WORDS, zhun_cert_method, norms)},
	{FIELD(F_WORDS, zhun_cert_method, references)},
	{FIELD(F_WORDS, zhun_cert_method, links)},
	{NESTED(F_LIST, zhun_cert_method, quantities, quantity)},
	MARKS(zhun_cert_method),
};
FORM(method, zhun_cert_method, next);

static const struct zhun_form_field condition_fields[] = {
	{FIELD(F_PATH, zhun_cert_condition, owner)},
	{FIELD(F_TEXT, zhun_cert_condition, name)},
	{FIELD(F_TEXT, zhun_cert_condition, description)},
	{FIELD(F_STRING, zhun_cert_condition, status)},
	{FIELD(F_STRING, zhun_cert_condition, kind)},
	{NESTED(F_POINTED, zhun_cert_condition, certificate, reference)},
	{NESTED(F_LIST, zhun_cert_condition, quantities, quantity)},
	MARKS(zhun_cert_condition),
};
FORM(condition, zhun_cert_condition, next);

static const struct zhun_form_field section_fields[] = {
	{FIELD(F_PATH, zhun_cert_section, path)},
	{FIELD(F_TEXT, zhun_cert_section, name)},
	{FIELD(F_TEXT, zhun_cert_section, description)},
	{FIELD(F_TEXT, zhun_cert_section, words)},
	{FIELD(F_STRING, zhun_cert_section, when)},
	MARKS(zhun_cert_section),
};
FORM(section, zhun_cert_section, next);

static const struct zhun_form_field file_fields[] = {
	{FIELD(F_STRING, zhun_cert_file, place)},
	{FIELD(F_STRING, zhun_cert_file, name)},
	{FIELD(F_STRING, zhun_cert_file, media_type)},
	{FIELD(F_TEXT, zhun_cert_file, title)},
	{FIELD(F_TEXT, zhun_cert_file, description)},
	{FIELD(F_BYTES, zhun_cert_file, bytes)},
};
FORM(file, zhun_cert_file, next);

static const struct zhun_form_field formula_fields[] = {
	{FIELD(F_STRING, zhun_cert_formula, place)},
	{FIELD(F_STRING, zhun_cert_formula, language)},
	{FIELD(F_STRING, zhun_cert_formula, text)},
};
FORM(formula, zhun_cert_formula, next);

static const struct zhun_form_field certificate_fields[] = {
	{FIELD(F_KIND, zhun_certificate, kind)},
	{FIELD(F_STRING, zhun_certificate, number)},
	{FIELD(F_STRING, zhun_certificate, country)},
	{FIELD(F_WORDS, zhun_certificate, languages)},
	{FIELD(F_WORDS, zhun_certificate, mandatory_languages)},
	{NESTED(F_LIST, zhun_certificate, identifications, identification)},
	{FIELD(F_DATE, zhun_certificate, received)},
	{FIELD(F_DATE, zhun_certificate, begun)},
	{FIELD(F_DATE, zhun_certificate, ended)},
	{FIELD(F_DATE, zhun_certificate, issued)},
	{FIELD(F_STRING, zhun_certificate, location)},
	{FIELD(F_STRING, zhun_certificate, amends_how)},
	{FIELD(F_STRING, zhun_certificate, amends)},
	{NESTED(F_POINTED, zhun_certificate, previous, reference)},
	{NESTED(F_INSIDE, zhun_certificate, laboratory, contact)},
	{FIELD(F_STRING, zhun_certificate, laboratory_code)},
	{FIELD(F_ANSWER, zhun_certificate, seal)},
	{FIELD(F_ANSWER, zhun_certificate, signature)},
	{FIELD(F_ANSWER, zhun_certificate, time_stamp)},
	{NESTED(F_INSIDE, zhun_certificate, customer, contact)},
	{NESTED(F_LIST, zhun_certificate, persons, person)},
	{FIELD(F_TEXT, zhun_certificate, items_name)},
	{NESTED(F_LIST, zhun_certificate, items, item)},
	{NESTED(F_LIST, zhun_certificate, software, software)},
	{NESTED(F_LIST, zhun_certificate, statements, statement)},
	{FIELD(F_STRING, zhun_certificate, comment)},
	{NESTED(F_LIST, zhun_certificate, sections, section)},
	{NESTED(F_LIST, zhun_certificate, results, quantity)},
	{NESTED(F_LIST, zhun_certificate, methods, method)},
	{NESTED(F_LIST, zhun_certificate, conditions, condition)},
	{NESTED(F_LIST, zhun_certificate, evidence, evidence)},
	{NESTED(F_LIST, zhun_certificate, files, file)},
	{NESTED(F_LIST, zhun_certificate, formulas, formula)},
	{FIELD(F_SIZE, zhun_certificate, signatures)},
};
const struct zhun_form zhun_form_certificate = {
	sizeof(struct zhun_certificate), 0, certificate_fields, ZHUN_COUNT(certificate_fields),
	false,
};

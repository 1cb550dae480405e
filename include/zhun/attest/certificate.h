/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A certificate as its document states it, whatever format it came in (PTB DCC
 * XML 2.x to 3.3, our own JSON, CSV, or one of these inside a PDF). Nothing is
 * judged here: units stay text, numbers stay as written beside the parsed one,
 * dates that do not exist are kept with `known` false, and everything found
 * wrong on the way stands in the findings. Lists are linked by `next` in the
 * order of the document; a NULL text means "not stated". All of it lives in
 * one arena and points nowhere else, so it may be kept as long as that.
 */
#ifndef ZHUN_ATTEST_CERTIFICATE_H
#define ZHUN_ATTEST_CERTIFICATE_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/date.h"
#include "zhun/base/error.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

/** A text in one language; `next` is the same text in another. */
struct zhun_cert_text {
	const char *language;                /* ISO 639-1, "" where none is stated */
	const char *text;
	const struct zhun_cert_text *next;
};

/** One of several words without language: norms, references, links. */
struct zhun_cert_word {
	const char *text;
	const struct zhun_cert_word *next;
};

struct zhun_cert_date {
	const char *text;                    /* as written; NULL: not stated */
	bool known;                          /* the text is a date, and this is it: */
	struct zhun_date date;
};

/** A number as written; `number` is NULL where none is stated or the text is no finite number. */
struct zhun_cert_figure {
	const char *text;
	const struct zhun_number *number;
};

enum zhun_cert_answer { ZHUN_CERT_UNSTATED, ZHUN_CERT_NO, ZHUN_CERT_YES };

/** What the document calls a part, and which others it names. */
struct zhun_cert_marks {
	const char *id, *ref_id, *ref_type;  /* ref_id and ref_type may hold several, by spaces */
};

/* ---- numbers ---- */

enum zhun_cert_spread {
	ZHUN_SPREAD_NONE,
	ZHUN_SPREAD_EXPANDED,                /* u is U, with k and p */
	ZHUN_SPREAD_STANDARD,                /* u is the standard uncertainty */
	ZHUN_SPREAD_INTERVAL,                /* low … high at p, u the standard uncertainty if stated */
	ZHUN_SPREAD_ELLIPSOID,               /* several quantities at once: covariances, k, p */
	ZHUN_SPREAD_RECTANGLE
};

struct zhun_cert_covariance {
	size_t column, row;                  /* from 0 */
	struct zhun_cert_figure value;
	const char *unit;
	const struct zhun_cert_covariance *next;
};

/** An uncertainty as stated; values of a list may share one. Its unit is the value's. */
struct zhun_cert_uncertainty {
	enum zhun_cert_spread spread;
	struct zhun_cert_figure u, k, p, low, high;
	const char *distribution;
	const char *interval;                /* "shortest-interval", "probabilistic-symmetric" */
	const struct zhun_cert_covariance *covariances;
};

enum zhun_cert_form {
	ZHUN_FORM_NONE,                      /* no value could be found */
	ZHUN_FORM_REAL,
	ZHUN_FORM_CARTESIAN,                 /* value + i · second */
	ZHUN_FORM_POLAR,                     /* value ∠ second, which has unit_second */
	ZHUN_FORM_CONSTANT,                  /* exact, or with a standard uncertainty */
	ZHUN_FORM_WORDS                      /* texts; value.text holds each */
};

struct zhun_cert_value {
	size_t index;                        /* in its series, from 1 */
	struct zhun_cert_figure value, second;
	const char *unit, *unit_second;
	const char *label, *when;            /* as written */
	const struct zhun_cert_uncertainty *uncertainty;   /* NULL: none stated */
	const struct zhun_cert_value *next;
};

/** A value or a list of values in one unit system. */
struct zhun_cert_series {
	enum zhun_cert_form form;
	bool readable;                       /* there is a value, and every value is a finite number with a unit */
	bool list;                           /* written as a list, even of one */
	size_t count;
	const char *kind;                    /* quantity kind as written in the document (QUDT), NULL unstated */
	const char *label;
	const struct zhun_cert_value *values;
	const struct zhun_cert_uncertainty *joint;         /* of all values together; NULL unstated */
	const struct zhun_cert_series *next; /* the same in other units (D-SI hybrid), in their order */
};

/** What a quantity is in its table. */
enum zhun_cert_meaning {
	ZHUN_MEANS_UNKNOWN,
	ZHUN_MEANS_NOMINAL,                  /* the point that was asked for */
	ZHUN_MEANS_REFERENCE,                /* realised by the standard */
	ZHUN_MEANS_MEASURED,                 /* indicated by the item */
	ZHUN_MEANS_ERROR,
	ZHUN_MEANS_CORRECTION,
	ZHUN_MEANS_LIMIT_LOWER,              /* of acceptance or tolerance */
	ZHUN_MEANS_LIMIT_UPPER,
	ZHUN_MEANS_MIN,                      /* of a range or a condition */
	ZHUN_MEANS_MAX,
	ZHUN_MEANS_PARAMETER,                /* of a formula or a setting */
	ZHUN_MEANS_UNCERTAINTY               /* an uncertainty stated as a quantity of its own */
};

struct zhun_cert_statement;

struct zhun_cert_quantity {
	const char *path;                    /* ordinals: "1.2.1.3", unique among the results */
	const char *table;                   /* path of the list it stands in, "" for none; values of
	                                      * one table with the same index belong together */
	const char *place;                   /* in the document, for people */
	struct zhun_cert_marks marks;
	const struct zhun_cert_text *name, *description;
	enum zhun_cert_meaning meaning;
	const char *kind;                    /* code of a quantity kind (data/kinds.tsv), by refType, QUDT
	                                      * name, or as written in JSON and CSV; NULL unknown */
	const struct zhun_cert_series *series;             /* the first readable one, or the first; never NULL */
	const struct zhun_cert_series *alternatives;       /* the others, in their order */
	const struct zhun_cert_series *relative;           /* relative uncertainty, NULL unstated */
	const struct zhun_cert_text *words;                /* in place of a value (noQuantity) */
	const struct zhun_cert_statement *statements;      /* on this quantity: conformity, limits, … */
	const struct zhun_cert_quantity *next;
};

/* ---- people and things ---- */

struct zhun_cert_identification {
	const char *issuer;                  /* manufacturer, calibrationLaboratory, customer, owner, other */
	const char *value;
	const struct zhun_cert_text *name;
	struct zhun_cert_marks marks;
	const struct zhun_cert_identification *next;
};

struct zhun_cert_contact {
	const struct zhun_cert_text *name;
	const char *email, *phone, *fax, *link;
	const char *street, *street_number, *post_box, *post_code, *city, *state, *country;
	const struct zhun_cert_text *further;
	struct zhun_cert_marks marks;
	const struct zhun_cert_contact *next;      /* a further one of the same laboratory */
};

struct zhun_cert_person {
	struct zhun_cert_contact contact;
	const char *role;
	const struct zhun_cert_text *description;
	enum zhun_cert_answer main_signer, seal, signature, time_stamp;
	struct zhun_cert_marks marks;
	const struct zhun_cert_person *next;
};

struct zhun_cert_software {
	const char *owner;                   /* "document", or the path of what it was used for */
	const struct zhun_cert_text *name, *description;
	const char *release, *type;
	struct zhun_cert_marks marks;
	const struct zhun_cert_software *next;
};

struct zhun_cert_class {
	const char *reference, *id, *link;
	const struct zhun_cert_class *next;
};

struct zhun_cert_item {
	const char *path;                    /* "1", or "1.2" for a part of item 1 */
	const struct zhun_cert_text *name, *description;
	const struct zhun_cert_class *classes;
	const struct zhun_cert_contact *manufacturer, *owner;    /* NULL: not stated */
	const char *model;
	const struct zhun_cert_identification *identifications;
	const struct zhun_cert_quantity *quantities;
	struct zhun_cert_marks marks;
	const struct zhun_cert_item *next;
};

/** Another document that is named, with a digest where it is stated. */
struct zhun_cert_reference {
	const struct zhun_cert_text *issuer; /* what the document calls "referral" */
	const char *number;
	const char *procedure, *digest;      /* how it was digested, and the result */
	const struct zhun_cert_text *description;
	enum zhun_cert_answer in_validity, traceable;
	struct zhun_cert_marks marks;
	const struct zhun_cert_reference *linked;
};

/** Equipment used for the work: the evidence a result rests on. */
struct zhun_cert_evidence {
	const char *owner;                   /* path of what it was used for; "" the whole document */
	bool standard;                       /* stated to be a reference (refType), not an aid */
	struct zhun_cert_item item;
	const struct zhun_cert_reference *certificate;           /* its own; NULL: none named */
	struct zhun_cert_date used;          /* the day it was used, where stated */
	const struct zhun_cert_evidence *next;
};

struct zhun_cert_method {
	const char *owner;                   /* path of what it was used for; "" the whole document */
	const struct zhun_cert_text *name, *description;
	const struct zhun_cert_word *norms, *references, *links;
	const struct zhun_cert_quantity *quantities;
	struct zhun_cert_marks marks;
	const struct zhun_cert_method *next;
};

struct zhun_cert_condition {
	const char *owner;                   /* path of what it applies to; "" the whole document */
	const struct zhun_cert_text *name, *description;
	const char *status;                  /* beforeAdjustment, afterAdjustment, beforeRepair, afterRepair */
	const char *kind;                    /* by refType; NULL unknown */
	const struct zhun_cert_reference *certificate;
	const struct zhun_cert_quantity *quantities;
	struct zhun_cert_marks marks;
	const struct zhun_cert_condition *next;
};

struct zhun_cert_statement {
	const char *owner;                   /* path of what it is about; "" the whole document */
	const struct zhun_cert_text *name, *description, *declaration;
	const struct zhun_cert_word *countries, *norms, *references, *links;
	const char *convention;
	enum zhun_cert_answer traceable;
	const struct zhun_cert_word *valid;        /* "true", "false": one, or one a value */
	const struct zhun_cert_word *conformity;   /* pass, fail, conditionalPass …: one, or one a value */
	struct zhun_cert_date date;
	const char *period;                  /* ISO 8601 duration as written */
	const char *non_si_definition, *non_si_unit;
	const struct zhun_cert_contact *authority, *location;
	const struct zhun_cert_quantity *quantities;
	struct zhun_cert_marks marks;
	const struct zhun_cert_statement *next;
};

/** A heading: a group of results ("1"), one result ("1.2"), a table in it ("1.2.1"). */
struct zhun_cert_section {
	const char *path;
	const struct zhun_cert_text *name, *description, *words;
	const char *when;                    /* dateTime or several, as written */
	struct zhun_cert_marks marks;
	const struct zhun_cert_section *next;
};

struct zhun_cert_file {
	const char *place;                   /* where in the document */
	const char *name, *media_type;
	const struct zhun_cert_text *title, *description;
	struct zhun_bytes bytes;
	const struct zhun_cert_file *next;
};

struct zhun_cert_formula {
	const char *place;
	const char *language;                /* latex, mathml, siunitx */
	const char *text;
	const struct zhun_cert_formula *next;
};

/* ---- the whole ---- */

enum zhun_cert_severity { ZHUN_CERT_WARN, ZHUN_CERT_FAIL };

struct zhun_cert_finding {
	enum zhun_cert_severity severity;
	struct zhun_error error;             /* code, place and words: zhun_error_sentence tells them */
	const struct zhun_cert_finding *next;
};

enum { ZHUN_CERT_FINDINGS = 200 };

enum zhun_cert_format { ZHUN_CERT_DCC, ZHUN_CERT_JSON, ZHUN_CERT_CSV };

/** What a certificate attests. A DCC is a calibration, and so is what does not say; a word that is
 *  none of these is a finding (CERTIFICATE_KIND), and unknown. */
enum zhun_cert_kind {
	ZHUN_CERT_CALIBRATION, ZHUN_CERT_VERIFICATION, ZHUN_CERT_TEST, ZHUN_CERT_INSPECTION, ZHUN_CERT_PRODUCT,
	ZHUN_CERT_MANAGEMENT, ZHUN_CERT_REFERENCE_MATERIAL, ZHUN_CERT_KIND_UNKNOWN
};

struct zhun_certificate {
	enum zhun_cert_format format;
	bool in_pdf;                         /* it was an attachment of a PDF */
	const char *version;                 /* of the format, as written: "3.2.1" */
	enum zhun_cert_kind kind;

	const char *number;                  /* unique with its issuer */
	const char *country;                 /* of issue, ISO 3166-1 */
	const struct zhun_cert_word *languages, *mandatory_languages;
	const struct zhun_cert_identification *identifications;   /* order number, … */
	struct zhun_cert_date received, begun, ended, issued;     /* performance begun and ended */
	const char *location;                /* laboratory, customer, laboratoryBranch, customerBranch, other */
	const char *amends_how, *amends;     /* amended or substituted; number it replaces */
	const struct zhun_cert_reference *previous;
	struct zhun_cert_contact laboratory;
	const char *laboratory_code;         /* of its accreditation, as stated */
	enum zhun_cert_answer seal, signature, time_stamp;        /* announced for the laboratory */
	struct zhun_cert_contact customer;
	const struct zhun_cert_person *persons;
	const struct zhun_cert_text *items_name;
	const struct zhun_cert_item *items;
	const struct zhun_cert_software *software;
	const struct zhun_cert_statement *statements;
	const char *comment;

	const struct zhun_cert_section *sections;
	const struct zhun_cert_quantity *results;
	const struct zhun_cert_method *methods;
	const struct zhun_cert_condition *conditions;
	const struct zhun_cert_evidence *evidence;
	const struct zhun_cert_file *files;
	const struct zhun_cert_formula *formulas;
	size_t signatures;                   /* signature elements in the document; not verified here */

	const struct zhun_cert_finding *findings;
	size_t warnings, failures;           /* all that were found … */
	size_t omitted;                      /* … of which so many are not in the list */
};

/** Recognises the format by its content and reads all of @a file. What can be read is read; what is
 *  wrong is a finding. Fails only where there is no certificate to speak of: CERTIFICATE_UNKNOWN,
 *  PDF_BAD, PDF_NO_CERTIFICATE, and what zhun_xml_parse, zhun_json_parse, zhun_csv_next fail with. */
enum zhun_code zhun_certificate_read(struct zhun_arena *a, struct zhun_bytes file,
				     const struct zhun_certificate **ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** The text for a reader of @a language: in it, else without language, else English, else the
 *  first; NULL where there is none. */
const char *zhun_cert_text_in(const struct zhun_cert_text *t, enum zhun_language language);

/** "reference", "error", …: as the JSON form writes it. */
const char *zhun_cert_meaning_name(enum zhun_cert_meaning meaning);

/** "calibration", "verification", …; NULL for the unknown one. */
const char *zhun_cert_kind_name(enum zhun_cert_kind kind);

/** "dcc", "json", "csv". */
const char *zhun_cert_format_name(enum zhun_cert_format format);

#endif

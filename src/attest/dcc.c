/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a DCC: its version, core data, and who reads which part. */
#include "attest/dcc.h"

#define CERT(member) offsetof(struct zhun_certificate, member)

static void read_amendment(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"typeOfChange", zhun_dcc_string, CERT(amends_how)},
		{"replacedUniqueIdentifier", zhun_dcc_string, CERT(amends)},
	};

	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), to);
}

static void read_core(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"countryCodeISO3166_1", zhun_dcc_string, CERT(country)},
		{"usedLangCodeISO639_1", zhun_dcc_words, CERT(languages)},
		{"mandatoryLangCodeISO639_1", zhun_dcc_words, CERT(mandatory_languages)},
		{"uniqueIdentifier", zhun_dcc_string, CERT(number)},
		{"identifications", zhun_dcc_identifications, CERT(identifications)},
		{"receiptDate", zhun_dcc_date, CERT(received)},
		{"beginPerformanceDate", zhun_dcc_date, CERT(begun)},
		{"endPerformanceDate", zhun_dcc_date, CERT(ended)},
		{"performanceLocation", zhun_dcc_string, CERT(location)},
		{"issueDate", zhun_dcc_date, CERT(issued)},
		{"reportAmendedSubstituted", read_amendment, 0},
		{"previousReport", zhun_dcc_reference, CERT(previous)},
	};

	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), to);
}

/* Before 3.0 a laboratory may have several contacts. */
static void read_contacts(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_cert_contact *last = to;

	zhun_dcc_contact(d, e, last);
	while ((e = zhun_xml_again(e))) {
		struct zhun_cert_contact *contact = ZHUN_READER_NEW(d->r, struct zhun_cert_contact);
		if (!contact)
			return;
		zhun_dcc_contact(d, e, contact);
		last->next = contact;
		last = contact;
	}
}

static void read_laboratory(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"calibrationLaboratoryCode", zhun_dcc_string, CERT(laboratory_code)},
		{"contact", read_contacts, CERT(laboratory)},
		{"cryptElectronicSeal", zhun_dcc_answer, CERT(seal)},
		{"cryptElectronicSignature", zhun_dcc_answer, CERT(signature)},
		{"cryptElectronicTimeStamp", zhun_dcc_answer, CERT(time_stamp)},
	};

	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), to);
}

static void read_administration(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"dccSoftware", zhun_dcc_software, 0},
		{"coreData", read_core, 0},
		{"items", zhun_dcc_items, 0},
		{"calibrationLaboratory", read_laboratory, 0},
		{"respPersons", zhun_dcc_persons, CERT(persons)},
		{"customer", zhun_dcc_contact, CERT(customer)},
		{"statements", zhun_dcc_statements, 0},
	};

	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), to);
}

static void read_results(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	(void)to;
	zhun_dcc_results(d, e);
}

static void count_signatures(struct zhun_reader *r, const struct zhun_xml *root)
{
	for (const struct zhun_xml *c = root->first; c; c = c->next)
		r->cert->signatures += zhun_str_equal(c->name, "Signature") &&
				       zhun_str_equal(c->space, "http://www.w3.org/2000/09/xmldsig#");
}

static void read_root(struct zhun_dcc *d, const struct zhun_xml *root)
{
	static const struct zhun_dcc_row rows[] = {
		{"administrativeData", read_administration, 0},
		{"measurementResults", read_results, 0},
		{"comment", zhun_dcc_all_text, CERT(comment)},
		{"comments", zhun_dcc_all_text, CERT(comment)},
		{"document", zhun_dcc_file, 0},
	};

	zhun_dcc_fields(d, root, rows, ZHUN_COUNT(rows), d->r->cert);
	count_signatures(d->r, root);
}

/* Before 2.3 the version stands only in the place of the schema: ".../dcc/v2.1.1/dcc.xsd". */
static const char *find_version(struct zhun_reader *r, const struct zhun_xml *root)
{
	const char *version = zhun_xml_attribute(root, "schemaVersion");

	for (const struct zhun_xml_attribute *t = root->attributes; t && !version; t = t->next) {
		const char *at = zhun_str_equal(t->name, "schemaLocation") ? strstr(t->value, "/dcc/v") : NULL;
		if (at)
			return zhun_reader_copy(r, at + 6, strcspn(at + 6, "/"));
	}
	return version ? zhun_reader_copy(r, version, strlen(version)) : NULL;
}

static void init_dcc(struct zhun_dcc *d, struct zhun_reader *r)
{
	struct zhun_certificate *c = r->cert;

	*d = (struct zhun_dcc){
		.r = r, .owner = "", .sections = &c->sections, .results = &c->results,
		.methods = &c->methods, .conditions = &c->conditions, .evidence = &c->evidence,
		.software = &c->software, .statements = &c->statements, .files = &c->files,
		.formulas = &c->formulas,
	};
}

enum zhun_code zhun_dcc_read(struct zhun_reader *r, struct zhun_bytes file)
{
	const struct zhun_xml *root = NULL;
	struct zhun_dcc d;
	enum zhun_code code = zhun_xml_parse(r->arena, (const char *)file.ptr, file.len, &root, r->err);

	if (code)
		return code;
	if (!zhun_str_equal(root->name, "digitalCalibrationCertificate") ||
	    !zhun_str_equal(root->space, ZHUN_DCC_SPACE))
		return zhun_fail(r->err, ZHUN_E_CERTIFICATE_UNKNOWN, "line 1");
	init_dcc(&d, r);
	r->cert->format = ZHUN_CERT_DCC;
	r->cert->version = find_version(r, root);
	zhun_dcc_check(r, root, r->cert->version);
	read_root(&d, root);
	return r->code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * DCC by facts of the fixtures and by documents made here. What each fixture
 * reads as in full is compared by tests/corpus/golden.py, what the corpus reads
 * as by tests/corpus/dcc_values.py. Of attest: attest/dcc_people.c,
 * attest/dcc_things.c, attest/dcc_text.c, attest/dcc_statements.c,
 * attest/dcc_results.c by the fixtures, attest/dcc_shape.c and
 * attest/dcc_check.c by the tables of faults.
 */
#include "unit.h"

#include "attest/dcc_shape.h"
#include "zhun/attest/certificate.h"

enum { ROOM = 512 << 20 };

static enum zhun_code read_fixture(struct zhun_arena *a, const char *name, const struct zhun_certificate **ret,
				   struct zhun_error *err)
{
	char path[512];
	size_t n = 0;
	(void)snprintf(path, sizeof path, "%s/%s", ZHUN_FIXTURES, name);
	char *file = unit_read_file(path, &n);
	if (!CHECK(file != NULL))
		return ZHUN_E_INTERNAL;
	enum zhun_code code = zhun_certificate_read(a, (struct zhun_bytes){(unsigned char *)file, n}, ret, err);
	free(file);
	return code;
}

static void test_administration(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	if (CHECK_CODE(read_fixture(a, "complete.xml", &c, &err), ZHUN_OK, &err)) {
		CHECK(c->format == ZHUN_CERT_DCC && !c->in_pdf && !c->findings && c->signatures == 0);
		CHECK_TEXT(c->version, "3.3.0");
		CHECK_TEXT(c->number, "EX-2026-0003");
		CHECK_TEXT(zhun_cert_text_in(c->laboratory.name, ZHUN_ZH), "示例计量院");
		CHECK_TEXT(c->laboratory_code, "EX-K-12345");
		CHECK(c->ended.known && c->ended.date.first == zhun_day_of(2026, 3, 3));
		CHECK_TEXT(c->items->next->path, "1.1");
		CHECK_TEXT(zhun_cert_text_in(c->items->next->owner->name, ZHUN_EN), "Example Owner Ltd");
		CHECK_TEXT(c->previous->linked->number, "EX-2024-0800");
		CHECK(c->seal == ZHUN_CERT_YES && c->signature == ZHUN_CERT_NO && c->time_stamp == ZHUN_CERT_UNSTATED);
		CHECK(c->files->bytes.len == 9 && memcmp(c->files->bytes.ptr, "a picture", 9) == 0);
		CHECK(c->evidence->standard && !c->evidence->next);
		CHECK_TEXT(c->evidence->certificate->number, "NMI-2025-88");
	}
	(void)zhun_arena_close(a);
}

static void test_results(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	if (CHECK_CODE(read_fixture(a, "complete.xml", &c, &err), ZHUN_OK, &err)) {
		const struct zhun_cert_quantity *q = c->results;
		CHECK_TEXT(q->path, "1.1.1.1");
		CHECK(q->meaning == ZHUN_MEANS_REFERENCE && q->series->list && q->series->count == 2);
		CHECK_TEXT(q->series->values->next->value.text, "313.150");
		CHECK_TEXT(q->alternatives->values->unit, "\\degreecelsius");
		CHECK(!q->alternatives->next && !q->series->next);
		q = q->next;
		CHECK_TEXT(q->table, "1.1.1.2");
		CHECK_TEXT(q->series->values->uncertainty->u.text, "0.04");
		CHECK(q->series->values->uncertainty == q->series->values->next->uncertainty);
		CHECK_TEXT(q->statements->conformity->next->text, "fail");
		q = q->next;
		CHECK(q->series->form == ZHUN_FORM_NONE && !q->series->readable && !q->next);
		CHECK_TEXT(q->words->text, "display in order");
		CHECK_TEXT(c->conditions->kind, "temperature");
		CHECK_TEXT(c->conditions->quantities->kind, "temperature");
		CHECK(c->conditions->quantities->meaning == ZHUN_MEANS_MIN);
	}
	(void)zhun_arena_close(a);
}

/* The frame every document here shares; {1} core data, {2} the quantity, {3} what stands at the end. */
static const char frame[] =
	"<dcc:digitalCalibrationCertificate xmlns:dcc='https://ptb.de/dcc' xmlns:si='https://ptb.de/si' "
	"schemaVersion='%s'><dcc:administrativeData><dcc:coreData>%s</dcc:coreData></dcc:administrativeData>"
	"<dcc:measurementResults><dcc:measurementResult><dcc:name><dcc:content>r</dcc:content></dcc:name>"
	"<dcc:results><dcc:result><dcc:name><dcc:content>r</dcc:content></dcc:name><dcc:data>%s</dcc:data>"
	"</dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults>%s"
	"</dcc:digitalCalibrationCertificate>";

static const struct zhun_certificate *read_made(struct zhun_arena *a, const char *version, const char *core,
						const char *data, const char *end)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	char *text = zhun_printf(a, frame, version, core, data, end);
	CHECK_CODE(zhun_certificate_read(a, (struct zhun_bytes){(unsigned char *)text, strlen(text)}, &c, &err),
		   ZHUN_OK, &err);
	return c;
}

static bool has_finding(const struct zhun_certificate *c, enum zhun_code code, const char *place,
			const char *word)
{
	for (const struct zhun_cert_finding *f = c ? c->findings : NULL; f; f = f->next) {
		if (f->error.code == code && zhun_str_ends(f->error.place, place) &&
		    zhun_str_equal(f->error.arg[0], word))
			return true;
	}
	return false;
}

static void test_versions(void)
{
	static const struct { const char *version; bool needs_location, allows_signature; } cases[] = {
		{"2.4.0", false, false}, {"3.0.0-rc.3", false, false}, {"3.0.0-rc.4", true, false},
		{"3.1.2", true, false}, {"3.2.0", true, true}, {"3.3.0", true, true}, {"9.9.9", true, true},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_certificate *c = read_made(a, cases[i].version, "", "",
			"<d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'/>");
		CHECK(has_finding(c, ZHUN_E_PART_MISSING, "coreData", "performanceLocation") ==
		      cases[i].needs_location);
		CHECK(has_finding(c, ZHUN_E_PART_UNKNOWN, "Signature", "Signature") != cases[i].allows_signature);
		CHECK(has_finding(c, ZHUN_E_CERTIFICATE_VERSION, "", cases[i].version) == (i == 6));
		CHECK_INT(c->signatures, 1);
		(void)zhun_arena_close(a);
	}
}

static void test_faulty_dates(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = read_made(a, "3.3.0",
		"<dcc:beginPerformanceDate>2026-03-05</dcc:beginPerformanceDate>"
		"<dcc:endPerformanceDate>2026-03-04</dcc:endPerformanceDate>"
		"<dcc:issueDate>2025-02-29</dcc:issueDate>", "", "");
	CHECK(has_finding(c, ZHUN_E_DATES_REVERSED, "endPerformanceDate", "endPerformanceDate"));
	CHECK(has_finding(c, ZHUN_E_DATE_BAD, "coreData/issueDate", "2025-02-29"));
	CHECK(!c->issued.known);
	CHECK_TEXT(c->issued.text, "2025-02-29");
	(void)zhun_arena_close(a);
}

/* More faults than are listed are still counted, and their places are not sought. */
static void test_many_findings(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const char *data = NULL;
	zhun_text_init(&t, a, ROOM);
	for (int i = 0; i < 20000; i++)
		zhun_text_add(&t, "<dcc:quantity><si:real><si:value>x</si:value><si:unit>m</si:unit></si:real>"
				  "</dcc:quantity>");
	CHECK_CODE(zhun_text_done(&t, &data, NULL), ZHUN_OK, NULL);
	const struct zhun_certificate *c = read_made(a, "3.3.0", "", data, "");
	size_t listed = 0;
	for (const struct zhun_cert_finding *f = c->findings; f; f = f->next)
		listed++;
	CHECK_INT(listed, ZHUN_CERT_FINDINGS);
	CHECK_INT(c->omitted + listed, c->warnings + c->failures);
	CHECK(c->failures >= 20000);
	(void)zhun_arena_close(a);
}

static void test_ids(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = read_made(a, "3.3.0", "",
		"<dcc:list id='a'><dcc:quantity id='b' refId='a  c'/><dcc:quantity id='b'/></dcc:list>", "");
	CHECK(has_finding(c, ZHUN_E_ID_TWICE, "data/list/quantity[2]", "b"));
	CHECK(has_finding(c, ZHUN_E_ID_UNKNOWN, "data/list/quantity[1]", "c"));
	CHECK(!has_finding(c, ZHUN_E_ID_UNKNOWN, "data/list/quantity[1]", "a"));
	(void)zhun_arena_close(a);
}

/* A condition's refType holds for the quantities in it; a table's does not for all of its columns. */
static void test_kinds(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const char *quantity = "<dcc:quantity><si:real><si:value>1</si:value><si:unit>m</si:unit></si:real>";
	const struct zhun_certificate *c = read_made(a, "3.3.0", "", zhun_printf(a,
		"<dcc:list refType='basic_temperature'>%s<dcc:influenceConditions><dcc:influenceCondition "
		"refType='gp_immersionDepth'><dcc:data>%s</dcc:quantity></dcc:data></dcc:influenceCondition>"
		"</dcc:influenceConditions></dcc:quantity>%s</dcc:quantity></dcc:list>", quantity, quantity,
		quantity), "");
	CHECK(c && c->results && c->results->next && !c->results->kind && !c->results->next->kind);
	CHECK_TEXT(c->conditions->kind, "depth");
	CHECK_TEXT(c->conditions->quantities->kind, "depth");
	CHECK_TEXT(c->conditions->owner, c->results->path);
	(void)zhun_arena_close(a);
}

/* Every shape's parts are found again, in ranges that make sense and do not overlap. */
static void test_shapes(void)
{
	for (int s = 0; s < S_COUNT; s++) {
		size_t count;
		const struct zhun_dcc_part *p = zhun_dcc_parts((enum zhun_dcc_shape)s, &count);
		for (size_t i = 0; i < count; i++) {
			CHECK(p[i].since <= p[i].until && p[i].until < V_COUNT && p[i].shape < S_COUNT);
			for (size_t j = i + 1; j < count; j++)
				CHECK(!zhun_str_equal(p[i].name, p[j].name) || p[i].until < p[j].since);
		}
		CHECK(count <= 32);
	}
	for (int v = 0; v < V_COUNT; v++)
		CHECK_INT(zhun_dcc_version_find(zhun_dcc_version_name((enum zhun_dcc_version)v)), v);
	CHECK_INT(zhun_dcc_version_find("3.3"), V_COUNT);
	CHECK_INT(zhun_dcc_version_find(NULL), V_COUNT);
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	struct zhun_bytes file = {context, strlen(context)};
	enum zhun_code code = zhun_certificate_read(a, file, &c, &err);
	CHECK(code ? !c : c->results && c->items && c->persons);
	return code;
}

#define NAME "<name><content lang='en'>n</content></name>"

/* A little of everything. */
static char small[] =
	"<digitalCalibrationCertificate xmlns='https://ptb.de/dcc' xmlns:s='https://ptb.de/si' schemaVersion='3.3.0'>"
	"<administrativeData><dccSoftware><software>" NAME "</software></dccSoftware><coreData><uniqueIdentifier>1"
	"</uniqueIdentifier><issueDate>x</issueDate><previousReport><referralID>7</referralID></previousReport>"
	"</coreData><items><item id='i'>" NAME "<identifications><identification><value>v</value></identification>"
	"</identifications><subItems><item/></subItems></item></items><calibrationLaboratory><contact>" NAME
	"<location><city>c</city></location></contact></calibrationLaboratory><respPersons><respPerson><person>" NAME
	"</person></respPerson></respPersons><statements><statement><norm>n</norm><declaration><file><fileName>f"
	"</fileName><dataBase64>AAEC</dataBase64></file><formula><latex>a</latex></formula></declaration></statement>"
	"</statements></administrativeData><measurementResults><measuringEquipments><measuringEquipment>" NAME
	"</measuringEquipment></measuringEquipments><measurementResult>" NAME "<usedMethods><usedMethod/></usedMethods>"
	"<influenceConditions><influenceCondition/></influenceConditions><results><result><data><list><quantity>"
	"<s:real><s:value>1</s:value><s:unit>V</s:unit></s:real></quantity></list></data></result></results>"
	"</measurementResult></measurementResults></digitalCalibrationCertificate>";

static void test_faults(void)
{
	unit_fault_loop(read_context, small);
}

static const struct unit_test tests[] = {
	{"dcc: administrative data", test_administration},
	{"dcc: results, tables, hybrids", test_results},
	{"dcc: what a version asks for and allows", test_versions},
	{"dcc: dates that do not exist or are reversed", test_faulty_dates},
	{"dcc: findings have a ceiling", test_many_findings},
	{"dcc: ids", test_ids},
	{"dcc: kinds stay where they are said", test_kinds},
	{"dcc: the table of shapes", test_shapes},
	{"dcc without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

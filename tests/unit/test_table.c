/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as CSV: attest/table.c, attest/table_head.c, attest/table_rows.c. */
#include "unit.h"

#include "zhun/attest/certificate.h"

enum { ROOM = 16 << 20 };

static enum zhun_code read_csv(struct zhun_arena *a, const char *s, const struct zhun_certificate **ret,
			       struct zhun_error *err)
{
	return zhun_certificate_read(a, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, ret, err);
}

#define HEAD "zhun-certificate,1\nnumber,N-1\nlaboratory,L\nitem,I\nbegun,2026-01-01\nended,2026-01-02\n"

static void test_results(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(read_csv(a, "\xef\xbb\xbf" HEAD "reference,R,S-1,C-9,NMI,2026-01-01\nresults\n"
		"quantity;kind;point;value;error;unit;U;k;conformity;label\n", &c, &err), ZHUN_OK, &err);
	c = NULL;
	CHECK_CODE(read_csv(a, HEAD "reference,R,S-1,C-9,NMI,2026-01-01\nresults\n"
		"quantity,kind,point,point_unit,value,error,unit,U,k,conformity,label\n"
		"DC voltage,electric_potential,10,kV,10.0010,,V,0.0002,2,pass,a\n"
		",,1,kV,1.00,,V,0.0001,2,fail,b\n"
		"Length,,,,,-0.5,um,0.3,2,,\n", &c, &err), ZHUN_OK, &err);
	CHECK(!c->findings);
	CHECK_TEXT(c->evidence->certificate->number, "C-9");
	CHECK(c->evidence->used.known);
	const struct zhun_cert_quantity *point = c->results, *value = point->next, *error = value->next;
	CHECK(point->meaning == ZHUN_MEANS_NOMINAL && value->meaning == ZHUN_MEANS_MEASURED);
	CHECK_TEXT(point->series->values->next->unit, "kV");
	CHECK_TEXT(value->path, "1.2");
	CHECK_TEXT(value->table, point->table);
	CHECK_TEXT(value->kind, "electric_potential");
	CHECK_TEXT(value->series->values->value.text, "10.0010");
	CHECK_TEXT(value->series->values->next->uncertainty->u.text, "0.0001");
	CHECK_TEXT(value->series->values->next->label, "b");
	CHECK_TEXT(value->statements->conformity->next->text, "fail");
	CHECK(error->meaning == ZHUN_MEANS_ERROR && !error->next && !error->statements);
	CHECK_TEXT(error->table, "2");
	CHECK_TEXT(error->series->values->uncertainty->u.text, "0.3");
	CHECK_TEXT(c->sections->next->name->text, "Length");
	(void)zhun_arena_close(a);
}

static void test_findings(void)
{
	static const struct { const char *csv; enum zhun_code code; const char *place; } cases[] = {
		{"zhun-certificate,2\n", ZHUN_E_CERTIFICATE_VERSION, "line 1, zhun-certificate"},
		{"zhun-certificate,1\n", ZHUN_E_PART_MISSING, ""},
		{HEAD "colour,red\n", ZHUN_E_PART_UNKNOWN, "line 7, colour"},
		{HEAD "kind,guess\n", ZHUN_E_CERTIFICATE_KIND, "line 7, kind"},
		{HEAD "issued,2026-13-01\n", ZHUN_E_DATE_BAD, "line 7, issued"},
		{HEAD "results\nquantity,unit\n", ZHUN_E_CSV_HEADER, "line 8, results"},
		{HEAD "results\nquantity,value\n", ZHUN_E_CSV_HEADER, "line 8, results"},
		{HEAD "results\nvalue,unit,shade\n", ZHUN_E_PART_UNKNOWN, "line 8, shade"},
		{HEAD "results\nvalue,unit\n1.5,\n", ZHUN_E_PART_MISSING, "line 9, unit"},
		{HEAD "results\nvalue,unit\ninf,V\n", ZHUN_E_NUMBER_NOT_FINITE, "line 9, value"},
		{HEAD "results\nvalue,unit,U\n1,V,1 2\n", ZHUN_E_NUMBER_BAD, "line 9, U"},
		{HEAD "results\nvalue,unit,U\n1,V,-1\n", ZHUN_E_UNCERTAINTY_NEGATIVE, "line 9, results"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_certificate *c = NULL;
		struct zhun_error err = {0};
		bool found = false;
		CHECK_CODE(read_csv(a, cases[i].csv, &c, &err), ZHUN_OK, &err);
		for (const struct zhun_cert_finding *f = c ? c->findings : NULL; f; f = f->next)
			found |= f->error.code == cases[i].code && zhun_str_equal(f->error.place, cases[i].place);
		unit_check(found, __FILE__, __LINE__, "case %zu: %s", i, cases[i].place);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(read_csv(a, HEAD "results\nvalue,unit\n\"1,V\n", &c, &err), ZHUN_E_CSV_BAD, &err);
	CHECK_CODE(read_csv(a, HEAD "item,\xff\n", &c, &err), ZHUN_E_UTF8_BAD, &err);
	CHECK(!c);
	(void)zhun_arena_close(a);
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = read_csv(a, context, &c, &err);
	CHECK(code ? !c : c->results != NULL);
	return code;
}

static void test_faults(void)
{
	static char file[] = HEAD "reference,R,S,C,N,2026-01-01\nperson,P,r\nmethod,M,n\ncondition,T,23,degC\n"
		"statement,s\nresults\nquantity,point,value,unit,U,k,p,conformity\nV,1,1.0,V,0.1,2,0.95,pass\n"
		"x,2,y,V,,,,\n";
	unit_fault_loop(read_context, file);
}

static const struct unit_test tests[] = {
	{"csv certificate: results in tables", test_results},
	{"csv certificate: what is wrong, with its place", test_findings},
	{"csv certificate: what ends the reading", test_refused},
	{"csv certificate without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

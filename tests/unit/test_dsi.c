/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of D-SI, form by form: attest/dsi.c, attest/dsi_collect.c, attest/dsi_spread.c. */
#include "unit.h"

#include "attest/dsi.h"

enum { ROOM = 16 << 20 };

struct reading {
	struct zhun_reader r;
	struct zhun_error err;
	const struct zhun_cert_series *series, *others;
};

static enum zhun_code read_si(struct zhun_arena *a, const char *xml, struct reading *to)
{
	const struct zhun_xml *root = NULL;
	char *text = zhun_printf(a, "<q xmlns='https://ptb.de/si'>%s</q>", xml);
	memset(to, 0, sizeof *to);
	if (!text)
		return zhun_no_memory(a, &to->err);
	enum zhun_code code = zhun_xml_parse(a, text, strlen(text), &root, &to->err);
	if (!code)
		code = zhun_reader_init(&to->r, a, &to->err);
	if (code)
		return code;
	to->series = zhun_dsi_read(&to->r, root->first, &to->others);
	return to->r.code;
}

/* value unit spread:U/k/p/low/high, one a value, by "; ". */
static const char *shown(struct zhun_arena *a, const struct zhun_cert_series *s)
{
	static const char *const spreads[] = {"", "exp", "std", "int", "ell", "rec"};
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, s->readable ? "" : "(unreadable) ");
	for (const struct zhun_cert_value *v = s->values; v; v = v->next) {
		zhun_text_addf(&t, "%s%s", v->index > 1 ? "; " : "", v->value.text);
		if (v->second.text)
			zhun_text_addf(&t, " i %s", v->second.text);
		zhun_text_addf(&t, " %s", v->unit ? v->unit : "-");
		const struct zhun_cert_uncertainty *u = v->uncertainty;
		const char *parts[] = {u ? u->u.text : 0, u ? u->k.text : 0, u ? u->p.text : 0, u ? u->low.text : 0,
				       u ? u->high.text : 0};
		if (u)
			zhun_text_addf(&t, " %s", spreads[u->spread]);
		for (size_t i = 0; u && i < ZHUN_COUNT(parts); i++)
			zhun_text_addf(&t, "/%s", parts[i] ? parts[i] : "");
	}
	CHECK_CODE(zhun_text_done(&t, &text, NULL), ZHUN_OK, NULL);
	return text;
}

#define EXPANDED "<expandedUnc><uncertainty>0.1</uncertainty><coverageFactor>2</coverageFactor>" \
		 "<coverageProbability>0.95</coverageProbability></expandedUnc>"

static void test_forms(void)
{
	static const struct { const char *xml, *want; size_t findings; } cases[] = {
		{"<real><value> 1.50 </value><unit>\\volt</unit></real>", "1.50 \\volt", 0},
		{"<real><value>1</value><unit>V</unit>" EXPANDED "</real>", "1 V exp/0.1/2/0.95//", 0},
		{"<real><value>1</value><unit>V</unit><uncertainty>0.1</uncertainty><coverageFactor>2"
		 "</coverageFactor><coverageProbability>0.9</coverageProbability></real>", "1 V exp/0.1/2/0.9//", 0},
		{"<real><value>1</value><unit>V</unit><measurementUncertaintyUnivariate><standardMU>"
		 "<valueStandardMU>0.2</valueStandardMU></standardMU></measurementUncertaintyUnivariate></real>",
		 "1 V std/0.2////", 0},
		{"<constant><value>1</value><unit>V</unit><uncertainty>0.1</uncertainty></constant>",
		 "1 V std/0.1////", 0},
		{"<constant><value>1</value><unit>V</unit></constant>", "1 V", 0},
		{"<realListXMLList><valueXMLList>1 2</valueXMLList><unitXMLList>V</unitXMLList></realListXMLList>",
		 "1 V; 2 V", 0},
		{"<realListXMLList><valueXMLList>1 2</valueXMLList><unitXMLList>V mV</unitXMLList>"
		 "<expandedUncXMLList><uncertaintyXMLList>3 4</uncertaintyXMLList><coverageFactorXMLList>2"
		 "</coverageFactorXMLList><coverageProbabilityXMLList>0.95</coverageProbabilityXMLList>"
		 "</expandedUncXMLList></realListXMLList>", "1 V exp/3/2/0.95//; 2 mV exp/4/2/0.95//", 0},
		{"<list><listUnit>K</listUnit><real><value>1</value></real><real><value>2</value><unit>C</unit>"
		 "</real></list>", "1 K; 2 C", 0},
		{"<complex><valueReal>1</valueReal><valueImag>2</valueImag><unit>V</unit></complex>", "1 i 2 V", 0},
		{"<realListXMLList><valueXMLList>1 2 3</valueXMLList><unitXMLList>V V</unitXMLList></realListXMLList>",
		 "(unreadable) 1 V; 2 V; 3 -", 2},
		{"<real><value>NaN</value><unit>V</unit></real>", "(unreadable) NaN V", 1},
		{"<real><value>1</value><unit> </unit></real>", "(unreadable) 1 -", 2},
		{"<real><value>1</value><unit>V</unit><expandedUnc><uncertainty>1</uncertainty></expandedUnc></real>",
		 "1 V exp/1////", 2},
		{"<realListXMLList><valueXMLList/><unitXMLList>V</unitXMLList></realListXMLList>", "(unreadable) ", 2},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct reading got;
		CHECK_CODE(read_si(a, cases[i].xml, &got), ZHUN_OK, &got.err);
		CHECK_TEXT(shown(a, got.series), cases[i].want);
		CHECK_INT(got.r.listed, cases[i].findings);
		(void)zhun_arena_close(a);
	}
}

#define REAL(value, unit) "<real><value>" value "</value><unit>" unit "</unit></real>"

static void test_hybrids(void)
{
	static const struct { const char *xml, *first, *second; } cases[] = {
		{"<hybrid>" REAL("1", "K") REAL("2", "C") "</hybrid>", "1 K", "2 C"},
		{"<hybrid>" REAL("NaN", "K") REAL("2", "C") "</hybrid>", "2 C", "(unreadable) NaN K"},
		{"<hybrid>" REAL("x", "K") REAL("y", "C") "</hybrid>", "(unreadable) x K", "(unreadable) y C"},
		{"<hybrid>" REAL("1", "K") "</hybrid>", "1 K", NULL},
		{"<hybrid/>", "(unreadable) ", NULL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct reading got;
		CHECK_CODE(read_si(a, cases[i].xml, &got), ZHUN_OK, &got.err);
		CHECK_TEXT(shown(a, got.series), cases[i].first);
		CHECK(!got.series->next);
		CHECK_TEXT(got.others ? shown(a, got.others) : NULL, cases[i].second);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	struct reading got;
	enum zhun_code code = read_si(a, context, &got);
	return code;
}

static void test_faults(void)
{
	static char xml[] =
		"<hybrid>" REAL("x", "K") "<realListXMLList><valueXMLList>1 2</valueXMLList><unitXMLList>V"
		"</unitXMLList></realListXMLList><complex><valueReal>1</valueReal><valueImag>2</valueImag>"
		"<unit>V</unit><ellipsoidalRegion><covarianceMatrix><column><covariance><value>1</value>"
		"<unit>V</unit></covariance>"
		"</column></covarianceMatrix></ellipsoidalRegion></complex></hybrid>";
	unit_fault_loop(read_context, xml);
}

static const struct unit_test tests[] = {
	{"dsi: every form of value and uncertainty", test_forms},
	{"dsi: the first readable alternative", test_hybrids},
	{"dsi without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

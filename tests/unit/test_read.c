/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recognising formats, and what all of them share: attest/reader.c and
 * attest/check.c. The names of files never matter: none is given.
 */
#include "unit.h"

#include "attest/reader.h"

enum { ROOM = 64 << 20 };

static void test_recognised(void)
{
	static const struct { const char *file; enum zhun_code code; } cases[] = {
		{"", ZHUN_E_CERTIFICATE_UNKNOWN}, {"   ", ZHUN_E_CERTIFICATE_UNKNOWN},
		{"hello", ZHUN_E_CERTIFICATE_UNKNOWN}, {"a,b\n1,2\n", ZHUN_E_CERTIFICATE_UNKNOWN},
		{"<html/>", ZHUN_E_CERTIFICATE_UNKNOWN}, {"{}", ZHUN_E_CERTIFICATE_UNKNOWN},
		{"[1]", ZHUN_E_CERTIFICATE_UNKNOWN},
		{"<digitalCalibrationCertificate/>", ZHUN_E_CERTIFICATE_UNKNOWN},
		{"<d:digitalCalibrationCertificate xmlns:d='https://ptb.de/dcc'/>", ZHUN_OK},
		{"\xef\xbb\xbf\n <digitalCalibrationCertificate xmlns='https://ptb.de/dcc'/>", ZHUN_OK},
		{"\xef\xbb\xbf<digitalCalibrationCertificate xmlns='https://ptb.de/dcc'/>", ZHUN_OK},
		{" {\"format\":\"zhun-certificate\"}", ZHUN_OK}, {"zhun-certificate", ZHUN_OK},
		{"\"zhun-certificate\",1\n", ZHUN_OK}, {"%PDF-1.7\n", ZHUN_E_PDF_NO_CERTIFICATE},
		{"<digitalCalibrationCertificate", ZHUN_E_XML_BAD},
		{"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", ZHUN_E_XML_DOCTYPE},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_certificate *c = NULL;
		struct zhun_error err = {0};
		struct zhun_bytes file = {(const unsigned char *)cases[i].file, strlen(cases[i].file)};
		CHECK_CODE(zhun_certificate_read(a, file, &c, &err), cases[i].code, &err);
		CHECK((c != NULL) == !cases[i].code);
		(void)zhun_arena_close(a);
	}
}

/* An attacker's nesting costs no more than its ceiling, and a small arena is enough to say so. */
static void test_deep(void)
{
	size_t n = 40 << 20, used = 0;
	char *file = malloc(n);
	while (used + 3 <= n) {
		memcpy(file + used, "<a>", 3);
		used += 3;
	}
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	CHECK_CODE(zhun_certificate_read(a, (struct zhun_bytes){(unsigned char *)file, used}, &c, &err),
		   ZHUN_E_XML_DEEP, &err);
	memset(file, '[', n);
	file[0] = '{';
	CHECK(zhun_certificate_read(a, (struct zhun_bytes){(unsigned char *)file, used}, &c, &err) != ZHUN_OK);
	(void)zhun_arena_close(a);
	free(file);
}

static void test_arena_ceiling(void)
{
	char path[512];
	size_t n = 0;
	struct zhun_arena *a = zhun_arena_open(40000);
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	(void)snprintf(path, sizeof path, "%s/complete.xml", ZHUN_FIXTURES);
	char *file = unit_read_file(path, &n);
	CHECK_CODE(zhun_certificate_read(a, (struct zhun_bytes){(unsigned char *)file, n}, &c, &err),
		   ZHUN_E_ARENA_CEILING, &err);
	CHECK(!c);
	free(file);
	(void)zhun_arena_close(a);
}

static void test_figures(void)
{
	static const struct { const char *text; enum zhun_code code; } cases[] = {
		{"1.50", ZHUN_OK}, {"-3e-7", ZHUN_OK}, {"NaN", ZHUN_E_NUMBER_NOT_FINITE},
		{"INF", ZHUN_E_NUMBER_NOT_FINITE},
		{"-Infinity", ZHUN_E_NUMBER_NOT_FINITE}, {"1,5", ZHUN_E_NUMBER_BAD}, {"1e999", ZHUN_E_NUMBER_RANGE},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_reader r;
		struct zhun_spot spot = {.text = "here"};
		CHECK_CODE(zhun_reader_init(&r, a, NULL), ZHUN_OK, NULL);
		struct zhun_cert_figure f = zhun_reader_figure(&r, cases[i].text, &spot);
		CHECK_TEXT(f.text, cases[i].text);
		CHECK((f.number != NULL) == !cases[i].code);
		CHECK_INT(r.cert->findings ? r.cert->findings->error.code : ZHUN_OK, cases[i].code);
		(void)zhun_arena_close(a);
	}
}

static const struct unit_test tests[] = {
	{"formats are told by content", test_recognised},
	{"nesting without end is refused in little room", test_deep},
	{"a certificate larger than its arena", test_arena_ceiling},
	{"figures", test_figures},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

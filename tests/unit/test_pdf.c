/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <zlib.h>

#include "attest/pdf.h"
#include "zhun/attest/certificate.h"

enum { ROOM = 512 << 20 };

static const char csv[] = "zhun-certificate,1\nnumber,N-1\nlaboratory,L\nitem,I\nbegun,2026-01-01\nended,2026-01-02\n"
			  "results\nquantity,value,unit\nvoltage,1.50,V\n";

static void add_stream(struct zhun_text *t, const char *dictionary, const void *bytes, size_t n)
{
	zhun_text_addf(t, "7 0 obj\n<< %s /Length %zu >>\nstream\r\n", dictionary, n);
	zhun_text_addn(t, bytes, n);
	zhun_text_add(t, "\nendstream\nendobj\n");
}

static void add_packed(struct zhun_text *t, const char *dictionary, const void *bytes, size_t n)
{
	uLongf size = compressBound(n);
	unsigned char *out = malloc(size);
	CHECK(compress(out, &size, bytes, n) == Z_OK);
	add_stream(t, dictionary, out, size);
	free(out);
}

static struct zhun_bytes pdf_of(struct zhun_text *t)
{
	const char *s = NULL;
	zhun_text_add(t, "trailer\n%%EOF\n");
	CHECK_CODE(zhun_text_done(t, &s, NULL), ZHUN_OK, NULL);
	return (struct zhun_bytes){(const unsigned char *)s, t->len};
}

static void begin_pdf(struct zhun_text *t, struct zhun_arena *a)
{
	zhun_text_init(t, a, ROOM);
	zhun_text_add(t, "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
	add_packed(t, "/Type /ObjStm /Filter /FlateDecode", csv, strlen(csv));
}

static void check_read(const char *dictionary, bool pack)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	begin_pdf(&t, a);
	add_stream(&t, "/Type /EmbeddedFile", "just a note", 11);
	if (pack)
		add_packed(&t, dictionary, csv, strlen(csv));
	else
		add_stream(&t, dictionary, csv, strlen(csv));
	if (CHECK_CODE(zhun_certificate_read(a, pdf_of(&t), &c, &err), ZHUN_OK, &err)) {
		CHECK(c->in_pdf && c->format == ZHUN_CERT_CSV && !c->findings);
		CHECK_TEXT(c->number, "N-1");
		CHECK_TEXT(c->results->series->values->value.text, "1.50");
	}
	(void)zhun_arena_close(a);
}

static void test_attached(void)
{
	check_read("/Type /EmbeddedFile /Subtype /text#2Fcsv", false);
	check_read("/Type /EmbeddedFile /Filter /FlateDecode", true);
	check_read("/Type/EmbeddedFile/Filter[/FlateDecode]", true);
}

static void test_later_revision(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	const char *second = "zhun-certificate,1\nnumber,N-2\n";
	begin_pdf(&t, a);
	add_stream(&t, "/Type /EmbeddedFile", csv, strlen(csv));
	add_stream(&t, "/Type /EmbeddedFile", second, strlen(second));
	if (CHECK_CODE(zhun_certificate_read(a, pdf_of(&t), &c, &err), ZHUN_OK, &err))
		CHECK_TEXT(c->number, "N-2");
	(void)zhun_arena_close(a);
}

static void check_refused(const char *dictionary, const char *bytes, size_t n, bool pack, enum zhun_code want)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	begin_pdf(&t, a);
	if (pack)
		add_packed(&t, dictionary, bytes, n);
	else
		add_stream(&t, dictionary, bytes, n);
	CHECK_CODE(zhun_certificate_read(a, pdf_of(&t), &c, &err), want, &err);
	CHECK(!c);
	(void)zhun_arena_close(a);
}

static void test_refused(void)
{
	size_t large = (size_t)ZHUN_PDF_ATTACHMENT_SIZE + 10;
	char *bomb = calloc(1, large);
	check_refused("/Type /Other", csv, strlen(csv), false, ZHUN_E_PDF_NO_CERTIFICATE);
	check_refused("/Type /EmbeddedFile", "a picture", 9, false, ZHUN_E_PDF_NO_CERTIFICATE);
	check_refused("/Type /EmbeddedFile /Filter /LZWDecode", csv, strlen(csv), false, ZHUN_E_PDF_NO_CERTIFICATE);
	check_refused("/Type /EmbeddedFile /Filter /FlateDecode", csv, strlen(csv), false, ZHUN_E_PDF_BAD);
	check_refused("/Encrypt 5 0 R /Type /EmbeddedFile", csv, strlen(csv), false, ZHUN_E_PDF_BAD);
	check_refused("/Type /EmbeddedFile /Filter /FlateDecode", bomb, large, true, ZHUN_E_TOO_LARGE);
	free(bomb);
}

static void test_many(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	const struct zhun_attachment *list = NULL;
	struct zhun_error err = {0};
	begin_pdf(&t, a);
	for (int i = 0; i <= ZHUN_PDF_ATTACHMENTS; i++)
		add_stream(&t, "/Type /EmbeddedFile", "x", 1);
	CHECK_CODE(zhun_pdf_attachments(a, pdf_of(&t), &list, &err), ZHUN_E_PDF_BAD, &err);
	begin_pdf(&t, a);
	for (int i = 0; i <= 100000; i++)
		zhun_text_add(&t, "stream ");
	CHECK_CODE(zhun_pdf_attachments(a, pdf_of(&t), &list, &err), ZHUN_E_PDF_BAD, &err);
	CHECK(!list);
	(void)zhun_arena_close(a);
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = zhun_certificate_read(a, *(struct zhun_bytes *)context, &c, &err);
	CHECK(code ? !c : c->in_pdf);
	return code;
}

static void test_faults(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	begin_pdf(&t, a);
	add_packed(&t, "/Type /EmbeddedFile /Filter /FlateDecode", csv, strlen(csv));
	struct zhun_bytes file = pdf_of(&t);
	unit_fault_loop(read_context, &file);
	(void)zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"pdf: an attached certificate", test_attached},
	{"pdf: the later of two", test_later_revision},
	{"pdf: what is refused", test_refused},
	{"pdf: attachments and streams have a ceiling", test_many},
	{"pdf without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

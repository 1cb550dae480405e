/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which format a file has is told by its first bytes, never by its name. */
#include "attest/pdf.h"
#include "attest/reader.h"

typedef enum zhun_code read_format(struct zhun_reader *r, struct zhun_bytes file);

static const struct {
	const char *start;
	read_format *read;
} formats[] = {
	{"<", zhun_dcc_read},
	{"\xff\xfe<", zhun_dcc_read},            /* UTF-16, either way round */
	{"\xfe\xff", zhun_dcc_read},
	{"{", zhun_cert_json_read},
	{"zhun-certificate", zhun_cert_csv_read},
	{"\"zhun-certificate\"", zhun_cert_csv_read},
};

/* Past a byte order mark of UTF-8 and white space. */
static struct zhun_bytes start_of(struct zhun_bytes file)
{
	if (file.len >= 3 && memcmp(file.ptr, "\xef\xbb\xbf", 3) == 0)
		file = (struct zhun_bytes){file.ptr + 3, file.len - 3};
	while (file.len && strchr(" \t\r\n", *file.ptr) && *file.ptr)
		file = (struct zhun_bytes){file.ptr + 1, file.len - 1};
	return file;
}

static bool starts_with(struct zhun_bytes file, const char *start)
{
	size_t n = strlen(start);

	return file.len >= n && memcmp(file.ptr, start, n) == 0;
}

static read_format *recognise(struct zhun_bytes file)
{
	struct zhun_bytes start = start_of(file);

	for (size_t i = 0; i < ZHUN_COUNT(formats); i++) {
		if (starts_with(start, formats[i].start))
			return formats[i].read;
	}
	return NULL;
}

static enum zhun_code read_plain(struct zhun_arena *a, struct zhun_bytes file, struct zhun_certificate **ret,
				 struct zhun_error *err)
{
	struct zhun_reader r;
	read_format *read = recognise(file);

	if (!read)
		return zhun_fail(err, ZHUN_E_CERTIFICATE_UNKNOWN, NULL);
	enum zhun_code code = zhun_reader_init(&r, a, err);
	if (!code)
		code = read(&r, file);
	if (code)
		return code;
	zhun_reader_check(&r);
	if (!r.code)
		*ret = r.cert;
	return r.code;
}

/* Among the attachments, the last that is a certificate: a later revision of the file comes after
 * what it replaces. */
static enum zhun_code read_pdf(struct zhun_arena *a, struct zhun_bytes file, struct zhun_certificate **ret,
			       struct zhun_error *err)
{
	const struct zhun_attachment *list = NULL, *chosen = NULL;
	size_t count = 0;
	enum zhun_code code = zhun_pdf_attachments(a, file, &list, err);

	for (const struct zhun_attachment *t = list; t; t = t->next) {
		count++;
		if (recognise(t->bytes))
			chosen = t;
	}
	if (code)
		return code;
	if (!chosen)
		return zhun_fail(err, ZHUN_E_PDF_NO_CERTIFICATE, NULL, ZHUN_INT(count));
	code = read_plain(a, chosen->bytes, ret, err);
	if (!code)
		(*ret)->in_pdf = true;
	return code;
}

enum zhun_code zhun_certificate_read(struct zhun_arena *a, struct zhun_bytes file,
				     const struct zhun_certificate **ret, struct zhun_error *err)
{
	struct zhun_certificate *cert = NULL;
	enum zhun_code code = starts_with(start_of(file), "%PDF-") ? read_pdf(a, file, &cert, err)
								   : read_plain(a, file, &cert, err);

	if (!code)
		*ret = cert;
	return code;
}

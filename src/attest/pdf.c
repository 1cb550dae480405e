/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attest/pdf.h"

#include "codec/inflate.h"

enum {
	DICTIONARY = 4096,      /* bytes before "stream" in which its dictionary is sought */
	STREAMS = 100000        /* looked at: a file of nothing but their names must stay cheap */
};

static const unsigned char *find(const unsigned char *from, const unsigned char *end, const char *word)
{
	return from < end ? memmem(from, (size_t)(end - from), word, strlen(word)) : NULL;
}

/* Where the dictionary of the stream begins: after the last "obj" before it. */
static const unsigned char *dictionary_of(const unsigned char *start, const unsigned char *stream)
{
	const unsigned char *low = stream - start > DICTIONARY ? stream - DICTIONARY : start;
	const unsigned char *last = low;

	for (const unsigned char *p = low; (p = find(p, stream, "obj")); p += 3)
		last = p + 3;
	return last;
}

/* The bytes between "stream" with its line end and "endstream". */
static struct zhun_bytes raw_of(const unsigned char *stream, const unsigned char *end)
{
	const unsigned char *from = stream + strlen("stream");

	from += from < end && *from == '\r';
	from += from < end && *from == '\n';
	const unsigned char *to = find(from, end, "endstream");
	return (struct zhun_bytes){from, to ? (size_t)(to - from) : 0};
}

static struct zhun_bytes without_line_end(struct zhun_bytes b)
{
	if (b.len && b.ptr[b.len - 1] == '\n')
		b.len--;
	if (b.len && b.ptr[b.len - 1] == '\r')
		b.len--;
	return b;
}

/* Decoded, or *ret left empty where its filter is not one that is read. */
static enum zhun_code decode(struct zhun_arena *a, const unsigned char *dictionary, const unsigned char *stream,
			     struct zhun_bytes raw, struct zhun_bytes *ret, struct zhun_error *err)
{
	enum zhun_code code;

	if (!find(dictionary, stream, "/Filter")) {
		*ret = without_line_end(raw);
		return ZHUN_OK;
	}
	if (!find(dictionary, stream, "/FlateDecode") || find(dictionary, stream, "/DecodeParms"))
		return ZHUN_OK;
	code = zhun_inflate(a, raw, ZHUN_PDF_ATTACHMENT_SIZE, ret, err);
	return code == ZHUN_E_INFLATE_BAD ? zhun_fail(err, ZHUN_E_PDF_BAD, NULL, "FlateDecode") : code;
}

enum zhun_code zhun_pdf_attachments(struct zhun_arena *a, struct zhun_bytes file,
				    const struct zhun_attachment **ret, struct zhun_error *err)
{
	const unsigned char *end = file.ptr + file.len;
	const struct zhun_attachment *first = NULL, **link = &first;
	size_t count = 0, streams = 0;

	for (const unsigned char *s = file.ptr; (s = find(s, end, "stream")); s += strlen("stream")) {
		const unsigned char *dictionary = dictionary_of(file.ptr, s);
		if (++streams > STREAMS)
			return zhun_fail(err, ZHUN_E_PDF_BAD, NULL, "> 100000 streams");
		if (!find(dictionary, s, "/EmbeddedFile"))
			continue;
		struct zhun_attachment *one = ZHUN_NEW(a, struct zhun_attachment);
		if (!one)
			return zhun_no_memory(a, err);
		if (++count > ZHUN_PDF_ATTACHMENTS)
			return zhun_fail(err, ZHUN_E_PDF_BAD, NULL, "> 100 attachments");
		struct zhun_bytes raw = raw_of(s, end);
		enum zhun_code code = decode(a, dictionary, s, raw, &one->bytes, err);
		if (code)
			return code;
		*link = one;
		link = &one->next;
		s = raw.ptr + raw.len;
	}
	if (find(file.ptr, end, "/Encrypt"))
		return zhun_fail(err, ZHUN_E_PDF_BAD, NULL, "/Encrypt");
	*ret = first;
	return ZHUN_OK;
}

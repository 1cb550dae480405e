/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files attached to a PDF (PDF/A-3, ISO 32000-1 7.11.4). Nothing else of
 * the PDF is looked at: the file is scanned for streams that call themselves
 * /EmbeddedFile, without following its tables, since a PDF from a stranger may
 * inflate without bound in its object streams before anything can be asked of
 * it. So an attachment that a later revision dropped is found too; encrypted
 * files and filters other than FlateDecode are not read.
 */
#ifndef ZHUN_ATTEST_PDF_H
#define ZHUN_ATTEST_PDF_H

#include "zhun/base/arena.h"
#include "zhun/base/text.h"

enum { ZHUN_PDF_ATTACHMENTS = 100, ZHUN_PDF_ATTACHMENT_SIZE = 64 * 1024 * 1024 };

struct zhun_attachment {
	struct zhun_bytes bytes;
	const struct zhun_attachment *next;
};

/** In the order of the file. Fails PDF_BAD (damaged, encrypted, too many), TOO_LARGE. */
enum zhun_code zhun_pdf_attachments(struct zhun_arena *a, struct zhun_bytes file,
				    const struct zhun_attachment **ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/inflate.h"

#include <limits.h>
#include <zlib.h>

enum { PIECE = 16 * 1024 };

/* zlib wants a pointer it may not write through, yet not const without ZLIB_CONST. */
static bool start(z_stream *z, struct zhun_bytes in)
{
	*z = (z_stream){.next_in = (Bytef *)(uintptr_t)in.ptr, .avail_in = (uInt)in.len};
	return in.len <= UINT_MAX && inflateInit(z) == Z_OK;
}

/* Until the stream ends, fails, or the text is full; returns zlib's last word. */
static int unpack(z_stream *z, struct zhun_text *out)
{
	unsigned char piece[PIECE];
	int said;

	do {
		z->next_out = piece;
		z->avail_out = sizeof piece;
		said = inflate(z, Z_NO_FLUSH);
		zhun_text_addn(out, (const char *)piece, sizeof piece - z->avail_out);
	} while (said == Z_OK && !out->failed);
	return said;
}

enum zhun_code zhun_inflate(struct zhun_arena *a, struct zhun_bytes in, size_t ceiling,
			    struct zhun_bytes *ret, struct zhun_error *err)
{
	z_stream z;
	struct zhun_text out;
	const char *text = NULL;

	if (!start(&z, in))
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	zhun_text_init(&out, a, ceiling);
	zhun_text_add(&out, "");
	int said = unpack(&z, &out);
	(void)inflateEnd(&z);
	enum zhun_code code = zhun_text_done(&out, &text, err);
	if (code)
		return code;
	if (said == Z_MEM_ERROR)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	if (said != Z_STREAM_END)
		return zhun_fail(err, ZHUN_E_INFLATE_BAD, NULL);
	*ret = (struct zhun_bytes){(const unsigned char *)text, out.len};
	return ZHUN_OK;
}

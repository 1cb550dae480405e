/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings of tables. Bytes of GB18030 by its standard: 准 D7BC, 砝码 EDC0 C2EB, € 80 is none; four bytes
 * 8139EE39 are U+3400 (GB 18030-2022). */
#include "codec/charset.h"

#include "unit.h"

struct one {
	const char *bytes;
	size_t n;
	const char *text;
	enum zhun_charset charset;
};
#define BYTES(s) s, sizeof s - 1

static const struct one ones[] = {
	{BYTES("code,name\r\n1,Zhun\r\n"), "code,name\r\n1,Zhun\r\n", ZHUN_UTF8},
	{BYTES("1,准"), "1,准", ZHUN_UTF8},
	{BYTES("\xef\xbb\xbf" "1,准"), "1,准", ZHUN_UTF8},
	{BYTES(""), "", ZHUN_UTF8},
	{BYTES("1,\xd7\xbc\r\n2,\xed\xc0\xc2\xeb\r\n"), "1,准\r\n2,砝码\r\n", ZHUN_GB18030},
	{BYTES("\x81\x39\xee\x39"), "㐀", ZHUN_GB18030},
	{BYTES("\xff\xfe" "1\0,\0\xc6\x51"), "1,准", ZHUN_UTF16},
	{BYTES("\xfe\xff" "\0" "1\0,\x51\xc6"), "1,准", ZHUN_UTF16},
};

static void what_is_known(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(ones); i++) {
		struct zhun_arena *a = zhun_arena_open(1 << 16);
		struct zhun_bytes got = {0}, in = {(const unsigned char *)ones[i].bytes, ones[i].n};
		enum zhun_charset charset = ZHUN_UTF16;
		struct zhun_error err = {0};
		CHECK_CODE(zhun_charset_read(a, in, &got, &charset, &err), ZHUN_OK, &err);
		CHECK_INT(got.len, strlen(ones[i].text));
		CHECK(got.len == strlen(ones[i].text) && memcmp(got.ptr, ones[i].text, got.len) == 0);
		CHECK_TEXT(zhun_charset_name(charset), zhun_charset_name(ones[i].charset));
		(void)zhun_arena_close(a);
	}
}

/* A byte that belongs nowhere is told by line and cell; a text that says it is UTF-8 is held to it. */
static void what_is_not(void)
{
	static const struct {
		const char *bytes, *place, *byte;
	} rows[] = {
		{"a,b\n1,caf\xe9,x\n", "line 2 cell 2", "10"},
		{"\xef\xbb\xbf" "a,\xed\xc0\n", "line 1 cell 2", "6"},
		{"a;b\n1;\xff\n", "line 2 cell 2", "7"},
		{"\xff\xfe" "\xd8", "line 1 cell 1", "1"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_arena *a = zhun_arena_open(1 << 16);
		struct zhun_bytes got = {0}, in = {(const unsigned char *)rows[i].bytes, strlen(rows[i].bytes)};
		enum zhun_charset charset;
		struct zhun_error err = {0};
		CHECK_CODE(zhun_charset_read(a, in, &got, &charset, &err), ZHUN_E_CHARSET_UNKNOWN, &err);
		CHECK_TEXT(err.place, rows[i].place);
		CHECK_TEXT(err.arg[0], rows[i].byte);
		CHECK(!got.ptr);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code read_one(struct zhun_arena *a, void *context)
{
	struct zhun_bytes got = {0};
	const struct one *o = context;
	enum zhun_charset charset;
	struct zhun_error err;
	enum zhun_code code =
		zhun_charset_read(a, (struct zhun_bytes){(const unsigned char *)o->bytes, o->n}, &got, &charset, &err);
	CHECK((code == ZHUN_OK) == (got.ptr != NULL));
	return code;
}

static void out_of_memory(void)
{
	struct one o = ones[4];
	unit_fault_loop(read_one, &o);
}

static const struct unit_test tests[] = {
	{"charset: what is known", what_is_known},
	{"charset: what is not", what_is_not},
	{"charset: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads certificates and writes what was read, one JSON line a file: {"file",
 * "error" or "certificate" and "findings"}. For tests that compare the reading
 * with an independent one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attest/form.h"
#include "zhun/attest/certificate.h"

enum { ROOM = 1 << 30 };

static unsigned char *read_file(const char *path, size_t *ret_n)
{
	FILE *file = fopen(path, "rb");
	long size = -1;

	if (file && fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	unsigned char *bytes = size >= 0 ? malloc((size_t)size + 1) : NULL;
	if (bytes) {
		rewind(file);
		*ret_n = fread(bytes, 1, (size_t)size, file);
	}
	if (file)
		(void)fclose(file);
	return bytes;
}

static void write_error(struct zhun_json_writer *w, const struct zhun_error *e)
{
	char sentence[1024];

	(void)zhun_error_sentence(e, ZHUN_EN, sentence, sizeof sentence);
	zhun_json_member_string(w, "code", zhun_error_row(e->code)->name);
	zhun_json_member_string(w, "place", e->place);
	zhun_json_member_string(w, "sentence", sentence);
}

static void write_findings(struct zhun_json_writer *w, const struct zhun_certificate *c)
{
	zhun_json_member_array(w, "findings");
	for (const struct zhun_cert_finding *f = c->findings; f; f = f->next) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "severity", f->severity == ZHUN_CERT_FAIL ? "fail" : "warn");
		write_error(w, &f->error);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void dump(struct zhun_arena *a, const char *path, struct zhun_bytes bytes, struct zhun_json_writer *w)
{
	const struct zhun_certificate *c = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = zhun_certificate_read(a, bytes, &c, &err);

	zhun_json_begin_object(w);
	zhun_json_member_string(w, "file", path);
	if (code) {
		zhun_json_member_object(w, "error");
		write_error(w, &err);
		zhun_json_end_object(w);
	} else {
		zhun_json_member_string(w, "format", zhun_cert_format_name(c->format));
		zhun_json_member_string(w, "format_version", c->version);
		write_findings(w, c);
		zhun_json_key(w, "certificate");
		zhun_certificate_write(w, c);
	}
	zhun_json_end_object(w);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_text t;
		struct zhun_json_writer w;
		size_t n = 0;
		const char *text = NULL;
		unsigned char *bytes = read_file(argv[i], &n);
		if (!bytes) {
			(void)fprintf(stderr, "%s: cannot be read\n", argv[i]);
			return 1;
		}
		zhun_text_init(&t, a, ROOM);
		zhun_json_init(&w, &t);
		dump(a, argv[i], (struct zhun_bytes){bytes, n}, &w);
		if (zhun_text_done(&t, &text, NULL))
			return 1;
		(void)puts(text);
		free(bytes);
		(void)zhun_arena_close(a);
	}
	return 0;
}

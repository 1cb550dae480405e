/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zhun's own JSON form of a certificate (docs/guide/certificate-json.md). One
 * table per struct says which member is which field; the reader and the writer
 * both walk these tables, so that what is written reads back the same. Only
 * values and texts, which have short ways of being written, have functions.
 */
#ifndef ZHUN_ATTEST_FORM_H
#define ZHUN_ATTEST_FORM_H

#include "attest/reader.h"
#include "codec/json.h"

enum zhun_form_kind {
	F_STRING,       /* const char * */
	F_PATH,         /* the same, "" where it is not stated */
	F_SIZE,         /* size_t */
	F_BOOL,         /* bool */
	F_DATE,         /* struct zhun_cert_date */
	F_FIGURE,       /* struct zhun_cert_figure */
	F_ANSWER,       /* enum zhun_cert_answer: true, false, absent */
	F_CHOICE,       /* an enum, by its names */
	F_KIND,         /* enum zhun_cert_kind */
	F_TEXT,         /* const struct zhun_cert_text * */
	F_WORDS,        /* const struct zhun_cert_word *: array of strings */
	F_BYTES,        /* struct zhun_bytes: base64 */
	F_SERIES,       /* const struct zhun_cert_series *: a list of alternatives */
	F_INSIDE,       /* a struct in the struct: an object */
	F_POINTED,      /* a pointer to a struct: an object */
	F_LIST,         /* a list of structs: an array of objects */
};

struct zhun_form;

struct zhun_form_field {
	const char *name;
	enum zhun_form_kind kind;
	size_t offset;
	const struct zhun_form *form;    /* INSIDE, POINTED, LIST */
	const char *const *choices;      /* CHOICE: names by value, ended by NULL */
};

struct zhun_form {
	size_t size, next;               /* of the struct; where its link to the next is */
	const struct zhun_form_field *fields;
	size_t count;
	bool is_quantity;                /* completed by zhun_form_finish_quantity */
};

extern const struct zhun_form zhun_form_certificate, zhun_form_uncertainty, zhun_form_value;
extern const char *const zhun_form_names[];      /* enum zhun_cert_form */

/** Writes the certificate as one JSON object. */
void zhun_certificate_write(struct zhun_json_writer *w, const struct zhun_certificate *c);

/* ---- reading, for form_read.c and form_series.c ---- */

struct zhun_form_reader {
	struct zhun_reader *r;
	char place[ZHUN_ERROR_PLACE_SIZE];       /* JSON Pointer of what is being read */
};

/** Goes into a member or an element; returns what zhun_form_leave needs. */
size_t zhun_form_enter(struct zhun_form_reader *f, const char *step);
void zhun_form_leave(struct zhun_form_reader *f, size_t was);

void zhun_form_found(struct zhun_form_reader *f, enum zhun_code code, const char *one, const char *two);

/** Reads the members of @a object into the struct at @a to. */
void zhun_form_fields(struct zhun_form_reader *f, const struct zhun_json *object, const struct zhun_form *form,
		      void *to);

/** A string (or a number, as its shortest text); NULL and a finding for anything else. */
const char *zhun_form_string(struct zhun_form_reader *f, const struct zhun_json *v);

/** What a quantity has that is not written: its place, and a value even where none is stated. */
void zhun_form_finish_quantity(struct zhun_form_reader *f, struct zhun_cert_quantity *q);

const struct zhun_cert_text *zhun_form_text(struct zhun_form_reader *f, const struct zhun_json *v);
const struct zhun_cert_series *zhun_form_series(struct zhun_form_reader *f, const struct zhun_json *v);

/* ---- writing, for form_write.c and form_series.c ---- */

void zhun_form_write_fields(struct zhun_json_writer *w, const struct zhun_form *form, const void *from);
void zhun_form_write_text(struct zhun_json_writer *w, const struct zhun_cert_text *t);
void zhun_form_write_series(struct zhun_json_writer *w, const struct zhun_cert_series *s);

#endif

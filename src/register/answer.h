/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as JSON, straight from their cells. */
#ifndef ZHUN_REGISTER_ANSWER_H
#define ZHUN_REGISTER_ANSWER_H

#include "codec/json.h"
#include "register/query.h"

struct zhun_answer {
	struct zhun_json_writer w;
	struct zhun_text scratch;  /* for texts made of parts */
	const struct zhun_viewer *viewer;
};

/** A text in a further language, of the field of that name; the list is in the order of fields. */
struct zhun_answer_text {
	const char *field, *language, *text;
	struct zhun_answer_text *next;
};

void zhun_answer_init(struct zhun_answer *w, struct zhun_text *out, struct zhun_arena *a,
		      const struct zhun_viewer *viewer);

/** The record's title, in the scratch text until the next call; NULL where it has none. */
const char *zhun_answer_title(struct zhun_answer *w, const struct zhun_register *reg, const struct zhun_layout *l,
			      const struct zhun_value *row);

/** The members id, rev, title and all fields; @a texts may be NULL. */
void zhun_answer_record(struct zhun_answer *w, const struct zhun_register *reg, const struct zhun_layout *l,
			const struct zhun_value *row, const struct zhun_answer_text *texts);

/** The members recorded_from, valid_from and valid_to. */
void zhun_answer_interval(struct zhun_answer *w, const struct zhun_layout *l, const struct zhun_value *row);

/** The members of the fields alone. */
void zhun_answer_fields(struct zhun_answer *w, const struct zhun_layout *l, const struct zhun_value *row,
			const struct zhun_answer_text *texts);

/** A day or instant; null where it is an open end. */
void zhun_answer_end(struct zhun_answer *w, const char *key, const struct zhun_value *v);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of others, each in its format, into JSON lines. Where records link to each other by foreign ids the
 * files are read twice: first for the codes of all ids, then for the records. */
#include "register/foreign.h"

#include <stdlib.h>

#include "codec/csv.h"
#include "codec/xml_tree.h"
#include "codec/yaml_ahead.h"

enum { BUCKETS = 65536, LINES_MOST = 1 << 30, YAML_ROOM = 64 << 20 };

/* A text that is known by another: a record's code by its foreign id; a key that came already. */
struct entry {
	const char *name, *value;
	struct entry *next;
};

struct reading {
	const struct zhun_foreign_read *in;
	const struct zhun_register *reg;
	struct zhun_foreign_batch *batch;
	struct entry **codes, **keys;
	const struct zhun_foreign_file *file;
	struct zhun_yaml_ahead *yaml; /* of the files in their turn */
	bool codes_only;              /* the first of two passes */
	struct zhun_json_writer w;    /* of the lines */
};

static const struct zhun_foreign *source(const struct reading *r)
{
	return r->in->source;
}

/* ---- what is known by a text ---- */

static struct entry **bucket(struct entry **table, const char *name)
{
	size_t h = 5381;

	for (const char *s = name; *s; s++)
		h = h * 33 + (unsigned char)*s;
	return &table[h % BUCKETS];
}

static const char *look_up(struct entry **table, const char *name)
{
	for (const struct entry *e = *bucket(table, name); e; e = e->next)
		if (zhun_str_equal(e->name, name))
			return e->value;
	return NULL;
}

static enum zhun_code note(struct reading *r, struct entry **table, const char *name, const char *value,
			   struct zhun_error *err)
{
	struct zhun_arena *a = r->in->arena;
	struct entry *e = ZHUN_NEW(a, struct entry), **at = bucket(table, name);

	if (!e || !(e->name = zhun_strdup(a, name)) || !(e->value = zhun_strdup(a, value)))
		return zhun_no_memory(a, err);
	e->next = *at;
	*at = e;
	return ZHUN_OK;
}

static const char *code_of(void *context, const char *id)
{
	struct reading *r = context;

	return look_up(r->codes, id);
}

/* ---- faults and lines ---- */

static bool is_fatal(enum zhun_code code)
{
	return code == ZHUN_E_NO_MEMORY || code == ZHUN_E_ARENA_CEILING || code == ZHUN_E_INTERNAL;
}

/* What is wrong with a file or a record is kept; memory ends it all. */
static enum zhun_code settle(struct reading *r, enum zhun_code code, unsigned line, const struct zhun_error *fault,
			     struct zhun_error *err)
{
	struct zhun_foreign_batch *b = r->batch;
	struct zhun_foreign_fault *f;

	if (!code || r->codes_only)
		return is_fatal(code) ? (*err = *fault, code) : ZHUN_OK;
	if (is_fatal(code)) {
		*err = *fault;
		return code;
	}
	if (!(f = ZHUN_NEW(r->in->arena, struct zhun_foreign_fault)))
		return zhun_no_memory(r->in->arena, err);
	*f = (struct zhun_foreign_fault){.at = {r->file->name, line}, .error = *fault};
	*(b->last_fault ? &b->last_fault->next : &b->faults) = f;
	b->last_fault = f;
	b->fault_count++;
	return ZHUN_OK;
}

static enum zhun_code add_place(struct reading *r, unsigned line, struct zhun_error *err)
{
	struct zhun_foreign_batch *b = r->batch;

	if (b->records == b->room) {
		size_t room = b->room ? b->room * 2 : 256;
		struct zhun_foreign_place *grown = ZHUN_NEW_ARRAY(r->in->arena, room, struct zhun_foreign_place);

		if (!grown)
			return zhun_no_memory(r->in->arena, err);
		if (b->records)
			memcpy(grown, b->places, b->records * sizeof *grown);
		b->places = grown;
		b->room = room;
	}
	b->places[b->records++] = (struct zhun_foreign_place){r->file->name, line};
	return ZHUN_OK;
}

/* "ics\x1f" "01.040": the key of a record, or NULL where a part is missing. */
static const char *key_of(const struct reading *r, const struct zhun_json *record)
{
	const char *key = "";

	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && r->reg->key[i] && key; i++) {
		const char *part = zhun_json_get_string(record, r->reg->key[i]);

		key = part ? zhun_printf(r->in->scratch, "%s%s\x1f", key, part) : NULL;
	}
	return key;
}

static enum zhun_code add_line(struct reading *r, const struct zhun_json *record, unsigned line,
			       struct zhun_error *err)
{
	const char *key = key_of(r, record), *text;
	enum zhun_code code = ZHUN_OK;

	if (key && look_up(r->keys, key)) {
		r->batch->doubled++;
		return ZHUN_OK;
	}
	if (key)
		code = note(r, r->keys, key, "", err);
	if (!code)
		code = add_place(r, line, err);
	if (code)
		return code;
	zhun_json_value(&r->w, record);
	r->w.comma = false;
	zhun_text_addc(&r->batch->lines, '\n');
	return zhun_text_done(&r->batch->lines, &text, err);
}

/* ---- one foreign record ---- */

static enum zhun_code note_code(struct reading *r, const struct zhun_json *foreign, const struct zhun_json *record,
				struct zhun_error *err)
{
	const char *code = NULL, *id = NULL;
	const struct zhun_found *found;
	bool failed = false;

	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && r->reg->key[i]; i++)
		code = zhun_json_get_string(record, r->reg->key[i]);
	found = zhun_foreign_find(r->in->scratch, foreign, source(r)->id, &failed);
	if (found)
		id = zhun_foreign_text(r->in->scratch, found->value);
	if (failed)
		return zhun_no_memory(r->in->scratch, err);
	return id && code ? note(r, r->codes, id, code, err) : ZHUN_OK;
}

static enum zhun_code take(struct reading *r, const struct zhun_json *foreign, unsigned line, struct zhun_error *err)
{
	const struct zhun_foreign_map map = {source(r), r->in->scratch, code_of, r};
	const struct zhun_json *record = NULL;
	bool failed = false;
	enum zhun_code code;

	if (source(r)->only && !zhun_foreign_find(r->in->scratch, foreign, source(r)->only, &failed)) {
		r->batch->left_out += !r->codes_only;
		return failed ? zhun_no_memory(r->in->scratch, err) : ZHUN_OK;
	}
	if ((code = zhun_foreign_record(&map, foreign, &record, err)) != ZHUN_OK)
		return code;
	return r->codes_only ? note_code(r, foreign, record, err) : add_line(r, record, line, err);
}

/* ---- the formats ---- */

static enum zhun_code take_lines(struct reading *r, struct zhun_error *err)
{
	const char *s = (const char *)r->file->bytes.ptr, *end = s + r->file->bytes.len;
	enum zhun_code code = ZHUN_OK;

	for (unsigned line = 1; s < end && !code; line++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s)), *start;
		const struct zhun_json *json = NULL;
		struct zhun_error fault = {0};
		size_t n;

		stop = stop ? stop : end;
		zhun_str_trim(s, (size_t)(stop - s), &start, &n);
		s = stop + 1;
		if (!n)
			continue;
		code = zhun_json_parse(r->in->scratch, start, n, &json, &fault);
		if (!code)
			code = take(r, json, line, &fault);
		code = settle(r, code, line, &fault, err);
		zhun_arena_reset(r->in->scratch);
	}
	return code;
}

/* A row as an object: texts by the heads of their columns. */
static const struct zhun_json *row_object(struct zhun_arena *a, const struct zhun_csv_row *heads,
					  const struct zhun_csv_row *row)
{
	size_t n = row->count < heads->count ? row->count : heads->count;
	struct zhun_json *object = ZHUN_NEW(a, struct zhun_json), *members = ZHUN_NEW_ARRAY(a, n + 1, struct zhun_json);

	if (!object || !members)
		return NULL;
	for (size_t i = 0; i < n; i++)
		members[i] = (struct zhun_json){.kind = ZHUN_J_STRING, .name = heads->cell[i], .text = row->cell[i],
			.next = i + 1 < n ? &members[i + 1] : NULL};
	*object = (struct zhun_json){.kind = ZHUN_J_OBJECT, .count = n, .first = n ? members : NULL};
	return object;
}

static enum zhun_code take_row(struct reading *r, const struct zhun_csv_row *heads, const struct zhun_csv_row *row,
			       struct zhun_error *err)
{
	const struct zhun_json *object = row_object(r->in->scratch, heads, row);
	struct zhun_error fault = {0};
	enum zhun_code code;

	if (!object)
		return zhun_no_memory(r->in->scratch, err);
	if (row->count != heads->count)
		code = zhun_fail(&fault, ZHUN_E_ROW_CELLS, "", ZHUN_INT(row->count), ZHUN_INT(heads->count));
	else
		code = take(r, object, row->line, &fault);
	code = settle(r, code, row->line, &fault, err);
	zhun_arena_reset(r->in->scratch);
	return code;
}

static enum zhun_code take_table(struct reading *r, struct zhun_error *err)
{
	struct zhun_csv csv = {0};
	struct zhun_csv_row heads = {0}, row = {0};
	struct zhun_error fault = {0};
	enum zhun_code code = zhun_csv_init(&csv, (const char *)r->file->bytes.ptr, r->file->bytes.len, &fault);

	if (!code)
		code = zhun_csv_next(&csv, r->in->arena, &heads, &fault);
	while (!code) {
		code = zhun_csv_next(&csv, r->in->scratch, &row, &fault);
		if (code || !row.count)
			break;
		if ((code = take_row(r, &heads, &row, err)) != ZHUN_OK)
			return code;
	}
	return settle(r, code, csv.line, &fault, err);
}

static enum zhun_code take_all(struct reading *r, const struct zhun_json *records, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_json *j = records->first; j && !code; j = j->next)
		code = take(r, j, j->line, err);
	return code;
}

static enum zhun_code take_turtle(struct reading *r, struct zhun_error *err)
{
	const struct zhun_bytes *b = &r->file->bytes;
	const struct zhun_json *all = NULL;
	enum zhun_code code = zhun_turtle_parse(r->in->scratch, zhun_foreign_prefixes, (const char *)b->ptr, b->len,
						&all, err);

	return code ? code : take_all(r, all, err);
}

static enum zhun_code take_xml(struct reading *r, struct zhun_error *err)
{
	const struct zhun_bytes *b = &r->file->bytes;
	const struct zhun_xml *xml = NULL;
	const struct zhun_json *root = NULL;
	bool failed = false;
	enum zhun_code code = zhun_xml_parse(r->in->scratch, (const char *)b->ptr, b->len, &xml, err);

	if (!code)
		code = zhun_xml_tree(r->in->scratch, xml, &root, err);
	if (!code && !source(r)->records)
		return take(r, root, root->line, err);
	for (const char *path = code ? NULL : source(r)->records; path && *path && !code;) {
		size_t n = strcspn(path, "|");
		const char *one = zhun_strndup(r->in->scratch, path, n);
		const struct zhun_found *found = one ? zhun_foreign_find(r->in->scratch, root, one, &failed) : NULL;

		for (; found && !code; found = found->next)
			code = take(r, found->value, found->value->line, err);
		if (!code && (!one || failed))
			code = zhun_no_memory(r->in->scratch, err);
		path += path[n] ? n + 1 : n;
	}
	return code;
}

static enum zhun_code take_yaml(struct reading *r, struct zhun_error *err)
{
	const struct zhun_json *record = NULL;
	enum zhun_code code = zhun_yaml_ahead_next(r->yaml, &record, err);

	return code ? code : take(r, record, 0, err);
}

/* Formats whose records are read one by one settle each fault themselves. */
static enum zhun_code take_file(struct reading *r, struct zhun_error *err)
{
	struct zhun_error fault = {0};
	enum zhun_code code = ZHUN_OK;

	switch (source(r)->format) {
	case ZHUN_FOREIGN_TABLE:
		return take_table(r, err);
	case ZHUN_FOREIGN_LINES:
		return take_lines(r, err);
	case ZHUN_FOREIGN_XML:
		code = take_xml(r, &fault);
		break;
	case ZHUN_FOREIGN_TURTLE:
		code = take_turtle(r, &fault);
		break;
	case ZHUN_FOREIGN_YAML:
		code = take_yaml(r, &fault);
		break;
	}
	code = settle(r, code, 0, &fault, err);
	zhun_arena_reset(r->in->scratch);
	return code;
}

/* ---- all files ---- */

static bool comes_last(const struct zhun_foreign *s, const char *name)
{
	const char *slash = strrchr(name, '/');

	return s->last_names && strpbrk(slash ? slash + 1 : name, s->last_names) != NULL;
}

static enum zhun_code take_in_turn(struct reading *r, const struct zhun_foreign_file **turn, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (size_t i = 0; i < r->in->count && !code; i++) {
		r->file = turn[i];
		code = take_file(r, err);
	}
	return code;
}

static enum zhun_code take_files(struct reading *r, struct zhun_error *err)
{
	const size_t count = r->in->count;
	const struct zhun_foreign_file **turn = ZHUN_NEW_ARRAY(r->in->arena, count, const struct zhun_foreign_file *);
	struct zhun_bytes *texts = ZHUN_NEW_ARRAY(r->in->arena, count, struct zhun_bytes);
	size_t n = 0;

	if (!turn || !texts)
		return zhun_no_memory(r->in->arena, err);
	for (int last = 0; last < 2; last++)
		for (size_t i = 0; i < count; i++)
			if (comes_last(source(r), r->in->files[i].name) == (last == 1))
				turn[n++] = &r->in->files[i];
	for (size_t i = 0; i < count; i++)
		texts[i] = turn[i]->bytes;
	if (source(r)->format != ZHUN_FOREIGN_YAML)
		return take_in_turn(r, turn, err);
	enum zhun_code code = zhun_yaml_ahead_open(texts, count, YAML_ROOM, &r->yaml, err);
	if (!code)
		code = take_in_turn(r, turn, err);
	r->yaml = zhun_yaml_ahead_close(r->yaml);
	return code;
}

enum zhun_code zhun_foreign_read(const struct zhun_foreign_read *in, struct zhun_foreign_batch *ret,
				 struct zhun_error *err)
{
	struct zhun_foreign_batch batch = {.files = in->count};
	struct reading r = {.in = in, .reg = zhun_register_named(in->source->reg), .batch = &batch};
	enum zhun_code code = ZHUN_OK;

	r.codes = ZHUN_NEW_ARRAY(in->arena, BUCKETS, struct entry *);
	r.keys = ZHUN_NEW_ARRAY(in->arena, BUCKETS, struct entry *);
	if (!r.codes || !r.keys)
		return zhun_no_memory(in->arena, err);
	zhun_text_init(&batch.lines, in->arena, LINES_MOST);
	zhun_text_add(&batch.lines, "");
	zhun_json_init(&r.w, &batch.lines);
	if (in->source->id) {
		r.codes_only = true;
		code = take_files(&r, err);
		r.codes_only = false;
	}
	if (!code)
		code = take_files(&r, err);
	if (!code)
		*ret = batch;
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others publish, into the registers: read first, then filed in one transaction with the record of the import. */
#include "service/foreign.h"

#include "codec/hash.h"
#include "register/foreign.h"
#include "register/transfer.h"
#include "service/inside.h"

enum {
	SCRATCH_ROOM = 512 * 1024 * 1024, ROW_ROOM = 64 * 1024 * 1024, REPORT_MOST = 4 * 1024 * 1024,
	RECORD_SIZE = 8 * 1024 * 1024,
};
static const size_t lasting_room = (size_t)2 << 30, lasting_room_online = (size_t)512 << 20;

struct filing {
	struct zhun_call *call;
	const struct zhun_foreign_in *asked;
	struct zhun_foreign_batch batch;
	struct zhun_arena *batch_room;           /* what the files hold */
	struct zhun_arena *scratch, *row, *last; /* of reading, and of some rows; of a row; of the transaction */
	struct zhun_import in;
	struct zhun_write write;
	char today[ZHUN_DATE_TEXT], digest[ZHUN_SHA256_TEXT];
	struct zhun_text *out;
	bool filed;
};

static enum zhun_code open_rooms(struct filing *f, struct zhun_error *err)
{
	const size_t room = f->asked->how.most > ZHUN_ROWS_ONLINE ? lasting_room : lasting_room_online;
	f->batch_room = zhun_arena_open(room);
	f->scratch = zhun_arena_open(SCRATCH_ROOM);
	f->row = zhun_arena_open(ROW_ROOM);
	f->last = zhun_arena_open(room);
	return f->batch_room && f->scratch && f->row && f->last ? ZHUN_OK : zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
}

static void close_rooms(struct filing *f)
{
	f->batch_room = zhun_arena_close(f->batch_room);
	f->scratch = zhun_arena_close(f->scratch);
	f->row = zhun_arena_close(f->row);
	f->last = zhun_arena_close(f->last);
}

static enum zhun_code new_id(void *context, char *out, struct zhun_error *err)
{
	struct filing *f = context;
	return zhun_call_id(f->call, out, err);
}

static bool tell(void *context, size_t rows, size_t bytes)
{
	const struct zhun_rows_in *how = &((const struct filing *)context)->asked->how;
	return !how->progress || how->progress(how->context, rows, bytes);
}

/* ---- the source, and this import of it ---- */

static const char *licence_of(const struct filing *f)
{
	return f->asked->licence ? f->asked->licence : f->asked->source->licence;
}

static void write_import(const struct filing *f, struct zhun_json_writer *w)
{
	const struct zhun_foreign_in *in = f->asked;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "imported", f->today);
	zhun_json_member_string(w, "version", in->version);
	zhun_json_member_string(w, "address", in->address ? in->address : in->source->address);
	zhun_json_member_string(w, "licence", licence_of(f));
	zhun_json_member_int(w, "files", (int64_t)in->count);
	zhun_json_member_int(w, "records", (int64_t)f->batch.records);
	zhun_json_member_string(w, "digest", f->digest);
	zhun_json_end_object(w);
}

static void write_head(const struct zhun_foreign *s, struct zhun_json_writer *w)
{
	zhun_json_member_object(w, "name");
	zhun_json_member_string(w, "en", s->title[ZHUN_EN]);
	zhun_json_member_string(w, "zh", s->title[ZHUN_ZH]);
	zhun_json_end_object(w);
	zhun_json_member_string(w, "publisher", s->publisher);
	zhun_json_member_string(w, "address", s->address);
	zhun_json_member_string(w, "licence", s->licence);
	zhun_json_member_string(w, "attribution", s->attribution);
}

static bool same_text(const struct zhun_json *object, const char *name, const char *text)
{
	return zhun_str_equal(zhun_json_get_string(object, name), text);
}

/* The same files again under the same licence and name are no new import. */
static bool was_last(const struct filing *f, const struct zhun_json *imports)
{
	const struct zhun_json *last = imports ? imports->first : NULL;
	while (last && last->next)
		last = last->next;
	return last && same_text(last, "digest", f->digest) && same_text(last, "licence", licence_of(f)) &&
	       same_text(last, "version", f->asked->version);
}

/* Nothing of the head is said again where the source is known: somebody may have put it right. */
static enum zhun_code source_record(const struct filing *f, const struct zhun_json *known, const struct zhun_json **ret,
				    struct zhun_error *err)
{
	const struct zhun_json *imports = zhun_json_get(known, "imports");
	struct zhun_json_writer w;
	struct zhun_json_tree *tree = ZHUN_NEW(f->row, struct zhun_json_tree);
	if (!tree)
		return zhun_no_memory(f->row, err);
	zhun_json_init_tree(&w, tree, f->row);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "code", f->asked->source->name);
	if (!known)
		write_head(f->asked->source, &w);
	zhun_json_member_array(&w, "imports");
	for (const struct zhun_json *i = imports ? imports->first : NULL; i; i = i->next)
		zhun_json_value(&w, i);
	if (!was_last(f, imports))
		write_import(f, &w);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_json_tree_done(tree, ret, err);
}

static enum zhun_code find_source(const struct filing *f, const struct zhun_register *reg, const struct zhun_json **ret,
				  struct zhun_error *err)
{
	static const struct zhun_params none = {0};
	const struct zhun_json code_text = {.kind = ZHUN_J_STRING, .name = "code", .text = f->asked->source->name};
	const struct zhun_json key = {.kind = ZHUN_J_OBJECT, .first = &code_text, .count = 1};
	struct zhun_ref ref = {.reg = reg};
	struct zhun_error unknown = {0};
	struct zhun_text text;
	enum zhun_code code = zhun_register_find_by_key(&f->write.by, reg, &key, &ref.id, &unknown);
	if (code == ZHUN_E_LINK_UNKNOWN)
		return ZHUN_OK;
	if (code) {
		*err = unknown;
		return code;
	}
	zhun_text_init(&text, f->row, RECORD_SIZE);
	code = zhun_register_get(&f->write.by, &ref, &none, &text, &ref.rev, err);
	return code ? code : zhun_json_parse(f->row, text.ptr, text.len, ret, err);
}

static enum zhun_code put_source(struct filing *f, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named("source");
	const struct zhun_json *known = NULL, *record = NULL;
	char id[ZHUN_UUID_TEXT];
	enum zhun_put what;
	enum zhun_code code = find_source(f, reg, &known, err);
	if (!code)
		code = source_record(f, known, &record, err);
	if (!code)
		code = zhun_call_id(f->call, id, err);
	const char *fresh = code ? NULL : zhun_strdup(f->row, id);
	if (!code && !fresh)
		code = zhun_no_memory(f->row, err);
	if (!code)
		code = zhun_register_put(&f->write, reg, fresh, record, &what, err);
	zhun_arena_reset(f->row);
	return code;
}

/* ---- the filing ---- */

/* Repeatable: begins with an empty report. What is not to stay ends in a failure, which rolls back. */
static enum zhun_code file_all(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct filing *f = context;
	zhun_arena_reset(f->scratch);
	zhun_arena_reset(f->row);
	zhun_arena_reset(f->last);
	zhun_text_init(f->out, f->out->arena, REPORT_MOST);
	zhun_call_today(f->call, f->today);
	f->write = (struct zhun_write){.by = zhun_call_reader(f->call, conn), .now = f->call->now, .today = f->today,
		.request = f->call->request_id, .reason = f->asked->how.reason};
	f->write.by.arena = f->row;
	enum zhun_code code = put_source(f, err);
	if (!code)
		code = zhun_register_import(&f->in, f->out, &f->filed, err);
	if (!code && f->filed && f->asked->how.finish)
		code = f->asked->how.finish(conn, f->asked->how.context, err);
	return code || f->filed ? code : ZHUN_E_CANCELLED;
}

/* Of one file its own; of several that of their digests one after another. */
static enum zhun_code digest_files(struct filing *f, struct zhun_error *err)
{
	const struct zhun_foreign_in *in = f->asked;
	struct zhun_text all;
	enum zhun_code code = ZHUN_OK;
	zhun_text_init(&all, f->batch_room, in->count * ZHUN_SHA256_TEXT + 1);
	for (size_t i = 0; i < in->count && !code; i++) {
		code = zhun_sha256_hex(in->files[i].bytes, f->digest, err);
		zhun_text_add(&all, f->digest);
	}
	if (!code && in->count > 1 && (code = zhun_text_done(&all, &(const char *){NULL}, err)) == ZHUN_OK)
		code = zhun_sha256_hex((struct zhun_bytes){(const unsigned char *)all.ptr, all.len}, f->digest, err);
	return code;
}

static enum zhun_code read_files(struct filing *f, struct zhun_error *err)
{
	const struct zhun_foreign_in *in = f->asked;
	const struct zhun_foreign_read read = {in->source, in->files, in->count, f->batch_room, f->scratch};
	enum zhun_code code = zhun_foreign_read(&read, &f->batch, err);
	if (!code)
		code = digest_files(f, err);
	f->in = (struct zhun_import){.write = &f->write, .page = f->scratch, .arena = f->last,
		.reg = zhun_register_named(in->source->reg),
		.file = {(const unsigned char *)f->batch.lines.ptr, f->batch.lines.len}, .format = ZHUN_TRANSFER_JSONL,
		.foreign = &f->batch, .most = in->how.most, .dry = in->how.dry, .new_id = new_id, .progress = tell,
		.context = f};
	return code;
}

enum zhun_code zhun_service_foreign_import(struct zhun_call *call, const struct zhun_foreign_in *in,
					   struct zhun_text *out, bool *ret_filed, struct zhun_error *err)
{
	struct filing f = {.call = call, .asked = in, .out = out};
	bool reported = false;
	enum zhun_code code = zhun_call_scope(call, zhun_register_named(in->source->reg), err);
	if (!code)
		code = zhun_call_scope(call, zhun_register_named("source"), err);
	if (!code)
		code = open_rooms(&f, err);
	if (!code)
		code = read_files(&f, err);
	if (!code) {
		struct zhun_error none = {0};
		code = zhun_store_run_large(call->conn, file_all, &f, &none);
		/* rolled back with a report: an answer, and not a failure (which has words) */
		reported = code == ZHUN_E_CANCELLED && none.code != ZHUN_E_CANCELLED;
		if (code && !reported)
			*err = none;
	}
	close_rooms(&f);
	if (reported || !code)
		*ret_filed = f.filed;
	if (f.filed && !code)
		zhun_call_log(call, "foreign.import", in->source->name, in->how.reason);
	return reported ? ZHUN_OK : code;
}

enum zhun_code zhun_foreign_rows(struct zhun_call *call, const struct zhun_register *reg,
				 const struct zhun_rows_in *asked, struct zhun_text *out, bool *ret_filed,
				 struct zhun_error *err)
{
	const struct zhun_foreign_file file = {.name = "", .bytes = asked->bytes};
	const struct zhun_foreign_in in = {.source = zhun_foreign_named(asked->from), .files = &file, .count = 1,
					   .version = asked->version, .how = *asked};
	if (!in.source || strcmp(in.source->reg, reg->name) != 0)
		return zhun_fail(err, ZHUN_E_SOURCE_OTHER, "from", asked->from, reg->name);
	return zhun_service_foreign_import(call, &in, out, ret_filed, err);
}

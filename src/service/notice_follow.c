/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following the change feed (adr/0014). All servers share one place in it: which of them moves it over some
 * changes tells what they mean, in the same transaction, so that each is told once. */
#include "service/notice.h"
#include "zhun/base/text.h"

enum { BATCH = 200 };
static const char NAME[] = "notices";

struct place {
	int64_t xid, n;
};

/* ---- what changes mean ---- */

/* Grows as changes are looked at. */
struct found {
	struct zhun_call *call;
	const struct zhun_raised *first, **end;
};

struct change {
	const char *reg, *record, *action;
	int64_t rev;
};

static enum zhun_code note(struct found *f, const struct zhun_raised *r, struct zhun_error *err)
{
	struct zhun_raised *kept = ZHUN_NEW(f->call->arena, struct zhun_raised);
	if (!kept)
		return zhun_no_memory(f->call->arena, err);
	*kept = *r;
	*f->end = kept;
	f->end = &kept->next;
	return ZHUN_OK;
}

/* A word of a state and what it means for those whose record it is. */
struct meaning {
	const char *state;
	enum zhun_event_kind event;
};

/* Organisation, number, state, since: of each dated state that the revision brought. */
static enum zhun_code note_states(struct found *f, const struct change *c, enum zhun_sql sql,
				  const struct meaning *meanings, struct zhun_error *err)
{
	struct zhun_arena *a = f->call->arena;
	const struct zhun_value v[] = {zhun_v_text(c->record), zhun_v_int(c->rev)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	enum zhun_code code = zhun_store_query(f->call->conn, &(struct zhun_asked){sql, v, 2}, a, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		const struct meaning *m = meanings;
		while (strcmp(m->state, row[2].text) != 0)
			m++;
		const struct zhun_raised r = {
			.event = m->event, .organisation = row[0].text, .reg = c->reg, .record = c->record,
			.about = zhun_printf(a, "%s %s", c->record, row[3].text),
			.words = {{row[1].text}, {row[3].text}}};
		code = r.about ? note(f, &r, err) : zhun_no_memory(a, err);
	}
	zhun_rows_done(rows);
	return code;
}

static enum zhun_code note_accreditation(struct found *f, const struct change *c, struct zhun_error *err)
{
	static const struct meaning meanings[] = {{"suspended", ZHUN_EVENT_ACCREDITATION_SUSPENDED},
						  {"withdrawn", ZHUN_EVENT_ACCREDITATION_WITHDRAWN},
						  {"expired", ZHUN_EVENT_ACCREDITATION_EXPIRED}};
	return note_states(f, c, ZHUN_SQL_TOLD_ACCREDITATION, meanings, err);
}

static enum zhun_code note_certificate(struct found *f, const struct change *c, struct zhun_error *err)
{
	static const struct meaning meanings[] = {{"suspended", ZHUN_EVENT_CERTIFICATE_SUSPENDED},
						  {"withdrawn", ZHUN_EVENT_CERTIFICATE_WITHDRAWN}};
	return note_states(f, c, ZHUN_SQL_TOLD_CERTIFICATE, meanings, err);
}

static enum zhun_code note_member(struct found *f, const struct change *c, struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(c->record), *row = NULL;
	if (strcmp(c->action, "create") != 0)
		return ZHUN_OK;
	enum zhun_code code = zhun_store_one(f->call->conn, &(struct zhun_asked){ZHUN_SQL_TOLD_MEMBER, &v, 1},
					     f->call->arena, &row, err);
	if (code || !row)
		return code;
	const struct zhun_raised r = {.event = ZHUN_EVENT_MEMBER_ADDED, .account = row[0].text, .reg = "organisation",
				      .record = row[4].text, .about = c->record,
				      .words = {{row[1].text, row[3].text}}};
	return note(f, &r, err);
}

static enum zhun_code note_change(struct found *f, const struct change *c, struct zhun_error *err)
{
	static const struct {
		const char *reg;
		enum zhun_code (*note)(struct found *f, const struct change *c, struct zhun_error *err);
	} of[] = {{"accreditation", note_accreditation}, {"certificate", note_certificate}, {"member", note_member}};
	for (size_t i = 0; i < ZHUN_COUNT(of); i++)
		if (strcmp(of[i].reg, c->reg) == 0 && strcmp(c->action, "remove") != 0)
			return of[i].note(f, c, err);
	return ZHUN_OK;
}

/* ---- where the servers are ---- */

/* A database that was there before notices were: what happened earlier is not told. */
static enum zhun_code begin(struct zhun_call *call, struct place *ret, struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_CHANGE_LAST, NULL, 0},
					     call->arena, &row, err);
	if (code)
		return code;
	*ret = row ? (struct place){row[0].integer, row[1].integer} : (struct place){0, 0};
	const struct zhun_value v[] = {zhun_v_text(NAME), zhun_v_int(ret->xid), zhun_v_int(ret->n)};
	return zhun_store_exec(call->conn, ZHUN_SQL_FOLLOWER_BEGIN, v, ZHUN_COUNT(v), NULL, err);
}

static enum zhun_code find_place(struct zhun_call *call, struct place *ret, struct zhun_error *err)
{
	const struct zhun_value name = zhun_v_text(NAME), *row = NULL;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_FOLLOWER_GET, &name, 1},
					     call->arena, &row, err);
	if (code || !row)
		return code ? code : begin(call, ret, err);
	*ret = (struct place){row[0].integer, row[1].integer};
	return ZHUN_OK;
}

static enum zhun_code read_on(struct found *f, struct place *at, int64_t *ret_read, struct zhun_error *err)
{
	struct zhun_call *call = f->call;
	const struct zhun_value v[] = {zhun_v_int(at->xid), zhun_v_int(at->n), zhun_v_int(BATCH)}, *row = NULL;
	const struct zhun_value *kept[BATCH];
	struct zhun_rows *rows = NULL;
	int64_t count = 0;
	enum zhun_code code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_CHANGE_AFTER, v, 3},
					       call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		kept[count++] = row;
	zhun_rows_done(rows);
	for (int64_t i = 0; !code && i < count; i++) {
		const struct change c = {kept[i][2].text, kept[i][3].text, kept[i][5].text, kept[i][4].integer};
		*at = (struct place){kept[i][0].integer, kept[i][1].integer};
		code = note_change(f, &c, err);
	}
	*ret_read = count;
	return code;
}

struct move {
	struct zhun_call *call;
	struct place from, to;
	const struct zhun_raised *raised;
};

static enum zhun_code move(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct move *m = context;
	int64_t moved = 0;
	const struct zhun_value v[] = {zhun_v_text(NAME), zhun_v_int(m->to.xid), zhun_v_int(m->to.n),
				       zhun_v_int(m->from.xid), zhun_v_int(m->from.n)};
	enum zhun_code code = zhun_store_exec(conn, ZHUN_SQL_FOLLOWER_MOVE, v, ZHUN_COUNT(v), &moved, err);
	for (const struct zhun_raised *r = moved ? m->raised : NULL; !code && r; r = r->next)
		code = zhun_notice_raise(m->call, conn, r, err);
	return code;
}

enum zhun_code zhun_notice_follow(struct zhun_call *call, int64_t *ret_read, struct zhun_error *err)
{
	struct move m = {.call = call};
	struct found f = {.call = call};
	int64_t read = 0;
	f.end = &f.first;
	enum zhun_code code = find_place(call, &m.from, err);
	m.to = m.from;
	if (!code)
		code = read_on(&f, &m.to, &read, err);
	m.raised = f.first;
	if (!code && read)
		code = zhun_store_run(call->conn, ZHUN_WRITE, move, &m, err);
	if (!code)
		*ret_read = read;
	return code;
}

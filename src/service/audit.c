/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The audit: writes of registers and what happened to sessions, the latest
 * first. A page is a range of places (instant, n) of an index; where filters
 * meet that no index has together, the range is cut to a stretch of rows, so
 * that a question with few answers costs as little as one with many.
 */
#include "service/inside.h"
#include "zhun/base/text.h"

enum { MOST = 200, PRESET = 50, STRETCH = 5000, KINDS_SIZE = 200 };
static const int64_t DAY = INT64_C(86400000000);

/* Places are the microsecond and the number of a row: from low on, before high. */
struct range {
	struct zhun_place low, high;
};

/* ---- what is asked ---- */

/* A day as it is where the service is, of which @a after wants the end; or an instant. */
static enum zhun_code read_bound(const struct zhun_call *call, const char *text, bool after, int64_t *ret,
				 struct zhun_error *err)
{
	struct zhun_date d;
	if (!zhun_date_parse(text, strlen(text), &d, NULL) && d.precision == ZHUN_DATE_DAY) {
		*ret = zhun_zone_begin(call->service->zone, d.first + after);
		return ZHUN_OK;
	}
	enum zhun_code code = zhun_instant_parse(text, strlen(text), ret, err);
	*ret += !code && after;
	return code ? zhun_error_within(err, after ? "until" : "from") : ZHUN_OK;
}

static int64_t within(int64_t t, const struct range *all)
{
	return t < all->low.at ? all->low.at : t > all->high.at ? all->high.at : t;
}

static enum zhun_code read_range(const struct zhun_call *call, const struct zhun_audit_filter *f, struct range *ret,
				 struct zhun_error *err)
{
	const struct range all = {{zhun_day_of(1, 1, 1) * DAY, 0}, {zhun_day_of(9999, 12, 31) * DAY, 0}};
	struct zhun_place before = all.high;
	enum zhun_code code = ZHUN_OK;
	*ret = all;
	if (f->from)
		code = read_bound(call, f->from, false, &ret->low.at, err);
	if (!code && f->until)
		code = read_bound(call, f->until, true, &ret->high.at, err);
	if (!code && f->before)
		code = zhun_place_read(f->before, "before", &before, err);
	if (!code && before.at > all.high.at)
		code = zhun_fail(err, ZHUN_E_CURSOR_BAD, "before");
	ret->low.at = within(ret->low.at, &all);
	ret->high.at = within(ret->high.at, &all);
	if (before.at < ret->high.at)
		ret->high = before;
	return code;
}

static enum zhun_code check_word(const char *name, const char *word, const char *const *among, struct zhun_error *err)
{
	char known[KINDS_SIZE] = "";
	size_t at = 0;
	for (size_t i = 0; among[i]; i++) {
		if (!word || zhun_str_equal(word, among[i]))
			return ZHUN_OK;
		at += (size_t)snprintf(known + at, sizeof known - at, "%s%s", i ? ", " : "", among[i]);
	}
	return zhun_fail(err, ZHUN_E_PARAMETER_BAD, name, name, known);
}

static int64_t most_of(const struct zhun_audit_filter *f)
{
	int64_t most = f->most > 0 ? f->most : PRESET;
	return most < MOST ? most : MOST;
}

/* ---- a page ---- */

struct page {
	struct zhun_call *call;
	struct zhun_json_writer w;
	int64_t most, count;
	struct zhun_place last;  /* of the row written last */
};

static void member_link(struct zhun_json_writer *w, const char *key, const struct zhun_value *cells)
{
	if (cells[0].kind != ZHUN_V_TEXT) {
		zhun_json_member_null(w, key);
		return;
	}
	zhun_json_member_object(w, key);
	zhun_json_member_string(w, "id", cells[0].text);
	zhun_json_member_string(w, "title", cells[1].text);
	zhun_json_end_object(w);
}

/* Rows begin with n and instant; @a write adds what follows. */
static enum zhun_code write_rows(struct page *p, const struct zhun_asked *asked,
				 enum zhun_code (*write)(struct page *, const struct zhun_value *, struct zhun_error *),
				 struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	struct zhun_rows *rows = NULL;
	enum zhun_code code = zhun_store_query(p->call->conn, asked, p->call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		zhun_json_begin_object(&p->w);
		zhun_json_member_int(&p->w, "n", row[0].integer);
		zhun_json_member_string(&p->w, "instant", row[1].text);
		p->last.n = row[0].integer;
		code = zhun_instant_parse(row[1].text, strlen(row[1].text), &p->last.at, err);
		if (!code)
			code = write(p, row, err);
		zhun_json_end_object(&p->w);
		p->count++;
	}
	zhun_rows_done(rows);
	return code;
}

static void begin_page(struct page *p, struct zhun_call *call, const struct zhun_audit_filter *f, struct zhun_text *out)
{
	*p = (struct page){.call = call, .most = most_of(f)};
	zhun_json_init(&p->w, out);
	zhun_json_begin_object(&p->w);
	zhun_json_member_array(&p->w, "items");
}

/* @a stretch: where a cut range began; NULL: it was not cut. */
static enum zhun_code end_page(struct page *p, const struct zhun_place *stretch, struct zhun_text *out,
			       struct zhun_error *err)
{
	const struct zhun_place *at = p->count == p->most ? &p->last : stretch;
	char next[ZHUN_PLACE_TEXT];
	const char *text;
	zhun_json_end_array(&p->w);
	if (at)
		zhun_place_text(at, next);
	zhun_json_member_string(&p->w, "next", at ? next : NULL);
	zhun_json_end_object(&p->w);
	return zhun_text_done(out, &text, err);
}

/* ---- changes ---- */

/* Cells of the statements. */
enum { N, INSTANT, ACCOUNT, ACCOUNT_NAME, TOKEN, TOKEN_NAME, REQUEST, REASON, REGISTER, RECORD, REV, ACTION };

/* By its name of today; of a record that went by the one it had until then. */
static enum zhun_code find_title(const struct page *p, const struct zhun_value *row, const char **ret,
				 struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(row[REGISTER].text);
	const struct zhun_reader by = zhun_call_reader(p->call, p->call->conn);
	const struct zhun_ref ref = {.reg = reg, .id = row[RECORD].text};
	char then[ZHUN_INSTANT_TEXT];
	*ret = NULL;
	if (!reg)
		return ZHUN_OK;
	zhun_instant_text(p->last.at - zhun_str_equal(row[ACTION].text, "remove"), then);
	enum zhun_code code = zhun_register_title(&by, &ref, NULL, ret, err);
	return code || *ret ? code : zhun_register_title(&by, &ref, then, ret, err);
}

static enum zhun_code write_change(struct page *p, const struct zhun_value *row, struct zhun_error *err)
{
	const char *title = NULL;
	enum zhun_code code = find_title(p, row, &title, err);
	member_link(&p->w, "account", &row[ACCOUNT]);
	member_link(&p->w, "token", &row[TOKEN]);
	zhun_json_member_string(&p->w, "request", row[REQUEST].text);
	zhun_json_member_string(&p->w, "reason", row[REASON].text);
	zhun_json_member_string(&p->w, "register", row[REGISTER].text);
	zhun_json_member_string(&p->w, "record", row[RECORD].text);
	zhun_json_member_string(&p->w, "title", title);
	zhun_json_member_int(&p->w, "rev", row[REV].integer);
	zhun_json_member_string(&p->w, "action", row[ACTION].text);
	return code;
}

/* The filter that is looked for in an index, the one with the fewest rows first. */
struct lead {
	enum zhun_sql list, end;
	const char *value;
};

static struct lead lead_of(const struct zhun_audit_filter *f, size_t *ret_filters)
{
	const struct lead leads[] = {
		{ZHUN_SQL_AUDIT_RECORD, ZHUN_SQL_AUDIT_RECORD_END, f->record},
		{ZHUN_SQL_AUDIT_REQUEST, ZHUN_SQL_AUDIT_REQUEST_END, f->request},
		{ZHUN_SQL_AUDIT_ACCOUNT, ZHUN_SQL_AUDIT_ACCOUNT_END, f->account},
		{ZHUN_SQL_AUDIT_REGISTER, ZHUN_SQL_AUDIT_REGISTER_END, f->reg},
		{.list = ZHUN_SQL_AUDIT_ACTION, .value = f->action},   /* leads only where it is alone */
	};
	struct lead lead = {.list = ZHUN_SQL_AUDIT_ALL};
	*ret_filters = 0;
	for (size_t i = ZHUN_COUNT(leads); i-- > 0;) {
		if (leads[i].value) {
			lead = leads[i];
			++*ret_filters;
		}
	}
	return lead;
}

/* Cuts the range where as many rows as are looked through at a time end before it does. */
static enum zhun_code cut(const struct zhun_call *call, const struct lead *lead, struct range *r, bool *ret_cut,
			  struct zhun_error *err)
{
	char low[ZHUN_INSTANT_TEXT], high[ZHUN_INSTANT_TEXT];
	const struct zhun_value *row = NULL;
	zhun_instant_text(r->low.at, low);
	zhun_instant_text(r->high.at, high);
	const struct zhun_value v[] = {zhun_v_text(lead->value), zhun_v_text(low), zhun_v_int(r->low.n),
				       zhun_v_text(high), zhun_v_int(r->high.n), zhun_v_int(STRETCH)};
	const struct zhun_asked asked = {lead->end, v, ZHUN_COUNT(v)};
	enum zhun_code code = zhun_store_one(call->conn, &asked, call->arena, &row, err);
	if (code || !row)
		return code;
	*ret_cut = true;
	r->low.n = row[1].integer;
	return zhun_instant_parse(row[0].text, strlen(row[0].text), &r->low.at, err);
}

static enum zhun_code check_changes(const struct zhun_call *call, const struct zhun_audit_filter *f,
				    struct zhun_error *err)
{
	static const char *const actions[] = {"create", "update", "remove", NULL};
	enum zhun_code code = zhun_call_authority(call, err);
	if (!code && f->reg && !zhun_register_named(f->reg))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "register", "register", "organisation, certificate …");
	return code ? code : check_word("action", f->action, actions, err);
}

static enum zhun_code list_changes(struct page *p, const struct zhun_audit_filter *f, const struct lead *lead,
				   const struct range *r, struct zhun_error *err)
{
	char low[ZHUN_INSTANT_TEXT], high[ZHUN_INSTANT_TEXT];
	zhun_instant_text(r->low.at, low);
	zhun_instant_text(r->high.at, high);
	const struct zhun_value v[] = {
		zhun_v_text(f->account), zhun_v_text(f->reg), zhun_v_text(f->record), zhun_v_text(f->action),
		zhun_v_text(f->request), zhun_v_text(low), zhun_v_int(r->low.n), zhun_v_text(high),
		zhun_v_int(r->high.n), zhun_v_int(p->most)};
	return write_rows(p, &(struct zhun_asked){lead->list, v, ZHUN_COUNT(v)}, write_change, err);
}

enum zhun_code zhun_service_audit_changes(struct zhun_call *call, const struct zhun_audit_filter *f,
					  struct zhun_text *out, struct zhun_error *err)
{
	struct range r;
	struct page p;
	size_t filters;
	bool cut_short = false;
	const struct lead lead = lead_of(f, &filters);
	enum zhun_code code = check_changes(call, f, err);
	if (!code)
		code = read_range(call, f, &r, err);
	if (!code && filters > 1)
		code = cut(call, &lead, &r, &cut_short, err);
	if (code)
		return code;
	begin_page(&p, call, f, out);
	code = list_changes(&p, f, &lead, &r, err);
	return code ? code : end_page(&p, cut_short ? &r.low : NULL, out, err);
}

/* ---- sessions ---- */

enum { KIND = INSTANT + 1, WHOSE, WHOSE_NAME, ACTOR, ACTOR_NAME, MADE, MADE_NAME, ADDRESS, EVENT_REQUEST };

static enum zhun_code write_event(struct page *p, const struct zhun_value *row, struct zhun_error *err)
{
	(void)err;
	zhun_json_member_string(&p->w, "kind", row[KIND].text);
	member_link(&p->w, "account", &row[WHOSE]);
	member_link(&p->w, "actor", &row[ACTOR]);
	member_link(&p->w, "token", &row[MADE]);
	zhun_json_member_string(&p->w, "address", row[ADDRESS].text);
	zhun_json_member_string(&p->w, "request", row[EVENT_REQUEST].text);
	return ZHUN_OK;
}

static enum zhun_code list_events(struct page *p, const struct zhun_audit_filter *f, const struct range *r,
				  struct zhun_error *err)
{
	static const enum zhun_sql statements[2][2] = {
		{ZHUN_SQL_SESSION_EVENT_ALL, ZHUN_SQL_SESSION_EVENT_KIND},
		{ZHUN_SQL_SESSION_EVENT_ACCOUNT, ZHUN_SQL_SESSION_EVENT_BOTH}};
	char low[ZHUN_INSTANT_TEXT], high[ZHUN_INSTANT_TEXT];
	zhun_instant_text(r->low.at, low);
	zhun_instant_text(r->high.at, high);
	const struct zhun_value v[] = {zhun_v_text(f->account), zhun_v_text(f->kind), zhun_v_text(low),
				       zhun_v_int(r->low.n), zhun_v_text(high), zhun_v_int(r->high.n),
				       zhun_v_int(p->most)};
	const struct zhun_asked asked = {statements[f->account != NULL][f->kind != NULL], v, ZHUN_COUNT(v)};
	return write_rows(p, &asked, write_event, err);
}

/* What sessions do not have must not look as if it had been heeded. */
static enum zhun_code check_sessions(const struct zhun_call *call, const struct zhun_audit_filter *f,
				     struct zhun_error *err)
{
	const struct { const char *name, *value; } none[] = {
		{"register", f->reg}, {"record", f->record}, {"action", f->action}, {"request", f->request}};
	enum zhun_code code = zhun_call_authority(call, err);
	for (size_t i = 0; !code && i < ZHUN_COUNT(none); i++)
		if (none[i].value)
			code = zhun_fail(err, ZHUN_E_PARAMETER_UNKNOWN, none[i].name, none[i].name);
	return code ? code : check_word("kind", f->kind, zhun_session_kinds, err);
}

enum zhun_code zhun_service_audit_sessions(struct zhun_call *call, const struct zhun_audit_filter *f,
					   struct zhun_text *out, struct zhun_error *err)
{
	struct range r;
	struct page p;
	enum zhun_code code = check_sessions(call, f, err);
	if (!code)
		code = read_range(call, f, &r, err);
	if (code)
		return code;
	begin_page(&p, call, f, out);
	code = list_events(&p, f, &r, err);
	return code ? code : end_page(&p, NULL, out, err);
}

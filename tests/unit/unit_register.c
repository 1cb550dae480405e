/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_register.h"

#include <stdarg.h>

#include "zhun/base/date.h"
#include "zhun/base/uuid.h"

const struct zhun_viewer unit_administrator = {.administrator = true, .account = "root"};

/* 2026-03-02T09:00:00Z */
enum { START_DAY = 20514 };

void unit_register_open(struct unit_register *r, struct unit_store *u)
{
	*r = (struct unit_register){.u = u, .viewer = &unit_administrator};
	r->arena = zhun_arena_open((size_t)512 << 20);
	r->write.now = (START_DAY * INT64_C(86400) + 9 * 3600) * 1000000;
	r->write.today = "2026-03-02";
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &r->conn, &r->err), ZHUN_OK, &r->err);
}

void unit_register_close(struct unit_register *r)
{
	r->conn = zhun_conn_close(r->conn);
	r->arena = zhun_arena_close(r->arena);
}

const char *unit_text(struct unit_register *r, const char *format, ...)
{
	va_list args;
	char *text;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = zhun_alloc(r->arena, (size_t)n + 1);
	va_start(args, format);
	(void)vsnprintf(text, (size_t)n + 1, format, args);
	va_end(args);
	return text;
}

const char *unit_register_id(struct unit_register *r)
{
	unsigned char random[ZHUN_UUID_RANDOM] = {(unsigned char)(r->ids >> 8), (unsigned char)r->ids};
	char id[ZHUN_UUID_TEXT];

	zhun_uuid7(r->write.now + 1000 * r->ids++, random, id);
	return zhun_strdup(r->arena, id);
}

static const char *quoted(struct unit_register *r, const char *json)
{
	char *text = zhun_strdup(r->arena, json);

	for (char *p = text; *p; p++)
		if (*p == '\'')
			*p = '"';
	return text;
}

const struct zhun_json *unit_json(struct unit_register *r, const char *text)
{
	const struct zhun_json *json = NULL;
	struct zhun_error err = {0};

	CHECK_CODE(zhun_json_parse(r->arena, text, strlen(text), &json, &err), ZHUN_OK, &err);
	return json;
}

/* A write with its transaction. */
struct job {
	struct unit_register *r;
	const struct zhun_register *reg;
	const char *id;
	int64_t rev, new_rev;
	const struct zhun_json *json;
	enum { CREATE, UPDATE, REMOVE } what;
};

static enum zhun_code work(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct job *j = context;
	struct unit_register *r = j->r;
	const struct zhun_ref ref = {j->reg, j->id, j->rev};

	r->write.by = (struct zhun_reader){conn, r->arena, r->viewer, r->write.by.brought,
					    r->write.by.ahead};
	switch (j->what) {
	case CREATE:
		return zhun_register_create(&r->write, j->reg, j->id, j->json, err);
	case UPDATE:
		return zhun_register_update(&r->write, &ref, j->json, &j->new_rev, err);
	case REMOVE:
		return zhun_register_remove(&r->write, &ref, err);
	}
	return ZHUN_E_INTERNAL;
}

static bool run(struct job *j)
{
	struct unit_register *r = j->r;

	r->write.now += 1000000;
	r->err = (struct zhun_error){0};
	r->code = zhun_store_run(r->conn, ZHUN_WRITE, work, j, &r->err);
	return r->code == ZHUN_OK;
}

const char *unit_create(struct unit_register *r, const char *reg, const char *json)
{
	struct job j = {.r = r, .reg = zhun_register_named(reg), .id = unit_register_id(r),
		.json = unit_json(r, quoted(r, json)), .what = CREATE};

	return run(&j) ? j.id : NULL;
}

int64_t unit_update(struct unit_register *r, const char *reg, const char *id, int64_t rev, const char *json)
{
	struct job j = {.r = r, .reg = zhun_register_named(reg), .id = id, .rev = rev,
		.json = unit_json(r, quoted(r, json)), .what = UPDATE};

	return run(&j) ? j.new_rev : 0;
}

bool unit_remove(struct unit_register *r, const char *reg, const char *id, int64_t rev)
{
	struct job j = {.r = r, .reg = zhun_register_named(reg), .id = id, .rev = rev, .what = REMOVE};

	return run(&j);
}

/* "a=b&c.ge=d" as parameters; nothing is escaped. */
static struct zhun_params params_of(struct unit_register *r, const char *ask)
{
	char *text = zhun_strdup(r->arena, ask ? ask : "");
	struct zhun_param *items = ZHUN_NEW_ARRAY(r->arena, strlen(text) + 1, struct zhun_param);
	size_t count = 0;

	while (*text) {
		char *end = strchr(text, '&'), *equal = strchr(text, '=');

		if (end)
			*end = '\0';
		*equal = '\0';
		items[count++] = (struct zhun_param){text, equal + 1};
		text = end ? end + 1 : text + strlen(text) + 1 + strlen(equal + 1);
	}
	return (struct zhun_params){items, count};
}

static struct zhun_reader reader(const struct unit_register *r)
{
	return (struct zhun_reader){r->conn, r->arena, r->viewer};
}

static const char *said(struct unit_register *r, struct zhun_text *out)
{
	const char *text = "";

	if (r->code == ZHUN_OK)
		CHECK_CODE(zhun_text_done(out, &text, &r->err), ZHUN_OK, &r->err);
	else
		CHECK(!out->ptr || out->ptr[0] == '\0');
	return text;
}

const char *unit_list(struct unit_register *r, const char *reg, const char *ask)
{
	struct zhun_params params = params_of(r, ask);
	struct zhun_reader by = reader(r);
	struct zhun_text out;

	zhun_text_init(&out, r->arena, 1 << 24);
	r->err = (struct zhun_error){0};
	r->code = zhun_register_list(&by, zhun_register_named(reg), &params, &out, &r->err);
	return said(r, &out);
}

const char *unit_get(struct unit_register *r, const char *reg, const char *id, const char *ask)
{
	struct zhun_params params = params_of(r, ask);
	struct zhun_reader by = reader(r);
	const struct zhun_ref ref = {.reg = zhun_register_named(reg), .id = id};
	struct zhun_text out;
	int64_t rev = 0;

	zhun_text_init(&out, r->arena, 1 << 24);
	r->err = (struct zhun_error){0};
	r->code = zhun_register_get(&by, &ref, &params, &out, &rev, &r->err);
	return said(r, &out);
}

const char *unit_history(struct unit_register *r, const char *reg, const char *id)
{
	struct zhun_reader by = reader(r);
	const struct zhun_ref ref = {.reg = zhun_register_named(reg), .id = id};
	struct zhun_text out;

	zhun_text_init(&out, r->arena, 1 << 24);
	r->err = (struct zhun_error){0};
	r->code = zhun_register_history(&by, &ref, &out, &r->err);
	return said(r, &out);
}

const char *unit_items(struct unit_register *r, const char *list, const char *name)
{
	const struct zhun_json *items = list[0] ? zhun_json_get(unit_json(r, list), "items") : NULL;
	const char *text = "";

	for (const struct zhun_json *i = items ? items->first : NULL; i; i = i->next) {
		const char *value = zhun_json_get_string(i, name);

		text = unit_text(r, "%s%s%s", text, *text ? " " : "", value ? value : "-");
	}
	return text;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans that ship with the program (data/shenzhen-2018-2020): their records put by key into any database, so
 * that loading one again makes no doubles and puts right what was changed. Areas that others keep are left. */
#include "service/plan.h"

#include <string.h>

#include "service/inside.h"

extern const char zhun_plan_shenzhen[];  /* data/shenzhen-2018-2020/plan.jsonl */

static const struct {
	const char *name, *lines;
} plans[] = {{"shenzhen-2018-2020", zhun_plan_shenzhen}};

/* A line: {"register":…,"keep":true,"record":{…}}; keep: a record that is there stays as it is. */
static enum zhun_code read_line(struct zhun_arena *a, const char *line, struct zhun_plan_line *ret,
				struct zhun_error *err)
{
	const struct zhun_json *json, *keep;
	enum zhun_code code = zhun_json_parse(a, line, strcspn(line, "\n"), &json, err);
	if (code)
		return code;
	keep = zhun_json_get(json, "keep");
	*ret = (struct zhun_plan_line){.reg = zhun_register_named(zhun_json_get_string(json, "register")),
				       .record = zhun_json_get(json, "record"),
				       .keep = keep && keep->kind == ZHUN_J_TRUE};
	return ret->reg ? ZHUN_OK
			: zhun_fail(err, ZHUN_E_REGISTER_UNKNOWN, NULL, zhun_json_get_string(json, "register"));
}

enum zhun_code zhun_plan_lines(struct zhun_arena *a, const char *name, zhun_plan_line_taker *take, void *context,
			       struct zhun_error *err)
{
	const char *lines = NULL;
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < ZHUN_COUNT(plans); i++)
		if (zhun_str_equal(plans[i].name, name))
			lines = plans[i].lines;
	if (!lines)
		return zhun_fail(err, ZHUN_E_PLAN_UNKNOWN, NULL, name, plans[0].name);
	for (; !code && *lines; lines += strcspn(lines, "\n") + 1) {
		struct zhun_plan_line line;
		code = read_line(a, lines, &line, err);
		if (!code)
			code = take(context, &line, err);
	}
	return code;
}

struct loading {
	struct zhun_call *call;
	const char *name;
	struct zhun_write write;
	char today[ZHUN_DATE_TEXT];
	struct zhun_plan_loaded loaded;
};

static enum zhun_code find_kept(struct loading *l, const struct zhun_plan_line *line, bool *ret, struct zhun_error *err)
{
	struct zhun_error none = {0};
	const char *id;
	enum zhun_code code = zhun_register_find_by_key(&l->write.by, line->reg, line->record, &id, &none);
	*ret = code == ZHUN_OK;
	if (code && code != ZHUN_E_LINK_UNKNOWN) {
		*err = none;
		return code;
	}
	return ZHUN_OK;
}

static enum zhun_code put_line(void *context, const struct zhun_plan_line *line, struct zhun_error *err)
{
	struct loading *l = context;
	char fresh[ZHUN_UUID_TEXT];
	enum zhun_put put = ZHUN_PUT_SAME;
	bool kept = false;
	enum zhun_code code = line->keep ? find_kept(l, line, &kept, err) : ZHUN_OK;
	if (!code && !kept)
		code = zhun_call_id(l->call, fresh, err);
	if (!code && !kept)
		code = zhun_register_put(&l->write, line->reg, fresh, line->record, &put, err);
	if (code)
		return zhun_error_within(err, line->reg->name);
	l->loaded.created += put == ZHUN_PUT_CREATED;
	l->loaded.updated += put == ZHUN_PUT_UPDATED;
	l->loaded.unchanged += put == ZHUN_PUT_SAME;
	return ZHUN_OK;
}

static enum zhun_code load(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct loading *l = context;
	l->loaded = (struct zhun_plan_loaded){0};
	zhun_call_today(l->call, l->today);
	l->write = (struct zhun_write){.by = zhun_call_reader(l->call, conn), .now = l->call->now, .today = l->today,
				       .request = l->call->request_id, .reason = l->name};
	return zhun_plan_lines(l->call->arena, l->name, put_line, l, err);
}

enum zhun_code zhun_service_plan_load(struct zhun_call *call, const char *name, struct zhun_plan_loaded *ret,
				      struct zhun_error *err)
{
	struct loading l = {.call = call, .name = name};
	enum zhun_code code = zhun_call_scope(call, zhun_register_named("plan"), err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, load, &l, err);
	if (code)
		return code;
	zhun_call_log(call, "plan.load", "plan", name);
	*ret = l.loaded;
	return ZHUN_OK;
}

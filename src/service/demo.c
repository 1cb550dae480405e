/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills an empty database with "Example City", fictional but coherent: its places lie in the open
 * sea. Organisations with their sites, what they make, accreditations and scopes are
 * data/demo/world.jsonl; instruments and certificates are drawn from the seed (demo_draw.h) and
 * filed by the function that files every other record. The same seed and count give the same
 * world, whatever the day. A filling that is broken off leaves a database that every program
 * refuses (store/fill.h).
 */
#include <string.h>

#include "register/register.h"
#include "register/search.h"
#include "service/demo_draw.h"
#include "service/inside.h"
#include "service/plan.h"
#include "store/fill.h"
#include "zhun/measure/kind.h"

extern const char zhun_demo_world[];   /* data/demo/world.jsonl */

static const char demo_password[] = "example-city";

/* Who may log in; members of an organisation have a role there. */
static const struct {
	const char *name, *full_name, *organisation, *role;
	bool administrator, regulator;
} accounts[] = {
	{"admin", "Demonstration administrator", NULL, NULL, true, false},
	{"regulator", "Demonstration regulator", NULL, NULL, false, true},
	{"harbour", "Manager at Harbour", "LAB-A", "manager", false, false},
	{"lakeside", "Staff at Lakeside", "LAB-C", "staff", false, false},
	{"brightcell", "Quality manager at Bright Cell", "ENT-BC", "manager", false, false},
};

enum {
	BATCH = 2000,           /* certificates a transaction */
	DOCUMENTED = 150,       /* so many keep the document they were made from */
	RECORD_MAX = 64 * 1024,
};

struct world {
	struct zhun_call *call;
	const struct zhun_demo *o;
	struct zhun_write write;
	struct zhun_demo_certificate *upper;
	size_t from, to, all;   /* the batch, and of how many */
	char hash[ZHUN_PASSWORD_TEXT];
	uint64_t ids;           /* state of the identifiers drawn */
	size_t serial;          /* of identifiers */
};

/* Identifiers of the world's own time, so that the same seed gives the same. */
static void next_id(struct world *w, char out[ZHUN_UUID_TEXT])
{
	unsigned char random[ZHUN_UUID_RANDOM];
	uint64_t bits = zhun_demo_random(&w->ids);
	memcpy(random, &bits, sizeof random);
	zhun_uuid7(1731000000000000 + (int64_t)w->serial++ * 1000, random, out);
}

static enum zhun_code create(struct world *w, const char *reg, const char *id, const struct zhun_json *json,
			     struct zhun_error *err)
{
	char fresh[ZHUN_UUID_TEXT];
	next_id(w, fresh);
	return zhun_register_create(&w->write, zhun_register_named(reg), id ? id : fresh, json, err);
}

/* Of the tree that a writer made. */
static enum zhun_code create_made(struct world *w, const char *reg, const char *id, const struct zhun_json_tree *tree,
				  struct zhun_error *err)
{
	const struct zhun_json *json;
	enum zhun_code code = zhun_json_tree_done(tree, &json, err);
	return code ? code : create(w, reg, id, json, err);
}

static enum zhun_code load_kind(struct world *w, const struct zhun_kind *kind, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	zhun_json_init_tree(&j, &tree, w->call->arena);
	zhun_json_begin_object(&j);
	zhun_json_member_string(&j, "code", kind->code);
	zhun_json_member_object(&j, "name");
	zhun_json_member_string(&j, "en", kind->name[ZHUN_EN]);
	zhun_json_member_string(&j, "zh", kind->name[ZHUN_ZH]);
	zhun_json_end_object(&j);
	zhun_json_member_string(&j, "unit", kind->unit);
	if (kind->broader) {
		zhun_json_member_object(&j, "broader");
		zhun_json_member_object(&j, "key");
		zhun_json_member_string(&j, "code", kind->broader->code);
		zhun_json_end_object(&j);
		zhun_json_end_object(&j);
	}
	zhun_json_end_object(&j);
	return create_made(w, "quantity_kind", NULL, &tree, err);
}

/* A kind before those that are narrower: as deep as the hierarchy goes, one level a round. */
static int depth_of(const struct zhun_kind *kind)
{
	int depth = 0;
	for (; kind->broader; kind = kind->broader)
		depth++;
	return depth;
}

static enum zhun_code load_kinds(struct world *w, struct zhun_error *err)
{
	enum { DEEPEST = 8 };
	size_t count;
	const struct zhun_kind *kinds = zhun_kinds(&count);
	for (int depth = 0; depth < DEEPEST; depth++)
		for (size_t i = 0; i < count; i++) {
			enum zhun_code code = depth_of(&kinds[i]) == depth ? load_kind(w, &kinds[i], err) : ZHUN_OK;
			if (code)
				return code;
		}
	return ZHUN_OK;
}

/* A line: {"register":…,"record":{…}} */
static enum zhun_code load_line(struct world *w, const char *line, size_t n, struct zhun_error *err)
{
	const struct zhun_json *json;
	enum zhun_code code = zhun_json_parse(w->call->arena, line, n, &json, err);
	if (code)
		return code;
	return create(w, zhun_json_get_string(json, "register"), NULL, zhun_json_get(json, "record"), err);
}

static enum zhun_code put(struct world *w, const struct zhun_register *reg, const struct zhun_json *json,
			  struct zhun_error *err)
{
	char fresh[ZHUN_UUID_TEXT];
	enum zhun_put done;
	next_id(w, fresh);
	return zhun_register_put(&w->write, reg, fresh, json, &done, err);
}

static enum zhun_code put_plan_line(void *context, const struct zhun_plan_line *line, struct zhun_error *err)
{
	return put(context, line->reg, line->record, err);
}

/* A plan of a real city beside records that are invented: marked, so that nobody takes counts for that city's. */
static enum zhun_code load_plan(struct world *w, struct zhun_error *err)
{
	static const char code_text[] = "shenzhen-2018-2020";
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	const struct zhun_json *json;
	enum zhun_code code = zhun_plan_lines(w->call->arena, code_text, put_plan_line, w, err);
	zhun_json_init_tree(&j, &tree, w->call->arena);
	zhun_json_begin_object(&j);
	zhun_json_member_string(&j, "code", code_text);
	zhun_json_member_bool(&j, "invented", true);
	zhun_json_end_object(&j);
	if (!code)
		code = zhun_json_tree_done(&tree, &json, err);
	return code ? code : put(w, zhun_register_named("plan"), json, err);
}

static enum zhun_code add_account(struct world *w, size_t i, const char *id, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	zhun_json_init_tree(&j, &tree, w->call->arena);
	zhun_json_begin_object(&j);
	zhun_json_member_string(&j, "name", accounts[i].name);
	zhun_json_member_string(&j, "full_name", accounts[i].full_name);
	zhun_json_member_bool(&j, "administrator", accounts[i].administrator);
	zhun_json_member_bool(&j, "regulator", accounts[i].regulator);
	zhun_json_member_bool(&j, "demonstration", true);
	zhun_json_end_object(&j);
	enum zhun_code code = create_made(w, "account", id, &tree, err);
	return code ? code : zhun_credential_set(w->call->conn, id, w->hash, w->call->now, err);
}

static enum zhun_code add_member(struct world *w, size_t i, const char *account, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	zhun_json_init_tree(&j, &tree, w->call->arena);
	zhun_json_begin_object(&j);
	zhun_json_member_string(&j, "account", account);
	zhun_json_member_object(&j, "organisation");
	zhun_json_member_object(&j, "key");
	zhun_json_member_string(&j, "code", accounts[i].organisation);
	zhun_json_end_object(&j);
	zhun_json_end_object(&j);
	zhun_json_member_string(&j, "role", accounts[i].role);
	zhun_json_end_object(&j);
	return create_made(w, "member", NULL, &tree, err);
}

static enum zhun_code add_accounts(struct world *w, struct zhun_error *err)
{
	for (size_t i = 0; i < ZHUN_COUNT(accounts); i++) {
		char id[ZHUN_UUID_TEXT];
		next_id(w, id);
		enum zhun_code code = add_account(w, i, id, err);
		if (!code && accounts[i].organisation)
			code = add_member(w, i, id, err);
		if (code)
			return code;
	}
	return ZHUN_OK;
}

static enum zhun_code load_cast(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct world *w = context;
	(void)conn;
	w->ids = (uint64_t)w->o->seed;   /* a repetition draws the same */
	w->serial = 0;
	enum zhun_code code = load_kinds(w, err);
	for (const char *line = zhun_demo_world; !code && *line; line += strcspn(line, "\n") + 1)
		code = load_line(w, line, strcspn(line, "\n"), err);
	if (!code)
		code = load_plan(w, err);
	return code ? code : add_accounts(w, err);
}

static enum zhun_code keep_document(struct world *w, const struct zhun_demo_certificate *c, const char **ret,
				    struct zhun_error *err)
{
	struct zhun_text out;
	const char *s, *name = zhun_printf(w->call->arena, "%s.xml", c->number);
	char id[ZHUN_UUID_TEXT];
	next_id(w, id);
	zhun_text_init(&out, w->call->arena, RECORD_MAX);
	zhun_demo_dcc(c, &out);
	enum zhun_code code = zhun_text_done(&out, &s, err);
	if (code)
		return code;
	if (!name)
		return zhun_no_memory(w->call->arena, err);
	const struct zhun_document d = {.id = id, .bytes = {(const unsigned char *)s, strlen(s)},
		.media_type = "application/xml", .name = name};
	code = zhun_register_document_add(w->call->conn, w->call->arena, &d, w->call->now, ret, err);
	if (!code) {
		*ret = zhun_strdup(w->call->arena, *ret);   /* it may be the id here, which ends with this function */
		code = *ret ? ZHUN_OK : zhun_no_memory(w->call->arena, err);
	}
	return code;
}

static enum zhun_code file_certificate(struct world *w, const struct zhun_demo_certificate *c, bool documented,
				       struct zhun_error *err)
{
	const char *document = NULL;
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	enum zhun_code code = ZHUN_OK;
	if (c->new_item) {
		zhun_json_init_tree(&j, &tree, w->call->arena);
		zhun_demo_item_json(c, &j);
		code = create_made(w, "instrument", NULL, &tree, err);
	}
	if (!code && documented)
		code = keep_document(w, c, &document, err);
	if (code)
		return code;
	zhun_json_init_tree(&j, &tree, w->call->arena);
	zhun_demo_record_json(c, document, &j);
	return create_made(w, "certificate", c->id, &tree, err);
}

static enum zhun_code file_batch(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct world *w = context, before = *w;   /* a repetition draws the same */
	enum zhun_code code = ZHUN_OK;
	(void)conn;
	for (size_t i = w->from; !code && i < w->to; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(w->call->arena);
		struct zhun_demo_certificate c;
		zhun_demo_draw((uint64_t)w->o->seed, i, w->upper, &c);
		if (i < zhun_demo_upper())
			w->upper[i] = c;
		code = file_certificate(w, &c, i < DOCUMENTED, err);
		zhun_arena_rewind(w->call->arena, mark);
	}
	if (code) {
		w->ids = before.ids;
		w->serial = before.serial;
	}
	return code;
}

static void tell(const struct world *w, size_t done)
{
	if (w->o->progress)
		w->o->progress(w->o->context, (int64_t)done, (int64_t)w->all);
}

static enum zhun_code file_all(struct world *w, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	for (w->from = 0; !code && w->from < w->all; w->from = w->to) {
		w->to = w->from + BATCH < w->all ? w->from + BATCH : w->all;
		code = zhun_store_run(w->call->conn, ZHUN_WRITE, file_batch, w, err);
		if (!code && w->to < w->all)
			tell(w, w->to);
	}
	return code;
}

static enum zhun_code must_be_empty(struct zhun_call *call, struct zhun_error *err)
{
	static const struct zhun_param one[] = {{"limit", "1"}};
	const struct zhun_params params = {one, 1};
	const struct zhun_reader by = {call->conn, call->arena, &call->viewer};
	struct zhun_text out;
	const char *s;
	zhun_text_init(&out, call->arena, RECORD_MAX);
	enum zhun_code code = zhun_register_list(&by, zhun_register_named("organisation"), &params, &out, err);
	if (!code)
		code = zhun_text_done(&out, &s, err);
	if (!code && !strstr(s, "\"items\":[]"))
		code = zhun_fail(err, ZHUN_E_DEMO_NOT_EMPTY, NULL);
	return code;
}

/* The search index over all that was filed, in one go. */
static enum zhun_code build_search(struct world *w, struct zhun_error *err)
{
	struct zhun_conn *conn = w->call->conn;
	enum zhun_code code = zhun_conn_limit(conn, 0, err);
	if (!code)
		code = zhun_search_resume(conn, err);
	return code ? code : zhun_conn_limit(conn, ZHUN_STORE_LIMIT_MS, err);
}

static enum zhun_code fill(struct world *w, struct zhun_error *err)
{
	struct zhun_filling filling;
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(w->call->now, now);
	enum zhun_code code = zhun_fill_begin(w->call->conn, w->call->arena, now, &filling, err);
	if (code)
		return code;
	struct zhun_arena_mark mark = zhun_arena_mark(w->call->arena);
	code = zhun_search_pause(w->call->conn, err);
	if (!code)
		code = zhun_store_run(w->call->conn, ZHUN_WRITE, load_cast, w, err);
	zhun_arena_rewind(w->call->arena, mark);
	if (!code)
		code = file_all(w, err);
	if (!code)
		code = build_search(w, err);
	if (!code)
		code = zhun_fill_end(&filling, err);
	if (!code)
		tell(w, w->all);
	return code;
}

enum zhun_code zhun_service_demo(struct zhun_call *call, const struct zhun_demo *d, struct zhun_error *err)
{
	const char *today = "2026-11-01";   /* the world's own day: the same in every year */
	struct world w = {.call = call, .o = d, .all = d->certificates > 0 ? (size_t)d->certificates : 0};
	w.write = (struct zhun_write){.by = {call->conn, call->arena, &call->viewer}, .now = call->now,
				      .today = today, .request = call->request_id,
				      .reason = "demonstration world"};
	if (w.all < zhun_demo_upper() + 5)
		return zhun_fail(err, ZHUN_E_DEMO_TOO_FEW, NULL, ZHUN_INT(zhun_demo_upper() + 5));
	enum zhun_code code = must_be_empty(call, err);
	if (!code)
		code = zhun_password_hash(call->service->gate, call->service->random, demo_password, w.hash, err);
	if (code)
		return code;
	w.upper = ZHUN_NEW_ARRAY(call->arena, zhun_demo_upper(), struct zhun_demo_certificate);
	if (!w.upper)
		return zhun_no_memory(call->arena, err);
	return fill(&w, err);
}

const char *zhun_service_demo_guide(enum zhun_language language)
{
	static const char *const guide[] = {
		[ZHUN_EN] = "Accounts (password example-city for all; they open nothing beyond this machine):\n"
			    "  admin      administrator\n"
			    "  regulator  reads everything, keeps the public registers\n"
			    "  harbour    manager of Harbour Electrical Calibration Laboratory\n"
			    "  lakeside   staff of Lakeside Thermal Laboratory\n"
			    "  brightcell quality manager of Bright Cell Battery Packs\n"
			    "Try: open Certificates, download an original, drop it on /check; Old Mill's "
			    "accreditation\n"
			    "was suspended from 2026-03-02 to 2026-08-16: what it certified then fails.\n",
		[ZHUN_ZH] = "账户（密码均为 example-city；仅限本机使用）：\n"
			    "  admin      管理员\n"
			    "  regulator  监管人员：可读取全部内容，维护公共登记\n"
			    "  harbour    海港电学校准实验室管理者\n"
			    "  lakeside   湖滨热工实验室工作人员\n"
			    "  brightcell 明芯电池科技公司质量经理\n"
			    "可试：打开“证书”，下载一份原件，放到 /check；老磨坊实验室的认可\n"
			    "自 2026-03-02 至 2026-08-16 暂停，其间出具的证书判为不通过。\n",
	};
	return guide[language];
}

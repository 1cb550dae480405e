/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links that a text names (register/stated.c, register/query_stated.c), on both engines. */
#include "register/stated.h"

#include "unit.h"
#include "unit_register.h"

enum { ROOM = 64 << 20, STANDARDS = 12 };

/* ---- the declarations ---- */

static size_t key_parts(const struct zhun_register *reg)
{
	size_t n = 0;

	while (n < ZHUN_REGISTER_NAMES && reg->key[n])
		n++;
	return n;
}

static void check_rows(const struct zhun_register *to, const struct zhun_stated *stated)
{
	const struct zhun_child *rows = zhun_child_named(to->children, stated->rows);
	const struct zhun_field *text = rows ? zhun_field_named(rows->fields, stated->row_text) : NULL;

	CHECK(text && text->kind == ZHUN_F_TEXT && text->indexed);
}

/* What is looked up without asking who asks must be everybody's; and there must be an index for it. */
static size_t check_fields(const struct zhun_field *fields)
{
	size_t found = 0;

	for (const struct zhun_field *f = fields; f->name; f++) {
		const struct zhun_register *to = f->link ? zhun_register_named(f->link) : NULL;
		const struct zhun_field *text = f->stated.text ? zhun_field_named(fields, f->stated.text) : NULL;

		if (!f->stated.text)
			continue;
		found++;
		CHECK(f->kind == ZHUN_F_LINK && !f->required);
		CHECK(text && text->kind == ZHUN_F_TEXT && text->indexed);
		CHECK(to && to->public_when.rule == ZHUN_PUBLIC_ALWAYS);
		CHECK_INT(key_parts(to), f->stated.scheme ? 2 : 1);
		if (f->stated.rows)
			check_rows(to, &f->stated);
	}
	return found;
}

static void every_declared_one_can_be_looked_up(void)
{
	size_t found = 0;

	for (size_t i = 0; zhun_registers[i]; i++) {
		found += check_fields(zhun_registers[i]->fields);
		for (const struct zhun_child *c = zhun_registers[i]->children; c && c->name; c++) {
			found += check_fields(c->fields);
			for (const struct zhun_child *d = c->children; d && d->name; d++)
				CHECK_INT(check_fields(d->fields), 0);
		}
	}
	CHECK(found > 0);
}

/* ---- finding ---- */

struct job {
	struct unit_register *r;
	const char *reg;
	struct zhun_arena *row, *lasting;
	size_t changed;
};

static enum zhun_code resolve_work(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct job *j = context;
	struct zhun_write w = j->r->write;

	w.by = (struct zhun_reader){.conn = conn, .arena = j->row, .viewer = j->r->viewer};
	return zhun_stated_resolve(&w, zhun_register_named(j->reg), j->lasting, &j->changed, err);
}

static size_t resolve(struct unit_register *r, const char *reg)
{
	struct job j = {.r = r, .reg = reg, .row = zhun_arena_open(ROOM), .lasting = zhun_arena_open(ROOM)};
	struct zhun_error err = {0};

	r->write.now += 1000000;
	CHECK_CODE(zhun_store_run(r->conn, ZHUN_WRITE, resolve_work, &j, &err), ZHUN_OK, &err);
	(void)zhun_arena_close(j.row);
	(void)zhun_arena_close(j.lasting);
	return j.changed;
}

static int64_t count(struct unit_register *r, const char *sql)
{
	return unit_store_int(r->conn, sql);
}

#define LINKED "SELECT count(*) FROM standard_relation c JOIN standard o ON o.id = c.standard"

static void check_found(struct unit_store *u)
{
	struct unit_register r;
	const char *first;

	unit_register_open(&r, u);
	first = unit_create(&r, "standard", "{'number':'ISO 1:2016','name':{'en':'One'},'kind':'international',"
		"'state':'superseded','committee_name':'ISO/TC 213',"
		"'relations':[{'kind':'replaced_by','number':'ISO 1:2022'},"
		"{'kind':'replaces','number':'iso:45381'}],'fields':[{'code':'17.040.01'}]}");
	CHECK_INT(count(&r, LINKED), 0);
	CHECK_INT(resolve(&r, "standard"), 0);
	/* what is there already is found when the text is written */
	(void)unit_create(&r, "standard", "{'number':'ISO 1:2022','name':{'en':'One'},'kind':'international',"
		"'state':'in_force','relations':[{'kind':'replaces','number':'ISO 1:2016'}]}");
	CHECK_INT(count(&r, LINKED " WHERE o.number = 'ISO 1:2016'"), 1);
	/* by its key, and by another name */
	CHECK_INT(resolve(&r, "standard"), 1);
	CHECK_INT(count(&r, LINKED " WHERE o.number = 'ISO 1:2022'"), 1);
	(void)unit_create(&r, "standard", "{'number':'ISO 1:2002','name':{'en':'One'},'kind':'international',"
		"'state':'withdrawn','identifiers':[{'value':'iso:45381'}]}");
	CHECK_INT(resolve(&r, "standard"), 1);
	CHECK_INT(count(&r, LINKED " WHERE o.number = 'ISO 1:2002'"), 1);
	CHECK_INT(resolve(&r, "standard"), 0);
	/* a name that two have names neither */
	(void)unit_create(&r, "standard", "{'number':'ISO 2','name':{'en':'Two'},'kind':'international',"
		"'state':'in_force','identifiers':[{'value':'urn:2'}],"
		"'relations':[{'kind':'related','number':'urn:2'}]}");
	(void)unit_create(&r, "standard", "{'number':'ISO 3','name':{'en':'Three'},'kind':'international',"
		"'state':'in_force','identifiers':[{'value':'urn:2'}]}");
	CHECK_INT(count(&r, "SELECT count(*) FROM standard_relation WHERE number = 'urn:2' AND standard IS NULL"), 1);
	CHECK_INT(resolve(&r, "standard"), 0);
	/* by a key of two parts: the code of another scheme is another */
	(void)unit_create(&r, "product_category", "{'scheme':'hs','code':'17.040.01','name':{'en':'Sugar'}}");
	CHECK_INT(resolve(&r, "product_category"), 0);
	(void)unit_create(&r, "product_category", "{'scheme':'ics','code':'17.040.01','name':{'en':'Lengths'}}");
	CHECK_INT(resolve(&r, "product_category"), 1);
	CHECK_INT(count(&r, "SELECT count(*) FROM standard_field c JOIN product_category o ON o.id = c.category"
			    " WHERE o.scheme = 'ics'"), 1);
	/* of the record itself; each is a change by nobody, with its reason */
	(void)unit_create(&r, "committee", "{'code':'ISO/TC 213','name':{'en':'GPS'},'level':'international',"
		"'kind':'tc'}");
	CHECK_INT(resolve(&r, "committee"), 1);
	CHECK_INT(count(&r, "SELECT count(*) FROM standard t JOIN committee o ON o.id = t.committee"), 1);
	CHECK_INT(count(&r, "SELECT count(*) FROM change WHERE account IS NULL"
			    " AND reason = 'a stated link was found'"), 4);
	CHECK(strstr(unit_get(&r, "standard", first, ""), "\"rev\":5") != NULL);
	unit_register_close(&r);
}

static void what_is_stated_is_found_now_or_later(void)
{
	unit_store_each(check_found, true);
}

static void check_given(struct unit_store *u)
{
	struct unit_register r;
	const char *id, *committee;
	int64_t rev;

	unit_register_open(&r, u);
	committee = unit_create(&r, "committee", "{'code':'SAC/TC 4','name':{'zh':'甲'},'level':'national',"
		"'kind':'tc'}");
	id = unit_create(&r, "standard", unit_text(&r, "{'number':'GB 1','name':{'zh':'甲'},'kind':'national',"
		"'state':'in_force','committee_name':'a committee','committee':'%s'}", committee));
#define KEPT "SELECT count(*) FROM standard WHERE committee IS NOT NULL"
	CHECK_INT(count(&r, KEPT), 1);
	/* the same text again, as an import says it, leaves the link that somebody gave */
	rev = unit_update(&r, "standard", id, 1, "{'committee_name':'a committee'}");
	CHECK_INT(count(&r, KEPT), 1);
	/* another text that names nothing known takes it away, null too */
	rev = unit_update(&r, "standard", id, rev, "{'committee_name':'another'}");
	CHECK_INT(count(&r, KEPT), 0);
	rev = unit_update(&r, "standard", id, rev, "{'committee_name':'SAC/TC 4'}");
	CHECK_INT(count(&r, KEPT), 1);
	rev = unit_update(&r, "standard", id, rev, "{'committee_name':null}");
	CHECK_INT(count(&r, KEPT), 0);
	CHECK_INT(rev, 5);
	unit_register_close(&r);
}

static void a_link_that_was_given_stays(void)
{
	unit_store_each(check_given, true);
}

/* Law: in whatever order records come, each stated link is found in the end. */
static void check_order(struct unit_store *u)
{
	unsigned long long state = 11;
	struct unit_register r;
	int order[STANDARDS];

	unit_register_open(&r, u);
	for (int i = 0; i < STANDARDS; i++)
		order[i] = i;
	for (int i = STANDARDS - 1; i > 0; i--) {
		int j = (int)(unit_random(&state) % (unsigned)(i + 1)), kept = order[i];

		order[i] = order[j];
		order[j] = kept;
	}
	for (int i = 0; i < STANDARDS; i++)
		(void)unit_create(&r, "standard", unit_text(&r, "{'number':'S %d','name':{'en':'S'},'kind':'guide',"
			"'state':'in_force','relations':[{'kind':'related','number':'S %d'},"
			"{'kind':'related','number':'S %d'}]}",
			order[i], (order[i] + 1) % STANDARDS, (order[i] * 5 + 3) % STANDARDS));
	(void)resolve(&r, "standard");
	CHECK_INT(count(&r, LINKED " AND o.number = c.number"), 2 * STANDARDS);
	CHECK_INT(resolve(&r, "standard"), 0);
	unit_register_close(&r);
}

static void order_does_not_matter(void)
{
	unit_store_each(check_order, true);
}

struct failing {
	struct unit_register *r;
	struct zhun_json json, text;
	struct zhun_value cells[2];
};

static enum zhun_code read_again(struct zhun_arena *a, void *context)
{
	static const struct zhun_field fields[] = {
		{"number", ZHUN_F_TEXT, .indexed = true},
		{"standard", ZHUN_F_LINK, .link = "standard", .stated = {"number"}},
		{0},
	};
	struct failing *f = context;
	const struct zhun_reader reader = {.conn = f->r->conn, .arena = a, .viewer = f->r->viewer};
	struct zhun_error err = {0};

	f->cells[0] = zhun_v_text("GB 1");
	f->cells[1] = (struct zhun_value){0};
	enum zhun_code code = zhun_stated_read(&reader, fields, &f->json, NULL, f->cells, &err);
	CHECK(code || f->cells[1].kind == ZHUN_V_TEXT);
	return code;
}

static void check_faults(struct unit_store *u)
{
	struct unit_register r;
	struct failing f = {.r = &r, .json = {.kind = ZHUN_J_OBJECT, .count = 1},
			    .text = {.kind = ZHUN_J_STRING, .name = "number", .text = "GB 1"}};

	unit_register_open(&r, u);
	f.json.first = &f.text;
	(void)unit_create(&r, "standard", "{'number':'GB 1','name':{'zh':'甲'},'kind':'national','state':'in_force'}");
	unit_fault_loop(read_again, &f);
	unit_register_close(&r);
}

static void looking_survives_faults(void)
{
	unit_store_each(check_faults, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"stated: every declared one can be looked up", every_declared_one_can_be_looked_up},
		{"stated: what is stated is found now or later", what_is_stated_is_found_now_or_later},
		{"stated: a link that was given stays", a_link_that_was_given_stays},
		{"stated: order does not matter", order_does_not_matter},
		{"stated: looking survives faults", looking_survives_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked up ahead is what each would find by itself, until something is written. */
#include "register/ahead.h"

#include "register/query.h"
#include "unit_register.h"

enum { MANY = 150 };

struct page {
	struct unit_register *r;
	struct zhun_ahead *h;
	struct zhun_arena *a;
	const char *reg;
	const struct zhun_json **rows;
	size_t count;
};

static struct zhun_reader reader_of(const struct unit_register *r, struct zhun_arena *a)
{
	return (struct zhun_reader){.conn = r->conn, .arena = a, .viewer = r->viewer};
}

static enum zhun_code fill(struct page *p, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(p->reg);
	const struct zhun_reader by = reader_of(p->r, p->a);
	enum zhun_code code = (p->h = zhun_ahead_new(p->a)) ? ZHUN_OK : zhun_no_memory(p->a, err);

	for (size_t i = 0; i < p->count && !code; i++)
		code = zhun_ahead_note_links(p->h, reg, p->rows[i], err);
	if (!code)
		code = zhun_ahead_fetch(p->h, &by, err);
	for (size_t i = 0; i < p->count && !code; i++)
		code = zhun_ahead_note_key(p->h, reg, p->rows[i], err);
	return code ? code : zhun_ahead_fetch(p->h, &by, err);
}

static struct page page_of(struct unit_register *r, const char *reg, const struct zhun_json **rows, size_t count)
{
	struct page p = {.r = r, .a = r->arena, .reg = reg, .rows = rows, .count = count};

	CHECK_CODE(fill(&p, &r->err), ZHUN_OK, &r->err);
	return p;
}

/* "id", "none" or "unknown". */
static const char *by_key(const struct page *p, const char *reg, const char *one, const char *two)
{
	const struct zhun_value key[] = {zhun_v_text(one), zhun_v_text(two)};
	const char *id = NULL;

	if (!zhun_ahead_key(p->h, zhun_register_named(reg), key, &id))
		return "unknown";
	return id ? id : "none";
}

static const char *stated(const struct page *p, const char *reg, const char *field, const char *text)
{
	const struct zhun_register *of = zhun_register_named(reg);
	const struct zhun_child *c = of->children;
	const char *dot = strchr(field, '.'), *id = NULL;

	while (dot && strncmp(c->name, field, (size_t)(dot - field)) != 0)
		c++;
	const struct zhun_field *f = dot ? zhun_field_named(c->fields, dot + 1) : zhun_field_named(of->fields, field);
	if (!zhun_ahead_stated(p->h, f, text, &id))
		return "unknown";
	return id ? id : "none";
}

/* ---- keys ---- */

static void check_keys(struct unit_store *u)
{
	struct unit_register r;
	const struct zhun_json *rows[MANY];
	const char *ids[MANY];

	unit_register_open(&r, u);
	for (int i = 0; i < MANY; i += 2)
		ids[i] = unit_create(&r, "product_category",
				     unit_text(&r, "{'scheme':'hs','code':'%d','name':{'en':'x'}}", i));
	for (int i = 0; i < MANY; i++)
		rows[i] = unit_json(&r, unit_text(&r, "{\"scheme\":\"hs\",\"code\":\"%d\",\"broader\":{\"key\":"
						  "{\"scheme\":\"ics\",\"code\":\"%d\"}}}", i, i % 3));
	const struct page p = page_of(&r, "product_category", rows, MANY);
	for (int i = 0; i < MANY; i++)
		CHECK_TEXT(by_key(&p, "product_category", "hs", unit_text(&r, "%d", i)), i % 2 ? "none" : ids[i]);
	CHECK_TEXT(by_key(&p, "product_category", "ics", "2"), "none");
	CHECK_TEXT(by_key(&p, "product_category", "ics", "7"), "unknown");
	CHECK(!zhun_ahead_key(NULL, zhun_register_named("product_category"), NULL, NULL));
	unit_register_close(&r);
}

static void keys_are_found(void)
{
	unit_store_each(check_keys, true);
}

/* A key whose part is a link: that is found first. What has no form is left to the reading of the record. */
static void check_linked(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	const char *org = unit_create(&r, "organisation", "{'code':'A','name':{'en':'A'},'kind':'nmi'}");
	const char *site = unit_create(&r, "site",
				       unit_text(&r, "{'organisation':'%s','code':'S','name':{'en':'S'}}", org));
	const struct zhun_json *rows[] = {
		unit_json(&r, "{\"organisation\":{\"key\":{\"code\":\"A\"}},\"code\":\"S\"}"),
		unit_json(&r, "{\"organisation\":{\"key\":{\"code\":\"A\"}},\"code\":\"T\"}"),
		unit_json(&r, "{\"organisation\":{\"key\":{\"code\":\"B\"}},\"code\":\"S\"}"),
		unit_json(&r, "{\"organisation\":{\"key\":7},\"code\":[]}"), unit_json(&r, "[1]"),
	};
	const struct page p = page_of(&r, "site", rows, ZHUN_COUNT(rows));
	CHECK_TEXT(by_key(&p, "organisation", "A", NULL), org);
	CHECK_TEXT(by_key(&p, "organisation", "B", NULL), "none");
	CHECK_TEXT(by_key(&p, "site", org, "S"), site);
	CHECK_TEXT(by_key(&p, "site", org, "T"), "none");
	unit_register_close(&r);
}

static void keys_with_links_are_found(void)
{
	unit_store_each(check_linked, true);
}

/* What the viewer may not see is not there. */
static void check_hidden(struct unit_store *u)
{
	static const struct zhun_viewer nobody = {0};
	struct unit_register r;

	unit_register_open(&r, u);
	const char *org = unit_create(&r, "organisation", "{'code':'A','name':{'en':'A'},'kind':'nmi'}");
	const char *own = unit_create(&r, "instrument",
				      unit_text(&r, "{'owner':'%s','number':'1','name':{'en':'x'},'kind':'instrument',"
						"'state':'in_use'}", org));
	const struct zhun_json *rows[] = {
		unit_json(&r, unit_text(&r, "{\"owner\":\"%s\",\"number\":\"1\"}", org))};
	CHECK(own != NULL);
	struct page p = page_of(&r, "instrument", rows, 1);
	CHECK_TEXT(by_key(&p, "instrument", org, "1"), own);
	r.viewer = &nobody;
	p = page_of(&r, "instrument", rows, 1);
	CHECK_TEXT(by_key(&p, "instrument", org, "1"), "none");
	unit_register_close(&r);
}

static void what_is_hidden_is_not_found(void)
{
	unit_store_each(check_hidden, true);
}

/* ---- what is stated, and what writing changes ---- */

static const char standard[] = "{'number':'%s','name':{'en':'x'},'kind':'national','state':'in_force',"
			       "'identifiers':[{'value':'urn:%s'}]}";

static const struct zhun_json *relating(struct unit_register *r)
{
	return unit_json(r, "{\"number\":\"N\",\"committee_name\":\"TC 1\",\"relations\":[{\"number\":\"A\"},"
			    "{\"number\":\"urn:A\"},{\"number\":\"B\"},{\"number\":\"urn:B\"},"
			    "{\"number\":\"urn:twice\"},"
			    "{\"number\":\"C\"}]}");
}

static void check_stated(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	const char *a = unit_create(&r, "standard", unit_text(&r, standard, "A", "A"));
	(void)unit_create(&r, "standard", unit_text(&r, standard, "Y", "twice"));
	(void)unit_create(&r, "standard", unit_text(&r, standard, "Z", "twice"));
	const struct zhun_json *rows[] = {relating(&r)};
	const struct page p = page_of(&r, "standard", rows, 1);
	static const char at[] = "relation.standard";
	CHECK_TEXT(stated(&p, "standard", "committee", "TC 1"), "none");
	CHECK_TEXT(stated(&p, "standard", at, "A"), a);
	CHECK_TEXT(stated(&p, "standard", at, "urn:A"), a);
	CHECK_TEXT(stated(&p, "standard", at, "urn:twice"), "none");
	CHECK_TEXT(stated(&p, "standard", at, "B"), "none");

	/* B comes: its names are not known any more, what others are called is */
	r.write.by.ahead = p.h;
	(void)unit_create(&r, "standard", unit_text(&r, standard, "B", "B"));
	CHECK_TEXT(stated(&p, "standard", at, "B"), "unknown");
	CHECK_TEXT(stated(&p, "standard", at, "urn:B"), "unknown");
	CHECK_TEXT(stated(&p, "standard", at, "C"), "none");
	CHECK_TEXT(stated(&p, "standard", at, "A"), a);
	CHECK_TEXT(by_key(&p, "standard", "N", NULL), "none");
	(void)unit_create(&r, "standard", unit_text(&r, standard, "N", "N"));
	CHECK_TEXT(by_key(&p, "standard", "N", NULL), "unknown");

	/* one that changes may have lost any of its names */
	(void)unit_update(&r, "standard", a, 1, "{'identifiers':[]}");
	CHECK_TEXT(stated(&p, "standard", at, "urn:A"), "unknown");
	CHECK_TEXT(stated(&p, "standard", at, "C"), "unknown");
	CHECK_TEXT(stated(&p, "standard", "committee", "TC 1"), "none");
	unit_register_close(&r);
}

static void what_is_stated_is_found_until_it_changes(void)
{
	unit_store_each(check_stated, true);
}

/* A record that is to be made is found by its name before it is there, and after. */
static void check_promised(struct unit_store *u)
{
	static const char at[] = "relation.standard";
	struct unit_register r;

	unit_register_open(&r, u);
	const char *a = unit_create(&r, "standard", unit_text(&r, standard, "A", "A"));
	const struct zhun_json *rows[] = {relating(&r), unit_json(&r, "{\"number\":\"A\"}"),
					  unit_json(&r, "{\"number\":\"C\"}")};
	const struct page p = page_of(&r, "standard", rows, 3);
	const struct zhun_register *reg = zhun_register_named("standard");

	CHECK_TEXT(zhun_ahead_promise(p.h, reg, rows[2], "new"), "new");
	CHECK_TEXT(zhun_ahead_promise(p.h, reg, rows[2], "another"), "new");
	CHECK_TEXT(zhun_ahead_promise(p.h, reg, rows[1], "third"), "third");
	CHECK_TEXT(stated(&p, "standard", at, "C"), "new");
	CHECK_TEXT(stated(&p, "standard", at, "A"), a);
	CHECK_TEXT(stated(&p, "standard", at, "B"), "none");
	CHECK_TEXT(by_key(&p, "standard", "C", NULL), "none");
	r.write.by.ahead = p.h;
	(void)unit_create(&r, "standard", unit_text(&r, standard, "C", "C"));
	CHECK_TEXT(stated(&p, "standard", at, "C"), "new");
	CHECK_TEXT(by_key(&p, "standard", "C", NULL), "unknown");
	unit_register_close(&r);
}

static void what_is_to_be_made_has_its_name(void)
{
	unit_store_each(check_promised, true);
}

static enum zhun_code fill_faulty(struct zhun_arena *a, void *context)
{
	struct page *p = context;

	p->a = a;
	return fill(p, &p->r->err);
}

static void memory_runs_out(void)
{
	struct unit_store u;
	struct unit_register r;

	if (!unit_store_open_migrated(&u, ZHUN_SQLITE))
		return;
	unit_register_open(&r, &u);
	const struct zhun_json *rows[] = {relating(&r)};
	struct page p = {.r = &r, .reg = "standard", .rows = rows, .count = 1};
	unit_fault_loop(fill_faulty, &p);
	unit_register_close(&r);
	unit_store_close(&u);
}

static const struct unit_test tests[] = {
	{"ahead keys are found", keys_are_found},
	{"ahead keys with links are found", keys_with_links_are_found},
	{"ahead what is hidden is not found", what_is_hidden_is_not_found},
	{"ahead what is stated is found until it changes", what_is_stated_is_found_until_it_changes},
	{"ahead what is to be made has its name", what_is_to_be_made_has_its_name},
	{"ahead memory runs out", memory_runs_out},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

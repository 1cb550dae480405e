/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sees and who writes what, walked over register, role and owner on both engines. What is expected
 * is worked out here from the records as the administrator reads them, not from SQL. */
#include "unit_world.h"

enum { MEMBERS = 2 };

struct role {
	const char *name;
	struct zhun_viewer viewer;
	struct zhun_membership members[MEMBERS];
};

/* The roles of a world: the public, each role in one organisation or two, and the authorities. */
static size_t make_roles(const struct unit_world *w, struct role *roles)
{
	const char *const *organisations = w->ids[unit_world_number("organisation")];
	const struct role all[] = {
		{"public", {.account = NULL}, {{0}}},
		{"nobody's member", {.account = "a"}, {{0}}},
		{"staff", {.account = "b", .count = 1}, {{organisations[0], ZHUN_ROLE_STAFF}}},
		{"signatory", {.account = "c", .count = 1}, {{organisations[1], ZHUN_ROLE_SIGNATORY}}},
		{"manager", {.account = "d", .count = 1}, {{organisations[2], ZHUN_ROLE_MANAGER}}},
		{"of two", {.account = "e", .count = 2},
		 {{organisations[3], ZHUN_ROLE_STAFF}, {organisations[4], ZHUN_ROLE_MANAGER}}},
		{"regulator", {.account = "f", .regulator = true}, {{0}}},
		{"administrator", {.account = "g", .administrator = true}, {{0}}},
	};

	memcpy(roles, all, sizeof all);
	for (size_t i = 0; i < ZHUN_COUNT(all); i++)
		roles[i].viewer.members = roles[i].members;
	return ZHUN_COUNT(all);
}

/* A record as the administrator reads it. */
static const struct zhun_json *whole(struct unit_register *r, const struct zhun_register *reg, const char *id)
{
	const struct zhun_viewer *viewer = r->viewer;
	const char *text;

	r->viewer = &unit_administrator;
	text = unit_get(r, reg->name, id, NULL);
	r->viewer = viewer;
	return *text ? unit_json(r, text) : NULL;
}

/* The organisation at the end of a path such as "accreditation.body"; NULL where the way ends. */
static const char *owner_at(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
			    const char *path)
{
	const char *dot = strchr(path, '.'), *step, *id;

	if (strcmp(path, "id") == 0)
		return zhun_json_get_string(record, "id");
	step = dot ? zhun_strndup(r->arena, path, (size_t)(dot - path)) : path;
	id = zhun_json_get_string(zhun_json_get(record, step), "id");
	if (!id || !dot)
		return id;
	reg = zhun_register_named(zhun_field_named(reg->fields, step)->link);
	return owner_at(r, reg, whole(r, reg, id), dot + 1);
}

static bool is_member(const struct zhun_viewer *v, const char *organisation, enum zhun_role least)
{
	for (size_t i = 0; i < v->count; i++)
		if (organisation && strcmp(v->members[i].organisation, organisation) == 0 &&
			v->members[i].role >= least)
			return true;
	return false;
}

static bool owns(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
		 const struct zhun_viewer *v, bool writes)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
		const struct zhun_owner *o = &reg->owners[i];

		if (writes && (!o->writes || (o->unless && zhun_json_get(record, o->unless)->kind != ZHUN_J_NULL)))
			continue;
		if (is_member(v, owner_at(r, reg, record, o->path), writes ? reg->write_role : ZHUN_ROLE_STAFF))
			return true;
	}
	return false;
}

static bool may_see(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
		    const struct zhun_viewer *v)
{
	if (v->administrator || v->regulator || reg->public_when.rule == ZHUN_PUBLIC_ALWAYS)
		return true;
	if (reg->public_when.rule == ZHUN_PUBLIC_WHEN &&
	    zhun_json_get(record, reg->public_when.field)->kind == ZHUN_J_TRUE)
		return true;
	return owns(r, reg, record, v, false);
}

static bool may_write(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
		      const struct zhun_viewer *v)
{
	return v->administrator || (v->regulator && reg->authority_writes) || owns(r, reg, record, v, true);
}

/* A field with a read class is there for who may read it, and empty for the others. */
static void check_classes(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
			  const struct zhun_json *seen, const char *role)
{
	const struct zhun_viewer *v = r->viewer;

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		bool all = v->administrator || v->regulator || f->read == ZHUN_READ_ALL ||
			   (f->read == ZHUN_READ_MEMBER && owns(r, reg, record, v, false));
		const struct zhun_json *is = zhun_json_get(record, f->name), *shown = zhun_json_get(seen, f->name);

		if (f->read == ZHUN_READ_ALL || is->kind == ZHUN_J_NULL)
			continue;
		unit_check((shown->kind != ZHUN_J_NULL) == all, __FILE__, __LINE__, "%s.%s as %s", reg->name, f->name,
			   role);
	}
}

/* A link says nothing of a record that the viewer may not see. */
static void check_links(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
			const struct zhun_json *seen, const char *role)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		const char *id = zhun_json_get_string(zhun_json_get(record, f->name), "id");

		if (f->kind != ZHUN_F_LINK || !id)
			continue;
		const struct zhun_register *to = zhun_register_named(f->link);
		bool visible = may_see(r, to, whole(r, to, id), r->viewer);
		const struct zhun_json *link = zhun_json_get(seen, f->name);

		unit_check((zhun_json_get_string(link, "id") != NULL) == visible, __FILE__, __LINE__, "%s.%s as %s",
			   reg->name, f->name, role);
		unit_check((zhun_json_get_string(link, "title") != NULL) == visible, __FILE__, __LINE__,
			   "%s.%s as %s", reg->name, f->name, role);
	}
}

static void check_read(struct unit_register *r, const struct zhun_register *reg, const char *id,
		       const struct zhun_json *record, const struct role *role)
{
	bool visible = may_see(r, reg, record, &role->viewer);
	const char *text = unit_get(r, reg->name, id, NULL);

	unit_check(r->code == (visible ? ZHUN_OK : ZHUN_E_RECORD_UNKNOWN), __FILE__, __LINE__,
		"%s as %s: %s", reg->name,
		   role->name, zhun_error_row(r->code)->name);
	if (*text) {
		check_classes(r, reg, record, unit_json(r, text), role->name);
		check_links(r, reg, record, unit_json(r, text), role->name);
	}
	(void)unit_history(r, reg->name, id);
	unit_check(r->code == (visible ? ZHUN_OK : ZHUN_E_RECORD_UNKNOWN), __FILE__, __LINE__, "history of %s as %s",
		   reg->name, role->name);
	(void)unit_get(r, reg->name, id, "as_of=2026-03-02&known_at=2026-03-02T09:50:00Z");
	unit_check(r->code == (visible ? ZHUN_OK : ZHUN_E_RECORD_UNKNOWN), __FILE__, __LINE__, "past of %s as %s",
		   reg->name, role->name);
}

static void check_list(struct unit_register *r, const struct zhun_register *reg, const char *expected, size_t count,
		       const struct role *role)
{
	const char *text = unit_list(r, reg->name, "limit=500&sort=id&total=1");
	const struct zhun_json *total = zhun_json_get(unit_json(r, text), "total");

	unit_check_text(unit_items(r, text, "id"), expected, role->name, 0);
	unit_check_int(zhun_json_get(total, "count")->integer, (long long)count, role->name, 0);
	text = unit_list(r, reg->name, "limit=500&sort=id&as_of=2026-03-02&known_at=2026-03-02T09:50:00Z");
	unit_check_text(unit_items(r, text, "id"), expected, role->name, 1);
}

static void walk_reads(struct unit_world *w, struct unit_register *r, size_t n, const struct role *role)
{
	const char *expected = "";
	size_t count = 0;

	for (size_t i = 0; i < w->count[n]; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(r->arena);
		const struct zhun_json *record = whole(r, zhun_registers[n], w->ids[n][i]);
		bool visible = may_see(r, zhun_registers[n], record, &role->viewer);

		check_read(r, zhun_registers[n], w->ids[n][i], record, role);
		zhun_arena_rewind(r->arena, mark);
		if (!visible)
			continue;
		expected = unit_text(r, "%s%s%s", expected, count++ ? " " : "", w->ids[n][i]);
	}
	check_list(r, zhun_registers[n], expected, count, role);
}

static void check_reads(struct unit_store *u)
{
	struct unit_register r;
	struct unit_world w;
	struct role roles[16];
	size_t count;

	unit_register_open(&r, u);
	unit_world_make(&w, &r, 10, 3);
	count = make_roles(&w, roles);
	for (size_t i = 0; i < count; i++) {
		r.viewer = &roles[i].viewer;
		for (size_t n = 0; zhun_registers[n]; n++)
			walk_reads(&w, &r, n, &roles[i]);
	}
	unit_register_close(&r);
}

static void every_role_reads_what_it_may(void)
{
	unit_store_each(check_reads, true);
}

static void walk_writes(struct unit_world *w, struct unit_register *r, size_t n, const struct role *role)
{
	const struct zhun_register *reg = zhun_registers[n];

	for (size_t i = 0; i < w->count[n]; i++) {
		const struct zhun_json *record = whole(r, reg, w->ids[n][i]);
		bool visible = may_see(r, reg, record, &role->viewer), writes = may_write(r, reg,
			record, &role->viewer);
		enum zhun_code expected = !visible ? ZHUN_E_RECORD_UNKNOWN : writes ? ZHUN_OK : ZHUN_E_WRITE_FORBIDDEN;

		(void)unit_update(r, reg->name, w->ids[n][i], zhun_json_get(record, "rev")->integer, "{}");
		unit_check(r->code == expected, __FILE__, __LINE__, "%s as %s: %s", reg->name, role->name,
			   zhun_error_row(r->code)->name);
		if (expected == ZHUN_OK)
			continue;
		(void)unit_remove(r, reg->name, w->ids[n][i], zhun_json_get(record, "rev")->integer);
		unit_check(r->code == expected, __FILE__, __LINE__, "removing %s as %s", reg->name, role->name);
	}
}

static void check_writes(struct unit_store *u)
{
	struct unit_register r;
	struct unit_world w;
	struct role roles[16];
	size_t count;

	unit_register_open(&r, u);
	unit_world_make(&w, &r, 8, 5);
	count = make_roles(&w, roles);
	for (size_t i = 0; i < count; i++) {
		r.viewer = &roles[i].viewer;
		for (size_t n = 0; zhun_registers[n]; n++)
			walk_writes(&w, &r, n, &roles[i]);
	}
	unit_register_close(&r);
}

static void every_role_writes_what_it_may(void)
{
	unit_store_each(check_writes, true);
}

/* A record cannot be given away to be written, nor made for somebody else. */
static void check_transfer(struct unit_store *u)
{
	struct unit_register r;
	struct zhun_membership staff[1] = {{NULL, ZHUN_ROLE_STAFF}};
	const struct zhun_viewer member = {.account = "a", .members = staff, .count = 1};
	static const char body[] = "{'code':'%s','name':{'en':'x'},'kind':'laboratory'}";
	static const char item[] =
		"{'owner':'%s','number':'1','name':{'en':'x'},'kind':'instrument','state':'in_use'}";

	unit_register_open(&r, u);
	const char *mine = unit_create(&r, "organisation", unit_text(&r, body, "A"));
	const char *other = unit_create(&r, "organisation", unit_text(&r, body, "B"));
	staff[0].organisation = mine;
	r.viewer = &member;
	CHECK(unit_create(&r, "instrument", unit_text(&r, item, other)) == NULL);
	CHECK_INT(r.code, ZHUN_E_WRITE_FORBIDDEN);
	const char *id = unit_create(&r, "instrument", unit_text(&r, item, mine));
	CHECK_INT(r.code, ZHUN_OK);
	CHECK_INT(unit_update(&r, "instrument", id, 1, unit_text(&r, "{'owner':'%s'}", other)), 0);
	CHECK_INT(r.code, ZHUN_E_WRITE_FORBIDDEN);
	CHECK(unit_create(&r, "organisation", unit_text(&r, body, "C")) == NULL);
	CHECK_INT(r.code, ZHUN_E_WRITE_FORBIDDEN);
	/* what was public and is not any more cannot be read by asking for the past */
	CHECK_INT(unit_update(&r, "instrument", id, 1, "{'shared':true}"), 2);
	r.viewer = &(const struct zhun_viewer){0};
	CHECK(*unit_get(&r, "instrument", id, NULL));
	r.viewer = &member;
	CHECK_INT(unit_update(&r, "instrument", id, 2, "{'shared':false}"), 3);
	r.viewer = &(const struct zhun_viewer){0};
	CHECK(!*unit_get(&r, "instrument", id, unit_text(&r, "known_at=2026-03-02T09:00:0%dZ", 7)));
	CHECK_TEXT(unit_items(&r, unit_list(&r, "instrument", "known_at=2026-03-02T09:00:07Z"), "id"), "");
	CHECK(!*unit_history(&r, "instrument", id));
	unit_register_close(&r);
}

static void nobody_gives_away_or_reads_back(void)
{
	unit_store_each(check_transfer, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"every role reads what it may", every_role_reads_what_it_may},
		{"every role writes what it may", every_role_writes_what_it_may},
		{"nobody gives away or reads back", nobody_gives_away_or_reads_back},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

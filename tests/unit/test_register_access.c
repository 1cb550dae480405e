/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sees and who writes what, walked over register, role and owner on both engines. What is expected
 * is worked out here from the records as the administrator reads them, not from SQL.
 * register/query_access.c. */
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

static bool is_member(const struct zhun_viewer *v, const char *organisation, enum zhun_role least)
{
	for (size_t i = 0; i < v->count; i++)
		if (organisation && strcmp(v->members[i].organisation, organisation) == 0 &&
			v->members[i].role >= least)
			return true;
	return false;
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

/* Whether a record of the register @a o goes through leads to this one and to the viewer's house. */
static bool owns_through(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
			 const struct zhun_owner *o, enum zhun_role least)
{
	const struct zhun_register *through = zhun_register_named(o->through);
	const struct zhun_viewer *viewer = r->viewer;
	const struct zhun_field *back = through->fields;
	const char *list, *id = zhun_json_get_string(record, "id");

	while (!zhun_str_equal(back->link, reg->name))
		back++;
	r->viewer = &unit_administrator;
	list = unit_list(r, through->name, unit_text(r, "limit=500&%s=%s", back->name, id));
	r->viewer = viewer;
	for (const struct zhun_json *j = zhun_json_get(unit_json(r, list), "items")->first; j; j = j->next)
		if (is_member(viewer, owner_at(r, through, j, o->path), least))
			return true;
	return false;
}

static bool owns(struct unit_register *r, const struct zhun_register *reg, const struct zhun_json *record,
		 const struct zhun_viewer *v, bool writes)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
		const struct zhun_owner *o = &reg->owners[i];
		enum zhun_role least = writes ? reg->write_role : o->reads;

		if (writes && (!o->writes || (o->unless && zhun_json_get(record, o->unless)->kind != ZHUN_J_NULL)))
			continue;
		if (o->through ? owns_through(r, reg, record, o, least)
			       : is_member(v, owner_at(r, reg, record, o->path), least))
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

/* A link to a record that the viewer may not see is empty. */
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

		unit_check(link->kind == (visible ? ZHUN_J_OBJECT : ZHUN_J_NULL), __FILE__, __LINE__, "%s.%s as %s",
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

static const char *add_document(struct unit_register *r, const char *text)
{
	const struct zhun_document d = {.id = unit_register_id(r), .bytes = {(const unsigned char *)text, strlen(text)},
					.media_type = "text/csv"};
	const char *id = NULL;

	CHECK_CODE(zhun_register_document_add(r->conn, r->arena, &d, r->write.now, &id, &r->err), ZHUN_OK, &r->err);
	return id;
}

/* A record of @a reg with nothing but what is required, @a document in the field @a f, owned by @a owner. */
static const char *body_with(struct unit_register *r, const struct zhun_register *reg, const struct zhun_field *f,
			     const char *owner, const char *document)
{
	const char *body = unit_text(r, "{'%s':'%s'", f->name, document);

	for (const struct zhun_field *m = reg->fields; m->name; m++) {
		const char *value = zhun_str_equal(m->name, reg->key[1]) ? document : "2026";

		if (!m->required)
			continue;
		if (m->kind == ZHUN_F_LINK)
			value = owner;
		if (m->kind == ZHUN_F_CHOICE)
			value = m->choices->value;
		body = unit_text(r, "%s,'%s':'%s'", body, m->name, value);
	}
	return unit_text(r, "%s}", body);
}

/* Whoever knows the id of a document it may not read cannot file it as its own and read it so. */
static void check_field(struct unit_register *r, const struct zhun_register *reg, const struct zhun_field *f,
			const struct zhun_viewer *members)
{
	const char *mine = members[0].members->organisation, *other = members[1].members->organisation;
	const char *document = add_document(r, unit_text(r, "%s.%s", reg->name, f->name));
	const char *theirs = body_with(r, reg, f, other, document), *id;
	struct zhun_document got;

	r->viewer = &members[1];
	CHECK(unit_create(r, reg->name, theirs) == NULL);
	CHECK_INT(r->code, ZHUN_E_DOCUMENT_UNKNOWN);
	CHECK(strstr(r->err.place, f->name) != NULL);
	r->viewer = &members[0];
	r->write.by.brought = document;
	CHECK(unit_create(r, reg->name, body_with(r, reg, f, mine, document)) != NULL);
	CHECK_CODE(r->code, ZHUN_OK, &r->err);
	r->viewer = &members[1];
	r->write.by.brought = add_document(r, "another");
	CHECK(unit_create(r, reg->name, theirs) == NULL);
	CHECK_INT(r->code, ZHUN_E_DOCUMENT_UNKNOWN);
	r->write.by.brought = NULL;
	CHECK(unit_create(r, reg->name, theirs) == NULL);
	CHECK_INT(r->code, ZHUN_E_DOCUMENT_UNKNOWN);
	CHECK_CODE(zhun_register_document_get(&(struct zhun_reader){r->conn, r->arena, r->viewer, NULL}, document, &got,
		   &r->err), ZHUN_E_RECORD_UNKNOWN, &r->err);
	r->viewer = &members[0];
	CHECK_CODE(zhun_register_document_get(&(struct zhun_reader){r->conn, r->arena, r->viewer, NULL}, document, &got,
		   &r->err), ZHUN_OK, &r->err);
	/* what it reads it may file, the regulator reads all; and what stands there is not asked again */
	r->viewer = &unit_administrator;
	if (!CHECK((id = unit_create(r, reg->name, theirs)) != NULL))
		return;
	r->viewer = &members[1];
	CHECK_INT(unit_update(r, reg->name, id, 1, unit_text(r, "{'%s':{'id':'%s'}}", f->name, document)), 2);
}

static void check_documents(struct unit_store *u)
{
	static const char body[] = "{'code':'%s','name':{'en':'x'},'kind':'laboratory'}";
	struct unit_register r;
	struct zhun_membership staff[2] = {{NULL, ZHUN_ROLE_MANAGER}, {NULL, ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer members[2] = {{.account = "a", .members = &staff[0], .count = 1},
					       {.account = "b", .members = &staff[1], .count = 1}};
	size_t fields = 0;

	unit_register_open(&r, u);
	staff[0].organisation = unit_create(&r, "organisation", unit_text(&r, body, "A"));
	staff[1].organisation = unit_create(&r, "organisation", unit_text(&r, body, "B"));
	for (size_t i = 0; zhun_registers[i]; i++)
		for (const struct zhun_field *f = zhun_registers[i]->fields; f->name; f++)
			if (f->kind == ZHUN_F_DOCUMENT) {
				check_field(&r, zhun_registers[i], f, members);
				fields++;
			}
	CHECK(fields > 0);
	unit_register_close(&r);
}

static void a_known_id_is_no_right_to_a_document(void)
{
	unit_store_each(check_documents, true);
}

/* Who could not see a link and sends the record back as it was answered leaves it there. */
static void check_hidden_links(struct unit_store *u)
{
	static const char body[] = "{'code':'%s','name':{'en':'x'},'kind':'laboratory'}";
	struct unit_register r;
	struct zhun_membership staff[1] = {{NULL, ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer member = {.account = "a", .members = staff, .count = 1};

	unit_register_open(&r, u);
	const char *mine = unit_create(&r, "organisation", unit_text(&r, body, "A"));
	const char *other = unit_create(&r, "organisation", unit_text(&r, body, "B"));
	const char *hidden = unit_create(&r, "instrument", unit_text(&r,
		"{'owner':'%s','number':'1','name':{'en':'x'},'kind':'instrument','state':'in_use'}", other));
	const char *id = unit_create(&r, "certificate", unit_text(&r,
		"{'number':'1','issuer':'%s','kind':'calibration','issued':'2026','state':'valid','item':'%s',"
		"'evidence':[{'name':'a'},{'name':'b','instrument':'%s'}]}", mine, hidden, hidden));
	CHECK_INT(r.code, ZHUN_OK);
	staff[0].organisation = mine;
	r.viewer = &member;
	const char *seen = unit_get(&r, "certificate", id, NULL);
	CHECK(strstr(seen, "\"item\":null") && !strstr(seen, hidden));
	CHECK_INT(unit_update(&r, "certificate", id, 1, seen), 2);
	CHECK_INT(unit_update(&r, "certificate", id, 2, "{'item':null,'evidence':[{'name':'b'}]}"), 3);
	r.viewer = &unit_administrator;
	const struct zhun_json *now = unit_json(&r, unit_get(&r, "certificate", id, NULL));
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(now, "item"), "id"), hidden);
	CHECK_INT((long long)zhun_json_get(now, "evidence")->count, 1);
	const struct zhun_json *left = zhun_json_get(now, "evidence")->first;
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(left, "instrument"), "id"), hidden);
	/* who sees it takes it away; and a row that says something else does not get it */
	CHECK_INT(unit_update(&r, "certificate", id, 3, "{'item':null}"), 4);
	CHECK(strstr(unit_get(&r, "certificate", id, NULL), "\"item\":null") != NULL);
	r.viewer = &member;
	CHECK_INT(unit_update(&r, "certificate", id, 4, "{'evidence':[{'name':'c'}]}"), 5);
	r.viewer = &unit_administrator;
	CHECK(strstr(unit_get(&r, "certificate", id, NULL), hidden) == NULL);
	unit_register_close(&r);
}

/* That a key is taken is told to whoever may try; by which record, to who may see it. */
static void check_taken(struct unit_store *u)
{
	static const char body[] = "{'code':'%s','name':{'en':'x'},'kind':'laboratory'}";
	struct unit_register r;
	struct zhun_membership staff[1] = {{NULL, ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer member = {.account = "a", .members = staff, .count = 1};

	unit_register_open(&r, u);
	const char *mine = unit_create(&r, "organisation", unit_text(&r, body, "A"));
	const char *other = unit_create(&r, "organisation", unit_text(&r, body, "B"));
	const char *instrument = unit_text(&r, "{'owner':'%s','number':'1','name':{'en':'x'},'kind':'instrument',"
					       "'state':'in_use'}", other);
	const char *hidden = unit_create(&r, "instrument", instrument);

	(void)unit_create(&r, "instrument", instrument);
	CHECK_INT(r.code, ZHUN_E_KEY_TAKEN);
	CHECK(strstr(r.err.arg[1], hidden) != NULL);
	staff[0].organisation = mine;
	r.viewer = &member;
	(void)unit_create(&r, "instrument", instrument);
	CHECK(r.code == ZHUN_E_KEY_TAKEN || r.code == ZHUN_E_WRITE_FORBIDDEN || r.code == ZHUN_E_LINK_UNKNOWN);
	for (size_t i = 0; i < ZHUN_COUNT(r.err.arg); i++)
		CHECK(strstr(r.err.arg[i], hidden) == NULL);
	unit_register_close(&r);
}

static void who_has_a_key_is_told_to_who_may_see_it(void)
{
	unit_store_each(check_taken, true);
}

static void a_hidden_link_survives_being_sent_back(void)
{
	unit_store_each(check_hidden_links, true);
}

/* A manager sees who acts for its house, by name, and nobody else; its staff and the public nobody. */
static void check_accounts(struct unit_store *u)
{
	static const char body[] = "{'code':'%s','name':{'en':'x'},'kind':'laboratory'}";
	struct unit_register r;
	struct zhun_membership house[1] = {{NULL, ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer member = {.account = "a", .members = house, .count = 1};

	unit_register_open(&r, u);
	const char *mine = unit_create(&r, "organisation", unit_text(&r, body, "A"));
	const char *other = unit_create(&r, "organisation", unit_text(&r, body, "B"));
	const char *anna = unit_create(&r, "account", "{'name':'anna','full_name':'Anna','regulator':true}");
	const char *bert = unit_create(&r, "account", "{'name':'bert'}");
	const char *both = unit_create(&r, "account", "{'name':'carl'}");
	static const char as[] = "{'account':'%s','organisation':'%s','role':'staff'}";
	CHECK(unit_create(&r, "member", unit_text(&r, as, anna, mine)) != NULL);
	CHECK(unit_create(&r, "member", unit_text(&r, as, bert, other)) != NULL);
	CHECK(unit_create(&r, "member", unit_text(&r, as, both, mine)) != NULL);
	CHECK(unit_create(&r, "member", unit_text(&r, as, both, other)) != NULL);
	house->organisation = mine;
	r.viewer = &member;
	CHECK_TEXT(unit_items(&r, unit_list(&r, "account", "sort=name"), "name"), "anna carl");
	CHECK(strstr(unit_list(&r, "member", NULL), "\"title\":\"anna\"") != NULL);
	CHECK(strstr(unit_get(&r, "account", anna, NULL), "\"regulator\":null") != NULL);
	CHECK(!*unit_get(&r, "account", bert, NULL));
	CHECK_INT(r.code, ZHUN_E_RECORD_UNKNOWN);
	CHECK_INT(unit_update(&r, "account", anna, 1, "{'full_name':'x'}"), 0);
	CHECK_INT(r.code, ZHUN_E_WRITE_FORBIDDEN);
	house->role = ZHUN_ROLE_SIGNATORY;
	CHECK_TEXT(unit_items(&r, unit_list(&r, "account", "sort=name"), "name"), "");
	CHECK(strstr(unit_list(&r, "member", NULL), "\"account\":null") != NULL);
	unit_register_close(&r);
}

static void managers_see_who_acts_for_their_house(void)
{
	unit_store_each(check_accounts, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"every role reads what it may", every_role_reads_what_it_may},
		{"every role writes what it may", every_role_writes_what_it_may},
		{"nobody gives away or reads back", nobody_gives_away_or_reads_back},
		{"a known id is no right to a document", a_known_id_is_no_right_to_a_document},
		{"a hidden link survives being sent back", a_hidden_link_survives_being_sent_back},
		{"who has a key is told to who may see it", who_has_a_key_is_told_to_who_may_see_it},
		{"managers see who acts for their house", managers_see_who_acts_for_their_house},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The declarations of all registers, walked; and what is said of them: register/declaration.c,
 * register/group.c, register/schema_json.c, register/openapi.c. */
#include "codec/json.h"
#include "register/register.h"
#include "unit.h"

static struct zhun_arena *arena;

static bool is_word(const char *s)
{
	if (!s || *s < 'a' || *s > 'z')
		return false;
	for (; *s; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') || *s == '_'))
			return false;
	return true;
}

static bool in_both(const char *const text[2])
{
	return text[0] && *text[0] && text[1] && *text[1];
}

/* Names that the tables use themselves. */
static bool is_taken(const char *name)
{
	static const char *const taken[] = {"id", "rev", "rev_to", "change", "recorded_from", "recorded_to",
		"valid_from", "valid_to", "record", "n", "m", "title", "key", "reason", "language"};

	for (size_t i = 0; i < ZHUN_COUNT(taken); i++)
		if (zhun_str_equal(taken[i], name))
			return true;
	return false;
}

static void check_choices(const char *at, const struct zhun_field *f)
{
	unit_check((f->kind == ZHUN_F_CHOICE) == (f->choices != NULL), __FILE__, __LINE__, "%s.%s", at, f->name);
	for (const struct zhun_choice *c = f->choices; c && c->value; c++)
		unit_check(is_word(c->value) && in_both(c->title), __FILE__, __LINE__, "%s.%s=%s", at, f->name,
			   c->value);
}

static void check_field(const char *at, const struct zhun_field *f, bool child)
{
	bool orders = f->kind != ZHUN_F_DOCUMENT && f->kind != ZHUN_F_UNCERTAINTY;

	unit_check(is_word(f->name), __FILE__, __LINE__, "%s.%s: its name", at, f->name);
	unit_check(!is_taken(f->name) || (child && zhun_str_equal(f->name, "reason")), __FILE__, __LINE__,
		   "%s.%s: a name of the tables", at, f->name);
	unit_check(in_both(f->title) && in_both(f->help), __FILE__, __LINE__, "%s.%s: title, help", at, f->name);
	unit_check((f->kind == ZHUN_F_LINK) == (f->link != NULL), __FILE__, __LINE__, "%s.%s: link", at, f->name);
	if (f->link)
		unit_check(zhun_register_named(f->link) != NULL, __FILE__, __LINE__, "%s.%s: to nowhere", at, f->name);
	unit_check(orders || !(f->indexed || f->sortable), __FILE__, __LINE__, "%s.%s: has no order", at, f->name);
	unit_check(f->kind != ZHUN_F_MONEY || !f->sortable, __FILE__, __LINE__, "%s.%s: which currency?", at, f->name);
	unit_check(!f->lenient || f->kind == ZHUN_F_QUANTITY, __FILE__, __LINE__, "%s.%s: lenient", at, f->name);
	unit_check((f->kind == ZHUN_F_UNCERTAINTY) == (f->of != NULL), __FILE__, __LINE__, "%s.%s: of", at, f->name);
	unit_check(!f->hierarchy || (!child && f->kind == ZHUN_F_LINK && zhun_str_equal(f->link, at)), __FILE__,
		   __LINE__, "%s.%s: hierarchy", at, f->name);
	check_choices(at, f);
}

static void check_fields(const char *at, const struct zhun_field *fields, bool child)
{
	for (const struct zhun_field *f = fields; f->name; f++) {
		check_field(at, f, child);
		if (f->of)
			CHECK(zhun_field_named(fields, f->of)->kind == ZHUN_F_QUANTITY);
		if (f->not_before)
			CHECK(f->kind == ZHUN_F_DATE && zhun_field_named(fields, f->not_before)->kind == ZHUN_F_DATE);
		unit_check(!child || f->read == ZHUN_READ_ALL, __FILE__, __LINE__, "%s.%s: read class", at, f->name);
		unit_check(zhun_field_named(fields, f->name) == f, __FILE__, __LINE__, "%s.%s: twice", at, f->name);
	}
}

static void check_children(const char *at, const struct zhun_child *children, int depth)
{
	CHECK(depth <= 2 || !children);
	for (const struct zhun_child *c = children; c && c->name; c++) {
		unit_check(is_word(c->name) && is_word(c->plural) && in_both(c->title) && in_both(c->help),
			   __FILE__, __LINE__, "%s.%s", at, c->name);
		check_fields(c->name, c->fields, true);
		check_children(c->name, c->children, depth + 1);
	}
}

/* The last field of a path such as "accreditation.body"; NULL where a step leads nowhere. */
static const struct zhun_field *field_at(const struct zhun_register *reg, const char *path)
{
	const char *dot = strchr(path, '.');
	char step[64] = "";
	const struct zhun_field *f;

	CHECK((dot ? (size_t)(dot - path) : strlen(path)) < sizeof step);
	memcpy(step, path, dot ? (size_t)(dot - path) : strlen(path));
	f = zhun_field_named(reg->fields, step);
	return f && dot ? field_at(zhun_register_named(f->link), dot + 1) : f;
}

static void check_owners(const struct zhun_register *reg)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
		const struct zhun_owner *o = &reg->owners[i];
		const struct zhun_register *from = o->through ? zhun_register_named(o->through) : reg;
		const struct zhun_field *f = field_at(from, o->path), *back = from->fields;

		while (o->through && back->name && !zhun_str_equal(back->link, reg->name))
			back++;
		CHECK(!o->through || (back->name && !o->writes));
		if (zhun_str_equal(o->path, "id"))
			CHECK_TEXT(reg->name, "organisation");
		else
			unit_check(f && zhun_str_equal(f->link, "organisation"), __FILE__, __LINE__, "%s: %s",
				   reg->name, o->path);
		if (o->unless)
			CHECK(zhun_field_named(reg->fields, o->unless)->kind == ZHUN_F_LINK);
	}
	if (reg->public_when.rule == ZHUN_PUBLIC_WHEN)
		CHECK(zhun_field_named(reg->fields, reg->public_when.field)->kind == ZHUN_F_BOOLEAN);
}

static void check_names(const struct zhun_register *reg, const char *const *names, size_t room)
{
	CHECK(names[0] != NULL);
	for (size_t i = 0; i < room && names[i]; i++)
		unit_check(zhun_field_named(reg->fields, names[i]) != NULL, __FILE__, __LINE__, "%s: %s",
			   reg->name, names[i]);
}

static void check_order(const struct zhun_register *reg)
{
	const struct zhun_field *f = zhun_field_named(reg->fields, reg->sort + (reg->sort[0] == '-'));

	unit_check(f && f->sortable && f->required && f->kind != ZHUN_F_TEXTS, __FILE__, __LINE__,
		   "%s: its order is a required, sortable field of one column", reg->name);
}

static void declarations_hold_together(void)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		const struct zhun_register *reg = zhun_registers[i];

		CHECK(is_word(reg->name) && is_word(reg->plural));
		CHECK(in_both(reg->title) && in_both(reg->titles) && in_both(reg->help));
		CHECK(zhun_register_named(reg->name) == reg && zhun_register_of_plural(reg->plural) == reg);
		check_fields(reg->name, reg->fields, false);
		check_children(reg->name, reg->children, 1);
		check_names(reg, reg->key, ZHUN_REGISTER_NAMES);
		check_names(reg, reg->title_fields, ZHUN_REGISTER_NAMES);
		check_names(reg, reg->list, ZHUN_REGISTER_COLUMNS);
		check_owners(reg);
		check_order(reg);
	}
}

static void key_fields_are_required_and_compared_whole(void)
{
	for (size_t i = 0; zhun_registers[i]; i++)
		for (size_t k = 0; zhun_registers[i]->key[k]; k++) {
			const struct zhun_register *reg = zhun_registers[i];
			const struct zhun_field *f = zhun_field_named(reg->fields, reg->key[k]);

			unit_check(f->required && (f->kind == ZHUN_F_TEXT || f->kind == ZHUN_F_LINK ||
						   f->kind == ZHUN_F_CHOICE || f->kind == ZHUN_F_INTEGER ||
						   f->kind == ZHUN_F_DATE),
				   __FILE__, __LINE__, "%s.%s", reg->name, f->name);
		}
}

static bool has_register(const char *group)
{
	for (size_t i = 0; zhun_registers[i]; i++)
		if (zhun_str_equal(zhun_registers[i]->group, group))
			return true;
	return false;
}

static void every_register_stands_under_a_heading(void)
{
	size_t found = 0, all = 0;

	for (const struct zhun_register_group *g = zhun_register_groups; g->name; g++) {
		unit_check(is_word(g->name) && in_both(g->title) && has_register(g->name), __FILE__, __LINE__, "%s",
			   g->name);
		for (size_t i = 0; zhun_registers[i]; i++)
			found += zhun_str_equal(zhun_registers[i]->group, g->name);
	}
	while (zhun_registers[all])
		all++;
	CHECK_INT(found, all);
}

static void unknown_names_find_nothing(void)
{
	CHECK(!zhun_register_named("nothing") && !zhun_register_of_plural("nothings"));
	CHECK(!zhun_field_named(zhun_registers[0]->fields, "nothing"));
	CHECK(!zhun_child_named(NULL, "nothing"));
	for (int k = 0; k < ZHUN_FIELD_KINDS; k++)
		CHECK(zhun_field_kind_name((enum zhun_field_kind)k) != NULL);
}

static const struct zhun_json *schema_of(const struct zhun_viewer *viewer)
{
	const struct zhun_json *json = NULL;
	const char *text = NULL;
	struct zhun_text out;
	struct zhun_error err = {0};

	zhun_text_init(&out, arena, 1 << 20);
	zhun_register_schema_json(&out, viewer);
	CHECK_CODE(zhun_text_done(&out, &text, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_json_parse(arena, text, strlen(text), &json, &err), ZHUN_OK, &err);
	return zhun_json_get(json, "registers");
}

static const struct zhun_json *named(const struct zhun_json *array, const char *name)
{
	for (const struct zhun_json *v = array->first; v; v = v->next)
		if (zhun_str_equal(zhun_json_get_string(v, "name"), name))
			return v;
	return NULL;
}

static bool may(const struct zhun_viewer *viewer, const char *reg, const char *what)
{
	return zhun_json_get(zhun_json_get(named(schema_of(viewer), reg), "may"), what)->kind == ZHUN_J_TRUE;
}

static void the_schema_says_who_may_write(void)
{
	static const struct zhun_membership staff[] = {{"o", ZHUN_ROLE_STAFF}};
	static const struct zhun_membership manager[] = {{"o", ZHUN_ROLE_MANAGER}};
	const struct zhun_viewer nobody = {0}, administrator = {.administrator = true};
	const struct zhun_viewer regulator = {.regulator = true};
	const struct zhun_viewer member = {.members = staff, .count = 1}, head = {.members = manager, .count = 1};

	CHECK(!may(&nobody, "certificate", "create") && !may(&nobody, "organisation", "update"));
	CHECK(may(&administrator, "certificate", "create") && may(&administrator, "quantity_kind", "remove"));
	CHECK(may(&regulator, "organisation", "create") && !may(&regulator, "certificate", "create"));
	CHECK(may(&member, "certificate", "create") && !may(&member, "organisation", "update"));
	CHECK(may(&head, "organisation", "update") && !may(&head, "organisation", "create"));
	CHECK(!may(&head, "quantity_kind", "update"));
}

static void the_schema_tells_fields_and_children(void)
{
	const struct zhun_viewer nobody = {0};
	const struct zhun_json *reg = named(schema_of(&nobody), "certificate");
	const struct zhun_json *issuer = named(zhun_json_get(reg, "fields"), "issuer");
	const struct zhun_json *results = named(zhun_json_get(reg, "children"), "results");

	CHECK_TEXT(zhun_json_get_string(issuer, "link"), "organisation");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(issuer, "title"), "zh"), "发证机构");
	CHECK_TEXT(zhun_json_get_string(named(zhun_json_get(results, "children"), "values"), "name"), "values");
	CHECK_TEXT(zhun_json_get_string(reg, "sort"), "-issued");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(named(zhun_json_get(reg, "fields"), "state"), "choices")->first,
					"value"), "valid");
}

static enum zhun_code openapi_text(struct zhun_arena *a, void *context)
{
	const char **ret = context;
	struct zhun_text out;
	struct zhun_error err = {0};

	zhun_text_init(&out, a, 1 << 20);
	zhun_text_add(&out, "{");
	zhun_register_openapi(&out);
	zhun_text_add(&out, "}");
	return zhun_text_done(&out, ret, &err);
}

static void openapi_has_three_schemas_a_register(void)
{
	const struct zhun_json *json = NULL;
	const char *text = "";
	struct zhun_error err = {0};

	CHECK_INT(openapi_text(arena, &text), ZHUN_OK);
	CHECK_CODE(zhun_json_parse(arena, text, strlen(text), &json, &err), ZHUN_OK, &err);
	for (size_t i = 0; zhun_registers[i]; i++) {
		const char *name = zhun_registers[i]->name;
		char key[80];

		CHECK(zhun_json_get(json, name) != NULL);
		(void)snprintf(key, sizeof key, "%s_input", name);
		CHECK(zhun_json_get(zhun_json_get(json, key), "properties") != NULL);
		(void)snprintf(key, sizeof key, "%s_list", name);
		CHECK(zhun_json_get(zhun_json_get(json, key), "properties") != NULL);
	}
	unit_fault_loop(openapi_text, &text);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"declarations hold together", declarations_hold_together},
		{"every register stands under a heading", every_register_stands_under_a_heading},
		{"key fields are required and compared whole", key_fields_are_required_and_compared_whole},
		{"unknown names find nothing", unknown_names_find_nothing},
		{"the schema says who may write", the_schema_says_who_may_write},
		{"the schema tells fields and children", the_schema_tells_fields_and_children},
		{"openapi has three schemas a register", openapi_has_three_schemas_a_register},
	};

	arena = zhun_arena_open((size_t)64 << 20);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

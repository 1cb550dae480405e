/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/json.h"
#include "register/foreign.h"
#include "register/register.h"

static void add_both(struct zhun_json_writer *w, const char *key, const char *const text[2])
{
	zhun_json_member_object(w, key);
	zhun_json_member_string(w, "en", text[ZHUN_EN]);
	zhun_json_member_string(w, "zh", text[ZHUN_ZH]);
	zhun_json_end_object(w);
}

static void add_choices(struct zhun_json_writer *w, const struct zhun_choice *choices)
{
	zhun_json_member_array(w, "choices");
	for (const struct zhun_choice *c = choices; c->value; c++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "value", c->value);
		add_both(w, "title", c->title);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void add_field(struct zhun_json_writer *w, const struct zhun_field *f, bool may_write)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", f->name);
	zhun_json_member_string(w, "kind", zhun_field_kind_name(f->kind));
	add_both(w, "title", f->title);
	add_both(w, "help", f->help);
	zhun_json_member_bool(w, "required", f->required);
	zhun_json_member_bool(w, "searched", f->searched);
	zhun_json_member_bool(w, "indexed", zhun_field_filters(f));
	zhun_json_member_bool(w, "sortable", f->sortable);
	zhun_json_member_bool(w, "fixed", f->fixed);
	zhun_json_member_bool(w, "secret", f->secret);
	if (f->link)
		zhun_json_member_string(w, "link", f->link);
	if (f->choices)
		add_choices(w, f->choices);
	if (f->unit)
		zhun_json_member_string(w, "unit", f->unit);
	if (f->of)
		zhun_json_member_string(w, "of", f->of);
	zhun_json_member_bool(w, "may_write", may_write);
	zhun_json_end_object(w);
}

static void add_fields(struct zhun_json_writer *w, const struct zhun_field *fields, bool may_write)
{
	zhun_json_member_array(w, "fields");
	for (const struct zhun_field *f = fields; f->name; f++)
		add_field(w, f, may_write);
	zhun_json_end_array(w);
}

static void add_children(struct zhun_json_writer *w, const struct zhun_child *children, bool may_write)
{
	zhun_json_member_array(w, "children");
	for (const struct zhun_child *c = children; c && c->name; c++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", c->plural);
		add_both(w, "title", c->title);
		add_both(w, "help", c->help);
		zhun_json_member_bool(w, "insert_only", c->insert_only);
		add_fields(w, c->fields, may_write);
		add_children(w, c->children, may_write);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void add_names(struct zhun_json_writer *w, const char *key, const char *const *names, size_t room)
{
	zhun_json_member_array(w, key);
	for (size_t i = 0; i < room && names[i]; i++)
		zhun_json_string(w, names[i]);
	zhun_json_end_array(w);
}

/* Whether the viewer is a member with the role that writes, and owners may write at all. */
static bool writes_as_member(const struct zhun_register *reg, const struct zhun_viewer *viewer, bool create)
{
	bool path = false, role = false;

	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++)
		if (reg->owners[i].writes && !(create && zhun_str_equal(reg->owners[i].path, "id")))
			path = true;
	for (size_t i = 0; i < viewer->count; i++)
		if (viewer->members[i].role >= reg->write_role)
			role = true;
	return path && role;
}

static void add_may(struct zhun_json_writer *w, const struct zhun_register *reg,
		    const struct zhun_viewer *viewer)
{
	bool all = viewer->administrator || (viewer->regulator && reg->authority_writes);
	bool update = all || writes_as_member(reg, viewer, false);

	zhun_json_member_object(w, "may");
	zhun_json_member_bool(w, "create", all || writes_as_member(reg, viewer, true));
	zhun_json_member_bool(w, "update", update);
	zhun_json_member_bool(w, "remove", update);
	zhun_json_end_object(w);
}

/* Who publishes what this register can be filled with. */
static void add_sources(struct zhun_json_writer *w, const struct zhun_register *reg)
{
	zhun_json_member_array(w, "sources");
	for (size_t i = 0; zhun_foreign_sources[i]; i++) {
		const struct zhun_foreign *s = zhun_foreign_sources[i];

		if (!zhun_str_equal(s->reg, reg->name))
			continue;
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", s->name);
		add_both(w, "title", s->title);
		zhun_json_member_string(w, "suffix", s->suffix);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void add_register(struct zhun_json_writer *w, const struct zhun_register *reg,
			 const struct zhun_viewer *viewer)
{
	bool may_write = viewer->administrator || (viewer->regulator && reg->authority_writes) ||
			 writes_as_member(reg, viewer, false);

	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", reg->name);
	zhun_json_member_string(w, "plural", reg->plural);
	zhun_json_member_string(w, "group", reg->group);
	add_both(w, "title", reg->title);
	add_both(w, "titles", reg->titles);
	add_both(w, "help", reg->help);
	add_names(w, "key", reg->key, ZHUN_REGISTER_NAMES);
	add_names(w, "title_fields", reg->title_fields, ZHUN_REGISTER_NAMES);
	add_names(w, "list", reg->list, ZHUN_REGISTER_COLUMNS);
	zhun_json_member_string(w, "sort", reg->sort);
	add_fields(w, reg->fields, may_write);
	add_children(w, reg->children, may_write);
	add_may(w, reg, viewer);
	add_sources(w, reg);
	zhun_json_end_object(w);
}

static void add_groups(struct zhun_json_writer *w)
{
	zhun_json_member_array(w, "groups");
	for (const struct zhun_register_group *g = zhun_register_groups; g->name; g++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", g->name);
		add_both(w, "title", g->title);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

void zhun_register_schema_json(struct zhun_text *out, const struct zhun_viewer *viewer)
{
	struct zhun_json_writer w;

	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	add_groups(&w);
	zhun_json_member_array(&w, "registers");
	for (size_t i = 0; zhun_registers[i]; i++)
		add_register(&w, zhun_registers[i], viewer);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
}

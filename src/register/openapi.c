/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Component schemas of OpenAPI 3.1 (JSON Schema 2020-12) from the
 * declarations: of each register x "x" (as answered), "x_input" (as written)
 * and "x_list". What the kinds of fields share stands once, under
 * "record_…" names.
 */
#include "codec/json.h"
#include "register/register.h"

static const char *const shared =
	"\"record_link\":{\"type\":\"object\",\"required\":[\"id\",\"title\"],\"properties\":{"
	"\"id\":{\"type\":\"string\"},"
	"\"title\":{\"type\":[\"string\",\"null\"]}}},"
	"\"record_link_input\":{\"oneOf\":[{\"type\":\"string\",\"description\":\"the record's id\"},"
	"{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},"
	"\"title\":{\"type\":[\"string\",\"null\"]},"
	"\"key\":{\"type\":\"object\",\"description\":\"the fields of the register's key\"}}}]},"
	"\"record_texts\":{\"type\":\"object\",\"description\":\"language tag to text\","
	"\"additionalProperties\":{\"type\":\"string\"}},"
	"\"record_quantity\":{\"type\":\"object\",\"required\":[\"value\",\"unit\"],\"properties\":{"
	"\"value\":{\"type\":\"string\",\"description\":\"digits as written\"},"
	"\"unit\":{\"type\":\"string\",\"description\":\"as written; empty: 1\"},"
	"\"double\":{\"type\":\"number\",\"readOnly\":true}}},"
	"\"record_uncertainty\":{\"type\":\"object\",\"required\":[\"text\"],\"properties\":{"
	"\"text\":{\"type\":\"string\"},\"k\":{\"type\":[\"string\",\"null\"]},"
	"\"p\":{\"type\":[\"string\",\"null\"]}}},"
	"\"record_money\":{\"type\":\"object\",\"required\":[\"minor\",\"currency\"],\"properties\":{"
	"\"minor\":{\"type\":\"integer\"},\"currency\":{\"type\":\"string\"}}},"
	"\"record_document\":{\"type\":\"object\",\"required\":[\"id\"],\"properties\":{"
	"\"id\":{\"type\":\"string\"},\"media_type\":{\"type\":\"string\",\"readOnly\":true},"
	"\"size\":{\"type\":\"integer\",\"readOnly\":true},"
	"\"sha256\":{\"type\":\"string\",\"readOnly\":true}}}";

/* The schema of a kind of field without the braces around it; an answer's and an input's differ
 * for links alone. */
static const char *kind_schema(enum zhun_field_kind kind, bool input)
{
	static const char *const schemas[ZHUN_FIELD_KINDS] = {
		[ZHUN_F_TEXT] = "\"type\":\"string\"",
		[ZHUN_F_TEXTS] = "\"$ref\":\"#/components/schemas/record_texts\"",
		[ZHUN_F_INTEGER] = "\"type\":\"integer\"",
		[ZHUN_F_REAL] = "\"type\":\"number\"",
		[ZHUN_F_BOOLEAN] = "\"type\":\"boolean\"",
		[ZHUN_F_DATE] = "\"type\":\"string\",\"pattern\":\"^[0-9]{4}(-[0-9]{2}){0,2}$\"",
		[ZHUN_F_INSTANT] = "\"type\":\"string\",\"format\":\"date-time\"",
		[ZHUN_F_CHOICE] = "\"type\":\"string\"",
		[ZHUN_F_LINK] = "\"$ref\":\"#/components/schemas/record_link\"",
		[ZHUN_F_QUANTITY] = "\"$ref\":\"#/components/schemas/record_quantity\"",
		[ZHUN_F_UNCERTAINTY] = "\"$ref\":\"#/components/schemas/record_uncertainty\"",
		[ZHUN_F_MONEY] = "\"$ref\":\"#/components/schemas/record_money\"",
		[ZHUN_F_DOCUMENT] = "\"$ref\":\"#/components/schemas/record_document\"",
	};

	if (kind == ZHUN_F_LINK && input)
		return "\"$ref\":\"#/components/schemas/record_link_input\"";
	return schemas[kind];
}

static void add_choices(struct zhun_json_writer *w, const struct zhun_choice *choices)
{
	zhun_json_member_array(w, "enum");
	for (const struct zhun_choice *c = choices; c->value; c++)
		zhun_json_string(w, c->value);
	zhun_json_end_array(w);
}

/* What the caller may not see is answered, and sent back, as null even where it is required. */
static bool may_be_null(const struct zhun_field *f)
{
	bool hides = f->kind == ZHUN_F_LINK && zhun_register_named(f->link)->public_when.rule != ZHUN_PUBLIC_ALWAYS;

	return !f->required || hides || f->read != ZHUN_READ_ALL;
}

/* A field that may be empty is the kind's schema or null. */
static void add_field(struct zhun_json_writer *w, const struct zhun_field *f, bool input)
{
	const char *schema = kind_schema(f->kind, input);

	zhun_json_member_object(w, f->name);
	zhun_json_member_string(w, "title", f->title[ZHUN_EN]);
	zhun_json_member_string(w, "description", f->help[ZHUN_EN]);
	zhun_json_member_array(w, "anyOf");
	zhun_json_begin_object(w);
	zhun_text_add(w->out, schema);
	w->comma = true;
	if (f->choices)
		add_choices(w, f->choices);
	zhun_json_end_object(w);
	if (may_be_null(f))
		zhun_json_raw(w, "{\"type\":\"null\"}");
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

static void add_children(struct zhun_json_writer *w, const struct zhun_child *children, bool input);

static void add_fields(struct zhun_json_writer *w, const struct zhun_field *fields, bool input)
{
	for (const struct zhun_field *f = fields; f->name; f++)
		if (input || !f->secret)
			add_field(w, f, input);
}

static void add_child(struct zhun_json_writer *w, const struct zhun_child *c, bool input)
{
	zhun_json_member_object(w, c->plural);
	zhun_json_member_string(w, "type", "array");
	zhun_json_member_string(w, "description", c->help[ZHUN_EN]);
	zhun_json_member_object(w, "items");
	zhun_json_member_string(w, "type", "object");
	zhun_json_member_object(w, "properties");
	add_fields(w, c->fields, input);
	add_children(w, c->children, input);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

static void add_children(struct zhun_json_writer *w, const struct zhun_child *children, bool input)
{
	for (const struct zhun_child *c = children; c && c->name; c++)
		add_child(w, c, input);
}

/* "certificate_input": the schema @a end of a register. */
static void begin_schema(struct zhun_json_writer *w, const struct zhun_register *reg, const char *end)
{
	char name[80];

	(void)snprintf(name, sizeof name, "%s%s", reg->name, end);
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "type", "object");
}

static void add_record(struct zhun_json_writer *w, const struct zhun_register *reg)
{
	begin_schema(w, reg, "");
	zhun_json_member_string(w, "description", reg->help[ZHUN_EN]);
	zhun_json_member_raw(w, "required", "[\"id\",\"rev\",\"title\"]");
	zhun_json_member_object(w, "properties");
	zhun_json_member_raw(w, "id", "{\"type\":\"string\"}");
	zhun_json_member_raw(w, "rev", "{\"type\":\"integer\"}");
	zhun_json_member_raw(w, "title", "{\"type\":\"string\"}");
	add_fields(w, reg->fields, false);
	add_children(w, reg->children, false);
	zhun_json_member_raw(w, "recorded_from", "{\"type\":\"string\",\"format\":\"date-time\"}");
	zhun_json_member_raw(w, "valid_from", "{\"type\":[\"string\",\"null\"]}");
	zhun_json_member_raw(w, "valid_to", "{\"type\":[\"string\",\"null\"]}");
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

/* What is absent from a body stays as it is; so only the making of a record asks for all that is
 * required, and the schema asks for nothing. */
static void add_input(struct zhun_json_writer *w, const struct zhun_register *reg)
{
	begin_schema(w, reg, "_input");
	zhun_json_member_object(w, "properties");
	add_fields(w, reg->fields, true);
	add_children(w, reg->children, true);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

static void add_list(struct zhun_json_writer *w, const struct zhun_register *reg)
{
	begin_schema(w, reg, "_list");
	zhun_json_member_raw(w, "required", "[\"items\",\"next\"]");
	zhun_json_member_object(w, "properties");
	zhun_json_member_object(w, "items");
	zhun_json_member_string(w, "type", "array");
	zhun_json_key(w, "items");
	zhun_text_addf(w->out, "{\"$ref\":\"#/components/schemas/%s\"}", reg->name);
	zhun_json_end_object(w);
	zhun_json_member_raw(w, "next", "{\"type\":[\"string\",\"null\"]}");
	zhun_json_member_raw(w, "total", "{\"type\":\"object\",\"properties\":{"
			     "\"count\":{\"type\":\"integer\"},\"capped\":{\"type\":\"boolean\"}}}");
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

void zhun_register_openapi(struct zhun_text *out)
{
	struct zhun_json_writer w;

	zhun_json_init(&w, out);
	zhun_text_add(out, shared);
	w.comma = true;
	for (size_t i = 0; zhun_registers[i]; i++) {
		add_record(&w, zhun_registers[i]);
		add_input(&w, zhun_registers[i]);
		add_list(&w, zhun_registers[i]);
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/schemas.h"

#include "zhun/base/text.h"

enum { MEMBERS = 16 };

/* A type is a word: string, integer, number, boolean, any, or the name of a schema after "#";
 * "[]" before it makes a list of it, "?" after it lets it be null. A name that ends with "~" may
 * be absent. */
struct member {
	const char *name, *type, *help;
};

struct schema {
	const char *name, *help;
	struct member member[MEMBERS];
};

/* clang-format off */
static const struct schema schemas[] = {
	{"text_pair", "A text in both languages", {
		{"en", "string", NULL}, {"zh", "string", NULL}}},
	{"problem", "What went wrong (RFC 9457)", {
		{"type", "string", "Where the error is described"},
		{"title", "string", "Its name, which never changes"},
		{"status", "integer", NULL},
		{"code", "integer", "Its number, which never changes"},
		{"detail", "string", "A sentence in the language asked for"},
		{"detail_en", "string", NULL}, {"detail_zh", "string", NULL},
		{"place~", "string", "Where in what was sent: a JSON Pointer, a line, an XPath, a file"},
		{"request", "string", "Id of the request, as in X-Request-Id and in the log"}}},
	{"status", "How the server does", {{"status", "string", NULL}}},
	{"errors", "The registry of errors", {{"items", "[]#error", NULL}}},
	{"error", "A row of the registry", {
		{"code", "integer", NULL}, {"name", "string", NULL}, {"status", "integer", NULL},
		{"exit", "integer", "Exit status of the command line"},
		{"en", "string", "The sentence, with {1} to {4} where words are put in"},
		{"zh", "string", NULL}}},
	{"login", "A name and its password", {
		{"name", "string", NULL}, {"password", "string", NULL}}},
	{"setup", "A one-time link with what it is to set", {
		{"link", "string", "What stands after # in the link"},
		{"name", "string", NULL}, {"password", "string", NULL}}},
	{"link", "A one-time link", {
		{"link", "string", "What stands after # in the link"},
		{"expires", "string", NULL}}},
	{"session", "Who is logged in", {
		{"account", "#session_account", NULL},
		{"members", "[]#session_member", "Organisations, with the role in each"},
		{"administrator", "boolean", NULL}, {"regulator", "boolean", NULL},
		{"csrf", "string?", "For the header X-CSRF-Token of writing requests"},
		{"demonstration", "boolean", NULL}}},
	{"session_account", "An account", {
		{"id", "string", NULL}, {"name", "string", NULL}, {"full_name~", "string?", NULL}}},
	{"session_member", "A role in an organisation", {
		{"organisation", "#record_link", NULL}, {"role", "string", "staff, signatory or manager"}}},
	{"token_new", "A token asked for", {
		{"name", "string", NULL},
		{"write", "boolean", "Whether it may write, too"},
		{"registers", "[]string", "Names of the registers it may use; none: all"},
		{"days", "integer", "After how many days it expires"}}},
	{"token", "A token", {
		{"id", "string", NULL}, {"name", "string", NULL}, {"write", "boolean", NULL},
		{"registers", "[]string", NULL}, {"created", "string", NULL}, {"expires", "string", NULL},
		{"last_used~", "string?", NULL},
		{"secret~", "string", "Only in the answer that made it"}}},
	{"tokens", "Tokens of the account", {{"items", "[]#token", NULL}}},
	{"schema", "The registers as a client needs them", {
		{"groups", "[]#schema_group", "Headings, in their order"},
		{"registers", "[]#schema_register", NULL}}},
	{"schema_group", "A heading that registers stand under", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL}}},
	{"schema_register", "A register", {
		{"name", "string", NULL}, {"plural", "string", "Its path: /v1/PLURAL"},
		{"group", "string", "The heading it stands under"},
		{"title", "#text_pair", NULL}, {"titles", "#text_pair", "Of many"}, {"help", "#text_pair", NULL},
		{"key", "[]string", "Fields that are unique together"},
		{"title_fields", "[]string", "Fields that a link shows"},
		{"list", "[]string", "Columns of the list page"},
		{"sort", "string?", "Order of lists that ask for none"},
		{"fields", "[]#schema_field", NULL}, {"children", "[]#schema_child", NULL},
		{"may", "#schema_may", NULL}}},
	{"schema_child", "Rows that live with their record", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL}, {"help", "#text_pair", NULL},
		{"insert_only", "boolean", "Given when the record is made, never changed"},
		{"fields", "[]#schema_field", NULL}, {"children", "[]#schema_child", NULL}}},
	{"schema_field", "A field", {
		{"name", "string", NULL},
		{"kind", "string", "text, texts, integer, real, boolean, date, instant, choice, link, "
				   "quantity, uncertainty, money or document"},
		{"title", "#text_pair", NULL}, {"help", "#text_pair", NULL},
		{"required", "boolean", NULL}, {"searched", "boolean", NULL},
		{"indexed", "boolean", "Lists may filter by it"}, {"sortable", "boolean", NULL},
		{"fixed", "boolean", "Given when the record is made, never changed"},
		{"secret", "boolean", "Written, never answered"},
		{"link~", "string", "The register it links to"},
		{"choices~", "[]#schema_choice", NULL}, {"unit~", "string", NULL},
		{"may_write", "boolean", NULL}}},
	{"schema_choice", "A word that a field may hold", {
		{"value", "string", NULL}, {"title", "#text_pair", NULL}}},
	{"schema_may", "What the caller may do with a register", {
		{"create", "boolean", NULL}, {"update", "boolean", NULL}, {"remove", "boolean", NULL}}},
	{"history", "The revisions of a record, the newest first", {
		{"items", "[]any", NULL}, {"next~", "string?", NULL}}},
	{"verdict", "What a check found", {
		{"file~", "string?", NULL}, {"sha256", "string", NULL}, {"format", "string?", NULL},
		{"as_of", "string", "The day for which it is judged"},
		{"verdict", "string", "pass, warn, fail or unknown: the worst of the claims checked"},
		{"checked", "integer", NULL}, {"of", "integer", NULL},
		{"claims", "[]#claim", NULL},
		{"not_checked", "[]string", "Names of the claims that were not judged"},
		{"certificate~", "any", "What the certificate says, as far as it could be read"},
		{"record~", "string?", "Id of the record here, where the caller may see it"}}},
	{"claim", "A claim about the certificate", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL},
		{"answer", "string", "pass, warn, fail or unknown"}, {"reason", "#text_pair", NULL},
		{"place~", "string?", NULL}, {"findings", "[]#finding", NULL},
		{"omitted", "integer", "Findings beyond those listed"}}},
	{"finding", "One thing noticed under a claim", {
		{"answer", "string", NULL}, {"code", "any", NULL}, {"place~", "string?", NULL},
		{"reason", "#text_pair", NULL}}},
};
/* clang-format on */

static void write_type(struct zhun_json_writer *w, const char *type)
{
	if (zhun_str_starts(type, "[]")) {
		zhun_json_member_string(w, "type", "array");
		zhun_json_member_object(w, "items");
		write_type(w, type + 2);
		zhun_json_end_object(w);
	} else if (*type == '#') {
		char reference[80];
		(void)snprintf(reference, sizeof reference, "#/components/schemas/%s", type + 1);
		zhun_json_member_string(w, "$ref", reference);
	} else if (zhun_str_ends(type, "?")) {
		zhun_json_member_array(w, "type");
		zhun_json_stringn(w, type, strlen(type) - 1);
		zhun_json_string(w, "null");
		zhun_json_end_array(w);
	} else if (strcmp(type, "any") != 0) {
		zhun_json_member_string(w, "type", type);
	}
}

static void write_member(struct zhun_json_writer *w, const struct member *m)
{
	char name[40];
	(void)snprintf(name, sizeof name, "%.*s", (int)strcspn(m->name, "~"), m->name);
	zhun_json_member_object(w, name);
	write_type(w, m->type);
	if (m->help)
		zhun_json_member_string(w, "description", m->help);
	zhun_json_end_object(w);
}

static void write_schema(struct zhun_json_writer *w, const struct schema *s)
{
	zhun_json_member_object(w, s->name);
	zhun_json_member_string(w, "type", "object");
	zhun_json_member_string(w, "description", s->help);
	zhun_json_member_array(w, "required");
	for (const struct member *m = s->member; m->name; m++)
		if (!zhun_str_ends(m->name, "~"))
			zhun_json_string(w, m->name);
	zhun_json_end_array(w);
	zhun_json_member_object(w, "properties");
	for (const struct member *m = s->member; m->name; m++)
		write_member(w, m);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

void zhun_schemas_write(struct zhun_json_writer *w)
{
	for (size_t i = 0; i < ZHUN_COUNT(schemas); i++)
		write_schema(w, &schemas[i]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The OpenAPI 3.1 document, written from the route table, the table of shapes and the registers'
 * declarations, so that it cannot say what the server does not do. */
#include <stdio.h>

#include "http/http.h"
#include "http/schemas.h"
#include "register/declaration.h"
#include "register/register.h"

enum { NAME_MOST = 40 };

/* Parameters of the query, by the word that a row of the table has for them. */
static const struct {
	const char *set, *name, *help;
} parameters[] = {
	{"list", "q", "How the key or the title begins"},
	{"list", "sort", "Field to sort by; “-” before it: falling"},
	{"list", "limit", "Records a page, 50 where not said"},
	{"list", "cursor", "Where the page begins: next of the page before"},
	{"list", "total", "1: count what matches, too, up to 10,000"},
	{"list", "holds_on", "Those that hold on that day, by their dates and dated states"},
	{"list", "changed_after", "Those of which something was written, began or ended after that instant"},
	{"list", "changed_until", "And not later than that instant"},
	{"list", "as_of", "What held on that day"},
	{"list", "known_at", "As it was known at that moment"},
	{"search", "q", "The words; all must be found. At most 200 characters, 16 words"},
	{"search", "register", "Only this register, by its name"},
	{"search", "limit", "Records of each register, 5 where not said, 100 at most"},
	{"search", "cursor", "Where the page begins: next of the page before; with register"},
	{"rows", "format", "csv (where not said) or jsonl"},
	{"rows", "q", "How the key or the title begins"},
	{"rows", "sort", "Field to sort by; “-” before it: falling"},
	{"rows", "holds_on", "Those that hold on that day, by their dates and dated states"},
	{"rows", "changed_after", "Those of which something was written, began or ended after that instant"},
	{"rows", "changed_until", "And not later than that instant"},
	{"rows", "as_of", "What held on that day"},
	{"rows", "known_at", "As it was known at that moment"},
	{"rows_in", "format", "csv or jsonl; as the bytes look where not said"},
	{"rows_in", "from", "The file is as this source publishes it (sources of /v1/schema): ics, hs, iso, …"},
	{"rows_in", "version", "What that source calls it: an edition, a day; kept with the import"},
	{"rows_in", "dry", "1: only try, and leave everything as it was"},
	{"jobs", "state", "waiting, running, done, failed or cancelled; for administrators"},
	{"jobs", "before", "Go on before this job: next of the page before"},
	{"jobs", "limit", "Jobs a page, 200 at most"},
	{"changes", "order", "oldest (where not said), for who follows them, or newest"},
	{"changes", "after", "Of oldest: next of the page before; the first write where not said"},
	{"changes", "before", "Of newest: next of the page before"},
	{"changes", "limit", "Of newest: changes a page, 50 where not said, 200 at most"},
	{"changes", "account", "Of newest: those of this account, by its id"},
	{"changes", "register", "Of newest: of this register, by its name"},
	{"changes", "record", "Of newest: of this record"},
	{"changes", "action", "Of newest: create, update or remove"},
	{"changes", "request", "Of newest: of this request"},
	{"changes", "from", "Of newest: not before this instant or day"},
	{"changes", "until", "Of newest: not after it"},
	{"session_events", "before", "Where the page begins: next of the page before"},
	{"session_events", "limit", "Events a page, 50 where not said, 200 at most"},
	{"session_events", "account", "Those of this account, by its id"},
	{"session_events", "kind", "log_in, log_in_refused, log_out, password_set, link_made, token_made, token_ended, "
	 "provider_connected, provider_removed"},
	{"session_events", "from", "Not before this instant or day"},
	{"session_events", "until", "Not after it"},
	{"notices", "unread", "1: only those not read yet"},
	{"notices", "before", "Go on before this notice: next of the page before"},
	{"notices", "limit", "Notices a page, 100 at most"},
	{"hooks", "organisation", "Whose"},
	{"organisation_requests", "state", "asked, approved, refused or withdrawn"},
	{"organisation_requests", "own", "1: only what the account itself asked for"},
	{"organisation_requests", "before", "Go on before this request: next of the page before"},
	{"organisation_requests", "limit", "Requests a page, 100 at most"},
	{"personal", "after", "Changes after this number: next of the answer before"},
	{"time", "as_of", "What held on that day"},
	{"time", "known_at", "As it was known at that moment"},
	{"as_of", "as_of", "The day for which it is judged; today where not said"},
	{"upload", "as_of", "The day for which it is judged; today where not said"},
	{"upload", "name", "The file’s name"},
	{"study", "draws", "Monte Carlo draws, a million where not said"},
	{"study", "seed", "Seed of the draws; 1 where not said"},
	{"budget", "draws", "Monte Carlo draws, at least 1000; none where not said"},
	{"budget", "seed", "Seed of the draws; 1 where not said"},
	{"budget", "output", "The output that the questions below are about; the first where not said"},
	{"budget", "reverse", "The input whose largest u is sought that still reaches the target"},
	{"budget", "target", "The U to be reached, as “0.1 mm”; the output’s own target where not said"},
	{"budget", "what_if", "The input whose u is changed"},
	{"budget", "u", "To this, as “0.1 mm” or “50 %” of what it is"},
	{"budget_report", "format", "html or pdf; html where not said"},
	{"budget_report", "draws", "Monte Carlo draws, at least 1000; none where not said"},
	{"budget_report", "seed", "Seed of the draws; 1 where not said"},
	{"write", "effective", "The change is true from that day; without it, a correction"},
};

static const char head[] =
	"{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Zhun\",\"version\":\"1\","
	"\"summary\":\"An open quality-infrastructure platform\","
	"\"description\":\"Registers of a quality infrastructure, and checks of certificates. Lists also "
	"filter by fields, as FIELD=value or FIELD.OP=value with ne, lt, le, gt, ge, starts, null or in (choices, "
	"with commas). FIELD may be that of a linked record or of a child’s row: issuer.area.code, states.state. Any "
	"request takes lang=en or lang=zh.\","
	"\"license\":{\"name\":\"GPL-3.0-or-later\",\"identifier\":\"GPL-3.0-or-later\"}},"
	"\"servers\":[{\"url\":\"/\"}],\"tags\":["
	"{\"name\":\"server\",\"description\":\"The server itself\"},"
	"{\"name\":\"access\",\"description\":\"Logging in, tokens\"},"
	"{\"name\":\"certificates\",\"description\":\"Certificates as files\"},"
	"{\"name\":\"measure\",\"description\":\"The mathematics of measurement\"}";

static const char shared[] =
	"\"securitySchemes\":{"
	"\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\",\"description\":\"An API token\"},"
	"\"cookie\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"zhun_session\","
	"\"description\":\"A session; writing needs X-CSRF-Token, too\"}},"
	"\"responses\":{\"problem\":{\"description\":\"What went wrong\",\"content\":{"
	"\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}}";

static const char problems[] = "{\"$ref\":\"#/components/responses/problem\"}";

static void write_parameter(struct zhun_json_writer *w, const char *in, const char *name, const char *help)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "name", name);
	zhun_json_member_string(w, "in", in);
	zhun_json_member_bool(w, "required", strcmp(in, "path") == 0 || strcmp(name, "If-Match") == 0);
	zhun_json_member_string(w, "description", help);
	zhun_json_member_raw(w, "schema", "{\"type\":\"string\"}");
	zhun_json_end_object(w);
}

static void write_parameters(struct zhun_json_writer *w, const struct zhun_route *r)
{
	zhun_json_member_array(w, "parameters");
	for (const char *at = strchr(r->path, '{'); at; at = strchr(at + 1, '{')) {
		char name[NAME_MOST];
		(void)snprintf(name, sizeof name, "%.*s", (int)strcspn(at + 1, "}"), at + 1);
		write_parameter(w, "path", name, strcmp(name, "id") == 0 ? "The record’s id" : "Its id");
	}
	for (size_t i = 0; i < ZHUN_COUNT(parameters); i++)
		if (r->query && strcmp(parameters[i].set, r->query) == 0)
			write_parameter(w, "query", parameters[i].name, parameters[i].help);
	if (r->conditional)
		write_parameter(w, "header", "If-Match", "ETag of the revision that is changed");
	if (r->once)
		write_parameter(w, "header", "Idempotency-Key",
				"A word of the client’s own, kept for a day: asked again with it and the same body, "
				"the answer is the first one and nothing more is made");
	if (r->later)
		write_parameter(w, "header", "Prefer",
				"respond-async: it is done in the background, and the answer is the job");
	if (r->reg && r->need == ZHUN_NEEDS_WRITE)
		write_parameter(w, "header", "X-Reason", "Why; kept with the change");
	zhun_json_end_array(w);
}

static void write_content(struct zhun_json_writer *w, const char *schema)
{
	bool file = strcmp(schema, "file") == 0, any = strcmp(schema, "any") == 0;
	bool events = strcmp(schema, "events") == 0;
	zhun_json_member_object(w, "content");
	zhun_json_member_object(w, file	    ? "application/octet-stream"
				   : events ? "text/event-stream"
					    : "application/json");
	if (events) {
		zhun_json_member_raw(w, "schema", "{\"type\":\"string\"}");
	} else if (file || any) {
		zhun_json_member_raw(w, "schema", file ? "{\"type\":\"string\",\"format\":\"binary\"}"
						       : "{\"type\":\"object\"}");
	} else {
		char reference[80];
		(void)snprintf(reference, sizeof reference, "#/components/schemas/%s", schema);
		zhun_json_member_object(w, "schema");
		zhun_json_member_string(w, "$ref", reference);
		zhun_json_end_object(w);
	}
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

static void write_success(struct zhun_json_writer *w, const char *answer, int status)
{
	char text[8];
	(void)snprintf(text, sizeof text, "%d", status);
	zhun_json_member_object(w, text);
	zhun_json_member_string(w, "description", answer ? "Done" : "Done; there is nothing to say");
	if (answer)
		write_content(w, answer);
	zhun_json_end_object(w);
}

static void write_responses(struct zhun_json_writer *w, const struct zhun_route *r)
{
	zhun_json_member_object(w, "responses");
	if (r->also)
		write_success(w, r->answer, r->also);
	write_success(w, r->answer, r->status);
	if (r->later)
		write_success(w, r->later, 202);
	zhun_json_member_raw(w, "4XX", problems);
	zhun_json_member_raw(w, "5XX", problems);
	zhun_json_end_object(w);
}

static void write_security(struct zhun_json_writer *w, enum zhun_who who)
{
	static const char *const words[] = {
		[ZHUN_UNASKED] = "[]",
		[ZHUN_ANYONE] = "[{},{\"bearer\":[]},{\"cookie\":[]}]",
		[ZHUN_ACCOUNT] = "[{\"bearer\":[]},{\"cookie\":[]}]",
		[ZHUN_AUTHORITY] = "[{\"bearer\":[]},{\"cookie\":[]}]",
		[ZHUN_ADMINISTRATOR] = "[{\"bearer\":[]},{\"cookie\":[]}]",
	};
	zhun_json_member_raw(w, "security", words[who]);
}

static const char *tag_of(const struct zhun_route *r)
{
	if (r->reg)
		return r->reg->name;
	if (zhun_str_starts(r->name, "session") || zhun_str_starts(r->name, "token") ||
	    zhun_str_starts(r->name, "setup"))
		return "access";
	if (zhun_str_starts(r->name, "plan"))
		return "plan";
	if (zhun_str_starts(r->name, "measure"))
		return "measure";
	return zhun_str_starts(r->name, "certificate") || zhun_str_starts(r->name, "document") ? "certificates"
											     : "server";
}

static void write_operation(struct zhun_json_writer *w, const struct zhun_route *r)
{
	static const char *const method[ZHUN_METHODS] = {"get", "post", "put", "delete"};
	zhun_json_member_object(w, method[r->method]);
	zhun_json_member_string(w, "operationId", r->name);
	zhun_json_member_string(w, "summary", r->help[ZHUN_EN]);
	zhun_json_member_string(w, "x-summary-zh", r->help[ZHUN_ZH]);
	zhun_json_member_array(w, "tags");
	zhun_json_string(w, tag_of(r));
	zhun_json_end_array(w);
	write_security(w, r->who);
	write_parameters(w, r);
	if (r->body) {
		zhun_json_member_object(w, "requestBody");
		zhun_json_member_bool(w, "required", true);
		write_content(w, r->body);
		zhun_json_end_object(w);
	}
	write_responses(w, r);
	zhun_json_end_object(w);
}

/* Rows of one path stand together in the table. */
static void write_paths(struct zhun_json_writer *w, const struct zhun_routes *routes)
{
	size_t count;
	const struct zhun_route *rows = zhun_routes_rows(routes, &count);
	zhun_json_member_object(w, "paths");
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || strcmp(rows[i].path, rows[i - 1].path) != 0)
			zhun_json_member_object(w, rows[i].path);
		write_operation(w, &rows[i]);
		if (i + 1 == count || strcmp(rows[i].path, rows[i + 1].path) != 0)
			zhun_json_end_object(w);
	}
	zhun_json_end_object(w);
}

void zhun_http_openapi(const struct zhun_routes *routes, struct zhun_text *out)
{
	struct zhun_json_writer w;
	zhun_json_init(&w, out);
	zhun_text_add(out, head);
	w.comma = true;
	for (size_t i = 0; zhun_registers[i]; i++) {
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "name", zhun_registers[i]->name);
		zhun_json_member_string(&w, "description", zhun_registers[i]->help[ZHUN_EN]);
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	write_paths(&w, routes);
	zhun_json_member_object(&w, "components");
	zhun_text_add(out, shared);
	w.comma = true;
	zhun_json_member_object(&w, "schemas");
	zhun_schemas_write(&w);
	zhun_text_addc(out, ',');
	zhun_register_openapi(out);
	zhun_json_end_object(&w);
	zhun_json_end_object(&w);
	zhun_json_end_object(&w);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface in review: docs/api/routes.txt and docs/api/openapi.json are what the tables say
 * now (http/openapi.c, http/schemas.c, http/routes.c). With --update they are written anew. */
#include "codec/json.h"
#include "http/http.h"
#include "unit.h"

enum { SIZE = 8 << 20, BROKEN_DEPTH = 6 };

static struct zhun_arena *arena;

static const struct zhun_routes *table(void)
{
	const struct zhun_routes *routes = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_http_routes(arena, &routes, &err), ZHUN_OK, &err);
	return routes;
}

static const char *routes_text(void)
{
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, arena, SIZE);
	zhun_http_routes_text(table(), &t);
	CHECK_CODE(zhun_text_done(&t, &text, NULL), ZHUN_OK, NULL);
	return text;
}

static const char *openapi_text(void)
{
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, arena, SIZE);
	zhun_http_openapi(table(), &t);
	CHECK_CODE(zhun_text_done(&t, &text, NULL), ZHUN_OK, NULL);
	return text;
}

/* One line for each member of the outer levels, so that a change is a line of a diff. */
static const char *in_lines(const char *json)
{
	struct zhun_text t;
	const char *text = NULL;
	int depth = 0;
	bool quoted = false;
	zhun_text_init(&t, arena, SIZE);
	for (const char *s = json; *s; s++) {
		bool escaped = quoted && s[0] == '\\';
		zhun_text_addn(&t, s, escaped ? 2 : 1);
		s += escaped;
		quoted ^= *s == '"' && !escaped;
		depth += !quoted && (*s == '{' || *s == '[');
		depth -= !quoted && (*s == '}' || *s == ']');
		if (!quoted && strchr("{[,", *s) && depth <= BROKEN_DEPTH)
			zhun_text_addf(&t, "\n%*s", depth, "");
	}
	zhun_text_addc(&t, '\n');
	CHECK_CODE(zhun_text_done(&t, &text, NULL), ZHUN_OK, NULL);
	return text;
}

static void compare(const char *path, const char *now)
{
	size_t n = 0;
	char *kept = unit_read_file(path, &n);
	unit_check(kept && strcmp(kept, now) == 0, __FILE__, __LINE__,
		   "%s is not what the tables say: run test_openapi --update and look at the difference", path);
	free(kept);
}

static void the_routes_are_those_reviewed(void)
{
	compare("docs/api/routes.txt", routes_text());
}

static void the_document_is_the_one_reviewed(void)
{
	compare("docs/api/openapi.json", in_lines(openapi_text()));
}

/* Every reference leads to a schema or a response that is there. */
static void check_references(const struct zhun_json *v, const struct zhun_json *components)
{
	const char *reference = zhun_json_get_string(v, "$ref");
	if (reference) {
		const char *kind = reference + strlen("#/components/"), *slash = strchr(kind, '/');
		char *name = zhun_strndup(arena, kind, (size_t)(slash - kind));
		unit_check(zhun_json_get(zhun_json_get(components, name), slash + 1) != NULL, __FILE__, __LINE__,
			   "nothing at %s", reference);
	}
	for (const struct zhun_json *c = v->first; c; c = c->next)
		check_references(c, components);
}

static void every_reference_is_there(void)
{
	const struct zhun_json *document;
	struct zhun_error err;
	const char *text = openapi_text();
	if (!CHECK_CODE(zhun_json_parse(arena, text, strlen(text), &document, &err), ZHUN_OK, &err))
		return;
	CHECK_TEXT(zhun_json_get_string(document, "openapi"), "3.1.0");
	check_references(document, zhun_json_get(document, "components"));
}

static enum zhun_code write_document(struct zhun_arena *a, void *context)
{
	struct zhun_text t;
	struct zhun_error err;
	const char *text = NULL;
	zhun_text_init(&t, a, SIZE);
	zhun_http_openapi(context, &t);
	return zhun_text_done(&t, &text, &err);
}

static void it_survives_faults(void)
{
	const struct zhun_routes *routes = table();
	union { const struct zhun_routes *in; void *out; } context = {.in = routes};
	unit_fault_loop(write_document, context.out);
}

static int update(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	bool written = f && fputs(text, f) >= 0;
	return (f && fclose(f)) || !written;
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"openapi routes", the_routes_are_those_reviewed},
		{"openapi document", the_document_is_the_one_reviewed},
		{"openapi references", every_reference_is_there},
		{"openapi faults", it_survives_faults},
	};
	arena = zhun_arena_open((size_t)1 << 30);
	bool updates = argc > 1 && strcmp(argv[1], "--update") == 0;
	int status = updates ? update("docs/api/routes.txt", routes_text()) |
				       update("docs/api/openapi.json", in_lines(openapi_text()))
			     : unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	zhun_arena_close(arena);
	return status;
}

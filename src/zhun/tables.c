/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun routes` and `zhun openapi`: the server's table of routes, as text and as a description for programs. */
#include "cli/files.h"
#include "codec/json.h"
#include "http/http.h"
#include "zhun/base/text.h"
#include "zhun/commands.h"

enum { TEXT_CEILING = 16 * 1024 * 1024 };

static enum zhun_code print(struct zhun_cli *cli, void (*write)(const struct zhun_routes *, struct zhun_text *),
			    struct zhun_error *err)
{
	const struct zhun_routes *routes = NULL;
	struct zhun_text out;
	const char *text = NULL;
	zhun_text_init(&out, cli->arena, TEXT_CEILING);
	enum zhun_code code = zhun_http_routes(cli->arena, &routes, err);
	if (code)
		return code;
	write(routes, &out);
	code = zhun_text_done(&out, &text, err);
	if (!code)
		(void)fputs(text, cli->out);
	return code;
}

/* A table's row of heads, and one of its lines, as an object. */
static void add_line(struct zhun_arena *a, struct zhun_json_writer *w, const char *heads, const char *line)
{
	zhun_json_begin_object(w);
	while (*line && *line != '\n') {
		size_t head = strcspn(heads, "\t\n"), cell = strcspn(line, "\t\n");
		const char *name = zhun_strndup(a, heads, head);
		zhun_json_key(w, name ? name : "");
		zhun_json_stringn(w, line, cell);
		heads += head + (heads[head] == '\t');
		line += cell + (line[cell] == '\t');
	}
	zhun_json_end_object(w);
}

static enum zhun_code routes_json(struct zhun_cli *cli, struct zhun_error *err)
{
	const struct zhun_routes *routes = NULL;
	struct zhun_text table, out;
	struct zhun_json_writer w;
	const char *heads = "";
	zhun_text_init(&table, cli->arena, TEXT_CEILING);
	zhun_text_init(&out, cli->arena, TEXT_CEILING);
	zhun_json_init(&w, &out);
	enum zhun_code code = zhun_http_routes(cli->arena, &routes, err);
	if (code)
		return code;
	zhun_http_routes_text(routes, &table);
	if ((code = zhun_text_done(&table, &heads, err)) != ZHUN_OK)
		return code;
	zhun_json_begin_array(&w);
	for (const char *end = strchr(heads, '\n'); end && end[1]; end = strchr(end + 1, '\n'))
		add_line(cli->arena, &w, heads, end + 1);
	zhun_json_end_array(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_routes(struct zhun_cli *cli, struct zhun_error *err)
{
	return cli->json ? routes_json(cli, err) : print(cli, zhun_http_routes_text, err);
}

const struct zhun_command zhun_cmd_routes = {
	.words = "routes",
	.help = {"every route of the API: method, path, who may ask", "接口的全部路由：方法、路径、权限"},
	.run = run_routes,
};

static enum zhun_code run_openapi(struct zhun_cli *cli, struct zhun_error *err)
{
	return print(cli, zhun_http_openapi, err);
}

const struct zhun_command zhun_cmd_openapi = {
	.words = "openapi",
	.help = {"the API's description (OpenAPI 3.1) as JSON", "接口说明（OpenAPI 3.1），JSON 格式"},
	.run = run_openapi,
};

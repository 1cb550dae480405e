/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun routes` and `zhun openapi`: the server's table of routes, as text and as a description for programs. */
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

static enum zhun_code run_routes(struct zhun_cli *cli, struct zhun_error *err)
{
	return print(cli, zhun_http_routes_text, err);
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

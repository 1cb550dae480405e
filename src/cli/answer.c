/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/answer.h"

#include "zhun/base/text.h"

const char *zhun_cli_word(const struct zhun_json *item, const char *name)
{
	const char *text = zhun_json_get_string(item, name);
	return text ? text : "";
}

const char *zhun_cli_either(const struct zhun_json *item, const char *name, const char *other)
{
	const char *text = zhun_cli_word(item, name);
	return *text ? text : zhun_cli_word(item, other);
}

enum zhun_code zhun_cli_answer(struct zhun_cli *cli, struct zhun_text *out, const struct zhun_json **ret,
			       struct zhun_error *err)
{
	const char *text = NULL;
	enum zhun_code code = zhun_text_done(out, &text, err);
	return code ? code : zhun_json_parse(cli->arena, text, strlen(text), ret, err);
}

void zhun_cli_print_link(const struct zhun_cli *cli, const char *page, const char *secret)
{
	const char *url = zhun_settings_text(cli->settings, "public_url");
	const char *listen = zhun_settings_text(cli->settings, "listen");
	(void)fprintf(cli->out, "  %s%s%s#%s\n", url ? "" : "http://", url ? url : listen, page, secret);
}

enum zhun_code zhun_cli_print_page(struct zhun_cli *cli, const struct zhun_json *page, size_t columns,
				   zhun_cli_row *row, struct zhun_error *err)
{
	const struct zhun_json *items = zhun_json_get(page, "items");
	struct zhun_screen_row *rows =
		ZHUN_NEW_ARRAY(cli->arena, (items ? items->count : 0) + 1, struct zhun_screen_row);
	size_t n = 0;
	if (!rows)
		return zhun_no_memory(cli->arena, err);
	for (const struct zhun_json *one = items ? items->first : NULL; one; one = one->next)
		rows[n++] = row(cli, one);
	zhun_screen_table(cli->out, rows, columns, 0);
	if (*zhun_cli_word(page, "next"))
		(void)fprintf(cli->out, "%s --before %s\n", zhun_cli_say(cli, "more:", "更多："),
			      zhun_cli_word(page, "next"));
	return ZHUN_OK;
}

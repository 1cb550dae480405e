/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands over many files, and what they print for programs. */
#include "cli/files.h"

#include "codec/json.h"
#include "zhun/base/text.h"

enum { FILE_ARENA = 1 << 30, JSON_CEILING = 64 * 1024, SENTENCE = 1024 };

enum zhun_code zhun_cli_print(const struct zhun_cli *cli, struct zhun_text *out, struct zhun_error *err)
{
	const char *text;
	enum zhun_code code = zhun_text_done(out, &text, err);
	if (!code)
		(void)fprintf(cli->out, "%s\n", text);
	return code;
}

static void member_sentence(struct zhun_json_writer *w, const char *name, const struct zhun_error *e,
			    enum zhun_language language)
{
	char sentence[SENTENCE];
	(void)zhun_error_sentence(e, language, sentence, sizeof sentence);
	zhun_json_member_string(w, name, sentence);
}

/* {"file":…,"error":{…}}, in the place where its answer would stand. */
static enum zhun_code print_failure(const struct zhun_cli *cli, const char *path, const struct zhun_error *e,
				    struct zhun_error *err)
{
	struct zhun_text out;
	struct zhun_json_writer w;
	zhun_text_init(&out, cli->arena, JSON_CEILING);
	zhun_json_init(&w, &out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "file", path);
	zhun_json_member_object(&w, "error");
	zhun_json_member_int(&w, "code", (int64_t)e->code);
	zhun_json_member_string(&w, "name", zhun_error_row(e->code)->name);
	zhun_json_member_string(&w, "place", e->place);
	member_sentence(&w, "en", e, ZHUN_EN);
	member_sentence(&w, "zh", e, ZHUN_ZH);
	zhun_json_end_object(&w);
	zhun_json_end_object(&w);
	return zhun_cli_print(cli, &out, err);
}

static enum zhun_code run_apart(struct zhun_cli *cli, const char *path, zhun_cli_file *work, void *context,
				struct zhun_error *err)
{
	struct zhun_cli one = *cli;
	struct zhun_error failure = {0};
	one.arena = zhun_arena_open(FILE_ARENA);
	if (!one.arena)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	one.call.arena = one.arena;
	enum zhun_code code = work(&one, path, context, &failure);
	if (code && cli->json)
		(void)print_failure(&one, path, &failure, NULL);
	zhun_arena_close(one.arena);
	if (code)
		*err = failure;
	return code;
}

enum zhun_code zhun_cli_each_file(struct zhun_cli *cli, zhun_cli_file *work, void *context, struct zhun_error *err)
{
	enum zhun_code worst = ZHUN_OK;
	if (cli->json)
		(void)fputc('[', cli->out);
	for (size_t i = 0; i < cli->count; i++) {
		struct zhun_error one = {0};
		if (cli->json && i)
			(void)fputs(",\n", cli->out);
		enum zhun_code code = run_apart(cli, cli->arguments[i], work, context, &one);
		if (code && worst)
			zhun_cli_report(cli->err, cli->language, err);
		if (code) {
			worst = code;
			*err = one;
		}
	}
	if (cli->json)
		(void)fputs("]\n", cli->out);
	return worst;
}

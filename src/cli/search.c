/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `zhun search`: what is found, grouped by register, with the words marked where somebody looks. */
#include "cli/files.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 16 * 1024 * 1024 };

static const char *text_of(const struct zhun_json *object, const char *name)
{
	const char *s = zhun_json_get_string(object, name);
	return s ? s : "";
}

/* The characters of a text, with bold ones where the marks are. */
static void print_marked(const struct zhun_cli *cli, const struct zhun_json *marked)
{
	const struct zhun_json *mark = zhun_json_get(marked, "marks")->first;
	const char *s = text_of(marked, "text");
	size_t length;
	for (int64_t at = 0; *s; at++, s += length) {
		if (cli->terminal && mark && at == mark->first->integer)
			(void)fputs("\033[1m", cli->out);
		(void)zhun_utf8_next(s, &length);
		(void)fwrite(s, 1, length, cli->out);
		if (mark && at + 1 == mark->first->next->integer) {
			(void)fputs(cli->terminal ? "\033[0m" : "", cli->out);
			mark = mark->next;
		}
	}
}

static void print_item(const struct zhun_cli *cli, const struct zhun_json *item)
{
	(void)fprintf(cli->out, "  %s  ", text_of(item, "id"));
	print_marked(cli, zhun_json_get(item, "title"));
	(void)fputc('\n', cli->out);
	for (const struct zhun_json *f = zhun_json_get(item, "found")->first; f; f = f->next) {
		(void)fprintf(cli->out, "    %s: ", text_of(f, "title"));
		print_marked(cli, f);
		(void)fputc('\n', cli->out);
	}
}

static void print_group(const struct zhun_cli *cli, const struct zhun_json *g)
{
	const struct zhun_json *count = zhun_json_get(g, "count");
	bool capped = zhun_json_get(count, "capped")->kind == ZHUN_J_TRUE;
	(void)fprintf(cli->out, "%s (%s%lld)\n", text_of(g, "title"),
		      capped ? zhun_cli_say(cli, "more than ", "多于 ") : "",
		      (long long)zhun_json_get(count, "count")->integer);
	for (const struct zhun_json *i = zhun_json_get(g, "items")->first; i; i = i->next)
		print_item(cli, i);
}

static enum zhun_code print_answer(struct zhun_cli *cli, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const char *text = NULL;
	enum zhun_code code = zhun_text_done(out, &text, err);
	if (!code)
		code = zhun_json_parse(cli->arena, text, strlen(text), &json, err);
	if (code)
		return code;
	const struct zhun_json *groups = zhun_json_get(json, "groups");
	if (!groups->first)
		(void)fprintf(cli->out, "%s\n", zhun_cli_say(cli, "Nothing found.", "没有找到。"));
	for (const struct zhun_json *g = groups->first; g; g = g->next)
		print_group(cli, g);
	return ZHUN_OK;
}

/* The words as one query. */
static enum zhun_code join_words(const struct zhun_cli *cli, const char **ret, struct zhun_error *err)
{
	struct zhun_text t;
	zhun_text_init(&t, cli->arena, ANSWER_CEILING);
	for (size_t i = 0; i < cli->count; i++) {
		zhun_text_add(&t, i ? " " : "");
		zhun_text_add(&t, cli->arguments[i]);
	}
	return zhun_text_done(&t, ret, err);
}

static enum zhun_code run_search(struct zhun_cli *cli, struct zhun_error *err)
{
	static const char *const options[] = {"register", "limit", "cursor"};
	struct zhun_param params[1 + ZHUN_COUNT(options)] = {{.name = "q"}};
	struct zhun_text out;
	size_t n = 1;
	enum zhun_code code = join_words(cli, &params[0].value, err);
	for (size_t i = 0; i < ZHUN_COUNT(options); i++)
		if (zhun_cli_option(cli, options[i]))
			params[n++] = (struct zhun_param){options[i], zhun_cli_option(cli, options[i])};
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	if (!code)
		code = zhun_service_search(&cli->call, &(struct zhun_params){params, n}, &out, err);
	if (code)
		return code;
	return cli->json ? zhun_cli_print(cli, &out, err) : print_answer(cli, &out, err);
}

static const struct zhun_option search_options[] = {
	{"register", "NAME", {"only this one, page by page", "仅搜索该登记，可翻页"}},
	{"limit", "N", {"records of each register, 5 without it", "每个登记显示的记录数，缺省 5"}},
	{"cursor", "WORD", {"where the page begins: next of the page before", "分页起点：上一页的 next"}},
	{0},
};

const struct zhun_command zhun_cmd_search = {
	.words = "search",
	.arguments = "WORDS…",
	.least = 1,
	.most = 16,
	.need = ZHUN_CMD_READS,
	.options = search_options,
	.help = {"find records of all registers by words", "按词搜索全部登记的记录"},
	.more = {"All words must be found. Chinese words of one character or more; identifiers as people type them: "
		 "GB/T 19001-2016, gbt19001. First come records whose key it is, then those with the words in "
		 "their title.",
		 "须包含全部词。中文单字即可；编号可按习惯输入，如 GB/T 19001-2016、gbt19001。"
		 "编号相符者在前，其次为名称中含有全部词者。"},
	.run = run_search,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `zhun verify`: judges files and prints for people what the service says in
 * JSON for programs, so that both always say the same. The exit status is the
 * worst verdict's: 0 pass, 1 fail, 2 warn, 3 unknown.
 */
#include "cli/files.h"
#include "cli/screen.h"
#include "codec/json.h"
#include "zhun/base/text.h"

enum { ANSWER_CEILING = 64 * 1024 * 1024, FILE_CEILING = 256 * 1024 * 1024, RESULTS_SHOWN = 12 };
enum { NAME_WIDTH = 16 };

static const char *both(const struct zhun_cli *cli, const struct zhun_json *object, const char *name)
{
	const struct zhun_json *texts = zhun_json_get(object, name);
	const char *text = zhun_json_get_string(texts, zhun_cli_say(cli, "en", "zh"));
	const char *other = text ? text : zhun_json_get_string(texts, zhun_cli_say(cli, "zh", "en"));
	return other ? other : "";
}

struct look {
	const char *answer, *sign, *colour, *word[2];
};

static const struct look looks[] = {
	{"pass", "✓", "\033[32m", {"pass", "通过"}},
	{"warn", "!", "\033[33m", {"warning", "警示"}},
	{"fail", "✗", "\033[31m", {"fail", "不通过"}},
	{"unknown", "?", "\033[36m", {"unknown", "未知"}},
};

static const struct look *look_of(const char *answer)
{
	for (size_t i = 0; i < ZHUN_COUNT(looks); i++)
		if (zhun_str_equal(looks[i].answer, answer))
			return &looks[i];
	return &looks[ZHUN_COUNT(looks) - 1];
}

static void coloured(const struct zhun_cli *cli, const char *colour, const char *text, size_t width)
{
	if (cli->terminal)
		(void)fputs(colour, cli->out);
	zhun_screen_pad(cli->out, text, width);
	if (cli->terminal)
		(void)fputs("\033[0m", cli->out);
}

/* "PTB-123 · Example Lab · issued 2026-03-02", and the item under it. */
static void print_summary(const struct zhun_cli *cli, const struct zhun_json *c)
{
	static const char *const item_words[] = {"name", "manufacturer", "model", "serial"};
	const char *number = zhun_json_get_string(c, "number");
	const char *issuer = zhun_json_get_string(zhun_json_get(c, "issuer"), "name");
	const char *issued = zhun_json_get_string(c, "issued");
	const struct zhun_json *item = zhun_json_get(c, "item");
	const char *before = "  ";
	if (number || issuer)
		(void)fprintf(cli->out, "  %s%s%s", number ? number : "", number && issuer ? " · " : "",
			      issuer ? issuer : "");
	if (issued)
		(void)fprintf(cli->out, " · %s %s", zhun_cli_say(cli, "issued", "签发于"), issued);
	if (number || issuer || issued)
		(void)fputc('\n', cli->out);
	for (size_t i = 0; i < ZHUN_COUNT(item_words); i++) {
		const char *word = zhun_json_get_string(item, item_words[i]);
		if (word && *word) {
			(void)fprintf(cli->out, "%s%s", before, word);
			before = " · ";
		}
	}
	if (before[1] != ' ')
		(void)fputc('\n', cli->out);
}

static void print_finding(const struct zhun_cli *cli, const struct zhun_json *f)
{
	const char *place = zhun_json_get_string(f, "place");
	const struct look *l = look_of(zhun_json_get_string(f, "answer"));
	(void)fputs("      ", cli->out);
	coloured(cli, l->colour, l->sign, 2);
	zhun_screen_wrap(cli->out, both(cli, f, "reason"), 8, ZHUN_SCREEN_WIDTH);
	if (place && *place)
		(void)fprintf(cli->out, "\n        %s", place);
	(void)fputc('\n', cli->out);
}

enum { FINDINGS_SHOWN = 5 };

static void print_claim(const struct zhun_cli *cli, const struct zhun_json *claim)
{
	const struct look *l = look_of(zhun_json_get_string(claim, "answer"));
	const struct zhun_json *findings = zhun_json_get(claim, "findings");
	size_t shown = 0;
	(void)fputs("    ", cli->out);
	coloured(cli, l->colour, l->sign, 2);
	zhun_screen_pad(cli->out, both(cli, claim, "title"), NAME_WIDTH);
	zhun_screen_wrap(cli->out, both(cli, claim, "reason"), NAME_WIDTH + 6, ZHUN_SCREEN_WIDTH);
	(void)fputc('\n', cli->out);
	if (!findings || findings->count < 2)
		return;
	for (const struct zhun_json *f = findings->first; f && shown < FINDINGS_SHOWN; f = f->next, shown++)
		print_finding(cli, f);
	if (findings->count > shown)
		(void)fprintf(cli->out, "        %s %zu\n", zhun_cli_say(cli, "and more:", "另有："),
			      findings->count - shown);
}

static void print_not_checked(const struct zhun_cli *cli, const struct zhun_json *names)
{
	if (!names || !names->first)
		return;
	(void)fprintf(cli->out, "    – %s", zhun_cli_say(cli, "not checked: ", "未检查："));
	for (const struct zhun_json *n = names->first; n; n = n->next)
		(void)fprintf(cli->out, "%s%s", zhun_service_claim_title(n->text, cli->language),
			      n->next ? zhun_cli_say(cli, ", ", "、") : "");
	(void)fputc('\n', cli->out);
}

/* One value as the SI Brochure asks: value, thin space, unit; the uncertainty after it. */
static const char *value_text(const struct zhun_cli *cli, const struct zhun_json *v)
{
	const char *value = zhun_json_get_string(v, "typeset"), *u = zhun_json_get_string(v, "u_typeset");
	const char *k = zhun_json_get_string(v, "k");
	if (!value)
		return "";
	if (!u)
		return value;
	return zhun_printf(cli->arena, "%s  U = %s%s%s%s", value, u, k ? " (k = " : "", k ? k : "", k ? ")" : "");
}

static void print_results(const struct zhun_cli *cli, const struct zhun_json *c)
{
	const struct zhun_json *results = zhun_json_get(c, "results");
	struct zhun_screen_row rows[RESULTS_SHOWN + 1] = {0};
	size_t n = 0, all = 0;
	for (const struct zhun_json *r = results ? results->first : NULL; r; r = r->next) {
		const struct zhun_json *values = zhun_json_get(r, "values");
		for (const struct zhun_json *v = values ? values->first : NULL; v; v = v->next, all++) {
			if (n == RESULTS_SHOWN)
				continue;
			rows[n].cell[0] = v == values->first ? both(cli, r, "name") : "";
			rows[n++].cell[1] = value_text(cli, v);
		}
	}
	if (!n)
		return;
	(void)fputc('\n', cli->out);
	for (size_t i = 0; i < n; i++)
		if (!rows[i].cell[0])
			rows[i].cell[0] = "";
	zhun_screen_table(cli->out, rows, 2, 4);
	if (all > n)
		(void)fprintf(cli->out, "    … %zu %s\n", all - n, zhun_cli_say(cli, "more values", "个数值未列出"));
}

static void print_verdict(const struct zhun_cli *cli, const struct zhun_json *v)
{
	const struct look *l = look_of(zhun_json_get_string(v, "verdict"));
	const struct zhun_json *claims = zhun_json_get(v, "claims"), *checked = zhun_json_get(v, "checked");
	const struct zhun_json *of = zhun_json_get(v, "of");
	(void)fprintf(cli->out, "%s  ", zhun_json_get_string(v, "file"));
	coloured(cli, l->colour, l->word[cli->language], 0);
	(void)fprintf(cli->out, "  (%s %lld/%lld)\n", zhun_cli_say(cli, "claims checked:", "已检查："),
		      checked ? (long long)checked->integer : 0, of ? (long long)of->integer : 0);
	print_summary(cli, zhun_json_get(v, "certificate"));
	for (const struct zhun_json *c = claims ? claims->first : NULL; c; c = c->next)
		print_claim(cli, c);
	print_not_checked(cli, zhun_json_get(v, "not_checked"));
	print_results(cli, zhun_json_get(v, "certificate"));
	(void)fputc('\n', cli->out);
}

static enum zhun_code present(struct zhun_cli *cli, const char *text, struct zhun_error *err)
{
	const struct zhun_json *v = NULL;
	if (cli->json) {
		(void)fputs(text, cli->out);
		return ZHUN_OK;
	}
	enum zhun_code code = zhun_json_parse(cli->arena, text, strlen(text), &v, err);
	if (!code)
		print_verdict(cli, v);
	return code;
}

static enum zhun_code verify_file(struct zhun_cli *cli, const char *path, void *context, struct zhun_error *err)
{
	enum zhun_outcome *worst = context;
	struct zhun_upload u = {.name = path, .as_of = zhun_cli_option(cli, "as-of")};
	struct zhun_text out;
	enum zhun_outcome outcome = ZHUN_OUTCOME_PASS;
	const char *text = NULL;
	zhun_text_init(&out, cli->arena, ANSWER_CEILING);
	enum zhun_code code = zhun_cli_read(cli->arena, path, FILE_CEILING, &u.bytes, err);
	if (!code)
		code = zhun_service_check(&cli->call, &u, &out, &outcome, err);
	if (!code)
		code = zhun_text_done(&out, &text, err);
	if (!code)
		code = present(cli, text, err);
	if (!code && outcome > *worst)
		*worst = outcome;
	return code;
}

static enum zhun_code run_verify(struct zhun_cli *cli, struct zhun_error *err)
{
	static const int status[] = {[ZHUN_OUTCOME_PASS] = 0, [ZHUN_OUTCOME_FAIL] = 1, [ZHUN_OUTCOME_WARN] = 2,
				     [ZHUN_OUTCOME_UNKNOWN] = 3};
	enum zhun_outcome worst = ZHUN_OUTCOME_PASS;
	enum zhun_code code = zhun_cli_each_file(cli, verify_file, &worst, err);
	cli->status = status[worst];
	return code;
}

static const struct zhun_option verify_options[] = {
	{"as-of", "DATE", {"the day to judge by; today without it", "判断所依据的日期，缺省为今日"}},
	{0},
};

const struct zhun_command zhun_cmd_verify = {
	.words = "verify",
	.arguments = "FILE…",
	.least = 1,
	.most = 100000,
	.need = ZHUN_CMD_MAY,
	.options = verify_options,
	.help = {"judge certificates: claim by claim, with reasons", "判断证书：逐项给出结论和理由"},
	.more = {"Reads digital calibration certificates (PTB DCC XML), our own JSON, CSV results, "
	"or one of these inside "
		 "a PDF. With --database the issuer's accreditations and capabilities on the day "
		"of work are judged too. "
		 "Exit status: 0 pass, 1 fail, 2 warning, 3 unknown.",
		 "可读取数字校准证书（PTB DCC XML）、本平台 JSON、CSV 结果，或其所在的 PDF。给出 --database 时，"
		 "还据发证机构在工作当日的认可与能力判断。退出状态：0 通过，1 不通过，2 警示，3 未知。"},
	.run = run_verify,
};

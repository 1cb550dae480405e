/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Commands run in this process, their output compared. Covers cli/cli.c, cli/answer.c, cli/audit.c, cli/budget.c,
 * cli/help.c, cli/account.c, cli/database.c, cli/dump.c, cli/files.c, cli/import.c, cli/job.c, cli/manual.c,
 * cli/measure.c, cli/organisation.c, cli/transfer.c and cli/verify.c.
 */
#include "cli/cli.h"

#include "codec/json.h"
#include "unit.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 28, WORDS = 12 };

static struct zhun_error err;

/* "ask CODE": as somebody does on the page; prints the id. */
static enum zhun_code run_ask(struct zhun_cli *cli, struct zhun_error *e)
{
	struct zhun_text out;
	const struct zhun_json *answer = NULL;
	const char *body = zhun_printf(
		cli->arena, "{\"organisation\":{\"code\":\"%s\",\"name\":{\"en\":\"House %s\"},\"kind\":"
		"\"laboratory\",\"country\":\"DE\"},\"contact\":{\"name\":\"Lin\",\"email\":\"lin@example.org\"}}",
		cli->arguments[0], cli->arguments[0]);
	zhun_text_init(&out, cli->arena, 1 << 16);
	cli->call.viewer = (struct zhun_viewer){0};
	enum zhun_code code = zhun_service_org_request_ask(
		&cli->call, (struct zhun_bytes){(const unsigned char *)body, strlen(body)}, &out, e);
	if (!code)
		code = zhun_json_parse(cli->arena, out.ptr, out.len, &answer, e);
	if (!code)
		(void)fputs(zhun_json_get_string(answer, "id"), cli->out);
	return code;
}

static const struct zhun_command ask = {
	.words = "ask", .arguments = "CODE", .least = 1, .most = 1, .need = ZHUN_CMD_WRITES, .help = {"a", "b"},
	.run = run_ask};

static const struct zhun_command *const commands[] = {
	&ask, &zhun_cmd_organisation_requests, &zhun_cmd_organisation_approve, &zhun_cmd_organisation_refuse,
	&zhun_cmd_verify,	&zhun_cmd_certificate_import, &zhun_cmd_account_add,  &zhun_cmd_account_link,
	&zhun_cmd_account_data, &zhun_cmd_account_erase,
	&zhun_cmd_token_create, &zhun_cmd_db_status,	      &zhun_cmd_db_migrate,   &zhun_cmd_schema_print,
	&zhun_cmd_schema_diff,	&zhun_cmd_demo_generate,      &zhun_cmd_settings,     &zhun_cmd_errors,
	&zhun_cmd_manual, &zhun_cmd_completion, &zhun_cmd_version, &zhun_cmd_help,
	&zhun_cmd_budget_check, &zhun_cmd_budget_run,
	&zhun_cmd_budget_report, &zhun_cmd_budget_reverse, &zhun_cmd_budget_what_if, &zhun_cmd_budget_import,
	&zhun_cmd_budget_rows,
	&zhun_cmd_measure_run, &zhun_cmd_measure_operations, &zhun_cmd_measure_cases, &zhun_cmd_import,
	&zhun_cmd_db_backup, &zhun_cmd_db_dump, &zhun_cmd_db_restore,
	&zhun_cmd_export, &zhun_cmd_audit,
	&zhun_cmd_job_list, &zhun_cmd_job_run, &zhun_cmd_job_retry, &zhun_cmd_job_cancel,
	NULL,
};

static const struct zhun_setting settings[] = {
	{.name = "database", .kind = ZHUN_SET_TEXT, .text = "postgresql://me:secret@host/zhun", .help = {"a", "b"}},
	{.name = "listen", .kind = ZHUN_SET_TEXT, .text = "127.0.0.1:8080", .help = {"a", "b"}},
	{.name = "public_url", .kind = ZHUN_SET_TEXT, .help = {"a", "b"}},
};

struct run {
	struct zhun_arena *arena;
	char *out;
	size_t size;
	enum zhun_code code;
	int status;
};

static void split(struct zhun_arena *a, const char *line, int *argc, char *argv[WORDS + 1])
{
	for (*argc = 0; *argc < WORDS; line++) {
		size_t n = strcspn(line, " ");
		argv[(*argc)++] = zhun_strndup(a, line, n);
		line += n;
		if (!*line)
			break;
	}
}

/* Runs "zhun …" as the terminal's administrator; with a database where one is given. */
static struct run run(const char *url, const char *line)
{
	struct run r = {.arena = zhun_arena_open(CEILING)};
	struct zhun_cli cli = {.arena = r.arena, .commands = commands, .err = stderr};
	const struct zhun_service_options o = {.database = url, .zone = "UTC"};
	char *argv[WORDS + 1] = {0};
	int argc;
	split(r.arena, line, &argc, argv);
	cli.out = open_memstream(&r.out, &r.size);
	cli.settings = zhun_settings_new(r.arena, settings, ZHUN_COUNT(settings));
	r.code = zhun_cli_parse(&cli, argc, argv, &err);
	if (!r.code)
		r.code = zhun_service_open(&o, &cli.call.service, &err);
	if (!r.code && url)
		r.code = zhun_service_connect(cli.call.service, true, &cli.call.conn, &err);
	cli.call.arena = r.arena;
	cli.call.now = INT64_C(1795400000000000);
	zhun_service_as_administrator(&cli.call);
	if (!r.code && cli.help)
		zhun_cli_help(&cli, cli.out);
	else if (!r.code)
		r.code = cli.command->run(&cli, &err);
	zhun_service_disconnect(cli.call.conn);
	zhun_service_close(cli.call.service);
	fclose(cli.out);
	r.status = cli.status;
	return r;
}

static void done(struct run *r)
{
	free(r->out);
	zhun_arena_close(r->arena);
}

static void check_run(const char *url, const char *line, enum zhun_code code, const char *part)
{
	struct run r = run(url, line);
	unit_check(r.code == code, __FILE__, __LINE__, "%s: %s %s", line, zhun_error_row(r.code)->name, err.place);
	if (part)
		unit_check(strstr(r.out, part) != NULL, __FILE__, __LINE__, "%s: no “%s” in\n%s", line, part, r.out);
	done(&r);
}

/* What is printed for programs is one value of JSON, or as many as there are lines. */
static void check_json(const struct run *r, const char *line, size_t count)
{
	const struct zhun_json *v = NULL;
	enum zhun_code code = zhun_json_parse(r->arena, r->out, r->size, &v, &err);
	unit_check(code == ZHUN_OK, __FILE__, __LINE__, "%s: %s %s in\n%s", line, zhun_error_row(code)->name, err.place,
		   r->out);
	CHECK(code || !count || v->count == count);
}

/* Every command of the table that can run without arguments, and those with them. */
static void programs_on(struct unit_store *u)
{
	static const char *const lines[] = {
		"zhun manual --json", "zhun completion --json",
		"zhun help --json", "zhun help verify --json", "zhun version --json", "zhun errors --json",
		"zhun settings --json", "zhun schema print --json", "zhun schema diff --json", "zhun db status --json",
		"zhun db migrate --json", "zhun demo generate --certificates 30 --json", "zhun account add lin --json",
		"zhun account reset-link lin --json", "zhun token create lin --json",
		"zhun account data lin --json", "zhun account erase lin --reason asked --json",
		"zhun verify --json " ZHUN_FIXTURES "/complete.xml",
		"zhun certificate import --json " ZHUN_FIXTURES "/complete.xml " ZHUN_FIXTURES "/table.csv",
		"zhun budget run --json " ZHUN_EXAMPLES "/gum-h1-end-gauge.yaml",
	};
	for (size_t i = 0; i < ZHUN_COUNT(lines); i++) {
		struct run r = run(u->url, lines[i]);
		unit_check(r.code == ZHUN_OK, __FILE__, __LINE__, "%s: %s", lines[i], zhun_error_row(r.code)->name);
		check_json(&r, lines[i], 0);
		done(&r);
	}
	struct run r = run(u->url, "zhun certificate import --json no\"where " ZHUN_FIXTURES "/complete.xml nowhere");
	check_json(&r, "import", 3);
	CHECK_INT(r.code, ZHUN_E_FILE_READ);
	done(&r);
}

static void programs_read_json_of_every_command(void)
{
	unit_store_each(programs_on, true);
}

static void tables_are_printed_in_the_readers_language(void)
{
	check_run(NULL, "zhun help", ZHUN_OK, "  verify FILE…");
	check_run(NULL, "zhun help --lang zh", ZHUN_OK, "判断证书");
	check_run(NULL, "zhun help certificate import", ZHUN_OK, "zhun certificate import FILE… [options]");
	check_run(NULL, "zhun verify --help", ZHUN_OK, "--as-of DATE");
	check_run(NULL, "zhun help nothing", ZHUN_E_USAGE_COMMAND, NULL);
	check_run(NULL, "zhun errors", ZHUN_OK, "1001  NO_MEMORY");
	check_run(NULL, "zhun errors --json", ZHUN_OK, "\"name\":\"NO_MEMORY\"");
	check_run(NULL, "zhun settings", ZHUN_OK, "postgresql://me:…@host/zhun");
	check_run(NULL, "zhun settings --json --listen x:1", ZHUN_OK, "\"value\":\"x:1\",\"from\":\"flag\"");
	check_run(NULL, "zhun version --json", ZHUN_OK, "{\"version\":\"");
	check_run(NULL, "zhun schema print --postgres", ZHUN_OK, "COLLATE \"C\"");
}

static void files_are_judged(void)
{
	struct run r = run(NULL, "zhun verify " ZHUN_FIXTURES "/complete.xml " ZHUN_FIXTURES "/table.csv");
	CHECK_INT(r.code, ZHUN_OK);
	CHECK(strstr(r.out, "complete.xml") && strstr(r.out, "table.csv") && strstr(r.out, "not checked: Genuine"));
	CHECK_INT(r.status, 3);
	done(&r);
	r = run(NULL, "zhun verify --json " ZHUN_FIXTURES "/faulty.xml");
	CHECK(r.out && r.out[0] == '[' && strstr(r.out, "\"verdict\":\"fail\""));
	CHECK_INT(r.status, 1);
	done(&r);
	/* a file that cannot be read keeps the others from nothing */
	r = run(NULL, "zhun verify --json nowhere.xml " ZHUN_FIXTURES "/complete.xml");
	CHECK_INT(r.code, ZHUN_E_FILE_READ);
	check_json(&r, "zhun verify", 2);
	CHECK(strstr(r.out, "[{\"file\":\"nowhere.xml\",\"error\":{\"code\":1920,") == r.out);
	done(&r);
	check_run(NULL, "zhun verify nowhere.xml", ZHUN_E_FILE_READ, NULL);
	CHECK_TEXT(err.arg[0], "nowhere.xml");
}

static void budgets_are_evaluated(void)
{
	static const char gauge[] = ZHUN_EXAMPLES "/gum-h1-end-gauge.yaml";
	static const struct { const char *words, *options; enum zhun_code code; const char *part; } cases[] = {
		{"check", "", ZHUN_OK, "l = 50.000 838 mm, U = 0.000 092 mm (k = 2.92"},
		{"check", "--lang zh", ZHUN_OK, "U₉₉ = "},
		{"run", "--draws 20000", ZHUN_OK, "Monte Carlo: 20000 draws"},
		{"run", "", ZHUN_OK, "62.4 % █████"},
		{"run", "--json", ZHUN_OK, "\"outputs\":[{\"name\":\"l\""},
		{"run", "--draws x", ZHUN_E_USAGE_NUMBER, NULL},
		{"report", "--draws 0 --lang zh", ZHUN_OK, "量块在 20 °C 时的长度"},
		{"report", "--draws 0 --format html", ZHUN_OK, "<!DOCTYPE html>"},
		{"report", "--draws 0 --format odt", ZHUN_E_CHOICE_BAD, NULL},
		{"report", "--draws 0 --format html --out /nowhere/x", ZHUN_E_FILE_WRITE, NULL},
		{"reverse", "--input d --target 100nm", ZHUN_OK, "is reached with u(d) up to 19."},
		{"reverse", "--target 100nm", ZHUN_E_USAGE_MISSING, NULL},
		{"reverse", "--input d", ZHUN_E_BUDGET_TARGET, NULL},
		{"whatif", "--input d_theta --u 50%", ZHUN_OK, "(−15.0 %)"},
		{"whatif", "--input d_theta", ZHUN_E_USAGE_MISSING, NULL},
		{"import", "", ZHUN_E_SUNCAL_NONE, NULL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		char line[600];
		const char *space = *cases[i].options ? " " : "";
		(void)snprintf(line, sizeof line, "zhun budget %s %s%s%s", cases[i].words, gauge, space,
			       cases[i].options);
		check_run(NULL, line, cases[i].code, cases[i].part);
	}
	check_run(NULL, "zhun budget check nowhere.yaml", ZHUN_E_FILE_READ, NULL);
	check_run(NULL, "zhun budget rows " ZHUN_EXAMPLES "/jcgm101-mass.yaml", ZHUN_E_USAGE_MISSING, NULL);
	check_run(NULL,
		  "zhun budget rows " ZHUN_EXAMPLES "/gum-h1-end-gauge.yaml --data " ZHUN_EXAMPLES "/end-gauges.csv",
		  ZHUN_OK, "l_s,u(l_s),l,u(l),U(l)");
	/* the archives it names stand beside it */
	check_run(NULL, "zhun budget check " ZHUN_EXAMPLES "/chain-ratio.yaml", ZHUN_OK, "10⁻⁶");
	check_run(NULL, "zhun budget run " ZHUN_EXAMPLES "/chain-standard-a.yaml --archive /nowhere/x",
		  ZHUN_E_FILE_WRITE, NULL);
}

static void studies_are_asked(void)
{
	static const char study[] = ZHUN_FIXTURES "/../study/two-masses.json";
	struct run r = run(NULL, "zhun measure cases " ZHUN_FIXTURES "/../study --draws 10000");
	CHECK_INT(r.code, ZHUN_OK);
	CHECK(strstr(r.out, "two-masses\tu(m)\tlpu.u\t5\t5\t1e-12\tholds\n"));
	CHECK(strstr(r.out, "a wrong value\tlpu.u\t5\t7\t1\tDOES NOT HOLD\n"));
	CHECK(strstr(r.out, "\n3 of 4 expected values within tolerance\n"));
	CHECK_INT(r.status, 1);
	done(&r);
	char line[600];
	(void)snprintf(line, sizeof line, "zhun measure run %s --json", study);
	check_run(NULL, line, ZHUN_OK, "{\"area\":\"uncertainty\",\"answers\":[{\"quantity\":\"m\"");
	(void)snprintf(line, sizeof line, "zhun measure run %s --draws 10", study);
	check_run(NULL, line, ZHUN_E_STUDY_DRAWS, NULL);
	check_run(NULL, "zhun measure cases " ZHUN_FIXTURES "/../study --json --draws 10000", ZHUN_OK,
		"\"holds\":3,\"of\":4}");
	/* AIAG MSA, 4th edition, III B: sd of GRR, and nothing behind the value */
	check_run(NULL, "zhun measure run " ZHUN_EXAMPLES "/gauge-study.json", ZHUN_OK,
		  "rr.sd                    0.30237152232290465\n");
	check_run(NULL, "zhun measure cases /nowhere", ZHUN_E_FILE_READ, NULL);
	check_run(NULL, "zhun measure run " ZHUN_EXAMPLES "/studies/decision.json", ZHUN_OK, "conditional pass");
	check_run(NULL, "zhun measure operations risk --lang zh", ZHUN_OK, "总体消费者风险");
	check_run(NULL, "zhun measure operations --json", ZHUN_OK, "\"name\":\"lpu.u\"");
}

static void commands_on(struct unit_store *u)
{
	check_run(u->url, "zhun export sites", ZHUN_OK, "organisation.code,code,name.en");
	check_run(u->url, "zhun export nothing", ZHUN_E_REGISTER_UNKNOWN, NULL);
	check_run(u->url, "zhun import product_category " ZHUN_FIXTURES "/../../http/rows.csv --dry-run", ZHUN_OK,
		  "rows 2, new 2, changed 0, the same 0, refused 0, links found 0. Nothing was changed.");
	check_run(u->url, "zhun import product_category " ZHUN_FIXTURES "/../../http/rows.csv", ZHUN_OK, "Filed.");
	check_run(u->url, "zhun db status", ZHUN_OK, "version");
	check_run(u->url, "zhun db migrate", ZHUN_OK, "steps made: 0");
	check_run(u->url, "zhun schema diff", ZHUN_OK, "");
	check_run(u->url, "zhun account add lin --administrator", ZHUN_OK, "http://127.0.0.1:8080/setup#zhl_");
	check_run(u->url, "zhun account add lin", ZHUN_E_NAME_TAKEN, NULL);
	check_run(u->url, "zhun account reset-link lin --json", ZHUN_OK, "{\"link\":\"zhl_");
	check_run(u->url, "zhun account reset-link nobody", ZHUN_E_ACCOUNT_UNKNOWN, NULL);
	check_run(u->url, "zhun token create lin --days 3 --registers certificate", ZHUN_OK, "zht_");
	check_run(u->url, "zhun token create lin --days 4000", ZHUN_E_TOKEN_LIFETIME, NULL);
	check_run(u->url, "zhun audit --register account", ZHUN_OK, "create  account  lin");
	check_run(u->url, "zhun audit --account lin", ZHUN_OK, "");
	check_run(u->url, "zhun audit --account nobody", ZHUN_E_ACCOUNT_UNKNOWN, NULL);
	check_run(u->url, "zhun audit --register nothing", ZHUN_E_PARAMETER_BAD, NULL);
	check_run(u->url, "zhun audit --most 1", ZHUN_OK, "more: --before ");
	check_run(u->url, "zhun audit --json --until 2001-01-01", ZHUN_OK, "{\"items\":[],\"next\":null}");
	check_run(u->url, "zhun audit --sessions", ZHUN_OK, "link_made   lin");
	check_run(u->url, "zhun audit --kind token_made --account lin", ZHUN_OK, "token_made  lin");
	check_run(u->url, "zhun audit --kind nothing", ZHUN_E_PARAMETER_BAD, NULL);
	check_run(u->url, "zhun account data lin", ZHUN_OK, "\"name\":\"lin\"");
	check_run(u->url, "zhun account erase lin", ZHUN_E_BODY_FIELD, NULL);
	check_run(u->url, "zhun account erase lin --reason asked", ZHUN_OK, "-");
	check_run(u->url, "zhun account data lin", ZHUN_E_ACCOUNT_UNKNOWN, NULL);
	check_run(u->url, "zhun job list", ZHUN_OK, "");
	check_run(u->url, "zhun job run --most 1", ZHUN_OK, "jobs run: 1");
	check_run(u->url, "zhun job run", ZHUN_OK, "jobs run: ");
	check_run(u->url, "zhun job list --state done", ZHUN_OK, "forget");
	check_run(u->url, "zhun job retry nothing", ZHUN_E_JOB_UNKNOWN, NULL);
	check_run(u->url, "zhun job cancel nothing", ZHUN_E_JOB_UNKNOWN, NULL);
	check_run(u->url, "zhun certificate import " ZHUN_FIXTURES "/complete.xml", ZHUN_OK, "filed");
	check_run(u->url, "zhun certificate import --json " ZHUN_FIXTURES "/complete.xml", ZHUN_OK,
		  "\"created\":false");
	check_run(u->url, "zhun demo generate --certificates 30", ZHUN_E_DEMO_NOT_EMPTY, NULL);
}

/* The command with the id of a request of CODE in its place. */
static void check_decision(struct unit_store *u, const char *code, const char *line, enum zhun_code want,
			   const char *part)
{
	char words[256], command[256];
	(void)snprintf(words, sizeof words, "zhun ask %s", code);
	struct run asked = run(u->url, words);
	CHECK_CODE(asked.code, ZHUN_OK, &err);
	(void)snprintf(command, sizeof command, "zhun organisation %.*s %s%s", (int)strcspn(line, "%"), line, asked.out,
		       strchr(line, '%') + 1);
	check_run(u->url, command, want, part);
	done(&asked);
}

static void requests_on(struct unit_store *u)
{
	check_run(u->url, "zhun organisation requests", ZHUN_OK, "");
	check_decision(u, "A", "approve%", ZHUN_OK, "/invited#zhi_");
	check_decision(u, "B", "approve% --json", ZHUN_OK, "\"state\":\"approved\"");
	check_decision(u, "C", "refuse%", ZHUN_E_FIELD_REQUIRED, NULL);
	check_run(u->url, "zhun organisation requests", ZHUN_OK, "lin@example.org  House C");
	check_decision(u, "D", "refuse% --reason twice", ZHUN_OK, "refused  House D");
	check_run(u->url, "zhun organisation requests --state refused", ZHUN_OK, "House D");
	check_run(u->url, "zhun organisation requests --state all --most 2", ZHUN_OK, "more: --before ");
	check_run(u->url, "zhun organisation requests --state waiting", ZHUN_E_CHOICE_UNKNOWN, NULL);
	check_run(u->url, "zhun organisation approve nothing", ZHUN_E_REQUEST_UNKNOWN, NULL);
	check_run(u->url, "zhun export organisations", ZHUN_OK, "House A");
}

static void requests_are_decided_at_the_terminal(void)
{
	unit_store_each(requests_on, true);
}

static void the_database_is_kept_from_the_terminal(void)
{
	unit_store_each(commands_on, true);
}

static void errors_say_place_code_and_name(void)
{
	char out[300];
	FILE *f = fmemopen(out, sizeof out, "w");
	(void)zhun_fail(&err, ZHUN_E_DATE_BAD, "z.conf, line 2", "x");
	zhun_cli_report(f, ZHUN_EN, &err);
	fclose(f);
	CHECK_TEXT(out, "zhun: z.conf, line 2: “x” is not a date (2026, 2026-03 or 2026-03-02) [DATE_BAD 1020]\n");
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"tables_are_printed_in_the_readers_language", tables_are_printed_in_the_readers_language},
		{"programs_read_json_of_every_command", programs_read_json_of_every_command},
		{"files_are_judged", files_are_judged},
		{"cli budgets", budgets_are_evaluated},
		{"cli studies", studies_are_asked},
		{"the_database_is_kept_from_the_terminal", the_database_is_kept_from_the_terminal},
	{"requests_are_decided_at_the_terminal", requests_are_decided_at_the_terminal},
		{"errors_say_place_code_and_name", errors_say_place_code_and_name},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

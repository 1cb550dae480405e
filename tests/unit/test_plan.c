/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Shenzhen plan of 2018–2020 in a database of each engine: service/plan_load.c, service/plan_count.c,
 * service/plan_show.c, reached by http/handler_plan.c. Expected is what ../shared/data/plan says, and what one
 * counts by hand in the few records made here; the cases of the cluster Luohu are those of the regulator's story
 * (27 of ≥ 30, exactly 500 million).
 */
#include "codec/json.h"
#include "service/plan.h"
#include "service/service.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 24 };

static struct zhun_error err;

/* 2026-11-25 09:00 in Shanghai */
static const int64_t NOW = INT64_C(1795568400000000), DAY = INT64_C(86400000000);

struct desk {
	struct zhun_call call;
	struct zhun_text out;
	const char *plan;
};

static void as_administrator(struct desk *d)
{
	zhun_service_as_administrator(&d->call);
}

static struct desk open_desk(struct unit_store *u)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = u->url, .zone = "Asia/Shanghai"};
	unit_call_open(&d.call, &o, NOW);
	as_administrator(&d);
	return d;
}

static void close_desk(struct desk *d)
{
	unit_call_close(&d->call);
}

static struct zhun_plan_loaded load(struct desk *d)
{
	struct zhun_plan_loaded l = {0};
	CHECK_CODE(zhun_service_plan_load(&d->call, "shenzhen-2018-2020", &l, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_plan_id(&d->call, "shenzhen-2018-2020", &d->plan, &err), ZHUN_OK, &err);
	return l;
}

static const struct zhun_json *answer(struct desk *d)
{
	return unit_call_answer(&d->call, &d->out);
}

/* The dashboard, with one parameter or none. */
static const struct zhun_json *show(struct desk *d, const char *name, const char *value)
{
	const struct zhun_param param = {name, value};
	const struct zhun_params params = {&param, name != NULL};
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_plan_show(&d->call, d->plan, &params, &d->out, &err), ZHUN_OK, &err);
	return answer(d);
}

static const struct zhun_json *figure(const struct zhun_json *dashboard, const char *code)
{
	const struct zhun_json *f = zhun_json_get(dashboard, "figures")->first;
	while (f && strcmp(zhun_json_get_string(f, "code"), code) != 0)
		f = f->next;
	CHECK(f != NULL);
	return f;
}

/* "27 not_met": what was found for a figure, and what that says. */
static const char *of(struct desk *d, const struct zhun_json *dashboard, const char *code)
{
	const struct zhun_json *f = figure(dashboard, code);
	const char *found = zhun_json_get_string(zhun_json_get(f, "found"), "text");
	return zhun_printf(d->call.arena, "%s %s", found ? found : "-", zhun_json_get_string(f, "progress"));
}

/* ' stands for ". The new record's id. */
static const char *create(struct desk *d, const char *reg, const char *text)
{
	char *json = zhun_strdup(d->call.arena, text);
	struct zhun_record_facts facts = {.id = ""};
	for (char *p = json; *p; p++)
		if (*p == '\'')
			*p = '"';
	const struct zhun_record_write w = {.body = json, .length = strlen(json)};
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_record_create(&d->call, zhun_register_named(reg), &w, &d->out, &facts, &err), ZHUN_OK,
		   &err);
	return facts.id;
}

static void update(struct desk *d, const char *reg, const char *id, const char *text, const char *effective)
{
	char *json = zhun_strdup(d->call.arena, text);
	struct zhun_record_facts facts;
	for (char *p = json; *p; p++)
		if (*p == '\'')
			*p = '"';
	const struct zhun_record_write w = {.id = id, .rev = 1, .effective = effective, .body = json,
					    .length = strlen(json)};
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_record_update(&d->call, zhun_register_named(reg), &w, &d->out, &facts, &err), ZHUN_OK,
		   &err);
}

#define TEXT(d, ...) zhun_printf((d)->call.arena, __VA_ARGS__)
#define LUOHU "{'key':{'plan':{'key':{'code':'shenzhen-2018-2020'}},'code':'C2'}}"
#define NANSHAN "{'key':{'plan':{'key':{'code':'shenzhen-2018-2020'}},'code':'C3'}}"

/* ---- loading ---- */

static size_t count_of(const struct zhun_json *dashboard, const char *list)
{
	return zhun_json_get(dashboard, list)->count;
}

static void check_loading(struct unit_store *u)
{
	struct desk d = open_desk(u);
	struct zhun_plan_loaded l = load(&d);
	CHECK(l.created == 111 && l.updated == 0 && l.unchanged == 0);
	l = load(&d);
	CHECK(l.created == 0 && l.updated == 0 && l.unchanged == 111);
	const struct zhun_json *shown = show(&d, NULL, NULL);
	CHECK_INT(count_of(shown, "figures"), 55);
	CHECK_INT(count_of(shown, "projects"), 45);
	CHECK_INT(count_of(shown, "clusters"), 4);
	const char *id = zhun_json_get_string(figure(shown, "F041"), "id");
	update(&d, "figure", id, "{'target_low':1}", NULL);
	l = load(&d);
	CHECK(l.updated == 1 && l.unchanged == 110);
	CHECK_CODE(zhun_service_plan_load(&d.call, "nowhere", &l, &err), ZHUN_E_PLAN_UNKNOWN, &err);
	CHECK_CODE(zhun_service_plan_id(&d.call, "nowhere", &id, &err), ZHUN_E_RECORD_UNKNOWN, &err);
	close_desk(&d);
}

static void loading_twice_makes_no_doubles(void)
{
	unit_store_each(check_loading, true);
}

/* ---- what is counted is stated well ---- */

static bool is_choice(const struct zhun_field *f, const char *value)
{
	for (const struct zhun_choice *c = f->choices; c->value; c++)
		if (strcmp(c->value, value) == 0)
			return true;
	return false;
}

/* A word that is no choice would find nothing, for ever, and nobody would know. */
static void check_choices(struct desk *d, const char *code, const struct zhun_register *reg, const char *filter)
{
	char *text = zhun_strdup(d->call.arena, filter);
	for (char *pair; (pair = strsep(&text, "&")) != NULL;) {
		char *value = strchr(pair, '=');
		*value++ = '\0';
		char *dot = strchr(pair, '.');
		if (dot)
			*dot = '\0';
		const struct zhun_field *f = zhun_field_named(reg->fields, pair);
		if (!f || f->kind != ZHUN_F_CHOICE)
			continue;
		for (char *word; (word = strsep(&value, ",")) != NULL;)
			unit_check(is_choice(f, word), __FILE__, __LINE__, "%s: %s has no %s", code, f->name, word);
	}
}

static void check_figure(struct desk *d, const struct zhun_json *f)
{
	const char *code = zhun_json_get_string(f, "code"), *measure = zhun_json_get_string(f, "measure");
	const struct zhun_reader by = {d->call.conn, d->call.arena, &d->call.viewer, NULL};
	const struct zhun_plan_scope scope = {.day = "2026-11-25", .plan = d->plan,
		.cluster = zhun_json_get_string(zhun_json_get(f, "cluster"), "id")};
	const char *plural = zhun_json_get_string(f, "register");
	struct zhun_plan_count c;
	if (strcmp(measure, "count") != 0 && strcmp(measure, "sum") != 0) {
		CHECK(!plural && !zhun_json_get(f, "filter")->text);
		return;
	}
	CHECK_CODE(zhun_plan_count(&by, f, &scope, &c, &err), ZHUN_OK, &err);
	unit_check(c.fault.code == ZHUN_E_PLAN_EMPTY || c.fault.code == ZHUN_OK, __FILE__, __LINE__, "%s: %s %s",
		   code, zhun_error_row(c.fault.code)->name, c.fault.arg[0]);
	unit_check(c.list && zhun_str_starts(c.list, plural), __FILE__, __LINE__, "%s: its list", code);
	check_choices(d, code, zhun_register_of_plural(plural), zhun_json_get_string(f, "filter"));
}

static void check_filters(struct unit_store *u)
{
	static const struct zhun_param of_plan[] = {{"limit", "500"}, {"sort", "code"}};
	struct desk d = open_desk(u);
	(void)load(&d);
	zhun_text_init(&d.out, d.call.arena, OUT);
	CHECK_CODE(zhun_service_record_list(&d.call, zhun_register_named("figure"), &(struct zhun_params){of_plan, 2},
					    &d.out, &err), ZHUN_OK, &err);
	size_t counted = 0;
	for (const struct zhun_json *f = zhun_json_get(answer(&d), "items")->first; f; f = f->next) {
		check_figure(&d, f);
		counted += zhun_json_get_string(f, "register") != NULL;
	}
	CHECK_INT(counted, 48);
	close_desk(&d);
}

static void each_figure_is_counted_by_a_filter_that_holds(void)
{
	unit_store_each(check_filters, true);
}

static void filters_are_filled_in(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_plan_scope scope = {.day = "2020-12-31", .as_of = "2020", .plan = "P"};
	struct zhun_params params;
	const char *address = "";
	CHECK_CODE(zhun_plan_params(a, "year={year}&on.le={day}&plan={plan}&r.gt=5 CNY", &scope, &params, &err),
		   ZHUN_OK, &err);
	CHECK_CODE(zhun_plan_address(a, "things", &params, &address, &err), ZHUN_OK, &err);
	CHECK_TEXT(address, "things?year=2020&on.le=2020-12-31&plan=P&r.gt=5%20CNY&as_of=2020");
	scope.day = "2020-12-30";
	CHECK_CODE(zhun_plan_params(a, "year={year}", &scope, &params, &err), ZHUN_OK, &err);
	CHECK_TEXT(params.items[0].value, "2019");
	CHECK_CODE(zhun_plan_params(a, "", &scope, &params, &err), ZHUN_OK, &err);
	CHECK_INT(params.count, 1);
	CHECK_CODE(zhun_plan_params(a, "cluster={cluster}", &scope, &params, &err), ZHUN_E_PLAN_FILTER, &err);
	CHECK_CODE(zhun_plan_params(a, "x={colour}", &scope, &params, &err), ZHUN_E_PLAN_FILTER, &err);
	CHECK_CODE(zhun_plan_params(a, "nothing", &scope, &params, &err), ZHUN_E_PLAN_FILTER, &err);
	CHECK_CODE(zhun_plan_params(a, "a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&"
				       "a=1&a=1&a=1&a=1&a=1&a=1&a=1", &scope, &params, &err), ZHUN_E_PLAN_FILTER, &err);
	zhun_arena_close(a);
}

/* ---- a record changes, and the figure with it ---- */

static void accredit(struct desk *d, int n, const char *cluster, const char **ret_org, const char **ret_held)
{
	*ret_org = create(d, "organisation", TEXT(d, "{'code':'L%d','name':{'en':'L%d'},'kind':'laboratory',"
		"'cluster':%s}", n, n, cluster));
	*ret_held = create(d, "accreditation", TEXT(d, "{'number':'A%d','body':{'key':{'code':'AB'}},"
		"'organisation':'%s','kind':'accreditation','states':[{'state':'granted','since':'2019-05-01'}]}",
		n, *ret_org));
}

static void check_change(struct unit_store *u)
{
	struct desk d = open_desk(u);
	const char *org = "", *held = "", *known;
	(void)load(&d);
	create(&d, "organisation", "{'code':'AB','name':{'en':'AB'},'kind':'accreditation_body'}");
	for (int n = 0; n < 27; n++)
		accredit(&d, n, LUOHU, &org, &held);
	const struct zhun_json *now = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, now, "F052"), "27 not_met");
	CHECK_TEXT(of(&d, now, "F025"), "27 no_target");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2019-04-30"), "F052"), "0 unknown");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2019-05-01"), "F052"), "27 unknown");
	known = TEXT(&d, "2026-11-25T09:00:00+08:00");
	d.call.now += DAY;
	update(&d, "accreditation", held, "{'states':[{'state':'granted','since':'2019-05-01'},"
					  "{'state':'withdrawn','since':'2026-11-26'}]}", NULL);
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F052"), "26 not_met");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2026-11-25"), "F052"), "27 not_met");
	CHECK_TEXT(of(&d, show(&d, "known_at", known), "F052"), "27 not_met");
	update(&d, "organisation", org, TEXT(&d, "{'cluster':%s}", NANSHAN), "2026-11-26");
	for (int n = 27; n < 32; n++)
		accredit(&d, n, LUOHU, &org, &held);
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F052"), "31 met");
	update(&d, "organisation", org, "{'cluster':null}", "2026-11-26");
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F052"), "30 met");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2026-11-25"), "F052"), "32 met");
	close_desk(&d);
}

static void a_changed_record_changes_the_figure(void)
{
	unit_store_each(check_change, true);
}

/* ---- money, and who may see it ---- */

static void earn(struct desk *d, int n, const char *minor)
{
	const char *org = create(d, "organisation", TEXT(d, "{'code':'R%d','name':{'en':'R%d'},'kind':'laboratory',"
		"'cluster':" NANSHAN "}", n, n));
	create(d, "organisation_year", TEXT(d,
		"{'organisation':'%s','year':2025,'domain':'conformity','staff':5%s%s%s}", org,
		minor ? ",'floor_area':{'value':'0.5','unit':'km2'},'revenue':{'minor':" : "", minor ? minor : "",
		minor ? ",'currency':'CNY'}" : ""));
}

static void check_money(struct unit_store *u)
{
	struct desk d = open_desk(u);
	(void)load(&d);
	earn(&d, 1, "50000000000");
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F054"), "0 not_met");
	earn(&d, 2, "50000000001");
	const struct zhun_json *now = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, now, "F054"), "1 not_met");
	CHECK_TEXT(of(&d, now, "F030"), "1000000000.01 no_target");
	CHECK_TEXT(of(&d, now, "F026"), "1000000 no_target");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2025-12-30"), "F030"), "- no_target");
	earn(&d, 3, NULL);
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F030"), "≥ 1000000000.01 no_target");
	d.call.viewer = (struct zhun_viewer){0};
	d.call.principal = NULL;
	now = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, now, "F054"), "- unknown");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(figure(now, "F054"), "reason"), "en"),
		   "counted by fields that are not public");
	CHECK_TEXT(of(&d, now, "F026"), "≥ 1000000 no_target");
	as_administrator(&d);
	create(&d, "observation", TEXT(&d, "{'figure':'%s','day':'2026-03','value':9,'source':'statistical return'}",
		zhun_json_get_string(figure(now, "F054"), "id")));
	d.call.viewer = (struct zhun_viewer){0};
	now = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, now, "F054"), "9 met");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(figure(now, "F054"), "found"), "how"), "entered");
	CHECK_TEXT(of(&d, show(&d, "as_of", "2026-02-28"), "F054"), "- unknown");
	close_desk(&d);
}

static void money_is_told_to_those_who_may_know(void)
{
	unit_store_each(check_money, true);
}

/* ---- words, and what is not known ---- */

static void judge(struct desk *d, const struct zhun_json *shown, const char *code, const char *judgement)
{
	create(d, "observation", TEXT(d, "{'figure':'%s','day':'2021-03-01','judgement':'%s','grounds':{'en':'…'},"
		"'source':'final evaluation'}", zhun_json_get_string(figure(shown, code), "id"), judgement));
}

static void check_words(struct unit_store *u)
{
	struct desk d = open_desk(u);
	(void)load(&d);
	const struct zhun_json *shown = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, shown, "F040"), "0–45 unknown");
	CHECK_TEXT(of(&d, shown, "F043"), "- unknown");
	CHECK_TEXT(of(&d, shown, "F042"), "- unknown");
	CHECK_TEXT(of(&d, shown, "F044"), "- unknown");
	judge(&d, shown, "F043", "met");
	judge(&d, shown, "F044", "open");
	judge(&d, shown, "F055", "not_met");
	shown = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, shown, "F043"), "- met");
	CHECK_TEXT(of(&d, shown, "F044"), "- unknown");
	CHECK_TEXT(of(&d, shown, "F055"), "- not_met");
	update(&d, "plan", d.plan, "{'invented':true}", NULL);
	shown = show(&d, NULL, NULL);
	CHECK_TEXT(of(&d, shown, "F055"), "- unknown");
	CHECK_INT(zhun_json_get(zhun_json_get(shown, "progress"), "not_met")->integer, 0);
	CHECK_INT(zhun_json_get(zhun_json_get(shown, "progress"), "no_target")->integer, 39);
	close_desk(&d);
}

static void what_is_in_words_is_judged(void)
{
	unit_store_each(check_words, true);
}

static enum zhun_code refused(struct desk *d, const char *plan, const char *name, const char *value)
{
	const struct zhun_param param = {name, value};
	zhun_text_init(&d->out, d->call.arena, OUT);
	return zhun_service_plan_show(&d->call, plan, &(struct zhun_params){&param, 1}, &d->out, &err);
}

/* A figure that somebody states badly says so, and the others are counted all the same. */
static void check_faults(struct unit_store *u)
{
	static const char *const wrong[] = {"{'filter':'colour=red'}", "{'filter':'holds_on={noon}'}",
		"{'register':'things'}", "{'once_by':'colour'}",
		"{'measure':'sum','summed':'number'}", "{'measure':'sum'}"};
	struct desk d = open_desk(u);
	(void)load(&d);
	for (size_t i = 0; i < ZHUN_COUNT(wrong); i++) {
		const char *code = TEXT(&d, "F0%zu", 49 + i);
		update(&d, "figure", zhun_json_get_string(figure(show(&d, NULL, NULL), code), "id"), wrong[i], NULL);
		const struct zhun_json *f = figure(show(&d, NULL, NULL), code);
		const char *why = zhun_json_get_string(zhun_json_get(f, "fault"), "en");
		unit_check(why && strncmp(why, "how it is counted", 17) == 0, __FILE__, __LINE__, "%s: %s", wrong[i],
			   why ? why : "");
	}
	CHECK_TEXT(of(&d, show(&d, NULL, NULL), "F048"), "- unknown");
	zhun_text_init(&d.out, d.call.arena, OUT);
	CHECK_INT(refused(&d, "0193433e-0000-7000-8000-000000000000", "as_of", "2026"), ZHUN_E_RECORD_UNKNOWN);
	CHECK_INT(refused(&d, d.plan, "colour", "red"), ZHUN_E_PARAMETER_UNKNOWN);
	CHECK_INT(refused(&d, d.plan, "as_of", "noon"), ZHUN_E_DATE_BAD);
	close_desk(&d);
}

static void a_filter_that_cannot_be_read_is_told(void)
{
	unit_store_each(check_faults, true);
}

/* ---- the facts ---- */

static double number(const char *s, size_t n)
{
	struct zhun_number x;
	CHECK_CODE(zhun_number_parse(s, n, &x, &err), ZHUN_OK, &err);
	return x.value;
}

/* "1-2" is a range. */
static void check_row(const struct zhun_json *shown, char *line)
{
	const char *cell[10] = {0};
	for (size_t i = 0; i < 10 && line; i++)
		cell[i] = strsep(&line, "\t");
	const struct zhun_json *f = figure(shown, cell[0]), *b = zhun_json_get(f, "baseline");
	const struct zhun_json *t = zhun_json_get(f, "target"), *range = *cell[5] ? b : t;
	const char *text = *cell[5] ? cell[5] : cell[7], *dash = strchr(text, '-');
	CHECK((b->kind == ZHUN_J_OBJECT) == (*cell[5] != '\0') && (t->kind == ZHUN_J_OBJECT) == (*cell[8] != '\0'));
	if (*text)
		unit_check(zhun_json_get(range, "low")->real == number(text, strcspn(text, "-")), __FILE__, __LINE__,
			   "%s: %s", cell[0], text);
	if (dash)
		unit_check(zhun_json_get(range, "high")->real == number(dash + 1, strlen(dash + 1)), __FILE__, __LINE__,
			   "%s: %s", cell[0], text);
}

/* Numbers and comparators of ../shared/data/plan/figures.tsv beside those of the plan that ships. */
static void check_facts(struct unit_store *u)
{
	struct desk d = open_desk(u);
	char *text = unit_read_file("../shared/data/plan/figures.tsv", NULL);
	if (!text) {
		unit_skip("no ../shared/data/plan");
		close_desk(&d);
		return;
	}
	(void)load(&d);
	const struct zhun_json *shown = show(&d, NULL, NULL);
	size_t seen = 0;
	char *rest = text;
	(void)strsep(&rest, "\n");
	for (char *line; (line = strsep(&rest, "\n")) != NULL && *line;) {
		check_row(shown, line);
		seen++;
	}
	CHECK_INT(seen, 55);
	free(text);
	close_desk(&d);
}

static void the_numbers_are_the_plans(void)
{
	unit_store_each(check_facts, true);
}

/* A token for some registers sees the plan with all its parts, and of others not how many records they have. */
static void check_narrow(struct unit_store *u)
{
	struct desk d = open_desk(u);
	const struct zhun_params none = {0};
	(void)load(&d);
	(void)create(&d, "organisation", "{'code':'O','name':{'en':'O'},'kind':'laboratory'}");
	for (int i = 0; i < 2; i++) {
		d.call.viewer.registers = i ? " plan figure observation cluster project " : " plan ";
		zhun_text_init(&d.out, d.call.arena, OUT);
		CHECK_CODE(zhun_service_plan_show(&d.call, d.plan, &none, &d.out, &err),
			   i ? ZHUN_OK : ZHUN_E_SCOPE_MISSING, &err);
	}
	const struct zhun_json *shown = answer(&d);
	for (const struct zhun_json *f = zhun_json_get(shown, "figures")->first; f; f = f->next)
		CHECK(!zhun_str_equal(zhun_json_get_string(zhun_json_get(f, "found"), "how"), "counted") ||
		      zhun_str_starts(zhun_json_get_string(f, "list"), "projects?") ||
		      zhun_str_starts(zhun_json_get_string(f, "list"), "clusters?"));
	d.call.viewer.registers = NULL;
	close_desk(&d);
}

static void a_narrow_token_counts_nothing_else(void)
{
	unit_store_each(check_narrow, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"loading twice makes no doubles", loading_twice_makes_no_doubles},
		{"each figure is counted by a filter that holds", each_figure_is_counted_by_a_filter_that_holds},
		{"filters are filled in", filters_are_filled_in},
		{"a changed record changes the figure", a_changed_record_changes_the_figure},
		{"money is told to those who may know", money_is_told_to_those_who_may_know},
		{"what is in words is judged", what_is_in_words_is_judged},
		{"a filter that cannot be read is told", a_filter_that_cannot_be_read_is_told},
		{"a narrow token counts nothing else", a_narrow_token_counts_nothing_else},
		{"the numbers are the plan's", the_numbers_are_the_plans},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

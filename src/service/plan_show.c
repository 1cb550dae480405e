/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a whole, today or as of a day: its figures as worded, what was counted or entered for each, what
 * that says about its target, where the records stand; its clusters and projects. One snapshot. */
#include <math.h>
#include <string.h>

#include "service/inside.h"
#include "service/plan.h"

enum { READ_MOST = 8 * 1024 * 1024, ONE_PAGE = 500 };

struct figure {
	const struct zhun_json *record, *observation;  /* observation: NULL where none was entered */
	struct zhun_plan_target target;
	struct zhun_plan_count count;
	struct zhun_plan_found found;                       /* counted, or else entered */
	const char *observations;                      /* the list of them */
	struct zhun_plan_evaluation evaluation;
};

struct show {
	struct zhun_call *call;
	const char *id;
	const struct zhun_params *params;
	struct zhun_text *out;
	struct zhun_reader by;
	struct zhun_plan_scope scope;
	char day[ZHUN_DATE_TEXT];
	int32_t today;                                 /* the day as a number */
	bool invented;
	const struct zhun_json *plan, *figures, *clusters, *projects;
	struct figure *items;
	size_t count;
};

/* ---- reading ---- */

static enum zhun_code parsed(struct show *s, struct zhun_text *text, const struct zhun_json **ret,
			     struct zhun_error *err)
{
	const char *json;
	enum zhun_code code = zhun_text_done(text, &json, err);
	return code ? code : zhun_json_parse(s->by.arena, json, strlen(json), ret, err);
}

static enum zhun_code read_record(struct show *s, const char *reg, const char *id, const struct zhun_json **ret,
				  struct zhun_error *err)
{
	const struct zhun_ref ref = {.reg = zhun_register_named(reg), .id = id};
	struct zhun_text text;
	int64_t rev;
	zhun_text_init(&text, s->by.arena, READ_MOST);
	enum zhun_code code = zhun_register_get(&s->by, &ref, s->params, &text, &rev, err);
	return code ? code : parsed(s, &text, ret, err);
}

/* A whole list, of which there is one page; @a filter as a figure states one. */
static enum zhun_code read_list(struct show *s, const char *reg, const char *filter, const struct zhun_json **ret,
				struct zhun_error *err)
{
	struct zhun_params params;
	struct zhun_text text;
	const struct zhun_json *page;
	zhun_text_init(&text, s->by.arena, READ_MOST);
	enum zhun_code code = zhun_plan_params(s->by.arena, filter, &s->scope, &params, err);
	if (!code)
		code = zhun_register_list(&s->by, zhun_register_named(reg), &params, &text, err);
	if (!code)
		code = parsed(s, &text, &page, err);
	if (code)
		return code;
	if (zhun_json_get_string(page, "next") && !strstr(filter, "limit=1"))
		return zhun_fail(err, ZHUN_E_ROWS_MANY, reg, ZHUN_INT(ONE_PAGE));
	*ret = zhun_json_get(page, "items");
	return ZHUN_OK;
}

static enum zhun_code read_day(struct show *s, struct zhun_error *err)
{
	struct zhun_date date;
	for (size_t i = 0; i < s->params->count; i++) {
		const struct zhun_param *p = &s->params->items[i];
		if (strcmp(p->name, "as_of") == 0)
			s->scope.as_of = p->value;
		else if (strcmp(p->name, "known_at") == 0)
			s->scope.known_at = p->value;
	}
	zhun_call_today(s->call, s->day);
	const char *text = s->scope.as_of ? s->scope.as_of : s->day;
	enum zhun_code code = zhun_date_parse(text, strlen(text), &date, err);
	if (code)
		return code;
	s->today = date.last;
	(void)zhun_day_text(date.last, s->day);
	s->scope.day = s->day;
	return ZHUN_OK;
}

static double number(const struct zhun_json *record, const char *name, double absent)
{
	const struct zhun_json *v = zhun_json_get(record, name);
	return v && (v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL) ? v->real : absent;
}

/* ---- what the plan states ---- */

static struct zhun_plan_stated stated(const struct zhun_json *f, const char *part)
{
	struct zhun_plan_stated s = {0};
	char name[40];
	(void)snprintf(name, sizeof name, "%s_comparator", part);
	s.stated = zhun_comparator_named(zhun_json_get_string(f, name), &s.comparator);
	(void)snprintf(name, sizeof name, "%s_low", part);
	s.low = number(f, name, (double)NAN);
	(void)snprintf(name, sizeof name, "%s_high", part);
	s.high = number(f, name, (double)NAN);
	(void)snprintf(name, sizeof name, "%s_year", part);
	double year = number(f, name, (double)NAN);
	s.dated = year >= 1 && year <= 9999;
	if (s.dated)
		s.day = zhun_day_of((int)year, 12, 31);
	if (s.comparator != ZHUN_QUALITATIVE && isnan(s.low))
		s.stated = false;
	if (s.comparator == ZHUN_RANGE && isnan(s.high))
		s.stated = false;
	return s;
}

static struct zhun_plan_target target_of(const struct zhun_json *f)
{
	struct zhun_plan_target t = {.baseline = stated(f, "baseline"), .goal = stated(f, "target")};
	t.tolerance = number(f, "tolerance", -1);
	t.tolerated = t.tolerance >= 0;
	return t;
}

/* ---- what was found ---- */

static const char *link_id(const struct zhun_json *record, const char *name)
{
	return zhun_json_get_string(zhun_json_get(record, name), "id");
}

/* The last one entered for the day or before. */
static enum zhun_code read_observation(struct show *s, struct figure *f, struct zhun_error *err)
{
	const char *id = zhun_json_get_string(f->record, "id");
	struct zhun_param items[4] = {{"figure", id}};
	size_t count = 1;
	const struct zhun_json *found;
	const char *filter = zhun_printf(s->by.arena, "figure=%s&day.le={day}&sort=-day&limit=1", id);
	if (!filter)
		return zhun_no_memory(s->by.arena, err);
	enum zhun_code code = read_list(s, "observation", filter, &found, err);
	if (code)
		return code;
	f->observation = found->first;
	if (s->scope.as_of)
		items[count++] = (struct zhun_param){"as_of", s->scope.as_of};
	if (s->scope.known_at)
		items[count++] = (struct zhun_param){"known_at", s->scope.known_at};
	const struct zhun_params params = {items, count};
	return zhun_plan_address(s->by.arena, "observations", &params, &f->observations, err);
}

static void take_observation(struct figure *f)
{
	static const char *const judgements[] = {
		[ZHUN_JUDGED_MET] = "met", [ZHUN_JUDGED_NOT_MET] = "not_met", [ZHUN_JUDGED_OPEN] = "open"};
	const char *word = zhun_json_get_string(f->observation, "judgement");
	double value = number(f->observation, "value", (double)NAN);
	for (size_t i = 0; word && i < ZHUN_COUNT(judgements); i++)
		if (strcmp(word, judgements[i]) == 0) {
			f->found.judged = true;
			f->found.judgement = (enum zhun_judgement_of)i;
		}
	if (!f->found.known && !isnan(value)) {
		f->found.known = true;
		f->found.low = f->found.high = value;
	}
}

static bool is_counted(const struct zhun_json *record)
{
	const char *measure = zhun_json_get_string(record, "measure");
	return zhun_str_equal(measure, "count") || zhun_str_equal(measure, "sum");
}

static enum zhun_code find(struct show *s, struct figure *f, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	s->scope.cluster = link_id(f->record, "cluster");
	if (is_counted(f->record))
		code = zhun_plan_count(&s->by, f->record, &s->scope, &f->count, err);
	f->found = f->count.found;
	if (!code && (!f->found.known || f->target.goal.comparator == ZHUN_QUALITATIVE))
		code = read_observation(s, f, err);
	if (!code && f->observation)
		take_observation(f);
	f->found.day = s->today;
	return code;
}

/* ---- what that says ---- */

static void evaluate(struct show *s, struct figure *f)
{
	zhun_plan_evaluate(&f->target, &f->found, &f->evaluation);
	if (f->evaluation.progress == ZHUN_PROGRESS_NO_TARGET)
		return;
	if (s->invented) {
		f->evaluation = (struct zhun_plan_evaluation){.progress = ZHUN_PROGRESS_UNKNOWN};
		(void)zhun_fail(&f->evaluation.reason, ZHUN_E_PLAN_INVENTED, NULL);
	} else if (f->evaluation.reason.code == ZHUN_E_PLAN_NOTHING && f->count.fault.code) {
		f->evaluation.reason = f->count.fault;
	}
}

/* A figure that follows from the clusters' targets, unless somebody judged it. */
static enum zhun_code evaluate_derived(struct show *s, struct zhun_error *err)
{
	struct zhun_plan_evaluation *of = ZHUN_NEW_ARRAY(s->by.arena, s->count, struct zhun_plan_evaluation);
	size_t n = 0;
	if (!of)
		return zhun_no_memory(s->by.arena, err);
	for (size_t i = 0; i < s->count; i++)
		if (link_id(s->items[i].record, "cluster"))
			of[n++] = s->items[i].evaluation;
	for (size_t i = 0; i < s->count; i++) {
		struct figure *f = &s->items[i];
		if (zhun_str_equal(zhun_json_get_string(f->record, "measure"), "derived") && !f->found.judged &&
		    !s->invented)
			zhun_plan_together(of, n, &f->evaluation);
	}
	return ZHUN_OK;
}

static enum zhun_code find_all(struct show *s, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	s->items = ZHUN_NEW_ARRAY(s->by.arena, s->figures->count, struct figure);
	if (!s->items)
		return zhun_no_memory(s->by.arena, err);
	s->count = 0;
	for (const struct zhun_json *r = s->figures->first; r && !code; r = r->next) {
		struct figure *f = &s->items[s->count++];
		*f = (struct figure){.record = r, .target = target_of(r)};
		code = find(s, f, err);
		evaluate(s, f);
	}
	return code ? code : evaluate_derived(s, err);
}

/* ---- the answer ---- */

static void write_sentence(struct zhun_json_writer *w, const char *name, const struct zhun_error *reason)
{
	char sentence[ZHUN_ERROR_ARGS * ZHUN_ERROR_ARG_SIZE + 200];
	zhun_json_member_object(w, name);
	(void)zhun_error_sentence(reason, ZHUN_EN, sentence, sizeof sentence);
	zhun_json_member_string(w, "en", sentence);
	(void)zhun_error_sentence(reason, ZHUN_ZH, sentence, sizeof sentence);
	zhun_json_member_string(w, "zh", sentence);
	zhun_json_end_object(w);
}

static void write_member(struct zhun_json_writer *w, const char *name, const struct zhun_json *record, const char *from)
{
	zhun_json_key(w, name);
	zhun_json_value(w, zhun_json_get(record, from));
}

static void write_stated(struct zhun_json_writer *w, const char *part, const struct zhun_plan_stated *s,
			 const struct zhun_json *record)
{
	static const char *const members[] = {"low", "high", "year", "words"};
	char text[ZHUN_TARGET_TEXT], name[40];
	if (!s->stated) {
		zhun_json_member_null(w, part);
		return;
	}
	zhun_json_member_object(w, part);
	zhun_json_member_string(w, "comparator", zhun_comparator_name(s->comparator));
	(void)zhun_plan_stated_text(s, text);
	zhun_json_member_string(w, "text", text[0] ? text : NULL);
	for (size_t i = 0; i < ZHUN_COUNT(members); i++) {
		(void)snprintf(name, sizeof name, "%s_%s", part, members[i]);
		write_member(w, members[i], record, name);
	}
	zhun_json_end_object(w);
}

static void write_number(struct zhun_json_writer *w, const char *name, double x)
{
	if (isfinite(x))
		zhun_json_member_real(w, name, x);
	else
		zhun_json_member_null(w, name);
}

static void write_counted(struct zhun_json_writer *w, const struct zhun_plan_count *c)
{
	zhun_json_member_int(w, "records", c->records);
	zhun_json_member_int(w, "without", c->without);
	zhun_json_member_int(w, "undecided", c->undecided);
	zhun_json_member_bool(w, "partial", c->partial);
}

/* Counted where the count is known, entered where somebody entered it, else nothing. */
static void write_found(struct zhun_json_writer *w, const struct figure *f)
{
	char text[ZHUN_TARGET_TEXT];
	if (!f->found.known) {
		zhun_json_member_null(w, "found");
		return;
	}
	zhun_json_member_object(w, "found");
	zhun_json_member_string(w, "how", f->count.found.known ? "counted" : "entered");
	(void)zhun_plan_found_text(&f->found, text);
	zhun_json_member_string(w, "text", text);
	write_number(w, "low", f->found.low);
	write_number(w, "high", f->found.high);
	if (f->count.found.known)
		write_counted(w, &f->count);
	zhun_json_end_object(w);
}

static void write_observation(struct zhun_json_writer *w, const struct zhun_json *o)
{
	static const char *const members[] = {"id", "day", "value", "judgement", "grounds", "source"};
	if (!o) {
		zhun_json_member_null(w, "observation");
		return;
	}
	zhun_json_member_object(w, "observation");
	for (size_t i = 0; i < ZHUN_COUNT(members); i++)
		write_member(w, members[i], o, members[i]);
	zhun_json_end_object(w);
}

static void write_evaluation(struct zhun_json_writer *w, const struct zhun_plan_evaluation *e)
{
	zhun_json_member_string(w, "progress", zhun_progress_name(e->progress));
	write_sentence(w, "reason", &e->reason);
	if (e->shared)
		zhun_json_member_real(w, "share", e->share);
	else
		zhun_json_member_null(w, "share");
}

static void write_figure(struct zhun_json_writer *w, const struct figure *f)
{
	static const char *const members[] = {"id",   "code",    "name",    "area",      "cluster",
					      "unit", "section", "measure", "tolerance", "note"};
	zhun_json_begin_object(w);
	for (size_t i = 0; i < ZHUN_COUNT(members); i++)
		write_member(w, members[i], f->record, members[i]);
	write_stated(w, "baseline", &f->target.baseline, f->record);
	write_stated(w, "target", &f->target.goal, f->record);
	write_found(w, f);
	write_observation(w, f->observation);
	if (f->count.fault.code)
		write_sentence(w, "fault", &f->count.fault);
	else
		zhun_json_member_null(w, "fault");
	zhun_json_member_string(w, "list", f->count.list ? f->count.list : f->observations);
	zhun_json_member_string(w, "undecided_list", f->count.undecided ? f->count.undecided_list : NULL);
	write_evaluation(w, &f->evaluation);
	zhun_json_end_object(w);
}

static void write_progress(struct zhun_json_writer *w, const struct show *s)
{
	int64_t with[ZHUN_PROGRESSES] = {0};
	for (size_t i = 0; i < s->count; i++)
		with[s->items[i].evaluation.progress]++;
	zhun_json_member_object(w, "progress");
	for (int p = 0; p < ZHUN_PROGRESSES; p++)
		zhun_json_member_int(w, zhun_progress_name((enum zhun_progress)p), with[p]);
	zhun_json_end_object(w);
}

/* With their industries, which a list does not have. */
static enum zhun_code write_clusters(struct show *s, struct zhun_json_writer *w, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	zhun_json_member_array(w, "clusters");
	for (const struct zhun_json *c = s->clusters->first; c && !code; c = c->next) {
		const struct zhun_json *whole = NULL;
		code = read_record(s, "cluster", zhun_json_get_string(c, "id"), &whole, err);
		zhun_json_value(w, whole);
	}
	zhun_json_end_array(w);
	return code;
}

static enum zhun_code write_all(struct show *s, struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	zhun_text_init(s->out, s->out->arena, s->out->ceiling);
	zhun_json_init(&w, s->out);
	zhun_json_begin_object(&w);
	zhun_json_key(&w, "plan");
	zhun_json_value(&w, s->plan);
	zhun_json_member_string(&w, "day", s->day);
	zhun_json_member_bool(&w, "invented", s->invented);
	write_progress(&w, s);
	zhun_json_member_array(&w, "figures");
	for (size_t i = 0; i < s->count; i++)
		write_figure(&w, &s->items[i]);
	zhun_json_end_array(&w);
	enum zhun_code code = write_clusters(s, &w, err);
	zhun_json_key(&w, "projects");
	zhun_json_value(&w, s->projects);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(s->out, &text, err);
}

static enum zhun_code show(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct show *s = context;
	s->by = zhun_call_reader(s->call, conn);
	enum zhun_code code = read_record(s, "plan", s->id, &s->plan, err);
	if (!code)
		code = read_day(s, err);
	if (code)
		return code;
	const struct zhun_json *invented = zhun_json_get(s->plan, "invented");
	s->invented = invented && invented->kind == ZHUN_J_TRUE;
	s->scope.plan = s->id;
	code = read_list(s, "figure", "plan={plan}&sort=code&limit=500", &s->figures, err);
	if (!code)
		code = read_list(s, "cluster", "plan={plan}&sort=code&limit=500", &s->clusters, err);
	if (!code)
		code = read_list(s, "project", "plan={plan}&sort=code&limit=500", &s->projects, err);
	if (!code)
		code = find_all(s, err);
	return code ? code : write_all(s, err);
}

enum zhun_code zhun_service_plan_show(struct zhun_call *call, const char *id, const struct zhun_params *params,
				      struct zhun_text *out, struct zhun_error *err)
{
	static const char *const shown[] = {"plan", "figure", "observation", "cluster", "project"};
	struct show *s = ZHUN_NEW(call->arena, struct show);
	enum zhun_code code = ZHUN_OK;
	if (!s)
		return zhun_no_memory(call->arena, err);
	*s = (struct show){.call = call, .id = id, .params = params, .out = out};
	for (size_t i = 0; i < ZHUN_COUNT(shown) && !code; i++)
		code = zhun_call_scope(call, zhun_register_named(shown[i]), err);
	return code ? code : zhun_store_run(call->conn, ZHUN_READ, show, s, err);
}

enum zhun_code zhun_service_plan_id(struct zhun_call *call, const char *code_text, const char **ret,
				    struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer j;
	const struct zhun_json *key;
	enum zhun_code code = zhun_call_scope(call, zhun_register_named("plan"), err);
	if (code)
		return code;
	zhun_json_init_tree(&j, &tree, call->arena);
	zhun_json_begin_object(&j);
	zhun_json_member_string(&j, "code", code_text);
	zhun_json_end_object(&j);
	const struct zhun_reader by = zhun_call_reader(call, call->conn);
	if ((code = zhun_json_tree_done(&tree, &key, err)) != ZHUN_OK)
		return code;
	code = zhun_register_find_by_key(&by, zhun_register_named("plan"), key, ret, err);
	return code == ZHUN_E_LINK_UNKNOWN ? zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL) : code;
}

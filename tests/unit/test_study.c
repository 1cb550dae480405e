/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Studies: the table of operations, walked; the published cases of ../shared/data/measure-cases by their
 * vocabulary, knowing nothing of a case; what is refused, with its place. Draws are few here and the room of
 * mc.* is wider in proportion (ZHUN_CASE_DRAWS=10000000 takes them as they stand). Covers study/study.c,
 * study/args.c, study/data.c, study/model.c, study/fit.c, study/fit_covariance.c,
 * study/ops_uncertainty.c, study/ops_monte_carlo.c,
 * study/ops_propagation.c, study/ops_joint.c,
 * study/ops_coverage.c, study/ops_regression.c, study/ops_univariate.c, study/ops_anova.c,
 * study/ops_gauge.c, study/ops_risk.c, study/ops_interval.c, study/ops_ilc.c, study/ops_chart.c,
 * study/ops_decision.c, study/ops_capability.c, study/ops_between.c, study/ops_control.c and
 * study/ops_gauge_interval.c, and study/ops_agreement.c, study/ops_reliability.c. */
#include <math.h>

#include "unit_study.h"

enum { ROOM = 1 << 30 };

static struct zhun_study_options options = {.draws = 100000, .seed = 20261123};

/* ' stands for " in @a text. */
static const struct zhun_json *read(struct zhun_arena *a, const char *text)
{
	char *copy = zhun_strdup(a, text);
	const struct zhun_json *json = NULL;
	struct zhun_error err = {0};
	for (char *p = copy; *p; p++)
		if (*p == '\'')
			*p = '"';
	CHECK_CODE(zhun_json_parse(a, copy, strlen(copy), &json, &err), ZHUN_OK, &err);
	return json;
}

/* ---- the table ---- */

static bool in_both(const char *const text[2])
{
	return text[0] && *text[0] && text[1] && *text[1];
}

static bool is_sound(const struct zhun_study_arg *a)
{
	bool words = a->kind == ZHUN_STUDY_WORD || a->kind == ZHUN_STUDY_WORD_OR_NUMBER ||
		     a->kind == ZHUN_STUDY_WORD_OR_OBJECT;
	bool number = a->kind == ZHUN_STUDY_NUMBER || a->kind == ZHUN_STUDY_WHOLE;
	return *a->name && words == (a->words != NULL) && !(a->preset && a->optional) && (!a->preset || words) &&
	       a->otherwise >= 0 && (a->otherwise <= 0 || (number && a->optional));
}

/* Each word of an answer is said in both languages. */
static void check_answers(const struct zhun_study_op *op)
{
	int value = 0;
	CHECK((op->answers == NULL) == (op->say == NULL));
	for (const char *w = op->answers; w; w = strchr(w + 1, '|'), value++)
		CHECK(op->say(value, ZHUN_EN) && op->say(value, ZHUN_ZH));
}

static void every_operation_is_whole(void)
{
	for (size_t i = 0; i < zhun_study_tables(); i++)
		for (const struct zhun_study_op *op = zhun_study_ops(i); op->name; op++) {
			unit_check(strchr(op->name, '.') && in_both(op->help) && op->source && op->run, __FILE__,
				   __LINE__, "%s", op->name);
			unit_check(zhun_study_op_named(op->name) == op, __FILE__, __LINE__, "%s twice", op->name);
			check_answers(op);
			for (const struct zhun_study_arg *a = op->args; a->name; a++)
				unit_check(is_sound(a), __FILE__, __LINE__, "%s %s", op->name, a->name);
		}
	CHECK(!zhun_study_op_named("lpu.nothing"));
}

static void the_manual_is_json(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *json = NULL;
	struct zhun_text t;
	struct zhun_error err = {0};
	const char *s = "";
	size_t count = 0;
	zhun_text_init(&t, a, 1 << 20);
	zhun_study_ops_json(&t);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_json_parse(a, s, strlen(s), &json, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < zhun_study_tables(); i++)
		for (const struct zhun_study_op *op = zhun_study_ops(i); op->name; op++)
			count++;
	CHECK_INT(zhun_json_get(json, "ops")->count, count);
	(void)zhun_arena_close(a);
}

/* ---- published cases ---- */

static void published_cases(void)
{
	size_t count = unit_study_folder("../shared/data/measure-cases", &options, NULL);
	if (count == SIZE_MAX) {
		unit_skip("no ../shared/data/measure-cases");
		return;
	}
	unit_check(count > 400, __FILE__, __LINE__, "%zu values", count);
	printf("# %zu expected values hold\n", count);
}

/* ---- values of our own ---- */

static double value_of(struct zhun_arena *a, const char *study, const char *ask, enum zhun_code want,
		       const char *place)
{
	struct zhun_study *s = NULL;
	struct zhun_error err = {0};
	double got = 0;
	enum zhun_code code = zhun_study_open(a, read(a, study), &options, &s, &err);
	if (!code)
		code = zhun_study_value(s, read(a, ask), &got, &err);
	if (CHECK_CODE(code, want, &err) && want)
		unit_check(strcmp(err.place, place) == 0, __FILE__, __LINE__, "%s: the place is %s, not %s", ask,
			   err.place, place);
	return got;
}

#define SUM "{'area':'uncertainty','model':{'y':'a+b'},'inputs':{'a':{'dist':'normal','mean':1,'u':3}," \
	    "'b':{'dist':'normal','mean':2,'u':4,'dof':8}}}"
#define T_INPUT "{'area':'uncertainty','model':{'y':'2*a'},'inputs':{'a':{'dist':'t','mean':1,'scale':3,'dof':4}}}"
#define SPREADS "{'area':'uncertainty','model':{'y':'a'},'inputs':{'a':"
#define READ "{'area':'uncertainty','model':{'y':'a*c'},'columns':{'p':['1','2','3'],'q':['2','4','7']}," \
	     "'inputs':{'a':{'readings_of':'p+k'},'c':{'readings':['2','4','7']},'k':{'dist':'constant'," \
	     "'value':10}}," \
	     "'correlations':[{'a':'a','b':'c','r':'from_readings'}]}"
#define STAGES "{'area':'uncertainty','model':{'A':'s+e','B':'s+f','d':'A-B'},'inputs':{'s':{'dist':'normal'," \
	"'mean':0," \
	       "'u':3},'e':{'dist':'normal','mean':0,'u':1},'f':{'dist':'normal','mean':0,'u':1}}}"
#define RISK "{'area':'risk','inputs':{'tolerance':{'low':-1,'high':1}," \
	"'process':{'dist':'normal','mean':0,'in_tolerance':0.9}," \
	     "'measurement':{'dist':'normal','tur':4,'k':2}}}"
#define GAUGE "{'area':'gauge-rr','inputs':{'readings':[[['1','2'],['2','3']]," \
	"[['4','6'],['5','5']],[['9','8'],['7','9']]]}}"
#define LINE "{'area':'regression','model':{'method':'ols','coefficients':{'a':'1','b':'x'},'scale':'residual'}," \
	     "'inputs':{'x':['1','2','3'],'y':['1','3','5']}}"
#define CELL "{'area':'decision','inputs':{'tolerance':{'high':150},'value':148,'U':3,'reference':{'high':1}}}"
#define LABS "{'area':'ilc','inputs':{'x':['1','2','3'],'u':['1','1','1']}}"

static const struct { const char *study, *ask; double want; } own_values[] = {
	{SUM, "{'op':'lpu.value','args':{'order':1}}", 3},
	{SUM, "{'op':'lpu.u'}", 5}, {SUM, "{'op':'lpu.u','args':{'output':'b'}}", 4},
	{SUM, "{'op':'lpu.nu_eff','args':{'truncate':true}}", 19},
	{SUM, "{'op':'lpu.nu_eff','args':{'output':'a'}}", HUGE_VAL},
	{SUM, "{'op':'lpu.U','args':{'k':2}}", 10}, {SUM, "{'op':'lpu.interval_low','args':{'k':2}}", -7},
	{SUM, "{'op':'lpu.interval_high','args':{'k':2}}", 13},
	{SUM, "{'op':'lpu.component','args':{'inputs':['a','b']}}", 5},
	{SUM, "{'op':'lpu.contribution','args':{'inputs':['b']}}", 64},
	{SUM, "{'op':'lpu.covariance','args':{'a':'y','b':'a'}}", 9},
	{SUM, "{'op':'lpu.correlation','args':{'a':'y','b':'y'}}", 1},
	{T_INPUT, "{'op':'lpu.u','args':{'t_u':'scale'}}", 6},
	{T_INPUT, "{'op':'lpu.u'}", 8.4852813742385695},
	{SPREADS "{'dist':'uniform','mean':0,'u':1}}}", "{'op':'lpu.u'}", 1},
	{SPREADS "{'dist':'triangular','mean':0,'u':1}}}", "{'op':'lpu.u'}", 1},
	{SPREADS "{'dist':'arcsine','mean':0,'u':1}}}", "{'op':'lpu.u'}", 1},
	{SPREADS "{'dist':'t','mean':0,'u':1,'dof':3}}}", "{'op':'lpu.u'}", 1},
	{SPREADS "{'dist':'trapezoidal','mean':0,'half_width':6,'top_ratio':0}}}", "{'op':'lpu.u'}",
	 2.4494897427831779},
	{SPREADS "{'dist':'ctrap','mean':0,'half_width':3,'inexactness':0}}}", "{'op':'lpu.u'}",
		1.7320508075688772},
	{SPREADS "{'dist':'exponential','mean':2}}}", "{'op':'lpu.u'}", 2},
	{SPREADS "{'dist':'gamma','shape':4,'scale':3}}}", "{'op':'lpu.u'}", 6},
	{SPREADS "{'dist':'beta','alpha':1,'beta':1,'low':0,'high':6}}}", "{'op':'lpu.u'}",
		1.7320508075688772},
	{SPREADS "{'dist':'lognormal','mu':0,'sigma':1}}}", "{'op':'lpu.value'}", 1.6487212707001282},
	{SPREADS "{'dist':'uniform','mean':5,'half_width':0}}}", "{'op':'lpu.u'}", 0},
	{READ, "{'op':'lpu.value'}", 52}, {READ, "{'op':'lpu.correlation','args':{'a':'a','b':'c'}}",
		0.99339926779878274},
	{STAGES, "{'op':'chain.u','args':{'output':'d','stages':['A','B'],'passed_on':'influences'}}",
	 1.4142135623730951},
	{STAGES, "{'op':'chain.u','args':{'output':'d','stages':['A','B'],'passed_on':'u_only'}}",
	 4.4721359549995796},
	{RISK, "{'op':'risk.p_out','args':{'side':'both'}}", 0.1},
	{RISK, "{'op':'risk.guard_band','args':{'guard':{'method':'factor','factor':0.75}}}", 0.25},
	{RISK, "{'op':'risk.acceptance_high','args':{'guard':{'method':'r_U','r':1,'k':2}}}", 0.75},
	{RISK, "{'op':'risk.conformance','args':{'y':1,'measurement':{'dist':'uniform',"
		"'half_width':1}}}", 0.5},
	{GAUGE, "{'op':'rr.rp'}", 6.25}, {GAUGE, "{'op':'rr.xdiff'}", 0.16666666666666785},
	{LINE, "{'op':'regression.inverse','args':{'y0':4}}", 2.5},
	{"{'area':'regression','model':{'method':'ols','coefficients':{'slope':'x - 2','mean':'1'},"
	 "'scale':'residual'},'inputs':{'x':['1','2','3'],'y':['1','3','5']}}",
	 "{'op':'regression.inverse','args':{'y0':4}}", 2.5},
	{"{'area':'regression','model':{'method':'ols','coefficients':{'b':'x'},'scale':'none'},"
	 "'inputs':{'x':['1','2'],'y':['2','4']}}", "{'op':'regression.inverse','args':{'y0':7}}", 3.5},
	{LINE, "{'op':'regression.predict','args':{'x':10}}", 19},
	{CELL, "{'op':'decision.verdict','args':{'rule':'non_binary'}}", 1},
	{CELL, "{'op':'decision.verdict','args':{'rule':'guarded'}}", 3},
	{CELL, "{'op':'decision.verdict','args':{'rule':'guarded','r':0.5}}", 0},
	{LABS, "{'op':'ilc.median'}", 2}, {LABS, "{'op':'ilc.weighted_mean','args':{'result':'chi2'}}", 2},
	{LABS, "{'op':'ilc.degree_of_equivalence','args':{'lab':3,'k':2,'result':'d'}}", 1},
	{"{'area':'univariate','inputs':{'values':{'first':'1.2','pair':['1.1','1.3'],'repeat':2}}}",
	 "{'op':'stats.mean'}", 1.2},
};

static void values_of_our_own(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(own_values); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		double got = value_of(a, own_values[i].study, own_values[i].ask, ZHUN_OK, "");
		double want = own_values[i].want;
		bool same = got == want || fabs(got - want) <= 1e-14 * fmax(1, fabs(want));
		unit_check(same, __FILE__, __LINE__, "%s gave %.17g, not %.17g", own_values[i].ask, got, want);
		(void)zhun_arena_close(a);
	}
}

/* The mean of an input's draws, and of an output beside it. */
static void inputs_are_drawn_too(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_study *s = NULL;
	struct zhun_error err = {0};
	double mean = 0, r = 0;
	const struct zhun_json *root = read(a, "{'area':'uncertainty','model':{'y':'a+b'},'inputs':{"
		"'a':{'dist':'normal','mean':1,'u':3},'b':{'dist':'uniform','mean':2,'half_width':1}},"
		"'ask':[{'op':'mc.mean','args':{'output':'a'}},{'op':'mc.correlation','args':{'a':'y','b':'a'}}]}");
	CHECK_CODE(zhun_study_open(a, root, &options, &s, &err), ZHUN_OK, &err);
	const struct zhun_json *ask = zhun_json_get(root, "ask")->first;
	CHECK_CODE(zhun_study_value(s, ask, &mean, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_study_value(s, ask->next, &r, &err), ZHUN_OK, &err);
	CHECK(fabs(mean - 1) < 0.05);
	CHECK(fabs(r - 3 / sqrt(9 + 1 / 3.0)) < 0.01);
	(void)zhun_arena_close(a);
}

/* JCGM 101:2008 9.2.3: four rectangular, ±3.88; and what is known of a run's own ends and effort. */
static void propagation_chooses_its_way(void)
{
	static const char four[] = "{'area':'uncertainty','model':{'y':'a+b+c+d'},'inputs':{"
		"'a':{'dist':'uniform','mean':0,'u':1},'b':{'dist':'uniform','mean':0,'u':1},"
		"'c':{'dist':'uniform','mean':0,'u':1},'d':{'dist':'uniform','mean':0,'u':1}}}";
	static const struct { const char *ask; double want, room; } rows[] = {
		{"{'op':'direct.u'}", 2, 1e-9}, {"{'op':'direct.way'}", 1, 0}, {"{'op':'direct.mean'}", 0, 1e-9},
		{"{'op':'direct.interval_low','args':{'p':0.95}}", -3.879408, 1e-5},
		{"{'op':'direct.interval_high','args':{'p':0.95,'kind':'shortest'}}", 3.879408, 3e-3},
		{"{'op':'mc.interval_low_from','args':{'p':0.95}}", -3.90, 0.06},
		{"{'op':'mc.interval_high_to','args':{'p':0.95}}", 3.90, 0.06},
		{"{'op':'mc.tolerance','args':{'p':0.95,'digits':2}}", 0.05, 1e-12},
		{"{'op':'mc.d_low','args':{'p':0.95,'digits':2}}", 0.0405, 0.02},
		{"{'op':'mc.validates','args':{'p':0.95,'digits':1}}", 1, 0},
		{"{'op':'mc.validates','args':{'p':0.95,'digits':4}}", 0, 0},
		{"{'op':'mc.adaptive_u','args':{'p':0.95,'digits':2}}", 2, 0.05},
		{"{'op':'mc.adaptive_high','args':{'p':0.95,'digits':2}}", 3.879408, 0.05},
		{"{'op':'mc.adaptive_stable','args':{'p':0.95,'digits':2}}", 1, 0},
		{"{'op':'mc.adaptive_stable','args':{'p':0.95,'digits':4,'method':'two_stage'}}", 0, 0},
		{"{'op':'mc.adaptive_tolerance','args':{'p':0.95,'digits':2,'validating':true}}", 0.01, 1e-12},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		double got = value_of(a, four, rows[i].ask, ZHUN_OK, "");
		unit_check(fabs(got - rows[i].want) <= rows[i].room, __FILE__, __LINE__, "%s gave %.9g, not %.9g",
			   rows[i].ask, got, rows[i].want);
		(void)zhun_arena_close(a);
	}
}

/* Rectangles joined by a normal copula: their correlation is 6/π asin(r/2). */
static void copulas_keep_distributions(void)
{
#define JOINED(joint) "{'area':'uncertainty','model':{'x':'a+0','y':'b+0'},'inputs':{" \
		      "'a':{'dist':'uniform','mean':0,'u':1},'b':{'dist':'uniform','mean':5,'u':2}}," \
		      "'correlations':[{'a':'a','b':'b','r':0.8}],'joint':" joint "}"
	static const char ask[] = "{'op':'mc.correlation','args':{'a':'x','b':'y'}}";
	static const char top[] = "{'op':'mc.interval_high','args':{'output':'x','p':0.999}}";
	struct zhun_arena *a = zhun_arena_open(ROOM);
	double r = value_of(a, JOINED("{'kind':'copula_normal'}"), ask, ZHUN_OK, "");
	CHECK(fabs(r - 6 / acos(-1) * asin(0.4)) < 0.01);
	CHECK(value_of(a, JOINED("{'kind':'copula_t','dof':4}"), top, ZHUN_OK, "") < sqrt(3));
	CHECK(value_of(a, JOINED("{'kind':'jointly_normal'}"), top, ZHUN_OK, "") > 2.5);
	(void)value_of(a, JOINED("{'kind':'glued'}"), ask, ZHUN_E_STUDY_WORD, "/joint/kind");
	(void)value_of(a, JOINED("{'kind':'copula_t'}"), ask, ZHUN_E_STUDY_MISSING, "/joint");
	(void)value_of(a, JOINED("{'kind':'copula_normal'}"), "{'op':'direct.u','args':{'output':'x'}}",
		       ZHUN_E_PROPAGATION_NONE, "/args/output");
	(void)zhun_arena_close(a);
}

/* Of three coefficients rounded to two decimals; u² = 3 + 2 Σ r. Then Higham's example, which only the nearest
 * matrix helps: Σ r = 2·0.7607 + 0.1573. */
static void correlations_hold_together(void)
{
#define TIED(ab, ac, bc, more) "{'area':'uncertainty','model':{'y':'a+b+c'},'inputs':{" \
		"'a':{'dist':'normal','mean':0,'u':1},'b':{'dist':'normal','mean':0,'u':1}," \
		"'c':{'dist':'normal','mean':0,'u':1}},'correlations':[{'a':'a','b':'b','r':" #ab "}," \
		"{'a':'a','b':'c','r':" #ac "},{'a':'b','b':'c','r':" #bc "}]" more \
		",'ask':[{'quantity':'u','op':'lpu.u'}]}"
	static const char u[] = "{'op':'lpu.u'}", drawn[] = "{'op':'mc.u'}";
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	struct zhun_error err = {0};
	const char *s = "";
	CHECK(fabs(value_of(a, TIED(1, 0.87, 0.86, ""), u, ZHUN_OK, "") - sqrt(3 + 2 * 2.73)) < 0.005);
	(void)value_of(a, TIED(1, 0, 1, ""), u, ZHUN_E_LPU_NOT_SEMIDEFINITE, "/correlations");
	(void)value_of(a, TIED(1, 0, 1, ",'correlation_matrix':'furthest'"), u, ZHUN_E_STUDY_WORD,
		       "/correlation_matrix");
	double want = sqrt(3 + 2 * (2 * 0.7607 + 0.1573));
	CHECK(fabs(value_of(a, TIED(1, 0, 1, ",'correlation_matrix':'nearest'"), u, ZHUN_OK, "") - want) < 1e-4);
	CHECK(fabs(value_of(a, TIED(1, 0, 1, ",'correlation_matrix':'nearest'"), drawn, ZHUN_OK, "") - want) < 0.03);
	zhun_text_init(&t, a, 1 << 20);
	CHECK_CODE(zhun_study_run(a, read(a, TIED(1, 0.87, 0.86, "")), &options, &t, &err), ZHUN_OK, &err);
	CHECK(!zhun_text_done(&t, &s, &err) && strstr(s, "\"correlation_repair\":{\"method\":\"repair\"") &&
	      strstr(s, "their rounding explains it") && strstr(s, "系数的修约可以解释"));
	(void)zhun_arena_close(a);
}

/* ---- what is refused ---- */

static const struct { const char *study, *ask; enum zhun_code code; const char *place; } faults[] = {
	{"{'area':'poetry'}", "{}", ZHUN_E_STUDY_WORD, "/area"},
	{"{'area':'risk','colour':1}", "{}", ZHUN_E_STUDY_KEY, "/colour"},
	{"{'area':'risk','inputs':[]}", "{}", ZHUN_E_STUDY_KIND, "/inputs"},
	{SUM, "{'op':'lpu.nothing'}", ZHUN_E_STUDY_OP, "/op"}, {SUM, "{}", ZHUN_E_STUDY_OP, "/op"},
	{SUM, "{'op':'stats.mean'}", ZHUN_E_STUDY_OP, "/op"},
	{SUM, "{'op':'lpu.u','args':{'colour':1}}", ZHUN_E_STUDY_KEY, "/args/colour"},
	{SUM, "{'op':'lpu.u','args':{'order':3}}", ZHUN_E_PARAMETER_BAD, "/args/order"},
	{SUM, "{'op':'lpu.u','args':{'t_u':'mean'}}", ZHUN_E_STUDY_WORD, "/args/t_u"},
	{SUM, "{'op':'lpu.u','args':{'output':7}}", ZHUN_E_STUDY_KIND, "/args/output"},
	{SUM, "{'op':'lpu.u','args':{'output':'z'}}", ZHUN_E_STUDY_NAME, "/args/output"},
	{SUM, "{'op':'lpu.k','args':{'p':0.95}}", ZHUN_E_STUDY_MISSING, "/args"},
	{SUM, "{'op':'lpu.k','args':{'p':1,'nu':'infinite'}}", ZHUN_E_PARAMETER_BAD, "/args/p"},
	{SUM, "{'op':'lpu.U','args':{'p':-0.5,'nu':'effective'}}", ZHUN_E_PARAMETER_BAD, "/args/p"},
	{SUM, "{'op':'lpu.U'}", ZHUN_E_STUDY_EITHER, ""},
	{SUM, "{'op':'direct.u','args':{'output':'a'}}", ZHUN_E_STUDY_NAME, "/args/output"},
	{SUM, "{'op':'mc.adaptive_u','args':{'p':2,'digits':2}}", ZHUN_E_PARAMETER_BAD, "/args/p"},
	{SUM, "{'op':'mc.adaptive_u','args':{'p':0.9,'digits':0}}", ZHUN_E_PARAMETER_BAD, "/args/digits"},
	{SUM, "{'op':'lpu.component','args':{'inputs':['a','q']}}", ZHUN_E_STUDY_NAME, "/args/inputs/1"},
	{SUM, "{'op':'lpu.nu_correlated','args':{'together':['a','q']}}", ZHUN_E_STUDY_NAME,
	 "/args/together/1"},
	{SUM, "{'op':'lpu.nu_complex','args':{'a':'y','b':'a'}}", ZHUN_E_STUDY_NAME, "/args/b"},
	{SUM, "{'op':'lpu.ellipse_area','args':{'a':'y','b':'a','p':2}}", ZHUN_E_STATEMENT_COVERAGE, ""},
	{SUM, "{'op':'implicit.u','args':{'output':'b','unknowns':['a']}}", ZHUN_E_STUDY_NAME,
	 "/args/output"},
	{SUM, "{'op':'implicit.u','args':{'output':'a','unknowns':['a','b']}}", ZHUN_E_IMPLICIT_COUNT, ""},
	{SPREADS "{'dist':'cauchy'}}}", "{'op':'lpu.u'}", ZHUN_E_STUDY_WORD, "/inputs/a/dist"},
	{SPREADS "{'dist':'uniform','mean':0,'u':1,'half_width':1}}}", "{'op':'lpu.u'}", ZHUN_E_STUDY_EITHER,
	 "/inputs/a"},
	{SPREADS "{'dist':'normal','mean':0}}}", "{'op':'lpu.u'}", ZHUN_E_STUDY_MISSING, "/inputs/a"},
	{SPREADS "{'dist':'normal','mean':0,'u':1,'sigma':1}}}", "{'op':'lpu.u'}", ZHUN_E_STUDY_KEY,
	 "/inputs/a/sigma"},
	{SPREADS "{'dist':'normal','mean':0,'u':1,'dof':0}}}", "{'op':'lpu.u'}", ZHUN_E_PARAMETER_BAD,
	 "/inputs/a/dof"},
	{SPREADS "{'dist':'t','mean':0,'u':1,'dof':2}}}", "{'op':'lpu.u'}", ZHUN_E_PARAMETER_BAD,
		"/inputs/a/dof"},
	{SPREADS "{'readings':['1','x']}}}", "{'op':'lpu.u'}", ZHUN_E_NUMBER_BAD, "/inputs/a/readings/1"},
	{SPREADS "{'readings':['1']}}}", "{'op':'lpu.u'}", ZHUN_E_SERIES_SHORT, "/inputs/a/readings"},
	{SPREADS "{}}}", "{'op':'lpu.u'}", ZHUN_E_STUDY_EITHER, "/inputs/a"},
	{"{'area':'uncertainty','model':{'y':'a+('},'inputs':{}}", "{'op':'lpu.u'}", ZHUN_E_EXPRESSION_NAME,
	 "/model, y column 1"},
	{RISK, "{'op':'risk.pfa','args':{'tolerance':{'low':2,'high':1}}}", ZHUN_E_PARAMETER_BAD,
		"/args/tolerance"},
	{RISK, "{'op':'risk.pfa','args':{'guard':{'method':'luck'}}}", ZHUN_E_STUDY_WORD,
		"/args/guard/method"},
	{GAUGE, "{'op':'rr.sd','args':{'component':'grr','method':'anova'}}", ZHUN_E_STUDY_MISSING, ""},
	{GAUGE, "{'op':'rr.sd','args':{'component':'operator','method':'average_range',"
		"'K1':1,'K2':1,'K3':1}}",
	 ZHUN_E_STUDY_NO_ANSWER, "/args/component"},
	{LINE, "{'op':'regression.u','args':{'coefficient':'c'}}", ZHUN_E_STUDY_NAME, "/args/coefficient"},
	{"{'area':'regression','model':{'method':'ols','coefficients':{'a':'1','b':'x*x'},'scale':'residual'},"
	 "'inputs':{'x':['1','2','3'],'y':['1','3','6']}}",
	 "{'op':'regression.inverse','args':{'y0':2}}", ZHUN_E_STUDY_KIND, "/model/coefficients"},
	{"{'area':'regression','model':{'method':'ols','coefficients':['1'],'scale':'none'},"
	 "'inputs':{'x':['1','2'],'y':['1','3']}}", "{'op':'regression.chi2'}", ZHUN_E_STUDY_KIND,
	 "/model/coefficients"},
	{"{'area':'anova','inputs':{'tree':[['1','2'],['3',['4']]]}}", "{'op':'nested.mean'}",
	 ZHUN_E_STUDY_KIND, "/inputs/tree/1/1"},
	{"{'area':'anova','inputs':{'tree':[['1','2'],'3']}}", "{'op':'nested.mean'}", ZHUN_E_STUDY_KIND,
	 "/inputs/tree/1"},
	{"{'area':'regression','model':{'method':'gmr','coefficients':{'a':'1'},'scale':'none'},"
	 "'inputs':{'x':['1','2'],'y':['1','3'],'cov_y':[['1','0'],['0','1'],['0','0']]}}",
	 "{'op':'regression.chi2'}", ZHUN_E_SERIES_UNEQUAL, "/inputs/cov_y"},
	{"{'area':'regression','model':{'method':'ggmr','coefficients':{'a':'1','b':'x'},'scale':'none'},"
	 "'inputs':{'x':['1','2'],'y':['1','3'],'cov_y':[['1','0'],['0','1']]}}",
	 "{'op':'regression.chi2'}", ZHUN_E_STUDY_MISSING, "/inputs"},
	{"{'area':'uncertainty','model':{'y':'1/(a - 1)'},'inputs':{'a':{'dist':'normal','mean':1,'u':1}}}",
	 "{'op':'lpu.u'}", ZHUN_E_MODEL_NOT_FINITE, "/model, y column 2"},
	{LABS, "{'op':'ilc.degree_of_equivalence','args':{'lab':4,'k':2,'result':'d'}}", ZHUN_E_PARAMETER_BAD,
	 "/args/lab"},
	{CELL, "{'op':'decision.verdict','args':{'rule':'coin'}}", ZHUN_E_STUDY_WORD, "/args/rule"},
	{CELL, "{'op':'decision.verdict','args':{'rule':'probability'}}", ZHUN_E_STUDY_MISSING, ""},
	{LABS, "{'op':'ilc.equivalence_pair','args':{'lab':1,'other':9,'result':'d'}}", ZHUN_E_PARAMETER_BAD,
	 "/args/other"},
	{"{'area':'control-chart','inputs':{'counts':['1','2'],'sizes':['9']}}",
	 "{'op':'chart.count_limit','args':{'chart':'p','result':'low'}}", ZHUN_E_SERIES_UNEQUAL,
	 "/inputs/sizes"},
	{"{'area':'capability','inputs':{'tolerance':{'high':1},'values':['1']}}",
	 "{'op':'capability.index','args':{'index':'cpk'}}", ZHUN_E_SERIES_SHORT, ""},
};

static void faults_have_a_place(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(faults); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		(void)value_of(a, faults[i].study, faults[i].ask, faults[i].code, faults[i].place);
		(void)zhun_arena_close(a);
	}
}

/* An input is told by its name, whatever its number in the model. */
static void inputs_are_named(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_study *s = NULL;
	struct zhun_error err = {0};
	double u;
	const struct zhun_json *root = read(a, "{'area':'uncertainty','model':{'y':'b+c'},'inputs':{"
		"'b':{'dist':'t','mean':1,'scale':1,'dof':2},'c':{'dist':'constant','value':2}}}");
	CHECK_CODE(zhun_study_open(a, root, &options, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_study_value(s, read(a, "{'op':'lpu.u'}"), &u, &err), ZHUN_E_LPU_INPUT, &err);
	CHECK_TEXT(err.arg[0], "b");
	(void)zhun_arena_close(a);
}

/* ---- answers ---- */

static void one_fault_does_not_lose_the_others(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	struct zhun_error err = {0};
	const char *s = "";
	const struct zhun_json *root = read(a, "{'area':'uncertainty','model':{'y':'a'},'inputs':{'a':{'dist':'t',"
		"'mean':1,"
		"'scale':1,'dof':4}},'ask':[{'quantity':'u','op':'lpu.u'},{'quantity':'bad','op':'lpu.u',"
		"'args':{'output':'q'}},{'quantity':'nu','op':'lpu.nu_eff','args':{'truncate':false}}]}");
	zhun_text_init(&t, a, 1 << 20);
	CHECK_CODE(zhun_study_run(a, root, &options, &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK(strstr(s, "{\"quantity\":\"u\",\"op\":\"lpu.u\",\"value\":\"1.4142135623730951\","
		"\"double\":1.4142135623730951,"
			"\"conventions\":{\"t_u\":\"sd\",\"correlations\":\"taken\"}}"));
	CHECK(strstr(s, "\"code\":\"STUDY_NAME\""));
	CHECK(strstr(s, "\"value\":\"4\""));
	CHECK_CODE(zhun_study_run(a, read(a, "{'area':'risk'}"), &options, &t, &err), ZHUN_E_STUDY_MISSING, &err);
	(void)zhun_arena_close(a);
}

/* What is taken where nothing is said is named with the answer, numbers as well as words. */
static void numbers_taken_are_named(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	struct zhun_error err = {0};
	const char *s = "";
	const struct zhun_json *root = read(a, "{'area':'control-chart','inputs':{'values':['1','2','3']},'ask':["
		"{'quantity':'a','op':'check.limits','args':{'result':'high'}},"
		"{'quantity':'b','op':'check.limits','args':{'result':'high','k':2}}]}");
	zhun_text_init(&t, a, 1 << 20);
	CHECK_CODE(zhun_study_run(a, root, &options, &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK(strstr(s, "\"value\":\"5\"") && strstr(s, "\"spread\":\"scatter\",\"k\":3"));
	CHECK(strstr(s, "\"value\":\"4\"") && strstr(s, "\"spread\":\"scatter\",\"k\":2"));
	(void)zhun_arena_close(a);
}

static void words_are_said(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_text t;
	struct zhun_error err = {0};
	const char *s = "";
	const struct zhun_json *root = read(a, "{'area':'decision',"
		"'inputs':{'tolerance':{'high':150},'value':148,'U':3},"
		"'ask':[{'quantity':'v','op':'decision.verdict','args':{'rule':'non_binary'}}]}");
	zhun_text_init(&t, a, 1 << 20);
	CHECK_CODE(zhun_study_run(a, root, &options, &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&t, &s, &err), ZHUN_OK, &err);
	CHECK(strstr(s, "\"word\":\"conditional_pass\",\"word_en\":\"conditional pass\",\"word_zh\":\"有条件合格\""));
	(void)zhun_arena_close(a);
}

static enum zhun_code run_with(struct zhun_arena *a, void *context)
{
	struct zhun_study *s = NULL;
	double x;
	enum zhun_code code = zhun_study_open(a, context, &options, &s, NULL);
	for (const struct zhun_json *e = zhun_json_get(context, "ask")->first; e && !code; e = e->next)
		code = zhun_study_value(s, e, &x, NULL);
	return code;
}

static void studies_survive_faults(void)
{
	static const char *const studies[] = {
		"{'area':'uncertainty','model':{'y':'a*c'},'columns':{'p':['1','2',"
		"'3']},'inputs':{'a':{'readings_of':'p'},"
		"'c':{'dist':'normal','mean':1,'u':0.1}},'ask':[{'op':'lpu.u'},{'op':'mc.mean'},{'op':'chain.u',"
		"'args':{'stages':['y'],'passed_on':'u_only'}}]}",
		"{'area':'regression','model':{'method':'wls','coefficients':{'a':'1',"
		"'b':'x'},'scale':'none'},'inputs':{"
		"'x':['1','2','3'],'y':['1','3','5'],'u_y':['1','1',"
		"'1']},'ask':[{'op':'regression.inverse','args':{'y0':4}}]}",
		"{'area':'ilc','inputs':{'x':['1','2','3'],'u':['1','1','1']},"
		"'ask':[{'op':'ilc.median'},{'op':'ilc.alg_a',"
		"'args':{'result':'x_star'}}]}",
	};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	options.draws = 1000;
	for (size_t i = 0; i < ZHUN_COUNT(studies); i++)
		unit_fault_loop(run_with, (void *)(uintptr_t)read(a, studies[i]));
	(void)zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"study: every operation is whole", every_operation_is_whole},
	{"study: the manual is JSON", the_manual_is_json},
	{"study: published cases", published_cases},
	{"study: values of our own", values_of_our_own},
	{"study: inputs are drawn too", inputs_are_drawn_too},
	{"study: propagation chooses its way", propagation_chooses_its_way},
	{"study: copulas keep distributions", copulas_keep_distributions},
	{"study: correlations hold together", correlations_hold_together},
	{"study: faults have a place", faults_have_a_place},
	{"study: inputs are named", inputs_are_named},
	{"study: one fault does not lose the others", one_fault_does_not_lose_the_others},
		{"study: numbers taken are named", numbers_taken_are_named},
		{"study: words are said", words_are_said},
	{"study: studies survive faults", studies_survive_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

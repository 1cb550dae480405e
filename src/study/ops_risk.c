/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area risk: conformance, consumer's and producer's risk, guard bands. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/posterior.h"
#include "zhun/measure/risk.h"

/* The parts of a risk study; what an operation's arguments hold replaces what the inputs do. */
static const struct zhun_json *part(const struct zhun_study *s, const struct zhun_json *args, const char *name)
{
	const struct zhun_json *v = zhun_json_get(args, name);
	return v ? v : zhun_json_get(s->inputs, name);
}

static enum zhun_code read_limit(const struct zhun_json *json, const char *name, double otherwise, double *ret,
				 struct zhun_error *err)
{
	*ret = otherwise;
	return zhun_json_get(json, name) ? study_need_number(json, name, ret, err) : ZHUN_OK;
}

enum zhun_code study_limits(const struct zhun_json *json, const char *name, struct zhun_limits *ret,
			    struct zhun_error *err)
{
	enum zhun_code code = study_known(json, "low|high", err);
	if (!code)
		code = read_limit(json, "low", -HUGE_VAL, &ret->low, err);
	if (!code)
		code = read_limit(json, "high", HUGE_VAL, &ret->high, err);
	if (!code && !(ret->low < ret->high))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "", name, "low < high");
	return code ? study_within(err, name) : ZHUN_OK;
}

static double half_width(const struct zhun_limits *t)
{
	return (t->high - t->low) / 2;
}

static enum zhun_code need_width(const struct zhun_limits *t, struct zhun_error *err)
{
	return isfinite(half_width(t)) ? ZHUN_OK : zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "tolerance");
}

/* ---- the two distributions ---- */

/* u of a normal process that lies in the symmetric tolerance with this probability. */
static enum zhun_code u_of_share(const struct zhun_limits *t, double share, double *ret, struct zhun_error *err)
{
	const struct zhun_distribution normal = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	enum zhun_code code = need_width(t, err);
	if (!code && !(share > 0 && share < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/in_tolerance", "in_tolerance", "0 < p < 1");
	if (!code)
		*ret = half_width(t) / zhun_distribution_quantile(&normal, (1 + share) / 2);
	return code;
}

static enum zhun_code normal_with(const struct zhun_json *json, double u, struct zhun_distribution *ret,
				  struct zhun_error *err)
{
	double mean = 0;
	enum zhun_code code = zhun_json_get(json, "mean") ? study_need_number(json, "mean", &mean, err) : ZHUN_OK;
	*ret = (struct zhun_distribution){ZHUN_D_NORMAL, mean, u, 0, 0};
	return code ? code : zhun_distribution_check(ret, err);
}

static enum zhun_code read_process(struct zhun_arena *a, const struct zhun_json *json, const struct zhun_limits *t,
				   struct zhun_distribution *ret, struct zhun_error *err)
{
	double share = 0, u = 0;
	enum zhun_code code;
	if (!json)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "process");
	if (study_is(json, "dist", "normal") && zhun_json_get(json, "in_tolerance")) {
		code = study_known(json, "dist|mean|in_tolerance", err);
		if (!code)
			code = study_need_number(json, "in_tolerance", &share, err);
		if (!code)
			code = u_of_share(t, share, &u, err);
		if (!code)
			code = normal_with(json, u, ret, err);
	} else
		code = study_distribution(a, json, "", ret, err);
	return code ? study_within(err, "process") : ZHUN_OK;
}

static enum zhun_code u_of_tur(const struct zhun_json *json, const struct zhun_limits *t, double *ret,
			       struct zhun_error *err)
{
	double tur = 0, k = 0;
	enum zhun_code code = study_known(json, "dist|mean|tur|k", err);
	if (!code)
		code = study_need_number(json, "tur", &tur, err);
	if (!code)
		code = study_need_number(json, "k", &k, err);
	if (!code)
		code = need_width(t, err);
	if (!code && !(tur > 0 && k > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/tur", "tur, k", "> 0");
	if (!code)
		*ret = half_width(t) / (k * tur);
	return code;
}

static enum zhun_code u_of_process(const struct zhun_json *json, const struct zhun_distribution *process, double *ret,
				   struct zhun_error *err)
{
	double ratio = 0;
	enum zhun_code code = study_known(json, "dist|mean|process_ratio", err);
	if (!code)
		code = study_need_number(json, "process_ratio", &ratio, err);
	if (!code && !process)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "process");
	if (!code && !(ratio > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/process_ratio", "process_ratio", "> 0");
	if (!code)
		*ret = zhun_distribution_sd(process) / ratio;
	return code;
}

/* @a process may be NULL where there is none. */
static enum zhun_code read_measurement(struct zhun_arena *a, const struct zhun_json *json,
				       const struct zhun_limits *t, const struct zhun_distribution *process,
				       struct zhun_distribution *ret, struct zhun_error *err)
{
	bool normal = study_is(json, "dist", "normal"), tur = normal && zhun_json_get(json, "tur");
	double u = 0;
	enum zhun_code code;
	if (!json)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "measurement");
	if (tur || (normal && zhun_json_get(json, "process_ratio"))) {
		code = tur ? u_of_tur(json, t, &u, err) : u_of_process(json, process, &u, err);
		if (!code)
			code = normal_with(json, u, ret, err);
	} else
		code = study_distribution(a, json, "", ret, err);
	return code ? study_within(err, "measurement") : ZHUN_OK;
}

/* ---- the whole ---- */

/* Which parts an operation cannot do without. */
enum need { NEED_PROCESS = 1, NEED_MEASUREMENT = 2 };

struct study_risk {
	struct zhun_risk risk;
	bool has_process, has_measurement;
	double w;  /* of the guard band */
};

static const struct {
	const char *name;
	enum zhun_guard_method method;
} methods[] = {
	{"rss", ZHUN_GUARD_RSS}, {"test95", ZHUN_GUARD_TEST95}, {"rp10", ZHUN_GUARD_RP10},
	{"dobbert", ZHUN_GUARD_DOBBERT},
};

static enum zhun_code factor_of(const struct zhun_json *json, const char *name, double *ret, struct zhun_error *err)
{
	double tur = 0;
	enum zhun_code code = study_need_number(json, "tur", &tur, err);
	if (!code && !(tur > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/tur", "tur", "> 0");
	for (size_t i = 0; i < ZHUN_COUNT(methods) && !code; i++)
		if (strcmp(methods[i].name, name) == 0)
			*ret = zhun_guard_factor(methods[i].method, tur);
	return code;
}

static enum zhun_code guard_by_U(const struct zhun_json *json, const struct study_risk *r, double *ret,
				 struct zhun_error *err)
{
	double share = 0, k = 0;
	enum zhun_code code = study_need_number(json, "r", &share, err);
	if (!code)
		code = study_need_number(json, "k", &k, err);
	if (!code && !r->has_measurement)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "measurement");
	if (!code)
		*ret = share * k * zhun_distribution_sd(&r->risk.measurement);
	return code;
}

static enum zhun_code guard_by_pfa(const struct zhun_json *json, const struct study_risk *r, double *ret,
				   struct zhun_error *err)
{
	double target = 0;
	enum zhun_code code = study_need_number(json, "target", &target, err);
	if (!code && !(r->has_process && r->has_measurement))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "", r->has_process ? "measurement" : "process");
	if (!code && !(target > 0 && target < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/target", "target", "0 < p < 1");
	return code ? code : zhun_guard_for_pfa(&r->risk, target, ret, err);
}

static enum zhun_code read_guard(const struct zhun_json *json, struct study_risk *r, struct zhun_error *err)
{
	const char *method = zhun_json_get_string(json, "method");
	static const char words[] = "r_U|factor|rss|test95|rp10|dobbert|target_pfa";
	double factor = 1;
	enum zhun_code code = study_known(json, "method|r|k|factor|tur|target", err);
	if (!code && !(method && study_among(words, method)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/method", method ? method : "", words);
	if (code)
		return code;
	if (strcmp(method, "r_U") == 0)
		return guard_by_U(json, r, &r->w, err);
	if (strcmp(method, "target_pfa") == 0)
		return guard_by_pfa(json, r, &r->w, err);
	code = need_width(&r->risk.tolerance, err);
	if (!code)
		code = strcmp(method, "factor") == 0 ? study_need_number(json, "factor", &factor, err)
						     : factor_of(json, method, &factor, err);
	r->w = (1 - factor) * half_width(&r->risk.tolerance);
	return code;
}

/* Each acceptance limit whose tolerance limit is finite becomes that limit moved inwards. */
static enum zhun_code guard(const struct zhun_json *json, struct study_risk *r, struct zhun_error *err)
{
	struct zhun_limits *a = &r->risk.acceptance, moved;
	if (!json)
		return ZHUN_OK;
	if (read_guard(json, r, err))
		return study_within(err, "guard");
	moved = zhun_guarded(&r->risk.tolerance, r->w);
	a->low = isfinite(r->risk.tolerance.low) ? moved.low : a->low;
	a->high = isfinite(r->risk.tolerance.high) ? moved.high : a->high;
	return ZHUN_OK;
}

static enum zhun_code read_distributions(const struct zhun_study *s, const struct zhun_json *args, int needs,
					 struct study_risk *r, struct zhun_error *err)
{
	const struct zhun_json *process = part(s, args, "process"), *error = part(s, args, "measurement");
	enum zhun_code code = ZHUN_OK;
	if (process || (needs & NEED_PROCESS)) {
		code = read_process(s->arena, process, &r->risk.tolerance, &r->risk.process, err);
		r->has_process = !code;
	}
	if (!code && (error || (needs & NEED_MEASUREMENT))) {
		code = read_measurement(s->arena, error, &r->risk.tolerance, r->has_process ? &r->risk.process : NULL,
					&r->risk.measurement, err);
		r->has_measurement = !code;
	}
	return code;
}

static enum zhun_code read_risk(const struct zhun_study *s, const struct zhun_json *args, int needs,
				struct study_risk *r, struct zhun_error *err)
{
	const struct zhun_json *tolerance = part(s, args, "tolerance"), *acceptance = part(s, args, "acceptance");
	enum zhun_code code = study_known(s->inputs, "tolerance|acceptance|guard|process|measurement", err);
	*r = (struct study_risk){.risk.tolerance = {-HUGE_VAL, HUGE_VAL}};
	if (code)
		return study_within(err, "inputs");
	if (tolerance)
		code = study_limits(tolerance, "tolerance", &r->risk.tolerance, err);
	r->risk.acceptance = r->risk.tolerance;
	if (!code && acceptance)
		code = study_limits(acceptance, "acceptance", &r->risk.acceptance, err);
	if (!code)
		code = read_distributions(s, args, needs, r, err);
	return code ? code : guard(part(s, args, "guard"), r, err);
}

static double as_asked(const struct zhun_json *args, double probability)
{
	return study_is_true(args, "percent") ? 100 * probability : probability;
}

/* ---- operations ---- */

static enum zhun_code run_specific(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct study_risk r;
	enum zhun_code code = read_risk(s, args, NEED_MEASUREMENT, &r, err);
	double y = study_is(args, "y", "acceptance_high") ? r.risk.acceptance.high : study_number(args, "y", 0);
	if (!code && !isfinite(y))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "tolerance");
	if (code)
		return code;
	struct zhun_conformance c = zhun_conformance_of(&r.risk.tolerance, &r.risk.measurement, y);
	*ret = s->op->member ? c.below + c.above : c.inside;
	return ZHUN_OK;
}

static enum zhun_code run_posterior(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_posterior p;
	struct study_risk r;
	enum zhun_code code = read_risk(s, args, NEED_PROCESS | NEED_MEASUREMENT, &r, err);
	double y = study_is(args, "y", "acceptance_high") ? r.risk.acceptance.high : study_number(args, "y", 0);
	if (!code)
		code = zhun_posterior_of(&r.risk, y, &p, err);
	if (code)
		return code;
	const double parts[] = {p.inside, 1 - p.inside, p.mean, p.sd};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

static enum zhun_code run_p_out(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct study_risk r;
	enum zhun_code code = read_risk(s, args, NEED_PROCESS, &r, err);
	if (code)
		return code;
	double below = isfinite(r.risk.tolerance.low) ? zhun_distribution_cdf(&r.risk.process,
		r.risk.tolerance.low) : 0;
	double above = isfinite(r.risk.tolerance.high)
		? zhun_distribution_upper(&r.risk.process, r.risk.tolerance.high) : 0;
	*ret = study_is(args, "side", "low") ? below : study_is(args, "side", "high") ? above : below + above;
	return ZHUN_OK;
}

static enum zhun_code run_cpk(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct study_risk r;
	enum zhun_code code = read_risk(s, args, NEED_PROCESS, &r, err);
	if (!code)
		*ret = zhun_cpk(&r.risk.tolerance, &r.risk.process);
	return code;
}

static enum zhun_code run_global(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct study_risk r;
	struct zhun_risks risks;
	enum zhun_code code = read_risk(s, args, NEED_PROCESS | NEED_MEASUREMENT, &r, err);
	if (!code)
		code = zhun_risk_global(&r.risk, &risks, err);
	if (!code)
		*ret = as_asked(args, study_member(s, &risks));
	return code;
}

static enum zhun_code run_factor(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	(void)s;
	return factor_of(args, zhun_json_get_string(args, "method"), ret, err);
}

static enum zhun_code run_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct study_risk r;
	enum zhun_code code = read_risk(s, args, 0, &r, err);
	if (!code && !isfinite(r.risk.acceptance.high))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "limit");
	if (!code)
		*ret = s->op->member ? r.risk.tolerance.high - r.risk.acceptance.high : r.risk.acceptance.high;
	return code;
}

#define OBJECT(n) {n, ZHUN_STUDY_OBJECT, .optional = true}
#define PARTS OBJECT("tolerance"), OBJECT("acceptance"), OBJECT("guard"), OBJECT("process"), OBJECT("measurement")
#define PERCENT {"percent", ZHUN_STUDY_BOOLEAN, .optional = true}
#define Y {"y", ZHUN_STUDY_WORD_OR_NUMBER, "acceptance_high"}
#define OF(member) run_global, offsetof(struct zhun_risks, member)

const struct zhun_study_op study_ops_risk[] = {
	{"risk.conformance", "risk", {Y, PARTS}, {"Probability that the true value "
		"lies in the tolerance, the value y being "
	 "measured", "测得值为 y 时真值在公差内的概率"}, "JCGM 106:2012 7", run_specific, 0},
	{"risk.pfa_specific", "risk", {Y, PARTS}, {"1 − conformance, for y or a value at the upper acceptance limit",
	 "1 减符合概率，对 y 或接受上限处的值"}, "JCGM 106:2012 9.3", run_specific, 1},
	{"risk.posterior", "risk", {Y, {"result", ZHUN_STUDY_WORD, "inside|outside|mean|sd"}, PARTS},
	 {"Of a value that was read as y, the process being known: probability that it lies in the tolerance or not, "
	  "its mean and standard deviation", "已知过程分布时，读数为 y 的真值在公差内或外的概率、均值和标准差"},
	 "JCGM 106:2012 6.2, A.4", run_posterior, 0},
	{"risk.p_out", "risk", {{"side", ZHUN_STUDY_WORD, "low|high|both"}, PARTS},
	 {"Probability that a process value is out of tolerance", "过程值超出公差的概率"}, "JCGM 106:2012 9.5", run_p_out, 0},
	{"risk.cpk", "risk", {PARTS}, {"Process capability index", "过程能力指数 Cpk"}, "ISO 22514-2:2017", run_cpk, 0},
	{"risk.pfa", "risk", {PERCENT, PARTS}, {"Global consumer's risk: out of tolerance and accepted",
	 "总体消费者风险：超差而被接受"}, "JCGM 106:2012 9.5", OF(pfa)},
	{"risk.pfr", "risk", {PERCENT, PARTS}, {"Global producer's risk: in tolerance and rejected",
	 "总体生产者风险：合格而被拒绝"}, "JCGM 106:2012 9.5", OF(pfr)},
	{"risk.cpfa", "risk", {PERCENT, PARTS}, {"Probability of being out of tolerance, given accepted",
	 "被接受条件下超差的概率"}, "NCSLI RP-19", OF(cpfa)},
	{"risk.guard_factor", "risk", {{"method", ZHUN_STUDY_WORD, "rss|test95|rp10|dobbert"}, {"tur",
		ZHUN_STUDY_NUMBER}},
	 {"Share of the tolerance that remains by a method of guard bands", "按保护带方法保留的公差比例"},
	 "NCSLI RP-10; Dobbert 2008", run_factor, 0},
	{"risk.acceptance_high", "risk", {PARTS}, {"Upper acceptance limit", "接受上限"}, "JCGM 106:2012 8.3",
		run_limit, 0},
	{"risk.guard_band", "risk", {PARTS}, {"Upper tolerance limit less upper acceptance limit", "公差上限减接受上限"},
	 "JCGM 106:2012 8.3", run_limit, 1},
	{0},
};

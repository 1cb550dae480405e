/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area interval: reviewing intervals by ILAC-G24/OIML D 10. Inputs: errors found at calibrations,
 * with their times t; counter readings; checks. The limit is mpe. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/interval_review.h"

static enum zhun_code read_limit(struct zhun_study *s, double *ret, struct zhun_error *err)
{
	return study_need_number(s->inputs, "mpe", ret, err) ? study_within(err, "inputs") : ZHUN_OK;
}

/* Two series that belong together. */
static enum zhun_code read_pair(struct zhun_study *s, const char *name, const double **t, const double **x,
				size_t *ret_n, struct zhun_error *err)
{
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "t", t, ret_n, err);
	if (!code)
		code = study_doubles_of(s, name, x, &n, err);
	if (!code && n != *ret_n)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/t", ZHUN_INT(*ret_n), ZHUN_INT(n));
	return code;
}

/* ---- automatic adjustment ---- */

static enum zhun_code read_factor(const struct zhun_json *args, struct zhun_staircase *ret, struct zhun_error *err)
{
	double target = study_number(args, "target", 0);
	if (study_says(args, "rule", "stated", true))
		return study_need_number(args, "shorter", &ret->shorter, err);
	enum zhun_code code = study_need_number(args, "target", &target, err);
	if (!code && !(target > 0 && target < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/target", "target", "0 < p < 1");
	if (!code)
		ret->shorter = zhun_staircase_shorter(ret->longer, target);
	return code;
}

static enum zhun_code staircase(struct zhun_study *s, const struct zhun_json *args, struct zhun_staircase_end *ret,
				struct zhun_error *err)
{
	double interval = 0, runs = study_optional(s, args, "runs");
	struct zhun_staircase rule = {
		.share = study_optional(s, args, "share"), .longer = study_number(args, "longer", 0),
		.shortest = study_number(args, "shortest", 0), .longest = study_number(args, "longest", HUGE_VAL),
		.runs = runs >= 1 && runs <= STUDY_VALUES ? (size_t)runs : 0, /* which is refused */
	};
	const double *errors = NULL;
	size_t n = 0;
	enum zhun_code code = read_factor(args, &rule, err);
	if (!code)
		code = read_limit(s, &rule.limit, err);
	if (!code && study_need_number(s->inputs, "interval", &interval, err))
		code = study_within(err, "inputs");
	if (!code)
		code = study_doubles_of(s, "errors", &errors, &n, err);
	return code ? code : zhun_staircase_run(&rule, interval, errors, n, ret, err);
}

static enum zhun_code run_staircase(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_staircase_end end;
	enum zhun_code code = staircase(s, args, &end, err);
	if (!code)
		*ret = s->op->answers ? (double)end.step : end.interval;
	return code;
}

static const char *say_step(int value, enum zhun_language language)
{
	static const char *const titles[][2] = {{"the interval is kept", "间隔不变"}, {"it is lengthened", "延长间隔"},
						{"it is shortened", "缩短间隔"}};
	return titles[value][language];
}

/* ---- control chart, in use, in service ---- */

static enum zhun_code run_drift(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_drift_chart c = {
		.k = study_optional(s, args, "k"), .U = study_number(args, "U", 0),
		.drift = (enum zhun_drift)study_word(s, args, "drift"),
		.from = (enum zhun_drift_from)study_word(s, args, "from"),
	};
	struct zhun_drift_end end;
	enum zhun_code code = study_series_of(s, "t", &c.t, err);
	if (!code)
		code = study_series_of(s, "errors", &c.errors, err);
	if (!code)
		code = read_limit(s, &c.limit, err);
	if (!code)
		code = zhun_drift_chart_of(&c, &end, err);
	if (!code)
		*ret = study_member(s, &end);
	return code;
}

static enum zhun_code run_in_use(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_in_use u = {.allowed = study_number(args, "allowed", 0),
				.latest = study_is(args, "rate", "latest")};
	struct zhun_in_use_end end;
	enum zhun_code code = read_pair(s, "counter", &u.t, &u.counter, &u.n, err);
	if (code)
		return code;
	u.at_calibration = study_number(args, "at_calibration", u.n ? u.counter[0] : 0);
	code = zhun_in_use_of(&u, &end, err);
	if (!code)
		*ret = study_member(s, &end);
	return code;
}

static enum zhun_code run_in_service(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct zhun_in_service c = {.share = study_optional(s, args, "share"), .U = study_number(args, "U", 0)};
	struct zhun_in_service_end end;
	enum zhun_code code = read_pair(s, "checks", &c.t, &c.checks, &c.n, err);
	if (!code)
		code = read_limit(s, &c.limit, err);
	if (!code)
		code = zhun_in_service_of(&c, &end, err);
	if (code)
		return code;
	const double parts[] = {(double)end.first, end.good_until, end.largest};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define MAYBE(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define STEPS {NUMBER("longer"), {"rule", ZHUN_STUDY_WORD, "stated|balanced", .preset = true}, MAYBE("shorter"), \
	MAYBE("target"), ELSE("share", 0.8), \
	{"runs", ZHUN_STUDY_WHOLE, .optional = true, .otherwise = 1}, MAYBE("shortest"), \
	MAYBE("longest")}
#define DRIFT {{"drift", ZHUN_STUDY_WORD, "regression|mean_step|largest_step", .preset = true}, \
	{"from", ZHUN_STUDY_WORD, "last|line|adjusted", .preset = true}, ELSE("k", 2), MAYBE("U")}
#define USE {NUMBER("allowed"), MAYBE("at_calibration"), {"rate", ZHUN_STUDY_WORD, "mean|latest", .preset = true}}
#define OF_DRIFT(member) run_drift, offsetof(struct zhun_drift_end, member), NULL, NULL
#define OF_USE(member) run_in_use, offsetof(struct zhun_in_use_end, member), NULL, NULL
#define AREA "interval"
#define D10 "ILAC-G24:2022 / OIML D 10:2022 "

const struct zhun_study_op study_ops_review[] = {
	{"interval.staircase", AREA, STEPS,
	 {"Interval after the errors found, one after another: longer after `runs` within a share (0.8) of the limit, "
	  "shorter beyond it (as stated, or balanced so that a target share in tolerance keeps it)",
	  "逐次按校准发现的误差调整间隔：连续 runs 次在允差的份额（0.8）内则延长，超差则缩短（按给定系数，或按目标合格率平衡）"},
	 D10 "6.2", run_staircase, 0, NULL, NULL},
	{"interval.staircase_step", AREA, STEPS, {"What the last error found does to the interval",
	 "最后一次发现的误差对间隔的作用"}, D10 "6.2", run_staircase, 0, "kept|longer|shorter", say_step},
	{"interval.drift", AREA, DRIFT, {"Drift of the errors found, a unit of time", "所发现误差的漂移率"}, D10 "6.3",
	 OF_DRIFT(drift)},
	{"interval.dispersion", AREA, DRIFT, {"Standard deviation of the errors about that drift", "误差对漂移线的标准差"},
	 D10 "6.3", OF_DRIFT(dispersion)},
	{"interval.drift_interval", AREA, DRIFT,
	 {"Time until the error, with k (2) dispersions and U kept free, reaches the limit",
	  "误差（预留 k 倍离散，缺省 2，与 U）达到允差的时间"}, D10 "6.3", OF_DRIFT(interval)},
	{"interval.use_left", AREA, USE, {"Use that is left of what is allowed between calibrations",
	 "两次校准间允许使用量的剩余"}, D10 "6.4", OF_USE(left)},
	{"interval.use_time", AREA, USE, {"Time in which that is used up, at the rate of all readings or the latest",
	 "按平均或最近使用率，剩余使用量用完的时间"}, D10 "6.4", OF_USE(time)},
	{"interval.in_service", AREA,
	 {{"result", ZHUN_STUDY_WORD, "first|good_until|largest"}, ELSE("share", 1), MAYBE("U")},
	 {"Checks in service against a share (1) of the limit less U: place of the first beyond it (0 for none), "
	  "time of the last good one before, largest over what is allowed",
	  "在用核查：与允差份额（缺省 1）减 U 比较，首个超出的序号（无则 0）、此前最后合格的时间、最大比值"},
	 D10 "6.5", run_in_service, 0, NULL, NULL},
	{0},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/interval_review.h"

#include <math.h>

#include "measure/dd.h"

static enum zhun_code need(bool fine, const char *name, const char *must, struct zhun_error *err)
{
	return fine ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, name, must);
}

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

static bool above_zero(double x)
{
	return x > 0 && isfinite(x);
}

static bool at_least_zero(double x)
{
	return x >= 0 && isfinite(x);
}

static enum zhun_code check_rising(const double *t, size_t n, struct zhun_error *err)
{
	bool fine = isfinite(t[0]);
	for (size_t i = 1; i < n && fine; i++)
		fine = t[i] > t[i - 1] && isfinite(t[i]);
	return need(fine, "t", "t1 < t2 < …", err);
}

/* ---- automatic adjustment ---- */

double zhun_staircase_shorter(double longer, double target)
{
	return pow(longer, -target / (1 - target));
}

static enum zhun_code check_staircase(const struct zhun_staircase *s, double interval, struct zhun_error *err)
{
	enum zhun_code code = need(above_zero(s->limit), "limit", "> 0", err);
	if (!code)
		code = need(s->share > 0 && s->share <= 1, "share", "0 < … ≤ 1", err);
	if (!code)
		code = need(s->runs >= 1, "runs", "≥ 1", err);
	if (!code)
		code = need(s->longer > 1 && isfinite(s->longer), "longer", "> 1", err);
	if (!code)
		code = need(s->shorter > 0 && s->shorter < 1, "shorter", "0 … 1", err);
	if (!code)
		code = need(above_zero(interval), "interval", "> 0", err);
	if (!code)
		code = need(at_least_zero(s->shortest) && s->longest > 0 && s->shortest <= s->longest,
			    "shortest, longest", "0 ≤ shortest ≤ longest", err);
	return code;
}

static double clamp(const struct zhun_staircase *s, double interval)
{
	return fmax(fmin(interval, s->longest), s->shortest);
}

enum zhun_code zhun_staircase_run(const struct zhun_staircase *s, double interval, const double *errors, size_t n,
				  struct zhun_staircase_end *ret, struct zhun_error *err)
{
	struct zhun_staircase_end end = {interval, ZHUN_STEP_KEPT};
	size_t run = 0;
	enum zhun_code code = check_staircase(s, interval, err);
	if (!code && n < 1)
		code = too_short(err, 1, n);
	if (code)
		return code;
	for (size_t i = 0; i < n; i++) {
		double size = fabs(errors[i]) / s->limit;
		if (!isfinite(size))
			return need(false, "errors", "finite", err);
		run = size <= s->share ? run + 1 : 0;
		end.step = size > 1 ? ZHUN_STEP_SHORTER : run >= s->runs ? ZHUN_STEP_LONGER : ZHUN_STEP_KEPT;
		if (end.step == ZHUN_STEP_KEPT)
			continue;
		run = 0;
		end.interval = clamp(s, end.interval * (size > 1 ? s->shorter : s->longer));
	}
	*ret = end;
	return ZHUN_OK;
}

/* ---- control chart ---- */

static double slope_by_regression(const struct zhun_drift_chart *c)
{
	struct zhun_dd mt = dd_mean(c->t.x, c->t.count), me = dd_mean(c->errors.x, c->errors.count), both = dd(0);
	for (size_t i = 0; i < c->t.count; i++)
		both = dd_add(both, dd_mul(dd_sub(c->t.x[i], mt), dd_sub(c->errors.x[i], me)));
	return dd_value(dd_div(both, dd_sum_of_squares(c->t.x, c->t.count, mt)));
}

/* Of the changes from one calibration to the next, each by its time: their mean, or the largest. */
static double slope_by_steps(const struct zhun_drift_chart *c)
{
	double sum = 0, largest = 0;
	for (size_t i = 1; i < c->t.count; i++) {
		double step = dd_value(dd_div(dd_sub(c->errors.x[i], c->errors.x[i - 1]),
					      dd_sub(c->t.x[i], c->t.x[i - 1])));
		sum += step;
		largest = fabs(step) > fabs(largest) ? step : largest;
	}
	return c->drift == ZHUN_DRIFT_LARGEST_STEP ? largest : sum / (double)(c->t.count - 1);
}

/* Standard deviation about the line of that slope through the middle; the line at the last time. */
static double dispersion_about(const struct zhun_drift_chart *c, double slope, double *ret_line)
{
	size_t n = c->t.count;
	struct zhun_dd mt = dd_mean(c->t.x, n), me = dd_mean(c->errors.x, n), sum = dd(0);
	for (size_t i = 0; i < n; i++) {
		struct zhun_dd line = dd_add(me, dd_mul(dd(slope), dd_sub(c->t.x[i], mt)));
		sum = dd_add(sum, dd_square(dd_sub(c->errors.x[i], line)));
	}
	*ret_line = dd_value(dd_add(me, dd_mul(dd(slope), dd_sub(c->t.x[n - 1], mt))));
	return sqrt(dd_value(sum) / (double)(n - 2));
}

static enum zhun_code check_chart(const struct zhun_drift_chart *c, struct zhun_error *err)
{
	if (c->t.count != c->errors.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(c->t.count), ZHUN_INT(c->errors.count));
	if (c->t.count < 3)
		return too_short(err, 3, c->t.count);
	enum zhun_code code = need(above_zero(c->limit), "limit", "> 0", err);
	if (!code)
		code = need(at_least_zero(c->k) && at_least_zero(c->U), "k, U", "≥ 0", err);
	for (size_t i = 1; i < c->t.count && !code; i++)
		code = need(dd_value(dd_sub(c->t.x[i], c->t.x[i - 1])) > 0, "t", "t1 < t2 < …", err);
	return code;
}

/* Time until a value that drifts leaves ± room. */
static double time_to_leave(double value, double drift, double room)
{
	if (fabs(value) >= room)
		return 0;
	return fabs(drift) > 0 ? (room - (drift > 0 ? value : -value)) / fabs(drift) : HUGE_VAL;
}

enum zhun_code zhun_drift_chart_of(const struct zhun_drift_chart *c, struct zhun_drift_end *ret,
				   struct zhun_error *err)
{
	enum zhun_code code = check_chart(c, err);
	double line = 0, start = 0;
	if (code)
		return code;
	double slope = c->drift == ZHUN_DRIFT_REGRESSION ? slope_by_regression(c) : slope_by_steps(c);
	double s = dispersion_about(c, slope, &line);
	switch (c->from) {
	case ZHUN_FROM_LAST:
		start = dd_value(c->errors.x[c->errors.count - 1]);
		break;
	case ZHUN_FROM_LINE:
		start = line;
		break;
	case ZHUN_FROM_ADJUSTED:
		break;
	}
	*ret = (struct zhun_drift_end){slope, s, time_to_leave(start, slope, c->limit - c->k * s - c->U)};
	return ZHUN_OK;
}

/* ---- in use, and in service ---- */

enum zhun_code zhun_in_use_of(const struct zhun_in_use *u, struct zhun_in_use_end *ret, struct zhun_error *err)
{
	if (u->n < 2)
		return too_short(err, 2, u->n);
	enum zhun_code code = check_rising(u->t, u->n, err);
	for (size_t i = 1; i < u->n && !code; i++)
		code = need(u->counter[i] >= u->counter[i - 1] && isfinite(u->counter[i]), "counter", "not falling",
			    err);
	size_t last = u->n - 1, first = u->latest ? last - 1 : 0;
	if (!code)
		code = need(above_zero(u->allowed), "allowed", "> 0", err);
	if (!code)
		code = need(u->at_calibration <= u->counter[last], "at_calibration", "<= counter", err);
	if (code)
		return code;
	double left = fmax(0, u->at_calibration + u->allowed - u->counter[last]);
	double rate = (u->counter[last] - u->counter[first]) / (u->t[last] - u->t[first]);
	*ret = (struct zhun_in_use_end){left, rate, left <= 0 ? 0 : rate > 0 ? left / rate : HUGE_VAL};
	return ZHUN_OK;
}

enum zhun_code zhun_in_service_of(const struct zhun_in_service *s, struct zhun_in_service_end *ret,
				  struct zhun_error *err)
{
	if (s->n < 1)
		return too_short(err, 1, s->n);
	double allowed = s->share * s->limit - s->U;
	enum zhun_code code = check_rising(s->t, s->n, err);
	if (!code)
		code = need(s->share > 0 && s->share <= 1, "share", "0 < … ≤ 1", err);
	if (!code)
		code = need(above_zero(s->limit) && at_least_zero(s->U) && allowed > 0, "U", "0 … share·limit", err);
	if (code)
		return code;
	struct zhun_in_service_end end = {.good_until = (double)NAN};
	for (size_t i = 0; i < s->n; i++) {
		double size = fabs(s->checks[i]) / allowed;
		if (!isfinite(size))
			return need(false, "checks", "finite", err);
		end.largest = fmax(end.largest, size);
		if (size > 1 && !end.first)
			end.first = i + 1;
		if (!end.first)
			end.good_until = s->t[i];
	}
	*ret = end;
	return ZHUN_OK;
}

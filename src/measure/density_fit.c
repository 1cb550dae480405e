/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A formula's density in cells. In each it is interpolated at Chebyshev's points, and a cell whose last
 * coefficients show that this leaves out more than its share is halved. At a pole the halves shrink towards it
 * until their mass no longer matters, or until numbers end: what is in doubt then is added up.
 */
#include <math.h>
#include <string.h>

#include "measure/density.h"
#include "zhun/base/number.h"

enum { BEGINNING = 64, PENDING = 1200 };

static const double share = 1e-15;	/* of the mass: what one cell may leave out */
static const double negligible = 1e-12; /* of the peak: a negative number that is rounding */
static const double endless = 1e-6;	/* of the mass: what may be in doubt at most */

/* cos(πm/32), m = 0 … 16 */
static const double cosines[] = {
	1.0, 0.9951847266721968862448, 0.9807852804032304491262, 0.9569403357322088649358,
	0.9238795325112867561282, 0.8819212643483550297128, 0.8314696123025452370788, 0.7730104533627369608109,
	0.7071067811865475244008, 0.6343932841636454982152, 0.5555702330196022247428, 0.4713967368259976485564,
	0.3826834323650897717285, 0.2902846772544623676362, 0.1950903220161282678483, 0.0980171403295606019942,
	0.0,
};

static double cosine(int m)
{
	int turn = m % 64, half = turn > 32 ? 64 - turn : turn;
	return half > 16 ? -cosines[32 - half] : cosines[half];
}

struct fit {
	struct zhun_arena *a;
	const struct zhun_model *model;
	double *work;
	double low, high;
	double cosine[DENSITY_ORDER][DENSITY_ORDER]; /* of point j, degree k */
	double peak, mass;			     /* of the beginning's cells, to measure by */
	struct zhun_density *d;
	size_t room;
	double doubt, worst, worst_at;
	struct zhun_error *err;
};

struct interval {
	double low, high;
};

static enum zhun_code refuse_negative(const struct fit *f, double x, double y)
{
	char at[ZHUN_NUMBER_TEXT], value[ZHUN_NUMBER_TEXT];
	(void)zhun_double_text(x, at);
	(void)zhun_double_text(y, value);
	return zhun_fail(f->err, ZHUN_E_DENSITY_NEGATIVE, NULL, at, value);
}

static enum zhun_code refuse_endless(const struct fit *f, double x)
{
	char at[ZHUN_NUMBER_TEXT];
	(void)zhun_double_text(x, at);
	return zhun_fail(f->err, ZHUN_E_DENSITY_ENDLESS, NULL, at);
}

/* Values at Chebyshev's points, as the vector units give them: the same on every machine. */
static enum zhun_code values(struct fit *f, const struct interval *i, double y[DENSITY_ORDER])
{
	double x[DENSITY_ORDER], unused;
	const double *const in[] = {x};
	for (size_t j = 0; j < DENSITY_ORDER; j++)
		x[j] = 0.5 * (i->low + i->high) + 0.5 * (i->high - i->low) * f->cosine[j][1];
	zhun_model_run(f->model, DENSITY_ORDER, in, f->work);
	memcpy(y, zhun_model_result(f->model, 0, DENSITY_ORDER, f->work, NULL), DENSITY_ORDER * sizeof(*y));
	for (size_t j = 0; j < DENSITY_ORDER; j++) {
		if (isinf(y[j]) && y[j] > 0.0)
			return refuse_endless(f, x[j]);
		if (!isfinite(y[j])) {
			enum zhun_code code = zhun_model_value(f->model, 0, &x[j], f->work, &unused, f->err);
			return code ? code : refuse_negative(f, x[j], y[j]);
		}
		if (y[j] < -negligible * f->peak)
			return refuse_negative(f, x[j], y[j]);
	}
	return ZHUN_OK;
}

/* The coefficients from the values at cos(π(j + ½)/n). */
static enum zhun_code interpolate(struct fit *f, const struct interval *i, struct density_cell *ret)
{
	double y[DENSITY_ORDER];
	enum zhun_code code = values(f, i, y);
	if (code)
		return code;
	*ret = (struct density_cell){.low = i->low, .high = i->high};
	for (size_t k = 0; k < DENSITY_ORDER; k++) {
		double sum = 0.0;
		for (size_t j = 0; j < DENSITY_ORDER; j++)
			sum += y[j] * f->cosine[j][k];
		ret->pdf[k] = sum * (k ? 2.0 : 1.0) / DENSITY_ORDER;
	}
	return ZHUN_OK;
}

static struct interval beginning(const struct fit *f, int i)
{
	double step = (f->high - f->low) / BEGINNING;
	return (struct interval){i ? f->low + i * step : f->low,
				 i + 1 < BEGINNING ? f->low + (i + 1) * step : f->high};
}

static enum zhun_code measure(struct fit *f)
{
	enum zhun_code code = ZHUN_OK;
	double peak = 0.0, mass = 0.0;
	f->peak = HUGE_VAL; /* nothing is known to be too negative yet */
	for (int i = 0; i < BEGINNING && !code; i++) {
		struct density_cell c;
		struct interval part = beginning(f, i);
		code = interpolate(f, &part, &c);
		peak = fmax(peak, fabs(c.pdf[0]));
		mass += fabs(c.pdf[0]) * (part.high - part.low);
	}
	f->peak = peak;
	f->mass = mass;
	if (!code && !(mass > 0.0))
		return zhun_fail(f->err, ZHUN_E_DENSITY_ZERO, NULL);
	return code;
}

static enum zhun_code make_room(struct fit *f)
{
	size_t room = f->room ? 2 * f->room : 2 * BEGINNING;
	struct density_cell *cells = ZHUN_NEW_ARRAY(f->a, room, struct density_cell);
	if (!cells)
		return zhun_no_memory(f->a, f->err);
	if (f->d->count)
		memcpy(cells, f->d->cells, f->d->count * sizeof(*cells));
	f->d->cells = cells;
	f->room = room;
	return ZHUN_OK;
}

static enum zhun_code keep(struct fit *f, const struct density_cell *c, double left)
{
	if (f->d->count == ZHUN_DENSITY_CELLS)
		return refuse_endless(f, c->low);
	enum zhun_code code = f->d->count == f->room ? make_room(f) : ZHUN_OK;
	if (code)
		return code;
	f->doubt += left;
	if (left > f->worst) {
		f->worst = left;
		f->worst_at = c->low;
	}
	f->d->cells[f->d->count++] = *c;
	return ZHUN_OK;
}

/* What interpolation leaves out in a cell is near the last coefficients, which fall off where it is smooth. */
static double left_out(const struct density_cell *c)
{
	double width = c->high - c->low;
	return width * (fabs(c->pdf[DENSITY_ORDER - 1]) + fabs(c->pdf[DENSITY_ORDER - 2]));
}

/* Whether numbers are so dense that the points of both halves lie inside them. */
static bool divides(const struct fit *f, const struct interval *i, double middle)
{
	double inset = 0.06 * (i->high - i->low) * (1.0 - f->cosine[0][1]); /* a quarter of that of the points */
	return i->low + inset > i->low && middle - inset < middle && middle + inset > middle &&
	       i->high - inset < i->high;
}

/* From left to right; what is to be halved waits on a stack. */
static enum zhun_code cover(struct fit *f, struct interval *pending, struct interval first)
{
	size_t waiting = 0;
	enum zhun_code code = ZHUN_OK;
	pending[waiting++] = first;
	while (waiting && !code) {
		struct interval i = pending[--waiting];
		struct density_cell c;
		code = interpolate(f, &i, &c);
		if (code)
			break;
		double left = left_out(&c), middle = 0.5 * (i.low + i.high);
		if (left <= share * f->mass || !divides(f, &i, middle) || waiting + 2 > PENDING) {
			code = keep(f, &c, left);
			continue;
		}
		pending[waiting++] = (struct interval){middle, i.high};
		pending[waiting++] = (struct interval){i.low, middle};
	}
	return code;
}

static enum zhun_code fit_all(struct fit *f)
{
	struct interval *pending = ZHUN_NEW_ARRAY(f->a, PENDING, struct interval);
	if (!pending)
		return zhun_no_memory(f->a, f->err);
	enum zhun_code code = measure(f);
	for (int i = 0; i < BEGINNING && !code; i++)
		code = cover(f, pending, beginning(f, i));
	if (code)
		return code;
	if (f->doubt > endless * f->mass)
		return refuse_endless(f, f->worst_at);
	f->d->unresolved = f->doubt / f->mass;
	return density_settle(f->d) ? ZHUN_OK : zhun_fail(f->err, ZHUN_E_DENSITY_ZERO, NULL);
}

static enum zhun_code check(const struct zhun_model *model, double low, double high, struct zhun_error *err)
{
	if (zhun_model_inputs(model) != 1)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "inputs", "1");
	if (zhun_model_is_complex(model, 0))
		return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, NULL, "1");
	if (!(high > low) || !isfinite(high - low))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "high", "> low");
	return ZHUN_OK;
}

enum zhun_code zhun_density_of_model(struct zhun_arena *a, const struct zhun_model *model, double low, double high,
				     const struct zhun_density **ret, struct zhun_error *err)
{
	enum zhun_code code = check(model, low, high, err);
	if (code)
		return code;
	struct fit f = {.a = a, .model = model, .low = low, .high = high, .err = err};
	f.work = ZHUN_NEW_ARRAY(a, zhun_model_work(model, DENSITY_ORDER), double);
	f.d = ZHUN_NEW(a, struct zhun_density);
	if (!f.work || !f.d)
		return zhun_no_memory(a, err);
	f.d->order = DENSITY_ORDER;
	for (int j = 0; j < DENSITY_ORDER; j++)
		for (int k = 0; k < DENSITY_ORDER; k++)
			f.cosine[j][k] = cosine(k * (2 * j + 1));
	code = fit_all(&f);
	if (!code)
		*ret = f.d;
	return code;
}

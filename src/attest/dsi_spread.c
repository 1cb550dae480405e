/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The uncertainties of D-SI, cut from their columns. */
#include "attest/dsi.h"

static bool states_any(const struct zhun_dsi_cells *cells)
{
	for (size_t c = ZHUN_DSI_U; c <= ZHUN_DSI_INTERVAL; c++) {
		if (cells->column[c].from)
			return true;
	}
	return cells->spread != ZHUN_SPREAD_NONE && cells->spread != ZHUN_SPREAD_STANDARD;
}

/* Whether one statement stands for all values. */
static bool is_shared(const struct zhun_dsi_cells *cells)
{
	for (size_t c = ZHUN_DSI_U; c <= ZHUN_DSI_INTERVAL; c++) {
		if (cells->column[c].count > 1)
			return false;
	}
	for (const struct zhun_dsi_covariance *v = cells->covariances; v; v = v->next) {
		if (v->value.count > 1)
			return false;
	}
	return true;
}

/* In D-SI 1.0 the leaves stand in the value itself, without a name for what they are. */
static enum zhun_cert_spread spread_of(const struct zhun_dsi_cells *cells)
{
	if (cells->spread != ZHUN_SPREAD_NONE)
		return cells->spread;
	return cells->column[ZHUN_DSI_LOW].from ? ZHUN_SPREAD_INTERVAL : ZHUN_SPREAD_EXPANDED;
}

static struct zhun_cert_figure covariance_figure(struct zhun_reader *r, const struct zhun_dsi_tokens *t,
						 size_t index)
{
	struct zhun_spot spot = {.element = t->from, .item = t->count > 1 ? index + 1 : 0};
	const char *text = NULL;

	if (t->count == 1)
		text = t->token[0];
	else if (index < t->count)
		text = t->token[index];
	return zhun_reader_figure(r, text, &spot);
}

static void read_covariances(struct zhun_reader *r, const struct zhun_dsi_cells *cells, size_t index,
			     struct zhun_cert_uncertainty *to)
{
	const struct zhun_cert_covariance **link = &to->covariances;

	for (const struct zhun_dsi_covariance *v = cells->covariances; v; v = v->next) {
		struct zhun_cert_covariance *one = ZHUN_READER_NEW(r, struct zhun_cert_covariance);
		if (!one)
			return;
		one->column = v->column;
		one->row = v->row;
		one->value = covariance_figure(r, &v->value, index);
		if (v->unit.count)
			one->unit = v->unit.token[index < v->unit.count ? index : 0];
		*link = one;
		link = &one->next;
	}
}

/* What each way of stating an uncertainty cannot do without. */
static void check_parts(struct zhun_reader *r, const struct zhun_dsi_cells *cells,
			const struct zhun_cert_uncertainty *u)
{
	const struct {
		bool missing;
		const char *name;
	} parts[] = {
		{u->spread == ZHUN_SPREAD_EXPANDED && !u->u.text, "uncertainty"},
		{u->spread == ZHUN_SPREAD_STANDARD && !u->u.text, "valueStandardMU"},
		{u->spread == ZHUN_SPREAD_INTERVAL && !u->low.text, "intervalMin"},
		{u->spread == ZHUN_SPREAD_INTERVAL && !u->high.text, "intervalMax"},
		{u->spread >= ZHUN_SPREAD_ELLIPSOID && !u->covariances, "covarianceMatrix"},
		{u->spread != ZHUN_SPREAD_STANDARD && u->spread != ZHUN_SPREAD_INTERVAL && !u->k.text,
		 "coverageFactor"},
		{u->spread != ZHUN_SPREAD_STANDARD && !u->p.text, "coverageProbability"},
	};

	for (size_t i = 0; i < ZHUN_COUNT(parts); i++) {
		if (parts[i].missing)
			ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING,
				   &((struct zhun_spot){.element = cells->from}), parts[i].name);
	}
}

static const struct zhun_cert_uncertainty *read_uncertainty(struct zhun_reader *r,
							    const struct zhun_dsi_cells *cells, size_t index)
{
	struct zhun_cert_uncertainty *u = ZHUN_READER_NEW(r, struct zhun_cert_uncertainty);

	if (!u)
		return NULL;
	u->spread = spread_of(cells);
	u->u = zhun_dsi_figure(r, cells, ZHUN_DSI_U, index);
	u->k = zhun_dsi_figure(r, cells, ZHUN_DSI_K, index);
	u->p = zhun_dsi_figure(r, cells, ZHUN_DSI_P, index);
	u->low = zhun_dsi_figure(r, cells, ZHUN_DSI_LOW, index);
	u->high = zhun_dsi_figure(r, cells, ZHUN_DSI_HIGH, index);
	u->distribution = zhun_dsi_token(cells, ZHUN_DSI_DISTRIBUTION, index);
	u->interval = zhun_dsi_token(cells, ZHUN_DSI_INTERVAL, index);
	read_covariances(r, cells, index, u);
	if (index == 0 && !r->code)
		check_parts(r, cells, u);
	return u;
}

const struct zhun_cert_uncertainty *zhun_dsi_uncertainty(struct zhun_reader *r,
							 struct zhun_dsi_cells *cells, size_t index)
{
	bool complex = cells->form == ZHUN_FORM_CARTESIAN || cells->form == ZHUN_FORM_POLAR;

	if (complex && cells->region)
		cells = cells->region;
	if (!states_any(cells))
		return NULL;
	if (!is_shared(cells))
		return read_uncertainty(r, cells, index);
	if (!cells->shared)
		cells->shared = read_uncertainty(r, cells, 0);
	return cells->shared;
}

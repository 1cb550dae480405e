/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From elements to columns. A name with "XMLList" at its end is the same leaf,
 * holding a list; so one table serves the scalar and the list forms of all
 * versions.
 */
#include "attest/dsi.h"

static const struct {
	const char *name;
	enum zhun_dsi_column column;
	enum zhun_cert_form form;        /* the form this leaf is a sign of */
} leaves[] = {
	{"value", ZHUN_DSI_VALUE, ZHUN_FORM_REAL},
	{"valueReal", ZHUN_DSI_VALUE, ZHUN_FORM_CARTESIAN},
	{"valueImag", ZHUN_DSI_SECOND, ZHUN_FORM_NONE},
	{"valueMagnitude", ZHUN_DSI_VALUE, ZHUN_FORM_POLAR},
	{"valuePhase", ZHUN_DSI_SECOND, ZHUN_FORM_NONE},
	{"unit", ZHUN_DSI_UNIT, ZHUN_FORM_NONE},
	{"listUnit", ZHUN_DSI_UNIT, ZHUN_FORM_NONE},
	{"unitPhase", ZHUN_DSI_UNIT_SECOND, ZHUN_FORM_NONE},
	{"listUnitPhase", ZHUN_DSI_UNIT_SECOND, ZHUN_FORM_NONE},
	{"label", ZHUN_DSI_LABEL, ZHUN_FORM_NONE},
	{"dateTime", ZHUN_DSI_WHEN, ZHUN_FORM_NONE},
	{"quantityType", ZHUN_DSI_KIND, ZHUN_FORM_NONE},
	{"quantityTypeQUDT", ZHUN_DSI_KIND, ZHUN_FORM_NONE},
	{"listQuantityTypeQUDT", ZHUN_DSI_KIND, ZHUN_FORM_NONE},
	{"uncertainty", ZHUN_DSI_U, ZHUN_FORM_NONE},
	{"valueExpandedMU", ZHUN_DSI_U, ZHUN_FORM_NONE},
	{"standardUnc", ZHUN_DSI_U, ZHUN_FORM_NONE},
	{"valueStandardMU", ZHUN_DSI_U, ZHUN_FORM_NONE},
	{"coverageFactor", ZHUN_DSI_K, ZHUN_FORM_NONE},
	{"coverageProbability", ZHUN_DSI_P, ZHUN_FORM_NONE},
	{"intervalMin", ZHUN_DSI_LOW, ZHUN_FORM_NONE},
	{"intervalMax", ZHUN_DSI_HIGH, ZHUN_FORM_NONE},
	{"intervalType", ZHUN_DSI_INTERVAL, ZHUN_FORM_NONE},
	{"distribution", ZHUN_DSI_DISTRIBUTION, ZHUN_FORM_NONE},
	{"significantDigit", ZHUN_DSI_IGNORED, ZHUN_FORM_NONE},
	{"listsignificantDigit", ZHUN_DSI_IGNORED, ZHUN_FORM_NONE},
};

/* Elements that hold leaves; "Univaraite" is how D-SI 2.2 spells it inside lists. */
static const struct {
	const char *name;
	enum zhun_cert_spread spread;
} branches[] = {
	{"expandedUnc", ZHUN_SPREAD_EXPANDED},
	{"expandedMU", ZHUN_SPREAD_EXPANDED},
	{"coverageInterval", ZHUN_SPREAD_INTERVAL},
	{"coverageIntervalMU", ZHUN_SPREAD_INTERVAL},
	{"standardMU", ZHUN_SPREAD_STANDARD},
	{"ellipsoidalRegion", ZHUN_SPREAD_ELLIPSOID},
	{"ellipsoidalRegionMU", ZHUN_SPREAD_ELLIPSOID},
	{"rectangularRegion", ZHUN_SPREAD_RECTANGLE},
	{"rectangularRegionMU", ZHUN_SPREAD_RECTANGLE},
	{"measurementUncertaintyUnivariate", ZHUN_SPREAD_NONE},
	{"measurementUncertaintyUnivaraite", ZHUN_SPREAD_NONE},
	{"listMeasurementUncertaintyUnivariate", ZHUN_SPREAD_NONE},
	{"listUnivariateUnc", ZHUN_SPREAD_NONE},
	{"measurementUncertaintyBivariate", ZHUN_SPREAD_NONE},
	{"measurementUncertaintyMultivariate", ZHUN_SPREAD_NONE},
	{"listBivariateUnc", ZHUN_SPREAD_NONE},
};

static const char list_suffix[] = "XMLList";

static bool is_list(const char *name)
{
	return zhun_str_ends(name, list_suffix);
}

static bool is_called(const char *name, const char *plain)
{
	size_t n = strlen(plain);

	return strncmp(name, plain, n) == 0 && (!name[n] || zhun_str_equal(name + n, list_suffix));
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t count_words(const char *s)
{
	size_t count = 0;

	for (bool in = false; *s; s++) {
		count += !in && !is_space(*s);
		in = !is_space(*s);
	}
	return count;
}

static void cut_words(struct zhun_reader *r, struct zhun_dsi_tokens *to)
{
	const char *s = to->from->text;
	size_t most = count_words(s);

	to->token = zhun_alloc_array(r->arena, most, sizeof *to->token);
	while (to->token && !r->code && to->count < most) {
		s += strspn(s, " \t\r\n");
		size_t n = strcspn(s, " \t\r\n");
		to->token[to->count++] = zhun_reader_copy(r, s, n);
		s += n;
	}
	if (!to->token)
		r->code = zhun_no_memory(r->arena, r->err);
}

static void cut_whole(struct zhun_reader *r, struct zhun_dsi_tokens *to)
{
	const char *text = zhun_reader_copy(r, to->from->text, strlen(to->from->text));

	if (!text)
		return;
	to->token = zhun_reader_new(r, sizeof *to->token);
	if (!to->token)
		return;
	to->token[0] = text;
	to->count = 1;
}

static void cut(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_tokens *to)
{
	to->from = e;
	if (is_list(e->name))
		cut_words(r, to);
	else
		cut_whole(r, to);
	if (to->count == 0 && !r->code)
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_PART_EMPTY, &((struct zhun_spot){.element = e}), e->name);
}

static bool collect_leaf(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_cells *cells)
{
	for (size_t i = 0; i < ZHUN_COUNT(leaves); i++) {
		if (!is_called(e->name, leaves[i].name))
			continue;
		if (leaves[i].form != ZHUN_FORM_NONE && cells->form == ZHUN_FORM_NONE)
			cells->form = leaves[i].form;
		if (leaves[i].column != ZHUN_DSI_IGNORED && !cells->column[leaves[i].column].from)
			cut(r, e, &cells->column[leaves[i].column]);
		return true;
	}
	return false;
}

static void collect_covariances(struct zhun_reader *r, const struct zhun_xml *matrix, struct zhun_dsi_cells *region)
{
	struct zhun_dsi_covariance **link = &region->covariances;
	size_t column = 0;

	for (const struct zhun_xml *c = matrix->first; c; c = c->next, column++) {
		size_t row = 0;
		for (const struct zhun_xml *e = c->first; e; e = e->next, row++) {
			struct zhun_dsi_cells leaf = {0};
			struct zhun_dsi_covariance *to = ZHUN_READER_NEW(r, struct zhun_dsi_covariance);
			if (!to)
				return;
			for (const struct zhun_xml *l = e->first; l; l = l->next)
				(void)collect_leaf(r, l, &leaf);
			*to = (struct zhun_dsi_covariance){.column = column, .row = row,
				.value = leaf.column[ZHUN_DSI_VALUE], .unit = leaf.column[ZHUN_DSI_UNIT]};
			*link = to;
			link = &to->next;
		}
	}
}

/* A region has its own k and p beside those of the single values. */
static void collect_region(struct zhun_reader *r, const struct zhun_xml *e, enum zhun_cert_spread spread,
			   struct zhun_dsi_cells *cells)
{
	struct zhun_dsi_cells *region = ZHUN_READER_NEW(r, struct zhun_dsi_cells);

	if (!region)
		return;
	region->from = e;
	region->spread = spread;
	for (const struct zhun_xml *c = e->first; c; c = c->next) {
		if (is_called(c->name, "covarianceMatrix"))
			collect_covariances(r, c, region);
		else
			(void)collect_leaf(r, c, region);
	}
	cells->region = region;
}

static bool collect_branch(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_cells *cells)
{
	for (size_t i = 0; i < ZHUN_COUNT(branches); i++) {
		if (!is_called(e->name, branches[i].name))
			continue;
		enum zhun_cert_spread spread = branches[i].spread;
		if (spread == ZHUN_SPREAD_ELLIPSOID || spread == ZHUN_SPREAD_RECTANGLE) {
			collect_region(r, e, spread, cells);
			return true;
		}
		if (spread != ZHUN_SPREAD_NONE && cells->spread == ZHUN_SPREAD_NONE)
			cells->spread = spread;
		zhun_dsi_collect(r, e, cells);
		return true;
	}
	return false;
}

void zhun_dsi_collect(struct zhun_reader *r, const struct zhun_xml *e, struct zhun_dsi_cells *cells)
{
	for (const struct zhun_xml *c = e->first; c && !r->code; c = c->next) {
		if (collect_leaf(r, c, cells) || collect_branch(r, c, cells) || zhun_dsi_is_quantity(c))
			continue;
		ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &((struct zhun_spot){.element = c}), c->name);
	}
}

const char *zhun_dsi_token(const struct zhun_dsi_cells *cells, enum zhun_dsi_column column, size_t index)
{
	const struct zhun_dsi_tokens *t = &cells->column[column];

	if (t->count == 1)
		return t->token[0];
	return index < t->count ? t->token[index] : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A component of an input while it is read, for the files that read its parts. */
#ifndef ZHUN_STUDY_BUDGET_DRAFT_H
#define ZHUN_STUDY_BUDGET_DRAFT_H

#include "study/budget_inside.h"

/* The members that an input and a component of it share; ways: of giving the uncertainty. */
struct draft_members {
	const struct zhun_json *title, *certificate, *note, *k, *p, *dof, *pooled, *averaged, *influence;
	const struct zhun_json *value, *unit, *difference, *level, *uncertainty, *values, *repeated,
		*correlation; /* of an input only */
	const struct zhun_json *way[ZHUN_D_KINDS + 8];
};

enum way {
	WAY_READINGS,
	WAY_U,
	WAY_EXPANDED,
	WAY_CERTIFICATE,
	WAY_RESOLUTION,
	WAY_RECTANGULAR,
	WAY_FROM,
	WAY_DISTRIBUTIONS
};

/* A component while it is read, in the unit shown. */
struct draft {
	struct budget_reader *r;
	struct zhun_budget_input *in;
	struct draft_members m;
	struct zhun_budget_row row;
	bool first;	/* it carries the value */
	bool has_value; /* the input's value is known */
	double value;
};

/** The members of an input, or of one component of it. */
enum zhun_code draft_members(struct budget_reader *r, const struct zhun_json *v, bool component,
			     struct draft_members *ret) ZHUN_MUST_USE;

/** The one way by which the uncertainty is given, into d->row; none: the value is exact. */
enum zhun_code draft_way(struct draft *d) ZHUN_MUST_USE;

/** One component as it stands: title, way, distribution, in the unit shown; budget_input.c. */
enum zhun_code draft_component(struct draft *d, const struct zhun_json *v) ZHUN_MUST_USE;

/** Into coherent units; then kept under a name. */
void draft_settle(struct draft *d);
enum zhun_code draft_keep(struct draft *d, const char *name) ZHUN_MUST_USE;

/** An input that is a list of values, a row for each; budget_list.c. */
enum zhun_code draft_list(struct draft *d) ZHUN_MUST_USE;

/** A result of an archive, {archive, result}, in the unit shown; budget_chain.c. */
enum zhun_code draft_from(struct draft *d, const struct zhun_json *v) ZHUN_MUST_USE;

/** Its unit. */
enum zhun_code draft_from_unit(struct budget_reader *r, const struct zhun_json *v, struct zhun_unit *ret)
	ZHUN_MUST_USE;

/** u with the degrees of freedom of the row: normal, or t. */
void draft_set_u(struct draft *d, double u);

/** A histogram or a density by formula, in the unit shown; budget_density.c. */
enum zhun_code draft_density(struct draft *d, const struct zhun_json *v, enum zhun_distribution_kind kind)
	ZHUN_MUST_USE;

/** What a parameter of a distribution is: a place, a size, or a number without unit. */
enum draft_amount { AMOUNT_POINT, AMOUNT_SIZE, AMOUNT_NUMBER };
enum draft_amount draft_amount_of(const char *parameter);

/** Whether the kind has its mean as first parameter, so that the input's value may stand for it. */
bool draft_is_placed(const struct zhun_distribution_row *row);

#endif

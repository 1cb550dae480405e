/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service's files about plans share. */
#ifndef ZHUN_SERVICE_PLAN_H
#define ZHUN_SERVICE_PLAN_H

#include "codec/json.h"
#include "register/register.h"
#include "service/service.h"
#include "zhun/plan/target.h"

/** A record of a plan that ships. */
struct zhun_plan_line {
	const struct zhun_register *reg;
	const struct zhun_json *record;
	bool keep;  /* only where there is none with its key */
};
typedef enum zhun_code zhun_plan_line_taker(void *context, const struct zhun_plan_line *line, struct zhun_error *err);

/** Gives each record of the plan called @a name, in an order in which each is linked after it was given.
 *  Fails PLAN_UNKNOWN, and as the taker does. */
enum zhun_code zhun_plan_lines(struct zhun_arena *a, const char *name, zhun_plan_line_taker *take, void *context,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** When, and of what, a figure is counted. */
struct zhun_plan_scope {
	const char *day;               /* "2026-11-25": what {day} stands for */
	const char *as_of, *known_at;  /* as asked for; NULL: not */
	const char *plan, *cluster;    /* ids; cluster may be NULL */
};

/** "kind=public&holds_on={day}", as a figure states it, as the parameters of a list. Fails PLAN_FILTER. */
enum zhun_code zhun_plan_params(struct zhun_arena *a, const char *filter, const struct zhun_plan_scope *scope,
				struct zhun_params *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** What was counted for a figure. */
struct zhun_plan_count {
	struct zhun_plan_found found;
	int64_t records, without, undecided;  /* that match; of these without the number; that may belong */
	bool partial;                         /* others may be hidden from the asker */
	const char *list, *undecided_list;    /* "accreditations?kind=…": the records, escaped */
	struct zhun_error fault;              /* why nothing is known; code ZHUN_OK: it is */
};

/** Counts by the figure's record @a figure. What cannot be counted is told in ret->fault; fails as the store does. */
enum zhun_code zhun_plan_count(const struct zhun_reader *by, const struct zhun_json *figure,
			       const struct zhun_plan_scope *scope, struct zhun_plan_count *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** "observations?figure=…" of parameters, escaped as an address. */
enum zhun_code zhun_plan_address(struct zhun_arena *a, const char *plural, const struct zhun_params *params,
				 const char **ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a budget's figures mean, in sentences. The Chinese words are those of JJF 1059.1-2012. */
#include <math.h>
#include <string.h>

#include "study/budget_show.h"

static const struct zhun_budget_text none = {{NULL, NULL}};

struct figures {
	char value[SHOW_QUANTITY], U[SHOW_QUANTITY], k[SHOW_NUMBER], p[SHOW_NUMBER], dof[SHOW_NUMBER];
};

static void show_figures(const struct zhun_budget_figure *f, struct figures *s)
{
	const struct zhun_unit *unit = &f->output->unit.shown;
	show_quantity(&f->rounded_value, unit, s->value);
	show_quantity(&f->rounded_U, unit, s->U);
	const struct zhun_decimal k = zhun_decimal_of(f->k), r = zhun_decimal_round(&k, -2);
	show_decimal(k.exponent >= -2 ? &k : &r, s->k);
	show_percent(f->p, 2, s->p);
	show_dof(f->dof_used, s->dof);
}

/* "95", "99" of U₉₅: the probability as JJF 1059.1 5.3.2 sets it. */
static const char *subscript(double p)
{
	return fabs(p - 0.95) < 1e-9 ? "₉₅" : fabs(p - 0.99) < 1e-9 ? "₉₉" : "";
}

struct zhun_budget_text say_result(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	struct figures s;
	const char *name = f->output->name;
	bool by_p = f->output->p > 0 && !(f->output->k > 0);
	show_figures(f, &s);
	if (by_p)
		return (struct zhun_budget_text){
			{zhun_printf(a, "%s = %s, U = %s (k = %s, p = %s, ν_eff = %s)", name, s.value, s.U,
				     s.k, s.p, s.dof),
			 zhun_printf(a, "%s = %s，U%s = %s（k = %s，p = %s，ν_eff = %s）", name, s.value,
				     subscript(f->p), s.U, s.k, s.p, s.dof)}};
	return (struct zhun_budget_text){
		{zhun_printf(a, "%s = %s, U = %s (k = %s)", name, s.value, s.U, s.k),
		 zhun_printf(a, "%s = %s，U = %s（k = %s）", name, s.value, s.U, s.k)}};
}

struct zhun_budget_text say_second(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	char value[SHOW_QUANTITY], u[SHOW_QUANTITY];
	if (!f->has_second || (!f->second.matters && !f->second.flat))
		return none;
	const struct zhun_decimal v = zhun_decimal_of(f->second.value);
	const struct zhun_decimal r = zhun_decimal_round(&v, f->rounded_U.exponent);
	show_quantity(&r, &f->output->unit.shown, value);
	show_quantity_digits(f->second.u, 2, &f->output->unit.shown, u);
	if (f->second.flat)
		return (struct zhun_budget_text){
			{zhun_printf(a,
				     "All sensitivities are zero here: the first order says nothing. At "
				     "second order "
				     "the value is %s and u = %s (GUM 5.1.2); use Monte Carlo.",
				     value, u),
			 zhun_printf(a,
				     "在此处各灵敏系数均为零，一阶近似失效。计及二阶项，值为 %s，u = %s（JJF "
				     "1059.1 "
				     "4.4.2）；请采用蒙特卡洛法。",
				     value, u)}};
	return (struct zhun_budget_text){{zhun_printf(a,
						      "The model is not linear enough over these "
						      "uncertainties: at second order the value is %s "
						      "and u = %s (GUM 5.1.2).",
						      value, u),
					  zhun_printf(a,
						      "在所给不确定度范围内模型非线性显著：计及二阶项，值为 "
						      "%s，u = %s（JJF 1059.1 4.4.2）。",
						      value, u)}};
}

/* ---- decisions ---- */

struct zhun_budget_text say_verdict(enum zhun_decision v)
{
	return (struct zhun_budget_text){
		{zhun_decision_title(v, ZHUN_EN), zhun_decision_title(v, ZHUN_ZH)}};
}

static struct zhun_budget_text say_rule(enum zhun_decision_rule rule)
{
	const char *const *title = zhun_decision_rule_row(rule)->title;
	return (struct zhun_budget_text){{title[ZHUN_EN], title[ZHUN_ZH]}};
}

static void show_limits(const struct zhun_limits *l, const struct zhun_unit *unit,
			char out[2 * SHOW_QUANTITY + 8])
{
	char low[SHOW_QUANTITY] = "−∞", high[SHOW_QUANTITY] = "∞";
	if (isfinite(l->low))
		show_quantity_digits(l->low, 12, unit, low);
	if (isfinite(l->high))
		show_quantity_digits(l->high, 12, unit, high);
	(void)snprintf(out, 2 * SHOW_QUANTITY + 8, "%s … %s", low, high);
}

struct zhun_budget_text say_decision(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	char limits[2 * SHOW_QUANTITY + 8], p[SHOW_NUMBER];
	if (!f->decision)
		return none;
	const struct zhun_budget_text verdict = say_verdict(f->decision->verdict),
				      rule = say_rule(f->output->rule);
	show_limits(&f->output->tolerance, &f->output->unit.shown, limits);
	show_percent(f->decision->conformance, 2, p);
	return (struct zhun_budget_text){
		{zhun_printf(a, "Against %s: %s (%s); probability of conformity %s (JCGM 106 7).", limits,
			     verdict.by[ZHUN_EN], rule.by[ZHUN_EN], p),
		 zhun_printf(a, "对照允许范围 %s：%s（%s）；合格概率 %s（JCGM 106 第 7 章）。", limits,
			     verdict.by[ZHUN_ZH], rule.by[ZHUN_ZH], p)}};
}

/* ---- asked for ---- */

struct zhun_budget_text say_target(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	char U[SHOW_QUANTITY], target[SHOW_QUANTITY];
	if (!(f->output->target > 0))
		return none;
	show_quantity_digits(f->U, 3, &f->output->unit.shown, U);
	show_quantity_digits(f->output->target, 6, &f->output->unit.shown, target);
	if (f->meets_target)
		return (struct zhun_budget_text){
			{zhun_printf(a, "The target is met: U = %s, at most %s was wanted.", U, target),
			 zhun_printf(a, "满足目标不确定度：U = %s，要求不大于 %s。", U, target)}};
	return (struct zhun_budget_text){
		{zhun_printf(a, "The target is missed: U = %s, at most %s was wanted.", U, target),
		 zhun_printf(a, "未满足目标不确定度：U = %s，要求不大于 %s。", U, target)}};
}

struct zhun_budget_text say_reverse(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	char target[SHOW_QUANTITY], most[SHOW_QUANTITY], now[SHOW_QUANTITY];
	const struct zhun_budget_reverse *r = f->reverse;
	if (!r)
		return none;
	show_quantity_digits(r->target, 6, &f->output->unit.shown, target);
	show_quantity_digits(r->u_most, 4, &r->unit->shown, most);
	show_quantity_digits(r->u_now, 3, &r->unit->shown, now);
	return (struct zhun_budget_text){
		{zhun_printf(a, "U = %s is reached with u(%s) up to %s; it is %s now.", target, r->input,
			     most, now),
		 zhun_printf(a, "要使 U = %s，u(%s) 不得大于 %s；目前为 %s。", target, r->input, most, now)}};
}

struct zhun_budget_text say_what_if(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	char then[SHOW_QUANTITY], now[SHOW_QUANTITY], U[SHOW_QUANTITY], before[SHOW_QUANTITY];
	char change[SHOW_NUMBER];
	const struct zhun_budget_what_if *w = f->what_if;
	if (!w)
		return none;
	show_quantity_digits(w->u_then, 3, &w->unit->shown, then);
	show_quantity_digits(w->u_now, 3, &w->unit->shown, now);
	show_quantity_digits(w->U, 3, &f->output->unit.shown, U);
	show_quantity_digits(f->U, 3, &f->output->unit.shown, before);
	show_percent(w->change, 1, change);
	return (struct zhun_budget_text){
		{zhun_printf(a, "With u(%s) = %s in place of %s, U would be %s in place of %s (%s).",
			     w->input, then, now, U, before, change),
		 zhun_printf(a, "若 u(%s) 由 %s 变为 %s，U 将由 %s 变为 %s（%s）。", w->input, now, then,
			     before, U, change)}};
}

struct zhun_budget_text say_repair(struct zhun_arena *a, const struct zhun_budget_repair *r)
{
	static const char *const done[][2] = {
		{"their rounding explains it, and they were repaired", "系数的修约可以解释，已作修复"},
		{"the nearest correlation matrix took their place (Higham 2002)", "已代以最近的相关矩阵（Higham 2002）"}};
	char smallest[SHOW_NUMBER], moved[SHOW_NUMBER];
	if (!r)
		return none;
	show_digits(r->smallest, 2, smallest);
	show_digits(r->moved, 2, moved);
	return (struct zhun_budget_text){
		{zhun_printf(a, "The coefficients of correlation as given cannot hold together (smallest eigenvalue "
				"%s): %s; none moved by more than %s.",
			     smallest, done[r->nearest][ZHUN_EN], moved),
		 zhun_printf(a, "所给相关系数不能同时成立（最小特征值 %s）：%s；各系数的改变不超过 %s。", smallest,
			     done[r->nearest][ZHUN_ZH], moved)}};
}

void say_conventions(const struct zhun_budget_conventions *c,
		     struct zhun_budget_text ret[SHOW_CONVENTIONS + 1])
{
	static const struct zhun_budget_text words[SHOW_CONVENTIONS][2] = {
		{{{"ν_eff is truncated to a whole number before the look-up of k (GUM G.4.1)",
		   "查 k 值前将 ν_eff 截尾取整（JJF 1059.1 4.5.3）"}},
		 {{"ν_eff is used as it is, not truncated", "ν_eff 不取整直接使用"}}},
		{{{"U is rounded to the nearest digit (GUM 7.2.6)",
		   "U 按四舍五入（五取偶）修约（JJF 1059.1 5.3.8）"}},
		 {{"U is rounded up where rounding down would take more than 5 % (EA-4/02 6.3)",
		   "修约使 U 减小超过 5 % 时向上进位（EA-4/02 6.3）"}}},
		{{{"Monte Carlo intervals have equal tails (JCGM 101 7.7.2)",
		   "蒙特卡洛法给出概率对称区间（JJF 1059.2）"}},
		 {{"Monte Carlo intervals are the shortest (JCGM 101 5.3.4)",
		   "蒙特卡洛法给出最短包含区间（JJF 1059.2）"}}},
		{{{"quantities are converted to coherent SI units", "各量换算为 SI 一贯单位后计算"}},
		 {{"numbers are used in the units they are written in", "各量按所写单位的数值直接计算"}}},
		{{{"two significant digits of U are given (GUM 7.2.6)",
		   "U 给出两位有效数字（JJF 1059.1 5.3.8）"}},
		 {{"another number of digits of U is given than two", "U 的有效数字位数另行指定"}}},
	};
	const bool second[SHOW_CONVENTIONS] = {c->exact_dof, c->five_percent, c->shortest, c->as_written,
					       c->digits != 2};
	for (size_t i = 0; i < SHOW_CONVENTIONS; i++)
		ret[i] = words[i][second[i]];
	ret[SHOW_CONVENTIONS] = none;
}

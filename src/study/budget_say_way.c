/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How distributions were propagated and why so, what came out, and what it says of the first order. The Chinese
 * words are those of JJF 1059.2-2012. */
#include <string.h>

#include "study/budget_show.h"

static const struct zhun_budget_text none = {{NULL, NULL}};

/* ---- the way ---- */

static const struct zhun_budget_text ways[] = {
	[ZHUN_BY_CONVOLUTION] = {{"by numerical convolution, as the model is linear in the inputs that vary",
				  "模型对变化的输入量为线性，采用数值卷积"}},
	[ZHUN_BY_QUANTILES] = {{"by the quantiles of the one input that varies, in which the model rises or falls "
				"throughout",
				"仅一个输入量变化且模型对其单调，采用分位数变换"}},
	[ZHUN_BY_QUADRATURE] = {{"by quadrature over the two inputs that vary, in one of which the model rises or "
				 "falls throughout",
				 "两个输入量变化且模型对其中之一单调，采用数值积分"}},
};

/* the reasons that propagation.c gives */
static const struct {
	const char *reason;
	struct zhun_budget_text text;
} reasons[] = {
	{">2", {{"it is not linear, and more than two inputs vary", "模型非线性且变化的输入量多于两个"}}},
	{"r", {{"it is not linear, and an input that varies is correlated", "模型非线性且变化的输入量相关"}}},
	{"joint", {{"readings taken together are drawn as a multivariate t", "同时测得的读数按多元 t 分布联合抽样"}}},
	{"many", {{"there are too many inputs and outputs for it", "输入量与输出量过多"}}},
	{"f'", {{"it turns within the range of its one input", "模型在唯一输入量的取值范围内不单调"}}},
	{"∂f", {{"it turns in each of its two inputs", "模型对两个输入量均不单调"}}},
	{"∞", {{"the output has no finite variance", "输出量方差不是有限值"}}},
	{"u", {{"an input has no finite variance", "某输入量方差不是有限值"}}},
	{"tails", {{"the tails of an input are too heavy for a convolution", "某输入量的尾部过重，不宜数值卷积"}}},
	{"poisson", {{"an input counts (Poisson), and its law has no density", "某输入量为计数（泊松分布），没有概率密度"}}},
	{"binomial", {{"an input counts (binomial), and its law has no density", "某输入量为计数（二项分布），没有概率密度"}}},
	{"p", {{"the interval has no finite ends for this probability", "该包含概率下区间端点不是有限值"}}},
};

static struct zhun_budget_text reason_of(const char *why)
{
	for (size_t i = 0; i < ZHUN_COUNT(reasons); i++)
		if (zhun_str_equal(reasons[i].reason, why))
			return reasons[i].text;
	return (struct zhun_budget_text){{why, why}};
}

struct zhun_budget_text say_way(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	if (f->direct) {
		const struct zhun_budget_text *way = &ways[f->direct->way];
		return (struct zhun_budget_text){
			{zhun_printf(a, "Distributions were propagated without sampling, %s.", way->by[ZHUN_EN]),
			 zhun_printf(a, "各分布未经抽样即完成传递：%s。", way->by[ZHUN_ZH])}};
	}
	if (!f->why_not)
		return none;
	const struct zhun_budget_text why = reason_of(f->why_not);
	return (struct zhun_budget_text){
		{zhun_printf(a, "The model cannot be propagated without sampling: %s. %s", why.by[ZHUN_EN],
			     f->mc ? "So Monte Carlo was used." : "Ask for draws of Monte Carlo."),
		 zhun_printf(a, "该模型不能不经抽样传递：%s。%s", why.by[ZHUN_ZH],
			     f->mc ? "因此采用蒙特卡洛法。" : "请指定蒙特卡洛法的抽样次数。")}};
}

const char *say_way_name(const struct zhun_budget_figure *f)
{
	static const char *const names[] = {[ZHUN_BY_CONVOLUTION] = "convolution",
					    [ZHUN_BY_QUANTILES] = "quantiles",
					    [ZHUN_BY_QUADRATURE] = "quadrature"};
	if (f->direct)
		return names[f->direct->way];
	return !f->mc ? "none" : f->mc->adapted ? "adaptive_monte_carlo" : "monte_carlo";
}

struct zhun_budget_text say_adapted(struct zhun_arena *a, const struct zhun_budget_result *r,
				    const struct zhun_budget_figure *f)
{
	char delta[SHOW_QUANTITY];
	const struct zhun_budget_procedure *p = &r->budget->procedure;
	const struct zhun_budget_adapted *d = f->mc ? f->mc->adapted : NULL;
	if (!d)
		return none;
	show_quantity_digits(d->tolerance, 2, &f->output->unit.shown, delta);
	return (struct zhun_budget_text){
		{zhun_printf(a, "Adaptive procedure (JCGM 101 7.9), %d digits of u, %s%s: %s after %zu sequences of "
				"%zu draws.%s",
			     p->digits, p->validating ? "δ/5 = " : "δ = ", delta,
			     d->stable ? "stable" : "not yet stable", d->sequences, d->length,
			     p->two_stage ? " Their number was fixed after the first ten." : ""),
		 zhun_printf(a, "自适应蒙特卡洛法（JJF 1059.2），u 取 %d 位有效数字，%s%s：%zu 组、每组 %zu 次抽样后%s。%s",
			     p->digits, p->validating ? "δ/5 = " : "δ = ", delta, d->sequences, d->length,
			     d->stable ? "达到稳定" : "仍未稳定",
			     p->two_stage ? "组数在前十组之后一次确定。" : "")}};
}

/* ---- what came out ---- */

/* In the places that the result is reported to. */
static void show_rounded(double x, const struct zhun_budget_figure *f, char out[SHOW_QUANTITY])
{
	const struct zhun_decimal d = zhun_decimal_of(x), r = zhun_decimal_round(&d, f->rounded_U.exponent);
	show_quantity(f->U > 0 ? &r : &d, &f->output->unit.shown, out);
}

static struct zhun_budget_text say_figures(struct zhun_arena *a, const struct zhun_budget_figure *f,
					   const double figures[4], double p)
{
	char value[SHOW_QUANTITY], u[SHOW_QUANTITY], low[SHOW_QUANTITY], high[SHOW_QUANTITY], part[SHOW_NUMBER];
	show_rounded(figures[0], f, value);
	show_quantity_digits(figures[1], 2, &f->output->unit.shown, u);
	show_rounded(figures[2], f, low);
	show_rounded(figures[3], f, high);
	show_percent(p, 2, part);
	return (struct zhun_budget_text){
		{zhun_printf(a, "%s = %s, u = %s; coverage interval for %s: [%s, %s].", f->output->name, value, u, part,
			     low, high),
		 zhun_printf(a, "%s = %s，u = %s；包含概率 %s 的区间为 [%s，%s]。", f->output->name, value, u, part, low,
			     high)}};
}

struct zhun_budget_text say_interval(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_mc *m = f->mc;
	const struct zhun_budget_direct *d = f->direct;
	if (d)
		return say_figures(a, f, (const double[]){d->mean, d->u, d->low, d->high}, d->p);
	if (!m)
		return none;
	const struct zhun_budget_text said =
		say_figures(a, f, (const double[]){m->mean, m->u, m->low.at, m->high.at}, m->p);
	if (!said.by[ZHUN_EN] || !said.by[ZHUN_ZH])
		return none;
	return (struct zhun_budget_text){
		{zhun_printf(a, "%zu draws (seed %llu): %s", m->draws, (unsigned long long)m->seed, said.by[ZHUN_EN]),
		 zhun_printf(a, "抽样 %zu 次（种子 %llu）：%s", m->draws, (unsigned long long)m->seed,
			     said.by[ZHUN_ZH])}};
}

/* ---- the first order beside it ---- */

/* What is said of the first order, by verdict; who says so stands before, differences and δ between. */
static const struct {
	const char *before[2], *between[2], *after[2];
} comparisons[] = {
	[ZHUN_MC_CONFIRMED] =
		{{" confirms the first order: the ends of the two intervals differ by ",
		  "验证了 GUM 法：两区间端点之差为 "},
		 {", no more than δ = ", "，不大于 δ = "},
		 {" (JCGM 101 clause 8).", "（JJF 1059.2）。"}},
	[ZHUN_MC_NOT_CONFIRMED] =
		{{" does not confirm the first order: the ends of the two intervals differ by ",
		  "未能验证 GUM 法：两区间端点之差为 "},
		 {", more than δ = ", "，大于 δ = "},
		 {" (JCGM 101 clause 8). Report the interval it gives.", "（JJF 1059.2）。应报告其所得区间。"}},
	[ZHUN_MC_UNDECIDED] =
		{{" does not decide with these draws whether the first order holds: the ends of the two intervals "
		  "differ by ",
		  "以该抽样次数不足以判定 GUM 法是否成立：两区间端点之差为 "},
		 {", too near to δ = ", "，过于接近 δ = "},
		 {" (JCGM 101 clause 8). Take more.", "（JJF 1059.2）。请增加抽样次数。"}},
};

struct zhun_budget_text say_comparison(struct zhun_arena *a, const struct zhun_budget_figure *f)
{
	static const char *const and[] = {" and ", " 和 "}, *const sampled[] = {"Monte Carlo", "蒙特卡洛法"},
				 *const direct[] = {"The propagation of distributions", "分布传播"};
	char delta[SHOW_QUANTITY], low[SHOW_QUANTITY], high[SHOW_QUANTITY];
	const struct zhun_unit *unit = &f->output->unit.shown;
	struct zhun_budget_text said = none;
	if (!f->mc && !f->direct)
		return none;
	const struct zhun_budget_comparison *c = f->direct ? &f->direct->first_order : &f->mc->first_order;
	show_quantity_digits(c->tolerance, 1, unit, delta);
	show_quantity_digits(c->d_low, 2, unit, low);
	show_quantity_digits(c->d_high, 2, unit, high);
	for (size_t l = 0; l < 2; l++)
		said.by[l] = zhun_printf(a, "%s%s%s%s%s%s%s%s", f->direct ? direct[l] : sampled[l],
					 comparisons[c->verdict].before[l], low, and[l], high,
					 comparisons[c->verdict].between[l], delta, comparisons[c->verdict].after[l]);
	return said;
}

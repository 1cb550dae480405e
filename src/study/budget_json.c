/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result for programs: figures as numbers, beside each the text that people read. */
#include <math.h>

#include "codec/json.h"
#include "study/budget_show.h"

struct writer {
	struct zhun_json_writer w;
	struct zhun_arena *a;
	bool failed;
};

static void member_both(struct writer *w, const char *name, struct zhun_budget_text t)
{
	if (!t.by[ZHUN_EN] || !t.by[ZHUN_ZH]) {
		zhun_json_member_null(&w->w, name);
		return;
	}
	zhun_json_member_object(&w->w, name);
	zhun_json_member_string(&w->w, "en", t.by[ZHUN_EN]);
	zhun_json_member_string(&w->w, "zh", t.by[ZHUN_ZH]);
	zhun_json_end_object(&w->w);
}

static void member_quantity(struct writer *w, const char *name, const struct zhun_decimal *d,
			    const struct zhun_unit *unit)
{
	char text[SHOW_QUANTITY];
	show_quantity(d, unit, text);
	zhun_json_member_string(&w->w, name, text);
}

static void member_digits(struct writer *w, const char *name, double x, int digits,
			  const struct zhun_unit *unit)
{
	char text[SHOW_QUANTITY];
	show_quantity_digits(x, digits, unit, text);
	zhun_json_member_string(&w->w, name, text);
}

static void member_dof(struct writer *w, const char *name, const char *text_name, double dof)
{
	char text[SHOW_NUMBER];
	show_dof(dof, text);
	zhun_json_member_real(&w->w, name, dof); /* null: infinite */
	zhun_json_member_string(&w->w, text_name, text);
}

static void member_unit(struct writer *w, const struct zhun_unit *unit)
{
	char text[ZHUN_UNIT_TEXT];
	(void)zhun_unit_canonical(unit, text);
	zhun_json_member_string(&w->w, "unit", text);
	(void)zhun_unit_typeset(unit, text);
	zhun_json_member_string(&w->w, "unit_text", text);
}

static void write_line(struct writer *w, const struct zhun_budget_result *r, const struct zhun_budget_line *l,
		       const struct zhun_budget_output *o)
{
	const struct zhun_budget_input *in = &r->budget->inputs[l->row->input];
	const struct show_line *s = show_line(w->a, l, o);
	if (!s) {
		w->failed = true;
		return;
	}
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "name", l->row->name);
	zhun_json_member_string(&w->w, "input", in->name);
	member_both(w, "title", l->row->title.by[0] ? l->row->title : in->title);
	zhun_json_member_real(&w->w, "value", l->value);
	zhun_json_member_string(&w->w, "value_text", s->value);
	zhun_json_member_real(&w->w, "u", l->u);
	zhun_json_member_string(&w->w, "u_text", s->u);
	member_unit(w, &l->unit);
	zhun_json_member_string(&w->w, "distribution",
				zhun_distribution_row(l->row->distribution.kind)->name);
	member_both(w, "distribution_text", s->distribution);
	zhun_json_member_string(&w->w, "how", l->row->how);
	member_both(w, "how_text", s->how);
	zhun_json_member_string(&w->w, "certificate",
				l->row->certificate ? l->row->certificate : in->certificate);
	member_dof(w, "dof", "dof_text", l->dof);
	zhun_json_member_real(&w->w, "sensitivity", l->sensitivity);
	zhun_json_member_string(&w->w, "sensitivity_text", s->sensitivity);
	zhun_json_member_real(&w->w, "contribution", l->contribution);
	zhun_json_member_string(&w->w, "contribution_text", s->contribution);
	zhun_json_member_real(&w->w, "share", l->share);
	zhun_json_member_string(&w->w, "share_text", s->share);
	zhun_json_end_object(&w->w);
}

static void write_table(struct writer *w, const struct zhun_budget_result *r,
			const struct zhun_budget_figure *f)
{
	char share[SHOW_NUMBER];
	zhun_json_member_array(&w->w, "table");
	for (size_t i = 0; i < r->budget->row_count; i++)
		write_line(w, r, &f->lines[i], f->output);
	zhun_json_end_array(&w->w);
	zhun_json_member_array(&w->w, "correlations");
	for (size_t i = 0; i < f->term_count; i++) {
		const struct zhun_budget_term *t = &f->terms[i];
		zhun_json_begin_object(&w->w);
		zhun_json_member_string(&w->w, "a", r->budget->rows[t->of->a].name);
		zhun_json_member_string(&w->w, "b", r->budget->rows[t->of->b].name);
		zhun_json_member_real(&w->w, "r", t->of->r);
		show_places(t->of->r, 3, share);
		zhun_json_member_string(&w->w, "r_text", share);
		zhun_json_member_bool(&w->w, "from_readings", t->of->group > 0);
		zhun_json_member_real(&w->w, "term", t->term);
		zhun_json_member_real(&w->w, "share", t->share);
		show_percent(t->share, 1, share);
		zhun_json_member_string(&w->w, "share_text", share);
		zhun_json_end_object(&w->w);
	}
	zhun_json_end_array(&w->w);
}

static void write_rounded(struct writer *w, const struct zhun_budget_figure *f)
{
	const struct zhun_unit *unit = &f->output->unit.shown;
	zhun_json_member_object(&w->w, "rounded");
	member_quantity(w, "value", &f->rounded_value, unit);
	member_quantity(w, "u", &f->rounded_u, unit);
	member_quantity(w, "U", &f->rounded_U, unit);
	zhun_json_end_object(&w->w);
	member_both(w, "statement", say_result(w->a, f));
}

static void write_second(struct writer *w, const struct zhun_budget_figure *f)
{
	if (!f->has_second) {
		zhun_json_member_null(&w->w, "second_order");
		return;
	}
	zhun_json_member_object(&w->w, "second_order");
	zhun_json_member_real(&w->w, "value", f->second.value);
	zhun_json_member_real(&w->w, "u", f->second.u);
	zhun_json_member_bool(&w->w, "matters", f->second.matters || f->second.flat);
	member_both(w, "warning", say_second(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_histogram(struct writer *w, const struct zhun_budget_mc *m)
{
	zhun_json_member_object(&w->w, "histogram");
	zhun_json_member_real(&w->w, "from", m->from);
	zhun_json_member_real(&w->w, "width", m->width);
	zhun_json_member_array(&w->w, "counts");
	for (size_t i = 0; i < ZHUN_BUDGET_BINS; i++)
		zhun_json_int(&w->w, (int64_t)m->bin[i]);
	zhun_json_end_array(&w->w);
	zhun_json_member_int(&w->w, "outside", (int64_t)m->outside);
	zhun_json_member_int(&w->w, "draws", (int64_t)m->binned);
	zhun_json_end_object(&w->w);
}

/* "low" and the interval that holds the true quantile with a probability of 95 %: "low_from", "low_to". */
static void write_end(struct writer *w, const char *name, const struct zhun_mc_end *e)
{
	char part[16];
	zhun_json_member_real(&w->w, name, e->at);
	(void)snprintf(part, sizeof part, "%s_from", name);
	zhun_json_member_real(&w->w, part, e->from);
	(void)snprintf(part, sizeof part, "%s_to", name);
	zhun_json_member_real(&w->w, part, e->to);
}

/* "low_text": an end in the places that the result is reported to */
static void member_end(struct writer *w, const char *name, double at, const struct zhun_budget_figure *f)
{
	const struct zhun_decimal d = zhun_decimal_of(at), r = zhun_decimal_round(&d, f->rounded_U.exponent);
	member_quantity(w, name, &r, &f->output->unit.shown);
}

/* What Monte Carlo and propagation without sampling have in common. */
static void write_propagated(struct writer *w, const struct zhun_budget_result *r,
			     const struct zhun_budget_figure *f, double value, double u, double p)
{
	zhun_json_member_real(&w->w, "value", value);
	zhun_json_member_real(&w->w, "u", u);
	member_digits(w, "u_text", u, 3, &f->output->unit.shown);
	zhun_json_member_real(&w->w, "p", p);
	zhun_json_member_string(&w->w, "interval",
				r->budget->conventions.shortest ? "shortest" : "symmetric");
}

static void write_comparison(struct writer *w, const struct zhun_budget_figure *f,
			     const struct zhun_budget_comparison *c)
{
	static const char *const verdicts[] = {"confirmed", "not_confirmed", "undecided"};
	zhun_json_member_real(&w->w, "tolerance", c->tolerance);
	zhun_json_member_real(&w->w, "d_low", c->d_low);
	zhun_json_member_real(&w->w, "d_high", c->d_high);
	zhun_json_member_bool(&w->w, "confirms", c->verdict == ZHUN_MC_CONFIRMED);
	zhun_json_member_string(&w->w, "verdict", verdicts[c->verdict]);
	member_both(w, "comparison", say_comparison(w->a, f));
}

static void write_adapted(struct writer *w, const struct zhun_budget_result *r, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_procedure *p = &r->budget->procedure;
	const struct zhun_budget_adapted *d = f->mc->adapted;
	if (!d) {
		zhun_json_member_null(&w->w, "adaptive");
		return;
	}
	zhun_json_member_object(&w->w, "adaptive");
	zhun_json_member_int(&w->w, "digits", p->digits);
	zhun_json_member_bool(&w->w, "validating", p->validating);
	zhun_json_member_string(&w->w, "method", p->two_stage ? "two_stage" : "each_sequence");
	zhun_json_member_int(&w->w, "sequences", (int64_t)d->sequences);
	zhun_json_member_int(&w->w, "length", (int64_t)d->length);
	zhun_json_member_real(&w->w, "tolerance", d->tolerance);
	zhun_json_member_real(&w->w, "spread_value", d->spread.mean);
	zhun_json_member_real(&w->w, "spread_u", d->spread.u);
	zhun_json_member_real(&w->w, "spread_low", d->spread.low);
	zhun_json_member_real(&w->w, "spread_high", d->spread.high);
	zhun_json_member_bool(&w->w, "stable", d->stable);
	member_both(w, "statement", say_adapted(w->a, r, f));
	zhun_json_end_object(&w->w);
}

static void write_mc(struct writer *w, const struct zhun_budget_result *r, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_mc *m = f->mc;
	if (!m) {
		zhun_json_member_null(&w->w, "monte_carlo");
		return;
	}
	zhun_json_member_object(&w->w, "monte_carlo");
	zhun_json_member_int(&w->w, "draws", (int64_t)m->draws);
	zhun_json_member_string(&w->w, "seed", zhun_printf(w->a, "%llu", (unsigned long long)m->seed));
	write_propagated(w, r, f, m->mean, m->u, m->p);
	write_end(w, "low", &m->low);
	write_end(w, "high", &m->high);
	zhun_json_member_bool(&w->w, "exact", m->exact);
	member_end(w, "low_text", m->low.at, f);
	member_end(w, "high_text", m->high.at, f);
	write_comparison(w, f, &m->first_order);
	write_adapted(w, r, f);
	write_histogram(w, m);
	zhun_json_end_object(&w->w);
}

static void write_direct(struct writer *w, const struct zhun_budget_result *r, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_direct *d = f->direct;
	if (!d) {
		zhun_json_member_null(&w->w, "without_sampling");
		return;
	}
	zhun_json_member_object(&w->w, "without_sampling");
	write_propagated(w, r, f, d->mean, d->u, d->p);
	zhun_json_member_real(&w->w, "low", d->low);
	zhun_json_member_real(&w->w, "high", d->high);
	member_end(w, "low_text", d->low, f);
	member_end(w, "high_text", d->high, f);
	write_comparison(w, f, &d->first_order);
	zhun_json_end_object(&w->w);
}

/* Which way was gone, and why not another. */
static void write_way(struct writer *w, const struct zhun_budget_figure *f)
{
	zhun_json_member_object(&w->w, "propagation");
	zhun_json_member_string(&w->w, "way", say_way_name(f));
	member_both(w, "statement", say_way(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_decision(struct writer *w, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_decision *d = f->decision;
	if (!d) {
		zhun_json_member_null(&w->w, "decision");
		return;
	}
	zhun_json_member_object(&w->w, "decision");
	zhun_json_member_string(&w->w, "verdict", zhun_decision_name(d->verdict));
	zhun_json_member_real(&w->w, "low", f->output->tolerance.low); /* null: no limit */
	zhun_json_member_real(&w->w, "high", f->output->tolerance.high);
	zhun_json_member_real(&w->w, "acceptance_low", d->acceptance.low);
	zhun_json_member_real(&w->w, "acceptance_high", d->acceptance.high);
	zhun_json_member_real(&w->w, "conformance", d->conformance);
	member_both(w, "verdict_text", say_verdict(d->verdict));
	member_both(w, "statement", say_decision(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_target(struct writer *w, const struct zhun_budget_figure *f)
{
	if (!(f->output->target > 0)) {
		zhun_json_member_null(&w->w, "target");
		return;
	}
	zhun_json_member_object(&w->w, "target");
	zhun_json_member_real(&w->w, "U", f->output->target);
	zhun_json_member_bool(&w->w, "met", f->meets_target);
	member_both(w, "statement", say_target(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_reverse(struct writer *w, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_reverse *r = f->reverse;
	if (!r) {
		zhun_json_member_null(&w->w, "reverse");
		return;
	}
	zhun_json_member_object(&w->w, "reverse");
	zhun_json_member_string(&w->w, "input", r->input);
	zhun_json_member_real(&w->w, "target", r->target);
	zhun_json_member_real(&w->w, "u_now", r->u_now);
	zhun_json_member_real(&w->w, "u_most", r->u_most);
	member_unit(w, &r->unit->shown);
	zhun_json_member_real(&w->w, "U_without", r->U_without);
	member_both(w, "statement", say_reverse(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_what_if(struct writer *w, const struct zhun_budget_figure *f)
{
	const struct zhun_budget_what_if *i = f->what_if;
	if (!i) {
		zhun_json_member_null(&w->w, "what_if");
		return;
	}
	zhun_json_member_object(&w->w, "what_if");
	zhun_json_member_string(&w->w, "input", i->input);
	zhun_json_member_real(&w->w, "u_now", i->u_now);
	zhun_json_member_real(&w->w, "u_then", i->u_then);
	member_unit(w, &i->unit->shown);
	zhun_json_member_real(&w->w, "u", i->u);
	member_dof(w, "dof", "dof_text", i->dof);
	zhun_json_member_real(&w->w, "k", i->k);
	zhun_json_member_real(&w->w, "U", i->U);
	zhun_json_member_real(&w->w, "change", i->change);
	member_both(w, "statement", say_what_if(w->a, f));
	zhun_json_end_object(&w->w);
}

static void write_expanded(struct writer *w, const struct zhun_budget_figure *f)
{
	zhun_json_member_real(&w->w, "value", f->value);
	zhun_json_member_real(&w->w, "u", f->u);
	member_dof(w, "dof", "dof_text", f->dof);
	zhun_json_member_real(&w->w, "dof_used", f->dof_used);
	zhun_json_member_real(&w->w, "k", f->k);
	zhun_json_member_real(&w->w, "p", f->p);
	zhun_json_member_real(&w->w, "U", f->U);
	zhun_json_member_real(&w->w, "relative_U", f->has_relative ? f->relative : HUGE_VAL);
}

static void write_figure(struct writer *w, const struct zhun_budget_result *r,
			 const struct zhun_budget_figure *f)
{
	const struct zhun_budget_output *o = f->output;
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "name", o->name);
	zhun_json_member_string(&w->w, "expression", o->expression);
	member_both(w, "title", o->title);
	member_unit(w, &o->unit.shown);
	write_expanded(w, f);
	write_rounded(w, f);
	write_table(w, r, f);
	write_second(w, f);
	write_way(w, f);
	write_direct(w, r, f);
	write_mc(w, r, f);
	write_decision(w, f);
	write_target(w, f);
	write_reverse(w, f);
	write_what_if(w, f);
	zhun_json_end_object(&w->w);
}

static void write_conventions(struct writer *w, const struct zhun_budget_conventions *c)
{
	struct zhun_budget_text said[SHOW_CONVENTIONS + 1];
	say_conventions(c, said);
	zhun_json_member_object(&w->w, "conventions");
	zhun_json_member_string(&w->w, "dof", c->exact_dof ? "exact" : "truncated");
	zhun_json_member_string(&w->w, "rounding", c->five_percent ? "five_percent" : "nearest");
	zhun_json_member_string(&w->w, "interval", c->shortest ? "shortest" : "symmetric");
	zhun_json_member_string(&w->w, "correlation", c->nearest ? "nearest" : "repair");
	zhun_json_member_string(&w->w, "units", c->as_written ? "as_written" : "coherent");
	zhun_json_member_int(&w->w, "digits", c->digits);
	zhun_json_member_array(&w->w, "statements");
	for (size_t i = 0; said[i].by[0]; i++) {
		zhun_json_begin_object(&w->w);
		zhun_json_member_string(&w->w, "en", said[i].by[ZHUN_EN]);
		zhun_json_member_string(&w->w, "zh", said[i].by[ZHUN_ZH]);
		zhun_json_end_object(&w->w);
	}
	zhun_json_end_array(&w->w);
	zhun_json_end_object(&w->w);
}

static void write_repair(struct writer *w, const struct zhun_budget *b)
{
	if (!b->repair) {
		zhun_json_member_null(&w->w, "correlation_repair");
		return;
	}
	zhun_json_member_object(&w->w, "correlation_repair");
	zhun_json_member_string(&w->w, "method", b->repair->nearest ? "nearest" : "repair");
	zhun_json_member_real(&w->w, "smallest", b->repair->smallest);
	zhun_json_member_real(&w->w, "moved", b->repair->moved);
	member_both(w, "statement", say_repair(w->a, b->repair));
	zhun_json_end_object(&w->w);
}

enum zhun_code zhun_budget_json(struct zhun_arena *a, const struct zhun_budget_result *r,
				struct zhun_text *out, struct zhun_error *err)
{
	struct writer w = {.a = a};
	const char *text;
	zhun_json_init(&w.w, out);
	zhun_json_begin_object(&w.w);
	member_both(&w, "title", r->budget->title);
	member_both(&w, "note", r->budget->note);
	write_conventions(&w, &r->budget->conventions);
	write_repair(&w, r->budget);
	zhun_json_member_array(&w.w, "outputs");
	for (size_t i = 0; i < r->count; i++)
		write_figure(&w, r, &r->figures[i]);
	zhun_json_end_array(&w.w);
	zhun_json_end_object(&w.w);
	return w.failed ? zhun_no_memory(a, err) : zhun_text_done(out, &text, err);
}

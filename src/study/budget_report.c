/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report: what is measured and how, the quantities, the table, the result, what supports it, and the
 * places to sign (JJF 1059.1-2012 5.2; ISO/IEC 17025:2017 7.6). */
#include "study/budget_report.h"

#include <math.h>
#include <string.h>

#include "codec/hash.h"

enum { BLOCKS = 16, BLOCKS_PER_OUTPUT = 24 };

struct report {
	struct zhun_arena *a;
	const struct zhun_budget_result *r;
	enum zhun_language language;
	struct zhun_print_block *blocks;
	size_t count, room;
	bool failed;
};

static const char *say(const struct report *p, const char *en, const char *zh)
{
	return p->language == ZHUN_ZH ? zh : en;
}

static const char *by(const struct report *p, struct zhun_budget_text t)
{
	return t.by[p->language];
}

static void block(struct report *p, struct zhun_print_block b)
{
	bool empty = !b.text && !b.table && !b.drawing && !b.sign[0];
	if (empty || p->count == p->room)
		p->failed = true;
	else
		p->blocks[p->count++] = b;
}

/* A sentence as it is, where there is one. */
static void sentence(struct report *p, enum zhun_print_kind kind, struct zhun_budget_text t)
{
	if (by(p, t))
		block(p, (struct zhun_print_block){.kind = kind, .text = zhun_print_escape(p->a, by(p, t))});
}

static void heading(struct report *p, const char *en, const char *zh)
{
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_HEADING, .text = say(p, en, zh)});
}

static const char *escaped(struct report *p, const char *s)
{
	const char *out = zhun_print_escape(p->a, s ? s : "");
	p->failed = p->failed || !out;
	return out;
}

/* ---- head ---- */

struct particular {
	const struct zhun_budget_text *text;
	const char *en, *zh;
};

static void add_particulars(struct report *p)
{
	const struct zhun_budget_particulars *of = &p->r->budget->particulars;
	const struct particular all[] = {
		{&of->laboratory, "Laboratory", "实验室"},
		{&of->item, "Item", "被测对象"},
		{&of->method, "Method", "测量方法"},
		{&of->number, "Number", "编号"},
		{&of->date, "Date", "日期"},
	};
	struct zhun_text t;
	const char *s = NULL;
	zhun_text_init(&t, p->a, 1 << 16);
	for (size_t i = 0; i < ZHUN_COUNT(all); i++)
		if (by(p, *all[i].text))
			zhun_text_addf(&t, "%s%s%s <b>%s</b>", t.len ? " " : "", say(p, all[i].en, all[i].zh),
				       say(p, ":", "："), escaped(p, by(p, *all[i].text)));
	if (t.len && !zhun_text_done(&t, &s, NULL))
		block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_PARAGRAPH, .text = s});
}

static const char *title_of(const struct report *p)
{
	const char *title = by(p, p->r->budget->title);
	return title ? title : say(p, "Uncertainty budget", "测量不确定度评定");
}

static void add_head(struct report *p)
{
	const struct zhun_budget_result *r = p->r;
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_TITLE, .text = escaped(p, title_of(p))});
	block(p, (struct zhun_print_block){
			 .kind = ZHUN_PRINT_SMALL,
			 .text = say(p, "Evaluation of measurement uncertainty", "测量不确定度评定报告")});
	add_particulars(p);
	sentence(p, ZHUN_PRINT_PARAGRAPH, r->budget->note);
}

/* ---- model ---- */

static void add_formula(struct report *p, const char *name, const char *expression)
{
	const char *symbol = symbol_markup(p->a, name), *formula = symbol_formula(p->a, expression);
	block(p, (struct zhun_print_block){
			 .kind = ZHUN_PRINT_FORMULA,
			 .text = symbol && formula ? zhun_printf(p->a, "%s = %s", symbol, formula) : NULL});
}

static void add_model(struct report *p)
{
	const struct zhun_budget *b = p->r->budget;
	heading(p, "Measurement model", "测量模型");
	for (size_t i = 0; i < b->step_count; i++)
		add_formula(p, b->steps[i].name, b->steps[i].text);
	for (size_t i = 0; i < b->output_count; i++)
		add_formula(p, b->outputs[i].name, b->outputs[i].expression);
}

/* ---- quantities ---- */

static const char *source_of(struct report *p, const struct zhun_budget_row *row,
			     const struct zhun_budget_input *in, const struct show_line *s)
{
	const char *certificate = row->certificate ? row->certificate : in->certificate, *how = by(p, s->how);
	if (row->readings.count)
		return zhun_printf(p->a, "%s, n = %zu", say(p, "type A", "A 类"), row->readings.count);
	if (!*row->how)
		return by(p, s->distribution);
	return zhun_printf(p->a, "%s, %s%s%s", say(p, "type B", "B 类"), *how ? how : by(p, s->distribution),
			   certificate ? " " : "", certificate ? escaped(p, certificate) : "");
}

static bool fill_quantity(struct report *p, const struct zhun_budget_figure *f, size_t i, const char **cells)
{
	const struct zhun_budget_line *l = &f->lines[i];
	const struct zhun_budget_input *in = &p->r->budget->inputs[l->row->input];
	const struct show_line *s = show_line(p->a, l, f->output);
	const char *title = by(p, l->row->title);
	if (!s)
		return false;
	if (!title || (i == in->first && by(p, in->title) && in->count > 1))
		title = title ? zhun_printf(p->a, "%s: %s", by(p, in->title), title) : by(p, in->title);
	cells[0] = symbol_markup(p->a, l->row->name);
	cells[1] = escaped(p, title);
	cells[2] = source_of(p, l->row, in, s);
	return cells[0] && cells[1] && cells[2];
}

static struct zhun_print_table *new_table(struct report *p, size_t columns, size_t rows,
					  const char ***ret_cells)
{
	struct zhun_print_table *t = ZHUN_NEW(p->a, struct zhun_print_table);
	*ret_cells = ZHUN_NEW_ARRAY(p->a, columns * rows + 1, const char *);
	if (!t || !*ret_cells) {
		p->failed = true;
		return NULL;
	}
	t->columns = columns;
	t->rows = rows;
	t->cell = *ret_cells;
	return t;
}

static void add_quantities(struct report *p)
{
	const char **cells = NULL;
	size_t n = p->r->budget->row_count;
	struct zhun_print_table *t = new_table(p, 3, n, &cells);
	if (!t)
		return;
	t->head[0] = say(p, "Symbol", "符号");
	t->head[1] = say(p, "Quantity", "量");
	t->head[2] = say(p, "Evaluated from", "评定依据");
	for (size_t i = 0; i < n; i++)
		p->failed = !fill_quantity(p, &p->r->figures[0], i, cells + 3 * i) || p->failed;
	heading(p, "Input quantities", "输入量");
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_TABLE, .table = t});
}

/* ---- the table ---- */

static void set_heads(const struct report *p, struct zhun_print_table *t)
{
	static const char *const heads[][2] = {
		{"Quantity", "输入量"},
		{"Value", "估计值"},
		{"<i>u</i>(<i>x</i>)", "<i>u</i>(<i>x</i>)"},
		{"Distribution", "概率分布"},
		{"<i>ν</i>", "<i>ν</i>"},
		{"<i>c</i>", "<i>c</i>"},
		{"<i>c</i> ⋅ <i>u</i>(<i>x</i>)", "<i>c</i> ⋅ <i>u</i>(<i>x</i>)"},
		{"Share", "占比"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(heads); i++) {
		t->head[i] = heads[i][p->language];
		t->align[i] = i == 0 ? ZHUN_PRINT_LEFT : i == 3 ? ZHUN_PRINT_CENTRE : ZHUN_PRINT_RIGHT;
	}
}

static bool fill_line(struct report *p, const struct zhun_budget_figure *f, size_t i, const char **cells)
{
	const struct show_line *s = show_line(p->a, &f->lines[i], f->output);
	if (!s)
		return false;
	const char *const all[] = {symbol_markup(p->a, f->lines[i].row->name),
				   s->value,
				   s->u,
				   by(p, s->distribution),
				   s->dof,
				   s->sensitivity,
				   s->contribution,
				   s->share};
	memcpy(cells, all, sizeof all);
	return all[0] != NULL;
}

static void fill_sum(struct report *p, const struct zhun_budget_figure *f, const char **cells)
{
	char value[SHOW_QUANTITY], u[SHOW_QUANTITY], dof[SHOW_NUMBER];
	show_quantity(&f->rounded_value, &f->output->unit.shown, value);
	show_quantity(&f->rounded_u, &f->output->unit.shown, u);
	show_dof(f->dof, dof);
	cells[0] = symbol_markup(p->a, f->output->name);
	cells[1] = zhun_strdup(p->a, value);
	cells[2] = zhun_strdup(p->a, u);
	cells[4] = zhun_strdup(p->a, dof);
	p->failed = p->failed || !cells[0] || !cells[1] || !cells[2] || !cells[4];
}

static void add_table(struct report *p, const struct zhun_budget_figure *f)
{
	enum { COLUMNS = 8 };
	const char **cells = NULL;
	size_t n = p->r->budget->row_count;
	struct zhun_print_table *t = new_table(p, COLUMNS, n + 1, &cells);
	if (!t)
		return;
	set_heads(p, t);
	t->strong = 1;
	for (size_t i = 0; i < n; i++)
		p->failed = !fill_line(p, f, i, cells + COLUMNS * i) || p->failed;
	fill_sum(p, f, cells + COLUMNS * n);
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_TABLE, .table = t});
}

static void add_correlations(struct report *p, const struct zhun_budget_figure *f)
{
	struct zhun_text t;
	const char *s = NULL;
	if (!f->term_count)
		return;
	zhun_text_init(&t, p->a, 1 << 16);
	zhun_text_add(&t, say(p, "Correlation: ", "相关系数："));
	for (size_t i = 0; i < f->term_count; i++) {
		const struct zhun_budget_correlation *c = f->terms[i].of;
		char r[SHOW_NUMBER], share[SHOW_NUMBER];
		const char *a = symbol_markup(p->a, p->r->budget->rows[c->a].name);
		const char *b = symbol_markup(p->a, p->r->budget->rows[c->b].name);
		show_places(c->r, 3, r);
		show_percent(f->terms[i].share, 1, share);
		if (a && b)
			zhun_text_addf(&t, "%s<i>r</i>(%s, %s) = %s (%s)", i ? "; " : "", a, b, r, share);
	}
	if (!zhun_text_done(&t, &s, NULL))
		block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_SMALL, .text = s});
	sentence(p, ZHUN_PRINT_SMALL, say_repair(p->a, p->r->budget->repair));
}

/* ---- result ---- */

/* As say_result, with the symbols set as such. */
static const char *result_markup(struct report *p, const struct zhun_budget_figure *f)
{
	const struct zhun_unit *unit = &f->output->unit.shown;
	char value[SHOW_QUANTITY], U[SHOW_QUANTITY], k[SHOW_NUMBER], share[SHOW_NUMBER], dof[SHOW_NUMBER];
	const char *symbol = symbol_markup(p->a, f->output->name);
	bool by_p = f->output->p > 0 && !(f->output->k > 0);
	show_quantity(&f->rounded_value, unit, value);
	show_quantity(&f->rounded_U, unit, U);
	show_places(f->k, 2, k);
	show_percent(f->p, 2, share);
	show_dof(f->dof_used, dof);
	if (!symbol)
		return NULL;
	if (by_p)
		return zhun_printf(
			p->a,
			"%s = %s, <i>U</i> = %s (<i>k</i> = %s, <i>p</i> = %s, <i>ν</i><sub>eff</sub> = %s)",
			symbol, value, U, k, share, dof);
	return zhun_printf(p->a, "%s = %s, <i>U</i> = %s (<i>k</i> = %s)", symbol, value, U, k);
}

static void add_result(struct report *p, const struct zhun_budget_figure *f)
{
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_RESULT, .text = result_markup(p, f)});
}

/* The propagation of distributions in words: the way and why, what came out, what it says of the first order. */
static void add_propagation(struct report *p, const struct zhun_budget_figure *f)
{
	if (f->direct)
		heading(p, "Propagation of distributions", "分布传播");
	else if (f->mc && f->mc->width > 0)
		heading(p, "Monte Carlo", "蒙特卡洛法");
	else
		return;
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_way(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_adapted(p->a, p->r, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_interval(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_comparison(p->a, f));
}

static void add_charts(struct report *p, const struct zhun_budget_figure *f)
{
	if (f->mc && f->mc->width > 0) {
		block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_DRAWING,
						   .drawing = chart_histogram(p->a, f, p->language)});
		block(p, (struct zhun_print_block){
				 .kind = ZHUN_PRINT_SMALL,
				 .text = say(p,
					     "Bars: draws; curve: normal distribution of the first order. "
					     "Full lines: "
					     "coverage interval of the draws; dashed: y ∓ U.",
					     "柱：抽样结果；曲线：GUM "
					     "法的正态分布。实线：抽样所得包含区间；虚线：y ∓ U。")});
	}
	if (f->u > 0) {
		heading(p, "Contributions to the uncertainty", "不确定度贡献");
		block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_DRAWING,
						   .drawing = chart_tornado(p->a, p->r, f, p->language)});
	}
}

static void add_output(struct report *p, const struct zhun_budget_figure *f)
{
	const char *title = by(p, f->output->title);
	const char *symbol = symbol_markup(p->a, f->output->name);
	const char *shown =
		title ? zhun_printf(p->a, "%s %s", escaped(p, title), symbol ? symbol : "") : symbol;
	block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_HEADING,
					   .text = zhun_printf(p->a, "%s%s",
							       say(p, "Budget: ", "不确定度分量表："),
							       shown ? shown : "")});
	add_table(p, f);
	add_correlations(p, f);
	add_result(p, f);
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_decision(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_target(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_second(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_reverse(p->a, f));
	sentence(p, ZHUN_PRINT_PARAGRAPH, say_what_if(p->a, f));
	add_propagation(p, f);
	add_charts(p, f);
}

/* ---- foot ---- */

static void add_conventions(struct report *p)
{
	struct zhun_budget_text said[SHOW_CONVENTIONS + 1];
	struct zhun_text t;
	const char *s = NULL;
	say_conventions(&p->r->budget->conventions, said);
	zhun_text_init(&t, p->a, 1 << 16);
	zhun_text_add(&t, say(p, "Conventions: ", "约定："));
	for (size_t i = 0; said[i].by[0]; i++)
		zhun_text_addf(&t, "%s%s", i ? say(p, "; ", "；") : "", escaped(p, by(p, said[i])));
	zhun_text_add(&t, say(p, ".", "。"));
	if (!zhun_text_done(&t, &s, NULL))
		block(p, (struct zhun_print_block){.kind = ZHUN_PRINT_SMALL, .text = s});
}

static const char *signer(struct report *p, const char *en, const char *zh, struct zhun_budget_text text)
{
	const char *name = by(p, text);
	return name ? zhun_printf(p->a, "%s%s%s", say(p, en, zh), say(p, ": ", "："), escaped(p, name))
		    : say(p, en, zh);
}

static void add_signatures(struct report *p)
{
	const struct zhun_budget_particulars *s = &p->r->budget->particulars;
	block(p, (struct zhun_print_block){
			 .kind = ZHUN_PRINT_SIGN,
			 .sign = {signer(p, "Evaluated by, date", "评定人、日期", s->evaluated),
				  signer(p, "Checked by, date", "核验人、日期", s->checked),
				  signer(p, "Approved by, date", "批准人、日期", s->approved)}});
}

static enum zhun_code make(struct report *p, const char *sha256, struct zhun_print_document *ret,
			   struct zhun_error *err)
{
	p->room = BLOCKS + p->r->budget->step_count + (BLOCKS_PER_OUTPUT + 1) * p->r->count;
	p->blocks = ZHUN_NEW_ARRAY(p->a, p->room, struct zhun_print_block);
	if (!p->blocks)
		return zhun_no_memory(p->a, err);
	add_head(p);
	add_model(p);
	add_quantities(p);
	for (size_t i = 0; i < p->r->count; i++)
		add_output(p, &p->r->figures[i]);
	add_conventions(p);
	add_signatures(p);
	const char *footer = zhun_printf(p->a, "%s %s SHA-256 %.16s…", escaped(p, title_of(p)),
					 say(p, "budget text", "评定文件"), sha256);
	if (p->failed || !footer)
		return zhun_no_memory(p->a, err);
	*ret = (struct zhun_print_document){.language = p->language,
					    .title = title_of(p),
					    .footer = footer,
					    .date = by(p, p->r->budget->particulars.date),
					    .blocks = p->blocks,
					    .count = p->count};
	return ZHUN_OK;
}

enum zhun_code zhun_budget_report(struct zhun_arena *a, const struct zhun_budget_result *r,
				  const struct zhun_budget_paper *paper, struct zhun_bytes *ret,
				  struct zhun_error *err)
{
	struct report p = {.a = a, .r = r, .language = paper->language};
	struct zhun_print_document d;
	struct zhun_text out;
	const char *html = NULL;
	char sha256[ZHUN_SHA256_TEXT];
	enum zhun_code code = zhun_sha256_hex(paper->text, sha256, err);
	if (!code)
		code = make(&p, sha256, &d, err);
	if (code)
		return code;
	if (paper->pdf)
		return zhun_print_pdf(a, &d, ret, err);
	zhun_text_init(&out, a, 16 * 1024 * 1024);
	zhun_print_html(&d, &out);
	code = zhun_text_done(&out, &html, err);
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)html, out.len};
	return code;
}

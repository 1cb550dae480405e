/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area anova on designs of more than one factor: nested, and two crossed. Inputs: values in
 * the order of the design, the last level fastest, and sizes. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/nested.h"

static enum zhun_code read_sizes(struct zhun_study *s, size_t *sizes, size_t *ret_count, struct zhun_error *err)
{
	const double *x = NULL;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "sizes", &x, &n, err);
	if (!code && (n < 2 || n > ZHUN_NESTED_LEVELS))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/inputs/sizes", "sizes", "2 … 6");
	for (size_t i = 0; i < n && !code; i++) {
		if (!(x[i] >= 1 && x[i] <= STUDY_VALUES && x[i] == floor(x[i])))
			code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/inputs/sizes", "sizes", "1, 2, 3, …");
		else
			sizes[i] = (size_t)x[i];
	}
	*ret_count = n;
	return code;
}

/* ---- a tree: lists in lists, the innermost of readings ---- */

struct tree {
	struct zhun_dd *x;
	size_t *group[ZHUN_NESTED_LEVELS - 1];
	size_t next[ZHUN_NESTED_LEVELS - 1];   /* number of the group that is being read */
	size_t levels, count, room;
};

static size_t depth_of(const struct zhun_json *json)
{
	size_t depth = 0;
	for (; json && json->kind == ZHUN_J_ARRAY && depth <= ZHUN_NESTED_LEVELS; json = json->first)
		depth++;
	return depth;
}

static size_t leaves_of(const struct zhun_json *json, size_t depth)
{
	size_t sum = 0;
	for (const struct zhun_json *v = json->first; v && depth; v = v->next)
		sum += leaves_of(v, depth - 1);
	return depth ? sum : 1;
}

static enum zhun_code add_readings(struct zhun_study *s, const struct zhun_json *json, struct tree *t,
				   struct zhun_error *err)
{
	struct zhun_series x = {0};
	enum zhun_code code = study_series(s, json, &x, err);
	if (code)
		return code;
	if (x.count > t->room - t->count)   /* a series that is generated */
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "tree", "lists of readings");
	memcpy(t->x + t->count, x.x, x.count * sizeof *t->x);
	for (size_t l = 0; l + 1 < t->levels; l++)
		for (size_t i = 0; i < x.count; i++)
			t->group[l][t->count + i] = t->next[l];
	t->count += x.count;
	return ZHUN_OK;
}

static enum zhun_code read_branch(struct zhun_study *s, const struct zhun_json *json, size_t level, struct tree *t,
				  struct zhun_error *err)
{
	size_t i = 0;
	if (level + 1 == t->levels)
		return add_readings(s, json, t, err);
	if (json->kind != ZHUN_J_ARRAY)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "tree", "lists of equal depth");
	for (const struct zhun_json *v = json->first; v; v = v->next, i++) {
		if (read_branch(s, v, level + 1, t, err))
			return zhun_json_within_index(err, i);
		t->next[level]++;
	}
	return ZHUN_OK;
}

static enum zhun_code read_tree(struct zhun_study *s, const struct zhun_json *json, struct zhun_nested_tree *ret,
				struct zhun_error *err)
{
	struct tree t = {.levels = depth_of(json)};
	if (t.levels < 2 || t.levels > ZHUN_NESTED_LEVELS)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "tree", "lists in lists, 2 … 6 deep");
	t.room = leaves_of(json, t.levels);
	if (t.room > STUDY_VALUES)
		return zhun_fail(err, ZHUN_E_STUDY_MANY, "", ZHUN_INT(STUDY_VALUES), "values");
	t.x = ZHUN_NEW_ARRAY(s->arena, t.room + 1, struct zhun_dd);
	bool enough = t.x;
	for (size_t l = 0; l + 1 < t.levels && enough; l++)
		enough = (t.group[l] = ZHUN_NEW_ARRAY(s->arena, t.room + 1, size_t)) != NULL;
	if (!enough)
		return zhun_no_memory(s->arena, err);
	enum zhun_code code = read_branch(s, json, 0, &t, err);
	*ret = (struct zhun_nested_tree){.x = {t.count, t.x}, .levels = t.levels};
	for (size_t l = 0; l + 1 < t.levels; l++)
		ret->group[l] = t.group[l];
	return code;
}

static enum zhun_code analyse_tree(struct zhun_study *s, const struct zhun_json *json, enum zhun_negative negative,
				   struct zhun_nested *ret, struct zhun_error *err)
{
	struct zhun_nested_tree t = {0};
	enum zhun_code code = read_tree(s, json, &t, err);
	t.negative = negative;
	if (!code)
		code = zhun_nested_tree_analyse(&t, ret, err);
	if (!code)
		return ZHUN_OK;
	(void)study_within(err, "tree");
	return study_within(err, "inputs");
}

static enum zhun_code analyse(struct zhun_study *s, const struct zhun_json *args, struct zhun_nested *ret,
			      struct zhun_error *err)
{
	bool zero = study_says(args, "negative", "zero", true);
	struct zhun_nested_design d = {.negative = zero ? ZHUN_NEGATIVE_ZERO : ZHUN_NEGATIVE_KEEP};
	const struct zhun_json *tree = zhun_json_get(s->inputs, "tree");
	if (tree)
		return analyse_tree(s, tree, d.negative, ret, err);
	enum zhun_code code = study_series_of(s, "values", &d.x, err);
	if (!code)
		code = read_sizes(s, d.sizes, &d.levels, err);
	if (!code && zhun_nested_analyse(&d, ret, err))
		code = study_within(err, "inputs");
	return code;
}

static enum zhun_code run_level(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_nested n;
	size_t level = 0;
	enum zhun_code code = analyse(s, args, &n, err);
	if (!code)
		code = study_index(args, "level", n.levels, &level, err);
	if (!code)
		*ret = study_member(s, &n.level[level]);
	return code;
}

static enum zhun_code run_mean(struct zhun_study *s, const struct zhun_json *args, double *ret,
			       struct zhun_error *err)
{
	struct zhun_nested n;
	enum zhun_code code = analyse(s, args, &n, err);
	if (!code)
		*ret = study_member(s, &n);
	return code;
}

static enum zhun_code run_two_way(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	static const struct {
		const char *word;
		size_t offset;
	} terms[] = {{"a", offsetof(struct zhun_two_way, a)},
		     {"b", offsetof(struct zhun_two_way, b)},
		     {"interaction", offsetof(struct zhun_two_way, interaction)},
		     {"residual", offsetof(struct zhun_two_way, residual)}};
	struct zhun_series x = {0};
	struct zhun_two_way t;
	size_t sizes[ZHUN_NESTED_LEVELS], n = 0;
	enum zhun_code code = study_series_of(s, "values", &x, err);
	if (!code)
		code = read_sizes(s, sizes, &n, err);
	if (!code && n > 3)
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/inputs/sizes", "sizes", "a, b, n");
	if (!code && zhun_two_way_analyse(x, sizes[0], sizes[1], n > 2 ? sizes[2] : 1, &t, err))
		code = study_within(err, "inputs");
	for (size_t i = 0; i < ZHUN_COUNT(terms) && !code; i++)
		if (study_is(args, "term", terms[i].word))
			*ret = study_member(s, (const char *)&t + terms[i].offset);
	return code;
}

#define LEVEL(member) run_level, offsetof(struct zhun_nested_level, member)
#define MEAN(member) run_mean, offsetof(struct zhun_nested, member)
#define TERM(member) run_two_way, offsetof(struct zhun_two_way_term, member)
#define OF_LEVEL {{"level", ZHUN_STUDY_WHOLE}, {"negative", ZHUN_STUDY_WORD, "zero|keep", .preset = true}}
#define OF_TERM {{"term", ZHUN_STUDY_WORD, "a|b|interaction|residual"}}
#define SOURCE "JCGM 100:2008 H.5; ISO 5725-3:2023"

const struct zhun_study_op study_ops_nested[] = {
	{"nested.ss", "anova", OF_LEVEL, {"Sum of squares of a level, counted from 1", "某层的平方和，层号从 1 起"}, SOURCE,
	 LEVEL(ss)},
	{"nested.df", "anova", OF_LEVEL, {"Its degrees of freedom", "其自由度"}, SOURCE, LEVEL(df)},
	{"nested.ms", "anova", OF_LEVEL, {"Its mean square", "其均方"}, SOURCE, LEVEL(ms)},
	{"nested.F", "anova", OF_LEVEL,
	 {"Its mean square over that of the level below; of a tree, over what expects the same",
	 "与下一层均方之比；树形数据时与期望相同的均方组合之比"}, SOURCE,
	 LEVEL(F)},
	{"nested.p", "anova", OF_LEVEL, {"Upper-tail probability of that ratio", "该比的上尾概率"}, SOURCE, LEVEL(p)},
	{"nested.variance", "anova", OF_LEVEL, {"Variance that the level adds", "该层的方差分量"}, SOURCE,
	 LEVEL(component)},
	{"nested.variance_dof", "anova", OF_LEVEL, {"Degrees of freedom of that variance (Satterthwaite)",
	 "方差分量的自由度（Satterthwaite）"}, SOURCE, LEVEL(dof)},
	{"nested.mean", "anova", {{0}}, {"Mean of all readings", "全部读数的平均值"}, SOURCE, MEAN(mean)},
	{"nested.u_mean", "anova", {{0}}, {"Its standard uncertainty", "其标准不确定度"}, SOURCE, MEAN(u)},
	{"nested.dof_mean", "anova", {{0}}, {"Degrees of freedom of that", "其自由度"}, SOURCE, MEAN(dof)},
	{"two_way.ss", "anova", OF_TERM, {"Sum of squares of a term of two factors crossed", "两因子交叉设计某项的平方和"},
	 SOURCE, TERM(ss)},
	{"two_way.df", "anova", OF_TERM, {"Its degrees of freedom", "其自由度"}, SOURCE, TERM(df)},
	{"two_way.ms", "anova", OF_TERM, {"Its mean square", "其均方"}, SOURCE, TERM(ms)},
	{"two_way.F", "anova", OF_TERM, {"Its mean square over the residual", "与残差均方之比"}, SOURCE, TERM(F)},
	{"two_way.p", "anova", OF_TERM, {"Upper-tail probability of that ratio", "该比的上尾概率"}, SOURCE, TERM(p)},
	{0},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example studies of data/examples/studies: every expected value by its operation, their values computed
 * with NumPy and SciPy. Every operation of the table has an example, and every word that an argument may hold:
 * examples are how an operation is learnt. Covers what tests/unit/test_study.c covers,
 * and study/ops_type_a.c, study/ops_nested.c, study/ops_weighing.c, study/ops_homogeneity.c,
 * study/ops_laboratory.c, study/ops_correlation.c,
 * study/ops_review.c, study/ops_check.c and study/ops_hotelling.c. Draws are few and the
 * room of mc.* wider in proportion; ZHUN_CASE_DRAWS=10000000 takes the values as they stand. */
#include <stdlib.h>

#include "unit_study.h"

enum { SEEN = 1000 };

static const char folder[] = ZHUN_EXAMPLES "/studies";
static struct zhun_study_options options = {.draws = 100000, .seed = 20261124};

/* "op", and "arg=word", as they were met */
static struct zhun_arena *kept;
static const char *seen[SEEN];
static size_t seen_count;

static bool was_seen(const char *what)
{
	for (size_t i = 0; i < seen_count; i++)
		if (strcmp(seen[i], what) == 0)
			return true;
	return false;
}

static void see(const char *what)
{
	if (!was_seen(what) && CHECK(seen_count < SEEN))
		seen[seen_count++] = what;
}

static void see_ask(const struct zhun_json *e)
{
	const char *op = zhun_json_get_string(e, "op");
	const struct zhun_json *args = zhun_json_get(e, "args");
	see(zhun_strdup(kept, op));
	for (const struct zhun_json *v = args ? args->first : NULL; v; v = v->next)
		if (v->kind == ZHUN_J_STRING)
			see(zhun_printf(kept, "%s=%s", v->name, v->text));
}

static void examples_hold(void)
{
	size_t count = unit_study_folder(folder, &options, see_ask);
	CHECK(count != SIZE_MAX);
	unit_check(count > 500, __FILE__, __LINE__, "%zu values", count);
}

/* docs/guide/measure.md names every operation in code. */
static void the_guide_has_every_operation(void)
{
	char *guide = unit_read_file(ZHUN_EXAMPLES "/../../docs/guide/measure.md", &(size_t){0});
	char word[80];
	if (!CHECK(guide != NULL))
		return;
	for (size_t i = 0; i < zhun_study_tables(); i++)
		for (const struct zhun_study_op *op = zhun_study_ops(i); op->name; op++) {
			(void)snprintf(word, sizeof word, "`%s`", op->name);
			unit_check(strstr(guide, word) != NULL, __FILE__, __LINE__, "%s is not in the guide",
				   op->name);
		}
	free(guide);
}

static void check_guide(const char *path)
{
	static const char fence[] = "```json\n";
	char *guide = unit_read_file(path, &(size_t){0}), *text = guide ? strstr(guide, fence) : NULL;
	char *end = text ? strstr(text + sizeof fence, "```") : NULL;
	struct zhun_arena *a = zhun_arena_open((size_t)1 << 28);
	const struct zhun_json *root = NULL;
	struct zhun_text out;
	struct zhun_error err = {0};
	zhun_text_init(&out, a, 1 << 20);
	if (CHECK(end != NULL)) {
		text += sizeof fence - 1;
		CHECK_CODE(zhun_json_parse(a, text, (size_t)(end - text), &root, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_study_run(a, root, &options, &out, &err), ZHUN_OK, &err);
		CHECK(strstr(out.ptr, "\"value\"") && !strstr(out.ptr, "\"code\""));
	}
	free(guide);
	(void)zhun_arena_close(a);
}

/* The study that the guides show first is answered wholly. */
static void the_guides_study_runs(void)
{
	check_guide(ZHUN_EXAMPLES "/../../docs/guide/measure.md");
	check_guide(ZHUN_EXAMPLES "/../../docs/guide/measure.zh-CN.md");
}

static void check_words(const struct zhun_study_op *op, const struct zhun_study_arg *arg)
{
	char word[80];
	size_t n;
	for (const char *w = arg->words; *w; w += n + (w[n] == '|')) {
		n = strcspn(w, "|");
		(void)snprintf(word, sizeof word, "%s=%.*s", arg->name, (int)n, w);
		bool is_default = arg->preset && w == arg->words;  /* said by saying nothing */
		unit_check(is_default || was_seen(word), __FILE__, __LINE__, "no example of %s of %s", word, op->name);
	}
}

static void everything_has_an_example(void)
{
	for (size_t i = 0; i < zhun_study_tables(); i++)
		for (const struct zhun_study_op *op = zhun_study_ops(i); op->name; op++) {
			unit_check(was_seen(op->name), __FILE__, __LINE__, "no example of %s", op->name);
			for (const struct zhun_study_arg *a = op->args; a->name; a++)
				if (a->kind == ZHUN_STUDY_WORD)
					check_words(op, a);
		}
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"study examples: their values hold", examples_hold},
		{"study examples: everything has one", everything_has_an_example},
		{"study examples: the guide has every operation", the_guide_has_every_operation},
		{"study examples: the guides' study runs", the_guides_study_runs},
	};
	kept = zhun_arena_open(1 << 20);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	(void)zhun_arena_close(kept);
	return status;
}

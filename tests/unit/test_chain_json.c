/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/study/chain.h"

#include <math.h>

#include "codec/json.h"
#include "unit.h"

static struct zhun_arena *arena;

static enum zhun_code read_text(struct zhun_arena *a, const char *s, struct zhun_chain *ret, struct zhun_error *err)
{
	const struct zhun_json *document = NULL;
	enum zhun_code code = zhun_json_parse(a, s, strlen(s), &document, err);
	return code ? code : zhun_chain_read(a, document, ret, err);
}

static const char *write(const struct zhun_chain *c)
{
	struct zhun_text t;
	const char *s = "";
	zhun_text_init(&t, arena, 1 << 20);
	zhun_chain_json(c, &t);
	CHECK(!zhun_text_done(&t, &s, NULL));
	return s;
}

static const char archive[] =
	"{\"influences\":[{\"id\":\"S-1/mass\",\"dof\":8},{\"id\":\"0193-a\",\"group\":\"0193-b\"},"
	"{\"id\":\"0193-b\",\"group\":\"0193-b\"}],"
	"\"correlations\":[{\"a\":\"0193-a\",\"b\":\"0193-b\",\"r\":0.25}],"
	"\"results\":[{\"name\":\"a\",\"value\":10,\"parts\":{\"S-1/mass\":0.3,\"0193-a\":0.04}},"
	"{\"name\":\"b\",\"value\":10.5,\"parts\":{\"S-1/mass\":-0.3,\"0193-b\":0.03}}]}";

static void reads_and_writes(void)
{
	struct zhun_chain c;
	struct zhun_error err;
	CHECK_CODE(read_text(arena, archive, &c, &err), ZHUN_OK, &err);
	CHECK_INT(c.influence_count, 3);
	CHECK(fabs(c.influences[0].dof - 8) <= 0 && fabs(c.influences[1].dof) <= 0);
	CHECK(fabs(zhun_chain_covariance(&c, 0, 1) - (-0.09 + 0.25 * 0.04 * 0.03)) <= 1e-16);
	CHECK_TEXT(write(&c), archive);
}

/* The law: kept and read back, a chain has the same doubles. */
static void comes_back_the_same(void)
{
	unsigned long long state = 23;
	for (int i = 0; i < 500; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		static const char *const ids[] = {"a", "b/…", "c \"q\"", "d"};
		struct zhun_influence f[4];
		double part[2][4];
		struct zhun_chain back;
		struct zhun_error err;
		for (size_t k = 0; k < 4; k++) {
			f[k] = (struct zhun_influence){ids[k], (double)(unit_random(&state) % 9)};
			for (size_t j = 0; j < 2; j++) {
				double digits = (double)(long long)unit_random(&state);
				part[j][k] = ldexp(digits, (int)(unit_random(&state) % 80) - 90);
			}
		}
		const struct zhun_influence_pair pair[] = {{1, 3, (double)(unit_random(&state) % 1000) / 1001}};
		const struct zhun_chain_result r[] = {{"y", part[0][1], part[0]}, {"z", part[1][2], part[1]}};
		const struct zhun_chain c = {f, 4, pair, 1, r, 2};
		CHECK_CODE(read_text(arena, write(&c), &back, &err), ZHUN_OK, &err);
		for (size_t j = 0; j < 2; j++)
			for (size_t k = 0; k < 4; k++)
				CHECK(fabs(back.results[j].part[k] - part[j][k]) <= 0 &&
				      fabs(back.influences[k].dof - f[k].dof) <= 0);
		CHECK(fabs(back.pairs[0].r - pair[0].r) <= 0);
		zhun_arena_rewind(arena, mark);
	}
}

static void refuses_at_its_place(void)
{
	static const struct {
		const char *text;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"[]", ZHUN_E_STUDY_KIND, ""},
		{"{\"colour\":1}", ZHUN_E_STUDY_KEY, "/colour"},
		{"{\"influences\":5}", ZHUN_E_STUDY_KIND, "/influences"},
		{"{\"influences\":[5]}", ZHUN_E_STUDY_KIND, "/influences/0"},
		{"{\"influences\":[{\"dof\":5}]}", ZHUN_E_STUDY_MISSING, "/influences/0"},
		{"{\"influences\":[{\"id\":\"a\",\"group\":\"z\"}]}", ZHUN_E_CHAIN_UNKNOWN, "/influences/0"},
		{"{\"influences\":[{\"id\":\"a\",\"group\":\"b\"},{\"id\":\"b\"}]}", ZHUN_E_CHAIN_NUMBER, ""},
		{"{\"influences\":[{\"id\":\"a\",\"dof\":-5}]}", ZHUN_E_CHAIN_NUMBER, ""},
		{"{\"influences\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", ZHUN_E_CHAIN_ID, ""},
		{"{\"influences\":[{\"id\":\"a\"}],\"correlations\":[{\"a\":\"a\",\"b\":\"z\",\"r\":1}]}",
		 ZHUN_E_CHAIN_UNKNOWN, "/correlations/0"},
		{"{\"influences\":[{\"id\":\"a\"},{\"id\":\"b\"}],"
		 "\"correlations\":[{\"a\":\"b\",\"b\":\"a\",\"r\":2}]}",
		 ZHUN_E_LPU_CORRELATION, ""},
		{"{\"influences\":[{\"id\":\"a\"}],\"results\":[{\"name\":\"y\",\"value\":1,\"parts\":{\"q\":1}}]}",
		 ZHUN_E_CHAIN_UNKNOWN, "/results/0/parts"},
		{"{\"results\":[{\"name\":\"y\",\"value\":1}]}", ZHUN_E_STUDY_MISSING, "/results/0"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		struct zhun_chain c = {.result_count = 77};
		CHECK_CODE(read_text(arena, rows[i].text, &c, &err), rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].place);
		CHECK_INT(c.result_count, 77);
	}
}

static void refuses_too_many(void)
{
	struct zhun_text t;
	const char *s = "";
	struct zhun_chain c;
	struct zhun_error err;
	zhun_text_init(&t, arena, 1 << 20);
	zhun_text_add(&t, "{\"influences\":[");
	for (int i = 0; i <= ZHUN_CHAIN_INFLUENCES; i++)
		zhun_text_addf(&t, "%s{\"id\":\"i%d\"}", i ? "," : "", i);
	zhun_text_add(&t, "]}");
	CHECK(!zhun_text_done(&t, &s, NULL));
	CHECK_CODE(read_text(arena, s, &c, &err), ZHUN_E_CHAIN_MANY, &err);
}

static enum zhun_code read_some(struct zhun_arena *a, void *context)
{
	struct zhun_chain c = {.result_count = 0};
	struct zhun_error err;
	(void)context;
	enum zhun_code code = read_text(a, archive, &c, &err);
	CHECK((code == ZHUN_OK) == (c.result_count == 2));
	return code;
}

static void out_of_memory(void)
{
	unit_fault_loop(read_some, NULL);
}

static const struct unit_test tests[] = {
	{"chain json: reads and writes", reads_and_writes},
	{"chain json: comes back the same", comes_back_the_same},
	{"chain json: refuses at its place", refuses_at_its_place},
	{"chain json: refuses too many", refuses_too_many},
	{"chain json: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Study documents: whatever opens answers every operation asked, with a value or with an error of the
 * vocabulary, and what it says is JSON. */
#include "fuzz.h"

#include "codec/json.h"
#include "zhun/study/study.h"

static void check_answers(const struct zhun_json *study, const struct zhun_json *said)
{
	const struct zhun_json *asks = zhun_json_get(study, "ask"), *answers = zhun_json_get(said, "answers");
	asks = asks ? asks : zhun_json_get(study, "expected");
	FUZZ_LAW(answers && answers->count == asks->count);
	for (const struct zhun_json *a = answers->first; a; a = a->next) {
		const char *value = zhun_json_get_string(a, "value"), *code = zhun_json_get_string(a, "code");
		FUZZ_LAW(!value != !code);
		FUZZ_LAW(!code || strcmp(code, "INTERNAL") != 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct zhun_study_options options = {.draws = 1000, .seed = 1};
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_json *study = NULL, *said = NULL;
	struct zhun_text out;
	struct zhun_error err;
	zhun_text_init(&out, a, 16 << 20);
	if (!zhun_json_parse(a, (const char *)data, size, &study, NULL) &&
	    !zhun_study_run(a, study, &options, &out, &err) && !out.failed) {
		enum zhun_code code = zhun_json_parse(a, out.ptr, out.len, &said, &err);
		FUZZ_LAW(!code || code == ZHUN_E_ARENA_CEILING);
		if (!code)
			check_answers(study, said);
	}
	(void)zhun_arena_close(a);
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From claims to a verdict: which are judged, in which order, and what the worst of them is. */
#include "verdict/inside.h"

static const struct {
	const char *name, *title[2];
} claims[ZHUN_CLAIMS] = {
	[ZHUN_CLAIM_FORM] = {"form", {"Form", "形式"}},
	[ZHUN_CLAIM_GENUINE] = {"genuine", {"Genuine", "真实"}},
	[ZHUN_CLAIM_UNALTERED] = {"unaltered", {"Unaltered since", "未被改动"}},
	[ZHUN_CLAIM_IN_FORCE] = {"in_force", {"In force", "有效"}},
	[ZHUN_CLAIM_COMPETENT] = {"competent", {"Competent", "能力"}},
	[ZHUN_CLAIM_SIGNATORY] = {"signatory", {"Signatory", "签字人"}},
	[ZHUN_CLAIM_CHAIN] = {"chain", {"Chain", "溯源链"}},
	[ZHUN_CLAIM_UNCERTAINTY] = {"uncertainty", {"Uncertainty", "不确定度"}},
	[ZHUN_CLAIM_DECISION] = {"decision", {"Decision", "判定"}},
};

const char *zhun_claim_name(enum zhun_claim claim)
{
	return claims[claim].name;
}

const char *zhun_claim_title(enum zhun_claim claim, enum zhun_language language)
{
	return claims[claim].title[language];
}

const char *zhun_answer_name(enum zhun_answer answer)
{
	static const char *const names[] = {
		[ZHUN_PASS] = "pass", [ZHUN_UNKNOWN] = "unknown", [ZHUN_WARN] = "warn", [ZHUN_FAIL] = "fail"};
	return names[answer];
}

const char *zhun_day_word(struct zhun_day_room *room, int32_t day)
{
	zhun_day_text(day, room->s);
	return room->s;
}

/* Worst first, and among equals in the order found. */
static void insert(struct zhun_judgement *claim, struct zhun_finding *f)
{
	struct zhun_finding **at = &claim->findings;
	while (*at && (*at)->answer >= f->answer)
		at = &(*at)->next;
	f->next = *at;
	*at = f;
}

void zhun_bench_take(struct zhun_bench *b, enum zhun_answer answer, const struct zhun_error *reason)
{
	struct zhun_judgement *claim = b->claim;
	claim->answer = answer > claim->answer ? answer : claim->answer;
	claim->count++;
	if (claim->count > ZHUN_CLAIM_FINDINGS) {
		claim->omitted++;
		return;
	}
	struct zhun_finding *f = ZHUN_NEW(b->arena, struct zhun_finding);
	if (!f) {
		b->failed = true;
		return;
	}
	f->answer = answer;
	f->reason = *reason;
	insert(claim, f);
}

void zhun_bench_find(struct zhun_bench *b, enum zhun_answer answer, enum zhun_code code,
		     const char *const words[ZHUN_ERROR_ARGS + 2])
{
	struct zhun_error reason;
	(void)zhun_error_set(&reason, code, words);
	zhun_bench_take(b, answer, &reason);
}

const struct zhun_fact_state *zhun_state_on(const struct zhun_fact_state *states, size_t count, int32_t day)
{
	const struct zhun_fact_state *held = NULL;
	for (size_t i = 0; i < count && states[i].since <= day; i++)
		held = states[i].until >= day ? &states[i] : NULL;
	return held;
}

static struct zhun_bench open_claim(struct zhun_arena *a, struct zhun_verdict *v, enum zhun_claim claim)
{
	v->claims[claim].checked = true;
	return (struct zhun_bench){.arena = a, .claim = &v->claims[claim]};
}

/* An unreadable file has no other claim to judge. */
static bool judge_form(struct zhun_arena *a, struct zhun_verdict *v, const struct zhun_case *on)
{
	struct zhun_bench b = open_claim(a, v, ZHUN_CLAIM_FORM);
	if (on->certificate)
		zhun_judge_form(&b, on->certificate);
	else
		zhun_bench_take(&b, ZHUN_FAIL, on->unreadable);
	return !b.failed;
}

static bool judge_rest(struct zhun_arena *a, struct zhun_verdict *v, const struct zhun_case *on)
{
	struct zhun_bench force = open_claim(a, v, ZHUN_CLAIM_IN_FORCE);
	zhun_judge_in_force(&force, on->certificate, on->facts, on->as_of);
	struct zhun_bench competent = open_claim(a, v, ZHUN_CLAIM_COMPETENT);
	zhun_judge_competent(&competent, on->certificate, on->facts);
	return !force.failed && !competent.failed;
}

enum zhun_code zhun_verdict_judge(struct zhun_arena *a, const struct zhun_case *on, struct zhun_verdict *ret,
				  struct zhun_error *err)
{
	struct zhun_verdict v = {0};
	if (!judge_form(a, &v, on) || (on->certificate && !judge_rest(a, &v, on)))
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < ZHUN_CLAIMS; i++) {
		v.checked += v.claims[i].checked;
		if (v.claims[i].checked && v.claims[i].answer > v.answer)
			v.answer = v.claims[i].answer;
	}
	*ret = v;
	return ZHUN_OK;
}

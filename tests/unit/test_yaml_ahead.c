/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many texts are read as each would be alone, in their order, whoever reads them. */
#include "unit.h"

#include "codec/yaml_ahead.h"

enum { ROOM = 1 << 20, MANY = 500, TEXT = 64, SOME_NUMBER = 7 };

static char lines[MANY][TEXT];
static struct zhun_bytes texts[MANY];

/* Each seventh is no YAML, each eleventh says it is another's second document. */
static void write_texts(void)
{
	for (int i = 0; i < MANY; i++) {
		const char *rest = i % 7 == 0 ? "a: [" : i % 11 == 0 ? "---\nm: 1\n" : "text: 准\n";
		(void)snprintf(lines[i], TEXT, "n: %d\n%s", i, rest);
		texts[i] = (struct zhun_bytes){(const unsigned char *)lines[i], strlen(lines[i])};
	}
}

static void check_next(struct zhun_yaml_ahead *h, int i)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_json *alone = NULL, *tree = NULL;
	struct zhun_error err = {0}, want = {0};
	char number[16];
	enum zhun_code code = zhun_yaml_parse(a, lines[i], strlen(lines[i]), &alone, &want);
	CHECK_CODE(zhun_yaml_ahead_next(h, &tree, &err), code, &err);
	(void)snprintf(number, sizeof number, "%d", i);
	if (code)
		CHECK_TEXT(err.place, want.place);
	else
		CHECK_TEXT(zhun_json_get_string(tree, "n"), number);
	zhun_arena_close(a);
}

static struct zhun_yaml_ahead *ahead_of(size_t count)
{
	struct zhun_yaml_ahead *h = NULL;
	struct zhun_error err = {0};
	write_texts();
	CHECK_CODE(zhun_yaml_ahead_open(texts, count, ROOM, &h, &err), ZHUN_OK, &err);
	return h;
}

static void in_their_order(void)
{
	static const size_t counts[] = {0, 1, SOME_NUMBER, MANY};   /* few are read without another thread */
	for (size_t k = 0; k < ZHUN_COUNT(counts); k++) {
		struct zhun_yaml_ahead *h = ahead_of(counts[k]);
		for (size_t i = 0; h && i < counts[k]; i++)
			check_next(h, (int)i);
		zhun_yaml_ahead_close(h);
	}
}

/* Whoever has enough may go, with texts in hand and others unread. */
static void given_up(void)
{
	for (int i = 0; i < 50; i++) {
		struct zhun_yaml_ahead *h = ahead_of(MANY);
		for (int k = 0; h && k < i; k++)
			check_next(h, k);
		zhun_yaml_ahead_close(h);
	}
	zhun_yaml_ahead_close(NULL);
}

static void no_room(void)
{
	struct zhun_yaml_ahead *h = NULL;
	const struct zhun_json *tree;
	struct zhun_error err = {0};
	write_texts();
	CHECK_CODE(zhun_yaml_ahead_open(texts, MANY, 8, &h, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_yaml_ahead_next(h, &tree, &err), ZHUN_E_ARENA_CEILING, &err);
	CHECK_CODE(zhun_yaml_ahead_next(h, &tree, &err), ZHUN_E_ARENA_CEILING, &err);
	zhun_yaml_ahead_close(h);
}

static const struct unit_test tests[] = {
	{"yaml ahead in their order", in_their_order},
	{"yaml ahead given up", given_up},
	{"yaml ahead no room", no_room},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

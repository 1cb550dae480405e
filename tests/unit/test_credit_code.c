/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/credit_code.h"

#include "unit.h"
#include "zhun/base/text.h"

static const char characters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static struct zhun_error err;

/* The worked example of GB 32100-2015, and codes that organisations publish of themselves. */
static const char *const good[] = {
	"91350100M000100Y43", "914403001922038216", "9144030071526726XG", "91330100799655058B", "91110000802100433B",
	"91110108551385082Q", "91110000600037341L",
};

static void test_published(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(good); i++)
		CHECK_CODE(zhun_credit_code_check(good[i], &err), ZHUN_OK, &err);
}

static void test_form(void)
{
	static const char *const bad[] = {
		"", "9", "91350100M000100Y4", "91350100M000100Y433", "91350100m000100y43", "9135010OM000100Y43",
		"91350100M000100Z43", "91 50100M000100Y43", "9135A100M000100Y43", "９1350100M000100Y4",
	};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_credit_code_check(bad[i], &err), ZHUN_E_CREDIT_CODE_FORM, &err);
}

/* Without the last character, one and only one completes it. */
static char completes(char code[ZHUN_CREDIT_CODE + 1])
{
	char found = 0;
	for (const char *c = characters; *c; c++) {
		code[ZHUN_CREDIT_CODE - 1] = *c;
		if (zhun_credit_code_check(code, NULL))
			continue;
		CHECK(!found);
		found = *c;
	}
	CHECK(found != 0);
	return found;
}

/* As 31 is a prime and no weight is 0, any other character is noticed; as weights of neighbours differ, so is it when
 * two of them change places. */
static void test_laws(void)
{
	unsigned long long state = 32100;
	for (int round = 0; round < 2000; round++) {
		char code[ZHUN_CREDIT_CODE + 1] = "", other[ZHUN_CREDIT_CODE + 1];
		for (size_t i = 0; i < ZHUN_CREDIT_CODE; i++)
			code[i] = characters[unit_random(&state) % (i >= 2 && i < 8 ? 10 : 31)];
		code[ZHUN_CREDIT_CODE - 1] = completes(code);
		CHECK_CODE(zhun_credit_code_check(code, &err), ZHUN_OK, &err);
		size_t at = unit_random(&state) % ZHUN_CREDIT_CODE, next = at + 1 < ZHUN_CREDIT_CODE ? at + 1 : 0;
		memcpy(other, code, sizeof other);
		other[at] = characters[unit_random(&state) % (at >= 2 && at < 8 ? 10 : 31)];
		CHECK(!zhun_credit_code_check(other, NULL) == (other[at] == code[at]));
		memcpy(other, code, sizeof other);
		other[at] = code[next];
		other[next] = code[at];
		if (next && code[at] != code[next])
			CHECK(zhun_credit_code_check(other, NULL) != ZHUN_OK);
	}
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"credit codes that are published", test_published}, {"credit codes of no form", test_form},
		{"credit codes notice a slip", test_laws},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

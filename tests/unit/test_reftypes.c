/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "attest/reader.h"

static void test_find(void)
{
	static const struct { const char *words; enum zhun_cert_meaning meaning; const char *kind; } cases[] = {
		{"basic_measurementError", ZHUN_MEANS_ERROR, NULL},
		{"other_measurementError", ZHUN_MEANS_ERROR, NULL},
		{"measurementError", ZHUN_MEANS_ERROR, NULL},
		{"basic_temperature", ZHUN_MEANS_UNKNOWN, "temperature"},
		{" gp_unknown \n basic_temperatureMin ", ZHUN_MEANS_MIN, "temperature"},
		{"gp_immersionDepth basic_referenceValue", ZHUN_MEANS_REFERENCE, "depth"},
		{"gp_immersionDepths", ZHUN_MEANS_UNKNOWN, NULL}, {"gp_immersion", ZHUN_MEANS_UNKNOWN, NULL},
		{"basic_measurementErrors", ZHUN_MEANS_UNKNOWN, NULL},
		{"", ZHUN_MEANS_UNKNOWN, NULL}, {NULL, ZHUN_MEANS_UNKNOWN, NULL},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		enum zhun_cert_meaning meaning = ZHUN_MEANS_UNKNOWN;
		const char *kind = NULL;
		zhun_reftype_find(cases[i].words, &meaning, &kind);
		CHECK_INT(meaning, cases[i].meaning);
		CHECK_TEXT(kind, cases[i].kind);
	}
}

static void test_keeps(void)
{
	enum zhun_cert_meaning meaning = ZHUN_MEANS_NOMINAL;
	const char *kind = "mass";
	zhun_reftype_find("gp_table1", &meaning, &kind);
	CHECK(meaning == ZHUN_MEANS_NOMINAL && zhun_str_equal(kind, "mass"));
}

static void test_qudt(void)
{
	CHECK_TEXT(zhun_kind_code("Length"), "length");
	CHECK_TEXT(zhun_kind_code("https://qudt.org/vocab/quantitykind/Length"), "length");
	CHECK(!zhun_kind_code("Lengths") && !zhun_kind_code("") && !zhun_kind_code(NULL));
}

static void test_order(void)
{
	for (size_t i = 1; i < zhun_kind_word_count; i++)
		CHECK(strcmp(zhun_kind_words[i - 1].word, zhun_kind_words[i].word) < 0);
}

static void test_standard(void)
{
	CHECK(zhun_reftype_is_standard("basic_normalUsed"));
	CHECK(zhun_reftype_is_standard("x_y basic_standardUsed"));
	CHECK(!zhun_reftype_is_standard("basic_auxiliary"));
	CHECK(!zhun_reftype_is_standard(NULL));
}

static const struct unit_test tests[] = {
	{"refTypes and what they mean", test_find},
	{"an unknown refType changes nothing", test_keeps},
	{"kinds by their QUDT names", test_qudt},
	{"words of kinds are sorted and told apart", test_order},
	{"which equipment is a standard", test_standard},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

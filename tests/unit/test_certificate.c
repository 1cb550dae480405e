/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "zhun/attest/certificate.h"

static void test_text_in(void)
{
	static const struct zhun_cert_text zh = {"zh", "温度计", NULL}, en = {"en", "thermometer", &zh},
		de = {"de", "Thermometer", &en}, bare = {"", "T1", &de}, only = {"fr", "thermomètre", NULL};
	CHECK_TEXT(zhun_cert_text_in(&de, ZHUN_ZH), "温度计");
	CHECK_TEXT(zhun_cert_text_in(&de, ZHUN_EN), "thermometer");
	CHECK_TEXT(zhun_cert_text_in(&bare, ZHUN_ZH), "温度计");
	CHECK_TEXT(zhun_cert_text_in(&(struct zhun_cert_text){"", "T1", &en}, ZHUN_EN), "thermometer");
	CHECK_TEXT(zhun_cert_text_in(&(struct zhun_cert_text){"", "T1", &only}, ZHUN_EN), "T1");
	CHECK_TEXT(zhun_cert_text_in(&(struct zhun_cert_text){"en", "only English", NULL}, ZHUN_ZH), "only English");
	CHECK_TEXT(zhun_cert_text_in(&only, ZHUN_ZH), "thermomètre");
	CHECK(!zhun_cert_text_in(NULL, ZHUN_EN));
}

static void test_names(void)
{
	for (int m = ZHUN_MEANS_UNKNOWN; m <= ZHUN_MEANS_UNCERTAINTY; m++)
		CHECK(zhun_cert_meaning_name((enum zhun_cert_meaning)m)[0]);
	for (int f = ZHUN_CERT_DCC; f <= ZHUN_CERT_CSV; f++)
		CHECK(zhun_cert_format_name((enum zhun_cert_format)f)[0]);
}

static const struct unit_test tests[] = {
	{"a text for a reader", test_text_in},
	{"every meaning and format has a name", test_names},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

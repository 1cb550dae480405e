/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/attest/certificate.h"

static const struct zhun_cert_text *find(const struct zhun_cert_text *t, const char *language)
{
	for (; t; t = t->next) {
		if (zhun_str_equal(t->language, language))
			return t;
	}
	return NULL;
}

const char *zhun_cert_text_in(const struct zhun_cert_text *t, enum zhun_language language)
{
	const char *wanted[] = {language == ZHUN_ZH ? "zh" : "en", "", "en"};

	for (size_t i = 0; i < ZHUN_COUNT(wanted); i++) {
		const struct zhun_cert_text *found = find(t, wanted[i]);
		if (found)
			return found->text;
	}
	return t ? t->text : NULL;
}

const char *zhun_cert_meaning_name(enum zhun_cert_meaning meaning)
{
	static const char *const names[] = {
		[ZHUN_MEANS_UNKNOWN] = "unknown", [ZHUN_MEANS_NOMINAL] = "nominal",
		[ZHUN_MEANS_REFERENCE] = "reference", [ZHUN_MEANS_MEASURED] = "measured",
		[ZHUN_MEANS_ERROR] = "error", [ZHUN_MEANS_CORRECTION] = "correction",
		[ZHUN_MEANS_LIMIT_LOWER] = "limit_lower", [ZHUN_MEANS_LIMIT_UPPER] = "limit_upper",
		[ZHUN_MEANS_MIN] = "min", [ZHUN_MEANS_MAX] = "max",
		[ZHUN_MEANS_PARAMETER] = "parameter", [ZHUN_MEANS_UNCERTAINTY] = "uncertainty",
	};

	return names[meaning];
}

const char *zhun_cert_kind_name(enum zhun_cert_kind kind)
{
	static const char *const names[] = {
		[ZHUN_CERT_CALIBRATION] = "calibration", [ZHUN_CERT_VERIFICATION] = "verification",
		[ZHUN_CERT_TEST] = "test", [ZHUN_CERT_INSPECTION] = "inspection", [ZHUN_CERT_PRODUCT] = "product",
		[ZHUN_CERT_MANAGEMENT] = "management", [ZHUN_CERT_REFERENCE_MATERIAL] = "reference_material",
		[ZHUN_CERT_KIND_UNKNOWN] = NULL,
	};

	return names[kind];
}

const char *zhun_cert_format_name(enum zhun_cert_format format)
{
	static const char *const names[] = {
		[ZHUN_CERT_DCC] = "dcc", [ZHUN_CERT_JSON] = "json", [ZHUN_CERT_CSV] = "csv",
	};

	return names[format];
}

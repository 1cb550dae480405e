/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the refTypes of certificates mean. A refType is "namespace_name"; the
 * namespaces (basic, gp, …) belong to communities who use the same names, so
 * only the name counts. What is not listed here stays unknown: nothing is
 * guessed from a name that merely looks alike.
 */
#include "attest/reader.h"

static const struct {
	const char *name;
	enum zhun_cert_meaning meaning;
	const char *kind;
} rows[] = {
	{"acceptanceLimitLower", ZHUN_MEANS_LIMIT_LOWER, NULL},
	{"acceptanceLimitUpper", ZHUN_MEANS_LIMIT_UPPER, NULL},
	{"airPressure", ZHUN_MEANS_UNKNOWN, "pressure"},
	{"airPressureMax", ZHUN_MEANS_MAX, "pressure"},
	{"airPressureMin", ZHUN_MEANS_MIN, "pressure"},
	{"calibrationValue", ZHUN_MEANS_NOMINAL, NULL},
	{"correction", ZHUN_MEANS_CORRECTION, NULL},
	{"current", ZHUN_MEANS_UNKNOWN, "electric_current"},
	{"formulaInputQuantity", ZHUN_MEANS_PARAMETER, NULL},
	{"formulaOutputQuantity", ZHUN_MEANS_PARAMETER, NULL},
	{"formulaParameter", ZHUN_MEANS_PARAMETER, NULL},
	{"gasTemperature", ZHUN_MEANS_UNKNOWN, "temperature"},
	{"humidityAbsolute", ZHUN_MEANS_UNKNOWN, "absolute_humidity"},
	{"humidityRelative", ZHUN_MEANS_UNKNOWN, "relative_humidity"},
	{"humidityRelativeMax", ZHUN_MEANS_MAX, "relative_humidity"},
	{"humidityRelativeMin", ZHUN_MEANS_MIN, "relative_humidity"},
	{"immersionDepth", ZHUN_MEANS_UNKNOWN, "length"},
	{"mass", ZHUN_MEANS_UNKNOWN, "mass"},
	{"measuredValue", ZHUN_MEANS_MEASURED, NULL},
	{"measurementError", ZHUN_MEANS_ERROR, NULL},
	{"measurementRangeMax", ZHUN_MEANS_MAX, NULL},
	{"measurementRangeMin", ZHUN_MEANS_MIN, NULL},
	{"measurementUncertainty", ZHUN_MEANS_UNCERTAINTY, NULL},
	{"nominalValue", ZHUN_MEANS_NOMINAL, NULL},
	{"pressure", ZHUN_MEANS_UNKNOWN, "pressure"},
	{"referenceValue", ZHUN_MEANS_REFERENCE, NULL},
	{"relativeGasHumidityAboveWater", ZHUN_MEANS_UNKNOWN, "relative_humidity"},
	{"temperature", ZHUN_MEANS_UNKNOWN, "temperature"},
	{"temperatureMax", ZHUN_MEANS_MAX, "temperature"},
	{"temperatureMin", ZHUN_MEANS_MIN, "temperature"},
	{"temperatureSensor", ZHUN_MEANS_UNKNOWN, "temperature"},
	{"toleranceLimitLower", ZHUN_MEANS_LIMIT_LOWER, NULL},
	{"toleranceLimitUpper", ZHUN_MEANS_LIMIT_UPPER, NULL},
	{"validityRangeMax", ZHUN_MEANS_MAX, NULL},
	{"validityRangeMin", ZHUN_MEANS_MIN, NULL},
	{"valueAdjustmentTime", ZHUN_MEANS_UNKNOWN, "time"},
	{"valueFlowVelocity", ZHUN_MEANS_UNKNOWN, "velocity"},
	{"valueSettlingTime", ZHUN_MEANS_UNKNOWN, "time"},
};

/* The next of several words: what follows the namespace; *s goes behind it. False at the end. */
static bool next_name(const char **s, const char **ret, size_t *ret_n)
{
	*s += strspn(*s, " \t\r\n");
	size_t n = strcspn(*s, " \t\r\n");
	const char *line = n ? memchr(*s, '_', n) : NULL;

	*ret = line ? line + 1 : *s;
	*ret_n = (size_t)(*s + n - *ret);
	*s += n;
	return n > 0;
}

static bool is_name(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && memcmp(name, s, n) == 0;
}

void zhun_reftype_find(const char *words, enum zhun_cert_meaning *meaning, const char **kind)
{
	const char *name;
	size_t n;

	while (words && next_name(&words, &name, &n)) {
		for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
			if (!is_name(rows[i].name, name, n))
				continue;
			if (rows[i].meaning != ZHUN_MEANS_UNKNOWN)
				*meaning = rows[i].meaning;
			if (rows[i].kind)
				*kind = rows[i].kind;
		}
	}
}

bool zhun_reftype_is_standard(const char *words)
{
	const char *name;
	size_t n;

	while (words && next_name(&words, &name, &n)) {
		if (is_name("normalUsed", name, n) || is_name("standardUsed", name, n))
			return true;
	}
	return false;
}

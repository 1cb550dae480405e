/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/kind.h"

#include "unit.h"

static struct zhun_unit of(const char *s)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	CHECK_CODE(zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK, &err);
	return u;
}

/* Units are read, names stand in both languages, a special case has its broader kind's dimension,
 * and no chain of broader kinds bites its tail. */
static void every_row_is_sound(void)
{
	size_t count = 0;
	const struct zhun_kind *kinds = zhun_kinds(&count);
	CHECK(count > 300);
	for (size_t i = 0; i < count; i++) {
		struct zhun_unit unit = of(kinds[i].unit);
		struct zhun_error err;
		int steps = 0;
		CHECK(kinds[i].name[ZHUN_EN][0] && kinds[i].name[ZHUN_ZH][0]);
		CHECK(strspn(kinds[i].code, "abcdefghijklmnopqrstuvwxyz0123456789_") ==
		      strlen(kinds[i].code));
		CHECK(zhun_kind_find(kinds[i].code) == &kinds[i]);
		for (const struct zhun_kind *k = kinds[i].broader; k && steps < 10;
		     k = k->broader, steps++) {
			CHECK_CODE(zhun_kind_check(k, &unit, &err), ZHUN_OK, &err);
			CHECK(zhun_kind_is(&kinds[i], k));
			CHECK(!zhun_kind_is(k, &kinds[i]));
		}
		CHECK(steps < 10);
	}
}

static void finds_by_every_name(void)
{
	static const char *const words[][2] = {
		{"dc_voltage", "dc_voltage"},
		{"DC voltage", "dc_voltage"},
		{"直流电压", "dc_voltage"},
		{"ThermodynamicTemperature", "temperature"},
		{"LENG", "length"},
		{"http://qudt.org/vocab/quantitykind/Mass", "mass"},
		{"basic_humidityRelative", "relative_humidity"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		const struct zhun_kind *kind = zhun_kind_find(words[i][0]);
		CHECK_TEXT(kind ? kind->code : NULL, words[i][1]);
	}
	CHECK(!zhun_kind_find("frob"));
	CHECK(!zhun_kind_find(""));
	CHECK(!zhun_kind_of_words(" gp_table1 x "));
	const struct zhun_kind *kind = zhun_kind_of_words("gp_table1 basic_temperatureMin");
	CHECK_TEXT(kind ? kind->code : NULL, "temperature");
}

static void checks_units(void)
{
	static const struct {
		const char *kind, *unit;
		enum zhun_code code;
	} rows[] = {
		{"dc_voltage", "µV", ZHUN_OK},
		{"dc_voltage", "A", ZHUN_E_KIND_UNIT},
		{"temperature", "°F", ZHUN_OK},
		{"relative_humidity", "%", ZHUN_OK},
		{"sound_pressure_level", "%", ZHUN_E_KIND_UNIT},
		{"frequency", "s", ZHUN_E_KIND_UNIT},
		{"conductance", "Ω", ZHUN_E_KIND_UNIT},
		{"fineness", "‰", ZHUN_OK},
		{"rockwell_hardness_c", "HRC", ZHUN_OK},
		{"rockwell_hardness_c", "HV", ZHUN_E_KIND_UNIT},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_kind *kind = zhun_kind_find(rows[i].kind);
		struct zhun_unit unit = of(rows[i].unit);
		struct zhun_error err = {.code = ZHUN_OK};
		if (CHECK(kind != NULL))
			unit_check(zhun_kind_check(kind, &unit, &err) == rows[i].code, __FILE__,
				   __LINE__, "%s in %s", rows[i].kind, rows[i].unit);
	}
	const struct zhun_kind *voltage = zhun_kind_find("voltage");
	CHECK(zhun_kind_is(zhun_kind_find("high_voltage_dc"), voltage));
	CHECK(!zhun_kind_is(zhun_kind_find("electric_current"), voltage));
}

/* A dimension vector of QUDT, "A0E-1L2I0M1H0T-3D0", as a unit of ours; false for halves and D's
 * own. */
static bool qudt_unit(const char *vector, struct zhun_unit *ret)
{
	static const char letters[] = "AELIMHT";
	static const char *const base[] = {"mol", "A", "m", "cd", "kg", "K", "s"};
	struct zhun_unit u = zhun_unit_one(), part;
	for (int i = 0; i < 7; i++) {
		const char *at = strchr(vector, letters[i]);
		char *end = NULL;
		long power = at ? strtol(at + 1, &end, 10) : 0;
		if (!at || (end && strncmp(end, "dot", 3) == 0))
			return false;
		part = of(base[i]);
		if (zhun_unit_pow(&part, (int)power, 1, &part, NULL) ||
		    zhun_unit_mul(&u, &part, &u, NULL))
			return false;
	}
	*ret = u;
	return true;
}

static bool names_word(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = strstr(words, word); p; p = strstr(p + 1, word))
		if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static void column(const char *line, int index, char *out, size_t size)
{
	for (; index > 0 && *line; index--)
		line += strcspn(line, "\t\n") + 1;
	size_t n = strcspn(line, "\t\n");
	n = n < size ? n : size - 1;
	memcpy(out, line, n);
	out[n] = '\0';
}

/* QUDT gives the same dimensions, but for levels and amounts of data, which it counts as numbers.
 */
static void qudt_agrees(void)
{
	char *text =
		unit_read_file("../shared/data/vocabulary/qudt_quantitykinds.tsv", &(size_t){0});
	size_t compared = 0;
	if (!text) {
		unit_skip("no ../shared/data/vocabulary");
		return;
	}
	for (char *line = strchr(text, '\n'); line; line = strchr(line + 1, '\n')) {
		char id[80] = "", vector[40] = "";
		struct zhun_unit theirs;
		column(line + 1, 0, id, sizeof(id));
		column(line + 1, 3, vector, sizeof(vector));
		const struct zhun_kind *kind = zhun_kind_find(id);
		if (!kind || !names_word(kind->qudt, id) || !qudt_unit(vector, &theirs))
			continue;
		struct zhun_unit ours = of(kind->unit);
		bool special = ours.special != 0;
		unit_check(special || zhun_kind_check(kind, &theirs, NULL) == ZHUN_OK, __FILE__,
			   __LINE__, "%s %s", kind->code, vector);
		compared++;
	}
	CHECK(compared > 120);
	free(text);
}

static const struct unit_test tests[] = {
	{"kind: every row is sound", every_row_is_sound},
	{"kind: finds by every name", finds_by_every_name},
	{"kind: checks units", checks_units},
	{"kind: QUDT agrees", qudt_agrees},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/formula.h"

#include "near.h"
#include "zhun/measure/model.h"

/* The value of a text of models; NAN where it has none. */
static double value(const char *text)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_model_output out = {"y", text};
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	double y = (double)NAN, none = 0;
	const struct zhun_model_source source = {NULL, 0, &out, 1};
	if (CHECK_CODE(zhun_model_compile(a, &source, &m, &err), ZHUN_OK, &err)) {
		double *work = ZHUN_NEW_ARRAY(a, zhun_model_work(m, 1), double);
		if (zhun_model_value(m, 0, &none, work, &y, &err))
			y = (double)NAN;
	}
	zhun_arena_close(a);
	return y;
}

/* NIST ITS-90 Thermocouple Database, tables of emf in mV to three decimals. */
static void thermocouples_by_their_tables(void)
{
	static const struct {
		const char *text;
		double emf;
	} points[] = {
		{"thermocouple_K(100)", 4.096},	  {"thermocouple_K(1000)", 41.276}, {"thermocouple_K(-200)", -5.891},
		{"thermocouple_K(500)", 20.644},  {"thermocouple_K(1372)", 54.886}, {"thermocouple_K(-270)", -6.458},
		{"thermocouple_J(500)", 27.393},  {"thermocouple_J(-200)", -7.890}, {"thermocouple_J(1200)", 69.553},
		{"thermocouple_T(100)", 4.279},	  {"thermocouple_T(400)", 20.872},  {"thermocouple_T(-200)", -5.603},
		{"thermocouple_E(500)", 37.005},  {"thermocouple_E(1000)", 76.373}, {"thermocouple_E(-200)", -8.825},
		{"thermocouple_N(1000)", 36.256}, {"thermocouple_N(1300)", 47.513}, {"thermocouple_N(-200)", -3.990},
		{"thermocouple_R(1000)", 10.506}, {"thermocouple_R(1700)", 20.222}, {"thermocouple_R(-50)", -0.226},
		{"thermocouple_S(1000)", 9.587},  {"thermocouple_S(1700)", 17.947}, {"thermocouple_S(-50)", -0.236},
		{"thermocouple_B(1000)", 4.834},  {"thermocouple_B(1800)", 13.591}, {"thermocouple_B(250)", 0.291},
	};
	for (size_t i = 0; i < ZHUN_COUNT(points); i++) {
		double got = value(points[i].text);
		unit_check(fabs(got - points[i].emf) <= 0.00051, __FILE__, __LINE__, "%s: got %.6g, want %.6g",
			   points[i].text, got, points[i].emf);
	}
}

/* Law: the inverse gives the temperature back, with the sensitivity of the reference function where the
 * pieces of its approximation meet, too. */
static void inverses_of_thermocouples(void)
{
	static const struct {
		char letter;
		int low, high;
	} types[] = {{'B', 250, 1820}, {'E', -200, 1000}, {'J', -210, 1200}, {'K', -200, 1372},
		     {'N', -200, 1300}, {'R', -50, 1768}, {'S', -50, 1768}, {'T', -200, 400}};
	for (size_t i = 0; i < ZHUN_COUNT(types); i++)
		for (int t = types[i].low + 1; t < types[i].high; t += 13) {
			char text[96];
			char c = types[i].letter;
			(void)snprintf(text, sizeof text, "thermocouple_%c_inverse(thermocouple_%c(%d))", c, c, t);
			double got = value(text);
			unit_check(fabs(got - t) <= 2e-5, __FILE__, __LINE__, "%s: %.10g", text, got);
		}
	CHECK_NEAR(value("thermocouple_K_inverse(20.6443) - thermocouple_K_inverse(20.6439)"), 0.0004 / 0.042628, 2e-5);
}

static void nothing_is_extrapolated(void)
{
	CHECK(isnan(value("thermocouple_K(1372.1)")));
	CHECK(isnan(value("thermocouple_K(-270.1)")));
	CHECK(isnan(value("thermocouple_T_inverse(21)")));
	CHECK(isnan(value("its90_reference(962)")));
	CHECK(isnan(value("its90_inverse(5)")));
}

/* ITS-90, table 1: W_r at the fixed points, to the digits printed there. */
static void fixed_points_of_its90(void)
{
	static const struct {
		double t, w;
	} points[] = {{-259.3467, 0.00119007}, {-248.5939, 0.00844974}, {-218.7916, 0.09171804},
		      {-189.3442, 0.21585975}, {-38.8344, 0.84414211}, {0.01, 1},
		      {29.7646, 1.11813889}, {156.5985, 1.60980185}, {231.928, 1.89279768},
		      {419.527, 2.56891730}, {660.323, 3.37600860}, {961.78, 4.28642053}};
	for (size_t i = 0; i < ZHUN_COUNT(points); i++) {
		char text[64];
		(void)snprintf(text, sizeof text, "its90_reference(%.4f)", points[i].t);
		CHECK_NEAR(value(text), points[i].w, 1.2e-8);
		(void)snprintf(text, sizeof text, "its90_inverse(%.8f)", points[i].w);
		CHECK_NEAR(value(text), points[i].t, points[i].t < 0.01 ? 1.2e-4 : 1.4e-4);
	}
	/* a deviation taken away gives the temperature back */
	CHECK_NEAR(value("let w = its90_reference(300) + its90_deviation(2.14, -1e-4, -2e-5, 3e-6); "
			 "its90_inverse(w - its90_deviation(2.14, -1e-4, -2e-5, 3e-6))"), 300, 1.4e-4);
	CHECK_NEAR(value("its90_deviation_argon(0.5, -2e-4, 1e-5)"), 1e-4 + -0.5 * 1e-5 * log(0.5), 1e-18);
	CHECK_NEAR(value("its90_deviation_silver(4, 1e-4, 2e-5, 3e-6, 4e-5, 3.376)"),
		   3e-4 + 18e-5 + 81e-6 + 4e-5 * 0.624 * 0.624, 1e-16);
}

/* IEC 60751:2022 table 1, resistance of Pt100 in Ω to two decimals. */
static void platinum_by_its_table(void)
{
	static const struct {
		int t;
		double r;
	} points[] = {{-200, 18.52}, {-100, 60.26}, {-50, 80.31}, {0, 100}, {100, 138.51}, {200, 175.86},
		      {400, 247.09}, {600, 313.71}, {850, 390.48}};
	for (size_t i = 0; i < ZHUN_COUNT(points); i++) {
		char text[96];
		(void)snprintf(text, sizeof text, "100*platinum_ratio(%d)", points[i].t);
		CHECK_NEAR(value(text), points[i].r, 0.0051);
		(void)snprintf(text, sizeof text, "platinum_temperature(platinum_ratio(%d))", points[i].t);
		CHECK_NEAR(value(text), points[i].t, 1e-9);
		(void)snprintf(text, sizeof text, "callendar_van_dusen(%d, 3.9083e-3, -5.775e-7, -4.183e-12)",
			       points[i].t);
		CHECK_NEAR(100 * value(text), points[i].r, 0.0051);
	}
}

static void air(void)
{
	/* worked out apart from this, 20 digits; the simplified formula agrees within its 2·10⁻⁴ (OIML R 111 E.3) */
	CHECK_NEAR(value("air_density_cipm(20, 1013.25, 50, 0.0004)"), 1.1993138954744934, 1e-12);
	for (int t = 15; t <= 27; t += 3)
		for (int h = 20; h <= 80; h += 20) {
			char text[128];
			(void)snprintf(text, sizeof text,
				       "air_density_simple(%d, 950, %d)/air_density_cipm(%d, 950, %d, 0.0004)", t, h,
				       t, h);
			CHECK_NEAR(value(text), 1, 3e-4);
		}
	/* Tanaka 2001, table 5: density of water */
	CHECK_NEAR(value("water_density(20)"), 998.2067, 5e-5);
	CHECK_NEAR(value("water_density(0)"), 999.8428, 5e-5);
	CHECK_NEAR(value("water_density(40)"), 992.2152, 5e-5);
}

/* 1 kg of platinum-iridium, 21 500 kg/m³, has a conventional mass 94.2 mg above 1 kg (OIML D 28). */
static void buoyancy(void)
{
	CHECK_NEAR(value("conventional_mass(1, 21500)"), 1.0000942, 5e-8);
	CHECK_NEAR(value("mass_of_conventional(conventional_mass(1, 21500), 21500)"), 1, 1e-15);
	CHECK_NEAR(value("mass_in_air(1, 1.2, 8000, 8000)"), 1, 0);
	/* water weighed with steel: 1.2/1000 − 1.2/8000 of it, to first order 1.05 g a kilogram */
	CHECK_NEAR(value("mass_in_air(1, 1.2, 8000, 1000)"), (1 - 1.2 / 8000) / (1 - 1.2 / 1000), 1e-15);
	CHECK_NEAR(value("mass_of_reading(1, 1.1, 1.2, 1000)"), (1 - 1.2 / 8000) / (1 - 1.1 / 1000), 1e-15);
}

static const struct unit_test tests[] = {
	{"formula: thermocouples by their tables (NIST Monograph 175)", thermocouples_by_their_tables},
	{"formula: inverses of thermocouples", inverses_of_thermocouples},
	{"formula: nothing is extrapolated", nothing_is_extrapolated},
	{"formula: fixed points of ITS-90", fixed_points_of_its90},
	{"formula: platinum by its table (IEC 60751)", platinum_by_its_table},
	{"formula: air and water", air},
	{"formula: buoyancy and conventional mass", buoyancy},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

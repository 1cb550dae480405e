/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NIST Statistical Reference Datasets, linear regression: data and certified
 * values (15 digits) as published at itl.nist.gov/div898/strd; the certified
 * values were worked out again with exact fractions. Norris, Pontius, Filip,
 * Longley and Wampler 3 to 5, whose condition goes up to 2e15.
 */
#include "zhun/measure/regression.h"

#include "near.h"

/* y, x, y, x, … */
static const char *const filip[] = {
	"0.8116", "-6.860120914", "0.9072", "-4.324130045", "0.9052", "-4.358625055", "0.9039",
	"-4.358426747", "0.8053", "-6.955852379", "0.8377", "-6.661145254", "0.8667",
	"-6.355462942", "0.8809", "-6.118102026", "0.7975", "-7.115148017", "0.8162",
	"-6.815308569", "0.8515", "-6.519993057", "0.8766", "-6.204119983", "0.8885",
	"-5.853871964", "0.8859", "-6.109523091", "0.8959", "-5.79832982", "0.8913",
	"-5.482672118", "0.8959", "-5.171791386", "0.8971", "-4.851705903", "0.9021",
	"-4.517126416", "0.909", "-4.143573228", "0.9139", "-3.709075441", "0.9199",
	"-3.499489089", "0.8692", "-6.300769497", "0.8872", "-5.953504836", "0.89", "-5.642065153",
	"0.891", "-5.031376979", "0.8977", "-4.680685696", "0.9035", "-4.329846955", "0.9078",
	"-3.928486195", "0.7675", "-8.56735134", "0.7705", "-8.363211311", "0.7713",
	"-8.107682739", "0.7736", "-7.823908741", "0.7775", "-7.522878745", "0.7841",
	"-7.218819279", "0.7971", "-6.920818754", "0.8329", "-6.628932138", "0.8641",
	"-6.323946875", "0.8804", "-5.991399828", "0.7668", "-8.781464495", "0.7633",
	"-8.663140179", "0.7678", "-8.473531488", "0.7697", "-8.247337057", "0.77", "-7.971428747",
	"0.7749", "-7.676129393", "0.7796", "-7.352812702", "0.7897", "-7.072065318", "0.8131",
	"-6.774174009", "0.8498", "-6.478861916", "0.8741", "-6.159517513", "0.8061",
	"-6.835647144", "0.846", "-6.53165267", "0.8751", "-6.224098421", "0.8856", "-5.910094889",
	"0.8919", "-5.598599459", "0.8934", "-5.290645224", "0.894", "-4.974284616", "0.8957",
	"-4.64454848", "0.9047", "-4.290560426", "0.9129", "-3.885055584", "0.9209",
	"-3.408378962", "0.9219", "-3.13200249", "0.7739", "-8.726767166", "0.7681", "-8.66695597",
	"0.7665", "-8.511026475", "0.7703", "-8.165388579", "0.7702", "-7.886056648", "0.7761",
	"-7.588043762", "0.7809", "-7.283412422", "0.7961", "-6.995678626", "0.8253",
	"-6.691862621", "0.8602", "-6.392544977", "0.8809", "-6.067374056", "0.8301",
	"-6.684029655", "0.8664", "-6.378719832", "0.8834", "-6.065855188", "0.8898",
	"-5.752272167", "0.8964", "-5.132414673", "0.8963", "-4.811352704", "0.9074",
	"-4.098269308", "0.9119", "-3.66174277", "0.9228", "-3.2644011"};

/* y; x is 150 000, 300 000 … 3 000 000, twice */
static const char *const pontius[] = {
	"0.11019", "0.21956", "0.32949", "0.43899", "0.54803", "0.65694", "0.76562", "0.87487",
	"0.98292", "1.09146", "1.20001", "1.30822", "1.41599", "1.52399", "1.63194", "1.73947",
	"1.84646", "1.95392", "2.06128", "2.16844", "0.11052", "0.22018", "0.32939", "0.43886",
	"0.54798", "0.65739", "0.76596", "0.87474", "0.98300", "1.09150", "1.20004", "1.30818",
	"1.41613", "1.52408", "1.63159", "1.73965", "1.84696", "1.95445", "2.06177", "2.16829"};

/* y, x1 … x6 in rows */
static const char *const longley[] = {
	"60323", "83.0", "234289", "2356", "1590", "107608", "1947", "61122", "88.5", "259426",
	"2325", "1456", "108632", "1948", "60171", "88.2", "258054", "3682", "1616", "109773",
	"1949", "61187", "89.5", "284599", "3351", "1650", "110929", "1950", "63221", "96.2",
	"328975", "2099", "3099", "112075", "1951", "63639", "98.1", "346999", "1932", "3594",
	"113270", "1952", "64989", "99.0", "365385", "1870", "3547", "115094", "1953", "63761",
	"100.0", "363112", "3578", "3350", "116219", "1954", "66019", "101.2", "397469", "2904",
	"3048", "117388", "1955", "67857", "104.6", "419180", "2822", "2857", "118734", "1956",
	"68169", "108.4", "442769", "2936", "2798", "120445", "1957", "66513", "110.8", "444546",
	"4681", "2637", "121950", "1958", "68655", "112.6", "482704", "3813", "2552", "123366",
	"1959", "69564", "114.2", "502601", "3931", "2514", "125368", "1960", "69331", "115.7",
	"518173", "4806", "2572", "127852", "1961", "70551", "116.9", "554894", "4007", "2827",
	"130081", "1962"};

/* y, x, … as NIST orders them */
static const char *const norris[] = {
	"0.1", "0.2", "338.8", "337.4", "118.1", "118.2", "888.0", "884.6", "9.2", "10.1", "228.1",
	"226.5", "668.5", "666.3", "998.5", "996.3", "449.1", "448.6", "778.9", "777.0", "559.2",
	"558.2", "0.3", "0.4", "0.1", "0.6", "778.1", "775.5", "668.8", "666.9", "339.3", "338.0",
	"448.9", "447.5", "10.8", "11.6", "557.7", "556.0", "228.3", "228.1", "998.0", "995.8",
	"888.8", "887.6", "119.6", "120.2", "0.3", "0.3", "0.6", "0.3", "557.6", "556.8", "339.3",
	"339.1", "888.0", "887.2", "998.5", "999.0", "778.9", "779.0", "10.2", "11.1", "117.6",
	"118.3", "228.9", "229.2", "668.4", "669.1", "449.2", "448.9", "0.2", "0.5"};

static const double wampler_noise[21] = {759,  -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048,
					 -2048, 1838,  -2048, 2048,  -2048, 2523, -2048, 2048, -2048, 759};

struct certified {
	const char *name;
	double s;
	struct {
		double value, u;
	} coefficient[11];
};

static const struct certified certified[] = {
	{"Norris",
	 0.884796396144373,
	 {{-0.262323073774029, 0.232818234301152}, {1.00211681802045, 0.429796848199937E-03}}},
	{"Pontius",
	 0.205177424076185E-03,
	 {{0.673565789473684E-03, 0.107938612033077E-03},
	  {0.732059160401003E-06, 0.157817399981659E-09},
	  {-0.316081871345029E-14, 0.486652849992036E-16}}},
	{"Filip",
	 0.334801051324544E-02,
	 {{-1467.48961422980, 298.084530995537},
	  {-2772.17959193342, 559.779865474950},
	  {-2316.37108160893, 466.477572127796},
	  {-1127.97394098372, 227.204274477751},
	  {-354.478233703349, 71.6478660875927},
	  {-75.1242017393757, 15.2897178747400},
	  {-10.8753180355343, 2.23691159816033},
	  {-1.06221498588947, 0.221624321934227},
	  {-0.670191154593408E-01, 0.142363763154724E-01},
	  {-0.246781078275479E-02, 0.535617408889821E-03},
	  {-0.402962525080404E-04, 0.896632837373868E-05}}},
	{"Longley",
	 304.854073561965,
	 {{-3482258.63459582, 890420.383607373},
	  {15.0618722713733, 84.9149257747669},
	  {-0.358191792925910E-01, 0.334910077722432E-01},
	  {-2.02022980381683, 0.488399681651699},
	  {-1.03322686717359, 0.214274163161675},
	  {-0.511041056535807E-01, 0.226073200069370},
	  {1829.15146461355, 455.478499142212}}},
};

/* 14 of the 15 digits: the last of the certified value may be its rounding. */
static void check_digits(const char *name, const struct zhun_fit *f, const struct certified *c)
{
	double worst = fabs(f->s / c->s - 1);
	for (size_t k = 0; k < f->coefficients; k++) {
		worst = fmax(worst, fabs(f->coefficient[k] / c->coefficient[k].value - 1));
		worst = fmax(worst, fabs(sqrt(f->covariance[k * f->coefficients + k]) / c->coefficient[k].u - 1));
	}
	unit_check(worst < 5e-15, __FILE__, __LINE__, "%s: relative error %.3g", name, worst);
}

static struct zhun_series parsed(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* x^k in pairs: (a + b)(c + d) without the last product */
static struct zhun_dd times(struct zhun_dd x, struct zhun_dd y)
{
	double p = x.hi * y.hi, e = fma(x.hi, y.hi, -p) + (x.hi * y.lo + x.lo * y.hi);
	return (struct zhun_dd){p + e, e - (p + e - p)};
}

/* The polynomial of @a degree through points y, x, y, x, …; the fit in @a ret. */
static bool fit_polynomial(struct zhun_arena *a, struct zhun_series pairs, size_t degree, struct zhun_fit *ret)
{
	size_t n = pairs.count / 2, p = degree + 1;
	struct zhun_dd *design = ZHUN_NEW_ARRAY(a, n * p, struct zhun_dd), *y = ZHUN_NEW_ARRAY(a, n, struct zhun_dd);
	struct zhun_error err;
	for (size_t i = 0; i < n; i++) {
		y[i] = pairs.x[2 * i];
		design[i * p] = (struct zhun_dd){1, 0};
		for (size_t k = 1; k < p; k++)
			design[i * p + k] = times(design[i * p + k - 1], pairs.x[2 * i + 1]);
	}
	const struct zhun_linear_data data = {design, p, {n, y}, NULL, ZHUN_SCALE_RESIDUAL};
	return CHECK_CODE(zhun_fit_linear(a, &data, ret, &err), ZHUN_OK, &err);
}

static void polynomials(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_fit f = {0};
	struct zhun_dd pairs[80];
	struct zhun_series y = parsed(a, pontius, ZHUN_COUNT(pontius));
	for (size_t i = 0; i < 40; i++) {
		pairs[2 * i] = y.x[i];
		pairs[2 * i + 1] = (struct zhun_dd){150000.0 * (double)(i % 20 + 1), 0};
	}
	if (fit_polynomial(a, parsed(a, norris, ZHUN_COUNT(norris)), 1, &f))
		check_digits("Norris", &f, &certified[0]);
	if (fit_polynomial(a, (struct zhun_series){80, pairs}, 2, &f))
		check_digits("Pontius", &f, &certified[1]);
	if (fit_polynomial(a, parsed(a, filip, ZHUN_COUNT(filip)), 10, &f))
		check_digits("Filip", &f, &certified[2]);
	zhun_arena_close(a);
}

static void several_variables(void)
{
	enum { N = 16, P = 7 };
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_series all = parsed(a, longley, ZHUN_COUNT(longley));
	struct zhun_dd design[N * P], y[N];
	struct zhun_fit f = {0};
	struct zhun_error err;
	for (size_t i = 0; i < N; i++)
		for (size_t k = 0; k < P; k++) {
			y[i] = k ? y[i] : all.x[i * P];
			design[i * P + k] = k ? all.x[i * P + k] : (struct zhun_dd){1, 0};
		}
	const struct zhun_linear_data data = {design, P, {N, y}, NULL, ZHUN_SCALE_RESIDUAL};
	if (CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_OK, &err))
		check_digits("Longley", &f, &certified[3]);
	zhun_arena_close(a);
}

/* Wampler 3, 4, 5: y = 1 + x + … + x⁵ and 1, 100, 10 000 times the same noise; all coefficients are 1. */
static void wampler_with_noise(void)
{
	static const double u[] = {2152.32624678170,    2363.55173469681,   779.343524331583,
				   101.475507550350, 5.64566512170752, 0.112324854679312};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	for (double size = 1; size <= 10000; size *= 100) {
		struct zhun_dd pairs[42];
		struct certified want = {.s = 2360.14502379268 * size};
		struct zhun_fit f = {0};
		for (int i = 0; i < 21; i++) {
			double x = i;
			pairs[2 * i + 1] = (struct zhun_dd){x, 0};
			double y = 1 + x * (1 + x * (1 + x * (1 + x * (1 + x))));
			pairs[2 * i] = (struct zhun_dd){y + size * wampler_noise[i], 0};
		}
		for (size_t k = 0; k < ZHUN_COUNT(u); k++) {
			want.coefficient[k].value = 1;
			want.coefficient[k].u = u[k] * size;
		}
		if (fit_polynomial(a, (struct zhun_series){42, pairs}, 5, &f))
			check_digits("Wampler", &f, &want);
	}
	zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"NIST StRD: Norris, Pontius, Filip", polynomials},
	{"NIST StRD: Longley", several_variables},
	{"NIST StRD: Wampler 3, 4, 5", wampler_with_noise},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

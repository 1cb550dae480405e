/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constants of the demonstration world, and how a certificate is drawn from them. */
#include "service/demo_draw.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct zhun_demo_family families[] = {
	{"dc_voltage", "V", "\\volt", {"Digital multimeter", "数字多用表"}, {"DC voltage standard", "直流电压标准"},
	 "Kestrel", "K6500", "JJF 1587-2016", {"0.1", "1", "10", "100", "1000"}, 0.5e-6, 0.15e-6,
	 "µV", "\\micro\\volt", 1e6},
	{"mass", "g", "\\gram", {"Weight set, class F1", "F1 级砝码组"}, {"Reference weight set", "标准砝码组"},
	 "Balancia", "F1-1000", "JJG 99-2022", {"1", "10", "100", "500", "1000"}, 2e-6, 5e-9,
	 "mg", "\\milli\\gram", 1e3},
	{"celsius_temperature", "°C", "\\degreecelsius", {"Industrial thermometer", "工业温度计"},
	 {"Standard platinum resistance thermometer", "标准铂电阻温度计"},
	 "Thermax", "TX-25", "JJF 1171-2007", {"-20", "0", "50", "100", "200"}, 0.0012, 0,
	 "mK", "\\milli\\kelvin", 1e3},
	{"length", "mm", "\\milli\\metre", {"Gauge block set", "量块组"}, {"Laser interferometer", "激光干涉仪"},
	 "Parallax", "GB-103", "JJG 146-2011", {"1", "10", "25", "50", "100"}, 1e-5, 1e-7,
	 "µm", "\\micro\\metre", 1e3},
	{"pressure", "MPa", "\\mega\\pascal", {"Digital pressure gauge", "数字压力计"},
	 {"Pressure balance", "活塞式压力计"},
	 "Barograph", "DPG-25", "JJG 875-2019", {"1", "5", "10", "20", "25"}, 4e-6, 4e-6,
	 "kPa", "\\kilo\\pascal", 1e3},
};

/* Scales answer the scopes of data/demo/world.jsonl: ours are never finer than those. */
static const struct zhun_demo_laboratory national[] = {
	{"EX-NMI", NULL, {"Example National Institute of Metrology", "示例国家计量院"}, 0, 1},
	{"EX-NMI", NULL, {"Example National Institute of Metrology", "示例国家计量院"}, 1, 1},
	{"EX-NMI", NULL, {"Example National Institute of Metrology", "示例国家计量院"}, 2, 1},
	{"EX-NMI", NULL, {"Example National Institute of Metrology", "示例国家计量院"}, 3, 1},
	{"EX-NMI", NULL, {"Example National Institute of Metrology", "示例国家计量院"}, 4, 1},
};
static const struct zhun_demo_laboratory city[] = {
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 0, 5},
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 0, 5},
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 1, 5},
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 2, 5},
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 3, 6},
	{"EX-CIM", "EXAS L0101", {"Example City Institute of Metrology", "示例市计量技术研究院"}, 4, 6},
};
static const struct zhun_demo_laboratory working[] = {
	{"LAB-A", "EXAS L0214", {"Harbour Electrical Calibration Laboratory", "海港电学校准实验室"}, 0, 26},
	{"LAB-B", "EXAS L0305", {"Northgate Measurement Services", "北门测量技术服务公司"}, 0, 17},
	{"LAB-E", "EXAS L0633", {"Willow Bridge Mass Laboratory", "柳桥质量计量实验室"}, 1, 22},
	{"LAB-C", "EXAS L0412", {"Lakeside Thermal Laboratory", "湖滨热工实验室"}, 2, 18},
	{"LAB-D", "EXAS L0520", {"Old Mill Dimensional Laboratory", "老磨坊几何量实验室"}, 3, 12},
	{"LAB-B", "EXAS L0305", {"Northgate Measurement Services", "北门测量技术服务公司"}, 4, 80},
};
enum { NATIONAL = ZHUN_COUNT(national), CITY = ZHUN_COUNT(city), WORKING = ZHUN_COUNT(working) };

static const struct zhun_demo_owner enterprises[] = {
	{"ENT-BC", {"Bright Cell Battery Packs", "明芯电池科技公司"}},
	{"ENT-SW", {"Swift Wing Drones", "迅翼无人机公司"}},
	{"ENT-CS", {"Clear Stream Pharmaceuticals", "清溪制药公司"}},
	{"ENT-GH", {"Golden Hall Jewellery", "金堂珠宝公司"}},
	{"ENT-SA", {"Sure Arm Robotics", "稳臂机器人公司"}},
	{"ENT-EP", {"East Pier Precision Parts", "东埠精密零件公司"}},
	{"EX-UNI", {"Example City University", "示例市大学"}},
};

/* An item is calibrated so many times in the world's two years. */
enum { CALIBRATIONS = 3 };

uint64_t zhun_demo_random(uint64_t *state)
{
	uint64_t z = (*state += 0x9E3779B97F4A7C15ULL);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
	return z ^ (z >> 31);
}

double zhun_demo_uniform(uint64_t *state)
{
	return (double)(zhun_demo_random(state) >> 11) * 0x1p-53;
}

size_t zhun_demo_upper(void)
{
	return NATIONAL + CITY;
}

/* Who made it for whom, with which standard. The standard of a working laboratory is what the city
 * institute certified for it, that of the city institute what the national one did. */
static void choose_parties(struct zhun_demo_certificate *c, size_t index, const struct zhun_demo_certificate *upper)
{
	if (index < NATIONAL) {
		c->generation = ZHUN_DEMO_NATIONAL;
		c->serial = index;
		c->laboratory = &national[index];
		c->owner = (struct zhun_demo_owner){city[0].code, {city[0].name[0], city[0].name[1]}};
	} else if (index < NATIONAL + CITY) {
		const struct zhun_demo_laboratory *customer = &working[index - NATIONAL];
		c->generation = ZHUN_DEMO_CITY;
		c->serial = index - NATIONAL;
		c->laboratory = &city[c->serial];
		c->owner = (struct zhun_demo_owner){customer->code, {customer->name[0], customer->name[1]}};
		c->parent = &upper[c->laboratory->family];
	} else {
		c->generation = ZHUN_DEMO_WORKING;
		c->serial = index - NATIONAL - CITY;
		size_t item = c->serial / CALIBRATIONS;
		c->laboratory = &working[item % WORKING];
		c->owner = enterprises[item / WORKING % ZHUN_COUNT(enterprises)];
		c->parent = &upper[NATIONAL + item % WORKING];
	}
	c->family = &families[c->laboratory->family];
}

/* Number and serial of the item; the item of a working certificate comes back every third time. */
static void name_things(struct zhun_demo_certificate *c)
{
	bool again = c->generation == ZHUN_DEMO_WORKING;
	size_t item = again ? c->serial / CALIBRATIONS : c->serial;
	static const char *const mark[] = {"N", "S", "W"};
	c->new_item = !again || c->serial % CALIBRATIONS == 0;
	(void)snprintf(c->number, sizeof c->number, "%s-%.4s-%06zu", c->laboratory->code, c->issued, c->serial + 1);
	(void)snprintf(c->item_number, sizeof c->item_number, "%s%02d-%05zu", mark[c->generation],
		       c->laboratory->family + 1, item + 1);
	(void)snprintf(c->item_serial, sizeof c->item_serial, "%.3s-%s%05zu", c->family->maker,
		       mark[c->generation], 20000 + item * 7);
}

/* The parents' work lies before their children's: late 2024 and early 2025, then until November 2026. */
static void choose_dates(struct zhun_demo_certificate *c, uint64_t *state)
{
	static const struct {
		int year, month, span;
	} when[] = {{2024, 10, 60}, {2025, 1, 45}, {2025, 3, 0}};
	int32_t first = zhun_day_of(when[c->generation].year, when[c->generation].month, 1);
	int32_t drawn = (int32_t)(zhun_demo_random(state) % 600);
	int32_t turn = (int32_t)(c->serial % CALIBRATIONS) * 200 + drawn / CALIBRATIONS;
	int32_t day = first + (when[c->generation].span ? drawn % when[c->generation].span : turn);
	(void)zhun_day_text(day, c->performed);
	(void)zhun_day_text(day + drawn % 2, c->until);
	(void)zhun_day_text(day + 2 + drawn % 4, c->issued);
	(void)zhun_day_text(day + 40 + drawn % 30, c->state_since);
}

static void decimal_text(double x, int place, char out[ZHUN_NUMBER_TEXT])
{
	struct zhun_decimal d = zhun_decimal_of(x), r = zhun_decimal_round(&d, place);
	(void)zhun_decimal_text(&r, out);
}

/* U to two digits, rounded up, errors to U's last digit (JCGM 100 7.2.6). */
static void draw_point(struct zhun_demo_certificate *c, size_t i, double share, uint64_t *state)
{
	struct zhun_demo_point *p = &c->points[i];
	struct zhun_number nominal = {0};
	if (zhun_number_parse(c->family->points[i], strlen(c->family->points[i]), &nominal, NULL))
		return;   /* the table's numbers are numbers: its test reads each */
	double best = c->family->floor + c->family->slope * fabs(nominal.value);
	double u = best * c->laboratory->scale * share * c->family->smaller;
	double error = u * (2 * zhun_demo_uniform(state) + zhun_demo_uniform(state) - 1.5);
	struct zhun_decimal d = zhun_decimal_of(u), rounded = zhun_decimal_round_digits(&d, 2, true);
	(void)zhun_decimal_text(&rounded, p->u);
	decimal_text(error, rounded.exponent, p->error);
	(void)snprintf(p->nominal, sizeof p->nominal, "%s", c->family->points[i]);
}

/* One in forty claims less than its laboratory's scope; a few were suspended, withdrawn, replaced. */
void zhun_demo_draw(uint64_t seed, size_t index, const struct zhun_demo_certificate *upper,
		    struct zhun_demo_certificate *ret)
{
	uint64_t state = seed * 0x2545F4914F6CDD1DULL + index;
	struct zhun_demo_certificate c = {.published = true, .state = "valid"};
	unsigned char random[ZHUN_UUID_RANDOM];
	choose_parties(&c, index, upper);
	choose_dates(&c, &state);
	name_things(&c);
	uint64_t bits = zhun_demo_random(&state), luck = zhun_demo_random(&state) % 200;
	bool working_one = c.generation == ZHUN_DEMO_WORKING;
	memcpy(random, &bits, sizeof random);
	zhun_uuid7(1732000000000000 + (int64_t)index * 1000, random, c.id);
	double share = 1.15 + 0.5 * zhun_demo_uniform(&state);
	if (working_one && luck < 5)
		share = 0.4;
	if (working_one && luck >= 195)
		c.state = luck == 199 ? "withdrawn" : luck == 198 ? "suspended" : "superseded";
	c.published = !working_one || c.serial % 7 != 6;
	for (size_t i = 0; i < ZHUN_DEMO_POINTS; i++)
		draw_point(&c, i, share, &state);
	*ret = c;
}

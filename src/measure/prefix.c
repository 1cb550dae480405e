/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prefixes of the SI (Brochure table 7, with the four of 2022) and of IEC 80000-13, in the order
 * of the bits that tools/mkunits writes. */
#include <string.h>

#include "measure/unit_table.h"

const struct unit_prefix unit_prefixes[UNIT_PREFIXES] = {
	{"Q", "昆", "quetta", 30, 0},  {"R", "容", "ronna", 27, 0},   {"Y", "尧", "yotta", 24, 0},
	{"Z", "泽", "zetta", 21, 0},   {"E", "艾", "exa", 18, 0},     {"P", "拍", "peta", 15, 0},
	{"T", "太", "tera", 12, 0},    {"G", "吉", "giga", 9, 0},     {"M", "兆", "mega", 6, 0},
	{"k", "千", "kilo", 3, 0},     {"h", "百", "hecto", 2, 0},    {"da", "十", "deca", 1, 0},
	{"d", "分", "deci", -1, 0},    {"c", "厘", "centi", -2, 0},   {"m", "毫", "milli", -3, 0},
	{"µ", "微", "micro", -6, 0},   {"n", "纳", "nano", -9, 0},    {"p", "皮", "pico", -12, 0},
	{"f", "飞", "femto", -15, 0},  {"a", "阿", "atto", -18, 0},   {"z", "仄", "zepto", -21, 0},
	{"y", "幺", "yocto", -24, 0},  {"r", "柔", "ronto", -27, 0},  {"q", "亏", "quecto", -30, 0},
	{"Ki", "千二进", "kibi", 0, 10}, {"Mi", "兆二进", "mebi", 0, 20}, {"Gi", "吉二进", "gibi", 0, 30},
	{"Ti", "太二进", "tebi", 0, 40}, {"Pi", "拍二进", "pebi", 0, 50}, {"Ei", "艾二进", "exbi", 0, 60},
	{"Zi", "泽二进", "zebi", 0, 70}, {"Yi", "尧二进", "yobi", 0, 80},
};

int unit_prefix_named(const char *s, size_t n)
{
	for (int i = 0; i < UNIT_PREFIXES; i++)
		if (strlen(unit_prefixes[i].dsi) == n && memcmp(unit_prefixes[i].dsi, s, n) == 0)
			return i;
	if (n == 4 && memcmp(s, "deka", 4) == 0)
		return unit_prefix_named("deca", 4);
	return -1;
}

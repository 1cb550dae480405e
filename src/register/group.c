/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

const struct zhun_register_group zhun_register_groups[] = {
	{"conformity", {"Conformity and trust", "合格评定与信任"}},
	{"measurement", {"Measurement", "计量"}},
	{"standards", {"Standards", "标准"}},
	{"people", {"Organisations and people", "机构与人员"}},
	{"plans", {"Plans", "规划"}},
	{"classes", {"Classifications", "分类"}},
	{"accounts", {"Administration", "管理"}},
	{0},
};

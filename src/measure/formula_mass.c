/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mass in air: densities of air and water, buoyancy, conventional mass. */
#include "measure/formula_tables.h"

#define T_AIR {"t", "°C", {"temperature of the air", "空气温度"}}
#define P_AIR {"p", "hPa", {"pressure of the air", "大气压力"}}
#define H_AIR {"h", "%", {"relative humidity", "相对湿度"}}
#define RHO_AIR {"rho_a", "kg/m^3", {"density of the air", "空气密度"}}

/* clang-format off */
const struct zhun_formula formulas_mass[] = {
	{"air_density_simple", "kg/m^3", "(0.34848*p - 0.009*h*exp(0.061*t))/(273.15 + t)",
	 {"density of moist air, good to 2 parts in 10⁴ between 600 hPa and 1100 hPa, 15 °C and 27 °C, 20 % and 80 %",
	  "湿空气密度，在 600 hPa～1100 hPa、15 ℃～27 ℃、20 %～80 % 内准确到 2×10⁻⁴"},
	 "OIML R 111-1:2004 E.3",
	 {T_AIR, P_AIR, H_AIR}},
	/* saturation pressure, enhancement factor f, mole fraction of water x_v, compressibility Z; R 8.314472 */
	{"air_density_cipm", "kg/m^3",
	 "let T = t + 273.15; let P = 100*p; "
	 "let s = exp(1.2378847e-5*T^2 - 1.9121316e-2*T + 33.93711047 - 6343.1645/T); "
	 "let f = 1.00062 + 3.14e-8*P + 5.6e-7*t^2; let x = h/100*f*s/P; "
	 "let Z = 1 - P/T*(1.58123e-6 - 2.9331e-8*t + 1.1043e-10*t^2 + (5.707e-6 - 2.051e-8*t)*x "
	 "+ (1.9898e-4 - 2.376e-6*t)*x^2) + (P/T)^2*(1.83e-11 - 0.765e-8*x^2); "
	 "let M = 28.96546e-3 + 12.011e-3*(c - 0.0004); "
	 "P*M/(Z*8.314472*T)*(1 - x*(1 - 18.01528e-3/M))",
	 {"density of moist air, CIPM-2007; of the equation itself u is 2.2×10⁻⁵ of the value",
	  "湿空气密度，CIPM-2007；公式本身的相对标准不确定度为 2.2×10⁻⁵"},
	 "Picard et al., Metrologia 45 (2008) 149",
	 {T_AIR, P_AIR, H_AIR, {"c", "1", {"mole fraction of carbon dioxide, usually 0.0004", "二氧化碳摩尔分数，通常 0.0004"}}}},
	{"water_density", "kg/m^3",
	 "999.97495*(1 - (t - 3.983035)^2*(t + 301.797)/(522528.9*(t + 69.34881)))",
	 {"density of air-free water at 101 325 Pa, 0 °C to 40 °C", "101 325 Pa 下无空气水的密度，0 ℃～40 ℃"},
	 "Tanaka et al., Metrologia 38 (2001) 301",
	 {{"t", "°C", {"temperature of the water", "水温"}}}},
	{"mass_in_air", "kg", "m*(1 - rho_a/rho_r)/(1 - rho_a/rho)",
	 {"mass of what balances a standard in air", "在空气中与标准平衡的物体的质量"},
	 "OIML R 111-1:2004 C.6.3",
	 {{"m", "kg", {"mass of the standard", "标准的质量"}},
	  RHO_AIR,
	  {"rho_r", "kg/m^3", {"density of the standard", "标准的密度"}},
	  {"rho", "kg/m^3", {"density of what is weighed", "被称物体的密度"}}}},
	{"mass_of_reading", "kg", "i*(1 - rho_j/8000)/(1 - rho_a/rho)",
	 {"mass from the reading of a balance that was adjusted with weights of 8000 kg/m³",
	  "由以 8000 kg/m³ 砝码校准的天平示值求质量"},
	 "OIML R 111-1:2004 10; EURAMET cg-18 A2",
	 {{"i", "kg", {"reading", "示值"}},
	  RHO_AIR,
	  {"rho_j", "kg/m^3", {"density of the air when it was adjusted", "校准天平时的空气密度"}},
	  {"rho", "kg/m^3", {"density of what is weighed", "被称物体的密度"}}}},
	{"conventional_mass", "kg", "m*(1 - 1.2/rho)/(1 - 1.2/8000)",
	 {"conventional mass: against 8000 kg/m³ in air of 1.2 kg/m³", "约定质量：在 1.2 kg/m³ 空气中相对于 8000 kg/m³"},
	 "OIML D 28:2004",
	 {{"m", "kg", {"mass", "质量"}}, {"rho", "kg/m^3", {"density of the body", "物体的密度"}}}},
	{"mass_of_conventional", "kg", "m*(1 - 1.2/8000)/(1 - 1.2/rho)",
	 {"mass from conventional mass", "由约定质量求质量"},
	 "OIML D 28:2004",
	 {{"m", "kg", {"conventional mass", "约定质量"}}, {"rho", "kg/m^3", {"density of the body", "物体的密度"}}}},
	{0},
};
/* clang-format on */

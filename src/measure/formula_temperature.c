/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Platinum thermometers: industrial ones by Callendar and Van Dusen, standard ones by ITS-90, whose
 * deviation functions take the ratio W, so that t = its90_inverse(W - its90_deviation(W, a, b, c)).
 */
#include "measure/formula_tables.h"

#define RATIO {"w", "1", {"resistance over that at 0.01 °C", "与 0.01 ℃ 时电阻之比"}}
#define OF_CERTIFICATE(name) {name, "1", {"coefficient of the certificate", "证书给出的系数"}}

/* one correction by Newton of the temperature a, below 0 °C */
#define CLOSER(from, to) \
	"let " to " = " from " - (1 + 3.9083e-3*" from " - 5.775e-7*" from "^2 - 4.183e-12*(" from " - 100)*" from \
	"^3 - w)/(3.9083e-3 - 1.155e-6*" from " - 4.183e-12*(4*" from "^3 - 300*" from "^2)); "

/* clang-format off */
const struct zhun_formula formulas_temperature[] = {
	{"platinum_ratio", "1",
	 "1 + 3.9083e-3*t - 5.775e-7*t^2 + if(t < 0, -4.183e-12*(t - 100)*t^3, 0)",
	 {"resistance of an industrial platinum thermometer over that at 0 °C, from −200 °C to 850 °C "
	  "(Callendar–Van Dusen)",
	  "工业铂电阻温度计的电阻与 0 ℃ 时电阻之比，−200 ℃～850 ℃（Callendar–Van Dusen 公式）"},
	 "IEC 60751:2022 5.1",
	 {{"t", "°C", {"temperature", "温度"}}}},
	/* above 0 °C the root of a quadratic; below it that root, corrected three times */
	{"platinum_temperature", "°C",
	 "let a = 2*(w - 1)/(3.9083e-3 + sqrt(3.9083e-3^2 - 4*5.775e-7*(w - 1))); "
	 CLOSER("a", "b") CLOSER("b", "c") CLOSER("c", "d") "if(w < 1, d, a)",
	 {"temperature of an industrial platinum thermometer from its resistance over that at 0 °C "
	  "(Callendar–Van Dusen)",
	  "由工业铂电阻温度计的电阻与 0 ℃ 时电阻之比求温度（Callendar–Van Dusen 公式）"},
	 "IEC 60751:2022 5.1",
	 {{"w", "1", {"resistance over that at 0 °C", "与 0 ℃ 时电阻之比"}}}},
	{"callendar_van_dusen", "1",
	 "1 + a*t + b*t^2 + if(t < 0, c*(t - 100)*t^3, 0)",
	 {"resistance over that at 0 °C with the coefficients of one's own thermometer",
	  "以温度计自身系数求电阻与 0 ℃ 时电阻之比"},
	 "IEC 60751:2022 5.1",
	 {{"t", "°C", {"temperature", "温度"}},
	  {"a", "1/K", {"coefficient A of the certificate", "证书给出的系数 A"}},
	  {"b", "1/K^2", {"coefficient B of the certificate", "证书给出的系数 B"}},
	  {"c", "1/K^4", {"coefficient C of the certificate", "证书给出的系数 C"}}}},
	{"its90_reference", "1",
	 "let x = (log((t + 273.15)/273.16) + 1.5)/1.5; let y = t/481 - 1; "
	 "if(t < -259.3467, 0/0, if(t < 0.01, "
	 "exp(-2.13534729 + x*(3.1832472 + x*(-1.80143597 + x*(0.71727204 + x*(0.50344027 + x*(-0.61899395 "
	 "+ x*(-0.05332322 + x*(0.28021362 + x*(0.10715224 + x*(-0.29302865 + x*(0.04459872 "
	 "+ x*(0.11868632 - x*0.05248134)))))))))))), if(t <= 961.78, "
	 "2.78157254 + y*(1.64650916 + y*(-0.1371439 + y*(-0.00649767 + y*(-0.00234444 + y*(0.00511868 "
	 "+ y*(0.00187982 + y*(-0.00204472 + y*(-0.00046122 + y*0.00045724)))))))), 0/0)))",
	 {"reference function W_r of standard platinum thermometers, 13.8033 K to 961.78 °C",
	  "标准铂电阻温度计参考函数 W_r，13.8033 K～961.78 ℃"},
	 "ITS-90, 3.3.1 (equations 9a and 10a)",
	 {{"t", "°C", {"temperature", "温度"}}}},
	{"its90_inverse", "°C",
	 "let x = (w^(1/6) - 0.65)/0.35; let y = (w - 2.64)/1.64; "
	 "if(w < 0.00119, 0/0, if(w < 1, "
	 "273.16*(0.183324722 + x*(0.240975303 + x*(0.209108771 + x*(0.190439972 + x*(0.142648498 "
	 "+ x*(0.077993465 + x*(0.012475611 + x*(-0.032267127 + x*(-0.075291522 + x*(-0.05647067 "
	 "+ x*(0.076201285 + x*(0.123893204 + x*(-0.029201193 + x*(-0.091173542 + x*(0.001317696 "
	 "+ x*0.026025526))))))))))))))) - 273.15, if(w <= 4.28642054, "
	 "439.932854 + y*(472.41802 + y*(37.684494 + y*(7.472018 + y*(2.920828 + y*(0.005184 + y*(-0.963864 "
	 "+ y*(-0.188732 + y*(0.191203 + y*0.049025)))))))), 0/0)))",
	 {"temperature from W_r: equivalent to the reference function within 0.1 mK below and 0.13 mK above 0.01 °C",
	  "由 W_r 求温度：0.01 ℃ 以下与参考函数之差在 0.1 mK 内，以上在 0.13 mK 内"},
	 "ITS-90, 3.3.1 (equations 9b and 10b)",
	 {{"w", "1", {"W_r, the ratio freed of its deviation", "扣除偏差后的电阻比 W_r"}}}},
	{"its90_deviation", "1", "a*(w - 1) + b*(w - 1)^2 + c*(w - 1)^3",
	 {"deviation W − W_r from 0 °C to 660.323 °C (c = 0 to 419.527 °C and 231.928 °C, b = 0 too to 156.5985 °C and "
	  "29.7646 °C), and from −38.8344 °C to 29.7646 °C with c = 0",
	  "偏差 W − W_r，0 ℃～660.323 ℃（至 419.527 ℃ 与 231.928 ℃ 时 c = 0，至 156.5985 ℃ 与 29.7646 ℃ 时 b 也为 0），"
	  "以及 −38.8344 ℃～29.7646 ℃（c = 0）"},
	 "ITS-90, 3.3.2 (equation 14 with d = 0) and 3.3.3",
	 {RATIO, OF_CERTIFICATE("a"), OF_CERTIFICATE("b"), OF_CERTIFICATE("c")}},
	{"its90_deviation_silver", "1", "a*(w - 1) + b*(w - 1)^2 + c*(w - 1)^3 + d*(w - v)^2",
	 {"deviation W − W_r from 660.323 °C to 961.78 °C", "偏差 W − W_r，660.323 ℃～961.78 ℃"},
	 "ITS-90, 3.3.2 (equation 14)",
	 {RATIO, OF_CERTIFICATE("a"), OF_CERTIFICATE("b"), OF_CERTIFICATE("c"), OF_CERTIFICATE("d"),
	  {"v", "1", {"ratio at 660.323 °C", "660.323 ℃ 时的电阻比"}}}},
	{"its90_deviation_argon", "1", "a*(w - 1) + b*(w - 1)*log(w)",
	 {"deviation W − W_r from −189.3442 °C to 0.01 °C", "偏差 W − W_r，−189.3442 ℃～0.01 ℃"},
	 "ITS-90, 3.3.1.3 (equation 13)",
	 {RATIO, OF_CERTIFICATE("a"), OF_CERTIFICATE("b")}},
	{0},
};
/* clang-format on */

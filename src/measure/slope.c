/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/slope.h"

#include <math.h>

double slope_real(enum step_kind kind, double x, double y)
{
	switch (kind) {
	case STEP_NEGATE:
		return -1.0;
	case STEP_SQRT:
		return 0.5 / y;
	case STEP_EXP:
		return y;
	case STEP_LOG:
		return 1.0 / x;
	case STEP_LOG10:
		return 1.0 / (x * 2.30258509299404568402);
	case STEP_SIN:
		return cos(x);
	case STEP_COS:
		return -sin(x);
	case STEP_TAN:
		return 1.0 + y * y;
	case STEP_ASIN:
		return 1.0 / sqrt((1.0 - x) * (1.0 + x));
	case STEP_ACOS:
		return -1.0 / sqrt((1.0 - x) * (1.0 + x));
	case STEP_ATAN:
		return 1.0 / (1.0 + x * x);
	case STEP_SINH:
		return cosh(x);
	case STEP_COSH:
		return sinh(x);
	case STEP_TANH:
		return (1.0 - y) * (1.0 + y);
	case STEP_ABS:
		return x < 0.0 ? -1.0 : 1.0;
	case STEP_INPUT:
	case STEP_CONSTANT:
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
	case STEP_POWER:
	case STEP_POWER_CONSTANT:
	case STEP_ATAN2:
	case STEP_COMPLEX:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
	case STEP_ARG:
	case STEP_LESS:
	case STEP_AT_MOST:
	case STEP_WHERE:
		break;
	}
	return 0.0;
}

double complex slope_complex(enum step_kind kind, double complex z, double complex y)
{
	switch (kind) {
	case STEP_NEGATE:
		return -1.0;
	case STEP_SQRT:
		return 0.5 / y;
	case STEP_EXP:
		return y;
	case STEP_LOG:
		return 1.0 / z;
	case STEP_LOG10:
		return 1.0 / (z * 2.30258509299404568402);
	case STEP_SIN:
		return ccos(z);
	case STEP_COS:
		return -csin(z);
	case STEP_TAN:
		return 1.0 + y * y;
	case STEP_ASIN:
		return 1.0 / csqrt(1.0 - z * z);
	case STEP_ACOS:
		return -1.0 / csqrt(1.0 - z * z);
	case STEP_ATAN:
		return 1.0 / (1.0 + z * z);
	case STEP_SINH:
		return ccosh(z);
	case STEP_COSH:
		return csinh(z);
	case STEP_TANH:
		return 1.0 - y * y;
	case STEP_INPUT:
	case STEP_CONSTANT:
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
	case STEP_POWER:
	case STEP_POWER_CONSTANT:
	case STEP_ATAN2:
	case STEP_COMPLEX:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
	case STEP_ABS:
	case STEP_ARG:
	case STEP_LESS:
	case STEP_AT_MOST:
	case STEP_WHERE:
		break;
	}
	return 0.0;
}

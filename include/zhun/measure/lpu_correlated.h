/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Effective degrees of freedom where G.4.1 does not hold: inputs that are
 * correlated, and quantities of two parts (complex ones). Inputs whose
 * readings were taken together form a group: their covariances come from the
 * same n − 1 degrees of freedom, and the group counts once. Correlations
 * between groups are taken as known. Nothing is allocated.
 * Sources: Willink, Metrologia 44 (2007) 340; Willink and Hall, Metrologia
 * 39 (2002) 361; JCGM 100:2008 G.4.
 */
#ifndef ZHUN_MEASURE_LPU_CORRELATED_H
#define ZHUN_MEASURE_LPU_CORRELATED_H

#include "zhun/measure/lpu.h"

/** ν of u(output) = u⁴/Σ_g T_g²/ν_g, T_g = Σ_{i in g} Σ_j c_i c_j S_ij. @a group: a number for each input, those with
 *  the same (not 0) belong together and have the same dof; NULL: none do. Without correlation it is
 *  Welch–Satterthwaite's. HUGE_VAL where every dof is infinite. */
double zhun_lpu_dof_correlated(const struct zhun_lpu *l, size_t output, const size_t *group);

/** ν of the covariance matrix of two outputs, real and imaginary part of a complex quantity:
 *  (A + D + F)/(a + d + f), A = 2V₁₁², D = V₁₁V₂₂ + V₁₂², F = 2V₂₂² of the whole and, over their ν, of the parts.
 *  For parts that are independent of one another; groups as above. */
double zhun_lpu_dof_complex(const struct zhun_lpu *l, size_t re, size_t im, const size_t *group);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the fits of regression studies: the uncertainties of their points. */
#ifndef STUDY_FIT_H
#define STUDY_FIT_H

#include "study/study.h"

/** Standard uncertainties of a variable, "x" or "y": u_NAME, or from w_NAME = 1/u². NULL where neither is given. */
enum zhun_code study_fit_u(struct zhun_study *s, const char *variable, size_t points, const double **ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** Covariances of a variable as points × points: cov_NAME, else those of study_fit_u. NULL where none is given. */
enum zhun_code study_fit_covariance(struct zhun_study *s, const char *variable, size_t points, const double **ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** Covariances of each x with each y: cov_xy, a matrix, or a series of the pairs' own. NULL where not given. */
enum zhun_code study_fit_cross(struct zhun_study *s, size_t points, const double **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif

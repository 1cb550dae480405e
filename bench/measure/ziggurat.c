/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A peer of bench/measure: four normals by GSL's ziggurat on mt19937 through a·b/(c + d), mean and u. */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

enum { DRAWS = 10000000 };

int main(void)
{
	struct timespec t0, t1;
	gsl_rng *r = gsl_rng_alloc(gsl_rng_mt19937);
	double mean = 0, square = 0;
	gsl_rng_set(r, 1);
	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t0);
	for (int i = 0; i < DRAWS; i++) {
		double a = 1 + gsl_ran_gaussian_ziggurat(r, 0.1), b = 2 + gsl_ran_gaussian_ziggurat(r, 0.1);
		double c = 3 + gsl_ran_gaussian_ziggurat(r, 0.1), d = 4 + gsl_ran_gaussian_ziggurat(r, 0.1);
		double y = a * b / (c + d);
		mean += y;
		square += y * y;
	}
	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t1);
	mean /= DRAWS;
	printf("%.4f 0 %.10g %.10g\n",
	       (1e9 * (double)(t1.tv_sec - t0.tv_sec) + (double)(t1.tv_nsec - t0.tv_nsec)) / DRAWS, mean,
	       sqrt(square / DRAWS - mean * mean));
	gsl_rng_free(r);
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/matrix.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

/* The columns give the matrix back, whatever its rank and however its variances differ. */
static void root_gives_it_back(void)
{
	enum { N = 6 };
	unsigned long long state = 17;
	for (int round = 0; round < 1000; round++) {
		double c[N][N], s[N * N], rest[N * N], root[N * N], size[N];
		size_t rank = 0, k = 1 + unit_random(&state) % N;
		for (int i = 0; i < N; i++) {
			size[i] = pow(10, (double)(unit_random(&state) % 16) - 8);
			for (size_t m = 0; m < k; m++)
				c[i][m] =
					size[i] * ((double)(unit_random(&state) % 2001) / 1000 - 1);
		}
		for (int i = 0; i < N * N; i++) {
			s[i] = 0;
			for (size_t m = 0; m < k; m++)
				s[i] += c[i / N][m] * c[i % N][m];
		}
		matrix_root(s, N, rest, root, &rank);
		CHECK(rank <= k);
		for (int i = 0; i < N * N; i++) {
			double back = 0;
			for (size_t m = 0; m < rank; m++)
				back += root[m * N + (size_t)(i / N)] *
					root[m * N + (size_t)(i % N)];
			double room = 1e-11 * size[i / N] * size[i % N];
			if (!unit_check(fabs(back - s[i]) <= room, __FILE__, __LINE__, "%g, not %g",
					back, s[i]))
				return;
		}
	}
}

static void correlations(void)
{
	static const double fine[] = {1, -1, -1, 1}, zero[] = {1, 0, 0, 1};
	static const double no_diagonal[] = {0.5, 0, 0, 1}, large[] = {1, 1.1, 1.1, 1};
	struct zhun_error err;
	CHECK_CODE(matrix_check_correlation(arena, NULL, 2, &err), ZHUN_OK, &err);
	CHECK_CODE(matrix_check_correlation(arena, fine, 2, &err), ZHUN_OK, &err);
	CHECK_CODE(matrix_check_correlation(arena, zero, 2, &err), ZHUN_OK, &err);
	CHECK_CODE(matrix_check_correlation(arena, no_diagonal, 2, &err), ZHUN_E_LPU_CORRELATION,
		   &err);
	CHECK_CODE(matrix_check_correlation(arena, large, 2, &err), ZHUN_E_LPU_CORRELATION, &err);
}

static const struct unit_test tests[] = {
	{"matrix: the root gives it back", root_gives_it_back},
	{"matrix: correlations", correlations},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 20);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}

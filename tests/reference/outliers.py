#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of Cochran's C and of Grubbs' statistics by drawing, ten million times: what tests/unit/test_outlier_exact.c
holds the exact ones against, within four standard errors."""
import numpy as np

rng = np.random.default_rng(5725)
DRAWS, BLOCK = 10_000_000, 200_000


def share_below(statistic, at):
    below = sum(np.count_nonzero(statistic(BLOCK) < at) for _ in range(DRAWS // BLOCK))
    p = below / DRAWS
    return p, (p * (1 - p) / DRAWS) ** 0.5


def cochran(labs, n):
    def draw(size):
        v = rng.chisquare(n - 1, (size, labs))
        return v.max(axis=1) / v.sum(axis=1)
    return draw


def squares(x):
    return ((x - x.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)


def pair(n):
    def draw(size):
        x = np.sort(rng.standard_normal((size, n)), axis=1)
        return squares(x[:, :-2]) / squares(x)
    return draw


def single(n):
    def draw(size):
        x = rng.standard_normal((size, n))
        return (x.max(axis=1) - x.mean(axis=1)) / (squares(x) / (n - 1)) ** 0.5
    return draw


for labs, n, at in ((3, 2, 0.7), (8, 3, 0.33), (20, 2, 0.24), (20, 6, 0.13), (40, 4, 0.1)):
    print('Cochran', labs, n, 'P(C < %g)' % at, *share_below(cochran(labs, n), at))
for n, at in ((4, 0.1), (5, 0.02), (8, 0.2), (10, 0.3), (20, 0.45)):
    print('pair of', n, 'P(g < %g)' % at, *share_below(pair(n), at))
for n, at in ((5, 1.2), (10, 1.6), (30, 2.2)):
    print('single of', n, 'P(G < %g)' % at, *share_below(single(n), at))

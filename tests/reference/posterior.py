#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Priors times likelihoods, normalised by mpmath: the expected values of tests/unit/test_posterior.c and
data/examples/studies/risk-posterior*.json."""
import mpmath as mp

mp.mp.dps = 30


def normal(mean, sd):
    return lambda x: mp.npdf(x, mean, sd)


def uniform(low, high):
    return lambda x: mp.mpf(low <= x <= high) / (high - low)


def gamma(shape, scale):
    return lambda x: x ** (shape - 1) * mp.exp(-x / scale) / (mp.gamma(shape) * scale ** shape) if x > 0 else mp.mpf(0)


def beta(a, b, low, high):
    def density(x):
        t = (x - low) / (high - low)
        return t ** (a - 1) * (1 - t) ** (b - 1) / mp.beta(a, b) / (high - low) if 0 < t < 1 else mp.mpf(0)
    return density


def student(scale, dof):
    return lambda x: (mp.gamma((dof + 1) / mp.mpf(2)) / mp.gamma(dof / mp.mpf(2)) / mp.sqrt(dof * mp.pi) / scale *
                      (1 + (x / scale) ** 2 / dof) ** (-(dof + 1) / mp.mpf(2)))


def posterior(name, prior, error, y, low, high, cuts):
    def part(a, b, power):
        inner = [a] + [c for c in cuts if a < c < b] + [b]
        return mp.quad(lambda x: x ** power * prior(x) * error(y - x), inner)
    whole = part(cuts[0], cuts[-1], 0)
    mean = part(cuts[0], cuts[-1], 1) / whole
    square = part(cuts[0], cuts[-1], 2) / whole
    inside = part(max(low, cuts[0]), min(high, cuts[-1]), 0) / whole
    print(name, 'inside', mp.nstr(inside, 17), 'mean', mp.nstr(mean, 17), 'sd',
          mp.nstr(mp.sqrt(square - mean ** 2), 17))


posterior('normal, normal', normal(0.1, 0.4), normal(0, 0.15), 0.9, -1, 1, [-3, 0, 0.5, 0.8, 1.2, 4])
posterior('gamma, uniform', gamma(3, mp.mpf('0.5')), uniform(mp.mpf('-0.3'), mp.mpf('0.3')), mp.mpf('2.9'), -mp.inf, 3,
          [mp.mpf('2.6'), mp.mpf('3.2')])
posterior('uniform, normal', uniform(9, 11), normal(0, 0.3), mp.mpf('10.9'), 9.5, mp.mpf('10.8'), [9, 10, 10.5, 11])
posterior('beta, normal', beta(mp.mpf('0.5'), 2, 0, 1), normal(0, 0.1), mp.mpf('0.1'), 0, mp.mpf('0.2'),
          [0, 0.001, 0.01, 0.1, 0.2, 0.5, 1])
posterior('normal, t', normal(0, 1), student(mp.mpf('0.5'), 4), 2, -2, 2, [-12, -4, -1, 1, 2, 3, 5, 12])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Straight lines through correlated readings, by mpmath, NumPy and SciPy: the expected values
of tests/unit/test_regression_correlated.c and of data/examples/studies/line-*gmr*.json."""
import mpmath as mp
import numpy as np
from scipy.stats import chi2

mp.mp.dps = 40


def line_of_both(x, y, V):
    """(a, b), their covariance and chi2; V the covariance of x and y, one behind the other. The slope is where
    the smallest weighted sum for a given slope has no derivative, to 40 digits."""
    n = len(x)
    V = mp.matrix(V.tolist())
    of_x, cross, of_y = V[:n, :n], V[:n, n:], V[n:, n:]
    x, y, ones = mp.matrix(x.tolist()), mp.matrix(y.tolist()), mp.ones(n, 1)

    def at(b):
        weight = (of_y - b * (cross + cross.T) + b * b * of_x) ** -1
        rest = y - b * x
        a = (ones.T * weight * rest)[0] / (ones.T * weight * ones)[0]
        rest = rest - a * ones
        return a, rest, weight

    def square(b):
        a, rest, weight = at(b)
        return (rest.T * weight * rest)[0]

    b = mp.findroot(lambda t: mp.diff(square, t), np.polyfit(np.array(x.tolist(), float)[:, 0],
                                                             np.array(y.tolist(), float)[:, 0], 1)[0])
    a, rest, weight = at(b)
    adjusted = x + (b * of_x - cross) * weight * rest
    columns = mp.matrix(n, 2)
    columns[:, 0], columns[:, 1] = ones, adjusted
    covariance = (columns.T * weight * columns) ** -1
    return np.array([float(a), float(b)]), np.array(covariance.tolist(), float), float(square(b))


def linear(design, y, V):
    """Coefficients, covariance and chi2 of a linear model whose observations have covariance V."""
    weight = np.linalg.inv(V)
    covariance = np.linalg.inv(design.T @ weight @ design)
    c = covariance @ design.T @ weight @ y
    return c, covariance, (y - design @ c) @ weight @ (y - design @ c)


def show(name, c, covariance, square, dof):
    print(name)
    print('  coefficients', *map(repr, c))
    print('  u', *map(repr, np.sqrt(np.diag(covariance))), 'covariance', repr(covariance[0, 1]))
    print('  chi2', repr(square), 'p', repr(chi2.sf(square, dof)))


def forward(c, covariance, x, u_x):
    row = np.array([x ** i for i in range(len(c))])
    slope = sum(i * c[i] * x ** (i - 1) for i in range(1, len(c)))
    print('  at', x, repr(row @ c), 'u', repr((row @ covariance @ row + (slope * u_x) ** 2) ** 0.5))


def inverse(c, covariance, y0, u_y0):
    x0 = (y0 - c[0]) / c[1]
    row = np.array([1, x0])
    print('  x0', repr(x0), 'u', repr((u_y0 ** 2 + row @ covariance @ row) ** 0.5 / abs(c[1])))


# ISO/TS 28037:2010 clause 10, table 25; the standard prints a 0.3424, b 1.0012, u 2.0569 and 0.0090,
# covariance -0.0129, chi2 1.772
x = np.array([50.4, 99.0, 149.9, 200.4, 248.5, 299.7, 349.1])
y = np.array([52.3, 97.8, 149.7, 200.1, 250.4, 300.9, 349.2])
of_x = np.array([[0.50, 0.00, 0.25, 0.00, 0.25, 0.00, 0.25], [0.00, 1.25, 1.00, 0.00, 0.00, 1.00, 1.00],
                 [0.25, 1.00, 1.50, 0.00, 0.25, 1.00, 1.25], [0.00, 0.00, 0.00, 1.25, 1.00, 1.00, 1.00],
                 [0.25, 0.00, 0.25, 1.00, 1.50, 1.00, 1.25], [0.00, 1.00, 1.00, 1.00, 1.00, 2.25, 2.00],
                 [0.25, 1.00, 1.25, 1.00, 1.25, 2.00, 2.50]])
of_y = np.ones((7, 7)) + 4 * np.eye(7)
none = np.zeros((7, 7))
c, C, square = line_of_both(x, y, np.block([[of_x, none], [none, of_y]]))
show('ISO/TS 28037 clause 10', c, C, square, 5)
forward(c, C, 220, 0.5)
inverse(c, C, 225, 1.5)

# clause 8: covariances of the pairs
x = np.array([1.2, 1.9, 2.9, 4.0, 4.7, 5.9])
y = np.array([3.4, 4.4, 7.2, 8.5, 10.8, 13.5])
pairs = 0.036 * np.eye(6)
c, C, square = line_of_both(x, y, np.block([[0.04 * np.eye(6), pairs], [pairs, np.diag([0.04] * 3 + [0.16] * 3)]]))
show('ISO/TS 28037 clause 8', c, C, square, 4)

# clause 9, and a parabola: readings with a common part
x = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
y = np.array([1.3, 4.1, 6.9, 7.5, 10.2, 12.0])
V = np.diag([1.0, 1.0, 1.0, 4.0, 4.0, 4.0]) + 1
c, C, square = linear(np.vander(x, 2, increasing=True), y, V)
show('readings with a common part, line', c, C, square, 4)
forward(c, C, 3.5, 0.2)
inverse(c, C, 10.5, 1.0)
c, C, square = linear(np.vander(x, 3, increasing=True), y, V)
show('readings with a common part, parabola', c, C, square, 3)
forward(c, C, 3.5, 0.2)

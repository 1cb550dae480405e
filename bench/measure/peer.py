#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers of bench/measure in Python: `peer.py WHAT [NAME]` does the work named and prints a cost each in
nanoseconds of processor time, a 0, then results that must agree with ours."""
import math
import sys
import time

DRAWS, BLOCK = 10_000_000, 100_000


def montecarlo(name):
    import numpy as np
    rng = np.random.default_rng(1)

    def normal(mean, u):
        return rng.normal(mean, u, BLOCK)

    def uniform(mean, half):
        return rng.uniform(mean - half, mean + half, BLOCK)

    def curvilinear(half, inexactness):
        return rng.uniform(-1, 1, BLOCK) * rng.uniform(half - inexactness, half + inexactness, BLOCK)

    def product():
        return normal(1, 0.1) * normal(2, 0.1) * normal(3, 0.2)

    def functions():
        return normal(1, 0.1) * np.exp(-normal(0.5, 0.02) * normal(2, 0.1)) * np.sin(normal(1, 0.05)) + np.log(
            normal(10, 1))

    def gauge():
        ls = 50000623 + 25 * rng.standard_t(18, BLOCK)
        rest = 215 + 6 * rng.standard_t(24, BLOCK) + 4 * rng.standard_t(5, BLOCK) + 7 * rng.standard_t(8, BLOCK)
        theta = normal(-0.1, 0.2) + 0.5 * np.sin(rng.uniform(0, 2 * math.pi, BLOCK))
        return ls + rest - ls * (curvilinear(1e-6, 0.1e-6) * theta +
                                 uniform(11.5e-6, 2e-6) * curvilinear(0.05, 0.025)) - 50000000

    def h1():
        ls = normal(50000623, 25)
        return ls + normal(215, 9.7) - ls * (uniform(0, 1e-6) * normal(-0.1, 0.41) +
                                             uniform(11.5e-6, 2e-6) * uniform(0, 0.05))

    model = locals()[name]
    start = time.process_time()
    y = np.empty(DRAWS)
    for i in range(0, DRAWS, BLOCK):
        y[i:i + BLOCK] = model()
    mean, u = y.mean(), y.std(ddof=1)
    ends = (DRAWS // 40, DRAWS - DRAWS // 40)
    y.partition(ends)
    cost = 1e9 * (time.process_time() - start) / DRAWS
    print(cost, 0, mean, u, y[ends[0]], y[ends[1]])


def first_order(times):
    from uncertainties import ufloat
    ls, d, da = ufloat(50000623, 25), ufloat(215, 9.7), ufloat(0, 5.8e-7)
    theta, alpha, dt = ufloat(-0.1, 0.41), ufloat(11.5e-6, 1.2e-6), ufloat(0, 0.029)
    start = time.process_time()
    for _ in range(times):
        y = ls + d - ls * (da * theta + alpha * dt)
        value, u = y.nominal_value, y.std_dev
    print(1e9 * (time.process_time() - start) / times, 0, value, u)


def arrays(n=256 * 256):
    """Its cost is one of each element: fewer than ours tell it."""
    import numpy
    from uncertainties import unumpy
    x = 1 + 1e-6 * numpy.arange(n)
    start = time.process_time()
    a, b, c = unumpy.uarray(x, 0.01 * x), unumpy.uarray(2 + 0 * x, 0.03 + 0 * x), unumpy.uarray(3 + x, 0.02 + 0 * x)
    y = a * b / c
    values, u = unumpy.nominal_values(y), unumpy.std_devs(y)
    print(1e9 * (time.process_time() - start) / n, 0, values.sum(), u.sum())


def risk(times=200):
    """Each integral over where its integrand is not nothing, split at the tolerance's limits ± 8u."""
    from scipy.integrate import quad
    from scipy.special import ndtr
    limit, accept, up, um = 1.0, 0.9, 0.4, 0.1
    front = 1 / (up * math.sqrt(2 * math.pi))

    def accepted(x):
        return (ndtr((accept - x) / um) - ndtr((-accept - x) / um)) * front * math.exp(-0.5 * (x / up)**2)

    def rejected(x):
        return (ndtr((x - accept) / um) + ndtr((-accept - x) / um)) * front * math.exp(-0.5 * (x / up)**2)

    def part(f, low, high):
        return quad(f, low, high, epsabs=1e-10, epsrel=0)[0]

    start = time.process_time()
    for _ in range(times):
        pfa = part(accepted, limit, limit + 8 * um) + part(accepted, -limit - 8 * um, -limit)
        pfr = part(rejected, -limit, 8 * um - limit) + part(rejected, limit - 8 * um, limit)
    print(1e9 * (time.process_time() - start) / times, 0, pfa, pfr)


def main():
    what = sys.argv[1]
    if what == "one":
        montecarlo(sys.argv[2])
    elif what == "lpu":
        first_order(5000)
    elif what == "start":
        first_order(1)
    elif what == "arrays":
        arrays()
    elif what == "risk":
        risk()
    else:
        sys.exit(2)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check standards, uncertain points of charts, T2 of points: the expected values of
tests/unit/test_check_standard.c and data/examples/studies/{check-standard,hotelling-points,chart-*}.json."""
import numpy as np
from scipy.stats import f, norm, t

values = np.array([10.0012, 10.0009, 10.0015, 10.0011, 10.0008, 10.0013, 10.0010, 10.0031])
earlier = np.array([10.0010, 10.0012, 10.0009, 10.0011, 10.0012, 10.0010])
accepted, u_accepted, u = 10.0010, 0.0002, 0.0004
n, s = len(values), values.std(ddof=1)
print('mean', repr(values.mean()), 's', repr(s))
for name, sd in (('scatter', s), ('budget', u), ('joined', np.hypot(s, u))):
    wide = np.hypot(sd, u_accepted)
    print(name, 'sd', repr(wide), 'k 3', repr(accepted - 3 * wide), repr(accepted + 3 * wide), 'k 2',
          repr(accepted + 2 * wide))
own, all_ = s * s / n, s * s / n + u_accepted ** 2
difference, dof = values.mean() - accepted, (n - 1) * (all_ / own) ** 2
print('bias', repr(difference), 'u', repr(all_ ** 0.5), 't', repr(difference / all_ ** 0.5), 'dof', repr(dof), 'p',
      repr(2 * t.sf(abs(difference) / all_ ** 0.5, dof)))
F = s * s / earlier.var(ddof=1)
print('scatter F', repr(F), 'p', repr(f.sf(F, n - 1, len(earlier) - 1)))
print('point', repr(norm.cdf((9.7 - 10.28) / 0.05) + norm.sf((10.3 - 10.28) / 0.05)))

x = np.array([10.2, 5.1, 1.1, 10.0, 5.3, 1.3, 10.4, 5.0, 1.2, 9.9, 5.2, 1.0, 10.1, 5.4, 1.4, 10.3, 4.9, 1.2, 10.0, 5.1,
              1.1]).reshape(7, 3)
later = np.array([[10.1, 5.2, 1.2], [10.6, 5.6, 1.0]])
noise = np.diag([0.01, 0.01, 0.0025])


def squares(points, add):
    S = np.cov(x.T) + add
    return [float((p - x.mean(axis=0)) @ np.linalg.solve(S, p - x.mean(axis=0))) for p in points]


print('T2 of the observations', squares(x, 0))
print('T2 later', squares(later, 0), 'with noise', squares(later, noise))
print('limit of phase 2', repr(3 * 8 * 6 / (7 * 4) * f.ppf(0.95, 3, 4)))

individual = np.array([12.4, 12.6, 12.3, 12.9, 12.5, 12.7, 12.2, 12.8])
moving = np.abs(np.diff(individual)).mean()
print('sigma', repr(moving / (2 / np.pi ** 0.5)), 'table', repr(moving / 1.128), 'mean', repr(individual.mean()))
print('process', repr(((moving * np.pi ** 0.5 / 2) ** 2 - 0.15 ** 2) ** 0.5))
groups = np.array([[1.002, 1.004, 1.003], [1.005, 1.003, 1.004], [1.001, 1.002, 1.003], [1.009, 1.012, 1.010]])
c4 = 0.886226925452758
for k in (3, 4):
    sd = groups[:k].std(axis=1, ddof=1).mean() / c4
    wide = 3 * sd / 3 ** 0.5
    print('groups of', k, 'xbar', repr(groups[:k].mean() - wide), repr(groups[:k].mean() + wide),
          's high', repr(sd * c4 + 3 * sd * (1 - c4 ** 2) ** 0.5))
span = np.ptp(groups[:3], axis=1).mean()
print('by range and tables, xbar', repr(groups[:3].mean() + 3 * span / 1.693 / 3 ** 0.5), 'r high',
      repr(span + 3 * 0.888 * span / 1.693))

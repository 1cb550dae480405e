#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nested designs of any shape by projections: mean squares y' A y, expectations tr(A Z Z'). The expected values
of tests/unit/test_nested_tree.c and data/examples/studies/nested-*.json."""
import numpy as np
from scipy.stats import f


def labels(tree, level, depth, path=()):
    if level == depth:
        return [(path, float(tree))]
    return [leaf for i, branch in enumerate(tree) for leaf in labels(branch, level + 1, depth, path + (i,))]


def analyse(tree, depth):
    leaves = labels(tree, 0, depth)
    y = np.array([v for _, v in leaves])
    n = len(y)
    incidence = []
    for level in range(1, depth + 1):
        keys = sorted({p[:level] for p, _ in leaves})
        incidence.append(np.array([[float(p[:level] == k) for k in keys] for p, _ in leaves]))
    project = [np.full((n, n), 1 / n)] + [z @ np.linalg.inv(z.T @ z) @ z.T for z in incidence]
    square = [project[i + 1] - project[i] for i in range(depth)]
    df = np.array([round(np.trace(a)) for a in square], float)
    ss = np.array([(y - y[0]) @ a @ (y - y[0]) for a in square])
    ms = ss / df
    expect = np.array([[np.trace(a @ z @ z.T) / d for z in incidence] for a, d in zip(square, df)])
    of = np.linalg.inv(expect)
    part = of * ms
    component = part.sum(axis=1)
    dof = component ** 2 / (part ** 2 / df).sum(axis=1)
    print('ss', ss.tolist(), 'df', df.tolist(), 'ms', ms.tolist())
    print('expected mean squares', np.round(expect, 10).tolist())
    print('components', component.tolist(), 'dof', dof.tolist())
    for level in range(depth - 1):
        below = expect[level].copy()
        below[level] = 0
        c = below @ of
        against = c @ ms
        nu = against ** 2 / ((c * ms) ** 2 / df).sum()
        print('level', level + 1, 'F', repr(ms[level] / against), 'p', repr(f.sf(ms[level] / against, df[level], nu)))
    mean = np.array([(z.sum(axis=0) ** 2).sum() / n ** 2 for z in incidence]) @ of
    variance = mean @ ms
    print('mean', repr(y.mean()), 'u', repr(variance ** 0.5), 'dof',
          repr(variance ** 2 / ((mean * ms) ** 2 / df).sum()))


print('staggered: laboratories of two days, of which the first has two readings')
analyse([[['40.2', '40.5'], ['41.1']], [['39.8', '39.6'], ['39.1']], [['42.0', '41.7'], ['42.4']],
         [['40.9', '41.0'], ['40.1']], [['38.9', '39.4'], ['40.0']], [['41.5', '41.4'], ['41.9']]], 3)
print('unequal numbers')
analyse([['10.1', '10.4', '10.2'], ['11.0', '10.8'], ['9.7', '9.9', '9.8', '10.0', '9.6'], ['10.5', '10.6']], 2)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that tests/unit take from books and standards, computed here by other ways (NumPy and SciPy), so that none
rests on a printed page alone. Prints what differs from the printed figure by more than its last digit."""
import re
from pathlib import Path

import numpy as np
from scipy.stats import beta, chi2, f, norm, t

differing = 0


def hold(what, got, printed, digit):
    global differing
    off = abs(got - printed) > 0.51 * digit
    differing += off
    print('DIFFERS' if off else 'ok', what, f'{got:.8g}', 'printed', printed)


# Montgomery, tables 9.3 and 9.11: run lengths by Markov chains of many states (Brook and Evans 1972)
def run_length(matrix, start):
    return np.linalg.solve(np.eye(len(matrix)) - matrix, np.ones(len(matrix)))[start]


def cusum_one_side(k, h, shift, states=1200):
    w = 2 * h / (2 * states - 1)
    i = np.arange(states)
    up = norm.cdf((i[None, :] - i[:, None]) * w + w / 2 + k - shift)
    matrix = np.diff(up, axis=1, prepend=0)
    return run_length(matrix, 0)


def cusum(k, h, shift):
    return 1 / (1 / cusum_one_side(k, h, shift) + 1 / cusum_one_side(k, h, -shift))


def ewma(lam, width, shift, states=1201):
    limit = width * (lam / (2 - lam)) ** 0.5
    edge = np.linspace(-limit, limit, states + 1)
    middle = (edge[:-1] + edge[1:]) / 2
    cdf = norm.cdf((edge[None, :] - (1 - lam) * middle[:, None]) / lam - shift)
    return run_length(np.diff(cdf, axis=1), states // 2)


for h, shift, printed, digit in ((4, 0, 168, 1), (4, .5, 26.6, .1), (4, 1, 8.38, .01), (4, 3, 2.19, .01),
                                 (5, 0, 465, 1), (5, .5, 38.0, .1), (5, 1, 10.4, .1), (5, 2, 4.01, .01)):
    hold(f'CUSUM h {h} shift {shift}', cusum(.5, h, shift), printed, digit)
for lam, width, shift, printed, digit in ((.4, 3.054, 0, 500, 2), (.4, 3.054, 1, 14.3, .1), (.1, 2.814, 0, 500, 2),
                                          (.1, 2.814, 1, 10.3, .1), (.05, 2.615, 0, 500, 3), (.05, 2.615, 1, 11.4, .1),
                                          (.1, 2.814, 3, 2.87, .01)):
    hold(f'EWMA {lam} {width} shift {shift}', ewma(lam, width, shift), printed, digit)

# Montgomery, charts of counts; T2 of 20 subgroups of 10 of two variables
p = 347 / 1500
hold('p chart', p, .2313, 1e-4)
hold('p low', p - 3 * (p * (1 - p) / 50) ** .5, .0524, 1e-4)
hold('p high', p + 3 * (p * (1 - p) / 50) ** .5, .4102, 1e-4)
c = 516 / 26
hold('c chart', c, 19.85, .01)
hold('c low', c - 3 * c ** .5, 6.48, .01)
hold('c high (printed from the rounded centre)', 19.85 + 3 * 19.85 ** .5, 33.22, .01)
hold('T2', 2 * 19 * 9 / (20 * 10 - 20 - 2 + 1) * f.ppf(.999, 2, 20 * 10 - 20 - 2 + 1), 13.72, .01)


def initialisers(declaration):
    """The numbers of an array in test_gauge.c, so that its data are those that are checked."""
    text = (Path(__file__).parents[1] / 'unit' / 'test_gauge.c').read_text()
    body = re.search(re.escape(declaration) + r' = \{(.*?)\};', text, re.S).group(1)
    return np.array([float(v) for v in re.findall(r'-?\d+\.?\d*', body)])


# AIAG MSA, 4th edition, III B: linearity, five parts with twelve readings each
part = np.repeat([2., 4, 6, 8, 10], 12)
bias = initialisers('readings[5][12]') - part
b, a = np.polyfit(part, bias, 1)
rest = ((bias - a - b * part) ** 2).sum()
hold('linearity slope', b, -.131667, 1e-6)
hold('linearity intercept', a, .736667, 1e-6)
hold('linearity s', (rest / 58) ** .5, .23954, 1e-5)
hold('linearity R2', 1 - rest / ((bias - bias.mean()) ** 2).sum(), .714, .001)

# AIAG MSA, 4th edition: gauge study of ten parts, three appraisers, three trials
x = initialisers('aiag[]').reshape(10, 3, 3)
grand, cell = x.mean(), x.mean(axis=2)
of_part, of_operator = 9 * ((x.mean(axis=(1, 2)) - grand) ** 2).sum(), 30 * ((x.mean(axis=(0, 2)) - grand) ** 2).sum()
within = ((x - cell[:, :, None]) ** 2).sum()
both = ((x - grand) ** 2).sum() - of_part - of_operator - within
pooled = (both + within) / (18 + 60)
of_o = (of_operator / 2 - pooled) / 30
of_p = (of_part / 9 - pooled) / 9
for what, got, printed in (('EV', pooled, .03997), ('AV', of_o, .05146), ('GRR', pooled + of_o, .09143),
                           ('PV', of_p, 1.08645), ('TV', pooled + of_o + of_p, 1.17788)):
    hold('gauge ' + what, got, printed, 1e-5)

# ISO 5725-2 B.1 (sulphur in coal, level 1)
coal = [[.71, .71, .70, .71], [.69, .67, .68], [.66, .65, .69], [.67, .65, .66], [.70, .69, .66, .71, .69],
        [.73, .74, .73], [.71, .71, .69], [.70, .65, .68]]
n = np.array([len(r) for r in coal])
means = np.array([np.mean(r) for r in coal])
all_ = n.sum()
mean = (n * means).sum() / all_
s_r2 = sum(((np.array(r) - np.mean(r)) ** 2).sum() for r in coal) / (all_ - len(coal))
s_d2 = (n * (means - mean) ** 2).sum() / (len(coal) - 1)
average = (all_ - (n ** 2).sum() / all_) / (len(coal) - 1)
hold('coal mean', mean, .690, .001)
hold('coal s_r', s_r2 ** .5, .015, .001)
hold('coal s_R', ((s_d2 - s_r2) / average + s_r2) ** .5, .026, .001)


# ISO 5725-2, tables of critical values, whose last digit is not always the nearest
LAST = .002


def share(labs, n_, tail):
    return beta.isf(tail, (n_ - 1) / 2, (labs - 1) * (n_ - 1) / 2)


for labs, n_, at_5, at_1 in ((3, 2, .967, .993), (5, 3, .684, .788), (8, 3, .516, .615), (10, 2, .602, .718)):
    hold(f'Cochran {labs} {n_} 5 %', share(labs, n_, .05 / labs), at_5, LAST)
    hold(f'Cochran {labs} {n_} 1 %', share(labs, n_, .01 / labs), at_1, LAST)
for n_, at_1, at_5 in ((4, 1.496, 1.481), (5, 1.764, 1.715), (8, 2.274, 2.126), (10, 2.482, 2.290), (20, 3.001, 2.709)):
    for alpha, printed in ((.01, at_1), (.05, at_5)):
        q = t.isf(alpha / 2 / n_, n_ - 2)
        hold(f'Grubbs {n_} {alpha}', (n_ - 1) * q / (n_ * (n_ - 2 + q * q)) ** .5, printed, LAST)
for alpha, printed in ((.01, 2.06), (.05, 1.75)):
    q = t.isf(alpha / 2, 6)
    hold(f'Mandel h 8 {alpha}', 7 * q / (8 * (6 + q * q)) ** .5, printed, .01)
for n_, printed in ((2, 1.71), (3, 1.64)):
    hold(f'Mandel k 3 {n_}', (3 * share(3, n_, .01)) ** .5, printed, .01)

# ISO 13528:2022 table B.1: factors for duplicates
for g, f1, f2 in ((20, 1.59, .57), (15, 1.69, .71), (10, 1.88, 1.01), (7, 2.10, 1.43)):
    hold(f'B.1 F1 {g}', chi2.ppf(.95, g - 1) / (g - 1), f1, .01)
    hold(f'B.1 F2 {g}', (f.ppf(.95, g - 1, g) - 1) / 2, f2, .01)

# algorithms A and S, ISO 5725-5 table 1
inside = chi2.cdf(1.5 ** 2, 3)
hold('algorithm A (printed 1.134, exactly 1.1334)', (inside + 1.5 ** 2 * chi2.sf(1.5 ** 2, 1)) ** -.5, 1.134, LAST)
eta2 = chi2.ppf(.9, 1)
hold('algorithm S eta', eta2 ** .5, 1.645, .001)
hold('algorithm S xi', (chi2.cdf(eta2, 3) + .1 * eta2) ** -.5, 1.097, .001)

# Willink and Hall: regions of two quantities
hold('F 0.95 (2, 9)', f.ppf(.95, 2, 9), 4.256494729093748, 1e-12)
print(differing, 'differ')

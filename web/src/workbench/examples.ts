// SPDX-License-Identifier: GPL-3.0-or-later
// The examples that ship, to begin from: the same files that the tests hold against published numbers.
import buoyancy from '../../../data/examples/buoyancy-comparison.yaml?raw';
import gauge from '../../../data/examples/gum-h1-end-gauge.yaml?raw';
import impedance from '../../../data/examples/gum-h2-impedance.yaml?raw';
import mass from '../../../data/examples/jcgm101-mass.yaml?raw';
import weight from '../../../data/examples/ea402-s2-mass.yaml?raw';
import study from '../../../data/examples/gauge-study.json?raw';
import type { Texts } from '../model.ts';

export const examples: { name: string; title: Texts; text: string }[] = [
  { name: 'h1', title: { en: 'End gauge (GUM H.1)', zh: '量块（GUM H.1）' }, text: gauge },
  { name: 'h2', title: { en: 'Impedance (GUM H.2)', zh: '阻抗（GUM H.2）' }, text: impedance },
  { name: 'mass', title: { en: 'Mass (JCGM 101 9.3)', zh: '质量（JCGM 101 9.3）' }, text: mass },
  { name: 'weight', title: { en: 'Weight of 10 kg (EA-4/02 S2)', zh: '10 kg 砝码（EA-4/02 S2）' }, text: weight },
  { name: 'buoyancy', title: { en: 'Buoyancy', zh: '空气浮力' }, text: buoyancy },
  { name: 'gauge', title: { en: 'Gauge study (AIAG)', zh: '测量系统分析（AIAG）' }, text: study },
];

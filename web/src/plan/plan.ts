// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's dashboard as the server tells it, and how its numbers are set.
import type { PlanDashboard, PlanFigure, PlanFound, PlanStated } from '../api.ts';
import type { Row, Stored, Texts } from '../model.ts';
import { count } from '../values/number.ts';

export type Progress = 'met' | 'on_course' | 'behind' | 'not_met' | 'unknown' | 'no_target';
export type Figure = Omit<PlanFigure, 'progress'> & { progress: Progress };
export type Stated = PlanStated;
export type Found = PlanFound;
export interface Cluster extends Stored {
  code: string;
  name: Texts;
  role: Texts | null;
  services: Texts | null;
  industries: (Row & { name: Texts })[];
}
export interface Project extends Stored {
  code: string;
  name: Texts;
  other_name: Texts | null;
  category: string;
  kind: Texts | null;
  place: string | null;
  state: string | null;
  cluster: { id: string; title: string } | null;
  note: Texts | null;
}
export type Dashboard = Omit<PlanDashboard, 'figures' | 'clusters' | 'projects' | 'plan' | 'progress'> & {
  plan: Stored & { name: Texts; note: Texts | null; code: string };
  progress: Record<Progress, number>;
  figures: Figure[];
  clusters: Cluster[];
  projects: Project[];
};

/** In the order in which a reader wants to know them. */
export const progresses: Progress[] = ['met', 'on_course', 'behind', 'not_met', 'unknown'];
export const areas = ['metrology', 'standards', 'conformity', 'overall', 'cluster'] as const;
export const categories = ['metrology', 'standards', 'conformity'] as const;

/** "11 710 000 000", "0–45": digits in groups. */
export const grouped = (text: string): string => text.replace(/\d{5,}/g, (digits) => count(Number(digits)));

/** Units that are measures; names of what is counted stand in the figure's own name. */
export function unitOf(figure: Figure): string {
  const { unit } = figure;
  if (unit === 'm2') return 'm²';
  return unit === 'CNY' || unit === '%' ? unit : '';
}

/** As the plan words it, else with the sign of its comparator. */
export function worded(stated: Stated, read: (texts: Texts | null) => string): string {
  return read(stated.words as Texts | null) || grouped(stated.text ?? '');
}

/** The list of a register in the client, for the list that the server names. */
export const listAddress = (list: string): string => `/registers/${list}`;

/** The sections of the plan that an area's figures stand in. */
export function sectionsOf(figures: Figure[]): string {
  return [...new Set(figures.map(({ section }) => section).filter(Boolean))].join(', ');
}

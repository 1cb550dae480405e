// SPDX-License-Identifier: GPL-3.0-or-later
// A record's history as its readers think of it: one entry a change. The server answers versions:
// a change from a date writes two, what held until that day and what holds from then on.
import type { Version } from '../model.ts';

export interface Change {
  rev: number;
  what: 'create' | 'update' | 'correct' | 'remove';
  recorded: string;
  account: string | null;
  reason: string | null;
  /** From when, and before when, what it wrote last holds. */
  from: string | null;
  to: string | null;
}

/** The version of a change that holds latest. */
function latest(versions: Version[]): Version {
  return versions.reduce((best, each) => ((each.valid_from ?? '') > (best.valid_from ?? '') ? each : best));
}

/** The version that was written first: later ones of the same revision only state it again. */
function first(versions: Version[]): Version {
  return versions.reduce((best, each) => (each.recorded_from < best.recorded_from ? each : best));
}

/** Versions, the latest write first, to changes in the same order. */
export function changesOf(versions: Version[]): Change[] {
  const revisions = new Map<number, Version[]>();
  for (const version of versions)
    revisions.set(version.rev, [...(revisions.get(version.rev) ?? []), version]);
  const told = [...revisions.entries()].sort(([a], [b]) => b - a).map(([, group]) => {
    const { change, recorded_from } = first(group);
    return { ...latest(group), change, recorded_from };
  });
  return told.map(({ rev, change, recorded_from, valid_from: from, valid_to: to }, n) => {
    const before = told[n + 1];
    // The same beginning as before: what holds was not changed from a day on, but set right.
    const corrected = change.action === 'update' && before !== undefined && before.valid_from === from;
    const { account, reason } = change;
    return {
      rev,
      what: corrected ? 'correct' : change.action,
      recorded: recorded_from,
      account,
      reason,
      from,
      to,
    };
  });
}

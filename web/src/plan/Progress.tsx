// SPDX-License-Identifier: GPL-3.0-or-later
// How far a target has come: a word, a bar, and all targets of a plan at one glance.
import { useSpeech } from '../language.tsx';
import { progresses, type Dashboard, type Figure, type Progress } from './plan.ts';

export function ProgressWord({ progress }: { progress: Progress }) {
  const { say } = useSpeech();
  return <span className={`plan-word ${progress}`}>{say(`plan.progress.${progress}`)}</span>;
}

/** What was found beside its target, which is the bar's end. */
export function ShareBar({ figure }: { figure: Figure }) {
  const { say } = useSpeech();
  if (figure.share === null || figure.target?.comparator === 'qualitative') return null;
  const width = Math.max(0, Math.min(1, figure.share)) * 120;
  return (
    <svg
      className={`plan-bar ${figure.progress}`}
      viewBox="0 0 122 8"
      role="img"
      aria-label={say('plan.share', Math.floor(figure.share * 100))}
    >
      <rect className="ground" x="0" y="2" width="120" height="4" />
      <rect className="share" x="0" y="2" width={width} height="4" />
      <rect className="end" x="120" y="0" width="2" height="8" />
    </svg>
  );
}

/** One bar of all targets, by what is known of them, and its legend. */
export function TargetsBar({ dashboard }: { dashboard: Dashboard }) {
  const { say } = useSpeech();
  const { progress, day } = dashboard;
  const all = progresses.reduce((sum, name) => sum + progress[name], 0);
  if (all === 0) return null;
  let x = 0;
  const shares = progresses.map((name) => {
    const width = (progress[name] / all) * 1000;
    x += width;
    return { name, x: x - width, width };
  });
  return (
    <section className="plan-targets">
      <h2>{say('plan.targets', day)}</h2>
      <svg viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true">
        {shares.map((share) => (
          <rect key={share.name} className={share.name} x={share.x} y="0" width={share.width} height="18" />
        ))}
      </svg>
      <ul className="plan-legend">
        {progresses.map((name) => (
          <li key={name} className={progress[name] ? '' : 'none'}>
            <b>{progress[name]}</b> <ProgressWord progress={name} />
          </li>
        ))}
      </ul>
      <p className="soft">{say('plan.targets.says', all, progress.no_target)}</p>
    </section>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of one chapter: what the plan states, what is known now and from where, what that says.
import { useSpeech } from '../language.tsx';
import { To } from '../router.tsx';
import { count } from '../values/number.ts';
import { grouped, listAddress, unitOf, worded, type Figure, type Stated } from './plan.ts';
import { ProgressWord, ShareBar } from './Progress.tsx';

function StatedNumber({ figure, stated }: { figure: Figure; stated: Stated | null }) {
  const { read } = useSpeech();
  if (!stated) return <span className="soft">–</span>;
  const unit = unitOf(figure);
  return (
    <span className="plan-number" title={stated.text ?? undefined}>
      {worded(stated, read)}
      {unit && <span className="soft"> {unit}</span>}
    </span>
  );
}

/** From where the number is: counted from records, or entered by somebody. */
function Origin({ figure, invented }: { figure: Figure; invented: boolean }) {
  const { say, read } = useSpeech();
  const { found, observation, fault } = figure;
  if (!found) return <span className="plan-origin">{read(fault) || say('plan.nothing')}</span>;
  if (found.how === 'entered' && observation)
    return <span className="plan-origin entered">{say('plan.entered', observation.day, observation.source)}</span>;
  const records = found.records ?? 0;
  const parts = [
    say(invented ? 'plan.counted.invented' : 'plan.counted'),
    records === 1 ? say('plan.records.one') : say('plan.records', count(records)),
    found.without ? say('plan.without', count(found.without)) : '',
    found.partial ? say('plan.partial') : '',
  ];
  return <span className="plan-origin counted">{parts.filter(Boolean).join(' · ')}</span>;
}

export function FoundNumber({ figure, invented }: { figure: Figure; invented: boolean }) {
  const { say, read } = useSpeech();
  const { found, list, undecided_list } = figure;
  const text = found ? grouped(found.text) : '–';
  const name = read(figure.name);
  const unit = found ? unitOf(figure) : '';
  return (
    <div className={found ? `plan-found ${found.how}` : 'plan-found'}>
      {list ? (
        <To className="plan-number" href={listAddress(list)} aria-label={`${text} · ${say('plan.open', name)}`}>
          {text}
        </To>
      ) : (
        <span className="plan-number">{text}</span>
      )}
      {unit && <span className="soft"> {unit}</span>}
      <Origin figure={figure} invented={invented} />
      {undecided_list && found?.undecided ? (
        <To className="plan-origin" href={listAddress(undecided_list)}>
          {say('plan.undecided', count(found.undecided))}
        </To>
      ) : null}
    </div>
  );
}

export function Says({ figure }: { figure: Figure }) {
  const { read } = useSpeech();
  // Why nothing was counted stands beside the number already.
  const reason = read(figure.reason) === read(figure.fault) ? '' : read(figure.reason);
  return (
    <div className="plan-says">
      <ProgressWord progress={figure.progress} />
      <ShareBar figure={figure} />
      {reason && <span className="plan-origin">{reason}</span>}
      {figure.observation?.judgement && figure.observation.grounds && (
        <span className="plan-origin entered">{read(figure.observation.grounds)}</span>
      )}
    </div>
  );
}

function FigureName({ figure }: { figure: Figure }) {
  const { read } = useSpeech();
  return (
    <>
      <To href={`/registers/figures/${figure.id}`}>{read(figure.name)}</To>
      <span className="plan-code">{figure.code}</span>
      {figure.note && <span className="plan-origin plan-note">{read(figure.note)}</span>}
    </>
  );
}

export function FigureTable(props: { title: string; figures: Figure[]; day: string; invented: boolean }) {
  const { title, figures, day, invented } = props;
  const { say } = useSpeech();
  const aims = figures.some(({ target }) => target);
  const stated = figures.some(({ baseline }) => baseline);
  return (
    <table className="sheet plan-figures">
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('plan.figure')}</th>
          {stated && <th scope="col">{say('plan.baseline')}</th>}
          {aims && <th scope="col">{say('plan.target')}</th>}
          <th scope="col">{say('plan.found', day)}</th>
          {aims && <th scope="col">{say('plan.says')}</th>}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id}>
            <th scope="row">
              <FigureName figure={figure} />
            </th>
            {stated && (
              <td data-label={say('plan.baseline')}>
                <StatedNumber figure={figure} stated={figure.baseline} />
                {figure.baseline?.year ? (
                  <span className="plan-origin">{say('plan.year', figure.baseline.year)}</span>
                ) : null}
              </td>
            )}
            {aims && (
              <td data-label={say('plan.target')}>
                <StatedNumber figure={figure} stated={figure.target} />
                {figure.target?.year ? <span className="plan-origin">{say('plan.by', figure.target.year)}</span> : null}
              </td>
            )}
            <td data-label={say('plan.found', day)}>
              <FoundNumber figure={figure} invented={invented} />
            </td>
            {aims && (
              <td data-label={say('plan.says')}>
                <Says figure={figure} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

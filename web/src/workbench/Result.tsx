// SPDX-License-Identifier: GPL-3.0-or-later
// One output of a budget: the result as it is reported, the table with the shares of u², what Monte
// Carlo says, and the decision.
import { useSpeech } from '../language.tsx';
import type { Answer, Line, MonteCarlo, Output } from './ask.ts';

/** The components with their shares: the bars are the tornado. */
function Table({ lines }: { lines: Line[] }) {
  const { say, read } = useSpeech();
  const sorted = [...lines].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return (
    <div className="sheet-box" role="region" aria-label={say('workbench.table')} tabIndex={0}>
      <table className="sheet budget">
        <thead>
          <tr>
            <th scope="col">{say('workbench.quantity')}</th>
            <th scope="col">{say('workbench.share')}</th>
            <th scope="col" className="end">
              {say('workbench.value')}
            </th>
            <th scope="col" className="end">
              <i>u</i>
            </th>
            <th scope="col" className="end">
              <i>ν</i>
            </th>
            <th scope="col" className="end">
              <i>c</i>·<i>u</i>
            </th>
            <th scope="col" className="end">
              <i>c</i>
            </th>
            <th scope="col">{say('workbench.distribution')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <tr key={line.name}>
              <th scope="row">
                <code>{line.name}</code> <span className="soft small">{read(line.title)}</span>
              </th>
              <td className="share" data-label={say('workbench.share')}>
                <span>
                  <meter min={0} max={1} value={line.share ?? 0} aria-label={line.share_text ?? ''} />
                  {line.share_text}
                </span>
              </td>
              <td className="end" data-label={say('workbench.value')}>
                {line.value_text}
              </td>
              <td className="end" data-label="u">
                {line.u_text}
              </td>
              <td className="end" data-label="ν">
                {line.dof_text}
              </td>
              <td className="end" data-label="c·u">
                {line.contribution_text}
              </td>
              <td className="end" data-label="c">
                {line.sensitivity_text}
              </td>
              <td data-label={say('workbench.distribution')}>{read(line.distribution_text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const width = 640;
const height = 200;

/** The draws by class, the normal curve of the first order over them, the interval's ends. */
function Histogram({ output, run }: { output: Output; run: MonteCarlo }) {
  const { say } = useSpeech();
  const { from, width: step, counts } = run.histogram;
  const drawn = counts.reduce((sum, count) => sum + count, 0) + run.histogram.outside;
  const scale = output.u * Math.sqrt(2 * Math.PI);
  const normal = (x: number) => Math.exp(-(((x - output.value) / output.u) ** 2) / 2) / scale;
  const top = 1.08 * Math.max(...counts.map((count) => count / drawn / step), normal(output.value));
  const x = (value: number) => ((value - from) / (step * counts.length)) * width;
  const y = (density: number) => height - (density / top) * height;
  const within = (value: number) => value >= run.low && value <= run.high;
  const count = run.draws.toLocaleString('en').replaceAll(',', '\u2009');
  const curve = Array.from({ length: 121 }, (_, n) => from + (n / 120) * step * counts.length)
    .map((value) => `${x(value).toFixed(1)},${y(normal(value)).toFixed(1)}`)
    .join(' ');
  return (
    <figure className="histogram">
      <svg viewBox={`0 0 ${width} ${height + 24}`} role="img" aria-label={say('workbench.histogram', output.name)}>
        {counts.map((count, n) => (
          <rect
            key={n}
            className={within(from + (n + 0.5) * step) ? 'drawn' : 'drawn out'}
            x={(n / counts.length) * width}
            width={width / counts.length - 0.6}
            y={y(count / drawn / step)}
            height={height - y(count / drawn / step)}
          />
        ))}
        <polyline className="curve" points={curve} />
        {[run.low, run.high].map((end, n) => (
          <line key={n} className="end-line" x1={x(end)} x2={x(end)} y1={0} y2={height} />
        ))}
        <line className="axis" x1={0} x2={width} y1={height} y2={height} />
        <text x={x(run.low)} y={height + 17} textAnchor="middle">
          {run.low_text}
        </text>
        <text x={x(run.high)} y={height + 17} textAnchor="middle">
          {run.high_text}
        </text>
      </svg>
      <figcaption>{say('workbench.histogram.says', count)}</figcaption>
    </figure>
  );
}

export function Result({ output }: { output: Output }) {
  const { say, read } = useSpeech();
  const run = output.monte_carlo;
  const direct = output.without_sampling;
  const warning = output.second_order?.warning;
  return (
    <section className="result">
      <h2>{read(output.title) || output.name}</h2>
      <p className="statement">{read(output.statement)}</p>
      {output.decision && <p className="decision">{read(output.decision.statement)}</p>}
      {output.target && <p>{read(output.target.statement)}</p>}
      {warning && <p className="warned">{read(warning)}</p>}
      <Table lines={output.table} />
      {output.propagation.statement && <p>{read(output.propagation.statement)}</p>}
      {direct && (
        <p>
          <i>u</i>({output.name}) = {direct.u_text}, [{direct.low_text}, {direct.high_text}]. {read(direct.comparison)}
        </p>
      )}
      {run && (
        <>
          <h3>{say('workbench.simulated')}</h3>
          <Histogram output={output} run={run} />
          {run.comparison && <p>{read(run.comparison)}</p>}
          {run.adaptive && <p>{read(run.adaptive.statement)}</p>}
        </>
      )}
    </section>
  );
}

/** What a study's operations gave, a row each. */
export function Answers({ answers }: { answers: Answer[] }) {
  const { say, language } = useSpeech();
  return (
    <div className="sheet-box" role="region" aria-label={say('workbench.table')} tabIndex={0}>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{say('workbench.quantity')}</th>
            <th scope="col">{say('workbench.operation')}</th>
            <th scope="col" className="end">
              {say('workbench.value')}
            </th>
            <th scope="col">{say('workbench.conventions')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer, n) => (
            <tr key={n}>
              <th scope="row">{answer.quantity ?? '–'}</th>
              <td data-label={say('workbench.operation')}>
                <code>{answer.op}</code>
              </td>
              <td className="end" data-label={say('workbench.value')}>
                {answer.value ?? '–'}
              </td>
              <td className={answer.code ? 'failed' : 'soft'} data-label={say('workbench.conventions')}>
                {answer.code
                  ? `${language === 'zh' ? answer.detail_zh : answer.detail_en} (${answer.place})`
                  : Object.entries(answer.conventions as Record<string, string>)
                      .map(([name, word]) => `${name}: ${word}`)
                      .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { recoloured } from '../appearance.ts';
import { useSpeech } from '../language.tsx';
import { unitText } from '../values/unit.ts';
import type { Drawing } from './chart.ts';
import { coverageOf, isStandard, unitOf, type Sheet } from './results.ts';
import { Symbols, useResultName } from './ResultTables.tsx';
import { firstChoice, hasBars, isPlottable, points } from './series.ts';

/** Lists as points with bars of uncertainty; nothing where there is nothing to plot. */
export function Plot({ sheet }: { sheet: Sheet }) {
  const first = firstChoice(sheet);
  return first && <ChosenPlot sheet={sheet} first={first} />;
}

function ChosenPlot({ sheet, first }: { sheet: Sheet; first: { y: number; x: number } }) {
  const { say } = useSpeech();
  const nameOf = useResultName();
  const [{ y, x }, choose] = useState(first);
  const id = useId();
  const results = sheet.results
    .map((result, value) => ({ value, label: nameOf(result), able: isPlottable(result) }))
    .filter(({ able }) => able);
  const named = (index: number) =>
    index < 0
      ? { name: say('certificate.plot.point'), unit: '' }
      : { name: nameOf(sheet.results[index]!), unit: unitText(unitOf(sheet.results[index]!.values)) };
  const shown = sheet.results[y]!;
  const { k, p } = coverageOf(shown.values);
  const coverage = [k && `k = ${k}`, p && `p = ${p}`].filter(Boolean).join(', ');
  const drawing: Drawing = { points: points(sheet, y, x), x: named(x), y: named(y), coverage };
  const barsSentence = !hasBars(shown)
    ? say('certificate.plot.none')
    : isStandard(k)
      ? say('certificate.plot.bars.standard')
      : say('certificate.plot.bars', coverage || say('certificate.coverage.row'));
  return (
    <figure className="plot">
      <div className="plot-choice">
        <label htmlFor={`${id}-y`}>{say('certificate.plot.of')}</label>
        <Select
          id={`${id}-y`}
          value={y}
          options={results}
          popupMatchSelectWidth={false}
          onChange={(chosen: number) => choose({ y: chosen, x: chosen === x ? -1 : x })}
        />
        <label htmlFor={`${id}-x`}>{say('certificate.plot.against')}</label>
        <Select
          id={`${id}-x`}
          value={x}
          options={[
            ...results.filter(({ value }) => value !== y),
            { value: -1, label: say('certificate.plot.point') },
          ]}
          popupMatchSelectWidth={false}
          onChange={(chosen: number) => choose({ y, x: chosen })}
        />
      </div>
      <Canvas
        drawing={drawing}
        label={say('certificate.plot.alt', drawing.y.name, drawing.x.name, drawing.points.length)}
      />
      <figcaption>
        <Symbols text={barsSentence} /> {barsAreSmall(drawing) && say('certificate.plot.small')}
      </figcaption>
    </figure>
  );
}

/** Bars that the eye would take for none must be spoken of. */
function barsAreSmall({ points: all }: Drawing): boolean {
  const bars = all.map(({ bar }) => bar);
  const largest = Math.max(...bars);
  const height = Math.max(...all.map(({ y }) => y)) - Math.min(...all.map(({ y }) => y)) + 2 * largest;
  return largest > 0 && 2 * largest < height / 100;
}

function Canvas({ drawing, label }: { drawing: Drawing; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof import('./chart.ts').draw> | null>(null);
  const latest = useRef(drawing);
  latest.current = drawing;
  useEffect(() => {
    let ended = false;
    const seen = new ResizeObserver(() => chart.current?.fit());
    const again = () => chart.current?.set(latest.current);
    addEventListener(recoloured, again);
    void import('./chart.ts').then(({ draw }) => {
      if (ended || !element.current) return;
      chart.current = draw(element.current);
      chart.current.set(latest.current);
      seen.observe(element.current);
    });
    return () => {
      ended = true;
      removeEventListener(recoloured, again);
      seen.disconnect();
      chart.current?.end();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.set(drawing));
  return <div ref={element} className="canvas" role="img" aria-label={label} />;
}

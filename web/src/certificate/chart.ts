// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing itself. Only this file knows ECharts; it is fetched when a plot is first shown.
import { CustomChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type, type Palette } from '../theme.ts';
import { digits, withUnit } from '../values/number.ts';
import type { Point } from './series.ts';

// The canvas renderer: the SVG one writes style attributes, which the server's policy refuses.
use([CustomChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Drawing {
  points: Point[];
  x: { name: string; unit: string };
  y: { name: string; unit: string };
  /** Said of U in the tooltip: `k = 2`. */
  coverage: string;
}

/** A colour of the page as it is now: a canvas knows no variables. */
const colour = (name: keyof Palette) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--z-c-${name}`).trim();

/** Quantity over unit, as an axis is labelled: the numbers on it are the quotient. */
const axisName = ({ name, unit }: Drawing['x']) => (unit ? `${name} / ${unit}` : name);

const axis = (name: string, gap: number) => ({
  type: 'value' as const,
  name,
  nameLocation: 'middle' as const,
  nameGap: gap,
  scale: true,
  nameTextStyle: { color: colour('soft'), fontFamily: type.sans, fontSize: 12 },
  axisLabel: {
    color: colour('soft'),
    fontFamily: type.sans,
    fontSize: 12,
    formatter: (value: number) => digits(String(Number(value.toPrecision(12)))),
    hideOverlap: true,
  },
  axisLine: { show: true, onZero: false, lineStyle: { color: colour('rule') } },
  axisTick: { show: true, lineStyle: { color: colour('rule') } },
  splitLine: { show: false },
});

/** The room the bars need, and a twentieth around it. */
function extent(low: number, high: number): { min: number; max: number } {
  const margin = (high - low || Math.abs(high) || 1) / 20;
  return { min: low - margin, max: high + margin };
}

type Api = { value: (n: number) => number; coord: (at: [number, number]) => [number, number] };

/** A bar from y − U to y + U with short ends. */
function bar(_: unknown, api: Api) {
  const [x, y, half] = [api.value(0), api.value(1), api.value(2)];
  if (!half) return null;
  const [left, top] = api.coord([x, y + half]);
  const [, bottom] = api.coord([x, y - half]);
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour('accent'), lineWidth: 1.25 },
  });
  return {
    type: 'group',
    children: [
      line(left, top, left, bottom),
      line(left - 4, top, left + 4, top),
      line(left - 4, bottom, left + 4, bottom),
    ],
  };
}

function tooltipText({ points, x, y, coverage }: Drawing, n: number): string {
  const { text } = points[n]!;
  const lines = [
    `${x.name}  ${withUnit(digits(text.x), x.unit)}`,
    `${y.name}  ${withUnit(digits(text.y), y.unit)}`,
  ];
  if (text.bar) lines.push(`U  ${withUnit(digits(text.bar), y.unit)}${coverage && `  (${coverage})`}`);
  return lines.join('\n');
}

/** Draws into an element; what comes back redraws, fits the size, and ends it. */
export function draw(element: HTMLElement): {
  set: (drawing: Drawing) => void;
  fit: () => void;
  end: () => void;
} {
  const chart: EChartsType = init(element, null, { renderer: 'canvas' });
  const set = (drawing: Drawing) => {
    const { points } = drawing;
    const data = points.map(({ x, y, bar: half }) => [x, y, half]);
    const ys = extent(
      Math.min(...points.map(({ y, bar: half }) => y - half)),
      Math.max(...points.map(({ y, bar: half }) => y + half)),
    );
    const xs = extent(Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x)));
    const round = (value: number) => Number(value.toPrecision(4));
    chart.setOption(
      {
        animation: false,
        textStyle: { fontFamily: type.sans },
        grid: {
          left: 12,
          right: 16,
          top: 16,
          bottom: 12,
          outerBoundsMode: 'same',
          outerBoundsContain: 'all',
        },
        xAxis: {
          ...axis(axisName(drawing.x), 30),
          min: xs.min,
          max: xs.max,
          axisLabel: { ...axis('', 0).axisLabel, showMinLabel: false, showMaxLabel: false },
        },
        yAxis: {
          ...axis(axisName(drawing.y), 56),
          min: round(ys.min),
          max: round(ys.max),
          axisLabel: { ...axis('', 0).axisLabel, showMinLabel: false, showMaxLabel: false },
        },
        tooltip: {
          renderMode: 'richText',
          trigger: 'item',
          padding: 10,
          backgroundColor: colour('paper'),
          borderColor: colour('rule'),
          textStyle: { color: colour('ink'), fontFamily: type.sans, fontSize: 13, lineHeight: 20 },
          formatter: ({ dataIndex }: { dataIndex: number }) => tooltipText(drawing, dataIndex),
        },
        series: [
          { type: 'custom', renderItem: bar as never, data, silent: true, z: 1, encode: { x: 0, y: [1] } },
          {
            type: 'scatter',
            data,
            symbolSize: 7,
            itemStyle: { color: colour('paper'), borderColor: colour('accent'), borderWidth: 1.75 },
            z: 2,
            encode: { x: 0, y: 1 },
          },
        ],
      },
      true,
    );
  };
  return { set, fit: () => chart.resize(), end: () => chart.dispose() };
}

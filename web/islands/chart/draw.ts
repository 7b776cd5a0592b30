import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { isDark } from '../drawing';
import { font, palette, type Palette } from '../palette';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

type Row = { name: string; values: (number | null)[]; absent: (string | null)[] };
export type ChartData = {
  kind: 'bar' | 'line' | 'stacked' | 'across';
  categories: string[];
  series: Row[];
  target?: Row;
  references?: Row[];
  marks: { category: number; label: string }[];
  growing?: number[];
  unit?: string;
  decimals: number;
  max?: number;
};

const hollow = ['emptyTriangle', 'emptyDiamond', 'emptyRect', 'emptyCircle'];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow', 'circle'];

export function draw(plot: HTMLElement, data: ChartData, before: EChartsType | undefined): EChartsType {
  const across = data.kind === 'across';
  if (across) plot.parentElement?.style.removeProperty('height');
  if (across) plot.style.height = `${data.categories.length * (data.series.length > 1 ? 22 * data.series.length + 10 : 34) + 70}px`;
  const chart = before ?? init(plot);
  chart.resize();
  chart.setOption(option(data, palette(isDark()), plot.clientWidth), true);
  return chart;
}

function option(data: ChartData, colours: Palette, width: number) {
  const across = data.kind === 'across';
  const number = new Intl.NumberFormat('en', { minimumFractionDigits: data.decimals, maximumFractionDigits: data.decimals });
  const plain = (value: number) => number.format(value).replace('-', '\u2212');
  const shown = (value: number) => `${plain(value)}${data.unit ?? ''}`;
  const rows = [...data.series, ...(data.target ? [data.target] : []), ...(data.references ?? [])];
  const legend = rows.length > 1;
  const narrow = width < 480;
  const top = legend ? 12 + 22 * legendLines(rows, width) : 8;
  const growing = new Set((data.growing ?? []).map(at => data.categories[at]));
  const category = {
    type: 'category' as const, data: data.categories, inverse: across, axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.quiet, fontSize: 12, hideOverlap: true, formatter: (label: string) => (growing.has(label) ? label.replace(/ ?\(/, '\n(') : label), ...(across ? { width: narrow ? 110 : 180, overflow: 'break' as const, lineHeight: 14 } : {}) },
  };
  const value = {
    type: 'value' as const, max: data.max ?? null, splitNumber: narrow ? 3 : 5,
    axisLabel: { color: colours.quiet, fontSize: 12, formatter: (at: number) => compact(at) },
    splitLine: { lineStyle: { color: colours.line } },
    name: data.unit && !across ? data.unit.trim() : '', nameTextStyle: { color: colours.quiet, align: 'left' as const }, nameGap: 12,
  };
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font() },
    color: colours.categories,
    grid: { left: 4, right: across ? 48 : 12, top: top + (value.name || (data.marks.length > 0 && !across) ? 22 : 8), bottom: growing.size > 0 && !across ? 12 : 4, containLabel: true },
    legend: { show: legend, top: 0, left: 0, itemGap: 14, itemWidth: 22, itemHeight: 10, data: legendOf(rows, data), textStyle: { color: colours.text, fontSize: 12 } },
    tooltip: {
      trigger: 'axis' as const,
      // drawn on the canvas: the usual one writes style attributes, which the content security policy forbids
      renderMode: 'richText' as const,
      confine: true, backgroundColor: colours.tip, borderColor: colours.line, padding: 10,
      textStyle: { color: colours.text, fontSize: 12 },
      axisPointer: { type: data.kind === 'line' ? ('line' as const) : ('shadow' as const) },
      formatter: (points: unknown) => tip(points, data, rows, shown),
    },
    xAxis: across ? { ...value, name: '' } : category,
    yAxis: across ? category : value,
    series: [
      // over standing bars there is no room for the unit; the axis names it
      ...data.series.map((row, index) => series(row, index, data, colours, across ? shown : plain)),
      ...(data.target ? [target(data.target, colours, across)] : []),
      ...(data.references ?? []).map((row, index) => reference(row, index, colours)),
      ...(data.kind === 'line' ? absent(data, colours) : []),
    ],
  };
}

function series(row: Row, index: number, data: ChartData, colours: Palette, shown: (value: number) => string) {
  const marks = index === 0 && data.kind !== 'across' && data.marks.length > 0 ? { markLine: {
    symbol: 'none', silent: true, lineStyle: { color: colours.quiet, type: 'dotted' as const },
    label: { color: colours.quiet, fontSize: 11, position: 'end' as const, formatter: '{b}' },
    data: data.marks.map(mark => ({ xAxis: mark.category, name: mark.label })),
  } } : {};
  if (data.kind === 'line') {
    return { type: 'line' as const, name: row.name, data: row.values, symbol: symbols[index % symbols.length]!, symbolSize: 8, lineStyle: { width: 2.5 }, connectNulls: false, ...marks,
      ...(data.growing ? { data: row.values.map((at, place) => (data.growing!.includes(place) && at != null ? { value: at, symbol: 'emptyCircle' } : at)) } : {}) };
  }
  const single = data.series.length === 1 && data.categories.length <= 12;
  return {
    type: 'bar' as const, name: row.name, data: row.values.map((value, at) => (value == null ? reason(row.absent[at], data, colours) : data.growing?.includes(at) ? { value, itemStyle: unfinished(colours.categories[index % colours.categories.length]!, colours) } : value)), barMaxWidth: 36, barGap: '12%',
    ...(data.kind === 'stacked' ? { stack: 'all', itemStyle: { borderColor: colours.surface, borderWidth: 1 } } : { itemStyle: { borderRadius: data.kind === 'across' ? [0, 3, 3, 0] : [3, 3, 0, 0] } }),
    label: { show: single, position: data.kind === 'across' ? ('right' as const) : ('top' as const), color: colours.text, fontSize: 12,
      formatter: (point: { value: unknown }) => (typeof point.value === 'number' ? shown(point.value) : '') },
    ...marks,
  };
}

// a year that is not over: an outline, so that no fall is read into it
const unfinished = (colour: string, colours: Palette) => ({ color: colours.surface, borderColor: colour, borderWidth: 1.5, borderType: 'dashed' as const });

// all names are seen, on as many lines as they need; widths as the font has them, nearly
const legendLines = (rows: Row[], width: number) => {
  let [lines, used] = [1, 0];
  for (const row of rows) {
    const wide = 42 + [...row.name].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e80 ? 12 : 6.8), 0);
    if (used > 0 && used + wide > width) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines;
};

const target = (row: Row, colours: Palette, across: boolean) => across
  ? { type: 'scatter' as const, name: row.name, data: row.values.map((value, at) => [value, at]), symbol: 'rect', symbolSize: [3, 20], itemStyle: { color: colours.target } }
  : { type: 'line' as const, name: row.name, data: row.values, symbol: 'none', lineStyle: { type: 'dashed' as const, width: 2, color: colours.target }, itemStyle: { color: colours.target }, z: 5 };

// others' values: told apart from one's own by dots and hollow signs, not by colour alone
const reference = (row: Row, index: number, colours: Palette) => {
  const colour = colours.categories[(index + 1) % colours.categories.length]!;
  return { type: 'line' as const, name: row.name, data: row.values, symbol: hollow[index % hollow.length]!, symbolSize: 8, connectNulls: true,
    lineStyle: { type: 'dotted' as const, width: 2, color: colour }, itemStyle: { color: colour }, z: 4 };
};

// bars have a block in the legend, the target its dashes, other lines their stroke and sign
const dashes = 'path://M0 4h8v2h-8z M11 4h8v2h-8z M22 4h8v2h-8z';
const legendOf = (rows: Row[], data: ChartData) => rows.map((row, index) => {
  if (row === data.target) return { name: row.name, icon: dashes };
  return index < data.series.length && data.kind !== 'line' ? { name: row.name, icon: 'roundRect' } : { name: row.name };
});

// where no number is, the reason stands in its place: an empty bar with a word
const reason = (word: string | null | undefined, data: ChartData, colours: Palette) => (word
  ? { value: 0, label: { show: true, formatter: word, color: colours.quiet, fontSize: 11, distance: 4,
    ...(data.kind === 'bar' ? { rotate: 90, align: 'left' as const, verticalAlign: 'middle' as const } : {}) } }
  : null);

// and under a line, on the axis
function absent(data: ChartData, colours: Palette) {
  const words = data.categories.map((_, at) => data.series.map(row => row.absent[at]).find(word => word) ?? null);
  return [{
    type: 'scatter' as const, silent: true, symbolSize: 0, z: 6,
    data: words.flatMap((word, at) => (word ? [{ value: [at, 0], name: word }] : [])),
    label: { show: true, formatter: '{b}', color: colours.quiet, fontSize: 11, rotate: 90, align: 'left' as const, verticalAlign: 'middle' as const },
  }];
}

function tip(points: unknown, data: ChartData, rows: Row[], shown: (value: number) => string) {
  const at = (Array.isArray(points) ? (points[0] as { dataIndex?: number } | undefined)?.dataIndex : undefined) ?? 0;
  const lines = rows.map(row => {
    const value = row.values[at];
    return `${row.name}  ${value == null ? (row.absent[at] ?? '') : shown(value)}`;
  });
  const mark = data.marks.filter(one => one.category === at).map(one => one.label);
  return [data.categories[at] ?? '', ...lines, ...mark].join('\n');
}

const compact = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 }).replace('-', '\u2212');

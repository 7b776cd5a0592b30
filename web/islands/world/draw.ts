import { visit } from '@hotwired/turbo';
import { LinesChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GraphicComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import world from 'virtual:world';
import { isDark } from '../drawing';
import { diameter, legend, number } from '../map/circles';
import { projection } from '../map/projection';
import { font, palette, type Palette } from '../palette';

use([LinesChart, ScatterChart, GeoComponent, GraphicComponent, TooltipComponent, CanvasRenderer]);
registerMap('world', world.shapes as never);

/** A number, s for suppressed, null where nobody has reported. */
type Value = number | 's' | null;
type Place = { code: string; name: string; href: string; values: Value[][] };
export type WorldData = {
  home: string;
  years: { key: string; label: string }[];
  shows: { code: string; title: string; unit: string }[];
  places: Place[];
  words: { suppressed: string; missing: string };
};

let seen: DOMStringMap = {};

const mostLines = 25;
const order = ['in', 'out', 'agreements', 'partners'];

function valueOf(place: Place, show: string, at: number): Value {
  if (show !== 'balance') return place.values[order.indexOf(show)]?.[at] ?? null;
  const [come, go] = [place.values[0]?.[at] ?? null, place.values[1]?.[at] ?? null];
  if (come === 's' || go === 's') return 's';
  return come === null || go === null ? null : come - go;
}

export function draw(plot: HTMLElement, data: WorldData, before: EChartsType | undefined): EChartsType {
  // on paper it is drawn outside the element: as it was last seen
  const root = plot.getRootNode();
  if (root instanceof ShadowRoot) seen = (root.host as HTMLElement).dataset;
  const { show = 'in', at = '0', motion } = seen;
  const chart = before ?? init(plot);
  chart.resize();
  // merged into what is there, so that a circle grows from one year to the next
  chart.setOption(option(data, show, Number(at), motion === 'smooth', palette(isDark()), plot.clientWidth, plot.clientHeight) as never, !before);
  chart.off('click');
  chart.on('click', point => {
    const place = data.places.find(one => one.code === point.name);
    if (place) visit(place.href);
  });
  return chart;
}

function option(data: WorldData, show: string, at: number, smooth: boolean, colours: Palette, width: number, height: number) {
  const narrow = width < 560;
  const measure = data.shows.find(one => one.code === show) ?? data.shows[0]!;
  const places = data.places.filter(place => world.centres[place.code]);
  // one scale over all years: only so do the circles tell growth
  const most = Math.max(1, ...places.flatMap(place => data.years.map((_, year) => valueOf(place, show, year)).map(value => (typeof value === 'number' ? Math.abs(value) : 0))));
  const size = (value: number) => diameter(value, most, narrow);
  const told = places.map(place => ({ place, value: valueOf(place, show, at) }));
  const shown = (value: Value) => (value === 's' ? data.words.suppressed : value === null ? data.words.missing : `${sign(value, show)}${measure.unit}`);
  return {
    animation: smooth, animationDuration: 0, animationDurationUpdate: 600,
    textStyle: { fontFamily: font() },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colours.tip, borderColor: colours.line, padding: 10,
      textStyle: { color: colours.text, fontSize: 12 },
      formatter: (point: { name: string; seriesType: string }) => {
        const one = told.find(pair => pair.place.code === point.name);
        return one && point.seriesType === 'scatter' ? `${one.place.name}\n${data.years[at]?.label ?? ''}  ${measure.title}  ${shown(one.value)}` : '';
      },
    },
    geo: {
      map: 'world', projection, roam: false, left: 0, right: 0, top: 0, bottom: narrow ? 40 : 8, silent: true,
      itemStyle: { areaColor: colours.land, borderColor: colours.border, borderWidth: 0.6 },
      emphasis: { disabled: true }, select: { disabled: true },
    },
    series: [
      { id: 'lines', type: 'lines', coordinateSystem: 'geo', silent: true, z: 3, data: lines(data, told, show, most), lineStyle: { color: colours.flow, curveness: 0.25, opacity: 0.5 }, symbol: ['none', 'arrow'], symbolSize: narrow ? 4 : 7 },
      {
        id: 'counts', type: 'scatter', coordinateSystem: 'geo', z: 5,
        // the largest first, so that the small ones lie on top
        data: told.filter(one => typeof one.value === 'number' && one.value !== 0).sort((a, b) => Math.abs(b.value as number) - Math.abs(a.value as number)).map(one => ({
          id: one.place.code, name: one.place.code, value: world.centres[one.place.code], symbolSize: size(one.value as number),
          symbol: (one.value as number) < 0 ? 'diamond' : 'circle', itemStyle: { color: colour(one.value as number, show, colours) },
        })),
        itemStyle: { opacity: 0.75, borderColor: colours.surface, borderWidth: 1 },
      },
      {
        id: 'suppressed', type: 'scatter', coordinateSystem: 'geo', z: 4, symbolSize: narrow ? 6 : 8,
        data: told.filter(one => one.value === 's').map(one => ({ id: one.place.code, name: one.place.code, value: world.centres[one.place.code] })),
        itemStyle: { color: colours.surface, borderColor: colours.quiet, borderWidth: 1.2, borderType: 'dashed' },
      },
    ],
    graphic: legend(most, narrow, colours, height),
  };
}

const sign = (value: number, show: string) => (show === 'balance' && value > 0 ? '+' : '') + number.format(value).replace('-', '\u2212');

function colour(value: number, show: string, colours: Palette) {
  const at = show === 'out' || value < 0 ? 1 : show === 'agreements' ? 2 : show === 'partners' ? 4 : 0;
  return colours.categories[at]!;
}

function lines(data: WorldData, told: { place: Place; value: Value }[], show: string, most: number) {
  const home = world.centres[data.home];
  if (!home || (show !== 'in' && show !== 'out')) return [];
  return told.filter(one => typeof one.value === 'number' && one.value > 0).sort((a, b) => (b.value as number) - (a.value as number)).slice(0, mostLines).map(one => {
    const there = world.centres[one.place.code]!;
    return { id: one.place.code, coords: show === 'in' ? [there, home] : [home, there], lineStyle: { width: 0.8 + 4.2 * Math.sqrt((one.value as number) / most) } };
  });
}

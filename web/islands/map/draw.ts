import { visit } from '@hotwired/turbo';
import { LinesChart, MapChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GraphicComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import world from 'virtual:world';
import { isDark } from '../drawing';
import { font, palette, type Palette } from '../palette';
import { breaks } from './breaks';
import { diameter, legend } from './circles';
import { projection } from './projection';

use([LinesChart, MapChart, ScatterChart, GeoComponent, GraphicComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);
registerMap('world', world.shapes as never);

type Place = { code: string; name: string; value?: number | null; absent?: string; href?: string };
export type MapData = {
  title: string;
  places: Place[];
  flows: { from: string; to: string; value: number }[];
  unit?: string;
  decimals: number;
  noData: string;
  /** A rate or share, which fills the country; a count is a circle on it. */
  normalised: boolean;
  /** A few points, drawn on the part of the world that holds them. */
  pins?: { mark: string; name: string; at: [number, number]; isOurs: boolean }[];
};

export function draw(plot: HTMLElement, data: MapData, before: EChartsType | undefined): EChartsType {
  const chart = before ?? init(plot);
  chart.resize();
  chart.setOption(option(data, palette(isDark()), plot.clientWidth, plot.clientHeight) as never, true);
  chart.off('click');
  chart.on('click', point => {
    const place = data.places.find(one => one.code === point.name);
    if (place?.href) visit(place.href);
  });
  return chart;
}

function option(data: MapData, colours: Palette, width: number, height: number) {
  if (data.pins) return pinned(data.pins, colours);
  const number = new Intl.NumberFormat('en', { minimumFractionDigits: data.decimals, maximumFractionDigits: data.decimals });
  const shown = (value: number) => `${number.format(value)}${data.unit ?? ''}`;
  const byCode = new Map(data.places.map(place => [place.code, place]));
  const small = data.places.filter(place => world.small.includes(place.code) && place.value != null && world.centres[place.code]);
  const narrow = width < 560;
  return {
    animation: false,
    textStyle: { fontFamily: font() },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colours.tip, borderColor: colours.line, padding: 10,
      textStyle: { color: colours.text, fontSize: 12 },
      formatter: (point: { name: string; seriesType: string }) => {
        if (point.seriesType === 'lines') return '';
        const place = byCode.get(point.name);
        if (!place) return data.noData;
        return `${place.name}\n${data.title}  ${place.value == null ? (place.absent ?? '') : shown(place.value)}`;
      },
    },
    geo: {
      map: 'world', projection, roam: false, left: 0, right: 0, top: 0, bottom: narrow ? 30 : 36,
      itemStyle: { areaColor: colours.land, borderColor: colours.border, borderWidth: 0.6 },
      emphasis: { disabled: true },
      select: { disabled: true },
    },
    ...(data.normalised ? filled(data, small, colours, narrow) : counted(data, colours, narrow, height)),
  };
}

// at least so many degrees around a point: a country with its neighbours
const around = 7;

function pinned(pins: NonNullable<MapData['pins']>, colours: Palette) {
  const [west, east] = bounds(pins.map(pin => pin.at[0]));
  const [south, north] = bounds(pins.map(pin => pin.at[1]));
  const point = (pin: (typeof pins)[number]) => ({
    name: pin.name, value: pin.at, symbolSize: [14 + 8 * pin.mark.length, 22], itemStyle: { color: pin.isOurs ? colours.text : colours.categories[0] },
    label: { show: true, formatter: pin.mark, color: colours.surface, fontSize: 12, fontWeight: 600 },
  });
  return {
    animation: false,
    textStyle: { fontFamily: font() },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colours.tip, borderColor: colours.line, padding: 10,
      textStyle: { color: colours.text, fontSize: 12 }, formatter: (at: { name: string; seriesType: string }) => (at.seriesType === 'scatter' ? at.name : ''),
    },
    geo: {
      map: 'world', roam: false, left: 0, right: 0, top: 0, bottom: 0, boundingCoords: [[west, Math.min(north, 84)], [east, Math.max(south, -60)]],
      itemStyle: { areaColor: colours.land, borderColor: colours.border, borderWidth: 0.8 },
      emphasis: { disabled: true }, select: { disabled: true },
    },
    series: [{ type: 'scatter', coordinateSystem: 'geo', symbol: 'roundRect', itemStyle: { borderColor: colours.surface, borderWidth: 1.5, opacity: 1 }, data: pins.map(point) }],
  };
}

function bounds(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(around, (high - low) * 0.2);
  return [low - margin, high + margin];
}

function filled(data: MapData, small: Place[], colours: Palette, narrow: boolean) {
  return {
    visualMap: {
      type: 'piecewise', seriesIndex: [0, 1], orient: 'horizontal', bottom: 0, left: 'center', itemGap: narrow ? 5 : 14, textGap: narrow ? 3 : 8, itemWidth: narrow ? 10 : 16, itemHeight: 12,
      selectedMode: false, textStyle: { color: colours.text, fontSize: narrow ? 11 : 12 },
      pieces: pieces(data, colours), outOfRange: { color: colours.land },
    },
    series: [
      { type: 'map', geoIndex: 0, data: data.places.filter(place => place.value != null).map(place => ({ name: place.code, value: place.value })) },
      {
        type: 'scatter', coordinateSystem: 'geo', symbolSize: narrow ? 7 : 9, itemStyle: { borderColor: colours.text, borderWidth: 0.8, opacity: 1 },
        data: small.map(place => ({ name: place.code, value: [...world.centres[place.code]!, place.value] })),
      },
      lines(data, colours, narrow),
    ],
  };
}

function counted(data: MapData, colours: Palette, narrow: boolean, height: number) {
  const places = data.places.filter(place => place.value != null && place.value > 0 && world.centres[place.code]).sort((a, b) => b.value! - a.value!);
  const most = Math.max(1, ...places.map(place => place.value!));
  return {
    series: [
      {
        type: 'scatter', coordinateSystem: 'geo', z: 5, itemStyle: { color: colours.categories[0], opacity: 0.75, borderColor: colours.surface, borderWidth: 1 },
        data: places.map(place => ({ name: place.code, value: world.centres[place.code], symbolSize: diameter(place.value!, most, narrow) })),
      },
      lines(data, colours, narrow),
    ],
    graphic: legend(most, narrow, colours, height),
  };
}

const lines = (data: MapData, colours: Palette, narrow: boolean) => (
  { type: 'lines', coordinateSystem: 'geo', silent: true, z: 4, data: flows(data), lineStyle: { color: colours.flow, curveness: 0.25, opacity: 0.65 }, symbol: ['none', 'arrow'], symbolSize: narrow ? 4 : 7 });

function pieces(data: MapData, colours: Palette) {
  const shown = (value: number) => value.toLocaleString('en').replace('-', '−');
  const bounds = breaks(data.places.flatMap(place => (place.value == null ? [] : [place.value])), colours.scale.length);
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1]!;
    const last = at === bounds.length - 2;
    const colour = colours.scale[bounds.length === 2 ? 3 : Math.round((at * (colours.scale.length - 1)) / (bounds.length - 2))]!;
    return { gte: from, ...(last ? { lte: to } : { lt: to }), color: colour, label: last ? `≥ ${shown(from)}` : from < 0 ? `${shown(from)} – ${shown(to)}` : `${shown(from)}–${shown(to)}` };
  });
}

function flows(data: MapData) {
  const most = Math.max(...data.flows.map(flow => flow.value), 1);
  return data.flows.flatMap(flow => {
    const from = world.centres[flow.from];
    const to = world.centres[flow.to];
    return from && to ? [{ coords: [from, to], lineStyle: { width: 0.8 + 4.2 * Math.sqrt(flow.value / most) } }] : [];
  });
}

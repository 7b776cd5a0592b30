// The map of the world as the map island needs it, made from world-atlas (Natural Earth, public domain) while bundling:
// coarse shapes, and the centre of every country, so that those too small for a shape are drawn as circles.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import { feature, mergeArcs } from 'topojson-client';

const require = createRequire(import.meta.url);
const read = name => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const alpha2 = new Map(read('i18n-iso-countries/codes.json').map(([code, , number]) => [number, code]));

// Natural Earth gives these no number. XK is the user-assigned code in common use; the others are drawn with the country
// whose ISO code covers them.
const unnumbered = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };
const undrawn = new Set(['AQ']);

function countries(file) {
  const topology = read(file);
  const parts = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const code = alpha2.get(geometry.id) ?? unnumbered[geometry.properties.name];
    if (code && !undrawn.has(code)) parts.set(code, [...(parts.get(code) ?? []), geometry]);
  }
  return [...parts].map(([code, geometries]) => ({
    type: 'Feature',
    id: code,
    properties: { name: code },
    geometry: geometries.length === 1 ? feature(topology, geometries[0]).geometry : feature(topology, mergeArcs(topology, geometries)).geometry,
  }));
}

const round = value => (typeof value === 'number' ? Math.round(value * 100) / 100 : value.map(round));

function centre(shape) {
  const { type, coordinates } = shape.geometry;
  const parts = type === 'Polygon' ? [coordinates] : coordinates;
  const largest = parts.map(part => ({ type: 'Polygon', coordinates: part })).sort((a, b) => geoArea(b) - geoArea(a))[0];
  return round(geoCentroid(largest));
}

function world() {
  const shapes = countries('world-atlas/countries-110m.json');
  const all = countries('world-atlas/countries-50m.json');
  const drawn = new Set(shapes.map(shape => shape.id));
  for (const shape of shapes) shape.geometry.coordinates = round(shape.geometry.coordinates);
  return {
    shapes: { type: 'FeatureCollection', features: shapes },
    centres: Object.fromEntries(all.map(shape => [shape.id, centre(shape)])),
    small: all.map(shape => shape.id).filter(code => !drawn.has(code)),
  };
}

export const worldPlugin = {
  name: 'world',
  setup(build) {
    build.onResolve({ filter: /^virtual:world$/ }, () => ({ path: 'world', namespace: 'world' }));
    build.onLoad({ filter: /.*/, namespace: 'world' }, () => ({ contents: JSON.stringify(world()), loader: 'json' }));
  },
};

import { geoNaturalEarth1 } from 'd3-geo';

// Japan-centred readers or not, the whole world has one middle: the meridian of 11° E cuts no country at the edges
const earth = geoNaturalEarth1().rotate([-11, 0]);

export const projection = {
  project: (point: number[]) => earth(point as [number, number]) ?? [0, 0],
  unproject: (point: number[]) => earth.invert?.(point as [number, number]) ?? [0, 0],
  stream: earth.stream,
};

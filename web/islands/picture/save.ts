// A chart or map as a picture that stands alone: with its title, what it says, its source and its date, in light colours.
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing } from '../drawing';
import { font } from '../palette';
import { Multiples } from './multiples';
import { escape, height, lines, plain, write } from './text';

use([SVGRenderer]);

const width = 960;
const edge = 24;
// a PNG is for slides and paper: twice the size it is shown at
const density = 2;

type Pictured = Pick<Drawing<unknown>, 'id' | 'pictureHeight' | 'drawOnPaper'>;

export async function save(frame: HTMLElement, shown: HTMLElement, kind: 'svg' | 'png') {
  const drawing: Pictured = shown.matches('.multiples') ? new Multiples(shown) : shown as Drawing<unknown>;
  const svg = picture(frame, drawing);
  const name = `${location.pathname.split('/').filter(Boolean).slice(1).join('-') || 'kakehashi'}-${drawing.id}.${kind}`;
  const href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  download(kind === 'svg' ? href : await raster(href, svg.height), name);
}

function picture(frame: HTMLElement, drawing: Pictured) {
  const words = (selector: string, root: ParentNode = frame) => [...root.querySelectorAll(selector)].map(plain).filter(Boolean);
  const page = words('main h1', document)[0] ?? document.title;
  const head = [
    ...lines([page], width - 2 * edge, 14, true, true),
    ...lines(words('.card-title').slice(0, 1), width - 2 * edge, 20, true),
    ...lines(words('.figure-lead').slice(0, 1), width - 2 * edge, 14),
  ];
  const foot = [
    ...lines(words('.figure-note, .card-note'), width - 2 * edge, 11, false, true),
    ...lines(words('.figure-source'), width - 2 * edge, 11, false, true),
    ...lines(words('.freshness span', document), width - 2 * edge, 11, false, true),
    ...lines([[...words('.printed-at', document).slice(0, 1), location.href].join(' · ')], width - 2 * edge, 11, false, true),
    ...lines(words('.synthetic-notice', document).slice(0, 1), width - 2 * edge, 11, true, true),
  ];
  const top = edge + height(head) + 8;
  const tall = drawing.pictureHeight(width - 2 * edge);
  const total = top + tall + 12 + height(foot) + edge;
  const drawn = drawing.drawOnPaper(() => init(null, null, { renderer: 'svg', ssr: true, width: width - 2 * edge, height: tall }), width - 2 * edge, tall);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="${escape(font())}">`
    + `<rect width="${width}" height="${total}" fill="#ffffff"/>${write(head, edge, edge)}`
    + drawn.replace('<svg ', `<svg x="${edge}" y="${top}" `)
    + `${write(foot, edge, top + tall + 12)}</svg>`;
  return { text, height: total };
}

async function raster(href: string, tall: number) {
  const image = new Image();
  image.src = href;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = tall * density;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

function download(href: string, name: string) {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.dataset['turbo'] = 'false';
  link.click();
}

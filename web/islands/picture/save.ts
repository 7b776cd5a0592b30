// A chart or map as a picture that stands alone: with its title, what it says, its source and its date, in light colours.
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing } from '../drawing';
import { font, palette } from '../palette';

use([SVGRenderer]);

const width = 960;
const edge = 24;
// a PNG is for slides and paper: twice the size it is shown at
const density = 2;

type Line = { text: string; size: number; bold: boolean; quiet: boolean };

export async function save(frame: HTMLElement, drawing: Drawing<unknown>, kind: 'svg' | 'png') {
  const svg = picture(frame, drawing);
  const name = `${location.pathname.split('/').filter(Boolean).slice(1).join('-') || 'kakehashi'}-${drawing.id}.${kind}`;
  const href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  download(kind === 'svg' ? href : await raster(href, svg.height), name);
}

function picture(frame: HTMLElement, drawing: Drawing<unknown>) {
  const words = (selector: string, root: ParentNode = frame) => [...root.querySelectorAll(selector)].map(one => one.textContent?.replace(/\s+/g, ' ').trim() ?? '').filter(Boolean);
  const page = words('main h1', document)[0] ?? document.title;
  const head = [
    ...lines([page], 14, true, true),
    ...lines(words('.card-title').slice(0, 1), 20, true),
    ...lines(words('.figure-lead').slice(0, 1), 14),
  ];
  const foot = [
    ...lines(words('.figure-note'), 11, false, true),
    ...lines(words('.figure-source'), 11, false, true),
    ...lines(words('.freshness span', document), 11, false, true),
    ...lines([[...words('.printed-at', document).slice(0, 1), location.href].join(' · ')], 11, false, true),
    ...lines(words('.synthetic-notice', document).slice(0, 1), 11, true, true),
  ];
  const top = edge + height(head) + 8;
  const tall = drawing.pictureHeight(width - 2 * edge);
  const total = top + tall + 12 + height(foot) + edge;
  const drawn = drawing.drawOnPaper(() => init(null, null, { renderer: 'svg', ssr: true, width: width - 2 * edge, height: tall }), width - 2 * edge, tall);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="${escape(font())}">`
    + `<rect width="${width}" height="${total}" fill="#ffffff"/>${write(head, edge)}`
    + drawn.replace('<svg ', `<svg x="${edge}" y="${top}" `)
    + `${write(foot, top + tall + 12)}</svg>`;
  return { text, height: total };
}

const lead = (line: Line) => Math.round(line.size * 1.5);
const height = (all: Line[]) => all.reduce((sum, line) => sum + lead(line), 0);

/** Broken to the width of the picture: between words where there are any, between characters in Japanese. */
function lines(texts: string[], size: number, bold = false, quiet = false): Line[] {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `${bold ? 'bold ' : ''}${size}px ${font()}`;
  return texts.flatMap(text => {
    const found: Line[] = [];
    let line = '';
    for (const part of text.match(/[\x21-\x7e]+|\s+|./gu) ?? []) {
      if (line && pen.measureText(line + part).width > width - 2 * edge) {
        found.push({ text: line.trim(), size, bold, quiet });
        line = '';
      }
      line += part;
    }
    return [...found, { text: line.trim(), size, bold, quiet }];
  });
}

function write(all: Line[], from: number) {
  const colours = palette(false);
  let y = from;
  return all.map(line => {
    y += lead(line);
    return `<text x="${edge}" y="${y - Math.round(line.size * 0.4)}" font-size="${line.size}"${line.bold ? ' font-weight="bold"' : ''} fill="${line.quiet ? colours.quiet : colours.text}">${escape(line.text)}</text>`;
  }).join('');
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

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

// Small multiples (.multiples) as a picture: the same cells in columns, with what the page says in them.
import { palette } from '../palette';
import { height, lines, plain, write, type Line } from './text';

const columns = 3;
const edge = 12;
const course = 32;
const spark = 72;

type Cell = { name: Line[]; courses: { label: string; spark: SVGElement | null; value: string }[] };

export class Multiples {
  constructor(private readonly list: HTMLElement) {}

  get id() {
    return this.list.id;
  }

  pictureHeight(width: number) {
    return rows(this.list, width).reduce((sum, row) => sum + tall(row), 0) + 1;
  }

  drawOnPaper(_: unknown, width: number, total: number) {
    const [wide, line] = [width / columns, palette(false).line];
    let y = 0;
    const drawn = rows(this.list, width).map(row => {
      const top = y;
      y += tall(row);
      return row.map((cell, at) => `<rect x="${at * wide + 0.5}" y="${top + 0.5}" width="${wide}" height="${tall(row)}" fill="none" stroke="${line}"/>${draw(cell, at * wide + edge, top + edge, wide - 2 * edge)}`).join('');
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 1}" height="${total}" viewBox="0 0 ${width + 1} ${total}">${drawn.join('')}</svg>`;
  }
}

function rows(list: HTMLElement, width: number): Cell[][] {
  const cells = [...list.children].map(item => read(item, width / columns - 2 * edge));
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
}

function read(item: Element, width: number): Cell {
  const labels = [...item.querySelectorAll('.multiples-label')];
  const [sparks, values] = [[...item.querySelectorAll<SVGElement>('.spark')], [...item.querySelectorAll('.multiples-value')]];
  return {
    name: lines([plain(item.querySelector('.multiples-name'))], width, 13, true),
    courses: labels.map((label, at) => ({ label: plain(label), spark: sparks[at] ?? null, value: plain(values[at] ?? null) })),
  };
}

const tall = (row: Cell[]) => Math.max(...row.map(cell => 2 * edge + height(cell.name) + cell.courses.length * course));

function draw(cell: Cell, x: number, y: number, width: number) {
  const below = y + height(cell.name);
  return write(cell.name, x, y) + cell.courses.map((one, at) => {
    const top = below + at * course;
    return write(lines([one.label], width, 11, false, true).slice(0, 1), x, top + 8)
      + bars(one.spark, x + width - spark - 80, top + 4)
      + write([{ text: one.value, size: 13, bold: true, quiet: false }], x + width, top + 6, 'end');
  }).join('');
}

function bars(drawn: SVGElement | null, x: number, y: number) {
  const colours = palette(false);
  const bar = (rect: SVGRectElement) => `<rect ${['x', 'y', 'width', 'height', 'rx'].map(name => `${name}="${Number(rect.getAttribute(name))}"`).join(' ')} fill="${rect.classList.contains('spark-latest') ? colours.categories[0] : colours.scale[1]}"/>`;
  return drawn ? `<g transform="translate(${x} ${y})">${[...drawn.querySelectorAll('rect')].map(bar).join('')}</g>` : '';
}

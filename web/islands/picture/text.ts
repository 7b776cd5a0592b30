// Words in a picture: SVG breaks no lines by itself.
import { font, palette } from '../palette';

export type Line = { text: string; size: number; bold: boolean; quiet: boolean };

export const lead = (line: Line) => Math.round(line.size * 1.5);
export const height = (all: Line[]) => all.reduce((sum, line) => sum + lead(line), 0);
export const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
export const plain = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Broken to a width: between words where there are any, between characters in Japanese. */
export function lines(texts: string[], width: number, size: number, bold = false, quiet = false): Line[] {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `${bold ? 'bold ' : ''}${size}px ${font()}`;
  return texts.flatMap(text => {
    const found: Line[] = [];
    let line = '';
    for (const part of text.match(/[\x21-\x7e]+|\s+|./gu) ?? []) {
      if (line && pen.measureText(line + part).width > width) {
        found.push({ text: line.trim(), size, bold, quiet });
        line = '';
      }
      line += part;
    }
    return [...found, { text: line.trim(), size, bold, quiet }];
  });
}

export function write(all: Line[], x: number, from: number, anchor: 'start' | 'end' = 'start') {
  const colours = palette(false);
  let y = from;
  return all.map(line => {
    y += lead(line);
    return `<text x="${x}" y="${y - Math.round(line.size * 0.4)}" font-size="${line.size}"${anchor === 'end' ? ' text-anchor="end"' : ''}${line.bold ? ' font-weight="bold"' : ''} fill="${line.quiet ? colours.quiet : colours.text}">${escape(line.text)}</text>`;
  }).join('');
}

// Counts on a map: circles whose area is the count. A filled country would say that all of it is so.
import type { Palette } from '../palette';

export const number = new Intl.NumberFormat('en');

/** The diameter of a circle, in pixels. */
export const diameter = (value: number, most: number, narrow: boolean) => Math.max(4, (narrow ? 34 : 60) * Math.sqrt(Math.abs(value) / most));

/** Circles of round numbers, to read the others by; always as many elements, since what is merged is not taken away. */
export function legend(most: number, narrow: boolean, colours: Palette, height: number) {
  const unit = 10 ** Math.floor(Math.log10(most));
  const top = most >= 5 * unit ? 5 * unit : most >= 2 * unit ? 2 * unit : unit;
  const steps = [...new Set([top, Math.round(top / 4), Math.round(top / 20)])].filter(value => value >= 1);
  let left = 8;
  return [0, 1, 2].map(at => {
    const value = steps[at];
    const element = { id: `legend${at}`, $action: 'replace', type: 'circle', silent: true };
    if (value === undefined) return { ...element, shape: { cx: 0, cy: 0, r: 0 }, invisible: true };
    const r = diameter(value, most, narrow) / 2;
    const cx = left + r;
    left += 2 * r + 10 + 7 * number.format(value).length + 12;
    return {
      ...element, shape: { cx, cy: height - 8 - r, r }, style: { fill: 'none', stroke: colours.quiet },
      textContent: { type: 'text', style: { text: number.format(value), fill: colours.text, fontSize: 12 } }, textConfig: { position: 'right', distance: 4 },
    };
  });
}

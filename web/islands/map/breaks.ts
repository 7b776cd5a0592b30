// Classes for a map: about as many values in each, at bounds that read well (1, 2, 5, 10, 20, 50 …). Values of exchange
// are few and very large beside many and small; equal steps would leave all but one country pale.
export function breaks(values: number[], classes: number): number[] {
  const sorted = values.filter(value => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const tried = [coarse, fine].map(steps => bounds(sorted, classes, steps));
  // values that lie close together, such as rates between 0.4 and 2, need bounds that lie closer too
  return tried.find(one => one.length > classes - 1) ?? tried.reduce((best, one) => (one.length > best.length ? one : best));
}

const coarse = [1, 2, 5, 10];
const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10];

function bounds(sorted: number[], classes: number, steps: number[]) {
  const low = round(sorted[0]!, steps, Math.floor);
  const high = sorted.at(-1)!;
  const found = [low];
  for (let at = 1; at < classes; at++) {
    const bound = round(sorted[Math.floor((at * sorted.length) / classes)]!, steps, Math.round);
    if (bound > found.at(-1)! && bound < high) found.push(bound);
  }
  return [...found, high > low ? high : low + 1];
}

function round(value: number, steps: number[], how: (value: number) => number): number {
  if (value <= 0) return how(value);
  const unit = 10 ** Math.floor(Math.log10(value));
  const part = value / unit;
  const near = how === Math.floor
    ? steps.filter(step => step <= part).at(-1)!
    : steps.reduce((best, step) => (Math.abs(step - part) < Math.abs(best - part) ? step : best));
  return Number((near * unit).toPrecision(6));
}

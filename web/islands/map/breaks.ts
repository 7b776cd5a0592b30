// Classes for a map: about as many values in each, at bounds that read well (1, 2, 5, 10, 20, 50 …). Values of exchange
// are few and very large beside many and small; equal steps would leave all but one country pale.
export function breaks(values: number[], classes: number): number[] {
  const sorted = values.filter(value => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const low = round(sorted[0]!, Math.floor);
  const high = sorted.at(-1)!;
  const bounds = [low];
  for (let at = 1; at < classes; at++) {
    const bound = round(sorted[Math.floor((at * sorted.length) / classes)]!, Math.round);
    if (bound > bounds.at(-1)! && bound < high) bounds.push(bound);
  }
  return [...bounds, Math.max(high, low + 1)];
}

const steps = [1, 2, 5, 10];

function round(value: number, how: (value: number) => number): number {
  if (value <= 0) return how(value);
  const unit = 10 ** Math.floor(Math.log10(value));
  const part = value / unit;
  const near = how === Math.floor
    ? steps.filter(step => step <= part).at(-1)!
    : steps.reduce((best, step) => (Math.abs(step - part) < Math.abs(best - part) ? step : best));
  return near * unit;
}

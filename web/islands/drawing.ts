// What chart and map share: a custom element that draws on a canvas in its shadow root, follows the theme and the
// width, and survives Turbo's snapshots and morphs, which see only the light DOM.
import type { EChartsType } from 'echarts/core';

export type Draw<T> = (plot: HTMLElement, data: T, before: EChartsType | undefined) => EChartsType;

// paper is light, whatever the screen is
const paper = matchMedia('print');
let printing = false;
addEventListener('beforeprint', () => (printing = true));
addEventListener('afterprint', () => (printing = false));

export const isDark = () => {
  if (printing || paper.matches) return false;
  const theme = document.documentElement.getAttribute('data-bs-theme');
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};

const leastSize = 60;
const leastPicture = 360;

export abstract class Drawing<T> extends HTMLElement {
  protected readonly plot = document.createElement('div');
  private chart: EChartsType | undefined;
  private json = '';
  private drawer: Draw<T> | undefined;
  private readonly size = new ResizeObserver(() => this.resized());
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  // also runs for the clones in Turbo's snapshots: nothing outside the element may be touched
  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(':host { display: block } div { width: 100%; height: 100% }');
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.append(this.plot);
  }

  protected abstract load(): Promise<Draw<T>>;

  connectedCallback() {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return; // the real page follows
    this.addEventListener('turbo:morph-element', this.changed);
    document.addEventListener('kk:theme', this.redraw);
    this.system.addEventListener('change', this.redraw);
    for (const print of ['beforeprint', 'afterprint']) addEventListener(print, this.printed);
    paper.addEventListener('change', this.printed);
    this.size.observe(this.plot);
    void this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener('turbo:morph-element', this.changed);
    document.removeEventListener('kk:theme', this.redraw);
    this.system.removeEventListener('change', this.redraw);
    for (const print of ['beforeprint', 'afterprint']) removeEventListener(print, this.printed);
    paper.removeEventListener('change', this.printed);
    this.size.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** How tall a picture of some width is: charts keep their height, so that bars keep their room. */
  pictureHeight(_width: number): number {
    return Math.max(this.plot.clientHeight, leastPicture);
  }

  /** Draws the same for paper, on a chart of its own, and answers it as SVG. */
  drawOnPaper(open: () => EChartsType, width: number, height: number): string {
    const frame = document.createElement('div');
    const plot = document.createElement('div');
    const sheet = open();
    printing = true;
    try {
      // measured by what draws, seen by nobody
      frame.hidden = true;
      frame.append(plot);
      Object.defineProperty(plot, 'clientWidth', { value: width });
      Object.defineProperty(plot, 'clientHeight', { value: height });
      // what draws would fit it to an element that has no size
      sheet.resize = () => {};
      this.drawer?.(plot, JSON.parse(this.data) as T, sheet);
      return sheet.renderToSVGString();
    } finally {
      printing = false;
      sheet.dispose();
    }
  }

  private readonly redraw = () => void this.draw();

  // the browser waits for nothing: what is not on the canvas when this returns is not printed
  private readonly printed = () => {
    if (!this.chart) return;
    this.drawNow();
    this.chart.getZr().refreshImmediately();
  };

  private readonly changed = () => {
    if (this.json !== this.data) void this.draw();
  };

  private get data() {
    return this.querySelector('script[type="application/json"]')?.textContent ?? '{}';
  }

  private resized() {
    if (this.chart) void this.draw();
  }

  private async draw() {
    this.drawer ??= await this.load();
    this.drawNow();
  }

  private drawNow() {
    // without room (a page being put together or put away) a map has no scale, and ECharts fails on it
    if (!this.isConnected || this.clientWidth < leastSize || this.clientHeight < leastSize) return;
    this.json = this.data;
    this.chart = this.drawer!(this.plot, JSON.parse(this.json) as T, this.chart);
  }
}

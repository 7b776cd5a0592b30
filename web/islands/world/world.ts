// <kk-world form="…"><script type="application/json">…</script></kk-world>; see Places/WorldView.cs for the data.
// The map of the year and measure that are chosen in a form, which also fills the table; its button plays the years.
import { Drawing } from '../drawing';
import type { WorldData } from './draw';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const pace = () => (calm.matches ? 2000 : 1200);

class World extends Drawing<WorldData> {
  private timer = 0;
  private shown = '';

  override pictureHeight(width: number) {
    return Math.round((this.plot.clientHeight * width) / Math.max(this.plot.clientWidth, 1));
  }

  protected override async load() {
    return (await import('./draw')).draw;
  }

  private get form() {
    return document.getElementById(this.getAttribute('form') ?? '') as HTMLFormElement | null;
  }

  private get year() {
    return this.form?.elements.namedItem('year') as HTMLSelectElement | null;
  }

  private get button() {
    return this.form?.querySelector<HTMLButtonElement>('[data-play]') ?? null;
  }

  override connectedCallback() {
    super.connectedCallback();
    const { button } = this;
    if (!button || !this.year) return;
    button.hidden = this.year.options.length < 2;
    button.addEventListener('click', this.toggle);
    this.form!.addEventListener('input', this.chosen);
    this.show();
  }

  override disconnectedCallback() {
    this.stop();
    this.button?.removeEventListener('click', this.toggle);
    this.form?.removeEventListener('input', this.chosen);
    super.disconnectedCallback();
  }

  private readonly toggle = () => {
    if (this.timer) return this.pause();
    const year = this.year!;
    // at the end there is nothing more to play: from the beginning
    if (year.selectedIndex === year.options.length - 1) year.selectedIndex = 0;
    this.show();
    this.timer = window.setInterval(this.step, pace());
    this.label(true);
  };

  private readonly step = () => {
    const year = this.year;
    if (!year || document.hidden) return;
    if (year.selectedIndex < year.options.length - 1) year.selectedIndex++;
    this.show();
    if (year.selectedIndex === year.options.length - 1) this.pause();
  };

  private readonly chosen = (event: Event) => {
    if (event.isTrusted) this.stop();
    this.show();
  };

  /** The table follows where the playing has come to. */
  private pause() {
    this.stop();
    this.year?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.label(false);
  }

  private label(isPlaying: boolean) {
    const { button } = this;
    if (!button) return;
    button.toggleAttribute('data-playing', isPlaying);
    button.querySelector('.world-play-word')!.textContent = (isPlaying ? button.dataset['pause'] : button.dataset['play']) ?? '';
  }

  private show() {
    const show = (this.form?.elements.namedItem('show') as HTMLSelectElement | null)?.value ?? 'in';
    const at = this.year?.selectedIndex ?? 0;
    if (this.shown === `${show} ${at}`) return;
    this.shown = `${show} ${at}`;
    this.dataset['show'] = show;
    this.dataset['at'] = String(at);
    this.dataset['motion'] = calm.matches ? 'none' : 'smooth';
    const out = this.closest('figure')?.querySelector('output');
    if (out) out.textContent = this.year?.selectedOptions[0]?.textContent ?? '';
    void this.draw();
  }
}

customElements.define('kk-world', World);

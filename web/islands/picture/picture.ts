// <kk-picture for="ID">: buttons that take a chart or map away as a picture. They are of use only with script, and shown only
// with it (figures.css).
import type { Drawing } from '../drawing';

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-picture]') : null;
  const frame = button?.closest<HTMLElement>('.figure-frame');
  const drawing = frame?.querySelector<Drawing<unknown>>('kk-chart, kk-map');
  if (!button || !frame || !drawing) return;
  button.setAttribute('aria-busy', 'true');
  void import('./save')
    .then(({ save }) => save(frame, drawing, button.dataset['picture'] === 'svg' ? 'svg' : 'png'))
    .finally(() => button.removeAttribute('aria-busy'));
});

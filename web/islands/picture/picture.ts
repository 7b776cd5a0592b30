// Buttons that take a chart, a map or small multiples away as a picture (PictureButtons.razor). They are of use only with
// script, and shown only with it (figures.css).
document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-picture]') : null;
  const frame = button?.closest<HTMLElement>('.figure-frame, .card');
  const drawing = frame?.querySelector<HTMLElement>('kk-chart, kk-map, kk-world, .multiples');
  if (!button || !frame || !drawing) return;
  button.setAttribute('aria-busy', 'true');
  void import('./save')
    .then(({ save }) => save(frame, drawing, button.dataset['picture'] === 'svg' ? 'svg' : 'png'))
    .finally(() => button.removeAttribute('aria-busy'));
});

// How pages follow each other: what Turbo leaves to us.
import { config } from '@hotwired/turbo';

// a button that is really disabled while its form is sent loses the focus
config.forms.submitter = 'aria-disabled';

// a form that came back: to what was wrong, else to the first wrong field, or to what was asked for
let refused = false;
document.addEventListener('turbo:submit-end', event => {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse?: { statusCode: number } }>).detail;
  refused = fetchResponse?.statusCode === 422;
});
document.addEventListener('turbo:render', () => {
  if (refused) document.querySelector<HTMLElement>('form [role=alert], form [aria-invalid=true], form [data-answer]')?.focus();
  refused = false;
});

// a new page (not a refresh) is read from its heading
let path = location.pathname;
let first = true;
document.addEventListener('turbo:load', () => {
  const changed = path !== location.pathname;
  path = location.pathname;
  const focused = document.activeElement;
  if (!first && changed && (!focused || focused === document.body)) {
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
  first = false;
});

// an address that names something in a fold opens it; without Turbo the browser does
document.addEventListener('turbo:load', () => {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = named && named.closest<HTMLDetailsElement>('details.fold:not([open])');
  if (!fold) return;
  fold.open = true;
  named.scrollIntoView();
});

// the server does not know which tables a reader has opened: a morph leaves them as they are
document.addEventListener('turbo:before-morph-attribute', event => {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
  if (event.target instanceof HTMLDetailsElement && attributeName === 'open') event.preventDefault();
});

// Back and Forward: a filter form stands outside the frame it fills, and is set to what the address says
let restoring = false;
document.addEventListener('turbo:visit', event => {
  restoring = (event as CustomEvent<{ action: string }>).detail.action === 'restore';
});
document.addEventListener('turbo:render', () => {
  if (!restoring) return;
  const query = new URLSearchParams(location.search);
  const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form[data-autosubmit] :is(input, select)[name]');
  for (const field of fields) {
    // what was chosen in a combobox is ticked below it
    if (field.closest('kk-combobox')) field.value = '';
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = query.getAll(field.name).includes(field.value);
    else field.value = query.get(field.name) ?? '';
  }
});

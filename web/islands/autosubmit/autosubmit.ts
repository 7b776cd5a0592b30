// <form data-autosubmit>: sends itself shortly after something in it has changed. While a Japanese input method is
// composing nothing is final yet; the end of the composition counts as the change.
const pause = 300;
let timer = 0;

function later(event: Event) {
  const form = (event.target as HTMLInputElement).form;
  if (!form?.hasAttribute('data-autosubmit')) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => form.isConnected && form.requestSubmit(), pause);
}

document.addEventListener('input', event => {
  if (!(event as InputEvent).isComposing && !countsWhole(event)) later(event);
});
document.addEventListener('compositionstart', () => clearTimeout(timer));
document.addEventListener('compositionend', event => {
  if (!countsWhole(event)) later(event);
});
// a combobox has chosen: its hidden value tells
document.addEventListener('change', event => {
  if ((event.target as HTMLInputElement).type === 'hidden' || countsWhole(event)) later(event);
});

/** Half a day or half an amount means nothing, or something else: data-autosubmit="change" waits until the box is left. */
function countsWhole(event: Event) {
  return (event.target as HTMLElement).dataset['autosubmit'] === 'change';
}

// [data-keys] around [data-key="a"]: while the focus is within, the key alone presses the button, follows the link or
// chooses the radio button (WCAG 2.1.4: single keys only where one is). Not while somebody writes, nor while a key is held.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.defaultPrevented) return;
  const at = event.target as HTMLElement;
  if (at.matches('textarea, select, input:not([type=radio], [type=checkbox])')) return;
  const key = event.key.toLowerCase();
  if (!/^[a-z0-9]$/.test(key)) return;
  const meant = at.closest('[data-keys]')?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!meant) return;
  event.preventDefault();
  meant.focus();
  meant.click();
});

// tr.row-link: a click anywhere in a row follows the row's link, unless it was on something else or marked some text.
import { visit } from '@hotwired/turbo';

document.addEventListener('click', event => {
  const target = event.target as Element;
  const row = target.closest('tr.row-link');
  if (!row || event.defaultPrevented || target.closest('a, button, input, label, select, summary')) return;
  if (String(getSelection() ?? '') !== '') return;
  const link = row.querySelector<HTMLAnchorElement>('th[scope=row] a');
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
  else visit(link.href);
});

// <a data-making="Making the PDF" data-stop="Cancel" data-failed="…" href="…">: a file that takes longer than somebody waits
// without a word. Fetched here, so that the page can say that it is being made and give it up; without script it is a link.
const under = new WeakSet<HTMLAnchorElement>();

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-making]') : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!under.has(link)) void make(link);
});

async function make(link: HTMLAnchorElement) {
  const ended = new AbortController();
  const { shown, words, stop } = status(link);
  stop.addEventListener('click', () => ended.abort());
  under.add(link);
  link.after(shown);
  // said once it is there: a region that comes with its words is not read aloud everywhere
  words.textContent = link.dataset['making'] ?? '';
  try {
    const answer = await fetch(link.href, { signal: ended.signal });
    if (!answer.ok) throw new Error(answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : '');
    save(await answer.blob(), nameOf(answer));
    close();
  } catch (fault) {
    if (ended.signal.aborted) close();
    else fail(fault instanceof Error && !(fault instanceof TypeError) && fault.message || (link.dataset['failed'] ?? ''));
  } finally {
    under.delete(link);
  }

  function close() {
    const held = shown.contains(document.activeElement);
    shown.remove();
    if (held) link.focus();
  }

  function fail(why: string) {
    const held = shown.contains(document.activeElement);
    stop.remove();
    shown.querySelector('progress')?.remove();
    words.textContent = why;
    link.addEventListener('click', () => shown.remove(), { once: true });
    if (held) link.focus();
  }
}

function status(link: HTMLAnchorElement) {
  const shown = document.createElement('span');
  shown.className = 'making';
  shown.dataset['turboTemporary'] = '';
  const bar = document.createElement('progress');
  bar.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'btn btn-sm';
  stop.textContent = link.dataset['stop'] ?? '';
  shown.append(bar, words, stop);
  return { shown, words, stop };
}

function nameOf(answer: Response) {
  const said = answer.headers.get('Content-Disposition') ?? '';
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  return wide ? decodeURIComponent(wide) : /filename="?([^";]+)"?/i.exec(said)?.[1] ?? 'kakehashi';
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.dataset['turbo'] = 'false';
  link.click();
  // once the download has taken hold of it
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// <kk-aid watch="name country"> in a form: what the server proposes for what has been typed so far. Whoever leaves one of these
// inputs has it asked again; it answers with the whole page, of which only this is shown. Without script a button asks.
class Aid extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private asking: AbortController | undefined;
  private readonly status = document.createElement('p');

  connectedCallback() {
    this.form = this.closest('form');
    this.form?.addEventListener('change', this.changed);
    this.form?.addEventListener('submit', this.stop);
    [this.status.className, this.status.role] = ['visually-hidden', 'status'];
    this.after(this.status);
  }

  disconnectedCallback() {
    this.form?.removeEventListener('change', this.changed);
    this.form?.removeEventListener('submit', this.stop);
    this.status.remove();
    this.stop();
  }

  private get watched() {
    return new Set((this.getAttribute('watch') ?? '').split(' '));
  }

  private readonly stop = () => this.asking?.abort();

  private readonly changed = (event: Event) => {
    const box = event.target;
    if ((box instanceof HTMLInputElement || box instanceof HTMLSelectElement) && this.watched.has(box.name.split('.')[0]!)) void this.ask();
  };

  private async ask() {
    this.stop();
    const asking = (this.asking = new AbortController());
    const body = new FormData(this.form!);
    body.set('look', 'unasked');
    try {
      const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams([...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string')), signal: asking.signal, redirect: 'error' });
      if (answer.ok) this.show(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('kk-aid'));
    } catch {
      // left, asked again, or no answer: the button is still there
    }
  }

  private show(answer: Element | null) {
    // nothing is taken from under the hands of whoever is in it
    if (!answer || this.contains(document.activeElement)) return;
    this.replaceChildren(...answer.childNodes);
    this.status.textContent = this.querySelector('[data-said]')?.textContent ?? '';
  }
}

customElements.define('kk-aid', Aid);

// <kk-keep key="…"> in a form: what is typed is kept in the tab until it has been saved, so that a session that ends or a page
// that is left by mistake loses nothing. A saved form comes back with a higher version, and what was kept for it goes.
type Kept = { version: number; isSent: boolean; values: [string, string][] };

class Keep extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private timer = 0;

  connectedCallback() {
    this.form = this.closest('form');
    this.form?.addEventListener('input', this.later);
    this.form?.addEventListener('submit', this.sent);
    this.offer();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.form?.removeEventListener('input', this.later);
    this.form?.removeEventListener('submit', this.sent);
  }

  private get name() {
    return `kakehashi.keep.${this.getAttribute('key')}`;
  }

  private get version() {
    return Number(this.form?.querySelector<HTMLInputElement>('[name=version]')?.value ?? 0);
  }

  private get boxes() {
    return [...(this.form?.elements ?? [])].filter(
      (box): box is HTMLInputElement | HTMLTextAreaElement => (box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && ['text', 'radio'].includes(box.type))) && box.name !== '');
  }

  private get values(): [string, string][] {
    return this.boxes.filter(box => !(box instanceof HTMLInputElement && box.type === 'radio') || box.checked).map(box => [box.name, box.value]);
  }

  private readonly later = () => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(false), 400);
  };

  private readonly sent = () => {
    clearTimeout(this.timer);
    this.write(true);
  };

  private write(isSent: boolean) {
    const kept: Kept = { version: this.version, isSent, values: this.values };
    try {
      sessionStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // no room: the form itself still has it
    }
  }

  private offer() {
    const text = sessionStorage.getItem(this.name);
    if (text === null) return;
    const kept = JSON.parse(text) as Kept;
    if ((kept.isSent && this.version > kept.version) || JSON.stringify(kept.values) === JSON.stringify(this.values)) {
      this.discard();
      return;
    }

    const words = document.createElement('p');
    words.textContent = this.dataset['found'] ?? '';
    this.replaceChildren(words, this.button('restore', () => this.restore(kept)), this.button('discard', () => this.discard()));
  }

  private button(word: string, pressed: () => void) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = this.dataset[word] ?? '';
    button.addEventListener('click', pressed);
    return button;
  }

  private restore(kept: Kept) {
    const values = new Map(kept.values);
    for (const box of this.boxes) {
      if (box instanceof HTMLInputElement && box.type === 'radio') box.checked = values.get(box.name) === box.value;
      else if (values.has(box.name)) box.value = values.get(box.name)!;
    }

    this.replaceChildren();
  }

  private discard() {
    sessionStorage.removeItem(this.name);
    this.replaceChildren();
  }
}

customElements.define('kk-keep', Keep);

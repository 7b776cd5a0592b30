// <kk-combobox source="…">: suggestions under a text box, after the ARIA 1.2 combobox pattern with a list popup.
// The hidden input holds the chosen value; typing something else empties it. <kk-combobox several> chooses one after
// another.
type Suggestion = { value: string; label: string; detail?: string };

const pause = 200;
let count = 0;

class Combobox extends HTMLElement {
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('div');
  private readonly listId = `kk-list-${++count}`;
  private suggestions: Suggestion[] = [];
  private active = -1;
  private timer = 0;
  private request: AbortController | undefined;

  connectedCallback() {
    for (const left of this.querySelectorAll(':scope > .combobox-list, :scope > .combobox-status')) left.remove();
    this.list.id = this.listId;
    this.list.className = 'combobox-list';
    this.list.role = 'listbox';
    this.list.hidden = true;
    this.status.className = 'combobox-status visually-hidden';
    this.status.role = 'status';
    this.dress();
    this.addEventListener('turbo:morph-element', this.dress);
    const { box } = this;
    box.addEventListener('input', this.typed);
    box.addEventListener('compositionend', this.typed);
    box.addEventListener('keydown', this.keyed);
    box.addEventListener('blur', this.left);
    this.list.addEventListener('pointerdown', this.pointed);
  }

  disconnectedCallback() {
    const { box } = this;
    this.close();
    this.request?.abort();
    this.removeEventListener('turbo:morph-element', this.dress);
    box.removeEventListener('input', this.typed);
    box.removeEventListener('compositionend', this.typed);
    box.removeEventListener('keydown', this.keyed);
    box.removeEventListener('blur', this.left);
    this.list.removeEventListener('pointerdown', this.pointed);
  }

  // a form that is shown again is morphed: what the server does not know has been taken off
  private readonly dress = () => {
    this.append(this.list, this.status);
    const { box } = this;
    box.role = 'combobox';
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-expanded', 'false');
    box.setAttribute('aria-controls', this.listId);
    const label = box.labels?.[0];
    if (label) this.list.setAttribute('aria-label', label.textContent?.trim() ?? '');
  };

  private get box() {
    return this.querySelector<HTMLInputElement>('input[type=text]')!;
  }

  private get chosen() {
    return this.querySelector<HTMLInputElement>('input[type=hidden]')!;
  }

  private readonly typed = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    this.chosen.value = '';
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  };

  private readonly left = () => this.close();

  private readonly pointed = (event: PointerEvent) => {
    event.preventDefault(); // the focus stays in the box
    const option = (event.target as Element).closest('[role=option]');
    if (option) this.choose([...this.list.children].indexOf(option));
  };

  private readonly keyed = (event: KeyboardEvent) => {
    // 229: Safari ends the composition before the Enter that ended it
    if (event.isComposing || event.keyCode === 229) return;
    const last = this.suggestions.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden || this.suggestions.length === 0) return void this.ask();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.activate(this.active + step > last ? 0 : this.active + step < 0 ? last : this.active + step);
    } else if (event.key === 'Enter' && !this.list.hidden) {
      // a list that was just drawn anew has nothing chosen: the form is not sent for that
      event.preventDefault();
      if (this.active >= 0) this.choose(this.active);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  };

  private async ask() {
    this.request?.abort();
    this.request = new AbortController();
    const source = new URL(this.getAttribute('source') ?? '', document.baseURI);
    source.searchParams.set('q', this.box.value.trim());
    try {
      const answer = await fetch(source, { signal: this.request.signal, headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      this.show((await answer.json()) as Suggestion[]);
    } catch (error) {
      if ((error as Error).name === 'AbortError') return;
      this.tell(this.dataset['failed'] ?? '');
    }
  }

  private show(suggestions: Suggestion[]) {
    if (!this.isConnected || document.activeElement !== this.box) return;
    const chosen = this.suggestions[this.active]?.value;
    this.suggestions = suggestions;
    if (suggestions.length === 0) return this.tell(this.dataset['none'] ?? '');
    this.status.textContent = (this.dataset['found'] ?? '').replace('{0}', String(suggestions.length));
    this.open(suggestions.map((suggestion, index) => this.option(suggestion, index)));
    // whoever was at one of them still is
    if (chosen !== undefined) this.activate(suggestions.findIndex(suggestion => suggestion.value === chosen));
  }

  // words in the place of suggestions: there are none, or they could not be had
  private tell(words: string) {
    if (!this.isConnected || document.activeElement !== this.box) return;
    this.suggestions = [];
    const line = document.createElement('li');
    line.className = 'combobox-none';
    line.role = 'option';
    line.ariaDisabled = 'true';
    line.textContent = words;
    this.status.textContent = words;
    this.open([line]);
  }

  private open(lines: HTMLElement[]) {
    this.list.replaceChildren(...lines);
    this.list.hidden = false;
    this.box.setAttribute('aria-expanded', 'true');
    this.activate(-1);
  }

  private option(suggestion: Suggestion, index: number) {
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `${this.listId}-${index}`;
    option.textContent = suggestion.label;
    if (suggestion.detail) {
      const detail = document.createElement('small');
      detail.textContent = suggestion.detail;
      option.append(' ', detail);
    }
    return option;
  }

  private activate(index: number) {
    this.active = index;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    if (index < 0) return this.box.removeAttribute('aria-activedescendant');
    this.box.setAttribute('aria-activedescendant', `${this.listId}-${index}`);
    this.list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  private choose(index: number) {
    const suggestion = this.suggestions[index];
    if (!suggestion) return;
    if (this.hasAttribute('several')) return this.tick(suggestion);
    this.box.value = suggestion.label;
    this.chosen.value = suggestion.value;
    this.chosen.dispatchEvent(new Event('change', { bubbles: true }));
    this.close();
  }

  // one of several: it becomes a ticked box below, as the server would show it, and the box is free for the next
  private tick({ value, label }: Suggestion) {
    const name = this.chosen.name;
    let box = [...(this.chosen.form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
      .find(one => one.name === name && one.value === value);
    if (!box) {
      const line = document.createElement('label');
      line.className = 'form-check';
      line.innerHTML = '<input class="form-check-input" type="checkbox"><span class="form-check-label"></span>';
      line.lastElementChild!.textContent = label;
      this.parentElement!.after(line);
      box = line.firstElementChild as HTMLInputElement;
      [box.name, box.value] = [name, value];
    }
    box.checked = true;
    this.box.value = '';
    this.chosen.value = '';
    this.close();
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.active = -1;
    this.box.setAttribute('aria-expanded', 'false');
    this.box.removeAttribute('aria-activedescendant');
  }
}

customElements.define('kk-combobox', Combobox);

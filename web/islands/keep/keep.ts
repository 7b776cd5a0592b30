// <kk-keep> in a form: what is entered is kept until it has been saved, so that a session that ends, or a page that is left by
// mistake, loses nothing. The form that is sent without a session is never read by the server: it leads to the sign-in page, and
// from there back to the form, which offers what was kept here.
//
// It may be personal, and the machine may be shared: so it is kept in the tab alone and ends with it, under the account, never
// shown to another, and goes once it is saved, with the sign-out, and as soon as somebody else has signed in. Passwords and
// files are never kept.
//
// <kk-keep redraw="name">: rows were added and names looked up, which only the server can draw. It gets what was kept, with
// this name in it, and shows the form as it was without saving anything.
type Kept = { version: number; isSent: boolean; values: [string, string][] };
type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Ended = { success: boolean; fetchResponse?: { redirected: boolean; location: URL } };

const prefix = 'kakehashi.keep.';
const language = /^\/(?:ja|en)(?=\/|$)/;

/** While somebody signs out nothing is written any more: a box that is left at that moment would be kept after all was forgotten. */
let isSigningOut = false;

/** Whose entries may be kept and shown; empty for nobody's. */
const account = () => document.querySelector<HTMLElement>('[data-account]')?.dataset['account'] ?? '';

function forget(which: (key: string) => boolean) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix) && which(key)) sessionStorage.removeItem(key);
}

class Keep extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private timer = 0;

  connectedCallback() {
    this.form = account() === '' ? null : this.closest('form');
    this.form?.addEventListener('input', this.later);
    this.form?.addEventListener('change', this.later);
    this.form?.addEventListener('submit', this.sent);
    this.form?.addEventListener('turbo:submit-end', this.answered);
    if (this.form) this.offer();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.form?.removeEventListener('input', this.later);
    this.form?.removeEventListener('change', this.later);
    this.form?.removeEventListener('submit', this.sent);
    this.form?.removeEventListener('turbo:submit-end', this.answered);
  }

  /** One form at one address; it is the same in either language. */
  private get key() {
    return `${prefix}${account()}.${location.pathname.replace(language, '')}${location.search}#${this.form?.id}`;
  }

  private get version() {
    return Number(this.form?.querySelector<HTMLInputElement>('[name=version]')?.value ?? 0);
  }

  private get boxes() {
    return [...(this.form?.elements ?? [])].filter((box): box is Box =>
      (box instanceof HTMLInputElement || box instanceof HTMLSelectElement || box instanceof HTMLTextAreaElement) && this.isKept(box));
  }

  /** Hidden are the form's own tokens and the like, but for what was looked up, and a draft that only the server reads. */
  private isKept(box: Box) {
    if (box.name === '' || box.name === 'version' || box.name.startsWith('_')) return false;
    return box.type === 'hidden' ? this.hasAttribute('redraw') || box.closest('kk-combobox') !== null : !['password', 'file', 'submit'].includes(box.type);
  }

  private get values(): [string, string][] {
    const names = new Set(this.boxes.map(box => box.name));
    return [...new FormData(this.form!)].filter((entry): entry is [string, string] => names.has(entry[0]) && typeof entry[1] === 'string');
  }

  private readonly later = () => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(false), 400);
  };

  private readonly sent = () => {
    clearTimeout(this.timer);
    this.write(true);
  };

  // saved: the answer leads on; where the session has ended it leads to the sign-in page
  private readonly answered = (event: Event) => {
    const { success, fetchResponse: answer } = (event as CustomEvent<Ended>).detail;
    if (success && answer?.redirected && !answer.location.pathname.replace(language, '').startsWith('/sign-in')) this.discard();
  };

  private write(isSent: boolean) {
    if (isSigningOut) return;
    const kept: Kept = { version: this.version, isSent, values: this.values };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // no room: the form itself still has it
    }
  }

  private offer() {
    const text = sessionStorage.getItem(this.key);
    if (text === null) return;
    const kept = JSON.parse(text) as Kept;
    // sent and saved, though the answer never came; or nothing is different
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
    const redraw = this.getAttribute('redraw');
    if (redraw !== null) this.ask(kept, redraw);
    else this.fill(kept);
  }

  private fill(kept: Kept) {
    for (const box of this.boxes) {
      const values = kept.values.filter(([name]) => name === box.name).map(([, value]) => value);
      if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox')) box.checked = values.includes(box.value);
      else if (values.length > 0) box.value = values[0]!;
    }

    // what others have saved meanwhile is not overwritten unseen: the server compares versions
    const version = this.form!.querySelector<HTMLInputElement>('[name=version]');
    if (version) version.value = String(kept.version);
    this.replaceChildren();
  }

  /** A form of its own, so that this one stays as it is where there is no answer. */
  private ask(kept: Kept, redraw: string) {
    const form = document.createElement('form');
    [form.method, form.action, form.hidden] = ['post', location.href, true];
    const own = [...this.form!.querySelectorAll<HTMLInputElement>('input[type=hidden][name^=_]')].map((box): [string, string] => [box.name, box.value]);
    for (const [name, value] of [...own, ['version', String(kept.version)] as [string, string], ...kept.values, [redraw, 'kept'] as [string, string]]) {
      const box = document.createElement('input');
      [box.type, box.name, box.value] = ['hidden', name, value];
      form.append(box);
    }

    form.addEventListener('turbo:submit-end', () => form.remove());
    document.body.append(form);
    form.requestSubmit();
  }

  private discard() {
    clearTimeout(this.timer);
    sessionStorage.removeItem(this.key);
    this.replaceChildren();
  }
}

customElements.define('kk-keep', Keep);

// whoever signs out, or signs in after somebody whose session ended, leaves and finds nothing
document.addEventListener('submit', event => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/sign-out')) {
    isSigningOut = true;
    forget(() => true);
  }
});
document.addEventListener('turbo:load', () => {
  isSigningOut = false;
  if (account() !== '') forget(key => !key.startsWith(`${prefix}${account()}.`));
});

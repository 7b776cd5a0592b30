// <kk-day>: the browser's calendar beside a text box for a day. The box stays what is sent.
class Day extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.open);
    this.addEventListener('input', this.take);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.open);
    this.removeEventListener('input', this.take);
  }

  private get box() {
    return this.querySelector<HTMLInputElement>('input[name]')!;
  }

  private get calendar() {
    return this.querySelector<HTMLInputElement>('input[type=date]')!;
  }

  private readonly open = (event: Event) => {
    if (!(event.target as Element).closest('button')) return;
    this.calendar.value = iso(this.box.value);
    this.calendar.showPicker();
  };

  private readonly take = (event: Event) => {
    if (event.target !== this.calendar) return;
    this.box.value = this.calendar.value;
    // to whoever waits for the box, it is as if the day had been typed
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
    this.box.focus();
  };
}

/** The day as a calendar takes it; empty where only the server can read it. */
function iso(text: string) {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : '';
}

customElements.define('kk-day', Day);

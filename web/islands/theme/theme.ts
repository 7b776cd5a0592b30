// <kk-theme>: changes the colours in place and keeps the choice in the cookie that the server reads for the next page.
const cookie = 'kakehashi.theme';

class Theme extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this.choose);
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.choose);
  }

  private readonly choose = (event: SubmitEvent) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const theme = button.value;
    const auto = theme === 'auto';
    document.cookie = `${cookie}=${auto ? '' : theme}; path=/; samesite=lax; max-age=${auto ? 0 : 31536000}${location.protocol === 'https:' ? '; secure' : ''}`;
    if (auto) document.documentElement.removeAttribute('data-bs-theme');
    else document.documentElement.setAttribute('data-bs-theme', theme);
    document.querySelector('meta[name=color-scheme]')?.setAttribute('content', auto ? 'light dark' : theme);
    for (const other of this.querySelectorAll('button[name=theme]')) other.setAttribute('aria-pressed', String(other === button));
    const icon = button.querySelector('svg')?.cloneNode(true);
    if (icon) this.querySelector(':scope > button svg')?.replaceWith(icon);
    this.querySelector<HTMLElement>('[popover]')?.hidePopover();
    document.dispatchEvent(new Event('kk:theme'));
  };
}

customElements.define('kk-theme', Theme);

// <kk-filedrop>: files dropped on it go into its file box; says what was chosen, in the language of the page.
class FileDrop extends HTMLElement {
  connectedCallback() {
    this.addEventListener('dragover', this.over);
    this.addEventListener('dragleave', this.leave);
    this.addEventListener('drop', this.drop);
    this.addEventListener('change', this.show);
    this.show();
  }

  disconnectedCallback() {
    this.removeEventListener('dragover', this.over);
    this.removeEventListener('dragleave', this.leave);
    this.removeEventListener('drop', this.drop);
    this.removeEventListener('change', this.show);
  }

  private get box() {
    return this.querySelector<HTMLInputElement>('input[type=file]');
  }

  private readonly over = (event: DragEvent) => {
    event.preventDefault();
    this.toggleAttribute('over', true);
  };

  private readonly leave = () => this.toggleAttribute('over', false);

  private readonly drop = (event: DragEvent) => {
    event.preventDefault();
    this.leave();
    const files = event.dataTransfer?.files;
    if (!this.box || !files?.length) return;
    const kept = new DataTransfer();
    for (const file of this.box.multiple ? files : [files[0]!]) kept.items.add(file);
    this.box.files = kept.files;
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
  };

  private readonly show = () => {
    const output = this.querySelector('output');
    const chosen = [...(this.box?.files ?? [])].map(file => `${file.name} (${size(file.size)})`).join(', ');
    if (output) output.textContent = chosen || (output.dataset['none'] ?? '');
  };
}

const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

customElements.define('kk-filedrop', FileDrop);

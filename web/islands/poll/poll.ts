// <turbo-frame id="…" refresh="morph">…<kk-poll ms="1000"></kk-poll></turbo-frame>: fetches the frame again from the
// page's own address. The server leaves kk-poll out when the work is done.
import type { FrameElement } from '@hotwired/turbo';

class Poll extends HTMLElement {
  private run = 0;

  async connectedCallback() {
    const run = ++this.run;
    const frame = this.closest<FrameElement>('turbo-frame');
    const on = () => this.isConnected && run === this.run;
    while (frame && on()) {
      await new Promise(done => setTimeout(done, Number(this.getAttribute('ms')) || 1000));
      if (!on() || document.hidden) continue;
      if (!frame.src) {
        // a src written by the server would load at once, and without morph
        frame.disabled = true;
        frame.src = location.href;
        frame.setAttribute('complete', '');
        frame.disabled = false;
      }
      await frame.reload();
    }
  }

  disconnectedCallback() {
    this.run++;
  }
}

customElements.define('kk-poll', Poll);

// <kk-passkey options="…">: a form whose hidden field "credential" the device fills: with a passkey that it has, or, where
// the element says makes, with a new one; where it says asked, only once the button is pressed. Without script, or where the browser knows no passkeys, the form stays hidden.
class Passkey extends HTMLElement {
  private waiting: AbortController | undefined;

  connectedCallback() {
    if (document.documentElement.hasAttribute('data-turbo-preview') || !Passkey.isKnown) return;
    this.form.hidden = false;
    this.form.addEventListener('submit', this.ask);
    if (!this.makes && !this.hasAttribute('asked')) void this.offer();
  }

  disconnectedCallback() {
    this.waiting?.abort();
    this.querySelector('form')?.removeEventListener('submit', this.ask);
  }

  private static get isKnown() {
    return 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
  }

  private get makes() {
    return this.hasAttribute('makes');
  }

  private get form() {
    return this.querySelector('form')!;
  }

  private readonly ask = (event: SubmitEvent) => {
    event.preventDefault();
    void this.answer();
  };

  private async answer() {
    const problem = this.querySelector<HTMLElement>('[role=alert]');
    if (problem) problem.hidden = true;
    try {
      this.send(await this.credential());
    } catch {
      // cancelled on the device, or none there
      if (problem) problem.hidden = false;
    }
  }

  // the browser offers passkeys among what it can fill into the field of the user name
  private async offer() {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    if (!this.isConnected) return;
    try {
      this.send(await this.credential('conditional'));
    } catch {
      // not chosen: the button and the password are still there
    }
  }

  private async credential(mediation: CredentialMediationRequirement = 'optional') {
    this.waiting?.abort();
    const waiting = (this.waiting = new AbortController());
    const { signal } = waiting;
    const token = this.form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? '';
    const answer = await fetch(this.getAttribute('options') ?? '', { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const options: unknown = await answer.json();
    const credential = this.makes
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON), signal })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON), mediation, signal });
    if (!credential) throw new Error('none');
    return credential as PublicKeyCredential;
  }

  private send(credential: PublicKeyCredential) {
    const field = this.form.querySelector<HTMLInputElement>('[name=credential]');
    if (!field || !this.isConnected) return;
    field.value = JSON.stringify(credential);
    // without asking again
    this.form.submit();
  }
}

customElements.define('kk-passkey', Passkey);

import * as api from './api.js';
import { check } from './forms.js';
import * as webauthn from './webauthn.js';

const $ = (id) => document.getElementById(id);

/** A new key by a one-time code of the help desk, for whoever lost everything. */
export class Enrolment {
  /** done gets the account and is to say what comes next. */
  constructor({ tell, work, show, back, done }) {
    Object.assign(this, { tell, work, show, done });
    $('desk-code').addEventListener('click', () => this.open(''));
    $('enrol').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.register(event.submitter ?? event.target.querySelector('button'));
      }
    });
    $('enrol-back').addEventListener('click', back);
  }

  /** Nothing of a person stays in the page. */
  close() {
    $('enrol').reset();
  }

  open(code) {
    this.show('enrolment');
    $('enrol-code').value = code;
    (code ? $('enrol-label') : $('enrol-code')).focus();
    this.tell('');
  }

  /**
   * The code of a link that ends in #enrol=CODE, or null. What stands behind the # is sent to no server. It leaves the
   * address bar and the way back at once, whatever it is; the browser's own list of visited pages is out of reach.
   */
  static takeFromAddress() {
    const found = /^#enrol=([\w-]*)/.exec(location.hash);
    if (!found) {
      return null;
    }
    history.replaceState(null, '', location.pathname);
    return found[1];
  }

  register(button) {
    const code = $('enrol-code').value.trim();
    const label = $('enrol-label').value.trim();
    return this.work(button, 'Waiting for your new key…', async (signal) => {
      let begun;
      try {
        begun = await api.beginEnrolment({ code, label });
      } catch (failure) {
        signal.throwIfAborted();
        throw failure.code === 'code_refused' ? refused(failure) : failure;
      }
      const credential = await webauthn.create(begun.publicKey, signal);
      const { challenge_token } = begun;
      const user = await api.completeEnrolment({ credential, challenge_token });
      signal.throwIfAborted();
      this.close();
      this.done(user);
    });
  }
}

function refused(failure) {
  $('enrol-code').setAttribute('aria-invalid', 'true');
  $('enrol-code').focus();
  return new api.Problem(
    'The code was not accepted. It is good for an hour and for one key; if it is older, or was used, ask the help desk for another one.',
    failure.status,
    failure.code,
  );
}

import * as api from './api.js';
import { Session } from './session.js';
import * as webauthn from './webauthn.js';

/** From signing in to signing out. What is answered after its end is shown to nobody. */
export class Visit {
  /** ended is told why the server takes the token no more. */
  constructor(session, { tell, ended }) {
    Object.assign(this, { session, tell, ended });
    this.keys = 0; // of the account
    this.leaving = new AbortController();
  }

  get user() {
    return this.session.user;
  }

  end() {
    this.leaving.abort();
  }

  /** Waits for an answer, but no longer than the visit. */
  during(answer) {
    const { signal } = this.leaving;
    const end = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    return Promise.race([answer, end]);
  }

  /**
   * Asks the server, as whoever is signed in. A token that it takes no more ends the visit; with a signal, one that
   * is too old is renewed.
   */
  async call(request, signal = null) {
    this.leaving.signal.throwIfAborted();
    try {
      return await this.during(request(this.user.id, this.session.token));
    } catch (failure) {
      if (failure.code === 'token_not_fresh' && signal && this.keys > 0) {
        this.renew(await this.during(this.signInAgain(signal)));
        return this.call(request);
      }
      if (failure.status === 401 && failure.code !== 'token_not_fresh') {
        this.ended(failure.message);
        throw this.leaving.signal.reason;
      }
      throw failure;
    }
  }

  /** What matters is asked of the person again, not of a page that was left open. */
  async signInAgain(signal) {
    this.tell('Show that it is still you. Waiting for your key…');
    const { email } = this.user;
    const begun = await api.beginSignIn(email);
    const assertion = await webauthn.get(begun.publicKey, signal);
    return api.completeSignIn({
      email: email ?? undefined,
      assertion,
      challenge_token: begun.challenge_token,
    });
  }

  /**
   * Goes on with the token that the server gave out in the place of the one before. Whose key it is comes to light
   * only now where the account has no address to ask with; what was asked for is not done to another account.
   */
  renew({ access_token, user }) {
    if (user.id !== this.user.id) {
      throw new api.Problem('That is the key of another account. Nothing was changed. Sign out to use it.');
    }
    this.session = new Session(access_token, user);
  }
}

import * as api from './api.js';
import { check } from './forms.js';

const $ = (id) => document.getElementById(id);

/** So soon nobody needs another mail. */
const PAUSE = 30;

/** As long as a code of eight digits is good, in milliseconds; one of twenty is good for an hour. */
const GOOD_FOR = 5 * 60_000;

/** So often one code may be tried. */
const TRIES = 5;

/** Codes by mail: into a new account, and back into one whose key is lost. */
export class MailCodes {
  /** signedIn gets the server's answer, what to say, and what to ask for next. */
  constructor({ tell, work, show, signedIn, back }) {
    Object.assign(this, { tell, work, show, signedIn });
    $('lost-key').addEventListener('click', () => this.lostKey());
    $('recover').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.recover(event.submitter ?? event.target.querySelector('button'));
      }
    });
    $('mail-code').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.verify(event.submitter ?? event.target.querySelector('button'));
      }
    });
    $('mail-code-again').addEventListener('click', (event) => this.send(event.currentTarget));
    $('by-mail-back').addEventListener('click', back);
  }

  /** Nothing of a person stays in the page. */
  close() {
    clearInterval(this.clock);
    this.way = null;
    $('recover').reset();
    $('mail-code').reset();
    $('mail-code-text').textContent = '';
  }

  /** A new account for this person, its address verified before there is a key. */
  register(button, person) {
    const { label, ...rest } = person;
    this.way = {
      title: 'Verify your e-mail',
      email: person.email,
      send: () => api.beginByMail(person.email),
      finish: (otp) => api.finishByMail({ ...rest, otp }),
      done: 'Your address is verified.',
      next: {
        title: 'Register your key',
        text: 'Do it now: from then on only your key signs you in.',
        label: label ?? '',
      },
    };
    return this.send(button);
  }

  lostKey() {
    this.open('I lost my key', true);
    $('recover-email').value = $('sign-in-email').value;
    $('recover-email').focus();
    this.tell('');
  }

  recover(button) {
    const email = $('recover-email').value.trim();
    this.way = {
      title: 'I lost my key',
      email,
      isRecovery: true,
      send: () => api.beginRecovery(email),
      finish: (otp, second) => api.finishRecovery({ email, otp, second_factor: second || undefined }),
      done: 'You are back in your account.',
      next: {
        title: 'Register a new key',
        text: 'Do it now, then revoke the one that you lost.',
        label: '',
      },
    };
    return this.send(button);
  }

  open(title, isBeginning) {
    this.show('by-mail');
    $('by-mail-title').textContent = title;
    $('recover').hidden = !isBeginning;
    $('mail-code').hidden = isBeginning;
    $('mail-code-again').hidden = isBeginning;
  }

  send(button) {
    const { way } = this;
    return this.work(button, 'Sending…', async () => {
      try {
        await way.send();
      } catch (failure) {
        this.stillOn(way);
        this.rest(failure.seconds ?? 0);
        throw failure;
      }
      this.stillOn(way);
      this.sent = performance.now();
      this.tries = 0;
      this.open(way.title, false);
      $('mail-code').reset();
      $('mail-code-text').textContent = way.isRecovery
        ? `If ${way.email} is the verified address of an account, there is a code in its mailbox now.`
        : `There is a mail in the mailbox of ${way.email} now.`;
      $('second-factor-part').hidden = !way.isRecovery;
      this.rest(PAUSE);
      this.tell('Look into your mailbox.', 'good');
      $('mail-code-otp').focus();
    });
  }

  /** For so many seconds no other mail is asked for. */
  rest(seconds) {
    clearInterval(this.clock);
    const until = performance.now() + seconds * 1000;
    const again = $('mail-code-again');
    const tick = () => {
      const left = Math.ceil((until - performance.now()) / 1000);
      again.disabled = left > 0;
      again.textContent = left > 0 ? `Another code in ${left} s` : 'Send another code';
      if (left <= 0) {
        clearInterval(this.clock);
      }
    };
    // work() enables the button that it was started by
    this.clock = setInterval(tick, 250);
    tick();
  }

  verify(button) {
    const { way } = this;
    const otp = $('mail-code-otp').value.trim();
    return this.work(button, 'Checking the code…', async () => {
      let answer;
      try {
        answer = await way.finish(otp, $('second-factor').value.trim());
      } catch (failure) {
        this.stillOn(way);
        throw failure.code === 'code_refused' ? this.refused(otp, way, failure) : failure;
      }
      this.stillOn(way);
      await this.signedIn(answer, way.done, way.next);
    });
  }

  /** Whoever went back in the meantime is told nothing, and signed in even less. */
  stillOn(way) {
    if (this.way !== way) {
      throw new DOMException('gone back', 'AbortError');
    }
  }

  /** The server does not say why; what can be told from here helps all the same. */
  refused(otp, way, failure) {
    $('mail-code-otp').setAttribute('aria-invalid', 'true');
    $('mail-code-otp').focus();
    this.tries += 1;
    const isShort = otp.replace(/\D/g, '').length < 20;
    let why = 'Compare it with the latest mail, digit by digit.';
    if (isShort && performance.now() - this.sent > GOOD_FOR) {
      why = 'It is more than five minutes old: send another one.';
    } else if (isShort && this.tries >= TRIES) {
      why = 'It was tried too often: send another one.';
    } else if (way.isRecovery) {
      why += ' If you have a device for one-time passwords, its code is needed too.';
    }
    return new api.Problem(`The code was not accepted. ${why}`, failure.status, failure.code);
  }
}

import * as api from './api.js';
import * as webauthn from './webauthn.js';
import { Enrolment } from './enrol.js';
import { wireForms, check, markRefused } from './forms.js';
import { MailCodes } from './mail.js';
import { Session } from './session.js';
import { Profile, nameOf } from './profile.js';

const $ = (id) => document.getElementById(id);

/** The one place where it is said what happened; read aloud by screen readers. */
function tell(text, kind = '') {
  const message = $('message');
  message.className = `message ${kind}`;
  message.textContent = text;
  message.hidden = text === '';
  if (text && message.getBoundingClientRect().top < 0) {
    message.scrollIntoView({ block: 'start' });
  }
}

const sentence = (failure) =>
  failure instanceof api.Problem ? failure.message : webauthn.sentence(failure);

let running = null; // what ends the ceremony that waits for a key

/** Does something that takes a while, once at a time, and tells how it ended. */
async function work(button, doing, task) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  tell(doing);
  try {
    await task(signal);
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      tell(sentence(failure), 'bad');
    }
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    if (!profile.visit && !signal.aborted) {
      offerAutofill(); // otherwise it is for whoever ended this
    }
  }
}

const profile = new Profile({ tell, work, ended: signedOut });

/** One of the views, by its id. */
function show(view) {
  for (const it of ['signed-out', 'by-mail', 'enrolment', 'signed-in']) {
    $(it).hidden = it !== view;
  }
  $('who').hidden = view !== 'signed-in';
}

/** What is said, and which key is asked for, where something else than a key led here. */
async function signedIn(answer, text = '', next = null) {
  const session = new Session(answer.access_token, answer.user);
  leaveForms();
  $('sign-in').reset();
  $('register').reset();
  show('signed-in');
  const name = nameOf(answer.user);
  tell(text || (name ? `Signed in as ${name}.` : 'You are signed in.'), 'good');
  await profile.open(session, next);
}

function signedOut(text) {
  profile.close();
  begin(text);
}

function leaveForms() {
  mailCodes.close();
  enrolment.close();
}

/** The first view. Whatever is under way concerns nobody any more. */
function begin(text) {
  running?.abort();
  running = null;
  leaveForms();
  show('signed-out');
  tell(text);
  $('sign-in-email').focus();
  offerAutofill();
}

const back = () => begin('');
const mailCodes = new MailCodes({ tell, work, show, signedIn, back });
const enrolment = new Enrolment({
  tell,
  work,
  show,
  back,
  done: (user) => registered(user, 'Your new key is registered. Now sign in with it.'),
});

async function complete(begun, assertion, signal) {
  const answer = await api.completeSignIn({
    email: begun.email,
    assertion,
    challenge_token: begun.challenge_token,
  });
  signal.throwIfAborted();
  await signedIn(answer);
}

function signIn(button, email) {
  return work(button, 'Waiting for your key…', async (signal) => {
    const begun = { ...(await api.beginSignIn(email)), email: email || undefined };
    await complete(begun, await webauthn.get(begun.publicKey, signal), signal);
  });
}

function register(button, person) {
  return work(button, 'Waiting for your key…', async (signal) => {
    const begun = await api.beginRegistration(person).catch((failure) => {
      markRefused($('register'), failure.errors ?? []);
      throw failure;
    });
    const credential = await webauthn.create(begun.publicKey, signal);
    const user = await api.completeRegistration({
      email: person.email,
      credential,
      challenge_token: begun.challenge_token,
    });
    signal.throwIfAborted();
    $('register').reset();
    registered(user, `${user.first_name} ${user.last_name} is registered. Now sign in.`);
  });
}

function registered(user, text) {
  show('signed-out');
  $('sign-in-email').value = user.email;
  tell(text, 'good');
  $('sign-in').querySelector('button').focus();
}

/** Lets the browser offer passkeys in the e-mail field, for as long as nobody does anything else. */
async function offerAutofill() {
  if (!webauthn.available() || !(await webauthn.canAutofill())) {
    return;
  }
  const offer = new AbortController();
  running = offer;
  let again;
  try {
    const begun = await api.beginSignIn('');
    const lifetime = begun.publicKey.timeout ?? 300_000;
    again = setTimeout(() => offer.abort(), lifetime * 0.8); // before the challenge is too old
    if (offer.signal.aborted) {
      return;
    }
    const assertion = await webauthn.get(begun.publicKey, offer.signal, 'conditional');
    clearTimeout(again);
    tell('Signing in…');
    await complete(begun, assertion, offer.signal);
  } catch (failure) {
    if (failure.name === 'AbortError' && running === offer && !profile.visit) {
      offerAutofill();
    } else if (failure.name !== 'AbortError' && running === offer && !(failure instanceof TypeError)) {
      tellOfAutofill(failure);
    }
  } finally {
    clearTimeout(again);
  }
}

/** Nobody asked for it, so only an answer to somebody's choice is worth a message. */
function tellOfAutofill(failure) {
  if (failure instanceof api.Problem && failure.status >= 400 && failure.status !== 429) {
    tell(failure.message, 'bad');
  }
}

/** Opens a link of the help desk, for whoever can use it here. */
function openLink() {
  const code = Enrolment.takeFromAddress();
  if (code === null) {
    return;
  }
  if (profile.visit) {
    tell('Somebody is signed in here. Sign out, then open the link of the help desk again.', 'bad');
  } else if (webauthn.available()) {
    enrolment.open(code);
  }
}

function start() {
  window.addEventListener('hashchange', openLink);
  openLink(); // before anything that might fail: the code is not to stay in the address
  wireForms();
  if (!webauthn.available()) {
    tell(
      window.isSecureContext
        ? 'This browser knows neither security keys nor passkeys (WebAuthn). Take a newer one.'
        : 'Browsers offer security keys at https:// addresses and at localhost only. Open this page there.',
      'bad',
    );
    document.querySelectorAll('#signed-out button').forEach((it) => {
      it.disabled = true;
    });
    return;
  }
  $('sign-in').addEventListener('submit', (event) => {
    event.preventDefault();
    const email = $('sign-in-email').value.trim();
    if (email === '' || check(event.target)) {
      signIn(event.submitter ?? event.target.querySelector('button'), email);
    }
  });
  $('sign-in-nameless').addEventListener('click', (event) => signIn(event.currentTarget, ''));
  $('register').addEventListener('submit', (event) => {
    event.preventDefault();
    if (check(event.target)) {
      const person = Object.fromEntries(
        [...new FormData(event.target)]
          .map(([name, value]) => [name, value.trim()])
          .filter(([, value]) => value !== ''),
      );
      const button = event.submitter ?? event.target.querySelector('button');
      if (button.id === 'register-by-mail') {
        mailCodes.register(button, person);
      } else {
        register(button, person);
      }
    }
  });
  $('sign-out').addEventListener('click', () => signedOut('You are signed out.'));
  offerAutofill();
}

start();

import { AddressCheck } from './address.js';
import * as api from './api.js';
import { element, moment } from './element.js';
import { OneTimePasswords } from './otp.js';
import { span } from './session.js';
import { Tokens } from './tokens.js';
import { Visit } from './visit.js';
import * as webauthn from './webauthn.js';

const $ = (id) => document.getElementById(id);

const day = (text) =>
  text
    ? new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))
    : '';

const SOON = 5 * 60_000;

const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(' ');

/** Empty where there is neither an address nor a name: an account needs none. */
export const nameOf = (user) => user.email || fullName(user);

/** The person who is signed in, for how long, and by which credentials. */
export class Profile {
  constructor({ tell, work, ended }) {
    this.tell = tell;
    this.work = work;
    this.ended = ended;
    this.visit = null;
    this.tokens = new Tokens(this);
    this.oneTimePasswords = new OneTimePasswords(this);
    this.address = new AddressCheck(this);
    $('revoke-no').addEventListener('click', () => $('revoke').close());
    $('rename-no').addEventListener('click', () => $('rename').close());
    $('revoke-yes').addEventListener('click', () => this.revoke());
    $('rename-form').addEventListener('submit', (event) => {
      event.preventDefault();
      $('rename').close();
      this.labelled($('rename-label').value.trim());
    });
    $('add').addEventListener('click', () => this.askToAdd(''));
    $('next-key-add').addEventListener('click', () => this.askToAdd(this.next.label));
  }

  /** With what is to be done next, if the person came without a key. */
  async open(session, next = null) {
    this.visit = new Visit(session, this);
    this.propose(next);
    this.describe(session.user);
    this.tick();
    this.clock = setInterval(() => this.tick(), 1000);
    $(next ? 'next-key-title' : 'profile-title').focus();
    await this.refresh();
  }

  propose(next) {
    this.next = next;
    $('next-key').hidden = !next;
    $('next-key-title').textContent = next?.title ?? '';
    $('next-key-text').textContent = next?.text ?? '';
  }

  /** Nothing of a person stays in the page. */
  close() {
    clearInterval(this.clock);
    this.visit.end();
    this.visit = null;
    this.propose(null);
    this.oneTimePasswords.close();
    this.address.close();
    $('who-name').textContent = '';
    $('profile-title').textContent = '';
    $('profile').replaceChildren();
    $('credentials').replaceChildren();
    this.tokens.close();
    for (const dialog of document.querySelectorAll('dialog[open]')) {
      dialog.close();
    }
    $('rename-form').reset();
    $('revoke-text').textContent = '';
  }

  describe(user) {
    $('who-name').textContent = nameOf(user);
    $('profile-title').textContent = fullName(user) || 'Your account';
    const facts = [
      ['E-mail', user.email && `${user.email}${user.email_verified_at ? ', verified' : ''}`],
      ['Job title', user.job_title],
      ['Date of birth', day(user.date_of_birth)],
      ['Role', user.role],
      ['Status', user.status],
      ['Registered', moment(user.created_at)],
      ['Last sign-in', moment(user.last_sign_in_at)],
    ].filter(([, value]) => value);
    $('profile').replaceChildren(
      ...facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
    );
    this.address.show(user);
  }

  tick() {
    const { session } = this.visit;
    const left = session.left();
    const countdown = $('countdown');
    countdown.textContent = `Signed in for another ${span(left)}`;
    countdown.classList.toggle('soon', left < SOON);
    $('countdown-bar').value = left / session.lifetime;
    if (left < SOON && !session.warned && session.lifetime > SOON) {
      session.warned = true;
      this.tell('You are signed in for less than five minutes more.');
    }
    if (left === 0) {
      this.ended('Your time is over. Sign in again.');
    }
  }

  async refresh() {
    const { visit } = this;
    const user = await visit.call(api.readUser);
    const answer = await visit.call(api.listCredentials);
    const scripts = await visit.call(api.listTokens);
    const device = await visit.call(api.readOtp);
    this.describe(user);
    const list = Array.isArray(answer) ? answer : (answer.credentials ?? answer.items ?? []);
    visit.keys = list.length;
    $('credentials-none').hidden = list.length > 0;
    this.tokens.show(scripts.tokens);
    this.oneTimePasswords.show(device);
    $('credentials').replaceChildren(...list.map((it) => this.item(it, list.length === 1)));
  }

  item(credential, last) {
    const name = credential.label || credential.model || 'Without a label';
    const what = element('div', '', 'what');
    what.append(element('h3', name));
    const kind = [
      credential.label ? credential.model : '',
      credential.backed_up ? 'synchronised between devices' : '',
    ].filter(Boolean);
    if (kind.length > 0) {
      what.append(element('p', kind.join(', ')));
    }
    what.append(
      element(
        'p',
        credential.last_used_at
          ? `Last used ${moment(credential.last_used_at)}`
          : `Never used, registered ${moment(credential.created_at)}`,
      ),
    );
    const buttons = element('div', '', 'buttons');
    const label = element('button', 'Label', 'quiet');
    const revoke = element('button', 'Revoke', 'quiet');
    for (const button of [label, revoke]) {
      button.type = 'button';
      button.setAttribute('aria-label', `${button.textContent} ${name}`);
    }
    label.addEventListener('click', () =>
      this.askLabel('Label this credential', 'Save', credential.label ?? '', (text) => this.rename(credential, text)),
    );
    revoke.addEventListener('click', () => this.askRevoke(credential, name, last));
    buttons.append(label, revoke);
    const item = element('li', '');
    item.append(what, buttons);
    return item;
  }

  askLabel(title, go, label, then) {
    this.labelled = then;
    $('rename-title').textContent = title;
    $('rename-yes').textContent = go;
    $('rename-label').value = label;
    $('rename').showModal();
    $('rename-label').select();
  }

  askRevoke(credential, name, last) {
    this.chosen = credential;
    $('revoke-text').textContent =
      `“${name}” will no longer sign you in here. The key itself keeps its half, which is of no use then.`;
    $('revoke-last').hidden = !last;
    $('revoke').showModal();
    $('revoke-no').focus();
  }

  rename(credential, label) {
    return this.change('Saving…', 'The label is saved.', (call) =>
      call((id, token) => api.labelCredential(id, credential.id, label, token)),
    );
  }

  revoke() {
    $('revoke').close();
    const { id: revoked } = this.chosen;
    return this.change('Revoking…', 'The credential is revoked.', (call) =>
      call((id, token) => api.revokeCredential(id, revoked, token)),
    );
  }

  askToAdd(label) {
    this.askLabel('Label the new key', 'Go on', label, (chosen) => this.add(chosen));
  }

  /** A further key; the server wants a sign-in of a moment ago for it. */
  add(label) {
    const { first_name, last_name, email, date_of_birth, job_title } = this.visit.user;
    const person = { first_name, last_name, email };
    for (const [name, value] of Object.entries({ date_of_birth, job_title, label })) {
      if (value) {
        person[name] = value;
      }
    }
    return this.change('Waiting for your new key…', 'The key is registered.', async (call, signal) => {
      const begun = await call((id, token) => api.beginRegistration(person, token));
      const credential = await webauthn.create(begun.publicKey, signal);
      const { challenge_token } = begun;
      await call(() => api.completeRegistration({ email, credential, challenge_token }));
      this.propose(null);
    });
  }

  /**
   * Does what the person asked for, then shows how things are. The task asks the server through the function that it
   * gets: that one does not come back to a task whose person has left.
   */
  change(doing, done, task, button = $('add'), title = 'credentials-title') {
    const { visit } = this;
    return this.work(button, doing, async (signal) => {
      await task((request) => visit.call(request, signal), signal);
      await this.refresh();
      this.tell(done, 'good');
      $(title).focus();
    });
  }
}

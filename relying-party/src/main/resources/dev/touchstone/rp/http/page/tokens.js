import * as api from './api.js';
import { check } from './forms.js';
import { element, moment } from './element.js';

const $ = (id) => document.getElementById(id);

function state(token) {
  if (token.revoked_at) {
    return `Revoked ${moment(token.revoked_at)}`;
  }
  const used = token.last_used_at ? `last used ${moment(token.last_used_at)}` : 'never used';
  return `${token.active ? 'Until' : 'Expired'} ${moment(token.expires_at)}, ${used}`;
}

/** The tokens of the person's scripts. What a token is stands in the page once, until it is hidden. */
export class Tokens {
  constructor(profile) {
    this.profile = profile;
    $('new-token').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.make(event.submitter ?? event.target.querySelector('button'));
      }
    });
    $('made-token-hide').addEventListener('click', () => this.hide());
    $('made-token-copy').addEventListener('click', () => this.copy());
    $('revoke-token-no').addEventListener('click', () => $('revoke-token').close());
    $('revoke-token-yes').addEventListener('click', () => this.revoke());
  }

  /** Nothing of a person stays in the page. */
  close() {
    this.hide();
    $('tokens').replaceChildren();
    $('revoke-token-text').textContent = '';
    $('new-token').reset();
  }

  hide() {
    $('made-token-text').textContent = '';
    $('made-token').hidden = true;
  }

  show(list) {
    $('tokens-none').hidden = list.length > 0;
    $('tokens').replaceChildren(...list.map((it) => this.item(it)));
  }

  item(token) {
    const what = element('div', '', 'what');
    what.append(element('h3', token.name), element('p', token.scope), element('p', state(token)));
    const item = element('li', '');
    item.append(what);
    if (token.active) {
      const revoke = element('button', 'Revoke', 'quiet');
      revoke.type = 'button';
      revoke.setAttribute('aria-label', `Revoke ${token.name}`);
      revoke.addEventListener('click', () => this.ask(token));
      item.append(revoke);
    }
    return item;
  }

  ask(token) {
    this.chosen = token;
    $('revoke-token-text').textContent = `Whatever uses “${token.name}” is refused from its next request on.`;
    $('revoke-token').showModal();
    $('revoke-token-no').focus();
  }

  make(button) {
    const form = new FormData($('new-token'));
    const wish = {
      name: form.get('name').trim(),
      scope: form.getAll('scope').join(' '),
      expires_in_days: Number(form.get('days')),
    };
    if (wish.scope === '') {
      this.profile.tell('Choose what the token may do.', 'bad');
      return undefined;
    }
    this.hide();
    return this.profile.change(
      'Making the token…',
      'Copy the token now: it is shown this once.',
      async (call) => {
        const made = await call((id, token) => api.createToken(id, wish, token));
        $('new-token').reset();
        $('made-token-text').textContent = made.token;
        $('made-token').hidden = false;
      },
      button,
      'tokens-title',
    );
  }

  async copy() {
    try {
      await navigator.clipboard.writeText($('made-token-text').textContent);
      this.profile.tell('The token is in the clipboard.', 'good');
    } catch {
      getSelection().selectAllChildren($('made-token-text'));
      this.profile.tell('This browser does not let a page copy. The token is selected: copy it by hand.');
    }
  }

  revoke() {
    $('revoke-token').close();
    const { id: revoked } = this.chosen;
    return this.profile.change(
      'Revoking…',
      'The token is revoked.',
      (call) => call((id, token) => api.revokeToken(id, revoked, token)),
      $('revoke-token-yes'),
      'tokens-title',
    );
  }
}

import * as api from './api.js';
import { check, explained } from './forms.js';

const $ = (id) => document.getElementById(id);

/** The person's own address, for as long as it is not verified: by it they come back after losing their keys. */
export class AddressCheck {
  constructor(profile) {
    this.profile = profile;
    $('address-send').addEventListener('click', (event) => this.send(event.currentTarget));
    $('address-check').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.finish(event.submitter ?? event.target.querySelector('button'));
      }
    });
  }

  /** Nothing of a person stays in the page. */
  close() {
    $('address-check').reset();
    $('address-check').hidden = true;
    $('address-send').textContent = 'Verify my e-mail';
  }

  show(user) {
    $('address').hidden = !user.email || Boolean(user.email_verified_at);
    if ($('address').hidden) {
      this.close();
    }
  }

  send(button) {
    return this.profile.change(
      'Sending…',
      'Look into your mailbox.',
      async (call) => {
        const { email } = this.profile.visit.user;
        await call((id, token) => api.beginAddress(email, token));
        $('address-check').hidden = false;
        $('address-send').textContent = 'Send another code';
      },
      button,
      'address-otp',
    );
  }

  finish(button) {
    return this.profile.change(
      'Checking the code…',
      'Your address is verified.',
      async (call) => {
        const { visit } = this.profile;
        const given = { email: visit.user.email, otp: $('address-otp').value.trim() };
        const answer = await explained(
          () => call((id, token) => api.finishAddress(given, token)),
          $('address-otp'),
          'Compare it with the latest mail, or send another one.',
        );
        visit.renew(answer);
      },
      button,
      'profile-title',
    );
  }
}

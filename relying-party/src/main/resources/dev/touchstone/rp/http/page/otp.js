import * as api from './api.js';
import { check, explained } from './forms.js';
import { element } from './element.js';

const $ = (id) => document.getElementById(id);

const grouped = (secret) => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The person's device for one-time passwords. Its secret and the recovery codes stand in the page once. */
export class OneTimePasswords {
  constructor(profile) {
    this.profile = profile;
    $('otp-enable').addEventListener('click', (event) => this.begin(event.currentTarget));
    $('otp-cancel').addEventListener('click', () => this.forget());
    $('otp-confirm').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.confirm(event.submitter ?? event.target.querySelector('button'));
      }
    });
    $('recovery-codes-copy').addEventListener('click', () => this.copy());
    $('recovery-codes-hide').addEventListener('click', () => this.hideCodes());
    $('otp-disable').addEventListener('click', () => {
      $('otp-off-form').reset();
      $('otp-off').showModal();
    });
    $('otp-off-no').addEventListener('click', () => $('otp-off').close());
    $('otp-off-form').addEventListener('submit', (event) => {
      event.preventDefault();
      if (check(event.target)) {
        this.turnOff();
      }
    });
  }

  /** Nothing of a person stays in the page. */
  close() {
    this.forget();
    this.hideCodes();
    $('otp-off-form').reset();
    $('otp-state').textContent = '';
  }

  show({ state, recovery_codes_left }) {
    const isOn = state === 'on';
    const left = recovery_codes_left === 1 ? 'one recovery code' : `${recovery_codes_left} recovery codes`;
    const isBegun = !$('otp-confirm').hidden;
    const off = isBegun ? 'The first correct code turns it on.' : 'Turned off.';
    $('otp-state').textContent = isOn ? `Turned on, with ${left} left.` : off;
    $('otp-enable').hidden = isOn || isBegun;
    $('otp-disable').hidden = !isOn;
  }

  begin(button) {
    return this.profile.change(
      'Making a secret…',
      'Scan the picture with your app, then type the code that it shows.',
      async (call) => {
        const { uri } = await call((id, token) => api.enableOtp(token));
        const picture = await call(async (id, token) => createImageBitmap(await api.otpPicture(token)));
        const canvas = $('otp-picture');
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d').drawImage(picture, 0, 0);
        $('otp-secret').textContent = grouped(new URL(uri).searchParams.get('secret'));
        $('otp-confirm').hidden = false;
      },
      button,
      'otp-code',
    );
  }

  /** The picture and the secret leave the page. */
  forget() {
    $('otp-picture').width = 0;
    $('otp-secret').textContent = '';
    $('otp-confirm').reset();
    $('otp-confirm').hidden = true;
    $('otp-enable').hidden = false;
    $('otp-state').textContent = 'Turned off.';
  }

  confirm(button) {
    return this.profile.change(
      'Checking the code…',
      'One-time passwords are turned on. Keep the recovery codes: they are shown this once.',
      async (call) => {
        const otp = $('otp-code').value.trim();
        const { recovery_codes } = await explained(
          () => call((id, token) => api.confirmOtp(otp, token)),
          $('otp-code'),
          'Wait for the next one. The clock of the device has to be right.',
        );
        this.forget();
        $('recovery-code-list').replaceChildren(...recovery_codes.map((it) => element('li', it)));
        $('recovery-codes').hidden = false;
      },
      button,
      'otp-title',
    );
  }

  async copy() {
    const codes = [...$('recovery-code-list').children].map((it) => it.textContent);
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      this.profile.tell('The recovery codes are in the clipboard.', 'good');
    } catch {
      getSelection().selectAllChildren($('recovery-code-list'));
      this.profile.tell('This browser does not let a page copy. The codes are selected: copy them by hand.');
    }
  }

  hideCodes() {
    $('recovery-code-list').replaceChildren();
    $('recovery-codes').hidden = true;
  }

  turnOff() {
    const code = $('otp-off-code').value.trim();
    $('otp-off').close();
    return this.profile.change(
      'Turning off…',
      'One-time passwords are turned off, and the recovery codes are good for nothing.',
      async (call) => {
        await explained(
          () => call((id, token) => api.disableOtp(code, token)),
          $('otp-off-code'),
          'Take the next one of the device, or a recovery code. Nothing was changed.',
        );
        this.hideCodes();
      },
      $('otp-disable'),
      'otp-title',
    );
  }
}
